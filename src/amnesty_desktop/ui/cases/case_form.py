# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a case: what the paper says, what it is about, whom to write to, and our own work on it."""

import json
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.case import Ask, Case, CaseKind, CaseStatus, Concern, ConcernList
from ...domain.case_check import case_problems
from ...domain.member import Member
from ...domain.person import Person
from ...domain.printed import who
from ...domain.problems import Problem
from ...domain.sheet_chain import NUMBERED, proposed_appeal_by
from ...domain.spoken_dates import spoken
from ...edits import cases as case_edits
from ...store.cases import find_by_reference
from ...store.changes import Changes
from ...store.recorder import Transaction
from ..desk import Desk
from ..showing import show_if
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.form_field import FormField
from ..widgets.section_head import SectionHead
from .case_fields import CARD_RULES, ENDING, FIRST, PROPOSED_DAY, WITH_GOALS, case_fields
from .concern_edit import ConcernEdit
from .fields import BlockField, ChoiceField, Field, SideBySide
from .focus_order import put_in_order
from .parts.caution_list import CautionList
from .parts.goal_list import GoalList
from .parts.sheet_list import SheetList
from .record_form import RecordForm
from .write_to import WriteTo

_ORDER = "position, key"


class CaseForm(RecordForm[Case]):
    """Changes one case in place and saves itself. Signals: close_or_reopen_requested(), bin_requested()."""

    noun = "case"
    label = "Change the case"
    close_or_reopen_requested = Signal()
    bin_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_open_wide = False
        self.asks = BlockField(desk.look, "asks", "What we &ask", lines=3, hint="One a line, as the sheet says it")
        self.concerns = ConcernEdit(desk.look, lambda: desk.session.vocabulary)
        self._concern_field = FormField(desk.look, "concerns", "Concerns", self.concerns)
        self.write_to = WriteTo(desk, may_change=True)
        self.more = QuietButton(desk.look, "Add more")
        self.close_case = QuietButton(desk.look, "Close the case")
        self.bin = QuietButton(desk.look, "Put the case into the bin")
        for name in ("more", "close_case", "bin"):
            getattr(self, name).setObjectName(f"case_{name}")
        self.add(*case_fields(desk.look, desk.session.today))
        self.sheets, self.cautions, self.goals = SheetList(desk), CautionList(desk), GoalList(desk)
        self._column = QVBoxLayout(self)
        self._pairs: list[QWidget] = []
        self._place_parts()
        self._connect()
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self) -> None:
        look, f = self._desk.look, self.fields
        self._pairs = [
            SideBySide(look, f["kind"], f["reference"]),
            SideBySide(look, f["country"], f["issued"]),
            SideBySide(look, f["ai_index"], f["appeal_by"]),
            SideBySide(look, f["confidentiality"], f["taken_up"]),
            SideBySide(look, f["event_on"], f["edition"], f["report_by"]),
            SideBySide(look, f["owner_id"], f["coordinator"]),
            SideBySide(look, f["next_step_by"], f["next_step_on"]),
        ]
        self._put("The paper", *self._pairs[:5], self.sheets)
        self._put("What it is about", f["title"], f["situation"], self.asks, self._concern_field, f["background"])
        self._put("Please mind", f["please_mind"], f["no_contact"], f["consent"], self.cautions)
        self._column.addWidget(self.write_to)
        work = (self._pairs[5], f["co_groups"], f["strategy"], f["next_step"], self._pairs[6])
        self._put("Our work", *work, self.goals, f["closed_on"], f["closing_words"])
        buttons = QWidget()
        row = WrappedRow(look, buttons)
        for button in (self.more, self.close_case, self.bin):
            row.addWidget(button)
        self._column.addWidget(buttons)
        self._column.addStretch(1)

    def _put(self, title: str, *parts: QWidget) -> None:
        self._column.addWidget(SectionHead(self._desk.look, title))
        for part in parts:
            self._column.addWidget(part)

    def _connect(self) -> None:
        self.asks.edited.connect(self.touch)
        self.concerns.edited.connect(lambda: self.touch("concerns"))
        self.fields["kind"].edited.connect(lambda _name: self._unfold())
        self.more.clicked.connect(self._show_more)
        self.close_case.clicked.connect(self.close_or_reopen_requested)
        self.bin.clicked.connect(self.bin_requested)
        self.fields["issued"].left.connect(lambda _name: self._propose_appeal_by())
        for part in (*self.lists, self.write_to):
            part.changed_order.connect(lambda: put_in_order(self))

    # -- showing

    @property
    def lists(self) -> tuple[SheetList, CautionList, GoalList]:
        """The lists within the form."""
        return self.sheets, self.cautions, self.goals

    def load(self, record: Case, *, is_new: bool = False) -> None:
        self.write_to.load(record.id)
        for part in self.lists:
            part.load(record.id)
        self._is_open_wide = False
        self.fields["appeal_by"].set_hint("")
        super().load(record, is_new=is_new)
        self._unfold()

    def reload(self, record: Case) -> None:
        super().reload(record)
        self.write_to.refresh()
        for part in self.lists:
            part.refresh()
        self._unfold()

    def follow(self, changes: Changes, origin: object) -> None:
        """Let the forms within know what was changed elsewhere."""
        for part in self.lists:
            part.follow(changes, origin)

    def leave_lists(self) -> None:
        """Keep what is typed in the lists, and take their forms away."""
        self.write_to.close_form()
        for part in self.lists:
            part.leave()

    def _show_all(self, fields: Any) -> None:
        file, case_id = self._desk.session.file, self._record.id
        self._offer_members()
        super()._show_all(fields)
        if "asks" not in self._touched:
            self.asks.show_value(
                "\n".join(ask.text for ask in file.all(Ask, case_id=case_id, confirmed=True, order=_ORDER))
            )
        if "concerns" not in self._touched:
            found = file.all(Concern, case_id=case_id, order=f"part DESC, {_ORDER}")
            self.concerns.show_terms([(concern.part, concern.term) for concern in found])
        is_closed = self._record.status is CaseStatus.CLOSED
        self.close_case.setText("Reopen the case" if is_closed else "Close the case")

    def _offer_members(self) -> None:
        file = self._desk.session.file
        members = {member.id: member.name for member in file.all(Member, order="active DESC, key")}
        for name in ("owner_id", "next_step_by"):
            field, known = self.fields[name], dict(members)
            gone = file.find(Member, getattr(self._record, name))
            if gone is not None:
                known.setdefault(gone.id, gone.name)
            if isinstance(field, ChoiceField):
                field.offer([(None, "Nobody yet"), *known.items()])

    def first(self) -> Field:
        """The field one begins with."""
        return self.fields["kind"] if self._record.situation else self.fields["situation"]

    def _unfold(self) -> None:
        """Show the fields this kind of case begins with and those that hold something; the rest on demand."""
        kind = self.fields["kind"].value()
        first = FIRST[kind]
        hidden = 0
        for name, field in self.fields.items():
            is_shown = self._is_open_wide or name in first or field.is_filled
            if name in ENDING:
                is_shown = self._record.status is CaseStatus.CLOSED or field.is_filled
            else:
                hidden += not is_shown
            field.setVisible(is_shown)
        self.fields["please_mind"].set_hint(CARD_RULES if kind is CaseKind.LETTER_CAMPAIGN else "")
        has_concerns = self._is_open_wide or bool(self.concerns.terms)
        show_if(self._concern_field, has_concerns)
        show_if(self.sheets, self._is_open_wide or kind in NUMBERED or not self.sheets.is_empty)
        show_if(self.goals, self._is_open_wide or kind in WITH_GOALS or not self.goals.is_empty)
        show_if(self.more, bool(hidden) or not has_concerns)
        for pair in self._pairs:
            pair.setVisible(any(not field.isHidden() for field in pair.findChildren(Field)))

    def _show_more(self) -> None:
        self._is_open_wide = True
        before = [name for name, field in self.fields.items() if field.isHidden()]
        self._unfold()
        opened = next((self.fields[name] for name in before if not self.fields[name].isHidden()), None)
        if opened is not None:
            opened.editor.setFocus()

    # -- keeping

    def _propose_appeal_by(self) -> None:
        """Put in the usual last day for appeals where the day of issue was typed and no other day stands there."""
        field, value = self.fields["appeal_by"], self.value()
        proposed = proposed_appeal_by(value.issued)
        if "issued" not in self._touched or proposed is None or field.is_filled or value.kind not in NUMBERED:
            return
        field.type_words(spoken(proposed))
        field.set_hint(PROPOSED_DAY)

    def problems(self, value: Case) -> list[Problem]:
        return [*case_problems(value, self._desk.session.today()), *self._same_paper(value)]

    def _same_paper(self, case: Case) -> list[Problem]:
        file = self._desk.session.file
        other = next((other for other in find_by_reference(file.engine, case.reference) if other != case.id), "")
        if not other:
            return []
        people = file.all(Person, case_id=other, order=_ORDER)
        named = who(people, file.get(Case, other))
        message = f"This paper is in the file already: {named}."
        return [Problem("reference", message, "If both are right leave it; two cases may have it.")]

    def save(self, write: Transaction, value: Case) -> None:
        case_edits.change(write, value)
        if "asks" in self._touched:
            case_edits.put_asks(write, value.id, self._asks(), self._language(write, value.id))
        if "concerns" in self._touched:
            concerns = [Concern(case_id=value.id, part=part, term=term) for part, term in self.concerns.terms]
            case_edits.put_concerns(write, value.id, concerns)

    def extra_words(self) -> dict[str, str]:
        words = {}
        if "asks" in self._touched:
            words["asks"] = self.asks.block.toPlainText()
        if "concerns" in self._touched:
            words["concerns"] = json.dumps(self.concerns.terms)
        return words

    def take_extra_words(self, words: dict[str, str]) -> None:
        if "asks" in words:
            self.asks.type_words(words["asks"])
        if "concerns" in words:
            self.concerns.show_terms([(ConcernList(part), term) for part, term in json.loads(words["concerns"])])
            self.touch("concerns")

    def _asks(self) -> list[str]:
        return [line.strip() for line in self.asks.value().splitlines() if line.strip()]

    def _language(self, write: Transaction, case_id: str) -> str:
        present = write.all(Ask, case_id=case_id)
        return present[0].language if present else self._desk.session.group.language

    def settle(self) -> None:
        """Turn what is typed here, and at whom to write to, into edits."""
        self.write_to.settle()
        for part in self.lists:
            part.settle()
        self.keeper.settle()

    def _restyle(self) -> None:
        self._column.setSpacing(self._desk.look.px(14))
        self._column.setContentsMargins(0, 0, 0, 0)
