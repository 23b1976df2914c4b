# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets from outside become rows of text, whatever their format, encoding and delimiter."""

import codecs
from datetime import date
from time import perf_counter

import pytest
from tests.intake.outside_files import zipped
from tests.intake.outside_tables import ods, xlsx

from amnesty_desktop.intake import isolated
from amnesty_desktop.intake.page_text import Unreadable
from amnesty_desktop.intake.table import MOST_ROWS, Table
from amnesty_desktop.intake.table_file import read_table

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "cp1252")
ROWS = [
    ("Name", "Land", "Lage"),
    ("José Núñez", "Türkei", 'Sie sagte: "nein", dann; nichts\t|'),
    ("Zoë", "Österreich", ""),
]


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def refused(content: bytes) -> str:
    with pytest.raises(Unreadable) as trouble:
        read_table("“list”", content)
    assert trouble.value.sentence.endswith(".")
    assert trouble.value.way_out.endswith(".")
    return trouble.value.sentence


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_encoding_with_every_delimiter(encoding: str, delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(map(quoted, row)) for row in ROWS)
    content = text.encode(encoding)
    if encoding == "utf-16-be":
        content = codecs.BOM_UTF16_BE + content
    read = read_table("list", content)
    assert [tuple(read.cell(row, column) for column in range(3)) for row in range(3)] == ROWS


def test_a_letter_far_down_decides_the_encoding() -> None:
    text = "Name;Land\n" + "Ana;Chile\n" * 3_000 + "José;España\n"
    assert read_table("list", text.encode("cp1252")).rows[-1] == ("José", "España")


@pytest.mark.parametrize("content", [b"sep=;\r\nName;Country\r\nAna;Chile", b"Name\tCountry\rAna\tChile\r"])
def test_hints_of_excel_and_old_line_ends(content: bytes) -> None:
    assert read_table("list", content).rows == (("Name", "Country"), ("Ana", "Chile"))


def test_a_cell_may_hold_several_lines() -> None:
    read = read_table("list", b'Name,What\nAna,"one\r\ntwo"\n')
    assert read.rows[1] == ("Ana", "one\ntwo")


def test_a_quotation_mark_left_open_swallows_no_rows() -> None:
    read = read_table("list", b'Name,What\nAna,"one\nEva,two\n')
    assert [row[0] for row in read.rows] == ["Name", "Ana", "Eva"]
    assert "never closed" in read.troubles[0]


def test_marks_that_turn_text_round_are_taken_out() -> None:
    assert read_table("list", "Name,C\nA\u202ena\u2069,Chile".encode()).rows[1] == ("Ana", "Chile")


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_workbook_gives_text_numbers_and_days(make: object) -> None:
    rows = [("Name", "Age", "Issued"), ("José", 34, date(2019, 5, 7)), ("=1+2", 0, date(1991, 4, 3))]
    read = read_table("list", make(rows))  # type: ignore[operator]
    assert read.rows == (("Name", "Age", "Issued"), ("José", "34", "2019-05-07"), ("=1+2", "0", "1991-04-03"))


def test_no_formula_is_worked_out() -> None:
    asked = '<c r="A1" t="str"><f>WEBSERVICE("http://x.example/")</f><v>kept</v></c>'
    cell = f'<row r="1">{asked}<c r="B1"><f>1+2</f></c></row>'
    assert read_table("list", xlsx([()], body=cell)).rows[0][0] == "kept"


def test_the_first_sheet_with_rows_is_read_and_the_others_are_named() -> None:
    read = read_table("list", xlsx([], [("Name",), ("Ana",)], [("Other",)]))
    assert read.sheet == "Sheet2"
    assert "“Sheet3”" in read.troubles[0]


def test_rows_keep_the_numbers_the_spreadsheet_shows() -> None:
    row = '<row r="5"><c r="B5" t="inlineStr"><is><t>Ana</t></is></c></row>'
    assert read_table("list", xlsx([()], body=row)).cell(4, 1) == "Ana"


def test_empty_cells_to_the_end_of_a_sheet_cost_nothing() -> None:
    tail = (
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert read_table("list", ods([("Name",), ("Ana",)], body=tail)).rows == (("Name",), ("Ana",))


@pytest.mark.parametrize(
    "content",
    [
        xlsx([()], body='<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'),
        xlsx([()], body='<row><c r="AAAAAA1" t="str"><v>x</v></c></row>'),
        ods(
            [("a",)],
            body='<table:table-row><table:table-cell office:value-type="float" office:value="1"'
            ' table:number-columns-repeated="9000000"/></table:table-row>',
        ),
        ods(
            [("a",)],
            body='<table:table-row table:number-rows-repeated="900000000"><table:table-cell office:value-type="float"'
            ' office:value="1"/></table:table-row>',
        ),
    ],
)
def test_a_cell_far_from_all_others_takes_no_memory(content: bytes) -> None:
    begin = perf_counter()
    assert "far" in refused(content)
    assert perf_counter() - begin < 2


def test_a_bomb_is_refused_at_once() -> None:
    begin = perf_counter()
    refused(xlsx([("a",)], extra=[("xl/sharedStrings.xml", b"<si><t>" + b" " * 60_000_000)]))
    assert perf_counter() - begin < 2


def test_what_is_no_spreadsheet_gets_its_sentence() -> None:
    assert "macros" in refused(xlsx([("a",)], extra=[("xl/vbaProject.bin", b"x")]))
    assert "PDF" in refused(b"%PDF-1.4 and so on")
    assert "Nothing" in refused(b"  \n")
    assert "Nothing" in refused(xlsx([]))
    assert "packed file" in refused(zipped([("a.csv", b"a,b")]))
    assert "old Office" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "no spreadsheet needs" in refused(xlsx([("a",)], extra=[("xl/a.xml", b"<!DOCTYPE a><a/>")]))


def test_a_part_that_breaks_off_is_no_riddle_without_end() -> None:
    assert "damaged" in refused(ods([("a",)], body="</table:tabl=?"))
    assert "damaged" in refused(xlsx([()], body="<row><c>"))


def test_too_much_is_refused() -> None:
    assert "rows" in refused(b"a,b\n" * (MOST_ROWS + 1))
    assert "columns" in refused(b"a," * 101 + b"b")
    assert "One cell" in refused(b"a,b\n" + b"x" * 60_000 + b",y")


def test_a_child_process_reads_the_same() -> None:
    content = xlsx([("Name", "Country"), ("Ana", "Chile")])
    assert isolated.read_table("list", content) == read_table("list", content)
    with pytest.raises(Unreadable):
        isolated.read_table("list", b"%PDF-1.4")


def test_a_table_answers_beyond_its_rows() -> None:
    table = Table((("a", "b"), ("c",)))
    assert table.width == 2
    assert table.cell(1, 1) == ""
