# SPDX-License-Identifier: GPL-3.0-or-later
"""0002: all that is known of a case, and how sure the group is of it."""

from typing import TYPE_CHECKING

from .frame import add_columns, create_table

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "0002_case_knowledge"

_TABLES: dict[str, tuple[str, str]] = {
    "sheets": (
        "case_id kind reference ai_index title news confidentiality distribution",
        "issued TEXT, attachment_id TEXT, source_id TEXT, position INTEGER NOT NULL",
    ),
    "relations": ("case_id person_id words", "other_id TEXT"),
    "assessments": ("case_id person_id decided_by note", "violence TEXT, source_id TEXT, decided_on TEXT"),
    "grounds": ("case_id person_id term", "position INTEGER NOT NULL"),
    "goals": ("case_id text span", "reached_on TEXT, position INTEGER NOT NULL"),
    "cautions": ("case_id kind text words", "person_id TEXT, position INTEGER NOT NULL"),
    "diary_notes": ("case_id text sort_on", '"on" TEXT, member_id TEXT'),
    "attachments": (
        "case_id name media_type digest note confidentiality",
        "size INTEGER NOT NULL, added TEXT, position INTEGER NOT NULL",
    ),
    "terms": (
        "part code label direction articles asks merged_into",
        "hidden INTEGER NOT NULL, position INTEGER NOT NULL",
    ),
    "distinctions": ("noun one_id other_id", ""),
    "saved_searches": ("name query filters", "position INTEGER NOT NULL"),
}
_NARROWED_BY = "status, kind, country, owner_id"
_INDEXES = (
    # Behind what a list is sorted by lies everything it can be narrowed by, so that no row is fetched for it.
    "DROP INDEX cases_by_who",
    "DROP INDEX cases_by_country",
    "DROP INDEX cases_by_paper",
    "DROP INDEX cases_by_day",
    f"CREATE INDEX cases_by_who ON cases (live, sort_who, key, {_NARROWED_BY}, sort_appeal)",
    f"CREATE INDEX cases_by_country ON cases (live, sort_country, key, {_NARROWED_BY}, sort_appeal)",
    f"CREATE INDEX cases_by_paper ON cases (live, sort_paper, key, {_NARROWED_BY}, sort_appeal)",
    f"CREATE INDEX cases_by_event ON cases (live, last_event, key, {_NARROWED_BY}, sort_appeal)",
    f"CREATE INDEX cases_by_added ON cases (live, key, {_NARROWED_BY}, sort_appeal)",
    f"CREATE INDEX cases_by_day ON cases (live, sort_appeal, key, {_NARROWED_BY})",
    "CREATE INDEX cases_by_kind ON cases (live, kind, sort_appeal, key, status, country, owner_id)",
    "CREATE INDEX cases_by_owner ON cases (live, owner_id, sort_appeal, key, status, kind, country)",
    # Few cases have a step with a day; among all of them Today would look for these each time.
    "CREATE INDEX cases_by_step ON cases (next_step_on) WHERE next_step_on IS NOT NULL",
    "CREATE INDEX grounds_by_term ON grounds (term, live, case_id)",
    "CREATE INDEX distinctions_by_pair ON distinctions (noun, one_id, other_id)",
    "CREATE INDEX attachments_by_digest ON attachments (digest)",
)
_PLAIN = (
    # Scans lie in pieces, so that writing one never holds the file for long; blobs keeps what is small.
    "CREATE TABLE blob_pieces (hash TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL,"
    " PRIMARY KEY (hash, number)) STRICT",
    # The words inside kept files, read once: they follow from the bytes, so they carry no stamp.
    "CREATE TABLE blob_texts (hash TEXT PRIMARY KEY, text TEXT NOT NULL, trouble TEXT NOT NULL DEFAULT '',"
    " folded TEXT NOT NULL DEFAULT '') STRICT",
)


def apply(db: "Database") -> None:
    """Add what a case can hold besides what it held."""
    for table, (texts, others) in _TABLES.items():
        create_table(db, table, texts, others)
    add_columns(
        db,
        "cases",
        "edition coordinator co_groups strategy consent closing_words",
        "event_on TEXT",
        "report_by TEXT",
        "next_step_by TEXT",
        "next_step_on TEXT",
    )
    add_columns(
        db,
        "people",
        "organisation illness prisoner_number wishes",
        "age INTEGER",
        "headcount INTEGER",
        "family_first INTEGER NOT NULL DEFAULT 0",
    )
    add_columns(db, "situations", "place", "source_id TEXT")
    # What stood in a file before was typed as the sheet says it, so it counts as confirmed.
    add_columns(db, "asks", "concern", "confirmed INTEGER NOT NULL DEFAULT 1")
    add_columns(
        db,
        "sources",
        "language withdrawn_why",
        "reliability TEXT NOT NULL DEFAULT 'unknown'",
        "connection TEXT NOT NULL DEFAULT 'unknown'",
        "confidentiality TEXT NOT NULL DEFAULT 'internal'",
        "received TEXT",
        "attachment_id TEXT",
        "withdrawn_on TEXT",
    )
    add_columns(db, "supports", "set_aside_by set_aside_why", "set_aside_on TEXT")
    for statement in _INDEXES + _PLAIN:
        db.execute(statement)
