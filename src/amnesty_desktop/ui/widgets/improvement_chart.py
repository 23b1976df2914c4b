# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart of cases that got better, by year, against the line "more than a third", each year with its base."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..look import Look
from ..theme import Role, Use

THIRD = 1 / 3
"""Amnesty says of its urgent actions that there is an improvement in more than a third of them."""

FEWEST = 10
"""Fewer cases than this in a year show no share: one case more or less would move it by ten points and more."""

_STEP = 20
_HEIGHT = 300
_LEGEND_LINE = 20


@dataclass(frozen=True, slots=True)
class YearBar:
    """One year: cases worked on, those with at least one improvement, and those of them that also got worse."""

    year: int
    worked_on: int
    better: int
    also_worse: int = 0
    is_current: bool = False

    @property
    def share(self) -> float | None:
        """Return better / worked on, 0 to 1; None where there are too few."""
        return self.better / self.worked_on if self.worked_on >= FEWEST else None

    @property
    def also_worse_share(self) -> float:
        """Return also worse / worked on, 0 to 1."""
        return self.also_worse / self.worked_on if self.worked_on >= FEWEST else 0.0


class ImprovementChart(QWidget):
    """Bars from the first year to the last, left to right in every language. table() holds the same in words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars: tuple[YearBar, ...] = ()
        self.setAccessibleName(self.tr("Cases that got better, by year"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)

    @property
    def bars(self) -> tuple[YearBar, ...]:
        """The years shown."""
        return self._bars

    def show_bars(self, values: Sequence[YearBar]) -> None:
        """Show these years, which must be in order."""
        self._bars = tuple(values)
        self.setAccessibleDescription(" ".join(self._sentence(bar) for bar in self._bars))
        self._restyle()

    def table(self) -> list[tuple[str, ...]]:
        """Return the chart as a table: a row of heads, then year, worked on, better, also worse, share."""
        heads = (self.tr("Year"), self.tr("Worked on"), self.tr("Better"), self.tr("Also worse"), self.tr("Share"))
        rows = [(str(b.year), str(b.worked_on), str(b.better), str(b.also_worse), self._said(b)) for b in self._bars]
        return [heads, *rows]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        more_lines = self._legend(width)[-1][0].y() // self._look.px(_LEGEND_LINE)
        return self._look.px(_HEIGHT) + more_lines * self._look.px(_LEGEND_LINE)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self.heightForWidth(self._look.px(400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        plot = self._plot()
        self._paint_scale(painter, plot)
        for position, bar in enumerate(self._bars):
            self._paint_bar(painter, plot, position, bar)
        self._paint_third(painter, plot)
        self._paint_legend(painter)

    def _plot(self) -> QRect:
        px = self._look.px
        third = QFontMetrics(self._look.font(Use.STRONG_CAPTION)).horizontalAdvance(self.tr("a third"))
        # What the legend needs beyond its one line is below; the picture itself stays as tall.
        return QRect(third + px(10), px(24), self.width() - third - px(12), px(_HEIGHT - 24 - 46 - 44))

    def _top(self) -> int:
        """Return the per cent at the top of the scale, a multiple of 20 above the highest bar and the third."""
        highest = max([bar.share or 0 for bar in self._bars] + [THIRD])
        return min(100, (int(highest * 100) // _STEP + 1) * _STEP)

    def _y(self, plot: QRect, share: float) -> float:
        return plot.bottom() + 1 - plot.height() * share * 100 / self._top()

    def _paint_scale(self, painter: QPainter, plot: QRect) -> None:
        look = self._look
        painter.setFont(look.font(Use.CAPTION))
        for per_cent in range(0, self._top() + 1, _STEP):
            y = round(self._y(plot, per_cent / 100))
            painter.setPen(look.color(Role.EDGE if per_cent == 0 else Role.LINE))
            painter.drawLine(plot.left(), y, plot.right(), y)
            painter.setPen(look.color(Role.SECONDARY))
            sign = " %" if per_cent == self._top() else ""
            # Where the word for the third would stand on a number of the scale, the word goes before.
            if abs(y - self._y(plot, THIRD)) > look.px(14):
                self._words(
                    painter, QRect(0, y - look.px(12), plot.left() - look.px(7), look.px(24)), f"{per_cent}{sign}"
                )

    def _paint_third(self, painter: QPainter, plot: QRect) -> None:
        look, y = self._look, self._y(plot, THIRD)
        paint_third_line(painter, plot.left(), plot.right() + 1, y, look)
        painter.setFont(look.font(Use.STRONG_CAPTION))
        painter.setPen(look.color(Role.TEXT))
        room = QRect(0, round(y) - look.px(12), plot.left() - look.px(7), look.px(24))
        self._words(painter, room, self.tr("a third"))

    def _paint_bar(self, painter: QPainter, plot: QRect, position: int, bar: YearBar) -> None:
        look = self._look
        slot = plot.width() / len(self._bars)
        left = plot.left() + slot * position
        column = QRect(round(left), plot.top(), round(slot), plot.height())
        self._paint_year(painter, column, bar)
        if bar.share is None:
            painter.setFont(look.font(Use.CAPTION))
            painter.setPen(look.color(Role.SECONDARY))
            room = QRect(column.left(), plot.bottom() - look.px(42), column.width(), look.px(40))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, flags, self.tr("too\nfew"))
            return
        width = min(slot * 0.56, look.px(44))
        top, base = self._y(plot, bar.share), plot.bottom() + 1
        body = QRectF(left + (slot - width) / 2, top, width, base - top)
        painter.fillRect(body, look.color(Role.PRIMARY))
        self._paint_hatched(painter, body, self._y(plot, bar.also_worse_share))
        painter.setFont(look.font(Use.STRONG_CAPTION))
        painter.setPen(look.color(Role.TEXT))
        above = QRect(column.left() - look.px(8), round(top) - look.px(22), column.width() + look.px(16), look.px(20))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self._said(bar))

    def _paint_hatched(self, painter: QPainter, body: QRectF, top: float) -> None:
        part = QRectF(body.left(), top, body.width(), body.bottom() - top)
        if part.height() >= 1:
            hatch(painter, part, self._look)

    def _paint_year(self, painter: QPainter, column: QRect, bar: YearBar) -> None:
        look = self._look
        painter.setFont(look.font(Use.STRONG_CAPTION if bar.is_current else Use.CAPTION))
        painter.setPen(look.color(Role.TEXT))
        line = QRect(column.left(), column.bottom() + look.px(6), column.width(), look.px(20))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(bar.year))
        painter.setFont(look.font(Use.CAPTION))
        painter.setPen(look.color(Role.SECONDARY))
        base = f"{bar.better}/{bar.worked_on}"
        painter.drawText(line.translated(0, look.px(19)), Qt.AlignmentFlag.AlignCenter, base)

    def _legend(self, width: int) -> list[tuple[QRect, str]]:
        """Return where each sample and its word stand from the first line of the legend on, wrapped at a width."""
        px, metrics = self._look.px, QFontMetrics(self._look.font(Use.CAPTION))
        words = (self.tr("better"), self.tr("better, and also worse"), self.tr("more than a third"))
        places, x, y = [], 0, 0
        for position, word in enumerate(words):
            box = px(12 if position < 2 else 24)
            wanted = box + px(6) + metrics.horizontalAdvance(word) + 2
            if x and x + wanted > width:
                x, y = 0, y + px(_LEGEND_LINE)
            places.append((QRect(x, y, wanted, px(_LEGEND_LINE)), word))
            x += wanted + px(16)
        return places

    def _paint_legend(self, painter: QPainter) -> None:
        look, top = self._look, self._look.px(_HEIGHT - 24)
        painter.setFont(look.font(Use.CAPTION))
        for position, (place, word) in enumerate(self._legend(self.width())):
            place = place.translated(0, top)
            box = look.px(12)
            sample = QRectF(place.left(), place.top() + look.px(4), box if position < 2 else box * 2, box)
            self._paint_sample(painter, sample, position)
            painter.setPen(look.color(Role.TEXT))
            room = place.adjusted(round(sample.width()) + look.px(6), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)

    def _paint_sample(self, painter: QPainter, sample: QRectF, position: int) -> None:
        look = self._look
        if position == 0:
            painter.fillRect(sample, look.color(Role.PRIMARY))
        elif position == 1:
            hatch(painter, sample, look)
        else:
            paint_third_line(painter, sample.left(), sample.right(), sample.center().y(), look)

    def _words(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _said(self, bar: YearBar) -> str:
        return self.tr("too few") if bar.share is None else f"{round(bar.share * 100)} %"

    def _sentence(self, bar: YearBar) -> str:
        words = self.tr("{year}: {better} of {worked_on} got better, {also_worse} of them also worse, {share}.")
        return words.format(
            year=bar.year, better=bar.better, worked_on=bar.worked_on, also_worse=bar.also_worse, share=self._said(bar)
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def hatch(painter: QPainter, part: QRectF, look: Look) -> None:
    """Fill a part of a bar with slanting lines in its own outline, readable in black and white."""
    ink, gap = look.color(Role.PRIMARY), look.px(5)
    painter.save()
    painter.fillRect(part, look.color(Role.PANE))
    painter.setClipRect(part)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, gap * 0.4))
    start = part.left() - part.height()
    while start < part.right():
        painter.drawLine(QLineF(start, part.bottom(), start + part.height(), part.top()))
        start += gap
    painter.restore()
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_third_line(painter: QPainter, left: float, right: float, y: float, look: Look) -> None:
    """Draw the line to compare with: dashes on the accent, as the accent alone is too pale on white."""
    painter.fillRect(QRectF(left, y - 2.5, right - left, 5), look.color(Role.ACCENT))
    pen = QPen(look.color(Role.ACCENT_TEXT), 1.2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(left, y, right, y))
