# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter comes back from Word into the window."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.edits import export
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.view import LettersView


@pytest.fixture
def path(desk: Desk, letter: Letter, tmp_path: Path) -> Path:
    return export.export_letters(desk.session.file, [letter.id], tmp_path, today=desk.session.today())[0]


def change(path: Path, old: str, new: str) -> None:
    document = Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    document.save(str(path))


def drop(qtbot: QtBot, desk: Desk, view: LettersView, path: Path) -> None:
    with qtbot.waitSignal(desk.jobs.started) as told:
        view.paper.take_back(str(path))
    with qtbot.waitSignal(told.args[0].ended):
        pass


def test_what_differs_is_shown_and_taken_back(
    qtbot: QtBot, desk: Desk, view: LettersView, letter: Letter, path: Path
) -> None:
    change(path, "Dear Minister,", "Dear Sir,")
    drop(qtbot, desk, view, path)
    assert view.paper.dialog is not None
    button = view.paper.dialog.findChild(QPushButton, "take_back")
    assert button is not None
    button.click()
    assert desk.session.file.get(Letter, letter.id).salutation == "Dear Sir,"
    assert view.is_writing
    assert desk.session.file.undo_label == "Take back the letter from Word"


def test_an_untouched_letter_offers_nothing_to_take(
    qtbot: QtBot, desk: Desk, view: LettersView, letter: Letter, path: Path
) -> None:
    drop(qtbot, desk, view, path)
    assert view.paper.dialog is not None
    assert view.paper.dialog.findChild(QPushButton, "take_back") is None
    view.paper.dialog.reject()
    assert view.paper.dialog is None


def test_a_file_that_is_no_letter_is_said_plainly(qtbot: QtBot, desk: Desk, view: LettersView, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"hello")
    drop(qtbot, desk, view, tmp_path / "x.docx")
    assert view.paper.dialog is None
    assert "not a Word document" in view.bars.trouble.accessibleName()
