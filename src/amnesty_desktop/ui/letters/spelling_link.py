# SPDX-License-Identifier: GPL-3.0-or-later
"""The spell check in the foot of the desk: its language, how many words are marked, and the way to the next one."""

from PySide6.QtCore import Signal

from ...domain.spelling import Seen
from ..look import Look
from ..showing import show_if
from ..spelling.spell_check import SpellCheck
from ..widgets.buttons import LinkButton
from .body_edit import BodyEdit
from .words import language_name


class SpellingLink(LinkButton):
    """Signal: dictionary_requested() where there is none for the language of the letter."""

    dictionary_requested = Signal()

    def __init__(self, look: Look, spelling: SpellCheck, body: BodyEdit) -> None:
        super().__init__(look, "")
        self.setObjectName("spelling_link")
        self._spelling = spelling
        self._body = body
        body.speller = spelling
        spelling.found.connect(self._on_found)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def _on_found(self, wrong: list[Seen]) -> None:
        self._body.mark_misspelt([seen.span for seen in wrong])
        language = language_name(self._spelling.language)
        marked = f"{len(wrong)} marked" if wrong else "nothing marked"
        has_dictionary = self._spelling.has_dictionary
        self.setText(f"{language} spelling, {marked}" if has_dictionary else f"Add a dictionary for {language}")
        show_if(self, bool(self._spelling.language))

    def _on_clicked(self) -> None:
        """Go to the next marked word; without a dictionary, ask for one."""
        if self._spelling.has_dictionary:
            self._body.select_next_misspelt()
        else:
            self.dictionary_requested.emit()
