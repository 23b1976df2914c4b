# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the Word templates in resources/templates from the geometry in documents/layout.py.

    .venv/bin/python packaging/make_templates.py [FOLDER]

Each is an ordinary Word file: open it in Word and every field stands where it will be filled, in a
style named after what it is. Run it again after changing a size or a margin, and commit the files.
"""

import sys
from pathlib import Path

from amnesty_desktop.documents.layout import PageLayout, layout_of
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.stationery import EnvelopeSize, LabelSheet
from make_sheets import SHEETS, sheet
from make_stationery import card, envelope, labels
from word_blocks import TINY, bottom, cell, paragraph, root, row, run, styled, table, twips, word_file
from word_styles import fonts, numbering, settings, styles

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "templates"

_MARK = 5.0
_PUNCH_MARK = 7.0
"""Millimetres of the marks at the edge, and of the longer one for the punch."""
_RULE = 1.1
"""Millimetres of the rule under the letterhead, hairline included."""
_FROM_EDGE = 4.0
"""Millimetres that most printers leave white."""


def main(folder: Path) -> None:
    """Write all templates into a folder."""
    made = {f"envelope-{size}": envelope(size) for size in EnvelopeSize}
    made |= {f"labels-{kind}": labels(kind) for kind in LabelSheet}
    for paper in Paper:
        for is_plain, name in ((False, "letterhead"), (True, "plain")):
            made[f"{name}-{paper}"] = template(layout_of(paper), is_plain=is_plain)
        made[f"card-{paper}"] = card(layout_of(paper, "card"))
        made |= {f"{name}-{paper}": sheet(layout_of(paper), words) for name, words in SHEETS.items()}
    for name, content in made.items():
        (folder / f"{name}.docx").write_bytes(content)


def template(page: PageLayout, *, is_plain: bool) -> bytes:
    """One template: with the group's letterhead, or plain for a private letter."""
    inside = {
        "styles": styles(page),
        "numbering": numbering(),
        "settings": settings(),
        "fontTable": fonts(),
        "header1": _first_head(page, is_plain=is_plain),
        "header2": _later_head(page, is_plain=is_plain),
    }
    return word_file(_document(page, is_plain=is_plain), inside)


# The page


def _document(page: PageLayout, *, is_plain: bool) -> str:
    words = (
        ("Subject", "{subject}"),
        ("Salutation", "{salutation}"),
        ("BodyText", "{body}"),
        ("Closing", "{close}"),
        ("Signature", "{signature}"),
        ("Smallprint", "{enclosures}"),
        ("Smallprint", "{copies}"),
    )
    section = (
        '<w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top_margin)}" w:right="{twips(page.right_margin)}"'
        f' w:bottom="{twips(page.bottom_margin)}" w:left="{twips(page.left_margin)}"'
        f' w:header="{twips(page.head.top)}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/>'
    )
    blocks = _window(page, is_plain=is_plain) + "".join(paragraph(style, text) for style, text in words)
    return root("document", f"<w:body>{blocks}<w:sectPr>{section}</w:sectPr></w:body>")


def _window(page: PageLayout, *, is_plain: bool) -> str:
    """The address where the window of the envelope is, the sender and the day beside it."""
    sender = [("Sender", "{group_name}")] if is_plain else []
    beside = "".join(paragraph(*each) for each in [*sender, ("Sender", "{sender}"), ("Date", "{date}")])
    above = page.return_line.top - page.top_margin
    returned = "" if page.punch is None else paragraph("ReturnLine", "{return_line}")
    gap = page.sender.left - page.address.right
    widths = (page.address.width, gap, page.sender.width)
    padding = f'<w:tcMar><w:top w:w="{twips(page.sender.top - page.return_line.top)}" w:type="dxa"/></w:tcMar>'
    rows = (
        row(above, "exact", cell(widths[0]), cell(gap), cell(widths[2])),
        row(
            page.return_line.height,
            "exact",
            cell(widths[0], returned, f'{bottom(0.8)}<w:vAlign w:val="bottom"/>'),
            cell(gap),
            cell(widths[2], beside, f'<w:vMerge w:val="restart"/>{padding}'),
        ),
        row(
            page.address.height,
            "atLeast",
            cell(widths[0], paragraph("Address", "{address}")),
            cell(gap),
            cell(widths[2], "", "<w:vMerge/>"),
        ),
    )
    return table(widths, rows)


def _first_head(page: PageLayout, *, is_plain: bool) -> str:
    """Name and line stand on the rule; a name of two lines grows upwards."""
    width = page.head.width
    mark = "<w:r><w:tab/></w:r>" + run("{sample}", "SampleMark")
    name = "" if is_plain else paragraph("LetterheadName", "{group_name}")
    line = styled("LetterheadLine", ("" if is_plain else run("{group_line}")) + mark)
    at_foot = f'{bottom(1.3)}<w:vAlign w:val="bottom"/>'
    only = row(page.head.height - _RULE, "atLeast", cell(width, name + line, at_foot))
    rule = f"<w:p><w:pPr>{TINY}</w:pPr></w:p>" if is_plain else paragraph("LetterheadRule", "")
    return root("hdr", table((width,), (only,)) + _marks(page) + rule)


def _later_head(page: PageLayout, *, is_plain: bool) -> str:
    number = "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    name = "" if is_plain else run("{group_name}")
    mark = run("{sample}", "SampleMark") + run("   ")
    return root("hdr", styled("Header", f"{name}<w:r><w:tab/></w:r>{mark}{number}"))


def _marks(page: PageLayout) -> str:
    """Hairlines at the edge, where to fold and where to punch: empty frames with a line on top."""
    places = [(fold, _MARK) for fold in page.folds]
    places += [] if page.punch is None else [(page.punch, _PUNCH_MARK)]
    return "".join(
        f'<w:p><w:pPr><w:framePr w:w="{twips(length)}" w:h="20" w:hRule="exact" w:wrap="around" w:vAnchor="page"'
        f' w:hAnchor="page" w:x="{twips(_FROM_EDGE)}" w:y="{twips(at)}"/>'
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:pBdr>{TINY}</w:pPr></w:p>'
        for at, length in sorted(places)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
