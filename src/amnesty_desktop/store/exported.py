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
    writer: str


def name_sharers(engine: Engine, letter_id: str) -> list[NameSharer]:
    """The letters of the same day, writer and paper, this one included, in the order they were made.

    Deleted ones stay among them, so that the name of a letter's file never passes to another letter.
    """
    rows = engine.rows(
        """SELECT l.id, l.case_id, c.who, coalesce(nullif(a.office, ''), nullif(a.name, ''), ''),
           coalesce(m.name, '')
           FROM letters own JOIN cases about ON about.id = own.case_id
           JOIN cases c ON c.sort_paper = about.sort_paper
           JOIN letters l ON l.case_id = c.id AND l.dated IS own.dated AND l.writer_id IS own.writer_id
           LEFT JOIN addressees a ON a.id = l.addressee_id LEFT JOIN members m ON m.id = l.writer_id
           WHERE own.id = ?1 ORDER BY l.key""",
        (letter_id,),
    )
    return [NameSharer(*row) for row in rows]
