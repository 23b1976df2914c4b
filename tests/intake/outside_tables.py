# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks as Excel and LibreOffice write them, made by hand in few lines, for readers to be tried on."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from tests.intake.outside_files import zipped

Cell = str | int | date
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_FORMATS = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
_DAY_STYLES = f'{_HEAD}<styleSheet xmlns="{_MAIN}">{_FORMATS}</styleSheet>'


def xlsx(*sheets: Sequence[Sequence[Cell]], body: str = "", extra: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A workbook with these sheets; body is XML that takes the place of the rows of the first."""
    names = [f"Sheet{number}" for number in range(1, len(sheets) + 1)]
    listed = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(names, 1))
    related = "".join(
        f'<Relationship Id="r{i}" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(names) + 1)
    )
    workbook = f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>{listed}</sheets></workbook>'
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{related}</Relationships>'
    root = f'<Relationship Id="r1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>'
    parts = [
        ("_rels/.rels", f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{root}</Relationships>'.encode()),
        ("xl/workbook.xml", workbook.encode()),
        ("xl/_rels/workbook.xml.rels", relations.encode()),
        ("xl/styles.xml", _DAY_STYLES.encode()),
    ]
    for number, rows in enumerate(sheets, 1):
        inside = body if body and number == 1 else _xlsx_rows(rows)
        sheet = f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{inside}</sheetData></worksheet>'
        parts.append((f"xl/worksheets/sheet{number}.xml", sheet.encode()))
    return zipped([*parts, *extra])


def ods(rows: Sequence[Sequence[Cell]], body: str = "") -> bytes:
    """A LibreOffice spreadsheet with one sheet; body is XML below its rows."""
    cells = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'{_HEAD}<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="Fälle">'
        f"{cells}{body}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    media = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/></manifest:manifest>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", media, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return packed.getvalue()


def _xlsx_rows(rows: Sequence[Sequence[Cell]]) -> str:
    return "".join(f'<row r="{n}">{"".join(map(_xlsx_cell, row))}</row>' for n, row in enumerate(rows, 1))


def _xlsx_cell(cell: Cell) -> str:
    if isinstance(cell, date):
        return f'<c s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
    if isinstance(cell, int):
        return f"<c><v>{cell}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'


def _ods_cell(cell: Cell) -> str:
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    if isinstance(cell, int):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
