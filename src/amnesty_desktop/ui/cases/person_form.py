# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a person at risk."""

from ...domain.case_check import person_problems
from ...domain.person import Person, Sex
from ...domain.problems import Problem
from ...domain.vocabularies import label
from ...edits import people
from ...store.recorder import Transaction
from ..desk import Desk
from ..widgets.buttons import LinkButton
from .fields import BlockField, ChoiceField, DateField, LineField, SideBySide
from .kept_form import KeptForm, put_into_bin

_SEXES: tuple[tuple[Sex | None, str], ...] = ((None, "not marked"), *((sex, label(sex)) for sex in Sex))
_NAMING = ((False, "Yes"), (True, "No, withhold it"))


class PersonForm(KeptForm[Person]):
    """Asks six short things first; the rest opens under "Add more"."""

    noun = "person"
    labels = ("Add person", "Change person")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("person_form")
        look = desk.look
        name = LineField(look, "name", "&Name")
        own = LineField(look, "own_script", "In their &own script")
        work = LineField(look, "work", "&Work")
        born = DateField(look, "born", "&Born", desk.session.today)
        sex_hint = "Not marked: letters use the name alone."
        sex = ChoiceField(look, "sex", "Marked on the &sheet as", _SEXES, hint=sex_hint)
        withheld_hint = "Withheld: it stands in no letter and no list."
        withheld = ChoiceField(look, "withheld", "&May the name be used?", _NAMING, hint=withheld_hint)
        in_letters = LineField(look, "in_letters", "In &letters", hint="Empty: letters use the name above.")
        say = LineField(look, "say", "How to sa&y it")
        others = BlockField(look, "other_names", "&Also written, one a line")
        self.add(name, own, work, born, sex, withheld, in_letters, say, others)
        self.put(SideBySide(look, name, own), SideBySide(look, work, born), SideBySide(look, sex, withheld))
        self.put(SideBySide(look, in_letters, say), others, folded=True)
        self.bin_button = LinkButton(look, "Put into the bin")
        self.bin_button.setObjectName("bin_person")
        self.bin_button.clicked.connect(self._put_into_bin)
        self.put_at_end(self.bin_button)

    def load(self, record: Person, *, is_new: bool = False) -> None:
        super().load(record, is_new=is_new)
        self.bin_button.setVisible(not is_new)

    def save(self, write: Transaction, value: Person) -> None:
        people.save(write, value)

    def is_worth_adding(self, value: Person) -> bool:
        return any((value.name, value.own_script, value.other_names, value.in_letters, value.work))

    def problems(self, value: Person) -> list[Problem]:
        return person_problems(value, self._desk.session.today())

    def _put_into_bin(self) -> None:
        self.keeper.settle()
        person: Person = self.record
        name = "The person" if person.withheld or not person.name else person.name
        put_into_bin(self._desk, person, "Put the person into the bin", f"{name} is in the bin.")
