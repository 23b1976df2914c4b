# SPDX-License-Identifier: GPL-3.0-or-later
"""One row of a spreadsheet as a case with its people, concerns, requests and whom to write to."""

from dataclasses import replace
from typing import Any

from ..domain.addressee import Addressee
from ..domain.case import Ask, Case, CaseKind, CaseStatus, ConcernList
from ..domain.case_check import case_date_problems
from ..domain.own_term import TermList
from ..domain.person import Person
from ..domain.references import read_reference
from ..domain.vocabulary import LONGEST_LABEL
from .cell_words import kind_named, says_no, says_withheld, says_yes, sex_named, status_named
from .row_cells import Cells, Known, TroubledRow, concerns_in, pieces, shortened
from .row_values import CaseRow, NewWord

_LINES = ("title", "ai_index", "coordinator", "next_step")
_TEXTS = ("situation", "background", "please_mind")
_DAYS = ("issued", "appeal_by", "taken_up", "event_on", "closed_on")
_OLDEST = 120
_ONLY_SAID_YES = "No reason was given in the spreadsheet"


def case_row(row: int, cells: Cells, known: Known) -> CaseRow:
    """The case in a row. Raises TroubledRow where the row says something that cannot be kept as it says it."""
    values: dict[str, Any] = {name: " ".join(cells.text(name).split()) for name in _LINES}
    values |= {name: cells.text(name, "\n") for name in _TEXTS}
    values |= {name: cells.day(name) for name in _DAYS}
    values |= _paper(cells) | _state(cells)
    values["country"] = cells.country()
    values["no_contact"] = _no_contact(cells)
    member, new_words = _owner(cells, known)
    values["owner_id"] = member
    given = {name: value for name, value in values.items() if value}
    case = Case(**({"kind": _kind(values)} | given))
    if not (cells.text("who") or case.reference or case.title):
        raise TroubledRow("who", "The row has no name, no number and no title. Say who the case is about.")
    for problem in case_date_problems(case):
        raise TroubledRow(problem.field, f"{problem.message} {problem.way_out}")
    concerns, unknown = _concerns(cells, known)
    asks = tuple(
        Ask(case_id=case.id, text=" ".join(text.split()), position=place)
        for place, text in enumerate(pieces(cells.text("asks", "\n"), "\n"))
    )
    return CaseRow(
        row,
        case,
        frozenset(given),
        _people(cells, case),
        concerns,
        asks,
        _written_to(cells, case),
        (*new_words, *unknown),
    )


def _paper(cells: Cells) -> dict[str, Any]:
    text = " ".join(cells.text("reference").split())
    kind = cells.meaning("kind", kind_named, "is no kind of case. Write Urgent Action, Long-term case or the like.")
    reference = read_reference(text)
    if text and reference is None and kind is not None and text[:1].isdigit():
        # A column of bare numbers beside a column of kinds.
        reference = read_reference(f"{_LETTERS.get(kind, '')} {text}")
    if reference is not None and kind is not None and reference.kind is not kind and kind in _LETTERS:
        raise TroubledRow("reference", f"“{shortened(text)}” is a number of another kind. Correct one of the two.")
    return {"reference": reference.printed if reference and not _names_itself(text) else text, "kind": kind}


_LETTERS = {
    CaseKind.URGENT_ACTION: "UA",
    CaseKind.EXTRA: "EX",
    CaseKind.MEDICAL_ACTION: "MA",
    CaseKind.NATIONAL_ACTION: "NSA",
}


def _names_itself(text: str) -> bool:
    """Whether a reference is kept as it was typed: it says its kind itself."""
    return not text[:1].isdigit()


def _kind(values: dict[str, Any]) -> CaseKind:
    reference = read_reference(values["reference"])
    # Without a number and without a word nobody knows what kind of paper it was.
    return reference.kind if reference else CaseKind.OTHER


def _state(cells: Cells) -> dict[str, Any]:
    status = cells.meaning("status", status_named, "is neither open nor closed. Write one of the two.")
    if status is None and cells.text("closed_on"):
        status = CaseStatus.CLOSED
    if status is CaseStatus.OPEN and cells.text("closed_on"):
        raise TroubledRow("closed_on", "The case is open and has a day of closing. Correct one of the two.")
    return {"status": status}


def _no_contact(cells: Cells) -> str:
    text = " ".join(cells.text("no_contact").split())
    if not text or says_no(text):
        return ""
    return _ONLY_SAID_YES if says_yes(text) else text


def _owner(cells: Cells, known: Known) -> tuple[str | None, tuple[NewWord, ...]]:
    name = " ".join(cells.text("owner").split())
    if not name:
        return None, ()
    member = known.members.get(known.folded(name))
    return (member, ()) if member else (None, (NewWord(None, name),))


def _people(cells: Cells, case: Case) -> tuple[Person, ...]:
    found = [
        Person(
            case_id=case.id, name="" if says_withheld(name) else " ".join(name.split()), withheld=says_withheld(name)
        )
        for name in pieces(cells.text("who"))
    ]
    about = _about(cells)
    if len(found) > 1 and about:
        raise TroubledRow(next(iter(about)), "Several people stand in this row, so it is not clear whom this is about.")
    if about and not found:
        found = [Person(case_id=case.id)]
    return tuple(replace(person, position=place, **about) for place, person in enumerate(found))


def _about(cells: Cells) -> dict[str, Any]:
    """What a row says about its one person, by the name of the column and of the field alike."""
    age = cells.text("age")
    if age and not (age.isascii() and age.isdigit() and int(age) <= _OLDEST):
        raise TroubledRow("age", f"“{shortened(age)}” is no age in years. Write the number alone.")
    sex = cells.meaning("sex", sex_named, "is neither woman nor man nor group. Write one of them.")
    values = {"sex": sex, "age": int(age) if age else None}
    values |= {name: " ".join(cells.text(name).split()) for name in ("own_script", "work")}
    return {name: value for name, value in values.items() if value not in (None, "")}


def _concerns(cells: Cells, known: Known) -> tuple[tuple[tuple[ConcernList, str], ...], tuple[NewWord, ...]]:
    codes: list[tuple[ConcernList, str]] = []
    unknown: list[NewWord] = []
    for part in ConcernList:
        found, words = concerns_in(cells.text(str(part), "\n"), part, known)
        codes += [each for each in found if each not in codes]
        for each in words:
            if len(each) > LONGEST_LABEL:
                sentence = "is no word of a list but a text. Let the column be “What happened”."
                raise TroubledRow(str(part), f"“{shortened(each)}” {sentence}")
            unknown.append(NewWord(TermList(str(part)), each))
    return tuple(codes), tuple(dict.fromkeys(unknown))


def _written_to(cells: Cells, case: Case) -> tuple[Addressee, ...]:
    """Whom to write to, as one types it: the office on the first line, then the address."""
    lines = pieces(cells.text("write_to", "\n"), "\n")
    if not lines:
        return ()
    return (Addressee(case_id=case.id, office=lines[0], address="\n".join(lines[1:]), country=case.country),)
