# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line does with spreadsheets: rows become cases or addresses where nothing has to be asked."""

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from .cli_words import number, safe
from .edits import spreadsheets
from .edits.spreadsheet_plan import Plan, Standing
from .edits.spreadsheets import Accepted, BroughtIn
from .intake.column_fields import RowsAre
from .intake.columns import Columns, find_columns, header_of, unclear
from .intake.page_text import Unreadable
from .intake.table import Table
from .store.case_file import CaseFile
from .store.errors import CaseFileError

ENDS = frozenset({".csv", ".tsv", ".xlsx", ".ods", ".xls", ".xlsm"})
"""What a spreadsheet's name ends in; the last two are refused with a sentence."""
_NOUNS = {RowsAre.CASES: "case", RowsAre.ADDRESSES: "address"}
_IN_THE_WINDOW = "Bring it in through the window, where you can say it"


@dataclass(frozen=True, slots=True)
class SpreadsheetWish:
    """How spreadsheets are read where they do not say it themselves.

    day_first says how 03/04/1991 is meant; with leave_out, columns nobody knows are left out instead of refused.
    """

    day_first: bool | None = None
    leave_out: bool = False


ONLY_WHAT_IS_CLEAR = SpreadsheetWish()


def is_spreadsheet(path: Path) -> bool:
    """Whether a file is a spreadsheet by its name."""
    return path.suffix.lower() in ENDS


def told(
    opened: CaseFile, path: Path, *, as_json: bool, takes_changes: bool, wish: SpreadsheetWish = ONLY_WHAT_IS_CLEAR
) -> tuple[str, str]:
    """Bring in one spreadsheet by one edit; what is printed of it, and an error beside it.

    New words of lists are never made here; rows that say otherwise than the file are taken with takes_changes.
    """
    try:
        plan, done = _brought_in(opened, path, takes_changes, wish)
    except (Unreadable, CaseFileError) as trouble:
        error = f"{path}: {trouble}"
        return (json.dumps({"file": str(path), "error": str(trouble)}, ensure_ascii=False) if as_json else "", error)
    value = _value(path, plan, done)
    rows = f"{number(len(plan.problems), 'row')} stayed out."
    error = f"{path}: {rows}" if plan.problems else ""
    return (json.dumps(value, ensure_ascii=False) if as_json else safe(_words(path, plan, done)), error)


def _brought_in(opened: CaseFile, path: Path, takes_changes: bool, wish: SpreadsheetWish) -> tuple[Plan, BroughtIn]:
    table = spreadsheets.read(path)
    columns = find_columns(table)
    _refuse_unclear(table, columns, wish)
    found = spreadsheets.understand(opened, table, columns, wish.day_first)
    if found.order.must_be_asked and wish.day_first is None:
        example = found.order.examples[0]
        raise Unreadable(f"{example} can be read in two ways.", "Say --days-first or --months-first.")
    rows = frozenset(row.draft.row for row in found.plan.different) if takes_changes else frozenset()
    label = f"Bring in {_NOUNS[columns.rows_are]}{'es' if columns.rows_are is RowsAre.ADDRESSES else 's'}"
    function = partial(spreadsheets.bring_in, wanted=found.plan, accepted=Accepted(rows=rows))
    return found.plan, opened.edit(label, function).result


def _refuse_unclear(table: Table, columns: Columns, wish: SpreadsheetWish) -> None:
    if not any(columns.columns):
        raise Unreadable("No row with names of columns was found.", f"{_IN_THE_WINDOW}.")
    names = [header_of(table, columns, each) for each in unclear(table, columns)]
    if names and not wish.leave_out:
        said = ", ".join(f"“{name}”" for name in names)
        raise Unreadable(f"It cannot be told what stands under {said}.", f"{_IN_THE_WINDOW}, or say --leave-out.")


def _value(path: Path, plan: Plan, done: BroughtIn) -> dict[str, Any]:
    return {
        "file": str(path),
        "did": str(plan.rows_are),
        "added": done.added,
        "changed": done.changed,
        "same": plan.count(Standing.SAME),
        "different": [row.draft.row for row in plan.different],
        "problems": [{"row": each.row, "column": each.column, "said": each.sentence} for each in plan.problems],
        "new_words": [word.words for word, _ in plan.words],
    }


def _words(path: Path, plan: Plan, done: BroughtIn) -> str:
    noun = _NOUNS[plan.rows_are]
    plural = f"{noun}es" if plan.rows_are is RowsAre.ADDRESSES else f"{noun}s"
    parts = [f"{done.added} {noun if done.added == 1 else plural} added"]
    parts += [f"{done.changed} changed"] if done.changed else []
    parts += [f"{same} already there"] if (same := plan.count(Standing.SAME)) else []
    lines = [f"{path}: {', '.join(parts)}."]
    if not done.changed:
        lines += [f"  not taken over: row {row.draft.row} says otherwise than the file." for row in plan.different]
    lines += [f"  not taken over: “{word.words}”, no word of the lists." for word, _ in plan.words]
    lines += [f"  row {each.row}{f', {each.column}' if each.column else ''}: {each.sentence}" for each in plan.problems]
    return "\n".join(lines)
