# SPDX-License-Identifier: GPL-3.0-or-later
"""What is made of single pieces of a sheet: who issued it, sentences, and the block of an address."""

import pytest
from tests.support.arriving import words_of

from amnesty_desktop.domain.addressee import AddresseeRole
from amnesty_desktop.domain.claim import Stated
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.intake.opening import read_file
from amnesty_desktop.intake.plain_text import pasted
from amnesty_desktop.intake.sheet.address import printed_address
from amnesty_desktop.intake.sheet.contacts import contacts_in
from amnesty_desktop.intake.sheet.draft import DraftAddressee
from amnesty_desktop.intake.sheet.issuer import issuer_of
from amnesty_desktop.intake.sheet.reading import read_sheet
from amnesty_desktop.intake.sheet.sentences import sentences, stated_in
from amnesty_desktop.intake.sheet.text import sheet_lines, without_number


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("2000s-nepal-3", True),
        ("2000s-guatemala-3", True),
        ("2020s-saudi-2", True),
        ("2020s-saudi-1", False),
        ("own-2010s-minutes-16", False),
        ("own-2010s-news-15", False),
    ],
)
def test_sheets_count_as_the_secretariat_and_minutes_and_news_do_not(name: str, counts: bool) -> None:
    page = read_file("sheet.txt", words_of(name).encode())
    issuer = issuer_of(read_sheet(page), page)
    assert issuer.is_secretariat is counts
    assert issuer.sentence.endswith(".")


def test_sentences_end_at_points_and_not_at_titles_or_days() -> None:
    text = "Dr. Ana Ruiz was freed on 9 June. Am 1. Juni war sie frei. “She is well.” She rests"
    assert sentences(text) == (
        "Dr. Ana Ruiz was freed on 9 June.",
        "Am 1. Juni war sie frei.",
        "“She is well.”",
        "She rests",
    )


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("They may be tortured.", Stated.FEARED),
        ("Il risque la torture.", Stated.FEARED),
        ("Ihr droht Folter.", Stated.FEARED),
        ("She was arrested on 9 June.", Stated.REPORTED),
    ],
)
def test_a_fear_stays_a_fear(sentence: str, stated: Stated) -> None:
    assert stated_in(sentence) is stated


def test_an_address_is_parted_from_name_ways_and_country() -> None:
    lines = (
        "Minister of Justice",
        "Dr ANA RUIZ",
        "Calle 9",
        "Tegucigalpa, Honduras",
        "Faxes: +504 1",
        "Salutation: Dear",
    )
    block = DraftAddressee(AddresseeRole.TARGET, "Ana Ruiz", "Minister of Justice", lines, "X", (), ("+504 1",))
    found = printed_address(block, ["HN"])
    assert (found.name, found.address, found.country) == ("Dr ANA RUIZ", "Calle 9\nTegucigalpa", "HN")


def test_an_office_within_other_words_stays_in_the_address() -> None:
    block = DraftAddressee(AddresseeRole.TARGET, "", "President", ("President", "Office of the President", "Lima"))
    assert printed_address(block, ["PE"]).address == "Office of the President\nLima"


def test_a_remark_in_brackets_is_no_line_of_an_address() -> None:
    lines = ("(Faxes are hard to get through, please keep trying)", "President", "PO Box 4 (opposite the old station)")
    block = DraftAddressee(AddresseeRole.TARGET, "", "President", lines)
    assert printed_address(block, []).address == "PO Box 4 (opposite the old station)"


def test_only_a_number_that_begins_a_line_is_taken_off() -> None:
    assert without_number("2. Minister of Justice") == "Minister of Justice"
    assert without_number("Tel 020 7946 0188. Fax 020 7946 0189") == "Tel 020 7946 0188. Fax 020 7946 0189"


def test_text_right_below_addresses_side_by_side_does_not_join_them() -> None:
    text = """APPEALS TO:
Ana Ruiz                      Luis Paz
Minister of Justice           Attorney General
Fax: +504 555 0101            Fax: +504 555 0102
Also send copies to diplomatic representatives of the country accredited to yours."""
    lines = [line.text for line in sheet_lines(pasted(text)) if line.text]
    assert lines[1:5] == ["Ana Ruiz", "Minister of Justice", "Fax: +504 555 0101", "Luis Paz"]


@pytest.mark.parametrize(
    "heading",
    ["UA 12/14 Index: AMR 37/001/2014 Honduras Date: 15\nAugust 2014", "UA 12/14 HONDURAS\nDatum:     15. August 2014"],
)
def test_a_day_of_issue_over_two_lines_or_behind_a_wide_gap_is_read(heading: str) -> None:
    issued = read_sheet(pasted(heading + "\n\nAna Ruiz (f) was arrested on 3 August 2014 in her house.")).issued
    assert issued.value == PartialDate("2014-08-15")


@pytest.mark.parametrize(
    "line",
    [
        "Tel 020 7946 0401",
        "Tel/Fax: 020 7946 0401",
        "Télécopie : 020 7946 0401",
        "Web form: http://governor.example/contact",
        "http://governor.example/contact",
        "Email via website: http://governor.example/contact",
        "Fax via the Spokesperson: 020 7946 0401",
    ],
)
def test_no_label_of_a_way_is_left_in_an_address(line: str) -> None:
    block = DraftAddressee(
        AddresseeRole.TARGET, "", "President", ("President", "Tel Aviv 61909", line), phone=("020 7946 0401",)
    )
    assert printed_address(block, []).address == "Tel Aviv 61909"


