# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells out of text: whatever its encoding, and whether commas, semicolons, tabs or bars stand between them."""

import csv
import io
from collections import Counter
from typing import Literal

from . import plain_text
from .table import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Row, Table

_DELIMITERS = ",;\t|"
_LOOKED_AT = 200
"""Rows that are enough to know what stands between cells."""
_QUOTING: dict[bool, Literal[0, 3]] = {True: csv.QUOTE_MINIMAL, False: csv.QUOTE_NONE}
_LAST = "\x1e"
"""A row of our own below all others: where it does not come out alone, a quotation mark has swallowed it."""


def read(content: bytes) -> Table:
    """The cells of a text file. Empty text gives no rows; any text at all gives some."""
    text = plain_text.decoded(content).replace("\0", "").replace(_LAST, "").lstrip("\ufeff")
    text, named = _without_hint(text)
    delimiter = named or _delimiter_of(text)
    rows, is_open = _rows(text, delimiter, MOST_ROWS + 1)
    if not is_open:
        return Table(tuple(rows))
    rows, _ = _rows(text, delimiter, MOST_ROWS + 1, with_quotes=False)
    said = "A quotation mark is opened in the file and never closed, so quotation marks were read as plain signs."
    return Table(tuple(rows), troubles=(said,))


def _without_hint(text: str) -> tuple[str, str]:
    """A first line such as "sep=;" tells Excel what stands between cells; it is no row of the table."""
    first, _, rest = text.partition("\n")
    hint = first.strip("\r\ufeff\"' ")
    if hint.lower().startswith("sep=") and len(hint) == 5:
        return rest, hint[4]
    return (rest, "\t") if hint.lower() == "sep=" and "\t" in first else (text, "")


def _delimiter_of(text: str) -> str:
    """What makes most rows equally long; commas where nothing tells."""
    best, delimiter = (0.0, 0), ","
    for candidate in _DELIMITERS:
        rows, is_open = _rows(text, candidate, _LOOKED_AT)
        lengths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
        width, times = max(lengths.items(), key=lambda one: (one[1] if one[0] > 1 else 0, one[0]), default=(0, 0))
        if width < 2:
            continue
        alike = times / lengths.total() * (0.5 if is_open else 1.0)
        # A wide table whose last cells are left empty has rows of many lengths; a text with commas has, too.
        if (round(alike, 1), width) > best:
            best, delimiter = (round(alike, 1), width), candidate
    return delimiter


def _rows(text: str, delimiter: str, most: int, *, with_quotes: bool = True) -> tuple[list[Row], bool]:
    """Up to so many rows, and whether a quotation mark is still open at the end of the text."""
    # The limit is the library's own for every reader; ours is looked at afterwards, with a sentence.
    csv.field_size_limit(max(len(text) + 1, LONGEST_CELL))
    reader = csv.reader(io.StringIO(f"{text}\n{_LAST}", newline=""), delimiter=delimiter, quoting=_QUOTING[with_quotes])
    rows: list[Row] = []
    for row in reader:
        rows.append(tuple(row[: MOST_COLUMNS + 1]))
        if len(rows) >= most:
            return rows, False
    is_open = rows[-1] != (_LAST,)
    return rows if is_open else rows[:-1], is_open
