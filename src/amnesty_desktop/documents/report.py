# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as a Word document: headings, paragraphs, tables and pictures in the styles of its template."""

from collections.abc import Iterable
from datetime import date
from functools import singledispatch
from html import escape
from itertools import count

from ..domain.report import Audience, Block, Cell, Heading, Picture, Points, Report, Table, Words
from .drawing import NAMESPACES, drawing_xml
from .package import package, part
from .properties import properties_xml
from .report_template import ReportTemplate
from .scripts import Script, stretches
from .word_xml import ParagraphLook, RunLook, cleaned, paragraph_xml, run_xml

MEMBERS_ONLY = "MEMBERS ONLY"
SAMPLE = "SAMPLE"
_WIDTH = 9200
"""Twentieths of a point between the margins of A4; US Letter has a little more."""
_LANGUAGE = "en-GB"
_LINE = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="{}"/>'


def report_document(report: Report, template: ReportTemplate, dated: date) -> bytes:
    """The report as the bytes of a .docx."""
    numbers = count(1)
    blocks = [_styled("Title", report.title), _styled("Subtitle", report.subtitle)]
    before: Block | None = None
    for each in report.blocks:
        if isinstance(each, Table) and not isinstance(before, Heading):
            # Two tables would become one, and a table would touch the words before it.
            blocks.append(_styled("Note", ""))
        blocks.append(_block(each, next(numbers)))
        before = each
    document = f"{_with_drawings(template.head)}{''.join(blocks)}{template.foot}"
    fields = {
        "{group_name}": report.group,
        "{audience}": _marks(report),
        "{title}": f"{report.title}, {report.subtitle}" if report.subtitle else report.title,
    }
    return package(
        (
            *(part(name, _filled(text, fields)) for name, text in template.parts),
            part("word/document.xml", document),
            *(part(name, text) for name, text in properties_xml(report.group, report.title, dated)),
        )
    )


def _marks(report: Report) -> str:
    words = (SAMPLE if report.is_sample else "", MEMBERS_ONLY if report.audience is Audience.MEMBERS else "")
    return " · ".join(filter(None, words))


def _with_drawings(head: str) -> str:
    return head.replace("<w:document ", f"<w:document {NAMESPACES} ", 1)


def _filled(text: str, fields: dict[str, str]) -> str:
    for field, words in fields.items():
        text = text.replace(field, escape(cleaned(words), quote=False))
    return text


@singledispatch
def _block(block: Block, number: int) -> str:
    raise TypeError(f"no way to write {block!r}")


@_block.register
def _heading(block: Heading, number: int) -> str:
    look = ParagraphLook(_style(f"Heading{block.level}"), "<w:pageBreakBefore/>" if block.starts_page else "")
    return _paragraph(block.text, look)


@_block.register
def _words(block: Words, number: int) -> str:
    lead = run_xml(cleaned(f"{block.lead} "), RunLook(bold="<w:b/><w:bCs/>"), _LANGUAGE, right=False)
    text = cleaned(block.text)
    right = not block.lead and _is_right(text)
    runs = (lead if block.lead else "") + run_xml(text, RunLook(), _LANGUAGE, right=right)
    return paragraph_xml(runs, ParagraphLook(_style("Note" if block.is_note else "BodyText")), right=right)


@_block.register
def _points(block: Points, number: int) -> str:
    return "".join(_styled("ListBullet", item) for item in block.items)


@_block.register
def _picture(block: Picture, number: int) -> str:
    drawn = paragraph_xml(drawing_xml(block.drawing, block.said, number), ParagraphLook(_style("Picture")), right=False)
    return drawn + _styled("Note", block.caption)


@_block.register
def _table(block: Table, number: int) -> str:
    shares = sum(column.share for column in block.columns)
    widths = [round(_WIDTH * column.share / shares) for column in block.columns]
    size = "Dense" if block.is_dense else "Table"
    styles = [f"{size}Number" if column.is_number else f"{size}Cell" for column in block.columns]
    names = [column.name for column in block.columns]
    heads = [f"{size}Number" if column.is_number else "TableHead" for column in block.columns]
    rows = [_row(widths, heads, names, "5A5953", is_head=True)]
    rows += [_row(widths, styles, cells, "D0CEC6") for cells in block.rows]
    if block.total:
        rows.append(_row(widths, styles, block.total, "1A1A18", is_strong=True))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
    head = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    return f"<w:tbl>{head}{''.join(rows)}</w:tbl>"


def _row(
    widths: list[int],
    styles: list[str],
    cells: Iterable[Cell],
    line: str,
    *,
    is_head: bool = False,
    is_strong: bool = False,
) -> str:
    look = RunLook(bold="<w:b/><w:bCs/>") if is_strong else RunLook()
    below = f"<w:tcBorders>{_LINE.format('bottom', line)}</w:tcBorders>"
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{below}</w:tcPr>'
        f"{_paragraph(str(cell), ParagraphLook(_style(style)), look)}</w:tc>"
        for width, style, cell in zip(widths, styles, cells, strict=True)
    )
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{inside}</w:tr>"


def _styled(style: str, text: str) -> str:
    return _paragraph(text, ParagraphLook(_style(style)))


def _paragraph(text: str, look: ParagraphLook, run: RunLook | None = None) -> str:
    text = cleaned(text)
    right = _is_right(text)
    return paragraph_xml(run_xml(text, run or RunLook(), _LANGUAGE, right=right), look, right=right)


def _is_right(text: str) -> bool:
    """Whether a text begins in a script that runs from right to left."""
    return next((script is Script.RIGHT for _, script in stretches(text, right=False)), False) if text else False


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'
