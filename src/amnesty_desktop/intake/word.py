# SPDX-License-Identifier: GPL-3.0-or-later
"""A Word file (.docx) as lines: paragraphs, tables cell by cell, text boxes, headers, footers and notes, in order."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from .packed import Packed
from .page_text import Line, LineKind, PageText, Unreadable
from .word_styles import WORD, WordStyles
from .xml_reading import tree

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_KINDS_OF_RELATION = {"header": LineKind.HEADER, "footer": LineKind.FOOTER}
_UNSEEN = frozenset(
    f"{WORD}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "tblPr", "trPr", "tcPr", "sdtPr", "rt")
)
"""What is in the file and not on the page: deleted words, codes of fields, settings."""
_LETTERS = {"tab": "\t", "noBreakHyphen": "-", "br": "\n", "cr": "\n", "ptab": "\t"}
_LONGEST_HEADING = 120
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""What Word calls its words in a file saved as "Strict Open XML"."""
_FIRST_PICTOGRAM = 0xF000


def read(content: bytes) -> PageText:
    """All lines of a Word file. Raises Unreadable."""
    packed = Packed(content)
    main = _main_part(packed)
    body = packed.part(main)
    if not body:
        raise Unreadable("This is not a Word document, though it is packed like one.", "Save it as .docx or PDF.")
    root = _tree(body)
    styles = packed.part(posixpath.join(posixpath.dirname(main), "styles.xml"))
    reading = _Reading(WordStyles(_tree(styles) if styles else None), _is_noted(root))
    lines = [*reading.lines(root)]
    edges = [*_edges(packed, main, reading)]
    heads = [line for line in edges if line.kind is LineKind.HEADER]
    feet = [line for line in edges if line.kind is LineKind.FOOTER]
    is_scan = not any(line.text.strip() for line in lines) and any("/media/" in name for name in packed.names)
    scanned = tuple(range(1, reading.page + 1)) if is_scan else ()
    return PageText((*heads, *lines, *feet), "docx", reading.page, _troubles(packed, is_scan), scanned)


@dataclass(slots=True)
class _Reading:
    """Walks a part. noted says that Word noted where the pages of its last print ended; else typed breaks count."""

    styles: WordStyles
    noted: bool
    page: int = 1

    def lines(self, element: Any) -> Iterator[Line]:
        """The lines of every paragraph and table below this element."""
        for child in _shown(element):
            if child.tag == f"{WORD}p":
                yield from self._paragraph(child)
            elif child.tag == f"{WORD}tbl":
                yield from self._table(child)
            else:
                yield from self.lines(child)

    def _table(self, table: Any) -> Iterator[Line]:
        for row in _rows(table, "tr", "tbl"):
            column = 0
            for cell in _rows(row, "tc", "tr"):
                for line in self.lines(cell):
                    # A table inside a cell keeps its own columns.
                    yield line if line.kind is LineKind.CELL else replace(line, kind=LineKind.CELL, column=column)
                span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
                column += _number(span) if span is not None else 1

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        pieces: list[str] = []
        boxes: list[Any] = []
        page = self.page
        self._gather(paragraph, pieces, boxes)
        text = "".join(pieces)
        kind = self.styles.kind(paragraph.find(f"{WORD}pPr"))
        if kind is LineKind.TEXT and _is_bold(paragraph) and 0 < len(text.strip()) <= _LONGEST_HEADING:
            kind = LineKind.HEADING
        for line in text.split("\n"):
            yield Line(line.replace("\xa0", " ").rstrip(), kind, page)
        for box in boxes:
            yield from self.lines(box)

    def _gather(self, element: Any, pieces: list[str], boxes: list[Any]) -> None:
        for child in _shown(element):
            name = child.tag.removeprefix(WORD)
            if name == "lastRenderedPageBreak" or (_breaks_page(child) and not self.noted):
                self.page += 1
            elif name == "t":
                pieces.append(child.text or "")
            elif name in _LETTERS:
                pieces.append(_LETTERS[name])
            elif name == "sym":
                pieces.append(_symbol(child))
            elif name == "txbxContent":
                boxes.append(child)
            elif not (name == "r" and _is_hidden(child)):
                self._gather(child, pieces, boxes)


