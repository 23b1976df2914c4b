# SPDX-License-Identifier: GPL-3.0-or-later
"""The bars above the letters: what got in the way and where that is mended, and where exported letters went."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...edits.export import LetterRefused
from ..look import Look
from ..widgets.bars import ErrorBar
from .done_bar import DoneBar
from .exporting import ChangedInWord, Exported


class LetterBars(QWidget):
    """One bar at a time.

    Signals: case_requested(id); finding_requested(LetterRefused); folder_requested(Exported);
    take_back_requested(path).
    """

    case_requested = Signal(str)
    finding_requested = Signal(object)
    folder_requested = Signal(object)
    take_back_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = ErrorBar(look)
        self.done = DoneBar(look)
        self._case_id = ""
        self._refusal: LetterRefused | None = None
        self._exported: Exported | None = None
        self._changed: ChangedInWord | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble)
        column.addWidget(self.done)
        self.trouble.mend_requested.connect(self._mend)
        self.trouble.other_requested.connect(self._write_beside)
        self.done.pressed.connect(self._open_folder)

    def clear(self) -> None:
        """Something else is being done."""
        self._case_id, self._refusal, self._changed = "", None, None
        self.trouble.clear()
        self.done.hide()

    def say(self, sentence: str) -> None:
        """Say what got in the way."""
        self.clear()
        self.trouble.show_problem(sentence, "Understood")

    def refuse(self, sentence: str, case_id: str) -> None:
        """Say why a letter cannot be begun; the case is where that is mended."""
        self.clear()
        self._case_id = case_id
        self.trouble.show_problem(sentence, "Show the case")

    def show_refusal(self, refusal: LetterRefused) -> None:
        """Say what keeps a letter from going out; the letter is where that is mended."""
        self.clear()
        self._refusal = refusal
        self.trouble.show_problem(f"{refusal.message} {refusal.way_out}", "Show it")

    def show_changed(self, changed: ChangedInWord) -> None:
        """Say which files were changed in Word, and ask what becomes of them."""
        self.clear()
        self._changed = changed
        is_one = len(changed.paths) == 1
        first, other = ("Take it back", "Write beside it") if is_one else ("Leave it", "Write beside them")
        self.trouble.show_problem(changed.sentence, first, other)

    def show_exported(self, exported: Exported) -> None:
        """Say where letters went."""
        self.clear()
        self._exported = exported
        self.done.say(exported.sentence, "Open folder")

    def _mend(self) -> None:
        case_id, refusal, changed = self._case_id, self._refusal, self._changed
        self.clear()
        if refusal is not None:
            self.finding_requested.emit(refusal)
        elif changed is not None and len(changed.paths) == 1:
            self.take_back_requested.emit(str(changed.paths[0]))
        elif case_id:
            self.case_requested.emit(case_id)

    def _write_beside(self) -> None:
        changed = self._changed
        self.clear()
        if changed is not None:
            changed.beside()

    def _open_folder(self) -> None:
        if self._exported is not None:
            self.folder_requested.emit(self._exported)
