# SPDX-License-Identifier: GPL-3.0-or-later
"""A page before the file is open: a title with the short yellow line, room to scroll, and a bar for troubles."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...store.errors import CaseFileError
from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.bars import ErrorBar
from ..widgets.paragraph import Paragraph

WIDEST = 1080
"""The most a page takes of a wide window, in design px."""

_LINE = 600


class Leaf(QWidget):
    """What the pages at the door have in common. They stand on the pane's colour, in the middle of a wide window."""

    def __init__(self, look: Look, title: str, words: str = "", *, widest: int = WIDEST, parent: QWidget | None = None):
        super().__init__(parent)
        self.look = look
        self._widest = widest
        self.bar = ErrorBar(look)
        self.bar.mend_requested.connect(self.bar.clear)
        self.page = QVBoxLayout()
        self.title = Paragraph(look, title, Use.MEETING_NAME, line_height=1.25)
        self.accent = _Accent(look)
        self.page.addWidget(self.title)
        self.page.addWidget(self.accent)
        self._words = Paragraph(look, words)
        show_if(self._words, bool(words))
        self.page.addWidget(self._words)
        self._sheet = QWidget()
        self._sheet.setLayout(self.page)
        self._place()
        look.changed.connect(self.restyle)

    def show_trouble(self, trouble: CaseFileError) -> None:
        """Say what got in the way, and the way out."""
        self.bar.show_problem(f"{trouble.message} {trouble.way_out}", "Understood")

    def restyle(self) -> None:
        """Measure everything anew; pages with more in them go on from here."""
        px = self.look.px
        self._sheet.setMaximumWidth(px(self._widest))
        self.page.setContentsMargins(px(64), px(48), px(64), px(20))
        self.page.setSpacing(px(12))
        # Lines longer than this are hard to read.
        self._words.setMaximumWidth(px(_LINE))

    def _place(self) -> None:
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._sheet, 1000)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(area, 1)


class Hairline(QWidget):
    """A separator of one px, lying or upright."""

    def __init__(self, look: Look, *, is_upright: bool = False) -> None:
        super().__init__()
        self._look = look
        if is_upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color(Role.LINE))


class _Accent(QWidget):
    """The short yellow line with a black hair under it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = QPainter(self), self._look.px(64)
        left = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - width
        painter.fillRect(left, 0, width, self._look.px(4), self._look.color(Role.ACCENT))
        painter.fillRect(left, self._look.px(4), width, 1, self._look.color(Role.TEXT))

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(4) + self._look.px(12))
