# SPDX-License-Identifier: GPL-3.0-or-later
"""Who holds the office of an address, in whatever order and language its lines stand."""

import pytest

from amnesty_desktop.intake.sheet.holder import name_and_office, unwrapped


@pytest.mark.parametrize(
    ("lines", "name", "office"),
    [
        (["Minister of Justice", "Mr Oskar Vantroy"], "Oskar Vantroy", "Minister of Justice"),
        (["President", "Son Excellence", "Monsieur Adlen Merzak", "La Présidence"], "Adlen Merzak", "President"),
        (["Governor of Sirvan", "Sirvan Valisi", "Sirvan Valiligi, Turkey"], "", "Governor of Sirvan"),
        (["Governor of Tashi Prison", "Jianyuzhang", "Xizang Di Yi Jianyu"], "", "Governor of Tashi Prison"),
        (["National Commission on Human Rights", "Komnas HAM"], "", "National Commission on Human Rights"),
        (["La Voz del Cerro"], "", "La Voz del Cerro"),
        (["Governor Dale Whitcombe", "Office of the Governor"], "Dale Whitcombe", "Office of the Governor"),
        (["Director General Pio Macaraig", "Chief, National Police"], "Pio Macaraig", "Chief, National Police"),
        (
            ["Dra. Amparo Lozada", "Fiscal General de la Nación, Fiscalía General de la Nación"],
            "Amparo Lozada",
            "Fiscal General de la Nación",
        ),
        (["State Governor", "Exma. Governadora do Estado", "Sra. Iara Lobato"], "Iara Lobato", "State Governor"),
        (["Regional Police Chief, East Timor:", "Col. (Pol.) Sudiro WIRYAWAN"], "Sudiro Wiryawan", None),
        (["Guide suprême de la République", "d’Iran", "Mohsen Araqi"], "Mohsen Araqi", None),
        (["Comité de Familiares (organisation de défense des droits)"], "", "Comité de Familiares"),
    ],
)
def test_name_and_office_are_told_apart(lines: list[str], name: str, office: str | None) -> None:
    found = name_and_office(unwrapped(lines))
    assert found == (name, office if office is not None else found[1])


def test_an_office_broken_over_two_lines_is_whole_again() -> None:
    assert unwrapped(["Guide suprême de la République", "d’Iran"]) == ["Guide suprême de la République d’Iran"]
