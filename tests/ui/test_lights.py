# SPDX-License-Identifier: GPL-3.0-or-later
"""The lights and their words."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.lights import Light, LightLabel, paint_light, role_of
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.theme import TEXT_ROLES, Use


def painted(light: Light, look: Look) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_light(painter, QRectF(0, 0, 24, 24), light, look, QColor("black"))
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> int:
    """Return how many of the 576 px differ clearly in grey."""
    at = [(x, y) for x in range(24) for y in range(24)]
    return sum(abs(one.pixelColor(*p).lightness() - other.pixelColor(*p).lightness()) > 90 for p in at)


def test_lights_are_told_apart_without_their_colours(look: Look) -> None:
    # A half disc is both soon and one source short: halfway, and its word says which way.
    images = {light: painted(light, look) for light in Light if light is not Light.ONE_SHORT}
    alike = [pair for pair in combinations(images, 2) if difference(images[pair[0]], images[pair[1]]) < 12]
    assert alike == []


@pytest.mark.parametrize("light", list(Light))
def test_every_light_has_a_colour_words_may_have(light: Light) -> None:
    assert role_of(light) in TEXT_ROLES


def test_only_the_flag_turns_in_a_mirrored_window(look: Look) -> None:
    straight = {light: painted(light, look) for light in Light}
    look._application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = [light for light in Light if painted(light, look) != straight[light]]
    look._application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert turned == [Light.PLEASE_MIND]


def test_a_light_is_spoken_as_its_word(look: Look, qtbot: QtBot) -> None:
    label = LightLabel(look, Light.SOON, "in 3 days")
    qtbot.addWidget(label)
    label.show_light(Light.LATE, "1 day over")
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == "1 day over"


def test_a_light_label_grows_with_the_text(look: Look, qtbot: QtBot) -> None:
    label = LightLabel(look, Light.SOON, "in 3 days", Use.TABLE)
    qtbot.addWidget(label)
    before = label.sizeHint()
    look.set_text_size(200)
    assert label.sizeHint().width() > 1.8 * before.width()


def test_the_light_stands_at_the_leading_edge(look: Look, qtbot: QtBot, right_to_left: None) -> None:
    label = LightLabel(look, Light.LATE, "x")
    qtbot.addWidget(label)
    label.resize(200, 24)
    image = label.grab().toImage()
    assert image.pixelColor(194, 12) == look.color(role_of(Light.LATE))
