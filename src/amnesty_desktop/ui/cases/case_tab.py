# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab "Case": the case to read, and with F2 the form in its place."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.case import Case, CaseStatus
from ...edits import bin as bin_edits
from ...edits import cases as case_edits
from ...store.changes import Changes
from ..desk import Desk
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import NARROW, Paragraph
from .case_form import CaseForm
from .case_reading import CaseReading
from .page import Page, on_f2


class CaseTab(QWidget):
    """Shows one case, and lets it be changed in place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._form: CaseForm | None = None
        self._form_side: QWidget | None = None
        self.reading = CaseReading(desk)
        self.change_button = QuietButton(desk.look, "Change", small=True)
        self.change_button.setObjectName("case_change")
        self.change_button.setToolTip("Change the case (F2)")
        self.change_button.clicked.connect(self.change)
        self.done_button = QuietButton(desk.look, "Done", small=True)
        self.done_button.setObjectName("case_done")
        self.done_button.setToolTip("Back to reading (Esc)")
        self.done_button.clicked.connect(self.done)
        self._reading_page = Page(desk, self._beside(self.reading, self.change_button), "The case")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._reading_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        on_f2(self, self.change)

    @property
    def form(self) -> CaseForm:
        """The form, made when it is first asked for."""
        if self._form is None:
            self._form = CaseForm(self._desk)
            self._form.close_or_reopen_requested.connect(self.close_or_reopen)
            self._form.bin_requested.connect(self.bin)
            self._form_side = self._under_strip(Page(self._desk, self._form, "Change the case"))
            self._stack.addWidget(self._form_side)
        return self._form

    def _beside(self, content: QWidget, button: QWidget) -> QWidget:
        """The content with a button over the trailing end of its first line, which is a short caption."""
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(content, 0, 0)
        grid.addWidget(button, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        button.raise_()
        return whole

    def _under_strip(self, page: QWidget) -> QWidget:
        """The form under a strip that stays in sight while it scrolls."""
        px, whole, strip = self._desk.look.px, QWidget(), QWidget()
        strip.setAutoFillBackground(True)
        strip.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        row = QHBoxLayout(strip)
        row.setContentsMargins(px(24), px(6), px(24), px(6))
        words = "Everything is kept as you type."
        said = Paragraph(self._desk.look, words, Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.done_button)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(page, 1)
        return whole

    # -- showing

    @property
    def is_changing(self) -> bool:
        """Whether the form is shown."""
        return self._form_side is not None and self._stack.currentWidget() is self._form_side

    def load(self, case_id: str) -> None:
        """Settle what was typed and show another case; its form opens where typing was kept for it."""
        self.settle()
        self._case_id = case_id
        self._stack.setCurrentWidget(self._reading_page)
        self._reading_page.verticalScrollBar().setValue(0)
        self.reading.load(self._desk.session.file.get(Case, case_id))
        if self._desk.session.file.find_draft(f"case:{case_id}") is not None:
            self.change()

    def refresh(self, changes: Changes, origin: object) -> None:
        """Show the case as it is after a change."""
        case = self._desk.session.file.find(Case, self._case_id)
        if case is None:
            return
        self.reading.load(case)
        if self.is_changing:
            self.form.follow(changes, origin)
            if origin is not self.form:
                self.form.reload(case)

    def change(self) -> None:
        """Turn the case into its form."""
        if self.is_changing or not self._case_id:
            return
        self.form.load(self._desk.session.file.get(Case, self._case_id))
        if self._form_side is not None:
            self._stack.setCurrentWidget(self._form_side)
            self._form_side.findChildren(Page)[0].verticalScrollBar().setValue(0)
        self.form.first().editor.setFocus()

    def done(self) -> None:
        """Go back to reading; what was typed is kept."""
        if not self.is_changing:
            return
        self.settle()
        self._stack.setCurrentWidget(self._reading_page)
        self.reading.load(self._desk.session.file.get(Case, self._case_id))
        self.change_button.setFocus()

    def settle(self) -> None:
        """Turn what is typed into an edit."""
        if self.is_changing:
            self.form.leave_lists()
            self.form.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_changing:
            self.done()
        else:
            super().keyPressEvent(event)

    # -- doing

    def close_or_reopen(self) -> None:
        """Close the case, or work on it again."""
        self.settle()
        session, wishes = self._desk.session, self._desk.wishes
        case = session.file.get(Case, self._case_id)
        if case.status is CaseStatus.OPEN:
            if session.edit("Close the case", partial(case_edits.close, case_id=case.id, on=session.today())):
                wishes.told.emit("The case is closed. It stays readable, and can be reopened.", True)
        elif session.edit("Reopen the case", partial(case_edits.reopen, case_id=case.id, on=session.today())):
            wishes.told.emit("The case is open again.", True)

    def bin(self) -> None:
        """Put the case into the bin."""
        self.settle()
        session = self._desk.session
        case = session.file.get(Case, self._case_id)
        put = partial(bin_edits.put, values=[case], at=datetime.now(UTC))
        if session.edit("Put the case into the bin", put):
            self._desk.wishes.told.emit("The case is in the bin, with its letters. It stays there for 90 days.", True)
