# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on their way to the screen: kept on one line, kept in their own direction, counted, and spoken."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import QStyle, QWidget

_LEFT_TO_RIGHT = "⁦"
_FIRST_STRONG = "⁨"
_END = "⁩"


def left_to_right(text: str) -> str:
    """Keep papers, index numbers, shortcuts and figures in order inside a sentence written from the right."""
    return f"{_LEFT_TO_RIGHT}{text}{_END}" if text else ""


def in_own_direction(text: str) -> str:
    """Keep a name or place from reordering the sentence around it."""
    return f"{_FIRST_STRONG}{text}{_END}" if text else ""


def counted(number: int, one: str, many: str) -> str:
    """Return "1 letter" or "3 letters"."""
    return f"{number} {one if number == 1 else many}"


def joined(*parts: str) -> str:
    """Return the parts that say something, with middle dots between them, each in its own direction."""
    return "  ·  ".join(in_own_direction(part) for part in parts if part)


def shortcut_text(keys: QKeySequence | QKeySequence.StandardKey) -> str:
    """Return a shortcut as the platform writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence once it has finished what it is saying."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def draw_line(painter: QPainter, rect: QRect, text: str, *, trailing: bool = False) -> int:
    """Draw one line in the painter's font and pen, cut at its end where it does not fit.

    The line stands at the leading edge as the painter is laid out, its words in their own direction.
    Returns the width it took.
    """
    direction = painter.layoutDirection()
    metrics = QFontMetrics(painter.font(), painter.device())
    cut = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if trailing else Qt.AlignmentFlag.AlignLeft
    visual = QStyle.visualAlignment(direction, side)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    flags = visual | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine, cut)
    painter.setLayoutDirection(direction)
    return metrics.horizontalAdvance(cut)
