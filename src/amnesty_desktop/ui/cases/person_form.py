# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a person at risk."""

from ...domain.case_check import person_problems
from ...domain.person import Person, Sex
from ...domain.problems import Problem
from ...domain.vocabularies import label
from ...edits import people
from ...store.recorder import Transaction
from ..desk import Desk
from ..showing import show_if
from ..widgets.buttons import LinkButton
from .fields import BlockField, ChoiceField, DateField, Field, LineField, NumberField, SideBySide
from .kept_form import KeptForm, put_into_bin

_SEXES: tuple[tuple[Sex | None, str], ...] = ((None, "not marked"), *((sex, label(sex)) for sex in Sex))
_NAMING = ((False, "Yes"), (True, "No, withhold it"))
_ORDER = ((False, "The family name comes last"), (True, "The family name comes first"))
_OLDEST = 130
_MOST_PEOPLE = 9_999_999


class PersonForm(KeptForm[Person]):
    """Asks six short things first; the rest opens under "Add more"."""

    noun = "person"
    labels = ("Add person", "Change person")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("person_form")
        self._add_first(desk)
        self._add_rest(desk)
        self.fields["sex"].edited.connect(lambda _name: self._ask_how_many())
        self.bin_button = LinkButton(desk.look, "Put into the bin")
        self.bin_button.setObjectName("bin_person")
        self.bin_button.clicked.connect(self._put_into_bin)
        self.put_at_end(self.bin_button)

    def _add_first(self, desk: Desk) -> None:
        look = desk.look
        name = LineField(look, "name", "&Name", hint="As the sheet spells it, in the order people say it")
        own = LineField(look, "own_script", "In their &own script")
        work = LineField(look, "work", "&Work")
        born = DateField(look, "born", "&Born", desk.session.today)
        sex_hint = "Not marked: letters use the name alone."
        sex = ChoiceField(look, "sex", "Marked on the &sheet as", _SEXES, hint=sex_hint)
        withheld_hint = "Withheld: it stands in no letter and no list."
        withheld = ChoiceField(look, "withheld", "&May the name be used?", _NAMING, hint=withheld_hint)
        many_hint = "People without names, such as “eleven men”"
        self._many = NumberField(look, "headcount", "&How many they are", most=_MOST_PEOPLE, hint=many_hint)
        self.add(name, own, work, born, sex, withheld, self._many)
        self.put(SideBySide(look, name, own), SideBySide(look, work, born), SideBySide(look, sex, withheld))
        self.put(self._many)

    def _add_rest(self, desk: Desk) -> None:
        look = desk.look
        rows: tuple[tuple[Field, ...], ...] = (
            (
                LineField(look, "in_letters", "In &letters", hint="Empty: letters use the name above."),
                LineField(look, "say", "How to sa&y it"),
            ),
            (ChoiceField(look, "family_first", "O&rder of the name", _ORDER),),
            (
                BlockField(
                    look, "other_names", "&Also written, one a line", hint="Other spellings, scripts and aliases"
                ),
            ),
            (
                NumberField(look, "age", "A&ge on the sheet", most=_OLDEST),
                LineField(look, "organisation", "Organ&isation"),
            ),
            (LineField(look, "prisoner_number", "&Prisoner number"), LineField(look, "illness", "Illn&ess")),
            (BlockField(look, "wishes", "What &they or the family wish", hint="Nothing of it goes into a letter."),),
        )
        for row in rows:
            self.add(*row)
            self.put(SideBySide(look, *row) if len(row) > 1 else row[0], folded=True)

    def load(self, record: Person, *, is_new: bool = False) -> None:
        super().load(record, is_new=is_new)
        self.bin_button.setVisible(not is_new)
        self._ask_how_many()

    def reload(self, record: Person) -> None:
        super().reload(record)
        self._ask_how_many()

    def save(self, write: Transaction, value: Person) -> None:
        people.save(write, value)

    def is_worth_adding(self, value: Person) -> bool:
        words = (value.name, value.own_script, value.other_names, value.in_letters, value.work, value.organisation)
        return any(words) or value.headcount is not None

    def problems(self, value: Person) -> list[Problem]:
        return person_problems(value, self._desk.session.today())

    def _ask_how_many(self) -> None:
        """Only a group is counted; a number that stands there is never hidden."""
        show_if(self._many, self.fields["sex"].value() is Sex.GROUP or self._many.is_filled)

    def _put_into_bin(self) -> None:
        self.keeper.settle()
        person: Person = self.record
        name = "The person" if person.withheld or not person.name else person.name
        put_into_bin(self._desk, person, "Put the person into the bin", f"{name} is in the bin.")
