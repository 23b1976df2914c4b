# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of cases: search, chips, the table, and how many there are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from ...domain.case import Case
from ...store.case_file import CaseFile
from ...store.cases import CaseCounts, CaseFilter, CaseLine, case_counts, case_keys, case_lines
from ...store.changes import Changes
from ..desk import Desk
from ..free_file import free_file
from ..models.cases import case_columns
from ..models.paged_table import PagedTableModel
from ..searched_list import SearchedList
from ..texts import counted
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.key_table import KeyTableView
from ..widgets.paragraph import OneLine
from ..widgets.search_box import SearchBox
from .filter_chips import FilterChips
from .filter_words import filter_words, from_place, to_place
from .found_strip import FoundStrip


class _FootLink(LinkButton):
    """A link no larger than the words of the foot it stands in."""

    def __init__(self, desk: Desk, text: str) -> None:
        super().__init__(desk.look, text)
        self._use = Use.CAPTION
        self._restyle()


class ListPane(SearchedList):
    """Which cases there are. Signals: case_chosen(id) as the row changes, case_opened(id) on Enter or a double click,
    new_case_requested(), list_changed() when other rows are shown."""

    case_chosen = Signal(str)
    case_opened = Signal(str)
    new_case_requested = Signal()
    list_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        look = desk.look
        self._counts = CaseCounts(0, 0, 0)
        self.chips = FilterChips(desk)
        self.model = PagedTableModel(case_columns(desk.session.today), self._lines, lambda line: line.key)
        search = SearchBox(look, "Search people, cases, letters …")
        search.setObjectName("search")
        table = KeyTableView(look, self.model, "Cases")
        table.setObjectName("cases_table")
        super().__init__(desk, search, table, self.chips)
        self.model.setParent(self)
        self.found = FoundStrip(desk)
        self._column.insertWidget(self._column.indexOf(self.foot), self.found)
        self.new_case = _FootLink(desk, "New case")
        self.new_case.setObjectName("new_case")
        self.foot.add_trailing(self.new_case)
        self.foot.add_trailing(OneLine(look, "Ctrl+N", Use.CAPTION, Role.SECONDARY))
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.chips.filter_changed.connect(self._show_keys)
        self.chips.search_chosen.connect(self.show_search)
        self.table.sort_requested.connect(self.chips.sort)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(lambda key: self._tell(self.case_opened, key))
        self.new_case.clicked.connect(self.new_case_requested)
        self._desk.session.changed.connect(self._on_changed)

    # -- what is shown

    @property
    def wanted(self) -> CaseFilter:
        """Which cases are shown, in which order."""
        return replace(self.chips.filter, query=self.search.text().strip())

    def refresh(self) -> None:
        """Count and list anew."""
        with free_file(self._desk.session) as file:
            if file is not None:
                self._counts = case_counts(file.engine, self._desk.session.today())
        self._pause_for(self._counts.all)
        self.chips.show_counts(self._counts)
        self._show_keys()

    def choose(self, case_id: str) -> None:
        """Let the row of a case be the current one, where the list holds it."""
        self.table.choose(self._desk.session.file.key_of(Case, case_id))

    def position_of(self, case_id: str) -> tuple[int, int] | None:
        """Which of how many the case is in the list as it is now."""
        key = self._desk.session.file.key_of(Case, case_id)
        position = None if key is None else self.model.position_of(key)
        return None if position is None else (position + 1, self.model.rowCount())

    def show_kept_case(self, is_kept: bool) -> None:
        """Say whether a new case was begun and not added yet."""
        self.new_case.setText("Go on with the new case" if is_kept else "New case")

    def place(self) -> dict[str, Any]:
        """What is searched and filtered, as JSON."""
        return to_place(self.wanted, self._desk.session.today())

    def go_to(self, place: dict[str, Any]) -> None:
        """Search and filter as place() told."""
        self.show_search(from_place(place, self._desk.session.today()))

    def show_search(self, wanted: CaseFilter) -> None:
        """Search, filter and sort in another way."""
        self.chips.show_filter(wanted)
        self.search.setText(wanted.query)
        self._show_keys()

    def _lines(self, keys: Sequence[int]) -> list[CaseLine] | None:
        with free_file(self._desk.session) as file:
            return None if file is None else case_lines(file.engine, keys)

    def _list(self, file: CaseFile) -> None:
        wanted = self.wanted
        self.model.show(case_keys(file.engine, wanted))
        self.table.show_sorted(wanted.column, wanted.descending)

    def _say(self, shown: int) -> None:
        if not self._counts.all:
            self.empty.say("No cases yet. Add the first one.", "New case")
        elif not shown:
            self.empty.say("No case matches.", f"Show all {self._counts.all}")
        self._say_counts(shown)
        self.chips.saved.show_filter(self.wanted)
        self._show_found()
        self.list_changed.emit()

    def _say_counts(self, shown: int) -> None:
        total = counted(self._counts.all, "case", "cases")
        plain = CaseFilter(column=self.wanted.column, descending=self.wanted.descending)
        is_plain = self.wanted in (plain, replace(plain, status=None))
        if is_plain:
            self.foot.set_leading(f"{total}, {self._counts.open} open")
            return
        words = filter_words(self._desk.session.file, self.wanted, self._desk.session.today())
        self.foot.set_leading(f"{shown} of {total}: {words}" if words else f"{shown} of {total}")

    # -- what happens

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("cases", "people", "members"):
            self.refresh()
            self.model.refresh_all()
        elif self.search.text() or changes.touches("concerns", "terms"):
            self._show_keys()

    def _on_current_changed(self, key: int | None) -> None:
        self._show_found()
        if key is not None:
            self._tell(self.case_chosen, key)

    def _show_found(self) -> None:
        """Say where in the chosen case the words stand, where its line does not."""
        key, query = self.table.current_key, self.wanted.query
        with free_file(self._desk.session) as file:
            if file is None:
                return
            case = (
                file.at_key(Case, key)
                if key is not None and query and self.model.position_of(key) is not None
                else None
            )
            self.found.show_found(case.id if case else "", query)

    def _tell(self, signal: Any, key: int) -> None:
        case = self._desk.session.file.at_key(Case, key)
        if case is not None:
            signal.emit(case.id)

    def _on_empty_pressed(self) -> None:
        if not self._counts.all:
            self.new_case_requested.emit()
            return
        self.search.clear()
        self.chips.widen()

    def _restyle(self) -> None:
        super()._restyle()
        self._top.setSpacing(self._desk.look.px(22))
