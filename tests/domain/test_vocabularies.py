# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind has a word, and every word of a list keeps its code."""

import importlib
import pkgutil
import re
from enum import StrEnum

import pytest

import amnesty_desktop.domain
from amnesty_desktop.domain.case import CaseKind, Confidentiality
from amnesty_desktop.domain.letter import LetterState, ParagraphKind
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.domain.reply import ReplyKind
from amnesty_desktop.domain.vocabularies import (
    ISSUES,
    MISSION_OUTCOMES,
    OUTCOMES,
    RISKS,
    Term,
    find_term,
    label,
    outcomes_of,
    short_label,
    term,
    term_label,
)

RECORDS = "addressee case claim group letter outcome person reply source".split()  # noqa: SIM905
KINDS = [
    kind
    for name in RECORDS
    for kind in vars(importlib.import_module(f"amnesty_desktop.domain.{name}")).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind not in (StrEnum, ParagraphKind)
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_every_kind_has_a_label_of_its_own(kind: type[StrEnum]) -> None:
    labels = [label(value) for value in kind]
    assert len(set(labels)) == len(labels)
    assert all(text and "_" not in text for text in labels)


def test_the_records_named_here_are_there() -> None:
    modules = {module.name for module in pkgutil.iter_modules(amnesty_desktop.domain.__path__)}
    assert modules.issuperset(RECORDS)


def test_classes_of_papers_are_said_as_the_window_says_them() -> None:
    assert label(Confidentiality.INTERNAL) == "members only"
    assert label(Confidentiality.EXTERNAL) == "may be passed on"


def test_values_that_share_their_text_keep_their_own_labels() -> None:
    assert label(LetterState.RETURNED) == "Came back"
    assert label(ReplyKind.RETURNED) == "Undeliverable"


def test_a_kind_of_no_list_has_no_label() -> None:
    with pytest.raises(LookupError):
        label(ParagraphKind.TEXT)


def test_narrow_columns_have_short_names_for_kinds_of_case() -> None:
    assert [short_label(kind) for kind in CaseKind] == [
        "UA",
        "EX",
        "MA",
        "NSA",
        "Long-term",
        "W4R",
        "Campaign",
        "Other",
    ]


def test_the_five_improvements_of_the_mission_come_first() -> None:
    assert OUTCOMES[:5] == MISSION_OUTCOMES
    assert [each.code for each in MISSION_OUTCOMES] == [
        "torture_stopped",
        "reappeared",
        "death_sentence_commuted",
        "detention_acknowledged",
        "prisoner_of_conscience_released",
    ]


def test_outcomes_stand_better_then_worse_then_unchanged() -> None:
    assert tuple(each for direction in Direction for each in outcomes_of(direction)) == OUTCOMES


def test_ways_of_release_are_never_one() -> None:
    codes = {"released", "released_on_conditions", "released_on_bail", "pardoned", "sentence_served"}
    assert codes <= {each.code for each in outcomes_of(Direction.BETTER)}


def test_codes_are_plain_words_and_each_stands_for_one_thing() -> None:
    terms = [*OUTCOMES, *RISKS, *ISSUES]
    assert len({each.code for each in terms}) == len(terms)
    assert all(re.fullmatch("[a-z]+(_[a-z]+)*", each.code) and each.label for each in terms)


@pytest.mark.parametrize("terms", [OUTCOMES, RISKS, ISSUES])
def test_no_list_says_the_same_twice(terms: tuple[Term, ...]) -> None:
    labels = [each.label for each in terms]
    assert len(set(labels)) == len(labels)


def test_a_term_of_no_list_is_not_found_but_can_be_shown() -> None:
    assert find_term("land_of_our_own") is None
    assert term_label("land_of_our_own") == "land of our own"
    with pytest.raises(LookupError):
        term("land_of_our_own")


def test_a_term_is_fetched_by_its_code() -> None:
    assert term("released_on_bail").direction is Direction.BETTER
    assert term("torture").direction is None
