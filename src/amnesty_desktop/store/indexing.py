# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping the full-text indexes up to date; all hold folded text (domain.names.fold).

case_index    one entry for each case: its own fields, its country, all its people, so that "maribel honduras"
              finds a case although one word is a person's and one the country's
letter_index  one entry for each letter, apart from the rest because letters are most of a file
text_index    one entry for each other row that has words: number = row key * 32 + place of its noun; that of an
              attachment holds the words inside the file as well

Names stand there under their other spellings too (domain.spellings).
"""

from collections.abc import Iterable

from ..domain.countries import country_name
from ..domain.names import fold
from ..domain.references import printed_forms
from ..domain.spellings import sounds
from ..domain.vocabularies import ISSUES, RISKS
from .engine import Engine
from .rows import NOUN_OF_TABLE, NOUNS, Noun, body_from_json

PLACES = 32
EDITION = 3
"""Raised whenever the same text would be indexed under other words; store.reindexing then indexes it anew."""
_NAMES = frozenset({"people", "addressees", "members", "sources", "replies", "relations"})
"""Nouns whose words are mostly names; among the words of a text other spellings would find too much."""
_LABELS = {term.code: term.label for term in (*RISKS, *ISSUES)}
_CALLED = """
    WITH RECURSIVE meant (code, steps) AS (
        SELECT term, 0 FROM concerns WHERE case_id = ? AND live = 1
        UNION SELECT t.merged_into, steps + 1 FROM terms t JOIN meant m ON m.code = t.code
        WHERE t.live = 1 AND t.merged_into <> '' AND steps < 9
    )
    SELECT label FROM terms WHERE live = 1 AND label <> '' AND code IN (SELECT code FROM meant)
    UNION SELECT replace(code, '_', ' ') FROM meant WHERE steps > 0"""
"""What the group calls the concerns of a case, and the words they were merged into."""
IN_TEXT_INDEX = tuple(noun for noun in NOUNS if noun.searched and noun.table not in ("cases", "letters"))
_INDEXED = (*IN_TEXT_INDEX, NOUN_OF_TABLE["letters"])


def index_rows(engine: Engine, noun: Noun, ids: Iterable[str], *, are_new: bool = False) -> None:
    """Bring the entries of some rows up to date; deleted rows leave the index, new ones have no entry yet."""
    if noun not in _INDEXED:
        return
    fields = ", ".join(f'"{name}"' for name in noun.searched)
    for row_id in ids:
        key, gone, *texts = engine.rows(f"SELECT key, gone, {fields} FROM {noun.table} WHERE id = ?", (row_id,))[0]
        table, number = ("letter_index", key) if noun.table == "letters" else ("text_index", key * PLACES + noun.place)
        found = words_of(noun, noun.searched, texts)
        folded = "" if gone else _folded(found, found if noun.table in _NAMES else ())
        if noun.table == "attachments" and not gone:
            folded = f"{folded} {_folded_inside(engine, row_id)}".strip()
        _put(engine, table, number, folded, is_new=are_new)


def index_blob(engine: Engine, digest: str) -> None:
    """Bring the entries of every attachment with these bytes up to date, once the words inside are known."""
    ids = [row_id for (row_id,) in engine.rows("SELECT id FROM attachments WHERE digest = ?", (digest,))]
    index_rows(engine, NOUN_OF_TABLE["attachments"], ids)


def index_case(engine: Engine, case_id: str, *, is_new: bool = False) -> None:
    """Bring the one entry of a case up to date: its fields, its country, its people and concerns."""
    fields = ", ".join(NOUN_OF_TABLE["cases"].searched)
    found = engine.rows(f"SELECT key, gone, country, reference, {fields} FROM cases WHERE id = ?", (case_id,))
    if not found:
        return
    key, gone, country, reference, *texts = found[0]
    if gone:
        _put(engine, "case_index", key, "", is_new=is_new)
        return
    people = engine.rows(
        "SELECT name, own_script, other_names, in_letters, work, organisation, prisoner_number FROM people"
        " WHERE case_id = ? AND gone = 0 AND binned IS NULL ORDER BY position",
        (case_id,),
    )
    title = engine.value("SELECT title FROM cases WHERE id = ?", (case_id,))
    names = [title, *(text for row in people for text in row[:4])]
    concerns = engine.rows("SELECT term FROM concerns WHERE case_id = ? AND live = 1", (case_id,))
    own = [label for (label,) in engine.rows(_CALLED, (case_id,))] if concerns and _has_own_terms(engine) else []
    own += [_LABELS.get(term, "") for (term,) in concerns]
    words = [*texts, *printed_forms(reference), country_name(country) if country else ""]
    words += [text for row in people for text in row] + [term.replace("_", " ") for (term,) in concerns] + own
    # A case without a word keeps an empty entry: verify compares the index with the cases, number by number.
    _put(engine, "case_index", key, _folded(words, names), keep_empty=True, is_new=is_new)


def _has_own_terms(engine: Engine) -> bool:
    """Whether the group has changed any word of the lists: most have not, and then nothing is called otherwise."""
    return bool(engine.value("SELECT EXISTS (SELECT 1 FROM terms WHERE live = 1)"))


def words_of(noun: Noun, names: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The texts of a row as people read them; a letter's body without its JSON."""
    is_letter = noun.table == "letters"
    return [
        body_from_json(text).text if is_letter and name == "body" else text
        for name, text in zip(names, texts, strict=True)
    ]


def _folded(words: Iterable[str], names: Iterable[str]) -> str:
    return f"{fold(' '.join(filter(None, words)))} {sounds(' '.join(filter(None, names)))}".strip()


def _folded_inside(engine: Engine, attachment_id: str) -> str:
    """The words inside a file, folded once: for a long one that takes longer than an edit may."""
    inside = "SELECT b.hash, b.text, b.folded FROM attachments a JOIN blob_texts b ON b.hash = a.digest WHERE a.id = ?"
    for digest, text, folded in engine.rows(inside, (attachment_id,)):
        if folded or not text:
            return str(folded)
        folded = fold(text)
        engine.run("UPDATE blob_texts SET folded = ? WHERE hash = ?", (folded, digest))
        return folded
    return ""


def _put(
    engine: Engine, index: str, number: int, folded: str, *, keep_empty: bool = False, is_new: bool = False
) -> None:
    if not is_new:
        engine.run(f"DELETE FROM {index} WHERE rowid = ?", (number,))
    if folded or keep_empty:
        engine.run(f"INSERT INTO {index} (rowid, folded) VALUES (?, ?)", (number, folded))
