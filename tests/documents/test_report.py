# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports as Word documents."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from amnesty_desktop.documents.faults import TemplateFault
from amnesty_desktop.documents.report import report_document
from amnesty_desktop.documents.report_template import read_report_template
from amnesty_desktop.domain.report import (
    Audience,
    Block,
    Column,
    Heading,
    Picture,
    Points,
    Report,
    ReportKind,
    Rows,
    Table,
    Words,
)
from amnesty_desktop.domain.report_pictures import RankedBar, ranked_picture
from amnesty_desktop.paths import resource

DAY = date(2026, 11, 23)
NO_ROWS = Rows((), ())


def written(*blocks: Block, audience: Audience = Audience.ANYBODY, title: str = "Annual report") -> bytes:
    made = Report(ReportKind.ANNUAL, title, "2026", "Riverside Group", audience, blocks, NO_ROWS)
    return report_document(made, read_report_template(resource("templates", "report-a4.docx").read_bytes()), DAY)


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in Document(BytesIO(content)).paragraphs if p.style is not None]


def part(content: bytes, name: str) -> str:
    return ZipFile(BytesIO(content)).read(name).decode()


def test_every_block_stands_in_its_style() -> None:
    content = written(Heading("What we did"), Words("Much.", "Done:"), Points(("one", "two")))
    assert paragraphs(content) == [
        ("Title", "Annual report"),
        ("Subtitle", "2026"),
        ("Heading 1", "What we did"),
        ("Body Text", "Done: Much."),
        ("List Bullet", "one"),
        ("List Bullet", "two"),
    ]


def test_a_table_keeps_its_cells_and_its_last_row() -> None:
    table = Table((Column("Country", 2), Column("Cases", 1, True)), (("Türkiye", 3), ("Mexico", 1)), ("Together", 4))
    (found,) = Document(BytesIO(written(table))).tables
    cells = [[cell.text for cell in row.cells] for row in found.rows]
    assert cells == [["Country", "Cases"], ["Türkiye", "3"], ["Mexico", "1"], ["Together", "4"]]


def test_a_picture_says_what_it_shows_to_those_who_cannot_see_it() -> None:
    drawing = ranked_picture([RankedBar("Türkiye", 3)])
    content = written(Picture(drawing, "Cases by country.", 'Türkiye 3, "quoted"'))
    assert 'descr="Türkiye 3, &quot;quoted&quot;"' in part(content, "word/document.xml")
    assert [name for name, _ in paragraphs(content)][-2:] == ["Picture", "Note"]


def test_a_report_for_members_says_so_on_every_page() -> None:
    assert "MEMBERS ONLY" in part(written(audience=Audience.MEMBERS), "word/header1.xml")
    assert "MEMBERS" not in part(written(), "word/header1.xml")


def test_markup_in_a_title_is_text() -> None:
    content = written(title="A & B <w:p/>")
    assert paragraphs(content)[0] == ("Title", "A & B <w:p/>")
    assert "A &amp; B &lt;w:p/&gt;, 2026" in part(content, "word/footer1.xml")


def test_arabic_runs_from_right_to_left() -> None:
    document = part(written(Words("حسن الزيتاوي")), "word/document.xml")
    assert "<w:bidi/>" in document
    assert "<w:rtl/>" in document


def test_properties_name_the_group_and_no_library() -> None:
    core = part(written(), "docProps/core.xml")
    assert "<dc:creator>Riverside Group</dc:creator>" in core
    assert "python" not in core


def test_nothing_in_a_report_points_outside() -> None:
    content = written(Heading("x"))
    names = ZipFile(BytesIO(content)).namelist()
    assert all('TargetMode="External"' not in part(content, name) for name in names if name.endswith(".rels"))


def test_what_is_no_template_is_refused() -> None:
    with pytest.raises(TemplateFault, match="damaged"):
        read_report_template(b"PK\3\4 not really")
