# SPDX-License-Identifier: GPL-3.0-or-later
"""The form that records an outcome, worked through its widgets."""

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.assessment import Assessment, Ground, ViolenceFinding
from amnesty_desktop.domain.case import Case, CaseStatus
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.edits import cases
from amnesty_desktop.store.recorder import Transaction
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.record_outcome import RecordOutcome


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, case: Case) -> RecordOutcome:
    return shown(qtbot, RecordOutcome(desk, case.id, parent=None))


@pytest.fixture
def form_without_case(qtbot: QtBot, desk: Desk, case: Case) -> RecordOutcome:
    return shown(qtbot, RecordOutcome(desk, "", parent=None))


def shown(qtbot: QtBot, form: RecordOutcome) -> RecordOutcome:
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.open()
    return form


def choose(form: RecordOutcome, kind: str) -> None:
    form.kind.setCurrentIndex(form.kind.findData(kind))


def fill(form: RecordOutcome, kind: str = "released_on_bail") -> None:
    choose(form, kind)
    form.how_known.setPlainText("His sister, by telephone.")


def press(form: RecordOutcome, direction: Direction) -> None:
    button = form.findChild(QRadioButton, str(direction))
    assert button is not None
    button.click()


def outcomes(desk: Desk) -> list[Outcome]:
    return desk.session.file.all(Outcome)


def test_recording_through_the_form_stores_one_outcome(desk: Desk, form: RecordOutcome) -> None:
    fill(form)
    QTest.keyClicks(form.on.line, "May 2026")
    form.save.click()
    (found,) = outcomes(desk)
    assert (found.direction, found.kind, found.on) == (Direction.BETTER, "released_on_bail", PartialDate("2026-05"))
    assert found.person_id is not None


def test_nothing_is_chosen_before_the_member_chooses(desk: Desk, form: RecordOutcome) -> None:
    form.save.click()
    form.save.click()
    assert outcomes(desk) == []
    assert form.kind.accessibleDescription().startswith("It is not said what happened.")


def test_choosing_worse_offers_what_is_worse(form: RecordOutcome) -> None:
    press(form, Direction.WORSE)
    assert form.kind.findData("arrested_again") >= 0
    assert form.kind.findData("released") < 0


def test_words_that_are_no_date_are_not_recorded(desk: Desk, form: RecordOutcome) -> None:
    fill(form)
    QTest.keyClicks(form.on.line, "30 February 2026")
    form.save.click()
    assert outcomes(desk) == []
    assert form.on.line.text() == "30 February 2026"


def test_a_warning_is_shown_once_and_then_believed(desk: Desk, form: RecordOutcome) -> None:
    choose(form, "lawyer_visit")
    form.save.click()
    assert outcomes(desk) == []
    assert form.save.text() == "&Record all the same"
    assert form.trouble.sentence.startswith("Look at the words in red")
    form.save.click()
    assert len(outcomes(desk)) == 1


def test_a_new_mistake_after_the_first_is_shown_as_well(desk: Desk, form: RecordOutcome) -> None:
    choose(form, "lawyer_visit")
    form.save.click()
    QTest.keyClicks(form.on.line, "1 January 2030")
    form.save.click()
    assert outcomes(desk) == []


def test_the_first_field_with_a_warning_has_the_focus(qtbot: QtBot, form: RecordOutcome) -> None:
    choose(form, "lawyer_visit")
    QTest.keyClicks(form.on.line, "1 January 2030")
    form.save.click()
    assert form.focusWidget() is form.on.line


def test_a_release_says_what_follows_and_offers_to_close_the_case(form: RecordOutcome) -> None:
    choose(form, "released")
    assert form.close_case.isVisible()
    assert not form.close_case.isChecked()


@pytest.mark.parametrize("kind", ["lawyer_visit", "sentence_reduced"])
def test_what_ends_no_appeals_offers_no_closing(form: RecordOutcome, kind: str) -> None:
    choose(form, "released")
    choose(form, kind)
    assert not form.close_case.isVisible()


def test_the_case_stays_open_unless_it_is_asked_for(desk: Desk, form: RecordOutcome, case: Case) -> None:
    fill(form, "released")
    form.save.click()
    assert desk.session.file.get(Case, case.id).status is CaseStatus.OPEN


def test_closing_the_case_as_well_is_the_same_step(desk: Desk, form: RecordOutcome, case: Case) -> None:
    fill(form, "released")
    form.close_case.click()
    form.save.click()
    assert desk.session.file.get(Case, case.id).status is CaseStatus.CLOSED
    desk.session.undo()
    assert desk.session.file.get(Case, case.id).status is CaseStatus.OPEN
    assert outcomes(desk) == []


def test_a_closed_case_is_not_offered_to_be_closed(qtbot: QtBot, desk: Desk, case: Case) -> None:
    desk.session.edit("Close case", partial(cases.close, case_id=case.id, on=desk.session.today()))
    form = shown(qtbot, RecordOutcome(desk, case.id, parent=None))
    choose(form, "released")
    assert not form.close_case.isVisible()


