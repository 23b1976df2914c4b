# SPDX-License-Identifier: GPL-3.0-or-later
"""Write tonight through its widgets: names, cases, letters, the next writer, and the end of the evening."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add
from tests.ui.letters.conftest import Scene

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, CaseStatus
from amnesty_desktop.domain.letter import Body, Letter, LetterState, Paragraph, Run
from amnesty_desktop.domain.meeting import Meeting, MeetingCase
from amnesty_desktop.domain.member import Member
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.tonight.view import TonightView


def press(view: TonightView, name: str) -> None:
    button = view.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    button.click()


def letters(desk: Desk) -> list[Letter]:
    return desk.session.file.all(Letter)


def test_the_due_case_lies_on_the_table_with_what_happened_and_whom_to_write_to(view: TonightView) -> None:
    assert [row.title for row in view.table.cases.rows] == ["Maribel Quiñónez Tábora"]
    assert "planned case is not shown" in view.table.notice.text()


def test_one_press_makes_a_draft_to_the_first_office_and_the_caret_stands_in_it(
    view: TonightView, desk: Desk, scene: Scene
) -> None:
    press(view, "tonight_write")
    (made,) = letters(desk)
    assert (made.addressee_id, made.writer_id) == (scene.minister.id, scene.hanna.id)
    assert view.is_writing
    assert view.writing.paper.sheet.body.hasFocus()


def test_the_next_writer_leaves_a_ready_letter_and_the_count_goes_up(view: TonightView, desk: Desk) -> None:
    press(view, "tonight_write")
    press(view, "tonight_next")
    assert [one.state for one in letters(desk)] == [LetterState.READY]
    assert view.table.cases.rows[0].count == 1
    assert view.table.who.names.key == view.evening.table.here()[1].key
    assert view.table.who.names.hasFocus()


def test_the_second_letter_of_somebody_goes_to_the_next_office(
    view: TonightView, desk: Desk, second: Addressee
) -> None:
    for _ in range(2):
        view.table.who.names.setCurrentRow(0)
        press(view, "tonight_write")
        press(view, "tonight_next")
    assert [one.addressee_id for one in letters(desk)][-1] == second.id
    view.table.who.names.setCurrentRow(0)
    assert not view.table.write.isEnabled()


def test_a_letter_with_a_gap_stays_a_draft_and_is_gone_on_with(view: TonightView, desk: Desk) -> None:
    press(view, "tonight_write")
    view.writing.paper.sheet.body.change_body(Body((Paragraph((Run("I write about {name}."),)),)))
    press(view, "tonight_next")
    assert [one.state for one in letters(desk)] == [LetterState.DRAFT]
    assert "kept as a draft" in view.trouble.sentence
    view.table.who.names.setCurrentRow(0)
    press(view, "tonight_write")
    assert len(letters(desk)) == 1


def test_a_guest_signs_with_a_name_and_is_no_member(view: TonightView, desk: Desk) -> None:
    view.table.who.open_ticks()
    view.table.who.guest.setFocus()
    QTest.keyClicks(view.table.who.guest, "Siobhan")
    QTest.keyClick(view.table.who.guest, Qt.Key.Key_Return)
    view.table.who.close_ticks()
    view.table.who.names.choose("guest:Siobhan")
    press(view, "tonight_write")
    press(view, "tonight_next")
    (made,) = letters(desk)
    assert made.writer_id is None
    assert made.signature.startswith("Siobhan\n")
    assert view.evening.of_writer(view.evening.table.guests()[0]) == 1
    assert len(desk.session.file.all(Member)) == 2


def test_a_guest_becomes_a_member_when_the_secretary_says_so(view: TonightView, desk: Desk) -> None:
    view.evening.table.add_guest("Siobhan")
    view.table.who.open_ticks()
    press(view, "join:guest:Siobhan")
    assert "Siobhan" in [member.name for member in desk.session.file.all(Member)]
    assert view.evening.table.guests() == []
    assert len(view.evening.table.here()) == 3


def test_ticks_say_who_is_here(view: TonightView, scene: Scene) -> None:
    view.table.who.open_ticks()
    box = view.findChild(QCheckBox, f"here:{scene.oskar.id}")
    assert box is not None
    box.click()
    assert [writer.name for writer in view.evening.table.here()] == ["Hanna Brandvold"]


def test_a_case_is_added_by_search_and_taken_off_again(view: TonightView, desk: Desk, scene: Scene) -> None:
    other = replace(scene.case, id="other", title="Arrest of nobody", appeal_by=None)
    add(desk.session.file, other)
    view.table.picker.setFocus()
    QTest.keyClicks(view.table.picker, "nobody")
    QTest.keyClick(view.table.picker, Qt.Key.Key_Return)
    assert [laid.case_id for laid in desk.session.file.all(MeetingCase)] == [scene.case_id, "other"]
    assert len(desk.session.file.all(Meeting)) == 1
    QTest.keyClick(view.table.cases, Qt.Key.Key_Delete)
    assert [laid.case_id for laid in desk.session.file.all(MeetingCase)] == [scene.case_id]


def test_a_case_for_members_only_is_not_offered_and_the_reason_is_said(view: TonightView, inside: Case) -> None:
    view.table.picker.setFocus()
    QTest.keyClicks(view.table.picker, "Zebediah")
    QTest.keyClick(view.table.picker, Qt.Key.Key_Return)
    assert view.table.picker.offers.model().rowCount() == 0
    assert "members only" in view.table.notice.text()
    assert view.evening.add_case(inside.id).startswith("This case is for members only")


def test_esc_goes_from_the_letter_to_the_names_and_then_out(qtbot: QtBot, view: TonightView, desk: Desk) -> None:
    press(view, "tonight_write")
    QTest.keyClick(view.writing.paper.sheet.body, Qt.Key.Key_Escape)
    assert not view.is_writing
    with qtbot.waitSignal(desk.wishes.tonight_left):
        QTest.keyClick(view.table.who.names, Qt.Key.Key_Escape)


def test_by_keyboard_alone_from_the_names_to_a_ready_letter(view: TonightView, desk: Desk) -> None:
    view.table.who.names.setFocus()
    QTest.keyClick(view.table.who.names, Qt.Key.Key_Down)
    QTest.keyClick(view.table.who.names, Qt.Key.Key_Return)
    assert view.is_writing
    view.counts.next.setFocus()
    QTest.keyClick(view.counts.next, Qt.Key.Key_Space)
    (made,) = letters(desk)
    assert (made.state, made.writer_id) == (LetterState.READY, view.evening.table.here()[1].member_id)


def test_undoing_the_beginning_of_a_letter_leads_back_to_the_names(view: TonightView, desk: Desk) -> None:
    press(view, "tonight_write")
    desk.session.undo()
    assert letters(desk) == []
    assert not view.is_writing


def test_the_end_of_the_evening_names_cases_writers_and_drafts(view: TonightView, desk: Desk, tmp_path: Path) -> None:
    press(view, "tonight_write")
    press(view, "tonight_next")
    press(view, "tonight_write")
    press(view, "tonight_names_again")
    press(view, "tonight_finish")
    said = [label.text() for label in view.done.findChildren(type(view.head.title))]
    assert {"Letters by case", "Who wrote", "Still a draft", "1 letter"} <= set(said)
    view.exporting.open_url = lambda _url: True
    view.exporting.folder = tmp_path
    press(view, "tonight_print")
    assert view.exporting.dialog is not None


def test_the_pile_of_tonight_is_printed_with_its_envelopes(
    qtbot: QtBot, view: TonightView, desk: Desk, tmp_path: Path
) -> None:
    view.exporting.open_url = lambda _url: True
    view.exporting.folder = tmp_path
    press(view, "tonight_write")
    press(view, "tonight_next")
    press(view, "tonight_finish")
    press(view, "tonight_print")
    assert view.exporting.dialog is not None
    with qtbot.waitSignal(view.exporting.done):
        view.exporting.dialog.decided.emit(tmp_path, view.exporting.dialog.pile())
    assert [one.state for one in letters(desk)] == [LetterState.EXPORTED]
    assert view.done_bar.sentence
    assert len(list(tmp_path.glob("*.docx"))) == 2


def test_one_returns_to_the_letter_of_the_same_evening(view: TonightView, desk: Desk) -> None:
    view.evening.table.add_guest("Siobhan")
    press(view, "tonight_write")
    place = view.place()
    again = TonightView(desk)
    again.go_to(place)
    assert again.is_writing
    assert again.evening.table.guests()[0].name == "Siobhan"
    stale = TonightView(desk)
    stale.go_to(place | {"on": "2026-11-01"})
    assert not stale.is_writing
    assert stale.evening.table.here() == []
    again.deleteLater()
    stale.deleteLater()


def test_a_draft_that_holds_something_internal_is_not_opened_at_the_table(
    view: TonightView, desk: Desk, scene: Scene
) -> None:
    press(view, "tonight_write")
    (made,) = letters(desk)
    press(view, "tonight_names_again")
    inner = replace(scene.closed, id="inner", text="Her sister in Danlí hid the recording for her.")
    inner = replace(inner, confidentiality=Case().confidentiality)
    body = Body((*made.body.paragraphs, Paragraph((Run(inner.text),))))
    add(desk.session.file, inner, replace(made, body=body))
    view.table.who.names.setCurrentRow(0)
    press(view, "tonight_write")
    assert view.writing.letter is not None
    assert view.writing.letter.id != made.id


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 800), (1024, 768)])
def test_it_fits_every_screen(view: TonightView, width: int, height: int) -> None:
    view.window().resize(width, height)
    QApplication.processEvents()
    assert view.width() == width
    assert view.table.sheet.width() > width // 3
    assert view.table.who.names.isVisible()


def test_a_name_of_ten_thousand_characters_widens_nothing(view: TonightView, desk: Desk, scene: Scene) -> None:
    add(desk.session.file, replace(scene.hanna, name="Ω&" * 5000))
    view.activate()
    view.table.who.open_ticks()
    press(view, "tonight_here")
    QApplication.processEvents()
    assert view.width() == 1280


def test_a_closed_case_leaves_the_table(view: TonightView, desk: Desk, scene: Scene) -> None:
    add(desk.session.file, replace(scene.case, status=CaseStatus.CLOSED))
    view.activate()
    assert view.table.cases.rows == []
    assert not view.table.write.isVisible()


def test_right_to_left_and_large_text(
    right_to_left: None, view: TonightView, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    desk.look.set_text_size(150)
    QApplication.processEvents()
    assert view.width() == 1280
    assert view.table.who.names.isVisible()
    desk.look.set_text_size(100)


def test_letters_written_by_hand_are_counted_and_never_added_to_the_others(view: TonightView, desk: Desk) -> None:
    press(view, "tonight_write")
    press(view, "tonight_next")
    press(view, "tonight_count")
    assert view.dialog is not None
    view.dialog.number.setText("4")
    record = view.dialog.findChild(QPushButton, "Record")
    assert record is not None
    record.click()
    assert "4 letters counted" in view.table.cases.rows[0].also
    assert view.evening.counts()[:2] == [(1, "letter", "letters"), (4, "letter counted", "letters counted")]
