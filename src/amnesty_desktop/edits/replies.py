# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of what came back."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.attachment import Attachment
from ..domain.dates import PartialDate
from ..domain.letter import Letter
from ..domain.reply import CAME_BACK, Reply, ReplyKind, ReplyTask, is_same_form
from ..store.reading import Reading
from ..store.recorder import Transaction
from ..store.replies import EarlierReply, replies_of_office
from . import attachments, letters
from .attachments import Step

if TYPE_CHECKING:
    from ..store.case_file import CaseFile


@dataclass(frozen=True, slots=True)
class Scan:
    """The scan or file of a reply: the document it is, the record where it is new, or a sentence why it is none."""

    document_id: str | None = None
    fresh: Attachment | None = None
    notice: str = ""


def keep_scan(file: "CaseFile", case_id: str, path: Path, today: date, step: Step) -> Scan:
    """Read the scan of a reply and keep its bytes, for a thread of its own; record() then makes it a document."""
    gathered = attachments.gather(file, case_id, [path], today, step)
    if gathered.documents:
        return Scan(gathered.documents[0].id, gathered.documents[0])
    try:
        digest = sha256(path.read_bytes()).hexdigest()
    except OSError:
        digest = ""
    known = next((one for one in file.all(Attachment, case_id=case_id) if digest and one.digest == digest), None)
    return Scan(known.id) if known else Scan(notice=" ".join(gathered.notices))


def same_form(reading: Reading, letter: Letter, text: str) -> EarlierReply | None:
    """The newest reply of the office of a letter that has the same words; None without one."""
    earlier = replies_of_office(reading.engine, letter.addressee_id) if letter.addressee_id else ()
    return next((one for one in earlier if is_same_form(one.text, text)), None)


def record(write: Transaction, reply: Reply, scan: Scan | None = None) -> None:
    """Record a reply with its scan; its letter counts as answered, or as returned when the post brought it back.

    Where no answer is expected, the letter stays as it is, and nobody is reminded of it.
    """
    if scan is not None and scan.fresh is not None:
        attachments.add(write, [scan.fresh])
    write.save(replace(reply, attachment_id=scan.document_id) if scan is not None else reply)
    if reply.letter_id is None or reply.kind is ReplyKind.NONE_EXPECTED:
        return
    if reply.kind in CAME_BACK:
        letters.mark_returned(write, reply.letter_id)
    else:
        letters.mark_answered(write, reply.letter_id)


def forwarded(write: Transaction, reply_id: str, on: date) -> None:
    """A reply was passed on to the section; nothing is left to be done about it."""
    reply = write.get(Reply, reply_id)
    write.save(replace(reply, task=ReplyTask.NOTHING, forwarded_on=PartialDate.of(on)))


def settle(write: Transaction, reply_id: str) -> None:
    """Nothing is left to be done about a reply: it was answered or passed on."""
    write.save(replace(write.get(Reply, reply_id), task=ReplyTask.NOTHING))
