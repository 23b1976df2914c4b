# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates in the cells of one spreadsheet: whether its days come before its months is one question for the whole file."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..domain.dates import AmbiguousDate, PartialDate, UnreadableDate, read_date
from .column_fields import DATE_FIELDS
from .columns import Columns
from .table import Table

_FIGURES = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-][0-9]{4}")
_TIME = re.compile(r"[ T]\s*[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?(?:Z|[+-][0-9:]+)?$")
_MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class DayOrder:
    """What the dates of a file say about their order.

    day_first is None where no row decides, or rows decide both ways; examples are then cells that can be read
    in two ways. contradicts says that rows decide both ways.
    """

    day_first: bool | None = None
    examples: tuple[str, ...] = ()
    contradicts: bool = False

    @property
    def must_be_asked(self) -> bool:
        """Whether somebody has to say which order is meant."""
        return self.day_first is None and bool(self.examples)


def day_order(table: Table, columns: Columns) -> DayOrder:
    """Look through all dates of a file for those that can be read in one way only."""
    decided: set[bool] = set()
    examples: dict[str, None] = {}
    for number, field in enumerate(columns.columns):
        if field not in DATE_FIELDS:
            continue
        for row in range(columns.first_row, len(table.rows)):
            text = without_time(table.cell(row, number))
            figures = _FIGURES.fullmatch(text)
            if figures and _decides(int(figures[1]), int(figures[2])) is not None:
                decided.add(int(figures[1]) > 12)
            elif text and len(examples) < _MOST_EXAMPLES and _is_ambiguous(text):
                examples[text] = None
    if len(decided) == 1:
        return DayOrder(decided.pop())
    return DayOrder(None, tuple(examples), len(decided) == 2)


def without_time(text: str) -> str:
    """A cell without the time of day that exports of other programs put behind a date."""
    return _TIME.sub("", text.strip())


@lru_cache(maxsize=8192)
def date_in(text: str, day_first: bool | None) -> PartialDate:
    """The date in a cell; raises UnreadableDate."""
    return read_date(without_time(text), day_first=day_first)


def _decides(first: int, second: int) -> bool | None:
    if first > 12 >= second:
        return True
    return False if second > 12 >= first else None


def _is_ambiguous(text: str) -> bool:
    try:
        read_date(text)
    except AmbiguousDate:
        return True
    except UnreadableDate:
        return False
    return False
