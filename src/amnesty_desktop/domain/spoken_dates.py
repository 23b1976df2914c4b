# SPDX-License-Identifier: GPL-3.0-or-later
"""How dates and lengths of time are said in words, as known and never more exactly."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .dates import PartialDate


class _Words(NamedTuple):
    """The words around a date in one language; those ending in _day stand before a whole day."""

    about: str
    about_day: str
    before: str
    before_day: str
    since: str
    since_day: str
    span: str
    uncertain: str
    unknown: str


# The window and the papers speak these; a date in any other language keeps its own months with English words.
_WORDS = {
    "en": _Words(
        about="about {}",
        about_day="about {}",
        before="before {}",
        before_day="before {}",
        since="since {}",
        since_day="since {}",
        span="{} to {}",
        uncertain="{} (uncertain)",
        unknown="date not known",
    ),
    "fr": _Words(
        about="vers {}",
        about_day="vers le {}",
        before="avant {}",
        before_day="avant le {}",
        since="depuis {}",
        since_day="depuis le {}",
        span="{} à {}",
        uncertain="{} (incertain)",
        unknown="date inconnue",
    ),
    "de": _Words(
        about="etwa {}",
        about_day="etwa {}",
        before="vor {}",
        before_day="vor dem {}",
        since="seit {}",
        since_day="seit dem {}",
        span="{} bis {}",
        uncertain="{} (unsicher)",
        unknown="Datum unbekannt",
    ),
    "es": _Words(
        about="hacia {}",
        about_day="hacia el {}",
        before="antes de {}",
        before_day="antes del {}",
        since="desde {}",
        since_day="desde el {}",
        span="{} a {}",
        uncertain="{} (incierto)",
        unknown="fecha desconocida",
    ),
}
_ENGLISH = _WORDS["en"]


def spoken(value: PartialDate | date, locale: str = "en_GB", *, short: bool = False, today: date | None = None) -> str:
    """Return value in words, such as "7 May 2019", "about 2015", "before March 2016" or "2015 to 2017".

    locale is a language with or without a territory ("fr", "en_US"). With short, months are abbreviated
    and a day of the year of today goes without its year.
    """
    if isinstance(value, date):
        value = PartialDate.of(value)
    words = _WORDS.get(locale[:2], _ENGLISH)
    if not value.is_known:
        return words.unknown
    year = today.year if today and short else 0
    begin, slash, end = value.edtf.partition("/")
    if not slash:
        return _point(begin, locale, short, year)
    if begin == "..":
        template = words.before_day if _is_day(end) else words.before
        return template.format(_point(end, locale, short, year))
    if end == "..":
        template = words.since_day if _is_day(begin) else words.since
        return template.format(_point(begin, locale, short, year))
    return words.span.format(_point(begin, locale, short, year), _point(end, locale, short, year))


def spoken_day_and_weekday(day: date, locale: str = "en_GB") -> str:
    """Return a day of this season with its weekday and without its year, such as "Monday 23 November"."""
    from babel.dates import format_skeleton, get_day_names

    weekday = get_day_names("wide", locale=_known(locale))[day.weekday()]
    model = format_skeleton("MMMMEEEEd", day, locale=_known(locale))
    comma = next((sign for sign in ",،" if sign in model), "")
    return f"{weekday}{comma} {format_skeleton('MMMMd', day, locale=_known(locale))}"


def days_from(today: date, day: date) -> str:
    """Say how far away a deadline is: "in 3 days", "tomorrow", "today", "1 day over", "4 days over"."""
    days = (day - today).days
    if days < 0:
        return f"{_counted(-days, 'day')} over"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def time_span(begin: date, end: date) -> str:
    """Say roughly how long it is from begin to end: days up to two weeks, weeks up to three months, then months, years.

    Full units are counted, never rounded up; the order of the two days does not matter.
    """
    first, last = sorted((begin, end))
    days = (last - first).days
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if days < 14:
        return _counted(days, "day")
    if months < 3:
        return _counted(days // 7, "week")
    return _counted(months, "month") if months < 24 else _counted(months // 12, "year")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _is_day(point: str) -> bool:
    return point.count("-") == 2


@lru_cache(maxsize=4096)
def _point(point: str, locale: str, short: bool, year: int) -> str:
    """Say one point in time; year is the one that goes without saying, or 0."""
    words = _WORDS.get(locale[:2], _ENGLISH)
    bare, sign = point.rstrip("~?%"), point[-1]
    said = _figures(bare, locale, short, year)
    if sign in "~%":
        said = (words.about_day if _is_day(bare) else words.about).format(said)
    return words.uncertain.format(said) if sign in "?%" else said


def _figures(bare: str, locale: str, short: bool, year: int) -> str:
    first = PartialDate(bare).earliest
    if len(bare) == 4:
        return bare
    from babel.dates import format_date, format_skeleton

    if len(bare) == 7:
        return str(format_skeleton("yMMM" if short else "yMMMM", first, locale=_known(locale)))
    if not short:
        return str(format_date(first, "long", locale=_known(locale)))
    return str(format_skeleton("MMMd" if first.year == year else "yMMMd", first, locale=_known(locale)))


@lru_cache(maxsize=256)
def _known(locale: str) -> str:
    """Return the nearest locale with month names, British English at worst."""
    from babel import Locale, UnknownLocaleError

    for wanted in (locale, locale.partition("_")[0]):
        try:
            return str(Locale.parse(wanted.replace("-", "_")))
        except (UnknownLocaleError, ValueError):
            continue
    return "en_GB"
