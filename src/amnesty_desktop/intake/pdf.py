# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF file as lines in reading order; pages that are pictures say so."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from .page_text import Line, LineKind, PageText, Unreadable
from .pdf_layout import Letter, lines, pieces

MOST_PAGES = 500
_MOST_LETTERS = 2_000_000
_LETTERS_OF_A_SCAN = 8
"""Letters below which a page with a picture counts as scanned: a stamp or a page number is no text."""
_EDGES = 3
"""Lines at the top and at the foot of each page that may be repeated on others."""
_BOLD = 600
_LONGEST_FONT_NAME = 120
_DIGITS = re.compile(r"\d+")
_JOINERS = {"\x02": "-", "\ufffe": "-", "\xad": "-", "\xa0": " ", "\u200b": ""}
_LOWEST_SURROGATE, _HIGHEST_SURROGATE = 0xD800, 0xDFFF


def read(content: bytes) -> PageText:
    """The lines of all pages. Raises Unreadable."""
    with closing(opened(content)) as document:
        count = len(document)
        found: list[list[Line]] = []
        scanned: list[int] = []
        left = _MOST_LETTERS
        for number in range(count):
            page_lines, letters, is_scan = _page(document, number)
            left -= letters
            if left < 0:
                raise Unreadable("The PDF holds more text than 500 pages.", "Save the pages you need as a PDF.")
            found.append(page_lines)
            if is_scan:
                scanned.append(number + 1)
    read_lines = tuple(line for page in _with_edges(found) for line in page)
    return PageText(read_lines, "pdf", count, _troubles(scanned, count), tuple(scanned))


def opened(content: bytes) -> Any:
    """The document, to be closed. Raises Unreadable when it is locked, damaged or too long."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as trouble:
        if "assword" in str(trouble) or "ecurity" in str(trouble):
            raise Unreadable(
                "The PDF is locked with a password.", "Open it with the password, print it to a new PDF, and try again."
            ) from None
        raise Unreadable("The PDF is damaged.", "Ask for it again, or for another format.") from None
    pages = len(document)
    if not 0 < pages <= MOST_PAGES:
        document.close()
        if pages:
            raise Unreadable(f"The PDF has {pages} pages.", "Save the pages you need as a PDF of 500 pages at most.")
        raise Unreadable("The PDF has no pages.", "Ask for it again, or for another format.")
    return document


def _page(document: Any, number: int) -> tuple[list[Line], int, bool]:
    """The lines of one page, how many letters it has, and whether it is a picture of a page."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            letters = [*_letters(text)]
            marks = sum(not letter.text.isspace() for letter, _ in letters)
            is_scan = marks < _LETTERS_OF_A_SCAN and _has_picture(page)
            found = _bold_marked(letters)
    except pypdfium2.PdfiumError:
        # One broken page does not take the others with it.
        return [], 0, False
    return lines(found, number + 1), len(letters), is_scan


def _bold_marked(letters: list[tuple[Letter, bool]]) -> list[Any]:
    found = pieces(letter for letter, _ in letters)
    bold = {(letter.left, letter.bottom) for letter, is_bold in letters if is_bold}
    for piece in found:
        piece.bold = (piece.left, piece.bottom) in bold
    return found


def _letters(text: Any) -> Iterator[tuple[Letter, bool]]:
    """The letters of a page in the order they were drawn, and whether each is bold; asked where words begin."""
    box, page = pdfium.FS_RECTF(), text.raw
    place = ctypes.byref(box)
    is_bold, after_space = False, True
    count = min(text.count_chars(), _MOST_LETTERS + 1)
    for number in range(count):
        code = pdfium.FPDFText_GetUnicode(page, number)
        letter = _JOINERS.get(chr(code), chr(code)) if not _is_half(code) else "\ufffd"
        if letter < " ":
            after_space = True
            continue
        if not letter or not pdfium.FPDFText_GetLooseCharBox(page, number, place):
            continue
        if after_space:
            is_bold = _is_bold(page, number)
        after_space = letter == " "
        yield Letter(letter, box.left, box.bottom, box.right, box.top), is_bold


def _is_bold(page: Any, number: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(page, number) >= _BOLD:
        return True
    name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(page, number, name, _LONGEST_FONT_NAME, ctypes.byref(flags))
    return 0 < size <= _LONGEST_FONT_NAME and (b"bold" in name.value.lower() or b"black" in name.value.lower())


def _is_half(code: int) -> bool:
    return _LOWEST_SURROGATE <= code <= _HIGHEST_SURROGATE or code > 0x10FFFF


def _has_picture(page: Any) -> bool:
    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _with_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """Lines repeated at the top or foot of pages become headers and footers."""
    heads = Counter(_still(line) for page in pages for line in page[:_EDGES])
    feet = Counter(_still(line) for page in pages for line in page[-_EDGES:])
    return [
        [
            replace(line, kind=LineKind.HEADER)
            if at < _EDGES and _is_repeated(heads, line)
            else replace(line, kind=LineKind.FOOTER)
            if at >= len(page) - _EDGES and _is_repeated(feet, line)
            else line
            for at, line in enumerate(page)
        ]
        for page in pages
    ]


def _still(line: Line) -> str:
    """The line without its numbers, which change from page to page."""
    return _DIGITS.sub("#", line.text)


def _is_repeated(seen: Counter[str], line: Line) -> bool:
    return bool(line.text) and seen[_still(line)] > 1


def _troubles(scanned: list[int], count: int) -> tuple[str, ...]:
    if not scanned:
        return ()
    if len(scanned) == count:
        which = "The page is a scan" if count == 1 else "All pages are scans"
    elif len(scanned) == 1:
        which = f"Page {scanned[0]} is a scan"
    else:
        which = f"Pages {', '.join(map(str, scanned[:10]))}{' and others' if len(scanned) > 10 else ''} are scans"
    return (f"{which}: a picture without text. Keep it as a document, and type what matters.",)
