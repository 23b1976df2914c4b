# SPDX-License-Identifier: GPL-3.0-or-later
"""A list in large type: a name, a line below it, and a count at the end. For cases and for people."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..look import Look
from ..marker import paint_focus_inside, paint_marker
from ..texts import counted, draw_line
from ..theme import Role, Use
from .type import LARGE, Type

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_MARKER = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. own is the name in its own script, also what else was done, such as "1 card"."""

    key: str
    title: str
    own: str = ""
    note: str = ""
    count: int = 0
    also: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        done = f"{counted(self.count, 'letter', 'letters')} done"
        return ", ".join(filter(None, (self.title, self.note, done, self.also)))


class RowList(QListWidget):
    """Signals: looked_at(key) as the row changes; pressed(key) by Enter or a double click; removed(key) by Delete."""

    looked_at = Signal(str)
    pressed_row = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[Row] = []
        self.type = LARGE
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_RowDelegate(look, self))
        self.setStyleSheet("QListWidget { background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        self.currentItemChanged.connect(self._on_current)
        self.itemDoubleClicked.connect(lambda item: self.pressed_row.emit(item.data(_ROW).key))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def rows(self) -> list[Row]:
        """What is shown."""
        return self._rows

    @property
    def key(self) -> str:
        """The key of the current row, empty without one."""
        item = self.currentItem()
        return str(item.data(_ROW).key) if item is not None else ""

    def show_rows(self, rows: list[Row]) -> None:
        """Show these; the row one was on stays the current one, else the first is."""
        key, at = self.key, max(self.currentRow(), 0)
        if rows == self._rows:
            return
        self._rows = rows
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            self.addItem(item)
        keys = [row.key for row in rows]
        if rows:
            self.setCurrentRow(keys.index(key) if key in keys else min(at, len(rows) - 1))
        self.blockSignals(False)
        self.looked_at.emit(self.key)

    def choose(self, key: str) -> None:
        """Make a row the current one."""
        keys = [row.key for row in self._rows]
        if key in keys:
            self.setCurrentRow(keys.index(key))

    def go_on(self) -> None:
        """The row after the current one, the first after the last."""
        if self._rows:
            self.setCurrentRow((self.currentRow() + 1) % len(self._rows))

    def set_type(self, wanted: Type) -> None:
        """Set the rows in another size."""
        self.type = wanted
        self.scheduleDelayedItemsLayout()

    def row_height(self, row: Row) -> int:
        """The height of one row in px."""
        return row_height(self._look, self.type, bool(row.note))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.key:
            self.pressed_row.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.removed.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _on_current(self, *_: object) -> None:
        self.looked_at.emit(self.key)


def row_height(look: Look, wanted: Type, has_note: bool) -> int:
    """The height of a row, with or without a line below the name."""
    name, note = (QFontMetrics(look.font(use)).height() for use in (wanted.name, wanted.caption))
    return name + (note + look.px(6) if has_note else 0) + look.px(24 if has_note else 20)


class _RowDelegate(QStyledItemDelegate):
    """Paints one row: marker, name and own script, the line below, and the count."""

    def __init__(self, look: Look, view: RowList) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._view.viewport().width(), self._view.row_height(index.data(_ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = QStyle.StateFlag.State_Selected in state
        look = self._look
        painter.save()
        painter.setLayoutDirection(self._view.layoutDirection())
        if is_chosen:
            fill = Role.SELECTION if look.theme.is_high_contrast else Role.PANE
            painter.fillRect(rect, look.color(fill))
            paint_marker(painter, rect, look, _MARKER)
        elif QStyle.StateFlag.State_MouseOver in state:
            painter.fillRect(rect, look.color(Role.HOVER))
        self._paint_words(painter, rect, index.data(_ROW), is_chosen)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color(Role.LINE))
        if is_chosen and self._view.hasFocus():
            paint_focus_inside(painter, rect, look)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, is_chosen: bool) -> None:
        look, wanted, px = self._look, self._view.type, self._look.px
        inside = rect.adjusted(
            px(24 if row.note else 16), px(12 if row.note else 10), -px(20 if row.note else 12), -px(10)
        )
        name_high = QFontMetrics(look.font(wanted.name)).height()
        note_high = QFontMetrics(look.font(wanted.caption)).height()
        unit = "letter" if row.count == 1 else "letters"
        side = QFontMetrics(look.font(wanted.body)).horizontalAdvance(f"{row.count}")
        if row.note:
            side = max(side, QFontMetrics(look.font(wanted.caption)).horizontalAdvance("letters"))
        words = QRect(inside.left(), inside.top(), inside.width() - side - px(12), name_high)
        end = QRect(inside.right() - side + 1, inside.top(), side, name_high)
        self._write(painter, rect, words, row.title, wanted.name, Role.TEXT, is_chosen, own=row.own)
        self._write(painter, rect, end, f"{row.count}", wanted.body, Role.TEXT, is_chosen, trailing=True)
        if row.note:
            below, shift = QRect(words), name_high + px(6)
            below.moveTop(below.top() + shift)
            below.setHeight(note_high)
            note = ", ".join(filter(None, (row.note, row.also)))
            self._write(painter, rect, below, note, wanted.caption, Role.SECONDARY, is_chosen)
            end = QRect(end.left(), below.top(), end.width(), note_high)
            self._write(painter, rect, end, unit, wanted.caption, Role.SECONDARY, is_chosen, trailing=True)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        room: QRect,
        text: str,
        use: Use,
        role: Role,
        is_chosen: bool,
        *,
        own: str = "",
        trailing: bool = False,
    ) -> None:
        theme, font = self._look.theme, self._look.font(use)
        painter.setFont(font)
        painter.setPen(theme.on_selection(role) if is_chosen else theme.color(role))
        mirrored = self._view.layoutDirection()
        room = QRect(room.left(), room.top(), room.width(), max(room.height(), QFontMetrics(font).height()))
        taken = draw_line(painter, QStyle.visualRect(mirrored, rect, room), text, trailing=trailing)
        left = taken + self._look.px(10)
        if own and room.width() - left > self._look.px(40):
            painter.setPen(theme.on_selection(Role.SECONDARY) if is_chosen else theme.color(Role.SECONDARY))
            rest = room.adjusted(left, 0, 0, 0)
            draw_line(painter, QStyle.visualRect(mirrored, rect, rest), own)
