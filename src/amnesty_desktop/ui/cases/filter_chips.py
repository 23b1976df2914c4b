# SPDX-License-Identifier: GPL-3.0-or-later
"""The chips above the list of cases: what the list is narrowed to, chosen with a press or from a menu."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ...domain.case import CaseKind, CaseStatus
from ...domain.countries import country_name
from ...domain.member import Member
from ...domain.own_term import TermList
from ...domain.vocabularies import label
from ...store.cases import CaseCounts, CaseFilter, countries_in_use
from ..desk import Desk
from ..showing import show_if
from ..widgets.chip import Chip, WrappedRow
from .filter_words import DUE, NEWEST_FIRST, SORTS, due_of, due_values
from .saved_chip import SavedChip

Choice = tuple[str, str]
_IN_ORDER = ("counted", "open", "overdue", "owner", "country", "concern", "kind", "due", "closed", "sorting", "saved")
_COLUMNS = frozenset({"who", "country", "paper", "appeal"})
"""What the head of the table shows the order of."""
_LONGEST = 38
"""Signs of what single cases are that stand on their chip; the tip has all."""


class MenuChip(Chip):
    """A chip with a menu of choices, the first of them being "any". Signal: chosen(value), empty for any."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, word: str, any_word: str, choices: Callable[[], Sequence[Any]]) -> None:
        super().__init__(desk.look, word)
        self._plain_word = word
        self._any_word = any_word
        self._choices = choices
        self.value = ""
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.set_menu(menu)

    def show_choice(self, value: str, words: str) -> None:
        """Show what the list is narrowed to; an empty value is any."""
        self.value = value
        self.set_word(words if value else self._plain_word)
        self.set_on(bool(value))
        self.setToolTip(self._plain_word if value else "")

    def fill(self) -> None:
        """Fill the menu with what can be chosen now: pairs of value and words, or (title, pairs) for a submenu."""
        menu = self.menu()
        menu.clear()
        self._add(menu, ("", self._any_word))
        menu.addSeparator()
        for value, words in self._choices():
            if isinstance(words, str):
                self._add(menu, (value, words))
            else:
                part = menu.addMenu(value)
                for choice in words:
                    self._add(part, choice)

    def _add(self, menu: QMenu, choice: Choice) -> None:
        value, words = choice
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value == self.value)
        action.triggered.connect(lambda: self.chosen.emit(value))


