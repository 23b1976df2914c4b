# SPDX-License-Identifier: GPL-3.0-or-later
"""A country is known by any of its names and shown by the usual one."""

import pytest

from amnesty_desktop.domain.countries import countries, country_code, country_name, postal_country
from amnesty_desktop.domain.names import sort_form

LANGUAGES = ["en", "fr", "de", "es"]


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("US", "en", "United States"),
        ("CD", "en", "DR Congo"),
        ("TR", "en", "Türkiye"),
        ("MM", "en", "Myanmar"),
        ("BA", "en", "Bosnia and Herzegovina"),
        ("hn", "en", "Honduras"),
        ("CD", "fr_CA", "RD Congo"),
        ("US", "fr", "États-Unis"),
        ("HK", "de", "Hongkong"),
        ("US", "es", "Estados Unidos"),
        ("US", "pl", "Stany Zjednoczone"),
        ("US", "xx", "United States"),
        ("US", "", "United States"),
    ],
)
def test_a_country_has_its_usual_name(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


def test_an_unknown_code_stays_as_it_is() -> None:
    assert country_name("QQ") == "QQ"
    assert country_name("") == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Honduras", "HN"),
        ("honduras ", "HN"),
        ("TURKEY", "TR"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Burma", "MM"),
        ("Myanmar (Burma)", "MM"),
        ("Ivory Coast", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Congo", "CG"),
        ("Democratic Republic of the Congo", "CD"),
        ("D.R. Congo", "CD"),
        ("Swaziland", "SZ"),
        ("East Timor", "TL"),
        ("U.S.A.", "US"),
        ("The Gambia", "GM"),
        ("Antigua & Barbuda", "AG"),
        ("Trinidad and Tobago", "TT"),
        ("Arabie saoudite", "SA"),
        ("Weißrussland", "BY"),
        ("Corea del Sur", "KR"),
        ("Kosovo", "XK"),
        ("SY", "SY"),
        ("HND", "HN"),
        ("UK", "GB"),
        ("Atlantis", None),
        ("Yugoslavia", None),
        ("QQ", None),
        ("ZZZ", None),
        ("hn", None),
        ("", None),
    ],
)
def test_a_name_in_any_of_four_languages_finds_its_country(text: str, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_shown_leads_back_to_its_country(language: str) -> None:
    assert [code for code, name in countries(language) if country_code(name) != code] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_countries_is_in_order_and_complete(language: str) -> None:
    names = [name for _, name in countries(language)]
    assert names == sorted(names, key=sort_form)
    assert len(names) == len(set(names)) > 240


def test_unions_and_empty_places_are_not_offered() -> None:
    assert {"EU", "UN", "ZZ", "AQ"}.isdisjoint(code for code, _ in countries())


def test_an_envelope_has_the_country_in_capitals() -> None:
    assert postal_country("CI", "fr") == "CÔTE D’IVOIRE"
    assert postal_country("SA") == "SAUDI ARABIA"
