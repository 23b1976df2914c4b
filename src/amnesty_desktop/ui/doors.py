# SPDX-License-Identifier: GPL-3.0-or-later
"""The doors: how one comes to an open file and leaves it. Welcome, passphrase, lock, close."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from ..domain.group import Group
from ..edits import copies
from ..paths import data_folder
from ..store.case_file import CaseFile
from ..store.errors import CaseFileError
from .idle import IdleWatch
from .look import Look
from .opening import Opening
from .preferences import Preferences
from .session import Session

if TYPE_CHECKING:
    from .main_window import MainWindow

ChooseFile = Callable[[], str]


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
        self.session: Session | None = None
        self.choose_file: ChooseFile = self._choose_file

    # -- coming in

    def begin(self, path: Path | None) -> None:
        """At the start: the file that was asked for, else the one of last time, else the welcome page."""
        last = Path(self._preferences.now.last_file) if self._preferences.now.last_file else None
        wanted = path or (last if last and last.exists() else None)
        if wanted is None:
            self.show_welcome()
        else:
            self.open_path(wanted)

    def open_path(self, path: Path) -> None:
        """Open a file, or ask for its passphrase; on trouble the welcome page says what and how to go on."""
        try:
            if self._opening.needs_passphrase(path):
                self._close_present()
                self._show_locked(path)
                return
            self._enter(lambda: self._opening.open(path))
        except CaseFileError as trouble:
            self.show_welcome(trouble)

    def open_sample(self) -> None:
        """Open the sample group."""
        try:
            self._enter(self._opening.open_sample)
        except CaseFileError as trouble:
            self.show_welcome(trouble)

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
            self._enter(lambda: self._opening.create(path, group, passphrase))
        except CaseFileError as trouble:
            self.show_welcome(trouble, group)
            return
        self._window.papers.offer_recovery_sheet()

    def _enter(self, opened: Callable[[], CaseFile]) -> None:
        """Close the present file, open another, and build the workplace around it."""
        self._close_present()
        self.enter(opened())

    def enter(self, file: CaseFile) -> None:
        """Build the workplace around a file that was just opened."""
        session = Session(file, self._preferences, today=self._today, parent=self)
        self.session = session
        self._preferences.change(last_file=str(file.path))
        session.empty_old_bin()
        found = session.bring_typing_back()
        self._build_workplace(session)
        if found is not None and found.rows and self._window.workplace is not None:
            self._window.workplace.tell("What was typed when the program stopped is back.", True)
        if file.is_encrypted and self._preferences.now.idle_minutes:
            watch = IdleWatch(_application(), self._preferences.now.idle_minutes, session)
            watch.nobody_there.connect(self.lock)

    def exchange(self, file: CaseFile) -> None:
        """The open file was exchanged for another state of itself: everything is built anew around it."""
        self._remember_place()
        if self.session is not None:
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
        copies = self._window.safe_copies
        trouble = copies.make_at_close() if copies is not None else None
        if trouble is not None and self._window.workplace is not None and not self._warned:
            self._warned = True
            self._window.workplace.show_trouble(trouble)
            return False
        self._close_present(copy=False)
        return True

    _warned = False

    def _close_present(self, *, copy: bool = True) -> None:
        workplace, session = self._window.workplace, self.session
        if session is None:
            return
        self._window.papers.leave()
        self._window.jobs.finish()
        if workplace is not None:
            self._remember_place()
            if copy and self._window.safe_copies is not None:
                self._window.safe_copies.make_at_close()
        session.close()
        self._window.drop_workplace()
        session.deleteLater()
        self.session = None

    def _remember_place(self) -> None:
        workplace, session = self._window.workplace, self.session
        if workplace is None or session is None or session.is_locked:
            return
        self._place = workplace.place() | {"file": session.group.id}
        self._preferences.change(place=json.dumps(self._place))

    def _choose_file(self) -> str:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Open a group's file", str(data_folder()), "Group's files (*.amnesty);;All files (*)"
        )
        return chosen


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
