# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text on the window: paragraphs whose words can differ in weight and colour, and titles on one line."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from ..look import Look
from ..texts import draw_line
from ..theme import Role, Use

READING = 1.45
NARROW = 1.35
_WIDEST = 1 << 20
_WIDTHS_KEPT = 6


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one colour and weight."""

    text: str
    role: Role = Role.TEXT
    strong: bool = False
    italic: bool = False


class Paragraph(QLabel):
    """Text that wraps. Nothing in it is ever taken for markup.

    It stands at the leading side of the window while its words run in their own direction. line_height is
    a multiple of the font's size in px.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        use: Use = Use.BODY,
        role: Role = Role.TEXT,
        *,
        line_height: float = READING,
        is_centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._set: dict[int, tuple[QTextLayout, int]] = {}
        super().__init__(parent)
        self._look = look
        self._use = use
        self._role = role
        self._line_height = line_height
        self._is_centred = is_centred
        self._runs: tuple[Run, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()
        self.setText(text)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The stretches shown."""
        return self._runs

    def setText(self, text: str) -> None:
        self.set_runs(Run(text, self._role))

    def set_runs(self, *runs: Run) -> None:
        """Show stretches of words one after the other; spaces between them are theirs."""
        self._runs = runs
        self._set.clear()
        super().setText("".join(run.text for run in runs))
        self.updateGeometry()
        self.update()

    def set_use(self, use: Use) -> None:
        """Set the words in another font."""
        self._use = use
        self._restyle()

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width)[1]

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        layout, _ = self._laid_out(_WIDEST)
        width = min(int(layout.maximumWidth()) + 2, self._look.px(560))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.px(80)), self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, _ = self._laid_out(self.width())
        layout.draw(QPainter(self), QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """Return the text set into lines of a width in px, and the height they take; layouts ask again and again."""
        if width not in self._set:
            if len(self._set) >= _WIDTHS_KEPT:
                self._set.pop(next(iter(self._set)))
            self._set[width] = self._lines_of(width)
        return self._set[width]

    def _lines_of(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self.text().replace("\n", " "), self.font(), self)
        layout.setTextOption(self._option())
        layout.setFormats(self._formats())
        line_height, top = self._line(), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
            top += line_height
        layout.endLayout()
        return layout, top

    def _option(self) -> QTextOption:
        side = Qt.AlignmentFlag.AlignHCenter if self._is_centred else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(QStyle.visualAlignment(self.layoutDirection(), side) | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for run in self._runs:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, _utf16_length(run.text)
            piece.format = self._format(run)
            ranges.append(piece)
            start += piece.length
        return ranges

    def _format(self, run: Run) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._look.color(run.role))
        if run.strong:
            form.setFontWeight(QFont.Weight.DemiBold)
        form.setFontItalic(run.italic)
        return form

    def _line(self) -> int:
        size = self._look.em * self.font().pointSizeF() / self._look.font(Use.BODY).pointSizeF()
        return max(round(size * self._line_height), 1)

    def changeEvent(self, event: QEvent) -> None:
        # The font, the side text begins at or the style may be another one now.
        self._set.clear()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self._set.clear()
        self.setFont(self._look.font(self._use))
        self.updateGeometry()
        self.update()


class OneLine(QLabel):
    """Text on one line, cut at its end where there is no room and then given whole as a tool tip."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        use: Use = Use.TABLE,
        role: Role = Role.TEXT,
        *,
        is_trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._use = use
        self._role = role
        self._is_trailing = is_trailing
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()
        self.setText(text)

    def set_role(self, role: Role) -> None:
        """Colour the words by another role."""
        self._role = role
        self._restyle()

    def set_use(self, use: Use) -> None:
        """Set the words in another font."""
        self._use = use
        self._restyle()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        widest = self.fontMetrics().horizontalAdvance("mmm…")
        return QSize(min(self.sizeHint().width(), widest), self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_whole()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._offer_whole()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setLayoutDirection(self.layoutDirection())
        draw_line(painter, self.rect(), self.text(), trailing=self._is_trailing)

    def _offer_whole(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        # A tool tip is taken for markup as soon as it looks like some.
        self.setToolTip(f"<span>{_escaped(self.text())}</span>" if is_cut else "")

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._use))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._role))
        self.setPalette(palette)
        self.updateGeometry()
        self.update()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _utf16_length(text: str) -> int:
    """Return the length Qt counts: two for a character beyond the first 65,536."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)
