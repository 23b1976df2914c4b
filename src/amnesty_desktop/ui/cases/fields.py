# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields a form is made of: each shows a value, reads it back, and keeps words that are no value yet."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QSizePolicy, QWidget

from ...domain.problems import Problem
from ..look import Look
from ..widgets.country_edit import CountryEdit
from ..widgets.form_field import FormField
from ..widgets.partial_date_edit import PartialDateEdit
from ..widgets.plain_edit import PlainEdit


class Field(FormField):
    """One field of a record, named as there.

    edited(name) comes while a person types, never when a value is shown; left(name) when they are done with it.
    loose_words holds what was typed and is no value, such as half a date; value() is then what the record held.
    """

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, look: Look, name: str, label: str, editor: QWidget, *, hint: str = "") -> None:
        super().__init__(look, name, label, editor, hint=hint)
        self._is_showing = False
        editor.setObjectName(name)

    def show_value(self, value: Any) -> None:
        """Show a value of the record."""
        self._is_showing = True
        self._show(value)
        self._is_showing = False

    def value(self) -> Any:
        """Return the value that stands there."""
        raise NotImplementedError

    @property
    def loose_words(self) -> str:
        """Words that are no value yet."""
        return ""

    @property
    def is_filled(self) -> bool:
        """Whether anything stands there."""
        return bool(self.value()) or bool(self.loose_words)

    def words(self) -> str:
        """Return what stands there, as typed."""
        raise NotImplementedError

    def type_words(self, words: str) -> None:
        """Put words there as if they were typed."""
        raise NotImplementedError

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _tell(self, *_: object) -> None:
        if not self._is_showing:
            self.edited.emit(self.name)

    def _tell_left(self, *_: object) -> None:
        self.left.emit(self.name)


class LineField(Field):
    """One line of text."""

    def __init__(self, look: Look, name: str, label: str, *, hint: str = "", prompt: str = "") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(prompt)
        super().__init__(look, name, label, self.line, hint=hint)
        self.line.textChanged.connect(self._tell)
        self.line.editingFinished.connect(self._tell_left)

    def value(self) -> str:
        return self.line.text().strip()

    def words(self) -> str:
        return self.line.text()

    def type_words(self, words: str) -> None:
        self.line.setText(words)

    def _show(self, value: Any) -> None:
        if value != self.value():
            self.line.setText(value)


class BlockField(Field):
    """Several lines of text."""

    def __init__(self, look: Look, name: str, label: str, *, lines: int = 2, hint: str = "", prompt: str = "") -> None:
        self.block = PlainEdit(look, lines=lines)
        self.block.setPlaceholderText(prompt)
        super().__init__(look, name, label, self.block, hint=hint)
        self.block.textChanged.connect(self._tell)

    def value(self) -> str:
        return self.block.toPlainText().strip()

    def words(self) -> str:
        return self.block.toPlainText()

    def type_words(self, words: str) -> None:
        self.block.setPlainText(words)

    def _show(self, value: Any) -> None:
        if value != self.value():
            self.block.setPlainText(value)


class DateField(Field):
    """A date as it is known."""

    def __init__(self, look: Look, name: str, label: str, today: Callable[[], date], *, hint: str = "") -> None:
        self.edit = PartialDateEdit(look, name, today=today)
        super().__init__(look, name, label, self.edit, hint=hint)
        self.edit.line.setObjectName(f"{name}_line")
        self.edit.edited.connect(self._tell)
        self.edit.line.editingFinished.connect(self._tell_left)

    def value(self) -> Any:
        return self.edit.value

    @property
    def loose_words(self) -> str:
        return self.edit.line.text() if self.edit.problem is not None else ""

    def words(self) -> str:
        return self.edit.line.text()

    def type_words(self, words: str) -> None:
        self.edit.line.setText(words)
        self.edit.line.textEdited.emit(words)

    def _show(self, value: Any) -> None:
        self.edit.set_value(value)


class NumberField(LineField):
    """A whole number, or nothing; most is the largest that makes sense."""

    def __init__(self, look: Look, name: str, label: str, *, most: int, hint: str = "") -> None:
        self._most = most
        super().__init__(look, name, label, hint=hint)
        self.line.editingFinished.connect(self._complain)

    def value(self) -> Any:
        return _whole(self.line.text()) if self.line.text().strip() and not self.loose_words else None

    @property
    def loose_words(self) -> str:
        typed = self.line.text().strip()
        number = _whole(typed)
        return typed if typed and (number is None or number > self._most) else ""

    def _show(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))

    def _complain(self) -> None:
        if words := self.loose_words:
            way_out = f"Write it in figures, up to {self._most}, or leave it empty."
            self.show_problem(Problem(self.name, f"“{words[:40]}” is no number that fits here.", way_out))


def _whole(text: str) -> int | None:
    plain = text.strip()
    return int(plain) if plain.isdecimal() and len(plain) < 10 else None


class CountryField(Field):
    """A country, by any of its names."""

    def __init__(self, look: Look, name: str, label: str, *, hint: str = "") -> None:
        self.edit = CountryEdit()
        super().__init__(look, name, label, self.edit, hint=hint)
        self.edit.textChanged.connect(self._tell)
        self.edit.editingFinished.connect(self._tell_left)

    def value(self) -> str:
        return self.edit.code

    @property
    def loose_words(self) -> str:
        return "" if self.edit.is_understood else self.edit.text()

    def words(self) -> str:
        return self.edit.text()

    def type_words(self, words: str) -> None:
        self.edit.setText(words)

    def _show(self, value: Any) -> None:
        self.edit.set_code(value)


class _Choices(QComboBox):
    """A list of choices that the wheel scrolls past instead of turning."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of a few values, each with its words; a value that is not among them is added as it is."""

    def __init__(
        self, look: Look, name: str, label: str, choices: Sequence[tuple[Any, str]] = (), *, hint: str = ""
    ) -> None:
        self.box = _Choices()
        self._values: list[Any] = []
        super().__init__(look, name, label, self.box, hint=hint)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offer(choices)
        self.box.currentIndexChanged.connect(self._tell)
        self.box.activated.connect(self._tell_left)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these values; the one that stands there stays."""
        here = self.value() if self._values else None
        self._is_showing = True
        self.box.clear()
        self._values = []
        for value, words in choices:
            self._add(value, words)
        if self._values:
            self._show(here if here is not None else self._values[0])
        self._is_showing = False

    def value(self) -> Any:
        index = self.box.currentIndex()
        return self._values[index] if index >= 0 else None

    def words(self) -> str:
        return self.box.currentText()

    def type_words(self, words: str) -> None:
        self.box.setCurrentIndex(self.box.findText(words))

    def _add(self, value: Any, words: str) -> None:
        self._values.append(value)
        self.box.addItem(words)

    def _show(self, value: Any) -> None:
        if value not in self._values:
            self._add(value, str(value))
        self.box.setCurrentIndex(self._values.index(value))


class SideBySide(QWidget):
    """Fields beside one another where there is room for all, otherwise one below the other."""

    def __init__(self, look: Look, *parts: QWidget, least: int = 200) -> None:
        super().__init__()
        self._look = look
        self._least = least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._box.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        shown = sum(1 for i in range(self._box.count()) if not self._part(i).isHidden())
        fits = self.width() >= shown * self._look.px(self._least)
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)

    def _part(self, index: int) -> QWidget:
        item = self._box.itemAt(index)
        part = item.widget() if item is not None else None
        assert part is not None
        return part

    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(16))
