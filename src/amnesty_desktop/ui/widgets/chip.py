# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips: small filters above a list, on or off with a count, or with a menu of choices; and the row they wrap in."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QLayoutItem, QMenu, QSizePolicy, QStyle, QToolButton, QWidget

from ..look import Look
from ..theme import Role, Use

_HEIGHT = 24
_INSIDE = 10
_GAP = 6
_FOLD = "▾"


class Chip(QToolButton):
    """A filter that is on or off. With a menu it opens that instead, and is on while the menu has narrowed the list."""

    def __init__(self, look: Look, word: str, *, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._count = count
        self.setCheckable(True)
        self.setText(word)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.updateGeometry)
        look.changed.connect(self.updateGeometry)
        self._name()

    @property
    def count(self) -> int | None:
        """How many rows the filter leaves, where that is shown."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Show how many rows the filter leaves."""
        self._count = count
        self._name()

    def set_word(self, word: str) -> None:
        """Show another word, such as the choice made in the menu."""
        self.setText(word)
        self._name()

    def set_menu(self, menu: QMenu) -> None:
        """Open this menu when pressed; the chip is then switched by set_on alone."""
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._name()

    def set_on(self, is_on: bool) -> None:
        """Show the chip as on or off without telling anybody."""
        blocked = self.blockSignals(True)
        self.setChecked(is_on)
        self.blockSignals(blocked)
        self._name()

    def sizeHint(self) -> QSize:
        word, tail = self._widths()
        return QSize(word + tail + 2 * self._look.px(_INSIDE), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        is_on = self.isChecked() or self.isDown()
        fill = Role.SELECTION if is_on else Role.HOVER if self.underMouse() else Role.PANE
        painter.setBrush(look.color(fill))
        painter.setPen(QPen(look.color(Role.EDGE if is_on else Role.BUTTON_EDGE), 1))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._paint_words(painter, Role.TEXT, Role.SECONDARY, is_on)

    def _paint_words(self, painter: QPainter, word_role: Role, tail_role: Role, is_on: bool) -> None:
        look, theme = self._look, self._look.theme
        word_width, tail_width = self._widths()
        inside = look.px(_INSIDE)
        word = QRect(inside, 0, word_width, self.height())
        tail = QRect(self.width() - inside - tail_width, 0, tail_width, self.height())
        mirrored, middle = self.layoutDirection(), Qt.AlignmentFlag.AlignCenter
        painter.setFont(self._word_font())
        painter.setPen(theme.on_selection(word_role) if is_on else look.color(word_role))
        painter.drawText(QStyle.visualRect(mirrored, self.rect(), word), middle, self.text())
        painter.setFont(look.font(Use.CAPTION))
        painter.setPen(theme.on_selection(tail_role) if is_on else look.color(tail_role))
        painter.drawText(
            QStyle.visualRect(mirrored, self.rect(), tail), middle | Qt.AlignmentFlag.AlignVCenter, self._tail()
        )

    def _word_font(self) -> QFont:
        return self._look.font(Use.STRONG_CAPTION if self.isChecked() else Use.CAPTION)

    def _widths(self) -> tuple[int, int]:
        """Return the room for the word, wide enough for its bold form, and for what stands behind it, in px."""
        word = QFontMetrics(self._look.font(Use.STRONG_CAPTION)).horizontalAdvance(self.text()) + 1
        tail = QFontMetrics(self._look.font(Use.CAPTION)).horizontalAdvance(self._tail())
        return word, tail + self._look.px(_GAP) if tail else 0

    def _tail(self) -> str:
        return _FOLD if self.menu() is not None else "" if self._count is None else str(self._count)

    def _name(self) -> None:
        self.setAccessibleName(self.text() if self._count is None else f"{self.text()}, {self._count}")
        self.updateGeometry()
        self.update()


class WrappedRow(QLayout):
    """Lays widgets one after the other and starts a new line when there is no room, from the leading side."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        gap = self._look.px(_GAP)
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((size.width() for size in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return the height the items take in a width, and put them there when asked."""
        gap, x, y, tallest = self._look.px(_GAP), 0, 0, 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x and x + size.width() > rect.width():
                x, y, tallest = 0, y + tallest + gap, 0
            if move:
                logical = QRect(rect.topLeft() + QPoint(x, y), size)
                item.setGeometry(QStyle.visualRect(self._direction(), rect, logical))
            x, tallest = x + size.width() + gap, max(tallest, size.height())
        return y + tallest

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
