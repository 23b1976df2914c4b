# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the Word templates in resources/templates from the geometry in documents/layout.py.

    .venv/bin/python packaging/make_templates.py [FOLDER]

Each is an ordinary Word file: open it in Word and every field stands where it will be filled, in a
style named after what it is. Run it again after changing a size or a margin, and commit the files.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

from amnesty_desktop.documents.layout import FONT, GREY, RED, SIZES, YELLOW, PageLayout, layout_of
from amnesty_desktop.documents.package import package, part
from amnesty_desktop.documents.relations import KINDS, relation_xml, relations_xml, types_xml
from amnesty_desktop.domain.group import Paper

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "templates"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_MARK = 5.0
_PUNCH_MARK = 7.0
"""Millimetres of the marks at the edge, and of the longer one for the punch."""
_RULE = 1.1
"""Millimetres of the rule under the letterhead, hairline included."""
_FROM_EDGE = 4.0
"""Millimetres that most printers leave white."""


def twips(mm: float) -> int:
    """Twentieths of a point, as Word counts."""
    return round(mm * 1440 / 25.4)


def main(folder: Path) -> None:
    """Write all templates into a folder."""
    for paper in Paper:
        for is_plain, name in ((False, "letterhead"), (True, "plain")):
            (folder / f"{name}-{paper.value}.docx").write_bytes(template(layout_of(paper), is_plain=is_plain))


def template(page: PageLayout, *, is_plain: bool) -> bytes:
    """One template: with the group's letterhead, or plain for a private letter."""
    inside = {
        "styles": _styles(page),
        "numbering": _numbering(),
        "settings": _settings(),
        "fontTable": _fonts(),
        "header1": _first_head(page, is_plain=is_plain),
        "header2": _later_head(page, is_plain=is_plain),
    }
    kinds = {name: name.rstrip("12") for name in inside}
    types = [("word/document.xml", f"{_MAIN}.document.main+xml")]
    types += [(f"word/{name}.xml", f"{_MAIN}.{kind}+xml") for name, kind in kinds.items()]
    relations = "".join(
        relation_xml(f"rId{number}", f"{KINDS}/{kinds[name]}", f"{name}.xml") for number, name in enumerate(inside, 1)
    )
    return package(
        (
            part("[Content_Types].xml", types_xml(types)),
            part("_rels/.rels", relations_xml(relation_xml("rId1", f"{KINDS}/officeDocument", "word/document.xml"))),
            part("word/document.xml", _document(page, is_plain=is_plain)),
            part("word/_rels/document.xml.rels", relations_xml(relations)),
            *(part(f"word/{name}.xml", content) for name, content in inside.items()),
        )
    )


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
    blocks = _window(page, is_plain=is_plain) + "".join(_paragraph(style, text) for style, text in words)
    return _root("document", f"<w:body>{blocks}<w:sectPr>{section}</w:sectPr></w:body>")


def _window(page: PageLayout, *, is_plain: bool) -> str:
    """The address where the window of the envelope is, the sender and the day beside it."""
    sender = [("Sender", "{group_name}")] if is_plain else []
    beside = "".join(_paragraph(*each) for each in [*sender, ("Sender", "{sender}"), ("Date", "{date}")])
    above = page.return_line.top - page.top_margin
    returned = "" if page.punch is None else _paragraph("ReturnLine", "{return_line}")
    gap = page.sender.left - page.address.right
    widths = (page.address.width, gap, page.sender.width)
    padding = f'<w:tcMar><w:top w:w="{twips(page.sender.top - page.return_line.top)}" w:type="dxa"/></w:tcMar>'
    rows = (
        _row(above, "exact", _cell(widths[0]), _cell(gap), _cell(widths[2])),
        _row(
            page.return_line.height,
            "exact",
            _cell(widths[0], returned, f'{_bottom(0.8)}<w:vAlign w:val="bottom"/>'),
            _cell(gap),
            _cell(widths[2], beside, f'<w:vMerge w:val="restart"/>{padding}'),
        ),
        _row(
            page.address.height,
            "atLeast",
            _cell(widths[0], _paragraph("Address", "{address}")),
            _cell(gap),
            _cell(widths[2], "", "<w:vMerge/>"),
        ),
    )
    return _table(widths, rows)


