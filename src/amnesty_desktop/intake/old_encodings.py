# SPDX-License-Identifier: GPL-3.0-or-later
"""Text from before Unicode: the old encoding under which its letters are those of one language.

Statistics need more letters than a name or an address has, so the alphabets of the languages sheets come in are
tried first; only what fits none of them is left to charset-normalizer.
"""

import re
from itertools import pairwise

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_ALPHABETS = (
    (
        "cp1252",
        ("àâæçèéêëîïôœùûüÿ", "äöüß", "áéíñóúüç", "áàâãçéêíóôõúü", "àèéìíîòóùú", "åäöéæøü", "áéëíïóöú"),
    ),
    ("cp1250", ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž")),
    ("iso8859_2", ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "čćđšž")),
    ("cp1254", ("çğıöşüâîûİ",)),
    ("cp1257", ("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž")),
    (
        "cp1251",
        (
            _RUSSIAN,
            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
            "абвгдђежзијклљмнњопрстћуфхцчџш",
            "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
        ),
    ),
    ("koi8_r", (_RUSSIAN,)),
    ("cp1253", ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",)),
    ("cp1255", ("אבגדהוזחטיךכלםמןנסעףפץצקרשת",)),
    ("cp1256", ("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟ًٌٍَُِّْ",)),
    ("mac_roman", ("àâæçèéêëîïôœùûüÿ", "äöüß", "áéíñóúüç", "áàâãçéêíóôõúü", "àèéìíîòóùú", "åäöéæøü")),
    ("cp850", ("àâæçèéêëîïôœùûüÿ", "äöüß", "áéíñóúüç", "áàâãçéêíóôõúü", "àèéìíîòóùú", "åäöéæøü")),
    ("cp852", ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű")),
    ("cp866", (_RUSSIAN,)),
)
"""For each encoding the letters beyond ASCII of languages written in it; where two fit alike, the earlier is taken."""
_WESTERN = "".join(_ALPHABETS[0][1])
_PRINTERS = frozenset("‘’‚‛“”„«»‹›–—…•·°§©®™€£¡¿ºª\xa0\xad№´†‡½")
_WORD = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u06ff]")
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡¿ºª£§©®°½†‡•·€\xad‚„](?=[^\W\d_])")
_GOOD_FIT = 0.9
_READ_FOR_THIS = 20_000
"""Bytes that are enough to know the encoding of the whole."""


def decoded(content: bytes) -> str:
    """The text in these bytes, which are not Unicode; a sign that no encoding knows becomes \ufffd."""
    return content.decode(encoding_of(content), "replace")


def encoding_of(content: bytes) -> str:
    """The name of the old encoding under which these bytes make most sense."""
    start = _telling(content)
    fits = [(encoding, max(_fits(start, encoding, alphabets))) for encoding, alphabets in _ALPHABETS]
    encoding, fit = max(fits, key=lambda one: one[1])
    if fit >= _GOOD_FIT:
        return encoding
    # A list of people of many countries is written in no single language.
    if max(_fits(start, "cp1252", (_WESTERN,))) >= _GOOD_FIT:
        return "cp1252"
    return _by_statistics(start) or encoding


def _telling(content: bytes) -> bytes:
    """The beginning; where no letter beyond ASCII stands in it, the lines further down that have some."""
    start = content[:_READ_FOR_THIS]
    if not start.isascii():
        return start
    lines = [line for line in content.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:_READ_FOR_THIS] or start


def _fits(content: bytes, encoding: str, alphabets: tuple[str, ...]) -> list[float]:
    """How far the signs beyond ASCII are those of each language, 1 for all of them."""
    text = content.decode(encoding, "replace")
    beyond = [sign for sign in text if sign > "\x7f"]
    odd = len(_SIGN_IN_WORD.findall(text)) + sum(map(_oddness, _WORD.findall(text)))
    return [_fit(beyond, odd, frozenset(alphabet + alphabet.upper())) for alphabet in alphabets]


def _oddness(word: str) -> int:
    """Capitals behind small letters, and alphabets mixed: nobody writes so, whatever the language."""
    capitals = sum(one.islower() and two.isupper() for one, two in pairwise(word))
    strangers = len(_OTHER_SCRIPT.findall(word))
    return capitals + (strangers if strangers < len(word) else 0)


def _fit(beyond: list[str], odd: int, letters: frozenset[str]) -> float:
    fitting = sum(sign in letters or sign in _PRINTERS for sign in beyond)
    return (fitting - odd) / max(len(beyond), 1)


def _by_statistics(content: bytes) -> str:
    # 30 ms to import, and hardly ever needed.
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    return best.encoding if best else ""
