# SPDX-License-Identifier: GPL-3.0-or-later
"""The view "Cases": the list on one side, one case or a new one on the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...domain.case import Case
from ...store.cases import CaseFilter
from ...store.changes import Changes
from ..desk import Desk
from ..texts import counted
from ..widgets.empty_state import EmptyState
from .case_view import CaseView
from .list_pane import ListPane
from .new_case import FORM, NewCasePage
from .page import on_f2
from .panes import ListAndDetail

if TYPE_CHECKING:
    from ..duplicates.merge_page import MergePage


class CasesView(QWidget):
    """The cases of the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._new: NewCasePage | None = None
        self._merge: MergePage | None = None
        self.list = ListPane(desk)
        self.case = CaseView(desk)
        self.nothing = EmptyState(desk.look)
        self.nothing.setAutoFillBackground(True)
        self.nothing.setBackgroundRole(QPalette.ColorRole.Base)
        self._detail = QStackedWidget()
        for page in (self.nothing, self.case):
            self._detail.addWidget(page)
        self.panes = ListAndDetail(desk, "cases", self.list, self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._connect()
        self._on_folded(self.panes.is_folded)
        self._say_nothing()
        self.list.show_kept_case(desk.session.file.find_draft(FORM) is not None)

    def _connect(self) -> None:
        self.list.case_chosen.connect(self._on_chosen)
        self.list.case_opened.connect(self._on_opened)
        self.list.new_case_requested.connect(self.new_case)
        self.list.list_changed.connect(self._on_list_changed)
        self.case.back_requested.connect(self.back)
        self.nothing.button_pressed.connect(self.new_case)
        self.panes.folded.connect(self._on_folded)
        self._desk.session.changed.connect(self._on_changed)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.list.table)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self._desk.wishes.sheet_pasted)
        # After a case was added the focus is in its head; the tabs have an F2 of their own.
        for part in (self.list, self.case.head, self.case.strip):
            on_f2(part, self._change)

    # -- what the window asks for

    def open_case(self, case_id: str, tab: str = "") -> None:
        """Show one case, at a tab of it where one is named; a case that is gone is passed over."""
        if not self._is_live(case_id):
            return
        self._case_id = case_id
        self.case.load(case_id, tab)
        self._detail.setCurrentWidget(self.case)
        self.list.choose(case_id)
        self.panes.show_detail()
        self._say_place()

    def new_case(self) -> None:
        """Begin a new case, or go on with the one that was begun."""
        self._desk.session.settle()
        page = self._new_page()
        self._detail.setCurrentWidget(page)
        self.panes.show_detail()
        page.begin()

    def compare(self, noun: str, one_id: str, other_id: str) -> None:
        """Show two cases, or two people of a case, side by side."""
        page = self._merge_page()
        if page.load(noun, one_id, other_id):
            self._detail.setCurrentWidget(page)
            self.panes.show_detail()
            page.begin()

    def current_case_id(self) -> str | None:
        """The case that is being looked at."""
        return self._case_id if self._detail.currentWidget() is self.case and self._case_id else None

    def find_in_list(self) -> None:
        """Go to the search, the list coming back where it was folded away."""
        self.panes.show_list()
        self.list.go_to_search()

    def show_only(self, case_ids: Sequence[str], words: str) -> None:
        """Show exactly these cases in the list; words say what they are."""
        self._desk.session.settle()
        self.panes.show_list()
        said = f"{counted(len(case_ids), 'case', 'cases')} {words}"
        self.list.show_search(CaseFilter(status=None, ids=tuple(case_ids), ids_words=said, column="who"))
        self.list.table.choose(None)
        self.list.table.choose_next()
        self.list.table.setFocus()

    def back(self) -> None:
        """Go back to the list."""
        self._desk.session.settle()
        self.panes.show_list()
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
            "shows_list": self.panes.shows_list,
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over."""
        self.list.go_to(place.get("list", {}))
        self.open_case(place.get("case", ""), place.get("tab", ""))
        if place.get("page") == "new":
            self.new_case()
        if place.get("shows_list", True):
            self.panes.show_list()

    def _on_folded(self, is_folded: bool) -> None:
        self.case.set_folded(is_folded)
        if self._new is not None:
            self._new.set_folded(is_folded)
        self._say_place()

    # -- what happens

    def _on_chosen(self, case_id: str) -> None:
        """The row changed: the case beside it follows, where both can be seen."""
        if not self.panes.is_folded:
            self.open_case(case_id)

    def _on_opened(self, case_id: str) -> None:
        self.open_case(case_id)
        self.case.strip.setFocus()

    def _change(self) -> None:
        if self.current_case_id():
            self.panes.show_detail()
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
            self.panes.show_list()
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
            self._new.set_folded(self.panes.is_folded)
        return self._new

    def _merge_page(self) -> "MergePage":
        if self._merge is None:
            from ..duplicates.merge_page import MergePage

            self._merge = MergePage(self._desk)
            self._detail.addWidget(self._merge)
            self._merge.case_requested.connect(self.open_case)
            self._merge.back_requested.connect(self._leave_comparing)
        return self._merge

    def _leave_comparing(self) -> None:
        self._detail.setCurrentWidget(self.nothing)
        self.open_case(self._case_id)
        self.back()

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
        found = self.list.position_of(self._case_id) if self.panes.is_folded and self._case_id else None
        self.case.say_place(f"case {found[0]} of {found[1]}" if found else "")
