# SPDX-License-Identifier: GPL-3.0-or-later
"""The Letters view: the list with the letter to read beside it, and the writing desk."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from ...domain.compose import NoContact
from ...domain.letter import Letter, LetterKind, LetterState
from ...store.errors import CaseFileError
from ..desk import Desk
from ..spelling import dictionaries
from . import framing
from .desk_page import DeskPage
from .export_news import ExportNews
from .exporting import Exporting
from .letter_acts import LetterActs
from .letter_bars import LetterBars
from .list_page import ListPage
from .paper_acts import PaperActs


class LettersView(QWidget):
    """All that is done with letters."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letters")
        self._desk = desk
        self.bars = LetterBars(desk.look)
        self.list_page = ListPage(desk)
        self.desk_page = DeskPage(desk)
        self.exporting = Exporting(desk, self)
        self.acts = LetterActs(desk, self)
        self.paper = PaperActs(self, desk)
        self.news = ExportNews(self, desk)
        self._stack = QStackedWidget()
        for page in (self.list_page, self.desk_page):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        wishes, page = self._desk.wishes, self.desk_page
        self.list_page.letter_opened.connect(self.open_letter)
        self.list_page.next_requested.connect(self._do_next)
        self.list_page.list.first_requested.connect(lambda: wishes.case_requested.emit("", ""))
        self.list_page.list.bin_requested.connect(self.bin)
        page.back_requested.connect(self.back)
        page.gone.connect(self._show_list)
        page.export_requested.connect(self.export)
        page.sent_requested.connect(self.mark_sent)
        page.reply_requested.connect(self.record_reply)
        page.dictionary_requested.connect(self._add_dictionary)
        self.acts.refused.connect(self.bars.say)
        self.bars.case_requested.connect(lambda case_id: wishes.case_requested.emit(case_id, "case"))

    # -- writing and reading

    @property
    def is_writing(self) -> bool:
        """Whether the writing desk is shown."""
        return self._stack.currentWidget() is self.desk_page

    def write(self, case_id: str, addressee_id: str = "", kind: LetterKind | None = None) -> None:
        """Begin a letter in a case, to its first addressee unless another is named, and open it for writing.

        Without a kind it is of the kind that is due.
        """
        self.bars.clear()
        session = self._desk.session
        session.settle()
        file = session.file
        addressee = framing.addressee_for(file, case_id, addressee_id)
        if addressee is None:
            self.bars.refuse("There is nobody to write to in this case yet. Add an address first.", case_id)
            return
        writer = framing.present_writer(file, session.settings.user_name)
        try:
            letter = framing.drafted(file, case_id, addressee, writer, session.today(), kind)
        except NoContact as refusal:
            self.bars.refuse(f"No letter here: {refusal.reason}", case_id)
            return
        if self.acts.add(letter):
            self.open_letter(letter.id)

    def open_letter(self, letter_id: str) -> None:
        """Put a letter on the writing desk; one that was sent can be read there."""
        self.bars.clear()
        self._stack.setCurrentWidget(self.desk_page)
        if not self.desk_page.open(letter_id):
            self._show_list()
            self.bars.say("This letter is no longer in the file.")

    def back(self) -> None:
        """From the desk back to the list, to the row of the letter."""
        if not self.is_writing:
            return
        letter = self.desk_page.letter
        self._show_list()
        if letter is not None:
            self.list_page.list.choose(letter.id)
        self.list_page.list.table.setFocus()

    def _show_list(self) -> None:
        self.desk_page.put_away()
        self._stack.setCurrentWidget(self.list_page)

    def find_in_list(self) -> None:
        """Go to the search of the list."""
        if self.is_writing:
            self.back()
        self.list_page.list.go_to_search()

    def activate(self) -> None:
        """Shown: be on a row."""
        if not self.is_writing:
            self.list_page.list.choose_first()

    # -- which letters the menus mean

    def current_letter_ids(self) -> list[str]:
        """The letter on the desk, or the chosen rows of the list."""
        if self.is_writing:
            return [self.desk_page.letter.id] if self.desk_page.letter else []
        return self.list_page.list.chosen_ids()

    def current_case_id(self) -> str:
        """The case of the letter that is looked at, empty without one."""
        found = self.current_letter_ids()
        letter = self._desk.session.file.find(Letter, found[0]) if found else None
        return letter.case_id if letter else ""

    # -- what the menus do

    def export(self) -> None:
        """Export the current letters to Word."""
        self.bars.clear()
        self.exporting.export(self.current_letter_ids(), self)

    def print_letters(self) -> None:
        """Export the current letters as one document and open it in Word."""
        self.bars.clear()
        self.exporting.export(self.current_letter_ids(), self, open_after=True)

    def mark_ready(self) -> None:
        """The current letters are finished and wait to be printed; ready ones become drafts again."""
        self.acts.mark_ready(self.current_letter_ids())

    def mark_sent(self, letter_ids: Sequence[str] = ()) -> None:
        """Ask when and how letters went out, and seal them."""
        self.bars.clear()
        self.acts.mark_sent(list(letter_ids) or self.current_letter_ids())

    def record_reply(self, letter_id: str = "") -> None:
        """Record what came back to a letter."""
        self.bars.clear()
        self.acts.record_reply(letter_id or next(iter(self.current_letter_ids()), ""))

    def bin(self) -> None:
        """Put the current letters into the bin."""
        self.acts.bin(self.current_letter_ids())

    def _do_next(self, state: LetterState) -> None:
        """The one next thing for the letter that is read."""
        if state is LetterState.DRAFT:
            self.open_letter(self.list_page.reading.letter_id)
        elif state is LetterState.READY:
            self.export()
        elif state is LetterState.EXPORTED:
            self.mark_sent()
        else:
            self.record_reply()

    # -- being told

    def _add_dictionary(self) -> None:
        """Ask for a dictionary and take it in."""
        kinds = "Dictionaries (*.oxt *.aff *.dic)"
        chosen, _ = QFileDialog.getOpenFileName(self, "Add a dictionary", "", kinds)
        if not chosen:
            return
        try:
            dictionaries.add(Path(chosen))
        except CaseFileError as trouble:
            self.bars.say(f"{trouble.message} {trouble.way_out}")
        else:
            self.desk_page.spelling.forget_dictionaries()

    # -- the place

    def place(self) -> dict[str, Any]:
        """Where one is, as JSON: the list, the letter, whether it is being written, and the folder letters go to."""
        letter = self.desk_page.letter if self.is_writing else None
        folder = self.exporting.folder
        return {
            "list": self.list_page.list.place(),
            "letter": letter.id if letter else self.list_page.reading.letter_id,
            "writing": letter is not None,
            "folder": str(folder) if folder else "",
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over."""
        if folder := place.get("folder"):
            self.exporting.folder = Path(folder)
        self.list_page.list.go_to(place.get("list", {}))
        letter_id = place.get("letter", "")
        if not letter_id or self._desk.session.file.find(Letter, letter_id) is None:
            return
        self.list_page.list.choose(letter_id)
        if place.get("writing"):
            self.open_letter(letter_id)
