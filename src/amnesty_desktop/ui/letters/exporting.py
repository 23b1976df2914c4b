# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters on their way to Word: where to, checked, written in the background, marked, and said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ...domain.letter import Answer
from ...edits import export, letters
from ...store.errors import CaseFileError
from ..desk import Desk
from ..dialogs.export_letters import ExportLetters
from ..jobs import Step
from ..texts import counted

FOLDER = "Letters"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the letters, and where they are."""

    letter_ids: tuple[str, ...]
    paths: tuple[Path, ...]
    folder: Path

    @property
    def sentence(self) -> str:
        """What to say about it."""
        number = len(self.letter_ids)
        if len(self.paths) == 1 and number == 1:
            return f"The letter is in {self.folder}, as “{self.paths[0].name}”."
        return f"{counted(number, 'letter', 'letters')} {'is' if number == 1 else 'are'} in {self.folder}."


class Exporting(QObject):
    """Exports for one window. choose_folder and open_url can be exchanged in tests.

    Signals: done(Exported); refused(LetterRefused) for a letter that may not leave as it is; trouble(CaseFileError).
    """

    done = Signal(object)
    refused = Signal(object)
    trouble = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent: QWidget | None = None
        self.folder: Path | None = None
        self.dialog: ExportLetters | None = None
        self.choose_folder: Callable[[], str] = self._choose_folder
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl

    def export(self, letter_ids: Sequence[str], parent: QWidget | None, *, open_after: bool = False) -> None:
        """Export letters, one file each; several ask first how and where to, one goes where the last one went."""
        self._parent = parent
        self._desk.session.settle()
        chosen = list(dict.fromkeys(letter_ids))
        if not chosen:
            return
        if len(chosen) > 1 and not open_after:
            self._ask(chosen)
        elif folder := self._known_folder():
            self._write(chosen, folder, one_document=open_after, open_after=open_after)

    def open_folder(self, exported: Exported) -> None:
        """Show the folder in the desktop's own file window."""
        self.open_url(QUrl.fromLocalFile(str(exported.folder)))

    # -- where to

    def default_folder(self) -> Path:
        """The folder offered first."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home()) / FOLDER

    def _known_folder(self) -> Path | None:
        if self.folder is not None and self.folder.is_dir():
            return self.folder
        chosen = self.choose_folder()
        self.folder = Path(chosen) if chosen else None
        return self.folder

    def _choose_folder(self) -> str:
        start = self.folder if self.folder is not None and self.folder.is_dir() else self.default_folder()
        if start == self.default_folder() and start.parent.is_dir():
            start.mkdir(exist_ok=True)
        return QFileDialog.getExistingDirectory(self._parent, "Where shall the letters go?", str(start))

    def _ask(self, letter_ids: list[str]) -> None:
        dialog = ExportLetters(self._desk.look, len(letter_ids), self.folder or self.default_folder(), self._parent)
        dialog.choose_folder = self.choose_folder
        dialog.decided.connect(lambda folder, one: self._decided(letter_ids, folder, one))
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _decided(self, letter_ids: list[str], folder: Path, one_document: bool) -> None:
        if folder == self.default_folder() and folder.parent.is_dir():
            folder.mkdir(exist_ok=True)
        self.folder = folder
        self._write(letter_ids, folder, one_document=one_document, open_after=False)

    def _forget(self) -> None:
        self.dialog = None

    # -- writing

    def _write(self, letter_ids: list[str], folder: Path, *, one_document: bool, open_after: bool) -> None:
        file = self._desk.session.file
        answered = {one: frozenset(a.subject_id for a in file.all(Answer, letter_id=one)) for one in letter_ids}
        try:
            items = export.export_items(file, letter_ids, self._desk.session.today(), answered=answered)
        except export.LetterRefused as refusal:
            self.refused.emit(refusal)
            return

        def work(step: Step) -> list[Path]:
            step(0, 2)
            documents = export.documents_for(items, one_document=one_document)
            step(1, 2)
            return export.write_documents(documents, folder)

        self._desk.jobs.start(
            f"Exporting {counted(len(items), 'letter', 'letters')}",
            work,
            done=lambda paths: self._on_written(letter_ids, paths, folder, open_after),
            failed=self._on_failed,
        )

    def _on_written(self, letter_ids: list[str], paths: list[Path], folder: Path, open_after: bool) -> None:
        session = self._desk.session
        if session.is_locked:
            return
        session.edit(export.LABEL, partial(letters.mark_exported, letter_ids=letter_ids, on=session.today()))
        if open_after:
            for path in paths:
                self.open_url(QUrl.fromLocalFile(str(path)))
        self.done.emit(Exported(tuple(letter_ids), tuple(paths), folder))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self.folder = None
        self.trouble.emit(error)
