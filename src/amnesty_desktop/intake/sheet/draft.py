# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft of a case read from one sheet: every field with the place it came from and how sure it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from ...domain.addressee import AddresseeRole
from ...domain.case import CaseKind, ConcernList, Confidentiality
from ...domain.dates import PartialDate
from ...domain.person import Sex

T = TypeVar("T")


class Sureness(StrEnum):
    """How far a field can be trusted. Whoever reviews the draft looks at unsure and missing ones first."""

    SURE = "sure"
    UNSURE = "unsure"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Place:
    """Characters begin to end of PageText.text."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One field: its value, how sure it is, and where it stands. A missing one has an empty value and no place."""

    value: T
    sureness: Sureness = Sureness.MISSING
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """One person. news is the list of the sheet they stand in, such as "Released"; age is in years, as printed."""

    name: str
    sex: Sex | None = None
    age: int | None = None
    work: str = ""
    news: str = ""
    sureness: Sureness = Sureness.SURE
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftAddressee:
    """One addressee. name is without titles, lines are the whole block as printed; salutation as printed."""

    role: AddresseeRole
    name: str = ""
    office: str = ""
    lines: tuple[str, ...] = ()
    salutation: str = ""
    email: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    sureness: Sureness = Sureness.SURE
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftText:
    """A passage of the sheet, its lines joined."""

    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftConcern:
    """A concern the heading names: the words of the sheet, and the terms of the list of fears or of issues."""

    words: str
    terms: tuple[tuple[ConcernList, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDraft:
    """All that a sheet says. Nothing is filled in from outside it.

    update counts from 0, the first sheet; countries are ISO codes, more than one where the heading names more
    governments; languages are those to write in; earlier is what the sheet quotes as the ones before it; notes are
    the passages that fit nowhere else; warnings are sentences on slips and doubts.
    """

    language: str = "en"
    kind: Found[CaseKind] = Found(CaseKind.OTHER)
    number: Found[int | None] = Found(None)
    year: Found[int | None] = Found(None)
    reference: str = ""
    update: Found[int | None] = Found(None)
    closing: Found[bool] = Found(False)
    index: Found[str | None] = Found(None)
    confidentiality: Found[Confidentiality | None] = Found(None)
    countries: Found[tuple[str, ...]] = Found(())
    issued: Found[PartialDate | None] = Found(None)
    appeal_by: Found[PartialDate | None] = Found(None)
    title: Found[str] = Found("")
    concerns: Found[tuple[DraftConcern, ...]] = Found(())
    people: tuple[DraftPerson, ...] = ()
    summary: Found[str] = Found("")
    asks: tuple[DraftText, ...] = ()
    addressees: tuple[DraftAddressee, ...] = ()
    languages: Found[tuple[str, ...]] = Found(())
    model_letter: Found[str] = Found("")
    background: Found[str] = Found("")
    earlier: Found[str] = Found("")
    notes: tuple[DraftText, ...] = ()
    warnings: tuple[str, ...] = ()
