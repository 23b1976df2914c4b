# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of cases: filtered, sorted and counted in SQL, painted from pages of lines."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..domain.case import CaseKind, CaseStatus
from ..domain.dates import PartialDate
from ..domain.references import read_reference
from .derived import paper_key
from .engine import Engine
from .lists import MOST_KEYS, Keys, keys_of, marks, order_by, rows_by_key
from .reading import Reading
from .search import case_condition

_ORDERS = {
    "who": "sort_who",
    "country": "sort_country",
    "paper": "sort_paper",
    "appeal": "sort_appeal",
    "kind": "kind, sort_appeal",
    "owner": "coalesce((SELECT m.sort_name FROM members m WHERE m.id = owner_id),'~'), sort_appeal",
    "status": "status, sort_appeal",
    "event": "last_event",
    # Local numbers are given in the order of adding.
    "added": "key",
}
_INDEX = {
    **{column: f"cases_by_{column}" for column in ("who", "country", "paper", "kind", "event", "added")},
    "status": "cases_by_appeal",
}
"""Where the order of a list can be read with all it is narrowed by; so it takes as long whatever is rare or common."""


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases, in which order. Empty text, None and () mean: all. country is an ISO code, concern a term.

    overdue_on leaves those whose day for appeals is before it, due_by those whose day is no later than it.
    ids, where it is not None, leaves exactly these cases; ids_words says what they are ("cases that got better").
    """

    query: str = ""
    status: CaseStatus | None = CaseStatus.OPEN
    overdue_on: date | None = None
    due_by: date | None = None
    has_no_date: bool = False
    country: str = ""
    kind: CaseKind | None = None
    owner_id: str = ""
    concern: str = ""
    ids: tuple[str, ...] | None = None
    ids_words: str = ""
    column: str = "appeal"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the list, as it is kept; wording it is the window's work."""

    key: int
    id: str
    who: str
    who_own: str
    country: str
    reference: str
    kind: CaseKind
    appeal_by: PartialDate | None
    status: CaseStatus
    no_contact: bool


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many cases there are, how many are open, and how many open ones are past their day."""

    all: int
    open: int
    overdue: int


def case_keys(engine: Engine, wanted: CaseFilter) -> Keys:
    """The local numbers of the cases wanted, in order."""
    conditions, values = ["live = 1"], list[object]()
    for column, value in (("status", wanted.status), ("kind", wanted.kind)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(str(value))
    for column, text in (("country", wanted.country), ("owner_id", wanted.owner_id)):
        if text:
            conditions.append(f"{column} = ?")
            values.append(text)
    # With a + the day only narrows: SQLite would look days up kind by kind and then sort them all.
    day = "sort_appeal" if wanted.column in ("appeal", "owner") else "+sort_appeal"
    if wanted.overdue_on is not None:
        conditions.append(f"{day} < ?")
        values.append(wanted.overdue_on.isoformat())
    if wanted.due_by is not None:
        conditions.append(f"{day} <= ?")
        values.append(wanted.due_by.isoformat())
    if wanted.has_no_date:
        conditions.append(f"{day} = '9999'")
    if wanted.concern:
        terms = sorted(Reading(engine).vocabulary().meaning(wanted.concern))
        # By number: that stands in the index that gives the order. With its + the list is not read number by number.
        conditions.append(
            "+key IN (SELECT c.key FROM concerns n CROSS JOIN cases c ON c.id = n.case_id"
            f" WHERE n.live = 1 AND n.term IN ({marks(terms)}))"
        )
        values += terms
    if wanted.ids is not None:
        conditions.append("+key IN (SELECT c.key FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value)")
        values.append(json.dumps(wanted.ids))
    found = case_condition(engine, wanted.query)
    if found is not None:
        conditions.append(found[0])
        values += found[1]
    if wanted.column == "owner" and found is None and not wanted.concern and wanted.ids is None:
        return _by_owner(engine, conditions, values, wanted.descending)
    by_day = "cases_by_day" if wanted.status is None else "cases_by_appeal"
    # What a search finds is fetched by its numbers and put in order; it is not much.
    way = f"INDEXED BY {_INDEX.get(wanted.column, by_day)}" if found is None else "NOT INDEXED"
    order = order_by(_ORDERS, wanted.column, wanted.descending)
    return keys_of(engine, f"SELECT key FROM cases {way} WHERE {' AND '.join(conditions)} {order}", values)


def _by_owner(engine: Engine, conditions: list[str], values: list[object], descending: bool) -> Keys:
    """One owner after the other, each from the index: asking every case for the name of its owner takes too long."""
    order = order_by(_ORDERS, "appeal", descending)
    owners = [member_id for (member_id,) in engine.rows("SELECT id FROM members ORDER BY sort_name, key")]
    nobody = "coalesce(owner_id NOT IN (SELECT id FROM members), 1)"
    parts: list[tuple[str, list[object]]] = [("owner_id = ?", [owner]) for owner in owners]
    parts.append((nobody, []))
    found = array("q")
    for condition, value in reversed(parts) if descending else parts:
        way = "INDEXED BY cases_by_owner" if value else ""
        sql = f"SELECT key FROM cases {way} WHERE {' AND '.join([*conditions, condition])} {order}"
        found += keys_of(engine, sql, values + value, most=MOST_KEYS - len(found))
    return found


def case_lines(engine: Engine, keys: Sequence[int]) -> list[CaseLine]:
    """The lines for some local numbers, in their order."""
    sql = (
        "SELECT key, id, who, who_own, country, reference, kind, appeal_by, status, no_contact <> ''"
        " FROM cases WHERE key IN ({keys})"
    )
    return [
        CaseLine(*(*row[:6], CaseKind(row[6]), row[7] and PartialDate(row[7]), CaseStatus(row[8]), bool(row[9])))
        for row in rows_by_key(engine, sql, keys)
    ]


def case_counts(engine: Engine, today: date) -> CaseCounts:
    """The counts under the list and on its chips."""
    total = engine.value("SELECT count(*) FROM cases WHERE live = 1")
    is_open = engine.value("SELECT count(*) FROM cases WHERE live = 1 AND status = 'open'")
    late = engine.value(
        "SELECT count(*) FROM cases WHERE live = 1 AND status = 'open' AND sort_appeal < ?", (today.isoformat(),)
    )
    return CaseCounts(total, is_open, late)


def countries_in_use(engine: Engine) -> list[str]:
    """ISO codes of the countries that have cases, in the order of their names."""
    # From one country straight to the next, instead of past every case.
    step = "SELECT country, sort_country FROM cases WHERE live = 1 AND sort_country > ? ORDER BY sort_country LIMIT 1"
    codes, last = [], ""
    while found := engine.rows(step, (last,)):
        code, last = found[0]
        codes.append(code)
    return codes


def find_by_reference(engine: Engine, reference: str) -> list[str]:
    """Ids of the live cases whose reference means the same paper ("UA 060/2016" and "THIRD UA 60/16")."""
    wanted = read_reference(reference)
    if wanted is None:
        return []
    rows = engine.rows("SELECT id FROM cases WHERE live = 1 AND sort_paper = ? ORDER BY key", (paper_key(wanted),))
    return [row_id for (row_id,) in rows]
