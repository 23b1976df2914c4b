# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of cases: what it shows, how it is searched and narrowed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add
from tests.ui.cases.conftest import Cases, choose

from amnesty_desktop.domain.case import Case, CaseStatus
from amnesty_desktop.domain.saved_search import SavedSearch
from amnesty_desktop.ui.cases.list_pane import ListPane
from amnesty_desktop.ui.cases.saved_chip import filter_of
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def pane(desk: Desk, cases: Cases, shown: Callable[[QWidget], QMainWindow]) -> ListPane:
    made = ListPane(desk)
    shown(made)
    return made


def names(pane: ListPane) -> list[str]:
    lines = [pane.model.row(position) for position in range(pane.model.rowCount())]
    return [line.who for line in lines if line is not None]


def test_the_most_urgent_case_stands_first(pane: ListPane) -> None:
    assert names(pane) == ["Uladzislau Barsukevich", "Candelaria Ixcoy", "Yonas Habtezion"]


def test_the_model_keeps_the_rules_of_qt(pane: ListPane) -> None:
    tester = QAbstractItemModelTester(pane.model)
    pane.search.setText("ixcoy")
    pane.refresh()
    assert tester is not None


def test_searching_leaves_what_matches(pane: ListPane, qtbot: QtBot) -> None:
    QTest.keyClicks(pane.search, "habtez")
    qtbot.waitUntil(lambda: names(pane) == ["Yonas Habtezion"])


def test_a_name_in_its_own_script_is_found_by_any_spelling(pane: ListPane, qtbot: QtBot) -> None:
    pane.search.setText("уладзіслаў")
    qtbot.waitUntil(lambda: names(pane) == ["Uladzislau Barsukevich"])


def test_nothing_found_offers_all_cases(pane: ListPane, qtbot: QtBot) -> None:
    pane.search.setText("zzz")
    qtbot.waitUntil(lambda: pane.empty.isVisible())
    assert pane.empty.sentence == "No case matches."
    qtbot.mouseClick(pane.empty.button, Qt.MouseButton.LeftButton)
    assert len(names(pane)) == 3
    assert pane.search.text() == ""


def test_the_chips_count_open_and_overdue_cases(pane: ListPane) -> None:
    assert (pane.chips.open.count, pane.chips.overdue.count) == (3, 1)


def test_overdue_leaves_the_late_ones(pane: ListPane) -> None:
    pane.chips.overdue.click()
    assert names(pane) == ["Uladzislau Barsukevich"]


def test_a_closed_case_shows_when_open_is_switched_off(pane: ListPane, desk: Desk) -> None:
    add(desk.session.file, Case(title="Closed long ago", status=CaseStatus.CLOSED))
    pane.refresh()
    assert "Closed long ago" not in names(pane)
    pane.chips.open.click()
    assert "Closed long ago" in names(pane)


def test_overdue_is_about_open_cases_even_when_all_are_shown(pane: ListPane) -> None:
    pane.chips.open.click()
    pane.chips.overdue.click()
    assert pane.chips.open.isChecked()


def test_a_country_is_chosen_from_its_menu(pane: ListPane) -> None:
    pane.chips.country.fill()
    action = next(a for a in pane.chips.country.menu().actions() if a.text() == "Guatemala")
    action.trigger()
    assert names(pane) == ["Candelaria Ixcoy"]
    assert pane.chips.country.text() == "Guatemala"
    assert pane.chips.country.isChecked()


def test_a_concern_is_chosen_from_its_list(pane: ListPane) -> None:
    pane.chips.concern.fill()
    choose(pane.chips.concern.menu(), "What is feared", "death threats")
    assert names(pane) == ["Candelaria Ixcoy"]


def test_any_takes_a_choice_back(pane: ListPane) -> None:
    pane.chips.country.chosen.emit("GT")
    pane.chips.country.chosen.emit("")
    assert len(names(pane)) == 3
    assert pane.chips.country.text() == "Country"


def test_pressing_a_column_sorts_by_it_and_again_turns_it(pane: ListPane) -> None:
    pane.table.sort_requested.emit("who", False)
    first = names(pane)
    pane.table.sort_requested.emit("who", True)
    assert first[0] == "Candelaria Ixcoy"
    assert names(pane) == first[::-1]


def test_the_foot_counts_all_and_open_cases(pane: ListPane) -> None:
    assert pane.foot._leading.text() == "3 cases, 3 open"
    pane.chips.overdue.click()
    assert pane.foot._leading.text() == "1 of 3 cases: open, overdue"


def test_down_in_the_search_goes_to_the_list(pane: ListPane) -> None:
    pane.search.setFocus()
    QTest.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.table.hasFocus()
    assert pane.table.current_key is not None


