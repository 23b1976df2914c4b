# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the group's own templates."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.documents.word_files import changed_template, typed_template

from amnesty_desktop.domain.own_template import OwnTemplate
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.dialogs.templates_page import TemplatesPage

OWN = changed_template("{subject}", "Concerning: {subject}")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TemplatesPage:
    made = TemplatesPage(desk, None)
    qtbot.addWidget(made)
    return made


def press(page: TemplatesPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    button.click()


def add(qtbot: QtBot, desk: Desk, page: TemplatesPage, path: Path) -> None:
    page.choose_file = lambda: str(path)
    with qtbot.waitSignal(desk.jobs.started) as told:
        press(page, "Add a Word file")
    with qtbot.waitSignal(told.args[0].ended):
        pass


def test_an_empty_page_says_how_to_begin(page: TemplatesPage) -> None:
    assert page.list.isHidden()
    assert not page._trial.isEnabled()


def test_a_sound_file_is_kept_at_once_and_can_be_undone(
    qtbot: QtBot, desk: Desk, page: TemplatesPage, tmp_path: Path
) -> None:
    path = tmp_path / "Winter.docx"
    path.write_bytes(OWN)
    add(qtbot, desk, page, path)
    assert [one.name for one in desk.session.file.all(OwnTemplate)] == ["Winter"]
    assert page.findings.lines[0].startswith("Every part of a letter has its place.")
    assert desk.session.file.undo_label == "Add a template"


def test_a_file_with_faults_is_explained_and_not_kept(
    qtbot: QtBot, desk: Desk, page: TemplatesPage, tmp_path: Path
) -> None:
    path = tmp_path / "Odd.docx"
    path.write_bytes(typed_template("{adress}"))
    add(qtbot, desk, page, path)
    assert any("Did you mean {address}?" in line for line in page.findings.lines)
    assert desk.session.file.count(OwnTemplate) == 0


def test_a_file_of_the_same_name_takes_the_old_one_s_place(
    qtbot: QtBot, desk: Desk, page: TemplatesPage, tmp_path: Path
) -> None:
    path = tmp_path / "Winter.docx"
    for content in (OWN, changed_template("{subject}", "About: {subject}")):
        path.write_bytes(content)
        add(qtbot, desk, page, path)
    (kept,) = desk.session.file.all(OwnTemplate)
    assert desk.session.file.bytes_of(kept.digest) == content


def test_a_template_is_renamed_and_put_into_the_bin(
    qtbot: QtBot, desk: Desk, page: TemplatesPage, tmp_path: Path
) -> None:
    path = tmp_path / "Winter.docx"
    path.write_bytes(OWN)
    add(qtbot, desk, page, path)
    page.name.setText("Summer")
    page.name.editingFinished.emit()
    assert [one.name for one in desk.session.file.all(OwnTemplate)] == ["Summer"]
    press(page, "Put into the bin")
    assert desk.session.file.all(OwnTemplate) == []


def test_a_test_letter_is_asked_for_with_what_was_read(
    qtbot: QtBot, desk: Desk, page: TemplatesPage, tmp_path: Path
) -> None:
    path = tmp_path / "Winter.docx"
    path.write_bytes(OWN)
    add(qtbot, desk, page, path)
    with qtbot.waitSignal(page.trial_requested) as told:
        press(page, "Test letter in Word")
    assert told.args[0].report.is_usable
