# SPDX-License-Identifier: GPL-3.0-or-later
"""Lock and unlock: nothing of the file stays in the window, no word is lost, and one comes back to where one was."""

import gc
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.support.sample import locked_sample_bytes
from tests.support.windows import (
    delete_what_was_left,
    file_of,
    open_window,
    page_of,
    session_of,
    type_words,
    words_held,
    workplace_of,
)

from amnesty_desktop.domain import name_mentions
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.source import Source
from amnesty_desktop.paths import logs_folder, settings_file
from amnesty_desktop.ui.cases.fields import BlockField
from amnesty_desktop.ui.idle import IdleWatch
from amnesty_desktop.ui.locked import LockedPage
from amnesty_desktop.ui.main_window import MainWindow

WORDS = "kitchen table"


@dataclass(frozen=True)
class Locked:
    """The window over an encrypted sample, and words of it that nobody may find while it is locked."""

    window: MainWindow
    canaries: frozenset[str]

    def lock(self) -> LockedPage:
        self.window.menu["lock"].trigger()
        page = page_of(self.window)
        assert isinstance(page, LockedPage)
        delete_what_was_left()
        return page

    def unlock(self) -> None:
        page = page_of(self.window)
        assert isinstance(page, LockedPage)
        page.unlock_requested.emit(WORDS)
        assert self.window.workplace is not None, page.bar.sentence

    def found_in(self, words: str) -> list[str]:
        return [canary for canary in self.canaries if canary in words]

    def left_in_the_windows(self) -> list[str]:
        every = (words for widget in QApplication.topLevelWidgets() for words in words_held(widget))
        return [found for words in every for found in self.found_in(words)]


@pytest.fixture
def locked(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Locked]:
    path = tmp_path / "group.amnesty"
    path.write_bytes(locked_sample_bytes(WORDS))
    window = open_window(qtbot, qapp)
    window.doors.open_path(path)
    page = page_of(window)
    assert isinstance(page, LockedPage)
    page.unlock_requested.emit(WORDS)
    file = file_of(window)
    words = [one.name for one in file.all(Person)] + [one.own_script for one in file.all(Person)]
    words += [one.title for one in file.all(Case)] + [one.reference for one in file.all(Case)]
    words += [one.subject for one in file.all(Letter)] + [one.title for one in file.all(Source)]
    yield Locked(window, frozenset(word for word in words if len(word) > 5))
    window.close()


def a_case(window: MainWindow) -> Case:
    return next(one for one in file_of(window).all(Case) if one.reference and one.situation)


def a_draft(window: MainWindow) -> Letter:
    return file_of(window).all(Letter, state=str(LetterState.DRAFT))[0]


def the_paper(window: MainWindow) -> QWidget:
    """Where the body of the open letter is typed."""
    return next(one for one in window.findChildren(QWidget, "letter_body") if one.isVisible())


def every_view(window: MainWindow) -> None:
    """Have every view and every tab of a case built, with something of the file in it."""
    place = workplace_of(window)
    case = a_case(window)
    for tab in ("case", "people", "facts", "letters", "outcomes", "history"):
        place.open_case(case.id, tab)
        QApplication.processEvents()
    for name in ("letters", "outcomes", "people", "reports", "today"):
        place.show_view(name)
        QApplication.processEvents()
    place.open_letter(a_draft(window).id)
    QApplication.processEvents()


def test_a_locked_window_holds_no_word_of_the_file(locked: Locked) -> None:
    every_view(locked.window)
    assert any(locked.found_in(words) for words in words_held(locked.window))
    locked.lock()
    assert locked.left_in_the_windows() == []


def test_locking_empties_what_functions_remember(locked: Locked) -> None:
    every_view(locked.window)
    caches = [value for value in vars(name_mentions).values() if hasattr(value, "cache_info")]
    assert any(cache.cache_info().currsize for cache in caches)
    locked.lock()
    assert [cache for cache in caches if cache.cache_info().currsize] == []


def test_no_view_outlives_the_lock(locked: Locked) -> None:
    every_view(locked.window)
    locked.lock()
    gc.collect()
    views = [one for one in QApplication.allWidgets() if type(one).__module__.startswith("amnesty_desktop.ui.cases")]
    assert views == []


@pytest.mark.parametrize("view", ["today", "cases", "letters", "outcomes", "people"])
def test_unlocking_leads_back_to_the_same_place(locked: Locked, view: str) -> None:
    every_view(locked.window)
    workplace_of(locked.window).show_view(view)
    before = workplace_of(locked.window).place()
    locked.lock()
    locked.unlock()
    after = workplace_of(locked.window).place()
    assert after["view"] == view
    assert after["views"][view] == before["views"][view]


def test_unlocking_leads_back_to_the_tab_and_the_search(locked: Locked) -> None:
    case = a_case(locked.window)
    place = workplace_of(locked.window)
    place.open_case(case.id, "facts")
    place.cases.list.search.setText("torture")
    QApplication.processEvents()
    locked.lock()
    locked.unlock()
    cases = workplace_of(locked.window).cases
    assert (cases.current_case_id(), cases.case.tab) == (case.id, "facts")
    assert cases.list.search.text() == "torture"


