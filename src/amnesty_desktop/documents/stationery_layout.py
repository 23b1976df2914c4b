# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things stand on envelopes and sheets of labels, in millimetres from the upper left corner.

Envelopes follow ISO 269 (DL, C6) and the No. 10 of North America; 15 mm at the right and lower edge stay free for
the machines of the post. Labels: 24 of 70 by 37 mm on A4; 30 of 2 5/8 by 1 inch on US Letter, as on sheet 5160.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from ..domain.stationery import EnvelopeSize, LabelSheet
from .layout import Box

_INCH = 25.4
_EM = 0.52
"""Width of a letter of the usual face, on average and with some room, in parts of its size."""
_LEADING = 1.22
"""Distance of two lines in parts of their size."""
_LEAST_POINTS = 6.5


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeLayout:
    """One size of envelope. points is the size the address is set in while it fits its box."""

    width: float
    height: float
    sender: Box
    airmail: Box
    sample: Box
    address: Box
    points: float = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelLayout:
    """One sheet of labels. inset is the room kept inside a label, since printers pull paper askew."""

    width: float
    height: float
    columns: int
    rows: int
    first: Box
    across: float
    down: float
    inset: float
    points: float

    @property
    def labels(self) -> int:
        """How many there are on a sheet."""
        return self.columns * self.rows

    @property
    def boxes(self) -> Iterator[Box]:
        """The room for the address on each label, row by row."""
        first, inset = self.first, self.inset
        for row in range(self.rows):
            for column in range(self.columns):
                left, top = first.left + column * self.across + inset, first.top + row * self.down + inset
                yield Box(left, top, first.width - 2 * inset, first.height - 2 * inset)


ENVELOPES = {
    EnvelopeSize.DL: EnvelopeLayout(
        width=220,
        height=110,
        sender=Box(12, 10, 85, 24),
        airmail=Box(13, 37, 62, 7),
        sample=Box(125, 10, 56, 6),
        address=Box(105, 52, 100, 43),
    ),
    EnvelopeSize.C6: EnvelopeLayout(
        width=162,
        height=114,
        sender=Box(10, 9, 65, 24),
        airmail=Box(11, 37, 56, 7),
        sample=Box(76, 9, 52, 6),
        address=Box(66, 54, 81, 45),
        points=12,
    ),
    EnvelopeSize.NO_10: EnvelopeLayout(
        width=9.5 * _INCH,
        height=4.125 * _INCH,
        sender=Box(12, 10, 90, 24),
        airmail=Box(13, 37, 62, 7),
        sample=Box(135, 10, 58, 6),
        address=Box(114, 48, 112, 41),
    ),
}

LABELS = {
    LabelSheet.A4_24: LabelLayout(
        width=210,
        height=297,
        columns=3,
        rows=8,
        first=Box(0, 0.5, 70, 37),
        across=70,
        down=37,
        inset=5,
        points=10.5,
    ),
    LabelSheet.US_5160: LabelLayout(
        width=8.5 * _INCH,
        height=11 * _INCH,
        columns=3,
        rows=10,
        first=Box(3 / 16 * _INCH, _INCH / 2, 2.625 * _INCH, _INCH),
        across=2.75 * _INCH,
        down=_INCH,
        inset=2.5,
        points=10,
    ),
}


def fitting_points(text: str, room: Box, points: float) -> float:
    """The size in points, points at most, at which all lines of a text find room; the least there is otherwise."""
    size = points
    while size > _LEAST_POINTS and not _fits(text, room, size):
        size -= 0.5
    return size


def _fits(text: str, room: Box, points: float) -> bool:
    size = points * _INCH / 72
    in_a_line = room.width / (size * _EM)
    lines = sum(max(1, -int(-_width(line) // in_a_line)) for line in text.splitlines())
    return lines * size * _LEADING <= room.height


def _width(line: str) -> float:
    """How many usual letters a line is wide."""
    return sum(2 if east_asian_width(sign) in "WF" else 1.25 if sign.isupper() else 1 for sign in line)
