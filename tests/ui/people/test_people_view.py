# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of all cases: found, chosen, read, changed, and the way to their case."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case, person

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.models.people import people_model
from amnesty_desktop.ui.people.view import PeopleView

CHINA = case(country="CN", reference="UA 118/2026")
CUBA = case(country="CU", reference="UA 9/26")
LIN = person(CHINA, "Lin Ruotang", own_script="林若棠", work="librarian")
ABREU = person(CUBA, "Yusniel Abreu")
HIDDEN = person(CUBA, "Ibrahim Halabi", withheld=True, position=1)
HELD = Situation(case_id=CHINA.id, person_id=LIN.id, on=PartialDate("2026-08"), kind=SituationKind.HELD_AT)


@pytest.fixture
def view(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> PeopleView:
    """The view over three people in a window with room for both panes."""
    add(desk.session.file, CHINA, CUBA, LIN, ABREU, HIDDEN, HELD)
    made = PeopleView(desk)
    shown(made).resize(1280, 800)
    QApplication.processEvents()
    return made


def rows(view: PeopleView) -> list[list[str]]:
    model = view.list.model
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data() or "") for column in columns] for row in range(model.rowCount())]


def names(view: PeopleView) -> list[str]:
    return [row[0] for row in rows(view)]


def test_the_model_keeps_the_promises_of_a_model(view: PeopleView, desk: Desk) -> None:
    model = people_model(desk.session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([1, 2, 3])
    model.show([])


def test_a_line_says_who_what_where_and_what_was_heard_last(view: PeopleView) -> None:
    line = next(row for row in rows(view) if row[0] == "Lin Ruotang")
    assert line == ["Lin Ruotang", "librarian", "China", "⁦UA 118/26⁩", "held, Aug 2026"]


def test_a_withheld_name_stands_in_no_line(view: PeopleView) -> None:
    assert "Name withheld" in names(view)
    assert not any("Halabi" in cell for row in rows(view) for cell in row)


def test_the_search_finds_a_name_in_any_spelling(view: PeopleView, qtbot: QtBot) -> None:
    QTest.keyClicks(view.list.search, "ruotang")
    qtbot.waitUntil(lambda: names(view) == ["Lin Ruotang"])
    view.list.search.setText("林若棠")
    qtbot.waitUntil(lambda: names(view) == ["Lin Ruotang"])


def test_a_search_that_finds_nobody_offers_everybody(view: PeopleView, qtbot: QtBot) -> None:
    view.list.search.setText("nobody of that name")
    qtbot.waitUntil(view.list.empty.isVisible)
    QTest.mouseClick(view.list.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(view)) == 3)


def test_a_row_shows_the_person_beside_it(view: PeopleView) -> None:
    view.list.table.choose(view.list.model.key_at(names(view).index("Lin Ruotang")))
    assert view.page.title.text == "Lin Ruotang 林若棠"
    assert view.page.meta.text().replace("⁨", "").replace("⁩", "").startswith("China")
    assert [entry.text for entry in view.page.part.log.log.entries()] == ["held"]


def test_open_the_case_asks_for_its_people(view: PeopleView, desk: Desk) -> None:
    asked: list[tuple[str, str]] = []
    desk.wishes.case_requested.connect(lambda case_id, tab: asked.append((case_id, tab)))
    view.open_person(LIN.id)
    QTest.mouseClick(view.page.open_button, Qt.MouseButton.LeftButton)
    assert asked == [(CHINA.id, "people")]


def test_the_case_of_the_person_shown_is_the_current_one(view: PeopleView) -> None:
    view.open_person(ABREU.id)
    assert view.current_case_id() == CUBA.id


def test_the_first_person_is_shown_until_one_is_chosen(view: PeopleView) -> None:
    assert view.page.title.text == names(view)[0]


def test_a_change_of_name_reaches_list_and_title(view: PeopleView, desk: Desk) -> None:
    view.open_person(ABREU.id)
    changed = Person(id=ABREU.id, case_id=CUBA.id, name="Yusniel Abreu Ferrán")
    desk.session.edit("Change person", lambda write: write.save(changed))
    assert "Yusniel Abreu Ferrán" in names(view)
    assert view.page.title.text == "Yusniel Abreu Ferrán"


