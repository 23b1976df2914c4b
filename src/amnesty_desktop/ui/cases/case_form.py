# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a case: what the paper says, what it is about, whom to write to, and our own work on it."""

import json
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.case import Ask, Case, CaseKind, CaseStatus, Concern, ConcernList, Confidentiality
from ...domain.case_check import case_problems
from ...domain.member import Member
from ...domain.problems import Problem
from ...domain.vocabularies import label
from ...edits import cases as case_edits
from ...store.recorder import Transaction
from ..desk import Desk
from ..showing import show_if
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.form_field import FormField
from ..widgets.section_head import SectionHead
from .concern_edit import ConcernEdit
from .fields import BlockField, ChoiceField, CountryField, DateField, Field, LineField, SideBySide
from .record_form import RecordForm
from .write_to import WriteTo

_ORDER = "position, key"
_ALWAYS = frozenset({"kind", "reference", "country", "situation", "please_mind", "confidentiality"})
_NUMBERED = _ALWAYS | {"appeal_by", "ai_index", "issued"}
_LONG = _ALWAYS | {"taken_up", "owner_id", "next_step", "background"}
_FIRST = {
    CaseKind.URGENT_ACTION: _NUMBERED,
    CaseKind.EXTRA: _NUMBERED,
    CaseKind.MEDICAL_ACTION: _NUMBERED,
    CaseKind.NATIONAL_ACTION: _NUMBERED,
    CaseKind.LETTER_CAMPAIGN: _ALWAYS | {"appeal_by"},
    CaseKind.ACTION_FILE: _LONG,
    CaseKind.CAMPAIGN: _LONG,
    CaseKind.OTHER: _LONG,
}
"""The fields each kind of case begins with; the others open under "Add more", or when they hold something."""


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
        self._add_fields()
        self._column = QVBoxLayout(self)
        self._pairs: list[QWidget] = []
        self._place_parts()
        self._connect()
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def _add_fields(self) -> None:
        look, today = self._desk.look, self._desk.session.today
        kinds = [(kind, label(kind)) for kind in CaseKind]
        classes = [(each, label(each).capitalize()) for each in Confidentiality]
        self.add(
            ChoiceField(look, "kind", "&Kind", kinds),
            LineField(look, "reference", "&Paper", prompt="UA 60/16"),
            CountryField(look, "country", "Coun&try"),
            DateField(look, "appeal_by", "Appeal &by", today),
            LineField(look, "ai_index", "AI Inde&x", prompt="AMR 37/4127/2026"),
            ChoiceField(look, "confidentiality", "&Who may see it", classes),
            DateField(look, "issued", "&Issued", today),
            DateField(look, "taken_up", "Taken &up", today),
            LineField(
                look, "title", "Title", hint="The subject of letters, and the name in lists where no name is known"
            ),
            BlockField(look, "situation", "&Situation", lines=4, prompt="Who it is about, and what has happened"),
            BlockField(look, "please_mind", "Please &mind", prompt="What the family asks, what to leave out"),
            BlockField(look, "background", "Back&ground", lines=3),
            ChoiceField(look, "owner_id", "&Owner"),
            BlockField(look, "next_step", "&Next step", lines=1),
            BlockField(
                look, "no_contact", "No letters, because", lines=1, hint="While a reason stands here nobody can write"
            ),
            DateField(look, "closed_on", "Closed on", today),
        )

    def _place_parts(self) -> None:
        look, f = self._desk.look, self.fields
        self._pairs = [
            SideBySide(look, f["kind"], f["reference"]),
            SideBySide(look, f["country"], f["appeal_by"]),
            SideBySide(look, f["ai_index"], f["confidentiality"]),
            SideBySide(look, f["issued"], f["taken_up"]),
            SideBySide(look, f["owner_id"], f["closed_on"]),
        ]
        self._column.addWidget(SectionHead(look, "The paper"))
        for pair in self._pairs[:4]:
            self._column.addWidget(pair)
        self._column.addWidget(SectionHead(look, "What it is about"))
        part: QWidget
        for part in (f["title"], f["situation"], self.asks, f["please_mind"], self._concern_field, f["background"]):
            self._column.addWidget(part)
        self._column.addWidget(self.write_to)
        self._column.addWidget(SectionHead(look, "Our work"))
        for part in (self._pairs[4], f["next_step"], f["no_contact"]):
            self._column.addWidget(part)
        buttons = QWidget()
        row = WrappedRow(look, buttons)
        for button in (self.more, self.close_case, self.bin):
            row.addWidget(button)
        self._column.addWidget(buttons)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.asks.edited.connect(self.touch)
        self.concerns.edited.connect(lambda: self.touch("concerns"))
        self.fields["kind"].edited.connect(lambda _name: self._unfold())
        self.more.clicked.connect(self._show_more)
        self.close_case.clicked.connect(self.close_or_reopen_requested)
        self.bin.clicked.connect(self.bin_requested)

    # -- showing

    def load(self, record: Case, *, is_new: bool = False) -> None:
        self.write_to.load(record.id)
        self._is_open_wide = False
        super().load(record, is_new=is_new)
        self._unfold()

    def reload(self, record: Case) -> None:
        super().reload(record)
        self.write_to.refresh()
        self._unfold()

    def _show_all(self, fields: Any) -> None:
        file, case_id = self._desk.session.file, self._record.id
        self._offer_owners()
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

    def _offer_owners(self) -> None:
        file, owner = self._desk.session.file, self.fields["owner_id"]
        members = {member.id: member.name for member in file.all(Member, order="active DESC, key")}
        gone = file.find(Member, self._record.owner_id)
        if gone is not None:
            members.setdefault(gone.id, gone.name)
        if isinstance(owner, ChoiceField):
            owner.offer([(None, "Nobody yet"), *members.items()])

    def first(self) -> Field:
        """The field one begins with."""
        return self.fields["kind"] if self._record.situation else self.fields["situation"]

    def _unfold(self) -> None:
        """Show the fields this kind of case begins with and those that hold something; the rest on demand."""
        kind = self.fields["kind"].value()
        first = _FIRST.get(kind, _ALWAYS)
        hidden = 0
        for name, field in self.fields.items():
            is_shown = self._is_open_wide or name in first or field.is_filled
            if name == "closed_on":
                is_shown = self._record.status is CaseStatus.CLOSED or field.is_filled
            else:
                hidden += not is_shown
            field.setVisible(is_shown)
        has_concerns = self._is_open_wide or bool(self.concerns.terms)
        show_if(self._concern_field, has_concerns)
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

    def problems(self, value: Case) -> list[Problem]:
        return case_problems(value, self._desk.session.today())

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
        self.keeper.settle()

    def _restyle(self) -> None:
        self._column.setSpacing(self._desk.look.px(14))
        self._column.setContentsMargins(0, 0, 0, 0)
