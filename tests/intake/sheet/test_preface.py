# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices of lists, heads of mails and titles of pages above a sheet do not become part of it."""

import pytest

from amnesty_desktop.intake.page_text import PageText
from amnesty_desktop.intake.plain_text import lines_of
from amnesty_desktop.intake.sheet.draft import SheetDraft
from amnesty_desktop.intake.sheet.reading import read_sheet
from amnesty_desktop.intake.sheet.title import in_sentence_case

SHEET = (
    "EXTERNAL AI Index: EUR 44/141/95\nEXTRA 151/95 Fear of torture 13 November 1995\n"
    "TURKEY Zeliha KARABAS (f), aged 16\nMehmet KARABAS, aged 12\n"
)
LIST = "From: a@b.example\nElectronic distribution authorised\nThis bulletin expires: 27 December 1995.\n-----\n"


def draft(text: str) -> SheetDraft:
    return read_sheet(PageText(lines_of(text), "text"))


def day(found: SheetDraft) -> str:
    assert found.issued.value is not None
    return found.issued.value.edtf


def test_a_notice_of_a_mailing_list_leaves_the_heading_as_it_is() -> None:
    found = draft(LIST + SHEET)
    assert (found.number.value, day(found), found.countries.value) == (151, "1995-11-13", ("TR",))
    assert [each.name for each in found.people] == ["Zeliha Karabas", "Mehmet Karabas"]
    assert found.appeal_by.value is not None
    assert found.appeal_by.value.edtf == "1995-12-27"


def test_the_index_of_the_sheet_wins_over_that_of_the_page_it_was_copied_from() -> None:
    assert draft(", Index number: EUR 44/141/1995\n\n" + SHEET).index.value == "EUR 44/141/95"


def test_a_country_that_only_the_title_of_the_page_names_is_taken_from_there() -> None:
    found = draft(
        "Further information on UA 28/91 (EUR 44/10/91, 25 January) - Turkey: fear of torture\n\n"
        ", Index number: EUR 44/023/1991\n\nEXTERNAL (for general distribution) AI Index: EUR 44/23/91\n"
        "15 February 1991\nFurther information on 28/91 (EUR 44/10/91, 25 January 1991) - Fear of Torture\n"
        "Cahit Serin )\nMetin Turhal ) musicians\n"
    )
    assert (found.countries.value, found.number.value, found.update.value) == (("TR",), 28, 1)
    assert [each.name for each in found.people] == ["Cahit Serin", "Metin Turhal"]


def test_days_of_earlier_papers_are_counted_and_not_taken_for_the_day_of_this_one() -> None:
    found = draft(
        "9 February 1999\n\nFurther information on EXTRA 12/99 issued 29 January 1999 and\nre-issued 4 February 1999\n"
        "Fear for safety\n\nCOLOMBIA\nAna Ruiz Paz (f)\n"
    )
    assert (day(found), found.update.value) == ("1999-02-09", 2)
    assert [each.words for each in found.concerns.value] == ["Fear for safety"]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("FURTHER SENTENCES FOR PROTESTER IN MYANMAR", "Further sentences for protester in Myanmar"),
        ("MOVIRAX LEADER ROSA TULIPAN ATTACKED", "MOVIRAX leader Rosa Tulipan attacked"),
        ("EXECUTION SET FOR 12 APRIL", "Execution set for 12 April"),
        ("Activist at risk", "Activist at risk"),
    ],
)
def test_a_title_in_capitals_becomes_a_sentence_with_its_names(title: str, sentence: str) -> None:
    text = "A car stopped the leader of MOVIRAX, Rosa Tulipan, who was attacked with others by four men."
    assert in_sentence_case(title, text, "en") == sentence


def test_a_german_title_whose_nouns_are_not_known_stays_as_printed() -> None:
    assert in_sentence_case("HINRICHTUNG DROHT", "Am Montag wurde er verurteilt.", "de") == "HINRICHTUNG DROHT"
