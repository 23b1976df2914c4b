# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking at a Word file before it serves as a template: every field in it and where, and all that is wrong at once."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from .faults import TemplateFault
from .form import BODY, FOR_LETTERS, TemplateKind
from .template import Template, read_template
from .template_forms import FIELD
from .template_limits import look_over

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = (
    (re.compile(r"word/document\d*\.xml"), "the text"),
    (re.compile(r"word/header\d*\.xml"), "a header"),
    (re.compile(r"word/footer\d*\.xml"), "a footer"),
    (re.compile(r"word/footnotes\d*\.xml"), "a footnote"),
    (re.compile(r"word/endnotes\d*\.xml"), "an endnote"),
    (re.compile(r"word/comments\d*\.xml"), "a comment"),
    (re.compile(r"docProps/(core|app|custom)\.xml"), "the properties of the file"),
)
_FILLED = ("the text", "a text box", "a header", "a footer")
_BRACED = re.compile(r"\{[^{}]{1,60}\}")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\$\{.*?\}", re.DOTALL)
_MOST_FIELDS = 200
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class FieldFound:
    """One field as it was typed, without its braces, and where it stands ("the text", "a header", ...).

    nearest is the field that was most likely meant where this one is not known. mended says that Word had split
    it over several pieces, which were joined.
    """

    name: str
    places: tuple[str, ...]
    is_known: bool
    nearest: str = ""
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing wrong with the file: what, and what to do about it."""

    message: str
    way_out: str


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What the doctor found. template is the finished template, None while troubles keep it from being used."""

    fields: tuple[FieldFound, ...] = ()
    missing: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[str, ...] = ()
    template: Template | None = None

    @property
    def is_usable(self) -> bool:
        """Whether letters can be poured into it."""
        return self.template is not None


@dataclass(slots=True)
class _Sight:
    """What is seen of one field while the parts are gone through."""

    name: str
    places: dict[str, None] = field(default_factory=dict)
    mended: bool = False


def examine(content: bytes, use: TemplateKind = FOR_LETTERS) -> TemplateReport:
    """Look a Word file over; never raises for what is in it. Takes some 50 ms; reads no more than the caps allow."""
    try:
        look_over(content)
    except TemplateFault as fault:
        return TemplateReport(troubles=(_trouble(fault),))
    sights, expressions = _sights(content)
    fields = tuple(_found(sight, use) for sight in sights.values())
    known = {found.name for found in fields if found.is_known and set(found.places) & set(_FILLED)}
    missing = tuple(name for name in use.needed if name not in known)
    template, troubles = None, [*_of_expressions(expressions), *_of_fields(fields), *_of_missing(missing)]
    try:
        template = read_template(content, use)
    except TemplateFault as fault:
        # The reader stops at the first fault, which may be one that is named better already.
        if not troubles or not _is_said(fault):
            troubles.append(_trouble(fault))
    return TemplateReport(fields, missing, tuple(troubles), _notes(fields), None if troubles else template)


def _is_said(fault: TemplateFault) -> bool:
    return "{" in fault.message and "middle of a paragraph" not in fault.message


def _trouble(fault: TemplateFault) -> Trouble:
    return Trouble(fault.message, fault.way_out)


def _sights(content: bytes) -> tuple[dict[str, _Sight], list[str]]:
    sights: dict[str, _Sight] = {}
    expressions: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            place = next((words for pattern, words in _PARTS if pattern.fullmatch(name)), None)
            if place is not None:
                for text, where, pieces in _texts(archive.read(name), place):
                    _look(text, where, pieces, sights, expressions)
    return sights, expressions


def _look(text: str, where: str, pieces: list[str], sights: dict[str, _Sight], expressions: list[str]) -> None:
    expressions += [found[0] for found in _EXPRESSION.finditer(text)]
    for found in _BRACED.finditer(_EXPRESSION.sub("", text)):
        field_name = FIELD.fullmatch(found[0])
        name = field_name[1].lower() if field_name else found[0][1:-1].strip()
        if name in sights or len(sights) < _MOST_FIELDS:
            sight = sights.setdefault(name, _Sight(name))
            sight.places[where] = None
            sight.mended |= bool(pieces) and not any(found[0] in piece for piece in pieces)


def _texts(part: bytes, place: str) -> Iterator[tuple[str, str, list[str]]]:
    """The text of each paragraph with its place, and the pieces Word keeps it in."""
    from docx.oxml.parser import parse_xml

    try:
        root: Any = parse_xml(part)
    except Exception:  # XML of a file from outside; the reader says what is wrong with it.
        return
    if place == _PARTS[-1][1]:
        for element in root.iter():
            if element.text and "{" in element.text:
                yield element.text, place, []
        return
    for paragraph in root.iter(f"{_W}p"):
        pieces = [text.text or "" for text in paragraph.iter(f"{_W}t") if _paragraph_of(text) is paragraph]
        if any("{" in piece for piece in pieces):
            boxed = any(each.tag == f"{_W}txbxContent" for each in paragraph.iterancestors())
            yield "".join(pieces), "a text box" if boxed and place == _FILLED[0] else place, pieces


def _paragraph_of(text: Any) -> Any:
    return next(text.iterancestors(f"{_W}p"))


def _found(sight: _Sight, use: TemplateKind) -> FieldFound:
    is_known = sight.name in use.known
    plain = re.sub(r"[^a-z]+", "_", sight.name.lower())
    near = [] if is_known else get_close_matches(plain, sorted(use.known), n=1, cutoff=0.5)
    return FieldFound(sight.name, tuple(sight.places), is_known, near[0] if near else "", sight.mended)


def _of_expressions(expressions: list[str]) -> Iterator[Trouble]:
    if expressions:
        shown = expressions[0][:_SHOWN]
        yield Trouble(
            f"The template holds an expression of another program: {shown}",
            "Letters fill plain fields only. Type one in single braces, like {subject}.",
        )


def _of_fields(fields: tuple[FieldFound, ...]) -> Iterator[Trouble]:
    for found in fields:
        shown = f"{{{found.name[:_SHOWN]}}}"
        if not found.is_known and set(found.places) - {_PARTS[-1][1], "a comment"}:
            meant = f" Did you mean {{{found.nearest}}}?" if found.nearest else ""
            yield Trouble(
                f"{shown} in {_joined(found.places)} is no field a letter can fill.{meant}",
                "Change it or take it out in Word, and choose the file again.",
            )
        elif found.is_known and {"a footnote", "an endnote"} & set(found.places):
            yield Trouble(
                f"{shown} stands in a footnote, where letters fill nothing.", "Move it into the text in Word."
            )


def _of_missing(missing: tuple[str, ...]) -> Iterator[Trouble]:
    if missing:
        listed = ", ".join(f"{{{name}}}" for name in missing)
        alone = ", {body} in a paragraph of its own" if BODY in missing else ""
        yield Trouble(
            f"The letter would lose a part: there is no place for {listed}.",
            f"Type it in Word where it belongs{alone}, and choose the file again.",
        )


def _notes(fields: tuple[FieldFound, ...]) -> tuple[str, ...]:
    notes = []
    mended = [f"{{{found.name}}}" for found in fields if found.mended and found.is_known]
    if mended:
        notes.append(f"Word had split {', '.join(mended)} into pieces; that is mended.")
    if any(_PARTS[-1][1] in found.places for found in fields):
        notes.append("Fields in the properties of the file are not filled: letters name the group there, nobody else.")
    if any("a comment" in found.places for found in fields):
        notes.append("Comments do not come along.")
    return tuple(notes)


def _joined(places: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(places[:-1]), places[-1])))
