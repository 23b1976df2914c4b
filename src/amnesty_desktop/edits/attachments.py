# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of documents: files from outside kept inside the case file, read, described, and handed out again."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from errno import EDQUOT, ENOSPC
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.attachment import LARGEST_ATTACHMENT, Attachment, plain_name
from ..domain.dates import PartialDate
from ..domain.source import Source
from ..intake import isolated, kinds
from ..intake.page_text import Unreadable
from ..store import attachments
from ..store.errors import DiskFull, FolderReadOnly
from ..store.recorder import Transaction

if TYPE_CHECKING:
    from ..store.case_file import CaseFile

Step = Callable[[int, int], None]
_READABLE = (kinds.PDF, kinds.WORD, kinds.MAIL, kinds.HTML, kinds.TEXT)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that is to become a document: its name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of files that were to be added: what can be added, and a sentence for each thing to be said."""

    documents: tuple[Attachment, ...]
    notices: tuple[str, ...]


def described(case_id: str, incoming: Incoming, today: date) -> Attachment:
    """A document's record before it is in the file; the kind is what its bytes say."""
    kind = kinds.kind_of(incoming.content)
    return Attachment(
        case_id=case_id,
        name=plain_name(incoming.name),
        media_type=kind.media_type,
        digest=sha256(incoming.content).hexdigest(),
        size=len(incoming.content),
        added=PartialDate.of(today),
    )


def refusal(name: str, size: int) -> str:
    """Why a file of this size can not be kept, as a sentence with the way out; empty where it can."""
    if size > LARGEST_ATTACHMENT:
        limit = LARGEST_ATTACHMENT // (1024 * 1024)
        return f"“{name}” is larger than {limit} MB. Scan it in grey or with fewer dots, or keep it beside the file."
    return "" if size else f"“{name}” is empty. Ask for it again."


def misnamed(document: Attachment) -> str:
    """What is said of a file that is not what its name says; empty for an honest one."""
    kind = kinds.kind_named(document.media_type)
    if kinds.name_fits(document.name, kind):
        return ""
    return f"“{document.name}” is called .{kinds.end_of(document.name)} and is {kind.word}. It is kept as what it is."


def gather(file: "CaseFile", case_id: str, paths: Sequence[Path], today: date, step: Step) -> Gathered:
    """Read files from the disk and keep their bytes, for a thread of its own; add() then makes them documents.

    What cannot be kept gets its sentence and leaves the others alone. step may raise to give up.
    """
    attachments.clear_left_pieces(file)
    known = {document.digest: document.name for document in file.all(Attachment, case_id=case_id)}
    found: list[Attachment] = []
    notices: list[str] = []
    for number, path in enumerate(paths):

        def told(done: int, total: int, number: int = number) -> None:
            step(number * 100 + 100 * done // max(total, 1), len(paths) * 100)

        told(0, 1)
        document = _one(file, case_id, path, today, told, notices)
        if document is None:
            continue
        if document.digest in known:
            notices.append(f"“{document.name}” is here already, as “{known[document.digest]}”.")
            continue
        known[document.digest] = document.name
        notices += filter(None, [misnamed(document)])
        found.append(document)
    return Gathered(tuple(found), tuple(notices))


def add(write: Transaction, documents: Sequence[Attachment]) -> None:
    """Make documents whose bytes are kept already part of their case."""
    place = write.count(Attachment, case_id=documents[0].case_id) if documents else 0
    for number, document in enumerate(documents):
        write.save(replace(document, position=place + number))


def add_small(write: Transaction, case_id: str, incoming: Incoming, today: date) -> Attachment:
    """Add a small file, such as a sheet, within another edit: at most a few megabytes."""
    document = described(case_id, incoming, today)
    write.keep_bytes(incoming.content)
    add(write, [document])
    return write.get(Attachment, document.id)


def save(write: Transaction, document: Attachment) -> None:
    """Change what is said of a document; its bytes never change."""
    write.save(document)


def link_source(write: Transaction, document: Attachment, source_id: str | None) -> None:
    """Say which source of the case sent this file, or that none did."""
    for source in write.all(Source, case_id=document.case_id):
        if source.id == source_id and source.attachment_id != document.id:
            write.save(replace(source, attachment_id=document.id))
        elif source.id != source_id and source.attachment_id == document.id:
            write.save(replace(source, attachment_id=None))


def read_words(file: "CaseFile", document: Attachment, wait: Callable[[], None] = lambda: None) -> None:
    """Read the words inside a document in a child process and let search find them; for a thread of its own."""
    if kinds.kind_named(document.media_type) not in _READABLE:
        attachments.keep_text(file, document.digest, "")
        return
    try:
        with file.turn:
            content = attachments.content_of(file.engine, document)
        page = isolated.read_file(document.name, content, wait=wait)
    except Unreadable as trouble:
        attachments.keep_text(file, document.digest, "", f"{trouble.sentence} {trouble.way_out}")
        return
    heads = [f"{name}: {words}" for name, words in page.headers]
    names = [attached.name for attached in page.attached]
    text = "\n".join([*heads, page.text, *names])
    attachments.keep_text(file, document.digest, text, " ".join(page.troubles))


def read_all_words(file: "CaseFile", case_id: str, step: Step) -> int:
    """Read the words of all documents of a case that nobody has read; returns how many."""
    with file.turn:
        waiting = attachments.unread(file.engine, case_id)
    for number, document in enumerate(waiting):

        def wait(number: int = number) -> None:
            step(number, len(waiting))

        wait()
        read_words(file, document, wait)
    return len(waiting)


def write_copy(file: "CaseFile", document: Attachment, target: Path) -> None:
    """Write a copy of a document outside the file, whole or not at all; raises CaseFileError."""
    content = attachments.content_of(file.engine, document)
    fresh = target.with_name(f".{target.name}.part")
    try:
        with fresh.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(fresh, target)
    except OSError as trouble:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        if trouble.errno in (ENOSPC, EDQUOT):
            raise DiskFull("The disk has no room left for the copy.", "Make some room, and try again.") from None
        raise FolderReadOnly(f"“{target.name}” cannot be written there.", "Choose another place.") from None


def _one(file: "CaseFile", case_id: str, path: Path, today: date, step: Step, notices: list[str]) -> Attachment | None:
    name = plain_name(path.name)
    try:
        size = path.stat().st_size
        said = f"“{name}” is a folder. Add the files in it." if path.is_dir() else refusal(name, size)
        if not said:
            content = path.read_bytes()
            said = refusal(name, len(content))
    except OSError:
        said = f"“{name}” cannot be read. See that it is still there and not open elsewhere, and add it again."
    if said:
        notices.append(said)
        return None
    document = described(case_id, Incoming(name, content), today)
    attachments.keep(file, content, step)
    return document
