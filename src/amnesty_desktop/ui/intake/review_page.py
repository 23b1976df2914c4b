# SPDX-License-Identifier: GPL-3.0-or-later
"""One sheet beside the case it would become: looked over, corrected, then added. Nothing is stored before."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.claim import Stated
from ...domain.vocabularies import label
from ...edits import intake
from ...edits.arriving import ArrivingSheet, anew, only_facts
from ...edits.attachments import refusal
from ...intake.sheet.draft import Place
from ...store import attachments
from ...store.errors import CaseFileError
from ..cases.focus_order import put_in_order
from ..cases.page import Page
from ..cases.panes import ListAndDetail
from ..desk import Desk
from ..documents.adding import Adding
from ..jobs import Step
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.paragraph import NARROW, Paragraph
from ..widgets.section_head import SectionHead
from .belongs import Belongs
from .draft_form import DraftForm
from .marks import places_of
from .reading import Brought, ReadSheet
from .sheet_pane import SheetPane
from .ticks import TickList

_LARGE = 1_000_000
"""Bytes from which on a file is kept by a job first, so that the edit takes no time."""
_PAUSE_MS = 400
_ORDER_MS = 30
"""A rest after the last row was made; then Tab goes through all of them as they stand."""
_FACTS = "Tick what is to stand in the case as a fact, and say how the sheet states it. Each cites this sheet."


def _said(stated: Stated) -> str:
    return f"stated as {label(stated).lower()}"


_STATED = {_said(each): each for each in Stated}


class ReviewPage(QWidget):
    """Signals: decided(words, case id) when something was kept; left_out() when the sheet is to be passed over."""

    decided = Signal(str, str)
    left_out = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("review_page")
        self._desk = desk
        self._brought: Brought | None = None
        self._places: dict[str, tuple[Place, ...]] = {}
        look = desk.look
        self.sheet = SheetPane(look)
        self.form = DraftForm(desk)
        self.belongs = Belongs(desk)
        self.trouble = Paragraph(look, "", Use.BODY, Role.RED)
        self.doubts = Paragraph(look, "", Use.TABLE, Role.SECONDARY, line_height=NARROW)
        self.facts_head = SectionHead(look, "Accept as facts")
        self.facts_note = Paragraph(look, _FACTS, Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        self.facts = TickList(look, "facts")
        self._adding = Adding(desk, self)
        self.buttons = {
            name: _button(look, name, words)
            for name, words in (
                ("add_case", "Add case"),
                ("add_update", "Add as update"),
                ("attach_only", "Attach only"),
                ("leave_it", "Leave it"),
                ("turn", "Show the sheet"),
            )
        }
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._order = QTimer(self, singleShot=True, interval=_ORDER_MS)
        self._content = QWidget()
        self.panes = self._placed()
        self._connect()

    def _placed(self) -> ListAndDetail:
        look, content = self._desk.look, self._content
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(16))
        parts = (self.trouble, self.doubts, self.belongs, self.form, self.facts_head, self.facts_note, self.facts)
        for part in parts:
            inside.addWidget(part)
        inside.addStretch(1)
        self.page = Page(self._desk, content, "The case as read from the sheet", widest=640)
        panes = ListAndDetail(self._desk, "review", self.sheet, self.page)
        foot = QWidget()
        row = WrappedRow(look, foot)
        for button in self.buttons.values():
            row.addWidget(button)
        row.setContentsMargins(0, 0, 0, 0)
        holder = QVBoxLayout()
        holder.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(8))
        holder.addWidget(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panes, 1)
        column.addLayout(holder)
        return panes

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "add_case": self.add_case,
            "add_update": self.add_update,
            "attach_only": self.attach_only,
            "leave_it": self.left_out.emit,
            "turn": self._turn,
        }
        for name, act in acts.items():
            self.buttons[name].clicked.connect(partial(_without_state, act))
        self.form.entered.connect(self._on_entered)
        self.form.edited.connect(lambda: self._pause.start())
        self._pause.timeout.connect(self._look_again)
        self._order.timeout.connect(lambda: put_in_order(self._content))
        for grows in (self.form.people.row_made, self.form.addressees.row_made):
            grows.connect(lambda _row, _number: self._order.start())
        for ticks in (self.facts, self.belongs.changes):
            ticks.grown.connect(lambda: self._order.start())
        self.sheet.text.chosen.connect(self._on_chosen)
        self.belongs.chosen.connect(self._look_again)
        self.panes.folded.connect(lambda _folded: self._name_turn())

    # -- showing

    def load(self, brought: Brought) -> None:
        """Show another file; what was corrected before stays with its own."""
        if brought is not self._brought:
            self.keep_corrections()
        self._brought = brought
        read, digest = brought.read, brought.digest
        for part in (self.form, self.facts_head, self.facts_note, self.facts, self.doubts):
            part.setVisible(read is not None)
        self.trouble.setText(brought.trouble)
        self.trouble.setVisible(bool(brought.trouble))
        self.sheet.title.setText(brought.name)
        if read is None:
            self._places = {}
            self.sheet.text.show_sheet("", ())
            self.belongs.begin(None, digest)
        else:
            self._show(read, digest)
        self._show_buttons()
        self.panes.show_detail()
        self._name_turn()
        self.page.verticalScrollBar().setValue(0)

    def _show(self, read: ReadSheet, digest: str) -> None:
        self._places = places_of(read.draft)
        understood = [place for key, places in self._places.items() if key != "notes" for place in places]
        self.sheet.text.show_sheet(read.page.text, understood)
        self.form.load(read)
        self.belongs.begin(read.sheet, digest)
        said = [*read.page.troubles, *read.draft.warnings, read.sheet.issuer.sentence]
        self.doubts.setText(" ".join(said))
        facts = read.sheet.facts
        lines = [(fact.text, _said(fact.stated), fact.id in read.accepted) for fact in facts]
        self.facts.show_lines(lines, tuple(_STATED))
        for part in (self.facts_head, self.facts_note):
            part.setVisible(bool(facts))

    def keep_corrections(self) -> None:
        """What was corrected stays with its file while another one is looked over."""
        brought = self._brought
        if brought is not None and brought.read is not None and brought.is_open:
            sheet = self._with_stated(self.form.value())
            brought.read = replace(brought.read, sheet=sheet, accepted=self._ticked(sheet))

    def begin(self) -> None:
        """Go to the first field."""
        (self.form.fields["reference"].editor if self.form.isVisible() else self.belongs.picker).setFocus()

    def value(self) -> ArrivingSheet:
        """The sheet as corrected, with the facts that are accepted."""
        sheet = self._with_stated(self.form.value())
        return only_facts(sheet, self._ticked(sheet))

    def _ticked(self, sheet: ArrivingSheet) -> frozenset[str]:
        return frozenset(fact.id for fact, tick in zip(sheet.facts, self.facts.ticks, strict=False) if tick)

    def _with_stated(self, sheet: ArrivingSheet) -> ArrivingSheet:
        """The sheet whose sentences are stated as is said beside them."""
        notes = self.facts.notes
        if len(notes) != len(sheet.facts):
            return sheet  # Nothing has been shown yet.
        facts = (replace(fact, stated=_STATED[note]) for fact, note in zip(sheet.facts, notes, strict=True))
        return replace(sheet, facts=tuple(facts))

    def _look_again(self) -> None:
        """Something was corrected: the case it belongs to, and what it changes there, may be others now."""
        if self._brought is None or self._desk.session.is_locked:
            return
        if self._brought.read is not None:
            sheet = self.form.value()
            self.form.problems()
            self.belongs.find_case(sheet)
            self.belongs.show_changes(sheet)
        self._show_buttons()

    def _show_buttons(self) -> None:
        assert self._brought is not None
        is_read, original = self._brought.read is not None, self._brought.original
        named = self.belongs.words
        update, attach = self.buttons["add_update"], self.buttons["attach_only"]
        update.setText(f"Add as update to {named}" if named else "Add as update")
        update.setEnabled(bool(named))
        attach.setEnabled(bool(named) and original is not None)
        for button in (update, attach):
            button.setToolTip("" if named else "Choose the case it belongs to first")
        show_if(self.buttons["add_case"], is_read)
        show_if(update, is_read)
        first = "add_update" if is_read and named else "add_case" if is_read else "attach_only"
        for name, button in self.buttons.items():
            _set_primary(button, name == first)

    # -- from one side to the other

    def _on_entered(self, key: str) -> None:
        self.sheet.text.show_places(self._places.get(key, ()))

    def _on_chosen(self, words: str, place: Place) -> None:
        if self.form.fill(words):
            self._places[self.form.here] = (place,)
            self.panes.show_detail()
            self._name_turn()
            self.form.go_to()
            self.sheet.text.show_places((place,))

    def _turn(self) -> None:
        if self.panes.shows_list:
            self.panes.show_detail()
            self.form.go_to()
        else:
            self.panes.show_list()
            self.sheet.text.setFocus()
        self._name_turn()

    def _name_turn(self) -> None:
        self.buttons["turn"].setText("Show the form" if self.panes.shows_list else "Show the sheet")
        show_if(self.buttons["turn"], self.panes.is_folded)

    # -- deciding

    def add_case(self) -> None:
        """Add it as a new case."""
        sheet, today = self.value(), self._desk.session.today()
        taken = () if self.belongs.case_id else self.belongs.taken
        function = partial(intake.add_case, arriving=sheet, today=today, taken=taken, apart_from=self.belongs.apart)
        self._keep(intake.ADD_CASE, function, sheet.case.id, "The case is added.")

    def add_update(self) -> None:
        """Add it to the case it belongs to, with the changes that are ticked."""
        case_id, today = self.belongs.case_id, self._desk.session.today()
        if case_id:
            function = partial(
                intake.add_update, case_id=case_id, arriving=self.value(), taken=self.belongs.taken, today=today
            )
            self._keep(intake.ADD_UPDATE, function, case_id, "The update is added.")

    def attach_only(self) -> None:
        """Keep the file with the case and nothing else."""
        case_id = self.belongs.case_id
        if case_id and self._brought is not None and self._brought.original is not None:
            function = partial(intake.attach_only, case_id=case_id, today=self._desk.session.today())
            self._keep(intake.ATTACH, function, case_id, "The file is attached.")

    def _keep(self, words: str, function: Callable[..., Any], case_id: str, told: str) -> None:
        """Make the edit; a large file is written by a job before."""
        original = self._brought.original if self._brought else None
        if original is not None and (refused := refusal(original.name, len(original.content))):
            told = f"{told} The file itself is not kept: {refused}"
        elif original is not None and len(original.content) > _LARGE:
            self._keep_large(words, function, case_id, told, original)
            return
        self._edit(words, partial(function, original=original), case_id, told)

    def _keep_large(
        self, words: str, function: Callable[..., Any], case_id: str, told: str, original: intake.Original
    ) -> None:
        file = self._desk.session.file
        kept = intake.Original(original.name, original.content, is_kept=True)

        def work(step: Step) -> str:
            return attachments.keep(file, original.content, step)

        def done(_digest: str) -> None:
            if not self._desk.session.is_locked:
                self._edit(words, partial(function, original=kept), case_id, told)

        for button in self.buttons.values():
            button.setEnabled(False)
        job = self._desk.jobs.start("Keeping the file", work, done=done, failed=self._on_failed)
        job.ended.connect(self._allow)

    def _edit(self, words: str, function: Callable[..., Any], case_id: str, told: str) -> None:
        self.keep_corrections()
        if self._desk.session.edit(words, function, origin=self) is not None:
            brought = self._brought
            if brought is not None and brought.read is not None:
                # Undone, it can be added once more: what was taken back is gone under its ids for good.
                brought.read = replace(brought.read, sheet=anew(brought.read.sheet))
            self._adding.read_words(case_id)
            self.decided.emit(told, case_id)

    def _allow(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(True)
        if not self._desk.session.is_locked:
            self._show_buttons()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self._desk.session.trouble.emit(error)


def _button(look: Any, name: str, words: str) -> QuietButton:
    button = QuietButton(look, words)
    button.setObjectName(name)
    return button


def _set_primary(button: QuietButton, is_primary: bool) -> None:
    """Let a button look like the one that matters most, or like the rest."""
    if bool(button.property("primary")) != is_primary:
        button.setProperty("primary", is_primary)
        button.style().unpolish(button)
        button.style().polish(button)


def _without_state(act: Callable[[], object], _checked: bool = False) -> None:
    act()
