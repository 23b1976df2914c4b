# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets are brought in by one edit, twice is once, and nothing comes in that nobody ticked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.builders import add, case, contents, new_file, person

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, CaseStatus, Concern
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.own_term import OwnTerm
from amnesty_desktop.domain.person import Person
from amnesty_desktop.edits import spreadsheets
from amnesty_desktop.edits.spreadsheet_plan import Plan, Standing, plan
from amnesty_desktop.edits.spreadsheets import Accepted, bring_in
from amnesty_desktop.intake.cell_dates import day_order
from amnesty_desktop.intake.columns import find_columns
from amnesty_desktop.intake.page_text import Unreadable
from amnesty_desktop.intake.row_reading import read_rows
from amnesty_desktop.intake.table_file import read_table
from amnesty_desktop.store.case_file import CaseFile

CASES = """Who,Country,Paper,Issued,Concerns,Looked after by,What we ask for,Write to
Maribel Zúñiga,Mexico,UA 60/16,7 May 2016,Torture in custody; mining,Eva,Release her,"Minister of Justice
1 Road"
Ana Díaz,Chile,,2019,,,,
"""
ADDRESSES = """Office,Name,Address,City,Country,E-mail
Minister of Justice,H. E. Ana,1 Road,Town,Chile,a@b.example
"""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    made = new_file(tmp_path / "group.amnesty")
    yield made
    made.close()


def planned(file: CaseFile, text: str) -> Plan:
    table = read_table("list", text.encode())
    columns = find_columns(table)
    read = read_rows(table, columns, spreadsheets.known(file), day_order(table, columns).day_first)
    return plan(file, columns.rows_are, read)


def brought(file: CaseFile, text: str, accepted: Accepted | None = None) -> Plan:
    wanted = planned(file, text)
    file.edit("Bring in", lambda write: bring_in(write, wanted, accepted or Accepted()))
    return wanted


def standings(found: Plan) -> tuple[int, int, int]:
    return found.count(Standing.NEW), found.count(Standing.SAME), found.count(Standing.DIFFERENT)


def test_new_rows_become_cases_with_all_that_belongs_to_them(file: CaseFile) -> None:
    wanted = planned(file, CASES)
    assert not file.all(Case)
    brought(file, CASES, Accepted(frozenset(word for word, _ in wanted.words)))
    first = file.all(Case)[0]
    assert {concern.term for concern in file.all(Concern)} == {"torture_in_custody", file.all(OwnTerm)[0].code}
    assert file.all(Member)[0].id == first.owner_id
    assert file.all(Addressee)[0].office == "Minister of Justice"
    assert [found.case_id for found in file.search("maribel mexico")] == [first.id]


def test_words_nobody_ticked_are_not_made(file: CaseFile) -> None:
    found = brought(file, CASES)
    assert [word.words for word, _ in found.words] == ["Eva", "mining"]
    assert not file.all(OwnTerm)
    assert not file.all(Member)


def test_words_can_be_ticked_the_next_time(file: CaseFile) -> None:
    brought(file, CASES)
    found = planned(file, CASES)
    assert standings(found) == (0, 2, 0)
    brought(file, CASES, Accepted(frozenset(word for word, _ in found.words)))
    assert file.all(Case)[0].owner_id == file.all(Member)[0].id
    assert file.count(Concern) == 2


def test_the_same_file_again_changes_nothing(file: CaseFile) -> None:
    everything = Accepted(frozenset(word for word, _ in planned(file, CASES).words))
    brought(file, CASES, everything)
    before = contents(file)
    assert standings(brought(file, CASES, Accepted(everything.words, frozenset({2, 4})))) == (0, 2, 0)
    assert contents(file) == before
    assert file.undo_label == "Bring in"


