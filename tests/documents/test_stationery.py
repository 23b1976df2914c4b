# SPDX-License-Identifier: GPL-3.0-or-later
"""Envelopes, labels and sheets to sign, read back as Word would."""

import io
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document
from tests.documents.word_files import HEAD, LETTER, body, main_xml, parts, template_bytes

from amnesty_desktop.documents.faults import UnfilledField
from amnesty_desktop.documents.form import FOR_ENVELOPES, FOR_LABELS, FOR_SHEETS, LABEL_FIELDS
from amnesty_desktop.documents.letter import SAMPLE_MARK
from amnesty_desktop.documents.letterhead import Letterhead
from amnesty_desktop.documents.signed_sheet import SheetToSign, sheets_document
from amnesty_desktop.documents.stationery import AIRMAIL, Envelope, envelopes_document, labels_document
from amnesty_desktop.documents.stationery_layout import ENVELOPES, LABELS, fitting_points
from amnesty_desktop.documents.template import read_template
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.sheet_words import SignedSheet, sheet_words
from amnesty_desktop.domain.stationery import EnvelopeSize, LabelSheet, PostalAddress, postal_address

ABROAD = postal_address(LETTER.address, "GB")
HOME = postal_address("Mr Person\n1 Street\nSampleton", "GB")
ARABIC = postal_address("معالي وزير العدل\nوزارة العدل\nالدوحة\nQATAR", "GB")


def words(document: bytes) -> list[str]:
    return [each.text for each in Document(io.BytesIO(document)).paragraphs if each.text]


def envelopes(*items: Envelope, size: EnvelopeSize = EnvelopeSize.DL) -> bytes:
    return envelopes_document(items, size, read_template(template_bytes(f"envelope-{size}"), FOR_ENVELOPES))


def labels(addresses: list[PostalAddress], kind: LabelSheet = LabelSheet.A4_24, first: int = 1) -> bytes:
    return labels_document(
        addresses, kind, read_template(template_bytes(f"labels-{kind}"), FOR_LABELS), HEAD, first=first
    )


def sheet(kind: SignedSheet, paper: Paper = Paper.A4, **changed: object) -> bytes:
    item = SheetToSign(kind, HEAD, None if kind is SignedSheet.JOIN else replace(LETTER, **changed))  # type: ignore[arg-type]
    return sheets_document([item], read_template(template_bytes(f"{kind}-{paper}"), FOR_SHEETS))


@pytest.mark.parametrize("size", list(EnvelopeSize))
def test_an_envelope_abroad_names_sender_air_mail_and_country(size: EnvelopeSize) -> None:
    found = words(envelopes(Envelope(ABROAD, HEAD, by_air=True), size=size))
    assert found[:3] == ["Riverside Group", "12 Example Street\nSampleton XX1 0XX\nUNITED KINGDOM", AIRMAIL]
    assert found[3:] == ["\n".join(ABROAD.lines), "HONDURAS"]


def test_an_envelope_at_home_carries_neither_country_nor_air_mail() -> None:
    assert words(envelopes(Envelope(HOME, HEAD, by_air=True)))[2:] == ["Mr Person\n1 Street\nSampleton"]


def test_an_envelope_without_a_sender_names_nobody() -> None:
    assert words(envelopes(Envelope(ABROAD, Letterhead()))) == ["\n".join(ABROAD.lines), "HONDURAS"]


def test_every_envelope_is_a_page_of_its_size() -> None:
    document = Document(io.BytesIO(envelopes(*[Envelope(ABROAD, HEAD)] * 3)))
    assert len(document.sections) == 3
    assert all(section.page_width is not None and round(section.page_width.mm) == 220 for section in document.sections)


def test_the_country_below_an_arabic_address_stands_at_its_side() -> None:
    xml = main_xml(envelopes(Envelope(ARABIC, HEAD)))
    assert xml.count("<w:bidi/>") == 2


def test_a_sample_envelope_says_so() -> None:
    assert SAMPLE_MARK in words(envelopes(Envelope(ABROAD, replace(HEAD, sample=True))))


@pytest.mark.parametrize("kind", list(LabelSheet))
def test_labels_fill_one_sheet_after_the_other(kind: LabelSheet) -> None:
    document = Document(io.BytesIO(labels([ABROAD] * (LABELS[kind].labels + 1), kind)))
    assert len(document.sections) == 2
    assert len([each for each in document.paragraphs if each.text]) == LABELS[kind].labels + 1


def test_a_sheet_with_labels_taken_off_begins_where_the_first_one_is_left() -> None:
    whole, begun = (main_xml(labels([ABROAD], first=first)) for first in (1, 3))
    assert 'w:x="7995"' not in whole
    assert f'w:x="{round((140 + 5) * 1440 / 25.4)}"' in begun


def test_labels_stay_on_the_sheet_and_apart() -> None:
    for layout in LABELS.values():
        boxes = list(layout.boxes)
        assert len(boxes) == layout.labels <= len(LABEL_FIELDS)
        assert all(box.left > 0 and box.right < layout.width and box.bottom < layout.height for box in boxes)
        assert all(one.right <= other.left for one, other in pairwise(boxes) if one.top == other.top)


def test_a_long_address_is_set_smaller_and_a_short_one_is_not() -> None:
    room = ENVELOPES[EnvelopeSize.C6].address
    assert fitting_points("Minister\nStreet 1\nTown", room, 12) == 12
    assert fitting_points("\n".join(["Ministry of the Interior and of Public Safety"] * 8), room, 12) < 12
    assert fitting_points("x" * 10_000, room, 12) >= 6.5


@pytest.mark.parametrize("kind", list(SignedSheet))
@pytest.mark.parametrize("paper", list(Paper))
def test_a_sheet_has_its_title_its_lines_and_its_note(kind: SignedSheet, paper: Paper) -> None:
    document = Document(io.BytesIO(sheet(kind, paper)))
    expected = sheet_words(kind, "en")
    found = [each.text for each in document.paragraphs]
    assert {expected.title, expected.lead, expected.note} <= set(found)
    heads = [cell.text for cell in document.tables[0].rows[0].cells]
    assert heads == ["", expected.name, expected.place, expected.sign]
    assert len(document.tables[0].rows) > 10


def test_a_petition_asks_what_the_letter_asks() -> None:
    found = words(sheet(SignedSheet.PETITION))
    assert "to give her effective protection;" in found
    assert LETTER.address in found
    assert LETTER.subject in found
    assert "Thank you for taking the time to read this letter." not in found


def test_a_gap_keeps_a_petition_back_where_it_would_be_printed() -> None:
    with pytest.raises(UnfilledField, match=r"\{name\}"):
        sheet(SignedSheet.PETITION, subject="About {name}")
    assert sheet(SignedSheet.PETITION, body=body("A gap {here} is not printed on it."))


def test_all_paper_names_the_group_and_leads_nowhere() -> None:
    made = (envelopes(Envelope(ABROAD, HEAD)), labels([ABROAD]), sheet(SignedSheet.JOIN))
    for document in map(parts, made):
        assert b"Riverside Group" in document["docProps/core.xml"]
        assert not any(b"External" in content for name, content in document.items() if name.endswith(".rels"))
        assert not any(b"{" in content for name, content in document.items() if name == "word/document.xml")
