# SPDX-License-Identifier: GPL-3.0-or-later
"""What is lost when a sheet is copied is put right: spaces, line breaks, and the space above its first sentence."""

import pytest

from amnesty_desktop.intake.page_text import PageText
from amnesty_desktop.intake.plain_text import lines_of
from amnesty_desktop.intake.sheet.draft import SheetDraft
from amnesty_desktop.intake.sheet.layout import bodies_apart, laid_out, unglued
from amnesty_desktop.intake.sheet.reading import read_sheet
from amnesty_desktop.intake.sheet.text import sheet_lines


def texts(text: str) -> list[str]:
    return [line.text for line in bodies_apart(laid_out(sheet_lines(PageText(lines_of(text), "text"))))]


def draft(text: str) -> SheetDraft:
    return read_sheet(PageText(lines_of(text), "text"))


@pytest.mark.parametrize(
    ("glued", "meant"),
    [
        ("AU 122/9820 de abril de 1998", "AU 122/98 20 de abril de 1998"),
        ("PÚBLICOÍndice AI: AMR 23/22/98/s", "PÚBLICO Índice AI: AMR 23/22/98/s"),
        ("EL SALVADORTemor por la seguridad", "EL SALVADOR Temor por la seguridad"),
        ("TURKEY Dr.Ferhat OLGUN", "TURKEY Dr. Ferhat OLGUN"),
        ("U R G E N T    A C T I O N", "URGENT ACTION"),
        ("McDONALD's and UA 12/2012", "McDONALD's and UA 12/2012"),
        ("MOVIRAXers met in OXFORDshire", "MOVIRAXers met in OXFORDshire"),
    ],
)
def test_words_that_run_together_are_parted_where_the_sheet_says_so(glued: str, meant: str) -> None:
    assert unglued(glued) == meant


def test_a_year_that_runs_into_the_day_is_not_read_as_one_figure() -> None:
    found = draft("PÚBLICOÍndice AI: AMR 23/22/98/s\n\nAU 122/9820 de abril de 1998\n\nCOLOMBIAAna Ruiz Paz (m)\n")
    assert (found.number.value, found.year.value) == (122, 1998)
    assert found.issued.value is not None
    assert found.issued.value.edtf == "1998-04-20"
    assert found.countries.value == ("CO",)


def test_the_first_sentence_right_below_the_names_belongs_to_none_of_them() -> None:
    found = draft(
        "UA 12/94 Fear of torture 3 May 1994\nTURKEY: Hikmet Seref\nOya Tan (surname unknown)\nCemil ...\n"
        "On 2 May 1994 the people named above were arrested at their homes in Izmir, after\n"
        "the police had searched the street.\n"
    )
    assert [(each.name, each.work) for each in found.people] == [("Hikmet Seref", ""), ("Oya Tan", ""), ("Cemil", "")]


def test_a_line_that_goes_on_is_not_parted() -> None:
    lines = [
        "He was arrested at his home in the old town of",
        "Diyarbakir has been the place of many arrests, he said.",
    ]
    assert texts("\n".join(lines)) == lines


def test_a_text_with_an_empty_line_everywhere_is_read_as_if_it_had_none() -> None:
    words = ["Miguel was seen", "by people who", "were near the", "house when he", "left it for the", "last time in"]
    assert texts("\n\n".join([*words, "the town he", "lived in."])) == [*words, "the town he", "lived in."]


def test_an_address_in_one_line_is_parted_at_its_ways_and_its_office() -> None:
    line = (
        "H.E. Ali Reza Moulavi Permanent Mission of Iran 622 Third Avenue, 34th Floor New York, NY 10017"
        " Phone: 212 555-2020 I Fax: 212 555 7086 Email: a@b.example Salutation: Dear Ambassador"
    )
    assert texts(line)[:6] == [
        "H.E. Ali Reza Moulavi",
        "Permanent Mission of Iran",
        "622 Third Avenue, 34th Floor New York, NY 10017",
        "Phone: 212 555-2020",
        "Fax: 212 555 7086",
        "Email: a@b.example",
    ]


def test_a_sheet_that_lost_all_its_line_breaks_still_gives_its_headline_and_deadline() -> None:
    found = draft(
        "UA: 218/14 Index: ASA 16/021/2014 Myanmar Date: 18 September 2014 URGENT ACTION PROTESTER SENTENCED AGAIN"
        " IN MYANMAR Community leader Aung Thwin has been sentenced again. He took part in a series of protests."
        " Please write immediately in Burmese, English or your own language: ■ Calling for his release; ■ Urging"
        " the authorities to repeal Article 18. PLEASE SEND APPEALS BEFORE 30 OCTOBER 2014 TO: President of Myanmar"
        " Nay Pyi Taw Fax: +95 1 555 624 Salutation: Your Excellency"
    )
    assert found.title.value == "Protester sentenced again in Myanmar"
    assert found.appeal_by.value is not None
    assert found.appeal_by.value.edtf == "2014-10-30"
    assert [each.text for each in found.asks] == [
        "Calling for his release;",
        "Urging the authorities to repeal Article 18.",
    ]
