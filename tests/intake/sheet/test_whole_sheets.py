# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets of every era and language, read and compared with what was worked out by hand."""

import html
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from tests.intake.outside_files import paragraph, word_file
from tests.support.sheet_scores import compared, names

LEAST = 0.98
"""The share of fields that must be right on our own invented sheets."""


@pytest.mark.parametrize("name", names(own=False))
def test_a_given_sheet_is_read_right_in_every_field(name: str) -> None:
    wrong = [(field, truth, found) for field, is_right, truth, found in compared(name) if not is_right]
    assert wrong == []


def test_at_least_98_percent_of_all_fields_are_right() -> None:
    fields = [(name, *each[:2]) for own in (False, True) for name in names(own) for each in compared(name)]
    wrong = [(name, field) for name, field, is_right in fields if not is_right]
    assert len(wrong) <= (1 - LEAST) * len(fields), wrong


def test_there_are_at_least_40_sheets_of_our_own() -> None:
    assert len(names(own=True)) >= 40


def as_mail(words: str) -> tuple[str, bytes]:
    """The sheet as the text of a mail, with the signs of other languages written in ASCII."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = "a@group.example", "b@group.example", "For Thursday"
    mail.set_content(words, cte="quoted-printable")
    return "sheet.eml", bytes(mail)


def as_page(words: str) -> tuple[str, bytes]:
    """The sheet as a page of the web, with spaces that do not break where columns are."""
    shown = (html.escape(line.expandtabs(8)).replace("  ", "&nbsp; ") for line in words.split("\n"))
    return "sheet.html", f"<html><body><p>{'<br>'.join(shown)}</p></body></html>".encode()


def as_word(words: str) -> tuple[str, bytes]:
    """The sheet as a Word file, one paragraph a line."""
    shown = ("".join(sign for sign in line if sign.isprintable()) for line in words.expandtabs(8).split("\n"))
    return "sheet.docx", word_file("".join(paragraph(html.escape(line, quote=False)) for line in shown))


@pytest.mark.parametrize("as_file", [as_mail, as_page, as_word])
def test_a_sheet_says_the_same_in_other_files(as_file: Callable[[str], tuple[str, bytes]]) -> None:
    fields = [(name, *each[:2]) for name in names(own=True)[::4] for each in compared(name, as_file)]
    wrong = [(name, field) for name, field, is_right in fields if not is_right]
    assert len(wrong) <= (1 - LEAST) * len(fields), wrong
