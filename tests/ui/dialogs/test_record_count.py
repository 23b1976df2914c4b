# SPDX-License-Identifier: GPL-3.0-or-later
"""Recording what was counted at a stall, and where it is seen again."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Channel
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.tally import Tally, TallyKind
from amnesty_desktop.edits import cases
from amnesty_desktop.ui.cases.letters_tab import LettersTab
from amnesty_desktop.ui.cases.tally_part import TallyPart
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.record_count import RecordCount


@pytest.fixture
def case(desk: Desk) -> Case:
    made = Case(country="TH")
    people = [Person(case_id=made.id, name="Anchisa Thongprasit")]
    desk.session.edit("Add case", partial(cases.add, case=made, people=people))
    return made


def shown(qtbot: QtBot, desk: Desk, case_id: str, tally: Tally | None = None) -> RecordCount:
    dialog = RecordCount(desk, case_id, None, tally=tally)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_number_and_enter_are_enough(qtbot: QtBot, desk: Desk, case: Case) -> None:
    dialog = shown(qtbot, desk, case.id)
    dialog.number.setText("1,200")
    dialog.event_line.setText("  Market stall ")
    dialog._on_save()
    (found,) = desk.session.file.all(Tally)
    assert (found.count, found.kind, found.event) == (1200, TallyKind.SIGNATURES, "Market stall")
    assert found.on == PartialDate.of(desk.session.today())
    desk.session.undo()
    assert desk.session.file.count(Tally) == 0


@pytest.mark.parametrize("number", ["", "0", "many", "-4", "2.5", "10000000000"])
def test_what_is_no_number_is_said_and_nothing_is_lost(qtbot: QtBot, desk: Desk, case: Case, number: str) -> None:
    dialog = shown(qtbot, desk, case.id)
    dialog.number.setText(number)
    dialog.event_line.setText("Market stall")
    dialog._on_save()
    problem = dialog._fields["count"].problem
    assert problem is not None
    assert problem.message == "How many were there?"
    assert (desk.session.file.count(Tally), dialog.event_line.text()) == (0, "Market stall")


@pytest.mark.parametrize("day", ["2026", "2027-01-01", ""])
def test_a_day_is_needed_that_has_come(qtbot: QtBot, desk: Desk, case: Case, day: str) -> None:
    dialog = shown(qtbot, desk, case.id)
    dialog.number.setText("5")
    dialog.on.set_value(PartialDate(day) if day else None)
    dialog._on_save()
    assert dialog._fields["on"].problem is not None
    assert desk.session.file.count(Tally) == 0


def test_without_a_case_one_is_asked_for(qtbot: QtBot, desk: Desk) -> None:
    dialog = shown(qtbot, desk, "")
    dialog.number.setText("5")
    dialog._on_save()
    assert dialog._fields["case_id"].problem is not None


def test_a_count_stands_below_the_letters_and_can_be_changed(qtbot: QtBot, desk: Desk, case: Case) -> None:
    tally = Tally(case_id=case.id, count=61, kind=TallyKind.CARDS, on=PartialDate("2026-11-14"), event="School")
    desk.session.edit("Record a count", lambda write: write.save(tally))
    tab = LettersTab(desk)
    qtbot.addWidget(tab)
    tab.load(case.id)
    assert tab.tallies.lines.item(0).text() == "61 cards, School, 14 Nov 2026"
    dialog = shown(qtbot, desk, case.id, tally)
    dialog.number.setText("63")
    dialog._on_save()
    assert desk.session.file.get(Tally, tally.id).count == 63


def test_a_case_without_counts_shows_no_list_of_them(qtbot: QtBot, desk: Desk, case: Case) -> None:
    tab = LettersTab(desk)
    qtbot.addWidget(tab)
    tab.load(case.id)
    assert tab.tallies.isHidden()


def test_letters_that_are_only_counted_say_how_and_to_whom_they_went(qtbot: QtBot, desk: Desk, case: Case) -> None:
    governor = Addressee(case_id=case.id, name="Governor of the prison", office="Klong Prem Prison")
    desk.session.edit("Add address", lambda write: write.save(governor))
    dialog = shown(qtbot, desk, case.id)
    dialog.number.setText("27")
    dialog.kind.setCurrentIndex(dialog.kind.findData("letters"))
    dialog.channel.setCurrentIndex(dialog.channel.findData("web_form"))
    dialog.to.setCurrentIndex(dialog.to.findData(governor.id))
    dialog._on_save()
    (tally,) = desk.session.file.all(Tally)
    assert (tally.channel, tally.addressee_id) == (Channel.WEB_FORM, governor.id)
    part = TallyPart(desk)
    qtbot.addWidget(part)
    part.show_case(case.id)
    assert part.lines.item(0).data(Qt.ItemDataRole.UserRole).second == "to Klong Prem Prison, web form"


def test_a_signature_sheet_is_not_asked_how_it_went(qtbot: QtBot, desk: Desk, case: Case) -> None:
    dialog = shown(qtbot, desk, case.id)
    dialog.kind.setCurrentIndex(dialog.kind.findData("signatures"))
    assert dialog.isVisible()
    assert not dialog.channel.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData("letters"))
    assert dialog.channel.isVisible()
    dialog.reject()
