# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab "Outcomes": what became of the people of a case, along a line, and how we know."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.outcome import Outcome
from ...domain.person import Person
from ...domain.printed import shown_name
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...edits import bin as bin_edits
from ...edits.outcomes import words as outcome_words
from ...store.changes import Changes
from ...store.reading import Reading
from ..desk import Desk
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.captioned_value import CaptionedValue
from ..widgets.empty_state import EmptyState
from ..widgets.paragraph import Paragraph, Run
from ..widgets.section_head import SectionHead
from ..widgets.timeline import Timeline, TimelineEntry
from .page import Page


def outcome_entries(reading: Reading, case_id: str) -> list[TimelineEntry]:
    """The outcomes of a case, oldest first, those without a day last; the last known day is now."""
    found = reading.all(Outcome, case_id=case_id, order="sort_on, key")
    dated = [outcome.id for outcome in found if outcome.on is not None and outcome.on.is_known]
    names = _names(reading, case_id)
    return [_entry(each, names, outcome_words(reading, each), is_now=dated[-1:] == [each.id]) for each in found]


def _names(reading: Reading, case_id: str) -> dict[str, str]:
    """The people by id, where more than one makes it worth saying which."""
    people = reading.all(Person, case_id=case_id)
    return {person.id: shown_name(person) for person in people} if len(people) > 1 else {}


def _entry(outcome: Outcome, names: dict[str, str], what: str, *, is_now: bool) -> TimelineEntry:
    when = spoken(outcome.on, short=True) if outcome.on else "no date"
    who = names.get(outcome.person_id or "", "")
    words = f"{label(outcome.direction)}: {what}"
    return TimelineEntry(when, f"{words} ({who})" if who else words, outcome.note, is_now, outcome.id)


class OutcomesTab(QWidget):
    """Shows the outcomes of one case; Enter says more of one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._open_id = ""
        look = desk.look
        self.head = SectionHead(look, "Outcomes", button="Record outcome")
        self.timeline = Timeline(look, "Outcomes of this case")
        self.timeline.setObjectName("outcomes_timeline")
        self.hint = Paragraph(look, "Enter or a double click says how we know.", Use.CAPTION, Role.SECONDARY)
        self.detail = QWidget()
        self.what = Paragraph(look, "", Use.BODY)
        self.known = CaptionedValue(look, "How we know", "", Use.TABLE)
        self.note = CaptionedValue(look, "Note", "", Use.TABLE)
        self.bin = QuietButton(look, "Put this outcome into the bin", small=True)
        self.bin.setObjectName("outcome_bin")
        self.empty = EmptyState(look, "No outcome yet. Record what became of the people.", "Record outcome")
        self._stack = QStackedWidget()
        self._place_parts()
        self._connect()

    def _place_parts(self) -> None:
        px, content = self._desk.look.px, QWidget()
        inside = QVBoxLayout(self.detail)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(12))
        for part in (self.what, self.known, self.note):
            inside.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.bin)
        row.addStretch(1)
        inside.addLayout(row)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(12))
        for widget in (self.head, self.timeline, self.hint, self.detail):
            whole.addWidget(widget)
        whole.addStretch(1)
        self._page = Page(self._desk, content, "Outcomes")
        for page in (self._page, self.empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self.timeline.opened.connect(self._open)
        self.bin.clicked.connect(self._bin)
        self.empty.button_pressed.connect(self._record)
        if self.head.button is not None:
            self.head.button.clicked.connect(self._record)

    def load(self, case_id: str) -> None:
        """Show the outcomes of another case."""
        self._case_id = case_id
        self._open_id = ""
        self._show()

    def refresh(self, changes: Changes, origin: object) -> None:
        """Show the outcomes as they are after a change."""
        self._show()

    def _show(self) -> None:
        entries = outcome_entries(self._desk.session.file, self._case_id)
        self.timeline.show_entries(entries)
        self.head.set_count(len(entries))
        self._stack.setCurrentWidget(self._page if entries else self.empty)
        ids = [entry.key for entry in entries]
        self._open(self._open_id if self._open_id in ids else "")

    def _open(self, outcome_id: str) -> None:
        outcome = self._desk.session.file.find(Outcome, outcome_id) if outcome_id else None
        self._open_id = outcome_id
        self.detail.setVisible(outcome is not None)
        self.hint.setVisible(outcome is None)
        if outcome is None:
            return
        when = spoken(outcome.on) if outcome.on else "No date"
        self.what.set_runs(
            Run(f"{label(outcome.direction)}: {outcome_words(self._desk.session.file, outcome)}", strong=True),
            Run(f"  {when}", Role.SECONDARY),
        )
        self.known.set_text(outcome.how_known)
        self.note.set_text(outcome.note)

    def _record(self) -> None:
        self._desk.wishes.outcome_requested.emit(self._case_id, "")

    def _bin(self) -> None:
        session = self._desk.session
        outcome = session.file.get(Outcome, self._open_id)
        put = partial(bin_edits.put, values=[outcome], at=datetime.now(UTC))
        if session.edit("Put an outcome into the bin", put):
            self._desk.wishes.told.emit("The outcome is in the bin.", True)
