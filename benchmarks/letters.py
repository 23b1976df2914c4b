# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a thousand letters take, beside writing ready files and beside opening the template for each.

The floor is the same bytes written to disk with nothing to be made. The other yardstick is the usual way:
open the template with python-docx for every letter, put the words in, save.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.timing import milliseconds, row
from docx import Document

from amnesty_desktop.documents.letter import PrintedLetter, letter_document, letters_document
from amnesty_desktop.documents.letterhead import Letterhead
from amnesty_desktop.documents.template import read_template
from amnesty_desktop.domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from amnesty_desktop.paths import resource

_LETTERS, _SLOW_LETTERS = 1000, 50
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


def _reopened(content: bytes, letter: Letter) -> bytes:
    document = Document(io.BytesIO(content))
    words = {"{subject}": letter.subject, "{salutation}": letter.salutation, "{body}": letter.body.text}
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = words.get(run.text, run.text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _write(folder: Path, documents: list[bytes]) -> None:
    for number, document in enumerate(documents):
        (folder / f"{number}.docx").write_bytes(document)


def main() -> int:
    """Print milliseconds a letter and ratios; returns 0."""
    content = resource("templates", "letterhead-a4.docx").read_bytes()
    template = read_template(content)
    letters = [_letter(number) for number in range(_LETTERS)]
    items = [PrintedLetter(letter, _HEAD, "23 November 2026") for letter in letters]

    def build() -> list[bytes]:
        return [letter_document(each.letter, _HEAD, template, dated_text=each.dated_text) for each in items]

    ready = build()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ways: tuple[tuple[str, int, Callable[[], object]], ...] = (
            ("ready files written (the floor)", _LETTERS, lambda: _write(folder, ready)),
            ("letters built", _LETTERS, build),
            ("letters built and written", _LETTERS, lambda: _write(folder, build())),
            ("one document with all letters", _LETTERS, lambda: letters_document(items, template)),
            ("python-docx opening the template each time", _SLOW_LETTERS, lambda: _open_each(content, letters)),
        )
        floor = 0.0
        row("A thousand letters", "ms each", "x floor")
        for what, count, work in ways:
            each = milliseconds(work, times=3) / count
            floor = floor or each
            row(what, f"{each:.3f}", each / floor)
    row("reading the template, once", f"{milliseconds(lambda: read_template(content)):.1f}", "")
    return 0


def _open_each(content: bytes, letters: list[Letter]) -> None:
    for letter in letters[:_SLOW_LETTERS]:
        _reopened(content, letter)


if __name__ == "__main__":
    sys.exit(main())
