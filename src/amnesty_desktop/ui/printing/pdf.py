# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of letters as one PDF, with the fonts in it, so that it prints the same everywhere."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from .printed_pages import PrintedPages
from .set_lines import DOTS

Step = Callable[[int, int], None]


def no_step(_done: int, _total: int) -> None:
    """Nobody waits."""


def pdf_of(letters: Sequence[PrintedPages], title: str, author: str, step: Step = no_step) -> bytes:
    """Return the bytes of a PDF with the pages of all letters, in their order.

    Raises ValueError for no letters.
    """
    if not letters:
        raise ValueError("A document needs a letter.")
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator("Amnesty Desktop")
    for done in painting(letters, writer):
        step(done, len(letters))
    buffer.close()
    return bytes(kept.data())


def painting(letters: Sequence[PrintedPages], device: QPagedPaintDevice) -> Iterator[int]:
    """Paint all letters on a paged device, each on its own paper; gives the number of those done after each."""
    _set_paper(device, letters[0])
    painter = QPainter(device)
    per_px = device.logicalDpiX() / DOTS
    try:
        for done, letter in enumerate(letters):
            for number in range(len(letter.pages)):
                if done or number:
                    _set_paper(device, letter)
                    device.newPage()
                painter.save()
                painter.scale(per_px, per_px)
                letter.paint(painter, number)
                painter.restore()
            yield done + 1
    finally:
        painter.end()


def _set_paper(device: QPagedPaintDevice, letter: PrintedPages) -> None:
    """Take the paper of a letter, without a margin: what is painted keeps its own."""
    paper = QSizeF(letter.page.width, letter.page.height)
    size = QPageSize(paper, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
