# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything is found by any spelling, and no text typed into the search box is an error."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.builders import add, case, letter, outcome, person

from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.member import Member
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.store import search
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.cases import CaseFilter, case_keys
from amnesty_desktop.store.indexing import index_blob
from amnesty_desktop.store.letters import LetterFilter, letter_keys
from amnesty_desktop.store.outcomes import OutcomeFilter, outcome_keys
from amnesty_desktop.store.people import PersonFilter, person_keys
from amnesty_desktop.store.search import match_expression

_NAMES = (
    ("José Núñez", "jose"),
    ("José Núñez", "NUÑEZ"),
    ("Łukasz Żak", "lukasz"),
    ("Øyvind Sørensen", "oyvind sor"),
    ("Sinéad O'Brien", "obrien"),
    ("Sinéad O’Brien", "o'brien"),
    ("Hasan al-Husayn", "al-husayn"),
    ("Hasan al-Husayn", "husayn"),
    ("Анна Петрова", "Петрова"),
    ("Анна Петрова", "petrova"),
    ("王芳", "芳"),
    ("王芳", "王芳"),
    ("حسن الحسيني", "حسن"),
    ("Đỗ Thị Minh", "do thi"),
    ("Ümit Şahin", "sahin"),
    ("Weiß", "weiss"),
)
_SPELLINGS = (
    ("Шестаков", "shestakov"),
    ("Щербаков", "schtscherbakow"),
    ("Šestakov", "shestakov"),
    ("Соловьёв", "solovyov"),
    ("Сергей", "sergej"),
    ("Чайковский", "tschaikowski"),
    ("Yevgeniy", "evgeny"),
    ("Müller", "mueller"),
    ("Mueller", "Müller"),
    ("Sørensen", "soerensen"),
    ("Håkon", "haakon"),
    ("Yusuf al-Husayn", "al husayn"),
    ("Yusuf Al Hussain", "al husayn"),
    ("Yusuf el-Hussein", "al husayn"),
    ("Yusuf Alhusain", "al husayn"),
    ("Hüseyin", "al husayn"),
    ("الحسين", "al husayn"),
    ("الحسين", "حسين"),
    ("Muhammad", "mohammed"),
    ("محمد", "mohamad"),
    ("Khalid", "khaled"),
    ("خالد", "khaled"),
    ("Ḫālid", "khalid"),
    ("يوسف", "youssef"),
    ("Abd al-Rahman", "abdulrahman"),
    ("Abdurrahman", "abd al-rahman"),
    ("عبد الله", "abdullah"),
    ("Kassem", "qasim"),
    ("فاطمة", "fatimah"),
    ("Nour", "noor"),
    ("González", "gonzales"),
    ("Kowalsky", "kovalski"),
)
_AWKWARD = (
    '"',
    "a-b",
    "don't",
    "AND",
    "(",
    "*",
    "^",
    "",
    "\0",
    "NEAR(a b)",
    "a:b",
    "title:x",
    '""',
    "-",
    "OR OR",
    "\ud800",
    "{",
    "'",
)


def _cases(file: CaseFile, query: str) -> int:
    return len(case_keys(file.engine, CaseFilter(query=query)))


@pytest.mark.parametrize(("name", "query"), _NAMES)
def test_a_name_is_found_however_it_is_spelled(file: CaseFile, name: str, query: str) -> None:
    teacher = case()
    add(file, teacher, person(teacher, name), case("Somebody else entirely"))
    assert _cases(file, query) == 1
    assert len(person_keys(file.engine, PersonFilter(query=query))) == 1
    assert {hit.case_id for hit in file.search(query)} == {teacher.id}


def test_every_spelling_of_a_name_finds_the_same_people(file: CaseFile) -> None:
    cases = {name: case(title="") for name, _ in _SPELLINGS}
    add(file, *cases.values(), *(person(cases[name], name) for name, _ in _SPELLINGS))
    for name, query in _SPELLINGS:
        found = {hit.case_id for hit in file.search(query) if hit.table == "people"}
        assert cases[name].id in found, (name, query)
        assert len(found) <= 6, (query, len(found))


def test_words_of_a_case_may_come_from_its_person_its_country_and_its_number(file: CaseFile) -> None:
    teacher = case(country="HN", reference="UA 60/16")
    add(file, teacher, person(teacher, "Maribel Zúñiga"), case("Another", country="HN"))
    assert _cases(file, "maribel honduras") == 1
    assert _cases(file, "ua 060/2016 mari") == 1
    assert _cases(file, "honduras") == 2


def test_a_case_is_found_by_the_words_of_its_letters_from_three_letters_on(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, letter(teacher, "The harbour was closed."))
    assert _cases(file, "harb") == 1
    assert _cases(file, "ha") == 0


def test_an_empty_query_means_everything(file: CaseFile) -> None:
    add(file, case(), case())
    assert _cases(file, "   ") == 2
    assert file.search("  ") == []


