# SPDX-License-Identifier: GPL-3.0-or-later
"""Record a count: so many letters, signatures or cards of one day that are not kept one by one."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ...domain.addressee import Addressee
from ...domain.case import Case
from ...domain.dates import PartialDate
from ...domain.letter import Channel
from ...domain.person import Person
from ...domain.plain_numbers import read_number
from ...domain.printed import paper, who
from ...domain.problems import Problem
from ...domain.tally import Tally, TallyKind, tally_problems
from ...domain.vocabularies import label
from ...edits import bin as bin_edits
from ...edits import tallies
from ..desk import Desk
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.form_field import FormField
from ..widgets.paragraph import NARROW, OneLine, Paragraph
from ..widgets.partial_date_edit import PartialDateEdit
from .case_picker import CasePicker
from .frame import DialogFrame, Role

_NOT_TWICE = (
    "For what is not in the file as a letter: sheets from a stall, cards from a school. Letters in the file count by"
    " themselves."
)
_NO_CASE = Problem("case_id", "No case is chosen.", "Type part of a name, then choose from the list.")


class RecordCount(DialogFrame):
    """Records a new count, or changes one."""

    def __init__(self, desk: Desk, case_id: str, parent: QWidget | None, *, tally: Tally | None = None) -> None:
        super().__init__(desk.look, "Record a count" if tally is None else "Change a count", parent, size=(560, 680))
        self._desk = desk
        self._tally = tally
        self.case_id = tally.case_id if tally else case_id
        self.case = CasePicker(desk.session, desk.look)
        self.number = QLineEdit()
        self.kind = QComboBox()
        self.on = PartialDateEdit(desk.look, "on", today=desk.session.today)
        self.event_line = QLineEdit()
        self.channel, self.to = QComboBox(), QComboBox()
        self._about = OneLine(desk.look, "", Use.BODY, Colour.SECONDARY)
        look = desk.look
        self._fields = {
            "case_id": FormField(look, "case_id", "&Case", self.case, hint="Part of a name, a country or a paper"),
            "count": FormField(look, "count", "How &many", self.number),
            "kind": FormField(look, "kind", "Of &what", self.kind),
            "on": FormField(look, "on", "&When", self.on),
            "channel": FormField(look, "channel", "H&ow they went", self.channel),
            "addressee_id": FormField(look, "addressee_id", "&To whom", self.to),
            "event": FormField(look, "event", "W&here", self.event_line, hint="Such as: market stall, school assembly"),
        }
        self._build()
        self._load()

    def value(self) -> Tally:
        """The count as it stands in the form; 0 where no number can be read."""
        made = Tally(
            case_id=self.case_id,
            kind=TallyKind(self.kind.currentData()),
            count=read_number(self.number.text()) or 0,
            on=self.on.value,
            event=self.event_line.text().strip(),
            channel=Channel(how) if (how := self.channel.currentData()) else None,
            addressee_id=self.to.currentData() or None,
        )
        return made if self._tally is None else replace(made, id=self._tally.id)

    def _build(self) -> None:
        for name, field in self._fields.items():
            field.editor.setObjectName(f"count_{name}")
        for kind in (TallyKind.SIGNATURES, TallyKind.LETTERS, TallyKind.CARDS):
            self.kind.addItem(label(kind), kind.value)
        self.channel.addItem("Not said", "")
        for channel in Channel:
            self.channel.addItem(label(channel), channel.value)
        self.kind.currentIndexChanged.connect(self._show_ways)
        self.add(self._about, *self._fields.values())
        self.add(Paragraph(self.look, _NOT_TWICE, Use.CAPTION, Colour.SECONDARY, line_height=NARROW))
        self.content.addStretch(1)
        self.case.chosen.connect(self._on_case_chosen)
        if self._tally is not None:
            self.add_button("Put into the &bin", Role.DestructiveRole).clicked.connect(self._bin)
        self.add_close("&Leave it")
        words = "&Record" if self._tally is None else "&Change"
        self.add_button(words, Role.AcceptRole, primary=True).clicked.connect(self._on_save)

    def _load(self) -> None:
        tally = self._tally
        self.on.set_value(tally.on if tally else PartialDate.of(self._desk.session.today()))
        if tally is not None:
            self.number.setText(str(tally.count))
            self.kind.setCurrentIndex(self.kind.findData(tally.kind.value))
            self.event_line.setText(tally.event)
            self.channel.setCurrentIndex(self.channel.findData(tally.channel.value if tally.channel else ""))
        self._show_case()
        (self.number if self.case_id else self.case).setFocus()

    def _show_case(self) -> None:
        file = self._desk.session.file
        case = file.find(Case, self.case_id) if self.case_id else None
        if case is not None:
            people = file.all(Person, case_id=case.id, order="position, key")
            self._about.setText(f"{who(people, case)}, {paper(case)}")
        self._offer_addressees()
        self._show_ways()
        self._about.setVisible(case is not None)
        self._fields["case_id"].setVisible(case is None)

    def _offer_addressees(self) -> None:
        """Whom the case writes to; a count can be of letters to one of them."""
        chosen = self.to.currentData() or (self._tally.addressee_id if self._tally else "")
        self.to.clear()
        self.to.addItem("Not said, or to several", "")
        found = (
            self._desk.session.file.all(Addressee, case_id=self.case_id, order="position, key") if self.case_id else []
        )
        for addressee in found:
            self.to.addItem(addressee.name or addressee.office, addressee.id)
        self.to.setCurrentIndex(max(self.to.findData(chosen), 0))

    def _show_ways(self) -> None:
        """How and to whom they went is asked of letters and cards; a signature sheet goes with its letter."""
        is_sent = self.kind.currentData() != TallyKind.SIGNATURES.value
        self._fields["channel"].setVisible(is_sent)
        self._fields["addressee_id"].setVisible(is_sent and self.to.count() > 1)

    def _on_case_chosen(self, case_id: str) -> None:
        self.case_id = case_id
        self._show_case()
        self.number.setFocus()

    def _on_save(self) -> None:
        for field in self._fields.values():
            field.clear_problem()
        session, tally = self._desk.session, self.value()
        problems = list(tally_problems(tally, session.today()))
        problems = [self.on.problem if one.field == "on" and self.on.problem else one for one in problems]
        if not self.case_id:
            problems.insert(0, _NO_CASE)
        for problem in problems:
            self._fields[problem.field].show_problem(problem)
        if problems:
            self._fields[problems[0].field].editor.setFocus()
            return
        words = "Record a count" if self._tally is None else "Change a count"
        if session.edit(words, partial(tallies.record, tally=tally), self) is not None:
            self.accept()
            self._desk.wishes.told.emit("The count is recorded.", True)

    def _bin(self) -> None:
        assert self._tally is not None
        put = partial(bin_edits.put, values=[self._tally], at=datetime.now(UTC))
        if self._desk.session.edit("Put the count into the bin", put, self) is not None:
            self.accept()
            self._desk.wishes.told.emit("The count is in the bin.", True)
