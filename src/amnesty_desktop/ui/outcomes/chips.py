# SPDX-License-Identifier: GPL-3.0-or-later
"""The filters above the outcomes: the year, better or worse, country and kind."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ...domain.countries import country_name
from ...domain.outcome import Direction
from ...domain.own_term import TermList
from ...domain.vocabularies import label
from ...store.cases import countries_in_use
from ...store.engine import Engine
from ...store.outcomes import OutcomeFilter, outcome_counts, outcome_years
from ...store.reading import Reading
from ..look import Look
from ..widgets.chip import Chip, WrappedRow


class OutcomeChips(QWidget):
    """Shows a filter and what else there is. Signal: filter_requested(OutcomeFilter)."""

    filter_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = OutcomeFilter()
        self.total = 0
        self.year, self.country, self.kind = (Chip(look, word) for word in ("All years", "Country", "Kind"))
        self.ways = {way: Chip(look, label(way).capitalize()) for way in Direction}
        row = WrappedRow(look, self)
        for chip in (self.year, *self.ways.values(), self.country, self.kind):
            row.addWidget(chip)
        for way, chip in self.ways.items():
            chip.toggled.connect(partial(self._on_way, way))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_filter(self, wanted: OutcomeFilter, engine: Engine) -> None:
        """Show what is filtered by, with fresh counts and choices; total is how many outcomes the year has."""
        self._filter = wanted
        counts = outcome_counts(engine, wanted.year)
        self.total = sum(counts.values())
        for way, chip in self.ways.items():
            chip.set_count(counts[way])
            chip.set_on(wanted.direction is way)
        years = [(str(year), year) for year in outcome_years(engine)]
        self._fill(self.year, "All years", years, "year", None)
        countries = [(country_name(code), code) for code in countries_in_use(engine)]
        self._fill(self.country, "Country", countries, "country", "")
        terms = Reading(engine).vocabulary().in_use(TermList.OUTCOME)
        kinds = [(term.label[:1].upper() + term.label[1:], term.code) for term in terms]
        self._fill(self.kind, "Kind", kinds, "kind", "")

    def _fill(self, chip: Chip, word: str, choices: list[tuple[str, Any]], field: str, nothing: Any) -> None:
        chosen = getattr(self._filter, field)
        menu = QMenu(chip)
        for words, value in [("All", nothing), *choices]:
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(partial(self._on_menu, field, value))
            menu.addAction(action)
        before = chip.menu()
        chip.set_menu(menu)
        if before is not None:
            before.deleteLater()
        chip.set_word(next((words for words, value in choices if value == chosen), word))
        chip.set_on(chosen != nothing)

    def _on_menu(self, field: str, value: Any, _checked: bool = False) -> None:
        self.filter_requested.emit(replace(self._filter, **{field: value}))

    def _on_way(self, way: Direction, is_on: bool) -> None:
        self.filter_requested.emit(replace(self._filter, direction=way if is_on else None))
