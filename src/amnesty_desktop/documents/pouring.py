# SPDX-License-Identifier: GPL-3.0-or-later
"""Fillings poured into a template: one document, each filling a section that begins on a page of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from .form import SAMPLE, Filling
from .layout import RED
from .package import Part, package, part
from .properties import properties_xml
from .template import FurtherHead, HeadForm, Template
from .word_xml import ParagraphLook, RunLook, paragraph_xml, run_xml

_MARK_LOOK = RunLook(bold="<w:b/><w:bCs/>", middle=f'<w:color w:val="{RED}"/>')
_LEVEL = 3
"""Of zlib: letters are small, and a thousand of them should not wait for the last byte."""


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """What Word shows about a document under File > Info: the group, a title, its day, and the id of a letter."""

    group: str
    title: str
    dated: date | None = None
    letter_id: str = ""


def poured(fillings: Sequence[Filling], template: Template, words: DocumentWords) -> bytes:
    """The bytes of one .docx with all fillings in their order; equal ones give equal bytes."""
    heads = _Heads(template)
    sections = [heads.section_for(filling) for filling in fillings]
    marked = SAMPLE not in template.fields
    blocks = [
        (_mark(filling) if marked else "") + template.form.filled(filling, section if number < len(fillings) else "")
        for number, (filling, section) in enumerate(zip(fillings, sections, strict=True), 1)
    ]
    document = "".join((template.form.opening, *blocks, sections[-1], template.form.closing))
    return package(
        (
            *template.frame(heads.further),
            part(template.name, document, level=_LEVEL),
            *heads.parts(),
            *_properties(words, document),
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
        """The end of the section of a filling, leading to the heads it needs."""
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


def _mark(filling: Filling) -> str:
    """The mark of a sample, for a template that has no place for it."""
    text = filling.texts[SAMPLE].text
    return paragraph_xml(run_xml(text, _MARK_LOOK, "en", right=False), ParagraphLook(), right=False) if text else ""


def _properties(words: DocumentWords, document: str) -> Iterable[Part]:
    digest = sha256(document.encode()).hexdigest() if words.letter_id else ""
    written = properties_xml(words.group, words.title, words.dated, words.letter_id, digest)
    return [part(name, xml, level=_LEVEL) for name, xml in written]
