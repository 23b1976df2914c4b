# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources that are withdrawn, contradictions that are set aside, and what the form of a source refuses to guess."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from tests.ui.facts.five_facts import (
    AGAINST,
    CASE,
    FOLLOWED,
    GUARDED,
    PAPER,
    WITNESS,
    choose,
    facts_tab,
    kind,
    source_form,
)

from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.claim import Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.source import Connection, Reliability, Source
from amnesty_desktop.domain.standing import StandingKind
from amnesty_desktop.ui.cases.fields import ChoiceField, LineField
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.facts.facts_tab import FactsTab
from amnesty_desktop.ui.facts.source_line import SourceLine


@pytest.fixture
def tab(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> FactsTab:
    return facts_tab(desk, shown)


def support(tab: FactsTab, source: Source) -> str:
    return next(each.support_id for each in tab.shown(FOLLOWED.id).sources if each.source_id == source.id)


def withdraw(tab: FactsTab) -> None:
    choose(tab.acts.source_menu(FOLLOWED.id, support(tab, PAPER)), "It was withdrawn")


def test_a_fact_falls_back_when_a_source_is_withdrawn_and_stands_again_with_it(tab: FactsTab, desk: Desk) -> None:
    withdraw(tab)
    assert kind(tab, FOLLOWED) is StandingKind.ONE_SHORT
    choose(tab.acts.source_menu(FOLLOWED.id, support(tab, PAPER)), "It stands again")
    assert kind(tab, FOLLOWED) is StandingKind.VERIFIED
    assert desk.session.file.get(Source, PAPER.id).withdrawn_on is None


def test_why_a_source_was_withdrawn_is_written_in_its_place_and_shown(tab: FactsTab, desk: Desk) -> None:
    withdraw(tab)
    assert tab.form is not None
    why = cast(LineField, tab.form.fields["withdrawn_why"])
    QTest.keyClicks(why.line, "the paper printed a correction")
    QTest.keyClick(why.line, Qt.Key.Key_Return)
    lines = tab.facts.rows[FOLLOWED.id].findChildren(SourceLine)
    line = next(each for each in lines if each.source.source_id == PAPER.id)
    assert "Withdrawn 23 Nov 2026: the paper printed a correction." in line.accessibleName()


def test_withdrawing_a_source_can_be_undone(tab: FactsTab, desk: Desk) -> None:
    withdraw(tab)
    tab.leave()
    desk.session.undo()
    assert kind(tab, FOLLOWED) is StandingKind.VERIFIED


def test_a_dispute_is_decided_by_somebody_before_everybodys_eyes(tab: FactsTab, desk: Desk) -> None:
    choose(tab.acts.decide_menu(GUARDED.id), "It is true: set “Her sister” aside")
    kept = desk.session.file.get(Support, AGAINST.id)
    assert (kept.set_aside_by, kept.set_aside_on) == ("Ana", PartialDate("2026-11-23"))
    assert tab.shown(GUARDED.id).fact.standing.kind is StandingKind.ONE_SHORT
    said = next(each for each in tab.shown(GUARDED.id).sources if each.is_contradiction)
    assert said.decided == "set aside by \u2068Ana\u2069, 23 Nov 2026"


def test_a_decision_can_be_taken_back(tab: FactsTab) -> None:
    choose(tab.acts.decide_menu(GUARDED.id), "It is true")
    tab.leave()
    choose(tab.acts.source_menu(GUARDED.id, AGAINST.id), "Let it count again")
    assert kind(tab, GUARDED) is StandingKind.DISPUTED


def test_sources_that_lead_back_to_each_other_are_told_beside_the_question(tab: FactsTab, desk: Desk) -> None:
    tab.change_source(FOLLOWED.id, support(tab, PAPER))
    source_form(tab).comes_from.type_words("Yes, from: A neighbour, sworn")
    tab.leave()
    tab.change_source(FOLLOWED.id, support(tab, WITNESS))
    form = source_form(tab)
    form.comes_from.type_words("Yes, from: Newspaper or broadcast, Diario del Valle")
    assert form.comes_from.problem is not None
    assert "only lead back to each other" in form.comes_from.problem.message


def test_the_folded_fields_of_a_source_are_kept(tab: FactsTab, desk: Desk) -> None:
    file = Attachment(case_id=CASE.id, name="cutting.pdf", media_type="application/pdf", digest="d", size=3)
    desk.session.edit("Keep", lambda write: write.save(file))
    tab.change_source(FOLLOWED.id, support(tab, PAPER))
    form = source_form(tab)
    QTest.mouseClick(form.more_button, Qt.MouseButton.LeftButton)
    for name, words in (("reliability", "probably unreliable"), ("connection", "reporter")):
        cast(ChoiceField, form.fields[name]).type_words(words)
    form.fields["attachment_id"].type_words("cutting.pdf")
    form.fields["language"].type_words("Spanish")
    form.done()
    kept = desk.session.file.get(Source, PAPER.id)
    assert (kept.reliability, kept.connection) == (Reliability.PROBABLY_UNRELIABLE, Connection.REPORTER)
    assert (kept.attachment_id, kept.language) == (file.id, "Spanish")
    assert tab.shown(FOLLOWED.id).sources[1].trust == "probably unreliable"


def test_every_field_of_a_source_has_a_name_that_is_spoken(tab: FactsTab) -> None:
    tab.change_source(FOLLOWED.id, support(tab, PAPER))
    form = source_form(tab)
    assert all(field.editor.accessibleName() for field in form.fields.values())


def test_a_source_with_endless_words_stays_a_line(tab: FactsTab, desk: Desk) -> None:
    endless = replace(PAPER, title="word " * 2_000, publisher="x" * 10_000)
    desk.session.edit("Elsewhere", lambda write: write.save(endless))
    said = next(each for each in tab.shown(FOLLOWED.id).sources if each.source_id == PAPER.id)
    assert len(said.name) < 400
