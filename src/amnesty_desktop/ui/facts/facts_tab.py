# SPDX-License-Identifier: GPL-3.0-or-later
"""The Facts tab of a case: what is known, how firmly it stands, and what would make it stand."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.attachment import Attachment
from ...domain.claim import Claim, Support
from ...domain.person import Person
from ...domain.source import Source
from ...store.changes import Changes
from ..cases.focus_order import put_in_order
from ..cases.kept_form import KeptForm, dismiss, had_focus
from ..cases.page import Page
from ..desk import Desk
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.empty_state import EmptyState
from ..widgets.paragraph import Paragraph, Run
from .fact_acts import FactActs
from .fact_form import DecisionForm, FactForm, OvertakenForm
from .fact_list import FactList
from .fact_row import Act
from .fact_words import ShownFact, how_many, shown_facts, summary
from .source_form import SourceForm, WithdrawnForm

_EMPTY = "No facts yet. Write down the first one, and then who says so."
_TABLES = ("claims", "supports", "sources", "people")


class FactsTab(QWidget):
    """Built when it is first looked at. What stands in doubt is open, what is settled is one line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("facts_tab")
        self._desk = desk
        self._case_id = ""
        self._is_stale = False
        self.form: KeptForm[Any] | None = None
        self._form_at = ""
        look = desk.look
        self.title = Paragraph(look, "", Use.TABLE)
        self.add_button = QuietButton(look, "Add fact", small=True)
        self.add_button.setObjectName("add_fact")
        self.empty = EmptyState(look, _EMPTY, "Add fact")
        self.facts = FactList(look, desk.session.today)
        self._place_parts()
        self.acts = FactActs(self, desk)
        self.facts.arranged.connect(lambda: put_in_order(self._content))
        self.facts.asked.connect(lambda act, claim_id, support: self.acts.do(Act(act), claim_id, support))
        self.facts.focus_moved.connect(self._bring_into_sight)
        self.add_button.clicked.connect(self.begin)
        self.empty.button_pressed.connect(self.begin)
        desk.session.changed.connect(self._on_changed)
        look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self) -> None:
        page = self._content = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self._page.addLayout(self._head)
        self._page.addWidget(self.facts)
        self._page.addStretch(1)
        self.area = Page(self._desk, page, "Facts of the case")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.empty, 1)

    def load(self, case_id: str) -> None:
        """Show the facts of a case; what was typed for the one before is kept first."""
        if case_id != self._case_id:
            self.leave()
            self._case_id = case_id
            self.facts.forget()
            self.area.verticalScrollBar().setValue(0)
        self._is_stale = True
        if self.isVisible():
            self._show()

    def show_row(self, row_id: str) -> None:
        """Go to a fact."""
        if row_id in self.facts.rows:
            self.facts.focus_fact(row_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._show()

    # -- what is shown

    def _show(self) -> None:
        """Read the facts anew."""
        self._is_stale = False
        file, case_id = self._desk.session.file, self._case_id
        claims = file.all(Claim, order="position, key", case_id=case_id)
        supports = file.all(Support, case_id=case_id)
        self.facts.show_facts(shown_facts(claims, supports, self._sources(), self.people()))
        self._say_counts()

    def people(self) -> list[Person]:
        """The people of the case."""
        return self._desk.session.file.all(Person, order="position, key", case_id=self._case_id)

    def shown(self, claim_id: str) -> ShownFact:
        """What is shown of a fact; raises KeyError for one that is not there."""
        return self.facts.rows[claim_id].shown

    def _say_counts(self) -> None:
        shown = self.facts.shown
        counts = Run(f"   {summary(shown)}", Role.SECONDARY)
        self.title.set_runs(Run(how_many(len(shown)), strong=True), counts)
        is_empty = not shown and self.form is None
        self.empty.setVisible(is_empty)
        self.area.setVisible(not is_empty)

    def _bring_into_sight(self, widget: QWidget) -> None:
        # Where it stands is known once the page is laid out.
        QTimer.singleShot(0, widget, lambda: self.area.ensureWidgetVisible(self.window().focusWidget() or widget))

    # -- forms

    def begin(self) -> None:
        """Add a fact."""
        people = self.people()
        position = max((each.fact.claim.position for each in self.facts.shown), default=-1) + 1
        person_id = people[0].id if len(people) == 1 else None
        claim = Claim(case_id=self._case_id, person_id=person_id, position=position)
        self.change(claim, is_new=True)

    def change(self, claim: Claim, *, is_new: bool = False) -> None:
        """Let a fact be changed, or a new one be written."""
        form = FactForm(self._desk, self.people())
        self._open_form(form, claim.id)
        form.load(claim, is_new=is_new)
        self._show_form()

    def say_overtaken(self, claim: Claim) -> None:
        """Let it be said since when a fact is no longer true, and why."""
        form = OvertakenForm(self._desk)
        self._open_form(form, claim.id)
        form.load(claim)
        self._show_form()

    def add_source(self, claim_id: str) -> None:
        """Let a source be named for a fact: a new one, or one the case has already."""
        named = {source.source_id for source in self.shown(claim_id).sources}
        sources = self._sources()
        free = [source for source in sources if source.id not in named]
        form = SourceForm(self._desk, sources, free, self._files())
        self._open_form(form, claim_id)
        source = Source(case_id=self._case_id)
        support = Support(case_id=self._case_id, claim_id=claim_id, source_id=source.id)
        form.load_source(source, support, is_new=True)
        self._show_form()

    def change_source(self, claim_id: str, support_id: str) -> None:
        """Let a source be changed, and what it does for a fact."""
        file = self._desk.session.file
        support = file.get(Support, support_id)
        source = file.get(Source, support.source_id)
        others = [other for other in self._sources() if other.id != source.id]
        form = SourceForm(self._desk, others, (), self._files())
        self._open_form(form, claim_id)
        form.load_source(source, support)
        self._show_form()

    def say_withdrawn(self, claim_id: str, source: Source) -> None:
        """Let it be said since when a source counts for nothing, and why."""
        form = WithdrawnForm(self._desk)
        self._open_form(form, claim_id)
        form.load(source)
        self._show_form()

    def say_decided(self, support: Support) -> None:
        """Let it be said who decided against a source that says otherwise, and why."""
        form = DecisionForm(self._desk)
        self._open_form(form, support.claim_id)
        form.load(support)
        self._show_form()

    def leave(self) -> None:
        """Keep what is typed and take the form away."""
        if self.form is not None:
            self.form.leave()

    def _sources(self) -> list[Source]:
        return self._desk.session.file.all(Source, case_id=self._case_id)

    def _files(self) -> list[Attachment]:
        return self._desk.session.file.all(Attachment, order="position, key", case_id=self._case_id)

    def _open_form(self, form: KeptForm[Any], claim_id: str) -> None:
        self.leave()
        self.form, self._form_at = form, claim_id
        form.finished.connect(self._on_finished)

    def _show_form(self) -> None:
        form = self.form
        if form is None:
            return
        self.facts.put_form(form, self._form_at, replaces=isinstance(form, FactForm))
        self._say_counts()
        form.focus_first()
        self._bring_into_sight(form)

    def _on_finished(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        at, self._form_at = self._form_at, ""
        is_left = had_focus(form)
        self.facts.take_form()
        dismiss(form)
        self._say_counts()
        if is_left and not self.facts.focus_fact(at):
            self.add_button.setFocus()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if self._case_id not in changes.cases or not changes.touches(*_TABLES):
            return
        if self.form is not None:
            self.form.follow(changes, origin)
        self._is_stale = True
        if self.isVisible():
            self._show()

    def _restyle(self) -> None:
        self._head.setSpacing(self._desk.look.px(12))
        self._page.setSpacing(self._desk.look.px(8))
