# SPDX-License-Identifier: GPL-3.0-or-later
"""The passphrase of the open file: a first one, another, or none; and the recovery sheet that goes with it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...edits import passphrase as passphrase_edits
from ...edits.passphrase import Prepared
from ...store.errors import CaseFileError
from ..desk import Desk
from ..jobs import Job, Work
from ..theme import Role as Colour
from ..theme import Use
from ..welcome.new_passphrase import NewPassphrase
from ..widgets.buttons import QuietButton
from ..widgets.foot import WorkLine
from ..widgets.paragraph import Paragraph
from ..widgets.section_head import SectionHead
from .frame import DialogFrame, Role
from .recovery_sheet import Sheet, SheetButtons

_OPEN_NOW = "This file has no passphrase. Anybody who uses this computer, or finds it, can read what is in it."
_FOLLOW = "The safe copies open the same way afterwards. What was exported or printed stays as it is."
_SET = (
    "The passphrase is set. Print the recovery sheet now: it opens the file when the passphrase is forgotten. A sheet"
    " of before opens nothing any more."
)
_REMOVED = "The file has no passphrase any more. A recovery sheet of before is of no use: destroy it."
_LEFT = "Some older safe copies ({left}) still open with an earlier passphrase only."


class PassphraseDialog(DialogFrame):
    """Signal: rekeyed(CaseFile) when the open file was exchanged for itself under another key.

    The dialog outlives that: the safe copies follow, and the new recovery sheet is offered.
    """

    rekeyed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        size = (620, 700) if desk.session.is_encrypted else (620, 470)
        super().__init__(desk.look, "Passphrase and recovery sheet", parent, size=size)
        self._desk = desk
        self._session = desk.session
        self._sheet = partial(
            Sheet, group=desk.session.group, file_name=desk.session.path.name, made_on=desk.session.today()
        )
        self._folder = desk.session.copies
        self._device = desk.session.settings.device
        self._job: Job | None = None
        self._prepared: Prepared | None = None
        self._left = 0
        self._asking = QWidget()
        self._column = QVBoxLayout(self._asking)
        self.new = NewPassphrase(desk.look, "&New passphrase" if desk.session.is_encrypted else "&Passphrase")
        self._work = WorkLine(desk.look)
        self._work.cancel_requested.connect(self._cancel)
        self._build()

    @property
    def is_working(self) -> bool:
        """Whether the file, or a copy, is just being written."""
        return self._job is not None

    def reject(self) -> None:
        if self._job is None:
            super().reject()
        elif self._prepared is None:
            self._cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the first field has just led to the second; it is not yet a yes.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_enter and self.new.again.hasFocus() and not self.new.again.text()):
            super().keyPressEvent(event)

    # -- asking

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.look.px(12))
        is_encrypted = self._session.is_encrypted
        if is_encrypted:
            self._add_sheet()
            self._column.addWidget(SectionHead(self.look, "Another passphrase"))
            why = "When somebody who knew it has left the group. The old one and its sheet open nothing afterwards."
            self._column.addWidget(Paragraph(self.look, why))
        else:
            self._column.addWidget(Paragraph(self.look, _OPEN_NOW))
        self._column.addWidget(self.new)
        self._column.addWidget(Paragraph(self.look, _FOLLOW, Use.CAPTION, Colour.SECONDARY))
        if is_encrypted:
            self._add_removing()
        self.add(self._asking)
        self.content.addStretch(1)
        self.add(self._work)
        self._leave = self.add_close("&Leave it as it is")
        self._set = self.add_button(
            "&Change the passphrase" if is_encrypted else "&Set the passphrase", Role.AcceptRole, primary=True
        )
        self._set.setObjectName("set")
        self._set.clicked.connect(self._on_set)
        (self._asking.findChild(QPushButton, "print") or self.new).setFocus()

    def _add_sheet(self) -> None:
        key = self._session.file.key
        if key is not None:
            self._column.addWidget(SectionHead(self.look, "Recovery sheet"))
            why = "It opens the file when the passphrase is forgotten. Nothing and nobody else can."
            self._column.addWidget(Paragraph(self.look, why))
            self._column.addWidget(SheetButtons(self.look, self._sheet(key)))
            self._column.addSpacing(self.look.px(8))

    def _add_removing(self) -> None:
        self._column.addSpacing(self.look.px(8))
        self._column.addWidget(SectionHead(self.look, "Without a passphrase"))
        self._column.addWidget(Paragraph(self.look, "Then anybody who uses this computer can read the file."))
        remove = QuietButton(self.look, "&Remove the passphrase")
        remove.setAutoDefault(False)
        remove.setObjectName("remove")
        remove.clicked.connect(lambda: self._begin(None))
        self._column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)

    # -- writing the file anew

    def _on_set(self) -> None:
        words = self.new.take()
        if words is not None:
            self._begin(words)

    def _begin(self, words: str | None) -> None:
        if self._job is not None:
            return
        self._session.settle()
        self._desk.jobs.finish()
        self.trouble.clear()
        work = partial(passphrase_edits.prepare, self._session.file, words, self._folder)
        job = self._start("Writing the file anew", work, self._on_prepared)
        job.ended.connect(self._on_written)

    def _start(self, words: str, work: Work, done: Callable[[Any], None]) -> Job:
        self._asking.setEnabled(False)
        self._set.setEnabled(False)
        self._work.begin(words)
        self._job = self._desk.jobs.start(words, work, done=done, failed=self._on_failed)
        self._job.progressed.connect(self._work.step)
        return self._job

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_prepared(self, prepared: Prepared) -> None:
        session = self._session
        if session.is_locked or self.isHidden():
            prepared.throw_away()
            return
        try:
            opened = passphrase_edits.exchange(session.file, prepared, self._folder, device=self._device, now=_now)
        except CaseFileError as trouble:
            self._on_failed(trouble)
            return
        self._prepared = prepared
        self.rekeyed.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self.trouble.show_problem(f"{error.message} {error.way_out}")

    def _on_written(self) -> None:
        self._job = None
        self._work.end()
        if self._prepared is None:
            self._asking.setEnabled(True)
            self._set.setEnabled(True)
            return
        # From here on there is no way back, only forward.
        self._leave.setEnabled(False)
        follow = partial(passphrase_edits.let_copies_follow, self._prepared, self._folder)
        job = self._start("Bringing the safe copies along", follow, self._on_followed)
        job.ended.connect(self._show_done)

    def _on_followed(self, left: int) -> None:
        self._left = left

    # -- afterwards

    def _show_done(self) -> None:
        self._job = None
        self._work.end()
        self._asking.hide()
        self._set.hide()
        self._leave.setEnabled(True)
        self._leave.setText("&Done")
        self._leave.setFocus()
        assert self._prepared is not None
        key = self._prepared.new
        parts: list[QWidget] = [Paragraph(self.look, _REMOVED if key is None else _SET)]
        if key is not None:
            parts.append(SheetButtons(self.look, self._sheet(key)))
        if self._left:
            parts.append(Paragraph(self.look, _LEFT.format(left=self._left), role=Colour.SECONDARY))
        for at, part in enumerate(parts, start=1):
            self.content.insertWidget(at, part)


def _now() -> datetime:
    return datetime.now(UTC)