def test_a_new_case_shows_at_once(pane: ListPane, desk: Desk) -> None:
    desk.session.edit("Add", lambda write: write.save(Case(title="Brand new")))
    assert "Brand new" in names(pane)


def test_place_and_back_again(pane: ListPane, desk: Desk) -> None:
    pane.chips.country.chosen.emit("GT")
    pane.chips.sort("who", True)
    pane.search.setText("ixcoy")
    other = ListPane(desk)
    other.go_to(pane.place())
    assert other.wanted == pane.wanted
    other.deleteLater()


def test_rows_are_asked_for_again_once_the_file_is_free(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    import threading

    taken, free = threading.Event(), threading.Event()

    def hold() -> None:
        with desk.session.file.turn:
            taken.set()
            free.wait(5)

    worker = threading.Thread(target=hold)
    worker.start()
    taken.wait(5)
    pane.search.setText("ixcoy")
    pane._show_keys()
    assert len(pane.model.keys) == 3
    free.set()
    worker.join()
    qtbot.waitUntil(lambda: names(pane) == ["Candelaria Ixcoy"])


def test_without_any_case_the_list_invites_to_the_first(
    desk: Desk, shown: Callable[[QWidget], QMainWindow], qtbot: QtBot
) -> None:
    pane = ListPane(desk)
    shown(pane)
    with qtbot.waitSignal(pane.new_case_requested):
        qtbot.mouseClick(pane.empty.button, Qt.MouseButton.LeftButton)
    assert pane.empty.sentence == "No cases yet. Add the first one."


def test_the_days_ahead_and_closed_cases_are_chips_too(pane: ListPane, desk: Desk) -> None:
    add(desk.session.file, Case(title="Closed long ago", status=CaseStatus.CLOSED))
    pane.chips.due.chosen.emit("week")
    assert names(pane) == ["Uladzislau Barsukevich", "Candelaria Ixcoy"]
    pane.chips.due.chosen.emit("none")
    assert names(pane) == ["Yonas Habtezion"]
    pane.chips.due.chosen.emit("")
    pane.chips.closed.click()
    assert names(pane) == ["Closed long ago"]
    assert not pane.chips.open.isChecked()


def test_what_is_shown_is_said_in_words(pane: ListPane) -> None:
    pane.chips.country.chosen.emit("GT")
    pane.search.setText("ixcoy")
    pane.chips.sort("who", False)
    assert pane.foot._leading.text() == "1 of 3 cases: open, Guatemala, “ixcoy”"


def test_the_list_is_sorted_by_what_has_no_column(pane: ListPane) -> None:
    pane.chips.sorting.chosen.emit("kind")
    assert names(pane)[0] == "Yonas Habtezion"
    assert pane.chips.sorting.text() == "By kind of case"
    assert pane.place()["column"] == "kind"


def test_a_search_is_saved_found_again_and_forgotten(pane: ListPane, desk: Desk) -> None:
    pane.chips.country.chosen.emit("GT")
    pane.chips.due.chosen.emit("month")
    pane.chips.saved.save()
    pane.chips.saved.save()
    (search,) = desk.session.file.all(SavedSearch)
    assert search.name == "Open, due within 30 days, Guatemala"
    pane.chips.widen()
    pane.chips.saved.fill()
    actions = pane.chips.saved.menu().actions()
    assert not actions[0].isEnabled()
    next(action for action in actions if action.text() == search.name).trigger()
    assert names(pane) == ["Candelaria Ixcoy"]
    forget = next(action.menu() for action in actions if action.text() == "Forget")
    assert isinstance(forget, QMenu)
    forget.actions()[0].trigger()
    assert desk.session.file.count(SavedSearch) == 0
    desk.session.undo()
    assert desk.session.file.count(SavedSearch) == 1


def test_a_kept_search_that_cannot_be_read_shows_its_words(desk: Desk) -> None:
    for broken in ("", "[]", "{", '{"kind": "zzz", "column": "key; DROP", "due": 7}'):
        found = filter_of(SavedSearch(query="ixcoy", filters=broken), desk)
        assert (found.query, found.column, found.kind) == ("ixcoy", "appeal", None)


def test_the_words_around_a_match_stand_under_the_list(pane: ListPane, cases: Cases, qtbot: QtBot) -> None:
    pane.search.setText("village")
    qtbot.waitUntil(lambda: len(names(pane)) == 1)
    pane.choose(cases.soon.id)
    assert pane.found.isVisible()
    assert "speaking for her village" in pane.found.words.text()
    pane.search.setText("ixcoy")
    qtbot.waitUntil(lambda: not pane.found.isVisible())
