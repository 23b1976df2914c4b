# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with letters as a whole: begun, finished, sent, answered, put into the bin."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ...domain.letter import SEALED, Channel, Letter, LetterState
from ...domain.reply import CAME_BACK, Reply
from ...edits import bin as bin_edits
from ...edits import export, letters, replies
from ...store.errors import CaseFileError
from ...store.recorder import Transaction
from ..desk import Desk
from ..dialogs.mark_sent import MarkSent, Posting
from ..dialogs.record_reply import RecordReply
from ..texts import counted


class LetterActs(QObject):
    """Asks what has to be asked, and runs the edits. dialog is the one that is open. Signal: refused(sentence)."""

    refused = Signal(str)

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._session = desk.session
        self._view = view
        self._channel = Channel.AIRMAIL
        self.dialog: QDialog | None = None

    def add(self, letter: Letter) -> bool:
        """Begin a letter; False when the file could not be written."""
        return self._session.edit("Begin a letter", partial(letters.save, letter=letter)) is not None

    def mark_ready(self, letter_ids: Sequence[str]) -> None:
        """Finished letters wait to be printed; one that already does becomes a draft again."""
        self._session.settle()
        chosen = [letter for letter in self._found(letter_ids) if letter.state not in SEALED]
        if not chosen:
            self._say_none(letter_ids)
            return
        if all(letter.state is LetterState.READY for letter in chosen):
            self._run("Go on writing", letters.back_to_draft, [letter.id for letter in chosen])
            self._tell(f"{_these(len(chosen))} a draft again." if len(chosen) == 1 else "They are drafts again.")
            return
        ids = [letter.id for letter in chosen if letter.state is LetterState.DRAFT]
        if self._run("The letter is ready", letters.mark_ready, ids):
            self._tell(f"{_these(len(ids))} ready to be printed.")

    def _run(self, words: str, edit: object, ids: Sequence[str]) -> bool:
        def all_of_them(write: Transaction) -> None:
            for letter_id in ids:
                edit(write, letter_id)  # type: ignore[operator]

        return bool(ids) and self._session.edit(words, all_of_them) is not None

    def mark_sent(self, letter_ids: Sequence[str]) -> None:
        """Ask when, how and for how much the letters went out."""
        self._session.settle()
        ids = [letter.id for letter in self._found(letter_ids) if letter.state not in SEALED]
        if not ids:
            self._say_none(letter_ids)
            return
        dialog = MarkSent(self._desk, len(ids), self._channel, self._view)
        dialog.decided.connect(lambda posting: self._send(ids, posting))
        self._open(dialog)

    def _send(self, ids: Sequence[str], posting: Posting) -> None:
        self._channel = posting.channel
        try:
            file = self._session.file
            documents = {one: export.posted_document(file, file.get(Letter, one)) for one in ids}
        except CaseFileError as trouble:
            self.refused.emit(f"{trouble.message} {trouble.way_out}")
            return

        def seal(write: Transaction) -> None:
            for letter_id, document in documents.items():
                letters.mark_sent(
                    write,
                    letter_id,
                    on=posting.on,
                    channel=posting.channel,
                    postage=posting.postage,
                    signatures=posting.signatures,
                    document=document,
                )

        if self._session.edit("Mark as sent", seal) is not None:
            self._tell(f"{_these(len(ids))} marked as sent.")

    def record_reply(self, letter_id: str) -> None:
        """Ask what came back to a letter."""
        self._session.settle()
        letter = self._session.file.find(Letter, letter_id) if letter_id else None
        if letter is None:
            self.refused.emit("Choose the letter that was answered first.")
        elif letter.state not in SEALED:
            self.refused.emit("This letter is not marked as sent yet. Mark it as sent, then record what came back.")
        else:
            dialog = RecordReply(self._desk, letter, self._view)
            dialog.recorded.connect(self._record)
            self._open(dialog)

    def _record(self, reply: Reply, scan: Path | None = None) -> None:
        """Record a reply; a scan is read in the background first."""
        if scan is None:
            self._save_reply(reply, None)
            return
        file, today = self._session.file, self._session.today()
        self._desk.jobs.start(
            "Reading the reply",
            lambda step: replies.keep_scan(file, reply.case_id, scan, today, step),
            done=lambda found: self._save_reply(reply, found),
            failed=lambda error: self._without_scan(reply, error),
        )

    def _save_reply(self, reply: Reply, scan: replies.Scan | None) -> None:
        if self._session.is_locked:
            return
        if self._session.edit("Record a reply", partial(replies.record, reply=reply, scan=scan)) is not None:
            self._tell(
                "It is noted that the letter came back." if reply.kind in CAME_BACK else "The reply is recorded."
            )
            if scan is not None and scan.notice:
                self.refused.emit(scan.notice)

    def _without_scan(self, reply: Reply, error: Exception) -> None:
        """The reply itself is not lost where its scan cannot be kept."""
        if not isinstance(error, CaseFileError):
            raise error
        self._save_reply(reply, replies.Scan(notice=f"{error.message} {error.way_out}"))

    def bin(self, letter_ids: Sequence[str]) -> None:
        """Put letters into the bin; those that were sent stay."""
        self._session.settle()
        found = self._found(letter_ids)
        chosen = [letter for letter in found if letter.state not in SEALED]
        if not chosen:
            if found:
                self.refused.emit("A letter that was sent stays in the file as it was posted.")
            return
        put = partial(bin_edits.put, values=chosen, at=datetime.now(UTC))
        if self._session.edit("Put the letter into the bin", put) is not None:
            self._tell(f"{_these(len(chosen))} in the bin for 90 days.")

    # -- helping

    def _found(self, letter_ids: Sequence[str]) -> list[Letter]:
        file = self._session.file
        found = (file.find(Letter, letter_id) for letter_id in letter_ids)
        return [letter for letter in found if letter is not None]

    def _say_none(self, letter_ids: Sequence[str]) -> None:
        """Say why nothing was done."""
        if letter_ids:
            self.refused.emit("This letter was sent and cannot be changed.")
        else:
            self.refused.emit("Choose a letter in the list first.")

    def _tell(self, sentence: str) -> None:
        self._desk.wishes.told.emit(sentence, True)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None


def _these(number: int) -> str:
    return "The letter is" if number == 1 else f"{counted(number, 'letter', 'letters')} are"
