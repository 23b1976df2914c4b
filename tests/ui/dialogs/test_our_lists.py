# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of our lists: words added, renamed, put in order, hidden and merged."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case

from amnesty_desktop.domain.case import Concern, ConcernList
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.domain.own_term import OwnTerm, TermList
from amnesty_desktop.ui.cases.fields import LineField
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.our_lists import OurLists


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> OurLists:
    of = case()
    add(desk.session.file, of, Concern(case_id=of.id, part=ConcernList.RISK, term="safety"))
    made = OurLists(desk, None)
    qtbot.addWidget(made)
    made.open()
    return made


def stand_at(dialog: OurLists, code: str) -> None:
    codes = [dialog.list.item(row).data(Qt.ItemDataRole.UserRole).value.code for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(codes.index(code))


def rename(dialog: OurLists, words: str) -> None:
    field = cast(LineField, dialog.form.fields["label"])
    field.line.selectAll()
    QTest.keyClicks(field.line, words)


def told(dialog: OurLists) -> str:
    return dialog._told.text()


def test_each_word_says_how_many_records_use_it(dialog: OurLists) -> None:
    line = dialog.list.chosen
    assert line is not None
    assert (line.words, line.trailing) == ("fear for safety", "1 record")


def test_a_word_is_added_with_enter_and_stands_in_the_list(dialog: OurLists, desk: Desk) -> None:
    QTest.keyClicks(dialog.word, "fear of a raid")
    QTest.keyClick(dialog.word, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    assert dialog.chosen.label == "fear of a raid"
    assert not dialog.word.text()
    assert "fear of a raid" in [term.label for term in desk.session.vocabulary.offered(TermList.RISK)]


def test_an_added_outcome_says_whether_it_is_better_or_worse(dialog: OurLists, desk: Desk) -> None:
    dialog.part.setCurrentIndex(2)
    dialog.ways.choose(Direction.WORSE)
    QTest.keyClicks(dialog.word, "house searched")
    dialog.add_word.click()
    assert desk.session.vocabulary.outcomes_of(Direction.WORSE)[-2].label == "house searched"


def test_a_word_that_is_there_already_gets_its_sentence_and_stays_typed(dialog: OurLists) -> None:
    QTest.keyClicks(dialog.word, "Death Threats")
    QTest.keyClick(dialog.word, Qt.Key.Key_Return)
    assert dialog._word_field.problem is not None
    assert dialog.word.text() == "Death Threats"


def test_a_new_name_is_kept_on_leaving_and_can_be_undone(dialog: OurLists, desk: Desk) -> None:
    rename(dialog, "safety in danger")
    dialog.reject()
    assert desk.session.vocabulary.label("safety") == "safety in danger"
    desk.session.undo()
    assert desk.session.vocabulary.label("safety") == "fear for safety"


def test_a_name_another_word_has_is_no_edit(dialog: OurLists, desk: Desk) -> None:
    rename(dialog, "fear of torture")
    dialog.reject()
    assert desk.session.vocabulary.label("safety") == "fear for safety"


def test_hiding_a_word_in_use_says_how_many_records_keep_it(dialog: OurLists, desk: Desk) -> None:
    dialog.hide_word.click()
    assert told(dialog) == "“fear for safety” is hidden and not offered any more. 1 record keeps it."
    assert dialog.hide_word.text() == "Show again"
    dialog.hide_word.click()
    assert "safety" in [term.code for term in desk.session.vocabulary.offered(TermList.RISK)]


def test_a_word_moves_and_keeps_the_place_of_the_hand(dialog: OurLists) -> None:
    dialog.down.click()
    assert dialog.list.currentRow() == 1
    assert dialog.chosen is not None
    assert dialog.chosen.code == "safety"


def test_merging_says_what_the_word_means_from_now_on(dialog: OurLists, desk: Desk) -> None:
    assert dialog.chosen is not None
    menu = dialog.merge_menu(dialog.chosen)
    next(action for action in menu.actions() if action.text() == "reprisals against family or colleagues").trigger()
    assert told(dialog).startswith("“fear for safety” now means “reprisals against family or colleagues”. 1 record")
    assert desk.session.vocabulary.label("safety") == "reprisals against family or colleagues"
    assert dialog.merge.text() == "Part again"


def test_a_word_a_rule_rests_on_says_why_it_stays_apart(dialog: OurLists) -> None:
    dialog.part.setCurrentIndex(2)
    stand_at(dialog, "released")
    dialog.merge.click()
    assert "has a meaning of its own" in told(dialog)


def test_a_term_changed_elsewhere_is_followed(dialog: OurLists, desk: Desk) -> None:
    own = OwnTerm(part=TermList.RISK, code="safety", label="danger")
    desk.session.edit("Elsewhere", lambda write: write.save(own))
    assert dialog.chosen is not None
    assert dialog.chosen.label == "danger"


def test_tab_goes_as_the_parts_stand(dialog: OurLists) -> None:
    wanted = ("part", "word", "add_word", "terms", "up", "down", "hide_word", "merge", "label", "articles", "asks")
    found: list[str] = []
    widget = cast(QWidget, dialog.findChild(QWidget, "part"))
    for _ in range(200):
        if widget.objectName() in wanted and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget.objectName())
        widget = cast(QWidget, widget.nextInFocusChain())
        if widget.objectName() == "part":
            break
    assert found == list(wanted)


def test_everything_in_it_has_a_spoken_name(dialog: OurLists) -> None:
    names = ("part", "terms", "word", "up", "down", "hide_word", "merge", "remove", "label", "articles", "asks")
    for name in names:
        found = dialog.findChild(QWidget, name)
        assert found is not None
        assert found.accessibleName(), name
