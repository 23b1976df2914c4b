# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters as Word documents: one letter, or many in one document, each on a page of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..domain.group import Paper
from ..domain.letter import Letter
from .faults import UnfilledField
from .form import FIELDS, SAMPLE, FieldText, Filling
from .layout import SIZES, layout_of
from .letterhead import Letterhead
from .pouring import DocumentWords, poured
from .template import Template
from .word_xml import cleaned

SAMPLE_MARK = "SAMPLE, DO NOT POST"

GAP = re.compile(r"\{[^{}]*\}|[{}]")
"""A place in braces nobody has filled, or a lone brace."""


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """A letter as it goes to paper: dated_text is its day in its own language, empty if it has none."""

    letter: Letter
    letterhead: Letterhead
    dated_text: str = ""


def letter_document(letter: Letter, letterhead: Letterhead, template: Template, *, dated_text: str) -> bytes:
    """The bytes of a .docx with one letter; the same letter gives the same bytes.

    Raises UnfilledField if the letter has a gap in braces left.
    """
    return letters_document([PrintedLetter(letter, letterhead, dated_text)], template)


def letters_document(items: Sequence[PrintedLetter], template: Template) -> bytes:
    """The bytes of one .docx with all letters, in their order, each counting its pages from 1.

    Raises UnfilledField if one of them has a gap in braces left, ValueError for no letters.
    """
    if not items:
        raise ValueError("A document needs a letter.")
    days = [item.letter.dated for item in items if item.letter.dated]
    title = "Letter" if len(items) == 1 else "Letters"
    # Only a letter in a file of its own can be taken back from Word: two would share the names of their marks.
    single = len(items) == 1
    words = DocumentWords(
        items[0].letterhead.name, title, max(days, default=None), items[0].letter.id if single else ""
    )
    return poured([_filling(item, is_marked=single) for item in items], template, words)


def _filling(item: PrintedLetter, *, is_marked: bool) -> Filling:
    letter, letterhead = item.letter, item.letterhead
    written = {
        "address": letter.address,
        "date": item.dated_text,
        "subject": letter.subject,
        "salutation": letter.salutation,
        "close": letter.close,
        "signature": letter.signature,
        "enclosures": letter.enclosures,
        "copies": letter.copies,
    }
    _check_filled(*written.values(), *(paragraph.text for paragraph in letter.body.paragraphs))
    printed = {
        "group_name": letterhead.name,
        "group_line": letterhead.line,
        "sender": letterhead.sender,
        "return_line": letterhead.return_line,
        SAMPLE: SAMPLE_MARK if letterhead.sample else "",
    }
    # An address and a letterhead are in the language of their place, not in that of the letter.
    language = "en-US" if letter.language == "en" and letterhead.paper is Paper.LETTER else letter.language
    texts = {name: FieldText(cleaned(text).strip(), language) for name, text in written.items()}
    texts["address"] = FieldText(texts["address"].text)
    texts |= {name: FieldText(cleaned(text).strip()) for name, text in printed.items()}
    points = letterhead.return_points(layout_of(letterhead.paper, letter.template).return_line.width)
    if points < SIZES.return_line:
        texts["return_line"] = replace(texts["return_line"], points=points)
    assert texts.keys() | {"body"} == FIELDS
    return Filling(texts, letter.body, language, is_marked)


def _check_filled(*texts: str) -> None:
    for text in texts:
        found = GAP.search(text)
        if found:
            raise UnfilledField(found[0])
