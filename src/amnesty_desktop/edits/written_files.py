# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing exported documents into a folder: each whole or not at all, and never over somebody else's file."""

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from itertools import count
from pathlib import Path

from ..documents.as_exported import is_as_exported
from ..documents.template_limits import LARGEST_FILE
from ..store.backup import sync_folder
from ..store.errors import CaseFileError, DiskFull, FileMissing, FolderReadOnly

UNFINISHED = ".docx.part"
"""The end of the name of a file that is not finished; one that was left behind is cleared away next time."""
_WAITS = (0.1, 0.2, 0.3, 0.4)
"""Seconds between attempts to replace a file that another program holds for a moment; one second in all."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be written. is_only_one says that it may take the place of its own earlier state.

    What somebody has changed in Word since never gives way, nor does a file that is none of ours, unless is_chosen says
    that the user picked this very name and was asked.
    """

    name: str
    content: bytes
    is_only_one: bool = True
    is_chosen: bool = False


Step = Callable[[int, int], None]
"""Told (done, total) on the way; raises when the work shall stop."""


def no_step(_done: int, _total: int) -> None:
    """For work nobody watches."""


def write_documents(
    documents: Sequence[Document], folder: Path, *, wait: Callable[[float], None] = time.sleep, step: Step = no_step
) -> list[Path]:
    """Write documents into a folder that is there; returns where each went.

    A file that Word holds open or has changed stays as it is, and the new one goes beside it as "name (2)". Raises
    CaseFileError with its sentence; what was written before it stays, complete.
    """
    if not folder.is_dir():
        raise FileMissing(f"There is no folder “{folder}” any more.", "Choose another folder for the letters.")
    try:
        for left in folder.glob(f".*{UNFINISHED}"):
            left.unlink(missing_ok=True)
        written = []
        for number, document in enumerate(documents):
            step(number, len(documents))
            written.append(_written(document, folder, wait))
        sync_folder(folder)
    except OSError as trouble:
        raise _plainly(trouble, folder) from trouble
    return written


def changed_in_word(documents: Sequence[Document], folder: Path) -> list[Path]:
    """The files in a folder that documents would replace, were they not changed since, or somebody else's."""
    targets = (folder / document.name for document in documents if document.is_only_one)
    return [target for target in targets if target.exists() and not _is_as_exported(target)]


def _is_as_exported(target: Path) -> bool:
    try:
        with target.open("rb") as stream:
            return is_as_exported(stream.read(LARGEST_FILE + 1))
    except OSError:
        return False


def _plainly(trouble: OSError, folder: Path) -> CaseFileError:
    if trouble.errno in (ENOSPC, EDQUOT):
        return DiskFull("There is no room left on the disk for the letters.", "Make some room, then export again.")
    return FolderReadOnly(f"Nothing can be written into the folder “{folder}”.", "Choose another folder.")


def _written(document: Document, folder: Path, wait: Callable[[float], None]) -> Path:
    target = folder / document.name
    fresh = folder / f".{target.stem}{UNFINISHED}"
    may_replace = document.is_chosen or (document.is_only_one and _is_as_exported(target))
    if target.exists() and not may_replace:
        target = _free_name(target)
    try:
        with fresh.open("wb") as stream:
            stream.write(document.content)
            stream.flush()
            os.fsync(stream.fileno())
        return _put(fresh, target, wait)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _put(fresh: Path, target: Path, wait: Callable[[float], None]) -> Path:
    """Let the finished file take its name; if another program holds a file of that name, one beside it."""
    for pause in _WAITS:
        try:
            os.replace(fresh, target)
            return target
        except PermissionError:
            if not target.exists():
                raise
            wait(pause)
    beside = _free_name(target)
    os.replace(fresh, beside)
    return beside


def _free_name(target: Path) -> Path:
    """The first of "name (2)", "name (3)" that no file has yet."""
    names = (target.with_stem(f"{target.stem} ({number})") for number in count(2))
    return next(name for name in names if not name.exists())
