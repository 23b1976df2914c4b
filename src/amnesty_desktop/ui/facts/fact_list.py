# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts one under the other, each open or as one line, and a form among them where one is being written."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..cases.unseen import unseen
from ..look import Look
from .fact_row import FactLine, FactRow, OpenFact
from .fact_words import ShownFact, in_order

_FEW = 4
"""Rows that may be made anew in sight."""

_MOST_OPEN = 12
"""Facts that open by themselves; more at once help nobody, and each takes its time to be laid out."""


class FactList(QWidget):
    """Rows that say the same as before stay, and so does the focus.

    asked(act, claim id, support id) says what somebody wants; focus_moved(widget) where it went by key;
    arranged() that rows or form stand in another order.
    """

    asked = Signal(str, str, str)
    arranged = Signal()
    focus_moved = Signal(QWidget)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look = look
        self._today = today
        self._shown: list[ShownFact] = []
        self._turned: set[str] = set()
        self._open_by_itself: frozenset[str] = frozenset()
        self._form: QWidget | None = None
        self._form_at = ""
        self._form_replaces = False
        self.rows: dict[str, FactRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def shown(self) -> Sequence[ShownFact]:
        """The facts in the order they stand."""
        return self._shown

    def forget(self) -> None:
        """Other facts come: nothing of these is kept."""
        self._turned.clear()
        self._shown = []

    def show_facts(self, found: Sequence[ShownFact]) -> None:
        """Show these facts; those shown before keep their places."""
        focused = self.focused_id()
        self._shown = in_order(found, [each.id for each in self._shown])
        doubtful = [each.id for each in self._shown if not each.is_settled]
        self._open_by_itself = frozenset(doubtful[:_MOST_OPEN])
        news = [each for each in self._shown if not self._is_up_to_date(each)]
        with unseen(self) if len(news) > _FEW else nullcontext():
            for claim_id in set(self.rows) - {each.id for each in self._shown}:
                self._drop(self.rows.pop(claim_id))
            for each in news:
                self._build(each)
            self._arrange()
        if focused in self.rows and self.focused_id() != focused:
            self.focus_fact(focused)

    def turn(self, claim_id: str) -> None:
        """Open a fact, or fold it away."""
        self._turned ^= {claim_id}
        self._build(self.rows[claim_id].shown)
        self._arrange()
        self.focus_fact(claim_id)

    def focus_fact(self, claim_id: str) -> bool:
        """Put the focus on a fact; False where it is not there."""
        row = self.rows.get(claim_id)
        if row is None:
            return False
        # A row that was just made is shown by its layout only later, and then is too late for the focus.
        row.show()
        row.place.setFocus()
        self.focus_moved.emit(row.place)
        return True

    def go(self, claim_id: str, by: int) -> None:
        """Go from a fact to the next one, or to the one before."""
        ids = [each.id for each in self._shown]
        self.focus_fact(ids[max(0, min(len(ids) - 1, ids.index(claim_id) + by))])

    def put_form(self, form: QWidget, claim_id: str, *, replaces: bool) -> None:
        """Put a form below a fact or in its place; for a fact that is not there, above all."""
        self._form, self._form_at, self._form_replaces = form, claim_id, replaces
        self._arrange()
        form.show()

    def take_form(self) -> None:
        """The form goes."""
        if self._form is not None:
            self._form.hide()
            self._column.removeWidget(self._form)
            self._form = None
            if self._form_at in self.rows:
                self.rows[self._form_at].show()
        self._arrange()

    def focused_id(self) -> str:
        """The fact that holds the focus, empty without one."""
        focused = self.window().focusWidget()
        for claim_id, row in self.rows.items():
            if focused is not None and (row is focused or row.isAncestorOf(focused)):
                return claim_id
        return ""

    def _is_open(self, shown: ShownFact) -> bool:
        return (shown.id in self._open_by_itself) is not (shown.id in self._turned)

    def _is_up_to_date(self, shown: ShownFact) -> bool:
        row = self.rows.get(shown.id)
        return row is not None and row.shown == shown and isinstance(row, OpenFact) is self._is_open(shown)

    def _build(self, shown: ShownFact) -> None:
        row = self.rows.get(shown.id)
        if row is not None:
            self._drop(row)
        look = self._look
        fresh = OpenFact(look, shown) if self._is_open(shown) else FactLine(look, shown, self._today())
        fresh.asked.connect(lambda act, support_id: self.asked.emit(act, shown.id, support_id))
        self.rows[shown.id] = fresh

    def _drop(self, row: FactRow) -> None:
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()

    def _arrange(self) -> None:
        while self._column.takeAt(0) is not None:
            pass
        form = self._form
        if form is not None and self._form_at not in self.rows:
            self._add_form(form)
        for each in self._shown:
            row = self.rows[each.id]
            has_form = form is not None and self._form_at == each.id
            self._column.addWidget(row)
            if has_form and self._form_replaces:
                row.hide()
            if has_form and form is not None:
                self._add_form(form)
        self.arranged.emit()

    def _add_form(self, form: QWidget) -> None:
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(form)
        self._column.addSpacing(self._look.px(8))
