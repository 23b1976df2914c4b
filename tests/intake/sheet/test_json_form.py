# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON value of a sheet keeps the shape other programs rely on."""

from tests.support.sheet_scores import read_of

SHAPE = [
    *("kind", "number", "year", "update", "closing", "index", "class", "country", "issued", "appeal_by", "languages"),
    *("people", "recommended_actions", "addressees", "model_letter", "title", "concerns", "summary", "background"),
    *("further_information_on", "notes", "warnings"),
]


def test_every_field_is_there_even_when_nothing_is_said() -> None:
    assert list(read_of("2020s-saudi-1")) == SHAPE


def test_what_is_not_said_is_null_or_empty() -> None:
    value = read_of("own-2010s-news-15")
    assert (value["index"], value["addressees"], value["model_letter"]) == (None, [], None)


def test_two_governments_are_a_list() -> None:
    assert read_of("1990s-indonesia-1")["country"] == ["ID", "TL"]


def test_recommended_actions_are_texts_and_the_letter_is_whole() -> None:
    value = read_of("own-2020s-belarus-1")
    assert value["recommended_actions"] == ["release her immediately and drop all charges."]
    assert value["model_letter"].startswith("Dear Prosecutor General,")
    assert value["model_letter"].endswith("Yours sincerely,")


def test_an_addressee_keeps_its_printed_lines() -> None:
    lines = read_of("2010s-russia-1")["addressees"][0]["lines"]
    assert lines[:2] == [
        "Gennady Petrovich Ostrovidin",
        "Chairman of the Investigative Committee of the Russian Federation",
    ]


def test_a_slip_in_the_year_is_a_warning_and_the_year_stays_as_printed() -> None:
    value = read_of("1990s-turkey-2")
    assert value["year"] == 1990
    assert "The number is one of 1990, but the date of issue is not in that year." in value["warnings"]


def test_minutes_are_no_sheet_and_say_so() -> None:
    value = read_of("2020s-saudi-1")
    assert value["kind"] == "other"
    assert value["warnings"] == [
        "This does not look like an Urgent Action sheet. Only what could be recognised was read."
    ]


def test_what_the_sheet_quotes_as_earlier_ones_is_kept() -> None:
    assert read_of("2000s-nepal-3")["further_information_on"].startswith(
        "Further Information on UA 198/04 (ASA 31/132/2004"
    )