def test_what_runs_on_into_a_label_or_a_sentence_is_no_work() -> None:
    text = "UA 12/14\n\nHONDURAS    Ana Ruiz (f), teacher\n            Luis Paz (m), Issue: torture\n"
    assert [(each.name, each.work) for each in read_sheet(pasted(text)).people] == [
        ("Ana Ruiz", "teacher"),
        ("Luis Paz", ""),
    ]


def test_a_summary_begins_with_the_first_sentence_and_no_name_of_the_list_above() -> None:
    text = """URGENT ACTION

SUDAN: Ana EL-SHAWAL, aged 44, veterinary surgeon, and three of her colleagues
Osman EL-TAYEB, aged 30, lawyer and member of the Bar Association in Khartoum

On 3 August 2014 officers of the security service in Khartoum arrested Ana El-Shawal and Osman
El-Tayeb at their homes. Nobody has seen them since."""
    assert read_sheet(pasted(text)).summary.value == (
        "On 3 August 2014 officers of the security service in Khartoum arrested Ana El-Shawal and Osman "
        "El-Tayeb at their homes. Nobody has seen them since."
    )


def test_an_office_with_an_apostrophe_behind_it_stays_in_the_address() -> None:
    lines = ("Attorney-General", "Attorney-General's Chambers", "Nairobi")
    block = DraftAddressee(AddresseeRole.TARGET, "", "Attorney-General", lines)
    assert printed_address(block, []).address == "Attorney-General's Chambers\nNairobi"


def test_a_telegram_beside_an_address_is_no_part_of_it() -> None:
    lines = ("President", "PO Box 1", "Nairobi, Kenya    Telegrams: President Kamau,", "Nairobi, Kenya", "Fax: 1")
    block = DraftAddressee(AddresseeRole.TARGET, "", "President", lines)
    assert printed_address(block, ["KE"]).address == "PO Box 1\nNairobi"


def test_a_second_number_below_a_fax_is_one_of_it() -> None:
    found = contacts_in(["PO Box 4", "Fax: + 92 51 555 0183", "+ 92 51 555 0184", "Salutation: Dear Minister"])
    assert (found.fax, found.plain) == (["+ 92 51 555 0183", "+ 92 51 555 0184"], ["PO Box 4"])


def test_a_model_letter_goes_on_behind_words_that_could_close_it() -> None:
    text = """SAMPLE LETTER

Monsieur le Ministre,

Je vous prie instamment de veiller à ce que Fulgence soit libéré immédiatement.
respectfully asked of you, and of nobody else in your honoured country these days.

Je vous prie d'agréer, Monsieur le Ministre, l'expression
de ma haute considération.

ADDITIONAL INFORMATION
Fulgence was arrested on 3 August 2014."""
    letter = read_sheet(pasted(text)).model_letter.value
    assert letter.startswith("Monsieur le Ministre,")
    assert letter.endswith("l'expression\nde ma haute considération.")


def test_the_foot_of_a_page_below_the_background_is_a_note() -> None:
    text = """UA 12/14

ADDITIONAL INFORMATION

The court was set up in 2010 and has since sentenced many writers to prison.

Privacy policy | Copyright | Contact us"""
    draft = read_sheet(pasted(text))
    assert draft.background.value == "The court was set up in 2010 and has since sentenced many writers to prison."
    assert "Privacy policy | Copyright | Contact us" in [note.text for note in draft.notes]


def test_every_heading_of_a_list_ends_the_one_before_it() -> None:
    text = """UA 12/14 BAHRAIN

Sentenced to life imprisonment:
Ana Ruiz (f), 50
Sentenced to 15 years' imprisonment:
Luis Paz (m), dentist
Released on bail, next hearing 13 July: Eva Sol (f), nurse

The three were tried by a military court on 22 June 2014."""
    assert [(each.name, each.news) for each in read_sheet(pasted(text)).people] == [
        ("Ana Ruiz", "Sentenced to life imprisonment"),
        ("Luis Paz", "Sentenced to 15 years' imprisonment"),
        ("Eva Sol", "Released on bail, next hearing 13 July"),
    ]


def test_an_empty_form_and_the_headline_once_more_are_no_notes() -> None:
    text = """UA: 12/14 Index: MDE 11/038/2011 Bahrain Date: 28 June 2011

URGENT ACTION
EIGHT ACTIVISTS SENTENCED

A military court in Bahrain sentenced eight people on 22 June.

PLEASE SEND APPEALS BEFORE 9 AUGUST 2011 TO:
Prime Minister
Fax: +973 1755 0133

Also send copies to:
Name Address 1 Address 2 Address 3 Fax Fax number Email Email address Salutation Salutation

ADDITIONAL INFORMATION
Hundreds were arrested.

URGENT ACTION
EIGHT ACTIVISTS SENTENCED

Something that fits nowhere."""
    said = " ".join(note.text for note in read_sheet(pasted(text)).notes)
    assert "Address 1" not in said
    assert "EIGHT ACTIVISTS" not in said


def test_a_single_sentence_with_a_mark_and_a_year_at_its_end_is_in_the_summary() -> None:
    text = """UA 12/14 HONDURAS

The teacher Ana Ruiz (f) was arrested by soldiers in her house in Tegucigalpa in the night of 3 August 2014.

Her family has not been told where she is held, and her lawyer was sent away from the barracks."""
    assert read_sheet(pasted(text)).summary.value.startswith("The teacher Ana Ruiz (f) was arrested")
