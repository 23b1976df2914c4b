# SPDX-License-Identifier: GPL-3.0-or-later
"""Who changed what in a case, in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.support.builders import add, letter
from tests.ui.cases.conftest import Cases

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.assessment import Assessment, Ground
from amnesty_desktop.domain.case import Ask, Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import LetterState
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.edits import cases as case_edits
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.ui.cases.history_tab import HistoryTab
from amnesty_desktop.ui.cases.history_words import entry_sentences
from amnesty_desktop.ui.cases.view import CasesView
from amnesty_desktop.ui.desk import Desk

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def file(desk: Desk, cases: Cases) -> CaseFile:
    return desk.session.file


def save(file: CaseFile, *values: Any, label: str = "Change the case") -> None:
    add(file, *values, label=label)


def last(file: CaseFile, case: Case) -> Sequence[str]:
    return entry_sentences(file, file.history_of_case(case.id)[0])


def test_a_changed_date_says_from_what_to_what(file: CaseFile, cases: Cases) -> None:
    save(file, replace(cases.soon, appeal_by=PartialDate("2026-12-03")))
    assert last(file, cases.soon) == ["Changed appeal by from 26 November 2026 to 3 December 2026."]


def test_a_country_is_named(file: CaseFile, cases: Cases) -> None:
    save(file, replace(cases.soon, country="MX"))
    assert last(file, cases.soon) == ["Changed the country from Guatemala to Mexico."]


def test_what_was_empty_is_set_and_what_is_emptied_says_what_it_was(file: CaseFile, cases: Cases) -> None:
    save(file, replace(cases.soon, next_step="Call the section", please_mind=""))
    assert set(last(file, cases.soon)) == {
        "Set the next step to “Call the section”.",
        "Emptied what to mind, which was “Do not name the village.”.",
    }


def test_a_long_text_is_rewritten(file: CaseFile, cases: Cases) -> None:
    save(file, replace(cases.soon, situation="Word " * 40))
    assert last(file, cases.soon) == ["Rewrote the situation."]


def test_the_owner_is_given_by_name(file: CaseFile, cases: Cases) -> None:
    ana = Member(name="Ana Brandt")
    save(file, ana)
    save(file, replace(cases.soon, owner_id=ana.id))
    assert last(file, cases.soon) == ["Set the owner to Ana Brandt."]


def test_closing_and_reopening(file: CaseFile, cases: Cases, desk: Desk) -> None:
    file.edit("Close the case", partial(case_edits.close, case_id=cases.soon.id, on=desk.session.today()))
    assert "Changed the status from open to closed." in last(file, cases.soon)


def test_what_was_added_is_named(file: CaseFile, cases: Cases) -> None:
    save(file, Addressee(case_id=cases.soon.id, office="Attorney General"))
    assert last(file, cases.soon) == ["Added an addressee: Attorney General."]


def test_a_letter_changes_its_state(file: CaseFile, cases: Cases) -> None:
    written = letter(cases.soon, subject="Protect her")
    save(file, written)
    save(file, replace(written, state=LetterState.READY))
    assert last(file, cases.soon) == ["Changed the state of “Protect her” from Draft to Ready."]


def test_asks_taken_away_and_things_in_the_bin(file: CaseFile, cases: Cases) -> None:
    ask = file.all(Ask, case_id=cases.soon.id)[0]
    file.edit("x", lambda write: write.bury(Ask, ask.id))
    assert last(file, cases.soon) == ["Took away what we ask."]
    person = file.all(Person, case_id=cases.soon.id)[0]
    file.edit("x", lambda write: bin_edits.put(write, [person], NOW))
    assert last(file, cases.soon) == ["Put a person: Candelaria Ixcoy into the bin."]


def test_a_withheld_name_and_the_name_of_a_source_are_not_given(file: CaseFile, cases: Cases) -> None:
    save(file, Person(case_id=cases.soon.id, name="Secret Name", withheld=True))
    assert last(file, cases.soon) == ["Added a person: Name withheld."]
    save(file, Source(case_id=cases.soon.id, title="Her cousin"))
    assert last(file, cases.soon) == ["Added a source."]


def test_no_change_of_a_withheld_name_is_quoted(file: CaseFile, cases: Cases) -> None:
    secret = Person(case_id=cases.soon.id, name="Secret Name", withheld=True)
    save(file, secret)
    save(file, replace(secret, name="Other Name", prisoner_number="417"))
    assert not any("Secret" in each or "Other" in each or "417" in each for each in last(file, cases.soon))


def test_what_was_found_about_a_person_is_told_without_the_source(file: CaseFile, cases: Cases) -> None:
    person = file.all(Person, case_id=cases.soon.id)[0]
    paper = Source(case_id=cases.soon.id, kind=SourceKind.SECRETARIAT, title="A paper nobody may name")
    found = Assessment(case_id=cases.soon.id, person_id=person.id)
    save(file, paper)
    save(file, found)
    assert last(file, cases.soon) == ["Added what Amnesty found: Candelaria Ixcoy."]
    save(file, replace(found, source_id=paper.id))
    assert last(file, cases.soon) == ["Set the source of “Candelaria Ixcoy” to Amnesty’s research."]
    save(file, Ground(case_id=cases.soon.id, person_id=person.id, term="religion"))
    assert last(file, cases.soon) == ["Added a ground: religion."]


def test_the_tab_shows_the_newest_first_and_says_what_was_taken_back(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.open_case(cases.soon.id, "history")
    tab = view.case._tab("history")
    assert isinstance(tab, HistoryTab)
    desk.session.edit("Change the case", lambda write: write.save(replace(cases.soon, country="MX")))
    desk.session.undo()
    tester = QAbstractItemModelTester(tab.model)
    assert tab.model.index(0, 0).data() == "Took back “Change the case”"
    assert tab.model.index(1, 0).data() == "Changed the country from Guatemala to Mexico."
    assert tab.model.index(1, 1).data() == "Ana"
    assert tester is not None


def test_the_strip_says_the_whole_of_a_step(view: CasesView, cases: Cases, desk: Desk) -> None:
    view.open_case(cases.soon.id, "history")
    tab = view.case._tab("history")
    assert isinstance(tab, HistoryTab)
    assert not tab._area.isVisible()
    tab.table.choose_next()
    assert tab._area.isVisible()
    assert "Added a person: Candelaria Ixcoy." in tab.whole.text()


def _tab(view: CasesView, cases: Cases) -> HistoryTab:
    view.open_case(cases.soon.id, "history")
    tab = view.case._tab("history")
    assert isinstance(tab, HistoryTab)
    tab.table.choose_next()
    return tab


def test_a_long_text_is_shown_before_and_after_with_the_difference_marked(
    file: CaseFile, view: CasesView, cases: Cases
) -> None:
    save(file, replace(cases.soon, situation=f"{cases.soon.situation} Then moved to the prison by the river."))
    (value,) = _tab(view, cases).changes.values
    assert value.words.text() == "Rewrote the situation."
    assert value.texts[0].text() == f"Before: {cases.soon.situation}"
    assert [run.text for run in value.texts[1].runs if run.strong] == [" Then moved to the prison by the river."]


def test_one_press_puts_an_earlier_value_back_and_undo_takes_it_away(
    file: CaseFile, view: CasesView, cases: Cases, desk: Desk, qtbot: QtBot
) -> None:
    save(file, replace(cases.soon, country="MX"))
    tab = _tab(view, cases)
    qtbot.mouseClick(tab.changes.values[0].put_back, Qt.MouseButton.LeftButton)
    assert file.get(Case, cases.soon.id).country == "GT"
    assert desk.session.file.undo_label == "Put back an earlier value"
    desk.session.undo()
    assert file.get(Case, cases.soon.id).country == "MX"


def test_a_value_that_stands_there_now_is_not_offered(file: CaseFile, view: CasesView, cases: Cases) -> None:
    save(file, replace(cases.soon, country="MX"))
    save(file, cases.soon)
    tab = _tab(view, cases)
    tab.table.choose_next()
    assert tab.changes.values[0].words.text() == "Changed the country from Guatemala to Mexico."
    assert tab.changes.values[0].put_back.isHidden()


def test_the_words_of_a_source_are_put_back_unseen(file: CaseFile, view: CasesView, cases: Cases) -> None:
    source = Source(case_id=cases.soon.id, title="Her cousin Lucero")
    save(file, source)
    save(file, replace(source, title="A cousin"))
    (value,) = _tab(view, cases).changes.values
    assert "ousin" not in value.words.text()
    assert value.texts == []
    assert not value.put_back.isHidden()
