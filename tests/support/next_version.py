# SPDX-License-Identifier: GPL-3.0-or-later
"""A version of the program that does not exist yet: one more step, so that today's files are old ones."""

from typing import TYPE_CHECKING

import pytest

from amnesty_desktop.store import migrations

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

NEXT_STEP = "9000_wishes"
STATEMENTS = (
    "CREATE TABLE wishes (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT",
    "ALTER TABLE cases ADD COLUMN wish TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX cases_by_wish ON cases (wish)",
)


def with_next_version(patch: pytest.MonkeyPatch, *, last_statement: str = "SELECT 1") -> None:
    """Let the program be one step further, for as long as the patch lasts."""
    today = migrations.migrations

    def tomorrow() -> "Migrations":
        steps = today()

        def wishes(db: "Database") -> None:
            for statement in (*STATEMENTS, last_statement):
                db.execute(statement)

        steps(name=NEXT_STEP)(wishes)
        return steps

    patch.setattr(migrations, "STEPS", (*migrations.STEPS, NEXT_STEP))
    patch.setattr(migrations, "migrations", tomorrow)
