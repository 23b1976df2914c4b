# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of letters as Word documents, read back as Word would."""

import io
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.word_files import HEAD, LETTER, W, body, main_xml, parts, template, texts, written

from amnesty_desktop.documents.faults import UnfilledField
from amnesty_desktop.documents.letter import SAMPLE_MARK, PrintedLetter, letter_document, letters_document
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.letter import Body, Letter, Run
from amnesty_desktop.domain.letter_wording import GAP

TEMPLATES = ("letterhead-a4", "letterhead-letter", "plain-a4", "plain-letter")
LONG = body(*(f"Paragraph {number}. " + "We ask you to protect her. " * 12 for number in range(12)))


def printed(**changed: object) -> PrintedLetter:
    return PrintedLetter(replace(LETTER, **changed), HEAD, "23 November 2026")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_part_of_a_letter_is_on_the_page(name: str) -> None:
    everything = "\n".join(part.decode() for part in parts(written(name=name)).values())
    shown = re.sub("<w:br/>", "\n", everything)
    shown = re.sub("<[^>]+>", "", shown)
    for text in (LETTER.subject, LETTER.salutation, LETTER.close, LETTER.signature, LETTER.enclosures, LETTER.copies):
        assert text in shown
    assert "23 November 2026" in shown
    assert LETTER.address in shown
    assert HEAD.name in shown


def test_the_letter_reads_from_subject_to_copies() -> None:
    assert texts(written())[0] == LETTER.subject
    assert texts(written())[1:3] == ["Dear Minister,", "I am writing to you about Maribel Quiñónez Tábora. I ask you:"]
    assert texts(written())[-2:] == [LETTER.enclosures, LETTER.copies]


def test_bullets_are_set_in_the_list_style() -> None:
    styles = [paragraph.style.name for paragraph in Document(io.BytesIO(written())).paragraphs if paragraph.style]
    assert styles[2:6] == ["Body Text", "List Bullet", "List Bullet", "Body Text"]


def test_bold_words_are_bold_in_arabic_and_hebrew_too() -> None:
    run = re.search("<w:r>((?:(?!<w:r>).)*)threats</w:t>", main_xml(written()))
    assert run is not None
    assert "<w:b/><w:bCs/>" in run[1]


def test_lines_of_an_address_are_broken_where_they_were() -> None:
    cell = Document(io.BytesIO(written())).tables[0].cell(2, 0)
    assert cell.text.splitlines() == LETTER.address.splitlines()


def test_empty_lines_take_no_room() -> None:
    assert "Smallprint" not in main_xml(written(enclosures="", copies=""))
    assert texts(written(enclosures="", copies=""))[-1] == ""
    assert 'w:line="20" w:lineRule="exact"' in main_xml(written(enclosures="", copies="")).rpartition("<w:p>")[2]


def test_a_letter_with_a_gap_is_not_written() -> None:
    with pytest.raises(UnfilledField) as refused:
        written(body=body("I write about {name of the person}."))
    assert refused.value.field == "{name of the person}"
    assert "Fill it in" in refused.value.way_out


@pytest.mark.parametrize("part", ["address", "subject", "salutation", "close", "signature", "enclosures", "copies"])
def test_a_gap_outside_the_body_is_found_too(part: str) -> None:
    with pytest.raises(UnfilledField):
        written(replace(LETTER, **{part: "to {somebody}"}))  # type: ignore[arg-type]


@given(st.text("{}ab \n"))
def test_a_gap_is_what_the_letter_check_calls_a_gap(text: str) -> None:
    if GAP.search(text):
        with pytest.raises(UnfilledField):
            written(body=body(text))
    else:
        assert written(body=body(text))


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert written() == written()


def test_a_batch_of_one_is_the_single_letter() -> None:
    single = letter_document(LETTER, HEAD, template(), dated_text="23 November 2026")
    assert letters_document([printed()], template()) == single


def test_a_batch_keeps_every_letter_on_pages_of_its_own() -> None:
    document = Document(io.BytesIO(letters_document([printed(subject=f"Letter {n}") for n in range(5)], template())))
    assert len(document.sections) == 5
    assert [p.text for p in document.paragraphs if p.text.startswith("Letter")] == [f"Letter {n}" for n in range(5)]
    numbering = document.element.iter(f"{W}pgNumType")
    assert [number.get(f"{W}start") for number in numbering] == ["1"] * 5


def test_letters_of_different_senders_share_a_document() -> None:
    other = PrintedLetter(LETTER, replace(HEAD, name="Hillside Group"), "")
    document = Document(io.BytesIO(letters_document([printed(), other, printed()], template())))
    heads = [section.first_page_header.tables[0].cell(0, 0).text for section in document.sections]
    assert [head.split("\n")[0] for head in heads] == ["Riverside Group", "Hillside Group", "Riverside Group"]


def test_a_document_needs_a_letter() -> None:
    with pytest.raises(ValueError, match="needs a letter"):
        letters_document([], template())


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_sample_says_so_in_red(name: str) -> None:
    head = "".join(part.decode() for part in parts(written(head=replace(HEAD, sample=True), name=name)).values())
    run = re.search(f"<w:r>((?:(?!<w:r>).)*){SAMPLE_MARK}</w:t>", head)
    assert run is not None
    assert 'w:val="B3261E"' in run[1]


