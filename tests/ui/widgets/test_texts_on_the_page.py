# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs, lines, heads, empty lists and buttons."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.theme import Role, Use
from amnesty_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from amnesty_desktop.ui.widgets.empty_state import EmptyState
from amnesty_desktop.ui.widgets.paragraph import OneLine, Paragraph, Run
from amnesty_desktop.ui.widgets.section_head import SectionHead

LONG = "Both reports go back to the same radio interview, so they count as one; a second one would verify this."


@pytest.fixture
def paragraph(look: Look, qtbot: QtBot) -> Paragraph:
    found = Paragraph(look, LONG)
    qtbot.addWidget(found)
    return found


def test_a_paragraph_gets_higher_as_it_gets_narrower(paragraph: Paragraph) -> None:
    assert paragraph.heightForWidth(200) > paragraph.heightForWidth(400) > paragraph.heightForWidth(2000)


def test_a_paragraph_grows_with_the_text_size(paragraph: Paragraph, look: Look) -> None:
    before = paragraph.heightForWidth(10_000)
    look.set_text_size(200)
    assert paragraph.heightForWidth(10_000) == 2 * before


def test_a_paragraph_is_never_taken_for_markup(paragraph: Paragraph) -> None:
    paragraph.setText("<b>Lin</b> &amp; others")
    assert paragraph.text() == "<b>Lin</b> &amp; others"
    assert paragraph.textFormat() is Qt.TextFormat.PlainText


def test_stretches_of_a_paragraph_read_as_one_sentence(paragraph: Paragraph) -> None:
    paragraph.set_runs(Run("Verified. ", Role.GREEN, strong=True), Run("Two sources say so."))
    assert paragraph.text() == "Verified. Two sources say so."


def test_a_stretch_is_painted_in_its_colour(paragraph: Paragraph, look: Look) -> None:
    paragraph.set_runs(Run("██", Role.GREEN), Run("██", Role.RED))
    paragraph.resize(200, 24)
    image = paragraph.grab().toImage()
    seen = {image.pixelColor(x, 12).name() for x in range(200)}
    assert {look.color(Role.GREEN).name(), look.color(Role.RED).name()} <= seen


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=20), max_size=4))
def test_any_text_can_be_laid_out_and_painted(paragraph: Paragraph, texts: list[str]) -> None:
    paragraph.set_runs(*(Run(text, strong=True) for text in texts))
    paragraph.resize(120, max(paragraph.heightForWidth(120), 1))
    assert not paragraph.grab().isNull()


def test_a_line_that_is_cut_can_be_read_in_full(look: Look, qtbot: QtBot) -> None:
    line = OneLine(look, "Maribel <i>Quiñónez</i> Tábora", Use.TITLE)
    qtbot.addWidget(line)
    line.resize(60, 30)
    line.show()
    assert "Maribel &lt;i&gt;Quiñónez&lt;/i&gt; Tábora" in line.toolTip()


def test_a_line_with_room_has_no_tool_tip(look: Look, qtbot: QtBot) -> None:
    line = OneLine(look, "Lin")
    qtbot.addWidget(line)
    line.resize(200, 30)
    line.show()
    assert line.toolTip() == ""


def test_a_line_changes_its_colour_with_the_theme(look: Look, qtbot: QtBot) -> None:
    line = OneLine(look, "Lin", role=Role.SECONDARY)
    qtbot.addWidget(line)
    line.set_role(Role.RED)
    assert line.palette().windowText().color() == look.color(Role.RED)


def test_a_head_counts_what_is_below_it(look: Look, qtbot: QtBot) -> None:
    head = SectionHead(look, "Appeal by", count=5)
    qtbot.addWidget(head)
    assert head.accessibleName() == "Appeal by 5"
    head.set_count(None)
    assert head.accessibleName() == "Appeal by"


def test_a_head_has_a_button_only_where_it_has_a_word(look: Look, qtbot: QtBot) -> None:
    plain, busy = SectionHead(look, "Story"), SectionHead(look, "Story", button="Add")
    for head in (plain, busy):
        qtbot.addWidget(head)
    assert plain.button is None
    assert busy.button is not None


def test_an_empty_list_invites(look: Look, qtbot: QtBot) -> None:
    state = EmptyState(look, "No letters yet.", "Write the first one")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.button_pressed):
        state.button.click()


def test_an_empty_list_without_a_next_step_has_no_button(look: Look, qtbot: QtBot) -> None:
    state = EmptyState(look)
    qtbot.addWidget(state)
    state.say("Nothing is due.")
    assert state.button.isHidden()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_buttons_are_as_high_as_the_text_size_says(look: Look, qtbot: QtBot, size: int) -> None:
    look.set_text_size(size)
    heights = []
    for button in (PrimaryButton(look, "Write"), QuietButton(look, "Add"), QuietButton(look, "Add", small=True)):
        qtbot.addWidget(button)
        button.ensurePolished()
        heights.append(button.sizeHint().height())
    assert heights == pytest.approx([32 * size / 100, 32 * size / 100, 26 * size / 100], abs=2)


def test_enter_presses_the_button_with_the_focus(look: Look, qtbot: QtBot) -> None:
    button: QPushButton = LinkButton(look, "Open a file")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
