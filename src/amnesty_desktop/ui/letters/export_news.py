# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of an export, said above the letters, or wherever the window is by then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ...edits.export import LetterRefused
from ...store.errors import CaseFileError
from ..desk import Desk
from .exporting import ChangedInWord, Exported

if TYPE_CHECKING:
    from .view import LettersView


class ExportNews(QObject):
    """Hears the exports of one view."""

    def __init__(self, view: "LettersView", desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        exporting, bars = view.exporting, view.bars
        exporting.done.connect(self._on_exported)
        exporting.refused.connect(self._on_refused)
        exporting.trouble.connect(self._on_trouble)
        exporting.changed.connect(self._on_changed_in_word)
        bars.finding_requested.connect(self._show_finding)
        bars.folder_requested.connect(exporting.open_folder)
        bars.take_back_requested.connect(view.paper.take_back)

    def _on_exported(self, exported: Exported) -> None:
        if self._view.isVisible():
            self._view.bars.show_exported(exported)
        else:
            self._desk.wishes.told.emit(exported.sentence, True)

    def _on_refused(self, refusal: LetterRefused) -> None:
        self._come_forward(refusal.letter_id)
        self._view.bars.show_refusal(refusal)

    def _on_changed_in_word(self, changed: ChangedInWord) -> None:
        self._come_forward(changed.letter_ids[0])
        self._view.bars.show_changed(changed)

    def _come_forward(self, letter_id: str) -> None:
        if not self._view.isVisible():
            self._desk.wishes.letter_requested.emit(letter_id)

    def _on_trouble(self, trouble: CaseFileError) -> None:
        if self._view.isVisible():
            self._view.bars.say(f"{trouble.message} {trouble.way_out}")
        else:
            self._desk.session.trouble.emit(trouble)

    def _show_finding(self, refusal: LetterRefused) -> None:
        page = self._view.desk_page
        if page.letter is None or page.letter.id != refusal.letter_id:
            self._view.open_letter(refusal.letter_id)
        page.show_finding(refusal.finding)
