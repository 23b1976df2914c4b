# SPDX-License-Identifier: GPL-3.0-or-later
"""Which people and cases of the file are likely to be one with another, leaving out what was told apart.

The search index narrows it down to a few candidates, domain.likeness compares them. For the whole file everybody is
put under what their names sound like, so that only those who share two words, or their only one, are compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..domain.case import Case
from ..domain.likeness import Likeness, case_likeness, names_of, person_likeness
from ..domain.names import query_words
from ..domain.person import Person
from ..domain.references import read_reference
from ..domain.spellings import sound
from .engine import Engine
from .indexing import PLACES
from .reading import Reading
from .rows import NOUN_OF_TABLE, columns, from_row
from .search import match_expression

_CANDIDATES = 60
_MOST_WORDS = 5
_CROWD = 40
"""People under one sound from which on that sound tells nothing."""
_MOST_PAIRS = 500


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
    for other, other_country in _people_at(engine, _candidates(engine, person)):
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


class Gathering:
    """Looks through the whole file, so many people or cases at a time, and then compares those that share a sound."""

    PART = 400

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._people: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self._papers: dict[tuple[object, ...], list[str]] = defaultdict(list)
        self._next = 0
        self._highest = max(engine.value(f"SELECT max(key) FROM {table}") or 0 for table in ("people", "cases"))
        self.total = self._highest // self.PART + 1

    @property
    def done(self) -> int:
        """Parts that are looked through."""
        return min(self._next // self.PART, self.total)

    @property
    def is_over(self) -> bool:
        """Whether everybody was looked at."""
        return self._next > self._highest

    def step(self) -> None:
        """Look through the next part."""
        first, last = self._next, self._next + self.PART - 1
        sql = "SELECT key, name, own_script, other_names FROM people WHERE live = 1 AND key BETWEEN ? AND ?"
        for key, *texts in self._engine.rows(sql, (first, last)):
            for sounded in _sounded(name for text in texts for name in text.splitlines()):
                self._people[sounded].add(key)
        papers = "SELECT id, reference FROM cases WHERE live = 1 AND reference <> '' AND key BETWEEN ? AND ?"
        for case_id, text in self._engine.rows(papers, (first, last)):
            reference = read_reference(text)
            if reference is not None:
                self._papers[reference.case_key].append(case_id)
        self._next += self.PART

    def pairs(self) -> list[Alike]:
        """The pairs that may be one, the likeliest first; a pair of cases stands for the people in them."""
        found: dict[tuple[str, str], Alike] = {}
        reading = Reading(self._engine)
        for case_ids in self._papers.values():
            for one, other in combinations(case_ids[:_CROWD], 2):
                likeness = case_likeness(reading.get(Case, one), reading.get(Case, other))
                found[_pair(one, other)] = Alike("cases", one, other, other, likeness)
                if len(found) >= _MOST_PAIRS:
                    break
        for alike in self._pairs_of_people():
            found.setdefault(_pair(alike.one_id, alike.other_id), alike)
        apart = _all_told_apart(self._engine)
        left = [alike for pair, alike in found.items() if (alike.noun, *pair) not in apart]
        return sorted(left, key=lambda alike: -alike.likeness.points)[:_MOST_PAIRS]

    def _pairs_of_people(self) -> Iterator[Alike]:
        pairs: dict[tuple[int, int], None] = {}
        for keys in self._people.values():
            if 1 < len(keys) <= _CROWD:
                pairs |= dict.fromkeys(combinations(sorted(keys), 2))
            if len(pairs) >= _MOST_PAIRS * 4:
                break
        wanted = sorted({key for pair in pairs for key in pair})
        people = dict(zip(wanted, _people_at(self._engine, wanted), strict=True))
        for one, other in pairs:
            (person, country), (match, other_country) = people[one], people[other]
            likeness = person_likeness(person, match, country, other_country)
            if likeness.is_likely:
                if person.case_id == match.case_id:
                    yield Alike("people", person.id, match.id, match.case_id, likeness)
                else:
                    yield Alike("cases", person.case_id, match.case_id, match.case_id, likeness)


def _sounded(names: Iterable[str]) -> set[tuple[str, ...]]:
    """The words a name is gathered under: any two of it, or the only one."""
    found: set[tuple[str, ...]] = set()
    for name in names:
        words = sorted({sound(word) for word in query_words(name)})[:_MOST_WORDS]
        found |= set(combinations(words, 2)) if len(words) > 1 else {tuple(words)} if words else set()
    return found


def _candidates(engine: Engine, person: Person) -> list[int]:
    """The local numbers of people with two of the words of any name, or with the only one."""
    asks = []
    for name in names_of(person)[:4]:
        words = [match_expression(word) for word in query_words(name)[:_MOST_WORDS]]
        asks += [f"({one} AND {other})" for one, other in combinations(words, 2)] or [f"({word})" for word in words]
    if not asks:
        return []
    place = NOUN_OF_TABLE["people"].place
    sql = f"SELECT rowid FROM text_index WHERE text_index MATCH ? AND rowid % {PLACES} = {place}"
    found = engine.rows(f"{sql} ORDER BY rowid DESC LIMIT {_CANDIDATES}", (" OR ".join(asks),))
    return [number // PLACES for (number,) in found]


def _people_at(engine: Engine, keys: Sequence[int]) -> list[tuple[Person, str]]:
    """The people with these local numbers, in order of the numbers, with the countries of their cases."""
    if not keys:
        return []
    fields = ", ".join(f"p.{name}" for name in columns(Person).split(", "))
    sql = f"SELECT {fields}, c.country FROM people p JOIN cases c ON c.id = p.case_id WHERE p.key IN ({_marks(keys)})"
    return [(from_row(Person, row[:-1]), row[-1]) for row in engine.rows(f"{sql} AND p.live = 1 ORDER BY p.key")]


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


def _all_told_apart(engine: Engine) -> set[tuple[str, str, str]]:
    return set(engine.rows("SELECT noun, one_id, other_id FROM distinctions WHERE live = 1"))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
