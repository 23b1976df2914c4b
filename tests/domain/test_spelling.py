# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words are looked up, and which are right without a dictionary."""

import pytest

from amnesty_desktop.domain.letter import Body, Paragraph, Run
from amnesty_desktop.domain.spelling import is_right, known_words, names_in, words_to_check

NOTHING = frozenset[str]()
AMERICAN = {"color", "organized", "center", "traveled", "the", "right", "aime", "minister", "defense", "catalog"}


def body(*runs: Run) -> Body:
    return Body((Paragraph(runs),))


def looked_at(*runs: Run, language: str = "en") -> list[str]:
    return [seen.word for seen in words_to_check(body(*runs), language)]


def right(word: str, language: str = "en", known: frozenset[str] = NOTHING) -> bool:
    return is_right(word, language, known, lambda each: each.lower() in AMERICAN)


def test_gaps_addresses_of_the_net_and_numbers_are_left_alone() -> None:
    assert looked_at(Run("See {date of it} on www.x.org or a@b.example, UA 60/16 of 2016 now")) == [
        "See",
        "on",
        "or",
        "UA",
        "of",
        "now",
    ]


def test_words_in_another_language_are_left_alone() -> None:
    assert looked_at(Run("He said: "), Run("detenida ayer", language="es"), Run(" yes")) == ["He", "said", "yes"]


def test_a_word_knows_where_it_stands() -> None:
    (_, seen) = words_to_check(body(Run("the "), Run("minster", bold=True)), "en")
    assert (seen.span.paragraph, seen.span.start, seen.span.end) == (0, 4, 11)


@pytest.mark.parametrize(
    "word", ["colour", "organised", "centre", "travelled", "defence", "catalogue", "grey", "minister’s"]
)
def test_british_spelling_is_right(word: str) -> None:
    assert right(word)


@pytest.mark.parametrize("word", ["minster", "colur", "thee"])
def test_a_slip_is_wrong(word: str) -> None:
    assert not right(word)


def test_names_of_the_case_are_right_with_and_without_their_endings() -> None:
    known = known_words(["Maribel Quiñónez Tábora"])
    assert right("Quiñónez", known=known)
    assert right("Tábora’s", known=known)
    assert right("UA")


def test_french_words_lose_their_elided_article() -> None:
    assert right("j’aime", "fr")
    assert not right("j’aimme", "fr")


def test_names_in_running_text_are_those_inside_a_sentence() -> None:
    assert list(names_in("Yesterday the post in San Bartolo shut. The Roble family left.")) == [
        "San",
        "Bartolo",
        "Roble",
    ]
