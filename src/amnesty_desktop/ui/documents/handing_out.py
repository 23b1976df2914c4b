# SPDX-License-Identifier: GPL-3.0-or-later
"""Handing a document out of the file: opened by the system from a private copy, or saved elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ...domain.attachment import Attachment
from ...edits import attachments as edits
from ...intake import kinds
from ...store import attachments
from ...store.errors import CaseFileError
from ..desk import Desk
from ..jobs import Step
from . import opened_copies

_NO_ROOM = ("There is no room left for a copy.", "Make some room on the disk, then open it again.")


class HandingOut(QObject):
    """Opens and saves documents. open_url and choose_place can be exchanged in tests.

    Signals: refused(sentence); doubted(Attachment, sentence) for a kind nobody asked about yet: open() with
    is_sure opens it all the same; saved(sentence).
    """

    refused = Signal(str)
    doubted = Signal(object, str)
    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._asked: set[str] = set()
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.choose_place: Callable[[str], str] = self._choose_place

    def open(self, document: Attachment, *, is_sure: bool = False) -> None:
        """Let the system open a copy of a document, unless opening it could start a program."""
        kind = kinds.kind_named(document.media_type)
        if kind.runs and kind is not kinds.OTHER:
            self.refused.emit(
                f"“{document.name}” is {kind.word} and could do more than show itself, so it is not opened from here."
                " Save it elsewhere if you know where it comes from."
            )
            return
        if kind in (kinds.OTHER, kinds.ZIP) and not is_sure and document.media_type not in self._asked:
            self.doubted.emit(
                document, f"“{document.name}” is {kind.word}. Open it only if you know where it comes from."
            )
            return
        self._asked.add(document.media_type)
        self._desk.jobs.start(
            "Opening the document", self._reading(document), done=self._open_copy, failed=self._on_failed
        )

    def save_elsewhere(self, document: Attachment) -> None:
        """Write a copy of a document where the user says."""
        place = self.choose_place(name_to_open(document))
        if not place:
            return
        file, target = self._desk.session.file, Path(place)

        def work(step: Step) -> Path:
            edits.write_copy(file, document, target)
            return target

        self._desk.jobs.start("Saving the document", work, done=self._on_saved, failed=self._on_failed)

    def _reading(self, document: Attachment) -> Callable[[Step], tuple[str, bytes]]:
        engine = self._desk.session.file.engine
        return lambda step: (name_to_open(document), attachments.content_of(engine, document))

    def _open_copy(self, found: tuple[str, bytes]) -> None:
        if self._desk.session.is_locked:
            return
        try:
            path = opened_copies.put(*found)
        except OSError:
            self._desk.session.trouble.emit(CaseFileError(*_NO_ROOM))
            return
        if not self.open_url(QUrl.fromLocalFile(str(path))):
            self.refused.emit("No program on this computer opens this document. Save it elsewhere instead.")

    def _on_saved(self, target: Path) -> None:
        self.saved.emit(f"Saved as “{target.name}”. What lies outside the group’s file is yours to guard.")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self._desk.session.trouble.emit(error)

    def _choose_place(self, name: str) -> str:
        return QFileDialog.getSaveFileName(self._widget, "Where shall the copy go?", str(Path.home() / name))[0]


def name_to_open(document: Attachment) -> str:
    """A name whose end says what the bytes are, so that the system opens it as that and nothing else."""
    kind = kinds.kind_named(document.media_type)
    if kinds.end_of(document.name) in kind.ends or not kind.ends:
        return document.name
    return f"{document.name}.{kind.ends[0]}"
