# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole path through real widgets: sample group, new case, letter, Word, outcome, undo, redo, close, reopen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.app import build
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.domain.outcome import Outcome
from amnesty_desktop.domain.person import Person
from amnesty_desktop.settings import Settings
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.ui.main_window import MainWindow
from amnesty_desktop.ui.workplace import Workplace

TODAY = date(2026, 11, 23)
WHO = "Łucja Brzezicka"
WORDS = f"I am writing about {WHO}, a teacher. I read about her in our town. I ask you to let her go home."
HAPPENED = "A teacher, held since 12 October for a poster on her classroom door."


@dataclass
class Hands:
    """Somebody at the mouse and the keyboard of one window."""

    qtbot: QtBot
    window: MainWindow

    @property
    def workplace(self) -> Workplace:
        assert self.window.workplace is not None
        return self.window.workplace

    @property
    def file(self) -> CaseFile:
        return self.workplace.desk.session.file

    def widget(self, kind: type[QWidget], name: str) -> QWidget:
        found = [one for one in QApplication.allWidgets() if isinstance(one, kind) and one.objectName() == name]
        shown = [one for one in found if one.isVisible()]
        assert shown, f"no {name} to be seen"
        return shown[-1]

    def click(self, name: str) -> None:
        button = self.widget(QAbstractButton, name)
        assert button.isEnabled(), f"{name} is off"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def enter(self, name: str, words: str, *, anew: bool = False) -> None:
        kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
        field = next(self.widget(kind, name) for kind in kinds if self._is_there(kind, name))
        inner = field.viewport() if isinstance(field, QPlainTextEdit | QTextEdit) else field
        self.qtbot.mouseClick(inner, Qt.MouseButton.LeftButton)
        if anew:
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_words(field, words)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        self.window.activateWindow()
        focus = QApplication.focusWidget() or self.window
        QTest.keyClick(focus, key, modifiers)

    def until(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=10_000)

    def _is_there(self, kind: type[QWidget], name: str) -> bool:
        return any(
            isinstance(one, kind) and one.objectName() == name and one.isVisible() for one in QApplication.allWidgets()
        )


def type_words(field: QWidget, words: str) -> None:
    """Press a key for each letter; Qt's own keyClicks knows ASCII only and aborts at the first Ł."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.fixture
def hands(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    made = Hands(qtbot, new_window(qtbot, qapp))
    made.window.doors.begin(None)
    yield made
    made.window.close()


def new_window(qtbot: QtBot, application: QApplication) -> MainWindow:
    window = build(application, Settings.load(), today=lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def keys(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def tab_to(widget: QWidget) -> None:
    """Press Tab until a widget has the focus."""
    for _ in range(20):
        if QApplication.focusWidget() is widget:
            return
        keys(widget.window(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.objectName()}")


def the_case(file: CaseFile) -> Case | None:
    people = [one for one in file.all(Person) if one.name == WHO]
    return file.find(Case, people[0].case_id) if people else None


def walk(hands: Hands, folder: Path) -> Case:
    """From a new case to its outcome."""
    hands.enter("who", WHO)
    hands.enter("country", "Poland")
    hands.enter("situation", HAPPENED)
    hands.enter("write_to", "Prokuratura Rejonowa")
    hands.click("add_case")
    case = the_case(hands.file)
    assert case is not None
    hands.click("head_write")
    hands.until(lambda: bool(hands.file.all(Letter, case_id=case.id)))
    hands.enter("letter_body", WORDS, anew=True)
    exporting = hands.workplace.letters.exporting
    exporting.choose_folder = lambda: str(folder)
    hands.click("desk_export")
    hands.until(lambda: len(list(folder.glob("*.docx"))) == 1)
    hands.until(lambda: hands.file.all(Letter, case_id=case.id)[0].state is LetterState.EXPORTED)
    hands.workplace.open_case(case.id)
    hands.click("head_outcome")
    hands.until(lambda: hands.window.workplace is not None and hands.workplace.outcomes.dialog is not None)
    QTest.keyClick(hands.widget(QComboBox, "kind"), Qt.Key.Key_Down)
    hands.enter("how_known", "Her brother rang us.")
    hands.click("record")
    assert len(hands.file.all(Outcome, case_id=case.id)) == 1
    return case


def test_the_whole_path_by_mouse_and_back_and_again(
    hands: Hands, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    hands.click("sample")
    hands.workplace.rail.choose("cases")
    hands.click("new_case")
    case = walk(hands, tmp_path)
    words = "\n".join(paragraph.text for paragraph in Document(str(next(tmp_path.glob("*.docx")))).paragraphs)
    assert WHO in words
    assert "I read about her in our town." in words
    while hands.file.undo_label:
        hands.workplace.desk.session.undo()
    assert the_case(hands.file) is None
    assert hands.file.all(Outcome, case_id=case.id) == []
    while hands.file.redo_label:
        hands.workplace.desk.session.redo()
    hands.window.close()

    again = Hands(qtbot, new_window(qtbot, qapp))
    again.window.doors.begin(None)
    found = the_case(again.file)
    assert found is not None
    assert found.situation == HAPPENED
    (letter,) = again.file.all(Letter, case_id=case.id)
    assert "I read about her in our town." in letter.body.text
    assert len(again.file.all(Outcome, case_id=case.id)) == 1
    again.window.close()


def test_the_whole_path_by_keyboard_alone(hands: Hands, tmp_path: Path) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    window = hands.window

    def say(words: str) -> None:
        field = QApplication.focusWidget()
        assert field is not None, "nothing has the focus"
        type_words(field, words)

    window.menu["open_sample"].trigger()
    hands.until(lambda: window.workplace is not None)
    keys(window, Qt.Key.Key_N, control)
    for words in (WHO, "Poland", HAPPENED, "Prokuratura Rejonowa"):
        say(words)
        keys(window, Qt.Key.Key_Tab)
    keys(window, Qt.Key.Key_Return)
    case = the_case(hands.file)
    assert case is not None
    hands.until(lambda: hands.workplace.current_case_id() == case.id)
    keys(window, Qt.Key.Key_N, control | shift)
    hands.until(lambda: bool(hands.file.all(Letter, case_id=case.id)))
    hands.until(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    keys(window, Qt.Key.Key_A, control)
    say(WORDS)
    hands.workplace.letters.exporting.choose_folder = lambda: str(tmp_path)
    keys(window, Qt.Key.Key_E, control)
    hands.until(lambda: hands.file.all(Letter, case_id=case.id)[0].state is LetterState.EXPORTED)
    keys(window, Qt.Key.Key_O, control | shift)
    dialog = hands.workplace.outcomes.dialog
    assert dialog is not None
    hands.until(dialog.isActiveWindow)
    tab_to(dialog.kind)
    keys(dialog, Qt.Key.Key_Down)
    tab_to(dialog.how_known)
    say("Her brother rang us.")
    keys(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    hands.until(lambda: len(hands.file.all(Outcome, case_id=case.id)) == 1)
    # A screen nobody sees has no window manager to give the focus back to the window below.
    window.activateWindow()
    hands.until(window.isActiveWindow)
    keys(window, Qt.Key.Key_1, control)
    keys(window, Qt.Key.Key_Z, control)
    assert hands.file.all(Outcome, case_id=case.id) == []
    keys(window, Qt.Key.Key_Y, control)
    assert len(hands.file.all(Outcome, case_id=case.id)) == 1
