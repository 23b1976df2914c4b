# SPDX-License-Identifier: GPL-3.0-or-later
"""The Outcomes view and the form that records one."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person
from amnesty_desktop.edits import cases
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.record_outcome import RecordOutcome
from amnesty_desktop.ui.models.outcomes import outcome_model
from amnesty_desktop.ui.outcomes.view import OutcomesView


@pytest.fixture
def case(desk: Desk) -> Case:
    made = Case(country="HN")
    edit = partial(cases.add, case=made, people=[Person(case_id=made.id, name="Maribel Quiñónez")])
    desk.session.edit("Add case", edit)
    return made


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, case: Case) -> OutcomesView:
    made = OutcomesView(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def form_for(qtbot: QtBot, view: OutcomesView, case_id: str) -> RecordOutcome:
    view.record(case_id)
    assert view.dialog is not None
    return view.dialog


def press(qtbot: QtBot, form: RecordOutcome, name: str) -> None:
    button = form.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_recording_through_the_form_stores_one_outcome(
    qtbot: QtBot, desk: Desk, view: OutcomesView, case: Case
) -> None:
    form = form_for(qtbot, view, case.id)
    form.kind.setCurrentIndex(form.kind.findData("released_on_bail"))
    qtbot.keyClicks(form.on.line, "May 2026")
    form.how_known.setPlainText("His sister, by telephone.")
    press(qtbot, form, "record")
    (found,) = desk.session.file.all(Outcome)
    assert (found.direction, found.kind, found.on) == (Direction.BETTER, "released_on_bail", PartialDate("2026-05"))
    assert found.person_id is not None


def test_choosing_worse_offers_what_is_worse(qtbot: QtBot, view: OutcomesView, case: Case) -> None:
    form = form_for(qtbot, view, case.id)
    button = form.findChild(QRadioButton, "worse")
    assert button is not None
    button.click()
    assert form.kind.findData("arrested_again") >= 0
    assert form.kind.findData("released") < 0


def test_words_that_are_no_date_are_not_recorded(qtbot: QtBot, desk: Desk, view: OutcomesView, case: Case) -> None:
    form = form_for(qtbot, view, case.id)
    qtbot.keyClicks(form.on.line, "30 February 2026")
    press(qtbot, form, "record")
    assert desk.session.file.all(Outcome) == []
    assert form.on.line.text() == "30 February 2026"


def test_without_a_case_the_form_asks_for_one(qtbot: QtBot, desk: Desk, view: OutcomesView) -> None:
    form = form_for(qtbot, view, "")
    press(qtbot, form, "record")
    assert form.isVisible()
    assert desk.session.file.all(Outcome) == []


def test_the_table_shows_what_was_recorded_elsewhere(desk: Desk, view: OutcomesView, case: Case) -> None:
    add_one(desk, case, PartialDate("2026-11-20"))
    assert view.model.rowCount() == 1
    assert view.current_case_id() == case.id


def test_a_day_nobody_knows_comes_last(desk: Desk, view: OutcomesView, case: Case) -> None:
    add_one(desk, case, None)
    add_one(desk, case, PartialDate("2020"))
    last = view.model.row(1)
    assert last is not None
    assert last.on is None


def test_delete_puts_the_outcome_into_the_bin_and_undo_brings_it_back(
    qtbot: QtBot, desk: Desk, view: OutcomesView, case: Case
) -> None:
    add_one(desk, case, PartialDate("2026"))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.model.rowCount() == 0
    desk.session.undo()
    assert view.model.rowCount() == 1


def test_better_and_worse_in_one_case_are_both_named(desk: Desk, view: OutcomesView, case: Case) -> None:
    add_one(desk, case, PartialDate("2026-07-28"))
    add_one(desk, case, PartialDate("2026-08-04"), Direction.WORSE, "arrested_again")
    assert "counts as improved and as also worse" in view._known.text()


def test_the_model_keeps_qts_rules(qtbot: QtBot, desk: Desk, case: Case) -> None:
    add(desk.session.file, Outcome(case_id=case.id, direction=Direction.BETTER, kind="released"))
    model = outcome_model(desk.session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([1])
    model.show([])


def add_one(
    desk: Desk, case: Case, on: PartialDate | None, way: Direction = Direction.BETTER, kind: str = "released"
) -> None:
    outcome = Outcome(case_id=case.id, on=on, direction=way, kind=kind)
    desk.session.edit("Record outcome", lambda write: write.save(outcome))
