# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures beside the outcomes, and how they are counted in parts."""

import threading
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.support.builders import case as invented_case
from tests.support.builders import letter, outcome

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.figures import NO_CAUSE, CaseRecord, Figures, YearCount
from amnesty_desktop.domain.letter import LetterState
from amnesty_desktop.store.engine import Engine
from amnesty_desktop.store.figures import case_records
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.outcomes import counting
from amnesty_desktop.ui.outcomes.figures_pane import FiguresPane

TODAY = date(2026, 11, 23)


def worked_on(desk: Desk, cases: int, better: int) -> list[Case]:
    """Cases with a letter each this year, of which the first so many got better."""
    made = [invented_case(f"Case {number}") for number in range(cases)]

    def save(write: object) -> None:
        for number, one in enumerate(made):
            write.save(one)  # type: ignore[attr-defined]
            write.save(letter(one, state=LetterState.SENT, sent_on=date(2026, 2, 1)))  # type: ignore[attr-defined]
            if number < better:
                write.save(outcome(one, on=PartialDate("2026-03-01")))  # type: ignore[attr-defined]

    desk.session.edit("Add cases", save)
    return made


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> FiguresPane:
    made = FiguresPane(desk)
    qtbot.addWidget(made)
    made.resize(440, 700)
    return made


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of three cases, so that a small file has several."""
    monkeypatch.setattr(counting, "PART", 3)


def total_of(pane: FiguresPane) -> YearCount:
    return pane._count.figures.total


def test_without_a_letter_there_is_nothing_to_draw(pane: FiguresPane) -> None:
    pane.show()
    assert pane.chart.isHidden()
    assert pane.as_table.isHidden()
    assert pane.said.text().startswith("No letter has been sent yet.")


def test_the_figure_comes_first_and_stands_out(desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 12, 4)
    pane.show()
    first, rest = pane.said.runs
    assert (first.text, first.strong) == ("2026 so far: 4 of 12 cases (33\N{NO-BREAK SPACE}%)", True)
    assert not rest.strong


def test_what_the_figures_do_not_show_is_always_said(desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 1, 1)
    pane.show()
    assert pane._cause.text() == NO_CAUSE
    assert pane._cause.isVisible()


def test_the_table_holds_each_year_and_their_sum(desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 12, 4)
    pane.show()
    pane.as_table.click()
    table = pane.table.model_of_years
    assert pane.table.isVisible()
    assert pane.chart.isHidden()
    spoken = [table.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(5)]
    assert spoken == ["2026", "12 cases", "4 better", "0 of them also worse", "share 33\N{NO-BREAK SPACE}%"]
    assert table.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "All years"


def test_the_table_turns_back_into_the_picture(desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 1, 0)
    pane.show()
    pane.as_table.click()
    pane.as_table.click()
    assert pane.chart.isVisible()
    assert pane.table.isHidden()


def test_how_it_is_counted_unfolds_with_the_room_chance_leaves(desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 12, 4)
    pane.show()
    pane.how.click()
    assert pane._counting[-1].isVisible()
    assert "2026: 14\N{NO-BREAK SPACE}% to 61\N{NO-BREAK SPACE}%." in pane._counting[-1].text()
    pane.how.click()
    assert pane._counting[-1].isHidden()


def test_a_hidden_pane_counts_nothing(desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 3, 1)
    pane.note([])
    assert total_of(pane) == YearCount(None)


@pytest.mark.usefixtures("small_parts")
def test_parts_add_up(qtbot: QtBot, desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 12, 4)
    with qtbot.waitSignal(pane._count.counted):
        pane.show()
    assert total_of(pane) == YearCount(None, worked_on=12, improved=4, unchanged=8)


@pytest.mark.usefixtures("small_parts")
def test_after_a_change_only_its_part_is_counted_again(
    qtbot: QtBot, desk: Desk, pane: FiguresPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = worked_on(desk, 12, 0)
    with qtbot.waitSignal(pane._count.counted):
        pane.show()
    counted: list[range] = []

    def noted(engine: Engine, keys: range) -> Iterator[CaseRecord]:
        counted.append(keys)
        return case_records(engine, keys)

    monkeypatch.setattr(counting, "case_records", noted)
    desk.session.edit("Record outcome", lambda write: write.save(outcome(cases[7], on=PartialDate("2026-04-01"))))
    with qtbot.waitSignal(pane._count.counted):
        pane.note([cases[7].id])
    assert len(counted) == 1
    assert total_of(pane).improved == 1


@pytest.mark.usefixtures("small_parts")
def test_new_cases_are_counted_too(qtbot: QtBot, desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 2, 0)
    pane.show()
    qtbot.waitUntil(lambda: not pane._count.is_under_way)
    more = worked_on(desk, 5, 5)
    with qtbot.waitSignal(pane._count.counted):
        pane.note([case.id for case in more])
    assert total_of(pane).worked_on == 7


def test_while_the_file_is_lent_the_count_waits(qtbot: QtBot, desk: Desk, pane: FiguresPane) -> None:
    worked_on(desk, 2, 0)
    count = counting.FiguresCount(desk.session)
    started, go_on = threading.Event(), threading.Event()

    def hold(_step: object) -> None:
        with desk.session.file.turn:
            started.set()
            go_on.wait()

    lent = desk.jobs.start("Work", hold)
    qtbot.waitUntil(started.is_set)
    count.count_all()
    assert count.is_under_way
    with qtbot.waitSignals([lent.ended, count.counted]):
        go_on.set()


def test_an_empty_sum_has_no_years(pane: FiguresPane) -> None:
    pane.show_figures(Figures(YearCount(None)))
    assert pane.chart.bars == ()
