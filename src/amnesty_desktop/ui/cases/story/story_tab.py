# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab "Story": the next step, a line for the diary, and all that has happened, each one press from the thing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.case import Case
from ....domain.diary import DiaryNote
from ....domain.reply import Reply
from ....store.changes import Changes
from ...desk import Desk
from ...look import Look
from ...showing import show_if
from ...theme import Role, Use
from ...widgets.paragraph import Paragraph
from ...widgets.section_head import SectionHead
from ..focus_order import put_in_order
from ..kept_form import dismiss, had_focus
from ..log_view import LogView
from ..page import Page
from .diary_form import DiaryForm, DiaryLine, bin_note
from .step_form import StepForm
from .story_words import Told, story_entries

_NOTHING = "Nothing has been written down yet. The first line can be typed above."
_TABS = {Told.SHEET: "case", Told.CASE: "case", Told.SITUATION: "people", Told.OUTCOME: "outcomes"}


class StoryView(LogView):
    """The line of time; one press opens what an entry stands for."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Story of the case, the newest first. Enter opens an entry")
        self.setObjectName("story")
        self.doubleClicked.disconnect()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self._open(index)


class StoryTab(QWidget):
    """Shows the story of one case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("story_tab")
        self._desk = desk
        self._case_id = ""
        look = desk.look
        self.step = StepForm(desk)
        self.diary = DiaryLine(desk)
        self.view = StoryView(look)
        self.form: DiaryForm | None = None
        self._nothing = Paragraph(look, _NOTHING, Use.TABLE, Role.SECONDARY)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        above = (self.step, SectionHead(look, "Story"), self.diary)
        for part in (*above, self._nothing, self.view):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.page = Page(desk, self._content, "Story of the case")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self.view.opened.connect(self._open)
        self.view.bin_requested.connect(self._bin)
        self.diary.kept.connect(lambda note_id: self.view.choose(f"{Told.NOTE}:{note_id}"))
        look.changed.connect(self._restyle)
        self._restyle()

    # -- showing

    def load(self, case_id: str) -> None:
        """Settle what was typed, and show the story of another case."""
        self._leave()
        if case_id != self._case_id:
            self.page.verticalScrollBar().setValue(0)
        self._case_id = case_id
        self.step.load(self._desk.session.file.get(Case, case_id))
        self.diary.load(case_id)
        self._show()

    def show_row(self, row_id: str) -> None:
        """Go to a note of the diary."""
        key = f"{Told.NOTE}:{row_id}"
        if key in [entry.key for entry in self.view.entries()]:
            self.view.choose(key)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes, origin: object) -> None:
        """Show the story as it is after a change."""
        case = self._desk.session.file.find(Case, self._case_id)
        if case is None:
            return
        if origin is not self.step:
            self.step.reload(case)
        if self.form is not None:
            self.form.follow(changes, origin)
        self._show()

    def _show(self) -> None:
        file = self._desk.session.file
        entries = story_entries(file, file.get(Case, self._case_id))
        if entries != self.view.entries():
            here = self.view.currentIndex()
            key = self.view.entries()[here.row()].key if here.isValid() else ""
            self.view.show_entries(entries)
            self.view.choose(key)
        show_if(self.view, bool(entries))
        show_if(self._nothing, not entries)

    # -- doing

    def _open(self, key: str) -> None:
        told, _, row_id = key.partition(":")
        wishes, kind = self._desk.wishes, Told(told)
        if kind is Told.NOTE:
            self._change(row_id)
        elif kind is Told.LETTER:
            wishes.letter_requested.emit(row_id)
        elif kind is Told.REPLY:
            reply = self._desk.session.file.find(Reply, row_id)
            if reply is not None and reply.letter_id:
                wishes.letter_requested.emit(reply.letter_id)
            else:
                wishes.case_requested.emit(self._case_id, "letters")
        else:
            wishes.case_requested.emit(self._case_id, _TABS[kind])

    def _change(self, note_id: str) -> None:
        note = self._desk.session.file.find(DiaryNote, note_id)
        if note is None:
            return
        self._leave()
        self.form = DiaryForm(self._desk)
        self.form.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._column.insertWidget(self._column.indexOf(self._nothing), self.form)
        self.form.load(note)
        put_in_order(self._content)
        self.form.focus_first()
        self.page.ensureWidgetVisible(self.form)

    def _bin(self, key: str) -> None:
        told, _, row_id = key.partition(":")
        note = self._desk.session.file.find(DiaryNote, row_id) if told == Told.NOTE else None
        if note is None:
            self._open(key)
            return
        self._leave()
        bin_note(self._desk, note)

    def _leave(self) -> None:
        if self.form is not None:
            self.form.leave()
            self._on_finished()

    def _on_finished(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        is_left = had_focus(form)
        self._column.removeWidget(form)
        dismiss(form)
        if is_left:
            self.view.choose(f"{Told.NOTE}:{form.record.id}")
            (self.view if self.view.entries() else self.diary.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self._column.setSpacing(self._desk.look.px(12))
