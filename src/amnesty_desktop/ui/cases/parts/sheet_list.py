# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets of a case: every document of the chain with its own AI Index, and what a new one asks to be done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ....domain.case import Case, CaseStatus, Confidentiality
from ....domain.case_check import sheet_problems
from ....domain.problems import Problem
from ....domain.references import read_index
from ....domain.sheet import Sheet, SheetKind
from ....domain.sheet_chain import APPEAL_DAYS, chain, ends_appeals, proposed_appeal_by, reopens
from ....domain.spoken_dates import spoken
from ....domain.vocabularies import label
from ....edits import case_parts
from ....edits import cases as case_edits
from ....store.recorder import Transaction
from ...desk import Desk
from ...showing import show_if
from ...texts import left_to_right
from ...theme import Role, Use
from ...widgets.buttons import LinkButton
from ...widgets.paragraph import NARROW, Paragraph, Run
from ..fields import BlockField, ChoiceField, DateField, LineField, SideBySide
from ..kept_form import KeptForm
from .record_list import ListWords, RecordList

WORDS = ListWords("Sheets", "sheet", "Add a sheet", "Put a sheet into the bin")
_ORDER = "position, key"


def sheet_words(sheet: Sheet) -> tuple[str, str]:
    """Say which document it is and when it came, and besides its number and what it changed."""
    when = f", {spoken(sheet.issued)}" if sheet.issued is not None else ""
    return f"{label(sheet.kind)}{when}", document_words(sheet)


def document_words(sheet: Sheet) -> str:
    """Say the number of a document, its headline and what it changed."""
    index = read_index(sheet.ai_index)
    printed = index.printed if index else sheet.ai_index.strip()
    notes = (left_to_right(printed), sheet.title.strip(), " ".join(sheet.news.split()))
    return ". ".join(note.rstrip(".") for note in notes if note)


class SheetForm(KeptForm[Sheet]):
    """Which document, when, its number, what it changed; and one press that moves the last day for appeals."""

    noun = "sheet"
    labels = ("Add a sheet", "Change a sheet")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("sheet_form")
        look = desk.look
        kinds = [(each, label(each)) for each in SheetKind]
        kind = ChoiceField(look, "kind", "Which sheet", kinds)
        issued = DateField(look, "issued", "Issued on", desk.session.today)
        index = LineField(look, "ai_index", "AI Index of this sheet", prompt="AMR 37/4127/2026")
        reference = LineField(look, "reference", "Paper, as printed", prompt="THIRD UA 60/16")
        news = BlockField(look, "news", "What it changed, in a few words", lines=1)
        title = LineField(look, "title", "Headline")
        classes = [(each, label(each).capitalize()) for each in Confidentiality]
        seen = ChoiceField(look, "confidentiality", "Who may see it", classes)
        distribution = LineField(look, "distribution", "Distribution, as printed", prompt="UA/SC")
        self.add(kind, issued, index, reference, news, title, seen, distribution)
        self.put(SideBySide(look, kind, issued), SideBySide(look, index, reference), news)
        self.put(title, SideBySide(look, seen, distribution), folded=True)
        self.move_button = LinkButton(look, "")
        self.move_button.setObjectName("move_appeal_by")
        self.move_button.clicked.connect(self._move_appeal_by)
        self._move = QWidget()
        row = QHBoxLayout(self._move)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.move_button)
        row.addStretch(1)
        self.put(self._move)
        for field in (kind, issued):
            field.edited.connect(lambda _name: self._offer())

    def load(self, record: Sheet, *, is_new: bool = False) -> None:
        super().load(record, is_new=is_new)
        self._offer()

    def save(self, write: Transaction, value: Sheet) -> None:
        case_parts.save_sheet(write, value)

    def is_worth_adding(self, value: Sheet) -> bool:
        return bool(value.issued or value.ai_index or value.reference or value.news or value.title)

    def is_worth_unfolding(self) -> bool:
        is_special = self.fields["confidentiality"].value() is not Confidentiality.EXTERNAL
        return is_special or self.fields["title"].is_filled or self.fields["distribution"].is_filled

    def problems(self, value: Sheet) -> list[Problem]:
        case = self._desk.session.file.find(Case, value.case_id)
        return sheet_problems(value, case, self._desk.session.today()) if case else []

    def _offer(self) -> None:
        """An update moves the last day for appeals only when somebody asks for it."""
        value = self.value()
        on = proposed_appeal_by(value.issued) if value.kind in (SheetKind.FIRST, SheetKind.UPDATE) else None
        case = self._desk.session.file.find(Case, value.case_id)
        is_news = on is not None and case is not None and case.status is CaseStatus.OPEN and case.appeal_by != on
        if is_news and on is not None:
            self.move_button.setText(f"Let appeals go on until {spoken(on)}")
            self.move_button.setToolTip(f"{APPEAL_DAYS} days after this sheet")
        show_if(self._move, is_news)

    def _move_appeal_by(self) -> None:
        on = proposed_appeal_by(self.value().issued)
        if on is None:
            return
        self.keeper.settle()
        move = partial(case_parts.set_appeal_by, case_id=self.record.case_id, on=on)
        if self._desk.session.edit("Change the last day for appeals", move) is not None:
            self._desk.wishes.told.emit(f"Appeals are wanted until {spoken(on)}.", True)
        self._offer()
        self.done_button.setFocus()


