# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between two states of a text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECE = re.compile(r"\s+|[^\s]+")
_MOST_PIECES = 3_000
"""Words and gaps from which on the texts are shown whole, without marks: comparing would take too long."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; is_changed says that the other state does not have it."""

    text: str
    is_changed: bool = False


def compared(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces, what is only in one of them marked; put together the pieces are the text."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if max(len(old), len(new)) > _MOST_PIECES:
        return (Piece(before),), (Piece(after),)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        is_changed = tag != "equal"
        left += [Piece("".join(old[first:last]), is_changed)] if last > first else []
        right += [Piece("".join(new[start:end]), is_changed)] if end > start else []
    return tuple(left), tuple(right)
