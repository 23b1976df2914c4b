# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of Today, painted on one row, with its quiet button."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QWidget

from ..lights import SIDE, paint_light, role_of
from ..look import Look
from ..marker import paint_focus_inside
from ..texts import draw_line
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from .lines import TodayLine

_HEIGHT = 34
_WORD = 120
_BUTTON = 108
_NARROW = 620


class TodayRow(QWidget):
    """Enter opens what it is about, Ctrl+Enter does what its button says, Up and Down go to the next.

    Signals: opened(TodayLine), acted(TodayLine), left(step) when Up or Down is pressed.
    """

    opened = Signal(object)
    acted = Signal(object)
    left = Signal(int)

    def __init__(self, look: Look, line: TodayLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{line.word}, {line.who}, {line.about}, {line.what}")
        self.button = QuietButton(look, str(line.act), small=True)
        self.button.setAccessibleName(f"{line.act}: {line.who}")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda: self.acted.emit(self.line))
        self._layout = QHBoxLayout(self)
        self._layout.addStretch(1)
        self._layout.addWidget(self.button)
        look.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(_HEIGHT))

    def focus_rect(self) -> QRect:
        """The row draws its own focus inside."""
        return QRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                (self.acted if control else self.opened).emit(self.line)
            case Qt.Key.Key_Up:
                self.left.emit(-1)
            case Qt.Key.Key_Down:
                self.left.emit(1)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self.underMouse():
            painter.fillRect(self.rect(), look.color(Role.HOVER))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.color(Role.LINE))
        word, who, about = self._places()
        self._paint_word(painter, word)
        self._paint_pair(
            painter, who, (self.line.who, Use.NAME, Role.TEXT), (self.line.who_own, Use.TABLE, Role.SECONDARY)
        )
        self._paint_pair(
            painter, about, (self.line.about, Use.TABLE, Role.SECONDARY), (self.line.what, Use.TABLE, Role.TEXT)
        )
        if self.hasFocus():
            paint_focus_inside(painter, self.rect().adjusted(0, 0, 0, -1), look)

    def _places(self) -> tuple[QRect, QRect, QRect]:
        """Where word, name and paper stand, as read from the leading edge."""
        px, height = self._look.px, self.height() - 1
        start = px(4)
        room = self.width() - start - px(_BUTTON + 16)
        if room < px(_NARROW):
            word = min(px(_WORD), room // 4)
            rest = room - word
            return (
                QRect(start, 0, word, height),
                QRect(start + word, 0, rest // 2, height),
                QRect(start + word + rest // 2 + px(8), 0, rest - rest // 2 - px(8), height),
            )
        word, who = px(_WORD), min(px(260), (room - px(_WORD)) // 2)
        left = start + word
        return (
            QRect(start, 0, word, height),
            QRect(left, 0, who - px(16), height),
            QRect(left + who, 0, room - word - who, height),
        )

    def _paint_word(self, painter: QPainter, place: QRect) -> None:
        look, line = self._look, self.line
        side = look.px(SIDE)
        light = QRect(place.left(), (place.height() - side) // 2, side, side)
        paint_light(painter, QRectF(self._visual(light)), line.light, look)
        painter.setFont(look.font(Use.TABLE))
        painter.setPen(look.color(role_of(line.light)))
        draw_line(painter, self._visual(place.adjusted(side + look.px(7), 0, -look.px(4), 0)), line.word)

    def _paint_pair(
        self, painter: QPainter, place: QRect, first: tuple[str, Use, Role], second: tuple[str, Use, Role]
    ) -> None:
        """Two stretches of words after one another; the second is cut before the first."""
        left, gap = place.left(), self._look.px(8)
        for text, use, role in (first, second):
            room = place.right() - left
            if not text or room < self._look.px(24):
                continue
            painter.setFont(self._look.font(use))
            painter.setPen(self._look.color(role))
            wanted = QFontMetrics(painter.font(), self).horizontalAdvance(text)
            spot = QRect(left, 0, min(wanted + 1, room), place.height())
            left += draw_line(painter, self._visual(spot), text) + gap

    def _visual(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _restyle(self) -> None:
        px = self._look.px
        self._layout.setContentsMargins(0, 0, px(4), 1)
        self.button.setMinimumWidth(px(_BUTTON))
        self.updateGeometry()