def _tree(content: bytes) -> Any:
    return tree(content.replace(_STRICT, WORD[1:-1].encode()))


def _shown(element: Any) -> Iterator[Any]:
    """The children that are on the page; of two ways to draw the same thing, one."""
    for child in element:
        if child.tag == _ALTERNATIVES:
            chosen = child.find(_CHOICE)
            yield from _shown(chosen if chosen is not None else _or_nothing(child.find(_FALLBACK)))
        elif child.tag not in _UNSEEN:
            yield child


def _or_nothing(element: Any) -> Any:
    return () if element is None else element


def _rows(element: Any, name: str, within: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, also inside content controls, but not those of a table within."""
    for child in _shown(element):
        if child.tag == f"{WORD}{name}":
            yield child
        elif child.tag.removeprefix(WORD) not in ("tbl", "p", within):
            yield from _rows(child, name, within)


def _is_noted(root: Any) -> bool:
    return next(root.iter(f"{WORD}lastRenderedPageBreak"), None) is not None


def _breaks_page(element: Any) -> bool:
    return bool(element.tag == f"{WORD}br" and element.get(f"{WORD}type") == "page")


def _is_on(properties: Any, name: str) -> bool:
    found = None if properties is None else properties.find(f"{WORD}{name}")
    return found is not None and found.get(f"{WORD}val", "1") not in ("0", "false", "off", "none")


def _is_hidden(run: Any) -> bool:
    return _is_on(run.find(f"{WORD}rPr"), "vanish")


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.findall(f"{WORD}r") if (run.findtext(f"{WORD}t") or "").strip()]
    return bool(runs) and all(_is_on(run.find(f"{WORD}rPr"), "b") for run in runs)


def _symbol(element: Any) -> str:
    try:
        number = int(element.get(f"{WORD}char", ""), 16)
    except ValueError:
        return ""
    # Pictograms of fonts of their own: which one it is only the font knows.
    return "•" if number >= _FIRST_PICTOGRAM else chr(number)


def _number(element: Any) -> int:
    value = str(element.get(f"{WORD}val", ""))
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1


def _main_part(packed: Packed) -> str:
    for kind, target in _relations(packed, "", "_rels/.rels"):
        if kind == "officeDocument":
            return target
    return "word/document.xml"


def _edges(packed: Packed, main: str, reading: _Reading) -> Iterator[Line]:
    """Headers, footers and notes; what stands at the edge of several kinds of pages alike is taken once."""
    folder, name = posixpath.split(main)
    seen: set[str] = set()
    for kind, target in _relations(packed, folder, posixpath.join(folder, "_rels", f"{name}.rels")):
        if kind not in (*_KINDS_OF_RELATION, "footnotes", "endnotes") or not (content := packed.part(target)):
            continue
        edge = _KINDS_OF_RELATION.get(kind, LineKind.FOOTER)
        edge_reading = _Reading(reading.styles, noted=True)
        lines = [replace(line, kind=edge, page=1) for line in edge_reading.lines(_tree(content)) if line.text.strip()]
        text = "\n".join(line.text for line in lines)
        if text not in seen:
            seen.add(text)
            yield from lines


def _relations(packed: Packed, folder: str, name: str) -> list[tuple[str, str]]:
    """The kind (last word of its address) and the target of each inner relation."""
    content = packed.part(name)
    if not content:
        return []
    return [
        (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))),
        )
        for each in tree(content)
        if each.get("TargetMode") != "External"
    ]


def _troubles(packed: Packed, is_scan: bool) -> tuple[str, ...]:
    found = []
    if is_scan:
        found.append("The document holds pictures and no text. Keep it as a document, and type what matters.")
    if any("/embeddings/" in name for name in packed.names):
        found.append("Another file is embedded in the document; it was not read.")
    return tuple(found)