def test_without_a_case_the_form_asks_for_one(desk: Desk, form_without_case: RecordOutcome) -> None:
    fill(form_without_case)
    form_without_case.save.click()
    assert form_without_case.isVisible()
    assert outcomes(desk) == []


def test_a_case_is_chosen_by_typing_and_enter(form_without_case: RecordOutcome, case: Case) -> None:
    QTest.keyClicks(form_without_case.case, "marib")
    QTest.keyClick(form_without_case.case, Qt.Key.Key_Return)
    assert form_without_case.case_id == case.id
    assert form_without_case.case.text() == "Maribel Quiñónez, UA 112/26"
    assert form_without_case.person.currentText() == "Maribel Quiñónez"
    assert form_without_case.isVisible()


def test_down_goes_through_the_cases_and_enter_takes_one(
    qtbot: QtBot, desk: Desk, form_without_case: RecordOutcome
) -> None:
    other = Case(country="HN", title="Zelaya, the teachers")
    desk.session.edit("Add case", partial(cases.add, case=other))
    picker = form_without_case.case
    QTest.keyClicks(picker, "honduras")
    qtbot.waitUntil(picker.list.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(picker.list, key)
    assert form_without_case.case_id == other.id
    assert not picker.list.isVisible()


def test_half_a_word_left_behind_turns_back_into_the_chosen_case(form_without_case: RecordOutcome) -> None:
    picker = form_without_case.case
    QTest.keyClicks(picker, "marib")
    QTest.keyClick(picker, Qt.Key.Key_Return)
    picker.setFocus()
    picker.setText("Mar")
    form_without_case.kind.setFocus()
    assert picker.text() == "Maribel Quiñónez, UA 112/26"


def test_a_withheld_name_is_not_given_in_the_list_of_people(qtbot: QtBot, desk: Desk) -> None:
    made = Case(country="EG")
    person = Person(case_id=made.id, name="Secret Name", withheld=True)
    desk.session.edit("Add case", partial(cases.add, case=made, people=[person]))
    form = shown(qtbot, RecordOutcome(desk, made.id, parent=None))
    words = [form.person.itemText(number) for number in range(form.person.count())]
    assert words == ["The case as a whole", "Name withheld"]


def test_changing_keeps_the_record_and_its_kind(qtbot: QtBot, desk: Desk, case: Case) -> None:
    before = Outcome(case_id=case.id, direction=Direction.WORSE, kind="new_charge", how_known="A letter.")
    desk.session.edit("Record outcome", lambda write: write.save(before))
    form = shown(qtbot, RecordOutcome(desk, case.id, outcome=before, parent=None))
    form.note.setPlainText("Under article 128.")
    form.save.click()
    (after,) = outcomes(desk)
    assert (after.id, after.kind, after.note) == (before.id, "new_charge", "Under article 128.")


@pytest.mark.parametrize("size", [100, 200])
def test_the_form_fits_a_small_window(qtbot: QtBot, desk: Desk, form: RecordOutcome, size: int) -> None:
    desk.look.set_text_size(size)
    form.resize(800, 700)
    assert form.minimumSizeHint().width() <= 800
    desk.look.set_text_size(100)


# -- Amnesty's own term


def test_the_release_of_a_prisoner_of_conscience_needs_amnestys_finding(desk: Desk, form: RecordOutcome) -> None:
    choose(form, "prisoner_of_conscience_released")
    form.kind.activated.emit(form.kind.currentIndex())
    assert form.instead.isVisible()
    assert form.kind.accessibleDescription().startswith("The file holds no finding of Amnesty’s")


def test_one_press_records_released_without_conditions_instead(desk: Desk, form: RecordOutcome) -> None:
    fill(form, "prisoner_of_conscience_released")
    form.save.click()
    assert outcomes(desk) == []
    form.instead.click()
    form.save.click()
    (found,) = outcomes(desk)
    assert (found.kind, found.how_known) == ("released", "His sister, by telephone.")
    assert not form.instead.isVisible()


def test_the_entry_is_never_lost_to_the_warning(desk: Desk, form: RecordOutcome) -> None:
    fill(form, "prisoner_of_conscience_released")
    form.save.click()
    form.save.click()
    assert [each.kind for each in outcomes(desk)] == ["prisoner_of_conscience_released"]


def test_with_the_finding_on_file_nothing_is_said(desk: Desk, case: Case, form: RecordOutcome) -> None:
    person = desk.session.file.all(Person, case_id=case.id)[0]
    paper = Source(case_id=case.id, kind=SourceKind.SECRETARIAT)
    finding = Assessment(
        case_id=case.id, person_id=person.id, violence=ViolenceFinding.NEITHER_USED_NOR_ADVOCATED, source_id=paper.id
    )
    ground = Ground(case_id=case.id, person_id=person.id, term="belief")
    for value in (paper, finding, ground):
        desk.session.edit("Elsewhere", partial(_save, value=value))
    fill(form, "prisoner_of_conscience_released")
    form.save.click()
    assert [each.kind for each in outcomes(desk)] == ["prisoner_of_conscience_released"]


def _save(write: Transaction, value: Any) -> None:
    write.save(value)
