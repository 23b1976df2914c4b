# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing that is not an edit yet: one overwritten row for each form, without stamp, history or index."""

import json
from dataclasses import dataclass
from typing import Any

from .engine import Engine


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in a form, and when (UTC, ISO): form is "letter:<id>" or "new case", value is JSON."""

    form: str
    value: Any
    at: str


def keep(engine: Engine, form: str, value: Any, at: str) -> None:
    """Write the typing of one form over what it held before."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    engine.run("INSERT OR REPLACE INTO drafts (form, value, at) VALUES (?, ?, ?)", (form, text, at))


def find(engine: Engine, form: str) -> Draft | None:
    """The draft of one form, None without one."""
    found = engine.rows("SELECT form, value, at FROM drafts WHERE form = ?", (form,))
    return Draft(found[0][0], json.loads(found[0][1]), found[0][2]) if found else None


def all_drafts(engine: Engine) -> list[Draft]:
    """All forms with typing that is not an edit yet, oldest first."""
    found = engine.rows("SELECT form, value, at FROM drafts ORDER BY at, form")
    return [Draft(form, json.loads(value), at) for form, value, at in found]


def drop(engine: Engine, form: str) -> None:
    """Forget the draft of a form, because it became an edit or was thrown away."""
    engine.run("DELETE FROM drafts WHERE form = ?", (form,))
