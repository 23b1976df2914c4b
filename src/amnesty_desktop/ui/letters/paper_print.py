# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed on the paper before anybody writes: letterhead, sender, marks to fold and punch by, further pages."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ...documents.layout import GREY, INK, RED, SIZES, YELLOW, PageLayout
from ...documents.letter import SAMPLE_MARK
from ...documents.letterhead import Letterhead
from .page_device import Scale, mm_of

_RULE_TOP = 1.1
_LINE_BOTTOM = 2.4
"""Millimetres from the lower edge of the letterhead up to its rule, and to the foot of the words on it."""
_PUNCH_LENGTH, _FOLD_LENGTH = 7.0, 5.0
_ROUNDED = 1.25
"""How much wider rounding can make small type; what is wider than that takes two lines on paper as well."""
_ABOVE_HEADER = 11.3
"""Points above the line at the head of a later page."""
_FROM_EDGE = 4.0
"""Millimetres of the marks at the edge, and what most printers leave white before them."""
_FOLD_INK, _PAGE_INK, _RETURN_INK = QColor("#BDBAB0"), QColor("#87857C"), QColor("#8A877D")


@dataclass(frozen=True, slots=True)
class PaperPrint:
    """One sheet at a scale. The painter's origin is the upper left corner of the paper."""

    families: tuple[str, ...]
    head: Letterhead
    page: PageLayout
    scale: Scale
    has_letterhead: bool

    @property
    def sender(self) -> list[str]:
        """The lines beside the address; on plain paper they begin with the name."""
        name = [] if self.has_letterhead or not self.head.name else [self.head.name]
        return name + self.head.sender.splitlines()

    def paint_first(self, painter: QPainter) -> None:
        """Paint what is printed on the first page."""
        self._paint_head(painter)
        self._paint_sender(painter)
        self.paint_marks(painter)

    def paint_later(self, painter: QPainter, number: int) -> None:
        """Paint what is printed at the head of a later page: the group, and which page it is."""
        top, font = self.page.head.top + mm_of(_ABOVE_HEADER), self._font(SIZES.group_line)
        left, right = self.page.left_margin, self.page.width - self.page.right_margin
        if self.has_letterhead:
            self._write(painter, self.head.name, left, top, font, GREY)
        words = str(number)
        right -= self._width_of(words, font)
        self._write(painter, words, right, top, font, GREY)
        if self.head.sample:
            self.paint_sample(painter, top, SIZES.sample, from_right=self.page.head.right - right + 3)

    def paint(self, painter: QPainter, pages: int) -> None:
        """Paint everything that is printed on so many pages, one below the other."""
        self.paint_first(painter)
        for number in range(2, pages + 1):
            self._paint_page_edge(painter, number)

    def _paint_head(self, painter: QPainter) -> None:
        """Name and line stand on the rule, as they do in the template."""
        head, box = self.head, self.page.head
        foot, small = box.bottom - _LINE_BOTTOM, self._font(SIZES.group_line)
        line_top = foot - self.scale.mm(QFontMetricsF(small).height())
        if head.sample:
            high = QFontMetricsF(self._font(SIZES.sample, bold=True)).height()
            self.paint_sample(painter, foot - self.scale.mm(high - 1), SIZES.sample)
        if not self.has_letterhead:
            return
        self._write(painter, head.line, box.left, line_top, small, GREY)
        name = self._font(SIZES.name, bold=True)
        middle = line_top - mm_of(2 + SIZES.name_line / 2)
        self._write(painter, head.name, box.left, middle - self.scale.mm(QFontMetricsF(name).height()) / 2, name)
        left_px, width, rule = self.scale.px(box.left), self.scale.px(box.width), self.scale.px(box.bottom - _RULE_TOP)
        thick = max(self.scale.px(0.8), 1)
        painter.fillRect(left_px, rule, width, thick, QColor(f"#{YELLOW}"))
        painter.fillRect(left_px, rule + thick, width, 1, QColor("black"))

    def paint_sample(self, painter: QPainter, top: float, points: float, *, from_right: float = 0) -> None:
        """Paint the words that keep a letter of the sample from being posted, so many mm from the right."""
        font = self._font(points, bold=True)
        left = self.page.head.right - from_right - self._width_of(SAMPLE_MARK, font)
        self._write(painter, SAMPLE_MARK, left, top, font, RED)

    def _paint_sender(self, painter: QPainter) -> None:
        box = self.page.sender
        for number, line in enumerate(self.sender):
            self._write(painter, line, box.left, box.top + number * mm_of(SIZES.sender_line), self._font(SIZES.sender))
        # Only paper that goes into a window envelope has room for the sender in one line.
        if self.head.return_line and self.page.punch is not None:
            self._paint_return_line(painter)

    def _paint_return_line(self, painter: QPainter) -> None:
        window, px = self.page.return_line, self.scale.px
        painter.setFont(self._return_font(window.width))
        painter.setPen(QColor(f"#{GREY}"))
        room = QRect(px(window.left), px(window.top), px(window.width), px(window.height - 1.6))
        wrapped = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, wrapped, self.head.return_line)
        painter.fillRect(px(window.left), px(window.bottom - 0.9), px(window.width), 1, _RETURN_INK)

    def _return_font(self, width: float) -> QFont:
        """The type of the sender in one line, narrowed where whole px make it wider than on paper."""
        font = self._font(self.head.return_points(width))
        wide = self._width_of(self.head.return_line, font)
        if width < wide <= width * _ROUNDED:
            font.setStretch(int(100 * width / wide) - 1)
        return font

    def paint_marks(self, painter: QPainter) -> None:
        """Paint where the sheet is folded and punched."""
        painter.setPen(QPen(_FOLD_INK, 1))
        marks = [(fold, _FOLD_LENGTH) for fold in self.page.folds]
        marks += [] if self.page.punch is None else [(self.page.punch, _PUNCH_LENGTH)]
        for top, length in marks:
            left, right = self.scale.px(_FROM_EDGE), self.scale.px(_FROM_EDGE + length)
            painter.drawLine(left, self.scale.px(top), right, self.scale.px(top))

    def _paint_page_edge(self, painter: QPainter, number: int) -> None:
        first = self.page.height - self.page.bottom_margin
        top = first + (number - 2) * (first - self.page.top_margin)
        painter.setPen(QPen(_PAGE_INK, 1, Qt.PenStyle.DashLine))
        painter.drawLine(0, self.scale.px(top), self.scale.px(self.page.width), self.scale.px(top))
        words, font = f"Page {number}", self._font(8)
        self._write(painter, words, self.page.width - 4 - self._width_of(words, font), top + 0.8, font, GREY)

    def _write(self, painter: QPainter, text: str, left: float, top: float, font: QFont, ink: str = INK) -> None:
        painter.setFont(font)
        painter.setPen(QColor(f"#{ink}"))
        width = self.scale.px(self.page.width - left)
        place = QRect(self.scale.px(left), self.scale.px(top), width, painter.fontMetrics().height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _width_of(self, text: str, font: QFont) -> float:
        return self.scale.mm(QFontMetricsF(font).horizontalAdvance(text))

    def _font(self, points: float, *, bold: bool = False) -> QFont:
        return self.scale.font(self.families, points, bold=bold)
