# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing in the body of a letter: facts keep their words, and nothing else gets in."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.letter import Body, Paragraph, ParagraphKind, Run
from amnesty_desktop.domain.letter_findings import Span
from amnesty_desktop.ui.letters.body_edit import BodyEdit
from amnesty_desktop.ui.letters.pasting import carrying
from amnesty_desktop.ui.look import Look

FACT = Run("They followed her.", claims=("a",))


@pytest.fixture
def edit(qtbot: QtBot, look: Look) -> BodyEdit:
    made = BodyEdit(look)
    qtbot.addWidget(made)
    made.resize(500, 300)
    return made


def show(edit: BodyEdit, *runs: Run) -> None:
    edit.show_body(Body((Paragraph(runs),)))


def caret(edit: BodyEdit, at: int, to: int | None = None) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(at)
    if to is not None:
        cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def runs(edit: BodyEdit) -> tuple[Run, ...]:
    return edit.body().paragraphs[0].runs


def test_typing_behind_a_fact_does_not_make_it_say_more(edit: BodyEdit) -> None:
    show(edit, FACT)
    caret(edit, len(FACT.text))
    QTest.keyClicks(edit, " And so")
    assert runs(edit) == (FACT, Run(" And so"))


def test_typing_before_a_fact_does_not_make_it_say_more(edit: BodyEdit) -> None:
    show(edit, FACT)
    caret(edit, 0)
    QTest.keyClicks(edit, "Then ")
    assert runs(edit) == (Run("Then "), FACT)


def test_typing_inside_a_fact_keeps_it_one(edit: BodyEdit) -> None:
    show(edit, FACT)
    caret(edit, 4)
    QTest.keyClicks(edit, " all")
    assert runs(edit) == (Run("They all followed her.", claims=("a",)),)


def test_words_typed_over_a_fact_are_the_writers_own(edit: BodyEdit) -> None:
    show(edit, Run("Before. "), FACT)
    caret(edit, len("Before. "), len("Before. " + FACT.text))
    QTest.keyClicks(edit, "Mine")
    assert runs(edit) == (Run("Before. Mine"),)


def test_a_fact_is_put_in_with_the_spaces_it_needs(edit: BodyEdit) -> None:
    show(edit, Run("Before.After."))
    caret(edit, 7)
    edit.put_in("They followed her.", "a")
    assert runs(edit) == (Run("Before. "), FACT, Run(" After."))


def test_a_fact_never_goes_into_the_middle_of_another(edit: BodyEdit) -> None:
    show(edit, FACT, Run(" End."))
    caret(edit, 4)
    edit.put_in("She called.", "b")
    assert runs(edit) == (FACT, Run(" "), Run("She called.", claims=("b",)), Run(" End."))


def test_putting_a_fact_in_is_one_step_to_undo(edit: BodyEdit) -> None:
    show(edit, Run("Before."))
    caret(edit, 7)
    edit.put_in("They followed her.", "a")
    edit.undo()
    assert runs(edit) == (Run("Before."),)


def test_a_request_becomes_a_bullet_behind_its_paragraph(edit: BodyEdit) -> None:
    show(edit, Run("I ask you:"))
    caret(edit, 3)
    edit.put_in_bullet("to let her go.")
    found = edit.body().paragraphs
    assert [(one.text, one.kind) for one in found] == [
        ("I ask you:", ParagraphKind.TEXT),
        ("to let her go.", ParagraphKind.BULLET),
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Backspace])
def test_enter_or_backspace_in_an_empty_bullet_ends_the_list(edit: BodyEdit, key: Qt.Key) -> None:
    show(edit, Run("I ask:"))
    edit.put_in_bullet("one")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, key)
    QTest.keyClicks(edit, "Thank you.")
    assert edit.body().paragraphs[-1] == Paragraph((Run("Thank you."),))


