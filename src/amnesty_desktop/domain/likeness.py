# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely it is that two people, or two cases, are one and the same; and why, so that somebody can decide.

Nothing is ever joined by this rule: it only asks. Points are added for what speaks for it and taken away for what
speaks against it, from LIKELY on the question is put.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from .case import Case
from .dates import PartialDate
from .names import fold
from .person import Person, Sex
from .references import read_index, read_reference
from .spellings import shared_words

LIKELY = 55
_SAME_NAME, _PART_OF_NAME, _ONE_WORD = 60, 45, 35
_SAME_BIRTH, _OTHER_BIRTH = 25, -40
_SAME_COUNTRY, _OTHER_COUNTRY = 10, -15
_OTHER_SEX = -30


@dataclass(frozen=True, slots=True)
class Likeness:
    """Points from 0 to 100, and in words what they are given for, the strongest first."""

    points: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def is_likely(self) -> bool:
        """Whether the question should be put."""
        return self.points >= LIKELY

    @property
    def sentence(self) -> str:
        """Why it is likely, as a sentence; empty where nothing speaks for it."""
        if not self.reasons:
            return ""
        said = ", ".join(self.reasons)
        return f"{said[:1].upper()}{said[1:]}."


def names_of(person: Person) -> tuple[str, ...]:
    """Every name a person is known by."""
    lines = (person.name, person.own_script, *person.other_names.splitlines(), person.in_letters)
    return tuple(dict.fromkeys(name for line in lines if (name := line.strip())))


def person_likeness(one: Person, other: Person, country: str = "", other_country: str = "") -> Likeness:
    """Compare two people; countries are ISO codes of their cases, empty where not known."""
    points, reason = _best_name(names_of(one), names_of(other))
    if not points:
        return Likeness()
    reasons = [reason]
    for more, why in (
        _birth(one.born, other.born),
        _country(country, other_country),
        (_OTHER_SEX, "") if {one.sex, other.sex} == {Sex.WOMAN, Sex.MAN} else (0, ""),
    ):
        points += more
        reasons += [why] if why else []
    return Likeness(max(0, min(points, 100)), tuple(reasons))


def case_likeness(one: Case, other: Case, people: Sequence[Person] = (), others: Sequence[Person] = ()) -> Likeness:
    """Compare two cases by their papers, then by the people they are about, then by their titles."""
    found = _same_paper(one, other)
    if found.points:
        return found
    pairs = [person_likeness(person, match, one.country, other.country) for person in people for match in others]
    if pairs:
        return max(pairs, key=lambda pair: pair.points)
    if not people and not others and one.title.strip() and fold(one.title) == fold(other.title):
        points, why = _country(one.country, other.country)
        return Likeness(_SAME_NAME + points, tuple(filter(None, ("the same title", why))))
    return Likeness()


def _same_paper(one: Case, other: Case) -> Likeness:
    references = read_reference(one.reference), read_reference(other.reference)
    if references[0] and references[1] and references[0].case_key == references[1].case_key:
        return Likeness(100, (f"the same paper, {references[0].printed}",))
    indexes = read_index(one.ai_index), read_index(other.ai_index)
    if indexes[0] and indexes[0] == indexes[1]:
        return Likeness(90, (f"the same AI Index, {indexes[0].printed}",))
    return Likeness()


def _best_name(ones: Sequence[str], others: Sequence[str]) -> tuple[int, str]:
    found = (_name(one, other) for one in ones for other in others)
    return max(found, key=lambda pair: pair[0], default=(0, ""))


def _name(one: str, other: str) -> tuple[int, str]:
    same, of_one, of_other = shared_words(one, other)
    if not same or same < min(of_one, of_other):
        return 0, ""
    if of_one != of_other:
        return (_PART_OF_NAME, "one name is part of the other") if same > 1 else (0, "")
    folded = fold(one).split(), fold(other).split()
    if _script(one) != _script(other):
        words = "the same name in another script"
    elif folded[0] == folded[1]:
        words = "the same name"
    elif sorted(folded[0]) == sorted(folded[1]):
        words = "the same name in another order"
    else:
        words = "the same name in another spelling"
    return (_SAME_NAME if same > 1 else _ONE_WORD), words


def _script(name: str) -> str:
    """The script of the first letter, as Unicode names it."""
    letter = next((letter for letter in name if letter.isalpha()), "a")
    return unicodedata.name(letter, "LATIN").partition(" ")[0]


def _birth(one: PartialDate | None, other: PartialDate | None) -> tuple[int, str]:
    if one is None or other is None or not (one.is_known and other.is_known):
        return 0, ""
    if one.earliest.year == other.earliest.year:
        return _SAME_BIRTH, f"born in the same year, {one.earliest.year}"
    apart = one.earliest > other.latest or other.earliest > one.latest
    # People are a year older on one sheet than on the next.
    near = abs(one.earliest.year - other.earliest.year) <= 1
    return (0, "") if near or not apart else (_OTHER_BIRTH, "")


def _country(one: str, other: str) -> tuple[int, str]:
    if not one or not other:
        return 0, ""
    return (_SAME_COUNTRY, "the same country") if one == other else (_OTHER_COUNTRY, "")
