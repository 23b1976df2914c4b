# SPDX-License-Identifier: GPL-3.0-or-later
"""How the page of a spreadsheet says what it found and what it is about to do."""

from collections.abc import Sequence

from ...domain.own_term import TermList
from ...domain.vocabularies import label
from ...edits.spreadsheet_differences import Difference
from ...edits.spreadsheet_plan import Plan, PlannedRow, Standing
from ...edits.spreadsheets import BroughtIn
from ...intake.column_fields import RowsAre
from ...intake.row_values import NewWord, RowProblem
from ..texts import counted, in_own_direction

NOUNS = {RowsAre.CASES: ("case", "cases"), RowsAre.ADDRESSES: ("address", "addresses")}
_MOST_NAMES = 4
EACH_ROW = {RowsAre.CASES: "A case", RowsAre.ADDRESSES: "An address of our directory"}


def what_will_happen(plan: Plan, taken: int) -> str:
    """One sentence; taken is how many rows are ticked whose differences shall be taken."""
    one, many = NOUNS[plan.rows_are]
    parts = [counted(plan.count(Standing.NEW), f"new {one}", f"new {many}")]
    if same := plan.count(Standing.SAME):
        parts.append(f"{same} already there")
    if different := plan.count(Standing.DIFFERENT):
        parts.append(f"{different} there with other words ({taken} ticked)")
    if problems := len(plan.problems):
        parts.append(counted(problems, "row needs a look", "rows need a look"))
    return f"{', '.join(parts)}."


def columns_left_out(names: Sequence[str]) -> str:
    """The columns in which something stands and that are left out; empty without any."""
    if not names:
        return ""
    said = ", ".join(f"“{in_own_direction(name)}”" for name in names[:_MOST_NAMES])
    return f"Left out: {said}{' and others' if len(names) > _MOST_NAMES else ''}."


def what_was_done(rows_are: RowsAre, done: BroughtIn) -> str:
    """What is said in the bar afterwards, beside Undo."""
    one, many = NOUNS[rows_are]
    added = f"{counted(done.added, one, many)} {'was' if done.added == 1 else 'were'} added"
    if not done.changed:
        return f"{added}."
    changed = f"{counted(done.changed, one, many)} {'was' if done.changed == 1 else 'were'} changed"
    return f"{changed}." if not done.added else f"{added}, and {changed}."


def edit_label(rows_are: RowsAre) -> str:
    """The words of the edit in the menu."""
    return f"Bring in {NOUNS[rows_are][1]}"


def problem_line(problem: RowProblem) -> str:
    """A row that stays out, and why."""
    where = f"Row {problem.row}, {in_own_direction(problem.column)}" if problem.column else f"Row {problem.row}"
    return f"{where}: {problem.sentence}"


def word_line(word: NewWord, rows: int) -> str:
    """A word the lists do not have, and how many rows use it."""
    used = counted(rows, "row", "rows")
    if word.part is None:
        return f"{in_own_direction(word.words)} — a new member, in {used}"
    return f"{in_own_direction(word.words)} — a new word in “{label(TermList(word.part))}”, in {used}"


def row_line(row: PlannedRow) -> str:
    """How a row is called that says something else than the file."""
    return f"Row {row.draft.row}: {in_own_direction(row.name)}"


def difference_line(differences: Sequence[Difference]) -> str:
    """What the row says otherwise."""
    return "; ".join(
        f"{each.label}: {in_own_direction(each.before)} → {in_own_direction(each.after)}"
        if each.before
        else f"{each.label}: {in_own_direction(each.after)} (new)"
        for each in differences
    )
