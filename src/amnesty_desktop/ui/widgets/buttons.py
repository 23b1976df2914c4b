# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: the one that matters most, the quiet rest, and links."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ..look import Look
from ..theme import Use


class _Button(QPushButton):
    """A push button that Enter presses, in the font of the look."""

    def __init__(self, look: Look, text: str, use: Use, parent: QWidget | None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._use = use
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(QFont(self._look.font(self._use)))
        self.updateGeometry()


class PrimaryButton(_Button):
    """The one button of a view that does what the view is for."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, Use.NAME, parent)
        self.setProperty("primary", True)


class QuietButton(_Button):
    """Any other button; small ones stand in heads and rows."""

    def __init__(self, look: Look, text: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, text, Use.CAPTION if small else Use.TABLE, parent)
        self.setProperty("small", small)


class LinkButton(_Button):
    """A button that reads as underlined words; inverted ones stand on the undo bar."""

    def __init__(self, look: Look, text: str, *, inverted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, text, Use.NAME if inverted else Use.TABLE, parent)
        self.setProperty("link", True)
        self.setProperty("inverted", inverted)