def test_what_is_in_the_bin_or_deleted_is_not_found(file: CaseFile) -> None:
    teacher = case("Harbour")
    add(file, teacher, letter(teacher, "Harbour"))
    file.edit("Bin", lambda write: bin_edits.put(write, [teacher], datetime(2026, 6, 1, tzinfo=UTC)))
    assert file.search("harbour") == []
    assert len(letter_keys(file.engine, LetterFilter(query="harbour"))) == 0


def test_a_changed_text_is_found_by_its_new_words_only(file: CaseFile) -> None:
    teacher = case("Harbour")
    add(file, teacher)
    add(file, replace(teacher, title="River"))
    assert (_cases(file, "harbour"), _cases(file, "river")) == (0, 1)
    file.undo()
    assert (_cases(file, "harbour"), _cases(file, "river")) == (1, 0)


def test_an_undone_creation_leaves_the_index(file: CaseFile) -> None:
    teacher = case("Harbour")
    add(file, teacher, letter(teacher, "Harbour"))
    file.undo()
    assert file.search("harbour") == []
    file.redo()
    assert len(file.search("harbour")) == 2


def test_letters_and_outcomes_are_found_by_their_case(file: CaseFile) -> None:
    teacher = case("Harbour")
    add(file, teacher, letter(teacher, "Nothing of it"), outcome(teacher))
    assert len(letter_keys(file.engine, LetterFilter(query="harb"))) == 1
    assert len(outcome_keys(file.engine, OutcomeFilter(query="harb"))) == 1


def test_a_member_is_found_and_belongs_to_no_case(file: CaseFile) -> None:
    add(file, Member(name="Bruno Ávila"))
    (hit,) = file.search("avila")
    assert (hit.table, hit.case_id, hit.text) == ("members", None, "Bruno Ávila")


def test_cases_come_first_among_the_hits(file: CaseFile) -> None:
    teacher = case("Harbour")
    add(file, teacher, letter(teacher, "Harbour " * 5), person(teacher, "Harbour"))
    assert file.search("harbour")[0].table == "cases"
    assert len(file.search("harbour", most=2)) == 2


@pytest.mark.parametrize("query", _AWKWARD)
def test_signs_of_a_query_language_are_plain_text(file: CaseFile, query: str) -> None:
    add(file, case("don't touch a-b"))
    file.search(query)
    _cases(file, query)


@given(query=st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_text_at_all_is_an_error(file: CaseFile, query: str) -> None:
    file.search(query)
    _cases(file, query)
    person_keys(file.engine, PersonFilter(query=query))


def test_the_words_inside_a_kept_file_are_found_once_they_are_known(file: CaseFile) -> None:
    teacher = case()
    scan = Attachment(case_id=teacher.id, name="scan.pdf", digest="d" * 64)
    add(file, teacher, scan)
    assert file.search("lighthouse") == []
    file.engine.run("INSERT INTO blob_texts (hash, text) VALUES (?, 'The lighthouse at night')", (scan.digest,))
    index_blob(file.engine, scan.digest)
    assert [hit.row_id for hit in file.search("lighthouse")] == [scan.id]
    assert _cases(file, "lighthouse") == 1


def test_two_thousand_random_texts_raise_nothing(file: CaseFile) -> None:
    teacher = case("Harbour", country="HN")
    add(file, teacher, person(teacher, "王芳 Петрова"), letter(teacher))
    chance = random.Random(7)
    letters = "aeéßłø'\"*()-^:{}\\%_ \0\n\t芳حПА0９\u202e\ud800\udc00😀ORANDNEAR"
    for _ in range(2_000):
        query = "".join(chance.choices(letters, k=chance.randrange(40)))
        file.search(query)
        _cases(file, query)
        letter_keys(file.engine, LetterFilter(query=query))


def test_a_query_as_long_as_a_letter_is_cut_short(file: CaseFile) -> None:
    assert len(match_expression("word " * 10_000)) < 600
    assert file.search("x" * 100_000) == []


def test_a_withheld_name_can_be_found_and_is_not_shown(file: CaseFile) -> None:
    hidden = case(country="EG")
    add(file, hidden, person(hidden, "Samira Exampleova", withheld=True))
    shown = [hit.text for hit in file.search("samira")]
    assert any(text == "Name withheld" for text in shown)
    assert not any("Samira" in text for text in shown)


def test_a_person_is_found_by_organisation_other_names_and_number(file: CaseFile) -> None:
    of = case("Taken from the works")
    ana = person(of, "Ana Vidal", other_names="Anna Widal", organisation="Tramway Union", prisoner_number="B3-0417")
    add(file, of, ana)
    for query in ("tramway", "widal", "0417", "tramway ana"):
        assert ana.id in {hit.row_id for hit in file.search(query)}, query


def test_where_whole_words_give_enough_nothing_that_only_begins_so_is_gathered(
    file: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MOST_OTHERS", 2)
    teacher = case()
    add(file, teacher, *(letter(teacher, subject=words) for words in ("prison", "prison", "prisoner")))
    assert list(letter_keys(file.engine, LetterFilter(query="prison"))) == [2, 1]
    assert list(letter_keys(file.engine, LetterFilter(query="priso"))) == [3, 2]
    assert list(letter_keys(file.engine, LetterFilter(query="prisoner"))) == [3]
