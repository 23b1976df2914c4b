# SPDX-License-Identifier: GPL-3.0-or-later
"""Mending a letter in one click."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.letter import Body, Letter, Paragraph, Run
from amnesty_desktop.domain.letter_findings import Finding, Mend, Rule, Span
from amnesty_desktop.domain.letter_mend import mended, with_words, without_claim


def finding(rule: Rule = Rule.TONE, **fields: object) -> Finding:
    return Finding(rule=rule, word="", sentence="", why="", **fields)  # type: ignore[arg-type]


def body(*texts: str) -> Body:
    return Body(tuple(Paragraph((Run(text),)) for text in texts))


def test_taking_out_a_fact_takes_its_words_and_the_empty_paragraph() -> None:
    both = Paragraph((Run("One. ", claims=("a",)), Run("Two.", claims=("b",))))
    alone = Paragraph((Run("One again.", claims=("a",)),))
    assert without_claim(Body((both, alone)), "a") == Body((Paragraph((Run("Two.", claims=("b",)),)),))


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("You are a cruel man.", 10, 15, "You are a man."),
        ("Cruel man", 0, 5, "man"),
        ("A man, cruel.", 7, 12, "A man,."),
    ],
)
def test_taking_out_words_leaves_no_double_space(text: str, start: int, end: int, expected: str) -> None:
    letter = Letter(case_id="case", body=body(text))
    assert mended(letter, finding(span=Span(0, start, end)), Mend.TAKE_OUT).body.text == expected


def test_replacing_keeps_the_look_of_the_place() -> None:
    runs = (Run("We know "), Run("Zuniga", bold=True), Run(" well."))
    changed = with_words(Body((Paragraph(runs),)), Span(0, 8, 14), "Zúñiga")
    assert changed.paragraphs[0].runs == (Run("We know "), Run("Zúñiga", bold=True), Run(" well."))


def test_replacing_over_several_runs_takes_the_look_of_the_first() -> None:
    runs = (Run("Ana Zu", bold=True), Run("niga."))
    changed = with_words(Body((Paragraph(runs),)), Span(0, 4, 10), "Zúñiga")
    assert changed.paragraphs[0].runs == (Run("Ana Zúñiga", bold=True), Run("."))


@pytest.mark.parametrize(
    ("mend", "part", "expected"),
    [
        (Mend.USE_SALUTATION, "salutation", "Dear Minister,"),
        (Mend.USE_ADDRESS, "address", "Dear Minister,"),
        (Mend.ADD_COPY, "copies", "Copy to: A\nDear Minister,"),
    ],
)
def test_other_mends_write_into_their_part(mend: Mend, part: str, expected: str) -> None:
    letter = Letter(case_id="case", copies="Copy to: A")
    assert getattr(mended(letter, finding(instead="Dear Minister,"), mend), part) == expected


def test_a_finding_that_no_longer_fits_changes_nothing() -> None:
    letter = Letter(case_id="case", body=body("Short."))
    assert mended(letter, finding(span=Span(0, 3, 40)), Mend.TAKE_OUT) == letter
    assert mended(letter, finding(span=Span(4, 0, 1)), Mend.REPLACE) == letter
    assert mended(letter, finding(), Mend.REPLACE) == letter


def test_a_mend_of_the_file_is_refused() -> None:
    with pytest.raises(ValueError, match="does not change the letter"):
        mended(Letter(case_id="case"), finding(), Mend.MAKE_EXTERNAL)


@given(st.lists(st.text(max_size=6), min_size=1, max_size=4), st.text(min_size=1, max_size=5), st.data())
def test_replacing_changes_exactly_the_span(texts: list[str], words: str, data: st.DataObject) -> None:
    paragraph = Paragraph(tuple(Run(text) for text in texts))
    whole = paragraph.text
    if not whole:
        return
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    changed = with_words(Body((paragraph,)), Span(0, start, end), words)
    expected = whole[:start] + words + whole[end:]
    assert changed.text == (expected if expected.strip() else "")
