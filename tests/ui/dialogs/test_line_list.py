# SPDX-License-Identifier: GPL-3.0-or-later
"""The short list of the dialogs."""

import pytest
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.dialogs.line_list import Line, LineList
from amnesty_desktop.ui.look import Look

_LINES = [Line("Maribel Zúñiga", "Case", "since 22 November 2026", 1), Line("<b>Name</b>", value=2)]


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> LineList:
    """A list of two lines."""
    made = LineList(look, "What lies in the bin")
    qtbot.addWidget(made)
    made.show_lines(_LINES)
    made.resize(500, 200)
    made.show()
    return made


def test_a_line_is_said_whole(view: LineList) -> None:
    assert view.item(0).text() == "Maribel Zúñiga, Case, since 22 November 2026"
    assert view.item(1).text() == "<b>Name</b>"


def test_the_first_line_is_chosen(view: LineList) -> None:
    assert view.chosen == _LINES[0]
    view.clear()
    assert view.chosen is None


@pytest.mark.parametrize("width", [20, 120, 500])
def test_it_paints_at_any_width(view: LineList, width: int) -> None:
    view.resize(width, 200)
    assert not view.grab().isNull()


def test_it_mirrors(view: LineList, right_to_left: None) -> None:
    assert not view.grab().isNull()


def test_lines_grow_with_the_text(look: Look, view: LineList, request: pytest.FixtureRequest) -> None:
    request.addfinalizer(lambda: look.set_text_size(100))
    before = view.visualItemRect(view.item(0)).height()
    look.set_text_size(200)
    assert view.visualItemRect(view.item(0)).height() == 2 * before
