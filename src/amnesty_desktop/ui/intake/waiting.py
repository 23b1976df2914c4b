# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets that still wait for a decision when their window lets go of the file: where they lie, never what is in them.

Nothing of a sheet is stored before somebody adds it, and nothing of it may be left behind a locked page. So what is
remembered, until the program ends, is where its file lies; it is read again when the group's file is back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..texts import counted

if TYPE_CHECKING:
    from ..workplace import Workplace
    from .reading import Brought


@dataclass(frozen=True, slots=True)
class Waiting:
    """What nobody has decided about: files by their place, and how many texts came from the clipboard."""

    paths: tuple[Path, ...] = ()
    pasted: int = 0

    @classmethod
    def among(cls, files: "Iterable[Brought]") -> "Waiting":
        """Those of the files that are open."""
        open_ones = [brought for brought in files if brought.is_open]
        paths = tuple(brought.path for brought in open_ones if brought.path is not None)
        return cls(paths, len(open_ones) - len(paths))

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.paths) + self.pasted

    @property
    def question(self) -> str:
        """What to say before they are left."""
        one = self.number == 1
        return f"{counted(self.number, 'sheet', 'sheets')} you brought in {'is' if one else 'are'} not added yet."

    @property
    def news(self) -> str:
        """What to say when they are there again."""
        said = []
        if self.paths:
            said.append(f"{counted(len(self.paths), 'sheet', 'sheets')} that waited: read again from the disk.")
        if self.pasted:
            said.append("Text from the clipboard was let go of with the lock. Paste it once more.")
        return " ".join(said)


class WaitingSheets:
    """Remembers for each group's file which sheets waited when it was let go of."""

    def __init__(self) -> None:
        self._by_file: dict[Path, Waiting] = {}

    def remember(self, workplace: "Workplace", file: Path) -> None:
        """Before the workplace goes."""
        waiting = workplace.sheets_waiting
        if waiting.number:
            self._by_file[file] = waiting

    def bring_back(self, workplace: "Workplace", file: Path) -> None:
        """When the file is open again."""
        waiting = self._by_file.pop(file, None)
        if waiting is None:
            return
        if waiting.paths:
            workplace.bring_in(waiting.paths)
        workplace.tell(waiting.news, False)
