# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses that stand side by side on a page: where such a stretch begins and ends, and the white between them.

The lines of addresses are too short to look like columns of running text. What tells them is what they say: each has
a fax, an e-mail address or a salutation, and white runs down between them.
"""

import re
from collections.abc import Sequence
from statistics import median
from typing import Protocol

_WAY = re.compile(
    r"(?:fax(?:es)?|faks|tele?fax|e-?mails?|correo[\w.-]*|courriel|tel(?:ephone|[ée]fono)?|t[ée]l|salutation|anrede"
    r"|tratamiento"
    r"|formule d.appel|zwrot[\w ]*|twitter)\s?:|[\w.-]+@[\w-]+\.\w",
    re.IGNORECASE,
)
_GUTTER = 0.5
"""White between addresses in heights of their letters."""
_FEWEST_ROWS = 3
_MOST_ROWS = 400
_ABOVE = 14
"""Rows above the first fax or e-mail address in which the addresses may begin."""


class Box(Protocol):
    """A piece of text with its place: points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def address_columns(rows: Sequence[Sequence[Box]]) -> tuple[int, int, list[float]] | None:
    """Return the first row of addresses side by side, the one behind the last, and where to cut between them."""
    told = [at for at, row in enumerate(rows) if any(_WAY.search(piece.text) for piece in row)]
    if len(told) < 2 or len(rows) > _MOST_ROWS or not any(len(row) > 1 for row in rows):
        return None
    white = _GUTTER * median(piece.top - piece.bottom for row in rows for piece in row)
    for begin in range(max(0, told[0] - _ABOVE), told[-1]):
        found = _stretch(rows, begin, white) if len(rows[begin]) > 1 else None
        if found:
            return begin, found[0], found[1]
    return None


def _stretch(rows: Sequence[Sequence[Box]], begin: int, white: float) -> tuple[int, list[float]] | None:
    """How far the same white goes on below a row; None where no addresses stand on both sides of it."""
    end = begin
    cuts: list[float] = []
    for at in range(begin + 1, len(rows) + 1):
        gaps = _gaps([piece for row in rows[begin:at] for piece in row], white)
        if not gaps:
            break
        end, cuts = at, gaps
    if end - begin < _FEWEST_ROWS:
        return None
    whole = [piece for row in rows[begin:end] for piece in row]
    cuts = _told_apart(whole, cuts)
    return (end, cuts) if cuts else None


def _gaps(pieces: Sequence[Box], white: float) -> list[float]:
    """Middles of the white that runs down between pieces, from left to right."""
    found: list[float] = []
    edge = float("inf")
    for piece in sorted(pieces, key=lambda each: each.left):
        if piece.left - edge > white:
            found.append((edge + piece.left) / 2)
        edge = piece.right if edge == float("inf") else max(edge, piece.right)
    return found


def _told_apart(pieces: Sequence[Box], cuts: list[float]) -> list[float]:
    """Those cuts that have an address on either side, each of several lines and with a way to reach it."""
    kept: list[float] = []
    for cut in cuts:
        left = [each for each in pieces if (not kept or each.left > kept[-1]) and each.right < cut]
        right = [each for each in pieces if each.left > cut]
        if _is_address(left) and _is_address(right):
            kept.append(cut)
    return kept


def _is_address(pieces: Sequence[Box]) -> bool:
    """Whether these lines say how to reach somebody: labels alone belong to the values beside them."""
    ways = [each.text for each in pieces if _WAY.search(each.text)]
    return len(pieces) >= _FEWEST_ROWS and any(not text.rstrip().endswith(":") for text in ways)
