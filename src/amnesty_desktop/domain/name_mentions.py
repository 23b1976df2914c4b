# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a text names a person: as the file spells it, nearly so, or although the name is withheld."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .names import sort_form
from .person import Person

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:['’ʼ](?:[^\W_]|[\u0300-\u036f])+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_ELISION = re.compile(r"^(?:d|l|qu|s|n|j|m|t|c)['’](?=\w)")
_LETTERS = re.compile(r"[^\W_]+")

SHORTEST_MISSPELLING = 5
"""Letters a word needs before one wrong letter is taken for a slip and not for another word."""
TWO_SLIPS = 9
"""Letters from which on two wrong letters are taken for slips."""
SHORTEST_WITHHELD = 4
"""Letters a single part of a withheld name needs to give the person away."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands, and its letters without accents, in lower case."""

    start: int
    end: int
    plain: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters start to end of a text name somebody; form is how the file writes it."""

    start: int
    end: int
    form: str
    is_exact: bool


def names_of(person: Person) -> tuple[str, ...]:
    """Every way the file writes the person's name, the form for letters first."""
    forms = (person.in_letters, person.name, person.own_script, *person.other_names.splitlines())
    return tuple(dict.fromkeys(form.strip() for form in forms if form.strip()))


def letter_name(person: Person) -> str:
    """The name as letters give it; empty for somebody without a name or with a withheld one."""
    return "" if person.withheld else (person.in_letters or person.name).strip()


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text; an English possessive and a French elided article are not part of a word."""
    return tuple(word for found in _WORD.finditer(text) if (word := _word(found)) is not None)


def _word(found: re.Match[str]) -> Word | None:
    start, text = found.start(), found[0]
    if elided := _ELISION.match(text):
        start, text = start + elided.end(), text[elided.end() :]
    if possessive := _POSSESSIVE.search(text):
        text = text[: possessive.start()]
    plain = "".join(_LETTERS.findall(sort_form(text)))
    return Word(start, start + len(text), plain) if plain else None


def mentions(text: str, person: Person) -> tuple[Mention, ...]:
    """Where the whole name stands, in any of its forms; not exact where accents or hyphens differ."""
    words = words_of(text)
    found = {mention for form in names_of(person) for mention in _whole(text, words, form)}
    exact = [mention for mention in found if mention.is_exact]
    loose = {(m.start, m.end): m for m in found if not any(m.start < e.end and e.start < m.end for e in exact)}
    return tuple(sorted([*exact, *loose.values()], key=lambda mention: (mention.start, mention.end, mention.form)))


def _whole(text: str, words: Sequence[Word], form: str) -> Iterator[Mention]:
    asked = [word.plain for word in words_of(form)]
    for i in range(len(words) - len(asked) + 1 if asked else 0):
        if [word.plain for word in words[i : i + len(asked)]] == asked:
            start, end = words[i].start, words[i + len(asked) - 1].end
            yield Mention(start, end, form, _same(text[start:end], form))
    if not form.isascii():
        yield from _unspaced(text, form)


def _unspaced(text: str, form: str) -> Iterator[Mention]:
    """Names in scripts that put no spaces between words, or write small words joined to a name."""
    if any(unicodedata.category(c) == "Lo" for c in form):
        for found in re.finditer(re.escape(form), text):
            yield Mention(found.start(), found.end(), form, True)


def _same(one: str, other: str) -> bool:
    return _composed(one) == _composed(other)


@lru_cache(maxsize=4096)
def _composed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'").casefold().split())


def parts_of(person: Person) -> dict[str, str]:
    """The single words of a person's names: without accents -> as the file writes them."""
    return {word.plain: form[word.start : word.end] for form in names_of(person) for word in words_of(form)}


def misspellings(text: str, people: Iterable[Person], known: Iterable[str] = ()) -> tuple[Mention, ...]:
    """Words that look like a slip in somebody's name; form is the right spelling.

    known are texts whose words are right as they are (the addressee, the writer, months). A slip keeps the
    first letter and has one wrong, missing, extra or swapped letter, or two in a long word.
    """
    people = [person for person in people if not person.withheld]
    parts = {plain: written for person in people for plain, written in parts_of(person).items()}
    forms = [*known, *(form for person in people for form in names_of(person))]
    right = {word.plain for form in forms for word in words_of(form)}
    written = {_composed(form[word.start : word.end]) for form in forms for word in words_of(form)}
    return tuple(
        mention
        for word in words_of(text)
        if (mention := _slip(text[word.start : word.end], word, parts, right, written)) is not None
    )


def _slip(shown: str, word: Word, parts: dict[str, str], right: set[str], written: set[str]) -> Mention | None:
    if not shown[0].isupper() or _composed(shown) in written:
        return None
    if word.plain in parts and len(word.plain) >= SHORTEST_WITHHELD:
        return Mention(word.start, word.end, parts[word.plain], False)
    if word.plain in right or _genitive(word.plain) in right:
        return None
    meant = next((part for part in parts if is_slip(word.plain, part)), None)
    return Mention(word.start, word.end, parts[meant], False) if meant else None


def _genitive(plain: str) -> str:
    """Without the ending German puts on a name without an apostrophe."""
    return plain.removesuffix("s")


@lru_cache(maxsize=8192)
def is_slip(typed: str, meant: str) -> bool:
    """Whether typed looks like meant with a slip of the pen; both in plain letters."""
    if typed == meant or typed[0] != meant[0] or min(len(typed), len(meant)) < SHORTEST_MISSPELLING:
        return False
    allowed = 2 if min(len(typed), len(meant)) >= TWO_SLIPS else 1
    return abs(len(typed) - len(meant)) <= allowed and distance(typed[:60], meant[:60]) <= allowed


def distance(one: str, other: str) -> int:
    """How many letters must be changed, added, left out or swapped with their neighbour (Damerau and Levenshtein)."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def withheld_mentions(text: str, person: Person, known: Iterable[str] = ()) -> tuple[Mention, ...]:
    """Where a withheld name stands in a text, whole or in one telling part.

    A part tells when it is written with a capital, is not short, and is no word of known, the names that
    may be said (other people of the case, the addressee, the writer).
    """
    whole = [m for form in names_of(person) for m in _whole(text, words_of(text), form)]
    allowed = {word.plain for line in known for word in words_of(line)}
    telling = {plain for plain in parts_of(person) if len(plain) >= SHORTEST_WITHHELD and plain not in allowed}
    single = [
        Mention(word.start, word.end, text[word.start : word.end], True)
        for word in words_of(text)
        if word.plain in telling
        and text[word.start].isupper()
        and not any(m.start <= word.start and word.end <= m.end for m in whole)
    ]
    return tuple(sorted({*whole, *single}, key=lambda mention: (mention.start, -mention.end)))
