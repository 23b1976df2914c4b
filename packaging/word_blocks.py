# SPDX-License-Identifier: GPL-3.0-or-later
"""What the templates are built from: runs, paragraphs, tables, frames, and the file around them."""

from amnesty_desktop.documents.package import package, part
from amnesty_desktop.documents.relations import KINDS, relation_xml, relations_xml, types_xml

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def twips(mm: float) -> int:
    """Twentieths of a point, as Word counts."""
    return round(mm * 1440 / 25.4)


def word_file(document: str, inside: dict[str, str]) -> bytes:
    """A Word file of its main part and the parts beside it, by name; rId1 is the first of them."""
    kinds = {name: name.rstrip("12") for name in inside}
    types = [("word/document.xml", f"{MAIN}.document.main+xml")]
    types += [(f"word/{name}.xml", f"{MAIN}.{kind}+xml") for name, kind in kinds.items()]
    relations = "".join(
        relation_xml(f"rId{number}", f"{KINDS}/{kinds[name]}", f"{name}.xml") for number, name in enumerate(inside, 1)
    )
    return package(
        (
            part("[Content_Types].xml", types_xml(types)),
            part("_rels/.rels", relations_xml(relation_xml("rId1", f"{KINDS}/officeDocument", "word/document.xml"))),
            part("word/document.xml", document),
            part("word/_rels/document.xml.rels", relations_xml(relations)),
            *(part(f"word/{name}.xml", content) for name, content in inside.items()),
        )
    )


def root(name: str, content: str) -> str:
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{content}</w:{name}>"


def paragraph(style: str, text: str) -> str:
    return styled(style, run(text) if text else "")


def styled(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(widths: tuple[float, ...], rows: tuple[str, ...]) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{none}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def row(height: float, rule: str, *cells: str) -> str:
    return f'<w:tr><w:trPr><w:trHeight w:val="{twips(height)}" w:hRule="{rule}"/></w:trPr>{"".join(cells)}</w:tr>'


def cell(width: float, content: str = "", properties: str = "") -> str:
    empty = f"<w:p><w:pPr>{TINY}</w:pPr></w:p>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{properties}</w:tcPr>{content or empty}</w:tc>'


def bottom(mm: float) -> str:
    return f'<w:tcMar><w:bottom w:w="{twips(mm)}" w:type="dxa"/></w:tcMar>'


def frame(left: float, top: float, width: float, height: float = 0) -> str:
    """The place of a paragraph on the page, in mm; neighbours of one place stand below one another in it."""
    exactly = f' w:h="{twips(height)}" w:hRule="exact"' if height else ""
    return (
        f'<w:framePr w:w="{twips(width)}"{exactly} w:wrap="around" w:vAnchor="page" w:hAnchor="page"'
        f' w:x="{twips(left)}" w:y="{twips(top)}"/>'
    )


def framed(place: str, style: str, text: str) -> str:
    """A paragraph in a frame."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{place}</w:pPr>{run(text)}</w:p>'


def section(width: float, height: float, margins: tuple[float, float, float, float], extra: str = "") -> str:
    """The page in mm; margins from the top, clockwise."""
    top, right, bottom_margin, left = map(twips, margins)
    turned = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:sectPr>{extra}<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom_margin}" w:left="{left}"'
        f' w:header="{twips(5)}" w:footer="{twips(5)}" w:gutter="0"/></w:sectPr>'
    )
