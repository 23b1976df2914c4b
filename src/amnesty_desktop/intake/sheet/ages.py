# SPDX-License-Identifier: GPL-3.0-or-later
"""Ages that a sheet prints in its sentences behind or before a name, or behind a part of the name.

Only an age somebody has now counts: "was 19 at the time" and "when she was 27" are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .draft import DraftPerson
from .names import PARTICLES, bare, tokens_of
from .text import folded

MOST_PEOPLE = 40
"""People whose ages are looked for in the sentences."""
_MOST_PLACES = 30
_LOOKED_AT = 40_000
"""Characters of a text that are looked at."""
_YEARS = r"years? old|years? of age|ans\b|anos\b|jahre(?: alt)?\b|lata?\b|anni\b"
_IS = (
    r"(?:who is |who'?s |is |es |tiene |que tiene |qui a |a |est age[e]? de |est |age[e]? de |ist |der |die |ma "
    r"|ktor[ya] ma )?"
)
_BEHIND = (
    re.compile(r": (?:this|the|a) (\d{1,3})-year-old"),
    re.compile(rf",? ?\((?:[mfhkw][,;] ?)?(?:aged? |de |age[e]? de )?(\d{{1,3}})(?: (?:{_YEARS}))?\)"),
    re.compile(
        rf"(?: \([mfhkw]\))?,? ?(?:(?:who is |now |aged? |de |age[e]? de |von |lat "
        rf"|w wieku )?(\d{{1,3}})(?: (?:{_YEARS}))?)"
        r"(?= ?[,.;)]| and | who | y | et | und | i | oraz )"
    ),
    re.compile(
        rf",? {_IS}(?:an? |une? |una |eine? )?(\d{{1,3}})[ -](?:year-old|year old|{_YEARS}|jahrige[nrs]?|letni\w*)"
    ),
    re.compile(
        r", (?:an? |the |une? |una |eine? )?(?:[^.,;:()\d\n]|\([^()\n]{1,40}\)){2,55} (?:aged"
        r"|age[e]?s? de) (\d{1,3})\b"
    ),
    re.compile(
        r", (?:an? |the |une? |una |eine? )?[^.,;:()\d\n]{2,55} (?:of|de|von) (\d{1,3})(?= ?[,.;)]| anos\b| ans\b)"
    ),
)
_BEFORE = (
    re.compile(r"(?<!\d)(\d{1,3})[ -](?:year|jahr|jaehr)[ -]?old (?:[^\W\d][\w'-]*,? ){0,6}$"),
    re.compile(r"(?<!\d)(\d{1,3})-(?:jahrige[nrs]?|letni\w*) (?:[^\W\d][\w'-]*,? ){0,4}$"),
    re.compile(r"\bde (\d{1,3}) anos,? (?:[^\W\d][\w'-]*,? ){0,2}$"),
)
_NOT_AGES = re.compile(r"(?: ?(?:%|kg|km|per cent|days|weeks|months|others?|people|hours|minutes))")


def with_ages(people: Sequence[DraftPerson], text: str) -> list[DraftPerson]:
    """Fill in the ages that text prints for people of whom none is known."""
    text = text[:_LOOKED_AT]
    small = folded(text)
    counts = _counted(people)
    if len(people) == 1 and people[0].age is None:
        found = _age_of(people[0].name, text, small, counts) or _age_of_the_one(small)
        return [replace(people[0], age=found)]
    done = []
    for at, person in enumerate(people):
        age = _age_of(person.name, text, small, counts) if person.age is None and at < MOST_PEOPLE else None
        done.append(person if age is None else replace(person, age=age))
    return done


_THE_ONE = re.compile(
    r"\b(?:he|she) is (?:now )?(\d{1,2})(?: years old)?(?=[.,;])|\bthe (\d{1,2})-year-old\b|\b(?:il"
    r"|elle) a (\d{1,2}) ans\b"
    r"|\b(?:er|sie) ist (\d{1,2}) jahre alt\b|\b(?:der|die) (\d{1,2})-jahrige\b|\btiene (\d{1,2}) anos\b"
)


def _age_of_the_one(small: str) -> int | None:
    """The age said of the only person of a sheet without a name: "The 46-year-old teacher", "She is now 39"."""
    ages = {int(next(filter(None, found.groups()))) for found in _THE_ONE.finditer(small)}
    return ages.pop() if len(ages) == 1 else None


def _counted(people: Sequence[DraftPerson]) -> dict[str, int]:
    """How many people have each word in their names."""
    counts: dict[str, int] = {}
    for person in people:
        for word in set(map(bare, tokens_of(person.name))):
            counts[word] = counts.get(word, 0) + 1
    return counts


def _age_of(name: str, text: str, small: str, counts: dict[str, int]) -> int | None:
    for variant in _variants(name, counts):
        for begin, end in _places_of(variant, text, small):
            if variant != folded(name) and _is_other_name(text, begin, end, name):
                continue
            age = _age_at(small, begin, end)
            if age is not None:
                return age
    return None


def _variants(name: str, counts: dict[str, int]) -> Iterator[str]:
    """The name as sentences use it: whole, two of its words, or one word that nobody else of the sheet has."""
    tokens = [folded(word) for word in name.split()]
    yield " ".join(tokens)
    pairs = [(first, second) for at, first in enumerate(tokens) for second in tokens[at + 1 :]]
    for first, second in pairs[:15]:
        if len(tokens) > 2:
            yield f"{first} {second}"
    for word in tokens:
        if len(word) > 3 and bare(word) not in PARTICLES and counts.get(bare(word)) == 1:
            yield word


def _places_of(variant: str, text: str, small: str) -> Iterator[tuple[int, int]]:
    at = -1
    for _ in range(_MOST_PLACES):
        at = small.find(variant, at + 1)
        if at < 0:
            return
        end = at + len(variant)
        if not (at and (text[at - 1].isalpha() or text[at - 1] == "-")) and not text[end : end + 1].isalpha():
            yield at, end


def _is_other_name(text: str, begin: int, end: int, name: str) -> bool:
    """Whether a single word is part of another name there: a capital stands right beside it."""
    own = set(map(bare, tokens_of(name)))
    before = re.search(r"([^\W\d][\w'’-]*) $", text[max(0, begin - 30) : begin])
    after = re.match(r" ([^\W\d][\w'’-]*)", text[end : end + 30])
    return (
        any(found is not None and found[1][:1].isupper() and bare(found[1]) not in own for found in (before, after))
        or text[end : end + 1] == "-"
    )


def _age_at(small: str, begin: int, end: int) -> int | None:
    behind = small[end : end + 120]
    for pattern in _BEHIND:
        found = pattern.match(behind)
        if found and 0 < int(found[1]) < 115 and not _NOT_AGES.match(behind, found.end(1)):
            return int(found[1])
    before = small[max(0, begin - 80) : begin]
    for pattern in _BEFORE:
        found = pattern.search(before)
        if found and 0 < int(found[1]) < 115:
            return int(found[1])
    return None
