# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo of edits that wrote very many rows, such as a spreadsheet of cases: beside the window, with Cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ..store import history
from ..store.changes import Changes
from ..store.errors import CaseFileError
from .dialogs.frame import DialogFrame
from .jobs import Jobs, Step
from .look import Look
from .session import Session
from .theme import Role, Use
from .widgets.foot import WorkLine
from .widgets.paragraph import Paragraph

MANY_ROWS = 500
"""Rows from which on an edit is taken back beside the window; fewer take less than a blink."""


class WorkDialog(DialogFrame):
    """Says what is being done, holds off everything else, and offers to stop. Signal: stop_requested()."""

    stop_requested = Signal()

    def __init__(self, look: Look, what: str, parent: QWidget | None) -> None:
        super().__init__(look, what, parent, size=(520, 220))
        self.work = WorkLine(look)
        self.work.cancel_requested.connect(self.stop_requested)
        words = "Until this is done nothing else can be written into the file."
        self.add(Paragraph(look, words, Use.BODY, Role.SECONDARY), self.work)
        self.content.addStretch(1)
        self.work.begin("This takes a few seconds")
        self.work.show()

    def reject(self) -> None:
        """Esc and the sign for closing ask the work to stop; the dialog goes when it has."""
        self.stop_requested.emit()


class LongUndo(QObject):
    """Takes large edits back, and does them again, for one window. dialog is shown meanwhile."""

    def __init__(self, session: Session, jobs: Jobs, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._look = look
        self._window = parent
        self.dialog: WorkDialog | None = None

    def undo(self) -> bool:
        """Take the last edit back if it is a large one; False where it is none, and nothing was done."""
        self._session.settle()
        file = self._session.file
        return self._begin(file.undo, history.undoable(file.engine), "Taking back “{}”")

    def redo(self) -> bool:
        """Do the edit that was undone last again if it is a large one; False where it is none."""
        self._session.settle()
        file = self._session.file
        return self._begin(file.redo, history.redoable(file.engine), "Doing “{}” again")

    def _begin(self, work: Callable[[Step], Changes | None], edit: history.Step | None, words: str) -> bool:
        if edit is None or history.rows_of(self._session.file.engine, edit) < MANY_ROWS:
            return False
        what = words.format(edit.label)
        self.dialog = dialog = WorkDialog(self._look, what, self._window)
        job = self._jobs.start(what, work, done=self._on_done, failed=self._on_failed)
        job.progressed.connect(dialog.work.step)
        job.ended.connect(self._close)
        dialog.stop_requested.connect(job.cancel)
        dialog.open()
        return True

    def _on_done(self, changes: Any) -> None:
        if changes is not None and not self._session.is_locked:
            self._session.told(changes)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self._session.trouble.emit(error)

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog.deleteLater()
            self.dialog = None
