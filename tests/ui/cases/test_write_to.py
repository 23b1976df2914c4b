# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a case writes to: their lines, and how they are added, changed and taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.cases.conftest import Cases

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.ui.cases.addressee_form import AddresseeForm
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.cases.write_to import WriteTo, addressee_runs, back_runs
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def lines(view: CasesView, cases: Cases) -> WriteTo:
    """The addressees within the form of a case."""
    view.open_case(cases.soon.id, "case")
    view.case.change()
    return view.case.case_tab.form.write_to


def kept(desk: Desk, case: Case) -> list[Addressee]:
    return desk.session.file.all(Addressee, case_id=case.id, order="position, key")


def opened(lines: WriteTo) -> AddresseeForm:
    assert lines.form is not None
    return lines.form


def test_a_line_names_the_office_and_the_place() -> None:
    addressee = Addressee(office="Minister of Justice", address="Street 1\nManama", country="BH")
    text = "".join(run.text for run in addressee_runs(addressee, "BH"))
    assert text.startswith("Minister of Justice")
    assert "Manama" in text
    assert "Bahrain" not in text


def test_a_line_says_what_is_special() -> None:
    embassy = Addressee(name="Embassy of Bahrain", role=AddresseeRole.EMBASSY, country="GB")
    text = "".join(run.text for run in addressee_runs(embassy, "BH"))
    assert "Embassy" in text
    assert "United Kingdom" in text


def test_write_asks_for_a_letter_to_that_one(view: CasesView, cases: Cases, desk: Desk, qtbot: QtBot) -> None:
    view.open_case(cases.soon.id, "case")
    button = view.case.case_tab.reading.findChild(QPushButton, "addressee_write")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(desk.wishes.write_requested) as wish:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wish.args == [cases.soon.id, kept(desk, cases.soon)[0].id]


def test_where_nobody_may_write_there_is_no_button_to_write(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.open_case(cases.soon.id, "case")
    desk.session.edit("x", lambda write: write.save(Case(id=cases.soon.id, no_contact="The family asks for it.")))
    buttons = [line.findChild(QPushButton, "addressee_write") for line in view.case.case_tab.reading.write_to.lines]
    assert buttons == [None]


def test_adding_one_in_place(lines: WriteTo, cases: Cases, desk: Desk) -> None:
    assert lines.head.button is not None
    lines.head.button.click()
    form = opened(lines)
    assert form.fields["country"].words() == "Guatemala"
    form.fields["office"].type_words("Attorney General")
    form.done_button.click()
    QApplication.processEvents()
    assert [one.office for one in kept(desk, cases.soon)] == ["Minister of the Interior", "Attorney General"]
    assert lines.form is None


def test_an_empty_one_is_not_added(lines: WriteTo, cases: Cases, desk: Desk) -> None:
    assert lines.head.button is not None
    lines.head.button.click()
    lines.close_form()
    assert len(kept(desk, cases.soon)) == 1


def test_changing_one_in_place(lines: WriteTo, cases: Cases, desk: Desk) -> None:
    lines.lines[0].change_requested.emit()
    opened(lines).fields["salutation"].type_words("Dear Minister")
    lines.close_form()
    assert kept(desk, cases.soon)[0].salutation == "Dear Minister"
    assert desk.session.file.undo_label == "Change whom to write to"


def test_leaving_the_case_keeps_what_was_typed(lines: WriteTo, view: CasesView, cases: Cases, desk: Desk) -> None:
    lines.lines[0].change_requested.emit()
    opened(lines).fields["email"].type_words("minister@gov.example")
    view.open_case(cases.late.id)
    assert kept(desk, cases.soon)[0].email == "minister@gov.example"
    assert lines.form is None


def test_what_looks_wrong_is_said_beside_its_field(lines: WriteTo) -> None:
    lines.lines[0].change_requested.emit()
    form = opened(lines)
    form.fields["email"].type_words("nowhere")
    form.fields["email"].left.emit("email")
    assert form.fields["email"].problem is not None


def test_one_in_the_bin_leaves_and_undo_brings_it_back(lines: WriteTo, cases: Cases, desk: Desk) -> None:
    lines.lines[0].bin_requested.emit()
    assert lines.lines == []
    desk.session.undo()
    assert [line.addressee.office for line in lines.lines] == ["Minister of the Interior"]


def test_the_rest_opens_under_add_more(lines: WriteTo) -> None:
    lines.lines[0].change_requested.emit()
    form = opened(lines)
    assert form.fields["fax"].isHidden()
    form.more.click()
    assert not form.fields["fax"].isHidden()


def test_a_line_says_that_post_came_back() -> None:
    text = "".join(run.text for run in back_runs(PartialDate("2026-05-02")))
    assert "Post came back (2 May 2026)" in text
    assert back_runs(None) == ()
