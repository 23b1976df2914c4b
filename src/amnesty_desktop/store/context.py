# SPDX-License-Identifier: GPL-3.0-or-later
"""Where in a case a search has found its words, when the line of the case in a list does not say so itself.

The words of a source and a name withheld are found, and never given.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..domain.countries import country_name
from ..domain.excerpts import Stretch, excerpt
from ..domain.names import fold
from ..domain.references import printed_forms
from ..domain.spellings import Token, Ways, asked, sounds
from .engine import Engine
from .indexing import words_of
from .reading import Reading
from .rows import NOUN_OF_TABLE

_IN_ORDER = (
    *("people", "cases", "situations", "claims", "asks", "goals", "concerns", "letters", "replies", "outcomes"),
    *("addressees", "diary_notes", "attachments", "sheets", "cautions", "relations", "assessments"),
    *("supports", "sources"),
)
_UNSAID = frozenset({"sources", "supports"})


@dataclass(frozen=True, slots=True)
class Found:
    """The row that says most of what was looked for; without stretches it may not be shown here."""

    table: str
    row_id: str
    stretches: tuple[Stretch, ...] = ()


def where_found(reading: Reading, case_id: str, query: str) -> Found | None:
    """The place in a case that a query found; None where the case is called so, or nothing is found."""
    engine = reading.engine
    left = _unsaid_words(engine, case_id, asked(query))
    if not left:
        return None
    best, most = None, 0
    label = reading.vocabulary().label
    for table in _IN_ORDER:
        for row_id, text, is_hidden in _texts(engine, table, case_id, label):
            words = f"{fold(text)} {sounds(text)}".split()
            said = sum(_is_said(ways, words) for ways in left)
            if said > most:
                best, most = (table, row_id, text, is_hidden), said
            if most == len(left):
                break
        if most == len(left):
            break
    if best is None:
        return None
    table, row_id, text, is_hidden = best
    return Found(table, row_id, () if is_hidden else excerpt(query, text))


def _unsaid_words(engine: Engine, case_id: str, wanted: Sequence[Ways]) -> list[Ways]:
    """The words that do not stand on the line of the case."""
    found = engine.rows("SELECT who, who_own, country, reference FROM cases WHERE id = ?", (case_id,))
    if not found:
        return []
    who, own, country, reference = found[0]
    shown = " ".join((who, own, country_name(country) if country else "", *printed_forms(reference)))
    words = f"{fold(shown)} {sounds(shown)}".split()
    return [ways for ways in wanted if not _is_said(ways, words)]


def _is_said(ways: Ways, words: Sequence[str]) -> bool:
    return any(all(_is_there(token, words) for token in way) for way in ways)


def _is_there(token: Token, words: Sequence[str]) -> bool:
    return any(token.finds(word) for word in words)


def _texts(engine: Engine, table: str, case_id: str, label: Callable[[str], str]) -> Iterator[tuple[str, str, bool]]:
    """Yield each row of a case with its words, and whether they are not to be shown."""
    noun = NOUN_OF_TABLE[table]
    fields = ", ".join(f'"{name}"' for name in noun.searched)
    hidden = "withheld" if table == "people" else "1" if table in _UNSAID else "0"
    own = "id" if table == "cases" else "case_id"
    sql = f"SELECT id, {hidden}, {fields} FROM {table} WHERE {own} = ? AND live = 1 ORDER BY key DESC LIMIT 200"
    for row_id, is_hidden, *texts in engine.rows(sql, (case_id,)):
        text = " · ".join(filter(None, (text.strip() for text in words_of(noun, noun.searched, texts))))
        if table == "concerns":
            text = label(text)
        if table == "attachments":
            inside = "SELECT b.text FROM attachments a JOIN blob_texts b ON b.hash = a.digest WHERE a.id = ?"
            text = " · ".join(filter(None, (text, engine.value(inside, (row_id,)))))
        yield row_id, text, bool(is_hidden)
