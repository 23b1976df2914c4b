# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding anything by any spelling, in the indexes that store.indexing keeps.

One or two letters match nearly everything, so they are looked for in cases and the people of cases only, and
nothing is ranked. Of words that match more than anybody can read the newest matches are taken.
"""

import json
from dataclasses import dataclass

from ..domain.names import query_words
from ..domain.printed import UNNAMED_SOURCE, WITHHELD
from ..domain.spellings import Ways, asked
from .engine import Engine
from .indexing import IN_TEXT_INDEX, PLACES, words_of
from .rows import NOUN_OF_TABLE, Noun

_UNNAMED = frozenset({"sources", "supports"})
IN_A_SOURCE = "In a source"
_ENOUGH = 3
_MOST_CASES = 10_000
_MOST_OTHERS = 5_000
_MOST_CASES_OF_OTHERS = 2_000
_MOST_ROWS = 2_000
_MOST_RANKED = 2_000


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that matches: its table, its id, its case (None for a member or a meeting), its text."""

    table: str
    row_id: str
    case_id: str | None
    text: str


def match_expression(query: str) -> str:
    """The query as FTS5 wants it: each word in any of its spellings; empty when there is nothing to look for."""
    return " AND ".join(map(_any_of, asked(query)))


def _any_of(ways: Ways) -> str:
    """Every word quoted, so that none of it is read as a sign of the query language."""
    found = (" AND ".join(f'"{token.text}"{"*" * token.is_beginning}' for token in way) for way in ways)
    return f"({' OR '.join(f'({way})' if ' AND ' in way else way for way in found)})"


def is_broad(query: str) -> bool:
    """Whether a query is too short to say much. One Chinese character is a word, one letter is not."""
    return all(word.isascii() and len(word) < _ENOUGH for word in query_words(query))


def case_condition(engine: Engine, query: str) -> tuple[str, tuple[str, ...]] | None:
    """An SQL condition on cases.key and its values for a query; None when the query is empty.

    From three letters on, cases are also found by their letters, facts, replies and so on.
    """
    match = match_expression(query)
    if not match:
        return None
    cases, of_cases = _newest("case_index", _MOST_CASES), _quickest(engine, "case_index", match, _MOST_CASES)
    if is_broad(query):
        return f"key IN ({cases})", (of_cases,)
    others = json.dumps(_cases_of_rows(engine, match))
    return f"key IN (SELECT rowid FROM ({cases}) UNION ALL SELECT value FROM json_each(?))", (of_cases, others)


def row_condition(engine: Engine, table: str, query: str) -> tuple[str, tuple[str, ...]] | None:
    """An SQL condition on the rows of a table that belongs to cases: their own text matches, or their case does."""
    match = match_expression(query)
    if not match:
        return None
    of_cases = (
        f"SELECT r.key FROM cases c CROSS JOIN {table} r ON r.case_id = c.id"
        f" WHERE c.key IN ({_newest('case_index', _MOST_CASES_OF_OTHERS)})"
    )
    case_match = _quickest(engine, "case_index", match, _MOST_CASES_OF_OTHERS)
    # The names of people are in the entries of their cases.
    if table == "people" or is_broad(query):
        return f"key IN ({of_cases})", (case_match,)
    own, own_match = _newest("letter_index", _MOST_OTHERS), match
    if table == "letters":
        own_match = _quickest(engine, "letter_index", match, _MOST_OTHERS)
    else:
        place = NOUN_OF_TABLE[table].place
        own = (
            f"SELECT rowid / {PLACES} AS rowid FROM text_index WHERE text_index MATCH ? AND rowid % {PLACES} = {place}"
        )
    return f"key IN (SELECT rowid FROM ({own}) UNION ALL {of_cases})", (own_match, case_match)


