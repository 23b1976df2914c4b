# SPDX-License-Identifier: GPL-3.0-or-later
"""How an addressee is addressed."""

import pytest

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.forms_of_address import (
    address_block,
    close_for,
    close_line,
    salutation_for,
    salutation_line,
)

LANGUAGES = ["en", "fr", "es", "de"]


@pytest.mark.parametrize("language", [*LANGUAGES, "ar"])
def test_a_given_salutation_and_close_are_never_changed(language: str) -> None:
    given = Addressee(office="Minister", salutation="Dear Minister/Estimado Señor Ministro", close="Respectfully")
    assert salutation_for(given, language) == "Dear Minister/Estimado Señor Ministro"
    assert close_for(given, language) == "Respectfully"


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("Minister of Security", "Dear Minister"),
        ("Ministro de Seguridad", "Dear Minister"),
        ("Prime Minister", "Dear Prime Minister"),
        ("Attorney General of the Republic", "Dear Attorney General"),
        ("Procureur du Roi", "Dear Prosecutor"),
        ("Embassy of Honduras", "Dear Ambassador"),
        ("President of the Republic", "Dear President"),
        ("His Majesty the King", "Your Majesty"),
        ("Director, North Prison", "Dear Director"),
        ("Deputy Minister of Justice", "Dear Sir or Madam"),
        ("Ministry of Justice", "Dear Sir or Madam"),
        ("Private Secretary to the President", "Dear Sir or Madam"),
        ("", "Dear Sir or Madam"),
    ],
)
def test_a_salutation_is_proposed_by_the_office(office: str, expected: str) -> None:
    assert salutation_for(Addressee(office=office), "en") == expected


def test_the_name_line_proposes_nothing() -> None:
    assert salutation_for(Addressee(name="Sr. Ministro Juan Pérez"), "es") == "Señora o señor"


def test_an_embassy_is_greeted_by_its_role() -> None:
    assert salutation_for(Addressee(role=AddresseeRole.EMBASSY, name="Embassy of Peru"), "en") == "Dear Ambassador"


@pytest.mark.parametrize(
    ("language", "salutation", "close"),
    [
        ("en", "Dear Minister,", "Yours sincerely,"),
        (
            "fr",
            "Madame la Ministre, Monsieur le Ministre,",
            "Veuillez agréer, Madame la Ministre, Monsieur le Ministre, l’expression de ma haute considération.",
        ),
        ("es", "Señora Ministra, señor Ministro:", "Le saluda atentamente,"),
        ("de", "Sehr geehrte Frau Ministerin, sehr geehrter Herr Minister,", "Mit freundlichen Grüßen"),
    ],
)
def test_each_language_puts_its_own_marks(language: str, salutation: str, close: str) -> None:
    minister = Addressee(office="Minister")
    assert (salutation_line(minister, language), close_line(minister, language)) == (salutation, close)


def test_a_given_mark_is_not_doubled() -> None:
    assert salutation_line(Addressee(salutation="Señor Ministro:"), "en") == "Señor Ministro:"


def test_a_letter_to_nobody_in_particular_closes_faithfully() -> None:
    assert close_for(Addressee(), "en") == "Yours faithfully"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_prisoner_is_greeted_by_name_and_warmly(language: str) -> None:
    prisoner = Addressee(role=AddresseeRole.PRISONER, name="Qiu Wanrong")
    assert "Qiu Wanrong" in salutation_for(prisoner, language)
    assert close_for(prisoner, language) != close_for(Addressee(), language)


MINISTER = Addressee(
    name="Sr. Ministro de Seguridad",
    office="Secretaría de Seguridad",
    address="Calle de Ejemplo 100\nTegucigalpa M.D.C.",
    country="HN",
)


def test_the_address_ends_with_the_country_in_capitals() -> None:
    assert address_block(MINISTER).splitlines() == [
        "Sr. Ministro de Seguridad",
        "Secretaría de Seguridad",
        "Calle de Ejemplo 100",
        "Tegucigalpa M.D.C.",
        "HONDURAS",
    ]


def test_inside_the_own_country_there_is_no_country_line() -> None:
    assert address_block(MINISTER, own_country="HN").endswith("Tegucigalpa M.D.C.")


def test_nothing_in_an_address_stands_twice() -> None:
    doubled = Addressee(
        name="Minister of Justice",
        office="minister of justice",
        address="  Main Street 1 \n\nMinister of Justice\nHonduras",
        country="HN",
    )
    assert address_block(doubled).splitlines() == ["Minister of Justice", "Main Street 1", "HONDURAS"]


def test_an_address_without_a_country_is_printed_as_it_is() -> None:
    assert address_block(Addressee(name="A", address="B")) == "A\nB"
    assert address_block(Addressee()) == ""
