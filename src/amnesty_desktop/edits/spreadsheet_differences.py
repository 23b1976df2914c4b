# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a row of a spreadsheet says something else than the case or the address the file has already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..domain.addressee import Addressee
from ..domain.case import Ask, Case, Concern
from ..domain.countries import country_name
from ..domain.dates import PartialDate
from ..domain.names import sort_form
from ..domain.person import Person
from ..domain.references import read_reference
from ..domain.spoken_dates import spoken
from ..domain.vocabularies import label
from ..domain.vocabulary import Vocabulary
from ..intake.column_fields import RowsAre, field_of
from ..intake.row_values import AddressRow, CaseRow

ABOUT_A_PERSON = ("own_script", "sex", "age", "work")
"""Fields of the one person of a row."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing a row says otherwise: what it is, the words of the file (empty for nothing), the words of the row."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Held:
    """A case of the file with what rows can say something about."""

    case: Case
    people: Sequence[Person]
    concerns: Sequence[Concern]
    asks: Sequence[Ask]
    addressees: Sequence[Addressee]


def case_differences(draft: CaseRow, held: Held, vocabulary: Vocabulary) -> tuple[Difference, ...]:
    """What the row says and the case does not. What it leaves empty is none, nor is a word the lists do not have."""
    return tuple(_of_case(draft, held, vocabulary))


def address_differences(draft: AddressRow, entry: Addressee) -> tuple[Difference, ...]:
    """What the row says otherwise than an entry of the directory."""
    return tuple(
        Difference(field_of(RowsAre.ADDRESSES, name).label, said(getattr(entry, name)), said(value))
        for name in _in_order(RowsAre.ADDRESSES, draft.given - {"name", "office", "address"})
        if (value := getattr(draft.addressee, name)) != getattr(entry, name)
    )


def new_people(draft: CaseRow, held: Held) -> list[Person]:
    """The people of a row the case does not have under any spelling it knows."""
    known = {folded(name) for person in held.people for name in _names(person)}
    withheld = sum(person.withheld for person in held.people)
    return [
        person
        for person in draft.people
        if (not withheld if person.withheld or not person.name else folded(person.name) not in known)
    ]


def same_person(draft: CaseRow, held: Held) -> tuple[Person, Person] | None:
    """The one person of a row, and the person of the case it is; None where that is not one each."""
    if len(draft.people) != 1 or new_people(draft, held):
        return None
    wanted = folded(draft.people[0].name)
    found = [person for person in held.people if wanted in {folded(name) for name in _names(person)}]
    return (draft.people[0], found[0]) if len(found) == 1 else None


def new_asks(draft: CaseRow, held: Held) -> list[Ask]:
    """What a row asks for and the case does not."""
    known = {folded(ask.text) for ask in held.asks}
    return [ask for ask in draft.asks if folded(ask.text) not in known]


def new_addressees(draft: CaseRow, held: Held) -> list[Addressee]:
    """Whom a row writes to and the case does not."""
    known = {folded(part) for each in held.addressees for part in (each.office, each.name)}
    return [each for each in draft.addressees if folded(each.office) not in known]


def new_concerns(draft: CaseRow, held: Held, vocabulary: Vocabulary) -> list[tuple[Any, str]]:
    """Concerns of a row the case does not have, as lists and codes."""
    known = {(each.part, code) for each in held.concerns for code in vocabulary.meaning(each.term)}
    return [each for each in draft.concerns if each not in known]


def changed_fields(draft: CaseRow, held: Case) -> dict[str, Any]:
    """The fields of a case a row says otherwise. Two ways to write one number are the same."""
    found = {}
    for name in _in_order(RowsAre.CASES, draft.given, also=("owner_id",)):
        value, before = getattr(draft.case, name), getattr(held, name)
        if name == "reference" and value and before:
            one, other = read_reference(value), read_reference(before)
            if one is not None and other is not None and one.case_key == other.case_key:
                continue
        if value != before:
            found[name] = value
    return found


def said(value: Any) -> str:
    """A value in words."""
    if isinstance(value, PartialDate):
        return spoken(value)
    if isinstance(value, StrEnum):
        return label(value)
    return "" if value is None else str(value)


def folded(text: str) -> str:
    """A text as it is compared: without accents, capitals and double spaces."""
    return " ".join(sort_form(text).split())


def _of_case(draft: CaseRow, held: Held, vocabulary: Vocabulary) -> Iterator[Difference]:
    for name, value in changed_fields(draft, held.case).items():
        before = getattr(held.case, name)
        if name == "country":
            yield Difference("Country", country_name(before) if before else "", country_name(value))
        elif name == "owner_id":
            yield Difference("Looked after by", "somebody else" if before else "", "as the row says")
        else:
            yield Difference(field_of(RowsAre.CASES, name).label, said(before), said(value))
    for person in new_people(draft, held):
        yield Difference("Who", "", person.name or "somebody without a name")
    if (pair := same_person(draft, held)) is not None:
        for name in ABOUT_A_PERSON:
            new, old = (getattr(person, name) for person in pair)
            if new not in (None, "") and new != old:
                yield Difference(field_of(RowsAre.CASES, name).label, said(old), said(new))
    for part, code in new_concerns(draft, held, vocabulary):
        yield Difference(field_of(RowsAre.CASES, str(part)).label, "", vocabulary.label(code))
    for ask in new_asks(draft, held):
        yield Difference("What we ask for", "", ask.text)
    for addressee in new_addressees(draft, held):
        yield Difference("Write to", "", addressee.office)


def _in_order(rows_are: RowsAre, names: frozenset[str], also: tuple[str, ...] = ()) -> list[str]:
    from ..intake.column_fields import FIELDS

    order = [field.name for field in FIELDS[rows_are]] + list(also)
    return [name for name in order if name in names]


def _names(person: Person) -> list[str]:
    return [person.name, person.own_script, *person.other_names.splitlines()]
