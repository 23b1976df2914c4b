# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of records: a table without grid that keeps its row and its place by key, whatever is reset under it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..look import Look
from ..models.paged_table import PagedTableModel, RowT
from ..models.row_delegate import ROW, RowDelegate
from .table_head import HeadCorner, TableHead

_LEAST_ROOM = 184
"""The room in design px that the column without a sample keeps while others can be hidden, unless said otherwise."""

_Index = QModelIndex | QPersistentModelIndex


class KeyTableView(QTableView):
    """Shows a PagedTableModel. Sorting is asked for, since it happens where the rows come from.

    current_changed carries the key, or None; it is silent when a reset leaves the same row current.
    sort_requested carries a column's `sort` and whether it is to run downwards.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    sort_requested = Signal(str, bool)

    def __init__(
        self,
        look: Look,
        model: PagedTableModel[RowT],
        name: str,
        *,
        row_height: int = ROW,
        least_room: int = _LEAST_ROOM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._paged = model
        self._current: int | None = None
        self._top: int | None = None
        self._sort = ""
        self._is_descending = False
        self._is_resetting = False
        self._least_room = least_room
        self._narrowed: dict[int, int] = {}
        self.setAccessibleName(name)
        self._set_manners()
        self._head = TableHead(look, self)
        self._head.sort_pressed.connect(self._on_sort_pressed)
        self.setHorizontalHeader(self._head)
        self.addScrollBarWidget(HeadCorner(look, self), Qt.AlignmentFlag.AlignTop)
        self._delegate = RowDelegate(look, self, height=row_height)
        self.setItemDelegate(self._delegate)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._paged.key_at(index.row())))
        self._arrange_columns()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def current_key(self) -> int | None:
        """The key of the current row, or None."""
        return self._current

    def choose(self, key: int | None) -> bool:
        """Make a row current and bring it into sight; False where the table does not hold it."""
        position = None if key is None else self._paged.position_of(key)
        if position is None:
            self.setCurrentIndex(QModelIndex())
            return key is None
        self._go_to(position)
        return True

    def choose_next(self, by: int = 1) -> None:
        """Go down by so many rows, or up; stops at the ends."""
        if rows := self._paged.rowCount():
            here = self.currentIndex().row() if self.currentIndex().isValid() else -1
            self._go_to(max(0, min(rows - 1, here + by)))

    def show_sorted(self, sort: str, descending: bool) -> None:
        """Show in the head what the rows are sorted by, as the view knows it."""
        self._sort, self._is_descending = sort, descending
        self._delegate.sorted_by = sort
        self.viewport().update()
        columns = [column.sort for column in self._paged.columns]
        self._head.show_sorted(columns.index(sort) if sort in columns else -1, descending)

    def widths(self) -> list[int]:
        """Return the widths of the columns at 100 % text, to be kept with the view."""
        return [round(self.columnWidth(c) * 100 / self._look.text_size) for c in range(self._paged.columnCount())]

    def set_widths(self, widths: list[int]) -> None:
        """Set the widths of the columns as widths() returned them; another number of columns is left alone."""
        if len(widths) == self._paged.columnCount():
            for column, width in enumerate(widths):
                self.setColumnWidth(column, round(width * self._look.text_size / 100))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            if self._current is not None:
                self.opened.emit(self._current)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._paged.rowCount():
            self._go_to(0 if event.key() == Qt.Key.Key_Home else self._paged.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if not self._is_resetting:
            self._tell(self._paged.key_at(current.row()) if current.isValid() else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_columns()
        self.viewport().update()

    def _tell(self, key: int | None) -> None:
        if key != self._current:
            self._current = key
            self.current_changed.emit(key)

    def _go_to(self, position: int) -> None:
        index = self._paged.index(position, max(self.currentIndex().column(), 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _on_about_to_reset(self) -> None:
        self._is_resetting = True
        top = self.rowAt(0)
        self._top = self._paged.key_at(top) if top >= 0 else None

    def _on_reset(self) -> None:
        """Find the current row and the one on top again by their keys."""
        top = None if self._top is None else self._paged.position_of(self._top)
        here = None if self._current is None else self._paged.position_of(self._current)
        if here is not None:
            self.setCurrentIndex(self._paged.index(here, 0))
        if top is not None:
            self.scrollTo(self._paged.index(top, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        elif here is not None:
            self.scrollTo(self._paged.index(here, 0))
        self._is_resetting = False
        if here is None:
            self._tell(None)

    def _on_sort_pressed(self, column: int) -> None:
        sort = self._paged.columns[column].sort
        self.sort_requested.emit(sort, sort == self._sort and not self._is_descending)

    def _set_manners(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)

    def _arrange_columns(self) -> None:
        columns = list(enumerate(self._paged.columns))
        self._head.set_columns(
            frozenset(number for number, column in columns if column.sort),
            frozenset(number for number, column in columns if column.is_trailing),
        )
        for number, column in columns:
            if column.is_stretched:
                self._head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _fold_columns(self) -> None:
        """Hide as many columns as the widest one needs room, those that matter least first; then some give."""
        columns = self._paged.columns
        left = self.viewport().width() - self._look.px(self._least_room)
        left -= sum(self._delegate.width_of(column) for column in columns if not column.is_stretched)
        for number, column in sorted(enumerate(columns), key=lambda pair: -pair[1].folds):
            if column.folds:
                self.setColumnHidden(number, left < 0)
                left += self._delegate.width_of(column) if left < 0 else 0
        for number, column in enumerate(columns):
            if column.gives:
                self._give(number, self._delegate.width_of(column), left)

    def _give(self, number: int, wanted: int, left: int) -> None:
        """Narrow a column by what is missing, down to half; give it back what it had when there is room again."""
        if left < 0:
            self._narrowed.setdefault(number, self.columnWidth(number))
            self.setColumnWidth(number, max(wanted + left, wanted // 2))
        elif number in self._narrowed:
            self.setColumnWidth(number, self._narrowed.pop(number))

    def _restyle(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._narrowed.clear()
        # The head's own least is more than a mark needs.
        self._head.setMinimumSectionSize(self._look.px(24))
        for number, column in enumerate(self._paged.columns):
            if not column.is_stretched:
                self.setColumnWidth(number, self._delegate.width_of(column))
        self._fold_columns()
        self.viewport().update()
