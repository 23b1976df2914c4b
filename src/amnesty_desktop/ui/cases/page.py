# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of a record: it scrolls, its lines stay short enough to be read, and F2 changes what stands on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ..desk import Desk

_WIDEST = 720
"""Design px a line of reading is let grow to."""


class Page(QScrollArea):
    """A page that scrolls, whose content keeps to a width that can be read; inset in design px at either side."""

    def __init__(self, desk: Desk, content: QWidget, name: str, *, widest: int = _WIDEST) -> None:
        super().__init__()
        self._look = desk.look
        self._widest = widest
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setAutoFillBackground(True)
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        self._row = QHBoxLayout(inside)
        self._row.addWidget(content, 1)
        self.setWidget(inside)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        px = self._look.px
        spare = max(0, self.viewport().width() - px(self._widest) - 2 * px(24))
        left, right = px(24), px(24) + spare
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        self._row.setContentsMargins(left, px(12), right, px(24))


def on_f2(widget: QWidget, act: Callable[[], object]) -> None:
    """Let F2 act while the focus is anywhere within a widget."""
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_F2), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
