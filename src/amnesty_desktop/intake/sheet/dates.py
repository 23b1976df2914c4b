# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates inside running text, in the languages and the spellings of sheets."""

import re
from dataclasses import dataclass
from datetime import date

from ...domain.dates import PartialDate, UnreadableDate
from .text import folded

_MONTHS = """january jan janvier januar janner enero stycznia styczen gennaio janeiro;
february feb fevrier fevr februar febrero lutego luty febbraio fevereiro;
march mar mars marz maerz marzo marca marzec marco; april apr avril avr abril kwietnia kwiecien aprile;
may mai mayo maja maj maggio maio; june jun juin juni junio czerwca czerwiec giugno junho;
july jul juillet juil juli julio lipca lipiec luglio julho;
august aug aout agosto sierpnia sierpien;
september sept sep septembre septiembre setiembre wrzesnia wrzesien settembre setembro;
october oct octobre oktober okt octubre pazdziernika pazdziernik ottobre outubro;
november nov novembre noviembre listopada listopad novembro;
december dec decembre dezember dez diciembre dic grudnia grudzien dicembre dezembro"""
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS.split(";"), start=1) for word in words.split()}
MONTHS = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
"""The months by name, without accents, for patterns."""
_MONTH = MONTHS
_WHOLE = re.compile(
    rf"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|o|a)?,?\s{{0,3}}(?:de\s|of\s)?\s{{0,3}}(?P<month>{_MONTH})\b\.?,?"
    rf"(?:\s{{1,3}}(?:de\s|del\s|of\s)?\s{{0,2}}'?(?P<year>\d{{4}}|\d{{2}})(?!\d|:\d))?"
    rf"|\b(?P<month2>{_MONTH})\.?\s{{1,3}}(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?![\d/:])"
    rf"(?:,?\s{{1,3}}(?P<year2>\d{{4}})(?!\d))?"
    rf"|\b(?P<month3>{_MONTH})\.?,?\s{{1,3}}(?:de\s|del\s|of\s)?(?P<year3>(?:19|20)\d{{2}})(?!\d)"
    rf"|(?<![\d/.-])(?P<year4>(?:19|20)\d{{2}})-(?P<month4>\d{{2}})-(?P<day4>\d{{2}})(?![\d/-])"
    rf"|(?<![\d/.-])(?P<day5>\d{{1,2}})(?P<sign>[./-])(?P<month5>\d{{1,2}})(?P=sign)(?P<year5>(?:19"
    rf"|20)\d{{2}})(?![\d/-])"
    rf"|(?<![\d/.-])(?P<day6>\d{{1,2}})\.(?P<month6>\d{{1,2}})\.(?P<year6>\d{{2}})(?![\d/.-])"
)


@dataclass(frozen=True, slots=True)
class DateInText:
    """A date at characters begin to end of a text; without a year it has only month and day."""

    begin: int
    end: int
    on: PartialDate | None
    month: int = 0
    day: int = 0
    is_unclear: bool = False


def dates_in(text: str) -> list[DateInText]:
    """Return every date of text in its order; one that is none, such as 31 June, is passed over."""
    if not any(sign.isdigit() for sign in text):
        return []
    found = []
    for each in _WHOLE.finditer(folded(text)):
        made = _made(each)
        if made is not None:
            found.append(made)
    return found


def first_date(text: str) -> DateInText | None:
    """Return the first date of text that has a year and is clear."""
    return next((each for each in dates_in(text) if each.on and not each.is_unclear), None)


def with_year(found: DateInText, issued: PartialDate | None) -> PartialDate | None:
    """Return the date; one without a year is the next such day from the day of issue on, where that is known."""
    if found.on is not None or issued is None or not found.day:
        return found.on
    for year in (issued.earliest.year, issued.earliest.year + 1):
        try:
            day = date(year, found.month, found.day)
        except ValueError:
            continue
        if day >= issued.earliest:
            return PartialDate.of(day)
    return None


def _made(each: re.Match[str]) -> DateInText | None:
    begin, end = each.span()
    if each["year5"]:
        return _figures(each, begin, end)
    if each["year6"]:
        on = _day(_full(each["year6"]), int(each["month6"]), int(each["day6"]))
        return DateInText(begin, end, on) if on else None
    if each["year3"]:
        return DateInText(begin, end, PartialDate(f"{each['year3']}-{_MONTH_OF[each['month3']]:02}"))
    if each["year4"]:
        on = _day(int(each["year4"]), int(each["month4"]), int(each["day4"]))
        return DateInText(begin, end, on) if on else None
    month = _MONTH_OF[each["month"] or each["month2"]]
    day = int(each["day"] or each["day2"])
    year = each["year"] or each["year2"]
    if not year:
        return DateInText(begin, end, None, month, day) if 1 <= day <= 31 else None
    on = _day(_full(year), month, day)
    return DateInText(begin, end, on, month, day) if on else None


def _figures(each: re.Match[str], begin: int, end: int) -> DateInText | None:
    first, second, year = int(each["day5"]), int(each["month5"]), int(each["year5"])
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if each["sign"] == "." or day_first == month_first or month_first is None:
        return DateInText(begin, end, day_first) if day_first else None
    if day_first is None:
        return DateInText(begin, end, month_first)
    return DateInText(begin, end, day_first, is_unclear=True)


def _day(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(f"{year:04}-{month:02}-{day:02}")
    except UnreadableDate:
        return None


def _full(year: str) -> int:
    figures = int(year)
    if len(year) == 4:
        return figures
    return 1900 + figures if figures >= 61 else 2000 + figures
