# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendar dates as people know them: a day, a month, a year, about, before, after, between, or not known.

The text kept is a small part of EDTF (ISO 8601-2:2019): `2019`, `2019-05`, `2019-05-07`, each with
`~` (about), `?` (uncertain) or `%` (both); `A/B` from A to B; `../B` before B; `A/..` after A or since A;
`XXXX` not known. Nothing is ever filled in: a year stays a year.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import NamedTuple

from .date_phrases import near, plainly

_EXAMPLES = "Write it like 7 May 2019, May 2019, 2019, about 2015, before March 2016, or not known."
_LOOK_AGAIN = "Look at the date again, or write only the month and the year."
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
_LAST = date.max.isoformat()


class UnreadableDate(ValueError):
    """No date can be made of the text; message is one sentence, way_out says what to write instead."""

    def __init__(self, message: str, way_out: str = _EXAMPLES) -> None:
        super().__init__(f"{message} {way_out}")
        self.message = message
        self.way_out = way_out


class AmbiguousDate(UnreadableDate):
    """The text has two readings, and only whoever wrote it knows which is meant."""

    def __init__(self, text: str, day_first: "PartialDate", month_first: "PartialDate") -> None:
        super().__init__(
            f"“{text}” can mean {_plain(day_first)} or {_plain(month_first)}.",
            "Say which one is meant, or write the month as a word.",
        )
        self.day_first = day_first
        self.month_first = month_first


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known as far as edtf says; raises UnreadableDate where edtf is not canonical text of the subset.

    earliest and latest take the text as written: "about 2015" spans 2015, and the open side of
    before and after ends at date.min or date.max. The day, month or year named belongs to the span.
    """

    edtf: str

    def __post_init__(self) -> None:
        _span(self.edtf)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return the date that is exactly this day."""
        return cls(date(day.year, day.month, day.day).isoformat())

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return _span(self.edtf)[0]

    @property
    def latest(self) -> date:
        """The last day it can be."""
        return _span(self.edtf)[1]

    @property
    def sort_text(self) -> str:
        """Ten characters to sort by: the first day it can be.

        "Before March 2016" stands where March 2016 stands, as its beginning is open; not known stands last.
        """
        if self.edtf == "XXXX":
            return _LAST
        return _span(self.edtf.removeprefix("../"))[0].isoformat()

    @property
    def is_day(self) -> bool:
        """Whether it is one certain day."""
        return len(self.edtf) == 10 and self.edtf[-3] == "-" and self.edtf[0] != "."

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known."""
        return self.edtf != "XXXX"

    @property
    def is_about(self) -> bool:
        """Whether it is only roughly so."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def is_uncertain(self) -> bool:
        """Whether it is in doubt."""
        return "?" in self.edtf or "%" in self.edtf


@lru_cache(maxsize=8192)
def _span(edtf: str) -> tuple[date, date]:
    """Return first and last day of canonical text; reading it again costs nothing."""
    if edtf == "XXXX":
        return date.min, date.max
    begin, slash, end = edtf.partition("/")
    if not slash:
        return _point_span(begin)
    if begin == end == "..":
        raise UnreadableDate("A time that is open on both sides says nothing.")
    earliest = date.min if begin == ".." else _point_span(begin)[0]
    latest = date.max if end == ".." else _point_span(end)[1]
    if earliest > latest:
        raise UnreadableDate("The end of this time lies before its beginning.", "Write the earlier date first.")
    return earliest, latest


