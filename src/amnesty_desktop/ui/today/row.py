# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of Today, painted on one row or folded into two or three, with its quiet button."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ..lights import SIDE, paint_light, role_of
from ..look import Look
from ..marker import paint_focus_inside
from ..texts import draw_line
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from .lines import TodayLine

_LINE = 22
_AROUND = 12
_WORD = 114
_WHO = 260
_BUTTON = 108
_ONE_LINE = 704
_TWO_LINES = 512
_LEAST_SECOND = 72


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words in one font and colour."""

    text: str
    use: Use
    role: Role


@dataclass(frozen=True, slots=True)
class Place:
    """Two stretches after one another on one of a row's lines, from left to right in px as read from the leading edge.

    Where there is no room for both the second goes first; with is_fair each may take half.
    """

    line: int
    left: int
    right: int
    first: Words
    second: Words
    is_fair: bool = False


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
        # Without it the row would keep its hover fill when the pointer has left.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(part for part in (line.word, line.who, line.about, line.what) if part))
        self.button = QuietButton(look, str(line.act), small=True, parent=self)
        self.button.setAccessibleName(f"{line.act}: {line.who}")
        self.button.clicked.connect(lambda: self.acted.emit(self.line))
        look.changed.connect(self._restyle)
        self._restyle()

    def lines_in(self, width: int) -> int:
        """Return how many lines of words there are in a row of so many px."""
        if width >= self._two_lines:
            return 1 if width >= self._one_line else 2
        return 3 if self.line.what else 2

    def places_in(self, width: int) -> list[Place]:
        """Return what stands where in a row of so many px; what is to be known comes before where it stands."""
        line, px = self.line, self._look.px
        word = Words(line.word, Use.TABLE, role_of(line.light))
        who, own = Words(line.who, Use.NAME, Role.TEXT), Words(line.who_own, Use.TABLE, Role.SECONDARY)
        about, what = Words(line.about, Use.TABLE, Role.SECONDARY), Words(line.what, Use.TABLE, Role.TEXT)
        nothing = Words("", Use.TABLE, Role.TEXT)
        start, end = px(SIDE + 11), width - px(_BUTTON + 16)
        if width < self._two_lines:
            stacked = [
                Place(0, start, end, word, about),
                Place(1, start, end, who, own),
                Place(2, start, end, what, nothing),
            ]
            return stacked if line.what else stacked[:2]
        middle = px(_WORD + 4)
        if width < self._one_line:
            return [
                Place(0, start, middle, word, nothing),
                Place(0, middle, end, who, own),
                Place(1, start, end, about, what, is_fair=True),
            ]
        last = middle + min(px(_WHO), (end - middle) // 2)
        return [
            Place(0, start, middle, word, nothing),
            Place(0, middle, last - px(16), who, own),
            Place(0, last, end, about, what, is_fair=True),
        ]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line * self.lines_in(width) + self._around

    def sizeHint(self) -> QSize:
        return QSize(self._one_line, self.heightForWidth(self._one_line))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_BUTTON + 120), self.sizeHint().height())

    def focus_rect(self) -> QRect:
        """The row draws its own focus inside."""
        return QRect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

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
        side = look.px(SIDE)
        light = QRect(look.px(4), self._line_top(0) + (self._line - side) // 2, side, side)
        paint_light(painter, QRectF(self._visual(light)), self.line.light, look)
        for place in self.places_in(self.width()):
            self._paint_place(painter, place)
        if self.hasFocus():
            paint_focus_inside(painter, self.rect().adjusted(0, 0, 0, -1), look)

    def _paint_place(self, painter: QPainter, place: Place) -> None:
        top, height = self._line_top(place.line), self._line
        left = place.left
        for words, width in zip((place.first, place.second), self._widths(place), strict=True):
            if width <= 0:
                continue
            painter.setFont(self._look.font(words.use))
            painter.setPen(self._look.color(words.role))
            draw_line(painter, self._visual(QRect(left, top, width, height)), words.text)
            left += width + self._gap

    def _widths(self, place: Place) -> tuple[int, int]:
        """Return the px each stretch takes; 0 where it is left out."""
        room = place.right - place.left
        first, second = (self._wanted(words) for words in (place.first, place.second))
        if not second or first + self._gap + second <= room:
            return min(first, room), second
        if place.is_fair:
            first = min(first, max(room // 2, room - self._gap - second))
        rest = room - first - self._gap
        return min(first, room), rest if rest >= min(second, self._look.px(_LEAST_SECOND)) else 0

    def _wanted(self, words: Words) -> int:
        return QFontMetrics(self._look.font(words.use), self).horizontalAdvance(words.text) + 1 if words.text else 0

    @property
    def _gap(self) -> int:
        return self._look.px(8)

    def _line_top(self, number: int) -> int:
        lines = self.lines_in(self.width())
        return (self.height() - 1 - lines * self._line) // 2 + number * self._line

    def _visual(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _place_button(self) -> None:
        look, size = self._look, self.button.sizeHint()
        width = max(look.px(_BUTTON), size.width())
        left, top = self.width() - width - look.px(4), (self.height() - 1 - size.height()) // 2
        self.button.setGeometry(self._visual(QRect(left, top, width, size.height())))

    def _restyle(self) -> None:
        # Held because laying out a long page asks for them thousands of times.
        px = self._look.px
        self._line, self._around = px(_LINE), px(_AROUND)
        self._one_line, self._two_lines = px(_ONE_LINE), px(_TWO_LINES)
        self._place_button()
        self.updateGeometry()
        self.update()
