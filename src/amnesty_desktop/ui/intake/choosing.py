# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu's ways of bringing in a sheet: files that are chosen, and text that was copied."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

if TYPE_CHECKING:
    from ..main_window import MainWindow

_FILES = "Sheets (*.docx *.pdf *.eml *.txt *.md *.htm *.html);;All files (*)"


class Choosing(QObject):
    """Asks what to bring in. choose_files can be exchanged in tests."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.choose_files: Callable[[], list[str]] = self._choose_files

    def files(self) -> None:
        """Go back to sheets that wait for a decision; otherwise ask for files and bring them in."""
        workplace = self._window.workplace
        if workplace is None:
            return
        is_here = workplace.view.objectName() == "intake"
        if workplace.has_sheets_waiting and not is_here:
            workplace.bring_in([])
        elif names := self.choose_files():
            workplace.bring_in([Path(name) for name in names])

    def clipboard(self) -> None:
        """Bring in the text that was copied last."""
        workplace = self._window.workplace
        if workplace is None:
            return
        words = QApplication.clipboard().text()
        if words.strip():
            workplace.bring_in_text(words)
        else:
            workplace.tell("There is no text on the clipboard. Copy the text of the sheet first.", False)

    def _choose_files(self) -> list[str]:
        return QFileDialog.getOpenFileNames(self._window, "Which sheets?", str(Path.home()), _FILES)[0]
