# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign for "you are here": a fill and one accent line, painted alike in the rail, in rows and under tabs."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from .look import Look
from .theme import Role

RAIL_WIDTH = 4
ROW_WIDTH = 3
TAB_WIDTH = 3


def paint_here(painter: QPainter, rect: QRect, look: Look, width: int, *, fill: Role = Role.SELECTION) -> None:
    """Fill a rectangle and put the marker at its leading edge, as the painter is laid out; width in design px."""
    painter.fillRect(rect, look.color(fill))
    paint_marker(painter, rect, look, width)


def paint_marker(painter: QPainter, rect: QRect, look: Look, width: int) -> None:
    """Put the marker alone at the leading edge of a rectangle; width in design px."""
    line = QRect(rect.left(), rect.top(), look.px(width), rect.height())
    painter.fillRect(QStyle.visualRect(painter.layoutDirection(), rect, line), look.color(Role.ACCENT))


def paint_under(painter: QPainter, rect: QRect, look: Look) -> None:
    """Put the marker under a tab."""
    height = look.px(TAB_WIDTH)
    painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height), look.color(Role.ACCENT))


def paint_focus_inside(painter: QPainter, rect: QRect, look: Look) -> None:
    """Draw the focus ring within a row, where nothing may stand outside."""
    left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
    ink = look.color(Role.FOCUS)
    painter.fillRect(left, top, width, 2, ink)
    painter.fillRect(left, rect.bottom() - 1, width, 2, ink)
    painter.fillRect(left, top, 2, height, ink)
    painter.fillRect(rect.right() - 1, top, 2, height, ink)
