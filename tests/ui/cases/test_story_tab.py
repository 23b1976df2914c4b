# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of a case: all that is told on one line, a diary to type into, and the next step."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.cases.conftest import Cases, put

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.domain.reply import Reply
from amnesty_desktop.domain.sheet import Sheet
from amnesty_desktop.edits import cases as case_edits
from amnesty_desktop.ui.cases.story.story_tab import StoryTab
from amnesty_desktop.ui.cases.story.story_words import story_entries
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def tab(view: CasesView, cases: Cases) -> StoryTab:
    view.open_case(cases.soon.id, "story")
    QApplication.processEvents()
    found = view.findChild(StoryTab)
    assert isinstance(found, StoryTab)
    return found


def told(tab: StoryTab) -> list[str]:
    return [entry.text for entry in tab.view.entries()]


def on(text: str) -> PartialDate:
    return PartialDate(text)


def test_all_that_is_dated_stands_on_one_line_the_newest_first(tab: StoryTab, cases: Cases, desk: Desk) -> None:
    of = cases.soon.id
    put(
        desk,
        Sheet(case_id=of, issued=on("2026-11-10"), news="Moved"),
        Situation(case_id=of, on=on("2026-10"), kind=SituationKind.DETAINED),
        Letter(id="letter", case_id=of, dated=date(2026, 11, 12)),
        Reply(case_id=of, letter_id="letter", received=on("2026-11-20"), sender="The Ministry"),
        Outcome(case_id=of, direction=Direction.BETTER, kind="family_visit", on=on("2026-11-15")),
        DiaryNote(case_id=of, on=on("2026-11-21"), text="Rang the section"),
        DiaryNote(case_id=of, text="An old note"),
    )
    assert told(tab) == [
        "Rang the section",
        "Reply from The Ministry",
        "Better: family visit allowed",
        "Appeal to nobody yet",
        "Update",
        "Detained",
        "An old note",
        "First sheet",
    ]


def test_enter_keeps_a_line_of_the_diary_under_today(tab: StoryTab, cases: Cases, desk: Desk) -> None:
    tab.diary.line.setFocus()
    QTest.keyClicks(tab.diary.line, "Rang the  embassy")
    QTest.keyClick(tab.diary.line, Qt.Key.Key_Return)
    (note,) = desk.session.file.all(DiaryNote)
    assert (note.text, note.on) == ("Rang the embassy", on("2026-11-23"))
    assert (tab.diary.line.text(), told(tab)[0]) == ("", "Rang the embassy")
    desk.session.undo()
    assert told(tab) == ["First sheet"]


def test_an_empty_line_is_no_note(tab: StoryTab, desk: Desk) -> None:
    QTest.keyClicks(tab.diary.line, "   ")
    QTest.keyClick(tab.diary.line, Qt.Key.Key_Return)
    assert not desk.session.file.all(DiaryNote)


def test_half_a_line_waits_for_its_case(tab: StoryTab, cases: Cases, view: CasesView, desk: Desk) -> None:
    QTest.keyClicks(tab.diary.line, "Half a")
    view.open_case(cases.late.id, "story")
    assert tab.diary.line.text() == ""
    assert not desk.session.file.all(DiaryNote)
    view.open_case(cases.soon.id, "story")
    assert tab.diary.line.text() == "Half a"


def test_one_press_opens_the_thing(tab: StoryTab, cases: Cases, desk: Desk, qtbot: QtBot) -> None:
    put(desk, Letter(id="letter", case_id=cases.soon.id, dated=date(2026, 11, 12)))
    QApplication.processEvents()
    spot = tab.view.visualRect(tab.view.model().index(0, 0)).center()
    with qtbot.waitSignal(desk.wishes.letter_requested) as opened:
        QTest.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert opened.args == ["letter"]


@pytest.mark.parametrize(
    ("key", "place"), [("situation:x", "people"), ("outcome:x", "outcomes"), ("sheet:x", "case"), ("case:x", "case")]
)
def test_every_entry_leads_to_its_tab(
    tab: StoryTab, cases: Cases, desk: Desk, qtbot: QtBot, key: str, place: str
) -> None:
    with qtbot.waitSignal(desk.wishes.case_requested) as wished:
        tab.view.opened.emit(key)
    assert wished.args == [cases.soon.id, place]


def test_a_line_of_the_diary_is_changed_where_it_stands(tab: StoryTab, cases: Cases, desk: Desk) -> None:
    put(desk, DiaryNote(id="note", case_id=cases.soon.id, on=on("2026-11-21"), text="Rang"))
    tab.view.opened.emit("note:note")
    assert tab.form is not None
    tab.form.fields["on"].type_words("20 November 2026")
    QTest.keyClick(tab.form, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.session.file.get(DiaryNote, "note").on == on("2026-11-20")
    assert tab.form is None


def test_delete_puts_a_line_of_the_diary_into_the_bin(tab: StoryTab, cases: Cases, desk: Desk) -> None:
    put(desk, DiaryNote(id="note", case_id=cases.soon.id, on=on("2026-11-21"), text="Rang"))
    tab.view.choose("note:note")
    QTest.keyClick(tab.view, Qt.Key.Key_Delete)
    assert told(tab) == ["First sheet"]


def test_the_next_step_saves_itself_and_when_done_stands_in_the_story(tab: StoryTab, cases: Cases, desk: Desk) -> None:
    put(desk, Member(id="ana", name="Ana"))
    block = tab.step.fields["next_step"].editor
    block.setFocus()
    QTest.keyClicks(block, "Ring the embassy")
    tab.step.fields["next_step_by"].type_words("Ana")
    tab.step.fields["next_step_on"].type_words("1 December 2026")
    desk.session.settle()
    case = desk.session.file.get(Case, cases.soon.id)
    assert (case.next_step, case.next_step_by, case.next_step_on) == ("Ring the embassy", "ana", on("2026-12-01"))
    tab.step.taken.click()
    assert told(tab)[0] == "Done: Ring the embassy"
    assert desk.session.file.get(Case, cases.soon.id).next_step == ""
    assert tab.step.fields["next_step"].value() == ""


def test_among_several_people_it_is_said_who_and_no_withheld_name(tab: StoryTab, cases: Cases, desk: Desk) -> None:
    of = cases.soon.id
    put(
        desk,
        Person(id="two", case_id=of, name="Secret Name", withheld=True),
        Situation(case_id=of, person_id="two", kind=SituationKind.RELEASED, on=on("2026-11-01")),
    )
    assert told(tab)[0] == "Name withheld: released"


def test_a_closed_case_says_so_with_its_closing_words(cases: Cases, desk: Desk) -> None:
    put(desk, Case(id=cases.late.id, closing_words="She is home."))
    desk.session.edit("x", partial(case_edits.close, case_id=cases.late.id, on=date(2026, 11, 23)))
    file = desk.session.file
    assert (story_entries(file, file.get(Case, cases.late.id))[0].text) == "Case closed"


def test_ten_thousand_letters_of_a_note_take_one_line(tab: StoryTab, cases: Cases, desk: Desk) -> None:
    put(desk, DiaryNote(case_id=cases.soon.id, on=on("2026-11-21"), text="word\n" * 2_000))
    assert "\n" not in told(tab)[0]
