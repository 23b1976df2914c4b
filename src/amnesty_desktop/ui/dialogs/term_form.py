# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of one term of our lists: what it is called, which rights it touches, what may be asked because of it."""

from collections.abc import Sequence

from ...domain.own_term import OwnTerm, TermList
from ...domain.problems import Problem
from ...domain.udhr import ARTICLES
from ...domain.vocabulary import ListedTerm, label_problem
from ...edits import vocabulary as vocabulary_edits
from ...store.recorder import Transaction
from ..cases.fields import BlockField, LineField
from ..cases.record_form import RecordForm
from ..desk import Desk

_CONCERNS = (TermList.RISK, TermList.ISSUE)


class TermForm(RecordForm[OwnTerm]):
    """Changes one term in place and saves itself."""

    noun = "term"
    label = "Change our lists"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("term_form")
        look = desk.look
        name_hint = "Old records show the new name too."
        self.add(
            LineField(look, "label", "&Called", hint=name_hint),
            LineField(
                look,
                "articles",
                "Ar&ticles of the Universal Declaration",
                prompt="5 9",
                hint=f"Numbers from 1 to {len(ARTICLES)}",
            ),
            BlockField(
                look,
                "asks",
                "What may be as&ked because of it",
                lines=2,
                hint="One a line, as it should stand in a letter. Somebody confirms it in each case.",
            ),
        )

    def parts(self) -> Sequence[LineField | BlockField]:
        """The fields from top to bottom."""
        return tuple(field for field in self.fields.values() if isinstance(field, LineField | BlockField))

    def show_term(self, term: ListedTerm) -> None:
        """Show a term as it is called now; what was typed for the one before is kept first."""
        record = vocabulary_edits.record_of(term)
        shown = OwnTerm(
            id=record.id,
            part=record.part,
            code=record.code,
            label=term.label,
            direction=record.direction,
            articles=record.articles or " ".join(map(str, term.articles)),
            asks=record.asks,
            merged_into=record.merged_into,
            hidden=record.hidden,
            position=record.position,
        )
        self.load(shown, is_new=term.own is None)
        for name in ("articles", "asks"):
            self.fields[name].setVisible(term.part in _CONCERNS)

    def save(self, write: Transaction, value: OwnTerm) -> None:
        vocabulary_edits.save(write, value)

    def is_worth_adding(self, value: OwnTerm) -> bool:
        return bool(value != self.record)

    def problems(self, value: OwnTerm) -> list[Problem]:
        found = label_problem(self._desk.session.vocabulary, value.part, value.label, value.code)
        return [found] if found is not None else []

    def _commit(self) -> bool:
        if self.record is None or self.problems(self.value()):
            # A name that another word has stays typed, with its sentence beside it, and is no edit.
            return self.record is None
        return super()._commit()
