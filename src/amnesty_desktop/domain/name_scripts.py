# SPDX-License-Identifier: GPL-3.0-or-later
"""In which script a name is written, as the window calls it."""

import unicodedata
from collections import Counter
from functools import lru_cache

_NAMES = {
    "CJK": "Chinese characters",
    "IDEOGRAPHIC": "Chinese characters",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "MYANMAR": "Burmese",
    "CANADIAN": "Canadian syllabics",
    "NKO": "N’Ko",
    "OL": "Ol Chiki",
}
"""Scripts whose Unicode name is not what people say; the others go by theirs, such as Arabic or Ethiopic."""
LATIN = "Latin"


@lru_cache(maxsize=2048)
def script_of(text: str) -> str:
    """Return the script most letters of a text belong to; empty where it has no letters."""
    found = Counter(_script(letter) for letter in text if letter.isalpha())
    found.pop("", None)
    if not found:
        return ""
    # Kana among Chinese characters make a name Japanese.
    return "Japanese" if "Japanese" in found else found.most_common(1)[0][0]


def _script(letter: str) -> str:
    first = unicodedata.name(letter, "").partition(" ")[0]
    return _NAMES.get(first, first.capitalize())
