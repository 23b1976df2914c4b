# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF is read in the order people read it, and says what it cannot read."""

import pytest
from tests.intake.outside_files import column, pdf_file

from amnesty_desktop.intake import pdf
from amnesty_desktop.intake.page_text import LineKind, Unreadable

LEFT = [f"on the left side stands line {number}" for number in range(8)]
RIGHT = [f"on the right side there is line {number}" for number in range(8)]


def texts(content: bytes) -> list[str]:
    return [line.text for line in pdf.read(content).lines if line.text]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert texts(pdf_file(column(60, 700, LEFT) + column(320, 700, RIGHT))) == LEFT + RIGHT


def test_columns_drawn_row_by_row_are_still_two_columns() -> None:
    rows = [words for pair in zip(column(60, 700, LEFT), column(320, 700, RIGHT), strict=True) for words in pair]
    assert texts(pdf_file(rows)) == LEFT + RIGHT


def test_a_title_above_two_columns_comes_first() -> None:
    title = "A very long title that goes over both columns of the page, from edge to edge of it all"
    page = [(60.0, 760.0, 11.0, title), *column(60, 700, LEFT), *column(320, 700, RIGHT)]
    assert texts(pdf_file(page)) == [title, *LEFT, *RIGHT]


def test_labels_and_values_are_read_row_by_row_as_cells() -> None:
    page = column(60, 700, ["Name:", "Age:", "Work:", "Held at:"]) + column(
        300, 700, ["Maribel Ochoa", "40", "lawyer", "Comayagua"]
    )
    lines = pdf.read(pdf_file(page)).lines
    assert [line.text for line in lines[:4]] == ["Name:", "Maribel Ochoa", "Age:", "40"]
    assert {(line.kind, line.column) for line in lines} == {(LineKind.CELL, 0), (LineKind.CELL, 1)}


def test_addresses_side_by_side_are_read_one_after_the_other() -> None:
    first = ["Attorney General", "Oscar Rosales", "Fax: +504 555 567", "Salutation: Dear", "Attorney General"]
    second = ["Minister of Security", "Arturo Madrid", "Casamata", "Email:", "info@seguridad.example"]
    third = ["And copies to:", "Free Press House", "Tegucigalpa", "Email: press@ong.example"]
    page = [(60.0, 720.0, 10.0, "PLEASE SEND APPEALS BEFORE 15 MAY 2014 TO:")]
    page += column(60, 700, first) + column(230, 700, second) + column(400, 700, third)
    page += [(60.0, 500.0, 10.0, "Please check with your section office if sending appeals after the above date.")]
    assert texts(pdf_file(page))[1:-1] == [*first, *second, *third]


def test_labels_of_ways_beside_their_values_are_no_addresses_side_by_side() -> None:
    page = column(60, 700, ["Fax:", "Email:", "Salutation:"])
    page += column(300, 700, ["+504 555 567", "a@seguridad.example", "Dear Minister"])
    assert texts(pdf_file(page))[:4] == ["Fax:", "+504 555 567", "Email:", "a@seguridad.example"]


def test_a_point_of_a_list_whose_sign_stands_apart_is_one_line() -> None:
    page = [(60.0, 700.0, 10.0, "\xb7"), (90.0, 700.0, 10.0, "urging them to let him go;")]
    lines = pdf.read(pdf_file([*page, *column(60, 650, LEFT)])).lines
    assert (lines[0].text, lines[0].kind) == ("urging them to let him go;", LineKind.BULLET)


def test_large_and_bold_lines_are_headings() -> None:
    page = [(60.0, 760.0, 16.0, "URGENT ACTION"), *column(60, 700, LEFT), (60.0, 500.0, 10.0, "Please write")]
    kinds = {line.text: line.kind for line in pdf.read(pdf_file(page, bold=["Please write"])).lines}
    assert (kinds["URGENT ACTION"], kinds["Please write"]) == (LineKind.HEADING, LineKind.HEADING)
    assert kinds[LEFT[0]] is LineKind.TEXT


def test_what_is_repeated_on_every_page_is_header_and_footer() -> None:
    pages = [
        [(60.0, 800.0, 9.0, "Amnesty"), *column(60, 700, LEFT), (60.0, 40.0, 9.0, f"page {number}")]
        for number in (1, 2)
    ]
    lines = pdf.read(pdf_file(*pages)).lines
    kinds = {line.text: line.kind for line in lines}
    assert (kinds["Amnesty"], kinds["page 2"]) == (LineKind.HEADER, LineKind.FOOTER)
    assert {line.page for line in lines} == {1, 2}


def test_a_scanned_page_says_so() -> None:
    page = pdf.read(pdf_file([], picture=True))
    assert page.scanned_pages == (1,)
    assert page.troubles[0].startswith("The page is a scan")


def test_one_scanned_page_among_others_is_named() -> None:
    page = pdf.read(pdf_file(column(60, 700, LEFT), [], picture=True))
    assert page.troubles[0].startswith("Page 2 is a scan")


def test_words_without_typed_spaces_are_kept_apart() -> None:
    assert texts(pdf_file([(60.0, 700.0, 10.0, "Fear"), (84.0, 700.0, 10.0, "of torture")])) == ["Fear of torture"]


def test_too_many_pages_are_refused_with_their_number() -> None:
    with pytest.raises(Unreadable, match="501 pages"):
        pdf.read(pdf_file(*[[] for _ in range(501)]))


def test_a_damaged_pdf_is_a_sentence() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        pdf.read(b"%PDF-1.4 and nothing more")


def test_white_between_paragraphs_is_an_empty_line() -> None:
    page = column(60, 700, LEFT[:4]) + column(60, 600, LEFT[4:])
    assert [line.text for line in pdf.read(pdf_file(page)).lines] == [*LEFT[:4], "", *LEFT[4:]]


def test_a_column_with_short_lines_is_a_column_all_the_same() -> None:
    short = [*RIGHT[:4], "of all", "Name", "Ochoa"]
    assert texts(pdf_file(column(60, 700, LEFT) + column(320, 694, short))) == LEFT + short
