# SPDX-License-Identifier: GPL-3.0-or-later
"""0001: everything of the first chapter."""

from typing import TYPE_CHECKING

from ..engine import APPLICATION_ID
from .frame import create_table

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "0001_first_schema"

_TABLES: dict[str, tuple[str, str]] = {
    "groups": (
        "name line address country email language paper",
        "follow_up_weeks INTEGER NOT NULL, sample INTEGER NOT NULL",
    ),
    "cases": (
        "kind reference ai_index country title situation background confidentiality status no_contact please_mind"
        " next_step who who_own sort_who sort_country sort_paper sort_appeal sort_unanswered last_event last_event_on",
        "issued TEXT, appeal_by TEXT, taken_up TEXT, closed_on TEXT, owner_id TEXT",
    ),
    "people": (
        "case_id name own_script other_names in_letters say work sort_name sort_country",
        "sex TEXT, born TEXT, withheld INTEGER NOT NULL, position INTEGER NOT NULL",
    ),
    "situations": ("case_id kind text sort_on", 'person_id TEXT, "on" TEXT'),
    "concerns": ("case_id part term", "position INTEGER NOT NULL"),
    "asks": ("case_id text language", "position INTEGER NOT NULL"),
    "sources": (
        "case_id kind title person publisher ai_index origin",
        "origin_known INTEGER NOT NULL, relayed_from TEXT, dated TEXT",
    ),
    "claims": (
        "case_id text language stated overtaken_why confidentiality",
        'person_id TEXT, "on" TEXT, overtaken_on TEXT, position INTEGER NOT NULL',
    ),
    "supports": ("case_id claim_id source_id says note", ""),
    "addressees": (
        "role name office address country salutation close language email fax phone",
        "case_id TEXT, checked_on TEXT, position INTEGER NOT NULL",
    ),
    "letters": (
        "case_id kind language template address salutation subject body close signature enclosures copies state"
        " sort_who sort_on",
        "addressee_id TEXT, writer_id TEXT, dated TEXT, own_address INTEGER NOT NULL, exported_on TEXT, sent_on TEXT,"
        " channel TEXT, postage INTEGER",
    ),
    "seals": ("case_id letter_id letter document", ""),
    "answers": ("case_id letter_id subject_id", ""),
    "replies": ("case_id kind sender summary task sort_on", "letter_id TEXT, received TEXT"),
    "outcomes": ("case_id direction kind how_known note sort_who sort_on", 'person_id TEXT, "on" TEXT'),
    "members": ("name address email role sort_name", "active INTEGER NOT NULL"),
    "meetings": ("begins place note", '"on" TEXT, expected INTEGER NOT NULL'),
    "meeting_cases": ("meeting_id case_id", "position INTEGER NOT NULL"),
}
_INDEXES = (
    # What lists are filtered by lies in the index behind what they are sorted by, so that no row is fetched for it.
    "CREATE INDEX cases_by_appeal ON cases (live, status, sort_appeal, key, country, kind, owner_id)",
    "CREATE INDEX cases_by_day ON cases (live, sort_appeal, key)",
    "CREATE INDEX cases_by_paper ON cases (live, sort_paper, key)",
    "CREATE INDEX cases_by_unanswered ON cases (live, status, sort_unanswered)",
    "CREATE INDEX cases_by_who ON cases (live, sort_who, key)",
    "CREATE INDEX cases_by_country ON cases (live, sort_country, key, country)",
    "CREATE INDEX people_by_name ON people (live, sort_name, key)",
    "CREATE INDEX people_by_country ON people (live, sort_country, key)",
    "CREATE INDEX concerns_by_term ON concerns (term, live, case_id)",
    "CREATE INDEX letters_by_state ON letters (live, state, sort_on, key)",
    "CREATE INDEX letters_by_day ON letters (live, sort_on, key, state)",
    "CREATE INDEX letters_by_who ON letters (live, sort_who, key, state)",
    "CREATE INDEX letters_by_writer ON letters (writer_id)",
    "CREATE INDEX letters_sent ON letters (live, sort_on, case_id, sent_on) WHERE sent_on IS NOT NULL",
    "CREATE INDEX outcomes_by_day ON outcomes (live, sort_on, key)",
    "CREATE INDEX outcomes_by_who ON outcomes (live, sort_who, key)",
    "CREATE INDEX replies_by_task ON replies (live, task, sort_on)",
    "CREATE INDEX replies_by_letter ON replies (letter_id)",
    "CREATE INDEX seals_by_letter ON seals (letter_id)",
)
_PLAIN = (
    """CREATE TABLE transactions (
        key INTEGER PRIMARY KEY, stamp TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
        kind TEXT NOT NULL, target INTEGER, undone INTEGER NOT NULL DEFAULT 0, redoable INTEGER NOT NULL DEFAULT 0,
        note TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    # fields is JSON, deflated where that is shorter; a created row has none (its values are in the row).
    """CREATE TABLE transaction_rows (
        transaction_key INTEGER NOT NULL, noun TEXT NOT NULL, row_id TEXT NOT NULL, case_id TEXT,
        created INTEGER NOT NULL, fields ANY
    ) STRICT""",
    "CREATE INDEX transactions_undone ON transactions (undone, key)",
    "CREATE INDEX transaction_rows_by_transaction ON transaction_rows (transaction_key)",
    "CREATE INDEX transaction_rows_by_case ON transaction_rows (case_id)",
    "CREATE TABLE drafts (form TEXT PRIMARY KEY, value TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    "CREATE TABLE blobs (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE devices (device TEXT PRIMARY KEY, highest TEXT NOT NULL) STRICT",
    """CREATE VIRTUAL TABLE case_index USING fts5(
        folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')""",
    """CREATE VIRTUAL TABLE letter_index USING fts5(
        folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')""",
    """CREATE VIRTUAL TABLE text_index USING fts5(
        folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')""",
)


def apply(db: "Database") -> None:
    """Make a new file."""
    for table, (texts, others) in _TABLES.items():
        create_table(db, table, texts, others)
    for statement in _INDEXES + _PLAIN:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
