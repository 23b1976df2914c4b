# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding documents: files are read and kept in a job, become documents in one edit, and their words are read after."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ...edits import attachments as edits
from ...store import attachments
from ...store.errors import CaseFileError
from ..desk import Desk
from ..jobs import Step
from ..texts import counted
from .words import added_words

MOST_AT_ONCE = 200


class Adding(QObject):
    """Adds files to a case. choose_files can be exchanged in tests.

    Signals: noticed(sentences); added(case id, id of the last); read(case id), once search knows the words inside.
    """

    noticed = Signal(list)
    added = Signal(str, str)
    read = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._being_read: set[str] = set()
        self.choose_files: Callable[[], list[str]] = self._choose_files

    def choose(self, case_id: str) -> None:
        """Ask for files and add them."""
        self.add(case_id, [Path(name) for name in self.choose_files()])

    def add(self, case_id: str, paths: Sequence[Path]) -> None:
        """Add files to a case in the background."""
        if not paths:
            return
        if len(paths) > MOST_AT_ONCE:
            self.noticed.emit([f"These are {len(paths)} files. Add at most {MOST_AT_ONCE} at once."])
            return
        file, today = self._desk.session.file, self._desk.session.today()

        def work(step: Step) -> tuple[str, edits.Gathered]:
            return case_id, edits.gather(file, case_id, paths, today, step)

        label = f"Adding {counted(len(paths), 'document', 'documents')}"
        self._desk.jobs.start(label, work, done=self._on_gathered, failed=self._on_failed)

    def read_words(self, case_id: str) -> None:
        """Read the words of documents nobody has read yet, in the background."""
        session = self._desk.session
        if case_id in self._being_read or not attachments.unread(session.file.engine, case_id):
            return
        self._being_read.add(case_id)
        file = session.file

        def work(step: Step) -> str:
            edits.read_all_words(file, case_id, step)
            return case_id

        job = self._desk.jobs.start("Reading the documents", work, done=self.read.emit, failed=self._on_failed)
        job.ended.connect(lambda: self._being_read.discard(case_id))

    def _on_gathered(self, found: tuple[str, edits.Gathered]) -> None:
        case_id, gathered = found
        session = self._desk.session
        if session.is_locked:
            return
        if gathered.notices:
            self.noticed.emit(list(gathered.notices))
        if not gathered.documents:
            return
        number = len(gathered.documents)
        if session.edit(added_words(number), partial(edits.add, documents=gathered.documents)) is not None:
            self.added.emit(case_id, gathered.documents[-1].id)
            self.read_words(case_id)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self._desk.session.trouble.emit(error)

    def _choose_files(self) -> list[str]:
        return QFileDialog.getOpenFileNames(self._widget, "Which files belong to the case?", str(Path.home()))[0]


def dropped_files(dropped: QMimeData) -> list[Path]:
    """The files that were dropped; nothing else counts, and nothing is fetched."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile() and url.toLocalFile()]
