# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way a text is written: cuts it into stretches that Word sets with different fonts and directions.

Blocks of letters follow the Unicode Character Database; what stands between two stretches goes the way
of the paragraph, as in UAX #9, rules N1 and N2.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_WIDE = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_LEFT_LETTER = rf"(?![{_RIGHT}])[^\W\d_]"

_SPECIAL = re.compile(f"[{_RIGHT}{_WIDE}]")
_RIGHT_LETTER = re.compile(f"[{_RIGHT}]")
_ANY_LEFT_LETTER = re.compile(_LEFT_LETTER)
_IN_LEFT = re.compile(rf"[{_RIGHT}](?:[{_RIGHT}\W\d_]*[{_RIGHT}])?")
_IN_RIGHT = re.compile(rf"{_LEFT_LETTER}(?:[^{_RIGHT}]*(?![{_RIGHT}])[^\W_])?")
_WIDE_STRETCH = re.compile(f"[{_WIDE}]+")
_FIGURES_FIRST = re.compile(r"[\W_]*\d")
_LEFT_MARK = "\u200e"

_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7ff]")

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages written from right to left, by the first part of their code."""
EAST_ASIAN = frozenset({"ja", "ko", "zh"})

_REGIONS = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fa": "fa-IR",
    "fr": "fr-FR",
    "he": "he-IL",
    "it": "it-IT",
    "iw": "he-IL",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "nl": "nl-NL",
    "ps": "ps-AF",
    "pt": "pt-PT",
    "ru": "ru-RU",
    "tr": "tr-TR",
    "ur": "ur-PK",
    "zh": "zh-CN",
}


class Script(StrEnum):
    """The three ways Word sets text, each with a font and a language of its own."""

    LEFT = "left"
    RIGHT = "right"
    WIDE = "wide"


def stretches(text: str, *, right: bool) -> Iterator[tuple[str, Script]]:
    """Cut text where its script changes; right says that the paragraph runs from right to left."""
    if not _SPECIAL.search(text):
        yield text, _plain_script(text, right)
        return
    inner, outer = (_IN_RIGHT, Script.RIGHT) if right else (_IN_LEFT, Script.LEFT)
    other = Script.LEFT if right else Script.RIGHT
    at = 0
    for found in inner.finditer(text):
        yield from _widened(_held(text[at : found.start()], outer, at), outer)
        yield from _widened(found[0], other)
        at = found.end()
    yield from _widened(_held(text[at:], outer, at), outer)


def is_right_to_left(text: str, language: str = "") -> bool:
    """Say whether a paragraph runs from right to left.

    It does if most of its letters do. In a language written that way, one such letter, or no letter at
    all, is enough: an Arabic sentence may quote more Latin letters than it has Arabic ones.
    """
    rightward = 0 if text.isascii() else len(_RIGHT_LETTER.findall(text))
    if primary(language) in RIGHT_TO_LEFT:
        return bool(rightward) or not _ANY_LEFT_LETTER.search(text)
    return bool(rightward) and rightward > len(_ANY_LEFT_LETTER.findall(text))


def primary(language: str) -> str:
    """The first part of a language code: "pt" for "pt-BR"."""
    return language.partition("-")[0].lower()


def language_tag(text: str, script: Script, language: str) -> str:
    """The language Word should spell a stretch in, with its region; empty if nobody can say.

    A name in another script than the letter's language is not in that language.
    """
    known = primary(language)
    fits = {
        Script.RIGHT: known in RIGHT_TO_LEFT,
        Script.WIDE: known in EAST_ASIAN,
        Script.LEFT: known not in RIGHT_TO_LEFT and known not in EAST_ASIAN,
    }
    if fits[script]:
        return _REGIONS.get(language.lower(), language)
    return "" if script is Script.LEFT else _guessed(text, script)


def _guessed(text: str, script: Script) -> str:
    if script is Script.RIGHT:
        return "he-IL" if _HEBREW.search(text) else "ar-SA"
    if _KANA.search(text):
        return "ja-JP"
    return "ko-KR" if _HANGUL.search(text) else "zh-CN"


def _held(text: str, script: Script, at: int) -> str:
    """Keep figures on their side: by UAX #9 those after an Arabic or Hebrew name would jump before it."""
    return f"{_LEFT_MARK}{text}" if at and script is Script.LEFT and _FIGURES_FIRST.match(text) else text


def _plain_script(text: str, right: bool) -> Script:
    return Script.RIGHT if right and not _ANY_LEFT_LETTER.search(text) else Script.LEFT


def _widened(text: str, script: Script) -> Iterator[tuple[str, Script]]:
    """Cut Chinese, Japanese and Korean out of a stretch."""
    at = 0
    for found in _WIDE_STRETCH.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], script
        yield found[0], Script.WIDE
        at = found.end()
    if at < len(text):
        yield text[at:], script
