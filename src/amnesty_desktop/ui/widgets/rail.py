# SPDX-License-Identifier: GPL-3.0-or-later
"""The rail: the window's table of contents, one entry for each view."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..icons import GRID, IconName, paint_icon
from ..look import Look
from ..marker import RAIL_WIDTH, paint_here
from ..theme import Role, Use
from .paragraph import NARROW, Paragraph

_ENTRY_HEIGHT = 56
_LOWEST = 40
_WIDTH = 80


class RailEntry(QToolButton):
    """One view: its icon above its word, with fill and marker while it is the one shown."""

    def __init__(self, look: Look, word: str, icon_name: IconName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon_name
        self._is_hovered = False
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        strong = QFontMetrics(self._look.font(Use.STRONG_CAPTION))
        width = strong.horizontalAdvance(self.text()) + 2 * self._look.px(RAIL_WIDTH + 3)
        return QSize(max(width, self._look.px(_WIDTH)), self._look.px(_ENTRY_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        # In a low window with large text the entries close up rather than fall off its end.
        return QSize(self.sizeHint().width(), self._look.px(_LOWEST))

    def focus_rect(self) -> QRect:
        """Return the entry without its edges, so that the ring stays within the rail."""
        return self.rect().adjusted(10, 6, -10, -6)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, is_here = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if is_here:
            paint_here(painter, self.rect(), look, RAIL_WIDTH)
        elif self._is_hovered:
            painter.fillRect(self.rect(), look.color(_hover_role(look)))
        role = Role.TEXT if is_here else Role.SECONDARY
        ink = look.theme.on_selection(role) if is_here else look.color(role)
        side, line = look.px(GRID), look.px(20)
        gap = min(look.px(4), max(self.height() - side - line, 0))
        top = max((self.height() - side - gap - line) // 2, 0)
        icon_rect = QRectF((self.width() - side) / 2, top, side, side)
        paint_icon(painter, icon_rect, self._icon_name, look, ink)
        painter.setFont(look.font(Use.STRONG_CAPTION if is_here else Use.CAPTION))
        painter.setPen(ink)
        word = QRect(0, top + side + gap, self.width(), line)
        painter.drawText(word, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text())


class Rail(QWidget):
    """All entries, one of them always chosen. Up and Down move, Home and End go to the ends.

    Signals: entry_chosen(key) when another one is; entry_pressed(key) also when it was chosen already.
    """

    entry_chosen = Signal(str)
    entry_pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries: dict[str, RailEntry] = {}
        self._chosen = ""
        self.setAccessibleName(self.tr("Views"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._foot = _RailFoot(look)
        self._layout.addStretch(1)
        self._layout.addWidget(self._foot)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> str:
        """The key of the entry chosen, empty before there is one."""
        return self._chosen

    def add(self, key: str, word: str, icon_name: IconName) -> RailEntry:
        """Add an entry at the end; the first one is chosen, without a signal."""
        entry = RailEntry(self._look, word, icon_name, self)
        entry.clicked.connect(lambda: self._press(key))
        entry.installEventFilter(self)
        self._entries[key] = entry
        self._layout.insertWidget(len(self._entries) - 1, entry)
        if not self._chosen:
            self._chosen = key
        self._mark()
        return entry

    def choose(self, key: str) -> None:
        """Choose an entry and say so, once; raises KeyError for an unknown key."""
        self._entries[key]
        is_new, self._chosen = key != self._chosen, key
        self._mark()
        if is_new:
            self.entry_chosen.emit(key)

    def mark(self, key: str) -> None:
        """Mark an entry as the chosen one and say nothing; raises KeyError for an unknown key."""
        self._entries[key]
        self._chosen = key
        self._mark()

    def _press(self, key: str) -> None:
        self.choose(key)
        self.entry_pressed.emit(key)

    def set_foot(self, text: str) -> None:
        """Show a few words at the very bottom, such as the name of the group."""
        self._foot.setText(text)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._go(event.key())
        return False

    def _go(self, key: int) -> bool:
        keys = list(self._entries)
        here = keys.index(self._chosen)
        steps = {Qt.Key.Key_Up: here - 1, Qt.Key.Key_Down: here + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(keys) - 1}
        if (there := steps.get(Qt.Key(key))) is None:
            return False
        chosen = keys[max(0, min(there, len(keys) - 1))]
        self.choose(chosen)
        self._entries[chosen].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _mark(self) -> None:
        """Check the chosen entry and make it the rail's one stop for Tab."""
        for key, entry in self._entries.items():
            entry.setChecked(key == self._chosen)
            is_stop = key == self._chosen
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _restyle(self) -> None:
        self._layout.setContentsMargins(0, self._look.px(8), 0, self._look.px(6))
        self.updateGeometry()
        for entry in self._entries.values():
            entry.updateGeometry()


class _RailFoot(Paragraph):
    """The words at the bottom, centred."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", Use.CAPTION, Role.SECONDARY, line_height=NARROW, is_centred=True)

    def sizeHint(self) -> QSize:
        width = self._look.px(_WIDTH)
        return QSize(width, self.heightForWidth(width))


def _hover_role(look: Look) -> Role:
    """The rail is as dark as the hover of panes, so it takes the selection; words on that would need its colour."""
    return Role.HOVER if look.theme.is_high_contrast else Role.SELECTION
