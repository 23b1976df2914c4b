# SPDX-License-Identifier: GPL-3.0-or-later
"""The search field above a list."""

from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QToolButton, QWidget

from ..icons import GRID, IconName, icon, paint_icon
from ..look import Look
from ..texts import shortcut_text
from ..theme import Role, Use


class SearchBox(QLineEdit):
    """Searches as one types. Esc empties it, and leaves it when it is empty; Down and Enter go on to the list."""

    left = Signal()
    list_requested = Signal()

    def __init__(
        self,
        look: Look,
        prompt: str,
        shortcut: QKeySequence | QKeySequence.StandardKey = QKeySequence.StandardKey.Find,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shortcut = shortcut_text(shortcut)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt.rstrip(" .…"))
        self._clear = QToolButton(self)
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setStyleSheet("QToolButton { border: none; padding: 0; background: transparent; }")
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._place)
        look.changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter = self._look, QPainter(self)
        side = look.px(GRID * 0.8)
        glass = self._visual(QRect(look.px(11), (self.height() - side) // 2, side, side))
        paint_icon(painter, QRectF(glass), IconName.SEARCH, look, look.color(Role.SECONDARY))
        if not self.text() and self._has_room():
            painter.setFont(look.font(Use.CAPTION))
            painter.setPen(look.color(Role.SECONDARY))
            hint = self._visual(self.rect().adjusted(0, 0, -look.px(11), 0))
            side_flag = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignRight)
            painter.drawText(hint, side_flag | Qt.AlignmentFlag.AlignVCenter, self._shortcut)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _visual(self, logical: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)

    def _place(self) -> None:
        side = self._look.px(24)
        right = self.width() - side - self._look.px(4)
        self._clear.setGeometry(self._visual(QRect(right, (self.height() - side) // 2, side, side)))
        self._clear.setVisible(bool(self.text()))

    def _has_room(self) -> bool:
        """Whether the shortcut can be shown beside the whole prompt.

        In a mirrored window a prompt written from the left stands where the shortcut would be.
        """
        prompt_runs_right = any(bidirectional(letter) in ("R", "AL") for letter in self.placeholderText())
        if (self.layoutDirection() is Qt.LayoutDirection.RightToLeft) is not prompt_runs_right:
            return False
        words = self.fontMetrics().horizontalAdvance(self.placeholderText() + self._shortcut)
        return words + self._look.px(64) < self.width()

    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(Use.TABLE))
        self._clear.setIcon(icon(IconName.CLOSE, look, Role.SECONDARY))
        lead, trail = look.px(26), look.px(24)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(trail if is_mirrored else lead, 0, lead if is_mirrored else trail, 0)
        self._place()
