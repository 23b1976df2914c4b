# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the names of exported files."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.documents.file_names import LONGEST, letter_file_name

DAY = date(2026, 11, 23)
RESERVED = ("CON", "nul", "Aux.txt", "COM1", "lpt9", "PRN")


def test_a_file_is_named_after_paper_person_office_and_day() -> None:
    name = letter_file_name("Maribel Quiñónez Tábora", "UA 60/16", "Ministro de Seguridad", DAY)
    assert name == "UA 60-16 Maribel Quiñónez Tábora, Ministro de Seguridad, 2026-11-23.docx"


def test_who_wrote_stands_before_the_day() -> None:
    name = letter_file_name("", "UA 60/16", "Ministro de Seguridad", DAY, writer="Hanna Brandvold")
    assert name == "UA 60-16, Ministro de Seguridad, Hanna Brandvold, 2026-11-23.docx"


def test_names_keep_their_script() -> None:
    assert letter_file_name("سلمى الحداد", "", "", None) == "سلمى الحداد.docx"
    assert letter_file_name("陈美玲", "", "", None) == "陈美玲.docx"


def test_persian_spelling_keeps_its_joiner() -> None:
    assert "\u200c" in letter_file_name("علی\u200cرضا", "", "", None)


def test_a_name_that_cannot_be_written_leaves_a_plain_one() -> None:
    assert letter_file_name("\u202e/..", " ", "", None) == "Letter.docx"


def test_a_second_letter_gets_a_number() -> None:
    assert letter_file_name("Ana", "", "", DAY, 2) == "Ana, 2026-11-23 (2).docx"


@pytest.mark.parametrize("name", RESERVED)
def test_names_of_devices_are_not_used(name: str) -> None:
    assert letter_file_name(name, "", "", None).startswith("Letter ")


def test_a_long_name_is_cut_and_keeps_day_and_ending() -> None:
    name = letter_file_name("陈" * 500, "UA 60/16", "Ministry " * 50, DAY, 12)
    assert name.endswith(", 2026-11-23 (12).docx")


@given(st.text(), st.text(max_size=20), st.text(), st.dates() | st.none(), st.integers(1, 999))
def test_every_system_takes_every_name(who: str, reference: str, office: str, dated: date | None, number: int) -> None:
    name = letter_file_name(who, reference, office, dated, number)
    stem = name.removesuffix(".docx")
    assert stem
    assert len(name) <= LONGEST
    assert len(name.encode()) <= 240
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u202a-\u202e\u2066-\u2069]', name)
    assert stem == stem.strip(" .")
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", stem)
    assert "Cs" not in {unicodedata.category(sign) for sign in name}
