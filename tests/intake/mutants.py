# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads mutated files of one kind in a process of its own and prints one line for each: how it ended, and how fast.

Run as: python mutants.py KIND COUNT SEED. A crash or a hang of the reader ends this process, not the tests.
"""

import io
import random
import re
import sys
import time
import zipfile
from datetime import date

from tests.intake.outside_files import column, mail_file, paragraph, part, pdf_file, word_file, zipped
from tests.intake.outside_tables import Cell, ods, xlsx

from amnesty_desktop.intake.opening import read_file
from amnesty_desktop.intake.page_text import Unreadable
from amnesty_desktop.intake.process_limits import confine_self
from amnesty_desktop.intake.table_file import read_table

CELLS: list[tuple[Cell, ...]] = [
    ("Name", "Country", "Issued"),
    ("José", "Chile", date(2019, 5, 7)),
    ("=1+2", "Peru", 5),
]
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('Name')}</w:tc><w:tc>{paragraph('Ochoa')}</w:tc></w:tr></w:tbl>"
HTML = "<html><h1>UA</h1><ul><li>Ask<table><tr><td>Name<td>Jos&eacute;</table><div style='display:none'>x</div></html>"
MAIL_PART = b'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
SOURCES = {
    "docx": word_file(paragraph("Fear of torture") + TABLE, header=paragraph("UA")),
    "pdf": pdf_file(column(60, 700, ["left side of it"] * 6) + column(320, 700, ["right side of it"] * 6), []),
    "mail": mail_file(
        MAIL_PART + HTML.encode(), headers=["Subject: =?utf-8?q?x=C3=B3?="], attached=[("a.pdf", b"%PDF")]
    ),
    "html": HTML.encode(),
    "csv": 'Name;Country\r\n"José";Chile\r\n=1+2;"a;b"\r\n'.encode("cp1252") * 5,
    "xlsx": xlsx(CELLS),
    "ods": ods(CELLS),
    "text": "Fear of torture\n • José\n".encode("utf-16") * 20,
}
TABLES = {"csv": "", "xlsx": "xl/worksheets/sheet1.xml", "ods": "content.xml"}
"""Kinds of spreadsheets, and the part in which the cells of each stand."""
INSERTED = (
    b"\0",
    b"\xff\xff\xff\xff",
    b"<",
    b"<!DOCTYPE a>",
    b"(" * 500,
    b"<a>" * 500,
    b"9" * 30,
    b"=?utf-8?q?=ZZ?=",
    b"--",
)


def mutated(source: bytes, chance: random.Random, most: int = 8) -> bytes:
    """The source with some bytes changed, moved, doubled, inserted or cut off."""
    content = bytearray(source)
    for _ in range(chance.randint(1, most)):
        at = chance.randrange(len(content) or 1)
        match chance.randrange(6):
            case 0:
                content[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                content[at:at] = chance.choice(INSERTED)
            case 2:
                del content[at : at + chance.randint(1, 60)]
            case 3:
                content[at:at] = content[at : at + chance.randint(1, 300)]
            case 4:
                content[at : at + 4] = chance.randbytes(4)
            case _:
                content = content[:at] if chance.random() < 0.2 else content
    return bytes(content)


def mutant(kind: str, chance: random.Random) -> bytes:
    """A mutated file; of a Word file mostly what is packed in it, since any change of the packing is found at once."""
    if kind == "docx" and chance.random() < 0.8:
        body = mutated(part("document", f"<w:body>{paragraph('Fear')}{TABLE}</w:body>"), chance, most=2)
        return zipped([("word/document.xml", body), ("word/styles.xml", part("styles", ""))])
    if TABLES.get(kind) and chance.random() < 0.8:
        return repacked(SOURCES[kind], TABLES[kind], chance)
    return mutated(SOURCES[kind], chance)


def other_figures(content: bytes, chance: random.Random) -> bytes:
    """A part with other numbers and words in some of its values and attributes."""

    def other(found: re.Match[bytes]) -> bytes:
        if chance.random() < 0.8:
            return found[0]
        return chance.choice((b"0", b"-1", b"1e999", b"99999999999", b"NaN", b"", b"date", b"&#0;", b"2019-13-45"))

    return re.sub(rb"(?<=[\">])[\w.-]+(?=[\"<])", other, content)


def repacked(source: bytes, name: str, chance: random.Random) -> bytes:
    """A packed file with one part mutated."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as before, zipfile.ZipFile(packed, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == name:
                # Cells are read only where the part is whole, so half of the mutants keep it whole.
                content = other_figures(content, chance) if chance.random() < 0.5 else mutated(content, chance, most=3)
            after.writestr(entry.filename, content)
    return packed.getvalue()


def main(kind: str, count: int, seed: int) -> None:
    """Print for each mutant "read" or "refused", and the seconds it took."""
    confine_self()
    chance = random.Random(seed)
    for _ in range(count):
        content = mutant(kind, chance)
        begin = time.perf_counter()
        try:
            (read_table if kind in TABLES else read_file)("sheet", content)
            ended = "read"
        except Unreadable as trouble:
            ended = "refused" if trouble.sentence.endswith(".") and trouble.way_out.endswith(".") else "wordless"
        print(ended, f"{time.perf_counter() - begin:.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
