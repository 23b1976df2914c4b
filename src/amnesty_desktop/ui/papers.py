# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs of the menus: finding, the group, the passphrase, the bin, help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QToolTip

from ..store.cases import CaseFilter
from ..store.search import Hit

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .spreadsheets.beginning import Beginning
    from .workplace import Workplace


class Papers(QObject):
    """Opens dialogs over one window and hands on what they decide."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.dialog: QDialog | None = None
        self._fault: QMessageBox | None = None
        self._spreadsheets: Beginning | None = None

    # -- finding

    def find_anything(self) -> None:
        """One field for every action and every record."""
        from .dialogs.find_anything import FindAnything

        workplace = self._window.workplace
        if workplace is None:
            return
        dialog = FindAnything(workplace.desk, self._window.menu, self._window)
        dialog.action_chosen.connect(lambda name: self._window.menu[name].trigger())
        dialog.search_chosen.connect(lambda wanted: self._show_search(workplace, wanted))
        dialog.hit_chosen.connect(lambda hit: self._go_to(workplace, hit))
        self.show(dialog)

    def _go_to(self, workplace: "Workplace", hit: Hit) -> None:
        from .cases.found_strip import place_of

        if hit.table == "letters":
            workplace.open_letter(hit.row_id)
        elif hit.case_id:
            workplace.open_case(hit.case_id, place_of(hit.table, hit.row_id))

    def _show_search(self, workplace: "Workplace", wanted: CaseFilter) -> None:
        workplace.show_view("cases")
        workplace.cases.panes.show_list()
        workplace.cases.list.show_search(wanted)
        workplace.cases.list.table.setFocus()

    def show_our_words(self) -> None:
        """The words the spell check lets pass."""
        from .dialogs.our_words import OurWords

        if self._window.workplace is not None:
            self.show(OurWords(self._window.workplace.desk, self._window))

    # -- what was entered twice

    def look_for_duplicates(self) -> None:
        """Who may be in the file twice."""
        from .duplicates.look_for import LookForDuplicates

        if self._window.workplace is not None:
            desk = self._window.workplace.desk
            desk.session.settle()
            dialog = LookForDuplicates(desk, self._window)
            dialog.compare_requested.connect(desk.wishes.compare_requested)
            self.show(dialog)

    def compare(self, noun: str, one_id: str, other_id: str) -> None:
        """Show two cases, or two people of a case, side by side."""
        if self._window.workplace is not None:
            self._window.workplace.show_view("cases")
            self._window.workplace.cases.compare(noun, one_id, other_id)

    def merge_case(self) -> None:
        """Choose the case that is the same as the present one."""
        from .duplicates.choose_other import ChooseOther

        workplace = self._window.workplace
        case_id = workplace.current_case_id() if workplace is not None else ""
        if workplace is None:
            return
        if not case_id:
            workplace.show_view("cases")
            return
        dialog = ChooseOther(workplace.desk, case_id, self._window)
        dialog.chosen.connect(lambda other: self.compare("cases", case_id, other))
        self.show(dialog)

    # -- counting

    def record_count(self) -> None:
        """So many letters, signatures or cards of one day, for the present case where there is one."""
        from .dialogs.record_count import RecordCount

        if self._window.workplace is not None:
            workplace = self._window.workplace
            workplace.desk.session.settle()
            self.show(RecordCount(workplace.desk, workplace.current_case_id(), self._window))

    # -- pages of the group

    def show_group(self) -> None:
        """What stands on the letterhead."""
        from .dialogs.group_page import GroupPage

        if self._window.workplace is not None:
            self.show(GroupPage(self._window.workplace.desk, self._window))

    def show_lists(self) -> None:
        """The words the group picks from."""
        from .dialogs.our_lists import OurLists

        if self._window.workplace is not None:
            self.show(OurLists(self._window.workplace.desk, self._window))

    def show_addresses(self) -> None:
        """The group's directory of addresses."""
        from .dialogs.addresses import Addresses

        if (workplace := self._window.workplace) is not None:
            workplace.desk.session.settle()
            self.show(Addresses(workplace.desk, workplace.current_case_id(), self._window))

    @property
    def spreadsheets(self) -> "Beginning":
        """The way from a spreadsheet on the disk to its page."""
        if self._spreadsheets is None:
            from .spreadsheets.beginning import Beginning

            self._spreadsheets = Beginning(self._window)
        return self._spreadsheets

    def bring_in_spreadsheet(self) -> None:
        """Choose a spreadsheet of cases or of addresses, and look it through."""
        self.spreadsheets.choose()

    def show_passphrase(self) -> None:
        """Set, change or remove the passphrase; print the recovery sheet."""
        from .dialogs.passphrase import PassphraseDialog

        if self._window.workplace is not None:
            # Before the file is closed to be written anew: afterwards it could not be asked.
            self._window.doors.remember_place()
            dialog = PassphraseDialog(self._window.workplace.desk, self._window)
            dialog.rekeyed.connect(self._window.doors.exchange)
            self.show(dialog)

    def offer_recovery_sheet(self) -> None:
        """After a file was started with a passphrase: print what opens it when that is forgotten."""
        from .dialogs.recovery_sheet import RecoverySheet, Sheet

        workplace = self._window.workplace
        session = None if workplace is None else workplace.desk.session
        if session is not None and session.file.key is not None:
            sheet = Sheet(session.file.key, session.group, session.path.name, session.today())
            self.show(RecoverySheet(self._window.look, sheet, self._window))

    def show_bin(self) -> None:
        """What lies in the bin."""
        from .dialogs.bin import BinDialog

        if self._window.workplace is not None:
            self.show(BinDialog(self._window.workplace.desk, self._window))

    # -- help

    def show_shortcuts(self) -> None:
        """All shortcuts."""
        from .dialogs.shortcuts import Shortcuts

        self.show(Shortcuts(self._window.look, self._window))

    def show_about_work(self) -> None:
        """What the movement works for."""
        from .dialogs.about_work import AboutWork

        self.show(AboutWork(self._window.look, self._window))

    def show_about(self) -> None:
        """Versions, licences, places."""
        from .dialogs.about import AboutDialog

        workplace = self._window.workplace
        self.show(AboutDialog(self._window.look, workplace.desk.session if workplace else None, self._window))

    def show_fault(self, report: str) -> None:
        """An error of ours: say so, keep the typing, go on."""
        workplace = self._window.workplace
        if workplace is not None and not workplace.desk.session.is_locked:
            workplace.desk.session.keep_all()
        if self._fault is not None:
            # One that comes again and again, with every move of the mouse perhaps, is said once.
            return
        box = self._fault = QMessageBox(self._window)
        box.setObjectName("fault")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(self._forget_fault)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText("Something in the program went wrong. What you typed is kept, and you can go on.")
        box.setInformativeText("The report says where in the program it happened; it holds nothing of your file.")
        box.setDetailedText(report)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        self.show(box)

    def _forget_fault(self) -> None:
        self._fault = None

    # -- showing

    def show(self, dialog: QDialog) -> None:
        """Open a dialog over the window and forget it when it is left."""
        self.dialog = dialog
        dialog.finished.connect(lambda: self._forget(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def leave(self) -> None:
        """The file is about to close: no dialog may outlive it, nor show anything of it on the locked page.

        The views open dialogs too, and one may stand over another: the last opened goes first.
        """
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        for dialog in reversed(self._window.findChildren(QDialog)):
            if not dialog.isHidden():
                dialog.done(QDialog.DialogCode.Rejected)
        QToolTip.hideText()

    def _forget(self, dialog: QDialog) -> None:
        # One dialog may have opened the next while it was closing.
        if self.dialog is dialog:
            self.dialog = None
