# SPDX-License-Identifier: GPL-3.0-or-later
"""The case file: opened, read, edited, undone and closed."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from ..domain.group import Group
from ..domain.stamps import StampClock
from . import backup, derived, drafts, history, migrations, search
from .changes import Changes
from .engine import Engine, driver, salt_of, speaking_plainly
from .errors import CaseFileError, WrittenPastTheRecorder
from .keys import FileKey, key_from_passphrase
from .lock import FileLock
from .reading import Reading
from .recorder import Guard, Transaction
from .rows import NOUN_OF_TABLE

Now = Callable[[], datetime]
Edit = Callable[[Transaction], Any]



class CaseFile(Reading):
    """One open file. One thread at a time: whoever uses it holds .turn.

    now gives the time in UTC; who is the name written into history; device twelve hex digits.
    """

    def __init__(self, engine: Engine, lock: FileLock, *, device: str, who: str, now: Now) -> None:
        super().__init__(engine)
        self.path = engine.path
        self.who = who
        self.turn = threading.RLock()
        self.edits_since_copy = 0
        self._lock = lock
        self._device = device
        self._now = now
        self._guard = Guard(engine)
        highest = engine.value("SELECT max(stamp) FROM (SELECT max(stamp) AS stamp FROM transactions UNION ALL SELECT max(highest) FROM devices)")
        self._clock = StampClock(device, highest or "")

    # -- open and close

    @classmethod
    def create(cls, path: Path, group: Group, passphrase: str | None, *, device: str, who: str, now: Now) -> "CaseFile":
        """Make a new file for a group; raises CaseFileError when one is there already or cannot be made."""
        if path.exists():
            raise CaseFileError(f"There is a file “{path.name}” already.", "Choose another name; it was not touched.")
        _check_folder(path.parent)
        key = key_from_passphrase(passphrase) if passphrase else None
        lock = FileLock(path)
        lock.take(now())
        try:
            engine = Engine(path, key)
            migrations.migrate(engine)
            made = cls(engine, lock, device=device, who=who, now=now)
            made._run("Start the file", lambda write: write.save(group), history.SETUP)
        except BaseException:
            lock.release()
            raise
        return made

    @classmethod
    def open(
        cls, path: Path, key: FileKey | str | None = None, *, device: str, who: str, now: Now, copies: Path | None = None
    ) -> "CaseFile":
        """Open a file; key is a passphrase or a finished key.

        copies is the folder for the verified copy that is made before a migration.
        Raises a CaseFileError; the file is then as it was.
        """
        salt = salt_of(path)
        if salt is not None and isinstance(key, str):
            key = key_from_passphrase(key, salt)
        lock = FileLock(path)
        lock.take(now())
        try:
            engine = Engine(path, key if salt is not None and isinstance(key, FileKey) else None)
            try:
                _bring_up_to_date(engine, copies or path.parent, now)
                opened = cls(engine, lock, device=device, who=who, now=now)
            except BaseException:
                engine.close()
                raise
        except BaseException:
            lock.release()
            raise
        return opened

    @property
    def is_encrypted(self) -> bool:
        """Whether a passphrase protects this file."""
        return self.engine.key is not None

    @property
    def key(self) -> FileKey | None:
        """The key that opens this file and its copies."""
        return self.engine.key

    def reopen(self) -> None:
        """Open again after close(), when exchanging the file failed; raises CaseFileError."""
        self._lock.take(self._now())
        self.engine = Engine(self.path, self.engine.key)
        self._guard = Guard(self.engine)

    def suspend(self) -> None:
        """Close the connection and forget the key, while the screen is locked."""
        self.close()

    def close(self) -> None:
        """Close the file and let others have it; harmless the second time."""
        with self.turn:
            self.engine.close()
            self._lock.release()

    # -- edits

    def edit(self, label: str, function: Edit) -> Changes:
        """Run an edit function in one transaction; label is the menu's words ("Record outcome").

        Either all of it happens or nothing. What the function returns is in .result.
        """
        return self._run(label, function, history.EDIT)

    def set_up(self, label: str, function: Edit) -> Changes:
        """Like edit, for the filling of a new file: it cannot be undone."""
        return self._run(label, function, history.SETUP)

    def undo(self) -> Changes | None:
        """Take the last edit back, as a new transaction; None when there is nothing to take back."""
        step = history.undoable(self.engine)
        if step is None:
            return None
        return self._run(step.label, lambda work: history.apply_backwards(work, step.key), history.UNDO, step.key)

    def redo(self) -> Changes | None:
        """Do again what was undone last; None when there is nothing."""
        step = history.redoable(self.engine)
        if step is None:
            return None
        return self._run(step.label, lambda work: history.apply_forwards(work, step.key), history.REDO, step.key)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, in the menu's words."""
        step = history.undoable(self.engine)
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, in the menu's words."""
        step = history.redoable(self.engine)
        return step.label if step else None

    def history_of_case(self, case_id: str) -> list[history.Entry]:
        """Who changed what in a case and when, newest first."""
        return history.of_case(self.engine, case_id)

    def note_restore(self, label: str, replaced: str) -> None:
        """Write into history that this file was brought back, and which copy holds what was there before."""
        with self.turn:
            now = self._now()
            stamp = self._clock.tick(int(now.timestamp() * 1000))
            at = now.isoformat(timespec="seconds")
            history.write_restore(self.engine, stamp=stamp, at=at, who=self.who, label=label, replaced=replaced)

    @property
    def replaced_by_restore(self) -> str | None:
        """Name of the copy that undoing a just brought back copy would bring back."""
        return history.replaced_by_restore(self.engine)

    def _run(self, label: str, function: Edit, kind: str, target: int | None = None) -> Changes:
        with self.turn, self._writing() as work:
            result = function(work)
            work.open = False
            work.notes = {at: note for at, note in work.notes.items() if note.before is None or note.differing()}
            if work.notes:
                self._finish(work, label, kind, target)
        if work.notes:
            self.edits_since_copy += 1
        cases = {note.case_id for note in work.notes.values() if note.case_id}
        left = result if kind in (history.UNDO, history.REDO) else ()
        return Changes(label, kind, frozenset(work.notes), frozenset(cases), left, result)

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        with speaking_plainly(self.path):
            work = Transaction(self.engine, self._clock.tick(int(self._now().timestamp() * 1000)))
            self._guard.open = True
            try:
                with self.engine.db.atomic():
                    yield work
            except driver.IntegrityError as trouble:
                raise WrittenPastTheRecorder(str(trouble)) from trouble
            finally:
                self._guard.open = False
                work.open = False

    def _finish(self, work: Transaction, label: str, kind: str, target: int | None) -> None:
        for note in work.notes.values():
            derived.refresh_row(self.engine, note)
        for case_id in dict.fromkeys(note.case_id for note in work.notes.values() if note.case_id):
            derived.refresh_case(self.engine, case_id)
            search.index_case(self.engine, case_id)
        for table, row_id in work.notes:
            search.index_rows(self.engine, NOUN_OF_TABLE[table], (row_id,))
        at = self._now().isoformat(timespec="seconds")
        history.write(self.engine, work, at=at, who=self.who, label=label, kind=kind, target=target)
        self.engine.run("INSERT OR REPLACE INTO devices (device, highest) VALUES (?, ?)", (self._device, work.stamp))

    # -- typing that is not an edit yet

    def keep_draft(self, form: str, value: Any) -> None:
        """Keep the typing of a form, so that a crash loses nothing."""
        with self.turn:
            drafts.keep(self.engine, form, value, self._now().isoformat(timespec="seconds"))

    def find_draft(self, form: str) -> drafts.Draft | None:
        """The kept typing of a form."""
        return drafts.find(self.engine, form)

    def all_drafts(self) -> list[drafts.Draft]:
        """All kept typing, oldest first."""
        return drafts.all_drafts(self.engine)

    def drop_draft(self, form: str) -> None:
        """Forget the typing of a form."""
        with self.turn:
            drafts.drop(self.engine, form)

    # -- finding and copying

    def search(self, query: str, *, most: int = 60) -> list[search.Hit]:
        """Everything that matches, cases first."""
        return search.hits(self.engine, query, most=most)

    def bytes_of(self, digest: str) -> bytes | None:
        """Bytes kept under their SHA-256."""
        found = self.engine.value("SELECT bytes FROM blobs WHERE hash = ?", (digest,))
        return None if found is None else bytes(found)

    def copy_to(self, folder: Path, step: Callable[[int, int], None] | None = None) -> backup.SafeCopy:
        """Make a copy that was opened and checked; raises CaseFileError."""
        with self.turn:
            made = backup.make_copy(self.engine, folder, self._now(), step)
        self.edits_since_copy = 0
        return made


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise CaseFileError(f"There is no folder “{folder}” any more.", "Choose another folder.")


def _bring_up_to_date(engine: Engine, copies: Path, now: Now) -> None:
    if engine.key is None and engine.value("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"):
        raise CaseFileError(
            f"“{engine.path.name}” holds things that a group's file never holds.", "Do not use it; bring back a safe copy."
        )
    if migrations.is_pending(engine):
        backup.make_copy(engine, copies, now(), None)
        migrations.migrate(engine)
