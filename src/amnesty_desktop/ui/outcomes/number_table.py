# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of numbers, of which those that count cases can be opened with a click or with Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QStyle

from ...domain.figures import Counted
from ..look import Look
from ..models.paged_table import Cell, Column, PagedTableModel
from ..models.row_delegate import RowDelegate
from ..theme import Role, Use
from ..widgets.key_table import KeyTableView
from ..widgets.table_head import HEIGHT

_NAME = 96
_MOST, _SHARE = "1000", "100 %"
"""The longest numbers there are to be room for."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number: its text, what is read aloud, and which cases it counts, where it counts cases."""

    text: str
    said: str
    counted: Counted | None = None


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One row: what it is about, and a number for each column after the first."""

    key: int
    name: str
    numbers: tuple[Number, ...]


class NumberTable(KeyTableView):
    """As tall as its rows, so that the pane around it scrolls. Signal: asked(Counted, what is read aloud)."""

    asked = Signal(object, str)

    def __init__(self, look: Look, name: str, titles: Sequence[str]) -> None:
        self._rows: dict[int, NumberRow] = {}
        first, *rest = titles
        columns: list[Column[NumberRow]] = [Column(first, lambda row: row.name)]
        for place, title in enumerate(rest):
            columns.append(
                Column(
                    title,
                    partial(_text, place),
                    spoken=partial(_said, place),
                    sample=_SHARE if title == "Share" else _MOST,
                    is_trailing=True,
                    role=partial(_role, place),
                )
            )
        model = PagedTableModel(columns, self._fetch, lambda row: row.key)
        super().__init__(look, model, name, least_room=_NAME)
        self._model = model
        self._delegate = _Underlined(look, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def rows(self) -> Sequence[NumberRow]:
        """The rows shown, in order."""
        return tuple(self._rows.values())

    def show_rows(self, rows: Sequence[NumberRow]) -> None:
        """Show these rows, whose keys must differ."""
        self._rows = {row.key: row for row in rows}
        self._model.show(list(self._rows))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = len(self._rows) * self.verticalHeader().defaultSectionSize()
        return QSize(self._look.px(320), self._look.px(HEIGHT) + rows + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        number = self._number(self.indexAt(event.position().toPoint()))
        opens = number is not None and number.counted is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows:
            self.setCurrentIndex(self.model().index(0, 1))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def _fetch(self, keys: Sequence[int]) -> list[NumberRow]:
        return [self._rows[key] for key in keys if key in self._rows]

    def _number(self, index: QModelIndex) -> Number | None:
        if not index.isValid() or index.column() == 0:
            return None
        return self.rows[index.row()].numbers[index.column() - 1]

    def _ask(self, index: QModelIndex) -> None:
        number = self._number(index)
        if number is not None and number.counted is not None:
            self.asked.emit(number.counted, number.said)


class _Underlined(RowDelegate):
    """Underlines what can be opened."""

    def paint_cell(self, painter: QPainter, room: QRect, cell: Cell, is_selected: bool) -> None:
        super().paint_cell(painter, room, cell, is_selected)
        if cell.role is Role.PRIMARY:
            metrics = QFontMetrics(self._look.font(Use.TABLE))
            width = min(metrics.horizontalAdvance(cell.text), room.width())
            line = QRect(room.right() + 1 - width, room.center().y() + metrics.ascent() // 2 + 1, width, 1)
            line = QStyle.visualRect(painter.layoutDirection(), room, line)
            painter.fillRect(line, self._ink(Role.TEXT, is_selected))

    def _word_role(self, cell: Cell) -> Role:
        return Role.TEXT if cell.role is Role.PRIMARY else super()._word_role(cell)


def _text(place: int, row: NumberRow) -> str:
    return row.numbers[place].text


def _said(place: int, row: NumberRow) -> str:
    return row.numbers[place].said


def _role(place: int, row: NumberRow) -> Role:
    return Role.PRIMARY if row.numbers[place].counted is not None else Role.TEXT
