# SPDX-License-Identifier: GPL-3.0-or-later
"""Full disks, pulled sticks, errors of ours and earlier copies: the window says it, keeps the typing and goes on."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QTextEdit
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case
from tests.support.windows import file_of, open_window, sample_path, session_of, type_words, workplace_of

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.domain.person import Person
from amnesty_desktop.paths import logs_folder
from amnesty_desktop.store.backup import copies_in
from amnesty_desktop.store.errors import DiskFull
from amnesty_desktop.ui import fault_report
from amnesty_desktop.ui.keeping import Keeper
from amnesty_desktop.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, qapp)
    made.doors.open_path(sample_path(tmp_path))
    yield made
    made.doors.close_file() or made.doors.close_file()


@pytest.fixture
def paper(window: MainWindow) -> QTextEdit:
    """Where the body of a draft is typed."""
    draft = file_of(window).all(Letter, state=str(LetterState.DRAFT))[0]
    workplace_of(window).open_letter(draft.id)
    return next(one for one in window.findChildren(QTextEdit, "letter_body") if one.isVisible())


def fill_the_disk(window: MainWindow) -> None:
    engine = file_of(window).engine
    engine.run(f"PRAGMA max_page_count = {engine.value('PRAGMA page_count')}")


def make_room(window: MainWindow) -> None:
    file_of(window).engine.run("PRAGMA max_page_count = 1000000")


def bodies(window: MainWindow) -> str:
    return "\n".join(one.body.text for one in file_of(window).all(Letter))


# -- the world


def test_a_full_disk_is_said_and_the_words_stay_on_the_paper_until_there_is_room(
    window: MainWindow, paper: QTextEdit
) -> None:
    QApplication.clipboard().setText("many words " * 4_000)
    fill_the_disk(window)
    paper.paste()
    type_words(paper, "Half a sent")
    session_of(window).settle()
    assert "no room left on the disk" in workplace_of(window).trouble.sentence
    assert "Make some room" in workplace_of(window).trouble.sentence
    assert "Half a sent" in paper.toPlainText()
    make_room(window)
    session_of(window).settle()
    assert "Half a sent" in bodies(window)


def test_a_full_disk_keeps_the_window_open_once_and_lets_go_the_second_time(
    window: MainWindow, paper: QTextEdit
) -> None:
    QApplication.clipboard().setText("many words " * 4_000)
    fill_the_disk(window)
    paper.paste()
    assert not window.close()
    assert "does not take what was typed" in workplace_of(window).trouble.sentence
    assert window.close()


def test_a_full_disk_at_closing_is_no_longer_in_the_way_when_there_is_room(
    window: MainWindow, paper: QTextEdit
) -> None:
    QApplication.clipboard().setText("many words " * 4_000)
    fill_the_disk(window)
    paper.paste()
    type_words(paper, "Half a sent")
    assert not window.close()
    make_room(window)
    path = file_of(window).path
    assert window.close()
    window.doors.open_path(path)
    assert "Half a sent" in bodies(window)


def test_a_safe_copy_that_finds_no_room_is_said_before_the_window_closes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise DiskFull("There is no room left for a safe copy.", "Make some room, then try once more.")

    add(file_of(window), case())
    monkeypatch.setattr("amnesty_desktop.edits.copies.make", no_room)
    assert not window.close()
    assert "no room left for a safe copy" in workplace_of(window).trouble.sentence
    assert window.close()


def test_a_stick_that_is_pulled_out_is_said_and_loses_nothing(window: MainWindow, paper: QTextEdit) -> None:
    path = file_of(window).path
    path.rename(path.with_name("elsewhere"))
    type_words(paper, "Half a sent")
    session_of(window).settle()
    assert "no longer where it was opened" in workplace_of(window).trouble.sentence
    path.with_name("elsewhere").rename(path)
    session_of(window).settle()
    assert "Half a sent" in bodies(window)


# -- earlier copies


def test_an_earlier_copy_is_brought_back_and_that_is_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.menu["copy_now"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.under_way)
    (copy,) = copies_in(session_of(window).copies)
    added = case("Written after the copy")
    add(file_of(window), added)
    workplace_of(window).show_view("cases")
    window.earlier.bring_back(copy.path)
    assert file_of(window).find(Case, added.id) is None
    assert "is back in place" in workplace_of(window).undo_bar.sentence
    assert workplace_of(window).rail.chosen == "cases"
    assert "Bring back copy" in window.menu["undo"].text()
    window.menu["undo"].trigger()
    assert file_of(window).find(Case, added.id) == added


@pytest.mark.parametrize("view", ["today", "cases", "letters", "outcomes", "people"])
def test_bringing_back_leads_to_the_same_view(window: MainWindow, view: str) -> None:
    for name in ("today", "cases", "letters", "outcomes", "people", view):
        workplace_of(window).show_view(name)
        QApplication.processEvents()
    copy = file_of(window).copy_to(session_of(window).copies)
    before = workplace_of(window).place()["views"][view]
    window.earlier.bring_back(copy.path)
    QApplication.processEvents()
    assert workplace_of(window).rail.chosen == view
    assert workplace_of(window).place()["views"][view] == before


def test_a_damaged_copy_is_refused_and_the_file_stays_open(window: MainWindow) -> None:
    copy = file_of(window).copy_to(session_of(window).copies)
    copy.path.write_bytes(copy.path.read_bytes()[:-4096])
    window.earlier.bring_back(copy.path)
    assert "damaged or incomplete" in workplace_of(window).trouble.sentence
    add(file_of(window), case("Goes on"))


def test_typing_goes_into_the_copy_that_is_kept_before_bringing_back(window: MainWindow, paper: QTextEdit) -> None:
    copy = file_of(window).copy_to(session_of(window).copies)
    type_words(paper, "Half a sent")
    window.earlier.bring_back(copy.path)
    assert "Half a sent" not in bodies(window)
    window.menu["undo"].trigger()
    assert "Half a sent" in bodies(window)


def test_closing_while_a_copy_is_made_waits_and_leaves_nothing_unchecked(window: MainWindow) -> None:
    add(file_of(window), case())
    session, copies = session_of(window), session_of(window).copies
    window.menu["copy_now"].trigger()
    window.doors.show_welcome()
    QApplication.processEvents()
    assert session.is_locked
    assert [path for path in copies.iterdir() if "unchecked" in path.name] == []
    assert len(copies_in(copies)) == 1


# -- errors of ours


@pytest.fixture
def reporting(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hook of the program, as main() installs it; taken out again afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    fault_report.install(logs_folder(), window.papers.show_fault)


def go_wrong(words: str) -> None:
    """An error inside a slot, with case text in its message."""

    def slot() -> None:
        raise LookupError(words)

    QTimer.singleShot(0, slot)
    QApplication.processEvents()


def the_box(window: MainWindow) -> QMessageBox:
    (box,) = [one for one in window.findChildren(QMessageBox) if not one.isHidden()]
    return box


@pytest.mark.qt_no_exception_capture
@pytest.mark.usefixtures("reporting")
def test_an_error_in_a_slot_is_said_once_and_the_window_goes_on(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    name = next(one.name for one in file_of(window).all(Person) if one.name)
    go_wrong(name)
    go_wrong(name)
    box = the_box(window)
    assert "you can go on" in box.text()
    log = (logs_folder() / "faults.log").read_text("utf-8")
    assert log.count("LookupError") == 2
    said = capsys.readouterr()
    for words in (box.text(), box.informativeText(), box.detailedText(), log, said.out, said.err):
        assert name not in words
    box.close()
    add(file_of(window), case("Goes on"))
    go_wrong(name)
    assert the_box(window).isVisible()


@pytest.mark.qt_no_exception_capture
@pytest.mark.usefixtures("reporting")
def test_after_an_error_what_is_typed_lies_in_the_file_as_a_draft(window: MainWindow, paper: QTextEdit) -> None:
    type_words(paper, "Half a sent")
    go_wrong("x")
    assert ["Half a sent" in str(draft.value) for draft in file_of(window).all_drafts()] == [True]
    the_box(window).close()
    assert "Half a sent" in paper.toPlainText()


@pytest.mark.qt_no_exception_capture
@pytest.mark.usefixtures("reporting")
def test_a_form_that_cannot_say_what_is_typed_does_not_keep_others_from_it(
    window: MainWindow, paper: QTextEdit
) -> None:
    session = session_of(window)

    def broken() -> dict[str, object]:
        raise LookupError("x")

    parent = QTimer(window)
    keeper = Keeper(session, form=lambda: "broken", draft=broken, commit=lambda: False, parent=parent)
    session._keepers.reverse()
    keeper.dirty = True
    type_words(paper, "Half a sent")
    go_wrong("x")
    assert ["Half a sent" in str(draft.value) for draft in file_of(window).all_drafts()] == [True]
    keeper.forget()
