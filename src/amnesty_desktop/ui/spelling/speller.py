# SPDX-License-Identifier: GPL-3.0-or-later
"""One loaded dictionary: whether a word is in it, and what may have been meant. The library comes with the first."""

from typing import Any

from .dictionaries import Dictionary


class Speller:
    """Looks words up and remembers what it has seen; a word its signs cannot be written in counts as right."""

    def __init__(self, dictionary: Dictionary) -> None:
        import hunspell

        self._words: Any = hunspell.Hunspell(dictionary.name, hunspell_data_dir=str(dictionary.folder))
        self._seen: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether the dictionary has a word."""
        if word not in self._seen:
            try:
                self._seen[word] = bool(self._words.spell(word))
            except UnicodeEncodeError:
                self._seen[word] = True
        return self._seen[word]

    def suggestions(self, word: str, most: int = 6) -> list[str]:
        """What may have been meant, the likeliest first."""
        try:
            return list(self._words.suggest(word.replace("’", "'")))[:most]
        except UnicodeEncodeError:
            return []