def test_typing_in_a_case_survives_the_lock(locked: Locked) -> None:
    case = a_case(locked.window)
    place = workplace_of(locked.window)
    place.open_case(case.id, "case")
    place.cases.case.change()
    field = place.cases.case.case_tab.form.fields["situation"]
    assert isinstance(field, BlockField)
    type_words(field.block, "Half a sent")
    locked.lock()
    locked.unlock()
    assert "Half a sent" in file_of(locked.window).get(Case, case.id).situation


def test_typing_in_a_letter_survives_the_lock_and_the_letter_is_open_again(locked: Locked) -> None:
    letter = a_draft(locked.window)
    workplace_of(locked.window).open_letter(letter.id)
    type_words(the_paper(locked.window), "Half a sent")
    locked.lock()
    locked.unlock()
    letters = workplace_of(locked.window).letters
    assert letters.is_writing
    assert letters.desk_page.letter is not None
    assert letters.desk_page.letter.id == letter.id
    assert "Half a sent" in file_of(locked.window).get(Letter, letter.id).body.text


def test_typing_the_disk_does_not_take_comes_back_after_the_lock(
    locked: Locked,
) -> None:
    letter = a_draft(locked.window)
    workplace_of(locked.window).open_letter(letter.id)
    paper = the_paper(locked.window)
    QApplication.clipboard().setText("many words " * 2_000)
    QTest.keyClick(paper, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    type_words(paper, "Half a sent")
    file = file_of(locked.window)
    file.engine.run(f"PRAGMA max_page_count = {file.engine.value('PRAGMA page_count')}")
    page = locked.lock()
    assert locked.found_in("".join(words_held(page))) == []
    locked.unlock()
    assert "Half a sent" in file_of(locked.window).get(Letter, letter.id).body.text


@pytest.mark.parametrize(
    "action", ["mark_sent", "record_reply", "record_outcome", "bin", "find_anything", "edit_group"]
)
def test_a_dialog_does_not_outlive_the_lock(locked: Locked, action: str) -> None:
    every_view(locked.window)
    locked.window.menu[action].trigger()
    locked.lock()
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert dialogs == []
    assert locked.left_in_the_windows() == []


def test_a_sheet_that_waited_is_read_again_after_the_lock(locked: Locked, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("UA 77/26 Index: AFR 01/77/2026\nKENYA\nAppeals before 1 May 2027 to:\nPresident", "utf-8")
    workplace = workplace_of(locked.window)
    workplace.bring_in([sheet])
    workplace.bring_in_text("words that were copied")
    qtbot.waitUntil(lambda: not workplace.intake.reading.is_under_way)
    page = locked.lock()
    assert "words that were copied" not in list(words_held(page))
    locked.unlock()
    again = workplace_of(locked.window)
    qtbot.waitUntil(lambda: not again.intake.reading.is_under_way)
    assert [brought.path for brought in again.intake.reading.files] == [sheet]
    assert again.has_sheets_waiting
    assert "Paste it once more" in again.trouble.sentence


def test_closing_says_first_that_sheets_wait(locked: Locked, qtbot: QtBot, tmp_path: Path) -> None:
    workplace = workplace_of(locked.window)
    workplace.bring_in_text("UA 77/26 Index: AFR 01/77/2026\nKENYA\nAppeals before 1 May 2027 to:\nPresident")
    qtbot.waitUntil(lambda: not workplace.intake.reading.is_under_way)
    assert not locked.window.close()
    assert "1 sheet you brought in is not added yet." in workplace.trouble.sentence
    assert locked.window.close()


def test_when_nobody_is_there_the_window_locks_itself(locked: Locked) -> None:
    watch = session_of(locked.window).findChild(IdleWatch)
    assert watch is not None
    watch.nobody_there.emit()
    assert isinstance(page_of(locked.window), LockedPage)


def test_a_moving_mouse_puts_the_lock_off(locked: Locked, qapp: QApplication) -> None:
    watch = session_of(locked.window).findChild(IdleWatch)
    assert watch is not None
    (timer,) = watch.findChildren(QTimer)
    timer.stop()
    at, none = QPointF(9, 9), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(locked.window, move)
    assert timer.isActive()
    assert timer.interval() == 5 * 60_000


def test_preferences_log_and_title_hold_no_word_of_the_file(locked: Locked, qtbot: QtBot) -> None:
    every_view(locked.window)
    place = workplace_of(locked.window)
    name = next(one.name for one in file_of(locked.window).all(Person) if one.name)
    searched = (place.cases.list, place.letters.list_page.list, place.people.list, place.outcomes.pane)
    for part in searched:
        part.search.setText(name)
    qtbot.waitUntil(lambda: json.dumps(place.place(), ensure_ascii=False).count(name) == len(searched))
    locked.lock()
    assert locked.found_in(locked.window.windowTitle()) == []
    assert name not in settings_file().read_text("utf-8")
    kept = json.loads(settings_file().read_text("utf-8"))
    assert locked.found_in(json.dumps(json.loads(kept["place"]), ensure_ascii=False)) == []
    assert locked.found_in(settings_file().read_text("utf-8")) == []
    assert list(logs_folder().iterdir()) == []


def test_the_menus_of_a_locked_window_offer_nothing_of_the_file(locked: Locked) -> None:
    locked.lock()
    assert not locked.window.menu["undo"].isEnabled()
    assert locked.window.menu["undo"].text() == "&Undo"
    assert not any(locked.window.menu[name].isEnabled() for name in ("find_anything", "bin", "show_cases", "lock"))
