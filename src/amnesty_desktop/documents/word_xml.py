# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs and paragraphs as Word writes them: text made safe for XML, directions, languages, order of the parts.

The order of elements is that of CT_PPr and CT_RPr in ECMA-376-1 (transitional); Word calls a file with
another order damaged.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from .scripts import EAST_ASIAN, Script, language_tag, primary, stretches

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# Controls stand for nothing on paper; directions are set by Word's own means, so the signs for them may go.
_UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_LOST = re.compile("[\ud800-\udfff\ufffe\uffff]")
_PIECES = re.compile("([\n\t])")
_SEPARATORS = {"\n": "<w:br/>", "\t": "<w:tab/>"}

_EAST_ASIAN_FONTS = {"ja-JP": "Yu Mincho", "ko-KR": "Batang", "zh-HK": "PMingLiU", "zh-TW": "PMingLiU"}
_OWN_EAST_ASIAN_FONT = "SimSun"
_SIZE = re.compile("<w:szC?s? [^>]*/>")
_LANGUAGE_KINDS = {Script.LEFT: "val", Script.RIGHT: "bidi", Script.WIDE: "eastAsia"}


def cleaned(text: str) -> str:
    """Text that XML and Word can hold: one kind of line break, no controls, a visible sign for what is lost."""
    if text.isascii() and text.isprintable():
        return text
    text = _UNPRINTED.sub("", _BREAKS.sub("\n", text))
    return _LOST.sub("\ufffd", text)


def text_xml(text: str) -> str:
    """The inside of a run: w:t, w:br for each line break, w:tab for each tab."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" not in escaped and "\t" not in escaped:
        return f'<w:t xml:space="preserve">{escaped}</w:t>'
    pieces = (_SEPARATORS.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>' for piece in _PIECES.split(escaped))
    return "".join(piece for piece in pieces if piece != '<w:t xml:space="preserve"></w:t>')


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a template says about a run, as XML in the order of CT_RPr.

    head: style and fonts. bold, italic: with their complex-script twins. middle: from w:caps to
    w:vertAlign. tail: w:em. Direction and language are written anew for each stretch.
    """

    head: str = ""
    bold: str = ""
    italic: str = ""
    middle: str = ""
    tail: str = ""

    def bolder(self, bold: bool, italic: bool) -> "RunLook":
        """The same look, bold or italic besides."""
        look = replace(self, bold="<w:b/><w:bCs/>") if bold else self
        return replace(look, italic="<w:i/><w:iCs/>") if italic else look

    def sized(self, points: float) -> "RunLook":
        """The same look in another size."""
        size = round(points * 2)
        others = _SIZE.sub("", self.middle)
        # CT_RPr: w:sz follows w:position and goes before w:highlight; templates of ours set none of the later ones.
        return replace(self, middle=f'{others}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')


def run_xml(text: str, look: RunLook, language: str, *, right: bool) -> str:
    """One w:r for each stretch of text; right says that the paragraph runs from right to left."""
    if text.isascii() and not right:
        return f"<w:r>{_latin(look, language)}{text_xml(text)}</w:r>" if text else ""
    return "".join(
        f"<w:r>{_properties(look, script, language_tag(piece, script, language))}{text_xml(piece)}</w:r>"
        for piece, script in stretches(text, right=right)
        if piece
    )


@lru_cache(maxsize=1024)
def _latin(look: RunLook, language: str) -> str:
    return _properties(look, Script.LEFT, language_tag("", Script.LEFT, language))


@lru_cache(maxsize=1024)
def _properties(look: RunLook, script: Script, tag: str) -> str:
    head = _east_asian(look.head, tag) if script is Script.WIDE else look.head
    direction = "<w:rtl/>" if script is Script.RIGHT else ""
    language = f'<w:lang w:{_LANGUAGE_KINDS[script]}="{_attribute(tag)}"/>' if tag else ""
    properties = f"{head}{look.bold}{look.italic}{look.middle}{direction}{look.tail}{language}"
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def _east_asian(head: str, tag: str) -> str:
    """The style and fonts of a run of Chinese, Japanese or Korean."""
    own = "w:eastAsia" in head or primary(tag) not in EAST_ASIAN
    font = "" if own else f' w:eastAsia="{_EAST_ASIAN_FONTS.get(tag, _OWN_EAST_ASIAN_FONT)}"'
    fonts = f'<w:rFonts w:hint="eastAsia"{font}'
    return head.replace("<w:rFonts", fonts) if "<w:rFonts" in head else f"{head}{fonts}/>"


def _attribute(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "", text)


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a template says about a paragraph, as XML in the order of CT_PPr.

    style: w:pStyle. before, after: what stands before and after w:bidi.
    """

    style: str = ""
    before: str = ""
    after: str = ""


TINY = ParagraphLook(after='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')
"""A paragraph that must be there and takes a point of room."""


def paragraph_xml(content: str, look: ParagraphLook, *, right: bool, keep_next: bool = False, section: str = "") -> str:
    """One w:p; keep_next holds it on the page of the next one, section ends a section with it."""
    keep = "<w:keepNext/>" if keep_next and "<w:keepNext" not in look.before else ""
    bidi = "<w:bidi/>" if right else ""
    properties = f"{look.style}{keep}{look.before}{bidi}{look.after}{section}"
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>" if properties else f"<w:p>{content}</w:p>"
