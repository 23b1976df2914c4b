# SPDX-License-Identifier: GPL-3.0-or-later
"""A long list with its search: what the lists of cases, letters and people have in common."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ..store.case_file import CaseFile
from .desk import Desk
from .free_file import free_file
from .widgets.empty_state import EmptyState
from .widgets.foot import Foot
from .widgets.key_table import KeyTableView
from .widgets.search_box import SearchBox

_MANY = 5_000
"""Rows from which on the search waits for a pause in the typing."""
_PAUSE_MS = 80


class SearchedList(QWidget):
    """Search, chips where there are any, the table or the words for an empty one, and a foot that counts.

    Whoever derives from it says in _list() what is listed, in _say() how many there are and why nothing is, and in
    _on_empty_pressed() what the button under those words does. While the file is lent to long work the list waits.
    """

    def __init__(self, desk: Desk, search: SearchBox, table: KeyTableView, chips: QWidget | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.search = search
        self.table = table
        self.empty = EmptyState(desk.look)
        self.foot = Foot(desk.look, inset=16)
        self.foot.says_saved = False
        self._stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self._place_parts(chips)
        self._pause.timeout.connect(self._show_keys)
        search.textChanged.connect(lambda: self._pause.start())
        search.list_requested.connect(self.go_to_list)
        search.left.connect(self.go_to_list)
        self.empty.button_pressed.connect(self._on_empty_pressed)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self, chips: QWidget | None) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._top.addWidget(self.search)
        if chips is not None:
            self._top.addWidget(chips)
        for page in (self.table, self.empty):
            self._stack.addWidget(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.foot)

    # -- what each list says for itself

    def _list(self, file: CaseFile) -> None:
        """Let the model show what is wanted now, and the table how it is sorted."""
        raise NotImplementedError

    def _say(self, shown: int) -> None:
        """Say how many of how many rows are shown, and why there are none."""
        raise NotImplementedError

    def _on_empty_pressed(self) -> None:
        raise NotImplementedError

    # -- what all do

    def choose_first(self) -> None:
        """Be on a row, if there is any."""
        if self.table.current_key is None or not self.table.currentIndex().isValid():
            self.table.choose_next()

    def go_to_search(self) -> None:
        """Go to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def go_to_list(self) -> None:
        """Go on from the search to the table, where it holds anything."""
        if self._pause.isActive():
            self._show_keys()
        if self.table.model().rowCount():
            self.choose_first()
            self.table.setFocus()

    def _show_keys(self) -> None:
        self._pause.stop()
        with free_file(self._desk.session) as file:
            if file is None:
                self._wait()
                return
            self._list(file)
        shown = self.table.model().rowCount()
        self._stack.setCurrentWidget(self.table if shown else self.empty)
        self._say(shown)

    def _wait(self) -> None:
        """Ask again when the file may be free."""
        if not self._desk.session.is_locked:
            self._pause.setInterval(_PAUSE_MS)
            self._pause.start()

    def _pause_for(self, rows: int) -> None:
        """Let typing in the search settle first where there are many rows in all."""
        self._pause.setInterval(_PAUSE_MS if rows > _MANY else 0)

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._top.setContentsMargins(px(16), px(12), px(16), px(14))
        self._top.setSpacing(px(12))
