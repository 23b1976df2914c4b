# SPDX-License-Identifier: GPL-3.0-or-later
"""Matches are shown in context."""

from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.excerpts import excerpt, hits

LONG = "Word after word. " * 400


def _said(query: str, text: str) -> str:
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in excerpt(query, text))


def test_the_words_around_a_match_are_shown_and_the_match_marked() -> None:
    said = _said("harbour", f"{LONG}She was seen in the harbour on Monday. {LONG}")
    assert said.startswith("… ")
    assert "seen in the [harbour] on Monday." in said
    assert said.endswith(" …")
    assert len(said) < 160


def test_a_short_text_is_shown_whole() -> None:
    assert _said("harb", "The harbour") == "The [harbour]"


def test_another_spelling_is_marked_too() -> None:
    assert _said("husayn", "Letter of Yusuf al-Hussein") == "Letter of Yusuf [al-Hussein]"


def test_what_is_not_there_has_no_excerpt() -> None:
    assert excerpt("harbour", "river") == ()
    assert excerpt("", "river") == ()


@given(st.text(alphabet="aé-' o林", max_size=8), st.text(alphabet="aé-' o林\n", max_size=60))
def test_an_excerpt_is_part_of_the_text(query: str, text: str) -> None:
    said = "".join(piece.text for piece in excerpt(query, text)).strip("… ")
    assert said in " ".join(text.split())
    assert bool(hits(query, " ".join(text.split()))) == bool(excerpt(query, text))
