# SPDX-License-Identifier: GPL-3.0-or-later
"""How the sample's texts are read: days counted from today, and bodies whose facts are marked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.dates import PartialDate, UnreadableDate
from amnesty_desktop.domain.letter import ParagraphKind
from amnesty_desktop.edits.sample_words import SampleDays

DAYS = SampleDays(date(2026, 11, 23), issued=date(2025, 3, 1))


@pytest.mark.parametrize(
    ("mark", "edtf"),
    [
        (-40, "2026-10-14"),
        (3, "2026-11-26"),
        ("-40 month", "2026-10"),
        ("-900 year about", "2024~"),
        ("-47 doubt", "2026-10-07?"),
        ("before -200 month", "../2026-05"),
        ("since -200 month", "2026-05/.."),
        ("unknown", "XXXX"),
        ("1979", "1979"),
    ],
)
def test_a_mark_stands_for_a_date_as_far_as_it_is_known(mark: int | str, edtf: str) -> None:
    assert DAYS.partial(mark) == PartialDate(edtf)


def test_no_mark_is_no_date() -> None:
    assert DAYS.partial(None) is None


def test_a_mark_that_means_nothing_is_refused() -> None:
    with pytest.raises(UnreadableDate):
        DAYS.partial("next week")


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("On {-40} it rained.", "en", "On 14 October 2026 it rained."),
        ("On {-40 short} it rained.", "en", "On 14 October it rained."),
        ("Since {-400 month} it rains.", "en", "Since October 2025 it rains."),
        ("Le {-53}, il pleuvait.", "fr", "Le 1er octobre 2026, il pleuvait."),
        ("El {-40} llovía.", "es", "El 14 de octubre de 2026 llovía."),
        ("El {-40 short} llovía.", "es", "El 14 de octubre llovía."),
        ("UA 5/{yy}, {yyyy}", "en", "UA 5/25, 2025"),
        ("a {gap to fill} stays", "en", "a {gap to fill} stays"),
    ],
)
def test_days_in_a_text_are_said_in_its_language(text: str, language: str, said: str) -> None:
    assert DAYS.words(text, language) == said


def test_lines_broken_for_the_file_are_joined_and_paragraphs_stay() -> None:
    assert DAYS.words("one\ntwo\n\nthree\n") == "one two\n\nthree"


def test_a_body_carries_the_facts_its_words_rest_on() -> None:
    body = DAYS.body(
        "I write. [She was taken.](taken) [Then moved](moved, seen).", {"taken": "1", "moved": "2", "seen": "3"}
    )
    assert [(run.text, run.claims) for run in body.paragraphs[0].runs] == [
        ("I write. ", ()),
        ("She was taken.", ("1",)),
        (" ", ()),
        ("Then moved", ("2", "3")),
        (".", ()),
    ]


def test_lines_that_begin_with_a_hyphen_are_bullets() -> None:
    body = DAYS.body("I ask you:\n\n- to let her\n  go;\n- to say where she is.", {})
    assert [(p.kind, p.text) for p in body.paragraphs] == [
        (ParagraphKind.TEXT, "I ask you:"),
        (ParagraphKind.BULLET, "to let her go;"),
        (ParagraphKind.BULLET, "to say where she is."),
    ]


def test_a_fact_that_the_case_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        DAYS.body("[She was taken.](takken)", {"taken": "1"})


@given(st.integers(-4000, 4000), st.sampled_from(["", " month", " year"]), st.sampled_from(["", " about", " doubt"]))
def test_the_day_meant_always_lies_within_the_date(offset: int, form: str, end: str) -> None:
    found = DAYS.partial(f"{offset:+}{form}{end}")
    assert found is not None
    assert found.earliest <= DAYS.day(offset) <= found.latest
