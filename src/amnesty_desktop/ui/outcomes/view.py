# SPDX-License-Identifier: GPL-3.0-or-later
"""The Outcomes view: a table across all cases, what is known of the chosen one, and the figures beside it."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ...domain.countries import country_name
from ...domain.outcome import Direction, Outcome
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import OUTCOMES, label, term_label
from ...edits import bin as bin_edits
from ...store.cases import countries_in_use
from ...store.changes import Changes
from ...store.outcomes import OutcomeFilter, OutcomeLine, outcome_counts, outcome_keys, outcome_years
from ..desk import Desk
from ..dialogs.record_outcome import RecordOutcome
from ..models.outcomes import outcome_model
from ..texts import counted
from ..theme import Role, Use
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.chip import Chip, WrappedRow
from ..widgets.empty_state import EmptyState
from ..widgets.foot import Foot
from ..widgets.key_table import KeyTableView
from ..widgets.paragraph import NARROW, Paragraph, Run
from ..widgets.search_box import SearchBox
from ..widgets.splitter import Splitter
from .figures_pane import FiguresPane

_ROW = 36
_NARROW = 900
_WAIT_MS = 80


class OutcomesView(QWidget):
    """What became of the people."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes")
        self._desk = desk
        self._filter = OutcomeFilter()
        self.dialog: RecordOutcome | None = None
        self.search = SearchBox(desk.look, "Search outcomes …")
        self.model = outcome_model(desk.session)
        self.table = KeyTableView(desk.look, self.model, "Outcomes, newest first", row_height=_ROW)
        self._empty = EmptyState(desk.look)
        self._stack = QStackedWidget()
        self._known = Paragraph(desk.look, "", Use.TABLE, line_height=NARROW)
        self._change = QuietButton(desk.look, "&Change", small=True)
        self._open = QuietButton(desk.look, "Open the &case", small=True)
        self.figures = FiguresPane(desk.look)
        self.foot = Foot(desk.look, saved_trailing=True)
        self._splitter = Splitter(desk.look)
        self._year, self._country, self._kind = (Chip(desk.look, word) for word in ("All years", "Country", "Kind"))
        self._ways = {way: Chip(desk.look, label(way).capitalize()) for way in Direction}
        self._wait = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._build()
        self._connect()
        self.refresh()

    # -- for the window

    def record(self, case_id: str = "", person_id: str = "") -> None:
        """Open the form to record an outcome."""
        self._show(RecordOutcome(self._desk, case_id, person_id, parent=self.window()))

    def open_outcome(self, outcome_id: str) -> None:
        """Choose one outcome in the table."""
        self._set(replace(self._filter, query="", year=None, direction=None, country="", kind=""))
        self.table.choose(self._desk.session.file.key_of(Outcome, outcome_id))

    def find_in_list(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def back(self) -> None:
        """Back to the table."""
        self.table.setFocus()

    def current_case_id(self) -> str:
        """The case of the chosen outcome."""
        line = self._line()
        return line.case_id if line else ""

    def place(self) -> dict[str, Any]:
        """The chosen outcome and the year."""
        line = self._line()
        return {"outcome": line.id if line else "", "year": self._filter.year, "shares": self._splitter.shares()}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place."""
        year = place.get("year")
        self._set(replace(self._filter, year=year if isinstance(year, int) else None))
        self.table.choose(self._desk.session.file.key_of(Outcome, str(place.get("outcome", ""))))
        self._splitter.set_shares(place.get("shares", []))

    # -- showing

    def _build(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        head = QHBoxLayout()
        record = PrimaryButton(look, "&Record outcome")
        record.setObjectName("record outcome")
        record.clicked.connect(lambda: self.record())
        head.addWidget(Paragraph(look, "Outcomes", Use.TITLE), 1)
        head.addWidget(record)
        chips = WrappedRow(look)
        for chip in (self._year, *self._ways.values(), self._country, self._kind):
            chips.addWidget(chip)
        top = QVBoxLayout()
        top.setContentsMargins(px(24), px(16), px(24), px(12))
        top.setSpacing(px(12))
        top.addLayout(head)
        top.addWidget(self.search)
        top.addLayout(chips)
        detail = QVBoxLayout()
        detail.setContentsMargins(px(24), px(12), px(24), px(12))
        detail.addWidget(self._known)
        buttons = QHBoxLayout()
        for button in (self._change, self._open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        detail.addLayout(buttons)
        self._detail = QWidget()
        self._detail.setAutoFillBackground(True)
        self._detail.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._detail.setLayout(detail)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        left = QWidget()
        left.setAutoFillBackground(True)
        left.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        for part in (self._stack, self._detail, self.foot):
            column.addWidget(part, 1 if part is self._stack else 0)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.figures)
        self._splitter.set_shares([0.64, 0.36])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._wait.start())
        self._wait.timeout.connect(lambda: self._set(replace(self._filter, query=self.search.text())))
        self.search.list_requested.connect(self.table.setFocus)
        self.search.left.connect(self.table.setFocus)
        self.table.sort_requested.connect(
            lambda column, down: self._set(replace(self._filter, column=column, descending=down))
        )
        self.table.current_changed.connect(lambda _key: self._show_detail())
        self.table.opened.connect(lambda _key: self._change_chosen())
        self._empty.button_pressed.connect(self._on_empty_pressed)
        self._change.clicked.connect(self._change_chosen)
        self._open.clicked.connect(lambda: self._desk.wishes.case_requested.emit(self.current_case_id(), "outcomes"))
        for way, chip in self._ways.items():
            chip.toggled.connect(partial(self._on_way, way))
        self._desk.session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Ask the store for everything anew."""
        file = self._desk.session.file
        keys = outcome_keys(file.engine, self._filter)
        self.model.show(keys)
        self.table.show_sorted(self._filter.column, self._filter.descending)
        counts = outcome_counts(file.engine, self._filter.year)
        for way, chip in self._ways.items():
            chip.set_count(counts[way])
            chip.set_on(self._filter.direction is way)
        self._fill_menus()
        total = sum(counts.values())
        when = f" in {self._filter.year}" if self._filter.year else ""
        self.foot.set_leading(f"{counted(total, 'outcome', 'outcomes')}{when}")
        self._show_empty(len(keys), total)
        if self.table.current_key is None and keys:
            self.table.choose(keys[0])
        self._show_detail()
        self.figures.show_figures(file, self._desk.session.today())

    def _show_empty(self, shown: int, total: int) -> None:
        self._stack.setCurrentWidget(self.table if shown else self._empty)
        if not shown and self._filter != OutcomeFilter():
            self._empty.say("No outcome matches.", "Show all")
        elif not shown:
            self._empty.say(
                "Nothing is recorded yet. When something changes for somebody, it belongs here.", "Record one"
            )

    def _show_detail(self) -> None:
        line = self._line()
        self._detail.setVisible(line is not None)
        if line is None:
            return
        name = line.person or line.who
        when = "on an unknown date" if line.on is None else spoken(line.on)
        runs = [Run(name, strong=True), Run(f"  {label(line.direction)}, {when}: {term_label(line.kind)}. ")]
        if line.how_known:
            runs.append(Run(f"How we know: {line.how_known} ", Role.SECONDARY))
        if line.note:
            runs.append(Run(f"{line.note} ", Role.SECONDARY))
        ways = {one.direction for one in self._desk.session.file.all(Outcome, case_id=line.case_id)}
        if {Direction.BETTER, Direction.WORSE} <= ways:
            runs.append(
                Run(
                    "This case got better and worse; both stay, and it counts as improved and as also worse.",
                    Role.SECONDARY,
                )
            )
        self._known.set_runs(*runs)

    def _line(self) -> OutcomeLine | None:
        key = self.table.current_key
        position = None if key is None else self.model.position_of(key)
        return None if position is None else self.model.row(position)

    def _fill_menus(self) -> None:
        engine = self._desk.session.file.engine
        years = [(str(year), year) for year in outcome_years(engine)]
        self._menu(self._year, "All years", years, "year", None)
        countries = [(country_name(code), code) for code in countries_in_use(engine)]
        self._menu(self._country, "Country", countries, "country", "")
        self._menu(self._kind, "Kind", [(term.label, term.code) for term in OUTCOMES], "kind", "")

    def _menu(self, chip: Chip, word: str, choices: list[tuple[str, Any]], field: str, nothing: Any) -> None:
        chosen = getattr(self._filter, field)
        menu = QMenu(chip)
        for words, value in [("All", nothing), *choices]:
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(partial(self._on_menu, field, value))
            menu.addAction(action)
        before = chip.menu()
        chip.set_menu(menu)
        if before is not None:
            before.deleteLater()
        chip.set_word(next((words for words, value in choices if value == chosen), word))
        chip.set_on(chosen != nothing)

    # -- doing

    def _set(self, wanted: OutcomeFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            if self.search.text() != wanted.query:
                self.search.setText(wanted.query)
            self.refresh()

    def _on_menu(self, field: str, value: Any, _checked: bool = False) -> None:
        self._set(replace(self._filter, **{field: value}))

    def _on_way(self, way: Direction, is_on: bool) -> None:
        self._set(replace(self._filter, direction=way if is_on else None))

    def _on_empty_pressed(self) -> None:
        if self._filter == OutcomeFilter():
            self.record()
        else:
            self._set(OutcomeFilter())

    def _change_chosen(self) -> None:
        line = self._line()
        outcome = self._desk.session.file.find(Outcome, line.id) if line else None
        if outcome is not None:
            self._show(RecordOutcome(self._desk, outcome.case_id, outcome=outcome, parent=self.window()))

    def _show(self, dialog: RecordOutcome) -> None:
        self.dialog = dialog
        dialog.recorded.connect(self._on_recorded)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_recorded(self, outcome: Outcome) -> None:
        self._desk.wishes.told.emit(f"Recorded: {term_label(outcome.kind)}.", True)
        self.table.choose(self._desk.session.file.key_of(Outcome, outcome.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._change_chosen()
        elif event.key() == Qt.Key.Key_Delete:
            self._bin_chosen()
        else:
            super().keyPressEvent(event)

    def _bin_chosen(self) -> None:
        line = self._line()
        outcome = self._desk.session.file.find(Outcome, line.id) if line else None
        if outcome is None:
            return
        put = partial(bin_edits.put, values=[outcome], at=datetime.now(UTC))
        if self._desk.session.edit("Put the outcome into the bin", put):
            self._desk.wishes.told.emit("The outcome is in the bin.", True)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("outcomes", "cases", "people", "letters"):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figures.setVisible(self.width() >= self._desk.look.px(_NARROW))
