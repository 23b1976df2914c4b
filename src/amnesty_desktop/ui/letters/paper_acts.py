# SPDX-License-Identifier: GPL-3.0-or-later
"""What the menus do with paper: the pile to print, envelopes, labels and sheets to sign."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from ...domain.addressee import Addressee
from ...domain.group import Paper
from ...domain.plain_letter import for_email
from ...domain.sheet_words import SignedSheet
from ...edits import own_templates, taking_back
from ...edits.own_templates import Offered
from ...edits.senders import letterhead_of
from ...edits.templates import LETTERHEAD, shipped_template
from ...edits.written_files import Document
from ...store.errors import CaseFileError
from ...store.letters import ready_letter_ids
from ..desk import Desk

if TYPE_CHECKING:
    from ..printing.printing import Printing
    from .view import LettersView


class PaperActs(QObject):
    """Makes paper for the letters of one view, and takes it back. dialog is the one that is open.

    choose_file asks for a Word file; it can be exchanged in tests.
    """

    def __init__(self, view: "LettersView", desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self.dialog: QDialog | None = None
        self.printing: Printing | None = None
        self.choose_file: Callable[[], str] = self._choose_file

    def print_pile(self) -> None:
        """Print all letters that are ready, with their envelopes."""
        self._view.bars.clear()
        ready = ready_letter_ids(self._desk.session.file)
        if ready:
            self._view.exporting.print_pile(ready, self._view)
        else:
            self._view.bars.say("No letter is ready to be printed. Say of a letter that it is ready first.")

    def print_or_pdf(self) -> None:
        """Show the current letters as they will be printed, and print them or keep them as PDF from there."""
        # What prints is loaded when somebody prints.
        from ..printing.printing import Printing

        self._view.bars.clear()
        if self.printing is None:
            self.printing = Printing(self._desk, self._view.exporting)
        self.printing.preview(self._view.current_letter_ids(), self._view)

    def copy_for_email(self) -> None:
        """Put the words of the current letter on the clipboard, ready to be pasted into an e-mail."""
        self._view.bars.clear()
        chosen = self._view.current_letter_ids()
        if len(chosen) != 1:
            self._view.bars.say("Choose one letter in the list first.")
            return
        letter = self._view.exporting.words_for_email(chosen[0])
        if letter is None:
            return
        QGuiApplication.clipboard().setText(for_email(letter))
        addressee = self._desk.session.file.find(Addressee, letter.addressee_id)
        to = f" to {addressee.email.strip()}" if addressee is not None and addressee.email.strip() else ""
        self._desk.wishes.told.emit(f"Copied. Paste it into an e-mail{to}, then mark the letter as sent.", False)

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

    # -- templates

    def show_templates(self) -> None:
        """The group's own templates."""
        from ..dialogs.templates_page import TemplatesPage

        page = TemplatesPage(self._desk, self._view)
        page.trial_requested.connect(self._make_trial)
        page.ours_requested.connect(self._begin_with_ours)
        self._open(page)

    def _make_trial(self, found: Offered) -> None:
        session = self._desk.session
        if found.report.template is not None:
            head = letterhead_of(session.group)
            document = own_templates.trial_letter(found.report.template, found.name, head, session.today())
            self._view.exporting.write_and_open(document)

    def _begin_with_ours(self) -> None:
        content = shipped_template(LETTERHEAD, Paper(self._desk.session.group.paper))
        self._view.exporting.write_and_open(Document("Our letterhead to change.docx", content, is_only_one=False))

    # -- back from Word

    def take_back(self, path: str = "") -> None:
        """Take back a letter that was changed in Word; without a path, ask for it."""
        self._view.bars.clear()
        self._desk.session.settle()
        chosen = path or self.choose_file()
        if chosen:
            self._desk.jobs.start(
                "Reading the letter",
                lambda _step: taking_back.read_returned(Path(chosen)),
                done=self._compare,
                failed=self._on_failed,
            )

    def _compare(self, returned: taking_back.Returned) -> None:
        session = self._desk.session
        if session.is_locked:
            return
        try:
            taken = taking_back.compare(session.file, returned)
        except CaseFileError as trouble:
            self._on_failed(trouble)
            return
        from ..dialogs.take_back import TakeBack

        dialog = TakeBack(self._desk.look, taken, self._view)
        dialog.accepted_back.connect(self._take)
        self._open(dialog)

    def _take(self, taken: taking_back.TakenBack) -> None:
        session = self._desk.session
        if taken.is_sent:
            words = "The Word file is kept as what was posted."
            done = session.edit(taking_back.SEAL_LABEL, partial(taking_back.keep_as_posted, taken=taken))
        else:
            words = "The letter says what the Word file says."
            done = session.edit(taking_back.LABEL, partial(taking_back.take_back, taken=taken))
        if done is not None:
            self._view.open_letter(taken.before.id)
            self._desk.wishes.told.emit(words, True)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self._view.bars.say(f"{error.message} {error.way_out}")

    def _choose_file(self) -> str:
        chosen, _ = QFileDialog.getOpenFileName(
            self._view, "Take back a letter changed in Word", str(self._view.exporting.folder or ""), "Word (*.docx)"
        )
        return chosen

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None
