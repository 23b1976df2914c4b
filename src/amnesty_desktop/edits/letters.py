# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of letters on their way from the first word to the answer."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ..domain.letter import SEALED, Answer, Channel, Letter, LetterState, Seal
from ..domain.reply import Reply, ReplyTask
from ..store.errors import CaseFileError
from ..store.recorder import Transaction
from ..store.rows import to_row


def save(write: Transaction, letter: Letter) -> None:
    """Add a draft or change one. A sealed letter is refused: raises CaseFileError."""
    current = write.find(Letter, letter.id)
    if current is not None and current.state in SEALED:
        raise CaseFileError(
            "This letter was sent and cannot be changed.", "Write a new letter; this one stays as it was posted."
        )
    write.save(letter)


def mark_ready(write: Transaction, letter_id: str) -> None:
    """The letter is finished and waits to be printed."""
    save(write, replace(write.get(Letter, letter_id), state=LetterState.READY))


def back_to_draft(write: Transaction, letter_id: str) -> None:
    """Go on writing."""
    save(write, replace(write.get(Letter, letter_id), state=LetterState.DRAFT))


def mark_exported(write: Transaction, letter_ids: Iterable[str], on: date) -> None:
    """The letters were written as Word documents; a sent one stays sent."""
    for letter_id in letter_ids:
        letter = write.get(Letter, letter_id)
        if letter.state not in SEALED:
            write.save(replace(letter, state=LetterState.EXPORTED, exported_on=on))


def mark_sent(
    write: Transaction,
    letter_id: str,
    *,
    on: date,
    channel: Channel,
    postage: int | None,
    document: bytes,
    signatures: int = 1,
) -> Seal:
    """The letter went out: its text and its Word document are sealed as they are.

    postage is in hundredths; signatures are the people who signed, the writer among them.
    """
    letter = write.get(Letter, letter_id)
    if letter.state in SEALED:
        raise CaseFileError("This letter is marked as sent already.", "If it went out twice, copy it first.")
    sent = replace(letter, state=LetterState.SENT, sent_on=on, channel=channel, postage=postage, signatures=signatures)
    write.save(sent)
    answered = write.find(Reply, letter.reply_id)
    if answered is not None and answered.task is ReplyTask.ANSWER:
        write.save(replace(answered, task=ReplyTask.NOTHING))
    seal = Seal(
        case_id=letter.case_id,
        letter_id=letter.id,
        letter=json.dumps(to_row(sent), ensure_ascii=False, sort_keys=True),
        document=write.keep_bytes(document),
    )
    write.save(seal)
    return seal


def mark_returned(write: Transaction, letter_id: str) -> None:
    """The letter came back undelivered."""
    letter = write.get(Letter, letter_id)
    if letter.state not in SEALED:
        raise CaseFileError("Only a letter that was sent can come back.", "Mark it as sent first.")
    write.save(replace(letter, state=LetterState.RETURNED))


def mark_answered(write: Transaction, letter_id: str) -> None:
    """An answer to the letter has come."""
    letter = write.get(Letter, letter_id)
    if letter.state in SEALED:
        write.save(replace(letter, state=LetterState.ANSWERED))


def answer(write: Transaction, letter_id: str, subject_id: str) -> None:
    """Keep the writer's answer to a question of the letter check, so that it is not asked again."""
    letter = write.get(Letter, letter_id)
    if not write.count(Answer, letter_id=letter_id, subject_id=subject_id):
        write.save(Answer(case_id=letter.case_id, letter_id=letter_id, subject_id=subject_id))
