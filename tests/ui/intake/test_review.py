# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet is looked over beside the case it would become, corrected by keys and by choosing words, and added."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.support.arriving import TODAY, words_of
from tests.support.builders import contents

from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.claim import Claim, Stated
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.sheet import Sheet
from amnesty_desktop.edits.arriving import arriving
from amnesty_desktop.edits.intake import Original
from amnesty_desktop.intake.opening import read_file
from amnesty_desktop.intake.sheet.draft import Place
from amnesty_desktop.intake.sheet.reading import read_sheet
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.intake.draft_form import NOT_SURE, NOT_THERE
from amnesty_desktop.ui.intake.reading import Brought, ReadSheet, State
from amnesty_desktop.ui.intake.review_page import ReviewPage
from amnesty_desktop.ui.intake.view import IntakeView

NEPAL = words_of("2000s-nepal-3")
LATER = NEPAL.replace("31/141/2004", "31/150/2004").replace("Motiram", "Ganga")


def brought(words: str, name: str = "sheet.txt") -> Brought:
    content = words.encode()
    page = read_file(name, content)
    draft = read_sheet(page)
    original = Original(name, content)
    read = ReadSheet(original, page, draft, arriving(draft, page, TODAY))
    return Brought(name, lambda: content, State.READY, read, original)


@pytest.fixture
def page(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> ReviewPage:
    made = ReviewPage(desk)
    shown(made).resize(1280, 800)
    return made


@pytest.fixture
def nepal(page: ReviewPage, qtbot: QtBot) -> ReviewPage:
    page.load(brought(NEPAL))
    qtbot.waitUntil(lambda: len(page.form.people.rows) == 5)
    return page


def below(page: ReviewPage, name: str) -> str:
    return page.form.fields[name].editor.accessibleDescription()


def test_what_is_not_sure_or_missing_says_so(nepal: ReviewPage) -> None:
    assert (below(nepal, "appeal_by"), below(nepal, "title"), below(nepal, "issued")) == (NOT_THERE, NOT_SURE, "")


def test_correcting_a_field_takes_its_doubt_away(nepal: ReviewPage) -> None:
    nepal.form.fields["title"].type_words("Five refugees")
    assert below(nepal, "title") == ""


def test_going_to_a_field_shows_where_it_came_from(nepal: ReviewPage) -> None:
    nepal.form.fields["issued"].editor.setFocus()
    (place,) = nepal.sheet.text.here
    assert NEPAL[place.begin : place.end] == "23 June 2004"


def test_words_chosen_with_keys_fill_the_field_and_can_be_undone(nepal: ReviewPage) -> None:
    field = nepal.form.fields["title"]
    field.editor.setFocus()
    before, chosen = field.value(), "Further Information on UA"
    at = NEPAL.index(chosen)
    nepal.sheet.text.setFocus()
    nepal.sheet.text.select(Place(at, at + len(chosen)))
    QTest.keyClick(nepal.sheet.text, Qt.Key.Key_Return)
    assert field.value() == chosen
    assert field.editor.hasFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == before == "Fear of torture / Fear for safety"


def test_nothing_is_stored_before_it_is_added_and_one_undo_takes_it_back(nepal: ReviewPage, desk: Desk) -> None:
    before = contents(desk.session.file)
    nepal.form.fields["title"].type_words("Five refugees")
    assert contents(desk.session.file) == before
    nepal.buttons["add_case"].click()
    assert desk.session.file.all(Case)[0].title == "Five refugees"
    desk.session.undo()
    assert contents(desk.session.file) == before


def test_undone_it_can_be_added_again(nepal: ReviewPage, desk: Desk) -> None:
    nepal.add_case()
    desk.session.undo()
    again = nepal._brought
    assert again is not None
    nepal.load(again)
    nepal.add_case()
    assert (desk.session.file.count(Case), desk.session.file.count(Person)) == (1, 5)


def test_the_page_is_made_before_the_first_sheet_is_read(desk: Desk, qtbot: QtBot) -> None:
    view = IntakeView(desk)
    qtbot.addWidget(view)
    view.bring_in_text(NEPAL)
    assert view.reading.is_under_way
    assert [each.state for each in view.reading.files] == [State.WAITING]
    qtbot.waitUntil(lambda: view.findChild(ReviewPage) is not None, timeout=5_000)
    qtbot.waitUntil(lambda: view.reading.files[0].state is State.READY, timeout=20_000)


def test_only_ticked_sentences_become_facts(nepal: ReviewPage, desk: Desk) -> None:
    nepal.facts.rows[1].box.click()
    nepal.add_case()
    assert [fact.text for fact in desk.session.file.all(Claim)] == [nepal.facts.rows[1].box.accessibleName()[:-21]]


def test_how_the_sheet_states_a_fact_can_be_put_right(nepal: ReviewPage, desk: Desk) -> None:
    row = nepal.facts.rows[1]
    assert row.other_note is not None
    row.box.click()
    row.other_note.click()
    menu = row.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "stated as feared").trigger()
    menu.close()
    nepal.add_case()
    assert [fact.stated for fact in desk.session.file.all(Claim)] == [Stated.FEARED]


