# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a spreadsheet of 10,000 cases takes from bytes to the file; all of it together may take 10 s."""

import tempfile
from functools import partial
from pathlib import Path

from benchmarks.timing import milliseconds, row

from amnesty_desktop.domain.group import Group
from amnesty_desktop.edits import spreadsheets
from amnesty_desktop.edits.spreadsheets import Accepted, Understood
from amnesty_desktop.intake.columns import find_columns
from amnesty_desktop.intake.table_file import read_table
from amnesty_desktop.store.case_file import CaseFile

ROWS = 10_000
_LIMIT = 10_000.0


def main() -> None:
    """Print each step in milliseconds; marked where all of them are too slow."""
    from datetime import UTC, datetime

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "spreadsheet.amnesty"
        group = Group(name="Riverside Group")
        file = CaseFile.create(path, group, None, device="0" * 12, who="", now=lambda: datetime.now(UTC))
        try:
            _measure(file)
        finally:
            file.close()


def _measure(file: CaseFile) -> None:
    content = _content()
    table = read_table("list", content)
    columns = find_columns(table)
    found: list[Understood] = []
    steps = (
        ("reading the bytes", lambda: read_table("list", content)),
        ("understanding the rows", lambda: found.append(spreadsheets.understand(file, table, columns, None))),
        ("bringing them in", lambda: _bring_in(file, found[0])),
        ("the same file again", lambda: spreadsheets.understand(file, table, columns, None)),
    )
    taken = [milliseconds(work, times=1) for _, work in steps]
    for (name, _), each in zip(steps, taken, strict=True):
        row(f"{ROWS:,} rows: {name}", each)
    row("from bytes to the file", sum(taken[:3]), "too slow" if sum(taken[:3]) > _LIMIT else "")
    row("taken back by one undo", milliseconds(file.undo, times=1))


def _bring_in(file: CaseFile, understood: Understood) -> None:
    file.edit("Bring in cases", partial(spreadsheets.bring_in, wanted=understood.plan, accepted=Accepted()))


def _content() -> bytes:
    lines = ["Who;Country;Paper;Issued;Appeal by;Concerns;What happened"]
    for number in range(ROWS):
        paper = f"UA {number % 400 + 1}/{number // 400 + 1991}"
        dates = f"{number % 28 + 1:02}/04/{number // 400 + 1991};May {number // 400 + 1991}"
        lines.append(f"Person {number};Mexico;{paper};{dates};torture in custody;{'She was taken from home. ' * 8}")
    return "\n".join(lines).encode("cp1252")
