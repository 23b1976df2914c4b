# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking through the whole file for people and cases that are in it twice, a part at a time.

Everybody is put under what their names sound like, so that only those who share two words, or their only one, are
compared. What is gathered lies in text and not in sets: a million small sets would have Python's collector of
garbage stop the window for a fifth of a second now and then.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from ..domain.case import Case
from ..domain.likeness import case_likeness, person_likeness
from ..domain.names import query_words
from ..domain.references import read_reference
from ..domain.spellings import sound
from .alike import MOST_WORDS, Alike, all_told_apart, pair_of, people_at
from .engine import Engine
from .reading import Reading

_CROWD = 40
"""People under one sound from which on that sound tells nothing."""
_MOST_PAIRS = 500
_MOST_COMPARED = 2_000


class Gathering:
    """Looks at so many people and cases at a time, then compares so many pairs at a time."""

    PART = 400
    PAIRS = 25

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._people: dict[str, str] = {}
        self._papers: dict[str, str] = {}
        self._next = 0
        self._highest = max(engine.value(f"SELECT max(key) FROM {table}") or 0 for table in ("people", "cases"))
        self._found: dict[tuple[str, str], Alike] = {}
        self._comparing = self._compare()
        self._is_compared = False
        self.total = self._highest // self.PART + 1

    @property
    def done(self) -> int:
        """Parts that are looked through; all of them while pairs are compared."""
        return min(self._next // self.PART, self.total)

    @property
    def is_over(self) -> bool:
        """Whether everybody was looked at and compared."""
        return self._is_compared

    def step(self) -> None:
        """Look through the next part, or compare the next pairs: some 10 ms."""
        if self._next <= self._highest:
            self._look_through(self._next, self._next + self.PART - 1)
            self._next += self.PART
        else:
            self._is_compared = next(self._comparing, True)

    def pairs(self) -> list[Alike]:
        """The pairs that may be one, the likeliest first; a pair of cases stands for the people in them."""
        apart = all_told_apart(self._engine)
        left = [alike for pair, alike in self._found.items() if (alike.noun, *pair) not in apart]
        return sorted(left, key=lambda alike: -alike.likeness.points)[:_MOST_PAIRS]

    def _look_through(self, first: int, last: int) -> None:
        sql = "SELECT key, name, own_script, other_names FROM people WHERE live = 1 AND key BETWEEN ? AND ?"
        for key, *texts in self._engine.rows(sql, (first, last)):
            for sounded in _sounded(name for text in texts for name in text.splitlines()):
                _put(self._people, sounded, str(key))
        papers = "SELECT id, reference FROM cases WHERE live = 1 AND reference <> '' AND key BETWEEN ? AND ?"
        for case_id, text in self._engine.rows(papers, (first, last)):
            reference = read_reference(text)
            if reference is not None:
                _put(self._papers, " ".join(map(str, reference.case_key)), case_id)

    def _compare(self) -> Iterator[bool]:
        """Compare a part, then say that there is more."""
        pairs = _pairs(self._papers, _CROWD + 1)
        while len(self._found) < _MOST_PAIRS and (part := list(islice(pairs, self.PAIRS))):
            self._compare_cases(part)
            yield False
        pairs, compared = _pairs(self._people, _CROWD), set[tuple[str, str]]()
        while len(compared) < _MOST_COMPARED and (part := list(islice(pairs, self.PAIRS))):
            self._compare_people([pair for pair in dict.fromkeys(part) if pair not in compared])
            compared.update(part)
            yield False

    def _compare_cases(self, pairs: list[tuple[str, str]]) -> None:
        reading = Reading(self._engine)
        for one, other in pairs:
            case, match = reading.find(Case, one), reading.find(Case, other)
            if case is not None and match is not None:
                self._found[pair_of(one, other)] = Alike("cases", one, other, other, case_likeness(case, match))

    def _compare_people(self, pairs: list[tuple[str, str]]) -> None:
        people = people_at(self._engine, sorted({int(key) for pair in pairs for key in pair}))
        for first, second in pairs:
            if int(first) not in people or int(second) not in people:
                # Put into the bin since it was looked at.
                continue
            (one, country), (other, other_country) = people[int(first)], people[int(second)]
            likeness = person_likeness(one, other, country, other_country)
            if likeness.is_likely:
                is_one_case = one.case_id == other.case_id
                noun, ids = ("people", (one.id, other.id)) if is_one_case else ("cases", (one.case_id, other.case_id))
                self._found.setdefault(pair_of(*ids), Alike(noun, *ids, other.case_id, likeness))


def _put(groups: dict[str, str], name: str, one: str) -> None:
    """Add one to its group; one more than a crowd are kept, to tell it by."""
    others = groups.get(name)
    if others is None:
        groups[name] = one
    elif others.count(" ") < _CROWD:
        groups[name] = f"{others} {one}"


def _pairs(groups: dict[str, str], most: int) -> Iterator[tuple[str, str]]:
    """All pairs within each group of no more than so many."""
    for together in groups.values():
        if " " in together and together.count(" ") < most:
            yield from combinations(dict.fromkeys(together.split(" ")), 2)


def _sounded(names: Iterable[str]) -> set[str]:
    """The words a name is gathered under: any two of it, or the only one."""
    found: set[str] = set()
    for name in names:
        words = sorted({sound(word) for word in query_words(name)})[:MOST_WORDS]
        found |= {f"{one} {other}" for one, other in combinations(words, 2)} if len(words) > 1 else set(words)
    return found
