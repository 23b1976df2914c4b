# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters as Word documents: one letter, or many in one document, each on a page of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..domain.group import Paper
from ..domain.letter import Letter
from .faults import UnfilledField
from .form import FIELDS, SAMPLE, FieldText, Filling
from .layout import RED
from .letterhead import Letterhead
from .package import Part, package, part
from .properties import properties_xml
from .template import FurtherHead, HeadForm, Template
from .word_xml import ParagraphLook, RunLook, cleaned, paragraph_xml, run_xml

SAMPLE_MARK = "SAMPLE, DO NOT POST"

_GAP = re.compile(r"\{[^{}]*\}|[{}]")
_MARK_LOOK = RunLook(bold="<w:b/><w:bCs/>", middle=f'<w:color w:val="{RED}"/>')
_LEVEL = 3
"""Of zlib: letters are small, and a thousand of them should not wait for the last byte."""


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
    fillings = [_filling(item) for item in items]
    heads = _Heads(template)
    sections = [heads.section_for(filling) for filling in fillings]
    marked = SAMPLE not in template.fields
    blocks = [
        (_mark(filling) if marked else "") + template.form.filled(filling, section if number < len(items) else "")
        for number, (filling, section) in enumerate(zip(fillings, sections, strict=True), 1)
    ]
    document = "".join((template.form.opening, *blocks, sections[-1], template.form.closing))
    return package(
        (
            *template.frame(heads.further),
            part(template.name, document, level=_LEVEL),
            *heads.parts(),
            *_properties(items),
            *template.still,
        )
    )


@dataclass(slots=True)
class _Heads:
    """The headers and footers of one document, each different one written once."""

    template: Template
    further: list[FurtherHead] = field(default_factory=list)
    _references: dict[tuple[str, str], str] = field(default_factory=dict)
    _written: list[tuple[str, str]] = field(default_factory=list)

    def section_for(self, filling: Filling) -> str:
        """The end of the letter's section, leading to the heads it needs."""
        section = self.template.form.section
        for head in self.template.heads:
            reference = self._reference(head, f"{head.form.opening}{head.form.filled(filling)}{head.form.closing}")
            if reference != head.reference:
                section = section.replace(f'r:id="{head.reference}"', f'r:id="{reference}"')
        return section

    def parts(self) -> list[Part]:
        """All heads with fields, filled."""
        return [part(name, xml, level=_LEVEL) for name, xml in self._written]

    def _reference(self, head: HeadForm, xml: str) -> str:
        known = self._references.get((head.name, xml))
        if known:
            return known
        is_first = all(name != head.name for name, _ in self._written)
        number = len(self.further) + 1
        name = head.name if is_first else f"{head.name.removesuffix('.xml')}x{number}.xml"
        reference = head.reference if is_first else f"{head.reference}x{number}"
        if not is_first:
            self.further.append(FurtherHead(name, reference, head))
        self._written.append((name, xml))
        self._references[head.name, xml] = reference
        return reference


def _filling(item: PrintedLetter) -> Filling:
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
    assert texts.keys() | {"body"} == FIELDS
    return Filling(texts, letter.body, language)


def _check_filled(*texts: str) -> None:
    for text in texts:
        found = _GAP.search(text)
        if found:
            raise UnfilledField(found[0])


def _mark(filling: Filling) -> str:
    """The mark of a sample, for a template that has no place for it."""
    text = filling.texts[SAMPLE].text
    return paragraph_xml(run_xml(text, _MARK_LOOK, "en", right=False), ParagraphLook(), right=False) if text else ""


def _properties(items: Sequence[PrintedLetter]) -> list[Part]:
    days = [item.letter.dated for item in items if item.letter.dated]
    title = "Letter" if len(items) == 1 else "Letters"
    written = properties_xml(items[0].letterhead.name, title, max(days, default=None))
    return [part(name, xml, level=_LEVEL) for name, xml in written]
