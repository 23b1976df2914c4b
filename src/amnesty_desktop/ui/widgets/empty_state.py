# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list shows when there is nothing in it: one sentence and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from .buttons import QuietButton
from .paragraph import Paragraph


class EmptyState(QWidget):
    """Says that there is nothing, and invites to the next step."""

    button_pressed = Signal()

    def __init__(self, look: Look, sentence: str = "", button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentence = Paragraph(look, "", Use.BODY, Role.SECONDARY, is_centred=True)
        self.button = QuietButton(look, button)
        self.button.clicked.connect(self.button_pressed)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        look.changed.connect(self._restyle)
        self._restyle()
        self.say(sentence, button)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def say(self, sentence: str, button: str = "") -> None:
        """Say another sentence; without a word for it the button is not there."""
        self._sentence.setText(sentence)
        self.button.setText(button)
        show_if(self.button, bool(button))
        self.setAccessibleName(sentence)

    def _restyle(self) -> None:
        side = self._look.px(24)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(self._look.px(12))
