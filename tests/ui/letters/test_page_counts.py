# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that the desk counts, and those that are printed, are as many as LibreOffice makes of the same letter."""

import random
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from tests.documents.word_files import HEAD, LETTER, template

from amnesty_desktop.documents.letter import PrintedLetter, letters_document
from amnesty_desktop.domain.group import Paper
from amnesty_desktop.domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.paper_sheet import PaperSheet
from amnesty_desktop.ui.printing.printed_pages import PrintedPages

SENTENCES = (
    "I am writing to you about Maribel Quiñónez Tábora, who has led a small radio station since 2019.",
    "On 9 October two men on a motorcycle followed her from the studio to her home.",
    "Je vous prie d’assurer sa protection et celle de sa famille.",
    "Nach der Allgemeinen Erklärung der Menschenrechte hat jeder Mensch das Recht auf Leben, Freiheit und Sicherheit.",
    "La policía cerró su denuncia sin escucharla.",
    "Please tell us what has been done.",
)
TEMPLATES = ("letterhead", "plain", "card")


def made_letter(number: int, template_name: str) -> Letter:
    """A letter like others, its length between a few lines and three pages; the same for the same number."""
    chance = random.Random(number)
    longest = 6 if template_name == "card" else 22
    paragraphs = []
    for _ in range(chance.randint(1, longest)):
        kind = ParagraphKind.BULLET if chance.random() < 0.2 else ParagraphKind.TEXT
        words = " ".join(chance.choice(SENTENCES) for _ in range(1 if kind else chance.randint(1, 5)))
        paragraphs.append(Paragraph((Run(words, bold=chance.random() < 0.05),), kind))
    return replace(LETTER, id=f"letter {number}", template=template_name, body=Body(tuple(paragraphs)))


def counted(desk: Desk, letters: list[tuple[Letter, Paper]], shown: Callable[[QWidget], QMainWindow]) -> list[int]:
    sheet = PaperSheet(desk.look)
    shown(sheet)
    pages = []
    for letter, paper in letters:
        sheet.show_letter(PrintedLetter(letter, replace(HEAD, paper=paper), "23 November 2026"))
        sheet.set_room(900, 1)
        pages.append(sheet.pages)
    return pages


def printed(desk: Desk, letters: list[tuple[Letter, Paper]]) -> list[int]:
    """The pages that are printed, or kept as PDF, without Word."""
    families = desk.look.paper_families
    items = [PrintedLetter(letter, replace(HEAD, paper=paper), "23 November 2026") for letter, paper in letters]
    return [len(PrintedPages(item, families).pages) for item in items]


def laid_out(letters: list[tuple[Letter, Paper]], folder: Path) -> list[int]:
    """The pages LibreOffice makes of each letter; it takes no more than some hundred at once."""
    office = shutil.which("soffice")
    assert office is not None, "LibreOffice Writer is missing: .ci/run installs it."
    names = [f"{number}.docx" for number in range(len(letters))]
    for name, (letter, paper) in zip(names, letters, strict=True):
        item = PrintedLetter(letter, replace(HEAD, paper=paper), "23 November 2026")
        (folder / name).write_bytes(letters_document([item], template(f"{letter.template}-{paper}")))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for begin in range(0, len(names), 100):
        command = [office, profile, "--headless", "--convert-to", "pdf", *names[begin : begin + 100]]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    return [pages_of(folder / name.replace("docx", "pdf")) for name in names]


def pages_of(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    found = re.search(r"Pages:\s+(\d+)", told)
    assert found is not None
    return int(found[1])


def begins_of(pdf: Path, heads: int) -> list[str]:
    """The first words of every page but the first, below so many lines of its head."""
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = [[line for line in page.splitlines() if line.strip()] for page in told.split("\f")[1:]]
    return [begin("\n".join(page[heads:])) for page in pages if page]


def begin(page: str) -> str:
    """The first words of a page, without the sign of a bullet."""
    return " ".join(page.split()).lstrip("• ")[:40]


def letters_of(number: int) -> list[tuple[Letter, Paper]]:
    kinds = list(product(TEMPLATES, Paper))
    return [(made_letter(each, kinds[each % len(kinds)][0]), kinds[each % len(kinds)][1]) for each in range(number)]


def test_the_desk_counts_the_pages_of_a_letter_as_libreoffice_does(
    desk: Desk, tmp_path: Path, shown: Callable[[QWidget], QMainWindow]
) -> None:
    letters = letters_of(8)
    theirs = laid_out(letters, tmp_path)
    assert counted(desk, letters, shown) == theirs
    assert printed(desk, letters) == theirs


@pytest.mark.nightly
def test_the_desk_counts_the_pages_of_three_hundred_letters(
    desk: Desk, tmp_path: Path, shown: Callable[[QWidget], QMainWindow]
) -> None:
    letters = letters_of(300)
    ours, theirs = counted(desk, letters, shown), laid_out(letters, tmp_path)
    assert [number for number in range(300) if ours[number] != theirs[number]] == []
    families = desk.look.paper_families
    for number, (letter, paper) in enumerate(letters):
        item = PrintedLetter(letter, replace(HEAD, paper=paper), "23 November 2026")
        begins = [begin(page) for page in PrintedPages(item, families).words[1:]]
        # A later page of Word's has the group and its number above the text, a card has not.
        heads = 0 if letter.template == "card" else 1
        assert begins == begins_of(tmp_path / f"{number}.pdf", heads), number
