# SPDX-License-Identifier: GPL-3.0-or-later
"""The writing desk: what is typed is kept, mended and taken back; nothing of one letter stands under another."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.case import Ask, Confidentiality
from amnesty_desktop.domain.claim import Claim
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Answer, Channel, Letter, LetterState
from amnesty_desktop.domain.letter_findings import Rule
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.edits import letters
from amnesty_desktop.store.recorder import Transaction
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.desk_page import DeskPage

from .conftest import Scene


@pytest.fixture
def page(desk: Desk, letter: Letter, shown: Callable[[QWidget], QMainWindow]) -> DeskPage:
    made = DeskPage(desk)
    shown(made).resize(1200, 780)
    made.open(letter.id)
    return made


def saved(desk: Desk, letter: Letter) -> Letter:
    return desk.session.file.get(Letter, letter.id)


def type_at_end(page: DeskPage, words: str) -> None:
    body = page.paper.sheet.body
    body.moveCursor(body.textCursor().MoveOperation.End)
    QTest.keyClicks(body, words)


def press(page: DeskPage, words: str, rule: Rule) -> None:
    block = next(block for block in page.check.blocks if block.finding.rule is rule)
    block.buttons[words].click()


def pick(page: DeskPage, name: str, value: str) -> None:
    combo = page.findChild(QComboBox, f"desk_{name}")
    assert combo is not None
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_opening_puts_the_caret_into_the_body(page: DeskPage) -> None:
    assert page.paper.sheet.body.hasFocus()
    assert page.bar.title.text() == "Letter for Maribel Quiñónez Tábora"
    assert "draft" in page.bar.meta.text()


def test_typing_is_kept_as_a_draft_and_becomes_one_edit_on_leaving(page: DeskPage, desk: Desk, letter: Letter) -> None:
    type_at_end(page, " With hope.")
    page.form._keeper.keep()
    assert desk.session.file.find_draft(f"letter:{letter.id}") is not None
    page.put_away()
    assert saved(desk, letter).body.text.endswith("With hope.")
    assert desk.session.file.undo_label == "Write the letter"
    assert desk.session.file.find_draft(f"letter:{letter.id}") is None


def test_opening_another_letter_never_mixes_the_two(page: DeskPage, desk: Desk, letter: Letter) -> None:
    other = replace(letter, id="another", subject="Another subject")
    add(desk.session.file, other)
    type_at_end(page, " Mine.")
    page.open(other.id)
    type_at_end(page, " Theirs.")
    page.put_away()
    assert saved(desk, letter).body.text.endswith("Mine.")
    assert saved(desk, other).body.text.endswith("Theirs.")


def test_reading_a_letter_changes_nothing(page: DeskPage, desk: Desk, letter: Letter) -> None:
    before = desk.session.file.undo_label
    page.put_away()
    assert desk.session.file.undo_label == before
    assert saved(desk, letter) == letter


def test_undo_brings_the_letter_on_the_desk_back_too(page: DeskPage, desk: Desk, letter: Letter) -> None:
    type_at_end(page, " With hope.")
    desk.session.undo()
    assert page.form.value().body == letter.body
    desk.session.redo()
    assert page.form.value().body.text.endswith("With hope.")


def test_undoing_the_letter_itself_leaves_the_desk(page: DeskPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.gone):
        desk.session.undo()
    assert page.letter is None


def test_text_undo_reaches_the_file_too(page: DeskPage, desk: Desk, letter: Letter) -> None:
    type_at_end(page, " With hope.")
    desk.session.settle()
    page.paper.sheet.body.undo()
    desk.session.settle()
    assert saved(desk, letter).body == letter.body


def test_ctrl_z_in_the_letter_reaches_the_windows_undo(page: DeskPage) -> None:
    asked: list[int] = []
    undo = QAction("Undo", page.window())
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(lambda: asked.append(1))
    page.window().addAction(undo)
    QTest.keyClick(page.paper.sheet.body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1]


def test_enter_on_a_fact_puts_it_into_the_letter_and_the_check_sees_it(
    page: DeskPage, scene: Scene, letter: Letter
) -> None:
    assert page.facts.select(scene.closed.id)
    QTest.keyClick(page.facts, Qt.Key.Key_Return)
    assert scene.closed.id in page.form.value().body.claims
    page.checking.look()
    assert [found.rule for found in page.checking.findings] == [Rule.ONE_SHORT]
    assert page.paper.sheet.body.extraSelections()


def test_take_it_out_removes_the_words_and_can_be_undone_by_name(page: DeskPage, desk: Desk, scene: Scene) -> None:
    page.form.put_in(scene.closed.id)
    page.checking.look()
    press(page, "Take it out", Rule.ONE_SHORT)
    assert scene.closed.id not in page.form.value().body.claims
    assert desk.session.file.undo_label == "Take words out of the letter"
    desk.session.undo()
    assert scene.closed.id in page.form.value().body.claims


def test_the_missing_copy_is_added_in_one_click(page: DeskPage, desk: Desk, letter: Letter) -> None:
    page.paper.sheet.parts["copies"].selectAll()
    QTest.keyClick(page.paper.sheet.parts["copies"], Qt.Key.Key_Delete)
    page.checking.look()
    press(page, "Add the copy", Rule.COPY)
    assert "Embassy of Honduras" in saved(desk, letter).copies


def test_what_is_left_is_not_asked_again_while_the_letter_is_open(page: DeskPage) -> None:
    page.paper.sheet.parts["subject"].change_text("")
    page.checking.look()
    press(page, "Leave it", Rule.SUBJECT)
    page.checking.look()
    assert Rule.SUBJECT not in [found.rule for found in page.checking.findings]


def test_a_fact_for_members_can_be_cleared_from_the_check(page: DeskPage, desk: Desk, scene: Scene) -> None:
    add(desk.session.file, replace(scene.led, confidentiality=Confidentiality.INTERNAL))
    page.checking.begin()
    press(page, "It may be passed on", Rule.MEMBERS_ONLY)
    assert desk.session.file.get(Claim, scene.led.id).confidentiality is Confidentiality.EXTERNAL
    page.checking.look()
    assert page.checking.findings == ()


def test_news_is_answered_once_and_kept(page: DeskPage, desk: Desk, scene: Scene, letter: Letter) -> None:
    (person,) = desk.session.file.all(Person)
    free = Situation(
        case_id=scene.case_id, person_id=person.id, kind=SituationKind.RELEASED, on=PartialDate("2026-11-20")
    )
    add(desk.session.file, free)
    page.checking.begin()
    press(page, "It is right as it is", Rule.NEWS)
    assert desk.session.file.count(Answer, letter_id=letter.id) == 1
    page.checking.begin()
    assert Rule.NEWS not in [found.rule for found in page.checking.findings]


def test_the_check_looks_a_moment_after_the_last_key(page: DeskPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.checking.found, timeout=2_000):
        type_at_end(page, " I demand that you stop!!")
    assert Rule.TONE in [found.rule for found in page.checking.findings]


def test_another_addressee_is_one_edit_and_keeps_the_words(
    page: DeskPage, desk: Desk, scene: Scene, letter: Letter
) -> None:
    type_at_end(page, " With hope.")
    pick(page, "to", scene.embassy.id)
    assert desk.session.file.undo_label == "Change the addressee"
    assert "Embassy of Honduras" in saved(desk, letter).address
    assert saved(desk, letter).body.text.endswith("With hope.")
    assert "Embassy of Honduras" in page.paper.sheet.parts["address"].text


def test_plain_paper_with_ones_own_address_is_offered_only_where_there_is_one(
    page: DeskPage, desk: Desk, scene: Scene, letter: Letter
) -> None:
    combo = page.bar.fields["on"].combo
    assert combo.findData("plain:own") >= 0
    pick(page, "on", "plain:own")
    assert (saved(desk, letter).template, saved(desk, letter).own_address) == ("plain", True)
    pick(page, "from", scene.oskar.id)
    assert combo.findData("plain:own") < 0
    assert not saved(desk, letter).own_address


def test_a_letter_changed_after_export_waits_to_be_exported_again(page: DeskPage, desk: Desk, letter: Letter) -> None:
    desk.session.edit("Export", lambda write: letters.mark_exported(write, [letter.id], desk.session.today()))
    type_at_end(page, " More.")
    page.form.settle()
    assert saved(desk, letter).state is LetterState.READY
    assert "ready" in page.bar.meta.text()


def test_a_sent_letter_is_shown_as_posted_and_cannot_be_changed(page: DeskPage, desk: Desk, letter: Letter) -> None:
    def post(write: Transaction) -> None:
        letters.mark_sent(
            write,
            letter.id,
            on=desk.session.today(),
            channel=Channel.POST,
            postage=220,
            document=b"docx",
        )

    desk.session.edit("Mark as sent", post)
    assert "Sent, cannot be changed" in page.bar.light.word
    assert not page.facts.isVisible()
    assert not page.check.isVisible()
    type_at_end(page, "x")
    page.put_away()
    assert saved(desk, letter).body == letter.body


def test_the_group_changing_its_address_shows_on_the_paper_and_keeps_the_typing(page: DeskPage, desk: Desk) -> None:
    type_at_end(page, " With hope.")
    group = replace(desk.session.group, email="new@example.org")
    desk.session.edit("Change our group", lambda write: write.save(group))
    assert page.paper.sheet._print.head.email == "new@example.org"
    assert page.form.value().body.text.endswith("With hope.")


def test_a_change_from_elsewhere_does_not_take_the_typing(page: DeskPage, desk: Desk, letter: Letter) -> None:
    type_at_end(page, " With hope.")
    desk.session.edit("Elsewhere", lambda write: letters.mark_ready(write, letter.id))
    assert "changed elsewhere" in page.trouble.sentence
    assert page.form.value().body.text.endswith("With hope.")


@pytest.fixture
def usual_size(desk: Desk) -> Iterator[None]:
    """Text is as large as ever after the test."""
    yield
    desk.look.set_text_size(100)


@pytest.mark.usefixtures("usual_size")
def test_larger_text_is_no_typing(page: DeskPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.form.typed):
        desk.look.set_text_size(150)
        page.window().resize(900, 700)


@pytest.mark.usefixtures("usual_size")
def test_in_a_small_window_no_button_is_cut(page: DeskPage, desk: Desk, qtbot: QtBot) -> None:
    desk.look.set_text_size(200)
    page.window().resize(860, 700)
    qtbot.waitUntil(lambda: page.bar.title.y() > page.bar.export.y())
    for part in (page.bar.back, page.bar.sent, page.bar.export, page.bar.title):
        assert part.width() >= part.sizeHint().width()


@pytest.mark.parametrize(("width", "facts", "check"), [(1200, True, True), (960, True, False), (700, False, False)])
def test_panes_fold_when_the_window_gets_small(
    page: DeskPage, qtbot: QtBot, width: int, facts: bool, check: bool
) -> None:
    page.window().resize(width, 700)
    qtbot.waitUntil(lambda: (page.facts.isVisible(), page.check.isVisible()) == (facts, check))
    assert page.check_link.isVisible() is not check
    assert page.facts_link.isVisible() is not facts


def test_the_folded_check_opens_from_the_foot_in_place_of_the_facts(page: DeskPage, qtbot: QtBot) -> None:
    page.window().resize(960, 700)
    qtbot.waitUntil(page.check_link.isVisible)
    qtbot.mouseClick(page.check_link, Qt.MouseButton.LeftButton)
    assert page.check.isVisible()
    assert not page.facts.isVisible()
    qtbot.mouseClick(page.facts_link, Qt.MouseButton.LeftButton)
    assert page.facts.isVisible()
    assert not page.check.isVisible()


def test_what_to_mind_is_said_by_the_check_when_the_facts_are_folded(
    page: DeskPage, desk: Desk, scene: Scene, qtbot: QtBot
) -> None:
    desk.session.edit("Mind", lambda write: write.save(replace(scene.case, please_mind="Not her street.")))
    page.window().resize(700, 700)
    qtbot.waitUntil(lambda: Rule.PLEASE_MIND in [found.rule for found in page.checking.findings])


def test_a_request_is_put_in_as_a_bullet(page: DeskPage, desk: Desk) -> None:
    ask = desk.session.file.all(Ask)[0]
    page.form.put_in(f"ask:{ask.id}")
    assert page.form.value().body.text.count(ask.text) == 2


def test_the_foot_counts_pages_and_words(page: DeskPage) -> None:
    before = page.foot._leading.text()
    assert before.startswith("One page")
    type_at_end(page, " two words")
    assert page.foot._leading.text() != before
