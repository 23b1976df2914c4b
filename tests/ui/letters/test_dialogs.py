# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs that decide about letters: how they went out, and what came back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Channel, Letter, LetterState
from amnesty_desktop.domain.reply import Reply, ReplyKind, ReplyTask
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.frame import DialogFrame
from amnesty_desktop.ui.dialogs.mark_sent import MarkSent, Posting, UnreadablePostage, read_postage
from amnesty_desktop.ui.dialogs.record_reply import RecordReply

TODAY = date(2026, 11, 23)


@pytest.fixture
def sent(qtbot: QtBot, desk: Desk) -> MarkSent:
    made = MarkSent(desk, 2, Channel.AIRMAIL, None)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def reply(qtbot: QtBot, desk: Desk, letter: Letter) -> RecordReply:
    made = RecordReply(desk, letter, None)
    qtbot.addWidget(made)
    return made


def press(dialog: DialogFrame, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("2.20", 220), ("2,20", 220), ("£ 2.20", 220), ("3", 300), ("0.9", 90), ("", None), ("  ", None)],
)
def test_postage_is_read_as_people_write_it(text: str, hundredths: int | None) -> None:
    assert read_postage(text) == hundredths


@pytest.mark.parametrize("text", ["two pounds", "-1", "1.234", "1.2.3", "999999999", "²"])
def test_words_that_are_no_sum_are_refused(text: str) -> None:
    with pytest.raises(UnreadablePostage):
        read_postage(text)


def test_enter_marks_as_sent_today_by_the_usual_way(sent: MarkSent, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sent.decided) as told:
        press(sent, "Mark as sent")
    assert told.args == [Posting(TODAY, Channel.AIRMAIL, None)]


@pytest.mark.parametrize("day", ["24 November 2026", "November 2026", "30 February 2026", ""])
def test_a_day_that_has_not_come_or_is_none_is_refused(sent: MarkSent, qtbot: QtBot, day: str) -> None:
    sent.on.line.selectAll()
    QTest.keyClick(sent.on.line, Qt.Key.Key_Delete)
    QTest.keyClicks(sent.on.line, day)
    with qtbot.assertNotEmitted(sent.decided):
        press(sent, "Mark as sent")
    assert sent._fields["on"].problem is not None


@pytest.mark.parametrize("number", ["0", "-2", "a few", "1000000"])
def test_a_number_of_signatures_nobody_can_mean_is_said_beside_it(sent: MarkSent, qtbot: QtBot, number: str) -> None:
    sent.signatures.setText(number)
    with qtbot.assertNotEmitted(sent.decided):
        sent._on_sent()
    assert sent._fields["signatures"].problem is not None


def test_how_many_signed_goes_with_the_posting(sent: MarkSent, qtbot: QtBot) -> None:
    sent.signatures.setText("14")
    with qtbot.waitSignal(sent.decided) as told:
        sent._on_sent()
    assert told.args[0].signatures == 14


def test_postage_that_cannot_be_read_is_said_beside_it(sent: MarkSent, qtbot: QtBot) -> None:
    sent.postage.setText("a lot")
    with qtbot.assertNotEmitted(sent.decided):
        press(sent, "Mark as sent")
    assert sent._fields["postage"].problem is not None
    sent.postage.setText("2.20")
    with qtbot.waitSignal(sent.decided) as told:
        press(sent, "Mark as sent")
    assert told.args[0].postage == 220


def test_two_keys_record_a_reply(reply: RecordReply, qtbot: QtBot, letter: Letter) -> None:
    reply.open()
    with qtbot.waitSignal(reply.recorded) as told:
        QTest.keyClick(reply.kind, Qt.Key.Key_D)
        QTest.keyClick(reply.kind, Qt.Key.Key_Return)
    found: Reply = told.args[0]
    assert (found.kind, found.letter_id, found.received) == (ReplyKind.DENIAL, letter.id, PartialDate.of(TODAY))
    assert found.sender == "Sr. Ministro"


@pytest.mark.parametrize(
    ("kind", "task"),
    [
        (ReplyKind.ACKNOWLEDGEMENT, ReplyTask.NOTHING),
        (ReplyKind.ASKS_FOR_MORE, ReplyTask.ANSWER),
        (ReplyKind.FAVOURABLE, ReplyTask.FORWARD),
    ],
)
def test_what_is_left_to_do_is_proposed_by_the_kind(reply: RecordReply, kind: ReplyKind, task: ReplyTask) -> None:
    reply.kind.setCurrentIndex(reply.kind.findData(kind.value))
    assert reply.task is task


def test_a_task_chosen_by_hand_stays(reply: RecordReply) -> None:
    button = reply.findChild(QRadioButton, "task_answer")
    assert button is not None
    button.click()
    reply.kind.setCurrentIndex(reply.kind.findData(ReplyKind.FORM_REPLY.value))
    assert reply.value().task is ReplyTask.ANSWER


def test_a_reply_dated_as_far_as_it_is_known(reply: RecordReply, qtbot: QtBot) -> None:
    reply.received.set_value(PartialDate("2026-10"))
    with qtbot.waitSignal(reply.recorded) as told:
        press(reply, "Record")
    assert told.args[0].received == PartialDate("2026-10")


def test_a_reply_from_the_future_is_refused(reply: RecordReply, qtbot: QtBot) -> None:
    reply.received.set_value(PartialDate("2027"))
    with qtbot.assertNotEmitted(reply.recorded):
        press(reply, "Record")


def test_the_words_of_an_earlier_reply_of_the_office_are_recognised(
    reply: RecordReply, desk: Desk, letter: Letter
) -> None:
    words = "Your letter has been received and passed on to the department that deals with such matters."
    add(desk.session.file, replace(letter, sent_on=TODAY, state=LetterState.SENT))
    add(desk.session.file, Reply(case_id=letter.case_id, letter_id=letter.id, summary=words))
    reply.summary.setPlainText(words.upper())
    assert "The same words as the reply" in reply._fields["summary"]._below.text()
    assert ReplyKind(reply.kind.currentData()) is ReplyKind.FORM_REPLY


def test_the_scan_goes_with_the_reply_and_can_be_left_out(reply: RecordReply, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "answer & more.pdf"
    path.write_bytes(b"%PDF-1.4")
    reply.choose_file = lambda: str(path)
    reply.attach.click()
    assert (reply.scan, reply.attach.text()) == (path, "answer && more.pdf")
    reply._leave_out.click()
    assert reply.scan is None
    reply.attach.click()
    with qtbot.waitSignal(reply.recorded) as told:
        press(reply, "Record")
    assert told.args[1] == path


def test_a_scan_that_is_gone_or_empty_is_refused(reply: RecordReply, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    for name, said in (("gone.pdf", "cannot be read"), ("empty.pdf", "is empty")):
        reply.choose_file = lambda name=name: str(tmp_path / name)  # type: ignore[misc]
        reply.attach.click()
        assert said in reply.trouble.sentence
    assert reply.scan is None


def test_what_several_letters_cost_together_is_said(sent: MarkSent) -> None:
    sent.postage.setText("2.20")
    assert sent._fields["postage"]._below.text() == "2 letters: 4.40 together"
