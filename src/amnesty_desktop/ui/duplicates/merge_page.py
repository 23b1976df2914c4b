# SPDX-License-Identifier: GPL-3.0-or-later
"""Two cases, or two people of a case, side by side: are they the same, and what of each is right?"""

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ...domain.case import Case, CaseStatus, Confidentiality
from ...domain.claim import Claim
from ...domain.countries import country_name
from ...domain.field_words import field_words
from ...domain.letter import Letter
from ...domain.likeness import Likeness, case_likeness, person_likeness
from ...domain.merging import LeftOver, differences
from ...domain.outcome import Outcome
from ...domain.person import Person, Situation
from ...domain.printed import WITHHELD, paper, shown_name, who
from ...edits import merging
from ...store.alike import people_alike
from ...store.changes import Changes
from ...store.history import MERGE_CASES
from ..cases.page import Page
from ..desk import Desk
from ..texts import counted, in_own_direction, left_to_right
from ..theme import Role, Use
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.foot import Foot
from ..widgets.paragraph import OneLine, Paragraph
from .choice_row import ChoiceRow

_KINDS: dict[str, type[Any]] = {"cases": Case, "people": Person}
_HELD = {
    Letter: ("letter", "letters"),
    Claim: ("fact", "facts"),
    Outcome: ("outcome", "outcomes"),
    Situation: ("entry of what has happened", "entries of what has happened"),
}
_CAREFUL = (Confidentiality.INTERNAL, CaseStatus.OPEN)
"""Chosen to begin with on whichever side they stand."""
_REST_MS = 600
_KEPT = (
    "Nothing is dropped: a name that is not chosen goes to the other names, anything else into a note in the diary."
    " Letters, facts and outcomes of both come together. Undo brings both back."
)


