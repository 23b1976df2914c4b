# SPDX-License-Identifier: GPL-3.0-or-later
"""A case of many people: a list, and the one of them that is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from tests.support.builders import add, case, person

from amnesty_desktop.domain.person import Person
from amnesty_desktop.ui.cases.fields import LineField
from amnesty_desktop.ui.cases.people_tab import PeopleTab
from amnesty_desktop.ui.cases.person_form import PersonForm
from amnesty_desktop.ui.desk import Desk

CASE = case(country="CN")
LIN = person(CASE, "Lin Ruotang", own_script="林若棠", other_names="Lam Yeuk-tong", work="librarian")


@pytest.fixture
def tab(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> PeopleTab:
    """The tab over one person."""
    add(desk.session.file, CASE, LIN)
    made = PeopleTab(desk)
    shown(made)
    made.load(CASE.id)
    QApplication.processEvents()
    return made


def type_into(form: PersonForm | None, name: str, words: str) -> None:
    assert form is not None
    field = form.fields[name]
    assert isinstance(field, LineField)
    field.line.selectAll()
    QTest.keyClicks(field.line, words)


def many(desk: Desk, number: int) -> list[Person]:
    made = [person(CASE, f"Person {each:03}", position=each + 1) for each in range(number)]
    add(desk.session.file, *made)
    return made


def test_a_few_people_stand_below_one_another(tab: PeopleTab, desk: Desk) -> None:
    many(desk, 2)
    tab.load(CASE.id)
    assert len(tab.parts) == 3
    assert tab.list.isHidden()


def test_many_people_are_a_list_and_the_one_that_is_chosen(tab: PeopleTab, desk: Desk) -> None:
    made = many(desk, 200)
    tab.load(CASE.id)
    assert [part.person_id for part in tab.parts] == [LIN.id]
    assert tab.list.model.rowCount() == tab.count() == 201
    tab.list.table.choose(desk.session.file.key_of(Person, made[150].id))
    assert [part.person_id for part in tab.parts] == [made[150].id]


def test_typing_in_the_one_before_is_kept_when_another_is_chosen(tab: PeopleTab, desk: Desk) -> None:
    many(desk, 5)
    tab.load(CASE.id)
    tab.parts[0].change()
    type_into(tab.parts[0].form, "work", "archivist")
    tab.list.table.choose_next()
    assert desk.session.file.get(Person, LIN.id).work == "archivist"
    assert tab.parts[0].person_id != LIN.id


def test_one_of_many_is_found_by_a_word(tab: PeopleTab, desk: Desk) -> None:
    many(desk, 20)
    tab.load(CASE.id)
    tab.list.search.setText("lam yeuk")
    assert tab.list.model.rowCount() == 1
    tab.list.search.setText("nobody at all")
    assert tab.list.table.isHidden()
    tab.list.search.clear()
    assert tab.list.model.rowCount() == 21


def test_the_next_one_is_shown_where_the_chosen_one_goes_to_the_bin(tab: PeopleTab, desk: Desk) -> None:
    made = many(desk, 5)
    tab.load(CASE.id)
    tab.parts[0].change()
    form = tab.parts[0].form
    assert form is not None
    form.bin_button.click()
    assert [part.person_id for part in tab.parts] == [made[0].id]


def test_somebody_added_to_many_is_the_one_shown(tab: PeopleTab, desk: Desk) -> None:
    many(desk, 5)
    tab.load(CASE.id)
    tab.begin()
    assert tab.form is not None
    type_into(tab.form, "name", "Xu Ande")
    tab.form.done()
    assert tab.parts[0].values.in_letters.text == ""
    assert desk.session.file.get(Person, tab.parts[0].person_id).name == "Xu Ande"
