# SPDX-License-Identifier: GPL-3.0-or-later
"""The Outcomes view: a table across all cases, what is known of the chosen one, and the figures beside it."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.outcome import Outcome
from ...domain.vocabularies import term_label
from ...edits import bin as bin_edits
from ...store.changes import Changes
from ...store.outcomes import OutcomeFilter, OutcomeLine, outcome_keys
from ..desk import Desk
from ..dialogs.record_outcome import RecordOutcome
from ..models.outcomes import outcome_model
from ..texts import counted
from ..widgets.key_table import KeyTableView
from ..widgets.splitter import Splitter
from .figures_pane import FiguresPane
from .list_pane import OutcomesPane
from .places import filter_in, place_of

_ROW = 36
_NARROW = 900
_WAIT_MS = 80


class OutcomesView(QWidget):
    """What became of the people. Below 56 em of width either the list or the figures are shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes")
        self._desk = desk
        self._filter = OutcomeFilter()
        self._is_stale = True
        self._shows_figures = False
        self.dialog: RecordOutcome | None = None
        self.model = outcome_model(desk.session)
        self.table = KeyTableView(desk.look, self.model, "Outcomes", row_height=_ROW)
        self.pane = OutcomesPane(desk.look, self.table)
        self.figures = FiguresPane(desk.session, desk.look)
        self._splitter = Splitter(desk.look)
        self._wait = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._place_parts()
        self._connect()

    # -- for the window

    def record(self, case_id: str = "", person_id: str = "") -> None:
        """Open the form to record an outcome."""
        self._show(RecordOutcome(self._desk, case_id, person_id, parent=self.window()))

    def open_outcome(self, outcome_id: str) -> None:
        """Choose one outcome in the table, whatever was filtered by."""
        self._set(OutcomeFilter(column=self._filter.column, descending=self._filter.descending))
        self._choose(outcome_id)

    def find_in_list(self) -> None:
        """Put the cursor into the search field."""
        self._swap(figures=False)
        self.pane.search.setFocus()
        self.pane.search.selectAll()

    def back(self) -> None:
        """Back to the table."""
        self._swap(figures=False)
        self.table.setFocus()

    def current_case_id(self) -> str:
        """The case of the chosen outcome."""
        line = self._line()
        return line.case_id if line else ""

    def place(self) -> dict[str, Any]:
        """The chosen outcome, what is filtered by, the order, and the shares of the panes."""
        line = self._line()
        shares = self._splitter.shares() if self._is_wide() else []
        return place_of(self._filter) | {"outcome": line.id if line else "", "shares": shares}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over."""
        self._set(filter_in(place))
        self._choose(str(place.get("outcome", "")))
        self._splitter.set_shares(place.get("shares") or [])

    # -- showing

    def refresh(self) -> None:
        """Ask the store for everything anew."""
        if self._desk.session.is_locked:
            return
        self._is_stale = False
        engine = self._desk.session.file.engine
        keys = outcome_keys(engine, self._filter)
        self.model.show(keys)
        self.table.show_sorted(self._filter.column, self._filter.descending)
        self.pane.chips.show_filter(self._filter, engine)
        total = self.pane.chips.total
        when = f" in {self._filter.year}" if self._filter.year else ""
        self.pane.foot.set_leading(f"{counted(total, 'outcome', 'outcomes')}{when}")
        self.pane.show_rows(bool(keys), is_filtered=not self._shows_all())
        if self.table.current_key is None and keys:
            self.table.choose(keys[0])
        self._show_detail()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._swap(self._shows_figures)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._change_chosen()
        elif event.key() == Qt.Key.Key_Delete:
            self._bin_chosen()
        else:
            super().keyPressEvent(event)

    def _place_parts(self) -> None:
        self._splitter.addWidget(self.pane)
        self._splitter.addWidget(self.figures)
        self._splitter.set_shares([0.64, 0.36])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        # Two panes at once would ask for more room than a small window has, before it is known how wide it is.
        self._swap(figures=False)

    def _connect(self) -> None:
        pane, table = self.pane, self.table
        pane.search.textChanged.connect(lambda: self._wait.start())
        self._wait.timeout.connect(lambda: self._set(replace(self._filter, query=pane.search.text())))
        pane.chips.filter_requested.connect(self._set)
        pane.record_requested.connect(self.record)
        pane.all_requested.connect(lambda: self._set(OutcomeFilter()))
        pane.figures_requested.connect(lambda: self._swap(figures=True))
        pane.detail.change_requested.connect(self._change_chosen)
        pane.detail.case_requested.connect(
            lambda: self._desk.wishes.case_requested.emit(self.current_case_id(), "outcomes")
        )
        table.sort_requested.connect(lambda sort, down: self._set(replace(self._filter, column=sort, descending=down)))
        table.current_changed.connect(lambda _key: self._show_detail())
        table.opened.connect(lambda _key: self._change_chosen())
        self.figures.left.connect(self.back)
        self._desk.session.changed.connect(self._on_changed)

    def _show_detail(self) -> None:
        line = self._line()
        outcomes = self._desk.session.file.all(Outcome, case_id=line.case_id) if line else ()
        self.pane.detail.show_line(line, {one.direction for one in outcomes})

    def _line(self) -> OutcomeLine | None:
        key = self.table.current_key
        position = None if key is None else self.model.position_of(key)
        return None if position is None else self.model.row(position)

    def _is_wide(self) -> bool:
        return self.width() >= self._desk.look.px(_NARROW)

    def _shows_all(self) -> bool:
        return self._filter == OutcomeFilter(column=self._filter.column, descending=self._filter.descending)

    def _swap(self, figures: bool) -> None:
        """Show both panes where there is room, else the list or the figures."""
        is_wide = self._is_wide()
        self._shows_figures = figures and not is_wide
        self.pane.setVisible(not self._shows_figures)
        self.figures.setVisible(is_wide or self._shows_figures)
        self.figures.back.setVisible(not is_wide)
        self.pane.figures.setVisible(not is_wide)
        if self._shows_figures and figures:
            self.figures.back.setFocus()

    # -- doing

    def _set(self, wanted: OutcomeFilter) -> None:
        if wanted != self._filter or self._is_stale:
            self._filter = wanted
            if self.pane.search.text().strip() != wanted.query.strip():
                self.pane.search.setText(wanted.query)
            self.refresh()

    def _choose(self, outcome_id: str) -> None:
        key = self._desk.session.file.key_of(Outcome, outcome_id) if outcome_id else None
        if key is not None:
            self.table.choose(key)

    def _chosen(self) -> Outcome | None:
        line = self._line()
        return self._desk.session.file.find(Outcome, line.id) if line else None

    def _change_chosen(self) -> None:
        if (outcome := self._chosen()) is not None:
            self._show(RecordOutcome(self._desk, outcome.case_id, outcome=outcome, parent=self.window()))

    def _show(self, dialog: RecordOutcome) -> None:
        self.dialog = dialog
        dialog.recorded.connect(self._on_recorded)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_recorded(self, outcome: Outcome) -> None:
        self._desk.wishes.told.emit(f"Recorded: {term_label(outcome.kind)}.", True)
        if not self._is_stale:
            self._choose(outcome.id)

    def _bin_chosen(self) -> None:
        if (outcome := self._chosen()) is None:
            return
        put = partial(bin_edits.put, values=[outcome], at=datetime.now(UTC))
        if self._desk.session.edit("Put the outcome into the bin", put):
            self._desk.wishes.told.emit("The outcome is in the bin.", True)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not changes.touches("outcomes", "cases", "people", "letters"):
            return
        self.figures.note(changes.cases)
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True
