# SPDX-License-Identifier: GPL-3.0-or-later
"""The day of a letter, written on the paper in any words that are one day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from ...documents.layout import SIZES
from ...domain.dates import UnreadableDate, read_date
from ..look import Look
from .paper_text import PaperText


class PaperDay(PaperText):
    """Read when one leaves it. Signals: day_changed(); refused(sentence) for words that are no day."""

    day_changed = Signal()
    refused = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, "Date", "Date", points=SIZES.sender, one_line=True, parent=parent)
        self.day: date | None = None
        self.today: Callable[[], date] = date.today
        self._shown = ""

    def show_day(self, day: date | None, words: str) -> None:
        """Show a day in the words of the letter's language."""
        self.day, self._shown = day, words
        self.show_text(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.read_day()

    def read_day(self) -> None:
        """Take what is written for the day of the letter, if it is one."""
        text = self.text.strip()
        if text == self._shown.strip():
            return
        try:
            found = read_date(text, today=self.today()) if text else None
        except UnreadableDate as refusal:
            self.refused.emit(f"{refusal.message} {refusal.way_out}")
            return
        if found is not None and not found.is_day:
            self.refused.emit("A letter needs a day for its date. Write day, month and year.")
            return
        self._shown = text
        self.day = found.earliest if found else None
        self.day_changed.emit()
