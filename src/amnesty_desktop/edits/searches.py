# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the searches a group keeps under a name."""

from ..domain.saved_search import SavedSearch
from ..store.recorder import Transaction


def save(write: Transaction, search: SavedSearch) -> SavedSearch:
    """Keep a search, or change one; one of the same name and words is not kept twice."""
    for there in write.all(SavedSearch):
        if there.id != search.id and (there.name, there.query, there.filters) == (
            search.name, search.query, search.filters,
        ):  # fmt: skip
            return there
    write.save(search)
    return search


def forget(write: Transaction, search_id: str) -> None:
    """Keep a search no longer."""
    write.bury(SavedSearch, search_id)
