# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies of letters into Qt's text document and back."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from amnesty_desktop.domain.letter import Body, Paragraph, ParagraphKind, Run
from amnesty_desktop.ui.letters.body_document import Setting, change, fill, joined, position_in, read

SETTING = Setting(9, 4, 20, 18)
# Qt parts paragraphs at these, and keeps them out of runs of its own.
_SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffc\ufdd0\ufdd1")
_RUNS = st.builds(
    Run,
    st.text(_SIGNS, min_size=1, max_size=12),
    st.booleans(),
    st.booleans(),
    st.sampled_from(("", "es")),
    st.sampled_from(((), ("a",), ("a", "b"))),
)
_PARAGRAPHS = st.builds(Paragraph, st.lists(_RUNS, max_size=4).map(tuple), st.sampled_from(ParagraphKind))


def body(*paragraphs: str) -> Body:
    return Body(tuple(Paragraph((Run(text),)) for text in paragraphs))


@given(st.lists(_PARAGRAPHS, max_size=5).map(tuple))
@settings(max_examples=60, deadline=None)
def test_what_goes_into_the_document_comes_out_of_it(paragraphs: tuple[Paragraph, ...]) -> None:
    document = QTextDocument()
    fill(document, Body(paragraphs), SETTING)
    expected = list(joined(Body(paragraphs)).paragraphs)
    while expected and not expected[-1].text.strip():
        expected.pop()
    assert read(document) == Body(tuple(expected))


def test_a_line_break_inside_a_paragraph_stays_one() -> None:
    document = QTextDocument()
    fill(document, body("one\ntwo"), SETTING)
    assert document.blockCount() == 1
    assert read(document).text == "one\ntwo"


def test_filling_leaves_nothing_to_undo() -> None:
    document = QTextDocument()
    fill(document, body("one", "two"), SETTING)
    assert not document.isUndoAvailable()


def test_changing_is_one_step_to_undo() -> None:
    document = QTextDocument()
    bullets = Body((Paragraph((Run("ask"),), ParagraphKind.BULLET), Paragraph((Run("end", True),))))
    fill(document, bullets, SETTING)
    change(document, body("something else"), SETTING)
    assert read(document) == body("something else")
    document.undo()
    assert read(document) == bullets


def test_a_place_counts_characters_as_the_domain_does() -> None:
    document = QTextDocument("😀 Ana")
    assert position_in(document.begin(), 2) == 3
    cursor = QTextCursor(document)
    cursor.setPosition(position_in(document.begin(), 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "Ana"
