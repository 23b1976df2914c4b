# SPDX-License-Identifier: GPL-3.0-or-later
"""What Word shows under File > Info: the group and the day, and nobody's name, computer or program."""

import re
from datetime import date
from html import escape

from .relations import KINDS, relation_xml, relations_xml
from .word_xml import cleaned

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE, _APP, _CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
_LETTER = "Letter"
"""The property that tells which letter a file is; Word keeps it, and it says nothing to anybody else."""
_WORDS = "Letter words"
"""The property with the hash of the document as it was exported: Word keeps it, and writes other bytes."""
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FOUND = re.compile(rb'name="Letter"[^>]*>\s*<vt:lpwstr>([0-9A-Za-z-]{1,40})</vt:lpwstr>')
_HASH = re.compile(rb'name="Letter words"[^>]*>\s*<vt:lpwstr>([0-9a-f]{64})</vt:lpwstr>')
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

TYPES = (
    (_CORE, "application/vnd.openxmlformats-package.core-properties+xml"),
    (_APP, "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    (_CUSTOM, "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
)
"""Names and content types of the parts."""


def properties_xml(
    group: str, title: str, dated: date | None, letter_id: str = "", digest: str = ""
) -> tuple[tuple[str, str], ...]:
    """The parts, name and content: group as author and company, title, the day, and of a single letter its id.

    digest is the SHA-256 of the document of a single letter, in hexadecimal.
    """
    who, what = escape(cleaned(group), quote=False), escape(title, quote=False)
    day = f'xsi:type="dcterms:W3CDTF">{dated.isoformat()}T00:00:00Z<' if dated else ""
    days = f"<dcterms:created {day}/dcterms:created><dcterms:modified {day}/dcterms:modified>" if day else ""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{what}</dc:title><dc:creator>{who}</dc:creator>"
        f"<cp:lastModifiedBy>{who}</cp:lastModifiedBy>{days}</cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{who}</Company></Properties>"
    )
    marks = ((_LETTER, letter_id), (_WORDS, digest)) if letter_id else ()
    mark = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(marks, 2)
    )
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        f' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{mark}</Properties>'
    )
    return (_CORE, _DECLARATION + core), (_APP, _DECLARATION + app), (_CUSTOM, _DECLARATION + custom)


def letter_id_in(custom: bytes) -> str:
    """The id of the letter in the part with a file's own properties; empty where it names none."""
    found = _FOUND.search(custom)
    return found[1].decode() if found else ""


def digest_in(custom: bytes) -> str:
    """The hash of the document as it was exported; empty where the file names none."""
    found = _HASH.search(custom)
    return found[1].decode() if found else ""


def package_relations(main: str) -> str:
    """The relationships of the whole package: the document and its properties."""
    return relations_xml(
        relation_xml("rId1", f"{KINDS}/officeDocument", main)
        + relation_xml("rId2", _CORE_KIND, _CORE)
        + relation_xml("rId3", f"{KINDS}/extended-properties", _APP)
        + relation_xml("rId4", f"{KINDS}/custom-properties", _CUSTOM)
    )
