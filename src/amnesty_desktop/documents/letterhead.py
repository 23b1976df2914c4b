# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on a letter before anybody has written a word: who sends it, from where, on which paper."""

from dataclasses import dataclass

from ..domain.group import Paper
from .layout import SIZES

_LEAST_RETURN_POINTS = 6.0
"""What DIN 5008 calls the least that can be read."""
_EM, _WIDE = 0.49, 1.3
"""Width of a usual letter of a serif by its size, and of a capital by that."""
_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The sender as printed.

    address_lines end with the printed name of the country; return_line is the sender in one line, for
    the window of the envelope. sample marks every page that must not be posted.
    """

    name: str = ""
    line: str = ""
    address_lines: tuple[str, ...] = ()
    email: str = ""
    paper: Paper = Paper.A4
    sample: bool = False
    return_line: str = ""

    @property
    def sender(self) -> str:
        """The lines of the sender block: where to write, by post and by e-mail."""
        return "\n".join(filter(None, (*self.address_lines, self.email)))

    def return_points(self, width: float) -> float:
        """The size of the sender in one line that keeps it on one line so many mm wide, as far as that can be read."""
        letters = sum(_WIDE if sign.isupper() or sign.isdigit() else 1 for sign in self.return_line)
        size = SIZES.return_line
        while size > _LEAST_RETURN_POINTS and letters * _EM * size * _POINT > width:
            size -= 0.5
        return size
