# SPDX-License-Identifier: GPL-3.0-or-later
"""A box or a round button beside words that wrap, so that a long name at a large text size stays whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from ..look import Look
from ..theme import Role, Use
from ..widgets.paragraph import Paragraph


class TickLine(QWidget):
    """The button and its words; a click on the words presses it as well. below are smaller words under them."""

    def __init__(self, look: Look, box: QAbstractButton, words: str = "", below: str = "") -> None:
        super().__init__()
        self._box = box
        box.setAccessibleDescription(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(2))
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        self._words = Paragraph(look, "", Use.TABLE)
        column.addWidget(self._words)
        if below:
            column.addWidget(Paragraph(look, below, Use.CAPTION, Role.SECONDARY))
        row.addLayout(column, 1)
        self.say(words)

    def say(self, words: str) -> None:
        """Show other words."""
        self._box.setAccessibleName(words)
        self._words.setText(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button, as the words of a usual one do."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken here, so that the release comes here too."""
        event.accept()
