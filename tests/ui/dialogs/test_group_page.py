# SPDX-License-Identifier: GPL-3.0-or-later
"""Our group: every change is kept, shown on the letterhead, and can be taken back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.group import Paper
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.group_page import GroupPage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> GroupPage:
    """The page, open."""
    made = GroupPage(desk, None)
    qtbot.addWidget(made)
    made.open()
    return made


def test_what_is_typed_is_saved_on_leaving_as_one_edit(qtbot: QtBot, desk: Desk, page: GroupPage) -> None:
    page.line.clear()
    qtbot.keyClicks(page.line, "Volunteers since 1987")
    page.weeks.setValue(6)
    page.paper.setCurrentIndex(page.paper.findData(Paper.LETTER))
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    group = desk.session.group
    assert (group.line, group.follow_up_weeks, group.paper) == ("Volunteers since 1987", 6, Paper.LETTER)
    assert desk.session.file.undo_label == "Change our group"
    desk.session.undo()
    assert desk.session.group.line == ""


def test_leaving_without_a_change_makes_no_edit(qtbot: QtBot, desk: Desk, page: GroupPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.session.file.undo_label is None


def test_a_group_without_a_name_is_not_saved(qtbot: QtBot, desk: Desk, page: GroupPage) -> None:
    page.name.clear()
    page.close()
    assert desk.session.group.name == "Riverside Group"


def test_the_letterhead_follows_what_is_typed(qtbot: QtBot, page: GroupPage) -> None:
    page.name.setText("Harbour <i>Group</i>")
    page.address.setPlainText("12 Example Street\nSampleton")
    assert page.head.name.text() == "Harbour <i>Group</i>"
    assert page.head.name.textFormat() is Qt.TextFormat.PlainText
    assert all(part in page.head.rest.text() for part in ("12 Example Street", "Sampleton", "United Kingdom"))


def test_a_wrong_address_is_said_beside_its_field(qtbot: QtBot, page: GroupPage) -> None:
    qtbot.keyClicks(page.email, "letters.example")
    field = next(field for field in page._fields if field.name == "email")
    assert field.problem is not None
    page.email.setText("letters@riverside.example")
    assert field.problem is None
