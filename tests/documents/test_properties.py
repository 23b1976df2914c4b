# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of what a document tells about where it comes from."""

import io
import re
from dataclasses import replace

from docx import Document
from tests.documents.word_files import HEAD, LETTER, parts, template, written

from amnesty_desktop.documents.letter import PrintedLetter, letters_document


def test_the_group_is_author_and_company() -> None:
    properties = Document(io.BytesIO(written())).core_properties
    assert (properties.author, properties.last_modified_by) == ("Riverside Group", "Riverside Group")
    assert b"<Company>Riverside Group</Company>" in parts(written())["docProps/app.xml"]


def test_the_title_names_nobody() -> None:
    assert Document(io.BytesIO(written())).core_properties.title == "Letter"


def test_the_document_was_made_on_the_day_of_the_letter() -> None:
    properties = Document(io.BytesIO(written())).core_properties
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2026-11-23T00:00:00")


def test_nothing_else_is_told() -> None:
    told = parts(written())
    listed = [*re.findall(rb"<(?:dc|cp|dcterms):(\w+)", told["docProps/core.xml"])]
    assert sorted(listed) == sorted(
        [b"coreProperties", b"title", b"creator", b"lastModifiedBy", b"created", b"modified"]
    )
    assert re.findall(rb"<(\w+)>", told["docProps/app.xml"]) == [b"Company"]


def test_no_library_is_named_anywhere() -> None:
    everything = b"".join(parts(written()).values()).lower()
    assert b"python" not in everything
    assert b"docx" not in everything


def test_letters_without_a_day_have_no_date() -> None:
    undated = PrintedLetter(replace(LETTER, dated=None), HEAD, "")
    assert b"dcterms:created" not in parts(letters_document([undated, undated], template()))["docProps/core.xml"]


def test_a_group_named_with_markup_stays_text() -> None:
    document = Document(io.BytesIO(written(head=replace(HEAD, name="A & <B>\x00"))))
    assert document.core_properties.author == "A & <B>"
