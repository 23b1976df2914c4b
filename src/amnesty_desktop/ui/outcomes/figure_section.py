# SPDX-License-Identifier: GPL-3.0-or-later
"""One part of the figures: its title, a picture or a table of the same numbers, and a note on how to read them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ...domain.drawing import Drawing
from ..look import Look
from ..reports.drawn import paint_drawing
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.paragraph import NARROW, Paragraph
from ..widgets.section_head import SectionHead
from .number_table import NumberRow, NumberTable

_MOST_ROWS = 15
_POINTS_OF_TEXT = 9
_PX_OF_TEXT = 13

MakeDrawing = Callable[[float], Drawing]
"""Makes a drawing that is so many points wide."""


class DrawnFigure(QWidget):
    """Paints a drawing as wide as there is room, its words as large as the rest of the window's."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._make: MakeDrawing | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_drawing(self, make: MakeDrawing, said: str) -> None:
        """Show a drawing; said has the same in words."""
        self._make = make
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if self._make is None else round(self._make(width / self._zoom).height * self._zoom) + 1

    def sizeHint(self) -> QSize:
        width = self._look.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(220), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._make is None:
            return
        painter = QPainter(self)
        painter.setFont(self._look.font(Use.CAPTION))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._zoom, self._zoom)
        paint_drawing(painter, self._make(self.width() / self._zoom), self._look, on_paper=False)

    @property
    def _zoom(self) -> float:
        return self._look.px(_PX_OF_TEXT) / _POINTS_OF_TEXT


class FigureSection(QWidget):
    """Shows rows as a table, or as a picture with the table behind it. The table's first title names the rows."""

    asked = Signal(object, str)

    def __init__(self, look: Look, title: str, titles: Sequence[str], *, has_picture: bool = False) -> None:
        super().__init__()
        self._rows: Sequence[NumberRow] = ()
        self._is_whole = False
        self._is_table = not has_picture
        self._has_picture = has_picture
        self._has_bars = False
        self.head = SectionHead(look, title)
        self.picture = DrawnFigure(look, title)
        self.table = NumberTable(look, title, titles)
        self.note = Paragraph(look, "", Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        self.swap = QuietButton(look, "Show as table", small=True)
        self.more = QuietButton(look, "", small=True)
        buttons = WrappedRow(look)
        for button in (self.swap, self.more):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(6))
        for part in (self.head, self.picture, self.table, self.note):
            column.addWidget(part)
        column.addLayout(buttons)
        self.swap.clicked.connect(self._swap)
        self.more.clicked.connect(self._show_whole)
        self.table.asked.connect(self.asked)
        self._show()

    def show_rows(self, rows: Sequence[NumberRow], note: str = "") -> None:
        """Show a table; without rows and words the section is not there at all."""
        self._rows = rows
        self.note.setText(note)
        self._has_bars = False
        self._show()

    def show_picture(self, make: MakeDrawing, said: str, rows: Sequence[NumberRow], note: str = "") -> None:
        """Show a picture with the same as a table behind it."""
        self.picture.show_drawing(make, said)
        self.show_rows(rows, note)
        self._has_bars = bool(rows)
        self._show()

    def _show(self) -> None:
        shown = self._rows if self._is_whole else self._rows[:_MOST_ROWS]
        self.table.show_rows(shown)
        is_table = self._is_table or not self._has_bars
        show_if(self, bool(self._rows) or bool(self.note.text()))
        show_if(self.picture, not is_table)
        show_if(self.table, is_table and bool(self._rows))
        show_if(self.note, bool(self.note.text()))
        show_if(self.swap, self._has_picture and self._has_bars)
        show_if(self.more, is_table and len(shown) < len(self._rows))
        self.more.setText(f"Show all {len(self._rows)}")
        self.swap.setText("Show as picture" if is_table else "Show as table")
        title = self.head.title
        self.swap.setAccessibleName(f"{title}: {self.swap.text().lower()}")
        self.more.setAccessibleName(f"{title}: {self.more.text().lower()}")

    def _swap(self) -> None:
        self._is_table = not self._is_table
        self._show()

    def _show_whole(self) -> None:
        self._is_whole = True
        self._show()
        self.table.setFocus()
