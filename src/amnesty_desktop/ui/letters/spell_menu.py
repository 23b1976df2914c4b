# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of a misspelt word: what may have been meant, and letting the word pass."""

from typing import Protocol

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit


class Suggesting(Protocol):
    """Who knows other words, and keeps the group's own."""

    def suggestions(self, word: str) -> list[str]: ...

    def keep(self, word: str) -> None: ...


def add_to(menu: QMenu, edit: QTextEdit, wrong: QTextCursor, speller: Suggesting) -> None:
    """Put the entries for one word on top of a menu."""
    word = wrong.selectedText()
    first = menu.actions()[0] if menu.actions() else None
    entries = [
        _entry(menu, other, lambda _on=False, other=other: _put(edit, wrong, other))
        for other in speller.suggestions(word)
    ]
    if not entries:
        none = QAction("No suggestion", menu)
        none.setEnabled(False)
        entries = [none]
    entries.append(_entry(menu, f"Add “{word.replace('&', '&&')}” to our &words", lambda _on=False: speller.keep(word)))
    if first is None:
        menu.addActions(entries)
    else:
        menu.insertActions(first, entries)
        menu.insertSeparator(first)


def _entry(menu: QMenu, words: str, act: object) -> QAction:
    action = QAction(words, menu)
    action.triggered.connect(act)
    return action


def _put(edit: QTextEdit, wrong: QTextCursor, other: str) -> None:
    """Put another word there as one step; it keeps its look and the fact it rests on."""
    look = wrong.charFormat()
    wrong.insertText(other, look)
    edit.setTextCursor(wrong)
