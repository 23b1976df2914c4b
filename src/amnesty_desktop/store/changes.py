# SPDX-License-Identifier: GPL-3.0-or-later
"""What one transaction changed, told once to everybody."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Changes:
    """Which rows a commit touched: {(table, id)}, and the ids of the cases they belong to.

    left names what an undo or redo could not put back because it was changed since.
    result is what the edit function returned.
    """

    label: str
    kind: str
    rows: frozenset[tuple[str, str]] = frozenset()
    cases: frozenset[str] = frozenset()
    left: tuple[str, ...] = ()
    result: Any = field(default=None, compare=False)

    def touches(self, *tables: str) -> bool:
        """Whether a row of one of these tables is among them."""
        return any(table in tables for table, _ in self.rows)

    def ids(self, table: str) -> frozenset[str]:
        """Ids of the rows of one table among them."""
        return frozenset(row_id for name, row_id in self.rows if name == table)