def _point_span(text: str) -> tuple[date, date]:
    found = _POINT.fullmatch(text)
    if found is None:
        raise _unreadable(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year:
        raise UnreadableDate("There is no year 0.")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise UnreadableDate(f"There is no month {month}.", _LOOK_AGAIN)
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    if not 1 <= day <= last:
        raise UnreadableDate(f"{_MONTHS[month - 1]} {year} has no day {day}.", _LOOK_AGAIN)
    return (exact := date(year, month, day)), exact


def _unreadable(text: str) -> UnreadableDate:
    return UnreadableDate(f"“{' '.join(text.split())[:40]}” could not be read as a date.")


def _plain(value: PartialDate) -> str:
    worded = _POINT.sub(lambda found: f"{int(found[3] or 0)} {_MONTHS[int(found[2] or 1) - 1]} {found[1]}", value.edtf)
    return worded.replace("../", "before ").replace("/..", " or later").replace("/", " to ")


UNKNOWN = PartialDate("XXXX")


def read_date(text: str, *, day_first: bool | None = None, today: date | None = None) -> PartialDate:
    """Read what people type, in English, French, German or Spanish, or EDTF.

    Figures between dots are day first. Between slashes or hyphens they are read as day_first says;
    while it is None and both orders are possible, AmbiguousDate carries both. Anything else that is
    not a date raises UnreadableDate. "yesterday", "last month" and "3 days ago" are understood when today is given.
    """
    folded = _folded(text)
    try:
        return PartialDate(folded.upper().replace(" / ", "/"))
    except UnreadableDate:
        if today is not None and (edtf := near(folded, today)):
            return PartialDate(edtf)
        words = _words(plainly(folded), text)
    if day_first is not None:
        return _read(words, text, day_first)
    return _only_reading(words, text)


def _only_reading(words: list[str], text: str) -> PartialDate:
    try:
        day_first = _read(words, text, True)
    except UnreadableDate as refusal:
        try:
            return _read(words, text, False)
        except UnreadableDate:
            raise refusal from None
    try:
        month_first = _read(words, text, False)
    except UnreadableDate:
        return day_first
    if day_first != month_first:
        raise AmbiguousDate(text.strip(), day_first, month_first)
    return day_first


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MONTH_WORDS = """january janvier januar janner enero; february fevrier februar febrero; march mars marz maerz marzo;
april avril abril; may mai mayo; june juin juni junio; july juillet juli julio; august aout agosto;
september septembre septiembre setiembre; october octobre oktober octubre; november novembre noviembre;
december decembre dezember diciembre"""
_DAY_NAMES = """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag
lunes martes miercoles jueves viernes sabado domingo"""
_NOISE = _set_of(f"{_DAY_NAMES} the of on in th st nd rd er de del du d le la el en am im den dem der zum")
_UNKNOWN = frozenset(
    f"{noun}{word}"
    for noun in ("", "date ", "datum ", "fecha ")
    for word in ("unknown", "not known", "inconnu", "inconnue", "unbekannt", "desconocida", "desconocido", "?")
)
_ABOUT = _set_of("~ % about around circa ca c approximately approx roughly vers environ um etwa gegen hacia")
_PERHAPS = _set_of(
    "? % perhaps possibly probably maybe vielleicht wohl quiza quizas uncertain incertain unsicher incierto"
)
_BEFORE = _set_of("before until till by up prior avant jusqu vor bis antes hasta")
_AFTER = _set_of("after since from apres depuis nach seit ab von despues desde")
_OR_LATER = (["or", "later"], ["ou", "plus", "tard"], ["oder", "spater"], ["o", "despues"])
_BETWEEN = _set_of("between entre zwischen")
_TO = _set_of("to until till through bis au a hasta - /")
_AND = _TO | _set_of("and et und y e")
_VAGUE = _set_of(
    """early mid middle late beginning end spring summer autumn fall winter s debut fin mi printemps ete automne hiver
    anfang mitte ende fruhling sommer herbst principios mediados finales primavera verano otono invierno"""
)
_TOKEN = re.compile(r"[0-9]+(?:[./-][0-9]+)*|[a-z]+|[-~?%/]|[^\s.,()'’]")


def _month_numbers() -> dict[str, int]:
    """Every name of a month, and every beginning of three letters or more that no other month shares."""
    found: dict[str, set[int]] = {}
    for number, names in enumerate(_MONTH_WORDS.split(";"), start=1):
        for name in names.split():
            for length in range(3, len(name) + 1):
                found.setdefault(name[:length], set()).add(number)
    return {word: numbers.pop() for word, numbers in found.items() if len(numbers) == 1}


_MONTH_OF = _month_numbers()


class _Parts(NamedTuple):
    """What one point in time names; what is not named is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join("-" if c in "‐‑‒–—−" else _digit(c) for c in plain if not unicodedata.combining(c))
    return " ".join(plain.split())


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _words(folded: str, text: str) -> list[str]:
    """Take the text apart, without the small words that say nothing about when."""
    if re.search(r"[0-9]:[0-9]", folded):
        raise UnreadableDate(f"“{text.strip()[:40]}” has a time of day in it.", "Write the date alone.")
    joined = re.sub(r"([0-9])\s*([./])\s*(?=[0-9])", r"\1\2", folded)
    spaced = re.sub(r"(?<![0-9./-])([0-9]{4})[-/]([0-9]{4})(?![0-9./-])", r"\1 - \2", joined)
    spaced = re.sub(r"(?<![0-9./-])([0-9]{1,2})-([0-9]{1,2})(?![0-9./-])", r"\1 - \2", spaced)
    words = [word for word in _TOKEN.findall(spaced) if word not in _NOISE]
    if not words:
        raise UnreadableDate("There is no date here.")
    return words


def _read(words: list[str], text: str, day_first: bool) -> PartialDate:
    if " ".join(words) in _UNKNOWN:
        return UNKNOWN
    if not _VAGUE.isdisjoint(words):
        raise UnreadableDate(
            f"“{text.strip()[:40]}” is too loose to be kept as it is.",
            "Write the year alone, about and the year, or the months it lies between.",
        )
    return PartialDate(_Reading(text, day_first).whole(words))


class _Reading:
    """One attempt at a text, with the order of day and month decided."""

    def __init__(self, text: str, day_first: bool) -> None:
        self._text = text
        self._day_first = day_first

    def whole(self, words: list[str]) -> str:
        """Return the canonical text of everything typed."""
        tail = next((tail for tail in _OR_LATER if words[-len(tail) :] == tail), None)
        if tail is not None:
            return f"{self._point(words[: -len(tail)], _Parts())[1]}/.."
        first, rest = words[0], words[1:]
        if first in _BETWEEN:
            return self._interval(rest, _AND)
        if first not in _BEFORE | _AFTER:
            return self._interval(words, _TO) if _TO.intersection(rest) else self._point(words, _Parts())[1]
        rest = list(dropwhile(lambda word: word in _TO, rest))
        if first in _AFTER and _TO.intersection(rest):
            return self._interval(rest, _TO)
        point = self._point(rest, _Parts())[1]
        return f"../{point}" if first in _BEFORE else f"{point}/.."

    def _interval(self, words: list[str], joints: frozenset[str]) -> str:
        begin = list(takewhile(lambda word: word not in joints, words))
        parts, end = self._point(words[len(begin) + 1 :], _Parts())
        return f"{self._point(begin, parts)[1]}/{end}"

    def _point(self, words: list[str], like: _Parts) -> tuple[_Parts, str]:
        """Return what one side of the text names and its canonical form; like lends the month and year it shares."""
        signs = _ABOUT | _PERHAPS
        named = self._parts([word for word in words if word not in signs], like)
        about, perhaps = not _ABOUT.isdisjoint(words), not _PERHAPS.isdisjoint(words)
        sign = "%" if about and perhaps else "~" if about else "?" if perhaps else ""
        figures = [f"{named.year:04}"] + [f"{part:02}" for part in named[1:] if part is not None]
        canonical = "-".join(figures) + sign
        _span(canonical)
        return named, canonical

    def _parts(self, words: list[str], like: _Parts) -> _Parts:
        if len(words) == 1 and not words[0].isdecimal() and words[0][0].isdecimal():
            return self._figures(words[0])
        months = [_MONTH_OF[word] for word in words if word in _MONTH_OF]
        numbers = [word for word in words if word.isdecimal()]
        if not words or len(months) + len(numbers) != len(words) or len(months) > 1:
            raise _unreadable(self._text)
        years = [int(number) for number in numbers if len(number) == 4]
        days = [int(number) for number in numbers if len(number) <= 2]
        if len(years) + len(days) != len(numbers) or len(years) > 1:
            raise _unreadable(self._text)
        return self._completed(years, months, days, like)

    def _completed(self, years: list[int], months: list[int], days: list[int], like: _Parts) -> _Parts:
        year = years[0] if years else like.year
        month = months[0] if months else like.month if days and like.day else None
        if len(days) > 1 or (days and not months and not like.day):
            raise self._short_year()
        if year is None:
            raise UnreadableDate(f"“{self._text.strip()[:40]}” has no year.", "Write the year too, with four digits.")
        if days and month is None:
            raise _unreadable(self._text)
        return _Parts(year, month, days[0] if days else None)

    def _figures(self, word: str) -> _Parts:
        """Read figures joined by dots, slashes or hyphens."""
        figures = re.split(r"[./-]", word)
        lengths = [len(figure) for figure in figures]
        first, *others = (int(figure) for figure in figures)
        if max(lengths) <= 2 and len(figures) == 3:
            raise self._short_year()
        if lengths[0] == 4 and max(lengths[1:]) <= 2 and len(figures) <= 3:
            return _Parts(first, *others)
        if lengths[-1] != 4 or max(lengths[:-1]) > 2 or len(figures) > 3:
            raise _unreadable(self._text)
        if len(figures) == 2:
            return _Parts(others[0], first)
        day_first = "." in word or self._day_first
        day, month = (first, others[0]) if day_first else (others[0], first)
        if month > 12 >= day and "." not in word:
            day, month = month, day
        return _Parts(others[1], month, day)

    def _short_year(self) -> UnreadableDate:
        return UnreadableDate(
            f"“{self._text.strip()[:40]}” does not say which century is meant.",
            "Write the year with four digits, such as 2019.",
        )
