# SPDX-License-Identifier: GPL-3.0-or-later
"""The other cases that are likely to be about the same person: one press opens one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.person import Person
from ...store.alike import people_alike
from ..cases.already_there import described
from ..desk import Desk
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import OneLine

_MOST = 5


class OtherCases(QWidget):
    """Nothing at all where nobody in another case is like this person, or where they were told apart."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.lines: list[LinkButton] = []
        self._caption = OneLine(desk.look, "Perhaps the same person", Use.CAPTION, Role.SECONDARY)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._caption)
        desk.look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_person(self, person: Person) -> None:
        """Look for a person in the other cases of the file."""
        file = self._desk.session.file
        case = file.find(Case, person.case_id)
        found = people_alike(file, person, case.country if case else "")
        cases = dict.fromkeys(each.case_id for each in found if each.case_id != person.case_id)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(case_id) for case_id in [*cases][:_MOST]]
        show_if(self, bool(self.lines))

    def _line(self, case_id: str) -> LinkButton:
        words = described(self._desk.session.file, case_id)
        short = words if len(words) <= 70 else f"{words[:69].rstrip()}…"
        line = LinkButton(self._desk.look, short.replace("&", "&&"))
        line.setAccessibleName(f"Perhaps the same person: open {words}")
        line.clicked.connect(lambda: self._desk.wishes.case_requested.emit(case_id, "people"))
        self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeading)
        return line

    def _restyle(self) -> None:
        self._column.setSpacing(self._desk.look.px(4))
