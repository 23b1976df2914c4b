# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that were brought in, read one after the other away from the window; a bad one stops no other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ...domain.attachment import Attachment
from ...edits.arriving import ArrivingSheet, arriving
from ...edits.intake import Original
from ...intake.page_text import PageText, Unreadable
from ...intake.sheet.draft import SheetDraft
from ..desk import Desk
from ..jobs import Job, Step

MOST_AT_ONCE = 200
SCANNED = (
    "This file is a picture of a page: there is no text in it to read. Attach it to a case, and type what matters."
)
FROM_CLIPBOARD = "Text from the clipboard"
_STOPPED = "Reading was stopped. Bring the file in again to read it."


class State(StrEnum):
    """How far a file has come; the value stands in the list."""

    WAITING = "waiting"
    READING = "being read"
    READY = "to look over"
    UNREADABLE = "cannot be read"
    ADDED = "added"
    LEFT = "left out"


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What was read of one file, and what of it was accepted as facts so far, by id."""

    original: Original
    page: PageText
    draft: SheetDraft
    sheet: ArrivingSheet
    accepted: frozenset[str] = frozenset()


@dataclass(slots=True)
class Brought:
    """One file of the list. trouble is the sentence that says why it could not be read.

    path is where it lies; text from the clipboard lies nowhere.
    """

    name: str
    load: Callable[[], bytes]
    state: State = State.WAITING
    read: ReadSheet | None = None
    original: Original | None = None
    trouble: str = ""
    case_id: str = ""
    path: Path | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes in hex, empty before they are read."""
        return sha256(self.original.content).hexdigest() if self.original else ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide what becomes of it."""
        return self.state not in (State.ADDED, State.LEFT)


@dataclass(slots=True)
class _Outcome:
    """What a reading gave, whichever it was."""

    original: Original | None = None
    read: ReadSheet | None = None
    trouble: str = ""


@dataclass(slots=True)
class _Now:
    number: int = -1
    job: Job | None = field(default=None)


class Reading(QObject):
    """Signals: changed(number of the file) whenever its state changes."""

    changed = Signal(int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now = _Now()
        self._is_held = False
        self.files: list[Brought] = []

    def hold(self) -> None:
        """Begin nothing until go is called: a job that loads the rules for sheets makes the window slow beside it."""
        self._is_held = True

    def go(self) -> None:
        """Read what waits."""
        self._is_held = False
        self._go_on()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Put files at the end of the list and read them."""
        for path in paths[:MOST_AT_ONCE]:
            self.files.append(Brought(path.name, partial(_content_of, path), path=path))
        self._go_on()

    def add_text(self, words: str) -> None:
        """Put text that was copied at the end of the list and read it."""
        content = words.encode("utf-8")
        self.files.append(Brought(FROM_CLIPBOARD, lambda: content))
        self._go_on()

    def stop(self) -> None:
        """Stop what is being read and what waits."""
        for number, brought in enumerate(self.files):
            if brought.state is State.WAITING:
                self._settle(number, State.UNREADABLE, _STOPPED)
        if self._now.job is not None:
            self._now.job.cancel()

    def open_again(self) -> None:
        """What was taken back by undo waits for a decision again."""
        file = self._desk.session.file
        for number, brought in enumerate(self.files):
            if brought.state is State.ADDED and not file.count(Attachment, digest=brought.digest):
                self._settle(number, State.UNREADABLE if brought.trouble else State.READY, brought.trouble)

    @property
    def is_under_way(self) -> bool:
        """Whether anything is being read, or will be as soon as the page for it is made."""
        return self._is_held or self._now.job is not None

    def _go_on(self) -> None:
        if self._is_held or self._now.job is not None or self._desk.session.is_locked:
            return
        waiting = (number for number, each in enumerate(self.files) if each.state is State.WAITING)
        number = next(waiting, -1)
        if number < 0:
            return
        brought = self.files[number]
        today = self._desk.session.today()

        def work(step: Step) -> _Outcome:
            return _read(brought, lambda: step(0, 0), lambda draft, page: arriving(draft, page, today))

        self._settle(number, State.READING)
        job = self._desk.jobs.start(
            f"Reading {brought.name}", work, done=lambda found: self._on_done(number, found), failed=_fail
        )
        self._now = _Now(number, job)
        job.ended.connect(lambda: self._on_ended(number))

    def _on_done(self, number: int, found: _Outcome) -> None:
        brought = self.files[number]
        brought.read, brought.original = found.read, found.original
        self._settle(number, State.UNREADABLE if found.trouble else State.READY, found.trouble)

    def _on_ended(self, number: int) -> None:
        self._now = _Now()
        if self.files[number].state is State.READING:
            self._settle(number, State.UNREADABLE, _STOPPED)
        self._go_on()
        self.changed.emit(number)

    def _settle(self, number: int, state: State, trouble: str = "") -> None:
        self.files[number].state, self.files[number].trouble = state, trouble
        self.changed.emit(number)


def _fail(error: Exception) -> None:
    """Whatever a file holds has its sentence by now, so this is an error of ours."""
    raise error


def _content_of(path: Path) -> bytes:
    from ...intake.sheet_file import content_of

    return content_of(path)


def _read(
    brought: Brought, wait: Callable[[], None], made: Callable[[SheetDraft, PageText], ArrivingSheet]
) -> _Outcome:
    """Read one file; in a thread of its own, the parsing itself in a process of its own."""
    # The rules for sheets take a fifth of a second to load, which is no time of the window's.
    from ...intake.sheet_file import sheet_in

    original: Original | None = None
    try:
        name = f"{FROM_CLIPBOARD}.txt" if brought.name == FROM_CLIPBOARD else brought.name
        original = Original(name, brought.load())
        found = sheet_in(name, original.content, wait=wait)
    except Unreadable as trouble:
        return _Outcome(original, None, str(trouble))
    if not found.page.text.strip():
        said = SCANNED if found.page.scanned_pages else " ".join(found.page.troubles) or "No text stands in this file."
        return _Outcome(original, None, said)
    return _Outcome(original, ReadSheet(original, found.page, found.draft, made(found.draft, found.page)))
