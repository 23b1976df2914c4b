# SPDX-License-Identifier: GPL-3.0-or-later
"""The line between two panes: 1 px to look at, 7 px to take hold of."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ..look import Look
from ..theme import Role

_AROUND = 3


class _Grip(QSplitterHandle):
    """Shows its middle px and takes the mouse 3 px to either side, over the panes."""

    def __init__(self, look: Look, orientation: Qt.Orientation, splitter: QSplitter) -> None:
        super().__init__(orientation, splitter)
        self._look = look
        look.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The splitter lays panes out by the contents rectangle and keeps the grip above them.
        is_upright = self.orientation() is Qt.Orientation.Horizontal
        across, along = (_AROUND, 0) if is_upright else (0, _AROUND)
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        self.setContentsMargins(across, along, across, along)
        self.setMask(QRegion(self.contentsRect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.contentsRect(), self._look.color(Role.LINE))


class Splitter(QSplitter):
    """Panes that keep their shares. No pane can be dragged shut."""

    def __init__(
        self, look: Look, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self._look = look
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:
        return _Grip(self._look, self.orientation(), self)

    def shares(self) -> list[float]:
        """Return the share of each pane, together 1; empty before it is laid out."""
        total = sum(self.sizes())
        return [size / total for size in self.sizes()] if total else []

    def set_shares(self, shares: Sequence[float]) -> None:
        """Give each pane its share, as shares() returned it; another number of panes is left alone."""
        if len(shares) == self.count() and all(share >= 0 for share in shares):
            self.setSizes([round(share * 10_000) for share in shares])
