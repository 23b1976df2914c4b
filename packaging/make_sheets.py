# SPDX-License-Identifier: GPL-3.0-or-later
"""The templates of sheets people sign: under a letter, under a petition, and to join the group."""

from dataclasses import dataclass

from amnesty_desktop.documents.layout import GREY, PageLayout
from word_blocks import cell, paragraph, root, row, run, section, styled, table, twips, word_file
from word_styles import Style, fonts, numbering, settings, size, spacing, styles


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a sheet has: the fields above its lines, how many lines on A4, their height in mm, and their columns.

    columns: the field of each head and its share of the width.
    """

    above: tuple[tuple[str, str], ...]
    lines: int
    height: float
    columns: tuple[tuple[str, float], ...]


_TO = (("SheetTo", "{address}"), ("SheetSubject", "{subject}"), ("BodyText", "{body}"))
_SIGNED = (("name_word", 0.36), ("place_word", 0.36), ("sign_word", 0.28))
_JOINING = (("name_word", 0.34), ("place_word", 0.40), ("sign_word", 0.26))
SHEETS = {
    "signatures": SheetWords(_TO, 16, 9.5, _SIGNED),
    "petition": SheetWords(_TO, 12, 9.5, _SIGNED),
    "join": SheetWords((("BodyText", "{body}"),), 18, 11, _JOINING),
}
_NUMBER = 9.0
"""Millimetres of the column with the numbers."""
_MARGIN = 18.0


def sheet(page: PageLayout, words: SheetWords) -> bytes:
    """The template of one sheet; US Letter is shorter and has fewer lines."""
    width = page.width - 2 * _MARGIN
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
    head = styled("SheetGroup", run("{group_name}") + "<w:r><w:tab/></w:r>" + run("{sample}", "SampleMark"))
    lines = words.lines - (2 if page.height < 290 else 0)
    blocks = (
        head,
        paragraph("SheetLine", "{group_line}"),
        paragraph("LetterheadRule", ""),
        paragraph("SheetTitle", "{title}"),
        *(paragraph(style, text) for style, text in words.above),
        paragraph("SheetGap", ""),
        _lines(width, words, lines),
        paragraph("SheetNote", "{note}"),
        paragraph("SheetReturn", "{return_line}"),
    )
    more = (
        Style("SheetGroup", "Sheet Group", tab, f"<w:b/><w:bCs/>{size(14)}"),
        Style("SheetLine", "Sheet Line", spacing(2), f'<w:color w:val="{GREY}"/>{size(9)}'),
        Style("SheetTitle", "Sheet Title", f"<w:keepNext/>{spacing(14)}", f"<w:b/><w:bCs/>{size(20)}"),
        Style("SheetTo", "Sheet To", f"<w:keepLines/>{spacing(8, 14)}"),
        Style("SheetSubject", "Sheet Subject", f"<w:keepNext/>{spacing(8, 14.5)}", f"<w:b/><w:bCs/>{size(12)}"),
        Style("SheetGap", "Sheet Gap", spacing(0, 8, "exact"), size(4)),
        Style("SheetHead", "Sheet Head", "", f"<w:b/><w:bCs/>{size(9.5)}"),
        Style("SheetNumber", "Sheet Number", '<w:jc w:val="right"/>', f'<w:color w:val="{GREY}"/>{size(8.5)}'),
        Style("SheetNote", "Sheet Note", spacing(8), size(9)),
        Style("SheetReturn", "Sheet Return", spacing(4), size(9)),
    )
    inside = {"styles": styles(page, more), "numbering": numbering(), "settings": settings(), "fontTable": fonts()}
    body = "".join(blocks) + section(page.width, page.height, (14, _MARGIN, 13, _MARGIN))
    return word_file(root("document", f"<w:body>{body}</w:body>"), inside)


def _lines(width: float, words: SheetWords, lines: int) -> str:
    room = width - _NUMBER
    widths = (_NUMBER, *(room * share for _, share in words.columns))
    edges = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="87857C"/></w:tcBorders>'
    inset = f'<w:tcMar><w:left w:w="{twips(1.5)}" w:type="dxa"/><w:right w:w="{twips(1.5)}" w:type="dxa"/></w:tcMar>'
    low = f'{edges}{inset}<w:vAlign w:val="bottom"/>'
    heads = (
        cell(widths[0], "", edges),
        *(
            cell(each, paragraph("SheetHead", f"{{{name}}}"), low)
            for each, (name, _) in zip(widths[1:], words.columns, strict=True)
        ),
    )
    # The heads stand on every page the lines run on to.
    top = row(7, "atLeast", *heads).replace("</w:trPr>", "<w:tblHeader/></w:trPr>")
    rows = [top]
    for number in range(1, lines + 1):
        first = cell(widths[0], paragraph("SheetNumber", str(number)), f"{low}")
        rows.append(row(words.height, "exact", first, *(cell(each, "", edges) for each in widths[1:])))
    return table(widths, tuple(rows))
