# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin, and the way back out of it."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case, person

from amnesty_desktop.domain.case import Case
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.bin import BinDialog

_AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def teacher(desk: Desk) -> Case:
    """A case that lies in the bin."""
    made = case()
    add(desk.session.file, made, person(made))
    desk.session.edit("Put into the bin", partial(bin_edits.put, values=[made], at=_AT))
    return made


def opened(qtbot: QtBot, desk: Desk) -> BinDialog:
    dialog = BinDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_what_lies_there_is_named_with_its_day(qtbot: QtBot, desk: Desk, teacher: Case) -> None:
    line = opened(qtbot, desk).list.chosen
    assert line is not None
    assert (line.words, line.second, line.trailing) == ("Maribel Zúñiga", "Case", "since 22 November 2026")


@pytest.mark.parametrize("by_keyboard", [True, False])
def test_it_can_be_put_back(qtbot: QtBot, desk: Desk, teacher: Case, by_keyboard: bool) -> None:
    dialog = opened(qtbot, desk)
    back = dialog.findChild(QPushButton, "Put back")
    assert back is not None
    if by_keyboard:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert desk.session.file.find(Case, teacher.id) == teacher
    assert desk.session.file.undo_label == "Put the case back"
    assert not back.isEnabled()


def test_an_empty_bin_says_so(qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(qtbot, desk)
    assert not dialog.list.isVisible()
    assert dialog._empty.isVisible()


def test_a_withheld_name_is_not_given_here_either(qtbot: QtBot, desk: Desk) -> None:
    of = case()
    hidden = replace(person(of), withheld=True)
    add(desk.session.file, of, hidden)
    desk.session.edit("Put into the bin", partial(bin_edits.put, values=[hidden], at=_AT))
    line = opened(qtbot, desk).list.chosen
    assert line is not None
    assert line.words == "Name withheld"
