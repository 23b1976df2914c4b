# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a person at risk."""

from collections.abc import Iterable
from typing import Any

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


class PersonForm(KeptForm):
    """Asks four things first; the rest opens under "Add more"."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "person", ("Add person", "Change person"))
        self.setObjectName("person_form")
        look = desk.look
        name = LineField(look, "name", "&Name")
        own = LineField(look, "own_script", "In their &own script")
        work = LineField(look, "work", "&Work")
        born = DateField(look, "born", "&Born", desk.session.today)
        sex = ChoiceField(
            look, "sex", "Marked on the &sheet as", _SEXES, hint="Not marked: letters use the name alone."
        )
        withheld = ChoiceField(
            look, "withheld", "&May the name be used?", _NAMING, hint="Withheld: it stands in no letter and no list."
        )
        in_letters = LineField(look, "in_letters", "In &letters", hint="Empty: letters use the name above.")
        say = LineField(look, "say", "How to sa&y it")
        others = BlockField(look, "other_names", "&Also written, one a line", lines=2)
        self.own(name, own, work, born, sex, withheld, in_letters, say, others)
        self.add(SideBySide(look, name, own), SideBySide(look, work, born), SideBySide(look, sex, withheld))
        self.add(SideBySide(look, in_letters, say), others, folded=True)
        self._bin = LinkButton(look, "Put into the bin")
        self._bin.setObjectName("bin_person")
        self._bin.clicked.connect(self._put_into_bin)
        self.add_trailing(self._bin)

    def load(self, *records: Any, is_new: bool = False) -> None:
        super().load(*records, is_new=is_new)
        self._bin.setVisible(not is_new)

    def write(self, write: Transaction, values: tuple[Any, ...]) -> None:
        people.save(write, values[0])

    def is_blank(self, values: tuple[Any, ...]) -> bool:
        person: Person = values[0]
        return not any((person.name, person.own_script, person.other_names, person.in_letters, person.work))

    def problems(self, values: tuple[Any, ...]) -> Iterable[Problem]:
        return person_problems(values[0], self.desk.session.today())

    def _put_into_bin(self) -> None:
        self.keeper.settle()
        person: Person = self.record
        name = "The person" if person.withheld or not person.name else person.name
        put_into_bin(self.desk, person, "Put the person into the bin", f"{name} is in the bin.")
