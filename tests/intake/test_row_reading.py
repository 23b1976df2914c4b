# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of spreadsheets become drafts of cases and addresses; whatever cannot be told keeps its row out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.documents.report_rows import csv_bytes
from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import CaseKind, CaseStatus, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.own_term import TermList
from amnesty_desktop.domain.person import Sex
from amnesty_desktop.domain.report import Rows
from amnesty_desktop.domain.vocabulary import Vocabulary
from amnesty_desktop.intake.cell_dates import day_order
from amnesty_desktop.intake.columns import find_columns
from amnesty_desktop.intake.row_cells import Known
from amnesty_desktop.intake.row_reading import read_rows
from amnesty_desktop.intake.row_values import AddressRow, CaseRow, NewWord, RowsRead
from amnesty_desktop.intake.table import Table
from amnesty_desktop.intake.table_file import read_table

NOBODY = Known(Vocabulary())


def table(header: str, *rows: str) -> Table:
    return Table(tuple(tuple(cell.strip() for cell in row.split("|")) for row in (header, *rows)))


def read(header: str, *rows: str, known: Known = NOBODY, day_first: bool | None = None) -> RowsRead:
    made = table(header, *rows)
    columns = find_columns(made)
    return read_rows(made, columns, known, day_order(made, columns).day_first if day_first is None else day_first)


def case(header: str, row: str, known: Known = NOBODY) -> CaseRow:
    found = read(header, row, known=known)
    assert not found.problems
    (draft,) = found.rows
    assert isinstance(draft, CaseRow)
    return draft


def problem(header: str, row: str) -> tuple[str, str]:
    found = read(header, row)
    assert not found.rows
    (trouble,) = found.problems
    assert trouble.row == 2
    assert trouble.sentence.endswith(".")
    return trouble.column, trouble.sentence


def test_a_row_becomes_a_case() -> None:
    draft = case(
        "Who|Sex|Age|Country|Paper|Issued|Appeal by|Status|What happened",
        "Maribel Zúñiga|F|34|México|UA 60/16|7 May 2016|June 2016|closed|She was taken.",
    )
    assert (draft.case.country, draft.case.kind, draft.case.reference) == ("MX", CaseKind.URGENT_ACTION, "UA 60/16")
    assert (draft.case.issued, draft.case.appeal_by) == (PartialDate("2016-05-07"), PartialDate("2016-06"))
    assert draft.case.status is CaseStatus.CLOSED
    assert (draft.people[0].name, draft.people[0].sex, draft.people[0].age) == ("Maribel Zúñiga", Sex.WOMAN, 34)


def test_names_in_two_columns_are_one_person() -> None:
    assert case("Surname|First name|Country", "Zúñiga|Maribel|MX").people[0].name == "Maribel Zúñiga"


def test_a_withheld_name_is_not_taken_for_a_name() -> None:
    (person,) = case("Who|Paper", "name withheld|UA 1/20").people
    assert person.withheld
    assert person.name == ""


def test_concerns_are_words_of_the_lists_or_proposed() -> None:
    draft = case(
        "Who|Country|Concerns|Looked after by", "Ana|Chile|Torture in custody; health and medical care, mining|Eva"
    )
    assert draft.concerns == ((ConcernList.ISSUE, "torture_in_custody"), (ConcernList.ISSUE, "health"))
    assert draft.new_words == (NewWord(None, "Eva"), NewWord(TermList.ISSUE, "mining"))


def test_a_member_is_known_by_any_accent() -> None:
    draft = case("Who|Country|Looked after by", "Ana|Chile|jose  nunez", Known(Vocabulary(), {"jose nunez": "m1"}))
    assert draft.case.owner_id == "m1"
    assert not draft.new_words


def test_without_a_number_or_a_word_the_kind_is_not_guessed() -> None:
    assert case("Who|Country", "Ana|Chile").case.kind is CaseKind.OTHER


