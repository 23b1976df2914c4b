# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text is read in the encoding it was written in, and bullets are told apart."""

import pytest

from amnesty_desktop.intake import plain_text
from amnesty_desktop.intake.page_text import Line, LineKind, Unreadable

FRENCH = "Craintes de torture : le détenu a été transféré à Fès, écrivez « sans délai » au préfet."
POLISH = "Zagrożenie życia: Łukasz Żeromski został aresztowany w więzieniu w Gdańsku, prosimy o wysyłanie apeli."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_french_text_is_read_in_every_encoding(encoding: str) -> None:
    assert plain_text.read(FRENCH.encode(encoding)).text == FRENCH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1250", "iso8859_2"])
def test_a_polish_text_is_read_in_every_encoding(encoding: str) -> None:
    assert plain_text.read(POLISH.encode(encoding)).text == POLISH


def test_a_single_accent_is_taken_for_a_western_one() -> None:
    assert plain_text.read("Señor Ministro".encode("cp1252")).text == "Señor Ministro"


def test_a_bullet_loses_its_sign_and_is_known_as_one() -> None:
    lines = plain_text.read("Please write:\n  • ask for a fair trial\n- and a lawyer".encode()).lines
    assert lines[1:] == (Line("ask for a fair trial", LineKind.BULLET), Line("and a lawyer", LineKind.BULLET))


def test_empty_lines_stay_between_paragraphs() -> None:
    assert [line.text for line in plain_text.read(b"One\r\n\r\nTwo\r\n\r\n").lines] == ["One", "", "Two"]


def test_a_text_of_ten_books_is_refused_with_a_way_out() -> None:
    with pytest.raises(Unreadable, match="Cut it down"):
        plain_text.read(b"a" * (plain_text.LONGEST_TEXT + 1))


def test_pasted_text_is_read_like_a_file() -> None:
    assert plain_text.pasted("One\u2028• Two").lines == (Line("One"), Line("Two", LineKind.BULLET))
