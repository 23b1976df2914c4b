# SPDX-License-Identifier: GPL-3.0-or-later
"""One entry of a list of people: the name, and the sex, age and work printed behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...domain.person import Sex
from .names import GROUP_WORDS, bare, is_name, normal_case, tokens_of, without_titles
from .text import folded

_SEX_WORDS = {
    "m": Sex.MAN,
    "male": Sex.MAN,
    "man": Sex.MAN,
    "h": Sex.MAN,
    "homme": Sex.MAN,
    "hommes": Sex.MAN,
    "hombre": Sex.MAN,
    "hombres": Sex.MAN,
    "varon": Sex.MAN,
    "mannlich": Sex.MAN,
    "mezczyzna": Sex.MAN,
    "he/him": Sex.MAN,
    "he/him/his": Sex.MAN,
    "he": Sex.MAN,
    "il": Sex.MAN,
    "il/lui": Sex.MAN,
    "el": Sex.MAN,
    "f": Sex.WOMAN,
    "female": Sex.WOMAN,
    "woman": Sex.WOMAN,
    "k": Sex.WOMAN,
    "w": Sex.WOMAN,
    "femme": Sex.WOMAN,
    "femmes": Sex.WOMAN,
    "mujer": Sex.WOMAN,
    "mujeres": Sex.WOMAN,
    "weiblich": Sex.WOMAN,
    "kobieta": Sex.WOMAN,
    "she/her": Sex.WOMAN,
    "she/her/hers": Sex.WOMAN,
    "masculino": Sex.MAN,
    "masculin": Sex.MAN,
    "femenino": Sex.WOMAN,
    "feminin": Sex.WOMAN,
    "she": Sex.WOMAN,
    "elle": Sex.WOMAN,
    "ella": Sex.WOMAN,
    "ona": Sex.WOMAN,
    "on": Sex.MAN,
    "ona/jej": Sex.WOMAN,
    "on/jego": Sex.MAN,
}
_AGE = (
    re.compile(
        r"^(?:aged?|age de|agee de|ages de|agees de|edad|de|lat|im alter von|wiek ?:?|alter ?:?"
        r"|age ?:) ?:?(\d{1,3})\b(?! (?:days|weeks|months))"
    ),
    re.compile(
        r"^(\d{1,3})(?: ?years?[ -]old\b.*| ?ans\b.*| anos\b.*| jahre(?: alt)?\b.*| anni\b.*| lata?\b.*| l\."
        r"|-year-old\b.*"
        r"|-jahrig.*)?$"
    ),
)
_MARK = re.compile(r"\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]")
_AND = re.compile(r"\s(?:and|et|und|y|e|oraz|i)\s")
_OTHERS = re.compile(
    r"(?:and|plus|et|y|und|oraz|i)?\s*"
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:other|more|un\w+ed)"
    r"|his|her|their|at least|about|around|some|other|others|\d+ other|many"
    r"|several|autres|otros|otras|su|sus|sa|son)\b"
)
OTHERS = _OTHERS


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as one entry names them; is_marked where a sex or an age is printed, which only people have."""

    name: str
    sex: Sex | None = None
    age: int | None = None
    work: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether it says the sex or the age."""
        return self.sex is not None or self.age is not None


def sex_of(word: str) -> Sex | None:
    """Return what a printed mark such as m, f, k, female or she/her says, or None."""
    return _SEX_WORDS.get(folded(word).strip(" .,;:()[]"))


def age_of(text: str) -> int | None:
    """Return an age where text says nothing else; "about 50" is none, as nobody knows it."""
    small = folded(text).strip(" .,;:()[]")
    for pattern in _AGE:
        found = pattern.match(small)
        if found and 0 < int(found[1]) < 120:
            return int(found[1])
    return None


def entries_in(text: str, fewest: int = 2) -> list[Entry]:
    """Return the people a line of a list names; fewest is how many words a name must have at least.

    A name that is marked, or comes first, may be a single word where fewest is 1.
    """
    done: list[Entry] = []
    for piece in _pieces(text):
        _take(piece, done, fewest)
    return done


def marks_in(text: str) -> tuple[Sex | None, int | None, str]:
    """Return sex and age of the brackets of text, and text without these brackets."""
    sex: Sex | None = None
    age: int | None = None
    kept = []
    end = 0
    for mark in _MARK.finditer(text):
        inner = mark[1] or mark[2]
        said_sex, said_age = _said(inner)
        sex, age = sex or said_sex, age or said_age
        kept.append(text[end : mark.start()])
        end = mark.end()
    kept.append(text[end:])
    return sex, age, " ".join(" ".join(kept).split())


def _said(inner: str) -> tuple[Sex | None, int | None]:
    sex: Sex | None = None
    age: int | None = None
    for word in re.split(r"[,;]", inner):
        sex, age = sex or sex_of(word), age or age_of(word)
    return sex, age


def _take(piece: str, done: list[Entry], fewest: int) -> None:
    sex, age, bare_text = marks_in(piece)
    stripped = bare_text.strip(" ,;.]}[|{")
    bare_name = _plain_name(stripped)
    is_headline = bare_name.upper() == bare_name and len(bare_name.split()) > 4
    if (
        bare_name
        and not is_headline
        and is_name(_NICKNAME.sub(" ", bare_name), fewest if sex is None and age is None else 1)
    ):
        done.append(Entry(normal_case(bare_name), sex or _by_title(stripped), age))
        return
    mark = _MARK.search(piece)
    if mark and (sex or age is not None) and is_name(name := _plain_name(piece[: mark.start()]), 1):
        # The work may follow the mark without a comma: "X (m) dentist".
        behind = piece[mark.end() :].strip(" ,;.")
        said_age = age_of(behind)
        done.append(Entry(normal_case(name), sex, age or said_age, "" if said_age else behind))
        return
    if done and not OTHERS.match(folded(stripped)):
        done[-1] = _with_attribute(done[-1], stripped, sex, age)


_NICKNAME = re.compile(r" [\"“][^\"“”]{2,20}[\"”] (?=[A-ZÀ-Þ])")


def _plain_name(text: str) -> str:
    """The name without a title before it and without a nickname or another script in quotes behind it."""
    nickname = _NICKNAME.search(text)
    if nickname and is_name(without_titles(_NICKNAME.sub(" ", text))[0].strip(" ,;.")):
        return without_titles(text)[0].strip(" ,;.")
    cut = re.split(r"\s[\"“«(]|\s(?:alias|a\.k\.a\.|aka|also known as|dit|genannt)\s", text, maxsplit=1)[0]
    return without_titles(cut)[0].strip(" ,;.")


def _by_title(text: str) -> Sex | None:
    first = bare(text.split(" ", 1)[0])
    return {"herr": Sex.MAN, "frau": Sex.WOMAN}.get(first)


def _with_attribute(entry: Entry, text: str, sex: Sex | None, age: int | None) -> Entry:
    said_age = age_of(text)
    said_sex = sex_of(text) if len(text) > 1 else None
    if said_age is not None or said_sex is not None or not text:
        return replace(entry, sex=entry.sex or sex or said_sex, age=entry.age or age or said_age)
    work = f"{entry.work}, {text}" if entry.work else text
    return replace(entry, sex=entry.sex or sex, age=entry.age or age, work=work)


_AND_OTHERS = re.compile(
    r"\s(?:and|et|y|und|oraz|i) (?:(?:\w+ )?(?:others|autres|otros|andere|inni))\s*$", re.IGNORECASE
)


def _pieces(text: str) -> Iterator[str]:
    """Part a line at commas, semicolons and "and" between names, outside brackets."""
    text = _AND_OTHERS.sub("", text)
    for part in _at_commas(text):
        yield from _at_and(part)


def _at_commas(text: str) -> Iterator[str]:
    depth, begin = 0, 0
    for at, sign in enumerate(text):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif sign in ",;" and not depth:
            yield text[begin:at]
            begin = at + 1
    yield text[begin:]


def _at_and(part: str) -> Iterator[str]:
    stripped = re.sub(r"^\s*(?:and|et|und|oraz|y|i)\s+", "", part)
    found = _AND.search(stripped)
    if found:
        left, right = stripped[: found.start()], stripped[found.end() :]
        if _is_someone(left) and _is_someone(right):
            yield left
            yield right
            return
        if _is_someone(left) and (right[:1].islower() or right[:1].isdigit()):
            yield left
            return
    yield stripped


def _is_someone(text: str) -> bool:
    sex, age, rest = marks_in(text)
    return is_name(_plain_name(rest), 1 if sex or age else 2)


def is_group(text: str) -> bool:
    """Whether text speaks of a group, an office or a place rather than of one person."""
    return any(bare(word) in GROUP_WORDS for word in tokens_of(text))
