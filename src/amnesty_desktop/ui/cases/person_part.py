# SPDX-License-Identifier: GPL-3.0-or-later
"""One person at risk as a page reads them: names, work, what has happened; or in their place the form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.outcome import Outcome
from ...domain.person import Person, Situation
from ...domain.printed import WITHHELD, shown_name
from ...domain.spoken_dates import spoken
from ...store.changes import Changes
from ..desk import Desk
from ..lights import Light, LightLabel
from ..look import Look
from ..showing import show_if
from ..texts import in_own_direction
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import READING, OneLine, Paragraph, Run
from .focus_order import put_in_order
from .kept_form import dismiss, had_focus
from .log_part import LogPart
from .person_form import PersonForm

_WITHHELD_WHY = "No letter, label or list gives the name. Change the person to see it or to let it be used."
_CAPTION = 148
_NARROW = 360


class SideValue(QWidget):
    """A caption with its value beside it, or below where there is little room; without a value it is not there."""

    def __init__(self, look: Look, caption: str, use: Use = Use.TABLE) -> None:
        super().__init__()
        self._look = look
        # The caption's lines are as high as the value's, so that both stand on one line.
        taller = look.font(use).pointSizeF() / look.font(Use.TABLE).pointSizeF()
        self._caption = Paragraph(look, caption, Use.TABLE, Role.SECONDARY, line_height=READING * taller)
        self._value = Paragraph(look, "", use)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self._value, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._turn)
        self._turn()

    @property
    def text(self) -> str:
        """The value shown, empty while it is not there."""
        return "" if self.isHidden() else self._value.text()

    def show_runs(self, *runs: Run) -> None:
        """Show a value, or take caption and all away."""
        self._value.set_runs(*runs)
        words = self._value.text()
        self._value.setAccessibleName(f"{self._caption.text()}: {words}")
        show_if(self, bool(words.strip()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        px = self._look.px
        is_narrow = 0 < self.width() < px(_NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(wanted)
        self._box.setSpacing(0 if is_narrow else px(8))
        self._caption.setFixedWidth(px(_CAPTION))


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
        self.in_letters = SideValue(look, "In letters", Use.NAME)
        self.own_script = SideValue(look, "Own script", Use.LETTER_TITLE)
        self.others = SideValue(look, "Also written")
        self.say = SideValue(look, "Say")
        self.born_work = SideValue(look, "Born, work")
        self.change_button = QuietButton(look, "Change", small=True)
        self.change_button.setObjectName("change_person")
        self.log = LogPart(desk)
        self._place_parts()
        self.change_button.clicked.connect(self.change)
        look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self) -> None:
        self._reading = QWidget()
        self._values = QVBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        parts = (self.flag, self._why, self.in_letters, self.own_script, self.others, self.say, self.born_work)
        for part in (self._title, *parts):
            self._values.addWidget(part)
        self._row = QHBoxLayout(self._reading)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._values, 1)
        self._row.addWidget(self.change_button, 0, top)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._reading)
        self._column.addWidget(self.log)

    @property
    def person_id(self) -> str:
        """Whose part it is; empty before one is shown."""
        return "" if self._person is None else self._person.id

    def show_person(self, person: Person, situations: Sequence[Situation], outcomes: Sequence[Outcome]) -> None:
        """Show a person and these entries of their log."""
        if self._person is None or self._person.id != person.id:
            self.leave()
        self._person = person
        self._show_values(person)
        self.log.show_log(person.case_id, person.id, situations, outcomes)

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
        self.log.follow(changes, origin)

    def leave(self) -> None:
        """Keep what is typed and take the forms away."""
        if self.form is not None:
            self.form.leave()
        self.log.leave()

    def _show_values(self, person: Person) -> None:
        self._title.setText(shown_name(person) or WITHHELD)
        show_if(self._title, self._is_titled and not person.withheld)
        show_if(self.flag, person.withheld)
        show_if(self._why, person.withheld)
        is_open = not person.withheld
        shown = (person.in_letters or ("" if self._is_titled else person.name)).strip()
        self.in_letters.show_runs(Run(shown if is_open else ""))
        self.own_script.show_runs(Run(person.own_script.strip() if is_open else ""))
        others = (in_own_direction(line.strip()) for line in person.other_names.splitlines() if line.strip())
        self.others.show_runs(Run(", ".join(others) if is_open else ""))
        self.say.show_runs(Run(person.say.strip() if is_open else ""))
        born = spoken(person.born) if person.born is not None else ""
        self.born_work.show_runs(Run(", ".join(part for part in (born, person.work.strip()) if part)))
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
