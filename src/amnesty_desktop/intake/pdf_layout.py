# SPDX-License-Identifier: GPL-3.0-or-later
"""From letters with places on a page to lines in the order people read them, two columns included.

A page is cut where white runs down between two blocks that look like columns of running text. What merely
stands in one row far apart (labels and values, names side by side) is read row by row, as cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from .page_text import Line, LineKind
from .pdf_addresses import address_columns
from .plain_text import bullet_or_text

_NEW_WORD = 0.18
"""White wider than this share of the letters' height is a space, whether or not one was typed."""
_NEW_PIECE = 1.6
_GUTTER = 0.8
_SAME_ROW = 0.5
_WIDE = 0.58
"""Share of a region's width from which a line spans its columns."""
_LINES_OF_A_COLUMN = 3
_FILLED, _WORDS, _LONG = 0.6, 4, 0.75
"""Share of its column's width that a long line of running text fills, its words, and which share is shorter."""
_NARROWEST = 0.18
_PARAGRAPH, _USUAL_STEP, _STEPS_TO_KNOW = 1.35, 1.2, 4
"""A step wider than the usual by this is white between paragraphs; the usual one in heights; how many tell it."""
_HEADING = 1.15
_LONGEST_HEADING = 160
_MOST_CUTS = 12


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed letter. left, bottom, right, top in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class Piece:
    """Letters of one row without a wide gap between them."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    bold: bool = False

    @property
    def height(self) -> float:
        """Points from the lowest to the highest a letter of this size reaches."""
        return self.top - self.bottom

    def shares_row(self, other: "Piece | Letter") -> bool:
        """Whether the other stands in the same row."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > _SAME_ROW * min(self.height, other.top - other.bottom)


def pieces(letters: Iterable[Letter]) -> list[Piece]:
    """Join letters that follow one another in a row."""
    found: list[Piece] = []
    spaced = False
    for letter in letters:
        if not letter.text.strip():
            spaced = True
            continue
        last = found[-1] if found else None
        if last is not None and _follows(last, letter):
            gap = letter.left - last.right
            height = max(last.height, 1.0)
            last.text += (" " if spaced or gap > _NEW_WORD * height else "") + letter.text
            last.left, last.right = min(last.left, letter.left), max(last.right, letter.right)
            last.bottom, last.top = min(last.bottom, letter.bottom), max(last.top, letter.top)
        else:
            found.append(Piece(letter.text, letter.left, letter.bottom, letter.right, letter.top))
        spaced = False
    return found


def _follows(last: Piece, letter: Letter) -> bool:
    reach = _NEW_PIECE * max(last.height, letter.top - letter.bottom)
    # Right-to-left letters come in reading order too, so the next one may stand on either side.
    near = last.left - reach < letter.right and letter.left < last.right + reach
    return near and last.shares_row(letter)


def lines(found: Sequence[Piece], page: int) -> list[Line]:
    """The lines of a page in reading order."""
    usual = median(piece.height for piece in found) if found else 1.0
    rows = _ordered(list(found), 0, _MOST_CUTS)
    steps = [step for above, below in pairwise(rows) if (step := _step(above, below)) > 0]
    wide = _PARAGRAPH * (median(steps) if len(steps) >= _STEPS_TO_KNOW else usual * _USUAL_STEP)
    read: list[Line] = []
    for above, row in zip([None, *rows], rows, strict=False):
        if above is not None and _step(above, row) > wide:
            read.append(Line("", page=page, column=row[1]))
        read.append(_line(row, page, usual))
    return read


Row = tuple[Piece, int, bool]
"""A piece, the column it stands in, and whether it shares its row with others."""


def _step(above: Row, below: Row) -> float:
    """Points from one line of running text down to the next in the same column, 0 for anything else."""
    follows = above[1] == below[1] and not below[2]
    return max(0.0, above[0].bottom - below[0].bottom) if follows else 0.0


def _ordered(region: list[Piece], column: int, cuts: int) -> list[Row]:
    if cuts and (found := address_columns(rows := _rows(region))):
        begin, end, gutters = found
        above = [piece for row in rows[:begin] for piece in row]
        below = [piece for row in rows[end:] for piece in row]
        read = _ordered(above, column, cuts - 1)
        for number, block in enumerate(_parted([piece for row in rows[begin:end] for piece in row], gutters)):
            read += _one_block(block, column + number)
        return [*read, *_ordered(below, column, cuts - 1)]
    if cuts and (split := _split(region)):
        left, right = split
        return [*_ordered(left, column, cuts - 1), *_ordered(right, column + 1, cuts - 1)]
    bands = _bands(region)
    if cuts and len(bands) > 1:
        return [row for band in bands for row in _ordered(band, column, cuts - 1)]
    return [cell for row in _rows(region) for cell in _cells(row, column)]


