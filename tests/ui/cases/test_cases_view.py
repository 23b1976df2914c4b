# SPDX-License-Identifier: GPL-3.0-or-later
"""List and case together: choosing, folding, going back, and returning to a place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add, outcome
from tests.ui.cases.conftest import Cases, wide

from amnesty_desktop.domain.case import Case
from amnesty_desktop.edits import cases as case_edits
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk


def narrow(view: CasesView, width: int = 900) -> None:
    view.window().resize(width, 700)
    QApplication.processEvents()


def test_going_down_the_list_shows_case_after_case(view: CasesView, cases: Cases) -> None:
    view.list.table.setFocus()
    assert view.current_case_id() == cases.late.id
    QTest.keyClick(view.list.table, Qt.Key.Key_Down)
    assert view.current_case_id() == cases.soon.id
    assert view.case.head.title.text == "Candelaria Ixcoy"


def test_opening_a_case_marks_its_row(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.open_case(cases.long.id)
    assert view.list.table.current_key == desk.session.file.key_of(Case, cases.long.id)


def test_a_case_opens_at_the_tab_asked_for(view: CasesView, cases: Cases) -> None:
    view.open_case(cases.soon.id, "letters")
    assert view.case.tab == "letters"
    view.open_case(cases.late.id)
    assert view.case.tab == "letters"


def test_an_unknown_case_is_passed_over(view: CasesView) -> None:
    view.open_case("nobody")
    assert view.current_case_id() is None


def test_a_narrow_window_shows_list_or_case(view: CasesView, cases: Cases) -> None:
    narrow(view)
    assert view.list.isVisible()
    assert not view.case.isVisible()
    view.open_case(cases.soon.id)
    assert not view.list.isVisible()
    assert view.case.head.back.isVisible()


def test_a_window_narrow_from_the_start_has_its_way_back(
    desk: Desk, cases: Cases, shown: Callable[[QWidget], QMainWindow]
) -> None:
    made = CasesView(desk)
    shown(made)
    made.open_case(cases.soon.id)
    assert made.case.head.back.isVisible()


def test_back_goes_to_the_list_with_the_focus(view: CasesView, cases: Cases, qtbot: QtBot) -> None:
    narrow(view)
    view.open_case(cases.soon.id)
    qtbot.mouseClick(view.case.head.back, Qt.MouseButton.LeftButton)
    assert view.list.isVisible()
    assert view.list.table.hasFocus()


def test_in_a_narrow_window_the_foot_says_where_in_the_list_one_is(view: CasesView, cases: Cases) -> None:
    narrow(view)
    view.open_case(cases.soon.id)
    assert view.case.foot._trailing.text() == "case 2 of 3"


def test_rows_chosen_in_a_narrow_window_open_on_enter_only(view: CasesView, cases: Cases) -> None:
    narrow(view)
    view.list.table.setFocus()
    QTest.keyClick(view.list.table, Qt.Key.Key_Down)
    assert view.list.isVisible()
    QTest.keyClick(view.list.table, Qt.Key.Key_Return)
    assert view.current_case_id() == cases.soon.id
    assert view.case.isVisible()


def test_larger_text_folds_the_list_too(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.open_case(cases.soon.id)
    desk.look.set_text_size(150)
    QApplication.processEvents()
    assert not view.list.isVisible()
    desk.look.set_text_size(100)
    QApplication.processEvents()
    assert view.list.isVisible()


def test_find_brings_the_list_back_and_goes_to_the_search(view: CasesView, cases: Cases) -> None:
    narrow(view)
    view.open_case(cases.soon.id)
    view.find_in_list()
    assert view.list.search.hasFocus()


def test_a_case_put_into_the_bin_leaves_and_undo_brings_it_back(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.open_case(cases.soon.id)
    view.case.change()
    told: list[tuple[str, bool]] = []
    desk.wishes.told.connect(lambda sentence, can_be_undone: told.append((sentence, can_be_undone)))
    view.case.case_tab.form.bin.click()
    assert view.current_case_id() is None
    assert "in the bin" in told[0][0]
    assert told[0][1]
    desk.session.undo()
    assert view.current_case_id() == cases.soon.id
    assert view.case.head.title.text == "Candelaria Ixcoy"


def test_the_head_follows_a_change_made_elsewhere(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.open_case(cases.soon.id)
    desk.session.edit("Close", lambda write: case_edits.close(write, cases.soon.id, desk.session.today()))
    assert view.case.head.words.line == "Closed on 23 November"


def test_the_tabs_count_what_is_in_them(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.open_case(cases.soon.id)
    add(desk.session.file, outcome(cases.soon))
    view.case._say()
    assert next(tab.count for tab in view.case.strip._list if tab.key == "outcomes") == 1


def test_writing_is_wished_for_the_case_shown(view: CasesView, cases: Cases, desk: Desk, qtbot: QtBot) -> None:
    view.open_case(cases.soon.id)
    with qtbot.waitSignal(desk.wishes.write_requested) as wish:
        qtbot.mouseClick(view.case.head.write, Qt.MouseButton.LeftButton)
    assert wish.args == [cases.soon.id, ""]


def test_an_outcome_is_wished_for_the_case_shown(view: CasesView, cases: Cases, desk: Desk, qtbot: QtBot) -> None:
    view.open_case(cases.soon.id)
    with qtbot.waitSignal(desk.wishes.outcome_requested) as wish:
        qtbot.mouseClick(view.case.head.outcome, Qt.MouseButton.LeftButton)
    assert wish.args == [cases.soon.id, ""]


def test_returning_to_a_place_finds_case_tab_and_filter(
    view: CasesView, cases: Cases, desk: Desk, shown: Callable[[QWidget], QMainWindow]
) -> None:
    view.list.chips.country.chosen.emit("GT")
    view.open_case(cases.soon.id, "history")
    again = wide(CasesView(desk), shown)
    again.go_to(view.place())
    assert again.current_case_id() == cases.soon.id
    assert again.case.tab == "history"
    assert again.list.wanted.country == "GT"


def test_a_place_that_is_gone_is_passed_over(view: CasesView) -> None:
    view.go_to({"case": "gone", "tab": "gone", "page": "case"})
    assert view.current_case_id() is None


def test_f2_in_the_list_changes_the_case(view: CasesView, cases: Cases) -> None:
    view.open_case(cases.soon.id)
    view.list.table.setFocus()
    QTest.keyClick(view.list.table, Qt.Key.Key_F2)
    assert view.case.case_tab.is_changing


def test_the_width_of_the_list_is_remembered(view: CasesView, desk: Desk, qtbot: QtBot) -> None:
    view.panes.splitter.moveSplitter(450, 1)
    qtbot.waitUntil(lambda: desk.session.settings.splitters.get("cases") == [450])
