# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages one below the other, as they will be printed, to be looked at before they are."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ..letters.page_device import screen_dots
from ..look import Look
from ..theme import Role
from .printed_pages import PrintedPages
from .set_lines import DOTS

_GAP = 14
"""The desk between two pages and around them, in design px."""


class Zoom(StrEnum):
    """How large pages are shown."""

    PAGE = "page"
    WIDTH = "width"
    REAL = "real"


class PageArea(QAbstractScrollArea):
    """Scrolls through the pages of letters. Signal: page_shown(number), counted from 0, as another page comes up.

    Page Up and Page Down go from page to page, the arrows scroll.
    """

    page_shown = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pages: list[tuple[PrintedPages, int]] = []
        self._tops: list[float] = []
        self._zoom = Zoom.PAGE
        self._shown = 0
        self._is_arranging = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(look.px(160))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self.arrange)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def shown(self) -> int:
        """The page that is looked at, counted from 0."""
        return self._shown

    def show_letters(self, letters: Sequence[PrintedPages]) -> None:
        """Show the pages of letters, from the first."""
        self._pages = [(letter, number) for letter in letters for number in range(len(letter.pages))]
        self.arrange()
        self._tell()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages larger or smaller, staying at the page that is looked at."""
        page = self._shown
        self._zoom = zoom
        self.arrange()
        self.go_to(page)

    def go_to(self, page: int) -> None:
        """Go to a page, or to the nearest there is."""
        if self._pages:
            page = min(max(page, 0), self.count - 1)
            self.verticalScrollBar().setValue(round(self._tops[page]) - self._gap)
            self._show_page(page)

    # -- sizes

    @property
    def _gap(self) -> int:
        return self._look.px(_GAP)

    @property
    def _scale(self) -> float:
        """Px of the screen for one px of the page."""
        if self._zoom is Zoom.REAL or not self._pages:
            return screen_dots() / DOTS
        room = self.viewport().size()
        sizes = [letter.size for letter, number in self._pages if number == 0]
        scale = (room.width() - 2 * self._gap) / max(width for width, _ in sizes)
        if self._zoom is Zoom.PAGE:
            scale = min(scale, (room.height() - 2 * self._gap) / max(height for _, height in sizes))
        return max(scale, 0.02)

    def arrange(self, *_: object) -> None:
        """Put every page where it stands."""
        if self._is_arranging:
            return
        self._is_arranging = True
        scale, top = self._scale, float(self._gap)
        self._tops = []
        for letter, _number in self._pages:
            self._tops.append(top)
            top += letter.size[1] * scale + self._gap
        widest = max((letter.size[0] for letter, _ in self._pages), default=0) * scale + 2 * self._gap
        room = self.viewport().size()
        upright, across = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setRange(0, max(0, round(top) - room.height()))
        upright.setPageStep(room.height())
        upright.setSingleStep(self._look.px(40))
        across.setRange(0, max(0, round(widest) - room.width()))
        across.setPageStep(room.width())
        self._is_arranging = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._shown
        self.arrange()
        if self._zoom is Zoom.PAGE:
            self.go_to(page)

    # -- going through

    def _on_scrolled(self, value: int) -> None:
        middle = value + self.viewport().height() / 2
        self._show_page(max(0, bisect_right(self._tops, middle) - 1))
        self.viewport().update()

    def _show_page(self, page: int) -> None:
        if page != self._shown:
            self._shown = page
            self._tell()

    def _tell(self) -> None:
        if self._pages:
            letter, number = self._pages[self._shown]
            self.setAccessibleName(f"Page {self._shown + 1} of {self.count}")
            self.setAccessibleDescription(letter.words[number])
        self.page_shown.emit(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: self._shown + 1, Qt.Key.Key_PageUp: self._shown - 1}
        steps |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.count - 1}
        if event.key() in steps:
            self.go_to(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(event.rect(), self._look.color(Role.DESK))
        scale, scrolled = self._scale, self.verticalScrollBar().value()
        for (letter, number), top in zip(self._pages, self._tops, strict=True):
            width, height = letter.size[0] * scale, letter.size[1] * scale
            if top + height < scrolled or top > scrolled + self.viewport().height():
                continue
            left = max(self._gap, (self.viewport().width() - width) / 2) - self.horizontalScrollBar().value()
            self._paint_page(painter, letter, number, QRectF(left, top - scrolled, width, height))

    def _paint_page(self, painter: QPainter, letter: PrintedPages, number: int, place: QRectF) -> None:
        painter.fillRect(place, self._look.color(Role.PAPER))
        painter.save()
        painter.setClipRect(place)
        painter.translate(place.topLeft())
        painter.scale(place.width() / letter.size[0], place.height() / letter.size[1])
        letter.paint(painter, number)
        painter.restore()
        painter.setPen(QPen(self._look.color(Role.LINE), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
