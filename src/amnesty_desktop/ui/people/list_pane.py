# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of people: search, the table, and how many there are."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from ...domain.person import Person
from ...store.case_file import CaseFile
from ...store.changes import Changes
from ...store.people import PersonFilter, person_keys
from ..desk import Desk
from ..models.people import people_model
from ..searched_list import SearchedList
from ..texts import counted
from ..widgets.key_table import KeyTableView
from ..widgets.search_box import SearchBox


class PeopleList(SearchedList):
    """Which people there are. Signals: person_chosen(id) as the row changes, person_opened(id) on Enter."""

    person_chosen = Signal(str)
    person_opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        look = desk.look
        self._wanted = PersonFilter()
        self._total = 0
        self._is_stale = False
        self.model = people_model(desk.session)
        search = SearchBox(look, "Search people …")
        search.setObjectName("people_search")
        table = KeyTableView(look, self.model, "People")
        table.setObjectName("people_table")
        super().__init__(desk, search, table)
        self.model.setParent(self)
        self._connect()
        self._show_keys()

    def _connect(self) -> None:
        self.table.sort_requested.connect(self._sort)
        self.table.current_changed.connect(lambda key: self._tell(self.person_chosen, key))
        self.table.opened.connect(lambda key: self._tell(self.person_opened, key))
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
        self._show_keys()

    def _list(self, file: CaseFile) -> None:
        self._wanted = replace(self._wanted, query=self.search.text().strip())
        keys = person_keys(file.engine, self._wanted)
        self._total = file.count(Person) if self._wanted.query else len(keys)
        self.model.show(keys)
        self.table.show_sorted(self._wanted.column, self._wanted.descending)

    def _say(self, shown: int) -> None:
        self._pause_for(self._total)
        people = counted(self._total, "person", "people")
        self.foot.set_leading(people if not self._wanted.query else f"{shown} of {people}")
        if not self._total:
            self.empty.say("Nobody is in the file yet. People are added with their case.", "New case")
        elif not shown:
            self.empty.say("Nobody matches.", f"Show all {self._total}")

    # -- what happens

    def _sort(self, column: str, descending: bool) -> None:
        self._wanted = replace(self._wanted, column=column, descending=descending)
        self._show_keys()

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
        self._show_keys()
        self.model.refresh_all()

    def _on_empty_pressed(self) -> None:
        if self._wanted.query:
            self.search.clear()
        else:
            self._desk.wishes.new_case_requested.emit()
