# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter on its pages: every line at its place, pages ended where Word and LibreOffice end them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from ...documents.form import without_blank_ends
from ...documents.layout import CARD, INK, SIZES, PageLayout, layout_of
from ...documents.letter import PrintedLetter
from ...documents.scripts import RIGHT_TO_LEFT, is_right_to_left, primary
from ...documents.word_xml import cleaned
from ...domain.letter import ParagraphKind, Run
from ..letters.page_device import mm_of
from ..letters.paper_print import PaperPrint
from .set_lines import PRINT, SetParagraph, Setting, px, set_paragraph

_ROUNDING = 0.1
"""Millimetres that roundings can add up to on a page."""
_TOGETHER = 2
"""Lines of a paragraph that stay together at the end and at the beginning of a page."""

_TEXT = Setting(points=SIZES.body, complex_points=SIZES.body_complex, line=SIZES.line)
_SUBJECT = replace(_TEXT, bold=True, keeps_next=True)
_SALUTATION = replace(_TEXT, before=SIZES.before_salutation, keeps_next=True)
_BODY = replace(_TEXT, before=SIZES.after)
_BULLET = replace(_TEXT, before=SIZES.before_bullet, indent=SIZES.bullet_indent)
_CLOSE = replace(_TEXT, before=SIZES.after, keeps_next=True, keeps_lines=True)
_SMALL = Setting(points=SIZES.small, before=SIZES.before_small)
_SMALL_GOES_ON = Setting(points=SIZES.small)
_ADDRESS = Setting(points=SIZES.address, line=SIZES.address_line, exact=True)
_DAY = Setting(points=SIZES.sender, line=SIZES.sender_line)
_CARD_SENDER = Setting(points=8, line=11.5)
_CARD_SAMPLE = 9.0


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line on a page: px from the upper left corner of the paper to its own."""

    paragraph: SetParagraph
    number: int
    left: float
    top: float


class PrintedPages:
    """The pages of one letter. families are those of the paper, best first.

    It reads no file and no widget: a job may lay pages out and paint them.
    """

    def __init__(self, printed: PrintedLetter, families: tuple[str, ...]) -> None:
        letter, head = printed.letter, printed.letterhead
        self.page: PageLayout = layout_of(head.paper, letter.template)
        self._printed = printed
        self._families = families
        self._is_card = letter.template == CARD
        self._print = PaperPrint(families, head, self.page, PRINT, letter.template not in ("plain", CARD))
        self.pages: list[list[PlacedLine]] = [[]]
        self._place_head()
        _Flow(self.page, self.pages, is_card=self._is_card).place(self._flow())

    @property
    def size(self) -> tuple[int, int]:
        """The paper in px at DOTS."""
        return PRINT.px(self.page.width), PRINT.px(self.page.height)

    @property
    def words(self) -> list[str]:
        """The words of each page, line by line, as they are painted."""
        return ["\n".join(_words(line) for line in page) for page in self.pages]

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint one page, counted from 0; the painter's unit is the px of DOTS, its origin the corner of the paper."""
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if not self._is_card:
            self._paint_edge(painter, number)
        elif number == 0:
            self._paint_card(painter)
        painter.setPen(QColor(f"#{INK}"))
        for line in self.pages[number]:
            line.paragraph.paint(painter, line.left, line.number, line.top)

    def _paint_edge(self, painter: QPainter, number: int) -> None:
        if number == 0:
            self._print.paint_first(painter)
        else:
            self._print.paint_later(painter, number + 1)

    def _paint_card(self, painter: QPainter) -> None:
        if self._printed.letterhead.sample:
            self._print.paint_sample(painter, self.page.head.top + 1, _CARD_SAMPLE)

    # -- what stands at a fixed place

    def _place_head(self) -> None:
        letter, page, head = self._printed.letter, self.page, self._printed.letterhead
        self._put(letter.address, _ADDRESS, page.address.left, page.address.top, page.address.width, "")
        if self._is_card:
            lines = [head.name, *head.sender.splitlines(), self._printed.dated_text]
            words = "\n".join(filter(None, lines))
            self._put(words, _CARD_SENDER, page.sender.left, page.sender.top, page.sender.width, "")
        else:
            below = page.sender.top + (len(self._print.sender) + 1) * mm_of(SIZES.sender_line)
            self._put(self._printed.dated_text, _DAY, page.sender.left, below, page.sender.width, letter.language)

    def _put(self, text: str, setting: Setting, left: float, top: float, width: float, language: str) -> None:
        at = PRINT.exact_px(top)
        for paragraph in self._set(text, setting, PRINT.exact_px(width), language):
            for number, height in enumerate(paragraph.heights):
                self.pages[0].append(PlacedLine(paragraph, number, PRINT.exact_px(left), at))
                at += height

    # -- what flows

    def _flow(self) -> list[SetParagraph]:
        letter, width = self._printed.letter, PRINT.exact_px(self.page.text_width)
        language = letter.language
        paragraphs = without_blank_ends(letter.body.paragraphs)
        body = []
        for each in paragraphs:
            setting = _setting(each.kind, is_last=each is paragraphs[-1])
            is_mirrored = is_right_to_left(each.text, language)
            runs = [replace(run, text=cleaned(run.text)) for run in each.runs]
            body.append(set_paragraph(runs, self._families, setting, width, is_mirrored=is_mirrored))
        signature = replace(_TEXT, before=self.page.signature_space / mm_of(1), keeps_lines=True)
        parts = ((letter.subject, _SUBJECT), (letter.salutation, _SALUTATION))
        ends = ((letter.close, _CLOSE), (letter.signature, signature), *self._small())
        above, below = ([self._set(*part, width, language) for part in some] for some in (parts, ends))
        return [*chain.from_iterable(above), *body, *chain.from_iterable(below)]

    def _small(self) -> list[tuple[str, Setting]]:
        """Enclosures and copies, without a space between them."""
        letter = self._printed.letter
        words = [text for text in (letter.enclosures, letter.copies) if text.strip()]
        return list(zip(words, (_SMALL, _SMALL_GOES_ON), strict=False))

    def _set(self, text: str, setting: Setting, width: float, language: str) -> list[SetParagraph]:
        """A part of the letter as the one paragraph that it is in Word, whatever its lines; none for no words."""
        words = cleaned(text).strip()
        if not words:
            return []
        # A Latin signature under an Arabic letter stands where an Arabic one would.
        is_mirrored = primary(language) in RIGHT_TO_LEFT or is_right_to_left(words)
        return [set_paragraph([Run(words)], self._families, setting, width, is_mirrored=is_mirrored)]


