# SPDX-License-Identifier: GPL-3.0-or-later
"""The word lists of the letter check, read from resources/words once and handed to the domain, which reads no files."""

import tomllib
from functools import lru_cache

from ..domain.letter_words import LANGUAGES, ToneWord, WordLists, tone_word
from ..paths import resource


@lru_cache(maxsize=1)
def word_lists() -> WordLists:
    """The lists of every language the program writes letters in: language -> words, each with its reason."""
    return {language: _read(language) for language in LANGUAGES}


def _read(language: str) -> tuple[ToneWord, ...]:
    found = tomllib.loads(resource("words", f"letters-{language}.toml").read_text("utf-8"))
    return tuple(tone_word(each["kind"], each["why"], *words) for each in found["list"] for words in each["words"])
