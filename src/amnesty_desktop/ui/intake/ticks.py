# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of sentences to be ticked one by one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ..look import Look
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import NARROW, Paragraph

_AT_ONCE = 12


class TickRow(QWidget):
    """One sentence with its box; a click on the words ticks it as well.

    Where there are several notes, the one that holds is a link that opens the others.
    """

    ticked = Signal()

    def __init__(self, look: Look, words: str, note: str, is_ticked: bool, notes: Sequence[str] = ()) -> None:
        super().__init__()
        self._words, self._notes = words, tuple(notes)
        self.note = note
        self.box = QCheckBox()
        self.box.setChecked(is_ticked)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Paragraph(look, words, Use.TABLE, line_height=NARROW))
        self.other_note = LinkButton(look, note) if notes else None
        if self.other_note is not None:
            self.other_note.clicked.connect(self._choose)
            line = QHBoxLayout()
            line.addWidget(self.other_note)
            line.addStretch(1)
            column.addLayout(line)
        elif note:
            column.addWidget(Paragraph(look, note, Use.CAPTION, Role.SECONDARY, line_height=NARROW))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.box.toggled.connect(self.ticked)
        self.set_note(note)

    def set_note(self, note: str) -> None:
        """Say this beside the sentence."""
        self.note = note
        self.box.setAccessibleName(f"{self._words} ({note})" if note else self._words)
        if self.other_note is not None:
            self.other_note.setText(note)
            self.other_note.setAccessibleDescription(self._words)

    def _choose(self) -> None:
        assert self.other_note is not None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for note in self._notes:
            action = menu.addAction(note, partial(self.set_note, note))
            action.setCheckable(True)
            action.setChecked(note == self.note)
        menu.popup(self.other_note.mapToGlobal(self.other_note.rect().bottomLeft()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.box.toggle()


class TickList(QWidget):
    """Sentences below one another; rows come a few at a time, so that nothing waits. Signals: ticked(), grown()."""

    ticked = Signal()
    grown = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._waiting: list[tuple[str, str, bool]] = []
        self._notes: tuple[str, ...] = ()
        self.rows: list[TickRow] = []
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._add_some)

    def show_lines(self, lines: Sequence[tuple[str, str, bool]], notes: Sequence[str] = ()) -> None:
        """Show (words, a note, whether ticked) one below the other; notes are those to choose from, if any."""
        self._notes = tuple(notes)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows, self._waiting = [], list(lines)
        self._add_some()

    @property
    def ticks(self) -> tuple[bool, ...]:
        """Which are ticked, in their order."""
        return (*(row.box.isChecked() for row in self.rows), *(ticked for _, _, ticked in self._waiting))

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said beside each, in their order."""
        return (*(row.note for row in self.rows), *(note for _, note, _ in self._waiting))

    def _add_some(self) -> None:
        for words, note, is_ticked in self._waiting[:_AT_ONCE]:
            row = TickRow(self._look, words, note, is_ticked, self._notes)
            row.ticked.connect(self.ticked)
            self.rows.append(row)
            self._column.addWidget(row)
        self._waiting = self._waiting[_AT_ONCE:]
        self.grown.emit()
        if self._waiting:
            self._later.start()
