# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a section: its title, how many, at most one small button, and a line under them."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ..look import Look
from ..theme import Role, Use
from .buttons import QuietButton
from .paragraph import OneLine

_HEIGHT = 34


class SectionHead(QWidget):
    """A title over what belongs to it. button is None where no word for it is given."""

    def __init__(
        self, look: Look, title: str, *, count: int | None = None, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = OneLine(look, title, Use.SECTION)
        self._count = OneLine(look, "", Use.TABLE, Role.SECONDARY)
        self.button = QuietButton(look, button, small=True) if button else None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch(1)
        if self.button is not None:
            self._row.addWidget(self.button)
        look.changed.connect(self._restyle)
        self._restyle()
        self.set_count(count)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self._name()

    def set_count(self, count: int | None) -> None:
        """Show how many there are, or leave it out."""
        self._count.setText("" if count is None else str(count))
        self._count.setVisible(count is not None)
        self._name()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.color(Role.EDGE))

    def _name(self) -> None:
        self.setAccessibleName(f"{self._title.text()} {self._count.text()}".strip())

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, self._look.px(4))
        self._row.setSpacing(self._look.px(8))
        self.updateGeometry()
