# SPDX-License-Identifier: GPL-3.0-or-later
"""The People view: everybody the group works for on one side, one of them on the other."""

from typing import Any

from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...domain.person import Person
from ..cases.panes import ListAndDetail
from ..desk import Desk
from ..widgets.empty_state import EmptyState
from .list_pane import PeopleList
from .person_page import PersonPage

_PANES = "people"
_LIST, _WIDE_LIST, _WIDE_FROM = 600, 800, 1_400
"""Widths in design px: of the list, of the list with room for what people do, and of the view that has it."""


class PeopleView(QWidget):
    """The people at risk of all cases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("people")
        self._desk = desk
        self.list = PeopleList(desk)
        self.page = PersonPage(desk)
        self.nothing = EmptyState(desk.look, "Choose somebody in the list.")
        self.nothing.setAutoFillBackground(True)
        self.nothing.setBackgroundRole(QPalette.ColorRole.Base)
        self._detail = QStackedWidget()
        for page in (self.nothing, self.page):
            self._detail.addWidget(page)
        self._panes = ListAndDetail(desk, _PANES, self.list, self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)
        self._panes.folded.connect(self.page.set_folded)
        self.page.set_folded(self._panes.is_folded)
        self.list.person_chosen.connect(self._on_chosen)
        self.list.person_opened.connect(self._on_opened)
        self.page.back_requested.connect(self.back)
        self.page.person_gone.connect(self._on_gone)

    # -- what the window asks for

    def open_person(self, person_id: str) -> None:
        """Show one person; one who is gone is passed over."""
        if not self._desk.session.file.all(Person, id=person_id):
            return
        self.page.load(person_id)
        self._detail.setCurrentWidget(self.page)
        self.list.choose(person_id)
        self._panes.show_detail()

    def current_case_id(self) -> str | None:
        """The case of the person that is shown."""
        return self.page.case_id or None

    def find_in_list(self) -> None:
        """Go to the search, the list coming back where it was folded away."""
        self._panes.show_list()
        self.list.go_to_search()

    def back(self) -> None:
        """Go back to the list."""
        self._desk.session.settle()
        self._panes.show_list()
        self.list.table.setFocus()

    def place(self) -> dict[str, Any]:
        """Where one is, as JSON."""
        return {"person": self.page.person_id, "list": self.list.place(), "shows_list": self._panes.shows_list}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over."""
        self.list.go_to(place.get("list", {}))
        self.open_person(str(place.get("person", "")))
        if place.get("shows_list", True):
            self._panes.show_list()

    # -- what happens

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._desk.session.settings.splitters.get(_PANES):
            px = self._desk.look.px
            wanted = px(_WIDE_LIST if self.width() >= px(_WIDE_FROM) else _LIST)
            self._panes.splitter.setSizes([wanted, max(self.width() - wanted, 1)])
        self._fill()

    def _fill(self) -> None:
        # Beside the list there is room for somebody; the first will do until one is chosen.
        if self.isVisible() and not self._panes.is_folded and not self.page.person_id:
            self.list.choose_first()

    def _on_chosen(self, person_id: str) -> None:
        """The row changed: the person beside it follows, where both can be seen."""
        if not self._panes.is_folded and person_id != self.page.person_id:
            self._desk.session.settle()
            self.open_person(person_id)

    def _on_opened(self, person_id: str) -> None:
        self.open_person(person_id)
        self.page.open_button.setFocus()

    def _on_gone(self) -> None:
        self._detail.setCurrentWidget(self.nothing)
        self._panes.show_list()
