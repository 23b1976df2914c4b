# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a table: column names, and which way it is sorted."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from ..look import Look
from ..marker import paint_focus_inside
from ..models.row_delegate import INSET
from ..theme import Role, Use

HEIGHT = 28
_UP, _DOWN = "▴", "▾"


class TableHead(QHeaderView):
    """Column names that can be pressed. With Tab it takes the focus: Left and Right go, Space and Enter sort."""

    sort_pressed = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._sorted_by = -1
        self._is_descending = False
        self._sortable: frozenset[int] = frozenset()
        self._trailing: frozenset[int] = frozenset()
        self._here = 0
        self._pressed_at = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Column names; Space sorts"))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setHighlightSections(False)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_columns(self, sortable: frozenset[int], trailing: frozenset[int]) -> None:
        """Say which columns can be sorted by and which stand at their trailing edge."""
        self._sortable, self._trailing = sortable, trailing
        self.viewport().update()

    def show_sorted(self, column: int, descending: bool) -> None:
        """Show which column the rows are sorted by; -1 for none."""
        self._sorted_by, self._is_descending = column, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(HEIGHT))

    def focus_rect(self) -> QRect:
        """Return nothing: the ring is painted within the column."""
        return QRect()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_grip = self.cursor().shape() is Qt.CursorShape.SplitHCursor
        self._pressed_at = -1 if is_grip else self.logicalIndexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        column, self._pressed_at = self._pressed_at, -1
        if column == self.logicalIndexAt(event.position().toPoint()):
            self._sort(column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (event.key() == Qt.Key.Key_Right) is not mirrored
            self._here = max(0, min(self.count() - 1, self._here + (1 if forward else -1)))
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._sort(self.logicalIndex(self._here))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color(Role.SUB))
        for y in (rect.top(), rect.bottom()):
            painter.fillRect(rect.left(), y, rect.width(), 1, look.color(Role.LINE))
        is_sorted = logical_index == self._sorted_by
        font = look.font(Use.CAPTION)
        painter.setFont(font)
        painter.setPen(look.color(Role.TEXT if is_sorted else Role.SECONDARY))
        before = INSET * (2 if self.visualIndex(logical_index) == 0 else 1)
        room = rect.adjusted(look.px(before), 0, -look.px(INSET), 0)
        side = Qt.AlignmentFlag.AlignRight if logical_index in self._trailing else Qt.AlignmentFlag.AlignLeft
        visual = QStyle.visualAlignment(self.layoutDirection(), side)
        room = QStyle.visualRect(self.layoutDirection(), rect, room)
        words = QFontMetrics(font).elidedText(self._title(logical_index), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, visual | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)
        if self.hasFocus() and self.visualIndex(logical_index) == self._here:
            paint_focus_inside(painter, rect, look)
        painter.restore()

    def _title(self, column: int) -> str:
        title = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        return f"{title} {_DOWN if self._is_descending else _UP}" if column == self._sorted_by else title

    def _sort(self, column: int) -> None:
        if column in self._sortable:
            self.sort_pressed.emit(column)

    def _restyle(self) -> None:
        self.setMinimumSectionSize(self._look.px(40))
        self.setFixedHeight(self._look.px(HEIGHT))
        self.viewport().update()


class HeadCorner(QWidget):
    """Goes on with the head above the scroll bar."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color(Role.SUB))
        for y in (0, self.height() - 1):
            painter.fillRect(0, y, self.width(), 1, self._look.color(Role.LINE))

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(HEIGHT))
