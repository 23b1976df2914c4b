# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters on their way to Word: where to, checked, written in the background, marked, and said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ...domain.group import Paper
from ...domain.letter import SEALED, Answer, Letter
from ...domain.sheet_words import SignedSheet
from ...domain.stationery import ENVELOPE_OF_PAPER
from ...edits import export, letters, stationery
from ...edits.stationery import Stationery
from ...edits.written_files import Document
from ...store.errors import CaseFileError
from ...store.letters import seal_of
from ..desk import Desk
from ..dialogs.export_letters import ONLY_LETTERS, ExportLetters, Pile
from ..jobs import Step
from ..texts import counted
from .sealed import posted

FOLDER = "Letters"
MOST_OPENED = 8
"""Documents opened in Word at once; a folder full of them would bury the screen."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the letters, and where they are."""

    letter_ids: tuple[str, ...]
    paths: tuple[Path, ...]
    folder: Path
    pile: Pile = ONLY_LETTERS

    @property
    def sentence(self) -> str:
        """What to say about it."""
        number = len(self.letter_ids)
        if not self.pile.letters or not self.pile.around.is_none:
            return self._sentence_of_files()
        if len(self.paths) == 1 and number == 1:
            return f"The letter is in {self.folder}, as “{self.paths[0].name}”."
        one_file = f", as “{self.paths[0].name}”" if len(self.paths) == 1 else ""
        return f"{counted(number, 'letter', 'letters')} {'is' if number == 1 else 'are'} in {self.folder}{one_file}."

    def _sentence_of_files(self) -> str:
        around = self.pile.around
        parts = [counted(len(self.letter_ids), "letter", "letters")] if self.pile.letters else []
        named = (("envelopes", around.envelopes), ("labels", around.labels), ("signature sheets", around.signatures))
        parts += [words for words, is_wanted in named if is_wanted]
        said = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
        return f"{said[0].upper()}{said[1:]} are in {self.folder}."


@dataclass(frozen=True, slots=True)
class ChangedInWord:
    """What was not written, because these files were changed in Word since; beside writes it under other names."""

    letter_ids: tuple[str, ...]
    paths: tuple[Path, ...]
    beside: Callable[[], None]

    @property
    def sentence(self) -> str:
        """What to say about it, with the way out."""
        if len(self.paths) == 1:
            return f"“{self.paths[0].name}” was changed in Word since. Take it back first, or write beside it."
        number = counted(len(self.paths), "letter", "letters")
        return f"{number} were changed in Word since. Take them back one by one, or write the new ones beside them."


