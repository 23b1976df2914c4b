# SPDX-License-Identifier: GPL-3.0-or-later
"""What came back: kinds, scans, form letters, how an office answers, and reminders where no answer is expected."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.support.builders import add

from amnesty_desktop.domain.activity import OfficeReplies, habit
from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.case import Case, CaseKind
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.reply import Reply, ReplyKind, is_same_form
from amnesty_desktop.edits import replies
from amnesty_desktop.edits.written_files import no_step
from amnesty_desktop.store.activity import activity
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.replies import office_replies
from amnesty_desktop.store.today import unanswered

TODAY = date(2026, 11, 23)
CASE = Case(kind=CaseKind.ACTION_FILE, country="HN", title="A case of many years")
OTHER_CASE = Case(kind=CaseKind.ACTION_FILE, country="HN", title="Another case")
MINISTRY = Addressee(id="a", case_id=CASE.id, office="Ministry of Justice", country="HN")
SAME_MINISTRY = replace(MINISTRY, id="b", case_id=OTHER_CASE.id)
SENT = Letter(id="one", case_id=CASE.id, addressee_id="a", sent_on=date(2026, 2, 1), state=LetterState.SENT)
LATER = replace(SENT, id="two", case_id=OTHER_CASE.id, addressee_id="b", sent_on=date(2026, 3, 1))
FORM = "Thank you for your letter of 1 February 2026, which has been passed on to the competent department."


@pytest.fixture
def filled(file: CaseFile) -> CaseFile:
    add(file, CASE, OTHER_CASE, MINISTRY, SAME_MINISTRY, SENT, LATER)
    return file


def record(file: CaseFile, kind: ReplyKind = ReplyKind.FORM_REPLY, letter: Letter = SENT, **fields: object) -> Reply:
    reply = Reply(case_id=letter.case_id, letter_id=letter.id, received=PartialDate("2026-03-13"), kind=kind)
    reply = replace(reply, **fields)  # type: ignore[arg-type]
    file.edit("Record a reply", lambda write: replies.record(write, reply))
    return reply


def test_where_no_answer_is_expected_nobody_is_reminded_and_none_is_counted(filled: CaseFile) -> None:
    assert len(unanswered(filled.engine, TODAY, 8)) == 2
    record(filled, ReplyKind.NONE_EXPECTED)
    assert filled.get(Letter, SENT.id).state is LetterState.SENT
    assert [one.case_id for one in unanswered(filled.engine, TODAY, 8)] == [OTHER_CASE.id]
    assert activity(filled.engine, Period.of_year(2026)).replies_received == 0
    filled.undo()
    assert len(unanswered(filled.engine, TODAY, 8)) == 2


def test_a_form_letter_is_recognised_in_another_case_of_the_same_office(filled: CaseFile) -> None:
    first = record(filled, summary=FORM)
    same = replies.same_form(filled, LATER, FORM.replace("1 February 2026", "12 FEBRUARY 2026"))
    assert same is not None
    assert (same.reply_id, same.who) == (first.id, CASE.title)
    assert replies.same_form(filled, LATER, "They promise to look into it, and will write to us again soon.") is None


@pytest.mark.parametrize("text", ["Thank you.", "Thank you for your letter.", ""])
def test_a_few_words_that_are_the_same_are_no_form(text: str) -> None:
    assert not is_same_form(text, text)


def test_an_office_is_known_by_its_answers_over_all_cases(filled: CaseFile) -> None:
    record(filled)
    assert office_replies(filled.engine, "b") == OfficeReplies("", 2, 1, (40,))
    assert habit(office_replies(filled.engine, "b")) == "This office answered 1 of 2 letters, usually after 40 days."


def test_mail_that_came_back_is_no_answer(filled: CaseFile) -> None:
    record(filled, ReplyKind.RETURNED)
    assert habit(office_replies(filled.engine, "a")) == "We wrote to this office twice, and it has not answered."
    assert habit(OfficeReplies("", 0, 0)) == ""


def test_the_scan_of_a_reply_becomes_a_document_of_the_case_once(filled: CaseFile, tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_bytes(b"We have received your letter.")
    for _ in range(2):
        scan = replies.keep_scan(filled, CASE.id, path, TODAY, no_step)
        reply = Reply(case_id=CASE.id, letter_id=SENT.id)
        filled.edit("Record a reply", partial(replies.record, reply=reply, scan=scan))
    (document,) = filled.all(Attachment)
    assert document.name == "answer.txt"
    assert {reply.attachment_id for reply in filled.all(Reply)} == {document.id}


def test_a_scan_that_cannot_be_read_gets_its_sentence(filled: CaseFile, tmp_path: Path) -> None:
    scan = replies.keep_scan(filled, CASE.id, tmp_path / "gone.pdf", TODAY, no_step)
    assert scan.document_id is None
    assert "cannot be read" in scan.notice
