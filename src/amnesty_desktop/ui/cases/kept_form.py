# SPDX-License-Identifier: GPL-3.0-or-later
"""A form that stands in its place on the page, framed, and ends with Done, Enter or Esc."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.problems import Problem
from ...edits import bin as bin_edits
from ...store.changes import Changes
from ...store.rows import Record, noun_of
from ..desk import Desk
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import LinkButton, QuietButton
from ..widgets.paragraph import NARROW, Paragraph
from .fields import Field
from .record_form import RecordForm, RecordT

_ELSEWHERE = "This was changed elsewhere meanwhile. What you type here will stand."


def put_into_bin(desk: Desk, value: Record, label: str, sentence: str) -> bool:
    """Put a record into the bin and offer to take it back; False when the world got in the way."""
    edit = partial(bin_edits.put, values=[value], at=datetime.now(UTC))
    if desk.session.edit(label, edit) is None:
        return False
    desk.wishes.told.emit(sentence, True)
    return True


def had_focus(form: QWidget) -> bool:
    """Whether the focus is within a form that is about to go, and needs a new place."""
    window = form.window()
    focused = window.focusWidget()
    return focused is not None and (focused is form or form.isAncestorOf(focused))


def dismiss(form: "KeptForm[Any]") -> None:
    """Take a form away. One whose words found no place on the disk waits unseen: every settling tries again."""
    form.hide()
    if not form.keeper.dirty:
        form.deleteLater()


class KeptForm(RecordForm[RecordT]):
    """Fields of one record. labels are what the menu says for adding it and for changing it.

    Signal: finished(), once the form may be taken away; goes_on then says whether a new record was ended with
    Enter, so that a list may begin the next one.
    """

    finished = Signal()
    labels = ("", "")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._folded: list[QWidget] = []
        self.goes_on = False
        self._notice = Paragraph(desk.look, _ELSEWHERE, Use.CAPTION, Role.AMBER, line_height=NARROW)
        self._notice.hide()
        self.done_button = QuietButton(desk.look, "Done", small=True)
        self.done_button.setObjectName("done")
        self.more_button = LinkButton(desk.look, "Add more")
        self.more_button.setObjectName("add_more")
        self._place_parts()
        self.done_button.clicked.connect(self._on_done)
        self.more_button.clicked.connect(self.unfold)
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

    def put(self, *rows: QWidget, folded: bool = False) -> None:
        """Put rows below those that are there; folded ones are shown by "Add more"."""
        for row in rows:
            self._column.insertWidget(self._column.count() - 1, row)
            if folded:
                self._folded.append(row)
                row.hide()
        show_if(self.more_button, bool(self._folded))

    def put_at_end(self, button: QWidget) -> None:
        """Put a button at the far end of the last line."""
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def unfold(self) -> None:
        """Show the fields few people need."""
        for row in self._folded:
            row.show()
        if self.more_button.hasFocus():
            self.done_button.setFocus()
        self.more_button.hide()

    # -- showing

    @property
    def is_new(self) -> bool:
        """Whether the record is not in the file yet."""
        return self._is_new

    def load(self, record: RecordT, *, is_new: bool = False) -> None:
        super().load(record, is_new=is_new)
        # Words brought back are kept again at once, so that the draft goes as soon as they are a value.
        self.keeper.keep()
        if not is_new and self.is_worth_unfolding():
            self.unfold()

    def is_worth_unfolding(self) -> bool:
        """Whether the folded fields hold something."""
        return any(field.is_filled for field in self.fields.values() if self._is_folded(field))

    def missing(self, value: RecordT) -> Problem | None:
        """What keeps the record from being kept at all."""
        return None

    def follow(self, changes: Changes, origin: object) -> None:
        """Show what was changed elsewhere, and say so while something here is still being typed."""
        record: Any = self.record
        if origin is self or (noun_of(type(record)).table, record.id) not in changes.rows:
            return
        found = self._desk.session.file.all(type(record), id=record.id)
        if not found:
            self.keeper.forget()
            self.finished.emit()
            return
        show_if(self._notice, self.keeper.dirty)
        self.reload(found[0])

    def focus_first(self) -> None:
        """Begin to type."""
        next(iter(self.fields.values())).editor.setFocus()

    # -- ending

    def done(self) -> None:
        """Keep what is typed and go; where words are no value, stay with them."""
        self.keeper.settle()
        if not self.keeper.dirty:
            self.finished.emit()
            return
        for field in self.fields.values():
            if field.loose_words or field.problem is not None:
                field.editor.setFocus()
                return

    def _on_done(self) -> None:
        self.goes_on = False
        self.done()

    def leave(self) -> None:
        """Keep what is typed and go, whatever it is: half a date is there again the next time."""
        self.keeper.settle()
        file = self._desk.session.file
        if self.keeper.dirty and file.find_draft(self.draft_name()) is not None:
            self.keeper.forget()
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # In a list, Enter after a new record begins the next one, and in an empty form ends the typing.
            self.goes_on = self._is_new and self.is_worth_adding(self.value())
            self.done()
        elif event.key() == Qt.Key.Key_Escape:
            self.goes_on = False
            self.leave()
        else:
            super().keyPressEvent(event)

    # -- keeping

    def draft_records(self) -> tuple[Any, ...]:
        value = self.value()
        is_worth = self.is_worth_adding(value) if self._is_new else value != self._record
        return (value,) if is_worth else ()

    def _commit(self) -> bool:
        self.label = self.labels[0 if self._is_new else 1]
        value = self.value()
        missing = self.missing(value) if not self._is_new or self.is_worth_adding(value) else None
        if missing is not None:
            self.fields[missing.field].show_problem(missing)
            return False
        return super()._commit()

    def _is_folded(self, field: Field) -> bool:
        return any(row is field or row.isAncestorOf(field) for row in self._folded)

    # -- looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._desk.look.color(Role.LINE), 1))
        painter.setBrush(self._desk.look.color(Role.SUB))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(14))
        self._column.setSpacing(px(12))
        self._buttons.setSpacing(px(16))
        self.update()
