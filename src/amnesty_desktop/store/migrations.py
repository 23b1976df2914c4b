# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of the case file, one named step after another. A released step is never edited again.

History of the format:
0001  everything of the first chapter, with the complete row frame (see rows.py)
0002  all that is known of a case: sheets, assessments, goals, cautions, the diary, documents, own terms
0003  the letter desk: own templates, rules of recipients, replies passed on, the group's own words
0004  what figures and reports count: signatures and tallies
0005  how and to whom letters went that are only counted
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from .engine import Engine, speaking_plainly
from .errors import NewerFile
from .planning import tell_planner
from .steps import case_knowledge, counted_letters, figures, first_schema, letter_desk

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SET_NAME = "case_file"
_IN_ORDER = (first_schema, case_knowledge, letter_desk, figures, counted_letters)
STEPS = tuple(step.NAME for step in _IN_ORDER)


def migrations() -> "Migrations":
    """All steps in order, as sqlite-utils applies them: each with its record in one transaction."""
    from sqlite_utils import Migrations

    steps = Migrations(SET_NAME)
    for step in _IN_ORDER:

        def apply(db: "Database", apply: Callable[["Database"], None] = step.apply) -> None:
            apply(db)
            tell_planner(db)

        steps(name=step.NAME)(apply)
    return steps


def applied(engine: Engine) -> frozenset[str]:
    """Names of the steps a file has seen; empty for a new one. Reads without sqlite-utils, for a quick start."""
    if not engine.value("SELECT count(*) FROM sqlite_schema WHERE name = '_sqlite_migrations'"):
        return frozenset()
    found = engine.rows("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET_NAME,))
    return frozenset(name for (name,) in found)


def is_pending(engine: Engine) -> bool:
    """Whether steps are missing; raises NewerFile when the file knows steps that we do not."""
    seen = applied(engine)
    if seen - set(STEPS):
        raise NewerFile(
            f"“{engine.path.name}” was written by a newer version of Amnesty Desktop.",
            "Open it with that version; nothing in it was changed.",
        )
    return seen != set(STEPS)


def migrate(engine: Engine) -> None:
    """Apply the missing steps."""
    with speaking_plainly(engine.path):
        migrations().apply(engine.db)
