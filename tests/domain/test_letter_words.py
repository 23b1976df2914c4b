# SPDX-License-Identifier: GPL-3.0-or-later
"""The word lists of the letter check."""

import re
from collections.abc import Callable

import pytest

from amnesty_desktop.domain.letter_words import (
    LANGUAGES,
    WordKind,
    conscience_words,
    custody_words,
    hedge_words,
    language_of,
    release_words,
    request_words,
    speaks_of_release,
    tone_words,
)
from amnesty_desktop.edits.word_lists import word_lists

Words = Callable[[str], re.Pattern[str]]
PATTERNS: list[Words] = [request_words, release_words, conscience_words, custody_words, hedge_words]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_pattern_finds_anything_in_an_unknown_language_or_an_empty_text(pattern: Words) -> None:
    assert not pattern("ar").search("Please release the prisoner of conscience held in fear.")
    assert not any(pattern(language).search("") for language in LANGUAGES)


@pytest.mark.parametrize(
    ("code", "language"), [("en", "en"), ("en-US", "en"), ("fr_CA", "fr"), ("DE", "de"), ("ar", ""), ("", "")]
)
def test_a_language_tag_is_read_by_its_main_part(code: str, language: str) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize("text", ["the press release", "the theme parks", "a freelance writer", "Prensa libre"])
def test_words_that_only_look_like_release_are_none(text: str) -> None:
    assert not speaks_of_release(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "to release Ana immediately"),
        ("en", "calling for Ana to be freed"),
        ("fr", "sa mise en liberté immédiate"),
        ("fr", "la libération d’Ana"),
        ("es", "que Ana sea puesta en libertad"),
        ("es", "la liberación de Ana"),
        ("de", "Ana freizulassen"),
        ("de", "die Freilassung Anas"),
    ],
)
def test_release_is_found_in_each_language(language: str, text: str) -> None:
    assert release_words(language).search(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_everything(language: str) -> None:
    assert all(pattern(language).pattern != pattern("ar").pattern for pattern in PATTERNS)
    assert len(tone_words(language, word_lists(), *WordKind)) > len(tone_words("ar", word_lists(), *WordKind))


def test_every_tone_word_says_why_in_one_sentence() -> None:
    whys = {word.why for language in LANGUAGES for word in tone_words(language, word_lists(), *WordKind)}
    assert all(why.endswith(".") and why.count(".") == 1 for why in whys)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Are you serious?!"),
        ("en", "You’ll regret it."),
        ("ar", "!!"),
        ("fr", "Honte à vous."),
        ("es", "Usted debe liberar a Ana."),
        ("de", "Das herrschende Regime."),
    ],
)
def test_what_spoils_the_tone_is_found(language: str, text: str) -> None:
    assert any(word.pattern.search(text) for word in tone_words(language, word_lists(), *WordKind))
