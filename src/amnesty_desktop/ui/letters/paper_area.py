# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk around the paper: it scrolls, keeps the caret in sight, and lets the sheet be as wide as the pane."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from ..look import Look
from ..theme import Role
from .paper_sheet import PaperSheet

_BASE_EM = 16


class PaperArea(QScrollArea):
    """Holds one sheet in the middle of its pane."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.enlarged = 1.0
        """How much wider than real the paper may get, where it is read from afar."""
        self.sheet = PaperSheet(look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.sheet)
        self.setMinimumWidth(look.px(280))
        self.sheet.caret_moved.connect(self._show_caret)
        look.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Room for the scroll bar is kept whether it shows or not, so that the paper does not jump when it comes.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.sheet.set_room(self.width() - bar, self.enlarged * self._look.em / _BASE_EM)

    def _show_caret(self, caret: QRect) -> None:
        middle = caret.center()
        margin = self._look.px(48)
        self.ensureVisible(middle.x(), middle.y(), margin, margin)

    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.color(Role.DESK))
        self.setPalette(palette)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setPalette(palette)
        self._fit()
