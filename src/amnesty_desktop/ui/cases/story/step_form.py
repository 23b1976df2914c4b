# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sees to a case and what comes next: what, who and when, changed where it stands."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ....domain.case import Case
from ....domain.member import Member
from ....domain.problems import Problem
from ....domain.spoken_dates import spoken
from ....edits import case_parts
from ....edits import cases as case_edits
from ....store.recorder import Transaction
from ...desk import Desk
from ...showing import show_if
from ...widgets.section_head import SectionHead
from ..fields import BlockField, ChoiceField, DateField, Field, SideBySide
from ..record_form import RecordForm

_WHO = ("owner_id", "next_step_by")


class StepForm(RecordForm[Case]):
    """Owner and next step of one case; what was typed saves itself."""

    noun = "next step"
    label = "Change the next step"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = desk.look
        self.add(
            BlockField(look, "next_step", "&What is to be done", lines=1),
            ChoiceField(look, "next_step_by", "Who takes it"),
            DateField(look, "next_step_on", "By when", desk.session.today),
            ChoiceField(look, "owner_id", "&Owner of the case"),
        )
        self.head = SectionHead(look, "Next step", button="It is done")
        assert self.head.button is not None
        self.taken = self.head.button
        self.taken.setObjectName("step_done")
        self.taken.setToolTip("Puts it into the story, and makes room for the next one")
        self.taken.clicked.connect(self._finish)
        self._column = QVBoxLayout(self)
        f = self.fields
        by, on, owner = f["next_step_by"], f["next_step_on"], f["owner_id"]
        for part in (self.head, f["next_step"], SideBySide(look, by, on, owner, least=190)):
            self._column.addWidget(part)
        if isinstance(on, DateField):
            # What comes next lies in the days ahead; the usual examples are of years past.
            on.edit.line.setPlaceholderText(spoken(desk.session.today() + timedelta(days=14)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        f["next_step"].edited.connect(lambda _name: self._show_taken())
        look.changed.connect(self._restyle)
        self._restyle()

    def load(self, record: Case, *, is_new: bool = False) -> None:
        super().load(record, is_new=is_new)
        self._show_taken()

    def reload(self, record: Case) -> None:
        super().reload(record)
        self._show_taken()

    def save(self, write: Transaction, value: Case) -> None:
        case_edits.change(write, value)

    def problems(self, value: Case) -> list[Problem]:
        if value.next_step_on is None or value.next_step.strip():
            return []
        return [Problem("next_step", "There is a day, and nothing to do on it.", "Say what is to be done.")]

    def _show_all(self, fields: Iterable[Field]) -> None:
        file = self._desk.session.file
        members = {member.id: member.name for member in file.all(Member, order="active DESC, key")}
        for name in _WHO:
            field, known = self.fields[name], dict(members)
            gone = file.find(Member, getattr(self._record, name))
            if gone is not None:
                known.setdefault(gone.id, gone.name)
            if isinstance(field, ChoiceField):
                field.offer([(None, "Nobody yet"), *known.items()])
        super()._show_all(fields)

    def _show_taken(self) -> None:
        show_if(self.taken, bool(self.fields["next_step"].value()))

    def _finish(self) -> None:
        self.keeper.settle()
        session = self._desk.session
        finish = partial(case_parts.finish_step, case_id=self.record.id, on=session.today())
        if session.edit("The next step is done", finish) is not None:
            self._desk.wishes.told.emit("It stands in the story now.", True)
            self.fields["next_step"].editor.setFocus()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
