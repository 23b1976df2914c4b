# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside the paper: the facts, and the check."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.domain.letter_findings import NOTHING_FOUND, Finding, Mend, Rule
from amnesty_desktop.edits import export
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.check_pane import NOTHING_ELSE, CheckPane
from amnesty_desktop.ui.letters.facts_pane import FactLine, FactsPane, fact_lines
from amnesty_desktop.ui.letters.pasting import facts_in
from amnesty_desktop.ui.lights import Light
from amnesty_desktop.ui.look import Look

from .conftest import Scene

LINES = [
    FactLine("Not used"),
    FactLine("She was followed.", Light.VERIFIED, "", "a"),
    FactLine("Free her", Light.LATER, "", "ask:b"),
]


@pytest.fixture
def facts(qtbot: QtBot, look: Look) -> FactsPane:
    made = FactsPane(look)
    qtbot.addWidget(made)
    made.resize(230, 400)
    made.show_lines(LINES)
    return made


@pytest.fixture
def check(qtbot: QtBot, look: Look) -> CheckPane:
    made = CheckPane(look)
    qtbot.addWidget(made)
    made.resize(240, 500)
    return made


def finding(rule: Rule = Rule.ONE_SHORT, **fields: object) -> Finding:
    words = {"word": "One source short", "sentence": "Only one source.", "why": "It may be wrong."}
    return Finding(rule=rule, **words | fields)  # type: ignore[arg-type]


def test_facts_are_sorted_by_whether_they_are_in_the_letter(desk: Desk, scene: Scene, letter: Letter) -> None:
    add(desk.session.file, replace(desk.session.file.get(Case, scene.case_id), please_mind="Not her street."))
    lines = fact_lines(export.check_material(desk.session.file, letter, desk.session.today()), letter)
    heads = [line.text for line in lines if line.light is None]
    assert heads == ["Please mind", "In the letter", "Not used", "What the sheet asks"]
    keys = [line.key for line in lines]
    assert keys.index(scene.led.id) < lines.index(FactLine("Not used")) < keys.index(scene.closed.id)


def test_a_fact_that_needs_care_says_so_and_a_request_in_the_letter_is_ticked(
    desk: Desk, scene: Scene, letter: Letter
) -> None:
    lines = fact_lines(export.check_material(desk.session.file, letter, desk.session.today()), letter)
    closed = next(line for line in lines if line.key == scene.closed.id)
    assert (closed.light, closed.note) == (Light.ONE_SHORT, "one source short")
    assert {line.light for line in lines if line.key.startswith("ask:")} == {Light.DONE}


def test_enter_and_double_click_choose_a_fact_and_heads_cannot_be_chosen(facts: FactsPane, qtbot: QtBot) -> None:
    told: list[str] = []
    facts.chosen.connect(told.append)
    facts.select("a")
    QTest.keyClick(facts, Qt.Key.Key_Return)
    facts.itemDoubleClicked.emit(facts.item(2))
    facts.setCurrentItem(facts.item(0), QItemSelectionModel.SelectionFlag.NoUpdate)
    QTest.keyClick(facts, Qt.Key.Key_Return)
    assert told == ["a", "ask:b"]


def test_dragging_carries_the_keys(facts: FactsPane) -> None:
    assert facts_in(facts.mimeData([facts.item(1), facts.item(2)])) == ["a", "ask:b"]


def test_the_row_one_is_on_stays_when_the_facts_move(facts: FactsPane) -> None:
    facts.select("a")
    facts.show_lines([FactLine("In the letter"), LINES[1], FactLine("Not used"), LINES[2]])
    assert facts.current_key == "a"


def test_a_long_fact_takes_three_lines_at_most(facts: FactsPane) -> None:
    facts.show_lines([FactLine("short", Light.VERIFIED, "", "a"), FactLine("word " * 200, Light.VERIFIED, "", "b")])
    first, second = (facts.sizeHintForRow(row) for row in (0, 1))
    assert first < second < first * 3


def test_the_check_never_approves(check: CheckPane) -> None:
    assert (check.title, check.end) == ("Nothing found", NOTHING_FOUND)
    check.show_findings([finding()])
    assert (check.title, check.end) == ("1 thing to look at", NOTHING_ELSE)


def test_each_finding_offers_its_mends_and_only_a_warning_can_be_left(check: CheckPane) -> None:
    check.show_findings([finding(mends=(Mend.TAKE_OUT, Mend.SHOW_FACT)), finding(Rule.GAP, blocks=True)])
    assert [list(block.buttons) for block in check.blocks] == [["Take it out", "Show fact", "Leave it"], []]


def test_pressing_a_mend_tells_which(check: CheckPane, qtbot: QtBot) -> None:
    found = finding(mends=(Mend.TAKE_OUT,))
    check.show_findings([found])
    with qtbot.waitSignal(check.mend_requested) as told:
        check.blocks[0].buttons["Take it out"].click()
    assert told.args == [found, Mend.TAKE_OUT]


def test_a_block_that_is_still_there_stays_the_same_widget(check: CheckPane) -> None:
    stays, goes = finding(), finding(Rule.COPY, sentence="No copy.")
    check.show_findings([goes, stays])
    block = check.blocks[1]
    check.show_findings([stays])
    assert check.blocks == [block]


def test_two_equal_findings_are_both_shown(check: CheckPane) -> None:
    check.show_findings([finding(), finding()])
    assert len(check.blocks) == 2
