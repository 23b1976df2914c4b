# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery sheet on paper, as PDF, and on the screen."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.group import Group, Paper
from amnesty_desktop.store.keys import FileKey, key_from_recovery_text
from amnesty_desktop.ui.dialogs.recovery_sheet import (
    RecoverySheet,
    Sheet,
    SheetButtons,
    pdf_of,
    sheet_document,
)
from amnesty_desktop.ui.look import Look

_KEY = FileKey(bytes(range(32)), bytes(16))
_SHEET = Sheet(_KEY, Group(name="Riverside <b>Group</b>"), "Riverside Group.amnesty", date(2026, 11, 23))


@pytest.fixture
def buttons(qtbot: QtBot, look: Look) -> SheetButtons:
    """The buttons, shown."""
    made = SheetButtons(look, _SHEET)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot: QtBot, parent: SheetButtons | RecoverySheet, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_sheet_holds_what_opens_the_file(qapp: object) -> None:
    words = sheet_document(_SHEET).toPlainText()
    assert all(group in words for group in _SHEET.groups)
    assert key_from_recovery_text(" ".join(_SHEET.groups), _KEY.salt) == _KEY


def test_names_on_the_sheet_are_plain_text(qapp: object) -> None:
    assert "Riverside <b>Group</b>" in sheet_document(_SHEET).toPlainText()


@pytest.mark.parametrize("paper", list(Paper))
def test_the_sheet_is_one_page(qapp: object, paper: Paper) -> None:
    group = Group(name="Riverside Group " * 6, paper=paper)
    sheet = Sheet(_KEY, group, "Riverside Group.amnesty", date(2026, 11, 23))
    assert sheet_document(sheet).pageCount() == 1
    content = pdf_of(sheet)
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1


def test_a_saved_sheet_is_for_its_owner_alone(qtbot: QtBot, buttons: SheetButtons, tmp_path: Path) -> None:
    buttons.choose_pdf = lambda: str(tmp_path / "sheet")
    with qtbot.waitSignal(buttons.taken):
        press(qtbot, buttons, "save")
    saved = tmp_path / "sheet.pdf"
    assert saved.read_bytes().startswith(b"%PDF")
    assert saved.stat().st_mode & 0o077 == 0
    assert str(saved) in buttons.said
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_a_folder_that_refuses_is_named(qtbot: QtBot, buttons: SheetButtons, tmp_path: Path) -> None:
    buttons.choose_pdf = lambda: str(tmp_path / "gone" / "sheet.pdf")
    with qtbot.assertNotEmitted(buttons.taken):
        press(qtbot, buttons, "save")
    assert "could not be written" in buttons.said


def test_choosing_no_place_saves_nothing(qtbot: QtBot, buttons: SheetButtons) -> None:
    buttons.choose_pdf = lambda: ""
    press(qtbot, buttons, "save")
    assert buttons.said == ""


def test_the_sheet_goes_to_a_printer(qtbot: QtBot, buttons: SheetButtons, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    buttons.ask_printer = lambda use: use(printer)
    with qtbot.waitSignal(buttons.taken):
        press(qtbot, buttons, "print")
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_the_letters_are_shown_only_when_asked_for(qtbot: QtBot, buttons: SheetButtons) -> None:
    shown = [label for label in buttons.findChildren(QLabel) if _SHEET.groups[0] in label.text()]
    assert not any(label.isVisible() for label in shown)
    press(qtbot, buttons, "show sheet")
    assert [label.isVisible() for label in shown] == [True]


def test_once_taken_later_becomes_done(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = RecoverySheet(look, _SHEET, None)
    qtbot.addWidget(dialog)
    dialog.sheet.choose_pdf = lambda: str(tmp_path / "sheet.pdf")
    press(qtbot, dialog, "save")
    leave = dialog.findChild(QPushButton, "Later")
    assert leave is not None
    assert leave.text() == "&Done"
