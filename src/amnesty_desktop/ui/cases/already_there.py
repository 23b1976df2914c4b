# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a case or a person that is being begun is in the file already: which one, why, and the way to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.countries import country_name
from ...domain.person import Person
from ...domain.printed import WITHHELD, paper, shown_name
from ...store.alike import Alike, cases_alike, people_alike
from ...store.cases import case_lines
from ...store.reading import Reading
from ..desk import Desk
from ..texts import announce, in_own_direction, left_to_right
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import NARROW, Paragraph

_SURE = 90
"""Points from which on it is said without a perhaps."""


def described(reading: Reading, case_id: str) -> str:
    """Say which case: whom it is about, its country and its paper."""
    case, key = reading.get(Case, case_id), reading.key_of(Case, case_id)
    line = next(iter(case_lines(reading.engine, [] if key is None else [key])), None)
    who = in_own_direction(line.who) if line else ""
    country = country_name(case.country) if case.country else ""
    return ", ".join(filter(None, (who, country, left_to_right(paper(case)))))


def question(reading: Reading, alike: Alike) -> str:
    """Say what is there already, and why it may be the same."""
    found = described(reading, alike.case_id)
    person = reading.find(Person, alike.other_id) if alike.noun == "people" else None
    if person is not None:
        found = f"{in_own_direction(shown_name(person) or WITHHELD)} ({found})"
    begins = "Already in the file" if alike.likeness.points >= _SURE else "Perhaps in the file already"
    return f"{begins}: {found}. {alike.likeness.sentence}"


class AlreadyThere(QWidget):
    """Names what is there. Signals: open_requested(case id), told_apart(noun, id of the other one)."""

    open_requested = Signal(str)
    told_apart = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._alike: Alike | None = None
        self.apart: list[str] = []
        """Ids of what was looked at and is not the same."""
        self.words = Paragraph(desk.look, "", Use.TABLE, Role.TEXT, line_height=NARROW)
        self.open = LinkButton(desk.look, "Open it")
        self.open.setObjectName("open_existing")
        self.other = LinkButton(desk.look, "It is not the same")
        self.other.setObjectName("not_the_same")
        row = QHBoxLayout()
        row.setSpacing(desk.look.px(16))
        row.addWidget(self.open)
        row.addWidget(self.other)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(2))
        column.addWidget(self.words)
        column.addLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.open.clicked.connect(self._open)
        self.other.clicked.connect(self._tell_apart)
        self.hide()

    def look_for_case(self, case: Case, people: Sequence[Person]) -> None:
        """Look for a case like this one; without one the line goes away."""
        self._show(cases_alike(self._desk.session.file, case, people))

    def look_for_person(self, person: Person) -> None:
        """Look for somebody like this person; without anybody the line goes away."""
        file = self._desk.session.file
        case = file.find(Case, person.case_id)
        self._show(people_alike(file, person, case.country if case else ""))

    def forget(self) -> None:
        """Begin anew, with another case or person."""
        self.apart.clear()
        self._show([])

    def _show(self, found: list[Alike]) -> None:
        alike = next((alike for alike in found if alike.other_id not in self.apart), None)
        is_news = alike is not None and (self._alike is None or alike.other_id != self._alike.other_id)
        self._alike = alike
        self.words.setText(question(self._desk.session.file, alike) if alike else "")
        self.setVisible(alike is not None)
        if is_news:
            announce(self, self.words.text())

    def _open(self) -> None:
        if self._alike is not None:
            self.open_requested.emit(self._alike.case_id)

    def _tell_apart(self) -> None:
        alike = self._alike
        if alike is not None:
            self.apart.append(alike.other_id)
            self.focusNextChild()
            self._show([])
            self.told_apart.emit(alike.noun, alike.other_id)
