# SPDX-License-Identifier: GPL-3.0-or-later
"""Safe copies: made through SQLite's own copying, then opened, checked and counted before anybody relies on them.

A copy is named by the time in UTC and a running number, so that a wrong clock cannot hide the newest.
It opens with the same passphrase or recovery sheet as the file. Thinning keeps everything of the last two
days, then one a day for 12 days, one a week for 10 weeks, one a month for 9 months (after Anki's scheme).
"""

import json
import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from . import verify
from .engine import Engine, empty_file, salt_of, speaking_plainly
from .errors import CaseFileError, DiskFull, FolderReadOnly
from .keys import FileKey, key_from_passphrase

Step = Callable[[int, int], None]
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6}Z)-(\d{6})\.amnesty")
_TIME = "%Y-%m-%dT%H%M%SZ"
_UNCHECKED = ".unchecked"
_PAGES_A_STEP = 2_000
_ROOM_TO_SPARE = 50_000_000
_ALL_FOR = timedelta(days=2)
_LONGEST_GAP = timedelta(days=62)
_ALWAYS_KEPT = 10
_MOST_REMOVED = 3
_KEPT = ((timedelta(days=1), 12), (timedelta(days=7), 10), (timedelta(days=30), 9))


@dataclass(frozen=True, slots=True)
class SafeCopy:
    """One copy in a folder: when it was made (UTC), its number, and what was counted in it when it was checked."""

    path: Path
    at: datetime
    number: int
    cases: int | None = None
    letters: int | None = None


def make_copy(engine: Engine, folder: Path, now: datetime, step: Step | None) -> SafeCopy:
    """Copy an open file into a folder and check the copy; an unchecked copy is never left behind.

    step(done, total) may raise to give up. Raises CaseFileError with its sentence.
    """
    number = max((copy.number for copy in copies_in(folder)), default=0) + 1
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        free = shutil.disk_usage(folder).free
    except OSError as trouble:
        raise _unwritable(folder) from trouble
    pages, page_size = int(engine.value("PRAGMA page_count")), int(engine.value("PRAGMA page_size"))
    if free < 2 * pages * page_size + _ROOM_TO_SPARE:
        raise DiskFull("There is no room left for a safe copy.", "Make some room, then try once more.")
    at = now.astimezone(UTC).replace(microsecond=0)
    target = folder / f"{at.strftime(_TIME)}-{number:06}.amnesty"
    unchecked = target.with_suffix(_UNCHECKED)
    _remove_unchecked(folder)
    try:
        _copy_pages(engine, unchecked, step)
        found = verify.check_copy(unchecked, engine.key)
        os.replace(unchecked, target)
        sync_folder(folder)
    except OSError as trouble:
        raise _unwritable(folder) from trouble
    finally:
        _remove_unchecked(folder)
    # The copy is good without its counts, so nothing that goes wrong with them matters.
    with suppress(OSError, CaseFileError):
        _write_counts(target, found)
    return SafeCopy(target, at, number, found.cases, found.letters)


def copies_in(folder: Path) -> list[SafeCopy]:
    """The safe copies in a folder, newest first; other files are passed over."""
    found = []
    for path in folder.glob("*.amnesty"):
        name = _NAME.fullmatch(path.name)
        if name:
            at = datetime.strptime(name[1], _TIME).replace(tzinfo=UTC)
            found.append(SafeCopy(path, at, int(name[2]), *_counts(path)))
    return sorted(found, key=lambda copy: copy.number, reverse=True)


def thin(folder: Path) -> list[Path]:
    """Remove copies that newer ones make needless; returns what went.

    The newest ten always stay, and no more than three go at once: a clock that is wrong today, or a mistake
    of ours, then costs little before somebody notices.
    """
    copies = copies_in(folder)
    stay = {copy.path for copy in to_keep(copies)} | {copy.path for copy in copies[:_ALWAYS_KEPT]}
    gone = [copy.path for copy in copies if copy.path not in stay][-_MOST_REMOVED:]
    for path in gone:
        path.unlink(missing_ok=True)
        path.with_suffix(".json").unlink(missing_ok=True)
    return gone


