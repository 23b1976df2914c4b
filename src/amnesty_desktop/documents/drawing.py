# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawing as Word shapes: lines stay sharp in print, and words are set in a font that has their letters.

A group of shapes in the text (ECMA-376-1, 20.4, with the shapes of Word 2010); what is older shows the words that
tell what the picture says.
"""

from html import escape

from ..domain.drawing import Anchor, Block, Drawing, Ink, Label, Mark, Stroke
from .layout import GREY, INK, YELLOW

_EMU = 12_700
"""English Metric Units in a point."""
NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
"""What the root of a document with drawings declares."""
_COLORS = {
    Ink.TEXT: INK,
    Ink.QUIET: GREY,
    Ink.LINE: "D0CEC6",
    Ink.BAR: INK,
    Ink.HATCH: INK,
    Ink.ACCENT: YELLOW,
}
_FONT = "Calibri"


def drawing_xml(drawing: Drawing, said: str, number: int) -> str:
    """One run with the drawing in it; number is its own in the document, said what it shows."""
    words = escape(said)
    shapes = "".join(_shape(mark, number * 1000 + place, drawing.width) for place, mark in enumerate(drawing.marks, 1))
    size = f'cx="{_emu(drawing.width)}" cy="{_emu(drawing.height)}"'
    frame = f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/>'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number * 1000}" name="Picture {number}" descr="{words}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp>'
        f"<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{frame}</a:xfrm></wpg:grpSpPr>{shapes}"
        "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:t xml:space="preserve">{words}</w:t></mc:Fallback></mc:AlternateContent></w:r>'
    )


def _shape(mark: Mark, number: int, room: float) -> str:
    if isinstance(mark, Block):
        return _block(mark, number)
    return _stroke(mark, number) if isinstance(mark, Stroke) else _label(mark, number, room)


def _block(mark: Block, number: int) -> str:
    color = _COLORS[mark.ink]
    solid = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
    hatch = (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{color}"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )
    is_hatch = mark.ink is Ink.HATCH
    outline = f'<a:ln w="6350">{solid}</a:ln>' if is_hatch else "<a:ln><a:noFill/></a:ln>"
    inside = f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{hatch if is_hatch else solid}{outline}'
    return _wsp(number, mark.left, mark.top, mark.width, mark.height, inside)


def _stroke(mark: Stroke, number: int) -> str:
    dash = '<a:prstDash val="dash"/>' if mark.is_dashed else ""
    line = (
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{_emu(mark.width)}">'
        f'<a:solidFill><a:srgbClr val="{_COLORS[mark.ink]}"/></a:solidFill>{dash}</a:ln>'
    )
    return _wsp(number, mark.left, mark.top, mark.right - mark.left, mark.bottom - mark.top, line)


def _label(mark: Label, number: int, room: float) -> str:
    # A box that reached over the edge of the drawing would make the whole group wider.
    free = {Anchor.START: room - mark.left, Anchor.END: mark.left, Anchor.MIDDLE: 2 * min(mark.left, room - mark.left)}
    width = mark.width or free[mark.anchor]
    left = {Anchor.START: mark.left, Anchor.MIDDLE: mark.left - width / 2, Anchor.END: mark.left - width}[mark.anchor]
    # The base line of most faces lies four fifths of the way down a line as high as 1.2 times the size.
    height = mark.size * 1.5
    top = mark.base - mark.size * 1.15
    justify = {Anchor.START: "left", Anchor.MIDDLE: "center", Anchor.END: "right"}[mark.anchor]
    strong = "<w:b/><w:bCs/>" if mark.is_strong else ""
    look = (
        f'<w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>{strong}'
        f'<w:color w:val="{_COLORS[mark.ink]}"/><w:sz w:val="{round(mark.size * 2)}"/>'
        f'<w:szCs w:val="{round(mark.size * 2)}"/></w:rPr>'
    )
    words = (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="{justify}"/></w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(mark.text)}</w:t></w:r></w:p>'
    )
    inside = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
    body = (
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>'
    )
    return _wsp(number, left, top, width, height, inside, body, is_text=True)


def _wsp(
    number: int,
    left: float,
    top: float,
    width: float,
    height: float,
    inside: str,
    body: str = "<wps:bodyPr/>",
    *,
    is_text: bool = False,
) -> str:
    kind = '<wps:cNvSpPr txBox="1"/>' if is_text else "<wps:cNvSpPr/>"
    place = f'<a:off x="{_emu(left)}" y="{_emu(top)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Part {number}"/>{kind}'
        f"<wps:spPr><a:xfrm>{place}</a:xfrm>{inside}</wps:spPr>{body}</wps:wsp>"
    )


def _emu(points: float) -> int:
    return round(points * _EMU)
