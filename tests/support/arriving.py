# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets of the fixtures as they arrive, read without a process of their own."""

from datetime import date

from tests.support.sheet_scores import SHEETS

from amnesty_desktop.edits.arriving import ArrivingSheet, arriving
from amnesty_desktop.edits.intake import Original
from amnesty_desktop.intake.opening import read_file
from amnesty_desktop.intake.sheet.reading import read_sheet

TODAY = date(2026, 11, 23)


def sheet_of(text: str) -> ArrivingSheet:
    """A sheet of a text."""
    page = read_file("sheet.txt", text.encode())
    return arriving(read_sheet(page), page, TODAY)


def words_of(name: str) -> str:
    """The words of a fixture, by its name without the ending."""
    return (SHEETS / f"{name}.txt").read_text("utf-8")


def fixture(name: str) -> tuple[ArrivingSheet, Original]:
    """A fixture as it arrives, and the file it came as."""
    words = words_of(name)
    return sheet_of(words), Original(f"{name}.txt", words.encode())
