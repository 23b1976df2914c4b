# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets people sign as Word documents: under a letter, under a petition, or to join the group."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from ..domain.sheet_words import SignedSheet, sheet_words
from .faults import UnfilledField
from .form import FOR_SHEETS, FieldText, Filling
from .letter import GAP, SAMPLE_MARK
from .letterhead import Letterhead
from .pouring import DocumentWords, poured
from .template import Template
from .word_xml import cleaned


@dataclass(frozen=True, slots=True)
class SheetToSign:
    """One sheet: which, who hands it in, and the letter it is about (None for joining the group).

    language is that of the words on it.
    """

    kind: SignedSheet
    letterhead: Letterhead
    letter: Letter | None = None
    language: str = "en"


def sheets_document(items: Sequence[SheetToSign], template: Template) -> bytes:
    """The bytes of a .docx with one sheet after the other; raises ValueError for none.

    Raises UnfilledField where the letter has a gap in braces in what would be printed.
    """
    if not items:
        raise ValueError("A document needs a sheet.")
    words = sheet_words(items[0].kind, items[0].language)
    dated = items[0].letter.dated if items[0].letter else None
    return poured(
        [_filling(item) for item in items], template, DocumentWords(items[0].letterhead.name, words.title, dated)
    )


def _filling(item: SheetToSign) -> Filling:
    head, letter = item.letterhead, item.letter
    words = sheet_words(item.kind, item.language)
    asks = _asks(letter) if item.kind is SignedSheet.PETITION and letter else ()
    lead = Paragraph((Run(words.lead),))
    printed = {
        "group_name": head.name,
        "group_line": head.line,
        "sender": head.sender,
        "return_line": head.return_line,
        "title": words.title,
        "address": letter.address if letter else "",
        "subject": letter.subject if letter else "",
        "name_word": words.name,
        "place_word": words.place,
        "sign_word": words.sign,
        "note": words.note,
        "sample": SAMPLE_MARK if head.sample else "",
    }
    for text in (printed["address"], printed["subject"], *(ask.text for ask in asks)):
        if found := GAP.search(text):
            raise UnfilledField(found[0])
    texts = {name: FieldText(cleaned(text).strip()) for name, text in printed.items()}
    assert texts.keys() | {"body"} == FOR_SHEETS.known
    return Filling(texts, Body((lead, *asks)), item.language)


def _asks(letter: Letter) -> tuple[Paragraph, ...]:
    """What the letter asks for: its bullets."""
    return tuple(each for each in letter.body.paragraphs if each.kind is ParagraphKind.BULLET and each.text.strip())
