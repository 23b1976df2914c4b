# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLite takes the short way to an answer, in a small file as in a large one."""

from array import array
from dataclasses import replace
from datetime import date

import pytest
from tests.support.builders import add, case

from amnesty_desktop.domain.case import CaseKind
from amnesty_desktop.store import cases
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.cases import CaseFilter, case_keys
from amnesty_desktop.store.engine import Engine
from amnesty_desktop.store.lists import Keys
from amnesty_desktop.store.rows import NOUNS


@pytest.fixture
def reopened(file: CaseFile) -> CaseFile:
    """The file as its planner sees it from the next opening on."""
    add(file, case())
    file.close()
    file.reopen()
    return file


def _plan(file: CaseFile, sql: str) -> str:
    return " ".join(step for *_, step in file.engine.rows(f"EXPLAIN QUERY PLAN {sql}"))


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        ("SELECT max(sort_on) FROM outcomes WHERE case_id = 'x' AND live = 1 AND sort_on < '9999'", "outcomes_by_case"),
        (
            "SELECT count(*) FROM letters WHERE case_id = 'x' AND live = 1 AND state IN ('sent', 'draft')",
            "letters_by_case",
        ),
        ("SELECT state FROM letters WHERE case_id = 'x' AND live = 1 AND sent_on IS NOT NULL", "letters_by_case"),
        ("SELECT key FROM letters WHERE live = 1 ORDER BY sort_on DESC, key DESC", "COVERING INDEX letters_by_day"),
        (
            "SELECT count(*) FROM letters WHERE live = 1 AND sent_on IS NOT NULL AND sort_on > '2026-11'",
            "COVERING INDEX letters_sent",
        ),
        ("SELECT key FROM cases WHERE live = 1 ORDER BY sort_who, key", "COVERING INDEX cases_by_who"),
        ("SELECT * FROM transaction_rows WHERE case_id = 'x'", "transaction_rows_by_case"),
    ],
)
def test_what_belongs_to_one_case_is_not_looked_for_among_all(reopened: CaseFile, sql: str, index: str) -> None:
    plan = _plan(reopened, sql)
    assert index in plan
    assert "SCAN" not in plan


@pytest.mark.parametrize("column", ["who", "country", "paper", "appeal", "kind", "event", "added", "status", "owner"])
@pytest.mark.parametrize(
    "wanted",
    [
        CaseFilter(),
        CaseFilter(status=None, overdue_on=date(2026, 11, 23)),
        CaseFilter(country="HN", kind=CaseKind.EXTRA, owner_id="m1", has_no_date=True),
    ],
)
def test_a_narrowed_list_of_cases_is_read_from_an_index_alone(
    reopened: CaseFile, monkeypatch: pytest.MonkeyPatch, column: str, wanted: CaseFilter
) -> None:
    plans: list[str] = []

    def explained(engine: Engine, sql: str, values: list[object], **_: int) -> Keys:
        plans.append(" ".join(step for *_, step in engine.rows(f"EXPLAIN QUERY PLAN {sql}", values)))
        return array("q")

    monkeypatch.setattr(cases, "keys_of", explained)
    case_keys(reopened.engine, replace(wanted, column=column))
    assert plans
    assert all("COVERING INDEX" in plan and "TEMP B-TREE" not in plan for plan in plans)


def test_every_index_of_a_record_is_known_to_the_planner(file: CaseFile) -> None:
    tables = ", ".join(f"'{noun.table}'" for noun in NOUNS)
    unknown = file.engine.rows(
        f"SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ({tables})"
        " AND name NOT IN (SELECT idx FROM sqlite_stat1)"
    )
    assert unknown == []


def test_the_planner_is_told_about_every_column_of_an_index(file: CaseFile) -> None:
    columns = dict(
        file.engine.rows(
            "SELECT s.idx, (SELECT count(*) FROM pragma_index_info(s.idx)) FROM sqlite_stat1 s WHERE s.idx IS NOT NULL"
        )
    )
    told = {
        index: len(numbers.split()) - 1 for index, numbers in file.engine.rows("SELECT idx, stat FROM sqlite_stat1")
    }
    assert told == columns
