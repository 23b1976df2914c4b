# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab "History": who changed what in a case, and when, the newest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.spoken_dates import spoken
from ...store.changes import Changes
from ...store.history import Entry
from ..desk import Desk
from ..models.paged_table import Column, PagedTableModel
from ..texts import left_to_right
from ..theme import Role, Use
from ..widgets.key_table import KeyTableView
from ..widgets.paragraph import NARROW, Paragraph
from .history_changes import HistoryChanges
from .history_words import entry_sentences, entry_title

_MOST_SAID = 8


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step: its number, when it was made here, who made it, and in words what it did."""

    key: int
    at: datetime
    who: str
    what: str
    sentences: tuple[str, ...]


def _columns(today: Callable[[], date]) -> tuple[Column[HistoryLine], ...]:
    return (
        Column("What", lambda line: line.what),
        Column("Who", lambda line: line.who, is_quiet=True, sample="Miriam Ashdown", folds=1),
        Column(
            "When", lambda line: _when(line.at, today()), is_quiet=True, is_trailing=True, sample="23 Nov 2025 14:02"
        ),
    )


def _when(at: datetime, today: date) -> str:
    return left_to_right(f"{spoken(at.date(), short=True, today=today)} {at:%H:%M}")


class HistoryTab(QWidget):
    """Shows the history of one case; the strip below says the whole of one step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._entries: dict[int, Entry] = {}
        self._lines: dict[int, HistoryLine] = {}
        self.model = PagedTableModel(_columns(desk.session.today), self._fetch, lambda line: line.key, self)
        self.table = KeyTableView(desk.look, self.model, "History of this case")
        self.table.setObjectName("history_table")
        self.whole = Paragraph(desk.look, "", Use.TABLE, Role.TEXT, line_height=NARROW)
        self.whole.setObjectName("history_whole")
        self._strip = QWidget()
        self._strip.setAutoFillBackground(True)
        self._strip.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        inside = QVBoxLayout(self._strip)
        px = desk.look.px
        inside.setContentsMargins(px(24), px(10), px(24), px(10))
        inside.setSpacing(px(10))
        self.changes = HistoryChanges(desk)
        inside.addWidget(self.whole)
        inside.addWidget(self.changes)
        inside.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("history_changes")
        self._area.setAccessibleName("What this step changed")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(0)
        below = QHBoxLayout()
        # The cells have a padding of their own, and together both make that of the page.
        below.setContentsMargins(px(8), 0, px(8), 0)
        below.addWidget(self.table)
        column.addLayout(below, 1)
        column.addWidget(self._area, 1)
        self.table.current_changed.connect(self._on_current_changed)

    def load(self, case_id: str) -> None:
        """Show the history of another case."""
        self._case_id = case_id
        self._show()
        self.table.choose(None)
        self._on_current_changed(None)

    def refresh(self, changes: Changes, origin: object) -> None:
        """Show the history as it is after a change."""
        self._show()
        self._on_current_changed(self.table.current_key)

    def _show(self) -> None:
        self._entries = {entry.key: entry for entry in self._desk.session.file.history_of_case(self._case_id)}
        self._lines = {}
        self.model.show(self._entries)

    def _fetch(self, keys: Sequence[int]) -> list[HistoryLine]:
        return [self._line(key) for key in keys if key in self._entries]

    def _line(self, key: int) -> HistoryLine:
        """Put a step into words, once it is looked at."""
        if key not in self._lines:
            entry = self._entries[key]
            sentences = entry_sentences(self._desk.session.file, entry)
            at = datetime.fromisoformat(entry.at).astimezone()
            self._lines[key] = HistoryLine(key, at, entry.who, entry_title(entry, sentences), tuple(sentences))
        return self._lines[key]

    def _on_current_changed(self, key: int | None) -> None:
        line = self._line(key) if key in self._entries and key is not None else None
        self._area.setVisible(line is not None)
        self.changes.show_entry(self._entries.get(key) if key is not None else None)
        if line is not None:
            # What is said of each value below is not said twice.
            self.whole.setText(" ".join(_whole(line)))
            self.whole.setVisible(not self.changes.values)


def _whole(line: HistoryLine) -> list[str]:
    """Say a step as a whole, or the beginning of it and how much more there was."""
    said = list(line.sentences[:_MOST_SAID])
    if len(line.sentences) > _MOST_SAID:
        said.append(f"And {len(line.sentences) - _MOST_SAID} more.")
    return said if line.what in " ".join(line.sentences) else [f"{line.what}:", *said]
