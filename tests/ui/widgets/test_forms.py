# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields with their labels, values with their captions, and text that grows."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.problems import Problem
from amnesty_desktop.ui.look import Look
from amnesty_desktop.ui.widgets.captioned_value import CaptionedValue
from amnesty_desktop.ui.widgets.form_field import FormField
from amnesty_desktop.ui.widgets.paragraph import Paragraph
from amnesty_desktop.ui.widgets.plain_edit import PlainEdit

PROBLEM = Problem("name", "The group has no name.", "Write the one you use in letters.")


@pytest.fixture
def field(look: Look, qtbot: QtBot) -> FormField:
    found = FormField(look, "name", "&Name of the group", QLineEdit(), hint="As in your letters.")
    qtbot.addWidget(found)
    return found


@pytest.fixture
def edit(look: Look, qtbot: QtBot) -> PlainEdit:
    found = PlainEdit(look, lines=2, most=4)
    qtbot.addWidget(found)
    found.resize(300, 60)
    found.show()
    return found


def below(field: FormField) -> Paragraph:
    return field.findChildren(Paragraph)[0]


def test_the_label_belongs_to_its_editor(field: FormField) -> None:
    label = next(found for found in field.findChildren(QLabel) if found.text() == "&Name of the group")
    assert label.buddy() is field.editor
    assert field.editor.accessibleName() == "Name of the group"


def test_a_problem_is_said_below_and_to_a_screen_reader(field: FormField) -> None:
    field.show_problem(PROBLEM)
    assert below(field).text() == "The group has no name. Write the one you use in letters."
    assert field.editor.accessibleDescription() == below(field).text()


def test_the_hint_comes_back_when_the_problem_is_gone(field: FormField) -> None:
    field.show_problem(PROBLEM)
    field.clear_problem()
    assert field.problem is None
    assert below(field).text() == "As in your letters."


def test_a_value_takes_no_room_while_there_is_none(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    value = CaptionedValue(look, "Situation", parent=page)
    assert value.isHidden()
    value.set_text("Held since March.")
    assert not value.isHidden()
    value.set_text("  ")
    assert value.isHidden()


def test_a_value_is_spoken_with_its_caption(look: Look, qtbot: QtBot) -> None:
    value = CaptionedValue(look, "Situation", "Held since March.")
    qtbot.addWidget(value)
    assert value.findChildren(Paragraph)[0].accessibleName() == "Situation: Held since March."


def test_an_edit_grows_with_its_lines_up_to_its_most(edit: PlainEdit) -> None:
    heights = []
    for lines in (1, 2, 3, 4, 9):
        edit.setPlainText("\n".join("line" for _ in range(lines)))
        heights.append(edit.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_an_edit_scrolls_only_beyond_its_most(edit: PlainEdit) -> None:
    edit.setPlainText("line\n" * 3)
    assert edit.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    edit.setPlainText("line\n" * 9)
    assert edit.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_tab_leaves_an_edit(edit: PlainEdit) -> None:
    assert edit.tabChangesFocus()


def test_pasting_brings_words_alone(edit: PlainEdit) -> None:
    pasted = QMimeData()
    pasted.setHtml("<b>Held</b> since March")
    pasted.setText("Held since March")
    edit.insertFromMimeData(pasted)
    assert edit.toPlainText() == "Held since March"


def test_the_label_begins_where_the_editor_begins_in_a_mirrored_window(look: Look, right_to_left: None) -> None:
    field = FormField(look, "name", "Name", QLineEdit())
    assert field._label.alignment() & Qt.AlignmentFlag.AlignRight
    assert field._label.alignment() & Qt.AlignmentFlag.AlignAbsolute
