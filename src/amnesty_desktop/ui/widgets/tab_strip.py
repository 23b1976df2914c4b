# SPDX-License-Identifier: GPL-3.0-or-later
"""Tabs above a record; those that do not fit are found under "More"."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStyle, QTabBar, QToolButton, QWidget

from ..look import Look
from ..marker import paint_under
from ..texts import draw_line
from ..theme import Role, Use

_HEIGHT = 36
_GAP = 20


@dataclass(slots=True)
class _Tab:
    key: str
    word: str
    count: int | None = None

    @property
    def spoken(self) -> str:
        return self.word if self.count is None else f"{self.word} {self.count}"


class _Tabs(QTabBar):
    """The bar itself, painted with words alone: no frames, the marker under the chosen one."""

    def __init__(self, look: Look, tabs: list[_Tab], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._tabs = tabs
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self.word_width(index) + self._look.px(_GAP), self._look.px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def word_width(self, index: int) -> int:
        """Return the room for word and count in px, wide enough for the bold form."""
        tab = self._tabs[index]
        width = QFontMetrics(self._look.font(Use.NAME)).horizontalAdvance(tab.word) + 1
        return width + self._count_width(tab)

    def focus_rect(self) -> QRect:
        """Return the word of the chosen tab."""
        return self._words_rect(self.currentIndex()).adjusted(-4, 5, 4, -7)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        for index, tab in enumerate(self._tabs):
            if self.isTabVisible(index):
                self._paint_tab(painter, index, tab)

    def _paint_tab(self, painter: QPainter, index: int, tab: _Tab) -> None:
        look, is_here = self._look, index == self.currentIndex()
        rect = self._words_rect(index)
        is_sharp = is_here or self.tabRect(index).contains(self.mapFromGlobal(self.cursor().pos()))
        painter.setFont(look.font(Use.NAME if is_here else Use.TABLE))
        painter.setPen(look.color(Role.TEXT if is_sharp else Role.SECONDARY))
        used = draw_line(painter, rect, tab.word)
        if tab.count is not None:
            rest = QStyle.visualRect(self.layoutDirection(), rect, rect.adjusted(used + look.px(5), 0, 0, 0))
            painter.setFont(look.font(Use.TABLE))
            painter.setPen(look.color(Role.SECONDARY))
            draw_line(painter, rest, str(tab.count))
        if is_here:
            paint_under(painter, rect, look)

    def _words_rect(self, index: int) -> QRect:
        """Return the part of a tab under its words: it starts at the leading edge, the gap is behind it."""
        rect, gap = self.tabRect(index), self._look.px(_GAP)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return rect.adjusted(gap, 0, 0, 0) if is_mirrored else rect.adjusted(0, 0, -gap, 0)

    def _count_width(self, tab: _Tab) -> int:
        if tab.count is None:
            return 0
        return QFontMetrics(self._look.font(Use.TABLE)).horizontalAdvance(str(tab.count)) + self._look.px(5)


class TabStrip(QWidget):
    """Tabs by key. Left and Right go through those in sight, "More" holds the rest."""

    tab_chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._list: list[_Tab] = []
        self._bar = _Tabs(look, self._list, self)
        self._bar.setAccessibleName(name)
        self._bar.currentChanged.connect(self._on_current_changed)
        self._more = QToolButton()
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setText(self.tr("More") + " ▾")
        self._more.setAccessibleName(self.tr("More tabs"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setMenu(QMenu(self))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self._bar)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self.setFocusProxy(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> str:
        """The key of the tab shown, empty before there is one."""
        index = self._bar.currentIndex()
        return self._list[index].key if index >= 0 else ""

    @property
    def folded(self) -> list[str]:
        """The keys of the tabs under "More"."""
        return [tab.key for index, tab in enumerate(self._list) if not self._bar.isTabVisible(index)]

    def add(self, key: str, word: str, count: int | None = None) -> None:
        """Add a tab at the end; the first is chosen, without a signal."""
        tab = _Tab(key, word, count)
        self._list.append(tab)
        blocked = self._bar.blockSignals(True)
        self._bar.addTab("")
        self._bar.blockSignals(blocked)
        self._say(len(self._list) - 1)
        self._fold()

    def set_count(self, key: str, count: int | None) -> None:
        """Show a number behind a word, or none."""
        index = self._index(key)
        if self._list[index].count != count:
            self._list[index].count = count
            self._say(index)
            self._bar.setIconSize(self._bar.iconSize())
            self._fold()

    def choose(self, key: str) -> None:
        """Show a tab; raises KeyError for an unknown key."""
        self._bar.setTabVisible(self._index(key), True)
        self._bar.setCurrentIndex(self._index(key))

    def step(self, by: int) -> None:
        """Go to the next tab or the one before, folded or not, round and round."""
        if self._list:
            self.choose(self._list[(self._bar.currentIndex() + by) % len(self._list)].key)

    def sizeHint(self) -> QSize:
        widths = sum(self._bar.tabSizeHint(index).width() for index in range(len(self._list)))
        return QSize(widths, self._look.px(_HEIGHT) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.color(Role.LINE))

    def _on_current_changed(self, index: int) -> None:
        self._fold()
        if index >= 0:
            self.tab_chosen.emit(self._list[index].key)

    def _index(self, key: str) -> int:
        for index, tab in enumerate(self._list):
            if tab.key == key:
                return index
        raise KeyError(key)

    def _say(self, index: int) -> None:
        # The bar paints the words itself; its own text stays for what reads the screen aloud.
        self._bar.setTabText(index, self._list[index].spoken.replace("&", "&&"))

    def _fold(self) -> None:
        """Keep in sight what fits, the chosen tab always among it."""
        in_sight = self._fitting()
        blocked = self._bar.blockSignals(True)
        for index in range(len(self._list)):
            if self._bar.isTabVisible(index) != (index in in_sight):
                self._bar.setTabVisible(index, index in in_sight)
        self._bar.blockSignals(blocked)
        self._more.setVisible(len(in_sight) < len(self._list))
        self._fill_more()
        # setTabVisible does not tell the layout that the bar wants another width now.
        self._bar.updateGeometry()

    def _fitting(self) -> set[int]:
        widths = [self._bar.tabSizeHint(index).width() for index in range(len(self._list))]
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() + self._look.px(_GAP)
        if sum(widths) <= room:
            return set(range(len(widths)))
        here = max(self._bar.currentIndex(), 0)
        room -= self._more.sizeHint().width() + widths[here] + self._look.px(_GAP)
        found = {here}
        for index, width in enumerate(widths):
            if index == here:
                continue
            if (room := room - width) < 0:
                break
            found.add(index)
        return found

    def _fill_more(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for key in self.folded:
            tab = self._list[self._index(key)]
            menu.addAction(tab.spoken.replace("&", "&&")).triggered.connect(lambda _=False, key=key: self.choose(key))

    def _restyle(self) -> None:
        color = self._look.color(Role.SECONDARY).name()
        # A style sheet is the one way to take the frame off a button that opens a menu.
        self._more.setStyleSheet(
            f"QToolButton {{ border: none; padding: 0; color: {color}; }}QToolButton::menu-indicator {{ image: none; }}"
        )
        self._more.setFont(self._look.font(Use.TABLE))
        self._row.setContentsMargins(self._look.px(24), 0, self._look.px(24), 1)
        self._bar.setIconSize(QSize(self._look.px(16), self._look.px(16)))
        self._fold()
        self.updateGeometry()
