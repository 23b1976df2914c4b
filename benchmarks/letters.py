# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a thousand letters take as files, beside ready ones, and beside the usual ways of filling a template.

The floor is a thousand ready documents of that size through the same writing: each whole or not at all, and on the disk
before it counts. The usual ways open a template that Word has saved for every letter, put the words in and save:
with python-docx, and with docxtpl where that is installed (it is no part of the project).
"""

import importlib
import importlib.util
import io
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.timing import milliseconds, row
from docx import Document

from amnesty_desktop.documents.letter import PrintedLetter, letters_document
from amnesty_desktop.documents.letterhead import Letterhead
from amnesty_desktop.documents.template import read_template
from amnesty_desktop.domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from amnesty_desktop.edits.export import ExportItem, documents_for
from amnesty_desktop.edits.written_files import write_documents
from amnesty_desktop.paths import resource

_LETTERS, _SLOW = 1000, 50
_SENTENCE = "I respectfully ask you to protect her and her family, and to tell her what has been found. "
_HEAD = Letterhead(name="Riverside Group", line="Volunteers", address_lines=("12 Example Street", "Sampleton"))


def _letter(number: int) -> Letter:
    text = Paragraph((Run(_SENTENCE * 3),))
    bullet = Paragraph((Run(_SENTENCE),), ParagraphKind.BULLET)
    return Letter(
        case_id="case",
        dated=date(2026, 11, 23),
        address=f"Minister {number}\nMinistry of Justice\n100 Example Avenue\nTegucigalpa\nHONDURAS",
        subject=f"Threats against Maribel Quiñónez Tábora, letter {number}",
        salutation="Dear Minister,",
        body=Body((text, text, bullet, bullet, bullet, text)),
        close="Yours sincerely,",
        signature="Hanna Brandvold\nfor the Riverside Group",
        copies="Copy to: Embassy of Honduras, London",
    )


def _word_template() -> bytes:
    """A letter with fields, on all the styles that Word puts into a file of its own."""
    document = Document()
    for words in ("{{subject}}", "{{salutation}}", "{{body}}", "{{close}}"):
        document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _by_python_docx(content: bytes, letter: Letter) -> bytes:
    document = Document(io.BytesIO(content))
    words = {f"{{{{{name}}}}}": value for name, value in _words(letter).items()}
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = words.get(run.text, run.text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _by_docxtpl(content: bytes, letter: Letter) -> bytes:
    document = importlib.import_module("docxtpl").DocxTemplate(io.BytesIO(content))
    document.render(_words(letter))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _words(letter: Letter) -> dict[str, str]:
    words = {"subject": letter.subject, "salutation": letter.salutation, "close": letter.close}
    return words | {"body": letter.body.text}


def main() -> int:
    """Print milliseconds a letter, ratios and memory; returns 0."""
    content = resource("templates", "letterhead-a4.docx").read_bytes()
    template = read_template(content)
    letters = [_letter(number) for number in range(_LETTERS)]
    items = [
        ExportItem(letter.id, PrintedLetter(letter, _HEAD, "23 November 2026"), content, f"{number}.docx")
        for number, letter in enumerate(letters)
    ]
    ready = documents_for(items)
    usual = _word_template()
    printed = [item.printed for item in items]
    with tempfile.TemporaryDirectory() as name:
        ways: list[tuple[str, int, Callable[[], object]]] = [
            ("ready files written (the floor)", _LETTERS, lambda: write_documents(ready, _fresh(name))),
            (
                "letters built and written as files",
                _LETTERS,
                lambda: write_documents(documents_for(items), _fresh(name)),
            ),
            ("letters built", _LETTERS, lambda: documents_for(items)),
            ("all letters as one document", _LETTERS, lambda: letters_document(printed, template)),
            ("python-docx opening the template each time", _SLOW, lambda: _each(_by_python_docx, usual, letters)),
        ]
        if importlib.util.find_spec("docxtpl"):
            ways.append(("docxtpl, the same", _SLOW, lambda: _each(_by_docxtpl, usual, letters)))
        floor = 0.0
        row("A thousand letters", "ms each", "x floor")
        for what, count, work in ways:
            each = milliseconds(work, times=3) / count
            floor = floor or each
            row(what, f"{each:.3f}", each / floor)
    row("reading the template, once", f"{milliseconds(lambda: read_template(content)):.1f}", "")
    for count in (100, _LETTERS):
        row(f"memory while {count:,} letters are built, KB a letter", f"{_peak(items[:count]) / count / 1024:.0f}", "")
    return 0


def _fresh(parent: str) -> Path:
    """A folder without files, so that no run writes over those of another."""
    return Path(tempfile.mkdtemp(dir=parent))


def _each(way: Callable[[bytes, Letter], bytes], content: bytes, letters: list[Letter]) -> None:
    for letter in letters[:_SLOW]:
        way(content, letter)


def _peak(items: list[ExportItem]) -> int:
    """The most bytes that building documents holds, those of the documents included."""
    tracemalloc.start()
    try:
        documents_for(items)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


if __name__ == "__main__":
    sys.exit(main())
