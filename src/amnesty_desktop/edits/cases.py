# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of a case as a whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..domain.addressee import Addressee
from ..domain.case import Ask, Case, CaseStatus, Concern
from ..domain.dates import PartialDate
from ..domain.diary import DiaryNote
from ..domain.person import Person
from ..domain.spoken_dates import spoken
from ..store.recorder import Transaction
from ..store.rows import Record
from .merging import tell_apart


def add(
    write: Transaction,
    case: Case,
    people: Sequence[Person] = (),
    asks: Sequence[Ask] = (),
    addressees: Sequence[Addressee] = (),
    concerns: Sequence[Concern] = (),
    apart_from: Sequence[str] = (),
) -> Case:
    """Add a case with what belongs to it from the start; returns the case.

    apart_from are ids of cases somebody has found not to be the same.
    """
    write.save(case)
    values: tuple[Record, ...] = (*people, *asks, *addressees, *concerns)
    for value in values:
        write.save(value)
    for other_id in apart_from:
        tell_apart(write, "cases", case.id, other_id)
    return case


def change(write: Transaction, case: Case) -> None:
    """Change fields of a case."""
    write.save(case)


def close(write: Transaction, case_id: str, on: date) -> None:
    """Close a case; it stays readable for ever and can be reopened."""
    case = write.get(Case, case_id)
    write.save(replace(case, status=CaseStatus.CLOSED, closed_on=PartialDate.of(on)))


def reopen(write: Transaction, case_id: str, on: date) -> None:
    """Work on a closed case again; the diary keeps that it was closed, and since when it is open again."""
    case = write.get(Case, case_id)
    since = f", closed on {spoken(case.closed_on)}" if case.closed_on and case.closed_on.is_day else ""
    write.save(DiaryNote(case_id=case_id, on=PartialDate.of(on), text=f"The case{since}, was reopened."))
    write.save(replace(case, status=CaseStatus.OPEN, closed_on=None))


def put_asks(write: Transaction, case_id: str, texts: Sequence[str], language: str) -> None:
    """Let a case ask for exactly these things, in this order; what is already there keeps its record.

    What waits to be confirmed goes on waiting.
    """
    present = write.all(Ask, case_id=case_id, confirmed=True, order="position, key")
    by_text = {ask.text: ask for ask in present}
    wanted = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    for position, text in enumerate(wanted):
        ask = by_text.get(text) or _reworded(present, wanted, position)
        ask = ask or Ask(case_id=case_id, text=text, language=language)
        write.save(replace(ask, text=text, position=position))
        present = [other for other in present if other.id != ask.id]
    for ask in present:
        write.bury(Ask, ask.id)


def put_concerns(write: Transaction, case_id: str, concerns: Sequence[Concern]) -> None:
    """Let a case have exactly these concerns."""
    present = {(concern.part, concern.term): concern for concern in write.all(Concern, case_id=case_id)}
    for position, concern in enumerate(concerns):
        kept = present.pop((concern.part, concern.term), concern)
        write.save(replace(kept, position=position))
    for concern in present.values():
        write.bury(Concern, concern.id)


def _reworded(present: Sequence[Ask], wanted: Sequence[str], position: int) -> Ask | None:
    """The ask that stood in this place and is no longer wanted as it was: it was reworded, not replaced."""
    return next((ask for ask in present if ask.position == position and ask.text not in wanted), None)
