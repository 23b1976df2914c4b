# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files as they come from outside, made here byte by byte: Word, PDF, mail, HTML and text."""

import base64
import io
import zipfile
from collections.abc import Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT = f'<w:%s xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">%s</w:%s>'
STYLES = (
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Eigene"><w:name w:val="Own"/><w:basedOn w:val="berschrift1"/></w:style>'
)


def part(name: str, inner: str) -> bytes:
    """One part of a Word file: its root element around inner."""
    return (_ROOT % (name, inner, name)).encode()


def paragraph(text: str, properties: str = "", look: str = "") -> str:
    """A w:p with one run."""
    shown = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{shown}<w:t>{text}</w:t></w:r></w:p>"


def word_file(body: str, *, header: str = "", footer: str = "", more: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A Word file around this body."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_TYPE}/{name}" Target="{name}1.xml"/>' for name in ("header", "footer")
    )
    parts = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", part("document", f"<w:body>{body}</w:body>")),
        ("word/styles.xml", part("styles", STYLES)),
        ("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>".encode()),
        *([("word/header1.xml", part("hdr", header))] if header else []),
        *([("word/footer1.xml", part("ftr", footer))] if footer else []),
        *more,
    ]
    return zipped(parts)


def zipped(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Parts as a zip file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return packed.getvalue()


Words = tuple[float, float, float, str]
"""Left and bottom in points, the size of the letters, the text."""


def pdf_file(*pages: Sequence[Words], picture: bool = False, bold: Sequence[str] = ()) -> bytes:
    """A PDF with words at places on pages of A4; picture lays a grey picture over each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} >>" for name in ("Helvetica", "Helvetica-Bold")]
    objects.append(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        "\nstream\n@\nendstream"
    )
    kids = []
    for words in pages:
        drawn = "".join(
            f"BT /F{2 if text in bold else 1} {size} Tf {left} {bottom} Td ({text}) Tj ET\n"
            for left, bottom, size, text in words
        )
        drawn = f"q 595 0 0 842 0 0 cm /P Do Q\n{drawn}" if picture else drawn
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources"
            " << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /P 5 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _with_table(objects)


def _with_table(objects: Sequence[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>"
    return content + f"{end}\nstartxref\n{len(content)}\n%%EOF\n".encode()


def column(left: float, top: float, lines: Sequence[str], size: float = 10) -> list[Words]:
    """Lines one below the other."""
    return [(left, top - 14 * number, size, line) for number, line in enumerate(lines)]


def mail_file(body: bytes, *, headers: Sequence[str] = (), attached: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A mail: body is its first part, headers and all."""
    head = [
        "From: Urgent Action team <team@section.example>",
        "To: group@group.example",
        "Date: Mon, 7 Mar 2016 10:00:00 +0000",
        "MIME-Version: 1.0",
        *headers,
    ]
    if not attached:
        return "\r\n".join(head).encode() + b"\r\n" + body
    pieces = ["\r\n".join([*head, 'Content-Type: multipart/mixed; boundary="cut"', "", "--cut", ""]).encode() + body]
    for name, content in attached:
        said = f'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="{name}"'
        packed = base64.encodebytes(content)
        pieces.append(f"--cut\r\n{said}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode() + packed)
    return b"\r\n".join(pieces) + b"\r\n--cut--\r\n"
