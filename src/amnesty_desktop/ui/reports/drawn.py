# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a drawing of the domain, so that the window shows the very picture that goes to Word."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from ...domain.drawing import Anchor, Block, Drawing, Ink, Label, Stroke
from ..look import Look
from ..theme import Role

_SCALE = 2.0
"""Pixels of the image for each pixel shown: sharp on fine screens too."""


@dataclass(frozen=True, slots=True)
class _Inks:
    """Which colours words and bars have, and what they stand on."""

    words: Role
    bars: Role
    ground: Role


_PAPER = _Inks(Role.PAPER_TEXT, Role.PAPER_TEXT, Role.PAPER)
_PANE = _Inks(Role.TEXT, Role.PRIMARY, Role.PANE)


def drawing_image(drawing: Drawing, look: Look, zoom: float) -> QImage:
    """The drawing on white; zoom is px for each point."""
    width, height = round(drawing.width * zoom * _SCALE), round(drawing.height * zoom * _SCALE)
    image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(look.color(Role.PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom * _SCALE, zoom * _SCALE)
    paint_drawing(painter, drawing, look)
    painter.end()
    return image


def paint_drawing(painter: QPainter, drawing: Drawing, look: Look, *, on_paper: bool = True) -> None:
    """Paint the marks in their order, in points from where the painter stands; on white paper or on a pane."""
    inks = _PAPER if on_paper else _PANE
    for mark in drawing.marks:
        if isinstance(mark, Block):
            _block(painter, mark, look, inks)
        elif isinstance(mark, Stroke):
            _stroke(painter, mark, look, inks)
        else:
            _label(painter, mark, look, inks)


def _color(ink: Ink, look: Look, inks: _Inks) -> QColor:
    if ink is Ink.ACCENT:
        return look.color(Role.ACCENT)
    color = look.color(inks.bars if ink in (Ink.BAR, Ink.HATCH) else inks.words)
    if ink is Ink.QUIET:
        color.setAlphaF(0.72)
    elif ink is Ink.LINE:
        color.setAlphaF(0.18)
    return color


def _block(painter: QPainter, mark: Block, look: Look, inks: _Inks) -> None:
    rect = QRectF(mark.left, mark.top, mark.width, mark.height)
    color = _color(mark.ink, look, inks)
    if mark.ink is not Ink.HATCH:
        painter.fillRect(rect, color)
        return
    painter.fillRect(rect, look.color(inks.ground))
    painter.fillRect(rect, QBrush(color, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(color, 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _stroke(painter: QPainter, mark: Stroke, look: Look, inks: _Inks) -> None:
    pen = QPen(_color(mark.ink, look, inks), mark.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.is_dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(mark.left, mark.top, mark.right, mark.bottom))


def _label(painter: QPainter, mark: Label, look: Look, inks: _Inks) -> None:
    font = QFont(painter.font())
    # One px is one point here: the painter has been scaled.
    font.setPixelSize(max(round(mark.size), 1))
    font.setBold(mark.is_strong)
    measured = QFontMetricsF(font)
    text = measured.elidedText(mark.text, Qt.TextElideMode.ElideRight, mark.width) if mark.width else mark.text
    width = measured.horizontalAdvance(text)
    left = {Anchor.START: mark.left, Anchor.MIDDLE: mark.left - width / 2, Anchor.END: mark.left - width}[mark.anchor]
    painter.setFont(font)
    painter.setPen(_color(mark.ink, look, inks))
    painter.drawText(QPointF(left, mark.base), text)
