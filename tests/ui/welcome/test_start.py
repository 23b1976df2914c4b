# SPDX-License-Identifier: GPL-3.0-or-later
"""The second page of starting a group: a passphrase or none, and where the file goes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.group import Group
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.welcome.start import StartPage, file_for

_GROUP = Group(name="Riverside Group", country="GB")


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> StartPage:
    """The page, shown."""
    made = StartPage(look, _GROUP)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot: QtBot, page: StartPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_passphrase_typed_twice_is_taken(qtbot: QtBot, page: StartPage) -> None:
    qtbot.keyClicks(page.new.first, "kitchen table by the window")
    qtbot.keyClicks(page.new.again, "kitchen table by the window")
    with qtbot.waitSignal(page.created) as told:
        press(qtbot, page, "start")
    group, words, path = told.args
    assert (group, words, path.name) == (_GROUP, "kitchen table by the window", "Riverside Group.amnesty")


def test_enter_in_the_second_field_starts_too(qtbot: QtBot, page: StartPage) -> None:
    qtbot.keyClicks(page.new.first, "kitchen table")
    qtbot.keyClicks(page.new.again, "kitchen table")
    with qtbot.waitSignal(page.created):
        qtbot.keyClick(page.new.again, Qt.Key.Key_Return)


@pytest.mark.parametrize(("first", "again"), [("kitchen table", "kitchen chair"), ("table", "table"), ("", "")])
def test_one_that_is_short_or_differs_is_not_taken(qtbot: QtBot, page: StartPage, first: str, again: str) -> None:
    qtbot.keyClicks(page.new.first, first)
    qtbot.keyClicks(page.new.again, again)
    with qtbot.assertNotEmitted(page.created):
        press(qtbot, page, "start")


def test_a_passphrase_can_be_skipped(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.created) as told:
        press(qtbot, page, "skip")
    assert told.args[1] is None


def test_one_step_back_is_possible(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.back_requested):
        press(qtbot, page, "back")


def test_suggested_words_stand_in_both_fields_in_clear(qtbot: QtBot, page: StartPage) -> None:
    press(qtbot, page, "suggest")
    assert len(page.new.first.text().split()) == 6
    assert page.new.again.text() == page.new.first.text()
    assert page.new.first.echoMode() is QLineEdit.EchoMode.Normal
    assert page.new.judged.startswith("Hard to guess")


def test_what_is_typed_is_hidden_and_judged(qtbot: QtBot, page: StartPage) -> None:
    assert page.new.first.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(page.new.first, "password")
    assert page.new.judged.startswith("Easy to guess")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Riverside Group", "Riverside Group"),
        ("Group 12/7: São Paulo?", "Group 12 7 São Paulo"),
        ("../../etc/passwd", "etc passwd"),
        ("CON", "Group CON"),
        ("مجموعة النهر", "مجموعة النهر"),
        ("\u202eevil", "evil"),
        ("...", "Our group"),
        ("x" * 10_000, "x" * 60),
    ],
)
def test_the_file_is_named_after_the_group_wherever_it_is_opened(tmp_path: Path, name: str, wanted: str) -> None:
    assert file_for(Group(name=name), tmp_path) == tmp_path / f"{wanted}.amnesty"


def test_a_second_group_of_the_same_name_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Riverside Group.amnesty").touch()
    assert file_for(_GROUP, tmp_path).name == "Riverside Group 2.amnesty"
