# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a new case: four things are enough, and nothing is in the file until "Add case"."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.addressee import Addressee
from ...domain.case import Case, CaseKind
from ...domain.case_check import case_problems
from ...domain.person import Person
from ...domain.references import read_reference
from ...domain.sheet_chain import NUMBERED, proposed_appeal_by
from ...domain.spoken_dates import spoken
from ...edits import cases as case_edits
from ...edits.bring_back import draft_of
from ..desk import Desk
from ..keeping import Keeper
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.foot import Foot
from ..widgets.paragraph import OneLine, Paragraph
from .already_there import AlreadyThere
from .case_fields import PROPOSED_DAY
from .fields import BlockField, CountryField, DateField, Field, LineField, SideBySide
from .page import Page

FORM = "new case"
"""The name its typing is kept under."""
_PAUSE_MS = 300
"""A pause in the typing after which is looked whether the case is there already."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case with whom it is about and whom to write to, as typed."""

    case: Case
    person: Person | None
    addressee: Addressee | None


def addressee_from(text: str, case: Case) -> Addressee | None:
    """Read an address as one types or pastes it: the office on the first line, then the rest."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if not lines:
        return None
    return Addressee(case_id=case.id, office=lines[0], address="\n".join(lines[1:]), country=case.country)


class NewCasePage(QWidget):
    """Signals: added(case id), open_requested(case id) of one that is there, kept_changed(), back_requested()."""

    back_requested = Signal()
    added = Signal(str)
    open_requested = Signal(str)
    kept_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.look
        self.who = LineField(look, "who", "&Who", hint="The name as the paper gives it; empty while it is withheld")
        self.country = CountryField(look, "country", "Coun&try")
        self.happened = BlockField(look, "situation", "What ha&ppened", lines=4)
        self.write_to = BlockField(
            look, "write_to", "Wr&ite to", lines=3, hint="The office on the first line, then the address"
        )
        self.paper = LineField(look, "reference", "Pape&r", prompt="UA 60/16")
        self.issued = DateField(look, "issued", "&Issued", desk.session.today)
        self.appeal_by = DateField(look, "appeal_by", "Appeal &by", desk.session.today)
        self.already = AlreadyThere(desk)
        self.back = QuietButton(look, "‹ Cases")
        self.back.setObjectName("new_case_back")
        self.back.setAccessibleName("Back to the list of cases")
        self.add_button = PrimaryButton(look, "Add case")
        self.add_button.setObjectName("add_case")
        self.more = QuietButton(look, "Add more")
        self._rest = SideBySide(look, self.paper, self.issued, self.appeal_by, least=150)
        self.fields: tuple[Field, ...] = (
            self.who, self.country, self.happened, self.write_to, self.paper, self.issued, self.appeal_by,
        )  # fmt: skip
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._place_parts()
        self.keeper = Keeper(desk.session, form=lambda: FORM, draft=self._draft, commit=self._commit, parent=self)
        self._connect()
        self._take_kept_typing()

    def _place_parts(self) -> None:
        look, content = self._desk.look, QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(16))
        title = QHBoxLayout()
        title.setSpacing(look.px(8))
        title.addWidget(self.back)
        title.addWidget(OneLine(look, "New case", Use.TITLE), 1)
        inside.addLayout(title)
        for part in (self.who, self.already, self.country, self.happened, self.write_to, self._rest):
            inside.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.add_button)
        row.addWidget(self.more)
        row.addStretch(1)
        inside.addLayout(row)
        hint = "What you type is kept here until you add the case. The rest can be added there."
        inside.addWidget(Paragraph(look, hint, Use.CAPTION, Role.SECONDARY))
        inside.addStretch(1)
        self._rest.hide()
        self.back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Page(self._desk, content, "New case", widest=640), 1)
        column.addWidget(Foot(look))

    def _connect(self) -> None:
        for field in self.fields:
            field.edited.connect(lambda _name: self._on_edited())
        self._pause.timeout.connect(self._look_for_it)
        for named in (self.who, self.paper):
            named.left.connect(lambda _name: self._look_for_it())
        self.issued.left.connect(lambda _name: self._propose_appeal_by())
        self.add_button.clicked.connect(self.add)
        self.more.clicked.connect(self._show_more)
        self.back.clicked.connect(self.back_requested)
        self.already.open_requested.connect(self.open_requested)
        self._show_ready()

    # -- typing

    @property
    def is_begun(self) -> bool:
        """Whether anything stands there."""
        return any(field.is_filled for field in self.fields)

    @property
    def is_enough(self) -> bool:
        """Whether it says whom it is about, or what happened."""
        return bool(self.who.value() or self.happened.value())

    def set_folded(self, is_folded: bool) -> None:
        """Offer the way back to the list while the list is folded away."""
        show_if(self.back, is_folded)

    def begin(self) -> None:
        """Go to the first field."""
        self.who.editor.setFocus()

    def typed(self) -> NewCase:
        """The case as it was typed."""
        reference = self.paper.value()
        read = read_reference(reference)
        case = Case(
            reference=reference,
            kind=read.kind if read else CaseKind.URGENT_ACTION if not reference else CaseKind.OTHER,
            country=self.country.value(),
            situation=self.happened.value(),
            issued=self.issued.value(),
            appeal_by=self.appeal_by.value(),
            taken_up=None,
        )
        person = Person(case_id=case.id, name=self.who.value()) if self.who.value() else None
        return NewCase(case, person, addressee_from(self.write_to.value(), case))

    def add(self) -> None:
        """Put the case into the file; the typing stays where the disk refused."""
        if not self.is_enough:
            return
        new = self.typed()
        people = (new.person,) if new.person else ()
        addressees = (new.addressee,) if new.addressee else ()
        edit = partial(
            case_edits.add, case=new.case, people=people, addressees=addressees, apart_from=tuple(self.already.apart)
        )
        if self._desk.session.edit("Add case", edit, origin=self) is None:
            self.keeper.keep()
            return
        self._empty()
        self.added.emit(new.case.id)

    def _empty(self) -> None:
        self.keeper.forget()
        self._desk.session.file.drop_draft(FORM)
        for field in self.fields:
            field.show_value(None if field in (self.issued, self.appeal_by) else "")
            field.clear_problem()
        self.appeal_by.set_hint("")
        self._rest.hide()
        self.more.show()
        self._pause.stop()
        self.already.forget()
        self._show_ready()

    def _on_edited(self) -> None:
        self.keeper.touched()
        self._show_ready()
        problems = {problem.field: problem for problem in case_problems(self.typed().case, self._desk.session.today())}
        for field in (self.paper, self.issued, self.appeal_by):
            if field.name in problems and not field.loose_words:
                field.show_problem(problems[field.name])
            else:
                field.clear_problem()
        self._pause.start()

    def _show_ready(self) -> None:
        self.add_button.setEnabled(self.is_enough)
        self.add_button.setToolTip("" if self.is_enough else "Say who it is about, or what happened")
        self.kept_changed.emit()

    def _propose_appeal_by(self) -> None:
        """Put in the usual last day for appeals where none stands there; it says so, and can be changed."""
        proposed = proposed_appeal_by(self.issued.value())
        if proposed is not None and not self.appeal_by.is_filled and self.typed().case.kind in NUMBERED:
            self.appeal_by.type_words(spoken(proposed))
            self.appeal_by.set_hint(PROPOSED_DAY)

    def _show_more(self) -> None:
        self._rest.show()
        self.more.hide()
        self.paper.editor.setFocus()

    def _look_for_it(self) -> None:
        self._pause.stop()
        if self._desk.session.is_locked:
            return
        new = self.typed()
        self.already.look_for_case(new.case, [new.person] if new.person else [])

    # -- keeping

    def _draft(self) -> dict[str, Any]:
        # Words, not records: half a case is not added by itself, not even when the program stops.
        words = {field.name: field.words() for field in self.fields}
        return draft_of(typed={name: text for name, text in words.items() if text})

    def _commit(self) -> bool:
        if self.is_begun:
            return False
        self._desk.session.file.drop_draft(FORM)
        return True

    def _take_kept_typing(self) -> None:
        kept = self._desk.session.file.find_draft(FORM)
        if kept is None:
            return
        words = kept.value.get("typed", {})
        for field in self.fields:
            if field.name in words:
                field.type_words(words[field.name])
        if self.paper.is_filled or self.issued.is_filled or self.appeal_by.is_filled:
            self._show_more()
        self._look_for_it()
