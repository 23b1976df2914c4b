# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of letters with the chosen one to read beside it, as far as there is room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.letter import LetterState
from ..desk import Desk
from ..widgets.splitter import Splitter
from .list_pane import ListPane
from .reading_pane import ReadingPane

ROOM_FOR_READING = 860
"""Design px of the view from which a letter is shown beside the list."""
_ROOM_FOR_ALL_COLUMNS = 1100
"""Design px of the view from which the list has room for more than its first columns."""
_LEAST = 400


class ListPage(QWidget):
    """Signals: letter_opened(id); next_requested(LetterState) for the one next thing to do with the letter read."""

    letter_opened = Signal(str)
    next_requested = Signal(LetterState)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = desk.look
        self.list = ListPane(desk)
        self.reading = ReadingPane(desk)
        self._split = Splitter(desk.look)
        for number, pane in enumerate((self.list, self.reading)):
            self._split.addWidget(pane)
            self._split.setStretchFactor(number, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)
        self.list.letter_shown.connect(self.reading.show_letter)
        self.list.letter_opened.connect(self.letter_opened)
        self.list.chosen.connect(self.reading.show_many)
        self.reading.open_requested.connect(lambda: self.letter_opened.emit(self.reading.letter_id))
        self.reading.next_requested.connect(self.next_requested)
        self._shared_at = 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() * 16 / self._look.em
        self.reading.setVisible(room >= ROOM_FOR_READING)
        is_wide, was_wide = room >= _ROOM_FOR_ALL_COLUMNS, self._shared_at >= _ROOM_FOR_ALL_COLUMNS
        if self._shared_at < ROOM_FOR_READING or is_wide != was_wide:
            listed = self.width() * 48 // 100 if is_wide else self._look.px(_LEAST)
            self._split.setSizes([listed, self.width() - listed])
        self._shared_at = room
