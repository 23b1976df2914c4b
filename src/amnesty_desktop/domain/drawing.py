# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawing as a value, so that the window and a Word document show the very same picture.

Sizes are in points from the upper left corner; inks are roles, because a dark window and white paper differ.
"""

from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """What a mark is for. HATCH is ink with gaps, told apart from solid ink without colour."""

    TEXT = "text"
    QUIET = "quiet"
    LINE = "line"
    BAR = "bar"
    HATCH = "hatch"
    ACCENT = "accent"


class Anchor(StrEnum):
    """Which point of a text its place gives: its start, middle or end, on the base line."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Block:
    """A filled rectangle."""

    left: float
    top: float
    width: float
    height: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of some width in points; is_dashed leaves gaps."""

    left: float
    top: float
    right: float
    bottom: float
    ink: Ink
    width: float = 0.75
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text. left and base are its place, width the most it may take (0: any)."""

    text: str
    left: float
    base: float
    ink: Ink = Ink.TEXT
    anchor: Anchor = Anchor.START
    size: float = 9.0
    is_strong: bool = False
    width: float = 0.0


Mark = Block | Stroke | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks in the order they are painted."""

    width: float
    height: float
    marks: tuple[Mark, ...]
