# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of one person as a page reads it: how it stands now, every name, work, number, wishes."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.name_scripts import LATIN, script_of
from ...domain.person import Person, Sex
from ...domain.situation_now import SituationNow
from ...domain.situation_words import now_words
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ..look import Look
from ..texts import in_own_direction
from ..theme import Role, Use
from ..widgets.paragraph import Run
from ..widgets.side_value import SideValue

_LONG = 200


class PersonValues(QWidget):
    """Captions and values; a withheld name stands in none of them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.now = SideValue(look, "Now", Use.NAME)
        self.headcount = SideValue(look, "How many")
        self.in_letters = SideValue(look, "In letters", Use.NAME)
        self.own_script = SideValue(look, "Own script", Use.LETTER_TITLE)
        self.written = SideValue(look, "Written")
        self.others = SideValue(look, "Also written")
        self.say = SideValue(look, "Say")
        self.born_work = SideValue(look, "Born, work")
        self.organisation = SideValue(look, "Belongs to")
        self.illness = SideValue(look, "Illness")
        self.number = SideValue(look, "Prisoner number")
        self.wishes = SideValue(look, "Their wishes")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in self._parts():
            self._column.addWidget(part)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_person(self, person: Person, now: SituationNow, *, with_name: bool) -> None:
        """Show a person; with_name gives the name itself where there is no form for letters."""
        is_open = not person.withheld
        self.now.show_runs(Run(_headline(now_words(now))))
        self.headcount.show_runs(Run(_people(person.headcount)))
        shown = (person.in_letters or (person.name if with_name else "")).strip()
        self.in_letters.show_runs(Run(shown if is_open else ""))
        self.own_script.show_runs(Run(person.own_script.strip() if is_open else ""))
        self.written.show_runs(Run(_written(person) if is_open else ""))
        self.others.show_runs(*(_others(person) if is_open else ()))
        self.say.show_runs(Run(person.say.strip() if is_open else ""))
        self.born_work.show_runs(Run(_born_work(person)))
        self.organisation.show_runs(Run(person.organisation.strip()))
        self.illness.show_runs(Run(person.illness.strip()))
        self.number.show_runs(Run(person.prisoner_number.strip() if is_open else ""))
        self.wishes.show_runs(Run(person.wishes.strip()))

    def _parts(self) -> tuple[SideValue, ...]:
        names = (self.in_letters, self.own_script, self.written, self.others, self.say)
        rest = (self.born_work, self.organisation, self.illness, self.number, self.wishes)
        return (self.now, self.headcount, *names, *rest)

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(6))


def family_name(person: Person) -> str:
    """The first word of the name where the family name is said first; empty otherwise, or where words are not apart."""
    words = (person.name.strip() or person.own_script.strip()).split()
    return words[0] if person.family_first and len(words) > 1 else ""


def _written(person: Person) -> str:
    script = script_of(person.own_script)
    family = in_own_direction(family_name(person))
    order = (f"family name first: {family}" if family else "family name first") if person.family_first else ""
    return ", ".join(part for part in (script if script != LATIN else "", order) if part)


def _others(person: Person) -> Iterator[Run]:
    lines = [line.strip() for line in person.other_names.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        script = script_of(line)
        yield Run((", " if number else "") + in_own_direction(line))
        if script and script != LATIN:
            yield Run(f" ({script})", Role.SECONDARY)


def _born_work(person: Person) -> str:
    sex = label(person.sex) if person.sex in (Sex.WOMAN, Sex.MAN) else ""
    born = spoken(person.born) if person.born is not None and person.born.is_known else ""
    age = f"aged {person.age} on the sheet" if person.age is not None else ""
    return ", ".join(part for part in (sex, born, age, person.work.strip()) if part)


def _people(count: int | None) -> str:
    return "" if count is None else "1 person" if count == 1 else f"{count} people"


def _headline(words: str) -> str:
    """A line that begins with a capital; one that fills a page is cut, and stands whole in the log below."""
    short = words if len(words) <= _LONG else f"{words[: _LONG - 1].rstrip()}…"
    return short[:1].upper() + short[1:]
