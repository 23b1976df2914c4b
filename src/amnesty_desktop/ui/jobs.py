# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work away from the window's thread, with progress and Cancel.

A pure job is a function over values and bytes. A store job uses the case file: it holds the file's turn,
and the window must not write meanwhile. Both are handed step(done, total), which raises Cancelled.
"""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, Signal

from .collecting import Collecting

Step = Callable[[int, int], None]
Work = Callable[[Step], Any]


class Cancelled(Exception):
    """The user has asked to stop; what was done so far is rolled back."""


class Job(QObject):
    """One piece of work under way. Signals: progressed(done, total), done(result), failed(error), ended()."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    # From the worker's thread to ours; the public signals are emitted on this side only.
    _arrived = Signal(str, object)

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self._cancelled = threading.Event()
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    def step(self, done: int, total: int) -> None:
        """Told by the work; raises Cancelled when it should stop."""
        if self._cancelled.is_set():
            raise Cancelled
        self._arrived.emit("progressed", (done, total))

    def run(self, work: Work) -> None:
        """Do the work; called in the pool's thread."""
        try:
            result = work(self.step)
        except Cancelled:
            pass
        except Exception as error:
            self._arrived.emit("failed", error)
        else:
            self._arrived.emit("done", result)
        self._arrived.emit("ended", None)

    def _on_arrived(self, what: str, value: Any) -> None:
        if what == "progressed":
            self.progressed.emit(*value)
        elif what == "done":
            self.done.emit(value)
        elif what == "failed":
            self.failed.emit(value)
        else:
            self.ended.emit()


class _Run(QRunnable):
    """Carries the work to the pool. It owns no signals: the job outlives it."""

    def __init__(self, work: Work, job: Job) -> None:
        super().__init__()
        self._work = work
        self._job = job

    def run(self) -> None:
        self._job.run(self._work)


class Jobs(QObject):
    """Runs jobs and knows which are under way. Signal: started(Job)."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._under_way: set[Job] = set()
        self._collecting = Collecting(self)

    def start(
        self,
        label: str,
        work: Work,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        is_quiet: bool = False,
    ) -> Job:
        """Start work in the pool; label says what is being done. done and failed are called on this thread.

        A quiet job is not shown: it is over in a blink, and nobody has asked for it.
        """
        job = Job(label, self)
        if done is not None:
            job.done.connect(done)
        if failed is not None:
            job.failed.connect(failed)
        job.ended.connect(lambda: self._forget(job))
        self._under_way.add(job)
        self._collecting.begin()
        if not is_quiet:
            self.started.emit(job)
        self._pool.start(_Run(work, job))
        return job

    @property
    def under_way(self) -> bool:
        """Whether any job is running."""
        return bool(self._under_way)

    def finish(self) -> None:
        """Cancel what is running, wait for it and hand over what it has done: before the file is closed."""
        while self._under_way:
            waiting = list(self._under_way)
            for job in waiting:
                job.cancel()
            self._pool.waitForDone()
            # Handed over now: later they would come to views without a file.
            for job in waiting:
                QCoreApplication.sendPostedEvents(job, QEvent.Type.MetaCall.value)

    def _forget(self, job: Job) -> None:
        self._under_way.discard(job)
        if not self._under_way:
            self._collecting.end()
        job.deleteLater()