class Exporting(QObject):
    """Exports for one window. choose_folder and open_url can be exchanged in tests.

    Signals: done(Exported); refused(LetterRefused) for a letter that may not leave as it is; trouble(CaseFileError);
    changed(ChangedInWord) when files changed in Word would have been written over, and nothing was written yet.
    """

    done = Signal(object)
    refused = Signal(object)
    trouble = Signal(object)
    changed = Signal(object)

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
        chosen = self._settled(letter_ids, parent)
        if not chosen:
            return
        if len(chosen) > 1 and not open_after:
            self._ask(chosen, f"Export {counted(len(chosen), 'letter', 'letters')} to Word", ONLY_LETTERS)
        elif folder := self._known_folder():
            self._write(chosen, folder, Pile(one_document=open_after, open_after=open_after))

    def print_pile(self, letter_ids: Sequence[str], parent: QWidget | None) -> None:
        """The evening's pile: one document to print and the envelopes, in one go."""
        if chosen := self._settled(letter_ids, parent):
            size = ENVELOPE_OF_PAPER[Paper(self._desk.session.group.paper)]
            wanted = Pile(one_document=True, around=Stationery(envelopes=size), open_after=True)
            self._ask(chosen, f"Print the pile: {counted(len(chosen), 'letter', 'letters')}", wanted)

    def make_around(self, letter_ids: Sequence[str], parent: QWidget | None) -> None:
        """Envelopes, labels and signature sheets for letters, without the letters themselves."""
        if chosen := self._settled(letter_ids, parent):
            size = ENVELOPE_OF_PAPER[Paper(self._desk.session.group.paper)]
            wanted = Pile(letters=False, around=Stationery(envelopes=size), open_after=True)
            self._ask(chosen, f"Envelopes and labels for {counted(len(chosen), 'letter', 'letters')}", wanted)

    def make_sheet(self, kind: SignedSheet, letter_id: str | None, parent: QWidget | None) -> None:
        """A sheet for others to sign, opened in Word to be printed."""
        self._settled([], parent)
        session = self._desk.session
        about = [letter_id] if letter_id else []
        try:
            export.refuse_blocked(session.file, about, session.today(), answered=self.answered(about))
            document = stationery.sheet_for(session.file, kind, letter_id, session.today())
        except export.LetterRefused as refusal:
            self.refused.emit(refusal)
            return
        except CaseFileError as trouble:
            self.trouble.emit(trouble)
            return
        self.write_and_open(document)

    def words_for_email(self, letter_id: str) -> Letter | None:
        """The letter to be copied, one that was sent as it was posted; None where it may not leave, which is said."""
        self._settled([], None)
        session = self._desk.session
        try:
            answered = self.answered([letter_id])
            export.refuse_blocked(session.file, [letter_id], session.today(), answered=answered)
        except export.LetterRefused as refusal:
            self.refused.emit(refusal)
            return None
        letter = session.file.get(Letter, letter_id)
        return posted(letter, seal_of(session.file, letter_id) if letter.state in SEALED else None)

    def write_and_open(self, document: Document) -> None:
        """Write one document where the letters go, and open it in Word."""
        if folder := self._known_folder():
            self._desk.jobs.start(
                "Writing the document",
                lambda _step: export.write_documents([document], folder),
                done=self._open,
                failed=self._on_failed,
            )

    def _settled(self, letter_ids: Sequence[str], parent: QWidget | None) -> list[str]:
        self._parent = parent
        self._desk.session.settle()
        return list(dict.fromkeys(letter_ids))

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

    def _ask(self, letter_ids: list[str], title: str, wanted: Pile) -> None:
        folder, paper = self.folder or self.default_folder(), Paper(self._desk.session.group.paper)
        dialog = ExportLetters(self._desk.look, title, folder, self._parent, wanted=wanted, paper=paper)
        dialog.choose_folder = self.choose_folder
        dialog.decided.connect(lambda folder, pile: self._decided(letter_ids, folder, pile))
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _decided(self, letter_ids: list[str], folder: Path, pile: Pile) -> None:
        if folder == self.default_folder() and folder.parent.is_dir():
            folder.mkdir(exist_ok=True)
        self.folder = folder
        self._write(letter_ids, folder, pile)

    def _forget(self) -> None:
        self.dialog = None

    # -- writing

    def answered(self, letter_ids: Sequence[str]) -> dict[str, frozenset[str]]:
        """What the writer of each letter has taken note of already."""
        file = self._desk.session.file
        return {one: frozenset(a.subject_id for a in file.all(Answer, letter_id=one)) for one in letter_ids}

    def _write(self, letter_ids: list[str], folder: Path, pile: Pile, *, beside: bool = False) -> None:
        file, today = self._desk.session.file, self._desk.session.today()
        answered = self.answered(letter_ids)
        try:
            if pile.around.signatures:
                export.refuse_blocked(file, letter_ids, today, answered=answered)
            elif not pile.letters:
                export.refuse_no_contact(file, letter_ids, today)
            items = export.export_items(file, letter_ids, today, answered=answered) if pile.letters else []
            found = [] if pile.around.is_none else stationery.outsides(file, letter_ids)
        except export.LetterRefused as refusal:
            self.refused.emit(refusal)
            return
        except CaseFileError as trouble:
            self.trouble.emit(trouble)
            return

        def work(step: Step) -> list[Path] | tuple[Path, ...]:
            total = 2 * len(items) + 1
            step(0, total)
            documents = export.documents_for(
                items, one_document=pile.one_document, step=lambda number, _: step(number, total)
            )
            if not beside and (changed := export.changed_in_word(documents, folder)):
                return tuple(changed)
            documents += stationery.stationery_documents(found, pile.around, today)
            return export.write_documents(documents, folder, step=lambda number, _: step(len(items) + number, total))

        number = counted(len(letter_ids), "letter", "letters")
        self._desk.jobs.start(
            f"Exporting {number}" if pile.letters else f"Making what goes around {number}",
            work,
            done=lambda found: self._on_worked(letter_ids, found, folder, pile),
            failed=self._on_failed,
        )

    def _on_worked(self, letter_ids: list[str], found: list[Path] | tuple[Path, ...], folder: Path, pile: Pile) -> None:
        if isinstance(found, list):
            self._on_written(letter_ids, found, folder, pile)
        else:
            beside = partial(self._write, letter_ids, folder, pile, beside=True)
            self.changed.emit(ChangedInWord(tuple(letter_ids), found, beside))

    def _on_written(self, letter_ids: list[str], paths: list[Path], folder: Path, pile: Pile) -> None:
        session = self._desk.session
        if session.is_locked:
            return
        if pile.letters:
            session.edit(export.LABEL, partial(letters.mark_exported, letter_ids=letter_ids, on=session.today()))
        if pile.open_after and len(paths) <= MOST_OPENED:
            self._open(paths)
        self.done.emit(Exported(tuple(letter_ids), tuple(paths), folder, pile))

    def _open(self, paths: list[Path]) -> None:
        for path in paths:
            self.open_url(QUrl.fromLocalFile(str(path)))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self.folder = None
        self.trouble.emit(error)
