# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the Word templates of reports in resources/templates.

    .venv/bin/python packaging/make_report_templates.py [FOLDER]

Each is an ordinary Word file with one field, {report}, where the pages begin; open it in Word to change its styles.
"""

import sys
from pathlib import Path
from xml.sax.saxutils import quoteattr

from amnesty_desktop.documents.layout import GREY, INK, RED, YELLOW, PageLayout, layout_of
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
_FACE = "Calibri"
_BOLD = "<w:b/><w:bCs/>"


def twips(mm: float) -> int:
    """Twentieths of a point, as Word counts."""
    return round(mm * 1440 / 25.4)


def main(folder: Path) -> None:
    """Write the templates into a folder."""
    for paper in Paper:
        (folder / f"report-{paper.value}.docx").write_bytes(template(layout_of(paper)))


def template(page: PageLayout) -> bytes:
    """One template on one paper."""
    inside = {"styles": _styles(), "header1": _head(page), "footer1": _foot(page), "numbering": _numbering()}
    kinds = {"styles": "styles", "header1": "header", "footer1": "footer", "numbering": "numbering"}
    types = [("word/document.xml", f"{_MAIN}.document.main+xml")]
    types += [(f"word/{name}.xml", f"{_MAIN}.{kinds[name]}+xml") for name in inside]
    relations = "".join(
        relation_xml(f"rId{number}", f"{KINDS}/{kinds[name]}", f"{name}.xml") for number, name in enumerate(inside, 1)
    )
    section = (
        '<w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(28)}" w:right="{twips(22)}" w:bottom="{twips(22)}" w:left="{twips(25)}"'
        f' w:header="{twips(12)}" w:footer="{twips(10)}" w:gutter="0"/>'
    )
    body = f"<w:body>{_paragraph('BodyText', '{report}')}<w:sectPr>{section}</w:sectPr></w:body>"
    return package(
        (
            part("[Content_Types].xml", types_xml(types)),
            part("_rels/.rels", relations_xml(relation_xml("rId1", f"{KINDS}/officeDocument", "word/document.xml"))),
            part("word/document.xml", _root("document", body)),
            part("word/_rels/document.xml.rels", relations_xml(relations)),
            *(part(f"word/{name}.xml", content) for name, content in inside.items()),
        )
    )


def _head(page: PageLayout) -> str:
    words = f"{_run('{group_name}')}<w:r><w:tab/></w:r>{_run('{audience}', 'Audience')}"
    return _root("hdr", _styled("Header", words, _right_tab(page)))


def _foot(page: PageLayout) -> str:
    words = f"{_run('{title}')}<w:r><w:tab/></w:r>{_field('PAGE')}{_run(' / ')}{_field('NUMPAGES')}"
    return _root("ftr", _styled("Footer", words, _right_tab(page)))


def _right_tab(page: PageLayout) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{twips(page.width - 47)}"/></w:tabs>'


def _field(name: str) -> str:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{each}</w:r>" for each in parts)


def _root(name: str, content: str) -> str:
    return f"{_DECLARATION}<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def _paragraph(style: str, text: str) -> str:
    return _styled(style, _run(text))


def _styled(style: str, content: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def _run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _numbering() -> str:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="320" w:hanging="320"/></w:pPr></w:lvl>'
    )
    many = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
    return _root("numbering", f'{many}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _spacing(before: float, line: float = 0) -> str:
    lines = f' w:line="{round(line * 20)}" w:lineRule="atLeast"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="0"{lines}/>'


def _style(name: str, title: str, paragraph: str = "", run: str = "", based_on: str = "Normal") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if name != "Normal" else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val={quoteattr(title)}/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _styles() -> str:
    ink, grey = f'<w:color w:val="{INK}"/>', f'<w:color w:val="{GREY}"/>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="24" w:space="4" w:color="{YELLOW}"/></w:pBdr>'
    hair = '<w:pBdr><w:{} w:val="single" w:sz="4" w:space="4" w:color="BDBAB0"/></w:pBdr>'
    kept = "<w:keepNext/><w:keepLines/>"
    bullet = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    fonts = f'<w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:eastAsia="SimSun" w:cs="Arial"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{ink}{_size(11)}{language}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    paragraphs = (
        _style("Normal", "Normal", "<w:widowControl/>"),
        _style("Title", "Title", kept + rule + _spacing(0, 30), _BOLD + _size(22)),
        _style("Subtitle", "Subtitle", _spacing(6, 18), grey + _size(13)),
        _style("Heading1", "heading 1", f'{kept}{_spacing(20, 20)}<w:outlineLvl w:val="0"/>', _BOLD + _size(14)),
        _style("Heading2", "heading 2", f'{kept}{_spacing(12, 16)}<w:outlineLvl w:val="1"/>', _BOLD + _size(11.5)),
        _style("BodyText", "Body Text", _spacing(6, 15)),
        _style("Note", "Note", _spacing(5, 13), grey + _size(9.5)),
        _style("ListBullet", "List Bullet", bullet + _spacing(3, 15), based_on="BodyText"),
        _style("Picture", "Picture", f"<w:keepNext/>{_spacing(10)}"),
        _style("TableHead", "Table Head", f"<w:keepNext/>{_spacing(3, 13)}", grey + _size(9.5)),
        _style("TableCell", "Table Cell", _spacing(3, 13), _size(10.5)),
        _style("TableNumber", "Table Number", f'{_spacing(3, 13)}<w:jc w:val="right"/>', _size(10.5)),
        _style("DenseCell", "Dense Cell", _spacing(0.5, 10), _size(8.5)),
        _style("DenseNumber", "Dense Number", f'{_spacing(0.5, 10)}<w:jc w:val="right"/>', _size(8.5)),
        _style("Header", "header", hair.format("bottom"), grey + _size(9)),
        _style("Footer", "footer", hair.format("top"), grey + _size(9)),
    )
    others = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Audience"><w:name w:val="Audience"/>'
        f'<w:rPr>{_BOLD}<w:color w:val="{RED}"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    )
    return _root("styles", defaults + "".join(paragraphs) + others)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
