# SPDX-License-Identifier: GPL-3.0-or-later
"""Which people and cases of the file are likely to be one with another, leaving out what was told apart.

The search index narrows it down to a few candidates, domain.likeness compares them. The whole file is looked through
in store.gathering.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ..domain.case import Case
from ..domain.likeness import Likeness, case_likeness, names_of, person_likeness
from ..domain.names import query_words
from ..domain.person import Person
from ..domain.references import read_reference
from .engine import Engine
from .indexing import PLACES
from .reading import Reading
from .rows import NOUN_OF_TABLE, columns, from_row
from .search import match_expression

_CANDIDATES = 60
MOST_WORDS = 5
"""Words of a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two rows that may be one; noun is "cases" or "people", case_id the case of the other one."""

    noun: str
    one_id: str
    other_id: str
    case_id: str
    likeness: Likeness


def people_alike(reading: Reading, person: Person, country: str, *, apart_from: Sequence[str] = ()) -> list[Alike]:
    """People who may be this one, the likeliest first; apart_from are ids that are not meant."""
    engine, found = reading.engine, []
    ids = {person.id, *apart_from, *_told_apart(engine, "people", person.id)}
    cases = _told_apart(engine, "cases", person.case_id)
    for other, other_country in people_at(engine, _candidates(engine, person)).values():
        likeness = person_likeness(person, other, country, other_country)
        if likeness.is_likely and other.id not in ids and other.case_id not in cases:
            found.append(Alike("people", person.id, other.id, other.case_id, likeness))
    return sorted(found, key=lambda alike: -alike.likeness.points)


def cases_alike(reading: Reading, case: Case, people: Sequence[Person]) -> list[Alike]:
    """Cases that may be this one, by their paper or by the people they are about, the likeliest first."""
    engine = reading.engine
    ids = {case.id, *_told_apart(engine, "cases", case.id)}
    found: dict[str, Likeness] = {}
    for other in _same_papers(engine, case):
        found[other.id] = case_likeness(case, other)
    for person in people:
        for alike in people_alike(reading, person, case.country):
            if alike.case_id not in found or found[alike.case_id].points < alike.likeness.points:
                found[alike.case_id] = alike.likeness
    likely = [Alike("cases", case.id, key, key, like) for key, like in found.items() if key not in ids]
    return sorted((alike for alike in likely if alike.likeness.is_likely), key=lambda alike: -alike.likeness.points)


def _candidates(engine: Engine, person: Person) -> list[int]:
    """The local numbers of people with two of the words of any name, or with the only one."""
    asks = []
    for name in names_of(person)[:4]:
        words = [match_expression(word) for word in query_words(name)[:MOST_WORDS]]
        asks += [f"({one} AND {other})" for one, other in combinations(words, 2)] or [f"({word})" for word in words]
    if not asks:
        return []
    place = NOUN_OF_TABLE["people"].place
    sql = f"SELECT rowid FROM text_index WHERE text_index MATCH ? AND rowid % {PLACES} = {place}"
    found = engine.rows(f"{sql} ORDER BY rowid DESC LIMIT {_CANDIDATES}", (" OR ".join(asks),))
    return [number // PLACES for (number,) in found]


def people_at(engine: Engine, keys: Sequence[int]) -> dict[int, tuple[Person, str]]:
    """The live people with these local numbers, by them, in their order, with the countries of their cases."""
    if not keys:
        return {}
    fields = ", ".join(f"p.{name}" for name in columns(Person).split(", "))
    sql = (
        f"SELECT p.key, {fields}, c.country FROM people p JOIN cases c ON c.id = p.case_id"
        f" WHERE p.key IN ({_marks(keys)}) AND p.live = 1 ORDER BY p.key"
    )
    return {key: (from_row(Person, tuple(row[:-1])), row[-1]) for key, *row in engine.rows(sql)}


def _same_papers(engine: Engine, case: Case) -> list[Case]:
    reference = read_reference(case.reference)
    if reference is None:
        return []
    sql = "SELECT rowid FROM case_index WHERE case_index MATCH ? ORDER BY rowid DESC LIMIT 200"
    keys = [key for (key,) in engine.rows(sql, (match_expression(reference.printed),))]
    reading = Reading(engine)
    found = (reading.at_key(Case, key) for key in keys)
    live = {case_id for (case_id,) in engine.rows(f"SELECT id FROM cases WHERE live = 1 AND key IN ({_marks(keys)})")}
    cases = [other for other in found if other is not None and other.id in live]
    read = ((other, read_reference(other.reference)) for other in cases)
    return [other for other, found in read if found is not None and found.case_key == reference.case_key]


def _marks(keys: Sequence[int]) -> str:
    return ", ".join(map(str, map(int, keys)))


def _told_apart(engine: Engine, noun: str, row_id: str) -> set[str]:
    sql = "SELECT one_id, other_id FROM distinctions WHERE noun = ? AND live = 1 AND ? IN (one_id, other_id)"
    return {other for pair in engine.rows(sql, (noun, row_id)) for other in pair if other != row_id}


def all_told_apart(engine: Engine) -> set[tuple[str, str, str]]:
    """Every pair that is not the same: its noun, and its ids in their order."""
    return set(engine.rows("SELECT noun, one_id, other_id FROM distinctions WHERE live = 1"))


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Two ids in their order."""
    return (one, other) if one < other else (other, one)
