# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of spreadsheets are known by their names; what cannot be told is left out."""

import pytest

from amnesty_desktop.intake.column_fields import FIELDS, RowsAre
from amnesty_desktop.intake.columns import columns_at, find_columns, header_of, memory_key, unclear
from amnesty_desktop.intake.table import Table


def table(*rows: str) -> Table:
    return Table(tuple(tuple(cell.strip() for cell in row.split("|")) if row else () for row in rows))


@pytest.mark.parametrize(
    "header",
    [
        "Name|Country|UA no.|Date issued|Deadline|Concerns|Status|Notes",
        "Nom|Pays|Référence|Date d'émission|Date limite|Préoccupations",
        "Wer|Land|Aktennummer|Ausgestellt am|Frist|Thema",
        "Nombre y apellidos|País|Número de acción|Fecha|Plazo|Tema",
    ],
)
def test_columns_of_cases_in_four_languages(header: str) -> None:
    found = find_columns(table(header))
    assert found.rows_are is RowsAre.CASES
    assert found.columns[:6] == ("who", "country", "reference", "issued", "appeal_by", "issue")


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("Role|Name|Address line 1|City|Country|E-mail|Fax|Salutation", "role name address address country email fax"),
        ("Fonction|Destinataire|Rue|Ville|Pays|Courriel|Télécopie", "office name address address country email fax"),
        ("Funktion|Empfänger|Straße|Ort|Land|E-Mail|Telefax|Anrede", "office name address address country email fax"),
        (
            "Cargo|Destinatario|Calle|Ciudad|País|Correo electrónico|Fax",
            "office name address address country email fax",
        ),
    ],
)
def test_columns_of_addresses_in_four_languages(header: str, wanted: str) -> None:
    found = find_columns(table(header))
    assert found.rows_are is RowsAre.ADDRESSES
    assert list(found.columns[:7]) == wanted.split()


def test_titles_above_the_names_of_the_columns_are_passed_over() -> None:
    found = find_columns(table("Our cases 2019", "", "Who|Country|Paper", "Ana|Chile|UA 1/19"))
    assert found.header == 2
    assert found.first_row == 3


def test_without_names_nothing_is_guessed() -> None:
    found = find_columns(table("Ana|Chile|12", "Eva|Peru|13"))
    assert found.header is None
    assert found.columns == ("", "", "")
    assert unclear(table("Ana|Chile|12"), found) == (0, 1, 2)
    assert header_of(table("Ana|Chile|12"), found, 1) == "Column B"


def test_two_columns_are_not_the_same_thing() -> None:
    found = find_columns(table("Who|Country|Land|Paper"))
    assert found.columns.count("country") == 1
    assert unclear(table("Who|Country|Land|Paper", "Ana|Chile|Chile|"), found) == (2,)


def test_what_was_chosen_before_is_remembered_without_its_words() -> None:
    key = memory_key(RowsAre.CASES, "Zuletzt gesehen:")
    assert "zuletzt" not in key
    found = find_columns(table("Who|Country|zuletzt GESEHEN"), {key: "background"})
    assert found.columns == ("who", "country", "background")


def test_a_text_is_no_name_of_a_column() -> None:
    assert memory_key(RowsAre.CASES, "She was taken from her home by three men and has not been seen since then.") == ""


def test_another_row_may_be_named_as_the_header() -> None:
    found = columns_at(table("Who|Country", "Name|Pays"), RowsAre.CASES, 1)
    assert found.first_row == 2
    assert found.columns == ("who", "country")


def test_what_the_window_calls_a_column_means_it() -> None:
    for rows_are, fields in FIELDS.items():
        for field in fields:
            assert columns_at(table(field.label), rows_are, 0).columns == (field.name,)
