# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of letters, and what surrounds one letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..domain.letter import Letter, LetterKind, LetterState, Seal
from ..domain.letter_findings import OtherLetter
from .engine import Engine
from .lists import Keys, keys_of, order_by, rows_by_key
from .reading import Reading
from .search import row_condition

_ORDERS = {"who": "sort_who", "state": "state, sort_on", "day": "sort_on"}


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which letters, in which order. Empty text, None and () mean: all."""

    query: str = ""
    states: tuple[LetterState, ...] = ()
    case_id: str = ""
    writer_id: str = ""
    kind: LetterKind | None = None
    column: str = "day"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of the list of letters; day is when it was sent, or dated, or None."""

    key: int
    id: str
    case_id: str
    who: str
    who_own: str
    country: str
    reference: str
    to: str
    writer: str
    state: LetterState
    kind: LetterKind
    day: date | None
    subject: str


def letter_keys(engine: Engine, wanted: LetterFilter) -> Keys:
    """The local numbers of the letters wanted, in order."""
    conditions, values = ["live = 1"], list[object]()
    if wanted.states:
        conditions.append(f"state IN ({', '.join('?' * len(wanted.states))})")
        values += map(str, wanted.states)
    for column, text in (("case_id", wanted.case_id), ("writer_id", wanted.writer_id)):
        if text:
            conditions.append(f"{column} = ?")
            values.append(text)
    if wanted.kind is not None:
        conditions.append("kind = ?")
        values.append(str(wanted.kind))
    found = row_condition(engine, "letters", wanted.query)
    if found is not None:
        conditions.append(found[0])
        values += found[1]
    order = order_by(_ORDERS, wanted.column, wanted.descending)
    if wanted.states and LetterState.SENT not in wanted.states:
        # Few letters are in work: finding them and putting them in order beats reading all letters in order.
        order = order.replace("ORDER BY ", "ORDER BY +")
    return keys_of(engine, f"SELECT key FROM letters WHERE {' AND '.join(conditions)} {order}", values)


def letter_lines(engine: Engine, keys: Sequence[int]) -> list[LetterLine]:
    """The lines for some local numbers, in their order."""
    sql = """
        SELECT l.key, l.id, l.case_id, c.who, c.who_own, c.country, c.reference,
               coalesce(nullif(a.office, ''), nullif(a.name, ''), l.address), coalesce(m.name, ''),
               l.state, l.kind, l.sort_on, l.subject
        FROM letters l JOIN cases c ON c.id = l.case_id
        LEFT JOIN addressees a ON a.id = l.addressee_id
        LEFT JOIN members m ON m.id = l.writer_id
        WHERE l.key IN ({keys})"""
    return [
        LetterLine(
            *(
                *row[:7],
                row[7].partition("\n")[0],
                row[8],
                LetterState(row[9]),
                LetterKind(row[10]),
                date.fromisoformat(row[11]) if row[11] else None,
                row[12],
            )
        )
        for row in rows_by_key(engine, sql, keys)
    ]


def letter_counts(engine: Engine) -> dict[LetterState, int]:
    """How many live letters are in each state."""
    found = dict(engine.rows("SELECT state, count(*) FROM letters WHERE live = 1 GROUP BY state"))
    return {state: found.get(str(state), 0) for state in LetterState}


def ready_letter_ids(reading: Reading) -> list[str]:
    """The letters that wait to be printed, the oldest first."""
    wanted = LetterFilter(states=(LetterState.READY,), descending=False)
    return [line.id for line in letter_lines(reading.engine, letter_keys(reading.engine, wanted))]


def seal_of(reading: Reading, letter_id: str) -> Seal | None:
    """The seal that stands of a sent letter; a withdrawn one does not count."""
    found = reading.all(Seal, letter_id=letter_id)
    return found[-1] if found else None


def others_to(reading: Reading, letter: Letter) -> tuple[OtherLetter, ...]:
    """Further letters of a case to the addressee of one, and those of the same day to the same address."""
    if letter.addressee_id is None:
        return ()
    found = {one.id: one for one in reading.all(Letter, case_id=letter.case_id, addressee_id=letter.addressee_id)}
    if letter.dated is not None and letter.address.strip():
        day = letter.dated.isoformat()
        rows = reading.engine.rows(
            "SELECT id FROM letters WHERE live = 1 AND sort_on = ? AND address = ? AND case_id <> ? LIMIT 20",
            (day, letter.address, letter.case_id),
        )
        found |= {row_id: reading.get(Letter, row_id) for (row_id,) in rows}
    found.pop(letter.id, None)
    return tuple(OtherLetter(one.id, one.writer_id, one.dated, one.body.text) for one in found.values())
