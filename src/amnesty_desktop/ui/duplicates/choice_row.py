# SPDX-License-Identifier: GPL-3.0-or-later
"""One field in which two records differ: its name, and the two values side by side, one of them chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ..look import Look
from ..theme import Role, Use
from ..widgets.paragraph import NARROW, OneLine, Paragraph


class ChoiceCell(QWidget):
    """One of the two values; a press anywhere on it chooses it."""

    def __init__(self, look: Look, caption: str, text: str) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setAccessibleName(f"{caption}: {text}")
        self.words = Paragraph(look, text, Use.TABLE, Role.TEXT, line_height=NARROW)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.radio.setChecked(True)


class ChoiceRow(QWidget):
    """The value at the leading side is chosen to begin with, unless takes_other says otherwise."""

    def __init__(
        self, look: Look, field: str, caption: str, one: str, other: str, *, takes_other: bool = False
    ) -> None:
        super().__init__()
        self.field = field
        self.one = ChoiceCell(look, caption, one)
        self.other = ChoiceCell(look, caption, other)
        self._group = QButtonGroup(self)
        for cell in (self.one, self.other):
            self._group.addButton(cell.radio)
        (self.other if takes_other else self.one).radio.setChecked(True)
        self.setAccessibleName(caption)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(2))
        grid.addWidget(OneLine(look, caption, Use.CAPTION, Role.SECONDARY), 0, 0, 1, 2)
        grid.addWidget(self.one, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.other, 1, 1, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    @property
    def takes_other(self) -> bool:
        """Whether the value at the trailing side is chosen."""
        return self.other.radio.isChecked()
