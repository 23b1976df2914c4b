# SPDX-License-Identifier: GPL-3.0-or-later
"""The Outcomes view: its table, its filters, the strip below."""

import json
import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.models.outcomes import COLUMNS, outcome_model
from amnesty_desktop.ui.outcomes.view import OutcomesView
from amnesty_desktop.ui.widgets.paragraph import OneLine

from .conftest import AddOutcome

WORSE = Direction.WORSE


def test_the_table_shows_what_was_recorded_elsewhere(view: OutcomesView, case: Case, add_outcome: AddOutcome) -> None:
    add_outcome("2026-11-20")
    assert view.shown.model.rowCount() == 1
    assert view.current_case_id() == case.id


def test_a_day_nobody_knows_comes_last(view: OutcomesView, add_outcome: AddOutcome) -> None:
    add_outcome(None)
    add_outcome("2020")
    last = view.shown.model.row(1)
    assert last is not None
    assert last.on is None


def test_delete_puts_the_outcome_into_the_bin_and_undo_brings_it_back(
    qtbot: QtBot, desk: Desk, view: OutcomesView, add_outcome: AddOutcome
) -> None:
    add_outcome("2026")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.shown.model.rowCount() == 0
    desk.session.undo()
    assert view.shown.model.rowCount() == 1


def test_better_and_worse_in_one_case_are_both_named(view: OutcomesView, add_outcome: AddOutcome) -> None:
    add_outcome("2026-07-28")
    add_outcome("2026-08-04", WORSE, "arrested_again")
    assert "got better on 28 July 2026 (released without conditions) and worse on 4" in view.pane.detail.how.text()


def test_a_chip_leaves_only_what_got_worse(view: OutcomesView, add_outcome: AddOutcome) -> None:
    add_outcome("2026-07")
    add_outcome("2026-08", WORSE, "arrested_again")
    view.pane.chips.ways[WORSE].click()
    assert view.shown.model.rowCount() == 1
    assert view.pane.chips.ways[WORSE].count == 1


def test_a_year_is_chosen_from_the_menu_and_named_on_its_chip(view: OutcomesView, add_outcome: AddOutcome) -> None:
    add_outcome("2025-03")
    add_outcome("2026-08")
    menu = view.pane.chips.year.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "2025").trigger()
    assert view.shown.model.rowCount() == 1
    assert view.pane.chips.year.text() == "2025"


def test_what_is_typed_is_searched_for(qtbot: QtBot, view: OutcomesView, add_outcome: AddOutcome) -> None:
    add_outcome("2026-08")
    QTest.keyClicks(view.pane.search, "nobody")
    qtbot.waitUntil(lambda: view.shown.model.rowCount() == 0)
    assert view.pane.empty.sentence == "No outcome matches."
    view.pane.empty.button.click()
    assert view.shown.model.rowCount() == 1
    assert view.pane.search.text() == ""


def test_an_empty_list_invites_to_record(qtbot: QtBot, view: OutcomesView) -> None:
    with qtbot.waitSignal(view.pane.record_requested):
        view.pane.empty.button.click()
    assert view.dialog is not None


def test_the_place_holds_the_filter_and_the_chosen_outcome(
    qtbot: QtBot, desk: Desk, view: OutcomesView, add_outcome: AddOutcome
) -> None:
    first = add_outcome("2026-07", WORSE, "arrested_again")
    add_outcome("2026-08", WORSE, "new_charge")
    view.pane.chips.ways[WORSE].click()
    view.open_outcome(first.id)
    view.pane.chips.ways[WORSE].click()
    other = OutcomesView(desk)
    qtbot.addWidget(other)
    other.go_to(json.loads(json.dumps(view.place())))
    assert other.place()["direction"] == "worse"
    assert other.place()["outcome"] == first.id


def test_a_place_that_makes_no_sense_is_passed_over(view: OutcomesView, add_outcome: AddOutcome) -> None:
    add_outcome("2026")
    view.go_to({"year": "x", "direction": "sideways", "column": "colour", "outcome": "gone", "shares": [1]})
    assert view.shown.model.rowCount() == 1


