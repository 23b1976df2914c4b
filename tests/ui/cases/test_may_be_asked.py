# SPDX-License-Identifier: GPL-3.0-or-later
"""What the concerns of a case bring with them: requests to confirm, and the rights at stake."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget
from tests.support.builders import add, case

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.ask_texts import ASK_TEXTS
from amnesty_desktop.domain.case import Ask, Concern, ConcernList
from amnesty_desktop.edits.drafting import draft_letter
from amnesty_desktop.ui.cases.case_reading import CaseReading, case_text
from amnesty_desktop.ui.desk import Desk

CASE = case(reference="UA 112/26", country="HN", situation="Held since March.")
SHEET = Ask(case_id=CASE.id, text="to protect her")
TORTURE = Concern(case_id=CASE.id, part=ConcernList.RISK, term="torture")
PROPOSED = [ASK_TEXTS[key]["en"] for key in ("no_torture", "lawyer", "family")]


@pytest.fixture
def reading(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> CaseReading:
    add(desk.session.file, CASE, SHEET, TORTURE, Addressee(case_id=CASE.id, office="Ministry", language="es"))
    made = CaseReading(desk)
    shown(made)
    made.load(CASE)
    QApplication.processEvents()
    return made


def test_proposals_stand_folded_behind_one_line_once_the_case_asks_for_something(reading: CaseReading) -> None:
    part = reading.may_be_asked
    assert part.opener.isVisible()
    assert part.opener.text() == "3 more may be asked"
    part.opener.click()
    assert [ask.text for ask in part.asks] == PROPOSED
    assert part.buttons[0].isVisible()
    assert part.buttons[0].accessibleName() == f"Ask this: {PROPOSED[0]}"


def test_one_press_confirms_a_request_and_undo_takes_it_back(reading: CaseReading, desk: Desk) -> None:
    reading.may_be_asked.opener.click()
    reading.may_be_asked.buttons[1].click()
    reading.load(CASE)
    kept = desk.session.file.all(Ask, case_id=CASE.id, order="position, key")
    assert [(ask.text, ask.confirmed, ask.concern) for ask in kept][1:] == [(PROPOSED[1], True, "torture")]
    assert [ask.text for ask in reading.may_be_asked.asks] == [PROPOSED[0], PROPOSED[2]]
    desk.session.undo()
    reading.load(CASE)
    assert [ask.text for ask in reading.may_be_asked.asks] == PROPOSED


def test_a_confirmed_request_is_written_in_the_language_of_the_letter(reading: CaseReading, desk: Desk) -> None:
    reading.may_be_asked.buttons[0].click()
    file = desk.session.file
    (to,) = file.all(Addressee)
    text = draft_letter(file, CASE.id, to.id, None, desk.session.today()).body.text
    assert ASK_TEXTS["no_torture"]["es"] in text
    assert ASK_TEXTS["lawyer"]["es"] not in text


def test_a_request_on_file_that_waits_is_confirmed_in_its_place(reading: CaseReading, desk: Desk) -> None:
    waiting = Ask(case_id=CASE.id, text="to let a doctor see her", confirmed=False)
    add(desk.session.file, waiting)
    reading.load(CASE)
    reading.may_be_asked.buttons[0].click()
    assert desk.session.file.get(Ask, waiting.id).confirmed


def test_tab_goes_from_what_may_be_asked_to_whom_to_write_to(reading: CaseReading) -> None:
    reading.may_be_asked.opener.click()
    found: list[str] = []
    widget: QWidget | None = reading.may_be_asked.buttons[0].nextInFocusChain()
    while widget is not None and len(found) < 4:
        if isinstance(widget, QPushButton) and widget.isVisible():
            found.append(widget.text())
        widget = widget.nextInFocusChain()
    assert found == ["Ask this", "Ask this", "Write", "What it says"]


def test_without_concerns_nothing_is_proposed_and_no_right_named(reading: CaseReading, desk: Desk) -> None:
    desk.session.edit("Take away", lambda write: write.bury(Concern, TORTURE.id))
    reading.load(CASE)
    assert reading.may_be_asked.isHidden()
    assert reading.rights.isHidden()


def test_the_rights_at_stake_open_to_say_what_they_hold(reading: CaseReading) -> None:
    rights = reading.rights
    assert rights.named.text() == "Article 5 of the Universal Declaration of Human Rights"
    assert rights.words.isHidden()
    rights.opener.click()
    assert rights.words.isVisible()
    assert "tortured" in rights.words.text()
    assert rights.opener.text() == "Fold away"


def test_an_unconfirmed_request_of_the_file_is_left_out_by_a_press_and_undo_brings_it_back(
    reading: CaseReading, desk: Desk
) -> None:
    waiting = Ask(case_id=CASE.id, text="to let a doctor see her", confirmed=False, position=1)
    add(desk.session.file, waiting)
    reading.load(CASE)
    (leave_out,) = (
        b
        for b in reading.may_be_asked.findChildren(QPushButton)
        if b.accessibleName() == f"Leave it out: {waiting.text}"
    )
    leave_out.click()
    reading.load(CASE)
    assert waiting.text not in [ask.text for ask in reading.may_be_asked.asks]
    desk.session.undo()
    reading.load(CASE)
    assert waiting.text in [ask.text for ask in reading.may_be_asked.asks]


def test_a_proposed_release_without_its_finding_says_why_it_reaches_no_letter(desk: Desk) -> None:
    release = Ask(case_id=CASE.id, text=ASK_TEXTS["release"]["en"], concern="conscience", position=1)
    add(desk.session.file, CASE, SHEET, release)
    text = case_text(desk.session.file, CASE)
    assert text.asks == (SHEET.text,)
    assert "the file no longer holds one" in text.held_back[0]
