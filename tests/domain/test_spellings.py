# SPDX-License-Identifier: GPL-3.0-or-later
"""A name is found in any romanisation, and other names are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.names import query_words
from amnesty_desktop.domain.spellings import asked, finds, marked, shared_words, sound, sounds

HUSAYN = ("al-Husayn", "Al Hussain", "el-Hussein", "Alhusain", "al Hussayn", "Hosein", "ul-Hussein", "Hüseyin")
FOUND = [
    ("jose", "José"),
    ("shestakov", "Шестаков"),
    ("oyvind", "Øyvind"),
    ("lukasz", "Łukasz"),
    ("obrien", "O’Brien"),
    ("芳", "王芳"),
    *(("al husayn", name) for name in (*HUSAYN, "الحسين", "حسين")),
    *(("al-Hussein", name) for name in (*HUSAYN, "الحسين")),
    ("حسين", "الحسين"),
    ("mohammed", "Muhammad"),
    ("muhammad", "Mohamed"),
    ("Mohamad", "محمد"),
    ("ahmed", "Ahmad"),
    ("khaled", "Khalid"),
    ("khaled", "خالد"),
    ("khalid", "Ḫālid"),
    ("yousef", "Yusuf"),
    ("yusuf", "يوسف"),
    ("qasim", "Kassem"),
    ("kasim", "قاسم"),
    ("abdulrahman", "Abd al-Rahman"),
    ("abd al rahman", "Abdurrahman"),
    ("abdul rahman", "Abdel Rahman"),
    ("abdullah", "عبد الله"),
    ("fatima", "فاطمة"),
    ("fatimah", "Fatima"),
    ("karim", "Kareem"),
    ("maryam", "مريم"),
    ("ibrahim", "إبراهيم"),
    ("omar", "عمر"),
    ("suleiman", "Süleyman"),
    ("suleyman", "Sulayman"),
    ("noor", "Nour"),
    ("jamal", "Gamal"),
    ("sharif", "شريف"),
    ("šestakov", "Shestakov"),
    ("shestakov", "Šestakov"),
    ("schtscherbakow", "Щербаков"),
    ("shcherbakov", "Ščerbakov"),
    ("tschaikowski", "Чайковский"),
    ("sergey", "Sergej"),
    ("sergei", "Сергей"),
    ("dmitriy", "Dmitri"),
    ("solovyov", "Соловьёв"),
    ("solovev", "Соловьёв"),
    ("evgeny", "Yevgeniy"),
    ("alexey", "Aleksei"),
    ("nataliya", "Natalya"),
    ("kovalski", "Kowalsky"),
    ("mueller", "Müller"),
    ("muller", "Mueller"),
    ("müller", "Mueller"),
    ("soerensen", "Sørensen"),
    ("sörensen", "Soerensen"),
    ("haakon", "Håkon"),
    ("gonzales", "González"),
    ("weiss", "Weiß"),
    ("papadopoulos", "Παπαδόπουλος"),
]
APART = [
    ("maria", "Marek"),
    ("hasan", "Husayn"),
    ("حسن", "حسين"),
    ("hassan", "حسين"),
    ("ramon", "Ramin"),
    ("ali", "Alberto"),
    ("omar", "Amira"),
    ("joe", "José"),
    ("karl", "Karol"),
    ("salvador", "El Salto"),
    ("lin", "Leyla"),
]


@pytest.mark.parametrize(("query", "name"), FOUND)
def test_a_name_is_found_in_any_romanisation(query: str, name: str) -> None:
    assert finds(query, f"Example {name}")


@pytest.mark.parametrize(("query", "name"), APART)
def test_other_names_are_left_alone(query: str, name: str) -> None:
    assert not finds(query, name)


@pytest.mark.parametrize("typed", ["al h", "al hus", "alhus", "tschai", "moham"])
def test_a_name_is_found_while_it_is_being_typed(typed: str) -> None:
    assert finds(typed, "Mohamed al-Husayn Shestakov Чайковский")


def test_plain_names_have_no_further_words_but_their_consonants() -> None:
    assert sounds("Marta Kalan") == "ĸkln ĸmrt"


def test_the_article_alone_is_looked_for_as_it_is() -> None:
    assert finds("al", "al-Husayn")
    assert not finds("al", "Husayn")


def test_the_word_in_another_spelling_is_marked() -> None:
    text = "Visit of Yusuf al-Hussein, lawyer"
    assert [text[begin:end] for begin, end in marked("yousef husayn", text)] == ["Yusuf", "al-Hussein"]


@given(st.text(max_size=60))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert bool(asked(text)) == bool(query_words(text))
    sounds(text)


@given(st.text(alphabet="abcdehijklmnoqstuwyz", min_size=1, max_size=14))
def test_a_sound_is_a_word_and_stable_under_asking(word: str) -> None:
    assert sound(word).isalpha()
    assert finds(word, word)


def test_a_word_with_many_readings_is_asked_for_at_once() -> None:
    for word in ("bi" * 100, "bu" * 5_000, "kitunibo" * 30):
        ((*ways,),) = asked(word)
        assert len(ways) < 16
        assert not finds(word, "Maribel")
        sounds(word * 10)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("الحسين", "Yusuf al-Husayn"),
        ("الحسين", "Karim Elhussein"),
        ("محمد", "Mohammed Otieno"),
        ("خالد", "Khaled"),
        ("يوسف", "Yousef"),
        ("حوراء", "Hawraa Jabbar"),
        ("عبد الرحمن", "Abdulrahman"),
        ("عبد الرحمن", "Abd al-Rahman"),
    ],
)
def test_what_is_typed_in_arabic_finds_the_romanised_name(query: str, name: str) -> None:
    assert finds(query, name)


def test_typed_in_arabic_another_name_is_not_found() -> None:
    assert not finds("خالد", "Hawraa Jabbar")
    assert not finds("محمد", "Ahmed")


def test_hasan_and_husayn_are_found_together_in_arabic_and_are_no_duplicates() -> None:
    assert finds("الحسين", "Hasan")
    assert shared_words("الحسين", "Hasan")[0] == 0
