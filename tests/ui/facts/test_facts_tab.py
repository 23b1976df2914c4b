# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of a case: how firmly each stands, who says so, and what can be done about it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from tests.support.builders import add
from tests.ui.facts.five_facts import (
    AWAY,
    CASE,
    CLOSED,
    FOLLOWED,
    GUARDED,
    LEADS,
    MARIBEL,
    RUMOUR,
    by,
    choose,
    claim,
    fact_form,
    facts_tab,
    kept,
    kind,
    opened,
    press,
    row,
    settled,
    source_form,
)

from amnesty_desktop.domain.case import Case, Confidentiality
from amnesty_desktop.domain.claim import Claim, Stated
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.standing import StandingKind
from amnesty_desktop.store.errors import CaseFileError
from amnesty_desktop.ui.cases.fields import BlockField, ChoiceField
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.facts.fact_form import OvertakenForm
from amnesty_desktop.ui.facts.fact_row import Act, OpenFact
from amnesty_desktop.ui.facts.facts_tab import FactsTab


@pytest.fixture
def tab(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> FactsTab:
    return facts_tab(desk, shown)


# -- reading


def test_the_head_counts_the_facts_by_how_they_stand(tab: FactsTab) -> None:
    assert tab.title.text() == "5 facts   2 verified, 1 one source short, 1 disputed, 1 no longer true"
    assert len(tab.facts.shown) == 5


def test_what_stands_in_doubt_is_open_and_comes_first(tab: FactsTab) -> None:
    assert [type(row(tab, fact)) for fact in (CLOSED, GUARDED)] == [OpenFact, OpenFact]
    assert [shown.id for shown in tab.facts.shown] == [f.id for f in (CLOSED, GUARDED, FOLLOWED, LEADS, AWAY)]


def test_what_is_settled_is_one_line_with_its_reason(tab: FactsTab) -> None:
    assert settled(tab, FOLLOWED).reason == "Two independent sources"
    assert settled(tab, LEADS).reason == "Amnesty’s research"
    assert settled(tab, AWAY).reason == "No longer true since 12 Nov"


def test_an_open_fact_says_why_it_stands_as_it_does(tab: FactsTab) -> None:
    assert opened(tab, CLOSED).why.text().startswith("One source short. One source says so;")
    assert opened(tab, GUARDED).why.text().startswith("Disputed. One source says otherwise;")


def test_a_source_says_what_it_is_how_it_knows_and_when(tab: FactsTab) -> None:
    names = [line.accessibleName() for line in opened(tab, GUARDED).sources.lines]
    assert names == ["A neighbour, sworn", "Her sister, says otherwise: nobody has come"]


def test_a_source_of_unknown_origin_is_asked_about(tab: FactsTab, desk: Desk) -> None:
    rumoured = claim("The station will be closed.", 5, stated=Stated.FEARED, confidentiality=Confidentiality.INTERNAL)
    add(desk.session.file, rumoured, by(rumoured, RUMOUR))
    tab.load(CASE.id)
    press(tab, rumoured, Act.SAY_ORIGIN)
    assert source_form(tab).record.id == RUMOUR.id
    assert tab.shown(rumoured.id).about == "stated as a fear  ·  members only: no letter can use it"


def test_enter_opens_a_line_and_folds_it_away_again(tab: FactsTab) -> None:
    settled(tab, FOLLOWED).setFocus()
    QTest.keyClick(settled(tab, FOLLOWED), Qt.Key.Key_Return)
    assert opened(tab, FOLLOWED).claim.hasFocus()
    QTest.keyClick(opened(tab, FOLLOWED).claim, Qt.Key.Key_Return)
    assert settled(tab, FOLLOWED).hasFocus()


def test_a_click_opens_a_line(tab: FactsTab) -> None:
    QTest.mouseClick(settled(tab, LEADS), Qt.MouseButton.LeftButton)
    assert isinstance(row(tab, LEADS), OpenFact)


def test_down_and_up_go_from_fact_to_fact(tab: FactsTab) -> None:
    opened(tab, CLOSED).claim.setFocus()
    QTest.keyClick(opened(tab, CLOSED).claim, Qt.Key.Key_Down)
    assert opened(tab, GUARDED).claim.hasFocus()
    QTest.keyClick(opened(tab, GUARDED).claim, Qt.Key.Key_Up)
    assert opened(tab, CLOSED).claim.hasFocus()


def test_a_case_without_facts_invites_to_the_first(tab: FactsTab, desk: Desk) -> None:
    add(desk.session.file, Case(id="empty"))
    tab.load("empty")
    assert tab.empty.isVisible()
    QTest.mouseClick(tab.empty.button, Qt.MouseButton.LeftButton)
    assert fact_form(tab).is_new


def test_a_fact_is_never_taken_for_markup(tab: FactsTab, desk: Desk) -> None:
    marked = claim("<b>Two</b> men & a <script>", 6)
    add(desk.session.file, marked)
    tab.load(CASE.id)
    assert opened(tab, marked).claim.text() == "<b>Two</b> men & a <script>"


# -- changing


def test_a_fact_is_added_and_stands_first(tab: FactsTab, desk: Desk) -> None:
    QTest.mouseClick(tab.add_button, Qt.MouseButton.LeftButton)
    text = fact_form(tab).fields["text"]
    assert isinstance(text, BlockField)
    QTest.keyClicks(text.block, "Her brother was threatened.")
    QTest.keyClick(text.block, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tab.form is None
    added = desk.session.file.get(Claim, tab.facts.shown[0].id)
    assert (added.text, added.person_id, added.position) == ("Her brother was threatened.", MARIBEL.id, 5)
    assert desk.session.file.undo_label == "Add fact"


def test_a_change_keeps_the_fact_in_its_place(tab: FactsTab, desk: Desk) -> None:
    press(tab, CLOSED, Act.CHANGE)
    assert row(tab, CLOSED).isHidden()
    text = fact_form(tab).fields["text"]
    assert isinstance(text, BlockField)
    text.block.setPlainText("The police post closed her complaint unheard.")
    fact_form(tab).done()
    assert opened(tab, CLOSED).claim.text() == "The police post closed her complaint unheard."
    assert opened(tab, CLOSED).claim.hasFocus()
    assert tab.facts.shown[0].id == CLOSED.id


def test_a_fact_without_words_is_not_kept(tab: FactsTab, desk: Desk) -> None:
    press(tab, CLOSED, Act.CHANGE)
    text = fact_form(tab).fields["text"]
    assert isinstance(text, BlockField)
    text.block.setPlainText("")
    fact_form(tab).done()
    assert kept(desk, CLOSED).text == CLOSED.text
    assert text.problem is not None
    assert text.problem.message == "A fact needs words."


def test_a_fact_goes_to_the_bin_and_comes_back_to_its_place(tab: FactsTab, desk: Desk) -> None:
    told: list[str] = []
    desk.wishes.told.connect(lambda sentence, _: told.append(sentence))
    opened(tab, GUARDED).claim.setFocus()
    QTest.keyClick(opened(tab, GUARDED).claim, Qt.Key.Key_Delete)
    assert told == ["“Officers guard her house.” is in the bin."]
    assert GUARDED.id not in tab.facts.rows
    desk.session.undo()
    assert isinstance(row(tab, GUARDED), OpenFact)


def test_a_fact_is_no_longer_true_from_a_day_as_known(tab: FactsTab, desk: Desk) -> None:
    choose(tab.acts.more_menu(FOLLOWED.id), "No longer true")
    assert kept(desk, FOLLOWED).overtaken_on == PartialDate("2026-11-23")
    assert isinstance(tab.form, OvertakenForm)
    tab.form.fields["overtaken_on"].type_words("October 2026")
    tab.form.fields["overtaken_why"].type_words("they were arrested")
    tab.form.done()
    found = kept(desk, FOLLOWED)
    assert (found.overtaken_on, found.overtaken_why) == (PartialDate("2026-10"), "they were arrested")


def test_a_fact_can_be_true_again(tab: FactsTab, desk: Desk) -> None:
    choose(tab.acts.more_menu(AWAY.id), "True again")
    assert kept(desk, AWAY).overtaken_on is None
    assert kind(tab, AWAY) is StandingKind.UNVERIFIED


def test_rows_that_say_the_same_are_not_built_anew(tab: FactsTab, desk: Desk) -> None:
    before = row(tab, LEADS)
    desk.session.edit("Change fact", lambda write: write.save(replace(CLOSED, text="Closed.")))
    assert row(tab, LEADS) is before


def test_typing_for_one_case_stays_there_when_another_is_shown(tab: FactsTab, desk: Desk) -> None:
    add(desk.session.file, Case(id="other"))
    press(tab, CLOSED, Act.CHANGE)
    text = fact_form(tab).fields["text"]
    assert isinstance(text, BlockField)
    text.block.setPlainText("Closed unheard.")
    tab.load("other")
    assert tab.form is None
    assert kept(desk, CLOSED).text == "Closed unheard."


def test_choices_are_offered_for_who_it_is_about(tab: FactsTab) -> None:
    tab.begin()
    whom = fact_form(tab).fields["person_id"]
    assert isinstance(whom, ChoiceField)
    assert [whom.box.itemText(i) for i in range(whom.box.count())] == ["everybody, or nobody", "Maribel Quiñónez"]


def stations(start: QWidget, number: int) -> list[str]:
    """The names of the places Tab stops at after a widget."""
    start.setFocus()
    found = []
    for _ in range(number):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        found.append(there.objectName() if there is not None else "")
    return found


def test_tab_goes_through_the_facts_as_they_stand(tab: FactsTab) -> None:
    tab.facts.turn(CLOSED.id)
    tab.facts.turn(CLOSED.id)
    assert stations(tab.add_button, 6) == ["claim", "source", "add_source", "change", "more", "claim"]


def test_tab_goes_through_a_form_and_on_to_the_next_fact(tab: FactsTab) -> None:
    press(tab, CLOSED, Act.CHANGE)
    first = fact_form(tab).fields["text"].editor
    assert stations(first, 6) == ["stated", "on_line", "person_id", "confidentiality", "done", "add_more"]
    assert stations(fact_form(tab).more_button, 1) == ["claim"]


def test_words_that_find_no_place_on_the_disk_are_tried_again(
    tab: FactsTab, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise CaseFileError("The disk is full.", "Make room on it.")

    add(desk.session.file, Case(id="other"))
    press(tab, CLOSED, Act.CHANGE)
    fact_form(tab).fields["text"].type_words("Closed unheard.")
    with monkeypatch.context() as patched:
        patched.setattr(desk.session.file, "edit", full)
        patched.setattr(desk.session.file, "keep_draft", full)
        tab.load("other")
        assert tab.form is None
    desk.session.settle()
    assert kept(desk, CLOSED).text == "Closed unheard."


def test_no_more_than_a_dozen_facts_open_by_themselves(tab: FactsTab, desk: Desk) -> None:
    add(desk.session.file, *(claim(f"Something was said for the {number}th time.", number) for number in range(10, 24)))
    tab.load(CASE.id)
    assert sum(isinstance(found, OpenFact) for found in tab.facts.rows.values()) == 12


def test_the_focus_stays_in_the_form_while_many_rows_are_made_anew(tab: FactsTab, desk: Desk) -> None:
    press(tab, CLOSED, Act.CHANGE)
    editor = fact_form(tab).fields["text"].editor
    added = [claim(f"Number {number}.", number) for number in range(30, 40)]
    desk.session.edit("Add facts", lambda write: write.add_all(added))
    assert editor.hasFocus()
