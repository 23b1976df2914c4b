# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a date as it is known: a day, a month, about a year, or not known."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ...domain.dates import AmbiguousDate, PartialDate, UnreadableDate, read_date
from ...domain.problems import Problem
from ...domain.spoken_dates import spoken
from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from .buttons import QuietButton
from .paragraph import NARROW, Paragraph, Run

_WAYS = {
    True: ": the day comes first, as you said before. If not, it is:",
    False: ": the month comes first, as you said before. If not, it is:",
}


class PartialDateEdit(QWidget):
    """Takes any words for a date and says below how they are understood; what was typed stays as typed.

    Words with two readings offer both as buttons. Which one was meant is asked once: the next such date is read the
    same way, says so, and still offers the other reading, which is then the new way. today gives the day that
    "yesterday" counts from. name is the field's name in the problem it returns.
    """

    edited = Signal()

    def __init__(
        self,
        look: Look,
        name: str = "date",
        *,
        locale: str = "en_GB",
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._locale = locale
        self._today = today
        self._value: PartialDate | None = None
        self._problem: Problem | None = None
        self._way = ""
        self._other: dict[bool, PartialDate] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("7 May 2019, May 2019, about 2015 …"))
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._show_understood)
        self._understood = Paragraph(look, "", Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        self._readings = _Readings(look)
        self._readings.chosen.connect(self._on_reading_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.line, self._understood, self._readings):
            self._column.addWidget(part)
        self.setFocusProxy(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()
        self._show_understood()

    @property
    def value(self) -> PartialDate | None:
        """The date understood; None for an empty field and for words that cannot be read."""
        return self._value

    @property
    def problem(self) -> Problem | None:
        """What keeps the words from being a date, or None."""
        return self._problem

    @property
    def understood(self) -> str:
        """The line below the field."""
        return "" if self._understood.isHidden() else self._understood.text()

    def set_value(self, value: PartialDate | None) -> None:
        """Show a date in words, without a signal; None empties the field."""
        self._value = value
        self._problem = None
        self._way = ""
        self.line.setText("" if value is None else spoken(value, self._locale))
        self._readings.offer()
        self._show_understood()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def _on_edited(self, text: str) -> None:
        self._read(text)
        # While the words are still being written only a date that is one is spoken, no complaint.
        self._say(None if self._problem else self._value)
        self.edited.emit()

    def _read(self, text: str) -> None:
        self._value = self._problem = None
        self._way = ""
        readings: dict[bool, PartialDate] = {}
        try:
            self._value = read_date(text, today=self._today()) if text.strip() else None
        except AmbiguousDate as doubt:
            readings = {True: doubt.day_first, False: doubt.month_first}
            if self._look.day_first is None:
                self._problem = Problem(self._name, doubt.message, doubt.way_out)
            else:
                self._value = readings.pop(self._look.day_first)
                self._way = _WAYS[self._look.day_first]
        except UnreadableDate as refusal:
            self._problem = Problem(self._name, refusal.message, refusal.way_out)
        self._readings.offer(*((spoken(reading, self._locale), way) for way, reading in readings.items()))
        self._other = readings

    def _show_understood(self) -> None:
        if self._problem is None:
            self._say(self._value)
            return
        self._understood.set_runs(
            Run(self._problem.message, Role.RED, strong=True), Run(f" {self._problem.way_out}", Role.TEXT)
        )
        show_if(self._understood, True)

    def _say(self, value: PartialDate | None) -> None:
        words = "" if value is None else spoken(value, self._locale)
        self._understood.setText(words + self._way)
        show_if(self._understood, bool(words) and words != self.line.text().strip())

    def _on_reading_chosen(self, day_first: bool) -> None:
        self._look.choose_date_order(day_first=day_first)
        self.set_value(self._other[day_first])
        self.line.setFocus()
        self.edited.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(4))


class _Readings(QWidget):
    """Two buttons for the two ways to read one date; hidden while there is only one way."""

    chosen = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self._buttons: list[QuietButton] = []
        self.hide()

    def offer(self, *readings: tuple[str, bool]) -> None:
        """Show one button for each reading, given in words and as whether the day comes first."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(words, day_first) for words, day_first in readings]
        for position, button in enumerate(self._buttons):
            self._row.insertWidget(position, button)
        show_if(self, bool(readings))

    def _button(self, words: str, day_first: bool) -> QuietButton:
        button = QuietButton(self._look, words, small=True)
        button.clicked.connect(lambda: self.chosen.emit(day_first))
        return button
