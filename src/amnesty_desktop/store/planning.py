# SPDX-License-Identifier: GPL-3.0-or-later
"""What SQLite is told about the shape of a case file, so that it always takes the same way to an answer.

Without numbers SQLite takes "live = 1" for a rare thing and walks through every letter of the file to find
those of one case. The numbers are those of a file of 100,000 cases and 500,000 letters, fixed for every file:
a plan that is right for that many is quick enough for thirty. They lie in sqlite_stat1, as ANALYZE would
write them: rows in all, then rows for one value of the first column, of the first two, and so on.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_ROWS = {
    "groups": 1,
    "cases": 100_000,
    "people": 100_000,
    "situations": 200_000,
    "concerns": 150_000,
    "asks": 250_000,
    "sources": 200_000,
    "claims": 300_000,
    "supports": 400_000,
    "addressees": 200_000,
    "letters": 500_000,
    "seals": 450_000,
    "replies": 50_000,
    "outcomes": 50_000,
    "members": 50,
    "meetings": 500,
    "meeting_cases": 2_000,
    "sheets": 150_000,
    "relations": 20_000,
    "goals": 20_000,
    "cautions": 20_000,
    "diary_notes": 100_000,
    "attachments": 100_000,
    "blob_pieces": 400_000,
    "assessments": 20_000,
    "grounds": 20_000,
    "tallies": 50_000,
    "terms": 100,
    "distinctions": 1_000,
    "saved_searches": 20,
    "own_templates": 20,
    "own_words": 500,
    "transactions": 300_000,
    "transaction_rows": 1_000_000,
}
_INDEXES = {
    "cases_by_appeal": "100000 100000 50000 40 1 1 1 1",
    "cases_by_who": "100000 100000 2 1 1 1 1 1 1",
    "cases_by_day": "100000 100000 40 1 1 1 1 1",
    "cases_by_paper": "100000 100000 2 1 1 1 1 1 1",
    "cases_by_unanswered": "100000 100000 50000 20",
    "cases_by_kind": "100000 100000 12000 40 1 1 1 1",
    "cases_by_event": "100000 100000 40 1 1 1 1 1 1",
    "cases_by_country": "100000 100000 2000 1 1 1 1 1 1",
    "cases_by_added": "100000 100000 1 1 1 1 1 1",
    "cases_by_owner": "100000 100000 2000 20 1 1 1 1",
    "cases_by_step": "2000 2",
    "people_by_name": "100000 100000 2 1",
    "people_by_country": "100000 100000 2000 1",
    "concerns_by_term": "150000 5000 5000 1",
    "letters_by_state": "500000 500000 100000 50 1",
    "letters_by_day": "500000 500000 150 1 1",
    "letters_by_who": "500000 500000 10 1 1",
    "letters_by_writer": "500000 25000",
    "letters_sent": "450000 450000 150 1 1 1 1 1 1 1",
    "outcomes_by_day": "50000 50000 15 1",
    "outcomes_by_who": "50000 50000 2 1",
    "replies_by_task": "50000 50000 15000 5",
    "replies_by_letter": "50000 1",
    "seals_by_letter": "450000 1",
    "grounds_by_term": "20000 1000 1000 1",
    "tallies_by_day": "50000 50000 20 1",
    "distinctions_by_pair": "1000 500 1 1",
    "attachments_by_digest": "100000 1",
    "sqlite_autoindex_blob_pieces_1": "400000 4 1",
    "transactions_undone": "300000 150000 1",
    "transaction_rows_by_transaction": "1000000 3",
    "transaction_rows_by_case": "1000000 10",
}
_CASES = 100_000
_NOT_OURS = ("_sqlite", "case_index", "letter_index", "text_index")


def tell_planner(db: "Database") -> None:
    """Write the numbers for every table and index that is there."""
    db.execute("ANALYZE")
    db.execute("DELETE FROM sqlite_stat1")
    found = db.execute("SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index'").fetchall()
    rows = [(table, index, _numbers(table, index)) for table, index in found if not table.startswith(_NOT_OURS)]
    db.conn.executemany("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", rows)


def _numbers(table: str, index: str) -> str:
    if index in _INDEXES:
        return _INDEXES[index]
    rows = _ROWS.get(table, _CASES)
    return f"{rows} {max(1, rows // _CASES)}" if index == f"{table}_by_case" else f"{rows} 1"