def _first_head(page: PageLayout, *, is_plain: bool) -> str:
    """Name and line stand on the rule; a name of two lines grows upwards."""
    width = page.head.width
    mark = "<w:r><w:tab/></w:r>" + _run("{sample}", "SampleMark")
    name = "" if is_plain else _paragraph("LetterheadName", "{group_name}")
    line = _styled("LetterheadLine", ("" if is_plain else _run("{group_line}")) + mark)
    at_foot = f'{_bottom(1.3)}<w:vAlign w:val="bottom"/>'
    row = _row(page.head.height - _RULE, "atLeast", _cell(width, name + line, at_foot))
    rule = f"<w:p><w:pPr>{_TINY}</w:pPr></w:p>" if is_plain else _paragraph("LetterheadRule", "")
    return _root("hdr", _table((width,), (row,)) + _marks(page) + rule)


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
    name = "" if is_plain else _run("{group_name}")
    mark = _run("{sample}", "SampleMark") + _run("   ")
    return _root("hdr", _styled("Header", f"{name}<w:r><w:tab/></w:r>{mark}{number}"))


def _marks(page: PageLayout) -> str:
    """Hairlines at the edge, where to fold and where to punch: empty frames with a line on top."""
    places = [(fold, _MARK) for fold in page.folds]
    places += [] if page.punch is None else [(page.punch, _PUNCH_MARK)]
    return "".join(
        f'<w:p><w:pPr><w:framePr w:w="{twips(length)}" w:h="20" w:hRule="exact" w:wrap="around" w:vAnchor="page"'
        f' w:hAnchor="page" w:x="{twips(_FROM_EDGE)}" w:y="{twips(at)}"/>'
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:pBdr>{_TINY}</w:pPr></w:p>'
        for at, length in sorted(places)
    )


# Building blocks


def _root(name: str, content: str) -> str:
    return f"{_DECLARATION}<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def _paragraph(style: str, text: str) -> str:
    return _styled(style, _run(text) if text else "")


def _styled(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _table(widths: tuple[float, ...], rows: tuple[str, ...]) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{none}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def _row(height: float, rule: str, *cells: str) -> str:
    return f'<w:tr><w:trPr><w:trHeight w:val="{twips(height)}" w:hRule="{rule}"/></w:trPr>{"".join(cells)}</w:tr>'


def _cell(width: float, content: str = "", properties: str = "") -> str:
    empty = f"<w:p><w:pPr>{_TINY}</w:pPr></w:p>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{properties}</w:tcPr>{content or empty}</w:tc>'


def _bottom(mm: float) -> str:
    return f'<w:tcMar><w:bottom w:w="{twips(mm)}" w:type="dxa"/></w:tcMar>'


# Styles


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: id and name, then XML in the order of CT_PPr and CT_RPr."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"

    def xml(self) -> str:
        based = f'<w:basedOn w:val="{self.based_on}"/>' if self.id != "Normal" else ""
        default = ' w:default="1"' if self.id == "Normal" else ""
        own = "" if self.name[0].islower() or self.name in _BUILT_IN else ' w:customStyle="1"'
        paragraph = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        run = f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style w:type="paragraph"{default}{own} w:styleId="{self.id}"><w:name w:val={quoteattr(self.name)}/>'
            f"{based}<w:qFormat/>{paragraph}{run}</w:style>"
        )


_BUILT_IN = ("Normal", "Body Text", "List Bullet", "Date", "Salutation", "Closing", "Signature", "header")


def _size(points: float, complex_points: float = 0) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round((complex_points or points) * 2)}"/>'


