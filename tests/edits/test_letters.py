# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter's way from draft to answer, and what a seal forbids."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.support.builders import add, case, letter

from amnesty_desktop.domain.letter import Channel, Letter, LetterState, Seal
from amnesty_desktop.domain.reply import Reply, ReplyKind, ReplyTask
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.edits import letters, replies
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError
from amnesty_desktop.store.letters import seal_of
from amnesty_desktop.store.verify import verify

DAY = date(2026, 5, 7)


@pytest.fixture
def draft(file: CaseFile) -> Letter:
    """A letter that nobody has finished yet."""
    teacher = case()
    made = letter(teacher)
    add(file, teacher, made)
    return made


def _send(file: CaseFile, draft: Letter) -> Seal:
    seal: Seal = file.edit(
        "Mark as sent",
        lambda write: letters.mark_sent(
            write, draft.id, on=DAY, channel=Channel.AIRMAIL, postage=250, document=b"Word document"
        ),
    ).result
    return seal


def _state(file: CaseFile, of: Letter) -> LetterState:
    return file.get(Letter, of.id).state


def test_a_letter_goes_from_draft_to_ready_and_back(file: CaseFile, draft: Letter) -> None:
    file.edit("Mark as ready", lambda write: letters.mark_ready(write, draft.id))
    assert _state(file, draft) is LetterState.READY
    file.edit("Back to draft", lambda write: letters.back_to_draft(write, draft.id))
    assert _state(file, draft) is LetterState.DRAFT


def test_exporting_dates_a_letter_and_leaves_a_sent_one_alone(file: CaseFile, draft: Letter) -> None:
    file.edit("Export", lambda write: letters.mark_exported(write, [draft.id], DAY))
    assert (_state(file, draft), file.get(Letter, draft.id).exported_on) == (LetterState.EXPORTED, DAY)
    _send(file, draft)
    file.edit("Export", lambda write: letters.mark_exported(write, [draft.id], DAY))
    assert _state(file, draft) is LetterState.SENT


def test_sending_seals_the_text_and_the_document(file: CaseFile, draft: Letter) -> None:
    seal = _send(file, draft)
    sent = file.get(Letter, draft.id)
    assert (sent.sent_on, sent.channel, sent.postage) == (DAY, Channel.AIRMAIL, 250)
    assert json.loads(seal.letter)["body"]
    assert file.bytes_of(seal.document) == b"Word document"
    assert seal_of(file, draft.id) == seal
    assert verify(file.engine).troubles == ()


def test_a_sent_letter_can_be_neither_changed_nor_sent_again_nor_thrown_away(file: CaseFile, draft: Letter) -> None:
    _send(file, draft)
    sent = file.get(Letter, draft.id)
    with pytest.raises(CaseFileError, match="cannot be changed"):
        file.edit("Change", lambda write: letters.save(write, replace(sent, subject="Another")))
    with pytest.raises(CaseFileError, match="sent already"):
        _send(file, draft)
    with pytest.raises(CaseFileError, match="as it was posted"):
        file.edit("Bin", lambda write: bin_edits.put(write, [sent], datetime(2026, 6, 1, tzinfo=UTC)))
    assert file.get(Letter, draft.id) == sent


def test_a_letter_that_was_not_sent_cannot_come_back(file: CaseFile, draft: Letter) -> None:
    with pytest.raises(CaseFileError, match="Only a letter that was sent"):
        file.edit("Returned", lambda write: letters.mark_returned(write, draft.id))


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (ReplyKind.FAVOURABLE, LetterState.ANSWERED),
        (ReplyKind.RETURNED, LetterState.RETURNED),
        (ReplyKind.REFUSED, LetterState.RETURNED),
    ],
)
def test_a_reply_answers_its_letter_or_brings_it_back(
    file: CaseFile, draft: Letter, kind: ReplyKind, state: LetterState
) -> None:
    _send(file, draft)
    answer = Reply(case_id=draft.case_id, letter_id=draft.id, kind=kind, task=ReplyTask.FORWARD)
    file.edit("Record reply", lambda write: replies.record(write, answer))
    assert _state(file, draft) is state
    file.edit("Settle", lambda write: replies.settle(write, answer.id))
    assert file.get(Reply, answer.id).task is ReplyTask.NOTHING


def test_a_reply_to_the_case_at_large_touches_no_letter(file: CaseFile, draft: Letter) -> None:
    file.edit("Record reply", lambda write: replies.record(write, Reply(case_id=draft.case_id)))
    assert _state(file, draft) is LetterState.DRAFT


def test_an_answer_to_a_letter_not_marked_as_sent_is_kept_and_the_letter_left_alone(
    file: CaseFile, draft: Letter
) -> None:
    answer = Reply(case_id=draft.case_id, letter_id=draft.id, kind=ReplyKind.ACKNOWLEDGEMENT)
    file.edit("Record reply", lambda write: replies.record(write, answer))
    assert file.get(Reply, answer.id) == answer
    assert _state(file, draft) is LetterState.DRAFT
