# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in the bin, and since when."""

from dataclasses import dataclass

from .engine import Engine
from .rows import NOUNS

BIN_DAYS = 90
_SHOWN = {
    "cases": "who",
    # What a source is called stays in the Facts tab.
    "sources": "''",
    "supports": "''",
    "people": "CASE WHEN withheld THEN 'Name withheld' ELSE name END",
    "situations": "trim(text || ' ' || place)",
    "sheets": "coalesce(nullif(reference, ''), nullif(ai_index, ''), news)",
    # Whose finding it was stays in the People tab, as a source does in its own.
    "assessments": "''",
    "letters": "subject",
    "addressees": "office",
    "claims": "text",
    "attachments": "name",
    "members": "name",
    "own_templates": "name",
}


@dataclass(frozen=True, slots=True)
class Binned:
    """One record in the bin; at is UTC as ISO text, text what it is recognised by."""

    table: str
    row_id: str
    case_id: str | None
    at: str
    text: str


def binned(engine: Engine) -> list[Binned]:
    """Everything in the bin, newest first."""
    found: list[Binned] = []
    for noun in NOUNS:
        case = "case_id" if noun.belongs_to_case else "NULL"
        shown = _SHOWN.get(noun.table) or (noun.searched[-1] if noun.searched else "id")
        rows = engine.rows(
            f"SELECT id, {case}, binned, {shown} FROM {noun.table} WHERE binned IS NOT NULL AND gone = 0"
        )
        found += [Binned(noun.table, *row) for row in rows]
    return sorted(found, key=lambda item: item.at, reverse=True)