class SheetList(RecordList[Sheet]):
    """The chain of one case, and below it what its newest sheet asks to be done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, WORDS)
        self._case: Case | None = None
        self.notice = QWidget()
        row = QHBoxLayout(self.notice)
        row.setContentsMargins(0, desk.look.px(4), 0, 0)
        self.said = Paragraph(desk.look, "", Use.TABLE, Role.AMBER, line_height=NARROW)
        self.act = LinkButton(desk.look, "")
        self.act.setObjectName("sheet_act")
        row.addWidget(self.said, 1)
        row.addWidget(self.act)
        self._column.addWidget(self.notice)
        self.act.clicked.connect(self._act)
        self.notice.hide()

    def records(self, case_id: str) -> list[Sheet]:
        file = self._desk.session.file
        self._case = file.find(Case, case_id)
        found = file.all(Sheet, case_id=case_id, order=_ORDER)
        if self._case is None:
            return found
        self._say(found)
        return list(chain(self._case, found))

    def new_record(self, case_id: str, place: int) -> Sheet:
        return Sheet(case_id=case_id, kind=SheetKind.UPDATE, position=place)

    def new_form(self) -> SheetForm:
        return SheetForm(self._desk)

    def runs(self, record: Sheet) -> Sequence[Run]:
        text, note = sheet_words(record)
        return (Run(text), *([Run(f"  {note}", Role.SECONDARY)] if note else ()))

    def is_fixed(self, record: Sheet) -> bool:
        """The first sheet is kept in the fields of the case above."""
        return record.id == record.case_id

    def _say(self, found: Sequence[Sheet]) -> None:
        case = self._case
        assert case is not None
        if (later := reopens(case, found)) is not None and later.issued is not None:
            self.said.setText(f"The case is closed here, and a sheet came on {spoken(later.issued)}.")
            self.act.setText("Reopen the case")
        elif ends_appeals(case, found):
            self.said.setText("The last update ends appeals, and the case is still open here.")
            self.act.setText("Close the case")
        else:
            self.act.setText("")
        show_if(self.notice, bool(self.act.text()))

    def _act(self) -> None:
        self.leave()
        session, case = self._desk.session, self._case
        if case is None:
            return
        is_open = case.status is CaseStatus.OPEN
        edit = case_edits.close if is_open else case_edits.reopen
        words = "Close the case" if is_open else "Reopen the case"
        if session.edit(words, partial(edit, case_id=case.id, on=session.today())) is not None:
            said = "The case is closed. It stays readable." if is_open else "The case is open again."
            self._desk.wishes.told.emit(said, True)
        self.add_button.setFocus()
