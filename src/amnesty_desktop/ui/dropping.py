# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dropped anywhere on the window: a letter that was changed in Word is taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from .main_window import MainWindow

_ENTERING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Dropping(QObject):
    """Watches what is dropped on one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or self._window.workplace is None:
            return False
        path = dropped_word_file(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() not in _ENTERING:
            self._take(path)
        return True

    def _take(self, path: Path) -> None:
        # Not needed before the first file is dropped.
        from ..edits.taking_back import is_exported_letter

        workplace = self._window.workplace
        assert workplace is not None
        if is_exported_letter(path):
            workplace.show_view("letters")
            workplace.letters.paper.take_back(str(path))
        else:
            workplace.tell("This Word file is no letter that was exported from here, one file each.", False)


def dropped_word_file(mime: QMimeData) -> Path | None:
    """The one Word file that is dropped; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".docx" else None
