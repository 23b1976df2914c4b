# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of a case: how firmly each stands, who says so, and what can be done about it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from tests.support.builders import add, case, person

from amnesty_desktop.domain.case import Case, Confidentiality
from amnesty_desktop.domain.claim import Claim, Says, Stated, Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.domain.standing import StandingKind
from amnesty_desktop.ui.cases.fact_form import FactForm, OvertakenForm
from amnesty_desktop.ui.cases.fact_row import Act, FactLine, FactRow, OpenFact
from amnesty_desktop.ui.cases.facts_tab import FactsTab
from amnesty_desktop.ui.cases.fields import BlockField, ChoiceField, LineField
from amnesty_desktop.ui.cases.source_form import SourceForm
from amnesty_desktop.ui.desk import Desk

CASE = case(country="HN", reference="UA 112/26")
MARIBEL = person(CASE, "Maribel Quiñónez")
WITNESS = Source(case_id=CASE.id, kind=SourceKind.WITNESS, title="A neighbour, sworn", origin_known=True)
PAPER = Source(case_id=CASE.id, kind=SourceKind.NEWSPAPER, publisher="Diario del Valle", origin_known=True)
SHEET = Source(case_id=CASE.id, kind=SourceKind.SECRETARIAT, title="Sheet", ai_index="AMR 37/4127/2026")
SISTER = Source(case_id=CASE.id, kind=SourceKind.FAMILY_LETTER, title="Her sister", origin_known=True)
RUMOUR = Source(case_id=CASE.id, kind=SourceKind.OTHER, publisher="El Eco")


def claim(text: str, position: int, **fields: object) -> Claim:
    values = {"case_id": CASE.id, "person_id": MARIBEL.id, "text": text, "position": position} | fields
    return Claim(**values)  # type: ignore[arg-type]


FOLLOWED = claim("Two men followed her home.", 0)
CLOSED = claim("The police closed her complaint.", 1)
GUARDED = claim("Officers guard her house.", 2)
LEADS = claim("She has led the radio since 2019.", 3)
AWAY = claim("She stays with relatives.", 4, overtaken_on=PartialDate("2026-11-12"))


def by(fact: Claim, source: Source, says: Says = Says.SUPPORTS, note: str = "") -> Support:
    return Support(case_id=CASE.id, claim_id=fact.id, source_id=source.id, says=says, note=note)


AGAINST = by(GUARDED, SISTER, Says.CONTRADICTS, "nobody has come")


@pytest.fixture
def tab(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> FactsTab:
    """The tab over five facts: one verified, one short of a source, one disputed, one of Amnesty's, one overtaken."""
    facts = (FOLLOWED, CLOSED, GUARDED, LEADS, AWAY)
    says = (by(FOLLOWED, WITNESS), by(FOLLOWED, PAPER), by(CLOSED, PAPER), by(GUARDED, WITNESS), AGAINST)
    sources = (WITNESS, PAPER, SHEET, SISTER, RUMOUR)
    add(desk.session.file, CASE, MARIBEL, *sources, *facts, *says, by(LEADS, SHEET))
    made = FactsTab(desk)
    shown(made)
    made.load(CASE.id)
    QApplication.processEvents()
    return made


def row(tab: FactsTab, fact: Claim) -> FactRow:
    return tab.facts.rows[fact.id]


def opened(tab: FactsTab, fact: Claim) -> OpenFact:
    found = row(tab, fact)
    assert isinstance(found, OpenFact)
    return found


def settled(tab: FactsTab, fact: Claim) -> FactLine:
    found = row(tab, fact)
    assert isinstance(found, FactLine)
    return found


def fact_form(tab: FactsTab) -> FactForm:
    assert isinstance(tab.form, FactForm)
    return tab.form


def source_form(tab: FactsTab) -> SourceForm:
    assert isinstance(tab.form, SourceForm)
    return tab.form


def press(tab: FactsTab, fact: Claim, act: Act) -> None:
    QTest.mouseClick(opened(tab, fact).buttons[act], Qt.MouseButton.LeftButton)


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().replace("&", "").startswith(words)).trigger()


def kind(tab: FactsTab, fact: Claim) -> StandingKind:
    return tab.shown(fact.id).fact.standing.kind


def kept(desk: Desk, fact: Claim) -> Claim:
    return desk.session.file.get(Claim, fact.id)


# -- reading


def test_the_head_counts_the_facts_by_how_they_stand(tab: FactsTab) -> None:
    assert tab.title.text() == "5 facts   2 verified, 1 one source short, 1 disputed, 1 no longer true"
    assert tab.count() == 5


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
    assert told == ["“Newspaper or broadcast, Diario del Valle” no longer stands under this fact."]


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


def test_choices_are_offered_for_who_it_is_about(tab: FactsTab) -> None:
    tab.begin()
    whom = fact_form(tab).fields["person_id"]
    assert isinstance(whom, ChoiceField)
    assert [whom.box.itemText(i) for i in range(whom.box.count())] == ["everybody, or nobody", "Maribel Quiñónez"]
