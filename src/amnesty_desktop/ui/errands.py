# SPDX-License-Identifier: GPL-3.0-or-later
"""Wishes of one view that lead to a list or a draft in another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..domain.letter import LetterKind, LetterState

if TYPE_CHECKING:
    from .workplace import Workplace

_UNSENT = (LetterState.DRAFT, LetterState.READY, LetterState.EXPORTED)


class Errands(QObject):
    """Goes where a view sends it in one workplace."""

    def __init__(self, workplace: "Workplace") -> None:
        super().__init__(workplace)
        self._workplace = workplace
        wishes = workplace.desk.wishes
        wishes.cases_requested.connect(self.show_cases)
        wishes.unsent_requested.connect(self.show_unsent)
        wishes.thanks_requested.connect(self.write_thanks)

    def show_cases(self, case_ids: list[str], words: str) -> None:
        """Show exactly these cases, which words say what they are."""
        self._workplace.show_view("cases")
        self._workplace.cases.show_only(case_ids, words)

    def show_unsent(self, case_id: str) -> None:
        """Show the letters of a case that may still go out."""
        self._workplace.show_view("letters")
        self._workplace.letters.back()
        letters = self._workplace.letters.list_page.list
        letters.show_case(case_id, _UNSENT)
        letters.choose_first()
        letters.table.setFocus()

    def write_thanks(self, case_id: str) -> None:
        """Begin a letter of thanks for a case."""
        self._workplace.show_view("letters")
        self._workplace.letters.write(case_id, kind=LetterKind.THANKS)
