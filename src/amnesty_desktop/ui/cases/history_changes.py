# SPDX-License-Identifier: GPL-3.0-or-later
"""What one step of the history changed: each value before and after, and the way back to the one before."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ...domain.text_changes import Piece, compared
from ...edits.put_back import can_put_back, put_back_value
from ...store.history import Entry, RowChange
from ...store.rows import Plain
from ..desk import Desk
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import NARROW, Paragraph, Run
from .history_words import change_sentences, is_long, whole_text

_MOST = 30
"""Changes of one step that are shown; a merge has hundreds, and is taken back as a whole."""


class ChangedValue(QWidget):
    """One field: in one sentence what happened to it, long texts before and after, and "Put back"."""

    def __init__(self, desk: Desk, row: RowChange, field: str, sentence: str) -> None:
        super().__init__()
        self._desk = desk
        self._row = row
        self._field = field
        before, after = row.fields[field]
        self._value: Plain = before
        look = desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self.words = Paragraph(look, sentence, Use.TABLE, Role.TEXT, line_height=NARROW)
        column.addWidget(self.words)
        self.texts: list[Paragraph] = []
        texts = [whole_text(row.table, field, value) for value in (before, after)]
        # What is short stands in the sentence.
        if None not in texts and any(text and is_long(text) for text in texts):
            self._add_texts(column, *(text or "" for text in texts))
        self.put_back = LinkButton(look, "Put back this value" if field not in ("gone", "binned") else "Put it back")
        self.put_back.setAccessibleName(f"{self.put_back.text()}: {sentence}")
        self.put_back.clicked.connect(self._put_back)
        column.addWidget(self.put_back)
        can = can_put_back(desk.session.file, row.table, row.row_id, field, before)
        self.put_back.setVisible(can)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _add_texts(self, column: QVBoxLayout, before: str, after: str) -> None:
        sides = zip(("Before", "After"), compared(before, after), (Role.RED, Role.GREEN), strict=True)
        for title, pieces, role in sides:
            part = Paragraph(self._desk.look, "", Use.TABLE, line_height=NARROW)
            part.set_runs(Run(f"{title}: ", Role.SECONDARY), *_runs(pieces, role))
            self.texts.append(part)
            column.addWidget(part)

    def _put_back(self) -> None:
        row = self._row
        edit = partial(put_back_value, table=row.table, row_id=row.row_id, field=self._field, value=self._value)
        self._desk.session.settle()
        if self._desk.session.edit("Put back an earlier value", edit):
            self._desk.wishes.told.emit("The earlier value stands there again.", True)


class HistoryChanges(QWidget):
    """The changes of the step that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.values: list[ChangedValue] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(12))
        self._column.addStretch(1)

    def show_entry(self, entry: Entry | None) -> None:
        """Show another step, or none."""
        for value in self.values:
            self._column.removeWidget(value)
            value.hide()
            value.deleteLater()
        file = self._desk.session.file
        changes = [] if entry is None else [found for row in entry.rows for found in change_sentences(file, row)]
        self.values = [ChangedValue(self._desk, *change) for change in changes[:_MOST]]
        for place, value in enumerate(self.values):
            self._column.insertWidget(place, value)


def _runs(pieces: Iterable[Piece], role: Role) -> list[Run]:
    return [Run(piece.text, role if piece.is_changed else Role.TEXT, strong=piece.is_changed) for piece in pieces]
