# SPDX-License-Identifier: GPL-3.0-or-later
"""A Word file is read as it stands on the page: everything that is printed, in its order, and nothing else."""

import pytest
from tests.intake.outside_files import W, paragraph, part, word_file, zipped

from amnesty_desktop.intake import word
from amnesty_desktop.intake.page_text import Line, LineKind, Unreadable

BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'


def test_paragraphs_headings_and_bullets_are_told_apart() -> None:
    body = paragraph("Fear of torture", '<w:pStyle w:val="Eigene"/>') + paragraph("Plain") + paragraph("Ask", BULLET)
    assert [(line.text, line.kind) for line in word.read(word_file(body)).lines] == [
        ("Fear of torture", LineKind.HEADING),
        ("Plain", LineKind.TEXT),
        ("Ask", LineKind.BULLET),
    ]


def test_a_short_line_in_bold_is_a_heading() -> None:
    assert word.read(word_file(paragraph("APPEALS TO", look="<w:b/>"))).lines[0].kind is LineKind.HEADING


def test_a_table_is_read_cell_by_cell() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Name", "Maribel Ochoa"))
    row = f'<w:tr>{cells}</w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("both")}</w:tc></w:tr>'
    lines = word.read(word_file(f"<w:tbl>{row}</w:tbl>")).lines
    assert [(line.text, line.kind, line.column) for line in lines] == [
        ("Name", LineKind.CELL, 0),
        ("Maribel Ochoa", LineKind.CELL, 1),
        ("both", LineKind.CELL, 0),
    ]


def test_a_text_box_drawn_in_two_ways_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    ways = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    lines = word.read(word_file(f"<w:p><w:r><w:t>Beside</w:t>{ways}</w:r></w:p>")).lines
    assert [line.text for line in lines] == ["Beside", "In the box"]


def test_the_header_comes_first_and_the_footer_last() -> None:
    lines = word.read(word_file(paragraph("Body"), header=paragraph("UA 60/16"), footer=paragraph("AMR 37/3588"))).lines
    assert [(line.text, line.kind) for line in lines] == [
        ("UA 60/16", LineKind.HEADER),
        ("Body", LineKind.TEXT),
        ("AMR 37/3588", LineKind.FOOTER),
    ]


def test_breaks_inside_a_paragraph_make_lines_and_tabs_stay() -> None:
    run = "<w:p><w:r><w:t>Minister</w:t><w:br/><w:t>Fax:</w:t><w:tab/><w:t>1</w:t></w:r></w:p>"
    assert [line.text for line in word.read(word_file(run)).lines] == ["Minister", "Fax:\t1"]


def test_what_was_deleted_or_hidden_is_not_read() -> None:
    gone = "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    lines = word.read(word_file(gone + paragraph("secret", look="<w:vanish/>"))).lines
    assert [line.text for line in lines] == ["new", ""]


def test_pages_are_counted_where_word_ended_them() -> None:
    body = f"{paragraph('one')}<w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>{paragraph('more')}"
    page = word.read(word_file(body))
    assert (page.pages, page.lines[-1]) == (2, Line("more", page=2))


def test_an_embedded_file_is_mentioned_and_not_opened() -> None:
    page = word.read(word_file(paragraph("x"), more=[("word/embeddings/table.xlsx", b"PK")]))
    assert page.troubles == ("Another file is embedded in the document; it was not read.",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_grammar_of_its_own_is_refused_in_any_encoding(encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)
    with pytest.raises(Unreadable, match="no word processor writes"):
        word.read(zipped([("word/document.xml", bomb)]))


def test_broken_xml_is_a_sentence() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        word.read(zipped([("word/document.xml", part("document", "<w:body>"))]))


def test_a_file_saved_as_strict_open_xml_is_read_alike() -> None:
    strict = part("document", f"<w:body>{paragraph('Fear')}</w:body>")
    strict = strict.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert word.read(zipped([("word/document.xml", strict)])).text == "Fear"


def test_a_document_of_pictures_says_that_it_holds_no_text() -> None:
    page = word.read(word_file(paragraph(""), more=[("word/media/image1.png", b"x")]))
    assert page.scanned_pages == (1,)
    assert page.troubles[0].startswith("The document holds pictures and no text.")
