# SPDX-License-Identifier: GPL-3.0-or-later
"""What the menus do besides moving about: dialogs for deciding, and edits of the case that is looked at."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from ..domain.case import Case, CaseStatus
from ..domain.spoken_dates import spoken
from ..edits import bin as bin_edits
from ..edits import cases as case_edits
from ..edits import copies
from ..store.backup import SafeCopy
from ..store.case_file import CaseFile
from ..store.errors import CaseFileError
from ..store.search import Hit
from .session import Session

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .workplace import Workplace


class Papers(QObject):
    """Opens dialogs over one window and carries out what they decide. choose_copy can be exchanged in tests."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.dialog: QDialog | None = None
        self.choose_copy: Callable[[], str] = self._choose_copy

    # -- the case that is looked at

    def write(self) -> None:
        """Write a letter for the present case."""
        workplace = self._window.workplace
        if workplace is None:
            return
        case_id = workplace.current_case_id()
        if case_id:
            workplace.write(case_id)
        else:
            workplace.show_view("cases")

    def record_outcome(self) -> None:
        """Record an outcome, for the present case where there is one."""
        if self._window.workplace is not None:
            self._window.workplace.record_outcome(self._window.workplace.current_case_id())

    def close_or_reopen_case(self) -> None:
        """Close the present case, or work on it again."""
        found = self._present_case()
        if found is None:
            return
        session, case = found
        if case.status is CaseStatus.OPEN:
            session.edit("Close the case", partial(case_edits.close, case_id=case.id, on=session.today()))
            self._tell("The case is closed. It stays readable, and can be reopened.")
        else:
            session.edit("Reopen the case", partial(case_edits.reopen, case_id=case.id))
            self._tell("The case is open again.")

    def bin_case(self) -> None:
        """Put the present case into the bin."""
        found = self._present_case()
        if found is None:
            return
        session, case = found
        session.settle()
        if session.edit("Put the case into the bin", partial(bin_edits.put, values=[case], at=datetime.now(UTC))):
            self._tell("The case is in the bin, with its letters. It stays there for 90 days.")

    def _present_case(self) -> tuple[Session, Case] | None:
        workplace = self._window.workplace
        if workplace is None:
            return None
        session = workplace.desk.session
        case = session.file.find(Case, workplace.current_case_id())
        return None if case is None else (session, case)

    # -- letters from elsewhere in the window

    def export(self, letter_ids: list[str]) -> None:
        """Export letters to Word."""
        if self._window.workplace is not None:
            self._window.workplace.letters.exporting.export(letter_ids, self._window)

    def mark_sent(self, letter_ids: list[str]) -> None:
        """Mark letters as sent."""
        if self._window.workplace is not None:
            self._window.workplace.letters.mark_sent(letter_ids)

    def record_reply(self, letter_id: str) -> None:
        """Record what came back to a letter."""
        if self._window.workplace is not None:
            self._window.workplace.letters.record_reply(letter_id)

    # -- finding

    def find_anything(self) -> None:
        """One field for every action and every record."""
        from .dialogs.find_anything import FindAnything

        workplace = self._window.workplace
        if workplace is None:
            return
        dialog = FindAnything(workplace.desk, self._window.menu, self._window)
        dialog.action_chosen.connect(lambda name: self._window.menu[name].trigger())
        dialog.hit_chosen.connect(lambda hit: self._go_to(workplace, hit))
        self._show(dialog)

    def _go_to(self, workplace: "Workplace", hit: Hit) -> None:
        tabs = {"people": "people", "claims": "facts", "sources": "facts", "outcomes": "outcomes", "replies": "letters"}
        if hit.table == "letters":
            workplace.open_letter(hit.row_id)
        elif hit.case_id:
            workplace.open_case(hit.case_id, tabs.get(hit.table, ""))

    # -- safe copies

    def copy_now(self) -> None:
        """Make a safe copy at once."""
        safe = self._window.safe_copies
        if safe is not None:
            safe.make(lambda copy: self._tell_only(f"A safe copy was made and checked: {_counted(copy)}."))

    def show_earlier_copies(self) -> None:
        """Choose an earlier copy to bring back."""
        from .dialogs.earlier_copies import EarlierCopies

        workplace = self._window.workplace
        if workplace is None:
            return
        dialog = EarlierCopies(self._window.look, workplace.desk.session.copies, self._window)
        dialog.chosen.connect(self.bring_back)
        self._show(dialog)

    def bring_back(self, copy: Path) -> None:
        """Exchange the open file for an earlier copy; Undo exchanges it back."""
        made = next((found for found in copies_beside(copy) if found.path == copy), None)
        when = spoken(made.at.astimezone().date()) if made else copy.stem
        label = f"Bring back the copy of {when}"
        if self._exchange(lambda file, folder, device: copies.bring_back(
            file, copy, folder, device=device, now=_now, label=label
        )):
            self._tell(f"The copy of {when} is back in place.")

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
        session.settle()
        self._window.jobs.finish()
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
        from ..paths import backups_folder

        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Bring back a safe copy", str(backups_folder()), "Safe copies (*.amnesty)"
        )
        return chosen

    # -- pages of the group

    def show_group(self) -> None:
        """What stands on the letterhead."""
        from .dialogs.group_page import GroupPage

        if self._window.workplace is not None:
            self._show(GroupPage(self._window.workplace.desk, self._window))

    def show_passphrase(self) -> None:
        """Set, change or remove the passphrase; print the recovery sheet."""
        from .dialogs.passphrase import PassphraseDialog

        if self._window.workplace is not None:
            dialog = PassphraseDialog(self._window.workplace.desk, self._window)
            dialog.rekeyed.connect(self._window.doors.exchange)
            self._show(dialog)

    def show_bin(self) -> None:
        """What lies in the bin."""
        from .dialogs.bin import BinDialog

        if self._window.workplace is not None:
            self._show(BinDialog(self._window.workplace.desk, self._window))

    # -- help

    def show_shortcuts(self) -> None:
        """All shortcuts."""
        from .dialogs.shortcuts import Shortcuts

        self._show(Shortcuts(self._window.look, self._window))

    def show_about_work(self) -> None:
        """What the movement works for."""
        from .dialogs.about_work import AboutWork

        self._show(AboutWork(self._window.look, self._window))

    def show_about(self) -> None:
        """Versions, licences, places."""
        from .dialogs.about import AboutDialog

        workplace = self._window.workplace
        self._show(AboutDialog(self._window.look, workplace.desk.session if workplace else None, self._window))

    def show_fault(self, report: str) -> None:
        """An error of ours: say so, keep the typing, go on."""
        workplace = self._window.workplace
        if workplace is not None and not workplace.desk.session.is_locked:
            workplace.desk.session.keep_all()
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText("Something in the program went wrong. What you typed is kept, and you can go on.")
        box.setInformativeText("The report says where in the program it happened; it holds nothing of your file.")
        box.setDetailedText(report)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        self._show(box)

    # -- showing

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _tell(self, sentence: str) -> None:
        if self._window.workplace is not None:
            self._window.workplace.tell(sentence, True)

    def _tell_only(self, sentence: str) -> None:
        if self._window.workplace is not None:
            self._window.workplace.tell(sentence, False)


def copies_beside(copy: Path) -> list[SafeCopy]:
    """The safe copies in the folder of one of them."""
    from ..store.backup import copies_in

    return copies_in(copy.parent)


def _counted(copy: SafeCopy) -> str:
    return f"{copy.cases} cases, {copy.letters} letters"


def _now() -> datetime:
    return datetime.now(UTC)
