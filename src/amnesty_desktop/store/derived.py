# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns that follow from others: what lists show and sort by. They carry no stamp and are never merged.

live       a row is to be shown: not deleted, not in the bin, and neither is its case
who        how a case is called in lists; who_own the same in the person's own script
sort_...   text that sorts rightly: folded names, the earliest possible day of a date
last_event the last day something is known to have happened in a case; last_event_on the same as it is known
"""

from functools import lru_cache
from typing import Any

from ..domain.case import Case, CaseKind
from ..domain.countries import country_name
from ..domain.dates import PartialDate
from ..domain.letter import LetterState
from ..domain.names import sort_form
from ..domain.person import Person
from ..domain.printed import who, who_own
from ..domain.references import Reference, read_reference
from .engine import Engine
from .reading import Reading
from .recorder import RowNote
from .rows import NOUNS, Noun, columns, from_row

_NO_DATE = "9999"
_LONG_TERM = (CaseKind.ACTION_FILE, CaseKind.CAMPAIGN, CaseKind.LETTER_CAMPAIGN, CaseKind.OTHER)
_OF_CASES = tuple(noun for noun in NOUNS if noun.belongs_to_case and noun.table != "cases")


def refresh_row(engine: Engine, note: RowNote) -> None:
    """The derived columns that follow from one row alone."""
    noun = note.noun
    if note.before is None and not note.after.get("gone") and not note.after.get("binned"):
        live = 1
    else:
        live = engine.value(f"SELECT gone = 0 AND binned IS NULL FROM {noun.table} WHERE id = ?", (note.row_id,))
    derived: dict[str, Any] = {"live": int(live)}
    row: dict[str, Any] = note.after
    if noun.table in ("people", "members") and "name" in row:
        derived["sort_name"] = sort_form(row["name"])
    if noun.table in ("outcomes", "situations", "diary_notes", "tallies") and "on" in row:
        derived["sort_on"] = _sort_text(row["on"])
    if noun.table == "replies" and "received" in row:
        derived["sort_on"] = _sort_text(row["received"])
    _set(engine, noun, note.row_id, derived)
    if noun.table == "letters":
        engine.run("UPDATE letters SET sort_on = coalesce(sent_on, dated, '') WHERE id = ?", (note.row_id,))


def refresh_case(engine: Engine, case_id: str, made_with: frozenset[str] | None = None) -> None:
    """The derived columns of a case and of everything in it.

    made_with are the tables with rows of a case that was made by the present transaction, None for any other case:
    nothing else can belong to it, and all of that is as live as refresh_row has found it.
    """
    reading = Reading(engine)
    case = reading.find(Case, case_id)
    live = bool(engine.value("SELECT gone = 0 AND binned IS NULL FROM cases WHERE id = ?", (case_id,)))
    is_new = made_with is not None and live
    held = made_with if made_with is not None else tables_in_case(engine, case_id)
    for noun in (noun for noun in _OF_CASES if noun.table in held and not is_new):
        engine.run(
            f"UPDATE {noun.table} SET live = (gone = 0 AND binned IS NULL AND ?1) WHERE case_id = ?2"
            " AND live IS NOT (gone = 0 AND binned IS NULL AND ?1)",
            (int(live), case_id),
        )
    if case is None:
        engine.run("UPDATE cases SET live = 0 WHERE id = ?", (case_id,))
        return
    people = _people(engine, case_id) if "people" in held else []
    name = who(people, case)
    last_event, last_event_on = _last_event(engine, case, held)
    derived: dict[str, Any] = {
        "live": int(live),
        "who": name,
        "who_own": who_own(people),
        "sort_who": sort_form(name),
        "sort_country": sort_form(country_name(case.country)) if case.country else "",
        "sort_paper": _sort_paper(case),
        "sort_unanswered": _unanswered_since(engine, case) if "letters" in held else "",
        "sort_appeal": case.appeal_by.sort_text if case.appeal_by and case.appeal_by.is_known else _NO_DATE,
        "last_event": last_event,
        "last_event_on": last_event_on,
    }
    _set(engine, next(noun for noun in NOUNS if noun.table == "cases"), case_id, derived)
    for table, column in (("letters", "sort_who"), ("outcomes", "sort_who"), ("people", "sort_country")):
        if table in held:
            engine.run(
                f"UPDATE {table} SET {column} = ?1 WHERE case_id = ?2 AND {column} <> ?1", (derived[column], case_id)
            )


def tables_in_case(engine: Engine, case_id: str, which: str = "1") -> frozenset[str]:
    """The tables that have rows of a case: asked at once, since a case fills few of many. which is SQL of our own."""
    return frozenset(table for (table,) in engine.rows(_held_sql(which), (case_id,)))


@lru_cache(maxsize=4)
def _held_sql(which: str) -> str:
    asked = "SELECT '{0}' WHERE EXISTS (SELECT 1 FROM {0} WHERE case_id = ?1 AND {1})"
    return " UNION ALL ".join(asked.format(noun.table, which) for noun in _OF_CASES)


def _people(engine: Engine, case_id: str) -> list[Person]:
    found = engine.rows(
        f"SELECT {columns(Person)} FROM people WHERE case_id = ? AND gone = 0 AND binned IS NULL"
        " ORDER BY position, key",
        (case_id,),
    )
    return [from_row(Person, row) for row in found]


def _last_event(engine: Engine, case: Case, held: frozenset[str]) -> tuple[str, str]:
    """The last day something is known to have happened: as text that sorts, and as it is known (EDTF)."""
    days = [(day.sort_text, day.edtf) for day in (case.taken_up, case.issued) if day is not None and day.is_known]
    for table, sort, known in (
        ("letters", "sent_on", "sent_on"),
        ("replies", "sort_on", "received"),
        ("outcomes", "sort_on", '"on"'),
    ):
        if table in held:
            days += engine.rows(
                f"SELECT {sort}, {known} FROM {table} WHERE case_id = ? AND live = 1 AND {sort} < '9999'"
                f" ORDER BY {sort} DESC LIMIT 1",
                (case.id,),
            )
    return max(days, default=("", ""))


def _sort_paper(case: Case) -> str:
    """Papers of one kind together, in the order of their years and numbers."""
    found = read_reference(case.reference)
    if found is None:
        return f"{case.kind} 0000 {sort_form(case.reference)}"
    return paper_key(found)


def paper_key(reference: Reference) -> str:
    """An action number as text that sorts by kind, year and number."""
    return f"{reference.kind} {reference.year:04} {reference.number:06}"


def _unanswered_since(engine: Engine, case: Case) -> str:
    """The day of the newest letter of a long-term case that waits for its answer; empty where nothing waits.

    Urgent Actions are left out: after their day the section is asked before anybody writes again.
    """
    if case.kind not in _LONG_TERM or case.no_contact:
        return ""
    newest = engine.rows(
        "SELECT state, sent_on FROM letters l WHERE case_id = ? AND live = 1 AND sent_on IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM replies r WHERE r.letter_id = l.id AND r.live = 1 AND r.kind = 'none_expected')"
        " ORDER BY sent_on DESC, key DESC LIMIT 1",
        (case.id,),
    )
    return str(newest[0][1]) if newest and newest[0][0] == LetterState.SENT else ""


def _sort_text(edtf: str | None) -> str:
    return PartialDate(edtf).sort_text if edtf else _NO_DATE


def _set(engine: Engine, noun: Noun, row_id: str, values: dict[str, Any]) -> None:
    wanted = ", ".join(f"{name} = ?" for name in values)
    engine.run(f"UPDATE {noun.table} SET {wanted} WHERE id = ?", (*values.values(), row_id))
