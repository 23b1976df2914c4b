# SPDX-License-Identifier: GPL-3.0-or-later
"""The Letters view: the list with the letter to read beside it, and the writing desk."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.compose import NoContact
from ...domain.letter import Letter, LetterState
from ...edits.export import LetterRefused
from ...store.errors import CaseFileError
from ..desk import Desk
from ..widgets.bars import ErrorBar
from ..widgets.splitter import Splitter
from . import framing
from .desk_page import DeskPage
from .done_bar import DoneBar
from .exporting import Exported, Exporting
from .letter_acts import LetterActs
from .list_pane import ListPane
from .reading_pane import ReadingPane

_ROOM_FOR_READING = 860
"""Design px of the view from which a letter is shown beside the list."""


class LettersView(QWidget):
    """All that is done with letters. Signal: letter_changed() when another letter is looked at."""

    letter_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letters")
        self._desk = desk
        self._trouble_leads_to = ""
        self._refused: LetterRefused | None = None
        self._exported: Exported | None = None
        self.trouble = ErrorBar(desk.look)
        self.done = DoneBar(desk.look)
        self.list = ListPane(desk)
        self.reading = ReadingPane(desk)
        self.desk_page = DeskPage(desk)
        self.exporting = Exporting(desk, self)
        self.acts = LetterActs(desk, self)
        self._split = Splitter(desk.look)
        self._stack = QStackedWidget()
        self._place_parts()
        self._connect()

    def _place_parts(self) -> None:
        for pane in (self.list, self.reading):
            self._split.addWidget(pane)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 1)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.desk_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.trouble, self.done, self._stack):
            column.addWidget(part, 1 if part is self._stack else 0)

    def _connect(self) -> None:
        self.list.letter_shown.connect(self.reading.show_letter)
        self.list.letter_opened.connect(self.open_letter)
        self.list.chosen.connect(self.reading.show_many)
        self.list.first_requested.connect(lambda: self._desk.wishes.case_requested.emit("", ""))
        self.reading.next_requested.connect(self._do_next)
        self.reading.open_requested.connect(lambda: self.open_letter(self.reading.letter_id))
        page = self.desk_page
        page.back_requested.connect(self.back)
        page.gone.connect(self._show_list)
        page.export_requested.connect(self.export)
        page.sent_requested.connect(self.mark_sent)
        page.reply_requested.connect(self.record_reply)
        self.exporting.done.connect(self._on_exported)
        self.exporting.refused.connect(self._on_refused)
        self.exporting.trouble.connect(self._on_export_trouble)
        self.trouble.mend_requested.connect(self._on_trouble_pressed)
        self.done.pressed.connect(self._open_folder)

    # -- writing and reading

    @property
    def is_writing(self) -> bool:
        """Whether the writing desk is shown."""
        return self._stack.currentWidget() is self.desk_page

    def write(self, case_id: str, addressee_id: str = "") -> None:
        """Begin a letter in a case, to its first addressee unless another is named, and open it for writing."""
        self._clear_bars()
        session = self._desk.session
        session.settle()
        file = session.file
        addressee = framing.addressee_for(file, case_id, addressee_id)
        if addressee is None:
            self._refuse("There is nobody to write to in this case yet. Add an address first.", case_id)
            return
        writer = framing.present_writer(file, session.settings.user_name)
        try:
            letter = framing.drafted(file, case_id, addressee, writer, session.today())
        except NoContact as refusal:
            self._refuse(f"No letters in this case: {refusal.reason}", case_id)
            return
        if self.acts.add(letter):
            self.open_letter(letter.id)

    def open_letter(self, letter_id: str) -> None:
        """Put a letter on the writing desk; one that was sent can be read there."""
        self._clear_bars()
        self._stack.setCurrentWidget(self.desk_page)
        if not self.desk_page.open(letter_id):
            self._show_list()
            self.trouble.show_problem("This letter is no longer in the file.")
        self.letter_changed.emit()

    def back(self) -> None:
        """From the desk back to the list, to the row of the letter."""
        if not self.is_writing:
            return
        letter = self.desk_page.letter
        self._show_list()
        if letter is not None:
            self.list.choose(letter.id)
        self.list.table.setFocus()

    def _show_list(self) -> None:
        self.desk_page.put_away()
        self._stack.setCurrentWidget(self._split)
        self.letter_changed.emit()

    def find_in_list(self) -> None:
        """Go to the search of the list."""
        if self.is_writing:
            self.back()
        self.list.go_to_search()

    def activate(self) -> None:
        """Shown: be on a row."""
        if not self.is_writing:
            self.list.choose_first()

    # -- which letters the menus mean

    def current_letter_ids(self) -> list[str]:
        """The letter on the desk, or the chosen rows of the list."""
        if self.is_writing:
            return [self.desk_page.letter.id] if self.desk_page.letter else []
        return self.list.chosen_ids()

    def current_case_id(self) -> str:
        """The case of the letter that is looked at, empty without one."""
        found = self.current_letter_ids()
        letter = self._desk.session.file.find(Letter, found[0]) if found else None
        return letter.case_id if letter else ""

    # -- what the menus do

    def export(self) -> None:
        """Export the current letters to Word."""
        self._clear_bars()
        self.exporting.export(self.current_letter_ids(), self)

    def print_letters(self) -> None:
        """Export the current letters as one document and open it in Word."""
        self._clear_bars()
        self.exporting.export(self.current_letter_ids(), self, open_after=True)

    def mark_ready(self) -> None:
        """The current letters are finished and wait to be printed; ready ones become drafts again."""
        self.acts.mark_ready(self.current_letter_ids())

    def mark_sent(self, letter_ids: Sequence[str] = ()) -> None:
        """Ask when and how letters went out, and seal them."""
        self._clear_bars()
        self.acts.mark_sent(list(letter_ids) or self.current_letter_ids())

    def record_reply(self, letter_id: str = "") -> None:
        """Record what came back to a letter."""
        self._clear_bars()
        self.acts.record_reply(letter_id or next(iter(self.current_letter_ids()), ""))

    def bin(self) -> None:
        """Put the current letters into the bin."""
        self.acts.bin(self.current_letter_ids())

    def _do_next(self, state: LetterState) -> None:
        """The one next thing for the letter that is read."""
        if state is LetterState.DRAFT:
            self.open_letter(self.reading.letter_id)
        elif state is LetterState.READY:
            self.export()
        elif state is LetterState.EXPORTED:
            self.mark_sent()
        else:
            self.record_reply()

    # -- being told

    def say(self, sentence: str) -> None:
        """Say what got in the way of something just asked for."""
        self._trouble_leads_to = ""
        self.trouble.show_problem(sentence, "Understood")

    def _refuse(self, sentence: str, case_id: str) -> None:
        self._trouble_leads_to = case_id
        self.trouble.show_problem(sentence, "Show the case")

    def _on_exported(self, exported: Exported) -> None:
        self._exported = exported
        if self.isVisible():
            self.done.say(exported.sentence, "Open folder")
        else:
            self._desk.wishes.told.emit(exported.sentence, True)

    def _open_folder(self) -> None:
        if self._exported is not None:
            self.exporting.open_folder(self._exported)

    def _on_refused(self, refusal: LetterRefused) -> None:
        self._refused = refusal
        if not self.isVisible():
            self._desk.wishes.letter_requested.emit(refusal.letter_id)
        self.trouble.show_problem(f"{refusal.message} {refusal.way_out}", "Show it")
        if self.desk_page.letter is not None and self.desk_page.letter.id == refusal.letter_id:
            self.desk_page.show_finding(refusal.finding)

    def _on_export_trouble(self, trouble: CaseFileError) -> None:
        if self.isVisible():
            self.say(f"{trouble.message} {trouble.way_out}")
        else:
            self._desk.session.trouble.emit(trouble)

    def _on_trouble_pressed(self) -> None:
        refusal, self._refused = self._refused, None
        case_id, self._trouble_leads_to = self._trouble_leads_to, ""
        self.trouble.clear()
        if refusal is not None:
            if self.desk_page.letter is None or self.desk_page.letter.id != refusal.letter_id:
                self.open_letter(refusal.letter_id)
            self.desk_page.show_finding(refusal.finding)
        elif case_id and self._desk.session.file.find(Case, case_id) is not None:
            self._desk.wishes.case_requested.emit(case_id, "case")

    def _clear_bars(self) -> None:
        self._refused = None
        self.trouble.clear()
        self.done.hide()

    # -- the place

    def place(self) -> dict[str, Any]:
        """Where one is, as JSON: the list, the letter, whether it is being written, and the folder letters go to."""
        letter = self.desk_page.letter if self.is_writing else None
        folder = self.exporting.folder
        return {
            "list": self.list.place(),
            "letter": letter.id if letter else self.reading.letter_id,
            "writing": letter is not None,
            "folder": str(folder) if folder else "",
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over."""
        if folder := place.get("folder"):
            self.exporting.folder = Path(folder)
        self.list.go_to(place.get("list", {}))
        letter_id = place.get("letter", "")
        if not letter_id or self._desk.session.file.find(Letter, letter_id) is None:
            return
        self.list.choose(letter_id)
        if place.get("writing"):
            self.open_letter(letter_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() * 16 / self._desk.look.em
        was_hidden = self.reading.isHidden()
        self.reading.setVisible(room >= _ROOM_FOR_READING)
        if was_hidden or not any(self._split.sizes()):
            self._split.setSizes([self.width() * 46 // 100, self.width() * 54 // 100])
