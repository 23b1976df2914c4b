# SPDX-License-Identifier: GPL-3.0-or-later
"""Safe copies: made at every close and every half hour of change, and brought back when something went wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ..store import backup
from ..store.backup import SafeCopy
from ..store.case_file import CaseFile, Now
from ..store.errors import CaseFileError
from ..store.keys import FileKey

Step = Callable[[int, int], None]


def make(file: CaseFile, folder: Path, step: Step | None = None) -> SafeCopy:
    """Make a copy that was opened and checked, then thin the older ones."""
    made = file.copy_to(folder, step)
    backup.thin(folder)
    return made


def newest(folder: Path) -> SafeCopy | None:
    """The newest copy in a folder."""
    found = backup.copies_in(folder)
    return found[0] if found else None


def bring_back(file: CaseFile, copy: Path, folder: Path, *, device: str, now: Now, label: str) -> CaseFile:
    """Exchange an open file for an earlier copy; returns the file opened anew.

    What was there is first kept as a copy in folder, so that this too can be undone.
    Raises CaseFileError; then the file is as it was and still open.
    """
    before = file.copy_to(folder)
    path, key = file.path, file.key
    backup.check(copy, key)
    file.close()
    try:
        backup.put_in_place(copy, path, key)
        try:
            opened = CaseFile.open(path, key, device=device, who=file.who, now=now, copies=folder)
            with _closed_on_trouble(opened):
                opened.note_restore(label, before.path.name)
        except CaseFileError:
            backup.put_in_place(before.path, path, key)
            raise
    except CaseFileError:
        file.reopen()
        raise
    return opened


def undo_bring_back(file: CaseFile, folder: Path, *, device: str, now: Now) -> CaseFile | None:
    """Bring back what was there before a copy was brought back; None when that is not the last thing done."""
    name = file.replaced_by_restore
    if not name or not (folder / name).is_file():
        return None
    return bring_back(file, folder / name, folder, device=device, now=now, label="Undo bring back copy")


def put_copy(copy: Path, path: Path) -> None:
    """Put a copy where no file is, without opening it; it is checked when it is opened."""
    if path.exists():
        raise CaseFileError(f"There is a file “{path.name}” already.", "Open that one, or rename it first.")
    backup.put_unopened(copy, path)


def restore(
    copy: Path, path: Path, key: FileKey | str | None, *, device: str, who: str, now: Callable[[], datetime]
) -> None:
    """Put a copy where no file is (the command line's restore); raises CaseFileError when there is one."""
    if path.exists():
        raise CaseFileError(f"There is a file “{path.name}” already.", "Choose another name; it was not touched.")
    backup.put_in_place(copy, path, backup.key_for(copy, key))
    opened = CaseFile.open(path, key, device=device, who=who, now=now)
    with _closed_on_trouble(opened):
        opened.note_restore(f"Bring back {copy.name}", "")
    opened.close()


@contextmanager
def _closed_on_trouble(file: CaseFile) -> Iterator[None]:
    try:
        yield
    except BaseException:
        file.close()
        raise
