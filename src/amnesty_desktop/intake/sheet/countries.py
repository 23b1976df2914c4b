# SPDX-License-Identifier: GPL-3.0-or-later
"""Which countries the heading of a sheet names, alone or as two governments."""

import re
from functools import lru_cache

from ...domain.countries import countries, country_code
from .text import folded

# Names as sheets print them that are no name of a list: a part of a country, or two that are written as one.
_AS_PRINTED = {
    "occupied territories": "PS",
    "israeli occupied territories": "PS",
    "palestinian autonomous areas": "PS",
    "south lebanon": "LB",
    "state of kuwait": "KW",
    "state of qatar": "QA",
    "republika bialorusi": "BY",
    "federacja rosyjska": "RU",
    "chinska republika ludowa": "CN",
    "krolestwo arabii saudyjskiej": "SA",
    "islamska republika iranu": "IR",
    "republika turcji": "TR",
    "arabska republika egiptu": "EG",
    "kosovo": "XK",
    "chechnya": "RU",
    "tibet": "CN",
    "kashmir": "IN",
    "zjednoczone emiraty arabskie": "AE",
    "tunisie": "TN",
    "demokratyczna republika konga": "CD",
    "stany zjednoczone": "US",
    "rdc": "CD",
    "rd congo": "CD",
    "united kingdom": "GB",
    "wielka brytania": "GB",
    "arabia saudyjska": "SA",
    "korea polnocna": "KP",
    "korea poludniowa": "KR",
}
_MOST_WORDS = 7
_WORD = re.compile(r"[\w'’.&-]+")
_REGION = re.compile(r"\s*\([^()]{2,40}\)")
_BETWEEN = re.compile(r"\s*(?:/|,| and | & | et | und | y | i )\s*(?:the )?")


@lru_cache(maxsize=4096)
def code_of(name: str) -> str | None:
    """Return the code of a country by its name in any of the languages of sheets."""
    small = folded(name).strip(" .:-")
    if not small or small.isdecimal():
        return None
    found = _AS_PRINTED.get(small) or _polish().get(small)
    if found:
        return found
    if len(small) <= 3 and not name.isupper():
        return None
    if len(small) == 2 and small not in {"uk"}:
        return None
    return country_code(name) or _formal(small)


def _formal(small: str) -> str | None:
    """The country of a formal name that no list has, such as "Union of Myanmar" or "República de Colombia"."""
    found = _FORMAL.fullmatch(small)
    rest = next(filter(None, found.groups()), "") if found else ""
    return (_polish().get(rest) or country_code(rest) or _formal(rest)) if len(rest) > 3 else None


_FORMAL = re.compile(
    r"(?:the )?(?:(?:democratic|federal|islamic|arab|bolivarian|hashemite|socialist|plurinational) ){0,3}"
    r"(?:republic|kingdom|union|sultanate) of (?:the )?([\w .'-]{4,30})"
    r"|(?:la )?(?:republica|reino|estado plurinacional)(?: \w+)? de(?:l| la)? ([\w .'-]{4,30})"
    r"|(?:la )?(?:republique|royaume)(?: \w+){0,2} (?:du |de la |de |d')([\w .'-]{4,30})"
    r"|(?:(?:islamische|arabische|sozialistische|demokratische|bolivarische) ){0,2}(?:republik|konigreich)"
    r" ([\w .'-]{4,30})"
    r"|p\.? ?r\.? (china)"
)


def leading_countries(text: str) -> tuple[tuple[str, ...], int]:
    """Return the codes of the countries at the beginning of text, and how many characters they take."""
    codes: list[str] = []
    at = 0
    while len(codes) < 3:
        found = _leading(text, at)
        if found is None:
            break
        code, at = found
        if code not in codes:
            codes.append(code)
        region = _REGION.match(text, at)
        after = region.end() if region else at
        between = _BETWEEN.match(text, after)
        if between is None or _leading(text, between.end()) is None:
            return tuple(codes), after
        at = between.end()
    return tuple(codes), at if codes else 0


def _leading(text: str, at: int) -> tuple[str, int] | None:
    words: list[int] = []
    place = at
    while len(words) < _MOST_WORDS and (word := _WORD.match(text, place)):
        words.append(word.end())
        if text[word.end() : word.end() + 2].strip(" ") or not text[word.end() : word.end() + 1]:
            gap = re.match(r" |, (?=[A-Z])", text[word.end() : word.end() + 3])
            if not gap:
                break
            place = word.end() + gap.end()
        else:
            break
    for end in reversed(words):
        code = code_of(text[at:end])
        if code:
            return code, end
        bare = text[at:end].rstrip(".-")
        if bare != text[at:end] and (code := code_of(bare)):
            return code, at + len(bare)
    return None


def countries_within(text: str) -> list[str]:
    """Return the codes of the countries named anywhere in text, the first first."""
    found: list[str] = []
    for word in _WORD.finditer(text):
        if not word[0][0].isupper():
            continue
        leading = _leading(text, word.start())
        if leading and leading[0] not in found:
            found.append(leading[0])
    return found


@lru_cache(maxsize=1)
def _polish() -> dict[str, str]:
    return {folded(name): code for code, name in countries("pl")}
