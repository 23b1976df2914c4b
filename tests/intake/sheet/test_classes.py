# SPDX-License-Identifier: GPL-3.0-or-later
"""Single habits of real sheets: how they name people, offices and countries, and what is none of these."""

import pytest

from amnesty_desktop.domain.addressee import AddresseeRole
from amnesty_desktop.intake.page_text import PageText
from amnesty_desktop.intake.plain_text import lines_of
from amnesty_desktop.intake.sheet.address import printed_address
from amnesty_desktop.intake.sheet.contacts import numbers_in
from amnesty_desktop.intake.sheet.draft import DraftAddressee, SheetDraft, Sureness
from amnesty_desktop.intake.sheet.reading import read_sheet

TOP = "PUBLIC AI Index: AMR 37/009/2003\n25 June 2003\n\nUA 187/03 Fear for safety\n\n"
ACT = "RECOMMENDED ACTION: Please send appeals:\n- calling for their release.\n\nAPPEALS TO:\n"


def draft(text: str) -> SheetDraft:
    return read_sheet(PageText(lines_of(text), "text"))


def names(text: str) -> list[str]:
    return [each.name for each in draft(TOP + text + "\n\n" + ACT).people]


def addressees(text: str, label: str = ACT) -> list[tuple[str, str, str]]:
    found = draft(f"{TOP}PERU Ana Ruiz (f)\n\n{label}{text}")
    return [(each.name, each.office, each.salutation) for each in found.addressees]


@pytest.mark.parametrize(
    ("listed", "people"),
    [
        ("PERU Ana Ruiz (f) aged 43\nFour other men, unnamed", ["Ana Ruiz"]),
        ("PERU Ana Ruiz (f)\nYazdan (m) (surname not known)", ["Ana Ruiz", "Yazdan"]),
        ('PERU Ana Ruiz (f)\nCorrection: "Hugo Pas" should read Hugo Paz-Rey (m)', ["Ana Ruiz", "Hugo Paz-Rey"]),
        ("PERU Padre Hugo Rey Paz (m), priest", ["Hugo Rey Paz"]),
        ("PERU Fr. Hugo Rey Paz (m), priest", ["Hugo Rey Paz"]),
        (
            "PERU Ana Ruiz (f)\nand one other whose name is not known\nHugo Rey-Paz, farmer",
            ["Ana Ruiz", "Hugo Rey-Paz"],
        ),
        ("PERU: MONKS OF TAMBO THREATENED", []),
        (
            "PERU\nAna Ruiz     ] workers of the Instituto\nHugo Paz     ] Popular de\nCapacitar (IPC)",
            ["Ana Ruiz", "Hugo Paz"],
        ),
    ],
)
def test_only_people_are_people(listed: str, people: list[str]) -> None:
    assert names(listed) == people


def test_an_age_right_behind_the_mark_is_the_age() -> None:
    assert draft(f"{TOP}PERU Ana Ruiz (f) aged 43\n").people[0].age == 43


@pytest.mark.parametrize(
    ("block", "name", "office", "salutation"),
    [
        (
            "General Procurator\nHugo PAZREY\nFax: +51 1 555 0101\nSalutation: Dear Sir",
            "Hugo Pazrey",
            "General Procurator",
            "Dear Sir",
        ),
        (
            "OBERSTE JUSTIZAUTORITÄT\nAyatollah Hugo Pazrey\nLima\nFax: +51 1 555 0101",
            "Hugo Pazrey",
            "Oberste Justizautorität",
            "",
        ),
        (
            "Presidente Regional de Cajamarca\nSr. Hugo Paz\nFax: +51 1 555 0101",
            "Hugo Paz",
            "Presidente Regional de Cajamarca",
            "",
        ),
        ("Lieutenant General Hugo Paz\nHead of State\nFax: +51 1 555 0101", "Hugo Paz", "Head of State", ""),
        (
            "Chairman of the National Human\nRights Commission\nMr Hugo Paz\nFax: +51 1 555 0101",
            "Hugo Paz",
            "Chairman of the National Human Rights Commission",
            "",
        ),
        (
            "Minister of Justice\nMr Hugo Paz\nFaxes: +51 1 555 0101\n[Dear Minister]",
            "Hugo Paz",
            "Minister of Justice",
            "Dear Minister",
        ),
        (
            "Minister of Justice\nMr Hugo Paz\nFax:+51 1 555 0101\nTratamiento:Sr. Ministro",
            "Hugo Paz",
            "Minister of Justice",
            "Sr. Ministro",
        ),
        (
            "Minister of Justice\nMr Hugo Paz\nFax: +51 1 555 0101\nSalutation: Dear\nMinister/Señor\nMinistro",
            "Hugo Paz",
            "Minister of Justice",
            "Dear Minister/Señor Ministro",
        ),
        (
            "Minister of Justice\n\nMr Hugo Paz\n\nJr. Ancash 5\n\nFax: +51 1 555 0101\n\nSalutation: Dear Minister",
            "Hugo Paz",
            "Minister of Justice",
            "Dear Minister",
        ),
    ],
)
def test_name_office_and_salutation_are_told_apart(block: str, name: str, office: str, salutation: str) -> None:
    assert addressees(block) == [(name, office, salutation)]


