# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of an address as they go on an envelope."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.stationery import envelope_address, postal_address

PRISON = Addressee(case_id="case", role=AddresseeRole.PRISONER, name="Maribel Quiñónez Tábora")
LETTER = Letter(case_id="case", address="Maribel Quiñónez Tábora\nExample Prison\nPort Example\nFIJI")
MARIBEL = Person(case_id="case", name="Maribel Quiñónez Tábora", prisoner_number="4417")


def test_the_country_goes_last_in_capitals() -> None:
    address = postal_address("Minister of Justice\nCalle 100\n Honduras ", "GB")
    assert (address.lines, address.country) == (("Minister of Justice", "Calle 100"), "HONDURAS")


def test_at_home_no_country_is_printed() -> None:
    assert postal_address("Mr Person\n1 Street\nUnited Kingdom", "GB").text == "Mr Person\n1 Street"


@pytest.mark.parametrize("own", ["LU", "SG"])
def test_a_town_called_like_its_country_stays(own: str) -> None:
    town = {"LU": "Luxembourg", "SG": "Singapore"}[own]
    assert postal_address(f"Mr Person\n1 Street\n{town}", own).text.endswith(town)


@given(st.text(), st.sampled_from(["GB", "US", ""]))
def test_lines_stay_as_they_were_typed(text: str, own: str) -> None:
    typed = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    address = postal_address(text, own)
    assert list(address.lines) in (typed, typed[:-1])


def test_the_prisoner_s_number_goes_below_the_name() -> None:
    assert envelope_address(LETTER, PRISON, [MARIBEL], "GB").splitlines()[:2] == [MARIBEL.name, "No. 4417"]


def test_a_number_that_is_typed_already_is_not_printed_twice() -> None:
    typed = Letter(case_id="case", address="Maribel Quiñónez Tábora (no. 4417)\nExample Prison")
    assert envelope_address(typed, PRISON, [MARIBEL], "GB").count("4417") == 1


def test_where_it_is_not_sure_whose_number_it_is_none_is_printed() -> None:
    others = [Person(case_id="case", name="Ana Uno", prisoner_number="1"), Person(case_id="case", name="Bea Dos")]
    assert envelope_address(LETTER, PRISON, others, "GB") == LETTER.address


def test_an_office_gets_no_prisoner_s_number() -> None:
    office = Addressee(case_id="case", name="Maribel Quiñónez Tábora")
    assert "4417" not in envelope_address(LETTER, office, [MARIBEL], "GB")
