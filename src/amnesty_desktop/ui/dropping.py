# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dropped anywhere on the window: letters from Word, spreadsheets, and anything else as sheets."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from .main_window import MainWindow

_SHORTEST_SHEET = 200
_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)
_SPREADSHEETS = (".csv", ".tsv", ".xlsx", ".ods", ".xls", ".xlsm")
_ENTERING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Dropping(QObject):
    """Watches what is dropped on one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._window and (handle := self._window.windowHandle()):
            handle.installEventFilter(self)
        if not isinstance(event, QDropEvent) or self._window.workplace is None:
            return False
        if watched is not self._window and not self._is_over_text(event):
            return False
        paths = dropped_files(event.mimeData())
        words = "" if paths else dropped_words(event.mimeData())
        if not paths and not words:
            return False
        event.acceptProposedAction()
        if event.type() not in _ENTERING:
            # Whoever dropped it waits for an answer: nothing is opened before that.
            QTimer.singleShot(0, self, lambda: self._take(paths, words))
        return True

    def _is_over_text(self, event: QDropEvent) -> bool:
        """Whether files are held over a text, which would take their names for words.

        Everything else has the first say of what is dropped on it: a document of a case, a fact for a letter.
        """
        below = self._window.childAt(event.position().toPoint())
        inside = below.parentWidget() if below is not None else None
        is_text = isinstance(below, _TEXTS) or isinstance(inside, _TEXTS)
        return is_text and bool(dropped_files(event.mimeData()))

    def _take(self, paths: list[Path], words: str) -> None:
        # Not needed before the first file is dropped.
        from ..edits.taking_back import is_exported_letter

        workplace = self._window.workplace
        if workplace is None:
            return
        if words:
            workplace.bring_in_text(words)
        elif len(paths) == 1 and paths[0].suffix.lower() == ".docx" and is_exported_letter(paths[0]):
            workplace.show_view("letters")
            workplace.letters.paper.take_back(str(paths[0]))
        elif sheets := [path for path in paths if not is_spreadsheet(path)]:
            workplace.bring_in(sheets)
        elif len(paths) == 1:
            self._window.papers.spreadsheets.begin(paths[0])
        if len(paths) > 1 and any(map(is_spreadsheet, paths)):
            workplace.tell("Bring in spreadsheets one at a time: each has columns of its own.", False)


def dropped_files(mime: QMimeData) -> list[Path]:
    """The files that are dropped; nothing is fetched from anywhere, and a folder is none."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile()]
    return [path for path in paths if not path.is_dir()]


def is_spreadsheet(path: Path) -> bool:
    """Whether a file is a spreadsheet by its name; one of an old kind is, and is then told why it cannot be read."""
    return path.suffix.lower() in _SPREADSHEETS


def dropped_words(mime: QMimeData) -> str:
    """Text of some length that is dropped, as out of a mail program; empty for a word or two."""
    words = mime.text() if mime.hasText() and not mime.hasUrls() else ""
    return words if len(words) >= _SHORTEST_SHEET else ""
