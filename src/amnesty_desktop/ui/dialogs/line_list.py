# SPDX-License-Identifier: GPL-3.0-or-later
"""A short list to choose from in a dialog: words at the leading side, what tells them apart at the trailing side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..look import Look
from ..marker import ROW_WIDTH, paint_focus_inside, paint_here
from ..texts import draw_line
from ..theme import Role, Use

_HEIGHT = 34
_INSET = 14
_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the words, what follows them more quietly, what stands at the end, and what is meant by it."""

    words: str
    second: str = ""
    trailing: str = ""
    value: Any = None

    @property
    def said(self) -> str:
        """The whole line for a screen reader."""
        return ", ".join(part for part in (self.words, self.second, self.trailing) if part)


class LineList(QListWidget):
    """Shows lines; itemActivated and currentRow are Qt's own."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> Line | None:
        """The current line."""
        item = self.item(self.currentRow())
        found: Line | None = None if item is None else item.data(_LINE)
        return found

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines, the first of them current."""
        self.clear()
        self.add_lines(lines)
        self.setCurrentRow(0)

    def add_lines(self, lines: Iterable[Line]) -> None:
        """Show further lines below those that are there."""
        for line in lines:
            item = QListWidgetItem(line.said)
            item.setData(_LINE, line)
            self.addItem(item)

    def drop_chosen(self) -> None:
        """Take the current line away; the one below it is current then, or the last."""
        row = self.currentRow()
        self.takeItem(row)
        self.setCurrentRow(min(row, self.count() - 1))

    def _restyle(self) -> None:
        # The frame's one px on either side and five lines at least.
        self.setMinimumHeight(min(5 * self._look.px(_HEIGHT), self._look.px(180)))
        self.doItemsLayout()


class _LineDelegate(QStyledItemDelegate):
    """Paints a line with the marker and the focus of all lists."""

    def __init__(self, look: Look, view: LineList) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self._look.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(_LINE)
        painter.save()
        painter.setLayoutDirection(self._view.layoutDirection())
        rect: QRect = option.rect
        is_chosen = self._paint_ground(painter, rect, option)
        inset = self._look.px(_INSET)
        self._paint_words(painter, rect.adjusted(inset, 0, -inset, 0), line, is_chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> bool:
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            paint_here(painter, rect, self._look, ROW_WIDTH)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.color(Role.HOVER))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color(Role.LINE))
        if is_chosen and self._view.hasFocus():
            paint_focus_inside(painter, rect, self._look)
        return is_chosen

    def _paint_words(self, painter: QPainter, room: QRect, line: Line, is_chosen: bool) -> None:
        look, gap = self._look, self._look.px(10)
        wanted = QFontMetrics(look.font(Use.CAPTION)).horizontalAdvance(line.trailing)
        # A line that has exactly its width is cut as soon as the screen rounds differently.
        tail = min(wanted + 2, room.width() // 2) if wanted else 0
        if tail:
            self._pen(painter, Role.SECONDARY, Use.CAPTION, is_chosen)
            end = QRect(room.right() + 1 - tail, room.top(), tail, room.height())
            draw_line(painter, self._mirrored(room, end), line.trailing, trailing=True)
        left = room.adjusted(0, 0, -(tail + gap if tail else 0), 0)
        self._pen(painter, Role.TEXT, Use.NAME, is_chosen)
        used = draw_line(painter, self._mirrored(room, left), line.words) + gap
        if line.second and used < left.width():
            self._pen(painter, Role.SECONDARY, Use.TABLE, is_chosen)
            draw_line(painter, self._mirrored(room, left.adjusted(used, 0, 0, 0)), line.second)

    def _pen(self, painter: QPainter, role: Role, use: Use, is_chosen: bool) -> None:
        theme = self._look.theme
        painter.setFont(self._look.font(use))
        painter.setPen(theme.on_selection(role) if is_chosen else self._look.color(role))

    def _mirrored(self, room: QRect, part: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), room, part)
