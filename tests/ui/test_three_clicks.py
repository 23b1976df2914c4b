# SPDX-License-Identifier: GPL-3.0-or-later
"""From a case to its letter in Word: three clicks, or a few keys, besides the writing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from tests.support.sample import TODAY
from tests.support.windows import file_of, open_window, sample_path, workplace_of

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, CaseStatus
from amnesty_desktop.domain.letter import LetterState
from amnesty_desktop.domain.person import Person
from amnesty_desktop.edits import export
from amnesty_desktop.edits.drafting import draft_letter
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.ui.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, qapp)
    made.doors.open_path(sample_path(tmp_path))
    qtbot.waitUntil(lambda: made.workplace is not None, timeout=10_000)
    folder = tmp_path / "letters"
    folder.mkdir()
    workplace_of(made).letters.exporting.choose_folder = lambda: str(folder)
    yield made
    made.close()


def case_ready_to_write_for(file: CaseFile) -> Case:
    """A case whose first draft has nothing left to fill in."""
    for case in file.all(Case, status=str(CaseStatus.OPEN), order="key"):
        to = file.all(Addressee, case_id=case.id, order="position, key")
        if to and not case.no_contact and file.count(Person, case_id=case.id):
            draft = draft_letter(file, case.id, to[0].id, None, TODAY)
            if not any(finding.blocks for finding in export.findings(file, draft, TODAY)):
                return case
    raise AssertionError("the sample group has no such case")


def exported(qtbot: QtBot, window: MainWindow, folder: Path) -> str:
    """The words of the one letter in a folder, once it is there and marked."""
    letters = workplace_of(window).letters
    qtbot.waitUntil(
        lambda: letters.desk_page.letter is not None and letters.desk_page.letter.state is LetterState.EXPORTED,
        timeout=10_000,
    )
    (path,) = folder.glob("*.docx")
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_three_clicks_from_the_case_to_the_letter_in_word(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    case = case_ready_to_write_for(file_of(window))
    workplace_of(window).open_case(case.id)
    clicks = 0
    for name in ("head_write", "desk_export"):
        shown = [one for one in window.findChildren(QAbstractButton, name) if one.isVisible()]
        qtbot.mouseClick(shown[-1], Qt.MouseButton.LeftButton)
        clicks += 1
    words = exported(qtbot, window, tmp_path / "letters")
    assert any(person.name in words for person in file_of(window).all(Person, case_id=case.id))
    # The third one chooses the folder, once.
    assert clicks + 1 <= 3


def test_by_keys_alone_it_takes_fewer_than_ten(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    case = case_ready_to_write_for(file_of(window))
    workplace_of(window).open_case(case.id)
    pressed = 0
    for key, modifiers in ((Qt.Key.Key_N, CONTROL | SHIFT), (Qt.Key.Key_E, CONTROL)):
        window.activateWindow()
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        pressed += 1
    assert "{" not in exported(qtbot, window, tmp_path / "letters")
    assert pressed < 10