def to_keep(copies: list[SafeCopy]) -> list[SafeCopy]:
    """Which of the copies, newest first, the scheme keeps."""
    if not copies:
        return []
    ages = _ages(copies)
    kept = {copy.path for copy, age in zip(copies, ages, strict=True) if age <= _ALL_FOR}
    for length, count in _KEPT:
        # The oldest of each span stays: were it the newest, no copy would live to reach the next span.
        oldest = {age // length: copy.path for copy, age in zip(copies, ages, strict=True)}
        kept |= {path for span, path in oldest.items() if span <= count}
    return [copy for copy in copies if copy.path in kept]


def _ages(copies: list[SafeCopy]) -> list[timedelta]:
    """How much older than the newest each copy is.

    A gap in which time ran backwards, or so long that the scheme itself leaves none like it, counts for nothing:
    a clock that was years wrong for an evening makes no copy look old, and a long holiday makes them look younger.
    """
    ages = [timedelta()]
    for newer, older in pairwise(copies):
        gap = newer.at - older.at
        ages.append(ages[-1] + (gap if timedelta() <= gap <= _LONGEST_GAP else timedelta()))
    return ages


def check(copy: Path, key: FileKey | None) -> None:
    """Open and check a copy; raises CaseFileError when it cannot be relied on."""
    verify.check_copy(copy, key)


def key_for(copy: Path, key: FileKey | str | None) -> FileKey | None:
    """The finished key for a copy, from a passphrase or a key; None for a copy without passphrase."""
    salt = salt_of(copy)
    if salt is None or key is None:
        return None
    return key_from_passphrase(key, salt) if isinstance(key, str) else key


def put_unopened(copy: Path, path: Path) -> None:
    """Put a copy where no file is, all or nothing; it is checked when it is opened. Raises CaseFileError."""
    salt_of(copy)
    fresh = path.with_name(f".{path.name}.fresh")
    try:
        shutil.copyfile(copy, fresh)
        os.replace(fresh, path)
    except OSError as trouble:
        raise CaseFileError(f"“{path.name}” could not be written.", "Make room, and try again.") from trouble
    finally:
        fresh.unlink(missing_ok=True)


def put_in_place(copy: Path, path: Path, key: FileKey | None) -> None:
    """Let a checked copy take the place of a closed case file, all or nothing.

    Raises CaseFileError; the file in place is then as it was. The copy itself stays where it is.
    """
    verify.check_copy(copy, key)
    fresh = path.with_name(f".{path.name}.fresh")
    try:
        fresh.unlink(missing_ok=True)
        empty_file(fresh)
        shutil.copyfile(copy, fresh)
        with fresh.open("rb+") as stream:
            os.fsync(stream.fileno())
        verify.check_copy(fresh, key)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        os.replace(fresh, path)
        sync_folder(path.parent)
    except OSError as trouble:
        raise CaseFileError(
            f"The copy could not be put in place of “{path.name}”.", "The file is as it was; make room and try again."
        ) from trouble
    finally:
        fresh.unlink(missing_ok=True)


def _copy_pages(engine: Engine, path: Path, step: Step | None) -> None:
    empty_file(path)
    target = Engine(path, engine.key)
    try:
        with speaking_plainly(path):
            told = None if step is None else lambda _status, left, total: step(total - left, total)
            engine.connection.backup(target.connection, pages=_PAGES_A_STEP, progress=told)
    finally:
        target.close()


def _remove_unchecked(folder: Path) -> None:
    """Clear away what a copy that was broken off has left."""
    for path in folder.glob(f"*{_UNCHECKED}*"):
        path.unlink(missing_ok=True)


def _unwritable(folder: Path) -> FolderReadOnly:
    return FolderReadOnly(
        f"The folder “{folder}” for safe copies cannot be written.", "Choose another folder for them."
    )


def _write_counts(copy: Path, found: verify.Verification) -> None:
    path = copy.with_suffix(".json")
    path.unlink(missing_ok=True)
    empty_file(path)
    path.write_text(json.dumps({"cases": found.cases, "letters": found.letters}), encoding="utf-8")


def _counts(path: Path) -> tuple[int | None, int | None]:
    try:
        words = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return int(words["cases"]), int(words["letters"])
    except (OSError, ValueError, KeyError, TypeError):
        return None, None


def sync_folder(folder: Path) -> None:
    """Make sure that a new name in a folder outlives a power cut."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
