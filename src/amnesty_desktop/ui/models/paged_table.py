# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of any length: it holds keys in order and fetches pages of rows only for what is painted."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ..lights import Light
from ..theme import Role

RowT = TypeVar("RowT")
_Index = QModelIndex | QPersistentModelIndex

PAGE = 128
"""Rows fetched at once."""

PAGES_KEPT = 64
"""Pages kept; the one looked at longest ago goes first."""

CELL = Qt.ItemDataRole.UserRole
"""The role under which a whole Cell is handed to the delegate, in one call."""

KEY = Qt.ItemDataRole.UserRole + 1
"""The role under which a row's key is found."""


@dataclass(frozen=True, slots=True)
class Cell:
    """All a delegate needs to paint one cell."""

    text: str
    second: str = ""
    light: Light | None = None
    is_strong: bool = False
    is_quiet: bool = False
    is_trailing: bool = False
    role: Role | None = None


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column: what it says of a row.

    second follows the text in secondary colour and is cut first. spoken replaces the text for screen readers.
    sort is what sort_requested hands on; a column without it cannot be sorted by. sample is the longest text the
    column has to have room for; the column without one takes the room that is left. Where that gets too little,
    columns with folds above 0 are hidden, the highest first, and one that gives then narrows down to half.
    role colours the text. A column with on_line holds lights alone, strung on an upright line as long as the rows
    are sorted by on_line.
    """

    title: str
    text: Callable[[RowT], str]
    light: Callable[[RowT], Light | None] | None = None
    second: Callable[[RowT], str] | None = None
    spoken: Callable[[RowT], str] | None = None
    is_strong: bool = False
    is_quiet: bool = False
    is_trailing: bool = False
    sample: str = ""
    folds: int = 0
    sort: str = ""
    gives: bool = False
    role: Callable[[RowT], Role] | None = None
    on_line: str = ""

    @property
    def is_stretched(self) -> bool:
        """Whether the column takes the room that is left."""
        return not self.sample and not self.on_line

    def cell(self, row: RowT) -> Cell:
        """Return what is painted for a row."""
        return Cell(
            self.text(row),
            self.second(row) if self.second else "",
            self.light(row) if self.light else None,
            self.is_strong,
            self.is_quiet,
            self.is_trailing,
            self.role(row) if self.role else None,
        )

    def said(self, row: RowT) -> str:
        """Return what is read aloud for a row."""
        if self.spoken:
            return self.spoken(row)
        second = self.second(row) if self.second else ""
        return f"{self.text(row)}, {second}" if second else self.text(row)


_BLANK = Cell("")


class PagedTableModel(QAbstractTableModel, Generic[RowT]):
    """Keys in the order shown, and rows by page.

    fetch(keys) returns the rows of these keys in any order, leaving out those that are gone, or None when the
    file is lent to somebody else: then the rows stay blank and are asked for again at the next painting.
    key_of(row) returns the key of a row.
    """

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        fetch: Callable[[Sequence[int]], Sequence[RowT] | None],
        key_of: Callable[[RowT], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._key_of = key_of
        self._keys = array("q")
        self._pages: OrderedDict[int, list[RowT | None]] = OrderedDict()

    @property
    def columns(self) -> tuple[Column[RowT], ...]:
        """The columns in order."""
        return self._columns

    @property
    def keys(self) -> Sequence[int]:
        """The keys in the order shown."""
        return self._keys

    def show(self, keys: Iterable[int]) -> None:
        """Show these rows in this order. The same keys again only fetch their rows anew."""
        wanted = keys if isinstance(keys, array) and keys.typecode == "q" else array("q", keys)
        if wanted == self._keys:
            self.refresh_all()
            return
        self.beginResetModel()
        self._keys = wanted
        self._pages.clear()
        self.endResetModel()

    def refresh(self, changed: Collection[int]) -> None:
        """Fetch the rows of changed keys anew, where they are held at all."""
        for number in [number for number in self._pages if self._holds(number, changed)]:
            del self._pages[number]
            self._say_changed(number * PAGE, min((number + 1) * PAGE, len(self._keys)) - 1)

    def refresh_all(self) -> None:
        """Fetch every row anew when it is next painted."""
        self._pages.clear()
        if self._keys:
            self._say_changed(0, len(self._keys) - 1)

    def row(self, position: int) -> RowT | None:
        """Return the row at a position; None where it is gone or cannot be had now."""
        number, inside = divmod(position, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetched(number)
            if page is None:
                return None
        else:
            self._pages.move_to_end(number)
        return page[inside]

    def key_at(self, position: int) -> int:
        """Return the key at a position; raises IndexError outside the table."""
        return self._keys[position]

    def position_of(self, key: int) -> int | None:
        """Return where a key stands, or None."""
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - the default Qt documents
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - the default Qt documents
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        if role == KEY:
            return self._keys[index.row()]
        column, row = self._columns[index.column()], self.row(index.row())
        if row is None:
            return _BLANK if role == CELL else ""
        if role == CELL:
            return column.cell(row)
        return column.said(row) if role == Qt.ItemDataRole.AccessibleTextRole else column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def _fetched(self, number: int) -> list[RowT | None] | None:
        keys = self._keys[number * PAGE : (number + 1) * PAGE]
        rows = self._fetch(keys)
        if rows is None:
            return None
        found = {self._key_of(row): row for row in rows}
        page = [found.get(key) for key in keys]
        self._pages[number] = page
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page

    def _holds(self, number: int, changed: Collection[int]) -> bool:
        return any(key in changed for key in self._keys[number * PAGE : (number + 1) * PAGE])

    def _say_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, CELL, KEY})
