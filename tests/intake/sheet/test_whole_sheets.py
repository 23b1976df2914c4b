# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets of every era and language, read and compared with what was worked out by hand."""

import pytest
from tests.support.sheet_scores import compared, names

LEAST = 0.98
"""The share of fields that must be right on our own invented sheets."""


@pytest.mark.parametrize("name", names(own=False))
def test_a_given_sheet_is_read_right_in_every_field(name: str) -> None:
    wrong = [(field, truth, found) for field, is_right, truth, found in compared(name) if not is_right]
    assert wrong == []


def test_at_least_98_percent_of_all_fields_are_right() -> None:
    fields = [(name, *each[:2]) for own in (False, True) for name in names(own) for each in compared(name)]
    wrong = [(name, field) for name, field, is_right in fields if not is_right]
    assert len(wrong) <= (1 - LEAST) * len(fields), wrong


def test_there_are_at_least_40_sheets_of_our_own() -> None:
    assert len(names(own=True)) >= 40
