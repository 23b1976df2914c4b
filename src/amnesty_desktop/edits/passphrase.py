# SPDX-License-Identifier: GPL-3.0-or-later
"""A first passphrase for a file, another one, or none any more: prepared aside, exchanged in a moment."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..store import backup, rekey
from ..store.case_file import CaseFile, Now
from ..store.errors import CaseFileError
from ..store.keys import FileKey, key_from_passphrase

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A finished file under another key, waiting beside the open one; copy is a safe copy with what it was made of."""

    fresh: Path
    copy: Path
    old: FileKey | None
    new: FileKey | None

    def throw_away(self) -> None:
        """Leave everything as it is after all."""
        with suppress(OSError):
            self.fresh.unlink(missing_ok=True)


def prepare(file: CaseFile, passphrase: str | None, folder: Path, step: Step | None = None) -> Prepared:
    """Write the file anew under a passphrase, or None for without one; the open file is only read.

    A safe copy into folder comes first, and the new file is made of that. step may raise to give up.
    Takes a second or so for 100 MB; may run in a worker. Raises CaseFileError.
    """
    new = key_from_passphrase(passphrase) if passphrase else None
    copy = file.copy_to(folder, step).path
    fresh = file.path.with_name(f".{file.path.name}.fresh")
    rekey.write_under_key(copy, file.key, fresh, new)
    prepared = Prepared(fresh, copy, file.key, new)
    if step is not None:
        try:
            step(1, 1)
        except BaseException:
            # Nobody is there any more who would take it.
            prepared.throw_away()
            raise
    return prepared


def exchange(file: CaseFile, prepared: Prepared, folder: Path, *, device: str, now: Now) -> CaseFile:
    """Exchange the open file for the prepared one; returns it opened anew.

    Raises CaseFileError; then the file is as it was and still open, and the prepared one is gone.
    """
    if file.edits_since_copy:
        prepared.throw_away()
        raise CaseFileError(
            "Something was changed while the file was written anew, so the passphrase is as it was.", "Try once more."
        )
    path = file.path
    file.close()
    try:
        rekey.take_place(prepared.fresh, path)
        try:
            return CaseFile.open(path, prepared.new, device=device, who=file.who, now=now, copies=folder)
        except CaseFileError:
            backup.put_in_place(prepared.copy, path, prepared.old)
            raise
    except CaseFileError:
        prepared.throw_away()
        file.reopen()
        raise


def let_copies_follow(prepared: Prepared, folder: Path, step: Step | None = None) -> int:
    """Bring the safe copies under the file's new key, so that they can be brought back and the old one opens none.

    Returns how many older copies could not follow. To be called after exchange; may run in a worker.
    """
    return rekey.rekey_copies(folder, prepared.old, prepared.new, step)
