# SPDX-License-Identifier: GPL-3.0-or-later
"""After a new version of the program: a large file is got ready for its search while the window is idle."""

from PySide6.QtCore import QObject, QTimer

from ..store.errors import CaseFileError
from ..store.reindexing import Reindexing, is_present
from .jobs import Cancelled, Job
from .session import Session

LABEL = "Getting the search ready"
_GAP_MS = 2
_BUSY_MS = 200


class SearchUpkeep(QObject):
    """Indexes a part whenever nothing else is to do. The job it hands out has the usual progress and Cancel."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work: Reindexing | None = None
        self.job = Job(LABEL, self)
        self._timer = QTimer(self, interval=_GAP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def is_needed(self) -> bool:
        """Whether the index of the file is an older one."""
        return not self._session.is_locked and not is_present(self._session.file.engine)

    def begin(self) -> None:
        """Begin; what is not done when the file is closed is done the next time."""
        self._work = Reindexing(self._session.file.engine)
        self._timer.start()

    def _step(self) -> None:
        work, session = self._work, self._session
        if work is None or session.is_locked:
            self._stop()
            return
        if not session.file.turn.acquire(blocking=False):
            self._timer.setInterval(_BUSY_MS)
            return
        self._timer.setInterval(_GAP_MS)
        try:
            work.step()
            self.job.step(work.done, work.total)
        except Cancelled:
            self._stop()
        except CaseFileError as trouble:
            self._stop()
            session.trouble.emit(trouble)
        finally:
            session.file.turn.release()
        if work.is_over:
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self._work = None
        self.job.ended.emit()
