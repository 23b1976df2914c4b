# SPDX-License-Identifier: GPL-3.0-or-later
"""The case file: opened, read, edited, undone and closed."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from ..domain.group import Group
from ..domain.stamps import StampClock
from . import backup, derived, drafts, history, indexing, migrations, reindexing, search, verify
from .changes import Changes
from .engine import Engine, Refused, empty_file, salt_of, speaking_plainly
from .errors import CaseFileError, FileMissing, WrittenPastTheRecorder
from .keys import FileKey, key_from_passphrase
from .lock import FileLock
from .reading import Reading
from .recorder import Guard, Transaction
from .rows import NOUN_OF_TABLE, storable

Now = Callable[[], datetime]
Edit = Callable[[Transaction], Any]
Step = Callable[[int, int], None]


def _unheard(done: int, total: int) -> None:
    """For an edit that is over before anybody could watch it."""


class CaseFile(Reading):
    """One open file. One thread at a time: whoever uses it holds .turn.

    now gives the time in UTC; who is the name written into history; device twelve hex digits.
    """

    def __init__(self, engine: Engine, lock: FileLock, *, device: str, who: str, now: Now) -> None:
        super().__init__(engine)
        self.path = engine.path
        self.who = storable(who)
        self.turn = threading.RLock()
        self.edits_since_copy = 0
        self._lock = lock
        self._device = device
        self._now = now
        self._guard = Guard(engine)
        self._clock = StampClock(device, history.highest_stamp(engine))

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
        # Finished under another name first, so that nobody ever finds half a file.
        fresh = path.with_name(f".{path.name}.fresh")
        try:
            fresh.unlink(missing_ok=True)
            empty_file(fresh)
            with _closing(Engine(fresh, key)) as engine:
                migrations.migrate(engine)
                reindexing.mark_present(engine)
                made = cls(engine, lock, device=device, who=who, now=now)
                made._run("Start the file", lambda write: write.save(group), history.SETUP)
            os.replace(fresh, path)
            backup.sync_folder(path.parent)
            return cls(Engine(path, key), lock, device=device, who=who, now=now)
        except BaseException:
            lock.release()
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        key: FileKey | str | None = None,
        *,
        device: str,
        who: str,
        now: Now,
        copies: Path | None = None,
    ) -> "CaseFile":
        """Open a file; key is a passphrase or a finished key.

        copies is the folder for the verified copy that is made before a migration.
        Raises a CaseFileError; the file is then as it was.
        """
        if not path.exists():
            salt_of(path)
        lock = FileLock(path)
        lock.take(now())
        try:
            # Only with the lock in hand: looking into a file that this process has open would let go of SQLite's lock.
            engine = Engine(path, backup.key_for(path, key))
            try:
                _bring_up_to_date(engine, copies or path.parent, now, device, storable(who))
                reindexing.finish_if_small(engine)
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
        try:
            self.engine = Engine(self.path, self.engine.key)
            self._guard = Guard(self.engine)
        except BaseException:
            self._lock.release()
            raise

    def close(self) -> None:
        """Close the file and let others have it; harmless the second time."""
        with self.turn:
            self.engine.close()
            self._lock.release()

    # -- edits

    def edit(self, label: str, function: Edit, step: Step = _unheard) -> Changes:
        """Run an edit function in one transaction; label is the menu's words ("Record outcome").

        Either all of it happens or nothing. What the function returns is in .result. step(done, total) is told how
        far the search index and the lists are behind what was written, and may raise to give all of it up.
        """
        return self._run(label, function, history.EDIT, step=step)

    def set_up(self, label: str, function: Edit) -> Changes:
        """Like edit, for the filling of a new file: it cannot be undone."""
        return self._run(label, function, history.SETUP)

    def undo(self, step: Step = _unheard) -> Changes | None:
        """Take the last edit back, as a new transaction; None when there is nothing to take back. step as for edit."""
        with self.turn:
            last = history.undoable(self.engine)
            if last is None:
                return None
            back = partial(history.apply_backwards, key=last.key)
            return self._run(last.label, back, history.UNDO, last.key, step)

    def redo(self, step: Step = _unheard) -> Changes | None:
        """Do again what was undone last; None when there is nothing. step as for edit."""
        with self.turn:
            last = history.redoable(self.engine)
            if last is None:
                return None
            again = partial(history.apply_forwards, key=last.key)
            return self._run(last.label, again, history.REDO, last.key, step)

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
            at = self._now()
            stamp = self._clock.tick(int(at.timestamp() * 1000))
            wall: dict[str, str] = {"stamp": stamp, "at": _as_text(at), "who": self.who, "label": label}
            with speaking_plainly(self.path), self.engine.db.atomic():
                history.write_wall(self.engine, history.RESTORE, **wall, note=replaced)

    @property
    def replaced_by_restore(self) -> str | None:
        """Name of the copy that undoing a just brought back copy would bring back."""
        return history.replaced_by_restore(self.engine)

    def _run(self, label: str, function: Edit, kind: str, target: int | None = None, step: Step = _unheard) -> Changes:
        with self.turn, self._writing() as work:
            result = function(work)
            work.settle()
            if work.notes:
                with self._guard.opened():
                    self._finish(work, label, kind, target, step)
        if work.notes:
            self.edits_since_copy += 1
        left = result if kind in (history.UNDO, history.REDO) else ()
        return Changes(label, kind, frozenset(work.notes), frozenset(work.cases), left, result)

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        self.engine.check_place()
        with speaking_plainly(self.path):
            stamp = self._clock.tick(int(self._now().timestamp() * 1000))
            work = Transaction(self.engine, stamp, self._guard)
            try:
                with self.engine.db.atomic():
                    yield work
            except Refused as trouble:
                raise WrittenPastTheRecorder(str(trouble)) from trouble
            finally:
                work.open = False

    def _finish(self, work: Transaction, label: str, kind: str, target: int | None, step: Step) -> None:
        total, made = len(work.notes) + len(work.cases), work.made_cases
        for done, note in enumerate(work.notes.values()):
            step(done // 2, total)
            derived.refresh_row(self.engine, note)
        for done, case_id in enumerate(work.cases, start=len(work.notes) // 2):
            step(done, total)
            derived.refresh_case(self.engine, case_id, made.get(case_id))
            indexing.index_case(self.engine, case_id, is_new=case_id in made)
        for (table, row_id), note in work.notes.items():
            # The words inside a document may have been indexed within the edit.
            are_new = note.before is None and table != "attachments"
            indexing.index_rows(self.engine, NOUN_OF_TABLE[table], (row_id,), are_new=are_new)
        at = _as_text(self._now())
        history.write(self.engine, work, at=at, who=self.who, label=label, kind=kind, target=target)
        self.engine.run("INSERT OR REPLACE INTO devices (device, highest) VALUES (?, ?)", (self._device, work.stamp))
        reindexing.rename_in_cases(self.engine, [row_id for table, row_id in work.notes if table == "terms"])

    # -- typing that is not an edit yet

    def keep_draft(self, form: str, value: Any) -> None:
        """Keep the typing of a form, so that a crash loses nothing."""
        with self.turn:
            self.engine.check_place()
            drafts.keep(self.engine, form, value, _as_text(self._now()))

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

    def copy_to(self, folder: Path, step: Callable[[int, int], None] | None = None) -> backup.SafeCopy:
        """Make a copy that was opened and checked; raises CaseFileError."""
        with self.turn:
            made = backup.make_copy(self.engine, folder, self._now(), step)
        self.edits_since_copy = 0
        return made


@contextmanager
def _closing(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    finally:
        engine.close()


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise FileMissing(f"There is no folder “{folder}” any more.", "Choose another folder.")


def _bring_up_to_date(engine: Engine, copies: Path, now: Now, device: str, who: str) -> None:
    verify.check_kind(engine)
    if not migrations.is_pending(engine):
        return
    backup.make_copy(engine, copies, now(), None)
    at = now()
    with speaking_plainly(engine.path), engine.db.atomic():
        migrations.migrate(engine)
        stamp = StampClock(device, history.highest_stamp(engine)).tick(int(at.timestamp() * 1000))
        label = "Bring the file up to date"
        history.write_wall(engine, history.MIGRATION, stamp=stamp, at=_as_text(at), who=who, label=label)


def _as_text(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
