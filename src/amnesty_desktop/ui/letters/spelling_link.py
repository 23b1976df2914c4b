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
        self._marked = 0
        self._is_short = False
        body.speller = spelling
        spelling.found.connect(self._on_found)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def _on_found(self, wrong: list[Seen]) -> None:
        self._body.mark_misspelt([seen.span for seen in wrong])
        self._marked = len(wrong)
        self._say()
        show_if(self, bool(self._spelling.language))

    def set_short(self, is_short: bool) -> None:
        """Say it in few words where the foot has little room; the whole of it stays in the tooltip and is spoken."""
        self._is_short = is_short
        self._say()

    def _say(self) -> None:
        language = language_name(self._spelling.language)
        marked = f"{self._marked} marked" if self._marked else "nothing marked"
        whole, few = f"{language} spelling, {marked}", f"Spelling: {self._marked}"
        if not self._spelling.has_dictionary:
            whole, few = f"Add a dictionary for {language}", "No dictionary"
        self.setText(few if self._is_short else whole)
        self.setToolTip(whole if self._is_short else "")
        self.setAccessibleName(whole)

    def _on_clicked(self) -> None:
        """Go to the next marked word; without a dictionary, ask for one."""
        if self._spelling.has_dictionary:
            self._body.select_next_misspelt()
        else:
            self.dictionary_requested.emit()
