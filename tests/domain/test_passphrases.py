# SPDX-License-Identifier: GPL-3.0-or-later
"""How hard a passphrase is to guess, and what is suggested."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.passphrases import Strength, bits, passphrase_problems, strength, suggest

_WORDS = [f"{one}{other}{last}" for one in "bdfgklmnprst" for other in "aeiou" for last in ("n", "r", "st", "lm", "ck")]
_LIST = frozenset(_WORDS) | {f"x{number}" for number in range(1500)}


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("tram", Strength.TOO_SHORT),
        ("       a       ", Strength.TOO_SHORT),
        ("password", Strength.WEAK),
        ("12345678", Strength.WEAK),
        ("aaaaaaaaaaaa", Strength.WEAK),
        ("qwertyuiop", Strength.WEAK),
        ("Riverside1987", Strength.WEAK),
        ("ban ban ban ban ban ban", Strength.WEAK),
        ("ban dost felm", Strength.FAIR),
        ("ban dost felm gick kur", Strength.STRONG),
        ("my aunt grows blue tulips by the lake", Strength.STRONG),
        ("hG7$kk29LmQpz8Rw", Strength.STRONG),
    ],
)
def test_a_passphrase_is_judged(typed: str, wanted: Strength) -> None:
    assert strength(typed, _LIST) is wanted


@given(st.text(min_size=1, max_size=40))
def test_any_text_has_a_measure(typed: str) -> None:
    assert 0 <= bits(typed, _LIST) < 400


@given(st.lists(st.sampled_from(_WORDS), min_size=6, max_size=6, unique=True))
def test_six_different_words_of_the_list_are_always_strong(words: list[str]) -> None:
    assert strength(" ".join(words), _LIST) is Strength.STRONG


def test_other_scripts_count_too() -> None:
    assert strength("дедушка сажает синие тюльпаны у озера", _LIST) is Strength.STRONG


def test_six_words_are_suggested() -> None:
    words = suggest(_WORDS, random.Random(7).choice).split()
    assert len(words) == 6
    assert set(words) <= set(_WORDS)


def test_a_short_one_is_not_taken() -> None:
    assert [problem.field for problem in passphrase_problems("garden", "garden")] == ["passphrase"]


def test_two_that_differ_are_not_taken() -> None:
    assert [problem.field for problem in passphrase_problems("garden bench", "garden bank")] == ["again"]


def test_accents_typed_in_either_way_are_the_same() -> None:
    assert passphrase_problems("café au lait", "cafe\u0301 au lait") == []
