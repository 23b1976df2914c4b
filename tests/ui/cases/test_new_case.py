# SPDX-License-Identifier: GPL-3.0-or-later
"""A new case: four things are enough, and half of one is kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.cases.conftest import Cases, wide

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, CaseKind
from amnesty_desktop.domain.distinction import Distinction
from amnesty_desktop.domain.person import Person
from amnesty_desktop.ui.cases.new_case import FORM, NewCasePage
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def page(view: CasesView) -> NewCasePage:
    view.new_case()
    assert view._new is not None
    return view._new


def test_it_begins_at_who(page: NewCasePage) -> None:
    assert page.who.editor.hasFocus()
    assert not page.add_button.isEnabled()


# The list of countries opens a window of its own, which the offscreen screen is not made for.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_typed_by_keyboard_alone_it_is_added_and_opened(
    page: NewCasePage, view: CasesView, desk: Desk, qtbot: QtBot
) -> None:
    for words in ("Maribel Tabora", "Honduras", "Followed home from the radio.", "Minister of Security"):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClicks(here, words)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert page.add_button.hasFocus()
    QTest.keyClick(page.add_button, Qt.Key.Key_Return)
    case_id = view.current_case_id()
    case = desk.session.file.get(Case, case_id or "")
    assert (case.country, case.situation) == ("HN", "Followed home from the radio.")
    assert [person.name for person in desk.session.file.all(Person, case_id=case.id)] == ["Maribel Tabora"]
    assert view.case.head.title.text == "Maribel Tabora"


def test_the_address_is_read_as_one_types_it(page: NewCasePage, desk: Desk, view: CasesView) -> None:
    page.happened.type_words("Threatened.")
    page.country.type_words("Honduras")
    page.write_to.type_words("Minister of Security\nAldea El Ocotal\nTegucigalpa")
    page.add()
    found = desk.session.file.all(Addressee, case_id=view.current_case_id())[0]
    assert (found.office, found.address, found.country) == (
        "Minister of Security", "Aldea El Ocotal\nTegucigalpa", "HN",
    )  # fmt: skip


def test_the_paper_says_the_kind(page: NewCasePage) -> None:
    page.paper.type_words("MA 6/26")
    assert page.typed().case.kind is CaseKind.MEDICAL_ACTION


def test_what_happened_alone_is_enough(page: NewCasePage) -> None:
    page.happened.type_words("Eleven families were evicted.")
    assert page.add_button.isEnabled()


def test_adding_is_one_step_that_undo_takes_back(page: NewCasePage, view: CasesView, desk: Desk) -> None:
    page.who.type_words("Maribel")
    page.add()
    assert desk.session.file.undo_label == "Add case"
    desk.session.undo()
    assert view.current_case_id() is None
    assert desk.session.file.count(Case) == 3
    desk.session.redo()
    assert view.case.head.title.text == "Maribel"


def test_half_a_case_is_kept_when_one_looks_at_another(page: NewCasePage, view: CasesView, cases: Cases) -> None:
    page.who.type_words("Maribel")
    view.open_case(cases.late.id)
    assert view.list.new_case.text() == "Go on with the new case"
    view.new_case()
    assert page.who.value() == "Maribel"


def test_half_a_case_is_there_again_after_a_lock(
    page: NewCasePage, view: CasesView, desk: Desk, shown: Callable[[QWidget], QMainWindow]
) -> None:
    page.who.type_words("Maribel")
    page.show()
    page.appeal_by.type_words("the thirtysecond of")
    place = view.place()
    desk.session.settle()
    again = wide(CasesView(desk), shown)
    again.go_to(place)
    assert again._new is not None
    assert (again._new.who.value(), again._new.appeal_by.words()) == ("Maribel", "the thirtysecond of")
    assert desk.session.file.count(Case) == 3


def test_a_crash_adds_no_half_case(page: NewCasePage, desk: Desk) -> None:
    page.who.type_words("Maribel")
    page.keeper.keep()
    desk.session.bring_typing_back()
    assert desk.session.file.count(Case) == 3
    assert desk.session.file.find_draft(FORM) is not None


def test_emptied_again_nothing_is_kept(page: NewCasePage, view: CasesView, cases: Cases, desk: Desk) -> None:
    page.who.type_words("Maribel")
    page.keeper.keep()
    page.who.type_words("")
    desk.session.settle()
    assert desk.session.file.find_draft(FORM) is None
    assert view.list.new_case.text() == "New case"


def test_a_name_that_is_there_already_is_named_with_a_way_to_it(
    page: NewCasePage, view: CasesView, cases: Cases, qtbot: QtBot
) -> None:
    page.who.type_words("candelaria ixcóy")
    page.who.line.editingFinished.emit()
    assert page.already.isVisible()
    assert "Candelaria Ixcoy" in page.already.words.text()
    qtbot.mouseClick(page.already.open, Qt.MouseButton.LeftButton)
    assert view.current_case_id() == cases.soon.id


def test_a_paper_that_is_there_already_is_named(page: NewCasePage) -> None:
    page.more.click()
    page.paper.type_words("UA112/2026")
    page.paper.line.editingFinished.emit()
    assert "UA 112/26" in page.already.words.text()


def test_it_is_said_while_one_types_and_why(page: NewCasePage, qtbot: QtBot) -> None:
    page.who.type_words("ixcoy Candelaria")
    qtbot.waitUntil(page.already.isVisible)
    assert "The same name in another order" in page.already.words.text()


def test_what_is_not_the_same_is_remembered_with_the_case(
    page: NewCasePage, view: CasesView, cases: Cases, desk: Desk, qtbot: QtBot
) -> None:
    page.who.type_words("Candelaria Ixcoy")
    page.who.line.editingFinished.emit()
    qtbot.mouseClick(page.already.other, Qt.MouseButton.LeftButton)
    assert not page.already.isVisible()
    page.add()
    (apart,) = desk.session.file.all(Distinction)
    assert {apart.one_id, apart.other_id} == {cases.soon.id, view.current_case_id()}


def test_another_name_says_nothing(page: NewCasePage) -> None:
    page.who.type_words("Candelaria")
    page.who.line.editingFinished.emit()
    assert not page.already.isVisible()


def test_a_disk_that_refuses_keeps_the_typing(
    page: NewCasePage, desk: Desk, view: CasesView, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.who.type_words("Maribel")
    monkeypatch.setattr(desk.session, "edit", lambda *_args, **_kwargs: None)
    page.add()
    assert page.who.value() == "Maribel"
    assert desk.session.file.find_draft(FORM) is not None


def test_in_a_narrow_window_there_is_a_way_back(page: NewCasePage, view: CasesView, qtbot: QtBot) -> None:
    view.window().resize(900, 700)
    QApplication.processEvents()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert view.list.isVisible()
