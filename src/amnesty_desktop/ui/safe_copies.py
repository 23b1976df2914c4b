# SPDX-License-Identifier: GPL-3.0-or-later
"""Safe copies without being asked: at every close, and after each half hour in which something changed."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ..edits import copies
from ..store.backup import SafeCopy
from ..store.errors import CaseFileError
from .jobs import Jobs, Step
from .session import Session

EVERY_MS = 30 * 60_000


class SafeCopies(QObject):
    """Makes copies of the session's file and knows the newest. Signal: made(SafeCopy)."""

    made = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._folder = session.copies
        self._newest = copies.newest(self._folder)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.make_if_changed)
        self._timer.start()

    @property
    def newest(self) -> SafeCopy | None:
        """The newest copy that was opened and checked."""
        return self._newest

    def make_if_changed(self) -> None:
        """Make a copy in the background when anything was changed since the last."""
        if self._session.is_locked or not self._session.file.edits_since_copy:
            return
        self.make()

    def make(self, done: Callable[[SafeCopy], None] | None = None) -> None:
        """Make a copy in the background."""
        file, folder = self._session.file, self._folder

        def work(step: Step) -> SafeCopy:
            return copies.make(file, folder, step)

        def remember(copy: SafeCopy) -> None:
            self._remember(copy)
            if done is not None:
                done(copy)

        self._jobs.start("Making a safe copy", work, done=remember, failed=self._on_failed)

    def make_at_close(self) -> CaseFileError | None:
        """Make a copy here and now, when anything was changed; returns the trouble instead of raising it."""
        if self._session.is_locked:
            return None
        self._session.settle()
        if not self._session.file.edits_since_copy:
            return None
        try:
            self._remember(copies.make(self._session.file, self._folder))
        except CaseFileError as trouble:
            return trouble
        return None

    def age_in_days(self) -> int | None:
        """How old the newest copy is, None without one."""
        return (datetime.now(UTC) - self._newest.at).days if self._newest else None

    def _remember(self, copy: SafeCopy) -> None:
        self._newest = copy
        self.made.emit(copy)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, CaseFileError):
            self._session.trouble.emit(error)
            return
        raise error
