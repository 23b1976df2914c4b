# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing the search index of an older file up to the present way of folding names.

The edition of the index lies in the header of the file (PRAGMA user_version). A small file is indexed anew when it is
opened; a large one a part at a time, while the window goes on with the index as it was. Broken off, it begins again
at the next opening: the parts that were done do no harm.
"""

from collections import deque
from dataclasses import dataclass

from .engine import Engine
from .indexing import EDITION, IN_TEXT_INDEX, index_case, index_rows
from .rows import NOUN_OF_TABLE, Noun

_SMALL = 3_000
"""Rows that are indexed anew within a second."""
PART = 40
"""Rows indexed at once: about 10 ms."""


@dataclass(frozen=True, slots=True)
class _Part:
    noun: Noun
    first: int
    last: int


def is_present(engine: Engine) -> bool:
    """Whether the index was made in the present way."""
    return bool(engine.value("PRAGMA user_version") == EDITION)


def mark_present(engine: Engine) -> None:
    """Write down that the index was made in the present way."""
    engine.run(f"PRAGMA user_version = {EDITION}")


def finish_if_small(engine: Engine) -> None:
    """Index a small file anew here and now, where its index is an older one."""
    if is_present(engine):
        return
    work = Reindexing(engine)
    if work.total * PART <= _SMALL:
        work.finish()


class Reindexing:
    """The work on one file, as parts; between two of them anybody may use the file."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._parts: deque[_Part] = deque()
        for noun in (NOUN_OF_TABLE["cases"], *IN_TEXT_INDEX, NOUN_OF_TABLE["letters"]):
            highest = engine.value(f"SELECT max(key) FROM {noun.table}") or 0
            self._parts += [_Part(noun, first, first + PART - 1) for first in range(1, highest + 1, PART)]
        self.total = len(self._parts)

    @property
    def done(self) -> int:
        """Parts that are done."""
        return self.total - len(self._parts)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return not self._parts

    def step(self, parts: int = 1) -> None:
        """Do the next parts, all or none of them; raises CaseFileError."""
        self._engine.run("BEGIN")
        try:
            now = [self._parts[place] for place in range(min(parts, len(self._parts)))]
            for part in now:
                self._index(part)
            if len(now) == len(self._parts):
                mark_present(self._engine)
            self._engine.run("COMMIT")
        except BaseException:
            self._engine.connection.rollback()
            raise
        for _ in now:
            self._parts.popleft()

    def finish(self) -> None:
        """Do all that is left."""
        while not self.is_over or not is_present(self._engine):
            self.step(25)

    def _index(self, part: _Part) -> None:
        found = self._engine.rows(
            f"SELECT id FROM {part.noun.table} WHERE key BETWEEN ? AND ?", (part.first, part.last)
        )
        ids = [row_id for (row_id,) in found]
        if part.noun.table == "cases":
            for case_id in ids:
                index_case(self._engine, case_id)
        else:
            index_rows(self._engine, part.noun, ids)
