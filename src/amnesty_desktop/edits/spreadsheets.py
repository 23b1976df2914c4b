# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets of cases and of addresses from outside: read, compared with the file, and brought in by one edit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..domain.addressee import Addressee
from ..domain.case import Ask, Case, Concern
from ..domain.member import Member
from ..domain.own_term import TermList
from ..domain.person import Person
from ..intake import isolated
from ..intake.cell_dates import DayOrder, day_order
from ..intake.columns import Columns
from ..intake.page_text import Unreadable
from ..intake.row_cells import Known
from ..intake.row_reading import read_rows
from ..intake.row_values import AddressRow, CaseRow, NewWord
from ..intake.table import Table
from ..intake.table_file import LARGEST_TABLE
from ..store.case_file import CaseFile
from ..store.reading import Reading
from ..store.recorder import Transaction
from . import vocabulary
from .spreadsheet_differences import (
    ABOUT_A_PERSON,
    Held,
    changed_fields,
    new_addressees,
    new_asks,
    new_concerns,
    new_people,
    same_person,
)
from .spreadsheet_plan import Plan, PlannedRow, Standing, Step, plan

_A_BATCH = 200


@dataclass(frozen=True, slots=True)
class Accepted:
    """What somebody ticked: new words that become words of the lists, and rows whose differences are taken."""

    words: frozenset[NewWord] = frozenset()
    rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many records were added and how many changed."""

    added: int
    changed: int


def read(path: Path, wait: Callable[[], None] = lambda: None) -> Table:
    """The cells of a spreadsheet on the disk, read in a child process. Raises Unreadable. wait may raise to give up."""
    try:
        if path.stat().st_size > LARGEST_TABLE:
            raise Unreadable(
                f"“{path.name}” is larger than 30 MB.", "Take the pictures out, or split it, and try again."
            )
        content = path.read_bytes()
    except OSError:
        said = f"“{path.name}” cannot be read."
        raise Unreadable(said, "See that it is still there and not open elsewhere, and try again.") from None
    return isolated.read_table(f"“{path.name}”", content, wait=wait)


def known(reading: Reading) -> Known:
    """What the file knows that rows name: the words of its lists and its members."""
    members: dict[str, str] = {}
    for member in reading.all(Member):
        members.setdefault(Known.folded(member.name), member.id)
    return Known(reading.vocabulary(), members)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a spreadsheet says about the order of its dates, and what bringing it in would do."""

    order: DayOrder
    plan: Plan


def understand(
    file: CaseFile, table: Table, columns: Columns, day_first: bool | None, step: Step = lambda done, total: None
) -> Understood:
    """Read all rows and compare them with the file. day_first is what somebody said of dates nothing else decides."""
    order = day_order(table, columns)
    decided = day_first if order.day_first is None else order.day_first
    with file.turn:
        words = known(file)
    found = read_rows(table, columns, words, decided, step)
    with file.turn:
        return Understood(order, plan(file, columns.rows_are, found, step))


def bring_in(write: Transaction, wanted: Plan, accepted: Accepted, step: Step = lambda done, total: None) -> BroughtIn:
    """Add the new rows and take the differences of the rows that were ticked: one edit, whatever their number.

    step(done, total) may raise; nothing is brought in then.
    """
    words = _Words(write, accepted.words)
    new = [row for row in wanted.rows if row.standing is Standing.NEW]
    for at in range(0, len(new), _A_BATCH):
        step(at, len(new))
        _add(write, [row.draft for row in new[at : at + _A_BATCH]], words)
    changed = 0
    for row in wanted.rows:
        if row.draft.row in accepted.rows:
            changed += _change(write, row, words)
        elif row.standing is not Standing.NEW and isinstance(row.draft, CaseRow) and row.draft.new_words:
            changed += _add_words(write, row.draft, row.record_id, words)
    return BroughtIn(len(new), changed)


