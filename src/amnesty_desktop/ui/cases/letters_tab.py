# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab "Letters": what was written for a case, to whom, by whom, and how far it has got."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.letter import LetterState
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...store.changes import Changes
from ...store.letters import LetterFilter, LetterLine, letter_keys, letter_lines
from ..desk import Desk
from ..lights import Light
from ..models.paged_table import Column, PagedTableModel
from ..texts import counted
from ..widgets.empty_state import EmptyState
from ..widgets.key_table import KeyTableView
from ..widgets.section_head import SectionHead
from .tally_part import TallyPart

_LIGHTS = {
    LetterState.DRAFT: Light.LATER,
    LetterState.READY: Light.SOON,
    LetterState.EXPORTED: Light.SOON,
    LetterState.SENT: Light.DONE,
    LetterState.ANSWERED: Light.VERIFIED,
    LetterState.RETURNED: Light.LOOK_AGAIN,
}


def _columns(today: Callable[[], date]) -> tuple[Column[LetterLine], ...]:
    return (
        Column("To", lambda line: line.to, is_strong=True),
        Column(
            "State", lambda line: label(line.state), light=lambda line: _LIGHTS[line.state], sample="Came back", folds=1
        ),
        Column("Writer", lambda line: line.writer, is_quiet=True, sample="Miriam Ashdown", folds=2),
        Column(
            "Day",
            lambda line: spoken(line.day, short=True, today=today()) if line.day else "",
            is_trailing=True,
            sample="23 Nov 2025",
            sort="day",
        ),
    )


class LettersTab(QWidget):
    """Shows the letters of one case; Enter opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._is_descending = True
        file = desk.session.file
        self.model = PagedTableModel(
            _columns(desk.session.today), lambda keys: letter_lines(file.engine, keys), lambda line: line.key, self
        )
        self.table = KeyTableView(desk.look, self.model, "Letters of this case")
        self.table.setObjectName("letters_table")
        self.head = SectionHead(desk.look, "Letters", button="Write one more")
        self.empty = EmptyState(desk.look)
        self.tallies = TallyPart(desk)
        self._page = QWidget()
        self._stack = QStackedWidget()
        self._place_parts()
        self._connect()

    def _place_parts(self) -> None:
        px = self._desk.look.px
        above = QHBoxLayout()
        above.setContentsMargins(px(24), px(10), px(24), px(10))
        above.addWidget(self.head)
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(above)
        below = QHBoxLayout()
        # The cells have a padding of their own, and together both make that of the page.
        below.setContentsMargins(px(8), 0, px(8), 0)
        below.addWidget(self.table)
        inside.addLayout(below, 1)
        for page in (self._page, self.empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.tallies)

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.sort_requested.connect(self._sort)
        self.empty.button_pressed.connect(self._write)
        if self.head.button is not None:
            self.head.button.clicked.connect(self._write)

    def load(self, case_id: str) -> None:
        """Show the letters of another case."""
        self._case_id = case_id
        self._show()

    def refresh(self, changes: Changes, origin: object) -> None:
        """Show the letters as they are after a change."""
        self._show()

    def _show(self) -> None:
        file = self._desk.session.file
        wanted = LetterFilter(case_id=self._case_id, descending=self._is_descending)
        self.model.show(letter_keys(file.engine, wanted))
        self.table.show_sorted("day", self._is_descending)
        self.tallies.show_case(self._case_id)
        number = self.model.rowCount()
        self.head.set_title(counted(number, "letter", "letters"))
        self._stack.setCurrentWidget(self._page if number else self.empty)
        reason = file.get(Case, self._case_id).no_contact.strip()
        if self.head.button is not None:
            self.head.button.setVisible(not reason)
        if reason:
            self.empty.say(f"No letters: {reason}")
        else:
            self.empty.say("No letters yet.", "Write the first one")

    def _sort(self, _column: str, descending: bool) -> None:
        self._is_descending = descending
        self._show()

    def _open(self, key: int) -> None:
        line = next(iter(letter_lines(self._desk.session.file.engine, [key])), None)
        if line is not None:
            self._desk.wishes.letter_requested.emit(line.id)

    def _write(self) -> None:
        self._desk.wishes.write_requested.emit(self._case_id, "")
