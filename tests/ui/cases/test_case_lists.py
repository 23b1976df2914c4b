# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists within the form of a case, filled with the keyboard alone."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.cases.conftest import Cases, put

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Case, CaseKind, CaseStatus
from amnesty_desktop.domain.caution import Caution, CautionKind
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.goal import Goal
from amnesty_desktop.domain.sheet import Sheet, SheetKind
from amnesty_desktop.ui.cases.case_form import CaseForm
from amnesty_desktop.ui.cases.case_tab import CaseTab
from amnesty_desktop.ui.cases.fields import LineField
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk

Opened = Callable[[Case], CaseForm]


def turn() -> None:
    """Let what was put into the loop happen."""
    for _ in range(3):
        QApplication.processEvents()


def keys(words: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type into whatever has the focus, and end with a key."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    QTest.keyClick(focused, end)
    turn()


def focused_name() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


@pytest.fixture
def opened(view: CasesView) -> Opened:
    """Open a case for changing and return its form."""

    def open_it(case: Case) -> CaseForm:
        view.open_case(case.id, "case")
        tab: CaseTab = view.case.case_tab
        tab.change()
        turn()
        return tab.form

    return open_it


def all_of(desk: Desk, record: Any, case: Case) -> list[Any]:
    return desk.session.file.all(record, case_id=case.id, order="position, key")


def test_enter_keeps_a_goal_and_begins_the_next_and_an_empty_one_ends_the_typing(
    opened: Opened, cases: Cases, desk: Desk
) -> None:
    form = opened(cases.long)
    form.goals.add_button.setFocus()
    QTest.keyClick(form.goals.add_button, Qt.Key.Key_Return)
    turn()
    for words in ("His mother may see him", "An eye doctor examines him", ""):
        assert focused_name() == "text"
        keys(words)
    assert [goal.text for goal in all_of(desk, Goal, cases.long)] == [
        "His mother may see him",
        "An eye doctor examines him",
    ]
    assert form.goals.form is None
    assert focused_name() == "goal_add"


def test_escape_keeps_what_was_typed_and_the_form_of_the_case_stays(
    opened: Opened, cases: Cases, desk: Desk, view: CasesView
) -> None:
    form = opened(cases.long)
    form.goals.begin()
    keys("A visit", Qt.Key.Key_Escape)
    assert [goal.text for goal in all_of(desk, Goal, cases.long)] == ["A visit"]
    assert view.case.case_tab.is_changing


def test_a_goal_is_changed_where_it_stands_and_can_be_undone(opened: Opened, cases: Cases, desk: Desk) -> None:
    put(desk, Goal(id="goal", case_id=cases.long.id, text="A visit"))
    form = opened(cases.long)
    form.goals.lines[0].buttons[0].click()
    turn()
    line = form.goals.form.fields["text"] if form.goals.form else None
    assert isinstance(line, LineField)
    line.line.selectAll()
    keys("A doctor")
    assert desk.session.file.get(Goal, "goal").text == "A doctor"
    desk.session.undo()
    assert form.goals.lines[0].text.startswith("A visit")


def test_a_goal_goes_to_the_bin_and_comes_back(opened: Opened, cases: Cases, desk: Desk) -> None:
    put(desk, Goal(id="goal", case_id=cases.long.id, text="A visit"))
    form = opened(cases.long)
    form.goals.lines[0].buttons[1].click()
    turn()
    assert form.goals.lines == []
    desk.session.undo()
    assert len(form.goals.lines) == 1


def test_words_to_avoid_are_asked_for_only_where_they_are_meant(opened: Opened, cases: Cases) -> None:
    form = opened(cases.soon)
    form.cautions.begin()
    caution = form.cautions.form
    assert caution is not None
    assert caution.fields["words"].isVisible()
    caution.fields["kind"].type_words("Do not write to the prison")
    assert not caution.fields["words"].isVisible()


def test_a_caution_takes_the_button_from_the_prisoner_and_says_why(
    opened: Opened, cases: Cases, desk: Desk, view: CasesView
) -> None:
    put(
        desk,
        Addressee(case_id=cases.soon.id, role=AddresseeRole.PRISONER, name="Candelaria Ixcoy", position=5),
        Caution(case_id=cases.soon.id, kind=CautionKind.NOT_TO_PRISON, text="Cards were held against her."),
    )
    view.open_case(cases.soon.id, "case")
    lines = view.case.case_tab.reading.write_to.lines
    said = [child.text() for child in lines[-1].children() if hasattr(child, "text")]
    assert any("Cards were held against her." in text for text in said)
    assert "Write" not in said


def test_the_first_sheet_stands_in_the_chain_and_is_changed_above(opened: Opened, cases: Cases, desk: Desk) -> None:
    put(desk, Sheet(case_id=cases.soon.id, issued=PartialDate("2026-11-20"), news="Moved to another prison."))
    form = opened(cases.soon)
    assert [line.text.partition(",")[0] for line in form.sheets.lines] == ["First sheet  ⁦AMR 34/4127/2026⁩", "Update"]
    assert form.sheets.lines[0].buttons[0].isHidden()


def test_an_update_moves_the_last_day_for_appeals_only_when_asked(opened: Opened, cases: Cases, desk: Desk) -> None:
    form = opened(cases.soon)
    form.sheets.begin()
    sheet = form.sheets.form
    assert sheet is not None
    sheet.fields["issued"].type_words("20 November 2026")
    move = sheet.move_button  # type: ignore[attr-defined]
    assert move.text() == "Let appeals go on until 1 January 2027"
    sheet.keeper.settle()
    assert desk.session.file.get(Case, cases.soon.id).appeal_by == cases.soon.appeal_by
    move.click()
    assert desk.session.file.get(Case, cases.soon.id).appeal_by == PartialDate("2027-01-01")


def test_a_closing_sheet_offers_to_close_the_case(opened: Opened, cases: Cases, desk: Desk) -> None:
    put(desk, Sheet(case_id=cases.soon.id, kind=SheetKind.CLOSING, issued=PartialDate("2026-11-20")))
    form = opened(cases.soon)
    assert form.sheets.act.text() == "Close the case"
    form.sheets.act.click()
    turn()
    assert desk.session.file.get(Case, cases.soon.id).status is CaseStatus.CLOSED
    put(desk, Sheet(case_id=cases.soon.id, issued=PartialDate("2026-11-24"), position=1))
    assert form.sheets.act.text() == "Reopen the case"


def test_the_last_day_for_appeals_is_proposed_when_the_day_of_issue_is_typed(
    opened: Opened, cases: Cases, desk: Desk
) -> None:
    put(desk, Case(id=cases.soon.id, reference="UA 112/26", situation="x"))
    form = opened(cases.soon)
    field = form.fields["issued"]
    field.edit.line.setFocus()  # type: ignore[attr-defined]
    keys("12 November 2026", Qt.Key.Key_Tab)
    appeal_by = form.fields["appeal_by"]
    assert appeal_by.value() == PartialDate("2026-12-24")
    assert "42 days after the sheet" in appeal_by.editor.accessibleDescription()


def test_a_day_for_appeals_that_stands_there_is_left_alone(opened: Opened, cases: Cases) -> None:
    form = opened(cases.soon)
    form.fields["issued"].type_words("12 November 2026")
    form.fields["issued"].left.emit("issued")
    assert form.fields["appeal_by"].value() == cases.soon.appeal_by


def test_a_paper_that_another_case_has_is_said_and_kept(opened: Opened, cases: Cases, desk: Desk) -> None:
    form = opened(cases.soon)
    form.fields["reference"].type_words("UA 097/2026")
    form.check()
    problem = form.fields["reference"].problem
    assert problem is not None
    assert "Uladzislau Barsukevich" in problem.message
    form.settle()
    assert desk.session.file.get(Case, cases.soon.id).reference == "UA 097/2026"


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (CaseKind.EXTRA, {"event_on", "appeal_by"}),
        (CaseKind.ACTION_FILE, {"coordinator", "co_groups", "strategy", "owner_id"}),
        (CaseKind.LETTER_CAMPAIGN, {"edition", "report_by"}),
        (CaseKind.CAMPAIGN, {"title", "strategy"}),
    ],
)
def test_each_kind_begins_with_the_fields_it_needs(
    opened: Opened, cases: Cases, kind: CaseKind, names: set[str]
) -> None:
    form = opened(cases.late)
    form.fields["kind"].show_value(kind)
    form.fields["kind"].edited.emit("kind")
    assert names <= {name for name, field in form.fields.items() if not field.isHidden()}
