# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of letters: search, chips by state and writer, and the table with as many chosen rows as one likes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from ...domain.letter import Letter, LetterKind, LetterState
from ...store.case_file import CaseFile
from ...store.changes import Changes
from ...store.letters import LetterFilter, LetterLine, letter_counts, letter_keys, letter_lines
from ..desk import Desk
from ..models.letters import letter_columns
from ..models.paged_table import PagedTableModel
from ..texts import counted
from ..widgets.empty_state import EmptyState
from ..widgets.foot import Foot
from ..widgets.key_table import KeyTableView
from ..widgets.search_box import SearchBox
from .letter_chips import LetterChips

_MANY = 5_000
"""Letters from which on the search waits for a pause in the typing."""
_PAUSE_MS = 80


class ListPane(QWidget):
    """Which letters there are. Signals: letter_shown(id or "") as the current row changes; letter_opened(id) on Enter
    or a double click; chosen(number of rows); first_requested() from the empty list;
    bin_requested() by Delete."""

    letter_shown = Signal(str)
    letter_opened = Signal(str)
    chosen = Signal(int)
    first_requested = Signal()
    bin_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._total = 0
        look = desk.look
        self.search = SearchBox(look, "Search letters, people, addresses …")
        self.search.setObjectName("letters_search")
        self.chips = LetterChips(desk)
        self.model = PagedTableModel(letter_columns(desk.session.today), self._lines, lambda line: line.key, self)
        self.table = KeyTableView(look, self.model, "Letters")
        self.table.setObjectName("letters_table")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.empty = EmptyState(look)
        self.foot = Foot(look, inset=16)
        self.foot.says_saved = False
        self._stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=0)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.bin_requested)
        self._place_parts()
        self._connect()
        look.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def _place_parts(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._top = QVBoxLayout()
        self._top.addWidget(self.search)
        self._top.addWidget(self.chips)
        for page in (self.table, self.empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._show_keys)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.search.list_requested.connect(self._go_to_list)
        self.search.left.connect(self._go_to_list)
        self.chips.filter_changed.connect(self._show_keys)
        self.table.sort_requested.connect(self.chips.sort)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(len(self._rows())))
        self.empty.button_pressed.connect(self._on_empty_pressed)
        self._desk.session.changed.connect(self._on_changed)

    # -- what is shown

    @property
    def wanted(self) -> LetterFilter:
        """Which letters are shown, in which order."""
        return replace(self.chips.filter, query=self.search.text().strip())

    def refresh(self) -> None:
        """Count and list anew."""
        with self._free_file() as file:
            if file is not None:
                counts = letter_counts(file.engine)
                self._total = sum(counts.values())
                self.chips.show_counts(counts)
        self._pause.setInterval(_PAUSE_MS if self._total > _MANY else 0)
        self._show_keys()

    def chosen_ids(self) -> list[str]:
        """The letters of the chosen rows, in the order of the list."""
        lines = (self.model.row(row) for row in self._rows())
        return [line.id for line in lines if line is not None]

    def choose(self, letter_id: str) -> bool:
        """Let the row of a letter be the current one, where the list holds it."""
        return self.table.choose(self._desk.session.file.key_of(Letter, letter_id))

    def choose_first(self) -> None:
        """Be on a row, if there is any."""
        if self.table.current_key is None:
            self.table.choose_next()

    def go_to_search(self) -> None:
        """Go to the search."""
        self.search.setFocus()
        self.search.selectAll()

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

    @contextmanager
    def _free_file(self) -> Iterator[CaseFile | None]:
        """The file, or None while it is closed or lent to long work."""
        session = self._desk.session
        if session.is_locked or not session.file.turn.acquire(blocking=False):
            yield None
            return
        file = session.file
        try:
            yield file
        finally:
            file.turn.release()

    def _lines(self, keys: Sequence[int]) -> list[LetterLine] | None:
        with self._free_file() as file:
            return None if file is None else letter_lines(file.engine, keys)

    def _show_keys(self) -> None:
        self._pause.stop()
        wanted = self.wanted
        with self._free_file() as file:
            if file is None:
                self._wait()
                return
            self.model.show(letter_keys(file.engine, wanted))
        self.table.show_sorted(wanted.column, wanted.descending)
        shown = self.model.rowCount()
        self._stack.setCurrentWidget(self.table if shown else self.empty)
        if not shown:
            self._say_empty()
        total = counted(self._total, "letter", "letters")
        self.foot.set_leading(total if shown == self._total else f"{shown} of {total}")

    def _wait(self) -> None:
        """Ask again when the file may be free."""
        if not self._desk.session.is_locked:
            self._pause.setInterval(_PAUSE_MS)
            self._pause.start()

    def _say_empty(self) -> None:
        if not self._total:
            self.empty.say("No letters yet. Write the first one.", "Choose a case to write for")
        else:
            self.empty.say("No letter matches.", f"Show all {self._total}")

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

    def _go_to_list(self) -> None:
        if self._pause.isActive():
            self._show_keys()
        if self.model.rowCount():
            self.choose_first()
            self.table.setFocus()

    def _on_empty_pressed(self) -> None:
        if not self._total:
            self.first_requested.emit()
            return
        self.search.clear()
        self.chips.widen()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._top.setContentsMargins(px(16), px(12), px(16), px(12))
        self._top.setSpacing(px(12))
