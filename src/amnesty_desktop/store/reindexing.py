# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing the search index of an older file up to the present way of folding names.

The edition of the index lies in the header of the file (PRAGMA user_version). A small file is indexed anew when it is
opened; a large one a part at a time, while the window goes on with the index as it was. Broken off, it begins again
at the next opening: the parts that were done do no harm. A word of the lists that has another name from now on
goes the same way: few cases at once, many in idle parts, and the header then says that only cases are to be done.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from .engine import Engine
from .indexing import EDITION, IN_TEXT_INDEX, index_case, index_rows
from .lists import marks
from .rows import NOUN_OF_TABLE, Noun

_SMALL = 3_000
"""Rows that are indexed anew within a second."""
PART = 40
"""Rows indexed at once: about 10 ms."""
_PART_OF = {"cases": 10, "attachments": 1}
"""Where a row has more words: a case those of its people, a document those inside the file."""

_INDEXES = ("case_index", "text_index", "letter_index")
_PAGES = 48
"""Pages of an index tidied at once."""
_FEW_CASES = 200
"""Cases indexed anew within one edit: about 50 ms."""
_CASES_ALONE = -EDITION
"""What the header says while the index is of the present edition, and only cases stand there under old words."""


@dataclass(frozen=True, slots=True)
class _Part:
    noun: Noun
    first: int
    last: int


def is_present(engine: Engine) -> bool:
    """Whether the index was made in the present way."""
    return bool(engine.value("PRAGMA user_version") == EDITION)


def _is_of_cases_alone(engine: Engine) -> bool:
    return bool(engine.value("PRAGMA user_version") == _CASES_ALONE)


def mark_present(engine: Engine) -> None:
    """Write down that the index was made in the present way."""
    engine.run(f"PRAGMA user_version = {EDITION}")


def rename_in_cases(engine: Engine, term_ids: Sequence[str]) -> None:
    """Let cases be found under what the terms with these ids are called now; many of them are left for later.

    Cases whose own terms were merged into one of these are meant as well.
    """
    if not term_ids:
        return
    sql = f"""
        WITH RECURSIVE touched (code) AS (
            SELECT code FROM terms WHERE id IN ({marks(term_ids)})
            UNION SELECT t.code FROM terms t JOIN touched ON t.merged_into = touched.code
        )
        SELECT DISTINCT case_id FROM concerns WHERE live = 1 AND term IN (SELECT code FROM touched)
        LIMIT {_FEW_CASES + 1}"""
    found = [case_id for (case_id,) in engine.rows(sql, tuple(term_ids))]
    if len(found) <= _FEW_CASES:
        for case_id in found:
            index_case(engine, case_id)
    elif is_present(engine):
        engine.run(f"PRAGMA user_version = {_CASES_ALONE}")


def finish_if_small(engine: Engine) -> None:
    """Index a small file anew here and now, where its index is an older one."""
    if is_present(engine):
        return
    work = Reindexing(engine)
    if work.rows <= _SMALL:
        work.finish()


class Reindexing:
    """The work on one file, as parts; between two of them anybody may use the file."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._parts: deque[_Part] = deque()
        self.rows = 0
        for noun in (NOUN_OF_TABLE["cases"], *IN_TEXT_INDEX, NOUN_OF_TABLE["letters"]):
            highest = engine.value(f"SELECT max(key) FROM {noun.table}") or 0
            self.rows += highest
            part = _PART_OF.get(noun.table, PART)
            self._parts += [_Part(noun, first, first + part - 1) for first in range(1, highest + 1, part)]
        self._untidy = deque(_INDEXES)
        self._is_begun = False
        self.total = len(self._parts) + len(self._untidy)
        if _is_of_cases_alone(engine):
            self._parts = deque(part for part in self._parts if part.noun.table == "cases")
            self._untidy = deque(_INDEXES[:1])
            self.total = len(self._parts) + len(self._untidy)

    @property
    def done(self) -> int:
        """Parts that are done."""
        return self.total - len(self._parts) - len(self._untidy)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return not self._parts and not self._untidy

    def step(self, parts: int = 1) -> None:
        """Do the next parts, all or none of them; raises CaseFileError."""
        self._engine.run("BEGIN")
        try:
            now = [self._parts[place] for place in range(min(parts, len(self._parts)))]
            for part in now:
                self._index(part)
            is_tidy = not now and self._tidy()
            if is_tidy and len(self._untidy) == 1:
                mark_present(self._engine)
            self._engine.run("COMMIT")
        except BaseException:
            self._engine.connection.rollback()
            raise
        for _ in now:
            self._parts.popleft()
        if is_tidy:
            self._untidy.popleft()
            self._is_begun = False

    def finish(self) -> None:
        """Do all that is left."""
        while not self.is_over:
            self.step(25)

    def _tidy(self) -> bool:
        """Bring what was written in many small parts together, or searching takes ten times as long; True when done."""
        connection, index = self._engine.connection, self._untidy[0]
        before = connection.total_changes
        # A negative number of pages begins to make one piece of all there is.
        pages = _PAGES if self._is_begun else -_PAGES
        self._is_begun = True
        self._engine.run(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)", (pages,))
        return bool(connection.total_changes - before < 2)

    def _index(self, part: _Part) -> None:
        found = self._engine.rows(
            f"SELECT id FROM {part.noun.table} WHERE key BETWEEN ? AND ?", (part.first, part.last)
        )
        ids = [row_id for (row_id,) in found]
        if part.noun.table == "attachments":
            digests = "SELECT digest FROM attachments WHERE key BETWEEN ? AND ?"
            forget = f"UPDATE blob_texts SET folded = '' WHERE hash IN ({digests})"
            self._engine.run(forget, (part.first, part.last))
        if part.noun.table == "cases":
            for case_id in ids:
                index_case(self._engine, case_id)
        else:
            index_rows(self._engine, part.noun, ids)
