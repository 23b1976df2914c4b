# SPDX-License-Identifier: GPL-3.0-or-later
"""What the head of a mail says of the sheet in it: used only where the sheet itself is silent, and never as sure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parsedate_to_datetime

from ...domain.dates import PartialDate
from .countries import countries_within
from .draft import Found, SheetDraft, Sureness
from .reference import Naming, namings_in
from .text import folded

_Headers = Sequence[tuple[str, str]]
_PASSED_ON = re.compile(r"(?:\s*(?:fwd?|re|aw|wg|tr|rv|odp|pd)\s?:|\s*\[[^\[\]]{1,40}\])+\s*", re.IGNORECASE)
_SHEET = re.compile(r"urgent action|action urgente|accion urgente|pilna akcja|eilaktion|\bua\b|\bau\b")
_LONGEST_TITLE = 160


def subject_of(headers: _Headers) -> str:
    """The subject of a mail without what passing it on put before it; empty where there is none."""
    subject = next((value for name, value in headers if name == "Subject"), "")
    return _PASSED_ON.sub("", subject, count=1).strip()


def naming_of(headers: _Headers) -> Naming | None:
    """The number in the subject of a mail."""
    return next(iter(namings_in(subject_of(headers))), None)


def completed_by_mail(draft: SheetDraft, headers: _Headers) -> SheetDraft:
    """The draft with the country, title and day of its mail where the sheet has none; all of them are unsure."""
    subject = subject_of(headers)
    if not headers or not _is_about_a_sheet(draft, subject):
        return draft
    codes = tuple(countries_within(subject)[:2])
    if codes and draft.countries.sureness is Sureness.MISSING:
        draft = replace(draft, countries=Found(codes, Sureness.UNSURE))
    title = _title_in(subject)
    if title and not draft.title.value:
        draft = replace(draft, title=Found(title, Sureness.UNSURE))
    day = _day_of(headers)
    if day is not None and draft.issued.value is None:
        draft = replace(draft, issued=Found(day, Sureness.UNSURE))
    return draft


def _is_about_a_sheet(draft: SheetDraft, subject: str) -> bool:
    return draft.number.value is not None or bool(_SHEET.search(folded(subject)))


def _title_in(subject: str) -> str:
    named = next(iter(namings_in(subject)), None)
    rest = f"{subject[: named.begin]} {subject[named.end :]}" if named else subject
    rest = re.sub(r"\(\s*\)|^\s*urgent action(?: appeal)?\s*[-–:]?\s", " ", rest, flags=re.IGNORECASE)
    title = " ".join(rest.split()).strip(" -–:|,")
    return title if 8 < len(title) <= _LONGEST_TITLE else ""


def _day_of(headers: _Headers) -> PartialDate | None:
    printed = next((value for name, value in headers if name == "Date"), "")
    try:
        return PartialDate.of(parsedate_to_datetime(printed).date())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
