# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding the {fields} in a part of a Word template and making a form of it.

Word splits typed text over runs as it likes, for spelling or for editing sessions, so a field is looked
for in the joined text of neighbouring runs and takes the look of the run its brace stands in. The part
is taken to have been cleaned (template_cleaning): runs stand directly in their paragraphs.
"""

import re
from collections.abc import Iterable, Iterator, Set
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from .faults import TemplateFault
from .form import BODY, SAMPLE, FieldPlace, Form, ParagraphForm
from .layout import RED
from .word_xml import ParagraphLook, RunLook

FIELD = re.compile(r"\{\s*([A-Za-z_]+\d*)\s*\}")
BULLET_SIGN = "•"
TYPED_BULLET = ParagraphLook(after='<w:ind w:left="357" w:hanging="357"/>')
"""What a bullet looks like while no style of the template says it better."""
_SLOT = re.compile(r'<w:slot w:n="(\d+)"/>')
_SHELF, _SEPARATOR = "<w:shelf>", "<w:sep/>"

# CT_RPr, in its order, cut where a letter puts in something of its own.
_HEAD = ("rStyle", "rFonts")
_BOLD = ("b", "bCs")
_ITALIC = ("i", "iCs")
_MIDDLE = (
    *("caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid"),
    *("vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign"),
)
_TAIL = ("em",)
# CT_PPr: what stands before w:bidi, and what never comes along.
_BEFORE_BIDI = (
    *("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr"),
    *("shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE"),
    "autoSpaceDN",
)
_NOT_KEPT = ("bidi", "sectPr", "pPrChange")
# What a paragraph may hold besides its fields and still go with them.
_MERE_TEXT = frozenset(map(qn, ("w:r", "w:rPr", "w:t", "w:tab", "w:br", "w:noBreakHyphen", "w:softHyphen")))

Element = Any
"""An element of lxml, which has no types of its own."""


def form_of(root: Element, known: Set[str]) -> Form:
    """Make a form of the root of a document, header or footer part; the tree is used up.

    Raises TemplateFault for a field that is not known, and for a {body} that shares its paragraph.
    """
    top = next((child for child in root if child.tag == qn("w:body")), root)
    shelf = _Shelf()
    section = shelf.put(top.findall(qn("w:sectPr")))
    closing = _closing_paragraph(top)
    plans: list[_Plan] = []
    # Backwards, so that a paragraph in a text box is in its place before the one around it is taken apart.
    for paragraph in reversed(list(root.iter(qn("w:p")))):
        if paragraph is closing or "{" in _own_text(paragraph):
            plans.append(_plan(paragraph, shelf, known, is_last=paragraph is closing))
            slot = OxmlElement("w:slot", {qn("w:n"): str(len(plans) - 1)})
            paragraph.getparent().replace(paragraph, slot)
    main, chunks = shelf.written_with(root)
    opening, blocks, ending = _parted(main, top)
    last = next((number for number, plan in enumerate(plans) if plan.paragraph is closing), -1)
    forms = tuple(plan.form(chunks) for plan in plans)
    return Form(opening, _slotted(blocks), ending, forms, last, chunks[section], TYPED_BULLET, BULLET_SIGN)


def _known(found: re.Match[str], known: Set[str]) -> str:
    name = found[1].lower()
    if name not in known:
        listed = ", ".join(f"{{{each}}}" for each in sorted(known))
        raise TemplateFault(f"The template has a field {found[0]}, which no letter can fill.", f"The fields: {listed}.")
    return name


class _Shelf:
    """Elements put aside, to be read again as text once the part is written, with its own prefixes."""

    def __init__(self) -> None:
        self._element: Element = OxmlElement("w:shelf")
        self._count = 0

    def put(self, elements: Iterable[Element]) -> int:
        """Put some elements aside together; the answer is their place in the list of chunks."""
        for element in elements:
            element.tail = None
            self._element.append(element)
        self._element.append(OxmlElement("w:sep"))
        self._count += 1
        return self._count - 1

    def written_with(self, root: Element) -> tuple[str, list[str]]:
        """The root as text without the shelf, and the chunks on it."""
        root.append(self._element)
        main, _, rest = serialize_part_xml(root).decode().partition(_SHELF)
        chunks, _, ending = rest.partition("</w:shelf>")
        return main + ending if rest else main.replace("<w:shelf/>", ""), chunks.split(_SEPARATOR)


@dataclass(slots=True)
class _Plan:
    """A paragraph taken apart: where its chunks lie on the shelf, and which of them are fields."""

    paragraph: Element
    look: tuple[int, int, int]
    stays: bool
    leaves: bool
    pieces: list[int | tuple[str, tuple[int, ...]]] = field(default_factory=list)

    def form(self, chunks: list[str]) -> ParagraphForm:
        pieces: list[str | FieldPlace | int] = []
        for piece in self.pieces:
            if isinstance(piece, int):
                pieces.extend(_slotted(chunks[piece]))
            else:
                name, parts = piece
                pieces.append(FieldPlace(name, RunLook(*(chunks[part] for part in parts))))
        style, before, after = (chunks[part] for part in self.look)
        return ParagraphForm(ParagraphLook(style, before, after), tuple(pieces), self.stays, self.leaves)


def _plan(paragraph: Element, shelf: _Shelf, known: Set[str], *, is_last: bool) -> _Plan:
    pieces = list(_pieces(paragraph, known))
    names = [piece.name for piece in pieces if piece.name]
    if BODY in names and (len(names) > 1 or any(piece.text.strip() for piece in pieces)):
        raise TemplateFault(
            "The template has {body} in the middle of a paragraph.",
            "Put {body} in a paragraph of its own: the letter's paragraphs take its place.",
        )
    within = (element.tag for element in paragraph.iter() if element is not paragraph)
    properties = paragraph.find(qn("w:pPr"))
    known = {qn("w:pPr"), *(() if properties is None else (child.tag for child in properties.iter()))}
    leaves = all(tag in _MERE_TEXT or tag in known for tag in within)
    plan = _Plan(paragraph, _paragraph_look(properties, shelf), is_last or _must_stay(paragraph), leaves)
    for piece in pieces:
        if piece.name:
            plan.pieces.append((piece.name, _run_look(piece.properties, shelf, piece.name)))
        else:
            plan.pieces.append(shelf.put(piece.elements))
    return plan


def _paragraph_look(properties: Element, shelf: _Shelf) -> tuple[int, int, int]:
    children = [] if properties is None else [deepcopy(child) for child in properties]
    kept = [child for child in children if _local(child) not in _NOT_KEPT]
    style = [child for child in kept if _local(child) == "pStyle"]
    before = [child for child in kept if _local(child) in _BEFORE_BIDI]
    after = [child for child in kept if child not in style and child not in before]
    return shelf.put(style), shelf.put(before), shelf.put(after)


def _run_look(properties: Element, shelf: _Shelf, name: str) -> tuple[int, ...]:
    children = {} if properties is None else {_local(child): deepcopy(child) for child in properties}
    if name == SAMPLE:
        children["color"] = OxmlElement("w:color", {qn("w:val"): RED})
    groups = (_HEAD, _BOLD, _ITALIC, _MIDDLE, _TAIL)
    return tuple(shelf.put(children[each] for each in group if each in children) for group in groups)


def _must_stay(paragraph: Element) -> bool:
    """Word wants a paragraph at the end of a cell, a header or a text box, and between two tables."""
    following, preceding = paragraph.getnext(), paragraph.getprevious()
    ends = following is None and paragraph.getparent().tag != qn("w:body")
    between = all(beside is not None and beside.tag == qn("w:tbl") for beside in (preceding, following))
    return ends or between


@dataclass(slots=True)
class _Piece:
    """A bit of a paragraph: XML as it stands, or a field (name) with the properties of its run."""

    elements: list[Element] = field(default_factory=list)
    name: str = ""
    properties: Element = None
    text: str = ""


@dataclass(slots=True)
class _Atom:
    """The smallest bit of a run: some text, or another element (then text is None)."""

    element: Element
    properties: Element
    text: str | None


def _pieces(paragraph: Element, known: Set[str]) -> Iterator[_Piece]:
    for is_text, group in groupby(_atoms(paragraph), key=lambda atom: atom.text is not None):
        if is_text:
            yield from _split(list(group), known)
        else:
            for atom in group:
                yield _Piece([atom.element])


def _atoms(paragraph: Element) -> Iterator[_Atom]:
    for child in paragraph:
        if child.tag == qn("w:pPr"):
            continue
        if child.tag != qn("w:r"):
            yield _Atom(child, None, None)
            continue
        properties = child.find(qn("w:rPr"))
        for content in (each for each in child if each is not properties):
            text = (content.text or "") if content.tag == qn("w:t") else None
            yield _Atom(content if text is not None else _run(properties, content), properties, text)


def _split(atoms: list[_Atom], known: Set[str]) -> Iterator[_Piece]:
    """Cut neighbouring text into fields and the words between them."""
    joined = "".join(atom.text or "" for atom in atoms)
    at = 0
    for found in FIELD.finditer(joined):
        yield from _words(atoms, at, found.start())
        yield _Piece(name=_known(found, known), properties=_owner(atoms, found.start()).properties)
        at = found.end()
    yield from _words(atoms, at, len(joined))


def _words(atoms: list[_Atom], start: int, end: int) -> Iterator[_Piece]:
    offset = 0
    for atom in atoms:
        text = atom.text or ""
        part = text[max(0, start - offset) : max(0, end - offset)]
        offset += len(text)
        if part:
            words = OxmlElement("w:t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
            words.text = part
            yield _Piece([_run(atom.properties, words)], text=part)


def _owner(atoms: list[_Atom], at: int) -> _Atom:
    """The atom in which the character at this place stands."""
    for atom in atoms:
        at -= len(atom.text or "")
        if at < 0:
            return atom
    raise IndexError("No text at this place.")


def _run(properties: Element, content: Element) -> Element:
    run: Element = OxmlElement("w:r")
    if properties is not None:
        run.append(deepcopy(properties))
    run.append(content if content.getparent() is None else deepcopy(content))
    return run


def _own_text(paragraph: Element) -> str:
    """The text of a paragraph, without that of text boxes in it."""
    return "".join(text.text or "" for text in paragraph.iterfind(f"{qn('w:r')}/{qn('w:t')}"))


def _closing_paragraph(top: Element) -> Element | None:
    """The last paragraph of a document, made if there is none: it is what can end a section. None for a header."""
    if top.tag != qn("w:body"):
        return None
    if len(top) and top[-1].tag == qn("w:p"):
        return top[-1]
    made: Element = OxmlElement("w:p")
    top.append(made)
    return made


def _parted(main: str, top: Element) -> tuple[str, str, str]:
    """A part cut into what opens it, its blocks, and what closes it."""
    name = "body" if top.tag == qn("w:body") else _local(top)
    begin = main.index(">", main.index(f"<w:{name}")) + 1
    end = main.rindex(f"</w:{name}>")
    return main[:begin], main[begin:end], main[end:]


def _slotted(xml: str) -> tuple[str | int, ...]:
    """XML cut at the places of paragraphs with fields."""
    cut = _SLOT.split(xml)
    found: list[str | int] = [int(piece) if number % 2 else piece for number, piece in enumerate(cut)]
    return tuple(piece for piece in found if piece != "")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
