# SPDX-License-Identifier: GPL-3.0-or-later
"""How many, as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.plain_numbers import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("310", 310),
        (" 7 ", 7),
        ("1,200", 1200),
        ("1.200", 1200),
        ("1 200", 1200),
        ("1’200’000", 1200000),
        ("0", 0),
        ("", None),
        ("about 40", None),
        ("-3", None),
        ("2.5", None),
        ("1,20", None),
        ("9" * 40, None),
    ],
)
def test_a_number_is_read_as_people_write_it_and_nothing_is_guessed(text: str, number: int | None) -> None:
    assert read_number(text) == number


@given(st.integers(min_value=0, max_value=10**11))
def test_every_number_is_read_back_plain_and_grouped(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == number


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    found = read_number(text)
    assert found is None or found >= 0
