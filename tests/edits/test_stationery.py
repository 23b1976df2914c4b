# SPDX-License-Identifier: GPL-3.0-or-later
"""Envelopes, labels and sheets made from the letters of a file."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from tests.support.builders import add, case, letter
from tests.support.sample import TODAY

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.letter import LetterKind
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.sheet_words import SignedSheet
from amnesty_desktop.domain.stationery import EnvelopeSize, LabelSheet
from amnesty_desktop.edits import export, stationery
from amnesty_desktop.edits.stationery import Stationery
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError

CASE = case(reference="UA 60/16")
TO = "Ministry of Justice\nCalle 100\nHonduras"
ALL = Stationery(EnvelopeSize.DL, LabelSheet.A4_24, signatures=True)


def words(content: bytes) -> list[str]:
    return [each.text for each in Document(BytesIO(content)).paragraphs if each.text]


def test_two_letters_to_one_office_get_two_envelopes_and_one_label(file: CaseFile) -> None:
    one, two = letter(CASE, address=TO), letter(CASE, address=TO.replace("Calle", "CALLE"))
    add(file, CASE, one, two)
    found = stationery.outsides(file, [one.id, two.id])
    envelopes, labels, sheets = stationery.stationery_documents(found, ALL, TODAY)
    assert words(envelopes.content).count("HONDURAS") == 2
    assert len(words(labels.content)) == 1
    assert words(sheets.content).count("Signatures") == 2
    assert [each.name for each in (envelopes, labels)] == ["Envelopes, 2026-11-23.docx", "Labels, 2026-11-23.docx"]


def test_letters_to_one_office_can_share_an_envelope(file: CaseFile) -> None:
    one, two = letter(CASE, address=TO), letter(CASE, address=TO.upper())
    other = letter(CASE, address="Court\nHonduras")
    add(file, CASE, one, two, other)
    found = stationery.outsides(file, [one.id, two.id, other.id])
    (envelopes,) = stationery.stationery_documents(found, Stationery(EnvelopeSize.DL, shared=True), TODAY)
    assert words(envelopes.content).count("HONDURAS") == 2


def test_letters_of_two_senders_share_no_envelope(file: CaseFile) -> None:
    one, two = letter(CASE, address=TO), letter(CASE, address=TO)
    add(file, CASE, one, two)
    found = stationery.outsides(file, [one.id, two.id])
    found[1] = replace(found[1], sender=replace(found[1].sender, name="A private writer"))
    (envelopes,) = stationery.stationery_documents(found, Stationery(EnvelopeSize.DL, shared=True), TODAY)
    assert words(envelopes.content).count("HONDURAS") == 2


def test_a_card_to_a_prisoner_carries_the_number_and_no_sender(file: CaseFile) -> None:
    person = Person(case_id=CASE.id, name="Maribel Zúñiga", prisoner_number="77")
    prison = Addressee(case_id=CASE.id, name=person.name, role=AddresseeRole.PRISONER)
    one = letter(CASE, addressee_id=prison.id, kind=LetterKind.CARD, address=f"{person.name}\nPrison\nFIJI")
    add(file, CASE, person, prison, one)
    (made,) = stationery.stationery_documents(stationery.outsides(file, [one.id]), Stationery(EnvelopeSize.C6), TODAY)
    assert words(made.content)[-2:] == [f"{person.name}\nNo. 77\nPrison", "FIJI"]
    assert file.group().name not in words(made.content)


def test_where_nobody_may_write_nothing_is_made(file: CaseFile) -> None:
    closed = replace(CASE, no_contact="The family asks for no letters.")
    one = letter(closed, address=TO)
    add(file, closed, one)
    with pytest.raises(CaseFileError, match="The family asks"):
        stationery.outsides(file, [one.id])
    with pytest.raises(CaseFileError, match="The family asks"):
        stationery.sheet_for(file, SignedSheet.PETITION, one.id, TODAY)


def test_letters_without_any_address_are_refused(file: CaseFile) -> None:
    one = letter(CASE, address=" \n")
    add(file, CASE, one)
    with pytest.raises(CaseFileError, match="has an address"):
        stationery.outsides(file, [one.id])


def test_a_sheet_to_join_the_group_needs_no_letter(file: CaseFile) -> None:
    made = stationery.sheet_for(file, SignedSheet.JOIN, None, TODAY)
    assert made.name == "Join us, 2026-11-23.docx"
    assert "Join us" in words(made.content)


def test_a_petition_is_printed_on_the_group_s_paper(file: CaseFile) -> None:
    one = letter(CASE, address=TO)
    add(file, CASE, one, replace(file.group(), paper=Paper.LETTER))
    made = stationery.sheet_for(file, SignedSheet.PETITION, one.id, TODAY)
    width = Document(BytesIO(made.content)).sections[0].page_width
    assert width is not None
    assert round(width.mm) == 216


def test_letters_are_exported_with_their_envelopes(file: CaseFile, tmp_path: Path) -> None:
    one = letter(CASE, address=TO, subject="Maribel Zúñiga", dated=TODAY)
    add(file, CASE, one)
    wanted = Stationery(envelopes=EnvelopeSize.DL)
    paths = export.export_letters(file, [one.id], tmp_path, today=TODAY, around=wanted)
    assert [path.name for path in paths][1:] == ["Envelopes, 2026-11-23.docx"]
