# SPDX-License-Identifier: GPL-3.0-or-later
"""The languages a sheet asks people to write in, by their names in the languages of sheets."""

import re
from functools import lru_cache

from .text import folded

_ALSO = {
    "farsi": "fa",
    "farsi/persian": "fa",
    "dari": "fa",
    "mandarin": "zh",
    "castilian": "es",
    "castellano": "es",
    "bahasa indonesia": "id",
    "bahasa malaysia": "ms",
    "bahasa": "id",
    "filipino": "tl",
    "tagalog": "tl",
    "flemish": "nl",
    "serbo-croat": "sh",
    "serbo-croatian": "sh",
    "kiswahili": "sw",
    "moldovan": "ro",
    "kirghiz": "ky",
    "persisch": "fa",
    "persan": "fa",
    "persa": "fa",
    "franzoesisch": "fr",
    "tuerkisch": "tr",
    "perski": "fa",
    "persku": "fa",
}
_SPLIT = re.compile(
    r"[,/;.:()]|\s(?:or|and|ou|et|o|y|u|oder|und|lub|albo|i|auf|in|en|po)\s|\s(?:your|ihrer|votre|su)\s"
)
_IN = re.compile(
    r"\b(?:in|en|auf|gutem|po|w jezyku)\s+(?=\S)",
)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for language in ("en", "fr", "de", "es", "pl", "it"):
        for code, name in Locale(language).languages.items():
            if len(code) == 2:
                small = folded(name)
                found.setdefault(small, code)
                if language == "pl" and small.endswith("ki"):
                    found.setdefault(f"{small[:-1]}u", code)
                    found.setdefault(f"{small}m", code)
    found.update(_ALSO)
    return found


def languages_of_list(text: str) -> tuple[str, ...]:
    """Return the codes of the languages a list names, in its order; "or your own language" adds none."""
    codes = _codes()
    done: list[str] = []
    for word in _SPLIT.split(f" {folded(text)} "):
        small = " ".join(word.split()).strip(" .'\"")
        small = re.sub(
            r"^(?:in|en|auf|good|gutem|po|either|preferably|simple|the|l'|jezyku|langue|idioma)\s+", "", small
        )
        first = small.split(" ")
        code = codes.get(small) or codes.get(" ".join(first[:2])) or codes.get(first[0])
        if code and code not in done:
            done.append(code)
    return tuple(done)


def languages_asked(text: str) -> tuple[str, ...]:
    """Return the codes of the languages of the first list behind "in", "en", "auf" or "po" in a sentence."""
    small = folded(text)
    for start in _IN.finditer(small):
        stretch = small[start.end() : start.end() + 160]
        stretch = re.split(r"[:;]|\.\s|\.$", stretch, maxsplit=1)[0]
        first = re.split(r"[\s,/;.:()]", stretch, maxsplit=1)[0]
        if (
            first in _codes()
            or " ".join(stretch.split()[:2]).strip(",.") in _codes()
            or first in {"good", "either", "gutem"}
        ):
            found = languages_of_list(stretch)
            if found:
                return found
    return ()
