# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets that were brought in: the list to work through, and the one that is looked over."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from ...store.changes import Changes
from ..desk import Desk
from ..showing import show_if
from ..texts import announce
from ..theme import Use
from ..widgets.buttons import QuietButton
from ..widgets.empty_state import EmptyState
from ..widgets.foot import Foot
from ..widgets.paragraph import OneLine
from .reading import MOST_AT_ONCE, Brought, Reading, State

if TYPE_CHECKING:
    from .review_page import ReviewPage

_ROWS = 4
_LOW = 36
"""Height of the view in em below which half the rows have to do."""


_AHEAD_MS = 30
"""A rest until the page is made on which a sheet is looked over: what there is is painted first."""


class IntakeView(QWidget):
    """Signals: finished(id of the case to show, "" for none) when nothing is left to decide, or one goes back."""

    finished = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("intake")
        self._desk = desk
        self._shown = -1
        self._displayed: tuple[int, State] | None = None
        self._case_id = ""
        look = desk.look
        self.reading = Reading(desk, self)
        self.back_button = QuietButton(look, "‹ Back")
        self.back_button.setObjectName("intake_back")
        self.title = OneLine(look, "Bring in a sheet", Use.TITLE)
        self.stop = QuietButton(look, "Stop reading", small=True)
        self.stop.setObjectName("stop_reading")
        self.list = QListWidget()
        self.list.setObjectName("brought_files")
        self.list.setAccessibleName("Files that were brought in")
        self._review: ReviewPage | None = None
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._then = QTimer(self, singleShot=True, interval=0)
        self.waiting = EmptyState(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(self)
        self._place_parts()
        self._connect()

    def _place_parts(self) -> None:
        px = self._desk.look.px
        head = QHBoxLayout()
        head.setContentsMargins(px(24), px(12), px(24), px(8))
        head.setSpacing(px(8))
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.stop)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(self._framed(self.list))
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(Foot(self._desk.look))

    def _framed(self, files: QListWidget) -> QHBoxLayout:
        px = self._desk.look.px
        row = QHBoxLayout()
        row.setContentsMargins(px(24), 0, px(24), px(8))
        row.addWidget(files)
        return row

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        self.stop.clicked.connect(self.reading.stop)
        self.reading.changed.connect(self._on_changed)
        self.list.currentRowChanged.connect(self._show)
        self.waiting.button_pressed.connect(self._look_after_all)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.back_button.click)
        self._ahead.timeout.connect(self._load_page)
        self._then.timeout.connect(self._make_page)
        self._desk.look.changed.connect(self._restyle)
        self._desk.session.changed.connect(self._on_file_changed)

    @property
    def review(self) -> "ReviewPage":
        """The page on which one of them is looked over, made while the first file is being read."""
        if self._review is None:
            from .review_page import ReviewPage

            self._review = ReviewPage(self._desk)
            self._stack.addWidget(self._review)
            self._review.decided.connect(self._on_decided)
            self._review.left_out.connect(self._on_left_out)
        return self._review

    def _load_page(self) -> None:
        from . import review_page  # noqa: F401

        self._then.start()

    def _make_page(self) -> None:
        assert self.review is not None
        self.reading.go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    # -- what the window asks for

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Read files and show the first of them that is ready."""
        self._begin_anew()
        if len(paths) > MOST_AT_ONCE:
            told = f"These are {len(paths)} files. The first {MOST_AT_ONCE} are read; bring in the others afterwards."
            self._desk.wishes.told.emit(told, False)
        first = len(self.reading.files)
        self.reading.add_files(paths)
        self._show_list(first)

    def bring_in_text(self, words: str) -> None:
        """Read text that was copied somewhere else."""
        self._begin_anew()
        first = len(self.reading.files)
        self.reading.add_text(words)
        self._show_list(first)

    def back(self) -> None:
        """Go back to the cases; what is not decided stays in the list."""
        self.back_button.click()

    @property
    def has_open(self) -> bool:
        """Whether a file still waits for a decision."""
        return any(brought.is_open for brought in self.reading.files)

    def _begin_anew(self) -> None:
        """A list that was worked through makes room for the next one."""
        if not self.has_open and not self.reading.is_under_way:
            self.reading.files.clear()
            self.list.clear()
            self._shown, self._displayed, self._case_id = -1, None, ""
        if self._review is None:
            self.reading.hold()
            self._ahead.start()

    def _show_list(self, first: int) -> None:
        for brought in self.reading.files[self.list.count() :]:
            self.list.addItem(_line(brought))
        for number in range(self.list.count()):
            self.list.item(number).setText(_line(self.reading.files[number]))
        show_if(self.list, self.list.count() > 1)
        self._restyle()
        if first >= self.list.count():
            first = max(self._shown, 0)
        if self._shown < 0 or not self.reading.files[self._shown].is_open:
            self.list.setCurrentRow(first)
            self._show(first)
        self._name()

    # -- one of them

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self.reading.files):
            return
        brought = self.reading.files[number]
        self._shown = number
        if self._displayed == (number, brought.state):
            # Shown anew it would lose the place one is at.
            return
        self._displayed = (number, brought.state)
        if brought.is_open and brought.state in (State.READY, State.UNREADABLE):
            self.review.load(brought)
            self._stack.setCurrentWidget(self.review)
            if not self.list.hasFocus():
                self.review.begin()
        else:
            words = {State.ADDED: "This one is added.", State.LEFT: "This one was left out."}
            again = "Look at it after all" if brought.state is State.LEFT else ""
            self.waiting.say(words.get(brought.state, "The sheet is being read."), again)
            self._stack.setCurrentWidget(self.waiting)

    def _on_changed(self, number: int) -> None:
        if number < self.list.count():
            self.list.item(number).setText(_line(self.reading.files[number]))
        if number == self._shown:
            self._show(number)
            if self.reading.files[number].trouble:
                announce(self, self.reading.files[number].trouble)
        self._name()

    def _on_file_changed(self, changes: Changes, origin: object) -> None:
        if origin is not self._review and changes.touches("attachments"):
            self.reading.open_again()

    def _on_decided(self, told: str, case_id: str) -> None:
        brought = self.reading.files[self._shown]
        brought.state, brought.case_id, self._case_id = State.ADDED, case_id, case_id
        self._go_on()
        self._desk.wishes.told.emit(told, "not kept" not in told)

    def _on_left_out(self) -> None:
        self.reading.files[self._shown].state = State.LEFT
        self._go_on()

    def _leave(self) -> None:
        waits = self.has_open
        self.finished.emit(self._case_id)
        if waits:
            self._desk.wishes.told.emit("What is not added yet waits under File, “Bring in a sheet…”.", False)

    def _look_after_all(self) -> None:
        brought = self.reading.files[self._shown]
        brought.state = State.UNREADABLE if brought.trouble else State.READY
        self._on_changed(self._shown)

    def _go_on(self) -> None:
        """Go to the next file that waits for a decision; after the last one the view has done its work."""
        files, here = self.reading.files, self._shown
        self._on_changed(here)
        order = [*range(here + 1, len(files)), *range(here)]
        following = next((number for number in order if files[number].is_open), -1)
        if following < 0:
            self.finished.emit(self._case_id)
        else:
            self.list.setCurrentRow(following)
            self.review.begin()

    def _name(self) -> None:
        files = self.reading.files
        open_ones = sum(1 for brought in files if brought.is_open)
        several = f"Bring in sheets: {open_ones} of {len(files)} to look over"
        self.title.setText(several if len(files) > 1 else "Bring in a sheet")
        show_if(self.stop, self.reading.is_under_way)

    def _restyle(self) -> None:
        self.list.setFont(self._desk.look.font(Use.TABLE))
        is_low = self.height() < _LOW * self._desk.look.em
        rows = min(max(self.list.count(), 1), _ROWS // 2 if is_low else _ROWS)
        line = self.list.sizeHintForRow(0) if self.list.count() else self._desk.look.px(22)
        self.list.setFixedHeight(rows * line + 2 * self.list.frameWidth() + 2)


def _line(brought: Brought) -> str:
    return f"{brought.name}: {brought.state}"
