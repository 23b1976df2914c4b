# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as a value: what stands on its pages in order, and the rows of its table for a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .drawing import Drawing

Cell = str | int


class ReportKind(StrEnum):
    """The reports a group writes."""

    ANNUAL = "annual"
    SECTION_RETURN = "section_return"
    DOSSIER = "dossier"
    GOOD_NEWS = "good_news"
    REPRESENTATIONS = "representations"
    HANDOVER = "handover"
    WRITE_FOR_RIGHTS = "write_for_rights"


class Audience(StrEnum):
    """Whom a report is for. Nothing confidential stands in one that leaves the group."""

    MEMBERS = "members"
    ANYBODY = "anybody"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 begins a part, 2 a piece of it. starts_page puts it on a page of its own."""

    text: str
    level: int = 1
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; lead stands before the text in bold, is_note sets it small and grey."""

    text: str
    lead: str = ""
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short paragraphs."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; share is its part of the width, numbers are set to the right."""

    name: str
    share: float = 1.0
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; a row has one cell for each column. total is a last row, set apart.

    A dense one is set smaller, so that half as many rows again go on a page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    is_dense: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with the words under it; said tells a screen reader what it shows."""

    drawing: Drawing
    caption: str
    said: str


Block = Heading | Words | Points | Table | Picture


@dataclass(frozen=True, slots=True)
class Rows:
    """The same as a sheet of numbers: columns have stable names, dates are ISO, numbers plain."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report. group is the name of the group, subtitle the period or the case, rows what a .csv holds."""

    kind: ReportKind
    title: str
    subtitle: str
    group: str
    audience: Audience
    blocks: tuple[Block, ...]
    rows: Rows
    is_sample: bool = False


def rows_of(table: Table, names: Sequence[str]) -> Rows:
    """A table as rows under other names, its total left out: a spreadsheet adds up by itself."""
    return Rows(tuple(names), table.rows)