def _setting(kind: ParagraphKind, *, is_last: bool) -> Setting:
    """How a paragraph of the body is set; the last one goes along with the close, which never begins a page alone."""
    return replace(_BULLET if kind is ParagraphKind.BULLET else _BODY, keeps_next=is_last)


class _Flow:
    """Puts paragraphs one below the other and takes further pages."""

    def __init__(self, page: PageLayout, pages: list[list[PlacedLine]], *, is_card: bool) -> None:
        self._left = PRINT.exact_px(page.left_margin)
        self._bottom = PRINT.exact_px(page.height - page.bottom_margin + _ROUNDING)
        # Every page of a card begins where the text of its first one does.
        self._next = PRINT.exact_px(page.subject if is_card else page.top_margin)
        self._pages = pages
        self._top = PRINT.exact_px(page.subject)
        self._is_first = True

    def place(self, paragraphs: Sequence[SetParagraph]) -> None:
        """Place all, keeping together what belongs together."""
        at = 0
        while at < len(paragraphs):
            end = at
            while end + 1 < len(paragraphs) and paragraphs[end].setting.keeps_next:
                end += 1
            self._place_chain(paragraphs[at : end + 1])
            at = end + 1

    def _place_chain(self, held: Sequence[SetParagraph]) -> None:
        """Place paragraphs that are held to the one after them: what has to stand with it goes along."""
        needed = sum(self._before(each) + each.height for each in held[:-1])
        needed += self._before(held[-1]) + sum(held[-1].heights[: _kept_first(held[-1])])
        if len(held) > 1 and self._top + needed > self._bottom and needed < self._bottom - self._next:
            self._turn()
        for paragraph in held:
            self._place_one(paragraph)

    def _place_one(self, paragraph: SetParagraph) -> None:
        self._top += self._before(paragraph)
        self._is_first = False
        number, heights = 0, paragraph.heights
        while number < len(heights):
            fits = self._fitting(heights, number)
            fits = _broken_at(len(heights), number, fits, paragraph.setting.keeps_lines)
            if fits == number:
                if not self._pages[-1]:
                    # More than a page, which nothing can keep together.
                    fits = max(self._fitting(heights, number), number + 1)
                else:
                    self._turn()
                    continue
            for each in range(number, fits):
                self._pages[-1].append(PlacedLine(paragraph, each, self._left, self._top))
                self._top += heights[each]
            number = fits
            if number < len(heights):
                self._turn()

    def _fitting(self, heights: Sequence[float], number: int) -> int:
        """The number after the last line that still goes on this page."""
        at = self._top
        while number < len(heights) and at + heights[number] <= self._bottom:
            at += heights[number]
            number += 1
        return number

    def _before(self, paragraph: SetParagraph) -> float:
        """The space above a paragraph; none above the very first, which has its place."""
        return 0.0 if self._is_first else px(paragraph.setting.before)

    def _turn(self) -> None:
        self._pages.append([])
        self._top = self._next


def _kept_first(paragraph: SetParagraph) -> int:
    """How many lines of a paragraph have to stand with what is held to it."""
    lines = len(paragraph.heights)
    return lines if paragraph.setting.keeps_lines or lines <= _TOGETHER + 1 else _TOGETHER


def _broken_at(lines: int, begun: int, fits: int, keeps_lines: bool) -> int:
    """Where a paragraph that does not fit is broken: never with one line alone on either page."""
    if fits >= lines:
        return lines
    if keeps_lines and begun == 0:
        return begun
    fits = min(fits, lines - _TOGETHER)
    return fits if fits - begun >= _TOGETHER or (begun and fits > begun) else begun


def _words(line: PlacedLine) -> str:
    found = line.paragraph.layout.lineAt(line.number)
    units = line.paragraph.layout.text().encode("utf-16-le", "replace")
    start, length = found.textStart(), found.textLength()
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").strip().replace("\u2028", "")