def test_going_to_another_row_keeps_what_was_typed(view: PeopleView, desk: Desk) -> None:
    view.open_person(ABREU.id)
    view.page.part.change()
    form = view.page.part.form
    assert form is not None
    form.fields["work"].type_words("musician")
    view.list.table.choose(view.list.model.key_at(names(view).index("Lin Ruotang")))
    assert desk.session.file.get(Person, ABREU.id).work == "musician"
    assert view.page.person_id == LIN.id
    assert view.page.part.form is None


def test_a_person_put_into_the_bin_leaves_list_and_page(view: PeopleView, desk: Desk) -> None:
    view.open_person(ABREU.id)
    at = desk.session.today()
    desk.session.edit("Bin", lambda write: write.bin(Person, ABREU.id, f"{at}T09:00:00+00:00"))
    assert "Yusniel Abreu" not in names(view)
    assert view.nothing.isVisible()
    assert view.current_case_id() is None
    desk.session.edit("Put back", lambda write: bin_edits.put_back(write, "people", ABREU.id))
    assert "Yusniel Abreu" in names(view)


def test_pressing_the_head_turns_the_order(view: PeopleView) -> None:
    before = names(view)
    view.list.table.sort_requested.emit("who", True)
    assert names(view) == before[::-1]


def test_a_narrow_window_shows_one_pane_at_a_time(view: PeopleView) -> None:
    view.window().resize(700, 600)
    QApplication.processEvents()
    view.back()
    assert view.list.isVisible()
    view.open_person(LIN.id)
    assert not view.list.isVisible()
    QTest.mouseClick(view.page.back_button, Qt.MouseButton.LeftButton)
    assert view.list.isVisible()
    assert not view.page.isVisible()


def test_the_place_is_found_again(view: PeopleView, desk: Desk, qtbot: QtBot) -> None:
    view.open_person(LIN.id)
    view.list.search.setText("lin")
    qtbot.waitUntil(lambda: names(view) == ["Lin Ruotang"])
    again = PeopleView(desk)
    qtbot.addWidget(again)
    again.go_to(view.place())
    assert again.page.person_id == LIN.id
    assert again.list.search.text() == "lin"


def test_a_place_with_somebody_who_is_gone_is_passed_over(view: PeopleView) -> None:
    before = view.page.person_id
    view.go_to({"person": "gone", "list": {"column": "no such", "query": ""}})
    assert view.page.person_id == before
    assert len(names(view)) == 3


def test_a_file_without_people_leads_to_a_new_case(desk: Desk, qtbot: QtBot) -> None:
    empty = PeopleView(desk)
    qtbot.addWidget(empty)
    with qtbot.waitSignal(desk.wishes.new_case_requested):
        empty.list.empty.button.click()


def test_find_puts_the_cursor_into_the_search(view: PeopleView) -> None:
    view.find_in_list()
    assert view.list.search.hasFocus()


def test_enter_in_the_list_goes_on_to_the_person(view: PeopleView) -> None:
    view.list.go_to_list()
    QTest.keyClick(view.list.table, Qt.Key.Key_Return)
    assert view.page.isVisible()
    assert view.page.open_button.hasFocus()


def test_the_other_case_of_a_likely_same_person_is_one_press_away(view: PeopleView, desk: Desk) -> None:
    again = case(country="CN", reference="UA 12/20")
    add(desk.session.file, again, person(again, "Ruotang Lin", own_script="林若棠"))
    asked: list[tuple[str, str]] = []
    desk.wishes.case_requested.connect(lambda case_id, part: asked.append((case_id, part)))
    view.open_person(LIN.id)
    assert view.page.others.isVisible()
    assert "UA 12/20" in view.page.others.lines[0].text()
    view.page.others.lines[0].click()
    assert asked == [(again.id, "people")]


def test_somebody_in_one_case_only_has_no_other_cases(view: PeopleView) -> None:
    view.open_person(ABREU.id)
    assert view.page.others.isHidden()
    assert view.page.others.lines == []


def test_the_page_says_how_it_stands_now(view: PeopleView) -> None:
    view.open_person(LIN.id)
    assert view.page.part.values.now.text == "Held since Aug 2026"
