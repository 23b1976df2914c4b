# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of records within the form of a case: each on a line, changed in place; Enter goes on to the next new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ....store.changes import Changes
from ...desk import Desk
from ...look import Look
from ...showing import show_if
from ...theme import Use
from ...widgets.buttons import QuietButton
from ...widgets.paragraph import NARROW, Paragraph, Run
from ...widgets.section_head import SectionHead
from ..kept_form import KeptForm, dismiss, had_focus, put_into_bin

RecordT = TypeVar("RecordT")


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list calls itself: its title, its records in the names of objects, and what its buttons say aloud.

    one is such as "goal"; binned is the menu's words for putting one into the bin.
    """

    title: str
    one: str
    add: str
    binned: str


class RecordLine(QWidget):
    """One record on a line with its two buttons. Signals: change_requested(), bin_requested()."""

    change_requested = Signal()
    bin_requested = Signal()

    def __init__(self, look: Look, runs: Sequence[Run], one: str) -> None:
        super().__init__()
        words = Paragraph(look, "", Use.BODY, line_height=NARROW)
        words.set_runs(*runs)
        self.text = words.text()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(5), 0, look.px(5))
        row.setSpacing(look.px(8))
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.buttons: list[QuietButton] = []
        for word, signal in (("Change", self.change_requested), ("Bin", self.bin_requested)):
            button = QuietButton(look, word, small=True)
            button.setObjectName(f"{one}_{word.lower()}")
            button.setAccessibleName(f"{word}: {self.text[:200]}")
            button.clicked.connect(signal)
            self.buttons.append(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class RecordList(QWidget, Generic[RecordT]):
    """The records of one kind of a case. changed_order() tells the page around it that its parts have changed."""

    changed_order = Signal()

    def __init__(self, desk: Desk, words: ListWords) -> None:
        super().__init__()
        self._desk = desk
        self._words = words
        self._case_id = ""
        self._shown: list[RecordT] = []
        self.form: KeptForm[RecordT] | None = None
        self.lines: list[RecordLine] = []
        self.head = SectionHead(desk.look, words.title, button="Add")
        assert self.head.button is not None
        self.add_button = self.head.button
        self.add_button.setObjectName(f"{words.one}_add")
        self.add_button.setAccessibleName(words.add)
        self.add_button.clicked.connect(self.begin)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.look.changed.connect(self._rebuild)

    # -- what each list says of itself

    def records(self, case_id: str) -> list[RecordT]:
        """The records of a case in the order they are shown."""
        raise NotImplementedError

    def new_record(self, case_id: str, place: int) -> RecordT:
        """An empty record at the end of the list."""
        raise NotImplementedError

    def new_form(self) -> KeptForm[RecordT]:
        """A form for one record."""
        raise NotImplementedError

    def runs(self, record: RecordT) -> Sequence[Run]:
        """A record as it stands on its line."""
        raise NotImplementedError

    def is_fixed(self, record: RecordT) -> bool:
        """Whether a record is only shown here and changed elsewhere."""
        return False

    # -- showing

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands here and nothing is being typed."""
        return not self._shown and self.form is None

    def load(self, case_id: str) -> None:
        """Settle, and show the records of another case."""
        self.leave()
        self._case_id = case_id
        self._shown = self.records(case_id)
        self._rebuild()

    def refresh(self) -> None:
        """Show the records as they are now; the one being changed keeps its typing."""
        found = self.records(self._case_id)
        if found != self._shown:
            self._shown = found
            self._rebuild()

    def follow(self, changes: Changes, origin: object) -> None:
        """Let the form know what was changed elsewhere."""
        if self.form is not None:
            self.form.follow(changes, origin)

    def settle(self) -> None:
        """Turn what is typed into an edit."""
        if self.form is not None:
            self.form.keeper.settle()

    def leave(self) -> None:
        """Keep what is typed and take the form away."""
        if self.form is not None:
            self.form.leave()

    def begin(self) -> None:
        """Add a record."""
        self._open(self.new_record(self._case_id, len(self._shown)), is_new=True)

    def change(self, record: Any) -> None:
        """Open a record for changing."""
        self._open(record)

    # -- within

    def _open(self, record: RecordT, *, is_new: bool = False) -> None:
        self.leave()
        form = self.new_form()
        self.form = form
        # Taken away by way of the loop, as the key or the button pressed belongs to the form.
        form.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        form.load(record, is_new=is_new)
        self._rebuild()
        form.show()
        self.changed_order.emit()
        form.focus_first()

    def _on_finished(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        is_left, goes_on = had_focus(form), form.goes_on
        self._column.removeWidget(form)
        dismiss(form)
        self._shown = self.records(self._case_id)
        self._rebuild()
        self.changed_order.emit()
        if goes_on:
            self.begin()
        elif is_left:
            self.add_button.setFocus()

    def _rebuild(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        changing = getattr(self.form.record, "id", "") if self.form is not None else ""
        self.lines = [self._line(record) for record in self._shown]
        for place, (line, record) in enumerate(zip(self.lines, self._shown, strict=True)):
            self._column.insertWidget(place + 1, line)
            show_if(line, getattr(record, "id", "") != changing)
        self._place_form()
        self.head.set_count(len(self._shown) or None)

    def _place_form(self) -> None:
        """Keep the form below the line of its record, or at the end for a new one."""
        if self.form is None:
            return
        ids = [getattr(record, "id", "") for record in self._shown]
        row_id = getattr(self.form.record, "id", "")
        place = ids.index(row_id) if row_id in ids else len(ids)
        self._column.removeWidget(self.form)
        self._column.insertWidget(place + 2 if row_id in ids else place + 1, self.form)

    def _line(self, record: RecordT) -> RecordLine:
        line = RecordLine(self._desk.look, self.runs(record), self._words.one)
        if self.is_fixed(record):
            for button in line.buttons:
                button.hide()
        line.change_requested.connect(lambda: self.change(record), Qt.ConnectionType.QueuedConnection)
        line.bin_requested.connect(lambda: self._bin(record), Qt.ConnectionType.QueuedConnection)
        return line

    def _bin(self, record: Any) -> None:
        self.leave()
        text = "".join(run.text for run in self.runs(record)).strip()
        named = text if len(text) <= 80 else f"{text[:79].rstrip()}…"
        put_into_bin(self._desk, record, self._words.binned, f"“{named}” is in the bin.")
