# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters to Word from the window: where to, in which form, and what keeps them from going."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.letter import Body, Letter, LetterState, Paragraph, Run
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.exporting import Exported, Exporting


@pytest.fixture
def exporting(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Exporting:
    made = Exporting(desk)
    made.choose_folder = lambda: str(tmp_path)
    return made


def opening(exporting: Exporting) -> list[QUrl]:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    exporting.open_url = open_url
    return opened


@pytest.fixture
def second(desk: Desk, letter: Letter) -> Letter:
    made = replace(letter, id="second", subject="The second letter")
    add(desk.session.file, made)
    return made


def done(qtbot: QtBot, exporting: Exporting, act: Callable[[], None]) -> Exported:
    with qtbot.waitSignal(exporting.done) as told:
        act()
    found: Exported = told.args[0]
    return found


def press(exporting: Exporting, name: str, kind: type[QPushButton] | type[QRadioButton] = QPushButton) -> None:
    assert exporting.dialog is not None
    button = exporting.dialog.findChild(kind, name)
    assert button is not None
    button.click()


def test_one_letter_goes_straight_into_the_chosen_folder(
    qtbot: QtBot, desk: Desk, exporting: Exporting, letter: Letter, tmp_path: Path
) -> None:
    exported = done(qtbot, exporting, lambda: exporting.export([letter.id], None))
    (path,) = exported.paths
    assert path.parent == tmp_path
    assert "Dear Minister," in [paragraph.text for paragraph in Document(str(path)).paragraphs]
    assert desk.session.file.get(Letter, letter.id).state is LetterState.EXPORTED
    assert path.name in exported.sentence


def test_the_folder_is_asked_for_once(qtbot: QtBot, exporting: Exporting, letter: Letter, tmp_path: Path) -> None:
    asked: list[int] = []

    def choose() -> str:
        asked.append(1)
        return str(tmp_path)

    exporting.choose_folder = choose
    for _ in range(2):
        done(qtbot, exporting, lambda: exporting.export([letter.id], None))
    assert len(asked) == 1
    assert len(list(tmp_path.glob("*.docx"))) == 1


def test_choosing_no_folder_exports_nothing(desk: Desk, exporting: Exporting, letter: Letter) -> None:
    exporting.choose_folder = lambda: ""
    exporting.export([letter.id], None)
    assert not desk.jobs.under_way
    assert desk.session.file.get(Letter, letter.id).state is LetterState.DRAFT


@pytest.mark.parametrize(("form", "files"), [("each", 2), ("one", 1)])
def test_several_letters_ask_how(
    qtbot: QtBot, exporting: Exporting, letter: Letter, second: Letter, tmp_path: Path, form: str, files: int
) -> None:
    exporting.export([letter.id, second.id], None)
    press(exporting, form, QRadioButton)
    press(exporting, "other_folder")
    exported = done(qtbot, exporting, lambda: press(exporting, "Export"))
    assert len(exported.paths) == len(list(tmp_path.glob("*.docx"))) == files
    named = f", as “{exported.paths[0].name}”" if files == 1 else ""
    assert exported.sentence == f"2 letters are in {tmp_path}{named}."


def test_leaving_the_dialog_exports_nothing(desk: Desk, exporting: Exporting, letter: Letter, second: Letter) -> None:
    exporting.export([letter.id, second.id], None)
    press(exporting, "Leave it")
    assert exporting.dialog is None
    assert not desk.jobs.under_way


def test_printing_opens_one_document(
    qtbot: QtBot, exporting: Exporting, letter: Letter, second: Letter, tmp_path: Path
) -> None:
    opened = opening(exporting)
    done(qtbot, exporting, lambda: exporting.export([letter.id, second.id], None, open_after=True))
    assert [Path(url.toLocalFile()).parent for url in opened] == [tmp_path]


def test_a_letter_with_a_gap_stays_here_and_says_why(
    qtbot: QtBot, desk: Desk, exporting: Exporting, letter: Letter, tmp_path: Path
) -> None:
    add(desk.session.file, replace(letter, body=Body((Paragraph((Run("I learned {what}."),)),))))
    with qtbot.waitSignal(exporting.refused) as told:
        exporting.export([letter.id], None)
    assert told.args[0].letter_id == letter.id
    assert list(tmp_path.glob("*.docx")) == []
    assert desk.session.file.get(Letter, letter.id).state is LetterState.DRAFT


def test_a_folder_that_is_gone_is_said_and_asked_for_anew(
    qtbot: QtBot, desk: Desk, exporting: Exporting, letter: Letter, tmp_path: Path
) -> None:
    exporting.choose_folder = lambda: str(tmp_path / "gone")
    with qtbot.waitSignal(exporting.trouble) as told:
        exporting.export([letter.id], None)
    assert "no folder" in told.args[0].message
    assert exporting.folder is None
    assert desk.session.file.get(Letter, letter.id).state is LetterState.DRAFT


def test_the_folder_opens_in_the_desktops_own_window(exporting: Exporting, tmp_path: Path) -> None:
    opened = opening(exporting)
    exporting.open_folder(Exported(("a",), (tmp_path / "a.docx",), tmp_path))
    assert Path(opened[0].toLocalFile()) == tmp_path


def test_a_letter_changed_in_word_is_asked_about_and_stays(
    qtbot: QtBot, exporting: Exporting, letter: Letter, tmp_path: Path
) -> None:
    (path,) = done(qtbot, exporting, lambda: exporting.export([letter.id], None)).paths
    path.write_bytes(b"changed in Word")
    with qtbot.waitSignal(exporting.changed) as told:
        exporting.export([letter.id], None)
    assert (told.args[0].paths, path.read_bytes()) == ((path,), b"changed in Word")
    assert done(qtbot, exporting, told.args[0].beside).paths == (path.with_stem(f"{path.stem} (2)"),)
    assert path.read_bytes() == b"changed in Word"
