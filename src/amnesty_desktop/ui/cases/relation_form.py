# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a relation: how one person of a case stands to another, or to somebody outside it."""

from ...domain.person import Person, Relation
from ...domain.printed import WITHHELD, shown_name
from ...domain.problems import Problem
from ...edits import people
from ...store.recorder import Transaction
from ..desk import Desk
from ..widgets.buttons import LinkButton
from .fields import ChoiceField, LineField, SideBySide
from .kept_form import KeptForm, put_into_bin

_OUTSIDE = "somebody outside the case"


class RelationForm(KeptForm[Relation]):
    """Two things: the words, and the person they lead to."""

    noun = "relation"
    labels = ("Add relation", "Change relation")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("relation_form")
        look = desk.look
        words = LineField(look, "words", "How they are &related", prompt="brother of, lawyer of, tried together with …")
        self._other = ChoiceField(look, "other_id", "To &whom", hint="Of somebody outside, write the name beside.")
        self.add(words, self._other)
        self.put(SideBySide(look, words, self._other))
        self.bin_button = LinkButton(look, "Put into the bin")
        self.bin_button.setObjectName("bin_relation")
        self.bin_button.clicked.connect(self._put_into_bin)
        self.put_at_end(self.bin_button)

    def load(self, record: Relation, *, is_new: bool = False) -> None:
        persons = self._desk.session.file.all(Person, case_id=record.case_id, order="position, key")
        others = [(each.id, shown_name(each) or WITHHELD) for each in persons if each.id != record.person_id]
        self._other.offer([(None, _OUTSIDE), *others])
        super().load(record, is_new=is_new)
        self.bin_button.setVisible(not is_new)

    def save(self, write: Transaction, value: Relation) -> None:
        people.save_relation(write, value)

    def is_worth_adding(self, value: Relation) -> bool:
        return bool(value.words) or value.other_id is not None

    def problems(self, value: Relation) -> list[Problem]:
        if value.other_id is None or value.words:
            return []
        return [Problem("words", "It is not said how they are related.", "A word or two will do: sister of.")]

    def _put_into_bin(self) -> None:
        self.keeper.settle()
        put_into_bin(self._desk, self.record, "Put the relation into the bin", "The relation is in the bin.")
