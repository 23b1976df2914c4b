# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file is, its bytes say; its name may fit or not."""

import pytest
from tests.intake.outside_files import paragraph, pdf_file, word_file, zipped

from amnesty_desktop.intake import kinds

STARTS = [
    (b"\x89PNG\r\n\x1a\n....", kinds.PNG),
    (b"\xff\xd8\xff\xe0....", kinds.JPEG),
    (b"II*\0....", kinds.TIFF),
    (b"MZ\x90\0\x03\0\0\0\x04\0", kinds.PROGRAM),
    (b"{\\rtf1 x}", kinds.RICH_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, kinds.OLD_OFFICE),
    (b"\0\0\0\x18ftypheic", kinds.HEIC),
    (b"<!DOCTYPE html><p>x", kinds.HTML),
    ("  <html>".encode("utf-16"), kinds.HTML),
    (b"MZ is how a text may begin, too", kinds.TEXT),
    (b"#!/bin/sh\n", kinds.SCRIPT),
    (zipped([("a.txt", b"x")]), kinds.ZIP),
    (zipped([("xl/workbook.xml", b"x")]), kinds.EXCEL),
    (zipped([("word/document.xml", b"x"), ("word/vbaProject.bin", b"x")]), kinds.MACROS),
    (bytes(range(256)), kinds.OTHER),
]


@pytest.mark.parametrize(("content", "kind"), STARTS, ids=lambda each: getattr(each, "media_type", ""))
def test_a_file_is_known_by_its_bytes(content: bytes, kind: kinds.FileKind) -> None:
    assert kinds.kind_of(content) is kind


def test_pdf_and_word_files_are_known() -> None:
    assert (kinds.kind_of(pdf_file([])), kinds.kind_of(word_file(paragraph("x")))) == (kinds.PDF, kinds.WORD)


@pytest.mark.parametrize(
    ("name", "kind", "fits"),
    [
        ("scan.PDF", kinds.PDF, True),
        ("scan.jpeg", kinds.JPEG, True),
        ("scan", kinds.PDF, True),
        ("scan.pdf", kinds.PNG, False),
        ("letter.docx", kinds.PROGRAM, False),
        ("thing.xyz", kinds.OTHER, True),
        ("thing.pdf", kinds.OTHER, False),
    ],
)
def test_a_name_fits_its_bytes_or_not(name: str, kind: kinds.FileKind, fits: bool) -> None:
    assert kinds.name_fits(name, kind) is fits


def test_what_can_start_a_program_is_known_for_it() -> None:
    assert [kind.word for kind in kinds.KINDS if kind.runs and kind not in (kinds.OTHER,)] == [
        "a document with macros",
        "a web page",
        "a program",
        "a drawing",
        "a program",
    ]
