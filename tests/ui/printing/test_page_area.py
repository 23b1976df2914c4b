# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages to be looked at: gone through by keys, shown in three sizes, told to a screen reader."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from tests.ui.printing.test_printed_pages import long_letter, pages_of

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.printing.page_area import PageArea, Zoom


@pytest.fixture
def area(look: Look, shown: Callable[[QWidget], QMainWindow]) -> PageArea:
    """The three pages of one letter."""
    made = PageArea(look)
    shown(made)
    made.show_letters([pages_of(long_letter(12))])
    made.setFocus()
    return made


def test_page_down_and_page_up_go_from_page_to_page(area: PageArea) -> None:
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.shown == 1
    QTest.keyClick(area, Qt.Key.Key_End)
    assert area.shown == area.count - 1
    QTest.keyClick(area, Qt.Key.Key_PageUp)
    QTest.keyClick(area, Qt.Key.Key_Home)
    assert area.shown == 0


def test_another_size_stays_at_the_page(area: PageArea) -> None:
    area.go_to(1)
    for zoom in (Zoom.REAL, Zoom.WIDTH, Zoom.PAGE):
        area.set_zoom(zoom)
        assert area.shown == 1


def test_real_size_is_the_size_of_the_paper_on_the_screen(area: PageArea) -> None:
    area.set_zoom(Zoom.REAL)
    # 210 mm at 96 dots per inch.
    assert area._scale * area._pages[0][0].size[0] == pytest.approx(794, abs=1)


def test_a_whole_page_fits_into_the_view(area: PageArea) -> None:
    letter, _ = area._pages[0]
    assert letter.size[1] * area._scale < area.viewport().height()


def test_a_screen_reader_hears_which_page_and_its_words(area: PageArea) -> None:
    area.go_to(1)
    assert area.accessibleName() == f"Page 2 of {area.count}"
    assert "two men on a motorcycle" in area.accessibleDescription()


def test_the_paper_is_white_and_written_on(area: PageArea) -> None:
    picture = area.grab().toImage()
    middle = picture.width() // 2
    greys = {picture.pixelColor(middle + x, y).lightness() for x in range(-60, 60) for y in range(picture.height())}
    assert max(greys) > 250
    assert min(greys) < 120
