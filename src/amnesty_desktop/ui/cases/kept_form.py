# SPDX-License-Identifier: GPL-3.0-or-later
"""A form that stands in its place on the page: it keeps itself while one types and ends with Done, Enter or Esc."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.problems import Problem
from ...edits import bin as bin_edits
from ...edits.bring_back import draft_of
from ...store.changes import Changes
from ...store.recorder import Transaction
from ...store.rows import Record, noun_of
from ..desk import Desk
from ..keeping import Keeper
from ..theme import Role, Use
from ..widgets.buttons import LinkButton, QuietButton
from ..widgets.paragraph import NARROW, Paragraph
from .fields import Field


def put_into_bin(desk: Desk, value: Record, label: str, sentence: str) -> bool:
    """Put a record into the bin and offer to take it back; False when the world got in the way."""
    edit = partial(bin_edits.put, values=[value], at=datetime.now(UTC))
    if desk.session.edit(label, edit) is None:
        return False
    desk.wishes.told.emit(sentence, True)
    return True


class KeptForm(QWidget):
    """Fields of one record, or of a few that belong together; kind and the first one's id name its draft.

    labels are what the menu says for adding and for changing. Signal: finished(), once it may be taken away.
    """

    finished = Signal()

    def __init__(self, desk: Desk, kind: str, labels: tuple[str, str]) -> None:
        super().__init__()
        self.desk = desk
        self._kind = kind
        self._labels = labels
        self._records: tuple[Any, ...] = ()
        self._is_new = False
        self._fields: list[tuple[int, Field]] = []
        self._folded: list[QWidget] = []
        self._notice = Paragraph(desk.look, "", Use.CAPTION, Role.AMBER, line_height=NARROW)
        self._notice.hide()
        self.done_button = QuietButton(desk.look, "Done", small=True)
        self.done_button.setObjectName("done")
        self.more_button = LinkButton(desk.look, "Add more")
        self.more_button.setObjectName("add_more")
        self._place_parts()
        self.done_button.clicked.connect(self.done)
        self.more_button.clicked.connect(self.unfold)
        self.keeper = Keeper(desk.session, form=self.form_key, draft=self._draft, commit=self._commit, parent=self)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    # -- building

    def _place_parts(self) -> None:
        self._column = QVBoxLayout(self)
        self._buttons = QHBoxLayout()
        for button in (self.done_button, self.more_button):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons.addStretch(1)
        self._column.addWidget(self._notice)
        self._column.addLayout(self._buttons)
        self.more_button.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def own(self, *fields: Field, part: int = 0) -> None:
        """Take part in keeping these fields of the record with this number."""
        for field in fields:
            self._fields.append((part, field))
            field.edited.connect(self._on_edited)
            field.left.connect(self._on_left)

    def add(self, *rows: QWidget, folded: bool = False) -> None:
        """Put rows below those that are there; folded ones are shown by "Add more"."""
        for row in rows:
            self._column.insertWidget(self._column.count() - 1, row)
            if folded:
                self._folded.append(row)
                row.hide()
        self.more_button.setVisible(bool(self._folded))

    def add_trailing(self, button: QWidget) -> None:
        """Put a button at the far end of the last line."""
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def unfold(self) -> None:
        """Show the fields few people need."""
        for row in self._folded:
            row.show()
        if self.more_button.hasFocus() and self._folded:
            self._folded[0].setFocus()
            self.focusNextChild()
        self.more_button.hide()

    # -- the records

    @property
    def is_new(self) -> bool:
        """Whether the record is not in the file yet."""
        return self._is_new

    @property
    def record(self) -> Any:
        """The first record as it stands in the file, or as it began."""
        return self._records[0]

    def load(self, *records: Record, is_new: bool = False) -> None:
        """Show records and what was typed for them and never became a value."""
        self.keeper.settle()
        self._is_new = is_new
        self._show(records)
        self._bring_back_words()
        if any(field.is_filled for _, field in self._fields if self._is_folded(field)) and not is_new:
            self.unfold()

    def values(self) -> tuple[Any, ...]:
        """The records as the fields now say; where words are no value the record keeps its own."""
        found = list(self._records)
        for part, field in self._fields:
            if not field.loose_words:
                found[part] = replace(found[part], **{field.name: field.value()})
        return tuple(found)

    def form_key(self) -> str:
        """The name its draft is kept under."""
        return f"{self._kind}:{self._records[0].id}"

    def write(self, write: Transaction, values: tuple[Any, ...]) -> None:
        """The edit itself; forms with an edit of their own say so."""
        for value in values:
            write.save(value)

    def is_blank(self, values: tuple[Any, ...]) -> bool:
        """Whether new records hold nothing worth keeping."""
        return values == self._records

    def problems(self, values: tuple[Any, ...]) -> Iterable[Problem]:
        """What looks wrong, to be said beside the fields."""
        return ()

    def missing(self, values: tuple[Any, ...]) -> Problem | None:
        """What keeps the record from being kept at all."""
        return None

    # -- ending

    def done(self) -> None:
        """Keep what is typed and go; where words are no value, stay and say so."""
        self.keeper.settle()
        if not self.keeper.dirty:
            self.finished.emit()
            return
        loose = [field for _, field in self._fields if field.loose_words or field.problem]
        if loose:
            loose[0].setFocus()
            loose[0].editor.setFocus()

    def leave(self) -> None:
        """Keep what is typed and go, whatever it is: half a date is there again the next time."""
        self.keeper.settle()
        self.keeper.forget()
        self.finished.emit()

    def focus_first(self) -> None:
        """Begin to type."""
        self._fields[0][1].editor.setFocus()

    def follow(self, changes: Changes, origin: object) -> None:
        """Show what was changed elsewhere, or say so where it would undo what is being typed."""
        if origin is self or not any(self._row(record) in changes.rows for record in self._records):
            return
        file = self.desk.session.file
        found = [next(iter(file.all(type(record), id=record.id)), None) for record in self._records]
        if any(record is None for record in found):
            self.keeper.forget()
            self.finished.emit()
        elif self.keeper.dirty:
            self._notice.setText("This was changed elsewhere meanwhile. What you type here will stand.")
            self._notice.show()
        else:
            self._show(tuple(found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # -- keeping

    def _draft(self) -> dict[str, Any]:
        values = self.values()
        is_worth = values != self._records if not self._is_new else not self.is_blank(values)
        kept = [new for old, new in zip(self._records, values, strict=True) if self._is_new or new != old]
        typed = {field.name: field.loose_words for _, field in self._fields if field.loose_words}
        return draft_of(*(kept if is_worth else ()), typed=typed)

    def _commit(self) -> bool:
        values = self.values()
        missing = self.missing(values)
        if self._is_new and self.is_blank(values):
            return not self._has_loose_words()
        if missing is not None:
            self._say([missing])
            return False
        if self._is_new or values != self._records:
            label = self._labels[0 if self._is_new else 1]
            if self.desk.session.edit(label, partial(self.write, values=values), origin=self) is None:
                return False
            self._records = values
            self._is_new = False
        return not self._has_loose_words()

    def _has_loose_words(self) -> bool:
        return any(field.loose_words for _, field in self._fields)

    def _bring_back_words(self) -> None:
        file = self.desk.session.file
        kept = file.find_draft(self.form_key())
        words = kept.value.get("typed", {}) if kept else {}
        if not words:
            return
        for _, field in self._fields:
            if field.name in words:
                field.type_words(words[field.name])
        file.drop_draft(self.form_key())
        self.keeper.touched()

    def _show(self, records: tuple[Any, ...]) -> None:
        self._records = records
        self._notice.hide()
        for part, field in self._fields:
            field.show_value(getattr(records[part], field.name))
        self.adapt()
        self._say(self.problems(records))

    def adapt(self) -> None:
        """Let fields that hang on others follow them."""

    def _on_edited(self, _name: str) -> None:
        self.keeper.touched()
        self.adapt()

    def _on_left(self, _name: str) -> None:
        self._say(self.problems(self.values()))

    def _say(self, problems: Iterable[Problem]) -> None:
        by_field = {problem.field: problem for problem in problems}
        for _, field in self._fields:
            if field.name in by_field:
                field.show_problem(by_field[field.name])
            elif field.problem is not None:
                field.clear_problem()

    def _is_folded(self, field: Field) -> bool:
        return any(row is field or row.isAncestorOf(field) for row in self._folded)

    @staticmethod
    def _row(record: Record) -> tuple[str, str]:
        return noun_of(type(record)).table, record.id

    # -- looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.desk.look.color(Role.LINE), 1))
        painter.setBrush(self.desk.look.color(Role.SUB))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _restyle(self) -> None:
        px = self.desk.look.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(14))
        self._column.setSpacing(px(12))
        self._buttons.setSpacing(px(16))
        self.update()
