# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame all dialogs share: a title, what is to be decided, and verbs on buttons in the platform's order."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..focus_ring import FocusRing
from ..look import Look
from ..theme import Use
from ..widgets.bars import ErrorBar
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.paragraph import Paragraph

Role = QDialogButtonBox.ButtonRole
_Slider = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_Up: _Slider.SliderSingleStepSub,
    Qt.Key.Key_Down: _Slider.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Slider.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Slider.SliderPageStepAdd,
}


class DialogFrame(QDialog):
    """A dialog over the window. Esc leaves it; its content scrolls when the screen is small."""

    def __init__(self, look: Look, title: str, parent: QWidget | None, *, size: tuple[int, int] = (560, 420)) -> None:
        super().__init__(parent)
        self.look = look
        self._size = size
        self.setWindowTitle(title)
        self.setModal(True)
        self.trouble = ErrorBar(look)
        self.trouble.mend_requested.connect(self.trouble.clear)
        self.content = QVBoxLayout()
        self.content.addWidget(Paragraph(look, title, Use.TITLE))
        self.buttons = QDialogButtonBox()
        self._foot = QVBoxLayout()
        self._place()
        self._ring = FocusRing(self, look)
        look.changed.connect(self._restyle)
        self._restyle()

    def add(self, *parts: QWidget) -> None:
        """Put widgets below one another."""
        for part in parts:
            self.content.addWidget(part)

    def add_button(self, words: str, role: Role, *, primary: bool = False) -> QPushButton:
        """Add a button; the primary one is pressed by Enter."""
        button = PrimaryButton(self.look, words) if primary else QuietButton(self.look, words)
        button.setAutoDefault(False)
        button.setDefault(primary)
        button.setObjectName(words.replace("&", "").rstrip("…"))
        self.buttons.addButton(button, role)
        return button

    def add_close(self, words: str = "&Close") -> QPushButton:
        """Add the button that leaves the dialog."""
        button = self.add_button(words, Role.RejectRole)
        button.clicked.connect(self.reject)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, whatever the default is; arrows and pages scroll."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        elif event.key() in _SCROLLING:
            self._area.verticalScrollBar().triggerAction(_SCROLLING[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def open(self) -> None:
        """Show the dialog at the size it is meant to have; Qt alone would stop at two thirds of the screen."""
        self.resize(self.sizeHint())
        super().open()

    def sizeHint(self) -> QSize:
        wanted = QSize(self.look.px(self._size[0]), self.look.px(self._size[1]))
        screen = self.screen().availableGeometry().size() if self.screen() else wanted
        parent = self.parentWidget()
        window = parent.window().size() if parent is not None else screen
        return wanted.boundedTo(screen).boundedTo(QSize(max(window.width() - 32, 320), max(window.height() - 32, 240)))

    def _place(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        inner.setAutoFillBackground(True)
        inner.setLayout(self.content)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self._foot.addWidget(self.buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.trouble)
        whole.addWidget(area, 1)
        whole.addLayout(self._foot)

    def _restyle(self) -> None:
        px = self.look.px
        self.content.setContentsMargins(px(24), px(24), px(24), px(16))
        self.content.setSpacing(px(14))
        self._foot.setContentsMargins(px(24), px(8), px(24), px(16))
