# SPDX-License-Identifier: GPL-3.0-or-later
"""What the names of exported files are made from, and which letters would share one."""

from dataclasses import dataclass

from .engine import Engine


@dataclass(frozen=True, slots=True)
class NameSharer:
    """One letter with what its file is called after."""

    letter_id: str
    case_id: str
    who: str
    office: str


def name_sharers(engine: Engine, letter_id: str) -> list[NameSharer]:
    """The letters of the same day about people of the same name, this one included, in the order they were made.

    Deleted ones stay among them, so that the name of a letter's file never passes to another letter.
    """
    rows = engine.rows(
        """SELECT l.id, l.case_id, c.who, coalesce(nullif(a.office, ''), nullif(a.name, ''), '')
           FROM letters l JOIN cases c ON c.id = l.case_id LEFT JOIN addressees a ON a.id = l.addressee_id
           WHERE c.sort_who = (SELECT sort_who FROM letters WHERE id = ?1)
             AND l.dated IS (SELECT dated FROM letters WHERE id = ?1) ORDER BY l.key""",
        (letter_id,),
    )
    return [NameSharer(*row) for row in rows]