def _spacing(before: float, line: float = 0, rule: str = "atLeast") -> str:
    """Space above only: programs differ in how they join a space below with the next one above."""
    lines = f' w:line="{round(line * 20)}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="0"{lines}/>'


def _points(mm: float) -> float:
    return mm * 72 / 25.4


def _paragraph_styles(page: PageLayout) -> tuple[_Style, ...]:
    s = SIZES
    bold, grey = "<w:b/><w:bCs/>", f'<w:color w:val="{GREY}"/>'
    rule = '<w:pBdr><w:{} w:val="single" w:sz="4" w:space="{}" w:color="{}"/></w:pBdr>'
    indent = round(s.bullet_indent * 20)
    indented = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    list_place = f'<w:numPr><w:numId w:val="1"/></w:numPr>{_spacing(s.before_bullet, s.line)}{indented}'
    right_tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(page.text_width)}"/></w:tabs>'
    shaded = f'{rule.format("bottom", 0, "000000")}<w:shd w:val="clear" w:color="auto" w:fill="{YELLOW}"/>'
    kept, together = "<w:keepNext/><w:keepLines/>", "<w:contextualSpacing/>"
    below_window = _points(page.subject - page.address.bottom)
    return (
        _Style("Normal", "Normal", "<w:widowControl/>"),
        _Style("BodyText", "Body Text", _spacing(s.after, s.line)),
        _Style("ListBullet", "List Bullet", list_place, based_on="BodyText"),
        _Style("LetterheadName", "Letterhead Name", _spacing(0, s.name_line, "exact"), bold + _size(s.name)),
        _Style("LetterheadLine", "Letterhead Line", right_tab + _spacing(2), grey + _size(s.group_line)),
        _Style("LetterheadRule", "Letterhead Rule", shaded + _spacing(0, 2.25, "exact")),
        _Style("ReturnLine", "Return Line", rule.format("bottom", 2, "808080"), grey + _size(s.return_line)),
        _Style("Address", "Address", _spacing(0, s.address_line, "exact"), _size(s.address)),
        _Style("Sender", "Sender", _spacing(0, s.sender_line), _size(s.sender)),
        _Style("Date", "Date", _spacing(s.sender_line, s.sender_line), _size(s.sender), "Sender"),
        _Style("Subject", "Subject", f"<w:keepNext/>{_spacing(below_window, s.line)}", bold),
        _Style("Salutation", "Salutation", f"<w:keepNext/>{_spacing(s.before_salutation, s.line)}"),
        _Style("Closing", "Closing", kept, based_on="BodyText"),
        _Style("Signature", "Signature", f"<w:keepLines/>{_spacing(_points(page.signature_space), s.line)}"),
        _Style("Smallprint", "Enclosures and Copies", f"{_spacing(s.before_small)}{together}", _size(s.small)),
        _Style("Header", "header", right_tab + _spacing(_points(4)), grey + _size(s.group_line)),
    )


def _styles(page: PageLayout) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    size = _size(SIZES.body, SIZES.body_complex)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size}{language}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    others = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="SampleMark"><w:name w:val="Sample Mark"/><w:qFormat/>'
        f'<w:rPr><w:b/><w:bCs/><w:color w:val="{RED}"/><w:spacing w:val="6"/>{_size(SIZES.sample)}</w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    )
    return _root("styles", defaults + "".join(style.xml() for style in _paragraph_styles(page)) + others)


def _numbering() -> str:
    indent = round(SIZES.bullet_indent * 20)
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        f'<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/></w:rPr></w:lvl>'
    )
    many = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
    return _root("numbering", f'{many}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def _settings() -> str:
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    return _root(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting {mode}/></w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def _fonts() -> str:
    return _root(
        "fonts",
        f'<w:font w:name="{FONT}"><w:altName w:val="Caladea"/><w:panose1 w:val="02040503050406030204"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
