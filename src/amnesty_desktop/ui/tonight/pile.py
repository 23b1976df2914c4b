# SPDX-License-Identifier: GPL-3.0-or-later
"""The pile of the evening: what is ready of tonight goes to Word with its envelopes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...domain.letter import Letter
from ...domain.tonight import said_aloud
from ...edits.export import LetterRefused
from ...store.errors import CaseFileError
from ..desk import Desk
from ..letters.done_bar import DoneBar
from ..letters.exporting import Exported, Exporting
from .evening import Evening


class Pile(QObject):
    """Prints, and says where the documents are. Signal: refused(sentence) with nothing internal in it."""

    refused = Signal(str)

    def __init__(self, desk: Desk, evening: Evening, exporting: Exporting, bar: DoneBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._evening, self._exporting, self._bar = desk, evening, exporting, bar
        self._exported: Exported | None = None
        exporting.done.connect(self._on_exported)
        exporting.refused.connect(self._on_refused)
        exporting.trouble.connect(self._on_trouble)
        bar.pressed.connect(self._open_folder)

    def print(self, parent: QWidget) -> None:
        """Ask where to, then write letters and envelopes."""
        self._bar.hide()
        self._exporting.print_pile(self._evening.ready_ids(), parent)

    def _on_exported(self, exported: Exported) -> None:
        self._exported = exported
        self._bar.say(exported.sentence, "Open folder")

    def _on_refused(self, refusal: LetterRefused) -> None:
        letter = self._desk.session.file.find(Letter, refusal.letter_id)
        people = self._evening.people(letter.case_id) if letter is not None else []
        self.refused.emit(f"A letter cannot be printed yet. {said_aloud(refusal.finding, people)}")

    def _on_trouble(self, trouble: CaseFileError) -> None:
        self.refused.emit(f"{trouble.message} {trouble.way_out}")

    def _open_folder(self) -> None:
        if self._exported is not None:
            self._exporting.open_folder(self._exported)
