# SPDX-License-Identifier: GPL-3.0-or-later
"""A caption with its value beside it, as a person is read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from .paragraph import READING, Paragraph, Run

_CAPTION = 148
_NARROW = 360


class SideValue(QWidget):
    """A caption with its value beside it, or below where there is little room; without a value it is not there."""

    def __init__(self, look: Look, caption: str, use: Use = Use.TABLE) -> None:
        super().__init__()
        self._look = look
        # The caption's lines are as high as the value's, so that both stand on one line.
        taller = look.font(use).pointSizeF() / look.font(Use.TABLE).pointSizeF()
        self._caption = Paragraph(look, caption, Use.TABLE, Role.SECONDARY, line_height=READING * taller)
        self._value = Paragraph(look, "", use)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self._value, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._turn)
        self._turn()

    @property
    def text(self) -> str:
        """The value shown, empty while it is not there."""
        return "" if self.isHidden() else self._value.text()

    def show_runs(self, *runs: Run) -> None:
        """Show a value, or take caption and all away."""
        self._value.set_runs(*runs)
        words = self._value.text()
        self._value.setAccessibleName(f"{self._caption.text()}: {words}")
        show_if(self, bool(words.strip()))

    def show_words(self, words: str) -> None:
        """Show plain words, or take caption and all away."""
        self.show_runs(Run(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        px = self._look.px
        is_narrow = 0 < self.width() < px(_NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(wanted)
        self._box.setSpacing(0 if is_narrow else px(8))
        self._caption.setFixedWidth(px(_CAPTION))
