# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of people: search, the table, and how many there are."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...domain.person import Person
from ...store.changes import Changes
from ...store.people import PersonFilter, person_keys
from ..desk import Desk
from ..models.people import people_model
from ..texts import counted
from ..widgets.empty_state import EmptyState
from ..widgets.foot import Foot
from ..widgets.key_table import KeyTableView
from ..widgets.search_box import SearchBox

_MANY = 5_000
"""People from which on the search waits for a pause in the typing."""
_PAUSE_MS = 80


class PeopleList(QWidget):
    """Which people there are. Signals: person_chosen(id) as the row changes, person_opened(id) on Enter."""

    person_chosen = Signal(str)
    person_opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = PersonFilter()
        self._is_stale = False
        look = desk.look
        self.search = SearchBox(look, "Search people …")
        self.search.setObjectName("people_search")
        self.model = people_model(desk.session)
        self.model.setParent(self)
        self.table = KeyTableView(look, self.model, "People")
        self.table.setObjectName("people_table")
        self.empty = EmptyState(look)
        self.foot = Foot(look, inset=16)
        self.foot.says_saved = False
        self._stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._place_parts()
        self._connect()
        look.changed.connect(self._restyle)
        self._restyle()
        self._show()

    def _place_parts(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._top = QVBoxLayout()
        self._top.addWidget(self.search)
        for page in (self.table, self.empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._show)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.search.list_requested.connect(self.go_to_list)
        self.search.left.connect(self.go_to_list)
        self.table.sort_requested.connect(self._sort)
        self.table.current_changed.connect(lambda key: self._tell(self.person_chosen, key))
        self.table.opened.connect(lambda key: self._tell(self.person_opened, key))
        self.empty.button_pressed.connect(self._on_empty_pressed)
        self._desk.session.changed.connect(self._on_changed)

    # -- what is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._catch_up()

    def choose(self, person_id: str) -> None:
        """Let the row of a person be the current one, where the list holds it."""
        self.table.choose(self._desk.session.file.key_of(Person, person_id))

    def choose_first(self) -> None:
        """Let the first row be the current one, where there is any."""
        if self.model.rowCount():
            self.table.choose(self.model.key_at(0))

    def go_to_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus()
        self.search.selectAll()

    def go_to_list(self) -> None:
        """Go on from the search to the table."""
        if self._pause.isActive():
            self._show()
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.choose_next()
            self.table.setFocus()

    def place(self) -> dict[str, Any]:
        """What is searched and how it is sorted, as JSON."""
        return {"query": self.search.text(), "column": self._wanted.column, "descending": self._wanted.descending}

    def go_to(self, place: dict[str, Any]) -> None:
        """Search and sort as place() told."""
        sortable = {column.sort for column in self.model.columns if column.sort}
        column = place.get("column")
        self._wanted = PersonFilter(
            column=column if column in sortable else "who", descending=place.get("descending") is True
        )
        self.search.setText(str(place.get("query", "")))
        self._show()

    def _show(self) -> None:
        self._pause.stop()
        file = self._desk.session.file
        self._wanted = replace(self._wanted, query=self.search.text().strip())
        self.model.show(person_keys(file.engine, self._wanted))
        self.table.show_sorted(self._wanted.column, self._wanted.descending)
        shown = self.model.rowCount()
        total = shown if not self._wanted.query else file.count(Person)
        self._pause.setInterval(_PAUSE_MS if total > _MANY else 0)
        people = counted(total, "person", "people")
        self.foot.set_leading(people if not self._wanted.query else f"{shown} of {people}")
        if not total:
            self.empty.say("Nobody is in the file yet. People are added with their case.", "New case")
        elif not shown:
            self.empty.say("Nobody matches.", f"Show all {total}")
        self._stack.setCurrentWidget(self.table if shown else self.empty)

    # -- what happens

    def _sort(self, column: str, descending: bool) -> None:
        self._wanted = replace(self._wanted, column=column, descending=descending)
        self._show()

    def _tell(self, signal: Any, key: int | None) -> None:
        person = None if key is None else self._desk.session.file.at_key(Person, key)
        if person is not None:
            signal.emit(person.id)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("people", "cases", "situations"):
            self._is_stale = True
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        """Read the list anew; while nobody sees it, what changes only makes it stale."""
        self._is_stale = False
        self._show()
        self.model.refresh_all()

    def _on_empty_pressed(self) -> None:
        if self._wanted.query:
            self.search.clear()
        else:
            self._desk.wishes.new_case_requested.emit()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._top.setContentsMargins(px(16), px(12), px(16), px(14))
