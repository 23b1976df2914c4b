# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window: it places the pages and connects them, and nothing else."""

import base64
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QStackedWidget, QTextEdit, QWidget

from ..store.changes import Changes
from .actions import Actions
from .desk import Desk, Wishes
from .doors import Doors
from .dropping import Dropping
from .earlier import Earlier
from .focus_ring import FocusRing
from .intake.choosing import Choosing
from .jobs import Jobs
from .look import Look, Scheme
from .opening import Opening
from .papers import Papers
from .preferences import Preferences
from .present_case import PresentCase
from .safe_copies import SafeCopies
from .search_upkeep import SearchUpkeep
from .session import Session
from .text_size import larger, smaller
from .workplace import Workplace

_SIZE = (1280, 800)
_SMALLEST = (640, 480)
_WITH_LETTERS = (
    *("export", "print_or_pdf", "print_letter", "copy_for_email", "around_letters", "petition"),
    *("mark_ready", "mark_sent", "record_reply", "bin_letter"),
)
"""Actions on the letters that are looked at."""
_VIEWS = ("today", "cases", "letters", "outcomes", "people", "reports")
_SCHEMES = {"like_system": Scheme.SYSTEM, "light": Scheme.LIGHT, "dark": Scheme.DARK}


class MainWindow(QMainWindow):
    """One window, one file: the welcome page, the workplace of an open file, or the locked page."""

    def __init__(self, look: Look, preferences: Preferences, opening: Opening, today: Callable[[], date]) -> None:
        super().__init__()
        self.look = look
        self.preferences = preferences
        self.today = today
        self.jobs = Jobs(self)
        self.workplace: Workplace | None = None
        self.safe_copies: SafeCopies | None = None
        self.menu = Actions(self)
        self.doors = Doors(self, look, preferences, opening, today)
        self.papers = Papers(self)
        self.present_case = PresentCase(self)
        self.earlier = Earlier(self)
        self.dropping = Dropping(self)
        self.choosing = Choosing(self)
        self._is_filled = False
        self._stack = QStackedWidget()
        self.setWindowTitle("Amnesty Desktop")
        self.setCentralWidget(self._stack)
        self.setMinimumSize(*_SMALLEST)
        self.ring = FocusRing(self, look)
        self._restore_size()
        self._connect()
        self.refresh_menu()

    # -- placing

    def show_page(self, page: QWidget) -> None:
        """Let a page fill the window; the one before goes away, unless it is the workplace."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None and before is not page:
            self._stack.removeWidget(before)
            before.deleteLater()
        self.refresh_menu()

    def show_workplace(self, session: Session) -> None:
        """Build the workplace around an open file."""
        desk = Desk(session, self.look, self.jobs, Wishes(self))
        self.safe_copies = SafeCopies(session, self.jobs, session)
        place = Workplace(desk, self.safe_copies)
        place.undo_requested.connect(self.undo)
        place.view_changed.connect(self.refresh_menu)
        desk.wishes.own_group_requested.connect(self.doors.show_welcome)
        desk.wishes.export_requested.connect(self.present_case.export)
        desk.wishes.sent_requested.connect(self.present_case.mark_sent)
        desk.wishes.reply_requested.connect(self.present_case.record_reply)
        desk.wishes.sheet_pasted.connect(self.choosing.clipboard)
        desk.wishes.compare_requested.connect(self.papers.compare)
        desk.wishes.menu_requested.connect(self.show_or_hide_menu)
        session.changed.connect(self.refresh_menu)
        self.workplace = place
        self.show_page(place)
        session.changed.connect(self._on_changed)
        self._keep_up_search(place)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        # A word of the lists may have been renamed that very many cases use.
        if self.workplace is not None and changes.touches("terms"):
            self._keep_up_search(self.workplace)

    def _keep_up_search(self, place: Workplace) -> None:
        """Get the search ready in idle parts, where it is not."""
        upkeep = SearchUpkeep(place.desk.session, place)
        if upkeep.is_needed:
            self.jobs.started.emit(upkeep.job)
            upkeep.begin()

    def drop_workplace(self) -> None:
        """The file is closed or locked: nothing of it stays in the window."""
        self.workplace = None
        self.safe_copies = None
        self.refresh_menu()

    def _restore_size(self) -> None:
        self.resize(*_SIZE)
        kept = self.preferences.now.geometry
        if kept:
            self.restoreGeometry(QByteArray(base64.b64decode(kept, validate=False)))

    def keep_size(self) -> None:
        """Remember where the window stood."""
        self.preferences.change(geometry=base64.b64encode(self.saveGeometry().data()).decode())

    # -- connecting

    def _connect(self) -> None:
        doors, papers, case, earlier = self.doors, self.papers, self.present_case, self.earlier
        wanted: dict[str, Callable[[], object]] = {
            "open_file": doors.ask_for_file,
            "start_group": doors.show_welcome,
            "open_sample": doors.open_sample,
            "bring_in": self.choosing.files,
            "bring_in_text": self.choosing.clipboard,
            "copy_now": earlier.copy_now,
            "bring_back": earlier.show_earlier_copies,
            "edit_group": papers.show_group,
            "edit_lists": papers.show_lists,
            "edit_words": papers.show_our_words,
            "passphrase": papers.show_passphrase,
            "addresses": papers.show_addresses,
            "lock": doors.lock,
            "quit": self.close,
            "undo": self.undo,
            "redo": self.redo,
            "find": lambda: self._ask_view("find_in_list"),
            "find_anything": papers.find_anything,
            "bin": papers.show_bin,
            "back": lambda: self._ask_view("back"),
            "larger": lambda: self.set_text_size(larger(self.look.text_size)),
            "smaller": lambda: self.set_text_size(smaller(self.look.text_size)),
            "usual_size": lambda: self.set_text_size(100),
            "new_case": partial(self._ask_workplace, "new_case"),
            "write": case.write,
            "record_outcome": case.record_outcome,
            "record_count": papers.record_count,
            "dossier": case.show_dossier,
            "close_case": case.close_or_reopen_case,
            "merge_case": papers.merge_case,
            "look_for_duplicates": papers.look_for_duplicates,
            "bin_case": case.bin_case,
            "export": lambda: self._ask_letters("export"),
            "print_or_pdf": lambda: self._ask_paper("print_or_pdf"),
            "print_letter": lambda: self._ask_letters("print_letters"),
            "print_pile": lambda: self._ask_paper("print_pile"),
            "around_letters": lambda: self._ask_paper("make_around"),
            "copy_for_email": lambda: self._ask_paper("copy_for_email"),
            "petition": lambda: self._ask_paper("make_petition"),
            "join_sheet": lambda: self._ask_paper("make_join_sheet"),
            "bring_in_spreadsheet": papers.bring_in_spreadsheet,
            "take_back": lambda: self._ask_paper("take_back"),
            "templates": lambda: self._ask_paper("show_templates"),
            "write_tonight": partial(self._ask_workplace, "write_tonight"),
            "mark_ready": lambda: self._ask_letters("mark_ready"),
            "mark_sent": lambda: self._ask_letters("mark_sent"),
            "record_reply": lambda: self._ask_letters("record_reply"),
            "bin_letter": lambda: self._ask_letters("bin"),
            "shortcuts": papers.show_shortcuts,
            "about_work": papers.show_about_work,
            "about": papers.show_about,
        }
        wanted |= {f"show_{name}": partial(self._ask_workplace, "show_view", name) for name in _VIEWS}
        wanted |= {name: partial(self.set_scheme, scheme) for name, scheme in _SCHEMES.items()}
        for name, act in wanted.items():
            self.menu[name].triggered.connect(partial(_without_state, act))

    def refresh_menu(self, *_: object) -> None:
        """Let the menu say what can be done now."""
        workplace = self.workplace
        self.menu.set_file_open(workplace is not None)
        file = None if workplace is None else workplace.desk.session.file
        undo = None if file is None else "Bring back copy" if file.replaced_by_restore else file.undo_label
        self.menu.name_undo(undo, None if file is None else file.redo_label)
        is_filled = workplace is not None and workplace.is_filled
        if is_filled is not self._is_filled:
            self._is_filled = is_filled
            self.menuBar().setVisible(not is_filled)
        on_letters = workplace is not None and workplace.rail.chosen == "letters" and not is_filled
        for name in _WITH_LETTERS:
            self.menu[name].setEnabled(on_letters)
        for name, scheme in _SCHEMES.items():
            self.menu[name].setChecked(self.look.scheme is scheme)

    def show_or_hide_menu(self) -> None:
        """Where a page fills the window, F10 shows the menu and goes into it, and once more puts it away."""
        bar = self.menuBar()
        bar.setVisible(not bar.isVisible() or not self._is_filled)
        if bar.isVisible() and bar.actions():
            bar.setFocus()
            bar.setActiveAction(bar.actions()[0])

    def _ask_workplace(self, what: str, *told: str) -> None:
        if self.workplace is not None:
            getattr(self.workplace, what)(*told)

    def _ask_view(self, what: str) -> None:
        ask = getattr(self.workplace.view, what, None) if self.workplace else None
        if ask is not None:
            ask()

    def _ask_letters(self, what: str) -> None:
        if self.workplace is not None:
            getattr(self.workplace.letters, what)()

    def _ask_paper(self, what: str) -> None:
        if self.workplace is not None:
            self.workplace.show_view("letters")
            getattr(self.workplace.letters.paper, what)()

    # -- undo: words being typed first, then the file

    def undo(self) -> None:
        """Take back typing while a text has the focus and has something to take back, else the last edit."""
        text = _text_with_focus()
        if text is not None and _can_undo(text):
            text.undo()
        elif self.workplace is not None and not self.earlier.undo_bring_back() and not self.workplace.long_undo.undo():
            self.workplace.desk.session.undo()
        self.refresh_menu()

    def redo(self) -> None:
        """Do again what undo took back."""
        text = _text_with_focus()
        if text is not None and _can_redo(text):
            text.redo()
        elif self.workplace is not None and not self.workplace.long_undo.redo():
            self.workplace.desk.session.redo()
        self.refresh_menu()

    # -- the look

    def set_text_size(self, per_cent: int) -> None:
        """Larger or smaller text, at once and remembered."""
        self.look.set_text_size(per_cent)
        self.preferences.change(text_scale=self.look.text_size)

    def set_scheme(self, scheme: Scheme) -> None:
        """Light, dark or like the system, at once and remembered."""
        self.look.set_scheme(scheme)
        self.preferences.change(theme=str(scheme))
        self.refresh_menu()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_size()
        if self.doors.close_file():
            event.accept()
        else:
            event.ignore()


def _without_state(act: Callable[[], object], _checked: bool = False) -> None:
    act()


def _text_with_focus() -> QLineEdit | QTextEdit | QPlainTextEdit | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) else None


def _can_undo(text: QLineEdit | QTextEdit | QPlainTextEdit) -> bool:
    return text.isUndoAvailable() if isinstance(text, QLineEdit) else text.document().isUndoAvailable()


def _can_redo(text: QLineEdit | QTextEdit | QPlainTextEdit) -> bool:
    return text.isRedoAvailable() if isinstance(text, QLineEdit) else text.document().isRedoAvailable()
