# SPDX-License-Identifier: GPL-3.0-or-later
"""Action numbers and document numbers are read in every form that sheets use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.case import CaseKind
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.names import matches
from amnesty_desktop.domain.references import (
    DocumentIndex,
    Reference,
    indexes_in,
    printed_forms,
    read_index,
    read_reference,
    references_in,
    year_warning,
)

TODAY = date(2026, 11, 24)

ACTIONS = {
    "UA 481/90": "UA 481/90",
    "UA 19/95": "UA 19/95",
    "UA065/99": "UA 65/99",
    "UA: 005/13": "UA 5/13",
    "UA: 24/16": "UA 24/16",
    "THIRD UA 60/16": "UA 60/16",
    "First UA 24/20": "UA 24/20",
    "UA 112.21": "UA 112/21",
    "UA: 284.16": "UA 284/16",
    "UA-074/2019-1": "UA 74/19",
    "AU 250/11": "UA 250/11",
    "EXTRA 48/03": "EX 48/03",
    "EX 48/03": "EX 48/03",
    "MA 1/06": "MA 1/06",
    "NSA 10/04": "NSA 10/04",
    "UA 322/01Fear of torture18 December 2001": "UA 322/01",
    "uaa05210.pdf": "UA 52/10",
    "ua 60/16": "UA 60/16",
    "Further Information on UA 198/04 (ASA 31/132/2004, 9 June 2004)": "UA 198/04",
    "(Saudi Arabia: UA 118.21)": "UA 118/21",
}
INDEXES = {
    "EUR 44/11/91": "EUR 44/11/91",
    "EUR 44/175/90": "EUR 44/175/90",
    "AMR 51/102/92": "AMR 51/102/92",
    "AMR 23/005/2005": "AMR 23/005/2005",
    "ASA 31/137/2004": "ASA 31/137/2004",
    "ASA 01/3348/2016": "ASA 01/3348/2016",
    "EUR 44/0440/2019": "EUR 44/0440/2019",
    "AMR51/105/1992": "AMR 51/105/92",
    "amr37/3776/2016": "AMR 37/3776/2016",
    "AI Index: EUR\n44/175/90 of July": "EUR 44/175/90",
    "MDE 24/059/2011, 21 septembre 2011": "MDE 24/059/2011",
    "POL 30/2/15": "POL 30/002/2015",
}


@pytest.mark.parametrize(("text", "printed"), ACTIONS.items())
def test_an_action_number_is_read_in_every_form(text: str, printed: str) -> None:
    found = read_reference(text)
    assert found is not None
    assert found.printed == printed


@pytest.mark.parametrize(
    "text",
    ["PANAMA 12/05/2001", "USA 12/05", "Ex 1.5", "UA 5.000 people", "MA 12/05/2001", "UA", "", "60/16", "in ua 60/16"],
)
def test_other_figures_are_no_action_number(text: str) -> None:
    assert read_reference(text) is None


def test_the_update_behind_a_hyphen_is_kept_apart_from_the_number() -> None:
    assert read_reference("UA-074/2019-1") == Reference(CaseKind.URGENT_ACTION, 74, 2019, 1)


def test_an_ordinal_word_is_not_taken_for_a_count_of_updates() -> None:
    assert read_reference("THIRD UA 60/16") == Reference(CaseKind.URGENT_ACTION, 60, 2016)


def test_kinds_are_separate_sequences() -> None:
    keys = {found.case_key for found in references_in("UA 48/03, EX 48/03, EXTRA 48/03, MA 48/03, NSA 48/03, AU 48/03")}
    assert len(keys) == 4


def test_updates_belong_to_the_case_of_their_number() -> None:
    one, other = references_in("UA-074/2019-1 and UA 74/19")
    assert one.case_key == other.case_key


@pytest.mark.parametrize("query", ["UA 60/16", "60/2016", "UA060/16", "ua60", "060", "AU 60/16", "60/16", "third ua"])
def test_a_reference_is_found_by_any_of_its_forms(query: str) -> None:
    assert matches(query, " ".join(printed_forms("THIRD UA 60/16")))


def test_a_reference_of_no_known_form_is_found_as_it_is() -> None:
    assert printed_forms(" bulletin 7 ") == ("bulletin 7",)
    assert printed_forms("") == ()


@pytest.mark.parametrize(
    ("text", "issued", "warns"),
    [
        ("UA 60/16", None, False),
        ("UA 60/16", "2016-03-11", False),
        ("UA 29/90", "1991-01", True),
        ("UA 29/90", "XXXX", False),
        ("UA 60/27", None, True),
        ("UA 6/1950", None, True),
    ],
)
def test_a_year_that_looks_like_a_slip_is_said(text: str, issued: str | None, warns: bool) -> None:
    reference = read_reference(text)
    assert reference is not None
    assert bool(year_warning(reference, TODAY, PartialDate(issued) if issued else None)) == warns


@pytest.mark.parametrize(("text", "printed"), INDEXES.items())
def test_an_index_is_printed_in_the_form_of_its_time(text: str, printed: str) -> None:
    found = read_index(text)
    assert found is not None
    assert found.printed == printed


def test_web_and_sheet_form_are_the_same_index() -> None:
    assert read_index("EUR44/175/1990") == read_index("EUR 44/175/90") == DocumentIndex("EUR", "44", 175, 1990)


def test_every_index_of_a_text_is_found_in_its_order() -> None:
    text = "Further information (AMR 23/005/2005) and follow-ups (AMR 23/012/2005; amr23/020/2005)"
    assert [index.serial for index in indexes_in(text)] == [5, 12, 20]


@pytest.mark.parametrize("text", ["EURO 44/11/91", "44/11/91", "EUR 4/11/91", "XYZ 44/11/91"])
def test_other_figures_are_no_index(text: str) -> None:
    assert read_index(text) is None


@given(
    st.sampled_from([CaseKind.URGENT_ACTION, CaseKind.EXTRA, CaseKind.MEDICAL_ACTION, CaseKind.NATIONAL_ACTION]),
    st.integers(0, 999),
    st.integers(0, 9999),
)
def test_a_printed_reference_reads_back_as_itself(kind: CaseKind, number: int, year: int) -> None:
    reference = Reference(kind, number, year)
    assert read_reference(reference.printed) == reference


@given(st.sampled_from(["AFR", "FIN"]), st.integers(0, 99), st.integers(0, 9999), st.integers(0, 9999))
def test_a_printed_index_reads_back_as_itself(area: str, country: int, serial: int, year: int) -> None:
    index = DocumentIndex(area, f"{country:02}", serial, year)
    assert read_index(index.printed) == index
