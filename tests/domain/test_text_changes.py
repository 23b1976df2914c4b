# SPDX-License-Identifier: GPL-3.0-or-later
"""Two states of a text are compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.text_changes import Piece, compared

TEXTS = st.text(alphabet="ab \n", max_size=30) | st.text(max_size=20)


def test_only_the_words_that_differ_are_marked() -> None:
    before, after = compared("held in Tamara prison", "held in Larisa prison")
    assert before == (Piece("held in "), Piece("Tamara", is_changed=True), Piece(" prison"))
    assert [piece.text for piece in after if piece.is_changed] == ["Larisa"]


def test_very_long_texts_are_shown_without_marks() -> None:
    before, after = compared("word " * 20_000, "other " * 20_000)
    assert len(before) == len(after) == 1


@given(TEXTS, TEXTS)
def test_the_pieces_together_are_the_texts(before: str, after: str) -> None:
    left, right = compared(before, after)
    assert "".join(piece.text for piece in left) == before
    assert "".join(piece.text for piece in right) == after


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(piece.is_changed for side in compared(text, text) for piece in side)
