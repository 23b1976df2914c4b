# SPDX-License-Identifier: GPL-3.0-or-later
"""A caption over its value, as a record is read; it takes no room while there is no value."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from .paragraph import OneLine, Paragraph, Run


class CaptionedValue(QWidget):
    """One thing a record says."""

    def __init__(
        self, look: Look, caption: str, text: str = "", use: Use = Use.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._caption = OneLine(look, caption, Use.CAPTION, Role.SECONDARY)
        self._value = Paragraph(look, "", use)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._caption)
        self._column.addWidget(self._value)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()
        self.set_text(text)

    @property
    def text(self) -> str:
        """The value shown."""
        return self._value.text()

    def set_text(self, text: str) -> None:
        """Show a value; an empty one takes caption and all away."""
        self._value.setText(text)
        self._tell()

    def set_runs(self, *runs: Run) -> None:
        """Show a value whose words differ in weight or colour."""
        self._value.set_runs(*runs)
        self._tell()

    def _tell(self) -> None:
        show_if(self, bool(self._value.text().strip()))
        self._value.setAccessibleName(f"{self._caption.text()}: {self._value.text()}")

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(2))
