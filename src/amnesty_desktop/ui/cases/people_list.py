# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a case that has many, as a list: one of them is shown below it."""

from array import array

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ...domain.name_mentions import names_of
from ...domain.names import matches
from ...domain.person import Person
from ...store.people import PersonFilter, person_keys
from ..desk import Desk
from ..models.people import case_people_columns, people_model
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.key_table import KeyTableView
from ..widgets.paragraph import NARROW, Paragraph

MANY = 4
"""People from which on a case shows a list and one person, instead of everybody below one another."""
_SEARCHED_FROM = 12
"""People from which on a line to search them helps more than it takes."""
_ROWS = 7


class CasePeopleList(QWidget):
    """Signal: chosen(person id), as the row changes."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        look = desk.look
        self.search = QLineEdit()
        self.search.setObjectName("case_people_search")
        self.search.setPlaceholderText("Find one of them …")
        self.search.setAccessibleName("Find one of the people")
        self.model = people_model(desk.session, case_people_columns)
        self.model.setParent(self)
        self.table = KeyTableView(look, self.model, "People of the case")
        self.table.setObjectName("case_people")
        self._nobody = Paragraph(look, "Nobody of this case matches.", Use.TABLE, Role.SECONDARY, line_height=NARROW)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.table, self._nobody):
            self._column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.textChanged.connect(lambda: self._fill())
        self.search.returnPressed.connect(self._go_to_list)
        self.table.current_changed.connect(self._tell)
        look.changed.connect(self._restyle)
        self._restyle()

    def load(self, case_id: str, person_id: str) -> None:
        """Show the people of a case, in the order of the sheet, with one of them chosen."""
        if case_id != self._case_id:
            self._case_id = case_id
            self.search.clear()
        self._fill()
        self.table.choose(self._desk.session.file.key_of(Person, person_id))

    def _fill(self) -> None:
        file, query = self._desk.session.file, self.search.text().strip()
        keys = person_keys(file.engine, PersonFilter(case_id=self._case_id, column="position"))
        if query:
            # A search over all people also finds them by the words of their case, which says nothing here.
            people = zip(keys, file.all(Person, case_id=self._case_id, order="position, key"), strict=True)
            keys = array("q", [key for key, person in people if matches(query, _words(person))])
        self.model.show(keys)
        rows = self.model.rowCount()
        show_if(self.search, rows >= _SEARCHED_FROM or bool(self.search.text()))
        show_if(self.table, rows > 0)
        show_if(self._nobody, rows == 0)
        self._set_height()

    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.table.choose_next(0 if self.table.currentIndex().isValid() else 1)
            self.table.setFocus()

    def _tell(self, key: int | None) -> None:
        person = None if key is None else self._desk.session.file.at_key(Person, key)
        if person is not None and person.case_id == self._case_id:
            self.chosen.emit(person.id)

    def _set_height(self) -> None:
        rows = min(max(self.model.rowCount(), 1), _ROWS)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * row + 2)

    def _restyle(self) -> None:
        self._column.setSpacing(self._desk.look.px(8))
        self._set_height()


def _words(person: Person) -> str:
    return " ".join((*names_of(person), person.work, person.organisation, person.prisoner_number))
