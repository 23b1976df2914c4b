# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers on papers: the action number that stays with a case, and the AI Index that every document has anew.

Sheets write both in many ways and with slips. What cannot be right is said, never refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .case import CaseKind
from .dates import PartialDate

FOUNDED = 1961
"""The year Amnesty began; two-digit years from 61 on belong to the century before."""

_KINDS = {
    "UA": CaseKind.URGENT_ACTION,
    "AU": CaseKind.URGENT_ACTION,
    "EX": CaseKind.EXTRA,
    "EXTRA": CaseKind.EXTRA,
    "MA": CaseKind.MEDICAL_ACTION,
    "NSA": CaseKind.NATIONAL_ACTION,
}
_LETTERS = {kind: [letters for letters, its in _KINDS.items() if its is kind] for kind in set(_KINDS.values())}
_ACTION_FORM = r"""
    \b (?P<kind>EXTRA|EX|UA|AU|MA|NSA)
    (?: \s*[:.\-]\s* | \s* )
    (?P<number>[0-9]{1,3})
    \s*[/.]\s*
    (?P<year>[0-9]{4}|[0-9]{2}) (?!/?[0-9])
    (?: -(?P<update>[0-9]{1,2}) (?![0-9]) )?
"""
_ACTION = re.compile(_ACTION_FORM, re.VERBOSE)
_TYPED_ACTION = re.compile(rf"\s*{_ACTION_FORM}\s*", re.VERBOSE | re.IGNORECASE)
# Section web sites name the papers of an Urgent Action so: uaa05210.pdf is UA 52/10.
_FILE_NAME = re.compile(r"\s*uaa(?P<number>[0-9]{3})(?P<year>[0-9]{2})(?:\.[a-z]{2,4})?\s*", re.IGNORECASE)
_INDEX = re.compile(
    r"\b(?P<area>AFR|AMR|ASA|EUR|MDE|ACT|ORG|POL|FIN)\s*(?P<country>[0-9]{2})\s*/\s*"
    r"(?P<serial>[0-9]{1,4})\s*/\s*(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """An action number. Kind, number and year name the case; update is the count behind a hyphen, where one is given.

    Each kind has its own sequence: UA 48/03 and EX 48/03 are two cases.
    """

    kind: CaseKind
    number: int
    year: int
    update: int | None = None

    @property
    def printed(self) -> str:
        """The form of the sheets, such as "UA 60/16", without the update."""
        return f"{_LETTERS[self.kind][0]} {self.number}/{_short_year(self.year)}"

    @property
    def case_key(self) -> tuple[CaseKind, int, int]:
        """What is the same on every paper of one case."""
        return self.kind, self.number, self.year


@dataclass(frozen=True, slots=True)
class DocumentIndex:
    """An AI Index: area (three letters), country (two figures), serial number and year of one document."""

    area: str
    country: str
    serial: int
    year: int

    @property
    def printed(self) -> str:
        """The form of its time: "EUR 44/11/91", from 2000 "AMR 23/005/2005", from 2016 "EUR 44/0440/2019"."""
        if self.year < 2000:
            return f"{self.area} {self.country}/{self.serial}/{_short_year(self.year)}"
        figures = 4 if self.year >= 2016 else 3
        return f"{self.area} {self.country}/{self.serial:0{figures}}/{self.year}"


def read_reference(text: str) -> Reference | None:
    """Return the first action number in text, or None.

    Within other words its letters are capitals; alone it may be typed in small letters or be a file name.
    A word such as THIRD before it is left alone: sheets differ in whether it counts the first paper.
    """
    found = _ACTION.search(text) or _TYPED_ACTION.fullmatch(text)
    if found:
        return _reference(found)
    named = _FILE_NAME.fullmatch(text)
    return Reference(CaseKind.URGENT_ACTION, int(named["number"]), _full_year(named["year"])) if named else None


def references_in(text: str) -> tuple[Reference, ...]:
    """Return every action number in text, in its order."""
    return tuple(_reference(found) for found in _ACTION.finditer(text))


def printed_forms(text: str) -> tuple[str, ...]:
    """Return the ways in which people may look for a reference, the text itself first; none for empty text."""
    reference = read_reference(text)
    forms = [text.strip(), *(_written(reference) if reference else ())]
    return tuple(dict.fromkeys(filter(None, forms)))


def year_warning(reference: Reference, today: date, issued: PartialDate | None = None) -> str | None:
    """Return a sentence where the year of a number looks like a slip; issued is the date of the first paper."""
    if reference.year > today.year:
        return f"{reference.printed} would be from {reference.year}, and that year has not begun."
    if reference.year < FOUNDED:
        return f"{reference.printed} would be from {reference.year}, before Amnesty began in {FOUNDED}."
    if issued and not issued.earliest.year <= reference.year <= issued.latest.year:
        return f"{reference.printed} is a number of {reference.year}, but the date of issue is not in that year."
    return None


def read_index(text: str) -> DocumentIndex | None:
    """Return the first AI Index in text, or None; it may be broken over a line end, in small letters or unspaced."""
    found = _INDEX.search(text)
    return _document_index(found) if found else None


def indexes_in(text: str) -> tuple[DocumentIndex, ...]:
    """Return every AI Index in text, in its order."""
    return tuple(_document_index(found) for found in _INDEX.finditer(text))


def _reference(found: re.Match[str]) -> Reference:
    update = int(found["update"]) if found["update"] else None
    return Reference(_KINDS[found["kind"].upper()], int(found["number"]), _full_year(found["year"]), update)


def _document_index(found: re.Match[str]) -> DocumentIndex:
    return DocumentIndex(found["area"].upper(), found["country"], int(found["serial"]), _full_year(found["year"]))


def _written(reference: Reference) -> Iterator[str]:
    short, full = f"{reference.number}", f"{reference.number:03}"
    for letters in _LETTERS[reference.kind]:
        yield f"{letters} {short}/{_short_year(reference.year)}"
        yield f"{letters} {full}/{reference.year}"
        yield f"{letters}{short}/{_short_year(reference.year)}"
        yield f"{letters}{full}/{reference.year}"


def _full_year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return 1900 + year if year >= FOUNDED % 100 else 2000 + year


def _short_year(year: int) -> str:
    """Return two figures where they read back as this year, otherwise all four."""
    return f"{year % 100:02}" if FOUNDED <= year < FOUNDED + 100 else f"{year:04}"