def test_addresses_right_behind_the_demands_need_no_heading() -> None:
    label = "FURTHER RECOMMENDED ACTION: Please renew appeals:\n- calling for their release.\n"
    found = addressees(
        "1) Minister of Justice:\nMr Hugo Paz\nLima\nFax: +51 1 555 0101\n[Salutation: Dear Minister]\n", label
    )
    assert found == [("Hugo Paz", "Minister of Justice", "Dear Minister")]


def test_the_kind_of_an_organization_is_not_its_name() -> None:
    found = addressees(
        "Minister\nMr Hugo Paz\nFax: +51 1 555 0101\n\nCOPIES TO:\nHuman rights organization\nGRUFIDEX\nLima\n"
    )
    assert found[1] == ("", "GRUFIDEX", "")


def test_two_numbers_with_a_stroke_between_them_are_two_and_an_area_code_is_none() -> None:
    assert numbers_in("+ 504 555 0097/555 4552") == ["+ 504 555 0097", "555 4552"]
    assert numbers_in("030/555 535") == ["030/555 535"]


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("KYRGYZSTAN /    Ana Ruiz (f)\nUZBEKISTAN      Hugo Paz (m)", ("KG", "UZ")),
        ("DEUTSCHLAND: KOORDINATIONSGRUPPE\n\nVIETNAM\nHerr HUGO PAZ", ("VN",)),
        ("UNION OF MYANMAR (BURMA):\n  Ana Ruiz (f)", ("MM",)),
    ],
)
def test_the_countries_of_the_heading_are_those_of_the_governments(heading: str, codes: tuple[str, ...]) -> None:
    assert draft(f"{TOP}{heading}\n\n{ACT}").countries.value == codes


def test_an_ordinal_before_the_number_counts_in_french_too() -> None:
    found = draft("Deuxième AU : 118/21 MDE 12/5201/2022 Égypte Date : 4 février 2022\nACTION URGENTE\n")
    assert (found.number.value, found.update.value) == (118, 1)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("UNION OF MYANMAR", "MM"),
        ("Republic of the Union of Myanmar", "MM"),
        ("Białoruś", "BY"),
        ("Republika Białorusi", "BY"),
        ("República de Colombia", "CO"),
        ("Arab Republic of Egypt", "EG"),
        ("Islamische Republik Iran", "IR"),
        ("République du Bénin", "BJ"),
        ("P.R. China", "CN"),
        ("Republic Square", ""),
        ("State of Mexico", ""),
    ],
)
def test_a_formal_name_of_a_country_is_taken_out_of_the_address(printed: str, code: str) -> None:
    block = DraftAddressee(AddresseeRole.TARGET, "", "President", ("President", "Yangon Road 5", printed))
    assert printed_address(block, []).country == code


def test_an_address_in_one_endless_line_is_not_sure() -> None:
    block = (
        "President of Peru Hugo Paz Palacio Lima Fax: +51 1 555 0101\nSalutation: Your Excellency " + "Jr. Ancash " * 20
    )
    found = draft(f"{TOP}PERU Ana Ruiz (f)\n\n{ACT}{block}").addressees
    assert [(each.salutation, each.sureness) for each in found] == [("", Sureness.UNSURE)]