def test_a_hidden_view_asks_the_store_only_when_it_is_shown(view: OutcomesView, add_outcome: AddOutcome) -> None:
    view.hide()
    add_outcome("2026")
    assert view.shown.model.rowCount() == 0
    view.show()
    assert view.shown.model.rowCount() == 1


def test_in_a_narrow_window_the_figures_are_one_click_away(view: OutcomesView) -> None:
    view.resize(700, 700)
    assert view.figures.isHidden()
    view.pane.figures.click()
    assert view.pane.isHidden()
    view.figures.back.click()
    assert not view.pane.isHidden()
    assert view.figures.isHidden()


def test_in_a_wide_window_both_panes_stand_side_by_side(view: OutcomesView) -> None:
    assert not view.figures.isHidden()
    assert view.pane.figures.isHidden()
    assert view.figures.back.isHidden()


def test_in_a_short_window_the_search_stands_beside_the_button(qtbot: QtBot, view: OutcomesView) -> None:
    search, record = view.pane.search, view.pane.record
    view.resize(1200, 400)
    qtbot.waitUntil(lambda: abs(search.geometry().center().y() - record.geometry().center().y()) <= 2)
    assert search.isVisible()


def test_the_strip_below_never_takes_more_than_a_third(view: OutcomesView, desk: Desk, case: Case) -> None:
    long = Outcome(case_id=case.id, direction=WORSE, kind="new_charge", how_known="We were told. " * 200)
    desk.session.edit("Record outcome", lambda write: write.save(long))
    assert 0 < view.pane.detail.height() <= view.height() / 3


def test_the_foot_says_how_many_in_the_year(view: OutcomesView, add_outcome: AddOutcome) -> None:
    add_outcome("2026-08")
    assert "1 outcome" in [words.text() for words in view.pane.foot.findChildren(OneLine)]


def test_direction_is_said_where_only_its_mark_is_left(desk: Desk, case: Case) -> None:
    add(desk.session.file, Outcome(case_id=case.id, direction=Direction.BETTER, kind="released"))
    model = outcome_model(desk.session)
    model.show([1])
    mark = next(number for number, column in enumerate(COLUMNS) if column.on_line)
    assert model.index(0, mark).data(Qt.ItemDataRole.AccessibleTextRole) == "Better"


def test_the_model_keeps_qts_rules(qtbot: QtBot, desk: Desk, case: Case) -> None:
    add(desk.session.file, Outcome(case_id=case.id, direction=Direction.BETTER, kind="released"))
    model = outcome_model(desk.session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([1])
    model.show([])


def test_while_the_file_is_lent_the_list_waits(qtbot: QtBot, desk: Desk, view: OutcomesView, case: Case) -> None:
    started, go_on = threading.Event(), threading.Event()

    def hold(_step: object) -> None:
        with desk.session.file.turn:
            started.set()
            go_on.wait()

    add(desk.session.file, Outcome(case_id=case.id, direction=Direction.BETTER, kind="released"))
    desk.jobs.start("Work", hold)
    qtbot.waitUntil(started.is_set)
    view.shown.refresh()
    assert view.shown.model.rowCount() == 0
    go_on.set()
    qtbot.waitUntil(lambda: view.shown.model.rowCount() == 1)


def test_sorting_is_asked_of_the_store(view: OutcomesView, add_outcome: AddOutcome) -> None:
    add_outcome("2026-07", Direction.BETTER)
    add_outcome("2026-08", WORSE, "arrested_again")
    view.shown.table.sort_requested.emit("when", False)
    first = view.shown.model.row(0)
    assert first is not None
    assert first.direction is Direction.BETTER


def test_enter_in_the_table_opens_the_outcome_to_change(view: OutcomesView, add_outcome: AddOutcome) -> None:
    added = add_outcome("2026-07")
    QTest.keyClick(view.shown.table, Qt.Key.Key_Return)
    assert view.dialog is not None
    assert view.dialog.value().id == added.id


def test_the_case_of_the_chosen_outcome_is_one_click_away(
    qtbot: QtBot, desk: Desk, view: OutcomesView, case: Case, add_outcome: AddOutcome
) -> None:
    add_outcome("2026-07")
    with qtbot.waitSignal(desk.wishes.case_requested) as asked:
        view.pane.detail.open_case.click()
    assert asked.args == [case.id, "outcomes"]
