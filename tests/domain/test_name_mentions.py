# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding names in the text of a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.name_mentions import (
    distance,
    letter_name,
    mentions,
    misspellings,
    withheld_mentions,
    words_of,
)
from amnesty_desktop.domain.person import Person

LEONELA = Person(case_id="case", name="Leonela Zúñiga Beltrán")
SAMAR = Person(case_id="case", name="Samar al-Nuhayli", own_script="سمر النحيلي")
LIN = Person(case_id="case", name="Qiu Wanrong", own_script="邱婉容")


def slips(text: str, *people: Person, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.form) for m in misspellings(text, people, known)]


def test_a_name_as_the_file_writes_it_is_exact() -> None:
    text = "I am writing about Leonela Zúñiga Beltrán’s safety."
    (found,) = mentions(text, LEONELA)
    assert (text[found.start : found.end], found.is_exact) == ("Leonela Zúñiga Beltrán", True)


def test_a_name_without_its_accents_is_found_and_not_exact() -> None:
    (found,) = mentions("about Leonela Zuniga Beltran today", LEONELA)
    assert (found.is_exact, found.form) == (False, "Leonela Zúñiga Beltrán")


def test_composed_and_decomposed_accents_are_the_same_spelling() -> None:
    (found,) = mentions("Leonela Zu\u0301n\u0303iga Beltra\u0301n", LEONELA)
    assert found.is_exact


@pytest.mark.parametrize("text", ["我写信给邱婉容先生。", "about 邱婉容"])
def test_a_name_is_found_in_a_script_without_spaces(text: str) -> None:
    assert [text[m.start : m.end] for m in mentions(text, LIN)] == ["邱婉容"]


def test_an_arabic_name_is_found_behind_a_joined_word() -> None:
    assert mentions("كتبت وسمر النحيلي", SAMAR)


def test_a_hyphen_in_a_name_separates_its_parts() -> None:
    assert [m.is_exact for m in mentions("Samar al Nuhayli", SAMAR)] == [False]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Leonella", "Leonela"), ("Zuniga", "Zúñiga"), ("Beltrrán", "Beltrán"), ("Loenela", "Leonela")],
)
def test_a_slip_in_a_name_is_found_with_the_right_spelling(typed: str, meant: str) -> None:
    assert slips(f"I wrote for {typed} in May.", LEONELA) == [(typed, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister met Marisa Quintana in Turin.",
        "Leonela’s brother; the Beltrán family; LEONELA ZÚÑIGA.",
        "Die Familie Beltráns und Leonelas Bruder.",
        "le frère d’Ana; l’avocat de Leonela",
    ],
)
def test_other_words_are_no_slips(text: str) -> None:
    assert slips(text, LEONELA) == []


def test_a_word_known_to_be_right_is_no_slip() -> None:
    marco = Person(case_id="case", name="Marco Augusto")
    text = "In August and March."
    assert slips(text, marco) == [("August", "Augusto"), ("March", "Marco")]
    assert slips(text, marco, known=("August March",)) == []


def test_another_spelling_kept_in_the_file_is_right() -> None:
    person = Person(case_id="case", name="Aleksandr Petrenka", other_names="Alexander Petrenko")
    assert slips("Alexander Petrenko was seen.", person) == []


def test_a_withheld_name_has_no_form_for_letters() -> None:
    assert letter_name(Person(case_id="case", name="Amina Khalil", withheld=True)) == ""


@pytest.mark.parametrize("text", ["Amina Khalil is ill.", "Mrs Khalil is ill.", "AMINA KHALIL", "amina khalil"])
def test_a_withheld_name_is_found_whole_or_by_one_telling_part(text: str) -> None:
    assert withheld_mentions(text, Person(case_id="case", name="Amina Khalil", withheld=True))


def test_a_part_of_a_withheld_name_that_may_be_said_is_not_telling() -> None:
    amina = Person(case_id="case", name="Amina Khalil", withheld=True)
    assert withheld_mentions("Her brother Omar Khalil is ill.", amina, known=("Omar Khalil",)) == ()


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    words = words_of(text)
    assert all(0 <= w.start < w.end <= len(text) and w.plain for w in words)
    assert [w.start for w in words] == sorted(w.start for w in words)


LETTERS = st.text("abcdé", max_size=7)


@given(LETTERS, LETTERS)
def test_distance_is_the_same_both_ways_and_nought_only_between_equals(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=12))
def test_a_name_put_into_a_text_is_found(before: str, after: str, name: str) -> None:
    person = Person(case_id="case", name=name)
    if words_of(person.name):
        assert mentions(f"{before} {person.name.strip()} {after}", person)
