# SPDX-License-Identifier: GPL-3.0-or-later
"""The people and the addressees of a sheet as rows of fields: corrected, taken away, or added."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ...domain.addressee import Addressee, AddresseeRole
from ...domain.person import Person, Sex
from ...domain.vocabularies import label
from ..cases.fields import BlockField, ChoiceField, CountryField, Field, LineField, SideBySide
from ..look import Look
from ..widgets.buttons import LinkButton, QuietButton
from ..widgets.section_head import SectionHead

R = TypeVar("R", Person, Addressee)
_SEXES: tuple[tuple[Sex | None, str], ...] = ((None, "not marked"), *((sex, label(sex)) for sex in Sex))
_NAMING = ((False, "Yes"), (True, "No, withhold it"))
_PAUSE_MS = 1


class RecordRow(QWidget):
    """The fields of one record, and the link that takes it away. Signal: taken_away()."""

    taken_away = Signal()

    def __init__(self, look: Look, record: Any, fields: Sequence[Field], lines: Sequence[QWidget], what: str) -> None:
        super().__init__()
        self.record = record
        self.fields = {field.name: field for field in fields}
        self.away = LinkButton(look, "Take away")
        self.away.setAccessibleName(f"Take {what} away")
        self.away.clicked.connect(self.taken_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, look.px(12))
        column.setSpacing(look.px(8))
        for line in (*lines, self.away):
            column.addWidget(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for name, field in self.fields.items():
            field.show_value(_shown(getattr(record, name)))

    def value(self) -> Any:
        """The record as corrected; what is no value yet leaves the field as it was read."""
        new = {name: field.value() for name, field in self.fields.items() if not field.loose_words}
        if "age" in new:
            new["age"] = int(new["age"]) if str(new["age"]).isdecimal() and len(str(new["age"])) < 4 else None
        return replace(self.record, **new)


def person_row(look: Look, person: Person) -> RecordRow:
    """The fields of a person."""
    name, work = LineField(look, "name", "Name"), LineField(look, "work", "Work")
    sex, age = ChoiceField(look, "sex", "Marked as", _SEXES), LineField(look, "age", "Age")
    withheld = ChoiceField(look, "withheld", "May the name be used?", _NAMING)
    lines = (SideBySide(look, name, work), SideBySide(look, sex, age, withheld, least=110))
    return RecordRow(look, person, (name, work, sex, age, withheld), lines, "this person")


def addressee_row(look: Look, addressee: Addressee) -> RecordRow:
    """The fields of somebody to write to."""
    roles = [(role, label(role)) for role in AddresseeRole]
    office, name = LineField(look, "office", "Office"), LineField(look, "name", "Name line, as printed")
    address = BlockField(look, "address", "Address, without the country", lines=3)
    country, role = CountryField(look, "country", "Country"), ChoiceField(look, "role", "Why we write to them", roles)
    salutation = LineField(look, "salutation", "Salutation, as printed")
    languages = LineField(look, "languages", "Languages they read")
    ways = [
        LineField(look, field, words) for field, words in (("email", "E-mail"), ("fax", "Fax"), ("phone", "Telephone"))
    ]
    lines = (
        SideBySide(look, office, name),
        address,
        SideBySide(look, country, role),
        SideBySide(look, salutation, languages),
        SideBySide(look, *ways, least=110),
    )
    fields = (office, name, address, country, role, salutation, languages, *ways)
    return RecordRow(look, addressee, fields, lines, "this address")


class RecordRows(QWidget, Generic[R]):
    """Rows under a heading, made one after another so that a long list lets nothing wait.

    Signals: edited(); row_made(RecordRow, number of the record on the sheet, -1 for an added one).
    """

    edited = Signal()
    row_made = Signal(object, int)

    def __init__(self, look: Look, title: str, add: str, make: Callable[[Look, R], RecordRow]) -> None:
        super().__init__()
        self._look = look
        self._make: Callable[[Look, R], RecordRow] = make
        self._fresh: Callable[[], R] | None = None
        self._waiting: list[tuple[int, R]] = []
        self.rows: list[RecordRow] = []
        self.head = SectionHead(look, title)
        self.add = QuietButton(look, add, small=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self._column.addWidget(self.head)
        self._column.addWidget(self.add)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._make_next)
        self.add.clicked.connect(self._add)

    def show_records(self, records: Sequence[R], fresh: Callable[[], R]) -> None:
        """Show other records; fresh makes an empty one to be added."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows, self._fresh = [], fresh
        self._waiting = list(enumerate(records))
        self.head.set_count(len(records))
        self._make_next()

    def values(self) -> tuple[R, ...]:
        """The records as corrected, those whose row is not made yet as they were read."""
        return (*(row.value() for row in self.rows), *(record for _, record in self._waiting))

    def _make_next(self) -> None:
        if self._waiting:
            number, record = self._waiting.pop(0)
            self._put(record, number)
        if self._waiting:
            self._later.start()

    def _put(self, record: R, number: int) -> RecordRow:
        row: RecordRow = self._make(self._look, record)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.taken_away.connect(lambda: self._take_away(row))
        for field in row.fields.values():
            field.edited.connect(lambda _name: self.edited.emit())
        self.row_made.emit(row, number)
        return row

    def _add(self) -> None:
        if self._fresh is not None:
            row = self._put(self._fresh(), -1)
            next(iter(row.fields.values())).editor.setFocus()
            self._tell()

    def _take_away(self, row: RecordRow) -> None:
        self.add.setFocus()
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._tell()

    def _tell(self) -> None:
        self.head.set_count(len(self.rows) + len(self._waiting))
        self.edited.emit()


def _shown(value: Any) -> Any:
    return str(value) if type(value) is int else value
