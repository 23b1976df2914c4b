# SPDX-License-Identifier: GPL-3.0-or-later
"""What Word shows under File > Info: the group and the day, and nobody's name, computer or program."""

from datetime import date
from html import escape

from .relations import KINDS, relation_xml, relations_xml
from .word_xml import cleaned

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

TYPES = (
    (_CORE, "application/vnd.openxmlformats-package.core-properties+xml"),
    (_APP, "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
)
"""Names and content types of the two parts."""


def properties_xml(group: str, title: str, dated: date | None) -> tuple[tuple[str, str], ...]:
    """The two parts, name and content: group as author and company, title, and the day of the letter."""
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
    return (_CORE, _DECLARATION + core), (_APP, _DECLARATION + app)


def package_relations(main: str) -> str:
    """The relationships of the whole package: the document and its properties."""
    return relations_xml(
        relation_xml("rId1", f"{KINDS}/officeDocument", main)
        + relation_xml("rId2", _CORE_KIND, _CORE)
        + relation_xml("rId3", f"{KINDS}/extended-properties", _APP)
    )
