# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dropped on the window."""

from functools import partial
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.arriving import words_of
from tests.support.sample import TODAY
from tests.support.windows import open_window, sample_path, workplace_of

from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.edits.export import export_letters
from amnesty_desktop.ui.dropping import dropped_files, dropped_words
from amnesty_desktop.ui.intake.reading import State
from amnesty_desktop.ui.main_window import MainWindow
from amnesty_desktop.ui.spreadsheets.page import BringIn


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


def test_any_other_files_are_read_as_sheets(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    Document().save(str(tmp_path / "other.docx"))
    (tmp_path / "sheet.txt").write_text(words_of("2000s-nepal-3"), "utf-8")
    assert drop(window, tmp_path / "other.docx", tmp_path / "sheet.txt")
    QApplication.processEvents()
    view = workplace_of(window).intake
    qtbot.waitUntil(lambda: not view.reading.is_under_way, timeout=20_000)
    assert [brought.state for brought in view.reading.files] == [State.UNREADABLE, State.READY]
    assert workplace_of(window).view is view


def test_a_spreadsheet_gets_its_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Who,Country\nIda Rey,Chile\n")
    assert drop(window, tmp_path / "list.csv")
    qtbot.waitUntil(lambda: isinstance(window.papers.dialog, BringIn) and window.papers.dialog.plan is not None)
    assert window.papers.dialog is not None
    window.papers.dialog.reject()


def test_spreadsheets_come_one_at_a_time(window: MainWindow, tmp_path: Path) -> None:
    assert drop(window, tmp_path / "one.csv", tmp_path / "two.xlsx")
    QApplication.processEvents()
    assert "one at a time" in workplace_of(window).trouble.accessibleName()


def _choose_none(asked: list[str]) -> list[str]:
    asked.append("files")
    return []


def test_the_rail_leads_away_from_sheets_and_the_menu_back(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    workplace = workplace_of(window)
    workplace.bring_in_text("x" * 300)
    workplace.show_view("cases")
    assert workplace.view.objectName() != "intake"
    window.menu["bring_in"].trigger()
    assert workplace.view.objectName() == "intake"
    asked: list[str] = []
    monkeypatch.setattr(window.choosing, "choose_files", partial(_choose_none, asked))
    window.menu["bring_in"].trigger()
    assert asked
    workplace.intake.back()
    assert "waits under File" in workplace.trouble.sentence


def test_text_of_some_length_is_taken_and_a_word_is_left() -> None:
    mime = QMimeData()
    mime.setText("a word")
    assert dropped_words(mime) == ""
    mime.setText("a sheet " * 40)
    assert dropped_words(mime)


@pytest.mark.parametrize("url", ["https://section.example/sheet.pdf", ""])
def test_nothing_is_fetched(url: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(url)])
    assert dropped_files(mime) == []


def test_files_held_over_a_text_are_read_and_not_written_into_it(window: MainWindow, tmp_path: Path) -> None:
    workplace = workplace_of(window)
    workplace.show_view("cases")
    QApplication.processEvents()
    line = workplace.cases.list.search
    at = QPointF(line.mapTo(window, line.rect().center()))
    mime = dragged(tmp_path / "sheet.txt")
    event = QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    assert window.dropping.eventFilter(window.windowHandle(), event)
    QApplication.processEvents()
    assert line.text() == ""
    assert workplace.view.objectName() == "intake"


def test_a_copied_text_is_pasted_into_the_list_of_cases(window: MainWindow) -> None:
    workplace = workplace_of(window)
    workplace.show_view("cases")
    workplace.cases.list.table.setFocus()
    QApplication.clipboard().setText("URGENT ACTION " * 20)
    QTest.keyClick(workplace.cases.list.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert workplace.view.objectName() == "intake"
