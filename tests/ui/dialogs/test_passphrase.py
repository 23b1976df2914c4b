# SPDX-License-Identifier: GPL-3.0-or-later
"""Setting, changing and removing the passphrase in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.support.builders import new_file, open_file

from amnesty_desktop.edits import passphrase as passphrase_edits
from amnesty_desktop.settings import Settings
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.engine import salt_of
from amnesty_desktop.store.errors import DiskFull, WrongPassphrase
from amnesty_desktop.ui.desk import Desk, Wishes
from amnesty_desktop.ui.dialogs.passphrase import PassphraseDialog
from amnesty_desktop.ui.jobs import Jobs
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.preferences import Preferences
from amnesty_desktop.ui.session import Session

WORDS = "kitchen table"


@pytest.fixture
def locked(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a file with a passphrase."""
    session = Session(new_file(tmp_path / "locked.amnesty", WORDS), Preferences(Settings.load()))
    jobs = Jobs()
    yield Desk(session, look, jobs, Wishes())
    jobs.finish()
    session.close()


def opened(qtbot: QtBot, desk: Desk) -> PassphraseDialog:
    dialog = PassphraseDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def press(qtbot: QtBot, dialog: PassphraseDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_words(qtbot: QtBot, dialog: PassphraseDialog, words: str, again: str | None = None) -> None:
    qtbot.keyClicks(dialog.new.first, words)
    qtbot.keyClicks(dialog.new.again, words if again is None else again)


def rekeyed(qtbot: QtBot, dialog: PassphraseDialog, button: str) -> CaseFile:
    with qtbot.waitSignal(dialog.rekeyed) as told:
        press(qtbot, dialog, button)
    qtbot.waitUntil(lambda: not dialog.is_working)
    file = told.args[0]
    assert isinstance(file, CaseFile)
    return file


def test_a_first_passphrase_locks_the_file_and_offers_the_sheet(qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(qtbot, desk)
    type_words(qtbot, dialog, WORDS)
    file = rekeyed(qtbot, dialog, "set")
    assert file.is_encrypted
    assert dialog.findChild(QPushButton, "print") is not None
    assert not dialog.new.isVisible()
    file.close()


def test_after_a_change_the_old_passphrase_opens_nothing(qtbot: QtBot, locked: Desk) -> None:
    dialog = opened(qtbot, locked)
    type_words(qtbot, dialog, "garden bench")
    rekeyed(qtbot, dialog, "set").close()
    for path in (locked.session.path, *dialog._folder.glob("*.amnesty")):
        with pytest.raises(WrongPassphrase):
            open_file(path, WORDS)


def test_a_passphrase_can_be_removed(qtbot: QtBot, locked: Desk) -> None:
    dialog = opened(qtbot, locked)
    rekeyed(qtbot, dialog, "remove").close()
    assert salt_of(locked.session.path) is None


def test_two_that_differ_change_nothing(qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(qtbot, desk)
    type_words(qtbot, dialog, WORDS, "kitchen chair")
    press(qtbot, dialog, "set")
    assert not dialog.is_working


def test_enter_in_the_first_field_only_goes_on_to_the_second(qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(qtbot, desk)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.new.first, WORDS)
    qtbot.keyClick(dialog.new.first, Qt.Key.Key_Return)
    assert dialog.new.again.hasFocus()
    assert not dialog.new._fields[1].problem


def test_a_trouble_is_said_and_the_file_is_as_it_was(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull("There is no room left.", "Make some room.")

    monkeypatch.setattr(passphrase_edits, "prepare", full)
    dialog = opened(qtbot, desk)
    type_words(qtbot, dialog, WORDS)
    press(qtbot, dialog, "set")
    qtbot.waitUntil(lambda: not dialog.is_working)
    assert dialog.trouble.sentence == "There is no room left. Make some room."
    assert dialog.new.isEnabled()
    assert not desk.session.file.is_encrypted


def test_esc_while_it_is_written_gives_up_and_stays(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(file: CaseFile, words: str, folder: Path, step: passphrase_edits.Step) -> None:
        while True:
            step(1, 2)

    monkeypatch.setattr(passphrase_edits, "prepare", wait)
    dialog = opened(qtbot, desk)
    type_words(qtbot, dialog, WORDS)
    press(qtbot, dialog, "set")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.is_working)
    assert dialog.isVisible()
    assert dialog.new.isEnabled()


def test_esc_leaves_it_as_it_is(qtbot: QtBot, locked: Desk) -> None:
    dialog = opened(qtbot, locked)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert locked.session.file.is_encrypted
