# SPDX-License-Identifier: GPL-3.0-or-later
"""A list and what is chosen in it: beside one another, or taking turns where the window is narrow."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..desk import Desk
from ..widgets.splitter import Splitter

_FOLDED_BELOW = 64
"""Width of the window in em below which list and detail take turns."""
_LIST, _LEAST = 544, 400
"""Widths in design px: of the list until somebody drags it, and of either pane at least."""
_REST_MS = 400


class ListAndDetail(QWidget):
    """Two panes whose shares are remembered under a name. Signal: folded(whether the two take turns)."""

    folded = Signal(bool)

    def __init__(self, desk: Desk, name: str, rows: QWidget, detail: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._name = name
        self._rows = rows
        self._detail = detail
        self._is_folded = False
        self._shows_list = True
        self.splitter = Splitter(desk.look)
        for pane in (rows, detail):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._keep_sizes)
        self.splitter.splitterMoved.connect(lambda: self._rest.start())
        desk.look.changed.connect(self._restyle)
        self._restyle()

    @property
    def is_folded(self) -> bool:
        """Whether the two take turns."""
        return self._is_folded

    @property
    def shows_list(self) -> bool:
        """Which of the two it is, or would be, that is seen alone."""
        return self._shows_list

    def show_list(self) -> None:
        """Let the list be seen."""
        self._shows_list = True
        self._fold()

    def show_detail(self) -> None:
        """Let the detail be seen."""
        self._shows_list = False
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        is_folded = self.window().width() < _FOLDED_BELOW * self._desk.look.em
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.folded.emit(is_folded)
        self._rows.setVisible(not is_folded or self._shows_list)
        self._detail.setVisible(not is_folded or not self._shows_list)

    def _restyle(self) -> None:
        px = self._desk.look.px
        for pane in (self._rows, self._detail):
            pane.setMinimumWidth(px(_LEAST))
        kept = self._desk.session.settings.splitters.get(self._name, [])
        wanted = px(kept[0] if kept else _LIST)
        self.splitter.setSizes([wanted, max(self.width() - wanted, px(_LEAST))])
        self._fold()

    def _keep_sizes(self) -> None:
        """Remember the width of the list as it would be at 100 % text."""
        preferences = self._desk.session.preferences
        width = round(self.splitter.sizes()[0] * 16 / self._desk.look.em)
        preferences.change(splitters=preferences.now.splitters | {self._name: [width]})
