# SPDX-License-Identifier: GPL-3.0-or-later
"""What else may be asked: the requests that the concerns of a case bring with them, each confirmed with one press."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.case import Ask
from ...edits import asks as ask_edits
from ...edits import bin as bin_edits
from ...edits.proposals import proposed_asks
from ..desk import Desk
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import LinkButton, QuietButton
from ..widgets.paragraph import OneLine, Paragraph

_NOTE = "No letter asks for these until somebody here says so."
_SHORT = 60


class MayBeAsked(QWidget):
    """Folded behind one quiet line once the case asks for something; nothing at all where nothing is proposed.

    Signal: arranged(), once other places take the focus.
    """

    arranged = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("may_be_asked")
        self._desk = desk
        self._case_id = ""
        self._is_open = False
        self.asks: tuple[Ask, ...] = ()
        self.buttons: list[QuietButton] = []
        self.opener = LinkButton(desk.look, "", parent=self)
        self.opener.setObjectName("open_proposals")
        self.opener.setAccessibleDescription("What the concerns of the case bring with them")
        self.opener.clicked.connect(self._turn)
        self._caption = OneLine(desk.look, "May be asked as well", Use.CAPTION, Role.SECONDARY)
        self._note = Paragraph(desk.look, _NOTE, Use.CAPTION, Role.SECONDARY)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.opener, self._caption, self._note):
            self._column.addWidget(part)
        self.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def load(self, case_id: str) -> None:
        """Show what is proposed for a case."""
        file = self._desk.session.file
        if case_id != self._case_id:
            self._case_id = case_id
            self._is_open = not file.count(Ask, case_id=case_id, confirmed=True)
        found = proposed_asks(file, case_id)
        is_same = [ask.text for ask in found] == [ask.text for ask in self.asks]
        self.asks = self.asks if is_same else found
        if not is_same or len(found) != len(self._rows):
            self._show()
        show_if(self, bool(found))

    def _show(self) -> None:
        focused = self._focused()
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [self._row(ask) for ask in self.asks]
        for place, row in enumerate(self._rows, start=2):
            self._column.insertWidget(place, row)
        self._column.setSpacing(self._desk.look.px(4))
        self.opener.setText(f"{len(self.asks)} more may be asked")
        self._fold()
        self.arranged.emit()
        if focused >= 0 and self._is_open and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()

    def _row(self, ask: Ask) -> QWidget:
        look, row = self._desk.look, QWidget(self)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        button = QuietButton(look, "Ask this", small=True, parent=row)
        button.setAccessibleName(f"Ask this: {ask.text}")
        button.clicked.connect(partial(self._confirm, ask))
        self.buttons.append(button)
        inside.addWidget(Paragraph(look, ask.text), 1)
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if self._desk.session.file.find(Ask, ask.id) is not None:
            # What the concerns bring with them goes with them; this one stands in the file on its own.
            leave_out = LinkButton(look, "Leave it out", parent=row)
            leave_out.setAccessibleName(f"Leave it out: {ask.text}")
            leave_out.clicked.connect(partial(self._leave_out, ask))
            inside.addWidget(leave_out, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fold(self) -> None:
        show_if(self.opener, not self._is_open)
        for part in (self._caption, self._note, *self._rows):
            show_if(part, self._is_open)

    def _turn(self) -> None:
        self._is_open = True
        self._fold()
        if self.buttons:
            self.buttons[0].setFocus()

    def _focused(self) -> int:
        return next((place for place, button in enumerate(self.buttons) if button.hasFocus()), -1)

    def _confirm(self, ask: Ask, _checked: bool = False) -> None:
        edit = partial(ask_edits.confirm, ask=ask)
        if self._desk.session.edit("Confirm what we ask", edit) is not None:
            text = ask.text if len(ask.text) <= _SHORT else f"{ask.text[:_SHORT].rstrip()} …"
            self._desk.wishes.told.emit(f"Asked from now on: {text}", True)

    def _leave_out(self, ask: Ask, _checked: bool = False) -> None:
        put = partial(bin_edits.put, values=[ask], at=datetime.now(UTC))
        if self._desk.session.edit("Leave a request out", put) is not None:
            self._desk.wishes.told.emit("The request is in the bin.", True)