def test_ctrl_b_and_ctrl_i_set_bold_and_italic(edit: BodyEdit) -> None:
    show(edit, Run("one two"))
    caret(edit, 0, 3)
    edit.bold.trigger()
    caret(edit, 4, 7)
    edit.italic.trigger()
    assert runs(edit) == (Run("one", bold=True), Run(" "), Run("two", italic=True))
    assert edit.bold.shortcut() == QKeySequence(QKeySequence.StandardKey.Bold)


def test_pasting_brings_words_bold_italic_and_bullets_only(edit: BodyEdit) -> None:
    mime = QMimeData()
    mime.setHtml(
        "<p style='color:red'>A <b>bold</b> <a href='https://example.org'>link</a><img src='x.png'></p>"
        "<ul><li><i>one</i></li></ul><script>no()</script>"
    )
    show(edit)
    edit.insertFromMimeData(mime)
    first, second = edit.body().paragraphs
    assert first == Paragraph((Run("A "), Run("bold", bold=True), Run(" link")))
    assert second == Paragraph((Run("one", italic=True),), ParagraphKind.BULLET)


def test_pasted_plain_text_keeps_its_paragraphs_and_its_angle_brackets(edit: BodyEdit) -> None:
    mime = QMimeData()
    mime.setText("one\n\n<b>two</b>\n")
    show(edit)
    edit.insertFromMimeData(mime)
    assert edit.body().text == "one\n<b>two</b>"


def test_copying_inside_letters_takes_the_facts_along(edit: BodyEdit) -> None:
    show(edit, Run("Before. "), FACT)
    edit.selectAll()
    mime = edit.createMimeDataFromSelection()
    show(edit)
    edit.insertFromMimeData(mime)
    assert runs(edit) == (Run("Before. "), FACT)
    assert mime.text() == "Before. They followed her."


def test_dragged_facts_are_told_and_not_pasted_as_text(edit: BodyEdit, qtbot: QtBot) -> None:
    show(edit)
    with qtbot.waitSignal(edit.facts_dropped) as told:
        edit.insertFromMimeData(carrying(["a", "ask:b"]))
    assert told.args == [["a", "ask:b"]]
    assert edit.body() == Body()


def test_a_fact_is_dropped_where_the_pointer_is(edit: BodyEdit, qtbot: QtBot) -> None:
    show(edit, Run("Before."))
    edit.show()
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    end, mime = edit.viewport().rect().bottomRight(), carrying(["a"])
    drop = QDropEvent(QPointF(end), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    with qtbot.waitSignal(edit.facts_dropped):
        edit.dropEvent(drop)
    assert edit.textCursor().atEnd()


def test_marks_are_not_part_of_the_letter(edit: BodyEdit) -> None:
    show(edit, Run("One two three."))
    before = edit.body()
    edit.mark([Span(0, 4, 7), Span(9, 0, 1)])
    (mark,) = edit.extraSelections()
    assert mark.cursor.selectedText() == "two"
    assert edit.body() == before
    assert not edit.document().isUndoAvailable()


def test_the_first_gap_is_selected_to_be_typed_over(edit: BodyEdit) -> None:
    show(edit, Run("I learned that {what has happened} and {more}."))
    assert edit.select_first_gap()
    QTest.keyClicks(edit, "she was freed")
    assert edit.body().text == "I learned that she was freed and {more}."


def test_the_same_body_again_keeps_the_caret(edit: BodyEdit) -> None:
    show(edit, Run("Some words."))
    caret(edit, 5)
    show(edit, Run("Some "), Run("words."))
    assert edit.textCursor().position() == 5


def test_a_sealed_body_takes_no_key(edit: BodyEdit) -> None:
    show(edit, FACT)
    edit.setReadOnly(True)
    caret(edit, 0, 4)
    QTest.keyClicks(edit, "x")
    edit.bold.trigger()
    edit.bullets.trigger()
    assert edit.body() == Body((Paragraph((FACT,)),))
