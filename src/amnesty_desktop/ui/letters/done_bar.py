# SPDX-License-Identifier: GPL-3.0-or-later
"""A bar that says where letters have gone, with one button that leads there."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..icons import IconName, icon
from ..lights import SIDE, Light, paint_light
from ..look import Look
from ..texts import announce
from ..theme import Role, Use
from ..widgets.bars import Bar
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import NARROW, Paragraph


class DoneBar(Bar):
    """Stays until it is closed or something else is done. Signal: pressed()."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, Role.SUB, parent)
        self._sentence = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self.button = QuietButton(look, "", small=True)
        self.button.setObjectName("done_button")
        self.button.clicked.connect(self.pressed)
        self.close_button = QuietButton(look, "", small=True)
        look.changed.connect(self._draw_icon)
        self._draw_icon()
        self.close_button.setAccessibleName("Close this line")
        self.close_button.clicked.connect(self.hide)
        self.row.addWidget(_Tick(look))
        self.row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.button)
        self.row.addWidget(self.close_button)

    def _draw_icon(self) -> None:
        self.close_button.setIcon(icon(IconName.CLOSE, self._look))

    @property
    def sentence(self) -> str:
        """What it says, empty while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str, button: str) -> None:
        """Say what was done and where it leads."""
        self._sentence.setText(sentence)
        self.button.setText(button)
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.color(Role.LINE))


class _Tick(QWidget):
    """The tick before the sentence."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._look.px(SIDE)
        paint_light(QPainter(self), QRectF(0, (self.height() - side) / 2, side, side), Light.DONE, self._look)

    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(SIDE))
