# SPDX-License-Identifier: GPL-3.0-or-later
"""The view "Cases": the list on one side, one case or a new one on the other."""

from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...domain.case import Case
from ...store.changes import Changes
from ..desk import Desk
from ..widgets.empty_state import EmptyState
from ..widgets.splitter import Splitter
from .case_view import CaseView
from .list_pane import ListPane
from .new_case import FORM, NewCasePage
from .page import on_f2

_FOLDED_BELOW = 64
"""Width of the window in em below which list and case take turns."""
_LIST, _LEAST_LIST, _LEAST_CASE = 544, 400, 400
"""Widths in design px."""
_SPLITTER = "cases"
_REST_MS = 400


class CasesView(QWidget):
    """The cases of the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_folded = False
        self._shows_list = True
        self._case_id = ""
        self._new: NewCasePage | None = None
        self.list = ListPane(desk)
        self.case = CaseView(desk)
        self.nothing = EmptyState(desk.look)
        self.nothing.setAutoFillBackground(True)
        self.nothing.setBackgroundRole(QPalette.ColorRole.Base)
        self._detail = QStackedWidget()
        self._splitter = Splitter(desk.look)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._place_parts()
        self._connect()
        self._restyle()
        self._say_nothing()
        self.list.show_kept_case(desk.session.file.find_draft(FORM) is not None)

    def _place_parts(self) -> None:
        for page in (self.nothing, self.case):
            self._detail.addWidget(page)
        for pane in (self.list, self._detail):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)

    def _connect(self) -> None:
        self.list.case_chosen.connect(self._on_chosen)
        self.list.case_opened.connect(self._on_opened)
        self.list.new_case_requested.connect(self.new_case)
        self.list.list_changed.connect(self._on_list_changed)
        self.case.back_requested.connect(self.back)
        self.nothing.button_pressed.connect(self.new_case)
        self._splitter.splitterMoved.connect(lambda: self._rest.start())
        self._rest.timeout.connect(self._keep_sizes)
        self._desk.session.changed.connect(self._on_changed)
        self._desk.look.changed.connect(self._restyle)
        on_f2(self.list, self._change)

    # -- what the window asks for

    def open_case(self, case_id: str, tab: str = "") -> None:
        """Show one case, at a tab of it where one is named; a case that is gone is passed over."""
        if not self._is_live(case_id):
            return
        self._case_id = case_id
        self.case.load(case_id, tab)
        self._detail.setCurrentWidget(self.case)
        self.list.choose(case_id)
        self._show_detail()
        self._say_place()

    def new_case(self) -> None:
        """Begin a new case, or go on with the one that was begun."""
        self._desk.session.settle()
        page = self._new_page()
        self._detail.setCurrentWidget(page)
        self._show_detail()
        page.begin()

    def current_case_id(self) -> str | None:
        """The case that is being looked at."""
        return self._case_id if self._detail.currentWidget() is self.case and self._case_id else None

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
        page = self._detail.currentWidget()
        shown = "case" if page is self.case else "new" if page is self._new else ""
        return {
            "case": self._case_id,
            "tab": self.case.tab,
            "page": shown,
            "list": self.list.place(),
            "shows_list": self._shows_list,
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over."""
        self.list.go_to(place.get("list", {}))
        self.open_case(place.get("case", ""), place.get("tab", ""))
        if place.get("page") == "new":
            self.new_case()
        if place.get("shows_list", True):
            self._show_list()

    # -- one pane or two

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fold()

    def _fold(self) -> None:
        is_folded = self.window().width() < _FOLDED_BELOW * self._desk.look.em
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.case.set_folded(is_folded)
            if self._new is not None:
                self._new.set_folded(is_folded)
            self._say_place()
        self.list.setVisible(not is_folded or self._shows_list)
        self._detail.setVisible(not is_folded or not self._shows_list)

    def _show_list(self) -> None:
        self._shows_list = True
        self._fold()

    def _show_detail(self) -> None:
        self._shows_list = False
        self._fold()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self.list.setMinimumWidth(px(_LEAST_LIST))
        self._detail.setMinimumWidth(px(_LEAST_CASE))
        kept = self._desk.session.settings.splitters.get(_SPLITTER, [])
        wanted = px(kept[0] if kept else _LIST)
        self._splitter.setSizes([wanted, max(self.width() - wanted, px(_LEAST_CASE))])
        self._fold()

    def _keep_sizes(self) -> None:
        """Remember the width of the list as it would be at 100 % text."""
        preferences, look = self._desk.session.preferences, self._desk.look
        width = round(self._splitter.sizes()[0] * 16 / look.em)
        preferences.change(splitters=preferences.now.splitters | {_SPLITTER: [width]})

    # -- what happens

    def _on_chosen(self, case_id: str) -> None:
        """The row changed: the case beside it follows, where both can be seen."""
        if not self._is_folded:
            self.open_case(case_id)

    def _on_opened(self, case_id: str) -> None:
        self.open_case(case_id)
        self.case.strip.setFocus()

    def _change(self) -> None:
        if self.current_case_id():
            self._show_detail()
            self.case.change()

    def _on_list_changed(self) -> None:
        self._say_place()
        if self._detail.currentWidget() is self.nothing:
            self._say_nothing()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not self._case_id or not changes.touches("cases"):
            return
        is_shown = self._detail.currentWidget() is self.case
        if is_shown and not self._is_live(self._case_id):
            self._say_nothing()
            self._detail.setCurrentWidget(self.nothing)
            self._show_list()
        elif self._detail.currentWidget() is self.nothing and self._is_live(self._case_id):
            self.open_case(self._case_id)

    def _is_live(self, case_id: str) -> bool:
        return bool(case_id) and self._desk.session.file.count(Case, id=case_id) > 0

    def _new_page(self) -> NewCasePage:
        if self._new is None:
            self._new = NewCasePage(self._desk)
            self._detail.addWidget(self._new)
            self._new.added.connect(self._on_added)
            self._new.open_requested.connect(self.open_case)
            self._new.kept_changed.connect(self._say_kept)
            self._new.back_requested.connect(self.back)
            self._new.set_folded(self._is_folded)
        return self._new

    def _on_added(self, case_id: str) -> None:
        self.open_case(case_id, "case")
        self.case.head.write.setFocus()
        self._desk.wishes.told.emit("The case is added.", True)

    def _say_kept(self) -> None:
        self.list.show_kept_case(self._new is not None and self._new.is_begun)

    def _say_nothing(self) -> None:
        if self.list.model.rowCount():
            self.nothing.say("Choose a case, or begin a new one.", "New case")
        else:
            self.nothing.say("Here a case is read and changed.")

    def _say_place(self) -> None:
        found = self.list.position_of(self._case_id) if self._is_folded and self._case_id else None
        self.case.say_place(f"case {found[0]} of {found[1]}" if found else "")
