# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of Today: what it says in which width."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.lights import Light
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.today.lines import Act, TodayLine
from amnesty_desktop.ui.today.row import TodayRow

LINE = TodayLine(
    key="due:1",
    light=Light.LATE,
    word="4 days over",
    who="Maribel Quiñónez",
    about="Honduras, UA 112/26",
    what="ask your section before writing",
    act=Act.OPEN,
)


@pytest.fixture
def row(qtbot: QtBot, look: Look) -> TodayRow:
    made = TodayRow(look, LINE)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("width", "lines"), [(1200, 1), (862, 1), (606, 2), (400, 3)])
def test_a_row_folds_as_it_gets_narrow(row: TodayRow, width: int, lines: int) -> None:
    assert row.lines_in(width) == lines


@pytest.mark.parametrize("width", [1200, 862, 640, 606, 545, 440])
def test_what_is_to_be_done_is_never_left_out(row: TodayRow, width: int) -> None:
    shown = {
        words.text: given
        for place in row.places_in(width)
        for words, given in zip((place.first, place.second), row._widths(place), strict=True)
    }
    assert shown["ask your section before writing"] >= 150
    assert shown["Maribel Quiñónez"] >= 130
    assert shown["4 days over"] >= 70


def test_a_row_without_more_to_say_needs_no_third_line(qtbot: QtBot, look: Look) -> None:
    row = TodayRow(look, TodayLine("k", Light.LATER, "to print", "3 letters", "for Ana", "", Act.PRINT))
    qtbot.addWidget(row)
    assert row.lines_in(400) == 2


def test_a_row_is_as_tall_as_its_lines(row: TodayRow) -> None:
    assert (row.heightForWidth(1000), row.heightForWidth(600)) == (34, 56)


def test_a_name_in_another_script_is_whole_or_mostly_there_or_not_at_all(qtbot: QtBot, look: Look) -> None:
    row = TodayRow(
        look, TodayLine("k", Light.LATE, "today", "Hawraa", "", "", Act.OPEN, who_own="حوراء جبار السماواتي")
    )
    qtbot.addWidget(row)
    given = [row._widths(row.places_in(width)[1])[1] for width in range(300, 1400, 7)]
    assert all(width == 0 or width >= 60 for width in given)


def test_the_fill_comes_and_goes_with_the_pointer(row: TodayRow) -> None:
    assert row.testAttribute(Qt.WidgetAttribute.WA_Hover)


def test_the_spoken_name_has_no_empty_parts(row: TodayRow) -> None:
    assert row.accessibleName() == (
        "4 days over, Maribel Quiñónez, Honduras, UA 112/26, ask your section before writing"
    )


def test_the_button_stands_at_the_trailing_edge_in_the_middle(row: TodayRow) -> None:
    row.resize(600, 56)
    assert row.width() - row.button.geometry().right() < 8
    assert abs(row.button.geometry().center().y() - 27) <= 1
