# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of directions and scripts in mixed text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.documents.scripts import Script, is_right_to_left, language_tag, stretches

MIXED = st.text("ab1, ().-\nسلמ陈はé\u200c", max_size=40)


def cut(text: str, *, right: bool = False) -> list[tuple[str, str]]:
    return [(piece, script.value) for piece, script in stretches(text, right=right)]


@given(MIXED, st.booleans())
def test_no_letter_is_lost_or_moved(text: str, right: bool) -> None:
    assert "".join(piece for piece, _ in stretches(text, right=right)).replace("\u200e", "") == text


@given(MIXED, st.booleans())
def test_letters_stand_in_stretches_of_their_own_direction(text: str, right: bool) -> None:
    for piece, script in stretches(text, right=right):
        assert not (set(piece) & set("abé") and script is not Script.LEFT)
        assert not (set(piece) & set("سلמ") and script is not Script.RIGHT)
        assert not (set(piece) & set("陈は") and script is not Script.WIDE)


def test_brackets_around_a_name_go_the_way_of_the_paragraph() -> None:
    assert cut("Salma (سلمى الحداد).") == [("Salma (", "left"), ("سلمى الحداد", "right"), (").", "left")]


def test_figures_after_a_hebrew_name_stay_behind_it() -> None:
    assert cut("and יעל, 3 May") == [("and ", "left"), ("יעל", "right"), ("\u200e, 3 May", "left")]


def test_a_reference_in_an_arabic_sentence_is_one_stretch() -> None:
    assert cut("انظر UA 60/16، ثم", right=True) == [("انظر ", "right"), ("UA 60/16", "left"), ("، ثم", "right")]


def test_a_signature_in_latin_letters_stays_latin_in_an_arabic_letter() -> None:
    assert cut("Hanna", right=True) == [("Hanna", "left")]


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "ar-EG", "ps"])
def test_a_right_to_left_language_is_enough_where_its_letters_stand(language: str) -> None:
    assert is_right_to_left("كتب Hanna Brandvold", language)


def test_latin_lines_of_an_arabic_letter_run_from_the_left() -> None:
    assert not is_right_to_left("Hanna Brandvold", "ar")


def test_most_letters_decide_in_other_languages() -> None:
    assert is_right_to_left("هذه فقرة عربية Hanna", "en")
    assert not is_right_to_left("about Salma (سلمى)", "en")


def test_figures_alone_follow_the_language() -> None:
    assert is_right_to_left("2026", "ar")
    assert not is_right_to_left("2026", "en")


@pytest.mark.parametrize(
    ("text", "script", "language", "tag"),
    [
        ("سلمى", Script.RIGHT, "en", "ar-SA"),
        ("יעל", Script.RIGHT, "en", "he-IL"),
        ("سلمى", Script.RIGHT, "fa", "fa-IR"),
        ("陈", Script.WIDE, "en", "zh-CN"),
        ("はな", Script.WIDE, "", "ja-JP"),
        ("하늘", Script.WIDE, "fr", "ko-KR"),
        ("陳", Script.WIDE, "zh-TW", "zh-TW"),
        ("Hanna", Script.LEFT, "ar", ""),
        ("Hanna", Script.LEFT, "en-US", "en-US"),
    ],
)
def test_a_name_is_not_in_the_language_around_it(text: str, script: Script, language: str, tag: str) -> None:
    assert language_tag(text, script, language) == tag
