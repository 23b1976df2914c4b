# SPDX-License-Identifier: GPL-3.0-or-later
"""How the parts of a Word file find each other: relationships and content types (ECMA-376-2)."""

import posixpath
from collections.abc import Iterable
from html import escape

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def relation_xml(reference: str, kind: str, target: str) -> str:
    """One relationship inside the package; kind is its full address."""
    return f'<Relationship Id="{escape(reference)}" Type="{escape(kind)}" Target="{escape(target)}"/>'


def relations_xml(relations: str) -> str:
    """The part that lists relationships."""
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def relations_name(name: str) -> str:
    """Where a package keeps the relationships of a part: word/_rels/document.xml.rels."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def types_xml(types: Iterable[tuple[str, str]]) -> str:
    """The part that gives the content type of each part, by name."""
    listed = "".join(f'<Override PartName="/{escape(name)}" ContentType="{escape(kind)}"/>' for name, kind in types)
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )
