# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking out of a Word template what a letter must not carry, and refusing what cannot be taken out.

A letter goes to officials of another state: no link, macro, embedded object, tracked change, comment or
mark of an editing session goes with it, and nothing in it fetches or runs anything.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from .faults import TemplateFault

_UNWRAPPED = ("hyperlink", "smartTag", "ins", "moveTo", "sdt", "sdtContent", "customXml")
_REMOVED = (
    *("del", "moveFrom", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "lastRenderedPageBreak"),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "sdtPr", "sdtEndPr"),
    *("smartTagPr", "customXmlPr", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange"),
    *("tcPrChange", "trPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "dirtyRange", "fldData"),
)
_REMOVED_SETTINGS = (
    *("attachedTemplate", "mailMerge", "docVars", "rsids", "trackRevisions", "linkStyles", "saveThroughXslt"),
    *("documentProtection", "writeProtection", "hdrShapeDefaults", "schemaLibrary", "attachedSchema", "revisionView"),
    *("updateFields", "docId"),
)
_REFUSED = {
    "altChunk": "another document inside it",
    "object": "an embedded object",
    "control": "an ActiveX control",
    "subDoc": "a link to another document",
    "movie": "a film",
}
_LINKING = frozenset({"hlinkClick", "hlinkHover", "hlinkMouseOver"})
_LINK_ATTRIBUTES = frozenset({"href", "src"})
_SESSION_ATTRIBUTES = re.compile(r"rsid\w*|paraId|textId")
_HARMLESS_CODES = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF"})
_TWINS = (("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs"))

Element = Any
"""An element of lxml, which has no types of its own."""


def clean_part(root: Element) -> None:
    """Clean the tree of a document, header, footer, notes or styles part in place.

    Raises TemplateFault for objects, links to other files and field codes that fetch or run something.
    """
    _refuse(root)
    _remove(root, _REMOVED)
    for element in [each for each in root.iter() if _local(each) in _UNWRAPPED]:
        _unwrap(element)
    for element in [each for each in root.iter() if not isinstance(each.tag, str) or _local(each) in _LINKING]:
        _drop(element)
    for element in root.iter():
        _strip_attributes(element)
    check_codes(root)
    add_twins(root)


def clean_settings(root: Element) -> None:
    """Take out of the settings what names a person, a computer, a session or another file."""
    _remove(root, _REMOVED_SETTINGS)
    for element in root.iter():
        _strip_attributes(element)


def check_codes(root: Element) -> None:
    """Raise TemplateFault for a field code other than page numbers and the like, however it is split."""
    for code in _codes(root):
        word = code.split()[0].upper() if code.split() else "an empty one"
        if word not in _HARMLESS_CODES:
            raise TemplateFault(
                f"The template holds a field code of Word that letters do not carry: {word[:40]}.",
                "In Word, click it, press Ctrl+Shift+F9 to turn it into text, save, and choose the file again.",
            )


def add_twins(root: Element) -> None:
    """Give bold, italic and size their twins, or Arabic and Hebrew would be set without them."""
    for properties in root.iter(qn("w:rPr")):
        for name, twin in _TWINS:
            found = properties.find(qn(name))
            if found is not None and properties.find(qn(twin)) is None:
                copied = deepcopy(found)
                copied.tag = qn(twin)
                found.addnext(copied)


def _codes(root: Element) -> Iterator[str]:
    """The field codes, each joined from the runs it is split over."""
    open_codes: list[list[str]] = []
    for element in root.iter():
        name = _local(element)
        if name == "fldSimple":
            yield element.get(qn("w:instr"), "")
        elif name == "instrText":
            if not open_codes:
                yield element.text or ""
            else:
                open_codes[-1].append(element.text or "")
        elif name == "fldChar":
            kind = element.get(qn("w:fldCharType"))
            if kind == "begin":
                open_codes.append([])
            elif kind == "end" and open_codes:
                yield "".join(open_codes.pop())
    yield from map("".join, open_codes)


def _refuse(root: Element) -> None:
    for element in root.iter():
        what = _REFUSED.get(_local(element))
        if what:
            raise TemplateFault(
                f"The template holds {what}, and letters carry none.", "Take it out in Word and choose the file again."
            )


def _remove(root: Element, names: tuple[str, ...]) -> None:
    for element in [each for each in root.iter() if _local(each) in names]:
        _drop(element)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _strip_attributes(element: Element) -> None:
    for name in list(element.attrib):
        local = name.rpartition("}")[2]
        if local in _LINK_ATTRIBUTES or _SESSION_ATTRIBUTES.fullmatch(local):
            del element.attrib[name]


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
