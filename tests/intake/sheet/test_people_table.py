# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of people under a line of headings is read row by row."""

from amnesty_desktop.domain.person import Sex
from amnesty_desktop.intake.plain_text import read
from amnesty_desktop.intake.sheet.people_table import tabled
from amnesty_desktop.intake.sheet.text import sheet_lines

_TABLE = """Name                    Age     Occupation           Place held
----------------------------------------------------------------
Sutaman HARDIKA         47      village head         Pakjo Prison
  alias Pak Taman
Ratna DEWANTI (f)       28      legal aid worker     Way Hui Prison

Bambang Wirya           30      was released in 1994
"""


def test_each_row_is_a_person_with_age_and_work() -> None:
    people = list(tabled(sheet_lines(read(_TABLE.encode()))))
    assert [(each.name, each.sex, each.age, each.work) for each in people] == [
        ("Sutaman Hardika", None, 47, "village head"),
        ("Ratna Dewanti", Sex.WOMAN, 28, "legal aid worker"),
    ]


def test_without_headings_there_is_no_table() -> None:
    assert list(tabled(sheet_lines(read(_TABLE.partition("\n")[2].encode())))) == []