class _Words:
    """The words that were ticked, made words of the lists when a row first needs them."""

    def __init__(self, write: Transaction, accepted: frozenset[NewWord]) -> None:
        self._write = write
        self._accepted = accepted
        self._made: dict[NewWord, str] = {}

    def made(self, word: NewWord) -> str:
        """The code of a term or the id of a member; empty for a word nobody ticked."""
        if word not in self._accepted:
            return ""
        if word not in self._made:
            self._made[word] = self._make(word)
        return self._made[word]

    def terms(self, draft: CaseRow) -> Iterator[tuple[Any, str]]:
        """The new concerns of a row, as lists and codes."""
        from ..domain.case import ConcernList

        for word in draft.new_words:
            if word.part is not None and (code := self.made(word)):
                yield ConcernList(str(word.part)), code

    def owner(self, draft: CaseRow) -> str | None:
        """The id of the new member who looks after the case, None without one."""
        return next((self.made(word) or None for word in draft.new_words if word.part is None), None)

    def _make(self, word: NewWord) -> str:
        if word.part is None:
            member = Member(name=word.words)
            self._write.save(member)
            return member.id
        try:
            return vocabulary.add(self._write, TermList(word.part), word.words)
        except vocabulary.TermRefused:
            # Too long for a list, or hidden in it: the plan has said which words there are, and this one is none.
            return ""


def _add(write: Transaction, drafts: Iterable[CaseRow | AddressRow], words: _Words) -> None:
    cases: list[Case] = []
    people: list[Person] = []
    concerns: list[Concern] = []
    asks: list[Ask] = []
    addressees: list[Addressee] = []
    for draft in drafts:
        if isinstance(draft, AddressRow):
            addressees.append(draft.addressee)
            continue
        cases.append(replace(draft.case, owner_id=draft.case.owner_id or words.owner(draft)))
        people += draft.people
        concerns += _concerns(draft.case.id, [*draft.concerns, *words.terms(draft)])
        asks += draft.asks
        addressees += draft.addressees
    lists: tuple[Sequence[Any], ...] = (cases, people, concerns, asks, addressees)
    for values in lists:
        write.add_all(values)


def _change(write: Transaction, row: PlannedRow, words: _Words) -> int:
    draft = row.draft
    before = len(write.notes)
    if isinstance(draft, AddressRow):
        entry = write.get(Addressee, row.record_id)
        write.save(replace(entry, **{name: getattr(draft.addressee, name) for name in draft.given}))
    else:
        _change_case(write, draft, row.record_id, words)
    return int(len(write.notes) > before)


def _change_case(write: Transaction, draft: CaseRow, case_id: str, words: _Words) -> None:
    case = write.get(Case, case_id)
    held = Held(
        case,
        write.all(Person, case_id=case_id),
        write.all(Concern, case_id=case_id),
        write.all(Ask, case_id=case_id),
        write.all(Addressee, case_id=case_id),
    )
    write.save(replace(case, **changed_fields(draft, case)))
    if (pair := same_person(draft, held)) is not None:
        said = {name: value for name in ABOUT_A_PERSON if (value := getattr(pair[0], name)) not in (None, "")}
        write.save(replace(pair[1], **said))
    for place, person in enumerate(new_people(draft, held), start=len(held.people)):
        write.save(replace(person, case_id=case_id, position=place))
    for concern in _concerns(case_id, new_concerns(draft, held, write.vocabulary()), len(held.concerns)):
        write.save(concern)
    for place, ask in enumerate(new_asks(draft, held), start=len(held.asks)):
        write.save(replace(ask, case_id=case_id, position=place))
    for place, addressee in enumerate(new_addressees(draft, held), start=len(held.addressees)):
        write.save(replace(addressee, case_id=case_id, position=place))
    _add_words(write, draft, case_id, words)


def _add_words(write: Transaction, draft: CaseRow, case_id: str, words: _Words) -> int:
    """Give a case that is there the new words that were ticked; returns 1 where there were any."""
    before = len(write.notes)
    present = write.all(Concern, case_id=case_id)
    for concern in _concerns(case_id, words.terms(draft), len(present)):
        write.save(concern)
    if owner := words.owner(draft):
        write.save(replace(write.get(Case, case_id), owner_id=owner))
    return int(len(write.notes) > before)


def _concerns(case_id: str, codes: Iterable[tuple[Any, str]], first: int = 0) -> list[Concern]:
    found = dict.fromkeys(codes)
    return [Concern(case_id=case_id, part=part, term=code, position=first + n) for n, (part, code) in enumerate(found)]
