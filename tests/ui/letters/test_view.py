# SPDX-License-Identifier: GPL-3.0-or-later
"""The Letters view: from a case to a draft, from the list to the desk, and what the menus do."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Body, Letter, LetterState, Paragraph, Run, Seal
from amnesty_desktop.domain.reply import Reply
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.view import LettersView

from .conftest import Scene


@pytest.fixture
def three(desk: Desk, letter: Letter) -> list[Letter]:
    made = [replace(letter, id=f"letter {number}", subject=f"Subject {number}") for number in range(3)]
    add(desk.session.file, *made, label="Add letters")
    return made


def saved(desk: Desk, letter: Letter) -> Letter:
    return desk.session.file.get(Letter, letter.id)


def press(view: LettersView, name: str) -> None:
    dialog = view.acts.dialog
    assert dialog is not None
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def send(view: LettersView, *letter_ids: str) -> None:
    view.mark_sent(list(letter_ids))
    press(view, "Mark as sent")


def test_writing_makes_a_draft_at_once_addressed_and_on_the_desk(view: LettersView, desk: Desk, scene: Scene) -> None:
    view.write(scene.case_id)
    (made,) = desk.session.file.all(Letter)
    assert (made.addressee_id, made.writer_id) == (scene.minister.id, scene.hanna.id)
    assert view.is_writing
    assert view.desk_page.paper.sheet.body.hasFocus()
    assert view.current_letter_ids() == [made.id]
    assert desk.session.file.undo_label == "Begin a letter"


def test_writing_to_somebody_named(view: LettersView, desk: Desk, scene: Scene) -> None:
    view.write(scene.case_id, scene.embassy.id)
    assert desk.session.file.all(Letter)[0].addressee_id == scene.embassy.id


def test_where_nobody_may_write_the_reason_is_said(view: LettersView, desk: Desk, scene: Scene, qtbot: QtBot) -> None:
    add(desk.session.file, replace(scene.case, no_contact="The family asks for silence."))
    view.write(scene.case_id)
    assert desk.session.file.all(Letter) == []
    assert "The family asks for silence." in view.bars.trouble.sentence
    with qtbot.waitSignal(desk.wishes.case_requested) as told:
        view.bars.trouble._button.click()
    assert told.args == [scene.case_id, "case"]


def test_without_an_address_the_case_is_the_way_out(view: LettersView, desk: Desk) -> None:
    bare = Case(country="HN")
    add(desk.session.file, bare)
    view.write(bare.id)
    assert "nobody to write to" in view.bars.trouble.sentence


def test_the_empty_list_invites(view: LettersView, desk: Desk, qtbot: QtBot) -> None:
    assert view.list_page.list.empty.sentence == "No letters yet. Write the first one."
    with qtbot.waitSignal(desk.wishes.case_requested):
        view.list_page.list.empty.button.click()


def test_the_model_of_the_list_keeps_the_rules(view: LettersView, three: list[Letter]) -> None:
    assert QAbstractItemModelTester(view.list_page.list.model)
    view.list_page.list.refresh()
    assert view.list_page.list.model.rowCount() == 4


def test_enter_opens_a_letter_and_back_returns_to_its_row(view: LettersView, three: list[Letter]) -> None:
    view.list_page.list.refresh()
    view.list_page.list.choose(three[1].id)
    QTest.keyClick(view.list_page.list.table, Qt.Key.Key_Return)
    assert view.current_letter_ids() == [three[1].id]
    view.back()
    assert not view.is_writing
    assert view.current_letter_ids() == [three[1].id]
    assert view.list_page.list.table.hasFocus()


def test_the_reading_pane_offers_the_one_next_thing(view: LettersView, desk: Desk, letter: Letter) -> None:
    view.list_page.list.refresh()
    view.activate()
    reading = view.list_page.reading
    assert reading.next.text() == "Go on writing"
    view.mark_ready()
    assert (saved(desk, letter).state, reading.next.text()) == (LetterState.READY, "Export to Word")


def test_chips_narrow_the_list_by_state(view: LettersView, desk: Desk, three: list[Letter]) -> None:
    add(desk.session.file, replace(three[0], state=LetterState.READY))
    pane = view.list_page.list
    pane.refresh()
    pane.chips.states[LetterState.READY].click()
    assert pane.model.rowCount() == 1
    assert pane.chips.states[LetterState.READY].count == 1
    pane.chips.states[LetterState.READY].click()
    assert pane.model.rowCount() == 4


def test_searching_filters_as_one_types_and_the_empty_answer_shows_all_again(
    view: LettersView, letter: Letter, qtbot: QtBot
) -> None:
    pane = view.list_page.list
    pane.refresh()
    view.find_in_list()
    QTest.keyClicks(pane.search, "quinonez")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    QTest.keyClicks(pane.search, "xyz")
    qtbot.waitUntil(lambda: pane.empty.sentence == "No letter matches.")
    pane.empty.button.click()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_several_letters_are_sent_in_one_edit_and_sealed(view: LettersView, desk: Desk, three: list[Letter]) -> None:
    send(view, *(letter.id for letter in three))
    assert {saved(desk, letter).state for letter in three} == {LetterState.SENT}
    seals = desk.session.file.all(Seal)
    assert len(seals) == 3
    assert desk.session.file.bytes_of(seals[0].document)
    desk.session.undo()
    assert {saved(desk, letter).state for letter in three} == {LetterState.DRAFT}


def test_a_letter_with_a_gap_cannot_be_marked_as_sent(view: LettersView, desk: Desk, letter: Letter) -> None:
    add(desk.session.file, replace(letter, body=Body((Paragraph((Run("I learned {what}."),)),))))
    send(view, letter.id)
    assert saved(desk, letter).state is LetterState.DRAFT
    assert "{what}" in view.bars.trouble.sentence


def test_a_reply_is_recorded_for_a_sent_letter_only(view: LettersView, desk: Desk, letter: Letter) -> None:
    view.record_reply(letter.id)
    assert "not marked as sent" in view.bars.trouble.sentence
    send(view, letter.id)
    view.record_reply(letter.id)
    press(view, "Record")
    assert desk.session.file.count(Reply, letter_id=letter.id) == 1
    assert saved(desk, letter).state is LetterState.ANSWERED
    view.list_page.list.refresh()
    view.list_page.list.choose(letter.id)
    assert "Only confirms receipt" in view.list_page.reading.replies.text()


def test_binned_letters_can_be_brought_back_and_sent_ones_stay(
    view: LettersView, desk: Desk, three: list[Letter]
) -> None:
    told: list[tuple[str, bool]] = []
    desk.wishes.told.connect(lambda *args: told.append(args))
    view.acts.bin([three[0].id, three[1].id])
    assert desk.session.file.count(Letter) == 2
    assert told == [("2 letters are in the bin for 90 days.", True)]
    desk.session.undo()
    assert desk.session.file.count(Letter) == 4
    send(view, three[0].id)
    view.acts.bin([three[0].id])
    assert "stays in the file" in view.bars.trouble.sentence


def test_delete_in_the_list_is_the_bin(view: LettersView, desk: Desk, letter: Letter) -> None:
    view.list_page.list.refresh()
    view.activate()
    view.list_page.list.table.setFocus()
    QTest.keyClick(view.list_page.list.table, Qt.Key.Key_Delete)
    assert desk.session.file.count(Letter) == 0


def test_ready_twice_is_a_draft_again(view: LettersView, desk: Desk, letter: Letter) -> None:
    view.open_letter(letter.id)
    view.mark_ready()
    assert saved(desk, letter).state is LetterState.READY
    view.mark_ready()
    assert saved(desk, letter).state is LetterState.DRAFT


def test_the_menus_mean_all_chosen_rows(view: LettersView, three: list[Letter]) -> None:
    pane = view.list_page.list
    pane.refresh()
    every = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(3):
        pane.table.selectionModel().select(pane.model.index(row, 0), every)
    assert len(view.current_letter_ids()) == 3
    assert "3 letters chosen" in view.list_page.reading.empty.sentence


def test_exporting_from_the_desk_says_where_the_letter_is(
    view: LettersView, desk: Desk, letter: Letter, tmp_path: Path, qtbot: QtBot
) -> None:
    view.exporting.choose_folder = lambda: str(tmp_path)
    view.open_letter(letter.id)
    QTest.keyClicks(view.desk_page.paper.sheet.parts["subject"], "!")
    with qtbot.waitSignal(view.exporting.done):
        view.desk_page.bar.export.click()
    assert str(tmp_path) in view.bars.done.sentence
    assert saved(desk, letter).subject.endswith("!") or saved(desk, letter).subject.startswith("!")
    assert "exported" in view.desk_page.bar.meta.text()


def test_a_letter_changed_in_word_is_taken_back_or_left_where_it_is(
    view: LettersView, desk: Desk, letter: Letter, qtbot: QtBot, tmp_path: Path
) -> None:
    view.exporting.folder = tmp_path
    view.open_letter(letter.id)
    with qtbot.waitSignal(view.exporting.done) as told:
        view.export()
    (path,) = told.args[0].paths
    path.write_bytes(b"changed in Word")
    with qtbot.waitSignal(view.exporting.changed):
        view.export()
    assert view.bars.trouble.sentence.startswith(f"“{path.name}” was changed in Word since.")
    with qtbot.waitSignal(view.exporting.done):
        view.bars.trouble._other.click()
    assert sorted(tmp_path.glob("*.docx")) == sorted([path, path.with_stem(f"{path.stem} (2)")])


def test_a_letter_is_copied_for_an_email(view: LettersView, desk: Desk, letter: Letter) -> None:
    view.open_letter(letter.id)
    view.paper.copy_for_email()
    words = QGuiApplication.clipboard().text()
    assert words.startswith("Dear Minister,\n\n")
    assert words.endswith(letter.signature)
    assert "Calle 100" not in words


def test_what_blocks_a_letter_keeps_it_from_the_clipboard(view: LettersView, desk: Desk, letter: Letter) -> None:
    QGuiApplication.clipboard().setText("before")
    add(desk.session.file, replace(letter, body=Body((Paragraph((Run("I learned {what}."),)),))))
    view.open_letter(letter.id)
    view.paper.copy_for_email()
    assert QGuiApplication.clipboard().text() == "before"
    assert "what" in view.bars.trouble.sentence


def test_what_keeps_a_letter_from_going_out_is_shown_in_it(view: LettersView, desk: Desk, letter: Letter) -> None:
    add(desk.session.file, replace(letter, body=Body((Paragraph((Run("I learned {what}."),)),))))
    view.exporting.choose_folder = lambda: "/nowhere"
    view.list_page.list.refresh()
    view.list_page.list.choose(letter.id)
    view.export()
    view.bars.trouble._button.click()
    assert view.is_writing
    assert view.desk_page.paper.sheet.body.textCursor().selectedText() == "{what}"


def test_the_place_survives_being_written_down(view: LettersView, desk: Desk, letter: Letter, qtbot: QtBot) -> None:
    view.exporting.folder = Path("/some/where")
    view.list_page.list.chips.states[LetterState.DRAFT].click()
    view.open_letter(letter.id)
    place = json.loads(json.dumps(view.place()))
    again = LettersView(desk)
    qtbot.addWidget(again)
    again.go_to(place)
    assert again.is_writing
    assert again.place() == place


def test_going_to_a_letter_that_is_gone_shows_the_list(view: LettersView) -> None:
    view.go_to({"letter": "nobody", "writing": True, "list": {"states": ["no such state"]}})
    assert not view.is_writing


def test_opening_a_letter_that_is_gone_says_so(view: LettersView) -> None:
    view.open_letter("nobody")
    assert not view.is_writing
    assert view.bars.trouble.sentence == "This letter is no longer in the file."


def test_the_case_of_the_letter_that_is_read_is_the_present_one(
    view: LettersView, scene: Scene, letter: Letter
) -> None:
    assert view.current_case_id() == ""
    view.open_letter(letter.id)
    assert view.current_case_id() == scene.case_id
