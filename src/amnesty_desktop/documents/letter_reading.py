# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a letter back that was changed in Word: which letter it is, and what now stands in each of its parts.

An exported letter carries its id in the properties of the file, and a hidden bookmark where each part begins.
A part reaches to where the next one begins, so that words added at its end are not lost.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..domain.letter import Body, Paragraph, ParagraphKind, Run
from ..domain.taken_back import joined
from .faults import DocumentFault, TemplateFault
from .form import BODY, MARK
from .properties import letter_id_in
from .template_forms import BULLET_SIGN
from .template_limits import look_over

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN, _CUSTOM = "word/document.xml", "docProps/custom.xml"
_SKIPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "txbxContent")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_REFUSED = {f"{_W}{name}" for name in ("altChunk", "object", "control", "subDoc", "movie")}
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_AGAIN = "Copy the words you changed, and paste them into the letter here."


class ReturnFault(DocumentFault):
    """The file cannot be taken back as a letter."""


@dataclass(frozen=True, slots=True)
class ReturnedLetter:
    """What a Word file holds of one letter. words: the text of each part found, lines apart, without the body."""

    letter_id: str
    words: dict[str, str]
    body: Body


def is_letter(content: bytes) -> str:
    """The id of the letter a Word file was exported from, empty if it is none of ours; never raises."""
    try:
        look_over(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return letter_id_in(archive.read(_CUSTOM))
    except (TemplateFault, KeyError):
        return ""


def read_letter(content: bytes) -> ReturnedLetter:
    """Read a letter back; raises ReturnFault with a sentence and the way out."""
    try:
        look_over(content)
    except TemplateFault as fault:
        raise ReturnFault(fault.message.replace("The template", "The Word file"), fault.way_out) from None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    _refuse(parts)
    letter_id = letter_id_in(parts.get(_CUSTOM, b""))
    if not letter_id:
        raise ReturnFault(
            "This Word file is no letter from here, or it holds several.",
            "Letters can be taken back when they were exported one file each.",
        )
    paragraphs = _paragraphs(_parsed(parts.get(_MAIN, b"")))
    if not any(BODY in each.starts for each in paragraphs):
        raise ReturnFault("The places where the letter's parts begin are gone from this file.", _AGAIN)
    return ReturnedLetter(letter_id, _words(paragraphs), _body(paragraphs))


def _refuse(parts: dict[str, bytes]) -> None:
    if b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        raise ReturnFault("The Word file holds macros, and letters carry none.", _AGAIN)
    for name, content in parts.items():
        links = _EXTERNAL.findall(content) if name.endswith(".rels") else []
        if any(b"/hyperlink" not in link for link in links):
            raise ReturnFault("The Word file leads to something outside of it.", _AGAIN)


def _parsed(content: bytes) -> Any:
    from docx.oxml.parser import parse_xml

    try:
        root = parse_xml(content)
    except Exception:  # XML of a file from outside.
        raise ReturnFault("The Word file cannot be read.", _AGAIN) from None
    if any(element.tag in _REFUSED for element in root.iter()):
        raise ReturnFault("The Word file holds an embedded object, and letters carry none.", _AGAIN)
    return root


@dataclass(slots=True)
class _Read:
    """One paragraph: its runs, the parts that begin in it, and what it stands in: a cell, a frame, or the text."""

    place: tuple[Any, ...]
    runs: list[Run] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)
    is_bullet: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def _paragraphs(root: Any) -> list[_Read]:
    found: list[_Read] = []
    waiting: list[str] = []
    for element in _walk(root):
        if element.tag == f"{_W}bookmarkStart" and (mark := element.get(f"{_W}name", "")).startswith(MARK):
            holder = next((each for each in element.iterancestors() if each.tag == f"{_W}p"), None)
            (waiting if holder is None else found[-1].starts).append(mark.removeprefix(MARK))
        elif element.tag == f"{_W}p":
            found.append(_Read(_place(element), starts=waiting, is_bullet=_is_bullet(element)))
            waiting = []
        elif element.tag == f"{_W}r" and found:
            found[-1].runs.append(_run(element))
    for each in found:
        _take_sign(each)
    return found


def _walk(element: Any) -> Iterator[Any]:
    """All elements in the order they stand, without what was deleted."""
    yield element
    for child in element:
        if child.tag not in _SKIPPED:
            yield from _walk(child)


def _place(paragraph: Any) -> tuple[Any, ...]:
    frame = paragraph.find(f"{_W}pPr/{_W}framePr")
    return (paragraph.getparent(), *(() if frame is None else (frame.get(f"{_W}x"), frame.get(f"{_W}y"))))


def _run(element: Any) -> Run:
    properties = element.find(f"{_W}rPr")
    return Run("".join(_texts(element)), bold=_is_on(properties, "b"), italic=_is_on(properties, "i"))


def _texts(run: Any) -> Iterator[str]:
    for child in run:
        name = str(child.tag).rpartition("}")[2]
        if name == "t":
            yield (child.text or "").replace("\u200e", "")
        else:
            yield {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")


def _is_on(properties: Any, name: str) -> bool:
    found = None if properties is None else properties.find(f"{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in ("0", "false", "off")


def _is_bullet(paragraph: Any) -> bool:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return False
    style = properties.find(f"{_W}pStyle")
    named = "" if style is None else style.get(f"{_W}val", "")
    return properties.find(f"{_W}numPr") is not None or "list" in named.lower()


def _take_sign(paragraph: _Read) -> None:
    """A bullet that was typed is a bullet too."""
    if paragraph.text.startswith(BULLET_SIGN):
        paragraph.is_bullet = True
        first = next(number for number, run in enumerate(paragraph.runs) if run.text)
        kept = paragraph.runs[first].text.removeprefix(BULLET_SIGN).lstrip()
        paragraph.runs[first] = Run(kept, paragraph.runs[first].bold, paragraph.runs[first].italic)


def _part(paragraphs: list[_Read], name: str) -> list[_Read]:
    """The paragraphs from where a part begins to where another does, in the same text."""
    begin = next((number for number, each in enumerate(paragraphs) if name in each.starts), None)
    if begin is None:
        return []
    first = paragraphs[begin]
    found = [first]
    for each in paragraphs[begin + 1 :]:
        if each.starts or each.place != first.place:
            break
        found.append(each)
    return found


def _words(paragraphs: list[_Read]) -> dict[str, str]:
    names = dict.fromkeys(name for each in paragraphs for name in each.starts if name != BODY)
    return {name: "\n".join(each.text for each in _part(paragraphs, name)).strip() for name in names}


def _body(paragraphs: list[_Read]) -> Body:
    return Body(tuple(_clean(each) for each in _part(paragraphs, BODY) if each.text.strip()))


def _clean(read: _Read) -> Paragraph:
    kind = ParagraphKind.BULLET if read.is_bullet else ParagraphKind.TEXT
    return Paragraph(joined(Paragraph(tuple(read.runs))), kind)