def test_a_sample_says_so_on_every_page() -> None:
    marked = parts(written(head=replace(HEAD, sample=True)))
    assert all(SAMPLE_MARK.encode() in marked[f"word/header{number}.xml"] for number in (1, 2))


def test_english_on_us_paper_is_american() -> None:
    assert 'w:val="en-US"' in main_xml(written(head=replace(HEAD, paper=Paper.LETTER)))


def test_a_letter_that_may_be_posted_says_nothing_of_samples() -> None:
    assert not any(b"SAMPLE" in part for part in parts(written()).values())


def test_an_arabic_paragraph_runs_from_right_to_left() -> None:
    xml = main_xml(written(language="ar", body=body("أكتب إليكم بشأن سلمى.")))
    assert re.search(
        r"<w:bidi/></w:pPr>(?:<w:bookmark[^>]*/>)*<w:r><w:rPr><w:rtl/><w:lang w:bidi=\"ar-SA\"/></w:rPr>", xml
    )


def test_a_latin_signature_stands_on_the_side_of_an_arabic_letter() -> None:
    xml = main_xml(written(language="ar", body=body("أكتب إليكم.")))
    signature = xml[: xml.index("Hanna")].rpartition("<w:p>")[2]
    assert "<w:bidi/>" in signature
    assert "<w:rtl/>" not in signature


def test_the_address_goes_its_own_way_in_an_arabic_letter() -> None:
    xml = main_xml(written(language="ar", body=body("أكتب إليكم.")))
    assert "<w:bidi/>" not in xml[: xml.index("Sr. Ministro")].rpartition("<w:p>")[2]


def test_an_arabic_name_in_an_english_letter_is_a_run_of_its_own() -> None:
    xml = main_xml(written(body=body("about Salma (سلمى), a lawyer")))
    assert "<w:bidi/>" not in xml
    assert re.search(r'<w:rPr><w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t xml:space="preserve">سلمى</w:t>', xml)


def test_bold_arabic_is_bold_in_the_complex_script() -> None:
    xml = main_xml(written(body=Body((replace(LETTER.body.paragraphs[0], runs=(Run("سلمى", bold=True),)),))))
    assert "<w:rPr><w:b/><w:bCs/><w:rtl/>" in xml


def test_a_chinese_name_is_set_in_an_east_asian_font() -> None:
    xml = main_xml(written(body=body("about Chen Meiling (陈美玲)")))
    assert '<w:rFonts w:hint="eastAsia" w:eastAsia="SimSun"/><w:lang w:eastAsia="zh-CN"/>' in xml


def test_each_run_names_its_language() -> None:
    paragraph = replace(LETTER.body.paragraphs[0], runs=(Run("Dear friends, "), Run("salut", language="fr")))
    xml = main_xml(written(body=Body((paragraph,))))
    assert re.findall(r'<w:lang w:val="(\w\w-\w\w)"/></w:rPr><w:t xml:space="preserve">(?:Dear f|salut)', xml) == [
        "en-GB",
        "fr-FR",
    ]


def test_the_close_stays_with_the_last_words() -> None:
    xml = main_xml(written())
    last = xml[: xml.index("Thank you for taking")].rpartition("<w:p>")[2]
    assert "<w:keepNext/>" in last


def test_blank_paragraphs_at_the_ends_are_left_out() -> None:
    trimmed = texts(written(body=body("", "One.", "", "Two.", " ")))
    assert trimmed[2:5] == ["One.", "", "Two."]


def test_a_letter_of_nothing_is_still_a_document() -> None:
    assert set(texts(letter_document(Letter(case_id="case"), HEAD, template(), dated_text=""))) == {""}


@given(st.text(max_size=60).filter(lambda text: not re.search("[{}]", text)))
def test_whatever_is_typed_opens_and_reads_the_same(text: str) -> None:
    shown = texts(written(body=body(f"begin{text}end")))[2]
    printable = "".join(sign for sign in text if sign.isprintable() and sign not in "\u200e\ufffe\uffff")
    remains = "".join(sign for sign in shown[5:-3] if sign.isprintable())
    assert remains.replace("\ufffd", "") == printable.replace("\ufffd", "")


def test_markup_in_a_name_is_only_text() -> None:
    name = '<w:p> & </w:p> ]]> &amp; "O\'Brien"'
    assert texts(written(subject=name))[0] == name


def test_a_name_of_ten_thousand_letters_is_whole() -> None:
    assert texts(written(subject="N" * 10_000))[0] == "N" * 10_000


def test_what_cannot_be_printed_is_dropped_or_shown_as_lost() -> None:
    assert texts(written(subject="a\x00b\ud800c\u202ed\x0be"))[0] == "ab\ufffdcd\ne"


def test_the_word_library_is_loaded_only_to_read_a_template() -> None:
    modules = "amnesty_desktop.documents.letter, amnesty_desktop.documents.template, amnesty_desktop.documents.layout"
    code = f"import sys, {modules}; sys.exit('docx' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
