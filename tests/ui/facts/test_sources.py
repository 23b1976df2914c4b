# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources behind a fact: named, changed, turned round and taken away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from tests.ui.facts.five_facts import (
    AGAINST,
    CASE,
    CLOSED,
    FOLLOWED,
    GUARDED,
    PAPER,
    choose,
    facts_tab,
    kind,
    opened,
    press,
    source_form,
)

from amnesty_desktop.domain.claim import Support
from amnesty_desktop.domain.source import Source
from amnesty_desktop.domain.standing import StandingKind
from amnesty_desktop.ui.cases.fields import LineField
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.facts.fact_row import Act
from amnesty_desktop.ui.facts.facts_tab import FactsTab


@pytest.fixture
def tab(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> FactsTab:
    return facts_tab(desk, shown)


# -- sources


def test_adding_a_source_asks_two_things_first(tab: FactsTab) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    form = source_form(tab)
    assert form.fields["kind"].isVisible()
    assert form.findChild(QWidget, "comes_from").isVisible()  # type: ignore[union-attr]
    assert not form.fields["publisher"].isVisible()
    QTest.mouseClick(form.more_button, Qt.MouseButton.LeftButton)
    assert form.fields["publisher"].isVisible()


def test_a_second_source_that_stands_alone_verifies(tab: FactsTab, desk: Desk) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    form = source_form(tab)
    form.fields["kind"].type_words("Visit on the spot")
    form.comes_from.type_words("No, it saw, heard or found out itself")
    title = form.fields["title"]
    assert isinstance(title, LineField)
    QTest.keyClicks(title.line, "Her lawyer, at the police post")
    QTest.keyClick(title.line, Qt.Key.Key_Return)
    assert kind(tab, CLOSED) is StandingKind.VERIFIED
    assert desk.session.file.undo_label == "Add source"


def test_a_source_that_comes_from_the_other_does_not_verify(tab: FactsTab) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    form = source_form(tab)
    form.fields["title"].type_words("Radio news")
    form.comes_from.type_words("Yes, from: Newspaper or broadcast, Diario del Valle")
    form.done()
    assert kind(tab, CLOSED) is StandingKind.ONE_SHORT
    how = [source.how for source in tab.shown(CLOSED.id).sources]
    assert "Diario del Valle" in how[-1]


def test_a_source_may_come_from_something_that_is_no_source(tab: FactsTab, desk: Desk) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    form = source_form(tab)
    assert form.fields["origin"].isHidden()
    form.comes_from.type_words("Yes, from something else")
    assert not form.fields["origin"].isHidden()
    form.fields["origin"].type_words("radio interview of 22 October")
    form.done()
    added = desk.session.file.all(Source, case_id=CASE.id)[-1]
    assert (added.origin, added.origin_known) == ("radio interview of 22 October", True)


def test_a_source_of_the_case_can_be_named_for_another_fact(tab: FactsTab, desk: Desk) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    form = source_form(tab)
    form.which.type_words("A neighbour, sworn")
    assert not form.fields["title"].isVisible()
    form.done()
    assert kind(tab, CLOSED) is StandingKind.VERIFIED
    assert desk.session.file.count(Source, case_id=CASE.id) == 5


def test_amnestys_own_research_is_not_asked_where_it_comes_from(tab: FactsTab) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    form = source_form(tab)
    form.fields["kind"].type_words("Amnesty’s research")
    assert not form.comes_from.isVisible()
    form.fields["title"].type_words("Update to the sheet")
    form.done()
    assert tab.shown(CLOSED.id).fact.standing.by_secretariat


def test_nothing_typed_adds_no_source(tab: FactsTab, desk: Desk) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    source_form(tab).leave()
    assert desk.session.file.count(Source, case_id=CASE.id) == 5


def test_enter_on_a_source_changes_it_and_what_it_does(tab: FactsTab, desk: Desk) -> None:
    line = opened(tab, CLOSED).sources.lines[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    form = source_form(tab)
    form.note.type_words("own reporter")
    form.fields["publisher"].type_words("Diario del Valle Alto")
    form.done()
    shown = tab.shown(CLOSED.id).sources[0]
    assert (shown.how, shown.publisher) == ("own reporter", "Diario del Valle Alto")
    assert desk.session.file.undo_label == "Change source"


def test_changing_only_what_a_source_says_keeps_the_source(tab: FactsTab, desk: Desk) -> None:
    tab.change_source(CLOSED.id, tab.shown(CLOSED.id).sources[0].support_id)
    form = source_form(tab)
    says = form.findChild(QWidget, "says")
    assert says is not None
    form.says.type_words("says otherwise")
    form.done()
    assert kind(tab, CLOSED) is StandingKind.DISPUTED
    assert desk.session.file.get(Source, PAPER.id) == PAPER


def test_delete_takes_a_source_away_from_the_fact_alone(tab: FactsTab, desk: Desk) -> None:
    told: list[str] = []
    desk.wishes.told.connect(lambda sentence, _: told.append(sentence))
    line = opened(tab, CLOSED).sources.lines[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert tab.shown(CLOSED.id).sources == ()
    assert kind(tab, FOLLOWED) is StandingKind.VERIFIED
    assert told == ["The source no longer stands under this fact."]


def test_deciding_a_dispute_takes_the_contradiction_away(tab: FactsTab) -> None:
    choose(tab.acts.decide_menu(GUARDED.id), "It is true")
    assert kind(tab, GUARDED) is StandingKind.ONE_SHORT


def test_a_source_can_be_turned_to_say_otherwise(tab: FactsTab) -> None:
    support_id = tab.shown(CLOSED.id).sources[0].support_id
    choose(tab.acts.source_menu(CLOSED.id, support_id), "It says otherwise")
    assert kind(tab, CLOSED) is StandingKind.DISPUTED


def test_withdrawing_a_source_elsewhere_takes_its_form_away(tab: FactsTab, desk: Desk) -> None:
    tab.change_source(GUARDED.id, AGAINST.id)
    desk.session.edit("Take the source away", lambda write: write.bury(Support, AGAINST.id))
    assert tab.form is None


def test_a_new_source_is_kept_as_a_draft_with_what_it_says(tab: FactsTab, desk: Desk) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    form = source_form(tab)
    form.fields["title"].type_words("Her lawyer")
    desk.session.keep_all()
    draft = desk.session.file.find_draft(f"source:{form.record.id}")
    assert draft is not None
    assert [table for table, _ in draft.value["rows"]] == ["sources", "supports"]


def test_every_control_has_a_name(tab: FactsTab) -> None:
    press(tab, CLOSED, Act.ADD_SOURCE)
    source_form(tab).unfold()
    controls = [w for w in tab.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())] == []
