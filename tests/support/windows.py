# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window for tests: built as the program builds it, over files made for the test."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amnesty_desktop.app import build
from amnesty_desktop.settings import Settings
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.ui.main_window import MainWindow
from amnesty_desktop.ui.session import Session
from amnesty_desktop.ui.workplace import Workplace

from .sample import TODAY, sample_bytes


def open_window(qtbot: QtBot, application: QApplication, today: date = TODAY) -> MainWindow:
    """The window without a file, shown and active."""
    window = build(application, Settings.load(), today=lambda: today)
    # Closing may say something first, as that sheets still wait; the second time it closes.
    qtbot.addWidget(window, before_close_func=lambda made: made.close())
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def sample_path(folder: Path) -> Path:
    """A closed file with the sample group."""
    path = folder / "sample.amnesty"
    path.write_bytes(sample_bytes())
    return path


def page_of(window: MainWindow) -> QWidget:
    """What fills the window."""
    pages = window.centralWidget()
    assert isinstance(pages, QStackedWidget)
    found = pages.currentWidget()
    assert found is not None
    return found


def workplace_of(window: MainWindow) -> Workplace:
    """The workplace of the open file."""
    assert window.workplace is not None, "no file is open"
    return window.workplace


def session_of(window: MainWindow) -> Session:
    """The session of the open file."""
    return workplace_of(window).desk.session


def file_of(window: MainWindow) -> CaseFile:
    """The open file."""
    return session_of(window).file


def delete_what_was_left() -> None:
    """Let Qt delete the pages that were taken away."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def words_held(window: QWidget) -> Iterator[str]:
    """Every text that the widgets below a window hold, shown or not."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))


def type_words(field: QWidget, words: str) -> None:
    """Press a key for each letter; Qt's own keyClicks knows ASCII only and aborts at the first Ł."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
