# SPDX-License-Identifier: GPL-3.0-or-later
"""What the menus do with the case, and the letters, that are looked at."""

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..domain.case import Case, CaseStatus
from ..edits import bin as bin_edits
from ..edits import cases as case_edits
from .session import Session

if TYPE_CHECKING:
    from .main_window import MainWindow


class PresentCase(QObject):
    """Carries out wishes about the case that is shown in one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def write(self) -> None:
        """Write a letter for the present case."""
        workplace = self._window.workplace
        if workplace is None:
            return
        case_id = workplace.current_case_id()
        if case_id:
            workplace.write(case_id)
        else:
            workplace.show_view("cases")

    def record_outcome(self) -> None:
        """Record an outcome, for the present case where there is one."""
        if self._window.workplace is not None:
            self._window.workplace.record_outcome(self._window.workplace.current_case_id())

    def show_dossier(self) -> None:
        """The dossier of the present case, in Reports; without one the case can be chosen there."""
        from ..domain.report import ReportKind

        workplace = self._window.workplace
        if workplace is not None:
            case_id = workplace.current_case_id()
            workplace.show_view("reports")
            workplace.reports.choose(ReportKind.DOSSIER, case_id)

    def close_or_reopen_case(self) -> None:
        """Close the present case, or work on it again."""
        found = self._present_case()
        if found is None:
            return
        session, case = found
        session.settle()
        if case.status is CaseStatus.OPEN:
            session.edit("Close the case", partial(case_edits.close, case_id=case.id, on=session.today()))
            self._tell("The case is closed. It stays readable, and can be reopened.")
        else:
            session.edit("Reopen the case", partial(case_edits.reopen, case_id=case.id, on=session.today()))
            self._tell("The case is open again.")

    def bin_case(self) -> None:
        """Put the present case into the bin."""
        found = self._present_case()
        if found is None:
            return
        session, case = found
        session.settle()
        if session.edit("Put the case into the bin", partial(bin_edits.put, values=[case], at=datetime.now(UTC))):
            self._tell("The case is in the bin, with its letters. It stays there for 90 days.")

    def _present_case(self) -> tuple[Session, Case] | None:
        workplace = self._window.workplace
        if workplace is None:
            return None
        session = workplace.desk.session
        case = session.file.find(Case, workplace.current_case_id())
        return None if case is None else (session, case)

    def export(self, letter_ids: list[str]) -> None:
        """Export letters to Word."""
        if self._window.workplace is not None:
            self._window.workplace.letters.exporting.export(letter_ids, self._window)

    def mark_sent(self, letter_ids: list[str]) -> None:
        """Mark letters as sent."""
        if self._window.workplace is not None:
            self._window.workplace.letters.mark_sent(letter_ids)

    def record_reply(self, letter_id: str) -> None:
        """Record what came back to a letter."""
        if self._window.workplace is not None:
            self._window.workplace.letters.record_reply(letter_id)

    def _tell(self, sentence: str) -> None:
        if self._window.workplace is not None:
            self._window.workplace.tell(sentence, True)
