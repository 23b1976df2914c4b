# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane with the list of outcomes: title, search, filters, table, the chosen one, foot."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ..look import Look
from ..theme import Use
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.empty_state import EmptyState
from ..widgets.foot import Foot
from ..widgets.key_table import KeyTableView
from ..widgets.paragraph import OneLine
from ..widgets.search_box import SearchBox
from .chips import OutcomeChips
from .detail import OutcomeDetail

_SHORT = 560


class OutcomesPane(QWidget):
    """Places the parts and says what was pressed. In a short window the search takes the place of the title.

    Signals: record_requested(), all_requested(), figures_requested().
    """

    record_requested = Signal()
    all_requested = Signal()
    figures_requested = Signal()

    def __init__(self, look: Look, table: KeyTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_filtered = False
        self._title = OneLine(look, "Outcomes", Use.TITLE)
        self.search = SearchBox(look, "Search outcomes …")
        self.chips = OutcomeChips(look)
        self.table = table
        self.empty = EmptyState(look)
        self.detail = OutcomeDetail(look, self)
        self.foot = Foot(look, saved_trailing=True)
        self.figures = QuietButton(look, "&Figures")
        self.record = PrimaryButton(look, "&Record outcome")
        self.record.setObjectName("record outcome")
        self._stack = QStackedWidget()
        self._head = QHBoxLayout()
        self._top = QVBoxLayout()
        self._place()
        self._connect()
        self._restyle()

    def show_rows(self, has_rows: bool, *, is_filtered: bool) -> None:
        """Show the table, or say why there is nothing in it."""
        self._is_filtered = is_filtered
        self._stack.setCurrentWidget(self.table if has_rows else self.empty)
        if is_filtered:
            self.empty.say("No outcome matches.", "Show all")
        else:
            self.empty.say(
                "Nothing is recorded yet. When something changes for somebody, good or bad, it belongs here.",
                "Record the first",
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self.detail.fit()

    def _place(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.figures)
        self._head.addWidget(self.record)
        self._top.addLayout(self._head)
        self._top.addWidget(self.search)
        self._top.addWidget(self.chips)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        for part in (self._stack, self.detail, self.foot):
            column.addWidget(part, 1 if part is self._stack else 0)

    def _connect(self) -> None:
        self.record.clicked.connect(self.record_requested)
        self.figures.clicked.connect(self.figures_requested)
        self.empty.button_pressed.connect(self._on_empty_pressed)
        self.search.list_requested.connect(self.table.setFocus)
        self.search.left.connect(self.table.setFocus)
        self._look.changed.connect(self._restyle)

    def _on_empty_pressed(self) -> None:
        (self.all_requested if self._is_filtered else self.record_requested).emit()

    def _fold(self) -> None:
        """Put the search beside the button where the window is short."""
        is_short = self.height() < self._look.px(_SHORT)
        if is_short is self._title.isHidden():
            return
        self._title.setVisible(not is_short)
        (self._top if is_short else self._head).removeWidget(self.search)
        if is_short:
            self._head.insertWidget(0, self.search, 1)
        else:
            self._top.insertWidget(1, self.search)

    def _restyle(self) -> None:
        px = self._look.px
        self._top.setContentsMargins(px(24), px(16), px(24), px(12))
        self._top.setSpacing(px(12))
        self._head.setSpacing(px(8))
        self._fold()
