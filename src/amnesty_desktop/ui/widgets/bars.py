# SPDX-License-Identifier: GPL-3.0-or-later
"""Bars: what went wrong, above the pane it concerns, and what can be undone, above the foot."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStyle, QWidget

from ..lights import SIDE, Light, paint_light
from ..look import Look
from ..showing import show_if
from ..texts import announce, left_to_right
from ..theme import Role, Use
from .buttons import LinkButton, QuietButton
from .paragraph import NARROW, OneLine, Paragraph

UNDO_STAYS = 10_000
"""Milliseconds an undo is offered while nobody touches it."""

_EDGE = 4


class Bar(QWidget):
    """A bar in the layout of a pane: it pushes the content away and covers nothing. Hidden until it has something."""

    def __init__(self, look: Look, surface: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._surface = surface
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color(self._surface))

    def _restyle(self) -> None:
        side, height = self._look.px(24), self._look.px(9)
        self.row.setContentsMargins(side, height, side, height)
        self.row.setSpacing(self._look.px(16))
        self.update()


class ErrorBar(Bar):
    """One sentence about what is wrong and one button that mends it, or two; it stays until that is solved."""

    mend_requested = Signal()
    other_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, Role.SUB, parent)
        self._sentence = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self._button = QuietButton(look, "", small=True)
        self._button.clicked.connect(self.mend_requested)
        self._other = QuietButton(look, "", small=True)
        self._other.clicked.connect(self.other_requested)
        self.row.addWidget(_Warning(look))
        self.row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self._button)
        self.row.addWidget(self._other)

    @property
    def sentence(self) -> str:
        """What it says, empty while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def show_problem(self, sentence: str, button: str = "", other: str = "") -> None:
        """Say what happened and offer the way out, or two; without a button the sentence has to hold it."""
        self._sentence.setText(sentence)
        self._button.setText(button)
        self._other.setText(other)
        show_if(self._button, bool(button))
        show_if(self._other, bool(other))
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)

    def clear(self) -> None:
        """It is solved."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        edge = QRect(0, 0, self._look.px(_EDGE), self.height())
        painter.fillRect(QStyle.visualRect(self.layoutDirection(), self.rect(), edge), self._look.color(Role.RED))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color(Role.LINE))


class _Warning(QWidget):
    """The triangle before the sentence, which says the same in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self.width()
        square = QRectF(0, (self.height() - side) / 2, side, side)
        paint_light(QPainter(self), square, Light.LOOK_AGAIN, self._look)

    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(SIDE + 4))


class UndoBar(Bar):
    """Names what was just done and takes it back. It leaves after 10 s, but not while it has focus or pointer."""

    undo_requested = Signal()

    def __init__(self, look: Look, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(look, Role.PRIMARY, parent)
        self._sentence = OneLine(look, "", Use.TABLE, Role.PRIMARY_TEXT)
        self._undo = LinkButton(look, self.tr("Undo"), inverted=True)
        self._undo.clicked.connect(self._on_undo)
        self._undo.installEventFilter(self)
        self._shortcut = shortcut
        keys = OneLine(look, left_to_right(shortcut), Use.CAPTION, Role.PRIMARY_TEXT)
        self.row.addWidget(self._sentence, 1)
        self.row.addWidget(self._undo)
        self.row.addWidget(keys)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(UNDO_STAYS)
        self._leaving.timeout.connect(self.hide)

    @property
    def sentence(self) -> str:
        """What it offers to take back, empty while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    @property
    def is_leaving(self) -> bool:
        """Whether its time is running."""
        return self._leaving.isActive()

    def offer(self, sentence: str) -> None:
        """Name what was done, such as "The reply is in the bin."."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self._leaving.start()
        announce(self, self.tr("{sentence} Undo with {keys}.").format(sentence=sentence, keys=self._shortcut))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._leaving.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._leave_later()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._leaving.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if QApplication.focusWidget() is not self._undo:
            self._leave_later()

    def _leave_later(self) -> None:
        if not self.isHidden():
            self._leaving.start()

    def _on_undo(self) -> None:
        self.hide()
        self._leaving.stop()
        self.undo_requested.emit()
