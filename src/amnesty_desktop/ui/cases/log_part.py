# SPDX-License-Identifier: GPL-3.0-or-later
"""What has happened: the painted line of one person, or of everybody of a case, and the form that adds to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.outcome import Outcome
from ...domain.person import Situation
from ...domain.source import Source
from ...edits.outcomes import said
from ...store.changes import Changes
from ..desk import Desk
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.paragraph import Paragraph
from ..widgets.section_head import SectionHead
from .focus_order import put_in_order
from .kept_form import dismiss, had_focus
from .log_view import LogView
from .log_words import OUTCOME, log_entries
from .situation_form import SituationForm, bin_situation

_NOTHING = "Nothing is written down yet."


class LogPart(QWidget):
    """Head, form and line. person_id None stands for everybody of the case."""

    def __init__(self, desk: Desk, title: str = "What has happened") -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._person_id: str | None = None
        self.form: SituationForm | None = None
        self.head = SectionHead(desk.look, title, button="Add")
        assert self.head.button is not None
        self.add_button = self.head.button
        self.add_button.setObjectName("add_situation")
        self.add_button.setAccessibleName("Add to what has happened")
        self.log = LogView(desk.look, title)
        self.log.setObjectName("log")
        self._nothing = Paragraph(desk.look, _NOTHING, Use.TABLE, Role.SECONDARY)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.head, self._nothing, self.log):
            self._column.addWidget(part)
        self.add_button.clicked.connect(self.begin)
        self.log.opened.connect(self._open)
        self.log.bin_requested.connect(self._bin)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def show_log(
        self, case_id: str, person_id: str | None, situations: Sequence[Situation], outcomes: Sequence[Outcome]
    ) -> None:
        """Show these entries of a case; new ones will be about this person."""
        self._case_id, self._person_id = case_id, person_id
        here = self.log.currentIndex().row()
        sources = {source.id: source for source in self._desk.session.file.all(Source, case_id=case_id)}
        as_said = [said(self._desk.session.file, outcome) for outcome in outcomes]
        entries = log_entries(person_id, situations, as_said, sources, self._desk.session.vocabulary)
        if entries != self.log.entries():
            self.log.show_entries(entries)
            self.log.setCurrentIndex(self.log.model().index(min(here, len(entries) - 1), 0))
        show_if(self.log, bool(entries))
        show_if(self._nothing, not entries and self.form is None)

    def begin(self) -> None:
        """Add an entry."""
        self._edit(Situation(case_id=self._case_id, person_id=self._person_id), is_new=True)

    def follow(self, changes: Changes, origin: object) -> None:
        """Let the form know what was changed elsewhere."""
        if self.form is not None:
            self.form.follow(changes, origin)

    def leave(self) -> None:
        """Keep what is typed and take the form away."""
        if self.form is not None:
            self.form.leave()

    def _open(self, key: str) -> None:
        if key.startswith(OUTCOME):
            self._desk.wishes.case_requested.emit(self._case_id, "outcomes")
            return
        entry = self._desk.session.file.find(Situation, key)
        if entry is not None:
            self._edit(entry)

    def _edit(self, entry: Situation, *, is_new: bool = False) -> None:
        self.leave()
        self._nothing.hide()
        self.form = SituationForm(self._desk)
        self.form.finished.connect(self._on_finished)
        self._column.insertWidget(1, self.form)
        self.form.load(entry, is_new=is_new)
        put_in_order(self)
        self.form.focus_first()

    def _bin(self, key: str) -> None:
        if key.startswith(OUTCOME):
            self._open(key)
            return
        self.leave()
        entry = self._desk.session.file.find(Situation, key)
        if entry is not None:
            bin_situation(self._desk, entry)

    def _on_finished(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        is_left = had_focus(form)
        self._column.removeWidget(form)
        dismiss(form)
        show_if(self._nothing, not self.log.entries())
        if is_left:
            self.log.choose(form.record.id)
            (self.log if self.log.entries() else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self._column.setSpacing(self._desk.look.px(6))
