# SPDX-License-Identifier: GPL-3.0-or-later
"""The large type of the evening: for a projector, and a size smaller where the screen is."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ..look import Look
from ..theme import Use

ROOM_FOR_LARGE = 1500
"""Design px of the window from which the type is as large as it gets."""
ROOM_FOR_THREE = 1150
"""Design px from which who is here stands beside the case, and not below the cases."""


@dataclass(frozen=True, slots=True)
class Type:
    """The fonts by use."""

    title: Use
    name: Use
    body: Use
    caption: Use


LARGE = Type(Use.MEETING_TITLE, Use.MEETING_NAME, Use.MEETING_BODY, Use.MEETING_CAPTION)
SMALL = Type(Use.MEETING_NAME, Use.LETTER_TITLE, Use.MEETING_CAPTION, Use.BODY)


class BigButton(QPushButton):
    """A button one can read from the back of the room; the primary one does what the page is for."""

    def __init__(self, look: Look, text: str, name: str, *, primary: bool = False, link: bool = False) -> None:
        super().__init__(text)
        self._look = look
        self._type = LARGE
        self.setObjectName(name)
        self.setProperty("primary", primary)
        self.setProperty("link", link)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_type(self, wanted: Type) -> None:
        """Set the words in another size."""
        self._type = wanted
        self._restyle()

    def set_primary(self, is_primary: bool) -> None:
        """Be the button that does what the page is for, or no longer."""
        if bool(self.property("primary")) is not is_primary:
            self.setProperty("primary", is_primary)
            self.style().unpolish(self)
            self.style().polish(self)
            self._restyle()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self.property("link"):
            return size
        return QSize(size.width() + self._look.px(16), self.fontMetrics().height() + self._look.px(16))

    def _restyle(self) -> None:
        is_quiet = self.property("link") or self._type is not LARGE
        font = QFont(self._look.font(self._type.caption if is_quiet else self._type.body))
        if self.property("primary"):
            font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        self._keep_height()
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        # The style sheet gives every button the least height of small type, and a full page would press it to that.
        self.setMinimumHeight(self.sizeHint().height())


def set_type(parent: QWidget, wanted: Type) -> None:
    """Set all buttons below a widget in another size."""
    for button in parent.findChildren(BigButton):
        button.set_type(wanted)
