# SPDX-License-Identifier: GPL-3.0-or-later
"""The chips above the list of letters: how far they have got, and who writes them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...domain.case import Case
from ...domain.letter import LetterKind, LetterState
from ...domain.member import Member
from ...domain.person import Person
from ...domain.printed import who
from ...domain.vocabularies import label
from ...store.letters import LetterFilter
from ..cases.filter_chips import Choice, MenuChip
from ..desk import Desk
from ..widgets.chip import Chip, WrappedRow
from .words import CHIP_WORDS


class LetterChips(QWidget):
    """Holds the filter of the list, except for the words searched. Signal: filter_changed()."""

    filter_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filter = LetterFilter()
        self.states = {state: Chip(desk.look, word, count=0) for state, word in CHIP_WORDS.items()}
        self.writer = MenuChip(desk, "Writer", "Any writer", self._members)
        self.kind = MenuChip(desk, "Kind", "Any kind", _kinds)
        self.case = Chip(desk.look, "")
        self.case.setToolTip("Show the letters of all cases")
        row = WrappedRow(desk.look, self)
        for state, chip in self.states.items():
            chip.setObjectName(f"chip_{state}")
            chip.toggled.connect(self._on_states)
            row.addWidget(chip)
        self.writer.setObjectName("chip_writer")
        self.writer.chosen.connect(lambda value: self._narrow(writer_id=value))
        self.case.clicked.connect(lambda: self._narrow(case_id=""))
        self.kind.setObjectName("chip_kind")
        self.kind.chosen.connect(lambda value: self._narrow(kind=LetterKind(value) if value else None))
        row.addWidget(self.writer)
        row.addWidget(self.kind)
        row.addWidget(self.case)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show()

    @property
    def filter(self) -> LetterFilter:
        """What the chips leave of the list."""
        return self._filter

    @property
    def is_narrowed(self) -> bool:
        """Whether any chip leaves letters out."""
        return bool(self._filter.states or self._filter.writer_id or self._filter.case_id or self._filter.kind)

    def show_filter(self, wanted: LetterFilter) -> None:
        """Show a filter, without telling anybody."""
        self._filter = replace(wanted, query="")
        self._show()

    def show_counts(self, counts: Mapping[LetterState, int]) -> None:
        """Show how many letters are in each state."""
        for state, chip in self.states.items():
            chip.set_count(counts.get(state, 0))

    def sort(self, column: str, descending: bool) -> None:
        """Sort by another column."""
        self._narrow(column=column, descending=descending)

    def widen(self) -> None:
        """Leave no letter out."""
        self._narrow(states=(), writer_id="", case_id="", kind=None)

    def _on_states(self) -> None:
        self._narrow(states=tuple(state for state, chip in self.states.items() if chip.isChecked()))

    def _narrow(self, **values: Any) -> None:
        self._filter = replace(self._filter, **values)
        self._show()
        self.filter_changed.emit()

    def _show(self) -> None:
        file, wanted = self._desk.session.file, self._filter
        for state, chip in self.states.items():
            chip.set_on(state in wanted.states)
        writer = file.find(Member, wanted.writer_id) if wanted.writer_id else None
        self.writer.show_choice(wanted.writer_id, writer.name if writer else "Writer")
        self.kind.show_choice(str(wanted.kind or ""), label(wanted.kind) if wanted.kind else "Kind")
        case = file.find(Case, wanted.case_id) if wanted.case_id else None
        self.case.setVisible(case is not None)
        if case is not None:
            self.case.set_word(who(file.all(Person, case_id=case.id), case))
        self.case.set_on(case is not None)

    def _members(self) -> list[Choice]:
        members = self._desk.session.file.all(Member, order="active DESC, key")
        return [(member.id, member.name) for member in members]


def _kinds() -> list[Choice]:
    """Every kind of letter; representations to the UN and similar bodies are one of them."""
    return [(str(kind), label(kind)) for kind in LetterKind]