def test_what_is_accepted_stays_while_another_sheet_is_looked_over(nepal: ReviewPage, qtbot: QtBot) -> None:
    first = nepal._brought
    assert first is not None
    nepal.facts.rows[1].box.click()
    nepal.facts.rows[1].set_note("stated as seen by a witness")
    nepal.load(brought(words_of("2000s-guatemala-3"), "other.txt"))
    assert not any(nepal.facts.ticks)
    nepal.load(first)
    assert [row.box.isChecked() for row in nepal.facts.rows][:3] == [False, True, False]
    assert nepal.facts.rows[1].note == "stated as seen by a witness"


def test_a_person_is_taken_away_and_one_is_added(nepal: ReviewPage, desk: Desk) -> None:
    nepal.form.people.rows[0].away.click()
    nepal.form.people.add.click()
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClicks(here, "Ana Ruiz")
    nepal.add_case()
    names = [person.name for person in desk.session.file.all(Person, order="position")]
    assert (len(names), names[0], names[-1]) == (5, "Lokendraj Bantawane", "Ana Ruiz")


def test_an_update_names_its_case_and_shows_what_is_new(nepal: ReviewPage, desk: Desk) -> None:
    nepal.add_case()
    nepal.load(brought(LATER))
    assert nepal.buttons["add_update"].text() == "Add as update to UA 198/04"
    words = [row.box.accessibleName() for row in nepal.belongs.changes.rows]
    assert "New name: Ganga Lamgadal (42, Released)" in words
    nepal.buttons["add_update"].click()
    assert desk.session.file.count(Case) == 1
    assert (desk.session.file.count(Sheet), desk.session.file.count(Person)) == (2, 6)


def test_the_same_sheet_twice_is_said(nepal: ReviewPage) -> None:
    nepal.add_case()
    nepal.load(brought(NEPAL))
    assert "was added before" in nepal.belongs.before.text()
    assert nepal.belongs.open_before.isVisible()


def test_attach_only_keeps_the_file_alone(nepal: ReviewPage, desk: Desk) -> None:
    nepal.add_case()
    nepal.load(brought(LATER, "later.txt"))
    nepal.buttons["attach_only"].click()
    assert [each.name for each in desk.session.file.all(Attachment)] == ["sheet.txt", "later.txt"]
    assert desk.session.file.count(Sheet) == 1


def test_tab_goes_through_the_form_as_it_stands(nepal: ReviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not nepal._order.isActive())
    nepal.form.fields["title"].editor.setFocus()
    QTest.keyClick(nepal.form.fields["title"].editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is nepal.form.people.rows[0].fields["name"].editor


def test_in_a_narrow_window_the_two_take_turns(nepal: ReviewPage) -> None:
    nepal.window().resize(900, 700)
    assert not nepal.sheet.isVisible()
    nepal.buttons["turn"].click()
    assert nepal.sheet.isVisible()
    assert nepal.sheet.text.hasFocus()


def test_a_file_that_cannot_be_read_says_why_and_the_next_one_goes_on(
    desk: Desk, shown: Callable[[QWidget], QMainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bomb.docx").write_bytes(b"PK\x03\x04 nothing of a Word file")
    (tmp_path / "good.txt").write_text(NEPAL, "utf-8")
    view = IntakeView(desk)
    shown(view).resize(1280, 800)
    view.bring_in([tmp_path / "bomb.docx", tmp_path / "good.txt"])
    qtbot.waitUntil(lambda: view.reading.files[1].state is State.READY, timeout=20_000)
    assert "bomb.docx" in view.review.trouble.text()
    assert not view.review.buttons["add_case"].isVisible()
    view.review.buttons["leave_it"].click()
    assert view.review.form.fields["reference"].value() == "UA 198/04"
    with qtbot.waitSignal(view.finished) as told:
        view.review.buttons["add_case"].click()
    assert told.args == [desk.session.file.all(Case)[0].id]
    desk.session.undo()
    assert view.reading.files[1].state is State.READY


def test_copied_text_is_read_as_a_sheet(desk: Desk, shown: Callable[[QWidget], QMainWindow], qtbot: QtBot) -> None:
    view = IntakeView(desk)
    shown(view).resize(1280, 800)
    view.bring_in_text(NEPAL)
    qtbot.waitUntil(lambda: view.reading.files[0].state is State.READY, timeout=20_000)
    qtbot.waitUntil(lambda: not view.reading.is_under_way)
    assert not view.list.isVisible()
    assert not view.stop.isVisible()
    assert view.review.sheet.text.here


def test_corrections_stay_with_their_sheet_while_another_is_looked_over(nepal: ReviewPage) -> None:
    first = nepal._brought
    assert first is not None
    nepal.form.fields["title"].type_words("Five refugees")
    nepal.load(brought(LATER))
    nepal.load(first)
    assert nepal.form.fields["title"].value() == "Five refugees"


def test_what_was_left_out_can_be_looked_at_after_all(
    desk: Desk, shown: Callable[[QWidget], QMainWindow], qtbot: QtBot
) -> None:
    view = IntakeView(desk)
    shown(view).resize(1280, 800)
    view.bring_in_text(NEPAL)
    qtbot.waitUntil(lambda: view.reading.files[0].state is State.READY, timeout=20_000)
    view.review.buttons["leave_it"].click()
    assert view.waiting.isVisible()
    view.waiting.button.click()
    assert view.has_open
    assert view.review.isVisible()
