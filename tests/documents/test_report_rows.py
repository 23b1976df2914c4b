# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of reports for spreadsheets."""

import csv
from io import StringIO

import pytest

from amnesty_desktop.documents.report_rows import csv_bytes
from amnesty_desktop.domain.report import Rows

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    '"=1"',
    "＝1",
    "＋1",
    "－1",
    "＠A",
    "=cmd|' /C calc'!A0",
    "'=1",
)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_runs_as_a_formula(text: str) -> None:
    ((_,), (cell,)) = read(csv_bytes(Rows(("name",), ((text,),))))
    assert cell == f"'{text}"


@pytest.mark.parametrize("text", ["O'Brien", "al-Husayn", "1-2", "a=b", "王芳", "حسن", 'says "no"', "two\nlines"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert read(csv_bytes(Rows(("name",), ((text,),))))[1] == [text]


def test_numbers_stay_numbers() -> None:
    assert read(csv_bytes(Rows(("name", "letters"), (("UA 1/26", -3),))))[1] == ["UA 1/26", "-3"]


def test_a_spreadsheet_knows_it_is_utf8() -> None:
    assert csv_bytes(Rows(("name",), ())).startswith(b"\xef\xbb\xbf")