class FilterChips(QWidget):
    """Holds the filter of the list, except for the words searched.

    Signals: filter_changed(), search_chosen(CaseFilter) with words and all.
    """

    filter_changed = Signal()
    search_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filter = CaseFilter()
        look = desk.look
        self.counted = Chip(look, "")
        self.open = Chip(look, "Open", count=0)
        self.overdue = Chip(look, "Overdue", count=0)
        self.owner = MenuChip(desk, "Owner", "Any owner", self._members)
        self.country = MenuChip(desk, "Country", "Any country", self._countries)
        self.concern = MenuChip(desk, "Concern", "Any concern", self._concerns)
        self.kind = MenuChip(desk, "Kind", "Any kind", _kinds)
        self.due = MenuChip(desk, "Due", "Any day", _dues)
        self.closed = Chip(look, "Closed")
        self.sorting = MenuChip(desk, "Sort", "By the day for appeals", _sorts)
        self.saved = SavedChip(desk)
        row = WrappedRow(look, self)
        for name in _IN_ORDER:
            chip: Chip = getattr(self, name)
            chip.setObjectName(f"chip_{name}")
            row.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.counted.toggled.connect(lambda _on: self._narrow(ids=None, ids_words="", status=CaseStatus.OPEN))
        self.open.toggled.connect(lambda on: self._narrow(status=CaseStatus.OPEN if on else None, overdue_on=None))
        self.closed.toggled.connect(lambda on: self._narrow(status=CaseStatus.CLOSED if on else None, overdue_on=None))
        self.due.chosen.connect(lambda value: self._narrow(**due_values(value, self._desk.session.today())))
        self.sorting.chosen.connect(lambda value: self.sort(value or "appeal", value in NEWEST_FIRST))
        self.saved.chosen.connect(self.search_chosen)
        self.overdue.toggled.connect(self._on_overdue)
        self.owner.chosen.connect(lambda value: self._narrow(owner_id=value))
        self.country.chosen.connect(lambda value: self._narrow(country=value))
        self.concern.chosen.connect(lambda value: self._narrow(concern=value))
        self.kind.chosen.connect(lambda value: self._narrow(kind=CaseKind(value) if value else None))

    @property
    def filter(self) -> CaseFilter:
        """What the chips leave of the list."""
        return self._filter

    @property
    def is_narrowed(self) -> bool:
        """Whether any chip leaves cases out."""
        plain = CaseFilter(status=None)
        return replace(self._filter, column=plain.column, descending=plain.descending) != plain

    def show_filter(self, wanted: CaseFilter) -> None:
        """Show a filter, without telling anybody."""
        self._filter = replace(wanted, query="")
        self._show()

    def show_counts(self, counts: CaseCounts) -> None:
        """Show how many cases are open and how many are past their day."""
        self.open.set_count(counts.open)
        self.overdue.set_count(counts.overdue)

    def sort(self, column: str, descending: bool) -> None:
        """Sort by another column."""
        self._narrow(column=column, descending=descending)

    def widen(self) -> None:
        """Leave no case out."""
        self._filter = CaseFilter(status=None, column=self._filter.column, descending=self._filter.descending)
        self._show()
        self.filter_changed.emit()

    def _on_overdue(self, on: bool) -> None:
        # Only open cases can be late.
        today = self._desk.session.today()
        self._narrow(**({"overdue_on": today, "status": CaseStatus.OPEN} if on else {"overdue_on": None}))

    def _narrow(self, **values: Any) -> None:
        self._filter = replace(self._filter, **values)
        self._show()
        self.filter_changed.emit()

    def _show(self) -> None:
        wanted = self._filter
        self._show_counted(wanted)
        self.open.set_on(wanted.status is CaseStatus.OPEN)
        self.overdue.set_on(wanted.overdue_on is not None)
        owner = self._desk.session.file.find(Member, wanted.owner_id) if wanted.owner_id else None
        self.owner.show_choice(wanted.owner_id, owner.name if owner else "Owner")
        self.country.show_choice(wanted.country, country_name(wanted.country) if wanted.country else "")
        self.concern.show_choice(wanted.concern, self._desk.session.vocabulary.label(wanted.concern))
        self.kind.show_choice(wanted.kind or "", label(wanted.kind) if wanted.kind else "")
        due = due_of(wanted, self._desk.session.today())
        self.due.show_choice(due, DUE[due][0].capitalize() if due else "")
        self.closed.set_on(wanted.status is CaseStatus.CLOSED)
        sort = "" if wanted.column in _COLUMNS else wanted.column
        self.sorting.show_choice(sort, f"By {SORTS[sort]}" if sort else "")

    def _show_counted(self, wanted: CaseFilter) -> None:
        """Say which single cases are shown, with the way back to the others."""
        show_if(self.counted, wanted.ids is not None)
        words = wanted.ids_words
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
        self.counted.set_word(f"{short}  ×")
        self.counted.set_on(True)
        self.counted.setToolTip(f"{words}. Press to show the others again.")
        self.counted.setAccessibleName(f"{words}, press to show the others again")

    def _members(self) -> list[Choice]:
        members = self._desk.session.file.all(Member, order="active DESC, key")
        return [(member.id, member.name) for member in members]

    def _countries(self) -> list[Choice]:
        return [(code, country_name(code)) for code in countries_in_use(self._desk.session.file.engine)]

    def _concerns(self) -> list[tuple[str, list[Choice]]]:
        vocabulary = self._desk.session.vocabulary
        return [
            (label(part), [(term.code, term.label) for term in vocabulary.in_use(part)])
            for part in (TermList.RISK, TermList.ISSUE)
        ]


def _dues() -> list[Choice]:
    return [(value, words.capitalize()) for value, (words, _) in DUE.items()]


def _sorts() -> list[Choice]:
    return [(value, f"By {words}") for value, words in SORTS.items() if value != "appeal"]


def _kinds() -> list[Choice]:
    return [(kind.value, label(kind)) for kind in CaseKind]