def test_addresses_go_into_the_directory_once(file: CaseFile) -> None:
    assert standings(brought(file, ADDRESSES)) == (1, 0, 0)
    assert file.all(Addressee)[0].address == "1 Road\nTown"
    assert standings(brought(file, ADDRESSES)) == (0, 1, 0)
    changed = brought(file, ADDRESSES.replace("a@b", "c@d"), Accepted(rows=frozenset({2})))
    assert [each.label for each in changed.rows[0].differences] == ["E-mail"]
    assert [entry.email for entry in file.all(Addressee)] == ["c@d.example"]


def test_one_undo_takes_all_of_it_back(file: CaseFile) -> None:
    before = contents(file)
    brought(file, CASES, Accepted(frozenset(word for word, _ in planned(file, CASES).words)))
    file.undo()
    assert contents(file) == before
    file.redo()
    assert file.count(Case) == 2


def test_a_row_that_says_otherwise_is_offered_and_taken_only_when_ticked(file: CaseFile) -> None:
    brought(file, CASES)
    other = "Who,Paper,Issued,Status\nMaribel Zuniga,UA 060/2016,8 May 2016,closed\n"
    found = brought(file, other)
    assert [(each.label, each.before, each.after) for each in found.rows[0].differences] == [
        ("Issued", "7 May 2016", "8 May 2016"),
        ("Open or closed", "open", "closed"),
    ]
    assert file.all(Case)[0].issued == PartialDate("2016-05-07")
    brought(file, other, Accepted(rows=frozenset({2})))
    assert file.all(Case)[0].status is CaseStatus.CLOSED
    assert file.all(Case)[0].reference == "UA 60/16"


def test_what_a_row_leaves_empty_erases_nothing(file: CaseFile) -> None:
    brought(file, CASES)
    assert standings(planned(file, "Who,Paper,Issued\n,UA 60/16,\n")) == (0, 1, 0)


def test_another_person_of_a_known_case_is_a_difference(file: CaseFile) -> None:
    brought(file, CASES)
    other = "Who,Paper\nMaribel Zúñiga; Ida Rey,UA 60/16\n"
    brought(file, other, Accepted(rows=frozenset({2})))
    assert [each.name for each in file.all(Person, case_id=file.all(Case)[0].id, order="position")] == [
        "Maribel Zúñiga",
        "Ida Rey",
    ]


def test_another_number_is_another_case_of_the_same_person(file: CaseFile) -> None:
    brought(file, CASES)
    assert standings(planned(file, "Who,Country,Paper\nMaribel Zúñiga,Mexico,UA 1/19\n")) == (1, 0, 0)


def test_where_two_cases_can_be_meant_nobody_guesses(file: CaseFile) -> None:
    for number in (1, 2):
        made = case(f"Case {number}", country="MX", reference=f"UA {number}/16")
        add(file, made, person(made))
    found = planned(file, "Who,Country\nMaribel Zúñiga,Mexico\n")
    assert "More than one case" in found.problems[0].sentence


def test_the_same_row_twice_is_said(file: CaseFile) -> None:
    found = planned(file, "Who,Country\nAna,Chile\nEva,Peru\nána,Chile\n")
    assert found.problems[0].row == 4
    assert "row 2" in found.problems[0].sentence


def test_giving_up_leaves_the_file_as_it_was(file: CaseFile) -> None:
    rows = "".join(f"Person {number},Chile\n" for number in range(500))
    wanted, before = planned(file, f"Who,Country\n{rows}"), contents(file)
    for stop_at in (1, 3, 700):
        left = stop_at

        def step(done: int, total: int) -> None:
            nonlocal left
            left -= 1
            if not left:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            file.edit("Bring in", lambda write: bring_in(write, wanted, Accepted(), step), step)
        assert contents(file) == before
        assert file.undo_label is None


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        spreadsheets.read(tmp_path / "gone.csv")
    (tmp_path / "there.csv").write_text("Who,Country\nAna,Chile\n")
    assert spreadsheets.read(tmp_path / "there.csv").rows[1] == ("Ana", "Chile")
