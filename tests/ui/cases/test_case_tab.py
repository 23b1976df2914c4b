# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a case, and changing it in place without ever losing a word."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add
from tests.ui.cases.conftest import Cases, choose

from amnesty_desktop.domain.case import Ask, Case, CaseKind, CaseStatus, Concern, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.member import Member
from amnesty_desktop.edits import bring_back
from amnesty_desktop.ui.cases.case_fields import CARD_RULES
from amnesty_desktop.ui.cases.case_tab import CaseTab
from amnesty_desktop.ui.cases.fields import BlockField, ChoiceField, LineField
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk


@pytest.fixture
def tab(view: CasesView, cases: Cases) -> CaseTab:
    view.open_case(cases.soon.id, "case")
    return view.case.case_tab


def read(tab: CaseTab) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in tab.reading.findChildren(QLabel) if label.isVisible()]


def is_changing(tab: CaseTab) -> bool:
    return tab.is_changing


def kept(desk: Desk, case: Case) -> Case:
    return desk.session.file.get(Case, case.id)


def line(tab: CaseTab, name: str) -> LineField:
    field = tab.form.fields[name]
    assert isinstance(field, LineField)
    return field


def block(tab: CaseTab, name: str) -> BlockField:
    field = tab.form.fields[name]
    assert isinstance(field, BlockField)
    return field


# -- reading


def test_a_case_is_read_with_captions(tab: CaseTab) -> None:
    words = read(tab)
    for said in ("Situation", "What we ask", "to protect her", "Please mind", "Death threats", "Urgent Action"):
        assert said in words


def test_what_nobody_filled_takes_no_room(tab: CaseTab) -> None:
    assert not {"Background", "Next step", "Owner", "Issued"} & set(read(tab))


