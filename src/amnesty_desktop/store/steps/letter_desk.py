# SPDX-License-Identifier: GPL-3.0-or-later
"""0003: the letter desk: own templates, rules of recipients, replies passed on, the group's own words."""

from typing import TYPE_CHECKING

from .frame import add_columns, create_table

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "0003_letter_desk"

_TABLES: dict[str, tuple[str, str]] = {
    "own_templates": ("name digest", "size INTEGER NOT NULL, added TEXT, position INTEGER NOT NULL"),
    "own_words": ("language word", ""),
}
_RULES = ("amnesty", "sender_address", "religion", "takes", "number_needed")


def apply(db: "Database") -> None:
    """Add the group's own templates, what recipients may get, and what became of replies."""
    for table, (texts, others) in _TABLES.items():
        create_table(db, table, texts, others)
    rules = [f"{rule} TEXT NOT NULL DEFAULT 'unknown'" for rule in _RULES]
    add_columns(db, "addressees", "languages", *rules, "rules_on TEXT", "person_id TEXT", "entry_id TEXT")
    add_columns(db, "letters", "", "reply_id TEXT")
    add_columns(db, "replies", "", "attachment_id TEXT", "forwarded_on TEXT")
    add_columns(db, "groups", "", "own_country_note INTEGER NOT NULL DEFAULT 1")
