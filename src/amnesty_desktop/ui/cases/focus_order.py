# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of the Tab key through a page whose parts come and go: as they stand, not as they were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def put_in_order(page: QWidget) -> None:
    """Let Tab go through all that stands in a page in the order of its layouts; what is around it stays around it."""
    before = _before(page)
    stations = ([before] if before is not None else []) + list(_stations(page))
    for one, next_one in pairwise(stations):
        QWidget.setTabOrder(one, next_one)


def _before(page: QWidget) -> QWidget | None:
    """The last place Tab stops at before the page, or None."""
    found = page.previousInFocusChain()
    while found is not None and found is not page:
        if _takes_tab(found) and not page.isAncestorOf(found):
            return found
        found = found.previousInFocusChain()
    return None


def _stations(widget: QWidget) -> Iterator[QWidget]:
    if _takes_tab(widget) and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner, widget = item.layout() if item else None, item.widget() if item else None
        if inner is not None:
            yield from _within(inner)
        elif widget is not None:
            yield from _stations(widget)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
