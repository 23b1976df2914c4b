# SPDX-License-Identifier: GPL-3.0-or-later
"""The chip with the searches that are kept: taking one up, keeping the present one, letting one go."""

import json
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from ...domain.saved_search import SavedSearch
from ...edits import searches
from ...store.cases import CaseFilter
from ..desk import Desk
from ..widgets.chip import Chip
from .filter_words import filter_words, from_place, to_place


def filter_of(search: SavedSearch, desk: Desk) -> CaseFilter:
    """What a kept search shows today; one that cannot be read shows what its words find."""
    try:
        place = json.loads(search.filters)
    except ValueError:
        place = {}
    place = place if isinstance(place, dict) else {}
    return from_place(place | {"query": search.query}, desk.session.today())


class SavedChip(Chip):
    """Signal: chosen(CaseFilter). The present filter is told by show_filter."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Saved searches")
        self.setObjectName("chip_saved")
        self._desk = desk
        self._now = CaseFilter()
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.set_menu(menu)

    def show_filter(self, wanted: CaseFilter) -> None:
        """Know what is shown now."""
        self._now = wanted

    def fill(self) -> None:
        """Fill the menu with what there is now."""
        menu, session = self.menu(), self._desk.session
        menu.clear()
        words = filter_words(session.file, self._now, session.today())
        keep = menu.addAction(f"Save this search: {_plain(words)}" if words else "Save this search")
        # Single cases stand for a number as it was counted once; that is no search.
        keep.setEnabled(bool(words) and self._now.ids is None)
        keep.triggered.connect(self.save)
        kept = session.file.all(SavedSearch, order="name, key")
        if not kept:
            return
        menu.addSeparator()
        for search in kept:
            action = menu.addAction(_plain(search.name))
            action.triggered.connect(partial(self._choose, search))
        menu.addSeparator()
        forget = menu.addMenu("Forget")
        for search in kept:
            forget.addAction(_plain(search.name)).triggered.connect(partial(self._forget, search))

    def save(self) -> None:
        """Keep the present search, called by its words."""
        session = self._desk.session
        name = filter_words(session.file, self._now, session.today())
        filters = {key: value for key, value in to_place(self._now, session.today()).items() if key != "query"}
        search = SavedSearch(name=name[:1].upper() + name[1:], query=self._now.query, filters=json.dumps(filters))
        if session.edit("Save the search", partial(searches.save, search=search), self):
            self._desk.wishes.told.emit("The search is saved. Ctrl+K finds it too.", True)

    def _choose(self, search: SavedSearch, _checked: bool = False) -> None:
        self.chosen.emit(filter_of(search, self._desk))

    def _forget(self, search: SavedSearch, _checked: bool = False) -> None:
        self._desk.session.edit("Forget the search", partial(searches.forget, search_id=search.id), self)


def _plain(words: str) -> str:
    return words.replace("&", "&&")
