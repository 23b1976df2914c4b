# SPDX-License-Identifier: GPL-3.0-or-later
"""How values lie in rows: every field a column, the frame on every table, every text as it was."""

from dataclasses import MISSING, fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import add, case, frames, letter, person

from amnesty_desktop.domain.letter import Body, Paragraph, ParagraphKind, Run
from amnesty_desktop.domain.person import Person
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.rows import NOUNS, Noun, body_from_json, body_to_json, codecs, storable

_EACH_NOUN = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.table)
_FRAME = {
    "key": ("INTEGER", 0),
    "id": ("TEXT", 1),
    "created": ("TEXT", 1),
    "stamps": ("TEXT", 1),
    "binned": ("TEXT", 0),
    "gone": ("INTEGER", 1),
    "live": ("INTEGER", 1),
}
_NASTY = (
    "Robert'); DROP TABLE cases;--",
    "=cmd|' /C calc'!A0",
    "<img src=x onerror=alert(1)>",
    "שלום \u202eabc\u202c عربي",
    "👩‍👩‍👧‍👦 ❤️ e\u0301 é",
    "line\r\nline\ttab\x0b\x7f",
    "\u200b\ufeff\u2028\uffff",
    " leading and trailing ",
    "{field} %s %(x)s ${y}",
)


def _columns(file: CaseFile, noun: Noun) -> dict[str, tuple[str, int]]:
    return {
        name: (kind, not_null) for _, name, kind, not_null, _, _ in file.engine.rows(f"PRAGMA table_info({noun.table})")
    }


@_EACH_NOUN
def test_every_field_has_a_column_of_its_type(file: CaseFile, noun: Noun) -> None:
    columns = _columns(file, noun)
    for field, codec in zip(fields(noun.record), codecs(noun.record), strict=True):  # type: ignore[arg-type]  # mypy takes no class of Any for hashable
        kind, not_null = columns[codec.name]
        hint = str(field.type)
        assert kind == ("INTEGER" if hint.startswith(("int", "bool", "<class 'int'>", "<class 'bool'>")) else "TEXT")
        assert bool(not_null) == ("None" not in hint)


@_EACH_NOUN
def test_every_table_has_the_whole_frame_and_is_strict(file: CaseFile, noun: Noun) -> None:
    columns = _columns(file, noun)
    assert {name: columns[name] for name in _FRAME} == _FRAME
    assert file.engine.value("SELECT strict FROM pragma_table_list WHERE name = ?", (noun.table,)) == 1


@_EACH_NOUN
def test_columns_that_are_no_field_and_no_frame_are_derived(file: CaseFile, noun: Noun) -> None:
    extra = _columns(file, noun).keys() - _FRAME.keys() - {field.name for field in fields(noun.record)}
    assert all(name.startswith("sort_") or name in ("who", "who_own", "last_event", "last_event_on") for name in extra)


def test_places_in_the_index_are_apart_and_small() -> None:
    places = [noun.place for noun in NOUNS if noun.place >= 0]
    assert all(noun.place >= 0 for noun in NOUNS if noun.searched)
    assert len(set(places)) == len(places)
    assert max(places) < 32


@_EACH_NOUN
def test_a_value_with_defaults_comes_back_equal(file: CaseFile, noun: Noun) -> None:
    given_fields: dict[str, Any] = {}
    for field in fields(noun.record):
        if field.default is MISSING and field.default_factory is MISSING:
            enumeration = getattr(field.type, "__members__", None)
            given_fields[field.name] = next(iter(enumeration.values())) if enumeration else "some text"
    value = noun.record(**given_fields)
    add(file, value)
    assert file.get(noun.record, value.id) == value


@pytest.mark.parametrize("text", _NASTY)
def test_every_text_comes_back_as_it_was(file: CaseFile, text: str) -> None:
    odd = case(text, situation=text, country="GB")
    add(file, odd, person(odd, text, own_script=text), letter(odd, text, subject=text))
    assert file.get(type(odd), odd.id) == odd
    assert file.all(Person)[0].name.encode() == text.encode()
    assert file.search("nothing of the kind") == []


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_what_can_be_stored_is_left_alone(text: str) -> None:
    assert storable(text) == text


@given(st.text(st.characters(categories=["Cs", "L", "Cc"])))
def test_anything_can_be_made_storable(text: str) -> None:
    stored = storable(text)
    assert "\0" not in stored
    assert storable(stored) == stored
    stored.encode()


def test_half_a_character_is_shown_and_two_halves_are_joined() -> None:
    assert storable("a\ud800b") == "a\ufffdb"
    assert storable("\ud83d\ude00") == "😀"


def test_a_lone_surrogate_and_a_nul_do_not_stop_an_edit(file: CaseFile) -> None:
    odd = case("half \ud83d and \0 nothing")
    add(file, odd, letter(odd, "a \udc00 letter\0"))
    assert file.get(type(odd), odd.id).title == "half \ufffd and  nothing"
    assert "\0" not in frames(file)["letters", file.all(type(letter(odd)))[0].id]["body"]


def test_a_name_of_ten_thousand_characters_is_kept_listed_and_found(file: CaseFile) -> None:
    long = "Maribel " + "x" * 10_000
    teacher = case()
    add(file, teacher, person(teacher, long))
    assert file.all(Person)[0].name == long
    assert file.search("maribel")[0].case_id == teacher.id


def test_a_body_keeps_its_runs_and_their_claims() -> None:
    runs = (Run("Dear ", language="fr"), Run("Ana", bold=True, claims=("c1", "c2")), Run("!", italic=True))
    body = Body((Paragraph(runs), Paragraph((Run("- one"),), ParagraphKind.BULLET), Paragraph()))
    assert body_from_json(body_to_json(body)) == body
