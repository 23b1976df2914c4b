# SPDX-License-Identifier: GPL-3.0-or-later
"""A name is found however it is spelled."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.names import (
    LONGEST_QUERY,
    MOST_WORDS,
    fold,
    highlights,
    matches,
    query_words,
    sort_form,
)

NASTY = st.text(max_size=40) | st.text(alphabet="aA'’-_. éßØłđæйЙё林若棠がさعسي\0\u0301\u200d\ud800😀½", max_size=40)

FOUND = [
    ("jose nunez", "José Núñez"),
    ("José", "JOSE"),
    ("lodz", "Łódź"),
    ("Oresund", "Øresund"),
    ("strasse", "Straße"),
    ("aeneas", "Æneas"),
    ("dao", "Đào"),
    ("obrien", "O'Brien"),
    ("O'Brien", "Obrien"),
    ("O’Brien", "O'Brien"),
    ("brien", "O'Brien"),
    ("Mamun", "Ma'mun"),
    ("avocat", "l'avocat"),
    ("al husayn", "al-Husayn"),
    ("alhusayn", "al-Husayn"),
    ("husayn", "al-Husayn"),
    ("al-Husayn", "Yusuf al Husayn"),
    ("al-Husayn", "al‑Husayn"),
    ("林", "林若棠"),
    ("若棠", "林若棠"),
    ("lin", "林若棠"),
    ("Lin Ruotang", "林若棠"),
    ("sakura", "さくら"),
    ("ga", "が"),
    ("solovev", "Соловьёв"),
    ("Соловьев", "Соловьёв"),
    ("andrei", "Андрей"),
    ("andrey", "Андрей"),
    ("papadop", "Παπαδόπουλος"),
    ("محمد", "مُحَمَّد"),
    ("mhmd", "محمد"),
    ("60/16", "UA 60/16"),
    ("ua 60", "UA 60/16"),
]


@pytest.mark.parametrize(("query", "text"), FOUND)
def test_a_name_is_found_however_it_is_spelled(query: str, text: str) -> None:
    assert matches(query, text)
    assert highlights(query, text)


@pytest.mark.parametrize(("query", "text"), [("ose", "José"), ("jose maria", "José"), ("", "José"), ("?!", "?!")])
def test_only_beginnings_of_words_and_all_of_them_are_found(query: str, text: str) -> None:
    assert not matches(query, text)
    assert highlights("", text) == ()


def test_plain_text_is_only_made_lower_case() -> None:
    assert fold("Held at Tamara Prison, 7 May") == "held at tamara prison, 7 may"


def test_a_name_with_a_hyphen_stands_joined_and_apart() -> None:
    assert fold("Yusuf al-Husayn").split() == ["yusuf", "alhusayn", "husayn"]


def test_chinese_names_stand_by_character_and_romanised() -> None:
    assert fold("林若棠").split() == ["林", "若", "棠", "linruotang", "ruotang", "tang"]


def test_a_query_is_folded_the_same_way() -> None:
    assert query_words("  Ángel O’Brien, al-Husayn 林 ") == ("angel", "obrien", "al", "husayn", "林")


@pytest.mark.parametrize("text", ["", "  ", "\0", "\ud800", "-'-", "\u0301"])
def test_an_empty_query_has_no_words(text: str) -> None:
    assert query_words(text) == ()


def test_a_query_is_cut_to_its_limits() -> None:
    assert len(query_words(" ".join(str(number) for number in range(100)))) == MOST_WORDS
    assert query_words("a" * 1000) == ("a" * LONGEST_QUERY,)


def test_hits_are_ranges_of_the_text_as_typed() -> None:
    text = "Letter of O’Brien to José Núñez"
    assert [text[begin:end] for begin, end in highlights("obr jose nu", text)] == ["O’Br", "José", "Nú"]


def test_a_hit_takes_in_the_marks_of_its_last_letter() -> None:
    text = "Jose\u0301 M."
    assert highlights("jose", text) == ((0, 5),)


def test_hits_in_romanised_text_mark_the_characters_spoken() -> None:
    assert highlights("ruotang", "见林若棠。") == ((2, 4),)


def test_names_sort_without_accents_and_apostrophes() -> None:
    names = ["Özil", "O'Brien", "al-Husayn", "Ángel", "Zola", "林若棠"]
    assert sorted(names, key=sort_form) == ["al-Husayn", "Ángel", "林若棠", "O'Brien", "Özil", "Zola"]


@given(NASTY)
def test_any_word_of_a_text_finds_the_text(text: str) -> None:
    for word in text.split():
        assert matches(word, text) or not query_words(word)


@given(NASTY, NASTY)
def test_hits_lie_in_the_text_in_order_and_apart(query: str, text: str) -> None:
    ranges = highlights(query, text)
    edges = [edge for hit in ranges for edge in hit]
    assert edges == sorted(set(edges))
    assert all(0 <= begin < end <= len(text) for begin, end in ranges)


@given(st.text(alphabet="aé'-o林й ", max_size=12), st.text(alphabet="aé'-o林й ", max_size=30))
def test_what_is_found_is_marked(query: str, text: str) -> None:
    assert not matches(query, text) or highlights(query, text)


@given(NASTY)
def test_the_search_form_holds_only_letters_the_index_knows(text: str) -> None:
    folded = fold(text)
    assert folded == folded.lower()
    assert "\0" not in folded
    folded.encode()


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "Mn", "Nd", "Zs"]), max_size=30))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed)
