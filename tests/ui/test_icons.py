# SPDX-License-Identifier: GPL-3.0-or-later
"""The outlined icons."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from amnesty_desktop.ui.icons import IconName, icon, paint_icon
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.theme import Role


def painted(name: IconName, look: Look, color: QColor) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_icon(painter, QRectF(0, 0, 40, 40), name, look, color)
    painter.end()
    return image


@pytest.mark.parametrize("name", list(IconName))
def test_every_icon_is_drawn_in_the_colour_asked_for(name: IconName, look: Look) -> None:
    image = painted(name, look, QColor("blue"))
    reds = {QColor(image.pixel(x, y)).red() for x in range(40) for y in range(40)}
    blues = {QColor(image.pixel(x, y)).blue() for x in range(40) for y in range(40)}
    assert 0 in reds
    assert blues == {255}


@pytest.mark.parametrize("name", list(IconName))
def test_every_icon_stays_inside_its_grid(name: IconName, look: Look) -> None:
    image = painted(name, look, QColor("black"))
    edge = [image.pixelColor(at, y) for at in range(40) for y in (0, 39)]
    assert all(color == QColor("white") for color in edge)


def test_no_two_icons_are_alike(look: Look) -> None:
    images = [painted(name, look, QColor("black")) for name in IconName]
    assert all(one != other for at, one in enumerate(images) for other in images[at + 1 :])


def test_back_points_the_other_way_in_a_mirrored_window(look: Look, right_to_left: None) -> None:
    tip = [x for x in range(40) if painted(IconName.BACK, look, QColor("black")).pixelColor(x, 20).lightness() < 128]
    assert min(tip) > 20


def test_an_icon_grows_with_the_text(look: Look) -> None:
    look.set_text_size(200)
    assert icon(IconName.LOCK, look, Role.TEXT).availableSizes()[0].width() == 40
