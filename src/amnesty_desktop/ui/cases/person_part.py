# SPDX-License-Identifier: GPL-3.0-or-later
"""One person at risk as a page reads them: names, work, what has happened; or in their place the form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.outcome import Outcome
from ...domain.person import Person, Relation, Situation
from ...domain.printed import WITHHELD, shown_name
from ...domain.situation_now import SituationNow, situation_now
from ...store.changes import Changes
from ...store.reading import Reading
from ..desk import Desk
from ..lights import Light, LightLabel
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import OneLine, Paragraph
from .finding_part import FindingPart
from .focus_order import put_in_order
from .kept_form import dismiss, had_focus
from .log_part import LogPart
from .person_form import PersonForm
from .person_values import PersonValues
from .relations_part import RelationsPart

_WITHHELD_WHY = "No letter, label or list gives the name. Change the person to see it or to let it be used."


class PersonPart(QWidget):
    """What is known of one person. is_titled puts the name above, where several stand on one page."""

    def __init__(self, desk: Desk, *, is_titled: bool = False) -> None:
        super().__init__()
        self.setObjectName("person")
        self._desk = desk
        self._person: Person | None = None
        self.form: PersonForm | None = None
        look = desk.look
        self._title = OneLine(look, "", Use.LETTER_TITLE)
        self._is_titled = is_titled
        self.flag = LightLabel(look, Light.PLEASE_MIND, WITHHELD, Use.LETTER_TITLE if is_titled else Use.STRONG)
        self._why = Paragraph(look, _WITHHELD_WHY, Use.TABLE, Role.SECONDARY)
        self.values = PersonValues(look)
        self.relations = RelationsPart(desk)
        self.change_button = QuietButton(look, "Change", small=True)
        self.change_button.setObjectName("change_person")
        self.log = LogPart(desk)
        self.finding = FindingPart(desk)
        self._place_parts()
        self.change_button.clicked.connect(self.change)
        look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self) -> None:
        self._reading = QWidget()
        self._values = QVBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        part: QWidget
        for part in (self._title, self.flag, self._why, self.values):
            self._values.addWidget(part)
        self._row = QHBoxLayout(self._reading)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._values, 1)
        self._row.addWidget(self.change_button, 0, top)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._reading, self.relations, self.log, self.finding):
            self._column.addWidget(part)

    @property
    def person_id(self) -> str:
        """Whose part it is; empty before one is shown."""
        return "" if self._person is None else self._person.id

    def show_person(self, person: Person, situations: Sequence[Situation], outcomes: Sequence[Outcome]) -> None:
        """Show a person and these entries of their log; how it stands now follows from all that is about them."""
        if self._person is None or self._person.id != person.id:
            self.leave()
        self._person = person
        file = self._desk.session.file
        self._show_values(person)
        now = _now(file, person)
        self.values.show_person(person, now, with_name=not self._is_titled)
        of_case = file.all(Person, case_id=person.case_id)
        self.relations.show_person(person, file.all(Relation, case_id=person.case_id), of_case)
        self.log.show_log(person.case_id, person.id, situations, outcomes)
        self.finding.show_person(person)

    def change(self) -> None:
        """Let the person be changed, in place of the reading."""
        if self._person is None or self.form is not None:
            return
        self.form = PersonForm(self._desk)
        self.form.finished.connect(self._on_finished)
        self._column.insertWidget(1, self.form)
        self._reading.hide()
        self.form.load(self._person)
        put_in_order(self)
        self.form.focus_first()

    def follow(self, changes: Changes, origin: object) -> None:
        """Let open forms know what was changed elsewhere."""
        if self.form is not None:
            self.form.follow(changes, origin)
        for part in (self.relations, self.log, self.finding):
            part.follow(changes, origin)

    def leave(self) -> None:
        """Keep what is typed and take the forms away."""
        if self.form is not None:
            self.form.leave()
        for part in (self.relations, self.log, self.finding):
            part.leave()

    def _show_values(self, person: Person) -> None:
        self._title.setText(shown_name(person) or WITHHELD)
        show_if(self._title, self._is_titled and not person.withheld)
        show_if(self.flag, person.withheld)
        show_if(self._why, person.withheld)
        self.change_button.setAccessibleName(f"Change {self._title.text()}".strip())

    def _on_finished(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        is_left = had_focus(form)
        self._column.removeWidget(form)
        dismiss(form)
        self._reading.show()
        if is_left:
            self.change_button.setFocus()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._values.setSpacing(px(6))
        self._row.setSpacing(px(16))
        self._column.setSpacing(px(20))


def _now(reading: Reading, person: Person) -> SituationNow:
    situations = reading.all(Situation, case_id=person.case_id)
    outcomes = reading.vocabulary().resolved(reading.all(Outcome, case_id=person.case_id))
    return situation_now(person.id, situations, outcomes)
