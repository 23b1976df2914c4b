# SPDX-License-Identifier: GPL-3.0-or-later
"""The evening's pile: letters, envelopes, labels and sheets in one go."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.exporting import Exported
from amnesty_desktop.ui.letters.view import LettersView


@pytest.fixture
def ready(desk: Desk, letter: Letter) -> Letter:
    made = replace(letter, state=LetterState.READY)
    add(desk.session.file, made)
    return made


@pytest.fixture
def paper(view: LettersView, ready: Letter, tmp_path: Path) -> LettersView:
    view.exporting.folder = tmp_path
    view.exporting.open_url = lambda _url: True
    view.open_letter(ready.id)
    return view


def tick(view: LettersView, name: str, *, on: bool = True) -> None:
    assert view.exporting.dialog is not None
    box = view.exporting.dialog.findChild(QCheckBox, name)
    assert box is not None
    box.setChecked(on)


def button(view: LettersView, name: str) -> QPushButton:
    assert view.exporting.dialog is not None
    found = view.exporting.dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def done(qtbot: QtBot, view: LettersView, act: Callable[[], None]) -> Exported:
    with qtbot.waitSignal(view.exporting.done) as told:
        act()
    found: Exported = told.args[0]
    return found


def test_the_pile_is_one_document_and_its_envelopes(
    qtbot: QtBot, desk: Desk, paper: LettersView, ready: Letter, tmp_path: Path
) -> None:
    paper.paper.print_pile()
    exported = done(qtbot, paper, button(paper, "Export").click)
    assert [path.name.split(",")[0] for path in exported.paths] == ["Letters", "Envelopes"]
    assert exported.sentence == f"1 letter and envelopes are in {tmp_path}."
    assert desk.session.file.get(Letter, ready.id).state is LetterState.EXPORTED


def test_envelopes_alone_leave_the_letter_as_it_was(
    qtbot: QtBot, desk: Desk, paper: LettersView, ready: Letter, tmp_path: Path
) -> None:
    paper.paper.make_around()
    tick(paper, "labels")
    tick(paper, "signatures")
    exported = done(qtbot, paper, button(paper, "Make them").click)
    assert len(exported.paths) == 3
    assert exported.sentence == f"Envelopes, labels and signature sheets are in {tmp_path}."
    assert desk.session.file.get(Letter, ready.id).state is LetterState.READY


def test_with_nothing_ticked_there_is_nothing_to_make(paper: LettersView) -> None:
    paper.paper.make_around()
    tick(paper, "envelopes", on=False)
    assert not button(paper, "Make them").isEnabled()


def test_envelopes_to_nobody_are_refused(
    desk: Desk, paper: LettersView, ready: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk.session.file, replace(ready, address=""))
    paper.paper.make_around()
    button(paper, "Make them").click()
    assert "None of these letters has an address." in paper.bars.trouble.accessibleName()


def test_without_a_ready_letter_the_pile_says_so(view: LettersView) -> None:
    view.paper.print_pile()
    assert "No letter is ready" in view.bars.trouble.accessibleName()
    assert view.exporting.dialog is None


@pytest.mark.parametrize(("act", "name"), [("make_petition", "Petition"), ("make_join_sheet", "Join us")])
def test_a_sheet_is_written_and_opened(
    qtbot: QtBot, desk: Desk, paper: LettersView, tmp_path: Path, act: str, name: str
) -> None:
    with qtbot.waitSignal(desk.jobs.started) as told:
        getattr(paper.paper, act)()
    with qtbot.waitSignal(told.args[0].ended):
        pass
    assert [path.name.split(",")[0] for path in tmp_path.glob("*.docx")] == [name]


def test_the_check_is_asked_before_envelopes_too(desk: Desk, paper: LettersView, ready: Letter) -> None:
    case = desk.session.file.get(Case, ready.case_id)
    add(desk.session.file, replace(case, no_contact="The family asks for no letters."))
    paper.paper.make_around()
    button(paper, "Make them").click()
    assert "The family asks for no letters." in paper.bars.trouble.accessibleName()


def test_a_petition_says_no_more_than_the_letter_may(
    qtbot: QtBot, desk: Desk, paper: LettersView, ready: Letter, tmp_path: Path
) -> None:
    add(desk.session.file, replace(ready, subject="About {name}"))
    with qtbot.waitSignal(paper.exporting.refused):
        paper.paper.make_petition()
    assert list(tmp_path.glob("*.docx")) == []
