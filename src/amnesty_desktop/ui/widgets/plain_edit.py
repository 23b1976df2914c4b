# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for several lines of plain text that grows with what is written in it."""

import math

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ..look import Look
from ..theme import Use


class PlainEdit(QPlainTextEdit):
    """Grows from `lines` to `most` lines, then scrolls. Tab leaves it; pasting brings words only."""

    def __init__(self, look: Look, *, lines: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines
        self._most = most
        self._is_growing = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        look.changed.connect(self._restyle)
        self._restyle()

    def insertFromMimeData(self, source: QMimeData) -> None:
        plain = QMimeData()
        plain.setText(source.text())
        super().insertFromMimeData(plain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._wanted_height())

    def _wanted_height(self) -> int:
        # This document counts its height in lines, not in px.
        written = math.ceil(self.document().size().height())
        lines = max(self._lines, min(written, self._most))
        around = 2 * (self._look.px(4) + 1) + 2 * math.ceil(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + around

    def _grow(self) -> None:
        if self._is_growing:
            return  # The bar it shows makes it narrower, which makes the text longer, and so on without end.
        self._is_growing = True
        self._fit()
        self._is_growing = False

    def _fit(self) -> None:
        fits = math.ceil(self.document().size().height()) <= self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        wanted = self._wanted_height()
        if self.height() != wanted or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _restyle(self) -> None:
        self.setFont(self._look.font(Use.TABLE))
        self._grow()
