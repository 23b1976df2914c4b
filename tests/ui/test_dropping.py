# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dropped on the window."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.sample import TODAY
from tests.support.windows import open_window, sample_path, workplace_of

from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.edits.export import export_letters
from amnesty_desktop.ui.dropping import dropped_word_file
from amnesty_desktop.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> MainWindow:
    made = open_window(qtbot, qapp)
    made.doors.open_path(sample_path(tmp_path))
    return made


def dragged(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(window: MainWindow, *paths: Path) -> bool:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = dragged(*paths)
    event = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, mime, buttons, keys)
    event.ignore()
    # Qt hands a drop on only after a drag has entered, which nobody can do here.
    window.dropping.eventFilter(window, event)
    return event.isAccepted()


def test_a_letter_from_word_is_taken_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    session = workplace_of(window).desk.session
    ready = session.file.all(Letter, state=LetterState.READY)[0]
    (path,) = export_letters(session.file, [ready.id], tmp_path, today=TODAY)
    with qtbot.waitSignal(window.jobs.started) as told:
        assert drop(window, path)
    with qtbot.waitSignal(told.args[0].ended):
        pass
    dialog = workplace_of(window).letters.paper.dialog
    assert dialog is not None
    dialog.reject()


def test_another_word_file_is_said_to_be_none_of_ours(window: MainWindow, tmp_path: Path) -> None:
    Document().save(str(tmp_path / "other.docx"))
    assert drop(window, tmp_path / "other.docx")
    assert "no letter that was exported from here" in workplace_of(window).trouble.accessibleName()


@pytest.mark.parametrize("names", [("a.pdf",), ("a.docx", "b.docx"), ()])
def test_anything_else_is_left_to_others(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert dropped_word_file(dragged(*(tmp_path / name for name in names))) is None
