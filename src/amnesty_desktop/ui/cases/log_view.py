# SPDX-License-Identifier: GPL-3.0-or-later
"""The painted line of what has happened, its words wrapped, so that a whole sentence can be read."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..look import Look
from ..marker import paint_focus_inside
from ..texts import draw_line
from ..theme import Role, Use
from ..widgets.timeline import ENTRY, Timeline, TimelineEntry

_Index = QModelIndex | QPersistentModelIndex
_ROW = 30
_GAP = 10
_RING = 20
_LINE = 20
_ANY_WIDTH = 100_000
_DATES = 116
"""The least room for dates in design px: the words then stand under the values above."""


class _LogDelegate(QStyledItemDelegate):
    """Paints date, ring and words of one entry; the first line of all stands beside the ring."""

    def __init__(self, look: Look, view: "LogView") -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.lengths: dict[TimelineEntry, float] = {}
        """Of entries on one line, in px, while fonts and entries stay: layouts ask for heights many times over."""

    def room(self, width: int, direction: Qt.LayoutDirection) -> int:
        """Return the width left for words, in px, in a view of this width."""
        return self._parts(QRect(0, 0, width, 0), direction)[2].width()

    def height(self, entry: TimelineEntry, room: int, direction: Qt.LayoutDirection) -> int:
        """Return the height of an entry in px, with so much room for its words."""
        if entry not in self.lengths:
            self.lengths[entry] = self._laid_out(entry, _ANY_WIDTH, direction)[0].maximumWidth()
        fits = self.lengths[entry] + 1 <= room
        lines = self._look.px(_LINE) if fits else self._laid_out(entry, room, direction)[1]
        return max(self._look.px(_ROW), lines + self._look.px(10))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width, direction = self._view.viewport().width(), self._view.layoutDirection()
        return QSize(width, self.height(index.data(ENTRY), self.room(width, direction), direction))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: TimelineEntry = index.data(ENTRY)
        rect: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setLayoutDirection(direction)
        if QStyle.StateFlag.State_HasFocus in state:
            paint_focus_inside(painter, rect, self._look)
        dates, ring, words = self._parts(rect, direction)
        first = self._look.px(_ROW)
        painter.setFont(self._look.font(Use.TABLE))
        painter.setPen(self._look.color(Role.SECONDARY))
        draw_line(painter, QRect(dates.topLeft(), QSize(dates.width(), first)), entry.date, trailing=True)
        self._paint_ring(painter, ring, first, entry.is_now, index)
        layout, _ = self._laid_out(entry, words.width(), direction)
        layout.draw(painter, QPointF(words.left(), words.top() + self._look.px(5)))
        painter.restore()

    def _parts(self, rect: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect, QRect]:
        """Return the room for date, ring and words, as the window is laid out."""
        px = self._look.px
        dates = QRect(rect.left(), rect.top(), min(self._view.dates_width(), rect.width() * 2 // 5), rect.height())
        ring = QRect(dates.right() + px(_GAP), rect.top(), px(_RING), rect.height())
        left = ring.right() + px(_GAP)
        words = QRect(left, rect.top(), max(rect.right() - left - px(4), 1), rect.height())
        visual = [QStyle.visualRect(direction, rect, part) for part in (dates, ring, words)]
        return visual[0], visual[1], visual[2]

    def _paint_ring(self, painter: QPainter, rect: QRect, first: int, is_now: bool, index: _Index) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._look.em * 0.22
        middle = QPointF(rect.toRectF().center().x(), rect.top() + first / 2)
        painter.setPen(QPen(self._look.color(Role.EDGE), 1))
        if index.row() > 0:
            painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), middle.y() - radius))
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(QPointF(middle.x(), middle.y() + radius), QPointF(middle.x(), rect.bottom() + 1))
        ink = self._look.color(Role.TEXT)
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(ink if is_now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)

    def _laid_out(self, entry: TimelineEntry, width: int, direction: Qt.LayoutDirection) -> tuple[QTextLayout, int]:
        """Return the words set into lines, and their height in px."""
        font = self._look.font(Use.TABLE)
        note = f"  {entry.note}" if entry.note else ""
        layout = QTextLayout((entry.text + note).replace("\n", " "), font)
        layout.setTextOption(_option(direction))
        layout.setFormats(self._formats(entry, note))
        height, top = self._look.px(_LINE), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
        return layout, top

    def _formats(self, entry: TimelineEntry, note: str) -> list[QTextLayout.FormatRange]:
        start, ranges = 0, []
        for text, role, is_strong in ((entry.text, Role.TEXT, entry.is_now), (note, Role.SECONDARY, False)):
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, len(text.encode("utf-16-le")) // 2
            form = QTextCharFormat()
            form.setForeground(self._look.color(role))
            if is_strong:
                form.setFontWeight(QFont.Weight.DemiBold)
            piece.format = form
            ranges.append(piece)
            start += piece.length
        return ranges


def _option(direction: Qt.LayoutDirection) -> QTextOption:
    side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class LogView(Timeline):
    """As tall as its entries. Enter, F2 or a double click opens one; Delete asks for the bin."""

    bin_requested = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        self._heights: dict[int, int] = {}
        self._width_of_dates = 0
        self._delegate: _LogDelegate | None = None
        super().__init__(look, name)
        self._delegate = _LogDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setMinimumHeight(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def entries(self) -> list[TimelineEntry]:
        """The entries shown, in order."""
        model = self.model()
        return [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]

    def dates_width(self) -> int:
        """The room the longest date needs, in px."""
        if not self._width_of_dates:
            metrics = QFontMetrics(self._look.font(Use.TABLE))
            longest = max((metrics.horizontalAdvance(entry.date) for entry in self.entries()), default=0)
            self._width_of_dates = max(longest + 2, self._look.px(_DATES))
        return self._width_of_dates

    def choose(self, key: str) -> None:
        """Make an entry the current one."""
        for row, entry in enumerate(self.entries()):
            if entry.key == key:
                self.setCurrentIndex(self.model().index(row, 0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask many times over.
        if width not in self._heights:
            direction, delegate = self.layoutDirection(), self._delegate
            assert delegate is not None
            room = delegate.room(width, direction)
            self._heights[width] = sum(delegate.height(entry, room, direction) for entry in self.entries())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else self._look.px(480)
        return QSize(self._look.px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid() or event.key() not in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self.opened.emit(index.data(ENTRY).key)
        else:
            self.bin_requested.emit(index.data(ENTRY).key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if not index.isValid():
            return
        key = index.data(ENTRY).key
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Change", lambda: self.opened.emit(key))
        menu.addAction("Put into the bin", lambda: self.bin_requested.emit(key))
        at = self.visualRect(index).center()
        menu.popup(self.viewport().mapToGlobal(at))

    def _restyle(self) -> None:
        self._heights = {}
        self._width_of_dates = 0
        if self._delegate is not None:
            self._delegate.lengths.clear()
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
