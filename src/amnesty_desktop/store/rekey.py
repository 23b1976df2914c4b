# SPDX-License-Identifier: GPL-3.0-or-later
"""Another passphrase, a first one, or none: everything is written out under the new key into a fresh file.

One way for all changes: SQLCipher's own export, from a closed and checked copy into a file beside it, which is
opened, checked and counted before it takes any place. Changing a key page by page (PRAGMA rekey) would rewrite the
only file there is, and cannot turn a plain file into a locked one.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from . import verify
from .backup import copies_in, sync_folder
from .engine import APPLICATION_ID, Engine, empty_file, salt_of, speaking_plainly
from .errors import CaseFileError, DamagedFile, DiskFull, FileMissing, PassphraseNeeded, WrongPassphrase
from .keys import FileKey

Step = Callable[[int, int], None]
_ROOM_TO_SPARE = 50_000_000
_UNFINISHED = ".unfinished"


def write_under_key(source: Path, old: FileKey | None, fresh: Path, new: FileKey | None) -> None:
    """Write all of a closed file into a fresh one that opens with new alone; None means without a passphrase.

    Raises CaseFileError; then no fresh file is left, and source is as it was in any case.
    """
    _check_room(source, fresh.parent)
    held = verify.check_copy(source, old)
    _remove(fresh)
    try:
        empty_file(fresh)
        engine = Engine(fresh, new)
        try:
            with speaking_plainly(fresh):
                _export(engine, source, old if salt_of(source) is not None else None)
        finally:
            engine.close()
        _check(fresh, new, held, _rows(source, old))
    except BaseException:
        _remove(fresh)
        raise


def take_place(fresh: Path, path: Path) -> None:
    """Let a finished file take the place of a closed one, at once or not at all; raises CaseFileError."""
    try:
        with fresh.open("rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(fresh, path)
        sync_folder(path.parent)
    except OSError as trouble:
        raise CaseFileError(
            f"“{path.name}” could not be exchanged for the newly locked file.",
            "It is as it was. See that no other program looks at it, and try again.",
        ) from trouble


def rekey_copies(folder: Path, old: FileKey | None, new: FileKey | None, step: Step | None = None) -> int:
    """Let the safe copies in a folder follow their file to its new key; returns how many could not.

    Those without a passphrase and those that open with old are rewritten, each all or nothing, under the
    same name. Copies under some earlier key stay as they are.
    """
    for unfinished in folder.glob(f"*{_UNFINISHED}*"):
        unfinished.unlink(missing_ok=True)
    copies, left = copies_in(folder), 0
    for number, copy in enumerate(copies):
        if step is not None:
            step(number, len(copies))
        left += not _follow(copy.path, old, new)
    return left


def _follow(copy: Path, old: FileKey | None, new: FileKey | None) -> bool:
    """Rewrite one copy; whether it opens with the new key now. One that was thinned away meanwhile counts as such."""
    fresh = copy.with_suffix(_UNFINISHED)
    try:
        write_under_key(copy, old, fresh, new)
        take_place(fresh, copy)
    except (WrongPassphrase, PassphraseNeeded):
        return _opens(copy, new)
    except FileMissing:
        return True
    except CaseFileError:
        return False
    finally:
        _remove(fresh)
    return True


def _export(engine: Engine, source: Path, old: FileKey | None) -> None:
    run = engine.connection.execute
    key = "''" if old is None else f'"{old.pragma}"'
    # Bound, since a path may hold quotes; the key is hex and has to be written out.
    run(f"ATTACH DATABASE ? AS source KEY {key}", (f"{source.absolute().as_uri()}?mode=ro",))
    try:
        run("SELECT sqlcipher_export('main', 'source')")
        # Not part of what SQLCipher exports.
        run(f"PRAGMA main.application_id = {APPLICATION_ID}")
        run(f"PRAGMA main.user_version = {run('PRAGMA source.user_version').fetchone()[0]}")
    finally:
        run("DETACH DATABASE source")


def _check(fresh: Path, new: FileKey | None, held: verify.Verification, rows: dict[str, int]) -> None:
    """Raise DamagedFile unless the fresh file is sound, locked as wanted, and holds as much as its source."""
    is_as_wanted = (salt_of(fresh) is None) == (new is None)
    if not is_as_wanted or verify.check_copy(fresh, new) != held or _rows(fresh, new) != rows:
        raise DamagedFile(
            "The file written anew was not the same as the old one, so it was thrown away.",
            "Your file is as it was; try again.",
        )


def _rows(path: Path, key: FileKey | None) -> dict[str, int]:
    """How many rows each table holds, the tables of the index included."""
    engine = Engine(path, key if salt_of(path) is not None else None, read_only=True)
    try:
        tables = engine.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
        return {name: int(engine.value(f'SELECT count(*) FROM "{name}"')) for (name,) in tables}
    finally:
        engine.close()


def _opens(path: Path, key: FileKey | None) -> bool:
    """Whether a copy opens with a key already, as after a change that was broken off halfway."""
    with suppress(CaseFileError):
        Engine(path, key, read_only=True).close()
        return True
    return False


def _check_room(source: Path, folder: Path) -> None:
    try:
        needed, free = source.stat().st_size, shutil.disk_usage(folder).free
    except OSError as trouble:
        raise CaseFileError(
            f"The folder “{folder}” cannot be read.", "Put the stick back in, or try again."
        ) from trouble
    if free < 2 * needed + _ROOM_TO_SPARE:
        raise DiskFull("There is no room left to write the file anew.", "Make some room, then try once more.")


def _remove(fresh: Path) -> None:
    for path in (fresh, fresh.with_name(f"{fresh.name}-journal")):
        path.unlink(missing_ok=True)
