# SPDX-License-Identifier: GPL-3.0-or-later
"""The bytes of scans and kept files, in pieces; the words inside them; the list of a case's documents.

A scan of 25 MB written as one row would hold the connection for half a second, and the window with it. Pieces
are written one by one, each in a transaction of its own, before the edit that adds the document; pieces of a
document that was never added are cleared away the next time. Bytes never change: they are known by their hash.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from ..domain.attachment import Attachment
from ..domain.names import fold
from .engine import Engine, speaking_plainly
from .errors import CaseFileError
from .indexing import index_blob
from .rows import columns, from_row, storable

if TYPE_CHECKING:
    from .case_file import CaseFile

Step = Callable[[int, int], None]

PIECE = 256 * 1024
"""Bytes of a piece; writing one takes some milliseconds."""
_MOMENT = 0.001
LONGEST_TEXT = 200_000
"""Letters of a document that are kept for searching: some sixty pages."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document of a case in its list; source is how the source that sent
    it is called, without the name of a person; empty without one."""

    attachment: Attachment
    key: int
    source: str
    is_read: bool


def document_lines(engine: Engine, case_id: str) -> list[DocumentLine]:
    """The live documents of a case in the order they were added."""
    rows = engine.rows(
        f"""SELECT key, digest IN (SELECT hash FROM blob_texts), (
                SELECT coalesce(nullif(s.title, ''), nullif(s.publisher, ''), 'a source')
                FROM sources s WHERE s.case_id = ?1 AND s.attachment_id = attachments.id AND s.live = 1
            ), {columns(Attachment)}
            FROM attachments WHERE case_id = ?1 AND live = 1 ORDER BY position, key""",
        (case_id,),
    )
    return [
        DocumentLine(from_row(Attachment, row), key, source or "", bool(is_read)) for key, is_read, source, *row in rows
    ]


# -- bytes


def has_bytes(engine: Engine, digest: str, size: int) -> bool:
    """Whether all the bytes with this hash are kept."""
    if engine.rows("SELECT 1 FROM blobs WHERE hash = ?", (digest,)):
        return True
    kept = engine.value("SELECT coalesce(sum(length(bytes)), 0) FROM blob_pieces WHERE hash = ?", (digest,))
    return bool(size and kept == size)


def keep(file: "CaseFile", content: bytes, step: Step | None = None) -> str:
    """Keep bytes piece by piece, letting others at the file between two; returns their SHA-256 in hex.

    For a thread of its own. step(done, total) is told bytes and may raise to give up. Raises CaseFileError.
    """
    digest = sha256(content).hexdigest()
    with file.turn:
        is_there = has_bytes(file.engine, digest, len(content))
    if is_there:
        return digest
    for number, at in enumerate(range(0, len(content), PIECE)):
        if step is not None:
            step(at, len(content))
        with file.turn, speaking_plainly(file.path):
            file.engine.check_place()
            file.engine.run(
                "INSERT OR REPLACE INTO blob_pieces (hash, number, bytes) VALUES (?, ?, ?)",
                (digest, number, content[at : at + PIECE]),
            )
        # Without a moment in between, who waits at the same connection may wait for many pieces.
        time.sleep(_MOMENT)
    return digest


def pieces(engine: Engine, digest: str) -> Iterator[bytes]:
    """Bytes with this hash, piece by piece; none where they are not kept."""
    numbers = engine.rows("SELECT number FROM blob_pieces WHERE hash = ? ORDER BY number", (digest,))
    if not numbers:
        yield from (bytes(content) for (content,) in engine.rows("SELECT bytes FROM blobs WHERE hash = ?", (digest,)))
    for (number,) in numbers:
        yield bytes(engine.value("SELECT bytes FROM blob_pieces WHERE hash = ? AND number = ?", (digest, number)))


def content_of(engine: Engine, attachment: Attachment) -> bytes:
    """All the bytes of a document. Raises CaseFileError when they are not what was added."""
    content = b"".join(pieces(engine, attachment.digest))
    if sha256(content).hexdigest() != attachment.digest:
        raise CaseFileError(
            "The file has lost this document, or it was changed from outside.",
            "Bring back a safe copy, or add it again.",
        )
    return content


def clear_left_pieces(file: "CaseFile") -> None:
    """Remove the pieces of documents whose adding was broken off; what history knows of stays."""
    with file.turn, speaking_plainly(file.path):
        left = file.engine.value(
            "SELECT count(*) FROM blob_pieces WHERE number = 0 AND hash NOT IN (SELECT digest FROM attachments)"
        )
        if left:
            file.engine.run("DELETE FROM blob_pieces WHERE hash NOT IN (SELECT digest FROM attachments)")


# -- words


@dataclass(frozen=True, slots=True)
class KeptText:
    """The words inside a kept file; trouble is the sentence that says why there are none, or not all."""

    text: str
    trouble: str


def text_of(engine: Engine, digest: str) -> KeptText | None:
    """The words inside the file with this hash; None while nobody has read it."""
    found = engine.rows("SELECT text, trouble FROM blob_texts WHERE hash = ?", (digest,))
    return KeptText(*found[0]) if found else None


def keep_text(file: "CaseFile", digest: str, text: str, trouble: str = "") -> None:
    """Keep the words inside the file with this hash and let search find them. They follow from the bytes: no edit."""
    text = storable(text[:LONGEST_TEXT])
    folded = fold(text)
    with file.turn, speaking_plainly(file.path), file.engine.db.atomic():
        file.engine.check_place()
        file.engine.run(
            "INSERT OR REPLACE INTO blob_texts (hash, text, trouble, folded) VALUES (?, ?, ?, ?)",
            (digest, text, storable(trouble), folded),
        )
        index_blob(file.engine, digest)


def unread(engine: Engine, case_id: str) -> list[Attachment]:
    """The documents of a case whose words nobody has read yet."""
    rows = engine.rows(
        f"SELECT {columns(Attachment)} FROM attachments WHERE case_id = ? AND live = 1"
        " AND digest NOT IN (SELECT hash FROM blob_texts) ORDER BY position, key",
        (case_id,),
    )
    return [from_row(Attachment, row) for row in rows]
