# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented letters, templates made on the spot, and Word files looked into as a reader would."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from docx import Document

from amnesty_desktop.documents.letter import letter_document
from amnesty_desktop.documents.letterhead import Letterhead
from amnesty_desktop.documents.template import Template, read_template
from amnesty_desktop.domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from amnesty_desktop.paths import resource

HEAD = Letterhead(
    name="Riverside Group",
    line="Local volunteers for human rights",
    address_lines=("12 Example Street", "Sampleton XX1 0XX", "United Kingdom"),
    email="letters@riverside.example",
    return_line="Riverside Group, 12 Example Street, Sampleton XX1 0XX, UK",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BULLET = ParagraphKind.BULLET


def paragraph(*texts: str | Run, kind: ParagraphKind = ParagraphKind.TEXT) -> Paragraph:
    """A paragraph of plain or given runs."""
    return Paragraph(tuple(Run(text) if isinstance(text, str) else text for text in texts), kind)


def body(*texts: str) -> Body:
    """A body of plain paragraphs."""
    return Body(tuple(paragraph(text) for text in texts))


LETTER = Letter(
    case_id="case",
    dated=date(2026, 11, 23),
    address="Sr. Ministro de Seguridad\nSecretaría de Seguridad\nCalle de Ejemplo 100\nTegucigalpa M.D.C.\nHONDURAS",
    subject="Threats against Maribel Quiñónez Tábora, radio journalist",
    salutation="Dear Minister,",
    body=Body(
        (
            paragraph("I am writing to you about Maribel Quiñónez Tábora. I ask you:"),
            paragraph("to give her effective protection;", kind=BULLET),
            paragraph("to have the ", Run("threats", bold=True), " investigated.", kind=BULLET),
            paragraph("Thank you for taking the time to read this letter."),
        )
    ),
    close="Yours sincerely,",
    signature="Hanna Brandvold\nfor the Riverside Group",
    enclosures="Enclosure: 1 list of signatures",
    copies="Copy to: Embassy of Honduras, London",
)


@cache
def template(name: str = "letterhead-a4") -> Template:
    """A template as shipped."""
    return read_template(template_bytes(name))


def template_bytes(name: str = "letterhead-a4") -> bytes:
    """The file of a template as shipped."""
    return resource("templates", f"{name}.docx").read_bytes()


def written(letter: Letter = LETTER, head: Letterhead = HEAD, name: str = "letterhead-a4", **changed: Any) -> bytes:
    """The document of a letter, with some of its fields changed."""
    return letter_document(replace(letter, **changed), head, template(name), dated_text="23 November 2026")


def texts(document: bytes) -> list[str]:
    """The text of every paragraph below the address, by python-docx."""
    return [paragraph.text for paragraph in Document(io.BytesIO(document)).paragraphs]


def parts(document: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main_xml(document: bytes) -> str:
    """The main part as text."""
    return parts(document)["word/document.xml"].decode()


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A zip file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return stream.getvalue()


def changed_template(old: str, new: str, part: str = "word/document.xml", name: str = "letterhead-a4") -> bytes:
    """A shipped template with one text in one part replaced."""
    content = parts(template_bytes(name))
    xml = content[part].decode()
    assert old in xml
    return zipped({**content, part: xml.replace(old, new, 1).encode()})


def typed_template(*paragraphs: str) -> bytes:
    """A template as somebody types it in Word: plain paragraphs, the fields of a letter added where they lack."""
    fields = ["address", "date", "subject", "salutation", "body", "close", "signature", "enclosures", "copies"]
    document = Document()
    for text in (*paragraphs, *(f"{{{name}}}" for name in fields if f"{{{name}}}" not in "".join(paragraphs))):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def from_template(content: bytes, letter: Letter = LETTER, head: Letterhead = HEAD) -> bytes:
    """A letter written with a template of one's own."""
    return letter_document(letter, head, read_template(content), dated_text="23 November 2026")
