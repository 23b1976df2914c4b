# SPDX-License-Identifier: GPL-3.0-or-later
"""The workplace: rail, views and bars around one open file. It places and connects, no more."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..store.changes import Changes
from ..store.errors import CaseFileError
from .desk import Desk
from .errands import Errands
from .icons import IconName
from .jobs import Job
from .long_undo import LongUndo
from .safe_copies import SafeCopies
from .views import Views
from .widgets.bars import ErrorBar, UndoBar
from .widgets.foot import Foot
from .widgets.rail import Rail

_ENTRIES = (
    ("today", "Today", IconName.TODAY),
    ("cases", "Cases", IconName.CASES),
    ("letters", "Letters", IconName.LETTERS),
    ("outcomes", "Outcomes", IconName.OUTCOMES),
    ("people", "People", IconName.PEOPLE),
    ("reports", "Reports", IconName.REPORTS),
)


class Workplace(Views):
    """Everything that is seen of one open file. Signals: undo_requested(), view_changed(name)."""

    undo_requested = Signal()
    view_changed = Signal(str)

    def __init__(self, desk: Desk, safe_copies: SafeCopies, parent: QWidget | None = None) -> None:
        super().__init__(desk, safe_copies, parent)
        self.rail = Rail(desk.look)
        self.trouble = ErrorBar(desk.look)
        self.long_undo = LongUndo(desk.session, desk.jobs, desk.look, self)
        self.undo_bar = UndoBar(desk.look, "Ctrl+Z")
        self._place_parts()
        self._connect()
        self._errands = Errands(self)

    def _place_parts(self) -> None:
        for name, word, icon in _ENTRIES:
            self.rail.add(name, word, icon)
        self.rail.set_foot("Sample group" if self.desk.session.group.sample else self.desk.session.group.name)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.trouble, self._stack, self.undo_bar):
            column.addWidget(part, 1 if part is self._stack else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        session, wishes = self.desk.session, self.desk.wishes
        self.rail.entry_chosen.connect(self._show_view)
        self.rail.entry_pressed.connect(self.show_view)
        self.undo_bar.undo_requested.connect(self.undo_requested)
        self.trouble.mend_requested.connect(self.trouble.clear)
        session.trouble.connect(self.show_trouble)
        session.saved.connect(self._on_saved)
        session.changed.connect(self._on_changed)
        self.desk.jobs.started.connect(self._on_job_started)
        wishes.case_requested.connect(self.open_case)
        wishes.letter_requested.connect(self.open_letter)
        wishes.write_requested.connect(self.write)
        wishes.outcome_requested.connect(self.record_outcome)
        wishes.new_case_requested.connect(self.new_case)
        wishes.tonight_requested.connect(self.write_tonight)
        wishes.tonight_left.connect(self.leave_tonight)
        wishes.told.connect(self.tell)

    # -- going about

    @property
    def view(self) -> QWidget:
        """The view that is shown, as a widget."""
        shown = self._stack.currentWidget()
        apart = [self._built.get(name) for name in ("intake", "tonight")]
        view: QWidget = shown if shown is not None and shown in apart else getattr(self, self.rail.chosen)
        return view

    def show_view(self, name: str) -> None:
        """Show a view by its name."""
        self.rail.choose(name)
        if self._stack.currentWidget() is not getattr(self, name):
            self._show_view(name)

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Read sheets and show what becomes of them, before anything is kept."""
        self._show_intake()
        self.intake.bring_in(paths)

    def bring_in_text(self, words: str) -> None:
        """Read the text of a sheet that was copied."""
        self._show_intake()
        self.intake.bring_in_text(words)

    def _show_intake(self) -> None:
        self.desk.session.settle()
        if "intake" not in self._built:
            self.intake.finished.connect(self._leave_intake)
        # Cases themselves are made when somebody goes there: a sheet that is dropped on Today does not wait for them.
        self.rail.mark("cases")
        self.rail.show()
        self._stack.setCurrentWidget(self.intake)
        self.view_changed.emit("cases")

    def _leave_intake(self, case_id: str) -> None:
        self.show_view("cases")
        if case_id:
            self.open_case(case_id)

    def write_tonight(self) -> None:
        """Let Write tonight fill the window."""
        self._show_view("tonight")

    def leave_tonight(self) -> None:
        """Back to the view one came from."""
        if self.is_filled:
            self._show_view(self.rail.chosen)

    def open_case(self, case_id: str, tab: str = "") -> None:
        """Show one case."""
        self.show_view("cases")
        self.cases.open_case(case_id, tab)

    def new_case(self) -> None:
        """Begin a new case."""
        self.show_view("cases")
        self.cases.new_case()

    def open_letter(self, letter_id: str) -> None:
        """Show one letter on the writing desk."""
        self.show_view("letters")
        self.letters.open_letter(letter_id)

    def write(self, case_id: str, addressee_id: str = "") -> None:
        """Begin a letter for a case."""
        self.show_view("letters")
        self.letters.write(case_id, addressee_id)

    def current_case_id(self) -> str:
        """The case that is being looked at, empty without one."""
        asked = getattr(self.view, "current_case_id", None)
        return (asked() if asked is not None else None) or ""

    def place(self) -> dict[str, Any]:
        """Where one is, as JSON, so that unlocking or the next start returns there."""
        inner = {name: view.place() for name, view in self._built.items() if hasattr(view, "place")}
        return {"view": "tonight" if self.is_filled else self.rail.chosen, "views": self._places | inner}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a place; what is there no more is passed over. Views not built yet go there when they are."""
        self._places = dict(place.get("views", {}))
        for name in set(self._places) & set(self._built):
            view = self._built[name]
            if hasattr(view, "go_to"):
                view.go_to(self._places.pop(name))
        known = {name for name, _, _ in _ENTRIES}
        wanted = str(place.get("view", ""))
        if wanted == "tonight" and self._is_of_today("tonight"):
            self.write_tonight()
            return
        if wanted in known and wanted != self.rail.chosen:
            self.show_view(wanted)
        else:
            self._show_view(self.rail.chosen)

    # -- being told

    def show_trouble(self, trouble: CaseFileError) -> None:
        """Say what got in the way, above everything, until it is read."""
        self.trouble.show_problem(f"{trouble.message} {trouble.way_out}", "Understood")

    def tell(self, sentence: str, can_be_undone: bool) -> None:
        """Say what was just done; only what can be taken back is offered with Undo."""
        if can_be_undone:
            self.undo_bar.offer(sentence)
        else:
            self.trouble.show_problem(sentence, "Understood")

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if changes.left:
            self.tell(f"Taken back, except what was changed since: {', '.join(changes.left)}.", False)

    def _on_saved(self, at: Any) -> None:
        for foot in self.findChildren(Foot):
            if foot.says_saved:
                foot.saved.show_saved(QTime(at.hour, at.minute))

    def _on_job_started(self, job: Job) -> None:
        for foot in self.view.findChildren(Foot)[:1]:
            foot.work.begin(job.label)
            job.progressed.connect(foot.work.step)
            job.ended.connect(foot.work.end)
            foot.cancel_requested.connect(job.cancel)

    def _show_view(self, name: str) -> None:
        self.desk.session.settle()
        view: QWidget = getattr(self, name)
        self.rail.setVisible(name != "tonight")
        self._stack.setCurrentWidget(view)
        if name == "today":
            self.today.activate()
        elif name == "tonight":
            self.tonight.activate()
        self.view_changed.emit(name)