def _parted(block: Sequence[Piece], cuts: Sequence[float]) -> list[list[Piece]]:
    """Pieces by the columns that the cuts make."""
    edges = [float("-inf"), *cuts, float("inf")]
    return [[each for each in block if low < each.left <= high] for low, high in pairwise(edges)]


def _one_block(block: list[Piece], column: int) -> list[Row]:
    """An address by its lines, as cells, with white above and below it."""
    rows = _rows(block)
    white = [(replace(row[0], text=""), column, True) for row in (rows[0], rows[-1])]
    texts = [" ".join(piece.text for piece in row) for row in rows]
    told = [
        (replace(row[0], text=text, right=row[-1].right), column, True) for row, text in zip(rows, texts, strict=True)
    ]
    return [white[0], *told, white[1]]


def _cells(row: list[Piece], column: int) -> list[Row]:
    if len(row) == 1:
        return [(row[0], column, False)]
    return [(piece, column + number, True) for number, piece in enumerate(row)]


def _split(region: list[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """The blocks left and right of the widest white that runs all the way down, if both are columns of text."""
    if len(region) < 2 * _LINES_OF_A_COLUMN:
        return None
    edge, best = float("-inf"), (0.0, 0.0)
    for piece in sorted(region, key=lambda each: each.left):
        if edge > float("-inf") and piece.left - edge > best[0]:
            best = (piece.left - edge, edge)
        edge = max(edge, piece.right)
    if best[0] < _GUTTER * median(piece.height for piece in region):
        return None
    left = [piece for piece in region if piece.right <= best[1]]
    right = [piece for piece in region if piece.right > best[1]]
    width = max(piece.right for piece in region) - min(piece.left for piece in region)
    return (left, right) if _is_column(left, width) and _is_column(right, width) else None


def _is_column(block: list[Piece], whole: float) -> bool:
    rows = _rows(block)
    if len(rows) < _LINES_OF_A_COLUMN:
        return False
    width = max(piece.right for piece in block) - min(piece.left for piece in block)
    usual = _long_one(row[-1].right - row[0].left for row in rows)
    return width >= _NARROWEST * whole and usual >= _FILLED * width and _is_running(rows)


def _is_running(rows: list[list[Piece]]) -> bool:
    """Running text has several words in its long lines; a column of names or numbers has not."""
    return _long_one(len(" ".join(piece.text for piece in row).split()) for row in rows) >= _WORDS


def _long_one(lengths: Iterable[float]) -> float:
    """A length that some lines in ten exceed: text in columns has bullets, short last lines and small tables, too."""
    found = sorted(lengths)
    return found[int(_LONG * (len(found) - 1))]


def _bands(region: list[Piece]) -> list[list[Piece]]:
    """The region cut at lines that span it, so that columns between them can be found."""
    if not region:
        return []
    width = max(piece.right for piece in region) - min(piece.left for piece in region)
    bands: list[list[Piece]] = []
    was_wide: bool | None = None
    for row in _rows(region):
        wide = any(piece.right - piece.left > _WIDE * width for piece in row)
        if wide != was_wide or not bands:
            bands.append([])
        bands[-1] += row
        was_wide = wide
    return bands


def _rows(region: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces by rows from the top down, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(region, key=lambda each: (-each.top, each.left)):
        if rows and rows[-1][0].shares_row(piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_with_sign(sorted(row, key=lambda each: each.left)) for row in rows]


def _with_sign(row: list[Piece]) -> list[Piece]:
    """A row whose first piece is the sign of a point of a list, which the white behind it does not part from it."""
    if len(row) < 2 or len(row[0].text) != 1 or bullet_or_text(f"{row[0].text} x").kind is not LineKind.BULLET:
        return row
    first, second = row[0], row[1]
    return [replace(second, text=f"{first.text} {second.text}", left=first.left), *row[2:]]


def _line(row: Row, page: int, usual: float) -> Line:
    piece, column, is_cell = row
    line = bullet_or_text(piece.text)
    kind = line.kind
    if is_cell:
        kind = LineKind.CELL
    elif kind is LineKind.TEXT and len(piece.text) <= _LONGEST_HEADING:
        kind = LineKind.HEADING if piece.bold or piece.height > _HEADING * usual else kind
    return Line(line.text, kind, page, column)
