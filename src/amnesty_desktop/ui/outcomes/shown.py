# SPDX-License-Identifier: GPL-3.0-or-later
"""The outcomes that are shown: by what they are filtered and sorted, and which of them is chosen."""

from PySide6.QtCore import QObject, QTimer, Signal

from ...domain.outcome import Outcome
from ...domain.turns import turned
from ...store.outcomes import OutcomeFilter, OutcomeLine, outcome_keys
from ..look import Look
from ..models.outcomes import outcome_model
from ..session import Session
from ..widgets.key_table import KeyTableView

_ROW = 36
_REST_MS = 200


class ShownOutcomes(QObject):
    """Fills the table from the file. Signal: filled() when the rows are asked for anew.

    While the file is lent to long work nothing is asked; that is made up for as soon as it is free.
    """

    filled = Signal()

    def __init__(self, session: Session, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.filter = OutcomeFilter()
        self.is_stale = True
        self.model = outcome_model(session)
        self.table = KeyTableView(look, self.model, "Outcomes", row_height=_ROW)
        self._later = QTimer(self, interval=_REST_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)

    @property
    def is_filtered(self) -> bool:
        """Whether some outcomes may be left out."""
        return self.filter != OutcomeFilter(column=self.filter.column, descending=self.filter.descending)

    @property
    def line(self) -> OutcomeLine | None:
        """The chosen outcome as the list has it."""
        key = self.table.current_key
        position = None if key is None else self.model.position_of(key)
        return None if position is None else self.model.row(position)

    def set_filter(self, wanted: OutcomeFilter) -> None:
        """Show other outcomes, or the same in another order."""
        if wanted != self.filter or self.is_stale:
            self.filter = wanted
            self.refresh()

    def refresh(self) -> None:
        """Ask the store for everything anew."""
        if self._session.is_locked:
            return
        self.is_stale = True
        if not self._session.file.turn.acquire(blocking=False):
            self._later.start()
            return
        try:
            self._fill()
        finally:
            self._session.file.turn.release()

    def choose(self, outcome_id: str) -> None:
        """Choose an outcome where it is among those shown."""
        key = self._session.file.key_of(Outcome, outcome_id) if outcome_id else None
        if key is not None:
            self.table.choose(key)

    def chosen(self) -> Outcome | None:
        """The chosen outcome as it stands in the file."""
        line = self.line
        return self._session.file.find(Outcome, line.id) if line else None

    def turned(self) -> str:
        """What to say where the chosen one's case got better and worse; nothing while the file is lent."""
        line, file = self.line, self._session.file
        if line is None or not file.turn.acquire(blocking=False):
            return ""
        try:
            return turned(file.all(Outcome, case_id=line.case_id), file.vocabulary().label)
        finally:
            file.turn.release()

    def _fill(self) -> None:
        self.is_stale = False
        keys = outcome_keys(self._session.file.engine, self.filter)
        self.model.show(keys)
        self.table.show_sorted(self.filter.column, self.filter.descending)
        if self.table.current_key is None and keys:
            self.table.choose(keys[0])
        self.filled.emit()
