# SPDX-License-Identifier: GPL-3.0-or-later
"""The outlined icons, drawn on a 20 px grid and coloured by role."""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from .look import Look
from .theme import Role


class IconName(StrEnum):
    """What an icon stands for; the value is the name of its file."""

    TODAY = "today"
    CASES = "cases"
    LETTERS = "letters"
    OUTCOMES = "outcomes"
    PEOPLE = "people"
    MEETINGS = "meetings"
    REPORTS = "reports"
    SEARCH = "search"
    LOCK = "lock"
    ADD = "add"
    BIN = "bin"
    ATTACH = "attach"
    BACK = "back"
    MORE = "more"
    CLOSE = "close"
    UNDO = "undo"
    WORD = "word"


GRID = 20
_POINTING = frozenset({IconName.BACK, IconName.UNDO})
_SHARPNESS = (1, 2, 3)


def icon(name: IconName, look: Look, role: Role = Role.TEXT) -> QIcon:
    """Return an icon in the colour of a role, sharp on screens of one, two and three pixels a point."""
    side = look.px(GRID)
    found = QIcon()
    for ratio in _SHARPNESS:
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, QRectF(pixmap.rect()), name, look, look.color(role))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        found.addPixmap(pixmap)
    return found


def paint_icon(painter: QPainter, rect: QRectF, name: IconName, look: Look, color: QColor) -> None:
    """Paint an icon into a square; those that point somewhere are mirrored with the window."""
    drawing = look.drawing(name).replace("currentColor", color.name())
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    painter.save()
    if name in _POINTING and look.is_right_to_left:
        painter.translate(2 * rect.center().x(), 0)
        painter.scale(-1, 1)
    renderer.render(painter, rect)
    painter.restore()
