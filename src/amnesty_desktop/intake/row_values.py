# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read of the rows of a spreadsheet: drafts of cases and of addresses, and what needs a look."""

from dataclasses import dataclass

from ..domain.addressee import Addressee
from ..domain.case import Ask, Case, ConcernList
from ..domain.own_term import TermList
from ..domain.person import Person


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row stays out: its number as the spreadsheet shows it, the name of the column, a sentence."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NewWord:
    """A word the group's lists do not have. part is None for somebody who is no member yet."""

    part: TermList | None
    words: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row as a case. given names the fields of the case the row says something about; concerns are codes.

    new_words are what is no word of the lists yet: concerns, and a member to look after the case.
    """

    row: int
    case: Case
    given: frozenset[str]
    people: tuple[Person, ...] = ()
    concerns: tuple[tuple[ConcernList, str], ...] = ()
    asks: tuple[Ask, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    new_words: tuple[NewWord, ...] = ()


@dataclass(frozen=True, slots=True)
class AddressRow:
    """One row as an address of the directory. given names the fields the row says something about."""

    row: int
    addressee: Addressee
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class RowsRead:
    """All rows of a spreadsheet, and the problems of those that stay out."""

    rows: tuple[CaseRow | AddressRow, ...]
    problems: tuple[RowProblem, ...]
