# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of letters: search, chips by state and writer, and the table with as many chosen rows as one likes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from ...domain.letter import Letter, LetterKind, LetterState
from ...store.case_file import CaseFile
from ...store.changes import Changes
from ...store.letters import LetterFilter, LetterLine, letter_counts, letter_keys, letter_lines
from ..desk import Desk
from ..free_file import free_file
from ..models.letters import letter_columns
from ..models.paged_table import PagedTableModel
from ..searched_list import SearchedList
from ..texts import counted
from ..widgets.key_table import KeyTableView
from ..widgets.search_box import SearchBox
from .letter_chips import LetterChips


class ListPane(SearchedList):
    """Which letters there are. Signals: letter_shown(id or "") as the current row changes; letter_opened(id) on Enter
    or a double click; chosen(number of rows); first_requested() from the empty list;
    bin_requested() by Delete."""

    letter_shown = Signal(str)
    letter_opened = Signal(str)
    chosen = Signal(int)
    first_requested = Signal()
    bin_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        look = desk.look
        self._total = 0
        self.chips = LetterChips(desk)
        self.model = PagedTableModel(letter_columns(desk.session.today), self._lines, lambda line: line.key)
        search = SearchBox(look, "Search letters, people, addresses …")
        search.setObjectName("letters_search")
        table = KeyTableView(look, self.model, "Letters")
        table.setObjectName("letters_table")
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        super().__init__(desk, search, table, self.chips)
        self.model.setParent(self)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.bin_requested)
        self.chips.filter_changed.connect(self._show_keys)
        self.table.sort_requested.connect(self.chips.sort)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(len(self._rows())))
        self._desk.session.changed.connect(self._on_changed)

    # -- what is shown

    @property
    def wanted(self) -> LetterFilter:
        """Which letters are shown, in which order."""
        return replace(self.chips.filter, query=self.search.text().strip())

    def refresh(self) -> None:
        """Count and list anew."""
        with free_file(self._desk.session) as file:
            if file is not None:
                counts = letter_counts(file.engine)
                self._total = sum(counts.values())
                self.chips.show_counts(counts)
        self._pause_for(self._total)
        self._show_keys()

    def chosen_ids(self) -> list[str]:
        """The letters of the chosen rows, in the order of the list."""
        lines = (self.model.row(row) for row in self._rows())
        return [line.id for line in lines if line is not None]

    def choose(self, letter_id: str) -> bool:
        """Let the row of a letter be the current one, where the list holds it."""
        return self.table.choose(self._desk.session.file.key_of(Letter, letter_id))

    def show_case(self, case_id: str, states: tuple[LetterState, ...] = ()) -> None:
        """Show the letters of one case only, or those of them in some states."""
        self.search.clear()
        self.chips.show_filter(LetterFilter(case_id=case_id, states=states))
        self._show_keys()

    def place(self) -> dict[str, Any]:
        """What is searched and filtered, as JSON."""
        wanted = self.wanted
        return {
            "query": wanted.query,
            "states": [str(state) for state in wanted.states],
            "kind": str(wanted.kind or ""),
            "case": wanted.case_id,
            "writer": wanted.writer_id,
            "column": wanted.column,
            "descending": wanted.descending,
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """Search and filter as place() told."""
        known = {str(state): state for state in LetterState}
        wanted = LetterFilter(
            kind=next((kind for kind in LetterKind if kind == place.get("kind")), None),
            states=tuple(known[state] for state in place.get("states", ()) if state in known),
            case_id=place.get("case", ""),
            writer_id=place.get("writer", ""),
            column=place.get("column", "day"),
            descending=place.get("descending", True),
        )
        self.chips.show_filter(wanted)
        self.search.setText(place.get("query", ""))
        self._show_keys()

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def _lines(self, keys: Sequence[int]) -> list[LetterLine] | None:
        with free_file(self._desk.session) as file:
            return None if file is None else letter_lines(file.engine, keys)

    def _list(self, file: CaseFile) -> None:
        wanted = self.wanted
        self.model.show(letter_keys(file.engine, wanted))
        self.table.show_sorted(wanted.column, wanted.descending)

    def _say(self, shown: int) -> None:
        if not self._total:
            self.empty.say("No letters yet. Write the first one.", "Choose a case to write for")
        elif not shown:
            self.empty.say("No letter matches.", f"Show all {self._total}")
        total = counted(self._total, "letter", "letters")
        self.foot.set_leading(total if shown == self._total else f"{shown} of {total}")

    # -- what happens

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("letters"):
            self.refresh()
        elif changes.touches("cases", "people", "addressees", "members"):
            self.model.refresh_all()

    def _on_current_changed(self, key: int | None) -> None:
        letter = None if key is None else self._desk.session.file.at_key(Letter, key)
        self.letter_shown.emit(letter.id if letter else "")

    def _on_opened(self, key: int) -> None:
        letter = self._desk.session.file.at_key(Letter, key)
        if letter is not None:
            self.letter_opened.emit(letter.id)

    def _on_empty_pressed(self) -> None:
        if not self._total:
            self.first_requested.emit()
            return
        self.search.clear()
        self.chips.widen()
