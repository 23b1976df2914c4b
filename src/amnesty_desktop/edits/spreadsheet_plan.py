# SPDX-License-Identifier: GPL-3.0-or-later
"""What bringing in a spreadsheet would do: rows beside what the file has already. Nothing is written here."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from ..domain.addressee import Addressee
from ..domain.case import Ask, Case, Concern
from ..domain.names import sort_form
from ..domain.person import Person
from ..domain.printed import who
from ..domain.references import read_reference
from ..intake.column_fields import RowsAre
from ..intake.row_values import AddressRow, CaseRow, NewWord, RowProblem, RowsRead
from ..store.reading import Reading
from .spreadsheet_differences import Difference, Held, address_differences, case_differences

Step = Callable[[int, int], None]
C = TypeVar("C", Person, Concern, Ask, Addressee)
_EVERY = 200


class Standing(StrEnum):
    """How a row stands to what is in the file."""

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row, how it stands, the id of the record it is about where that is there, and what it says otherwise."""

    draft: CaseRow | AddressRow
    standing: Standing
    record_id: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def name(self) -> str:
        """How the row is called in a list."""
        if isinstance(self.draft, CaseRow):
            return who(self.draft.people, self.draft.case)
        return self.draft.addressee.name or self.draft.addressee.office


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows that can be brought in, the problems of those that stay out, and words the lists do not have yet.

    words go with how many rows use each.
    """

    rows_are: RowsAre
    rows: tuple[PlannedRow, ...]
    problems: tuple[RowProblem, ...]
    words: tuple[tuple[NewWord, int], ...]

    def count(self, standing: Standing) -> int:
        """How many rows stand so."""
        return sum(row.standing is standing for row in self.rows)

    @property
    def different(self) -> tuple[PlannedRow, ...]:
        """The rows that say something else than the file."""
        return tuple(row for row in self.rows if row.standing is Standing.DIFFERENT)


def plan(reading: Reading, rows_are: RowsAre, read: RowsRead, step: Step = lambda done, total: None) -> Plan:
    """Compare the rows that were read with the cases, or the directory, of a file. step may raise to give up."""
    present: _Cases | _Directory = _Cases(reading) if rows_are is RowsAre.CASES else _Directory(reading)
    planned: list[PlannedRow] = []
    problems = list(read.problems)
    seen: dict[Hashable, int] = {}
    for number, draft in enumerate(read.rows):
        if number % _EVERY == 0:
            step(number, len(read.rows))
        key = key_of(draft)
        if key in seen:
            problems.append(RowProblem(draft.row, "", f"The same stands in row {seen[key]} already."))
            continue
        seen[key] = draft.row
        found = present.stand_for(draft)
        if isinstance(found, str):
            problems.append(RowProblem(draft.row, "", found))
        else:
            planned.append(found)
    problems.sort(key=lambda problem: problem.row)
    words = Counter(word for row in planned if isinstance(row.draft, CaseRow) for word in row.draft.new_words)
    return Plan(rows_are, tuple(planned), tuple(problems), tuple(words.items()))


def key_of(draft: CaseRow | AddressRow) -> Hashable:
    """What is the same in two rows about the same case or address."""
    if isinstance(draft, AddressRow):
        return _address_key(draft.addressee)
    return _paper_key(draft.case) or _people_key(draft.case, draft.people)


class _Cases:
    """The cases of a file by their papers and by who they are about."""

    def __init__(self, reading: Reading) -> None:
        people = _by_case(reading.all(Person, order="position, key"))
        concerns = _by_case(reading.all(Concern))
        asks = _by_case(reading.all(Ask))
        addressees = _by_case(reading.all(Addressee))
        self._vocabulary = reading.vocabulary()
        self._by_paper: dict[Hashable, list[Held]] = defaultdict(list)
        self._by_people: dict[Hashable, list[Held]] = defaultdict(list)
        for case in reading.all(Case):
            held = Held(case, people[case.id], concerns[case.id], asks[case.id], addressees[case.id])
            if (key := _paper_key(case)) is not None:
                self._by_paper[key].append(held)
            self._by_people[_people_key(case, held.people)].append(held)

    def stand_for(self, draft: CaseRow | AddressRow) -> PlannedRow | str:
        """How a row stands, or a sentence where that cannot be told."""
        assert isinstance(draft, CaseRow)
        paper = _paper_key(draft.case)
        found = self._by_paper.get(paper, []) if paper is not None else []
        if not found:
            about = self._by_people.get(_people_key(draft.case, draft.people), [])
            # Another number is another case, even about the same person.
            found = [held for held in about if paper is None or not held.case.reference.strip()]
        if len(found) > 1:
            return "More than one case of the file can be meant. Write the number of the paper into the row."
        if not found:
            return PlannedRow(draft, Standing.NEW)
        differences = case_differences(draft, found[0], self._vocabulary)
        standing = Standing.DIFFERENT if differences else Standing.SAME
        return PlannedRow(draft, standing, found[0].case.id, differences)


class _Directory:
    """The addresses of the group's directory by what stands on the envelope."""

    def __init__(self, reading: Reading) -> None:
        self._entries: dict[Hashable, Addressee] = {}
        for entry in reading.all(Addressee, case_id=None):
            self._entries.setdefault(_address_key(entry), entry)

    def stand_for(self, draft: CaseRow | AddressRow) -> PlannedRow | str:
        """How a row stands."""
        assert isinstance(draft, AddressRow)
        entry = self._entries.get(_address_key(draft.addressee))
        if entry is None:
            return PlannedRow(draft, Standing.NEW)
        differences = address_differences(draft, entry)
        return PlannedRow(draft, Standing.DIFFERENT if differences else Standing.SAME, entry.id, differences)


def _by_case(records: Iterable[C]) -> defaultdict[str, list[C]]:
    found: defaultdict[str, list[C]] = defaultdict(list)
    for record in records:
        if record.case_id is not None:
            found[record.case_id].append(record)
    return found


def _paper_key(case: Case) -> Hashable | None:
    reference = read_reference(case.reference)
    if reference is not None:
        return reference.case_key
    return _folded(case.reference) or None


def _people_key(case: Case, people: Iterable[Person]) -> Hashable:
    names = sorted(_folded(person.name or person.own_script) for person in people)
    return (case.country, tuple(filter(None, names)) or _folded(case.title))


def _address_key(addressee: Addressee) -> Hashable:
    return tuple(_folded(text) for text in (addressee.office, addressee.name, addressee.address))


def _folded(text: str) -> str:
    return " ".join(sort_form(text).split())
