# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole Urgent Action is typed in by keys alone, without a dialog and without the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from tests.ui.cases.conftest import Cases

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Ask, Case, CaseKind
from amnesty_desktop.domain.caution import Caution
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.person import Person, Sex, Situation, SituationKind
from amnesty_desktop.domain.sheet import Sheet
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk

PRESSED: list[Qt.Key] = []
"""Every key beside the letters, as it is pressed: how far a whole sheet leads through the fields."""


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def turn() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        PRESSED.append(key)
        QTest.keyClick(focused(), key)
        turn()


def write(words: str) -> None:
    """Type into what has the focus, as it is pasted or typed, and go on with Tab."""
    here = focused()
    if isinstance(here, QPlainTextEdit):
        here.insertPlainText(words)
    else:
        QTest.keyClicks(here, words)
    press(Qt.Key.Key_Tab)


def go_to(name: str) -> None:
    """Go on with Tab until something has the focus."""
    for _ in range(60):
        if focused().objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name}")


def test_a_first_case_needs_four_fields(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.new_case()
    for words in ("Leonela Beltran", "Honduras", "Shots at her house.", "Minister of Security\nStreet 1\nTegucigalpa"):
        write(words)
    assert focused().objectName() == "add_case"
    press(Qt.Key.Key_Return)
    case = desk.session.file.all(Case)[-1]
    assert (case.country, case.situation) == ("HN", "Shots at her house.")


def test_a_whole_urgent_action_is_typed_without_a_dialog(view: CasesView, cases: Cases, desk: Desk) -> None:
    PRESSED.clear()
    view.new_case()
    for words in ("Leonela Beltran", "Honduras", "Shots at her house.", ""):
        write(words)
    press(Qt.Key.Key_Return)
    turn()
    press(Qt.Key.Key_F2)
    go_to("reference")
    for words in ("THIRD UA 60/16", "", "31 March 2016", "AMR 37/3776/2016"):
        write(words)
    go_to("sheet_add")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    write("2 May 2016")
    write("AMR 37/3960/2016")
    press(Qt.Key.Key_Return, 2)
    go_to("asks")
    write("to protect her\nto find out who shot")
    go_to("caution_add")
    press(Qt.Key.Key_Return)
    write("")
    write("hero")
    QTest.keyClicks(focused(), "Her lawyer asks for it.")
    press(Qt.Key.Key_Return, 2)
    go_to("addressee_add")
    press(Qt.Key.Key_Return)
    for office in ("Minister of Security", "Embassy of Honduras"):
        QTest.keyClicks(focused(), office)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    desk.session.settle()
    file = desk.session.file
    case = file.all(Case)[-1]
    assert (case.kind, case.reference, case.ai_index) == (CaseKind.URGENT_ACTION, "THIRD UA 60/16", "AMR 37/3776/2016")
    assert (case.issued, case.appeal_by) == (PartialDate("2016-03-31"), PartialDate("2016-05-12"))
    assert [sheet.issued for sheet in file.all(Sheet, case_id=case.id)] == [PartialDate("2016-05-02")]
    assert [ask.text for ask in file.all(Ask, case_id=case.id)] == ["to protect her", "to find out who shot"]
    assert [caution.words for caution in file.all(Caution, case_id=case.id)] == ["hero"]
    assert [one.office for one in file.all(Addressee, case_id=case.id)] == [
        "Minister of Security",
        "Embassy of Honduras",
    ]
    assert QApplication.activeModalWidget() is None
    # At a second each they are two of the ten minutes a whole sheet may take.
    assert len(PRESSED) <= 120


def test_its_people_and_what_happened_to_them_are_typed_without_a_dialog(
    view: CasesView, cases: Cases, desk: Desk
) -> None:
    PRESSED.clear()
    view.open_case(cases.soon.id, "people")
    view.case.strip.setFocus()
    turn()
    go_to("add_situation")
    press(Qt.Key.Key_Return)
    write("12 March 2016")
    QTest.keyClicks(focused(), "threat")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "by two men on a motorcycle")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    go_to("add_person")
    press(Qt.Key.Key_Return)
    for words in ("Leonel Ixcoy", "", "farmer", "1984"):
        write(words)
    QTest.keyClicks(focused(), "man")
    press(Qt.Key.Key_Return)
    desk.session.settle()
    file = desk.session.file
    (entry,) = file.all(Situation, case_id=cases.soon.id)
    assert (entry.kind, entry.on, entry.text) == (
        SituationKind.THREATENED, PartialDate("2016-03-12"), "by two men on a motorcycle",
    )  # fmt: skip
    second = file.all(Person, case_id=cases.soon.id, order="position, key")[1]
    assert (second.name, second.work, second.born, second.sex) == (
        "Leonel Ixcoy", "farmer", PartialDate("1984"), Sex.MAN,
    )  # fmt: skip
    assert QApplication.activeModalWidget() is None
    assert len(PRESSED) <= 40
