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
from ...edits import bin as bin_edits
from ...edits.outcomes import words as outcome_words
from ...store.changes import Changes
from ...store.outcomes import OutcomeFilter
from ..desk import Desk
from ..dialogs.after_outcome import AfterOutcome, overtaken, unsent_letters
from ..dialogs.record_outcome import RecordOutcome
from ..texts import counted
from ..widgets.splitter import Splitter
from .figures_pane import FiguresPane
from .list_pane import OutcomesPane
from .places import filter_in, place_of
from .shown import ShownOutcomes

_NARROW = 900
_WAIT_MS = 80


class OutcomesView(QWidget):
    """What became of the people. Below 56 em of width either the list or the figures are shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes")
        self._desk = desk
        self._shows_figures = False
        self.dialog: RecordOutcome | None = None
        self.after: AfterOutcome | None = None
        self.shown = ShownOutcomes(desk.session, desk.look, self)
        self.pane = OutcomesPane(desk.look, self.shown.table)
        self.figures = FiguresPane(desk)
        self._splitter = Splitter(desk.look)
        self._wait = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._place_parts()
        self._connect()

    # -- for the window

    def record(self, case_id: str = "", person_id: str = "") -> None:
        """Open the form to record an outcome."""
        form = RecordOutcome(self._desk, case_id, person_id, parent=self.window())
        form.recorded.connect(self._propose)
        self._open(form)

    def open_outcome(self, outcome_id: str) -> None:
        """Choose one outcome in the table, whatever was filtered by."""
        now = self.shown.filter
        self.shown.set_filter(OutcomeFilter(column=now.column, descending=now.descending))
        self.shown.choose(outcome_id)

    def find_in_list(self) -> None:
        """Put the cursor into the search field."""
        self._swap(figures=False)
        self.pane.search.setFocus()
        self.pane.search.selectAll()

    def back(self) -> None:
        """Back to the table."""
        self._swap(figures=False)
        self.shown.table.setFocus()

    def current_case_id(self) -> str:
        """The case of the chosen outcome."""
        line = self.shown.line
        return line.case_id if line else ""

    def place(self) -> dict[str, Any]:
        """The chosen outcome, what is filtered by, the order, and the shares of the panes."""
        line = self.shown.line
        shares = self._splitter.shares() if self._is_wide() else []
        return place_of(self.shown.filter) | {"outcome": line.id if line else "", "shares": shares}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over."""
        self.shown.set_filter(filter_in(place))
        self.shown.choose(str(place.get("outcome", "")))
        self._splitter.set_shares(place.get("shares") or [])

    # -- showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.shown.is_stale:
            self.shown.refresh()

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
        pane, shown = self.pane, self.shown
        pane.search.textChanged.connect(lambda: self._wait.start())
        self._wait.timeout.connect(lambda: self._narrow(query=pane.search.text()))
        pane.chips.filter_requested.connect(shown.set_filter)
        pane.record_requested.connect(self.record)
        pane.all_requested.connect(lambda: shown.set_filter(OutcomeFilter()))
        pane.figures_requested.connect(lambda: self._swap(figures=True))
        pane.detail.change_requested.connect(self._change_chosen)
        wishes = self._desk.wishes
        pane.detail.case_requested.connect(lambda: wishes.case_requested.emit(self.current_case_id(), "outcomes"))
        shown.table.sort_requested.connect(lambda sort, down: self._narrow(column=sort, descending=down))
        shown.table.current_changed.connect(lambda _key: self._show_detail())
        shown.table.opened.connect(lambda _key: self._change_chosen())
        shown.filled.connect(self._on_filled)
        self.figures.left.connect(self.back)
        self._desk.session.changed.connect(self._on_changed)

    def _narrow(self, **wanted: Any) -> None:
        self.shown.set_filter(replace(self.shown.filter, **wanted))

    def _on_filled(self) -> None:
        shown, pane = self.shown, self.pane
        if pane.search.text() != shown.filter.query and not self._wait.isActive():
            pane.search.setText(shown.filter.query)
        pane.chips.show_filter(shown.filter, self._desk.session.file.engine)
        when = f" in {shown.filter.year}" if shown.filter.year else ""
        pane.foot.set_leading(f"{counted(pane.chips.total, 'outcome', 'outcomes')}{when}")
        pane.show_rows(bool(shown.model.rowCount()), is_filtered=shown.is_filtered)
        self._show_detail()

    def _show_detail(self) -> None:
        self.pane.detail.show_line(self.shown.line, self.shown.turned())

    def _is_wide(self) -> bool:
        return self.width() >= self._desk.look.px(_NARROW)

    def _swap(self, figures: bool) -> None:
        """Show both panes where there is room, else the list or the figures."""
        is_wide = self._is_wide()
        self._shows_figures = figures and not is_wide
        self.pane.setVisible(not self._shows_figures)
        self.figures.setVisible(is_wide or self._shows_figures)
        self.figures.back.setVisible(not is_wide)
        self.pane.figures.setVisible(not is_wide)
        if self._shows_figures:
            self.figures.back.setFocus()

    # -- doing

    def _change_chosen(self) -> None:
        if (outcome := self.shown.chosen()) is not None:
            self._open(RecordOutcome(self._desk, outcome.case_id, outcome=outcome, parent=self.window()))

    def _open(self, dialog: RecordOutcome) -> None:
        self.dialog = dialog
        dialog.recorded.connect(self._on_recorded)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_recorded(self, outcome: Outcome) -> None:
        self._desk.wishes.told.emit(f"Recorded: {outcome_words(self._desk.session.file, outcome)}.", True)
        if not self.shown.is_stale:
            self.shown.choose(outcome.id)

    def _propose(self, outcome: Outcome) -> None:
        """Somebody is free, gone or dead: what about letters not sent, and thanks? Asked once, never forced."""
        now = overtaken(self._desk, outcome)
        if now is None or not (now.is_released or unsent_letters(self._desk, outcome.case_id)):
            return
        wishes = self._desk.wishes
        self.after = AfterOutcome(self._desk, outcome, now, self.window())
        self.after.drafts_requested.connect(wishes.unsent_requested)
        self.after.thanks_requested.connect(wishes.thanks_requested)
        self.after.finished.connect(self.after.deleteLater)
        self.after.finished.connect(self._forget_after)
        self.after.open()

    def _forget_after(self) -> None:
        self.after = None

    def _bin_chosen(self) -> None:
        if (outcome := self.shown.chosen()) is None:
            return
        put = partial(bin_edits.put, values=[outcome], at=datetime.now(UTC))
        if self._desk.session.edit("Put the outcome into the bin", put):
            self._desk.wishes.told.emit("The outcome is in the bin.", True)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not changes.touches("outcomes", "cases", "people", "letters", "terms", "assessments", "grounds", "sources"):
            return
        self.figures.note(changes.cases)
        self.shown.is_stale = True
        if self.isVisible():
            self.shown.refresh()
