# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of one period beside the outcomes, and the cases behind each number."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.support.builders import case as invented_case
from tests.support.builders import letter, outcome, person

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import LetterState
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.outcomes.period_part import PeriodPart


@pytest.fixture
def cases(desk: Desk) -> list[Case]:
    """Three cases with a letter this year, two in Honduras, of which the first got better; one of last year."""
    made = [invented_case(f"Case {n}", country="HN" if n < 2 else "TR") for n in range(4)]

    def save(write: object) -> None:
        for number, one in enumerate(made):
            write.save(one)  # type: ignore[attr-defined]
            day = date(2026 if number < 3 else 2025, 2, 1)
            write.save(letter(one, state=LetterState.SENT, sent_on=day))  # type: ignore[attr-defined]
        somebody = person(made[0])
        write.save(somebody)  # type: ignore[attr-defined]
        write.save(outcome(made[0], person_id=somebody.id, on=PartialDate("2026-03")))  # type: ignore[attr-defined]

    desk.session.edit("Add cases", save)
    return made


@pytest.fixture
def part(qtbot: QtBot, desk: Desk, cases: list[Case]) -> PeriodPart:
    made = PeriodPart(desk)
    qtbot.addWidget(made)
    made.show_years([2025, 2026])
    with qtbot.waitSignal(made.counted):
        made.show()
    return made


def test_it_opens_with_this_year_and_every_number_has_its_base(part: PeriodPart) -> None:
    assert part.period.currentText() == "2026 so far"
    assert [row.numbers[0].text for row in part.became.table.rows] == ["3", "1", "0", "0", "0", "2"]
    assert part.people.text().startswith("People: of 1 person in these cases, 1 got better")


def test_another_period_is_counted_when_it_is_chosen(part: PeriodPart, qtbot: QtBot) -> None:
    part.period.setCurrentIndex(part.period.findText("All years"))
    with qtbot.waitSignal(part.counted):
        part.period.activated.emit(part.period.currentIndex())
    assert part.became.table.rows[0].numbers[0].text == "4"


def test_enter_on_a_number_asks_for_exactly_its_cases(
    part: PeriodPart, desk: Desk, cases: list[Case], qtbot: QtBot
) -> None:
    table = part.became.table
    table.setCurrentIndex(table.model().index(1, 1))
    with qtbot.waitSignal(desk.wishes.cases_requested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [[cases[0].id], "that got better in 2026"]


def test_a_click_on_a_part_of_the_whole_asks_for_its_cases(
    part: PeriodPart, desk: Desk, cases: list[Case], qtbot: QtBot
) -> None:
    countries = next(iter(part.parts.values()))
    row = countries.table.rows[0]
    assert (row.name, row.numbers[0].said) == ("Honduras", "2 cases we worked on")
    with qtbot.waitSignal(desk.wishes.cases_requested) as asked:
        countries.table.asked.emit(row.numbers[0].counted, "")
    assert set(asked.args[0]) == {cases[0].id, cases[1].id}
    assert asked.args[1] == "we worked on in 2026, Honduras"


def test_nought_opens_nothing(part: PeriodPart) -> None:
    assert part.became.table.rows[2].numbers[0].counted is None


def test_a_picture_says_the_same_in_words_and_turns_into_a_table(part: PeriodPart, qtbot: QtBot) -> None:
    section = part.months
    assert section.picture.accessibleDescription().startswith("Jan 0, Feb 3, Mar 0")
    section.swap.click()
    assert section.picture.isHidden()
    assert (section.table.rows[1].name, section.table.rows[1].numbers[0].text) == ("Feb 2026", "3")


def test_the_tables_hold_what_qt_asks_of_models(part: PeriodPart, qtmodeltester: object) -> None:
    for section in (part.became, part.done):
        QAbstractItemModelTester(section.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
        section.table.show_rows(section.table.rows[:2])


def test_the_list_of_cases_shows_exactly_those_with_the_way_back(desk: Desk, cases: list[Case], qtbot: QtBot) -> None:
    view = CasesView(desk)
    qtbot.addWidget(view)
    view.show_only([cases[2].id, cases[3].id], "that got better in 2026")
    assert view.list.model.rowCount() == 2
    chip = view.list.chips.counted
    assert chip.text() == "2 cases that got better in 2026  ×"
    chip.click()
    assert (chip.isHidden(), view.list.model.rowCount()) == (True, 4)