def test_paragraphs_stay_paragraphs(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    desk.session.edit("x", lambda write: write.save(Case(id=cases.soon.id, situation="One.\n\nTwo.")))
    assert {"One.", "Two."} <= set(read(tab))


def test_markup_is_shown_as_typed(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    desk.session.edit("x", lambda write: write.save(Case(id=cases.soon.id, situation="<b>bold</b>")))
    label = next(label for label in tab.reading.findChildren(QLabel) if label.text() == "<b>bold</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_bare_case_says_so(view: CasesView, desk: Desk) -> None:
    bare = Case(country="HN")
    add(desk.session.file, bare)
    view.open_case(bare.id, "case")
    assert "Nothing is written about this case yet." in read(view.case.case_tab)


# -- going into the form and out of it


def test_f2_turns_the_case_into_its_form_and_esc_back(tab: CaseTab) -> None:
    tab.change_button.setFocus()
    QTest.keyClick(tab.change_button, Qt.Key.Key_F2)
    assert is_changing(tab)
    QTest.keyClick(tab.form.first().editor, Qt.Key.Key_Escape)
    assert not is_changing(tab)
    assert tab.change_button.hasFocus()


def test_the_form_begins_with_the_fields_of_its_kind(tab: CaseTab) -> None:
    tab.change()
    fields = tab.form.fields
    assert fields["ai_index"].isVisible()
    assert not fields["next_step"].isVisible()
    fields["kind"].box.setCurrentIndex(list(CaseKind).index(CaseKind.ACTION_FILE))  # type: ignore[attr-defined]
    assert fields["next_step"].isVisible()


def test_add_more_opens_the_rest_and_goes_there(tab: CaseTab) -> None:
    tab.change()
    tab.form.more.click()
    assert tab.form.fields["no_contact"].isVisible()
    assert not tab.form.more.isVisible()
    assert QApplication.focusWidget() is not None


# -- keeping


def test_done_makes_one_edit_of_all_that_was_typed(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    tab.change()
    block(tab, "situation").block.setPlainText("Now she is safe.")
    line(tab, "reference").line.setText("UA 113/26")
    tab.done_button.click()
    found = kept(desk, cases.soon)
    assert (found.situation, found.reference) == ("Now she is safe.", "UA 113/26")
    assert desk.session.file.undo_label == "Change the case"
    desk.session.undo()
    assert kept(desk, cases.soon) == cases.soon


def test_typing_reaches_the_file_as_a_draft_and_comes_back_after_a_crash(
    tab: CaseTab, cases: Cases, desk: Desk
) -> None:
    tab.change()
    block(tab, "situation").block.setPlainText("Half a sent")
    tab.form.asks.block.setPlainText("to protect her\nto punish nobody without a trial")
    tab.form.keeper.keep()
    bring_back.typing(desk.session.file)
    assert kept(desk, cases.soon).situation == "Half a sent"
    draft = desk.session.file.find_draft(f"case:{cases.soon.id}")
    assert draft is not None
    assert "without a trial" in draft.value["typed"]["asks"]


def test_words_that_are_no_date_yet_stay_and_reopen_the_form(tab: CaseTab, view: CasesView, cases: Cases) -> None:
    tab.change()
    tab.form.fields["appeal_by"].type_words("the thirtysecond of")
    view.open_case(cases.late.id)
    assert not is_changing(tab)
    view.open_case(cases.soon.id)
    assert is_changing(tab)
    assert tab.form.fields["appeal_by"].words() == "the thirtysecond of"


def test_such_words_do_not_take_the_date_away(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    tab.change()
    tab.form.fields["appeal_by"].type_words("the thirtysecond of")
    tab.done()
    assert kept(desk, cases.soon).appeal_by == PartialDate("2026-11-26")


def test_typing_in_the_next_case_leaves_words_kept_for_the_one_before(
    tab: CaseTab, view: CasesView, cases: Cases, desk: Desk
) -> None:
    tab.change()
    tab.form.fields["appeal_by"].type_words("the thirtysecond of")
    view.open_case(cases.late.id)
    tab.change()
    block(tab, "situation").block.setPlainText("Something else.")
    tab.done()
    assert desk.session.file.find_draft(f"case:{cases.soon.id}") is not None


def test_another_case_never_shows_the_words_of_the_one_before(
    tab: CaseTab, view: CasesView, cases: Cases, desk: Desk
) -> None:
    tab.change()
    block(tab, "situation").block.setPlainText("About Candelaria.")
    view.open_case(cases.late.id)
    view.case.change()
    assert block(tab, "situation").value() == ""
    assert kept(desk, cases.soon).situation == "About Candelaria."


def test_what_changed_elsewhere_shows_and_typing_stays(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    tab.change()
    block(tab, "situation").block.setPlainText("Typed here.")
    desk.session.edit("x", lambda write: write.save(Case(id=cases.soon.id, country="MX", situation="Typed elsewhere")))
    assert tab.form.fields["country"].words() == "Mexico"
    assert block(tab, "situation").value() == "Typed here."
    tab.done()
    found = kept(desk, cases.soon)
    assert (found.country, found.situation) == ("MX", "Typed here.")


def test_undo_shows_in_the_open_form(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    tab.change()
    line(tab, "reference").line.setText("UA 113/26")
    desk.session.undo()
    assert line(tab, "reference").value() == "UA 112/26"


# -- fields


def test_asks_are_one_a_line(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    tab.change()
    tab.form.asks.block.setPlainText("to look into the threats\n\nto let her work")
    tab.done()
    found = desk.session.file.all(Ask, case_id=cases.soon.id, order="position")
    assert [ask.text for ask in found] == ["to look into the threats", "to let her work"]
    assert "to let her work" in read(tab)


def test_a_concern_is_added_from_the_menu_and_taken_away_with_a_press(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    tab.change()
    choose(tab.form.concerns.menu(), "What it is about", "human rights defenders")
    tab.form.concerns._buttons[0].click()
    tab.done()
    found = desk.session.file.all(Concern, case_id=cases.soon.id)
    assert [(concern.part, concern.term) for concern in found] == [(ConcernList.ISSUE, "defenders")]


def test_an_owner_is_chosen_among_the_members(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    ana = Member(name="Ana Brandt")
    add(desk.session.file, ana)
    tab.change()
    owner = tab.form.fields["owner_id"]
    assert isinstance(owner, ChoiceField)
    owner.type_words("Ana Brandt")
    tab.done()
    assert kept(desk, cases.soon).owner_id == ana.id
    assert "Ana Brandt" in read(tab)


def test_a_country_that_is_none_leaves_the_one_there(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    tab.change()
    tab.form.fields["country"].type_words("Atlantis")
    tab.done()
    assert kept(desk, cases.soon).country == "GT"


def test_what_looks_wrong_is_said_beside_its_field(tab: CaseTab) -> None:
    tab.change()
    line(tab, "reference").line.setText("banana")
    line(tab, "reference").line.editingFinished.emit()
    problem = line(tab, "reference").problem
    assert problem is not None
    assert "does not look like a number" in problem.message


def test_the_wheel_over_a_choice_scrolls_the_page_instead(tab: CaseTab, cases: Cases, qtbot: QtBot) -> None:
    tab.change()
    box = tab.form.fields["kind"].box  # type: ignore[attr-defined]
    nothing, down = QPoint(0, 0), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(box, QWheelEvent(QPointF(5, 5), QPointF(5, 5), nothing, down, buttons, keys, phase, False))
    assert box.currentText() == "Urgent Action"


# -- doing


def test_closing_and_reopening(tab: CaseTab, cases: Cases, desk: Desk) -> None:
    tab.change()
    tab.form.close_case.click()
    assert kept(desk, cases.soon).status is CaseStatus.CLOSED
    assert tab.form.close_case.text() == "Reopen the case"
    tab.form.close_case.click()
    assert kept(desk, cases.soon).status is CaseStatus.OPEN


def test_every_control_of_the_form_has_a_name(tab: CaseTab, shown: Callable[[QWidget], QMainWindow]) -> None:
    tab.change()
    tab.form.more.click()
    nameless = [
        child.objectName() or type(child).__name__
        for child in tab.form.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and not (child.accessibleName() or getattr(child, "text", lambda: "")())
    ]
    assert nameless == []


def test_tab_goes_down_the_form(tab: CaseTab) -> None:
    tab.change()
    tab.form.more.click()
    QApplication.processEvents()
    editors = [field.editor for field in tab.form.fields.values() if field.isVisible()]
    order: list[QWidget] = []
    here: QWidget | None = tab.form.fields["kind"].editor
    while here is not None and len(order) < 200:
        order.append(here)
        here = here.nextInFocusChain()
    places = [editor.mapTo(tab.form, QPoint(0, 0)) for editor in dict.fromkeys(order) if editor in editors]
    assert [(place.y(), place.x()) for place in places] == sorted((place.y(), place.x()) for place in places)


def test_a_case_of_write_for_rights_says_where_the_rules_of_cards_stand(tab: CaseTab) -> None:
    tab.change()
    fields = tab.form.fields
    fields["kind"].box.setCurrentIndex(list(CaseKind).index(CaseKind.LETTER_CAMPAIGN))  # type: ignore[attr-defined]
    assert fields["please_mind"].editor.accessibleDescription() == CARD_RULES
