# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of Today, from records to words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.support.builders import add, new_file

from amnesty_desktop.domain.case import Case, CaseKind, CaseStatus
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.reply import Reply, ReplyTask
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.ui.lights import Light
from amnesty_desktop.ui.today.lines import Act, Section, TodayLine, sections, sentence

TODAY = date(2026, 11, 23)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    made = new_file(tmp_path / "group.amnesty")
    yield made
    made.close()


def due_in(days: int, **fields: object) -> Case:
    return replace(Case(country="HN", appeal_by=PartialDate.of(TODAY + timedelta(days))), **fields)  # type: ignore[arg-type]


def lines(file: CaseFile, title: str) -> tuple[TodayLine, ...]:
    found = sections(file, TODAY, 8)
    return next((section.lines for section in found if section.title == title), ())


def test_an_appeal_due_in_three_days_asks_for_a_letter(file: CaseFile) -> None:
    case = due_in(3, reference="UA 112/26")
    add(file, case, Person(case_id=case.id, name="Maribel Quiñónez"))
    (line,) = lines(file, "Appeal by")
    assert (line.light, line.word, line.who, line.about, line.act) == (
        Light.SOON,
        "in 3 days",
        "Maribel Quiñónez",
        "Honduras, UA 112/26",
        Act.WRITE,
    )


def test_an_overdue_appeal_says_to_ask_the_section_first(file: CaseFile) -> None:
    add(file, due_in(-4))
    (line,) = lines(file, "Appeal by")
    assert (line.light, line.word, line.what) == (Light.LATE, "4 days over", "ask your section before writing")


def test_a_case_without_contact_offers_no_letter(file: CaseFile) -> None:
    add(file, due_in(2, no_contact="The family asks for silence."))
    (line,) = lines(file, "Appeal by")
    assert line.act is Act.OPEN


@pytest.mark.parametrize("case", [due_in(11), due_in(3, status=CaseStatus.CLOSED)])
def test_what_is_far_off_or_closed_is_not_due(file: CaseFile, case: Case) -> None:
    add(file, case)
    assert lines(file, "Appeal by") == ()


def test_letters_to_print_stand_together(file: CaseFile) -> None:
    case = due_in(30)
    add(file, case, *(Letter(case_id=case.id, state=LetterState.READY) for _ in range(3)))
    (line,) = lines(file, "Letters waiting")
    assert (line.word, line.who, line.act, len(line.letter_ids)) == ("to print", "3 letters", Act.PRINT, 3)


def test_a_reply_to_forward_names_its_sender_and_day(file: CaseFile) -> None:
    case = due_in(30)
    add(
        file,
        case,
        Reply(case_id=case.id, sender="Ministry", received=PartialDate("2026-11-17"), task=ReplyTask.FORWARD),
    )
    (line,) = lines(file, "Replies")
    assert (line.word, line.about) == ("to forward", "Ministry, 17 Nov")


def test_a_long_term_letter_without_answer_is_followed_up_after_the_groups_weeks(file: CaseFile) -> None:
    case = Case(kind=CaseKind.ACTION_FILE, country="BR")
    add(file, case, Letter(case_id=case.id, state=LetterState.SENT, sent_on=TODAY - timedelta(weeks=10)))
    (line,) = lines(file, "No answer after 8 weeks")
    assert (line.word, line.act) == ("10 weeks", Act.FOLLOW_UP)


def test_an_answered_letter_is_not_followed_up(file: CaseFile) -> None:
    case = Case(kind=CaseKind.ACTION_FILE)
    add(file, case, Letter(case_id=case.id, state=LetterState.ANSWERED, sent_on=TODAY - timedelta(weeks=10)))
    assert lines(file, "No answer after 8 weeks") == ()


def test_a_case_without_news_for_half_a_year_is_quiet(file: CaseFile) -> None:
    add(file, Case(kind=CaseKind.ACTION_FILE, taken_up=PartialDate("2026-04")))
    (line,) = lines(file, "Quiet for half a year")
    assert (line.word, line.what) == ("7 months", "last entry Apr 2026")


def test_the_sentence_counts_what_is_late_and_what_is_soon(file: CaseFile) -> None:
    add(file, due_in(-4), due_in(-1), due_in(3))
    assert sentence(sections(file, TODAY, 8)) == "Two appeals are overdue and one is due within ten days."


def test_with_nothing_to_do_the_sentence_invites(file: CaseFile) -> None:
    found: list[Section] = sections(file, TODAY, 8)
    assert sentence(found) == "Nothing is waiting. A good day to write to somebody."
