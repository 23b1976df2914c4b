# SPDX-License-Identifier: GPL-3.0-or-later
"""The People tab of a case: everybody it is about, and what has happened to them."""

from contextlib import nullcontext

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.outcome import Outcome
from ...domain.person import Person, Situation
from ...store.changes import Changes
from ..desk import Desk
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import Paragraph
from .focus_order import put_in_order
from .kept_form import dismiss, had_focus
from .log_part import LogPart
from .log_words import about
from .page import Page
from .people_list import MANY, CasePeopleList
from .person_form import PersonForm
from .person_part import PersonPart
from .person_watch import PersonWatch
from .unseen import unseen

_TABLES = ("people", "situations", "outcomes", "relations", "assessments", "grounds", "sources", "terms")
_NOBODY = "Nobody is named in this case yet. Add whoever it is about, as the sheet spells the name."


class PeopleTab(QWidget):
    """Built when it is first looked at; one part for each person, below them what happened to all of them.

    A case of many people shows a list of them and the part of the one that is chosen.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("people_tab")
        self._desk = desk
        self._case_id = ""
        self._is_stale = False
        self._is_showing = False
        self._chosen = ""
        self.list = CasePeopleList(desk)
        self.parts: list[PersonPart] = []
        self.form: PersonForm | None = None
        self._nobody = Paragraph(desk.look, _NOBODY, Use.BODY, Role.SECONDARY)
        self.shared = LogPart(desk, "What has happened to all of them")
        self.add_button = QuietButton(desk.look, "Add person", small=True)
        self.add_button.setObjectName("add_person")
        self._place_parts()
        self.list.hide()
        self.list.chosen.connect(self._on_chosen)
        self.add_button.clicked.connect(self.begin)
        desk.session.changed.connect(self._on_changed)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self) -> None:
        page = self._content = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._people = QVBoxLayout()
        self._page.addWidget(self.list)
        self._page.addLayout(self._people)
        for part in (self._nobody, self.shared):
            self._page.addWidget(part)
        self._page.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._page.addStretch(1)
        self.area = Page(self._desk, page, "People of the case")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def load(self, case_id: str) -> None:
        """Show the people of a case; what was typed for the one before is kept first."""
        is_other = case_id != self._case_id
        if is_other:
            self._leave()
            self._case_id = case_id
            self._chosen = ""
        self._is_stale = True
        if self.isVisible():
            self._show()
        if is_other:
            # Last, because a part that is taken away hands its focus on, and the page scrolls after it.
            self.area.verticalScrollBar().setValue(0)

    def show_row(self, row_id: str) -> None:
        """Go to a person, where a list of many shows only one."""
        if self.list.isVisible() and any(person.id == row_id for person in self._persons()):
            self._on_chosen(row_id)

    def count(self) -> int | None:
        """How many people the case has; None for one or nobody, where a number says nothing."""
        if not self._case_id:
            return None
        number = self._desk.session.file.count(Person, case_id=self._case_id)
        return number if number > 1 else None

    def begin(self) -> None:
        """Add a person."""
        if self.form is not None:
            self.form.focus_first()
            return
        position = max((person.position for person in self._persons()), default=-1) + 1
        self.form = PersonForm(self._desk)
        PersonWatch(self._desk, self.form)
        self.form.finished.connect(self._on_finished)
        self._page.insertWidget(self._page.indexOf(self.add_button), self.form)
        self.add_button.hide()
        self.form.load(Person(case_id=self._case_id, position=position), is_new=True)
        put_in_order(self._content)
        self.form.focus_first()
        self.area.ensureWidgetVisible(self.form)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def _persons(self) -> list[Person]:
        return self._desk.session.file.all(Person, order="position, key", case_id=self._case_id)

    def _show(self) -> None:
        if self._is_showing:
            return
        # What a form keeps when it is taken away is told as a change while the page is still being made.
        self._is_showing = True
        while self._is_stale:
            self._is_stale = False
            self._show_people()
        self._is_showing = False

    def _show_people(self) -> None:
        file = self._desk.session.file
        begun = self.form.record.id if self.form is not None else ""
        persons = [person for person in self._persons() if person.id != begun]
        situations = file.all(Situation, case_id=self._case_id)
        outcomes = file.all(Outcome, case_id=self._case_id)
        is_alone, is_titled = len(persons) == 1, len(persons) > 1
        show_if(self.list, len(persons) >= MANY)
        if len(persons) >= MANY:
            persons = [self._chosen_of(persons)]
            self.list.load(self._case_id, self._chosen)
        is_same = [part.person_id for part in self.parts] == [person.id for person in persons]
        with nullcontext() if is_same else unseen(self._content):
            self._make_parts(persons, is_titled=is_titled)
            for part, person in zip(self.parts, persons, strict=True):
                own = about(person.id, situations, with_shared=is_alone)
                part.show_person(person, own, [o for o in outcomes if o.person_id in _whose(person.id, is_alone)])
        shared = about(None, situations, with_shared=True)
        self.shared.show_log(self._case_id, None, shared, [o for o in outcomes if o.person_id is None])
        self.shared.setVisible(not is_alone and (not persons or bool(shared)))
        self.shared.head.set_title("What has happened to all of them" if persons else "What has happened")
        self._nobody.setVisible(not persons and self.form is None)

    def _chosen_of(self, persons: list[Person]) -> Person:
        """The one to be shown of many; the first until one is chosen, or where the chosen one is gone."""
        found = next((person for person in persons if person.id == self._chosen), persons[0])
        self._chosen = found.id
        return found

    def _on_chosen(self, person_id: str) -> None:
        if person_id == self._chosen or self._is_showing:
            return
        self._chosen = person_id
        self._is_stale = True
        self._show()

    def _make_parts(self, persons: list[Person], *, is_titled: bool) -> None:
        """Keep the parts while the same people stand there, so that forms and focus stay."""
        if [part.person_id for part in self.parts] == [person.id for person in persons]:
            return
        self._drop_parts()
        for _ in persons:
            part = PersonPart(self._desk, is_titled=is_titled)
            self._people.addWidget(part)
            self.parts.append(part)
        put_in_order(self._content)

    def _drop_parts(self) -> None:
        parts, self.parts = self.parts, []
        for part in parts:
            part.leave()
            part.hide()
            self._people.removeWidget(part)
            part.deleteLater()

    def _leave(self) -> None:
        if self.form is not None:
            self.form.leave()
        self.shared.leave()
        for part in self.parts:
            part.leave()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        is_meant = self._case_id in changes.cases or changes.touches("terms")
        if not self._case_id or not is_meant or not changes.touches(*_TABLES):
            return
        if self.form is not None:
            self.form.follow(changes, origin)
        for part in [*self.parts]:
            part.follow(changes, origin)
        self.shared.follow(changes, origin)
        self._is_stale = True
        if self.isVisible():
            self._show()

    def _on_finished(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        self._chosen = form.record.id
        is_left = had_focus(form)
        self._page.removeWidget(form)
        dismiss(form)
        self.add_button.show()
        self._is_stale = True
        if self.isVisible():
            self._show()
        if is_left:
            self.add_button.setFocus()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._page.setSpacing(px(24))
        self._people.setSpacing(px(32))


def _whose(person_id: str, is_alone: bool) -> tuple[str | None, ...]:
    return (person_id, None) if is_alone else (person_id,)
