# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the words the spell check lets pass, kept in the group's file so that every laptop knows them."""

from ..domain.own_word import OwnWord
from ..store.reading import Reading
from ..store.recorder import Transaction


def add(write: Transaction, word: str, language: str) -> None:
    """Let a word pass in letters of a language; one that passes already stays as it is."""
    if word.strip() and not write.count(OwnWord, word=word.strip(), language=language):
        write.save(OwnWord(word=word.strip(), language=language))


def take_away(write: Transaction, word_id: str) -> None:
    """Mark a word again."""
    write.bury(OwnWord, word_id)


def words_of_ours(reading: Reading, language: str) -> list[str]:
    """The group's own words for letters of a language."""
    return [each.word for each in reading.all(OwnWord) if each.language in ("", language)]
