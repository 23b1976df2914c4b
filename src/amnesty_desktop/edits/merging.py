# SPDX-License-Identifier: GPL-3.0-or-later
"""Making one of two cases, or of two people of a case, that were entered twice. One edit; nothing is dropped.

What belonged to the other moves to the kept one. A sealed letter moves too, and its seal, text and document stay as
they were posted. What nobody chose stands in a note in the diary.
"""

from collections.abc import Collection
from dataclasses import fields
from datetime import date
from enum import StrEnum

from ..domain.assessment import Assessment
from ..domain.case import Case
from ..domain.countries import country_name
from ..domain.dates import PartialDate
from ..domain.diary import DiaryNote
from ..domain.distinction import Distinction
from ..domain.field_words import field_words
from ..domain.member import Member
from ..domain.merging import LeftOver, merged
from ..domain.person import Person
from ..domain.printed import paper, shown_name, who
from ..domain.spoken_dates import spoken
from ..domain.vocabularies import label
from ..store.errors import CaseFileError
from ..store.reading import Reading
from ..store.recorder import Transaction
from ..store.rows import NOUNS, Noun, Plain, R

_SAME = {
    "concerns": ("part", "term"),
    "asks": ("text", "language"),
    "grounds": ("person_id", "term"),
    "meeting_cases": ("meeting_id",),
    "answers": ("letter_id", "subject_id"),
}
"""Rows that say the same when these fields are the same: the second one would only be seen twice."""


def merge_cases(write: Transaction, kept_id: str, other_id: str, taken: Collection[str], on: date) -> Case:
    """Make one case of two; taken names the fields in which the other case was chosen. Returns the case.

    Raises CaseFileError where the two are the same, or one is gone.
    """
    kept, other = _both(write, Case, kept_id, other_id)
    called = paper(other) if other.reference else who(write.all(Person, case_id=other_id), other)
    result, left = merged(kept, other, taken)
    write.save(result)
    for noun in NOUNS:
        if noun.belongs_to_case:
            _move_rows(write, noun, other_id, kept_id)
    _note(write, kept_id, f"From the case that was merged, {called}:", left, on)
    write.bury(Case, other_id)
    return result


def merge_people(write: Transaction, kept_id: str, other_id: str, taken: Collection[str], on: date) -> Person:
    """Make one person of two of the same case; taken names the fields in which the other was chosen."""
    kept, other = _both(write, Person, kept_id, other_id)
    if kept.case_id != other.case_id:
        raise CaseFileError("These two people belong to two cases.", "Merge the cases first, then the people.")
    result, left = merged(kept, other, taken)
    write.save(result)
    left += _one_assessment(write, kept, other)
    for noun in NOUNS:
        names = {field.name for field in fields(noun.record)}
        for column in ("person_id", "other_id"):
            if column in names and noun.belongs_to_case:
                _point_elsewhere(write, noun, column, other_id, kept_id)
    _note(write, kept.case_id, f"From the entry that was merged with {shown_name(result) or 'this person'}:", left, on)
    write.bury(Person, other_id)
    return result


def tell_apart(write: Transaction, noun: str, one_id: str, other_id: str) -> None:
    """Remember that two cases, or two people, are not the same; noun is "cases" or "people"."""
    first, second = sorted((one_id, other_id))
    if not write.count(Distinction, noun=noun, one_id=first, other_id=second):
        write.save(Distinction(noun=noun, one_id=first, other_id=second))


def _both(write: Transaction, record: type[R], kept_id: str, other_id: str) -> tuple[R, R]:
    found = [write.all(record, id=row_id) for row_id in (kept_id, other_id)]
    if kept_id == other_id or not all(found):
        raise CaseFileError("There are no two entries left to merge.", "One of them was merged or put into the bin.")
    return found[0][0], found[1][0]


def _move_rows(write: Transaction, noun: Noun, other_id: str, kept_id: str) -> None:
    """Let the rows of a case belong to another, those in the bin as well, behind those that are there."""
    present = _rows(write, noun, "case_id", kept_id)
    same = {_said(noun, row) for row in present if not row["binned"]} if noun.table in _SAME else set()
    behind = max((int(row["position"] or 0) for row in present if "position" in row), default=-1) + 1
    for row in _rows(write, noun, "case_id", other_id):
        new: dict[str, Plain] = {"case_id": kept_id}
        if "position" in row:
            new["position"] = int(row["position"] or 0) + behind
        if noun.table in _SAME and _said(noun, row) in same:
            new["gone"] = 1
        write.write_fields(noun, str(row["id"]), new)


def _point_elsewhere(write: Transaction, noun: Noun, column: str, other_id: str, kept_id: str) -> None:
    same = {_said(noun, row) for row in _rows(write, noun, column, kept_id)} if noun.table in _SAME else set()
    for row in _rows(write, noun, column, other_id):
        new: dict[str, Plain] = {column: kept_id}
        if noun.table in _SAME and _said(noun, row | new) in same:
            new["gone"] = 1
        if noun.table == "relations" and column == "other_id" and row["person_id"] == kept_id:
            # Nobody is related to themselves; the words stay.
            new[column] = None
        write.write_fields(noun, str(row["id"]), new)


def _one_assessment(write: Transaction, kept: Person, other: Person) -> tuple[LeftOver, ...]:
    """Make one assessment of two; the finding of the kept person stands where both have one."""
    own = write.all(Assessment, case_id=kept.case_id, person_id=kept.id)
    new = write.all(Assessment, case_id=kept.case_id, person_id=other.id)
    if not own or not new:
        return ()
    result, left = merged(own[0], new[0])
    write.save(result)
    write.bury(Assessment, new[0].id)
    return left


def _rows(write: Transaction, noun: Noun, column: str, value: str) -> list[dict[str, Plain]]:
    ids = write.engine.rows(f"SELECT id FROM {noun.table} WHERE {column} = ? AND gone = 0 ORDER BY key", (value,))
    found = (write.current(noun, row_id) for (row_id,) in ids)
    return [row for row in found if row is not None]


def _said(noun: Noun, row: dict[str, Plain]) -> tuple[Plain, ...]:
    return tuple(row[name] for name in _SAME[noun.table])


def _note(write: Transaction, case_id: str, begins: str, left: Collection[LeftOver], on: date) -> None:
    lines = [f"{field_words(item.field)}: {value_words(write, item)}" for item in left]
    if lines:
        text = "\n".join((begins, *lines))
        write.save(DiaryNote(case_id=case_id, on=PartialDate.of(on), text=text))


def value_words(reading: Reading, item: LeftOver) -> str:
    """A value of a field, as somebody reads it."""
    value = item.value
    if item.field in ("owner_id", "next_step_by"):
        member = reading.find(Member, value)
        return member.name if member else "somebody who is gone"
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, PartialDate | date):
        return spoken(value)
    if isinstance(value, bool):
        return "yes"
    return country_name(value) if item.field == "country" else str(value)
