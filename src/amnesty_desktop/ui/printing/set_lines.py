# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs set in lines: the words of a letter cut to a width, as Word and LibreOffice cut them.

Everything is in px of a page at DOTS per inch, where a point is a whole number of px: type and distances are exact.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout

from ...documents.scripts import Script, stretches
from ...domain.letter import Run
from ..letters.page_device import POINTS_PER_INCH, Scale, page_device, paper_font, paper_option

PRINT = Scale(88, in_px=True)
"""Eight px to the point."""
DOTS = PRINT.dots
_SIGN = "•"
_ABOVE = 0.8
"""How much of a line of exact height stands above the foot of its letters."""
_LINE_BREAK = "\u2028"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a paragraph is set, in points: its type, the least or the exact height of a line, the space above.

    complex_points is the size of Arabic and Hebrew letters, indent that of a bullet. keeps_next holds it to the
    paragraph below, keeps_lines its own lines together.
    """

    points: float
    complex_points: float = 0
    line: float = 0
    exact: bool = False
    bold: bool = False
    before: float = 0
    indent: float = 0
    keeps_next: bool = False
    keeps_lines: bool = False


@dataclass(slots=True)
class SetParagraph:
    """One paragraph in lines, so many px wide. heights are those of its lines, in px."""

    setting: Setting
    layout: QTextLayout
    width: float
    is_mirrored: bool
    sign: QTextLayout | None = None
    heights: list[float] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Px that its lines take one below the other."""
        return sum(self.heights)

    def paint(self, painter: QPainter, left: float, number: int, top: float) -> None:
        """Paint one of its lines, whose place on the page begins at left and top, in px."""
        line = self.layout.lineAt(number)
        line.draw(painter, QPointF(left, top))
        if number == 0 and self.sign is not None:
            sign = self.sign.lineAt(0)
            at = left + self.width - sign.naturalTextWidth() if self.is_mirrored else left
            foot = top + line.y() + line.ascent()
            sign.draw(painter, QPointF(at, foot - sign.y() - sign.ascent()))


def px(points: float) -> float:
    """Points in px of the page."""
    return points * DOTS / POINTS_PER_INCH


def print_font(families: Sequence[str], points: float, *, bold: bool = False) -> QFont:
    """A font of the paper whose size is in px, the same on every device."""
    font = paper_font(tuple(families), points, bold=bold)
    font.setPixelSize(max(1, round(px(points))))
    return font


def set_paragraph(
    runs: Sequence[Run], families: Sequence[str], setting: Setting, width: float, *, is_mirrored: bool = False
) -> SetParagraph:
    """Cut a paragraph into lines, so many px wide; is_mirrored says that it runs from right to left."""
    text = "".join(_printed(run) for run in runs)
    layout = QTextLayout(text, print_font(families, setting.points, bold=setting.bold), page_device(DOTS))
    option = paper_option()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.setFormats(_formats(runs) + _complex_formats(text, setting, is_mirrored=is_mirrored))
    made = SetParagraph(setting, layout, width, is_mirrored)
    indent = px(setting.indent)
    if indent:
        made.sign = _sign(families, setting)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - indent)
        natural = math.ceil(line.ascent() + line.descent() + max(line.leading(), 0))
        height = px(setting.line) if setting.exact else max(px(setting.line), natural)
        # Word gives what a line has more than its letters above them.
        above = height * _ABOVE - line.ascent() if setting.exact else height - line.height()
        line.setPosition(QPointF(0 if is_mirrored else indent, above))
        made.heights.append(height)
    layout.endLayout()
    return made


def _printed(run: Run) -> str:
    return run.text.replace("\r\n", "\n").replace("\n", _LINE_BREAK)


def _formats(runs: Iterable[Run]) -> list[QTextLayout.FormatRange]:
    found, at = [], 0
    for run in runs:
        text = _printed(run)
        if run.bold or run.italic:
            found.append(_range(_look(run), at, text))
        at += _units(text)
    return found


def _complex_formats(text: str, setting: Setting, *, is_mirrored: bool) -> list[QTextLayout.FormatRange]:
    """Arabic and Hebrew letters look smaller than Latin ones of their size, so they have one of their own."""
    if not setting.complex_points:
        return []
    found, at = [], 0
    larger = QTextCharFormat()
    larger.setProperty(QTextCharFormat.Property.FontPixelSize, round(px(setting.complex_points)))
    for stretch, script in stretches(text, right=is_mirrored):
        if script is Script.RIGHT:
            found.append(_range(larger, at, stretch))
        at += _units(stretch)
    return found


def _range(look: QTextCharFormat, at: int, text: str) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = at, _units(text), look
    return found


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in the units of UTF-16."""
    return len(text.encode("utf-16-le", "replace")) // 2


def _look(run: Run) -> QTextCharFormat:
    look = QTextCharFormat()
    if run.bold:
        look.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        look.setFontItalic(True)
    return look


def _sign(families: Sequence[str], setting: Setting) -> QTextLayout:
    layout = QTextLayout(_SIGN, print_font(families, setting.points), page_device(DOTS))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout
