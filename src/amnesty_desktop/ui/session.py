# SPDX-License-Identifier: GPL-3.0-or-later
"""The session: one open case file as the window sees it. Every change goes through here and is told once."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ..domain.group import Group
from ..domain.vocabulary import Vocabulary
from ..edits import bin as bin_edits
from ..edits import bring_back
from ..paths import copies_folder
from ..settings import Settings
from ..store.case_file import CaseFile, Edit
from ..store.changes import Changes
from ..store.errors import CaseFileError
from .keeping import Keeper
from .preferences import Preferences


class Session(QObject):
    """Holds the case file, runs edits and tells everybody what changed and who asked.

    Signals: changed(Changes, origin) after each commit; trouble(CaseFileError) when the world got in the way;
    saved(datetime) when something reached the disk.
    """

    changed = Signal(object, object)
    trouble = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        file: CaseFile,
        preferences: Preferences,
        *,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file: CaseFile | None = file
        self._path = file.path
        self._encrypted = file.is_encrypted
        self._group: Group | None = None
        self._vocabulary: Vocabulary | None = None
        self._keepers: list[Keeper] = []
        self.preferences = preferences
        self.today = today

    # -- the file

    @property
    def file(self) -> CaseFile:
        """The open file; asking after it was closed is an error of ours."""
        if self._file is None:
            raise RuntimeError("the file is closed")
        return self._file

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    @property
    def is_locked(self) -> bool:
        """Whether the file was closed, as while the screen is locked."""
        return self._file is None

    @property
    def is_encrypted(self) -> bool:
        """Whether a passphrase protects the file."""
        return self._encrypted

    @property
    def group(self) -> Group:
        """The group, remembered until it changes."""
        if self._group is None:
            self._group = self.file.group()
        return self._group

    @property
    def vocabulary(self) -> Vocabulary:
        """The lists as the group has them, remembered until they change."""
        if self._vocabulary is None:
            self._vocabulary = self.file.vocabulary()
        return self._vocabulary

    @property
    def copies(self) -> Path:
        """The folder with the safe copies of this group."""
        return copies_folder(self.group.id)

    @property
    def settings(self) -> Settings:
        """The preferences in force."""
        return self.preferences.now

    # -- edits

    def edit(self, label: str, function: Edit, origin: object | None = None) -> Changes | None:
        """Run an edit; None when the world got in the way, which trouble has then told."""
        return self._tell(lambda: self.file.edit(label, function), origin)

    def undo(self) -> Changes | None:
        """Settle what is being typed, then take the last edit back."""
        self.settle()
        return self._tell(self.file.undo, None)

    def redo(self) -> Changes | None:
        """Do again what was undone last."""
        self.settle()
        return self._tell(self.file.redo, None)

    def _tell(self, work: Callable[[], Changes | None], origin: object | None) -> Changes | None:
        try:
            changes = work()
        except CaseFileError as trouble:
            self.trouble.emit(trouble)
            return None
        if changes is not None:
            self.told(changes, origin)
        return changes

    def told(self, changes: Changes, origin: object | None = None) -> None:
        """Tell everybody of a commit; an edit that was made by a job comes here when the job is over."""
        if not changes.rows:
            return
        if changes.touches("groups"):
            self._group = None
        if changes.touches("terms"):
            self._vocabulary = None
        self.saved.emit(datetime.now())
        self.changed.emit(changes, origin)

    # -- typing

    def add_keeper(self, keeper: Keeper) -> None:
        """A form takes part in keeping what is typed."""
        self._keepers.append(keeper)

    def remove_keeper(self, keeper: Keeper) -> None:
        """A form goes away."""
        with suppress(ValueError):
            self._keepers.remove(keeper)

    def settle(self) -> bool:
        """Turn all typing into edits: before undo, export, a change of state, lock and close.

        False when the disk took some of it neither as an edit nor as a draft; unkept() gives it.
        """
        settled = [keeper.settle() for keeper in list(self._keepers)]
        return all(settled)

    def unkept(self) -> dict[str, Any]:
        """The typing that the disk does not take, by form."""
        return dict(keeper.typed() for keeper in list(self._keepers) if not keeper.settle())

    def take_typing(self, typing: dict[str, Any]) -> dict[str, Any]:
        """Keep typing that the disk did not take before; returns what it still refuses."""
        return {form: value for form, value in typing.items() if not self.keep_draft(form, value)}

    def keep_all(self) -> None:
        """Write all typing down as drafts, without turning it into edits: after an error of ours."""
        for keeper in list(self._keepers):
            # What went wrong may lie in this very form; the others are kept all the same.
            with suppress(Exception):
                keeper.keep()

    def keep_draft(self, form: str, value: Any) -> bool:
        """Keep typing in the file without an edit; False when the disk did not take it."""
        if self._file is None:
            return False
        try:
            self._file.keep_draft(form, value)
        except CaseFileError as trouble:
            self.trouble.emit(trouble)
            return False
        self.saved.emit(datetime.now())
        return True

    def bring_typing_back(self) -> Changes | None:
        """After a crash: what was kept as a draft becomes one edit."""
        if not self.file.all_drafts():
            return None
        return self._tell(lambda: bring_back.typing(self.file), None)

    def empty_old_bin(self) -> None:
        """What has lain in the bin for 90 days goes for good."""
        now = datetime.now(UTC)
        # Asked first, so that an ordinary start writes nothing and loads nothing it does not need.
        if bin_edits.too_old(self.file, now):
            self._tell(lambda: self.file.edit("Empty the bin", lambda write: bin_edits.empty_old(write, now)), None)

    # -- close

    def let_go(self) -> None:
        """The file was exchanged for another state of itself, which has a session of its own."""
        self._file = None

    def close(self) -> dict[str, Any]:
        """Settle, and let others have the file; returns the typing that the disk did not take."""
        if self._file is None:
            return {}
        left = self.unkept()
        self._file.close()
        self._file = None
        return left
