# SPDX-License-Identifier: GPL-3.0-or-later
"""The People view: everybody the group works for on one side, one of them on the other."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...domain.person import Person
from ..desk import Desk
from ..widgets.empty_state import EmptyState
from ..widgets.splitter import Splitter
from .list_pane import PeopleList
from .person_page import PersonPage

_FOLDED_BELOW = 64
"""Width of the window in em below which list and person take turns."""
_LIST, _WIDE_LIST, _LEAST_LIST, _LEAST_PERSON = 600, 800, 400, 400
"""Widths in design px; the wide list has room for what people do."""
_WIDE_FROM = 1_400
_SPLITTER = "people"
_REST_MS = 400


class PeopleView(QWidget):
    """The people at risk of all cases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("people")
        self._desk = desk
        self._is_folded = False
        self._shows_list = True
        self.list = PeopleList(desk)
        self.page = PersonPage(desk)
        self.nothing = EmptyState(desk.look, "Choose somebody in the list.")
        self.nothing.setAutoFillBackground(True)
        self.nothing.setBackgroundRole(QPalette.ColorRole.Base)
        self._detail = QStackedWidget()
        self._splitter = Splitter(desk.look)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._place_parts()
        self._connect()
        self._restyle()

    def _place_parts(self) -> None:
        for page in (self.nothing, self.page):
            self._detail.addWidget(page)
        for pane in (self.list, self._detail):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)

    def _connect(self) -> None:
        self.list.person_chosen.connect(self._on_chosen)
        self.list.person_opened.connect(self._on_opened)
        self.page.back_requested.connect(self.back)
        self.page.person_gone.connect(self._on_gone)
        self._splitter.splitterMoved.connect(lambda: self._rest.start())
        self._rest.timeout.connect(self._keep_sizes)
        self._desk.look.changed.connect(self._restyle)

    # -- what the window asks for

    def open_person(self, person_id: str) -> None:
        """Show one person; one who is gone is passed over."""
        if not self._desk.session.file.all(Person, id=person_id):
            return
        self.page.load(person_id)
        self._detail.setCurrentWidget(self.page)
        self.list.choose(person_id)
        self._shows_list = False
        self._fold()

    def current_case_id(self) -> str | None:
        """The case of the person that is shown."""
        return self.page.case_id or None

    def find_in_list(self) -> None:
        """Go to the search, the list coming back where it was folded away."""
        self._show_list()
        self.list.go_to_search()

    def back(self) -> None:
        """Go back to the list."""
        self._desk.session.settle()
        self._show_list()
        self.list.table.setFocus()

    def place(self) -> dict[str, Any]:
        """Where one is, as JSON."""
        return {"person": self.page.person_id, "list": self.list.place(), "shows_list": self._shows_list}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over."""
        self.list.go_to(place.get("list", {}))
        self.open_person(str(place.get("person", "")))
        if place.get("shows_list", True):
            self._show_list()

    # -- one pane or two

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        if not self._desk.session.settings.splitters.get(_SPLITTER):
            self._share()
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        # Beside the list there is room for somebody; the first will do until one is chosen.
        if self.isVisible() and not self._is_folded and not self.page.person_id:
            self.list.choose_first()

    def _fold(self) -> None:
        self._is_folded = self.window().width() < _FOLDED_BELOW * self._desk.look.em
        self.page.set_folded(self._is_folded)
        self.list.setVisible(not self._is_folded or self._shows_list)
        self._detail.setVisible(not self._is_folded or not self._shows_list)

    def _show_list(self) -> None:
        self._shows_list = True
        self._fold()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self.list.setMinimumWidth(px(_LEAST_LIST))
        self._detail.setMinimumWidth(px(_LEAST_PERSON))
        self._share()
        self._fold()

    def _share(self) -> None:
        """Give the list its width, as it was left or as suits the window."""
        px = self._desk.look.px
        kept = self._desk.session.settings.splitters.get(_SPLITTER, [])
        usual = _WIDE_LIST if self.width() >= px(_WIDE_FROM) else _LIST
        wanted = px(kept[0] if kept else usual)
        self._splitter.setSizes([wanted, max(self.width() - wanted, px(_LEAST_PERSON))])

    def _keep_sizes(self) -> None:
        """Remember the width of the list as it would be at 100 % text."""
        preferences, look = self._desk.session.preferences, self._desk.look
        width = round(self._splitter.sizes()[0] * 16 / look.em)
        preferences.change(splitters=preferences.now.splitters | {_SPLITTER: [width]})

    # -- what happens

    def _on_chosen(self, person_id: str) -> None:
        """The row changed: the person beside it follows, where both can be seen."""
        if not self._is_folded and person_id != self.page.person_id:
            self._desk.session.settle()
            self.open_person(person_id)

    def _on_opened(self, person_id: str) -> None:
        self.open_person(person_id)
        self.page.open_button.setFocus()

    def _on_gone(self) -> None:
        self._detail.setCurrentWidget(self.nothing)
        self._show_list()
