# SPDX-License-Identifier: GPL-3.0-or-later
"""What the menus do with paper: the pile to print, envelopes, labels and sheets to sign."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ...domain.sheet_words import SignedSheet
from ...store.letters import ready_letter_ids
from ..desk import Desk

if TYPE_CHECKING:
    from .view import LettersView


class PaperActs(QObject):
    """Makes paper for the letters of one view."""

    def __init__(self, view: "LettersView", desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk

    def print_pile(self) -> None:
        """Print all letters that are ready, with their envelopes."""
        self._view.bars.clear()
        ready = ready_letter_ids(self._desk.session.file)
        if ready:
            self._view.exporting.print_pile(ready, self._view)
        else:
            self._view.bars.say("No letter is ready to be printed. Say of a letter that it is ready first.")

    def make_around(self) -> None:
        """Make envelopes, labels and signature sheets for the current letters."""
        self._view.bars.clear()
        self._view.exporting.make_around(self._view.current_letter_ids(), self._view)

    def make_petition(self) -> None:
        """Make a petition that asks what the current letter asks."""
        self._make_sheet(SignedSheet.PETITION, next(iter(self._view.current_letter_ids()), None))

    def make_join_sheet(self) -> None:
        """Make a sheet for people who want to join the group."""
        self._make_sheet(SignedSheet.JOIN, None)

    def _make_sheet(self, kind: SignedSheet, letter_id: str | None) -> None:
        self._view.bars.clear()
        if letter_id or kind is SignedSheet.JOIN:
            self._view.exporting.make_sheet(kind, letter_id, self._view)
        else:
            self._view.bars.say("Choose a letter in the list first.")
