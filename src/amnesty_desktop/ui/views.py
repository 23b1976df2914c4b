# SPDX-License-Identifier: GPL-3.0-or-later
"""The views of the workplace, each built when it is first needed, so that the first one is there at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from .desk import Desk
from .safe_copies import SafeCopies

if TYPE_CHECKING:
    from .cases.view import CasesView
    from .intake.view import IntakeView
    from .intake.waiting import Waiting
    from .letters.view import LettersView
    from .outcomes.view import OutcomesView
    from .people.view import PeopleView
    from .reports.view import ReportsView
    from .today.view import TodayView
    from .tonight.view import TonightView

V = TypeVar("V", bound=QWidget)


class Views(QWidget):
    """Makes the views of one open file and lets each return to its place."""

    def __init__(self, desk: Desk, safe_copies: SafeCopies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._safe_copies = safe_copies
        self._built: dict[str, QWidget] = {}
        self._places: dict[str, Any] = {}
        self._stack = QStackedWidget()

    @property
    def today(self) -> "TodayView":
        """What is due."""
        from .today.view import TodayView

        return self._view("today", lambda: TodayView(self.desk, self._safe_copies))

    @property
    def cases(self) -> "CasesView":
        """The cases."""
        from .cases.view import CasesView

        return self._view("cases", lambda: CasesView(self.desk))

    @property
    def letters(self) -> "LettersView":
        """The letters and the writing desk."""
        from .letters.view import LettersView

        return self._view("letters", lambda: LettersView(self.desk))

    @property
    def outcomes(self) -> "OutcomesView":
        """What became of the people."""
        from .outcomes.view import OutcomesView

        return self._view("outcomes", lambda: OutcomesView(self.desk))

    @property
    def people(self) -> "PeopleView":
        """The people at risk."""
        from .people.view import PeopleView

        return self._view("people", lambda: PeopleView(self.desk))

    @property
    def reports(self) -> "ReportsView":
        """Reports to the section and to each other."""
        from .reports.view import ReportsView

        return self._view("reports", lambda: ReportsView(self.desk))

    @property
    def intake(self) -> "IntakeView":
        """Sheets that were brought in and wait to be looked over."""
        from .intake.view import IntakeView

        return self._view("intake", lambda: IntakeView(self.desk))

    @property
    def tonight(self) -> "TonightView":
        """Write tonight, which fills the window."""
        from .tonight.view import TonightView

        return self._view("tonight", lambda: TonightView(self.desk))

    @property
    def is_filled(self) -> bool:
        """Whether Write tonight fills the window."""
        return "tonight" in self._built and self._stack.currentWidget() is self._built["tonight"]

    @property
    def has_sheets_waiting(self) -> bool:
        """Whether sheets that were brought in wait for a decision."""
        return bool(self.sheets_waiting.number)

    @property
    def sheets_waiting(self) -> "Waiting":
        """The sheets that were brought in and nobody has decided about yet."""
        from .intake.waiting import Waiting

        return Waiting.among(self.intake.reading.files if "intake" in self._built else ())

    def record_outcome(self, case_id: str = "", person_id: str = "") -> None:
        """Record what became of somebody, from wherever one is."""
        self.outcomes.record(case_id, person_id)

    def _is_of_today(self, name: str) -> bool:
        """Whether a place that was kept is one of today."""
        return bool(self._places.get(name, {}).get("on") == self.desk.session.today().isoformat())

    def _view(self, name: str, make: Callable[[], V]) -> V:
        if name not in self._built:
            view = make()
            self._built[name] = view
            self._stack.addWidget(view)
            if name in self._places and hasattr(view, "go_to"):
                view.go_to(self._places.pop(name))
        return cast("V", self._built[name])
