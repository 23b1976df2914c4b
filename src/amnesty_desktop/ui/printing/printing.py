# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters printed, or kept as PDF, without Word: checked as for Word, laid out aside, looked at, and marked."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from ...domain.letter import SEALED
from ...edits import export, letters
from ...edits.export import ExportItem
from ...edits.templates import is_own
from ...edits.written_files import Document
from ...store.errors import CaseFileError
from ...store.letters import seal_of
from ..desk import Desk
from ..jobs import Cancelled, Job, Step
from ..letters.exporting import Exported, Exporting
from ..letters.sealed import posted
from ..texts import counted
from .pdf import painting, pdf_of
from .preview import PrintPreview
from .printed_pages import PrintedPages

LABEL = "Print letters"
_QUIET = 20
"""Letters that are laid out in a blink."""


class Printing(QObject):
    """Prints for one window; what is refused and what is written is told by exporting, as for Word.

    choose_file asks where a PDF goes, ask_printer for the printer; both can be exchanged in tests.
    Signal: printed(number of letters).
    """

    printed = Signal(int)

    def __init__(self, desk: Desk, exporting: Exporting) -> None:
        super().__init__(exporting)
        self._desk = desk
        self._exporting = exporting
        self._parent: QWidget | None = None
        self.dialog: PrintPreview | None = None
        self.choose_file: Callable[[str], str] = self._choose_file
        self.ask_printer: Callable[[Callable[[QPrinter], None]], None] = self._ask_printer

    def preview(self, letter_ids: Sequence[str], parent: QWidget | None) -> None:
        """Check letters, and show them as they will be printed."""
        self._parent = parent
        session = self._desk.session
        session.settle()
        chosen = list(dict.fromkeys(letter_ids))
        if not chosen:
            return
        try:
            items = export.export_items(
                session.file, chosen, session.today(), answered=self._exporting.answered(chosen)
            )
        except export.LetterRefused as refusal:
            self._exporting.refused.emit(refusal)
            return
        except CaseFileError as trouble:
            self._exporting.trouble.emit(trouble)
            return
        items = [self._as_posted(item) for item in items]
        families = self._desk.look.paper_families

        def work(step: Step) -> list[PrintedPages]:
            pages = []
            for number, item in enumerate(items):
                step(number, len(items))
                pages.append(PrintedPages(item.printed, families))
            return pages

        number = counted(len(items), "letter", "letters")
        self._desk.jobs.start(
            f"Laying out {number}", work, done=lambda pages: self._show(items, pages), is_quiet=len(items) <= _QUIET
        )

    def _as_posted(self, item: ExportItem) -> ExportItem:
        """A letter that went out is printed again as it went."""
        letter = item.printed.letter
        if letter.state not in SEALED:
            return item
        sent = posted(letter, seal_of(self._desk.session.file, letter.id))
        return item.with_letter(sent)

    def _show(self, items: Sequence[ExportItem], pages: list[PrintedPages]) -> None:
        session = self._desk.session
        if session.is_locked:
            return
        own = sum(is_own(session.file, item.printed.letter) for item in items)
        dialog = PrintPreview(self._desk.look, pages, own, self._parent)
        dialog.print_requested.connect(lambda: self.ask_printer(lambda printer: self._print(items, pages, printer)))
        dialog.pdf_requested.connect(lambda: self._save(items, pages))
        dialog.word_requested.connect(lambda: self._leave_to_word(items))
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _leave_to_word(self, items: Sequence[ExportItem]) -> None:
        self._close()
        self._exporting.export([item.letter_id for item in items], self._parent, open_after=True)

    # -- into a PDF

    def _save(self, items: Sequence[ExportItem], pages: Sequence[PrintedPages]) -> None:
        name = Path(export.name_of_all(items)).stem + ".pdf"
        chosen = self.choose_file(name)
        if not chosen:
            return
        self._close()
        target = _as_pdf(Path(chosen))
        # Only the very name that was chosen may take the place of a file: about another one nobody was asked.
        is_chosen = target == Path(chosen)
        title = "Letter" if len(items) == 1 else "Letters"
        author = items[0].printed.letterhead.name

        def work(step: Step) -> list[Path]:
            content = pdf_of(pages, title, author, step)
            return export.write_documents(
                [Document(target.name, content, is_only_one=False, is_chosen=is_chosen)], target.parent
            )

        self._desk.jobs.start(
            f"Writing {counted(len(items), 'letter', 'letters')} as PDF",
            work,
            done=lambda paths: self._on_written(items, paths),
            failed=self._on_failed,
        )

    def _on_written(self, items: Sequence[ExportItem], paths: list[Path]) -> None:
        if self._desk.session.is_locked:
            return
        ids = self._mark(items)
        self._exporting.done.emit(Exported(ids, tuple(paths), paths[0].parent))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self._exporting.trouble.emit(error)

    def _choose_file(self, name: str) -> str:
        folder = self._exporting.folder or self._exporting.default_folder()
        start = str((folder if folder.is_dir() else folder.parent) / name)
        return QFileDialog.getSaveFileName(self.dialog, "Where shall the PDF go?", start, "PDF (*.pdf)")[0]

    # -- to the printer

    def _ask_printer(self, use: Callable[[QPrinter], None]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Letters")
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self.dialog)
        dialog.accepted.connect(lambda: use(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print(self, items: Sequence[ExportItem], pages: Sequence[PrintedPages], printer: QPrinter) -> None:
        self._close()
        sending = Sending(painting(pages, printer), len(pages), self)
        sending.done.connect(lambda: self._on_printed(items))
        self._desk.jobs.started.emit(sending.job)
        sending.begin()

    def _on_printed(self, items: Sequence[ExportItem]) -> None:
        if self._desk.session.is_locked:
            return
        self.printed.emit(len(self._mark(items)))
        number = counted(len(items), "letter", "letters")
        went, them = ("went", "them") if len(items) > 1 else ("went", "it")
        self._desk.wishes.told.emit(f"{number} {went} to the printer. Sign {them}, then mark {them} as sent.", False)

    def _mark(self, items: Sequence[ExportItem]) -> tuple[str, ...]:
        """The letters were printed, as if they had been exported."""
        session, ids = self._desk.session, tuple(item.letter_id for item in items)
        session.edit(LABEL, partial(letters.mark_exported, letter_ids=ids, on=session.today()))
        return ids


def _as_pdf(chosen: Path) -> Path:
    """The file to write, with the ending that says what it is; a full stop in its name is no ending."""
    return chosen if chosen.suffix.lower() == ".pdf" else chosen.with_name(f"{chosen.name}.pdf")


class Sending(QObject):
    """Sends one letter after the other to the printer, between what else the window has to do. Signal: done()."""

    done = Signal()

    def __init__(self, letters: Iterator[int], total: int, parent: QObject) -> None:
        super().__init__(parent)
        self._letters = letters
        self._total = total
        self.job = Job(f"Printing {counted(total, 'letter', 'letters')}", self)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begin with the first."""
        self._timer.start()

    def _next(self) -> None:
        try:
            number = next(self._letters, None)
            if number is not None:
                self.job.step(number, self._total)
                return
        except Cancelled:
            self._end()
        else:
            self._end()
            self.done.emit()

    def _end(self) -> None:
        self._timer.stop()
        # Lets go of the printer.
        del self._letters
        self.job.ended.emit()
        self.deleteLater()
