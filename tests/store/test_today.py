# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due today, and what only seems to be."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.support.builders import add, case, letter, outcome

from amnesty_desktop.domain.case import Case, CaseKind, CaseStatus
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Channel, Letter, LetterState
from amnesty_desktop.domain.meeting import Meeting, MeetingCase
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.domain.reply import Reply, ReplyTask
from amnesty_desktop.store import today
from amnesty_desktop.store.case_file import CaseFile

TODAY = date(2026, 11, 23)


def _day(offset: int) -> PartialDate:
    return PartialDate.of(TODAY + timedelta(days=offset))


def _sent(of: Case, days_ago: int, **fields: Any) -> Letter:
    on = TODAY - timedelta(days=days_ago)
    sent: dict[str, Any] = {"state": LetterState.SENT, "sent_on": on, "channel": Channel.POST}
    return letter(of, **sent | fields)


def test_due_are_open_cases_past_their_day_or_within_ten_days(file: CaseFile) -> None:
    late, soon = case("Late", appeal_by=_day(-3)), case("Soon", appeal_by=_day(10))
    add(
        file,
        soon,
        late,
        case("Later", appeal_by=_day(11)),
        case("None"),
        case("Unknown", appeal_by=PartialDate("XXXX")),
    )
    add(file, case("Closed", appeal_by=_day(1), status=CaseStatus.CLOSED))
    add(file, letter(late), _sent(late, 9))
    found = today.due(file.engine, TODAY)
    assert [(item.who, item.day, item.drafts, item.sent) for item in found] == [
        ("Late", TODAY - timedelta(days=3), 1, 1),
        ("Soon", TODAY + timedelta(days=10), 0, 0),
    ]


def test_waiting_are_letters_to_print_before_letters_to_post(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, letter(teacher), letter(teacher, state=LetterState.EXPORTED, exported_on=TODAY))
    add(file, letter(teacher, state=LetterState.READY, dated=TODAY))
    assert [(item.state, item.day) for item in today.waiting(file.engine)] == [
        (LetterState.READY, TODAY),
        (LetterState.EXPORTED, TODAY),
    ]
    assert len(today.drafts_of_open_cases(file.engine)) == 3


def test_replies_with_something_left_to_do_are_open(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, Reply(case_id=teacher.id, task=ReplyTask.NOTHING))
    add(file, Reply(case_id=teacher.id, task=ReplyTask.FORWARD, received=_day(-2), sender="The Minister"))
    (reply,) = today.open_replies(file.engine)
    assert (reply.sender, reply.task, reply.received) == ("The Minister", ReplyTask.FORWARD, "2026-11-21")


@pytest.mark.parametrize(
    ("kind", "state", "days", "found"),
    [
        (CaseKind.ACTION_FILE, LetterState.SENT, 57, 1),
        (CaseKind.ACTION_FILE, LetterState.SENT, 55, 0),
        (CaseKind.ACTION_FILE, LetterState.ANSWERED, 57, 0),
        (CaseKind.URGENT_ACTION, LetterState.SENT, 57, 0),
    ],
)
def test_long_term_cases_wait_for_an_answer_after_the_groups_weeks(
    file: CaseFile, kind: CaseKind, state: LetterState, days: int, found: int
) -> None:
    teacher = case(kind=kind)
    add(file, teacher, _sent(teacher, days, state=state))
    assert len(today.unanswered(file.engine, TODAY, 8)) == found


def test_a_newer_letter_starts_the_wait_again(file: CaseFile) -> None:
    teacher = case(kind=CaseKind.ACTION_FILE)
    add(file, teacher, _sent(teacher, 300), _sent(teacher, 3))
    assert today.unanswered(file.engine, TODAY, 8) == []


def test_quiet_are_open_cases_without_an_event_for_half_a_year(file: CaseFile) -> None:
    quiet, busy = case("Quiet", issued=_day(-400)), case("Busy", issued=_day(-400))
    add(file, quiet, busy, _sent(busy, 20), case("Never began"))
    assert [(item.who, item.last_event) for item in today.quiet(file.engine, TODAY)] == [
        ("Quiet", (TODAY - timedelta(days=400)).isoformat())
    ]


def test_the_next_meeting_comes_with_what_is_laid_out(file: CaseFile) -> None:
    assert today.next_meeting(file, TODAY) is None
    teacher, tonight = case(), Meeting(on=TODAY, begins="19:30")
    add(file, teacher, tonight, Meeting(on=TODAY - timedelta(days=7)), Meeting(on=TODAY + timedelta(days=7)))
    add(file, MeetingCase(meeting_id=tonight.id, case_id=teacher.id))
    assert today.next_meeting(file, TODAY) == (tonight, 1)


def test_the_month_counts_each_kind_of_thing_apart(file: CaseFile) -> None:
    teacher, nurse = case(country="HN"), case(country="TR")
    add(file, teacher, nurse, _sent(teacher, 2), _sent(nurse, 3), _sent(nurse, 60))
    add(
        file, Reply(case_id=teacher.id, received=_day(-1)), outcome(teacher, on=_day(-1)), outcome(teacher, on=_day(-1))
    )
    add(file, outcome(nurse, on=_day(-2), direction=Direction.WORSE), outcome(nurse, on=PartialDate("2026")))
    assert today.month_counts(file.engine, TODAY) == today.MonthCounts(
        letters=2, countries=2, replies=1, better=1, worse=1
    )
