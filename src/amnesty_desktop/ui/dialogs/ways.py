# SPDX-License-Identifier: GPL-3.0-or-later
"""Better, worse or unchanged: three buttons of which one is pressed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from ...domain.outcome import Direction
from ...domain.vocabularies import label
from ..look import Look


class Ways(QWidget):
    """Signal: changed() when another is pressed."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20))
        for number, direction in enumerate(Direction):
            button = QRadioButton(f"&{label(direction).capitalize()}")
            button.setObjectName(str(direction))
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._on_clicked)
        self.choose(Direction.BETTER)

    @property
    def direction(self) -> Direction:
        """The one that is pressed."""
        return tuple(Direction)[self._group.checkedId()]

    def choose(self, direction: Direction) -> None:
        """Press one, without telling anybody."""
        button = self._group.button(tuple(Direction).index(direction))
        button.setChecked(True)
        self.setFocusProxy(button)

    def _on_clicked(self, number: int) -> None:
        self.setFocusProxy(self._group.button(number))
        self.changed.emit()
