# SPDX-License-Identifier: GPL-3.0-or-later
"""Safe copies from the menus: made at once, and an earlier one brought back, undoably."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ..domain.spoken_dates import spoken
from ..edits import copies
from ..paths import backups_folder
from ..store.backup import SafeCopy, copies_in
from ..store.case_file import CaseFile
from ..store.errors import CaseFileError

if TYPE_CHECKING:
    from .main_window import MainWindow


class Earlier(QObject):
    """Makes and brings back safe copies for one window. choose_copy can be exchanged in tests."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.choose_copy: Callable[[], str] = self._choose_copy

    def copy_now(self) -> None:
        """Make a safe copy at once."""
        safe = self._window.safe_copies
        if safe is not None:
            safe.make(lambda copy: self._tell(f"A safe copy was made and checked: {_counted(copy)}.", False))

    def show_earlier_copies(self) -> None:
        """Choose an earlier copy to bring back."""
        from .dialogs.earlier_copies import EarlierCopies

        workplace = self._window.workplace
        if workplace is None:
            return
        dialog = EarlierCopies(self._window.look, workplace.desk.session.copies, self._window)
        dialog.chosen.connect(self.bring_back)
        self._window.papers.show(dialog)

    def bring_back(self, copy: Path) -> None:
        """Exchange the open file for an earlier copy; Undo exchanges it back."""
        made = next((found for found in copies_in(copy.parent) if found.path == copy), None)
        when = spoken(made.at.astimezone().date()) if made else copy.stem
        label = f"Bring back the copy of {when}"
        if self._exchange(
            lambda file, folder, device: copies.bring_back(file, copy, folder, device=device, now=_now, label=label)
        ):
            self._tell(f"The copy of {when} is back in place.", True)

    def undo_bring_back(self) -> bool:
        """Undo bringing back, when that was the last thing done."""
        workplace = self._window.workplace
        if workplace is None or not workplace.desk.session.file.replaced_by_restore:
            return False
        return self._exchange(
            lambda file, folder, device: copies.undo_bring_back(file, folder, device=device, now=_now)
        )

    def _exchange(self, exchange: Callable[[CaseFile, Path, str], CaseFile | None]) -> bool:
        workplace = self._window.workplace
        if workplace is None:
            return False
        session = workplace.desk.session
        self._window.jobs.finish()
        if not session.settle():
            return False
        self._window.doors.remember_place()
        device = self._window.preferences.with_new_device()
        try:
            opened = exchange(session.file, session.copies, device)
        except CaseFileError as trouble:
            workplace.show_trouble(trouble)
            return False
        if opened is None:
            return False
        self._window.doors.exchange(opened)
        return True

    def bring_back_without_file(self) -> None:
        """From the welcome page: choose a copy, and put it where a new file may lie."""
        chosen = self.choose_copy()
        if chosen:
            self._window.doors.open_copy(Path(chosen))

    def _choose_copy(self) -> str:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Bring back a safe copy", str(backups_folder()), "Safe copies (*.amnesty)"
        )
        return chosen

    def _tell(self, sentence: str, can_be_undone: bool) -> None:
        if self._window.workplace is not None:
            self._window.workplace.tell(sentence, can_be_undone)


def _counted(copy: SafeCopy) -> str:
    return f"{copy.cases} cases, {copy.letters} letters"


def _now() -> datetime:
    return datetime.now(UTC)