class MergePage(QWidget):
    """Signals: case_requested(case id) when it is decided, back_requested()."""

    case_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("merge_page")
        self._desk = desk
        self._noun = ""
        self._ids = ("", "")
        look = desk.look
        self.rows: list[ChoiceRow] = []
        self.title = OneLine(look, "", Use.TITLE)
        self.why = Paragraph(look, "", Use.BODY, Role.SECONDARY)
        self.back = QuietButton(look, "‹ Back")
        self.back.setObjectName("merge_back")
        self.merge = PrimaryButton(look, "Make one of them")
        self.merge.setObjectName("merge")
        self.apart = QuietButton(look, "They are not the same")
        self.apart.setObjectName("tell_apart")
        self.heads = (Paragraph(look, "", Use.NAME), Paragraph(look, "", Use.NAME))
        self.held = tuple(Paragraph(look, "", Use.TABLE, Role.SECONDARY) for _ in self.heads)
        self._choices = QVBoxLayout()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(lambda: self.merge.setEnabled(True))
        self._place_parts()
        self.back.clicked.connect(self.back_requested)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._tell_apart)
        desk.session.changed.connect(self._on_changed)

    def _place_parts(self) -> None:
        look, content = self._desk.look, QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(16))
        title = QHBoxLayout()
        title.setSpacing(look.px(8))
        title.addWidget(self.back)
        title.addWidget(self.title, 1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(24))
        for head, held in zip(self.heads, self.held, strict=True):
            column = QVBoxLayout()
            column.setSpacing(look.px(2))
            column.addWidget(head)
            column.addWidget(held)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._choices.setSpacing(look.px(16))
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        for button in (self.merge, self.apart):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addLayout(title)
        inside.addWidget(self.why)
        for part in (columns, self._choices, buttons):
            inside.addLayout(part)
        inside.addWidget(Paragraph(look, _KEPT, Use.CAPTION, Role.SECONDARY))
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Page(self._desk, content, "Two entries side by side", widest=900), 1)
        column.addWidget(Foot(look))

    def load(self, noun: str, one_id: str, other_id: str) -> bool:
        """Show two cases or two people of one case, the older at the leading side; False where one is gone."""
        self._desk.session.settle()
        file, record = self._desk.session.file, _KINDS[noun]
        older, newer = sorted((one_id, other_id), key=lambda row_id: file.key_of(record, row_id) or 0)
        self._noun, self._ids = noun, (older, newer)
        if not self._is_there():
            return False
        pair = [file.get(record, row_id) for row_id in self._ids]
        self.title.setText("Are these the same case?" if noun == "cases" else "Are these the same person?")
        self.why.setText(self._likeness(*pair).sentence or "Compare them field by field.")
        for value, head, held in zip(pair, self.heads, self.held, strict=True):
            head.setText(self._head(value))
            held.setText(self._held(value))
        self._show_choices(*pair)
        self.begin()
        return True

    def begin(self) -> None:
        """Go to the first choice."""
        row = self.rows[0] if self.rows else None
        (self.merge if row is None else row.other.radio if row.takes_other else row.one.radio).setFocus()

    @property
    def taken(self) -> frozenset[str]:
        """The fields in which the value at the trailing side is chosen."""
        return frozenset(row.field for row in self.rows if row.takes_other)

    def _show_choices(self, one: Any, other: Any) -> None:
        _empty(self._choices)
        file, look = self._desk.session.file, self._desk.look
        self.rows = []
        for found in differences(one, other):
            texts = (merging.value_words(file, LeftOver(found.field, value)) for value in (found.one, found.other))
            row = ChoiceRow(look, found.field, field_words(found.field), *texts, takes_other=found.other in _CAREFUL)
            self.rows.append(row)
        for row in self.rows:
            self._choices.addWidget(row)
        if not self.rows:
            words = "They contradict each other in nothing: what one lacks is taken from the other."
            self._choices.addWidget(Paragraph(look, words, Use.BODY))

    def _likeness(self, one: Any, other: Any) -> Likeness:
        if isinstance(one, Person):
            return person_likeness(one, other)
        people = (self._people(case) for case in (one, other))
        return case_likeness(one, other, *people)

    def _people(self, case: Case) -> list[Person]:
        return self._desk.session.file.all(Person, case_id=case.id, order="position, key")

    def _head(self, value: Any) -> str:
        if isinstance(value, Person):
            return in_own_direction(shown_name(value) or (WITHHELD if value.withheld else "No name known"))
        return in_own_direction(who(self._people(value), value))

    def _held(self, value: Any) -> str:
        """What comes with it: of a case its country, paper and how much it holds."""
        file, parts = self._desk.session.file, []
        where = {"person_id" if isinstance(value, Person) else "case_id": value.id}
        if isinstance(value, Case):
            parts += [country_name(value.country) if value.country else "", left_to_right(paper(value))]
        kinds = (Outcome, Situation) if isinstance(value, Person) else (Letter, Claim, Outcome)
        counts = ((file.count(kind, **where), *_HELD[kind]) for kind in kinds)
        parts += [counted(*count) for count in counts if count[0]]
        return ", ".join(filter(None, parts)) or "Nothing else is known."

    # -- deciding

    def _merge(self) -> None:
        file, (kept_id, other_id) = self._desk.session.file, self._ids
        function = merging.merge_cases if self._noun == "cases" else merging.merge_people
        label = MERGE_CASES if self._noun == "cases" else "Merge two people"
        edit = partial(function, kept_id=kept_id, other_id=other_id, taken=self.taken, on=self._desk.session.today())
        noun, self._noun = self._noun, ""
        if self._desk.session.edit(label, edit, origin=self) is None:
            self._noun = noun
            return
        case_id = kept_id if noun == "cases" else file.get(Person, kept_id).case_id
        what = "The two cases are one now." if noun == "cases" else "The two entries are one person now."
        self._desk.wishes.told.emit(what, True)
        self._go_on(case_id)

    def _go_on(self, case_id: str) -> None:
        """After two cases have come together somebody may stand in the case twice: ask that at once."""
        file = self._desk.session.file
        for person in file.all(Person, case_id=case_id):
            for alike in people_alike(file, person, ""):
                if alike.case_id == case_id and self.load("people", alike.one_id, alike.other_id):
                    # A double click was meant for the cases.
                    self.merge.setEnabled(False)
                    self._rest.start()
                    return
        self.case_requested.emit(case_id)

    def _tell_apart(self) -> None:
        noun, self._noun = self._noun, ""
        record = "cases" if noun == "cases" else "people"
        edit = partial(merging.tell_apart, noun=noun, one_id=self._ids[0], other_id=self._ids[1])
        self._desk.session.edit(f"Tell two {record} apart", edit, origin=self)
        self._desk.wishes.told.emit("They stay apart, and you are not asked again.", True)
        self.back_requested.emit()

    def _is_there(self) -> bool:
        file, record = self._desk.session.file, _KINDS[self._noun]
        return self._ids[0] != self._ids[1] and all(file.count(record, id=row_id) for row_id in self._ids)

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if self._noun and origin is not self and self.isVisible() and changes.touches(self._noun):
            if not self._is_there():
                self._noun = ""
                self.back_requested.emit()
            else:
                self.load(self._noun, *self._ids)


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
