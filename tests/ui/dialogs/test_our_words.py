# SPDX-License-Identifier: GPL-3.0-or-later
"""The words the spell check lets pass, looked through and marked again."""

import pytest
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.own_word import OwnWord
from amnesty_desktop.edits import own_words
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.our_words import OurWords


@pytest.fixture
def words(qtbot: QtBot, desk: Desk) -> OurWords:
    """A file with one word of its own."""
    desk.session.edit("Add", lambda write: own_words.add(write, "Quiñónez", "en"))
    made = OurWords(desk, None)
    qtbot.addWidget(made)
    made.show()
    return made


def kept(desk: Desk) -> set[tuple[str, str]]:
    return {(each.word, each.language) for each in desk.session.file.all(OwnWord)}


def test_a_word_is_shown_with_its_language(words: OurWords) -> None:
    line = words.list.chosen
    assert line is not None
    assert (line.words, line.trailing) == ("Quiñónez", "English")


def test_a_word_that_is_taken_away_is_marked_again_and_can_be_brought_back(words: OurWords, desk: Desk) -> None:
    words.take.click()
    assert kept(desk) == set()
    assert words.empty.isVisible()
    desk.session.undo()
    assert kept(desk) == {("Quiñónez", "en")}
    assert words.list.count() == 1


def test_a_word_is_added_for_one_language_or_for_all(words: OurWords, desk: Desk) -> None:
    words.word.setText("  Amnistía ")
    words.language.setCurrentIndex(words.language.findData("es"))
    words.add_word.click()
    assert ("Amnistía", "es") in kept(desk)
    assert words.word.text() == ""


def test_nothing_is_added_for_no_word(words: OurWords, desk: Desk) -> None:
    words.add_word.click()
    assert len(kept(desk)) == 1
