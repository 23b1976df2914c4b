# SPDX-License-Identifier: GPL-3.0-or-later
"""The lights: small shapes told apart in black and white, each meaning one thing and always beside a word."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from .look import Look
from .texts import draw_line
from .theme import Role, Use


class Light(StrEnum):
    """What a light says."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"
    NO_DATE = "no_date"
    VERIFIED = "verified"
    ONE_SHORT = "one_short"
    DONE = "done"
    LOOK_AGAIN = "look_again"
    NO_LONGER_TRUE = "no_longer_true"
    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"
    PLEASE_MIND = "please_mind"


SIDE = 12
"""The side of a light in design px: three quarters of an em."""

_ROLES = {
    Light.LATE: Role.RED,
    Light.SOON: Role.AMBER,
    Light.LATER: Role.TEXT,
    Light.NO_DATE: Role.SECONDARY,
    Light.VERIFIED: Role.GREEN,
    Light.ONE_SHORT: Role.AMBER,
    Light.DONE: Role.GREEN,
    Light.LOOK_AGAIN: Role.RED,
    Light.NO_LONGER_TRUE: Role.SECONDARY,
    Light.BETTER: Role.GREEN,
    Light.WORSE: Role.RED,
    Light.UNCHANGED: Role.SECONDARY,
    Light.PLEASE_MIND: Role.TEXT,
}


def role_of(light: Light) -> Role:
    """Return the role a light and the word beside it are coloured by."""
    return _ROLES[light]


def paint_light(painter: QPainter, rect: QRectF, light: Light, look: Look, color: QColor | None = None) -> None:
    """Paint a light into a square, in its own colour unless another is given.

    In a mirrored window only the flag turns: a half disc is half either way, and a tick is a tick.
    """
    ink = look.color(role_of(light)) if color is None else color
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / SIDE, rect.height() / SIDE)
    if light is Light.PLEASE_MIND and look.is_right_to_left:
        painter.translate(SIDE, 0)
        painter.scale(-1, 1)
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[light](painter, ink, look.color(Role.PANE))
    painter.restore()


def _pen(ink: QColor, width: float = 1.4) -> QPen:
    return QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _disc(painter: QPainter, ink: QColor, _pane: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(0.5, 0.5, 11, 11))


def _ring(painter: QPainter, _ink: QColor, _pane: QColor) -> None:
    painter.drawEllipse(QRectF(1.2, 1.2, 9.6, 9.6))


def _half_disc(painter: QPainter, ink: QColor, pane: QColor) -> None:
    _ring(painter, ink, pane)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPie(QRectF(1.2, 1.2, 9.6, 9.6), -90 * 16, 180 * 16)


def _dash(painter: QPainter, _ink: QColor, _pane: QColor) -> None:
    painter.drawLine(QLineF(2.2, 6, 9.8, 6))


def _tick(painter: QPainter, ink: QColor, _pane: QColor) -> None:
    painter.setPen(_pen(ink, 1.8))
    painter.drawPolyline(QPolygonF([QPointF(1.2, 6.8), QPointF(4.4, 10), QPointF(10.8, 2.6)]))


def _ticked_disc(painter: QPainter, ink: QColor, pane: QColor) -> None:
    _disc(painter, ink, pane)
    painter.setPen(_pen(pane, 1.5))
    painter.drawPolyline(QPolygonF([QPointF(3.4, 6.2), QPointF(5.2, 8.1), QPointF(8.7, 4.1)]))


def _warning(painter: QPainter, ink: QColor, _pane: QColor) -> None:
    painter.setPen(_pen(ink, 1.3))
    painter.drawPolygon(QPolygonF([QPointF(6, 0.9), QPointF(11.4, 10.6), QPointF(0.6, 10.6)]))
    painter.drawLine(QLineF(6, 4.5, 6, 7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(6, 8.8), 0.75, 0.75)


def _struck_ring(painter: QPainter, ink: QColor, pane: QColor) -> None:
    _ring(painter, ink, pane)
    painter.drawLine(QLineF(2.7, 2.7, 9.3, 9.3))


def _triangle_up(painter: QPainter, ink: QColor, _pane: QColor) -> None:
    painter.setBrush(ink)
    painter.setPen(_pen(ink, 0.8))
    painter.drawPolygon(QPolygonF([QPointF(6, 1.6), QPointF(11, 10.2), QPointF(1, 10.2)]))


def _triangle_down(painter: QPainter, ink: QColor, _pane: QColor) -> None:
    painter.setBrush(ink)
    painter.setPen(_pen(ink, 0.8))
    painter.drawPolygon(QPolygonF([QPointF(6, 10.4), QPointF(11, 1.8), QPointF(1, 1.8)]))


def _two_bars(painter: QPainter, ink: QColor, _pane: QColor) -> None:
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QLineF(1.2, 4.2, 10.8, 4.2))
    painter.drawLine(QLineF(1.2, 8, 10.8, 8))


def _flag(painter: QPainter, _ink: QColor, _pane: QColor) -> None:
    outline = [(2, 11.4), (2, 1), (10.6, 1), (8.8, 3.9), (10.6, 6.8), (2, 6.8)]
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in outline]))


_SHAPES: Mapping[Light, Callable[[QPainter, QColor, QColor], None]] = {
    Light.LATE: _disc,
    Light.SOON: _half_disc,
    Light.LATER: _ring,
    Light.NO_DATE: _dash,
    Light.VERIFIED: _ticked_disc,
    Light.ONE_SHORT: _half_disc,
    Light.DONE: _tick,
    Light.LOOK_AGAIN: _warning,
    Light.NO_LONGER_TRUE: _struck_ring,
    Light.BETTER: _triangle_up,
    Light.WORSE: _triangle_down,
    Light.UNCHANGED: _two_bars,
    Light.PLEASE_MIND: _flag,
}


class LightLabel(QWidget):
    """A light and its word on one line; the word is cut at its end where there is no room."""

    def __init__(
        self, look: Look, light: Light, word: str, use: Use = Use.STRONG, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._use = use
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self.show_light(light, word)

    @property
    def light(self) -> Light:
        """The light shown."""
        return self._light

    @property
    def word(self) -> str:
        """The word shown, in full."""
        return self._word

    def show_light(self, light: Light, word: str) -> None:
        """Show another light and its word."""
        self._light = light
        self._word = word
        self.setAccessibleName(word)
        self._restyle()

    def set_use(self, use: Use) -> None:
        """Set the word in another font."""
        self._use = use
        self._restyle()

    def word_role(self) -> Role:
        """Return the role the word is coloured by: the light's own."""
        return role_of(self._light)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = self._text_left() + metrics.horizontalAdvance(self._word) + 1
        return QSize(width, max(metrics.height(), self._look.px(SIDE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_left() + self.fontMetrics().horizontalAdvance("…"), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        side, left = self._look.px(SIDE), self._text_left()
        mirrored = self.layoutDirection()
        mark = QStyle.visualRect(mirrored, self.rect(), QRect(0, (self.height() - side) // 2, side, side))
        words = QStyle.visualRect(mirrored, self.rect(), self.rect().adjusted(left, 0, 0, 0))
        painter = QPainter(self)
        paint_light(painter, QRectF(mark), self._light, self._look)
        painter.setPen(self._look.color(self.word_role()))
        painter.setLayoutDirection(mirrored)
        draw_line(painter, words, self._word)

    def _text_left(self) -> int:
        return self._look.px(SIDE + 7)

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._use))
        self.updateGeometry()
        self.update()