def hits(engine: Engine, query: str, *, most: int = 60) -> list[Hit]:
    """The best matching rows, cases first, then people, then the rest; at most half are cases if others match too."""
    match = match_expression(query)
    if not match:
        return []
    cases = _load(engine, NOUN_OF_TABLE["cases"], _best(engine, "case_index", match, most, not is_broad(query)))
    others: list[Hit] = []
    if not is_broad(query):
        numbers = _best(engine, "text_index", match, most)
        for noun in IN_TEXT_INDEX:
            others += _load(engine, noun, [number // PLACES for number in numbers if number % PLACES == noun.place])
        others += _load(engine, NOUN_OF_TABLE["letters"], _best(engine, "letter_index", match, most))
    room = max(most - len(others), (most + 1) // 2)
    return [*cases[:room], *others][:most]


def _newest(index: str, most: int) -> str:
    """A query for the newest entries that match; its one value is the match expression."""
    return f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT {most}"


def _quickest(engine: Engine, index: str, match: str, most: int) -> str:
    """The match expression, or the same for whole words where these alone give as many entries as are taken.

    For the beginning of a word SQLite first gathers all that begins so: 20 ms for each word that is in most letters.
    """
    whole = match.replace('"*', '"')
    enough = engine.value(f"SELECT count(*) FROM ({_newest(index, most)})", (whole,)) == most
    return whole if enough else match


def _best(engine: Engine, index: str, match: str, most: int, may_rank: bool = True) -> list[int]:
    """The numbers of the entries that match best, or the newest where too many match to be compared."""
    taken = _MOST_RANKED if may_rank else most
    quickest = _quickest(engine, index, match, taken)
    newest = [number for (number,) in engine.rows(_newest(index, taken), (quickest,))]
    if not may_rank or len(newest) == _MOST_RANKED:
        return newest[:most]
    ranked = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rank LIMIT ?"
    return [number for (number,) in engine.rows(ranked, (match, most))]


def _cases_of_rows(engine: Engine, match: str) -> list[int]:
    """The local numbers of the cases whose letters, facts and so on match."""
    of_letters = f"SELECT case_id FROM letters WHERE live = 1 AND key IN ({_newest('letter_index', _MOST_ROWS)})"
    of_texts = _newest("text_index", _MOST_ROWS)
    ids = {row[0] for row in engine.rows(of_letters, (_quickest(engine, "letter_index", match, _MOST_ROWS),))}
    numbers = [row[0] for row in engine.rows(of_texts, (_quickest(engine, "text_index", match, _MOST_ROWS),))]
    for noun in IN_TEXT_INDEX:
        keys = [number // PLACES for number in numbers if number % PLACES == noun.place]
        if keys and noun.belongs_to_case:
            sql = f"SELECT case_id FROM {noun.table} WHERE live = 1 AND key IN ({_marks(keys)})"
            ids |= {case_id for (case_id,) in engine.rows(sql, keys) if case_id}
    found = engine.rows("SELECT key FROM cases WHERE id IN (SELECT value FROM json_each(?))", (json.dumps([*ids]),))
    return [key for (key,) in found]


def _load(engine: Engine, noun: Noun, keys: list[int]) -> list[Hit]:
    if not keys:
        return []
    own = "id" if noun.table == "cases" else "case_id" if noun.belongs_to_case else "NULL"
    fields = ", ".join(f'"{name}"' for name in noun.searched)
    if noun.table == "people":
        # A name withheld can be found by those who know it, and is still not shown.
        fields = ", ".join(f"CASE WHEN withheld THEN '' ELSE \"{name}\" END" for name in noun.searched)
    who = "who, " if noun.table == "cases" else ""
    sql = f"SELECT key, id, {own}, {who}{fields} FROM {noun.table} WHERE live = 1 AND key IN ({_marks(keys)})"
    rows = {row[0]: row for row in engine.rows(sql, keys)}
    if noun.table in _UNNAMED:
        # A source can be found by its name, and its name is still not shown: it may be somebody in danger.
        return [Hit(noun.table, rows[key][1], rows[key][2], UNNAMED_SOURCE) for key in keys if key in rows]
    empty = WITHHELD if noun.table == "people" else ""
    names = (("who",) if who else ()) + noun.searched
    if noun.table in ("sources", "supports"):
        # Sources are named in the Facts tab and nowhere else.
        return [Hit(noun.table, rows[key][1], rows[key][2], IN_A_SOURCE) for key in keys if key in rows]
    return [
        Hit(noun.table, rows[key][1], rows[key][2], _shown(noun, names, rows[key][3:]) or empty)
        for key in keys
        if key in rows
    ]


def _shown(noun: Noun, names: tuple[str, ...], texts: tuple[str, ...]) -> str:
    return " · ".join(filter(None, (text.strip() for text in words_of(noun, names, texts))))


def _marks(values: list[int]) -> str:
    return ", ".join("?" * len(values))
