# SPDX-License-Identifier: GPL-3.0-or-later
"""The doors: how one comes to an open file and leaves it. Welcome, passphrase, lock, close."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from ..domain.group import Group
from ..edits import copies
from ..paths import data_folder
from ..store.case_file import CaseFile
from ..store.errors import CaseFileError
from .documents import opened_copies
from .forgetting import forget_what_was_read
from .idle import IdleWatch
from .intake.waiting import WaitingSheets
from .look import Look
from .opening import Opening
from .preferences import Preferences
from .session import Session

if TYPE_CHECKING:
    from .main_window import MainWindow

ChooseFile = Callable[[], str]
_WORDS = frozenset({"query", "guests"})
"""Parts of a place that may hold names."""


class Doors(QObject):
    """Opens, locks, unlocks and closes files for one window. choose_file can be exchanged in tests."""

    def __init__(
        self,
        window: "MainWindow",
        look: Look,
        preferences: Preferences,
        opening: Opening,
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._preferences = preferences
        self._opening = opening
        self._today = today
        self._place = json.loads(preferences.now.place or "{}")
        self._warned = False
        # Typing that a full disk took neither as an edit nor as a draft, until there is room again.
        self._unkept: dict[Path, dict[str, Any]] = {}
        self._sheets = WaitingSheets()
        self.session: Session | None = None
        self.choose_file: ChooseFile = self._choose_file

    # -- coming in

    def begin(self, path: Path | None) -> None:
        """At the start: the file that was asked for, else the one of last time, else the welcome page.

        When last time's file is gone the welcome page says so: it may lie on a stick that is not in.
        """
        opened_copies.clear()
        last = self._preferences.now.last_file
        wanted = path or (Path(last) if last else None)
        if wanted is None:
            self.show_welcome()
        else:
            self.open_path(wanted)

    def open_path(self, path: Path) -> None:
        """Open a file, or ask for its passphrase; trouble is said where one is, and the way to go on."""
        # Asked before anything else: looking into a file that is open would let go of its lock.
        if self._is_open(path):
            return
        try:
            if self._opening.needs_passphrase(path):
                self._close_present()
                self._show_locked(path)
                return
            self._enter(self._opening.open(path))
        except CaseFileError as trouble:
            self._say(trouble)

    def open_sample(self) -> None:
        """Open the sample group, made afresh when it is not there."""
        if self._opening.sample_path.exists():
            self.open_path(self._opening.sample_path)
            return
        try:
            self._enter(self._opening.create_sample())
        except CaseFileError as trouble:
            self._say(trouble)

    def _is_open(self, path: Path) -> bool:
        try:
            return self.session is not None and not self.session.is_locked and path.samefile(self.session.path)
        except OSError:
            return False

    def _say(self, trouble: CaseFileError) -> None:
        """Where a file is open it stays so."""
        if self._window.workplace is None:
            self.show_welcome(trouble)
        else:
            self._window.workplace.show_trouble(trouble)

    def ask_for_file(self) -> None:
        """Let a file be chosen and open it."""
        chosen = self.choose_file()
        if chosen:
            self.open_path(Path(chosen))

    def show_welcome(self, trouble: CaseFileError | None = None, group: Group | None = None) -> None:
        """Close what is open and show the first page, filled in with a group that was typed there before."""
        from .welcome.page import WelcomePage

        self._close_present()
        page = WelcomePage(self._look)
        page.start_requested.connect(self._start_group)
        page.sample_requested.connect(self.open_sample)
        page.open_requested.connect(self.ask_for_file)
        page.bring_back_requested.connect(self._window.earlier.bring_back_without_file)
        if isinstance(group, Group):
            page.fill(group)
        self._window.show_page(page)
        if isinstance(trouble, CaseFileError):
            page.show_trouble(trouble)

    def _start_group(self, group: Group) -> None:
        from .welcome.start import StartPage

        page = StartPage(self._look, group)
        page.created.connect(self.create)
        page.back_requested.connect(lambda: self.show_welcome(group=group))
        self._window.show_page(page)

    def create(self, group: Group, passphrase: str | None, path: Path) -> None:
        """Make the file of a new group and enter it."""
        try:
            self._enter(self._opening.create(path, group, passphrase))
        except CaseFileError as trouble:
            self.show_welcome(trouble, group)
            return
        self._window.papers.offer_recovery_sheet()

    def _enter(self, file: CaseFile) -> None:
        """Close the present file, and build the workplace around another that was just opened."""
        self._close_present()
        self.enter(file)

    def enter(self, file: CaseFile) -> None:
        """Build the workplace around a file that was just opened."""
        session = Session(file, self._preferences, today=self._today, parent=self)
        self.session = session
        self._warned = False
        self._preferences.change(last_file=str(file.path))
        session.empty_old_bin()
        self._unkept[file.path] = session.take_typing(self._unkept.pop(file.path, {}))
        found = session.bring_typing_back()
        self._build_workplace(session)
        if found is not None and found.rows and self._window.workplace is not None:
            self._window.workplace.tell("What was typed when the program stopped is back.", True)
        if self._window.workplace is not None:
            self._sheets.bring_back(self._window.workplace, file.path)
        if file.is_encrypted and self._preferences.now.idle_minutes:
            watch = IdleWatch(_application(), self._preferences.now.idle_minutes, session)
            watch.nobody_there.connect(self.lock)

    def exchange(self, file: CaseFile) -> None:
        """The open file was exchanged for another state of itself: everything is built anew around it."""
        if self.session is not None:
            if self._window.workplace is not None:
                self._sheets.remember(self._window.workplace, self.session.path)
            self.session.let_go()
            self.session.deleteLater()
        self._window.drop_workplace()
        self.enter(file)

    def open_copy(self, copy: Path) -> None:
        """Put a safe copy where a file may lie, beside the others, and open it."""
        path = data_folder() / f"Brought back {copy.stem}.amnesty"
        try:
            copies.put_copy(copy, path)
        except CaseFileError as trouble:
            self.show_welcome(trouble)
            return
        self.open_path(path)

    def _build_workplace(self, session: Session) -> None:
        self._window.show_workplace(session)
        workplace = self._window.workplace
        if workplace is not None:
            kept = self._place if self._place.get("file") == session.group.id else {}
            workplace.go_to(kept)

    # -- lock and unlock

    def lock(self) -> None:
        """Close the file behind the locked page; typing is kept first."""
        workplace, session = self._window.workplace, self.session
        if workplace is None or session is None:
            return
        if not session.is_encrypted:
            workplace.tell(
                "This file has no passphrase, so there is nothing to lock. Set one under File, Passphrase.", False
            )
            return
        path = session.path
        self._close_present()
        self._show_locked(path)

    def _show_locked(self, path: Path) -> None:
        from .locked import LockedPage

        page = LockedPage(self._look)

        def enter(opened: Callable[[], CaseFile]) -> None:
            try:
                file = opened()
            except CaseFileError as trouble:
                page.show_trouble(trouble)
                return
            self.enter(file)

        page.unlock_requested.connect(lambda words: enter(lambda: self._opening.open(path, words)))
        page.recovery_requested.connect(lambda typed: enter(lambda: self._opening.open_with_recovery(path, typed)))
        page.leave_requested.connect(self.show_welcome)
        self._window.show_page(page)

    # -- leaving

    def close_file(self) -> bool:
        """Settle, copy and close before the window goes; False when something should be read first."""
        trouble = self._trouble_at_close()
        if trouble is not None and self._window.workplace is not None and not self._warned:
            self._warned = True
            self._window.workplace.show_trouble(trouble)
            return False
        self._close_present(copy=False)
        return True

    def _trouble_at_close(self) -> CaseFileError | None:
        safe_copies, session = self._window.safe_copies, self.session
        if safe_copies is None or session is None:
            return None
        self._window.jobs.finish()
        if not session.settle():
            return CaseFileError(
                "The disk does not take what was typed last.",
                "Make some room, or put the stick back in. Closing once more leaves without it.",
            )
        if self._window.workplace is not None and (waiting := self._window.workplace.sheets_waiting).number:
            return CaseFileError(
                waiting.question, "They wait under File, “Bring in a sheet…”. Closing once more leaves them out."
            )
        return safe_copies.make_at_close()

    def _close_present(self, *, copy: bool = True) -> None:
        if self.session is None:
            return
        self._window.papers.leave()
        self._window.jobs.finish()
        session, workplace = self.session, self._window.workplace
        if workplace is not None:
            self.remember_place()
            self._sheets.remember(workplace, session.path)
            if copy and self._window.safe_copies is not None:
                self._window.safe_copies.make_at_close()
        self._unkept[session.path] = session.close()
        opened_copies.clear()
        self._window.drop_workplace()
        session.deleteLater()
        self.session = None
        forget_what_was_read()

    def remember_place(self) -> None:
        """Know where one is, to return there; of what was searched for nothing is written down."""
        workplace, session = self._window.workplace, self.session
        if workplace is None or session is None or session.is_locked:
            return
        self._place = workplace.place() | {"file": session.group.id}
        self._preferences.change(place=json.dumps(_without_words(self._place)))

    def _choose_file(self) -> str:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Open a group's file", str(data_folder()), "Group's files (*.amnesty);;All files (*)"
        )
        return chosen


def _without_words(place: Any) -> Any:
    """A place without what was typed into a search, and without guests: preferences hold no names."""
    if isinstance(place, dict):
        return {name: _without_words(value) for name, value in place.items() if name not in _WORDS}
    return place


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