@pytest.mark.parametrize(
    ("header", "row", "column"),
    [
        ("Who|Country", "Ana|Atlantis", "Country"),
        ("Who|Issued", "Ana|soon", "Issued"),
        ("Who|Issued|Appeal by", "Ana|7 May 2016|1 May 2016", "Appeal by"),
        ("Who|Country|Status", "Ana|Chile|yes", "Status"),
        ("Who|Country|Age", "Ana|Chile|thirty", "Age"),
        ("Who|Country|Kind", "Ana|Chile|Strange", "Kind"),
        ("Who|Kind|Paper", "Ana|Extra|UA 1/20", "Paper"),
        ("Who|Country|Age", "Ana; Eva|Chile|30", "Age"),
        ("Who|Country", "|Chile", "Who"),
        ("Who|Country|Closed on|Status", "Ana|Chile|2019|open", "Closed on"),
        ("Office|Address|E-mail|Country", "Minister|x|a@b@c|Chile", "E-mail"),
        ("Office|Address|Language|Country", "Minister|x|Finnish|Chile", "Language"),
        ("Office|Address|Role|Country", "Minister|x|friend|Chile", "Role"),
    ],
)
def test_a_row_that_cannot_be_kept_as_it_is_stays_out(header: str, row: str, column: str) -> None:
    assert problem(header, row)[0] == column


def test_one_bad_row_does_not_stop_the_others() -> None:
    found = read("Who|Country", "Ana|Chile", "Eva|Atlantis", "|", "Ida|Peru")
    assert [draft.row for draft in found.rows] == [2, 5]
    assert [trouble.row for trouble in found.problems] == [3]


def test_a_row_becomes_an_address() -> None:
    found = read(
        "Role|Name|Office|Address 1|City|Country|E-mail|Language|Salutation|Checked",
        "Botschaft|H. E. Ana|Ambassador|1 Road|London|UK|a@b.example|Spanisch|Your Excellency|2024-05",
    )
    (draft,) = found.rows
    assert isinstance(draft, AddressRow)
    wanted = Addressee(
        id=draft.addressee.id, role=AddresseeRole.EMBASSY, name="H. E. Ana", office="Ambassador",
        address="1 Road\nLondon", country="GB", email="a@b.example", language="es", salutation="Your Excellency",
        checked_on=PartialDate("2024-05"),
    )  # fmt: skip
    assert draft.addressee == wanted


# -- dates: one question for the whole file


def test_one_row_decides_for_all() -> None:
    made = table("Who|Issued", "Ana|03/04/1991", "Eva|25/04/1991")
    order = day_order(made, find_columns(made))
    assert order.day_first is True
    assert not order.must_be_asked
    found = read("Who|Issued", "Ana|03/04/1991", "Eva|25/04/1991")
    assert isinstance(found.rows[0], CaseRow)
    assert found.rows[0].case.issued == PartialDate("1991-04-03")


def test_it_is_asked_with_examples_when_no_row_decides() -> None:
    made = table("Who|Issued|Appeal by", "Ana|03/04/1991|05/06/1991", "Eva|7 May 1992|")
    order = day_order(made, find_columns(made))
    assert order.must_be_asked
    assert order.examples == ("03/04/1991", "05/06/1991")


def test_it_is_asked_when_rows_decide_both_ways() -> None:
    made = table("Who|Issued", "Ana|25/04/1991", "Eva|04/25/1991", "Ida|03/04/1991")
    order = day_order(made, find_columns(made))
    assert order.contradicts
    assert order.must_be_asked


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1961, 2026))
def test_nothing_is_swapped_in_silence(first: int, second: int, year: int) -> None:
    found = read("Who|Issued", f"Ana|{first:02}/{second:02}/{year}")
    if first != second:
        assert "can mean" in found.problems[0].sentence
    else:
        assert not found.problems


def test_a_time_of_day_behind_a_date_is_left_alone() -> None:
    assert case("Who|Issued", "Ana|2019-05-07 00:00:00").case.issued == PartialDate("2019-05-07")


# -- formulas

PAYLOADS = [
    f"{before}{sign}{rest}"
    for before in ("", " ", "'", '"', " '")
    for sign in ("=", "+", "-", "@", "＝", "＋", "－", "＠")
    for rest in ("cmd|' /C calc'!A0",)
]


@pytest.mark.parametrize("text", PAYLOADS)
def test_what_our_export_guards_comes_back_as_it_was(text: str) -> None:
    exported = csv_bytes(Rows(("Who", "What happened"), (("Ana", text),)))
    made = read_table("list", exported)
    (draft,) = read_rows(made, find_columns(made), NOBODY, None).rows
    assert isinstance(draft, CaseRow)
    assert draft.case.situation == text.strip()
