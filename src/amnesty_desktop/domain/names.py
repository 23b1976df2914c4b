# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a name however it is spelled: accents, apostrophes, hyphens and scripts stop mattering.

The search form of a text is words of a-z and 0-9, and single Chinese or Japanese characters. A word
joined by apostrophes or hyphens stands there once for each of its parts, joined to the end:
al-Husayn as "alhusayn husayn", O'Brien as "obrien brien". Searching is by the beginnings of words.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

LONGEST_QUERY = 200
"""Characters of a query that are looked at."""
MOST_WORDS = 20
"""Words of a query that are looked for."""

# Scripts written without spaces, as far as SQLite's tokenizer (Unicode 6.1) knows them as letters.
_HAN_OR_KANA = (
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002a6df\U0002a700-\U0002b81d"
)
_WORD = re.compile(f"[a-z0-9]+(?:['-][a-z0-9]+){{0,7}}|[{_HAN_OR_KANA}]+")
_SPREAD = re.compile(f"[a-z0-9]+(?:['-][a-z0-9]+){{1,7}}|[{_HAN_OR_KANA}]+")
_UNSPACED = re.compile(f"[{_HAN_OR_KANA}]")
_JOINT = re.compile("['-]")
_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "š": "sh", "č": "ch", "ž": "zh", "ş": "sh", "ś": "sh"}
    | {"đ": "dj", "ğ": "gh", "ḫ": "kh", "ẖ": "kh", "ġ": "gh", "ḏ": "dh", "ṯ": "th", "ţ": "ts", "ț": "ts", "ș": "sh"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Š": "Sh", "Č": "Ch", "Ž": "Zh", "Ş": "Sh", "Ś": "Sh"}
    | {"Đ": "Dj", "Ḫ": "Kh", "Ġ": "Gh", "Ḏ": "Dh", "Ṯ": "Th", "Ţ": "Ts", "Ț": "Ts", "Ș": "Sh"}
)
_LONGEST_NAME = 8
"""Chinese or Japanese characters in a row that may be one name; longer runs are sentences."""


def fold(text: str) -> str:
    """Return the search form of text, lower-case and without accents; the index holds it."""
    if text.isascii():
        lowered = text.lower().replace("\0", " ")
        return _SPREAD.sub(_spread, lowered) if "'" in lowered or "-" in lowered else lowered
    folded = "".join(map(_letter, text))
    spoken = "".join(map(_sound, unicodedata.normalize("NFC", text)))
    written = written_out(text)
    searchable = _SPREAD.sub(_spread, folded)
    if spoken == folded and written == text:
        return searchable
    others = _WORD.findall(spoken)
    if written != text:
        others += _WORD.findall("".join(map(_letter, written)))
    also = set(others).difference(_WORD.findall(folded))
    return " ".join([searchable, *(_spread(found) for word in sorted(also) if (found := _WORD.match(word)))])


def written_out(text: str) -> str:
    """Return text with the letters that have a usual spelling of two: ä as ae, ø as oe, š as sh."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    written = composed.translate(_WRITTEN_OUT)
    return text if written == composed else written


def query_words(text: str) -> tuple[str, ...]:
    """Return the words to look for, each the beginning of a word of the search form; none for an empty query.

    A hyphen separates (al-Husayn also finds "al Husayn"), an apostrophe joins (Ma'mun also finds "Mamun").
    """
    folded = "".join(map(_letter, text[:LONGEST_QUERY]))
    words = (word for found in _WORD.finditer(folded) for word in _asked(found[0]))
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


def matches(query: str, text: str) -> bool:
    """Say whether every word of query begins a word of text; an empty query matches nothing."""
    words = query_words(query)
    found = _WORD.findall(fold(text))
    return bool(words) and all(any(form.startswith(word) for form in found) for word in words)


def highlights(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges (begin, end) of characters of text that query finds, in order and apart from one another."""
    words = query_words(query)
    if not words:
        return ()
    found = [*_found(words, text, _letter)]
    if not text.isascii():
        found += _found(words, text, _sound)
    return _merged(sorted(found), text)


def sort_form(text: str) -> str:
    """Return what names are put in order by: romanised, without accents and apostrophes, hyphens as spaces."""
    letters = text.lower() if text.isascii() else "".join(map(_sort_letter, text))
    return " ".join(letters.replace("'", "").replace("-", " ").split())


def _asked(word: str) -> list[str]:
    if _UNSPACED.match(word):
        return list(word)
    return word.replace("'", "").split("-")


def _spread(found: re.Match[str]) -> str:
    """Return every form under which a word is found, apart by spaces."""
    characters = found[0] if _UNSPACED.match(found[0]) else ""
    return f" {' '.join([*characters, *(form for form, _ in _readings(found[0]))])} "


def _readings(word: str) -> Iterator[tuple[str, list[int]]]:
    """Yield each form of word, and for each character of the form where in word it comes from."""
    if _UNSPACED.match(word):
        yield from _romanised(word)
        return
    starts = [0, *(joint.end() for joint in _JOINT.finditer(word))]
    places = [place for place, character in enumerate(word) if character not in "'-"]
    plain = "".join(word[place] for place in places)
    for joints, start in enumerate(starts):
        yield plain[start - joints :], places[start - joints :]


def _romanised(run: str) -> Iterator[tuple[str, list[int]]]:
    sounds = [_roman(character) for character in run]
    for start in range(len(run)):
        end = len(run) if len(run) <= _LONGEST_NAME else start + 1
        yield "".join(sounds[start:end]), [place for place in range(start, end) for _ in sounds[place]]


def _found(words: tuple[str, ...], text: str, spell: Callable[[str], str]) -> Iterator[tuple[int, int]]:
    pieces = [spell(character) for character in text]
    origin = [place for place, piece in enumerate(pieces) for _ in piece]
    for found in _WORD.finditer("".join(pieces)):
        word, offset = found[0], found.start()
        if _UNSPACED.match(word):
            yield from ((origin[offset + i], origin[offset + i] + 1) for i, c in enumerate(word) if c in words)
        for form, places in _readings(word):
            for asked in words:
                if form.startswith(asked):
                    yield origin[offset + places[0]], origin[offset + places[len(asked) - 1]] + 1


def _merged(ranges: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for begin, end in ranges:
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if merged and begin <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((begin, end))
    return tuple(merged)


@lru_cache(maxsize=8192)
def _letter(character: str) -> str:
    """Return one character as it is searched for: without its marks, romanised, lower-case."""
    if "a" <= character <= "z" or "0" <= character <= "9":
        return character
    bare = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    return "".join(part if _UNSPACED.match(part) else _roman(part) for part in bare)


@lru_cache(maxsize=8192)
def _sound(character: str) -> str:
    """Return one character romanised with its marks, where they change the sound: й as y, not as и."""
    if unicodedata.combining(character) or _UNSPACED.match(character):
        return "" if unicodedata.combining(character) else character
    return _roman(character)


def _sort_letter(character: str) -> str:
    letter = _letter(character)
    return f"{_roman(letter)} " if _UNSPACED.match(letter) else letter


@lru_cache(maxsize=8192)
def _roman(character: str) -> str:
    if character.isspace() or character == "\0" or "\ud800" <= character <= "\udfff":
        return " "
    from anyascii import anyascii

    return str(anyascii(character)).lower().replace("`", "'")
