# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things stand on the page of a letter, in millimetres, and how large they are set, in points.

A4 follows DIN 5008, form B: head to 45 mm, return line and address in the window of a DL or C6/5
envelope. US Letter keeps its address where the window of a No. 10 envelope shows it, however the sheet
lies inside: 7/8 inch from the left, 1/2 inch from the bottom, 4 1/2 by 1 1/8 inches.
"""

from dataclasses import dataclass, replace

from ..domain.group import Paper

FONT = "Cambria"
"""The face of letters; where it is missing, Word and LibreOffice take its likeness Caladea or another serif."""
YELLOW = "FFEB00"
RED = "B3261E"
INK = "1A1A18"
GREY = "5A5953"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page: mm from the left and upper edge, and its size."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Millimetres from the left edge of the page to its right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Millimetres from the upper edge of the page to its lower side."""
        return self.top + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayout:
    """The geometry of one kind of paper, in mm from the upper left corner.

    head holds the letterhead, with room for a name of two lines and the rule as its lower edge; on later
    pages text begins at top_margin. return_line and address share the window. folds and punch are marks
    at the left edge.
    """

    width: float
    height: float
    left_margin: float
    right_margin: float
    top_margin: float
    bottom_margin: float
    head: Box
    return_line: Box
    address: Box
    sender: Box
    subject: float
    folds: tuple[float, ...]
    punch: float | None
    signature_space: float = 17.0

    @property
    def text_width(self) -> float:
        """Millimetres between the margins."""
        return self.width - self.left_margin - self.right_margin


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Sizes and distances in points.

    line is the least distance of two lines of text; after stands between two paragraphs, before_bullet above a
    bullet. Six lines of the address, at address_line, fill the 27.3 mm of its field.
    """

    name: float = 17
    name_line: float = 19
    group_line: float = 9
    sample: float = 10
    return_line: float = 7.5
    address: float = 11
    address_line: float = 12.9
    sender: float = 10
    sender_line: float = 13.5
    body: float = 11
    body_complex: float = 12.5
    """Of Arabic and Hebrew letters, which look smaller than Latin ones of their size."""
    line: float = 14.5
    after: float = 7
    before_bullet: float = 3.5
    before_salutation: float = 20
    bullet_indent: float = 16
    small: float = 9.5
    before_small: float = 14


SIZES = TypeSizes()

_A4 = PageLayout(
    width=210,
    height=297,
    left_margin=25,
    right_margin=20,
    top_margin=30,
    bottom_margin=20,
    head=Box(25, 9, 165, 20.5),
    return_line=Box(25, 45, 80, 17.7),
    address=Box(25, 62.7, 80, 27.3),
    sender=Box(125, 50, 65, 40),
    subject=98.4,
    folds=(105, 210),
    punch=148.5,
)

_LETTER = PageLayout(
    width=215.9,
    height=279.4,
    left_margin=25.4,
    right_margin=25.4,
    top_margin=30,
    bottom_margin=20,
    head=Box(25.4, 9, 165.1, 20.5),
    return_line=Box(25.4, 45, 85, 8.3),
    address=Box(25.4, 53.3, 85, 27.3),
    sender=Box(130.4, 45, 60.1, 35.6),
    subject=95,
    folds=(),
    punch=None,
)


# A card is half a sheet: folded once it goes into a C6 envelope, or an A6 of North America.
_A5_CARD = PageLayout(
    width=148,
    height=210,
    left_margin=16,
    right_margin=16,
    top_margin=12,
    bottom_margin=12,
    head=Box(16, 4, 116, 7.5),
    return_line=Box(16, 12, 70, 3),
    address=Box(16, 15, 70, 27.3),
    sender=Box(90, 15, 42, 25),
    subject=52,
    folds=(105,),
    punch=None,
    signature_space=11,
)
_HALF_LETTER_CARD = replace(
    _A5_CARD,
    width=139.7,
    height=215.9,
    head=Box(16, 4, 107.7, 7.5),
    address=Box(16, 15, 67, 27.3),
    sender=Box(84, 15, 39.7, 25),
    folds=(107.95,),
)
CARD = "card"


def layout_of(paper: Paper, template: str = "") -> PageLayout:
    """The geometry of a letter on this paper, or of a card cut from it."""
    if template == CARD:
        return _HALF_LETTER_CARD if paper is Paper.LETTER else _A5_CARD
    return _LETTER if paper is Paper.LETTER else _A4
