# SPDX-License-Identifier: GPL-3.0-or-later
"""What has happened, entry under entry along a painted line: a ring for what is past, a disc for what is now."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ..look import Look
from ..marker import paint_focus_inside
from ..texts import draw_line
from ..theme import Role, Use

_Index = QModelIndex | QPersistentModelIndex
_ROW = 30
_DATES = 116
_LINE = 20
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated line. key is handed back when it is opened."""

    date: str
    text: str
    note: str = ""
    is_now: bool = False
    key: str = ""

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return ", ".join(part for part in (f"{self.date}: {self.text}", self.note) if part)


class TimelineModel(QAbstractListModel):
    """Entries in the order they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()

    def show(self, entries: Sequence[TimelineEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> TimelineEntry:
        """Return the entry in a row."""
        return self._entries[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - the default Qt documents
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.spoken
        return entry if role == ENTRY else None


class _TimelineDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._look.px(240), self._look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY)
        assert isinstance(entry, TimelineEntry)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setLayoutDirection(option.direction)
        if QStyle.StateFlag.State_HasFocus in state:
            paint_focus_inside(painter, rect, self._look)
        dates, line, words = self._parts(rect, option.direction)
        painter.setFont(self._look.font(Use.TABLE))
        painter.setPen(self._look.color(Role.SECONDARY))
        draw_line(painter, dates, entry.date, trailing=True)
        self._paint_line(painter, line, entry, index)
        self._paint_words(painter, words, entry)
        painter.restore()

    def _parts(self, rect: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect, QRect]:
        look = self._look
        dates = QRect(rect.left(), rect.top(), min(look.px(_DATES), rect.width() // 3), rect.height())
        line = QRect(dates.right() + look.px(10), rect.top(), look.px(_LINE), rect.height())
        words = QRect(line.right() + look.px(10), rect.top(), rect.right() - line.right() - look.px(12), rect.height())
        visual = [QStyle.visualRect(direction, rect, part) for part in (dates, line, words)]
        return visual[0], visual[1], visual[2]

    def _paint_line(self, painter: QPainter, rect: QRect, entry: TimelineEntry, index: _Index) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = rect.toRectF().center(), self._look.em * 0.22
        painter.setPen(QPen(self._look.color(Role.EDGE), 1))
        if index.row() > 0:
            painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), middle.y() - radius))
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(QPointF(middle.x(), middle.y() + radius), QPointF(middle.x(), rect.bottom() + 1))
        ink = self._look.color(Role.TEXT)
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(ink if entry.is_now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)

    def _paint_words(self, painter: QPainter, rect: QRect, entry: TimelineEntry) -> None:
        font = self._look.font(Use.NAME if entry.is_now else Use.TABLE)
        painter.setFont(font)
        painter.setPen(self._look.color(Role.TEXT))
        gap = self._look.px(8)
        used = min(QFontMetrics(font).horizontalAdvance(entry.text) + 2, rect.width())
        direction = painter.layoutDirection()
        draw_line(
            painter, QStyle.visualRect(direction, rect, QRect(rect.topLeft(), QSize(used, rect.height()))), entry.text
        )
        if entry.note and rect.width() - used > gap * 4:
            painter.setFont(self._look.font(Use.TABLE))
            painter.setPen(self._look.color(Role.SECONDARY))
            draw_line(painter, QStyle.visualRect(direction, rect, rect.adjusted(used + gap, 0, 0, 0)), entry.note)


class Timeline(QListView):
    """As tall as its entries, so that the page around it scrolls. Enter or a double click opens one."""

    opened = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self._model = TimelineModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_TimelineDelegate(look, self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.doubleClicked.connect(self._open)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these entries, the order being theirs."""
        self._model.show(entries)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._model.rowCount() * self._look.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.entry(index.row()).key)

    def _restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
