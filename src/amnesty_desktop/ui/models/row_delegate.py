# SPDX-License-Identifier: GPL-3.0-or-later
"""How a row of a list is painted: the name and its own script, lights with their words, the marker and the line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ..lights import SIDE, Light, paint_light, role_of
from ..look import Look
from ..marker import ROW_WIDTH, paint_focus_inside, paint_marker
from ..texts import draw_line
from ..theme import Role, Use
from .paged_table import CELL, Cell, Column, PagedTableModel, RowT

_Index = QModelIndex | QPersistentModelIndex
ROW = 32
"""The height of a row in design px."""

INSET = 8
"""The room at either side of a cell in design px; the first column has twice as much before it."""

_LIGHT_GAP = 6
_SECOND_GAP = 6
_COLOURED = frozenset({Role.RED, Role.AMBER, Role.GREEN, Role.SECONDARY})


class RowDelegate(QStyledItemDelegate):
    """Paints Cells. height is that of a row in design px; sorted_by is what the rows are sorted by."""

    def __init__(self, look: Look, view: QTableView, *, height: int = ROW) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._height = height
        self.sorted_by = ""
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def row_height(self) -> int:
        """The height of a row in px of the screen."""
        return max(self._look.px(self._height), self._name_metrics.height() + 2)

    def width_of(self, column: Column[RowT]) -> int:
        """Return the width in px that a column needs for its sample and for its title, sorted or not."""
        if column.on_line:
            return self._look.px(SIDE + 2 * INSET)
        cell = Cell(column.sample, light=Light.LATER if column.light else None, is_strong=column.is_strong)
        title = QFontMetrics(self._look.font(Use.CAPTION)).horizontalAdvance(f"{column.title} ▾")
        return max(self._wanted_width(cell), title) + 2 * self._look.px(INSET)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        cell = index.data(CELL)
        width = self._wanted_width(cell) if isinstance(cell, Cell) else 0
        return QSize(width + self._before(index) + self._look.px(INSET), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        is_selected = QStyle.StateFlag.State_Selected in state
        painter.save()
        painter.setLayoutDirection(direction)
        self._paint_ground(painter, rect, index, is_selected, QStyle.StateFlag.State_MouseOver in state)
        cell = index.data(CELL)
        if isinstance(cell, Cell) and (line := self._line_of(index)):
            self._paint_on_line(painter, rect, index, cell, is_selected, is_joined=line == self.sorted_by)
        elif isinstance(cell, Cell):
            room = rect.adjusted(self._before(index), 0, -self._look.px(INSET), 0)
            self.paint_cell(painter, QStyle.visualRect(direction, rect, room), cell, is_selected)
        if is_selected and self._view.hasFocus():
            self._paint_focus(painter, rect, index)
        painter.restore()

    def paint_cell(self, painter: QPainter, room: QRect, cell: Cell, is_selected: bool) -> None:
        """Paint what a cell says into the room it has; the painter is laid out as the window is."""
        if cell.light is not None:
            room = self._paint_light(painter, room, cell.light, is_selected)
        painter.setFont(self._name_font if cell.is_strong else self._font)
        painter.setPen(self._ink(self._word_role(cell), is_selected))
        used = draw_line(painter, room, cell.text, trailing=cell.is_trailing)
        left = room.width() - used - self._look.px(_SECOND_GAP)
        if cell.second and left >= self._metrics.averageCharWidth() * 2:
            self._paint_second(painter, room, cell.second, used, is_selected)

    def _line_of(self, index: _Index) -> str:
        model = index.model()
        return model.columns[index.column()].on_line if isinstance(model, PagedTableModel) else ""

    def _paint_on_line(
        self, painter: QPainter, rect: QRect, index: _Index, cell: Cell, is_selected: bool, *, is_joined: bool
    ) -> None:
        """Paint the light in the middle of its cell, with the line to the rows before and after it."""
        if cell.light is None:
            return
        look, side = self._look, self._look.px(SIDE)
        middle = rect.center()
        mark = QRect(middle.x() - side // 2, middle.y() - side // 2, side, side)
        paint_light(painter, QRectF(mark), cell.light, look, self._ink(role_of(cell.light), is_selected))
        if not is_joined:
            return
        edge, gap = look.color(Role.EDGE), look.px(3)
        if index.row() > 0:
            painter.fillRect(middle.x(), rect.top(), 1, mark.top() - gap - rect.top(), edge)
        if index.row() < index.model().rowCount() - 1:
            below = mark.bottom() + 1 + gap
            painter.fillRect(middle.x(), below, 1, rect.bottom() + 1 - below, edge)

    def _paint_second(self, painter: QPainter, room: QRect, second: str, used: int, is_selected: bool) -> None:
        rest = room.adjusted(used + self._look.px(_SECOND_GAP), 0, 0, 0)
        painter.setFont(self._font)
        painter.setPen(self._ink(Role.SECONDARY, is_selected))
        draw_line(painter, QStyle.visualRect(painter.layoutDirection(), room, rest), second)

    def _paint_light(self, painter: QPainter, room: QRect, light: Light, is_selected: bool) -> QRect:
        """Paint a light at the leading edge and return the room behind it."""
        look, side = self._look, self._look.px(SIDE)
        mark = QRect(room.left(), room.top() + (room.height() - side) // 2, side, side)
        visual = QStyle.visualRect(painter.layoutDirection(), room, mark)
        paint_light(painter, QRectF(visual), light, look, self._ink(role_of(light), is_selected))
        rest = room.adjusted(side + look.px(_LIGHT_GAP), 0, 0, 0)
        return QStyle.visualRect(painter.layoutDirection(), room, rest)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: _Index, is_selected: bool, is_hovered: bool) -> None:
        if is_selected or is_hovered:
            painter.fillRect(rect, self._look.color(Role.SELECTION if is_selected else Role.HOVER))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color(Role.LINE))
        if is_selected and self._is_first(index):
            paint_marker(painter, rect, self._look, ROW_WIDTH)

    def _paint_focus(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw this cell's part of the ring around the whole row."""
        row = QRect(0, rect.top(), self._view.viewport().width(), rect.height())
        painter.setClipRect(rect)
        paint_focus_inside(painter, row, self._look)

    def _word_role(self, cell: Cell) -> Role:
        if cell.role is not None:
            return cell.role
        if cell.light is not None and role_of(cell.light) in _COLOURED:
            return role_of(cell.light)
        return Role.SECONDARY if cell.is_quiet else Role.TEXT

    def _ink(self, role: Role, is_selected: bool) -> QColor:
        return self._look.theme.on_selection(role) if is_selected else self._look.color(role)

    def _before(self, index: _Index) -> int:
        return self._look.px(INSET * (2 if self._is_first(index) else 1))

    def _is_first(self, index: _Index) -> bool:
        return self._view.horizontalHeader().visualIndex(index.column()) == 0

    def _wanted_width(self, cell: Cell) -> int:
        metrics = self._name_metrics if cell.is_strong else self._metrics
        width = metrics.horizontalAdvance(cell.text) + 1
        if cell.second:
            width += self._look.px(_SECOND_GAP) + self._metrics.horizontalAdvance(cell.second)
        return width + (self._look.px(SIDE + _LIGHT_GAP) if cell.light is not None else 0)

    def _restyle(self) -> None:
        # Held because a painting asks for them two hundred times.
        self._font = self._look.font(Use.TABLE)
        self._name_font = self._look.font(Use.NAME)
        self._metrics = QFontMetrics(self._font)
        self._name_metrics = QFontMetrics(self._name_font)
