# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding anything by any spelling: two full-text indexes over folded text (domain.names.fold).

case_index holds one entry for each case (its own fields, its country, all its people), so that
"maribel honduras" finds a case although one word is a person's and one the country's.
text_index holds one entry for each other row: number = row key * 32 + place of its noun.
Nothing is ranked below three letters, where nearly everything matches.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.countries import country_name
from ..domain.names import fold, query_words
from ..domain.printed import WITHHELD
from ..domain.references import printed_forms
from .engine import Engine
from .rows import NOUN_OF_TABLE, NOUNS, Noun, body_from_json

_PLACES = 32
_ENOUGH = 3
_MOST_ROWS = 4_000
_INDEXED = tuple(noun for noun in NOUNS if noun.searched and noun.table != "cases")
_BY_PLACE = {noun.place: noun for noun in NOUNS}


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that matches: its table, its id, its case (None for a member or a meeting), its text."""

    table: str
    row_id: str
    case_id: str | None
    text: str


def match_expression(query: str) -> str:
    """The query as FTS5 wants it: every word quoted, as a prefix; empty when there is nothing to look for."""
    return " ".join(f'"{word}"*' for word in query_words(query))


def case_condition(engine: Engine, query: str) -> tuple[str, tuple[str, ...]] | None:
    """An SQL condition on cases.key and its values for a query; None when the query is empty.

    From three letters on, cases are also found by their letters, facts, replies and so on.
    """
    match = match_expression(query)
    if not match:
        return None
    condition = "key IN (SELECT rowid FROM case_index WHERE case_index MATCH ?)"
    if len(query.strip()) < _ENOUGH:
        return condition, (match,)
    ids = _cases_of_rows(engine, match)
    if not ids:
        return condition, (match,)
    marks = ", ".join("?" * len(ids))
    return f"({condition} OR id IN ({marks}))", (match, *ids)


def row_condition(table: str, query: str) -> tuple[str, tuple[str, ...]] | None:
    """An SQL condition on the rows of a table that belongs to cases: their own text matches, or their case does."""
    match = match_expression(query)
    if not match:
        return None
    place = NOUN_OF_TABLE[table].place
    condition = (
        f"(key IN (SELECT rowid / {_PLACES} FROM text_index WHERE text_index MATCH ? AND rowid % {_PLACES} = {place})"
        " OR case_id IN (SELECT id FROM cases WHERE key IN (SELECT rowid FROM case_index WHERE case_index MATCH ?)))"
    )
    return condition, (match, match)


def hits(engine: Engine, query: str, *, most: int = 60) -> list[Hit]:
    """The best matching rows, cases first, then people, then the rest; ranked from three letters on."""
    match = match_expression(query)
    if not match:
        return []
    rank = " ORDER BY rank" if len(query.strip()) >= _ENOUGH else ""
    numbers = engine.rows(f"SELECT rowid FROM case_index WHERE case_index MATCH ?{rank} LIMIT ?", (match, most))
    found = _load(engine, _BY_PLACE[1], [number for (number,) in numbers])
    rest = engine.rows(f"SELECT rowid FROM text_index WHERE text_index MATCH ?{rank} LIMIT ?", (match, most))
    for noun in _INDEXED:
        found += _load(engine, noun, [number // _PLACES for (number,) in rest if number % _PLACES == noun.place])
    return found[:most]


def index_rows(engine: Engine, noun: Noun, ids: Iterable[str]) -> None:
    """Bring the entries of some rows up to date; deleted rows leave the index."""
    if noun not in _INDEXED:
        return
    fields = ", ".join(f'"{name}"' for name in noun.searched)
    for row_id in ids:
        key, gone, *texts = engine.rows(f"SELECT key, gone, {fields} FROM {noun.table} WHERE id = ?", (row_id,))[0]
        number = key * _PLACES + noun.place
        engine.run("DELETE FROM text_index WHERE rowid = ?", (number,))
        folded = (
            ""
            if gone
            else fold(" ".join(_words(noun, name, text) for name, text in zip(noun.searched, texts, strict=True)))
        )
        if folded:
            engine.run("INSERT INTO text_index (rowid, folded) VALUES (?, ?)", (number, folded))


def index_case(engine: Engine, case_id: str) -> None:
    """Bring the one entry of a case up to date: its fields, its country, its people and concerns."""
    fields = ", ".join(_BY_PLACE[1].searched)
    found = engine.rows(f"SELECT key, gone, country, reference, {fields} FROM cases WHERE id = ?", (case_id,))
    if not found:
        return
    key, gone, country, reference, *texts = found[0]
    engine.run("DELETE FROM case_index WHERE rowid = ?", (key,))
    if gone:
        return
    people = engine.rows(
        "SELECT name, own_script, other_names, in_letters, work FROM people"
        " WHERE case_id = ? AND gone = 0 AND binned IS NULL ORDER BY position",
        (case_id,),
    )
    concerns = engine.rows("SELECT term FROM concerns WHERE case_id = ? AND live = 1", (case_id,))
    words = [*texts, *printed_forms(reference), country_name(country) if country else ""]
    words += [text for row in people for text in row] + [term.replace("_", " ") for (term,) in concerns]
    engine.run("INSERT INTO case_index (rowid, folded) VALUES (?, ?)", (key, fold(" ".join(filter(None, words)))))


def _words(noun: Noun, name: str, text: str) -> str:
    if noun.table == "letters" and name == "body":
        return body_from_json(text).text
    return text


def _cases_of_rows(engine: Engine, match: str) -> set[str]:
    numbers = engine.rows("SELECT rowid FROM text_index WHERE text_index MATCH ? LIMIT ?", (match, _MOST_ROWS))
    cases: set[str] = set()
    for noun in _INDEXED:
        if not noun.belongs_to_case:
            continue
        keys = [number // _PLACES for (number,) in numbers if number % _PLACES == noun.place]
        if keys:
            sql = f"SELECT DISTINCT case_id FROM {noun.table} WHERE live = 1 AND key IN ({_marks(keys)})"
            cases |= {case_id for (case_id,) in engine.rows(sql, keys) if case_id}
    return cases


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
    empty = WITHHELD if noun.table == "people" else ""
    names = (("who",) if who else ()) + noun.searched
    return [
        Hit(noun.table, rows[key][1], rows[key][2], _shown(noun, names, rows[key][3:]) or empty)
        for key in keys
        if key in rows
    ]


def _shown(noun: Noun, names: tuple[str, ...], texts: tuple[str, ...]) -> str:
    return " · ".join(filter(None, (_words(noun, name, text).strip() for name, text in zip(names, texts, strict=True))))


def _marks(values: list[int]) -> str:
    return ", ".join("?" * len(values))
