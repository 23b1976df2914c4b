# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on a letter before anybody has written a word: who sends it, from where, on which paper."""

from dataclasses import dataclass

from ..domain.group import Paper


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
