# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of one addressee: name and address as the sheet prints them, the rest under "Add more"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ...domain.addressee import Addressee, AddresseeRole, Allowed, Takes
from ...domain.case_check import addressee_problems
from ...domain.person import Person
from ...domain.printed import WITHHELD, shown_name
from ...domain.problems import Problem
from ...domain.vocabularies import label
from ...edits import addressees
from ...store.recorder import Transaction
from ..desk import Desk
from ..showing import show_if
from ..widgets.buttons import QuietButton
from .fields import BlockField, ChoiceField, CountryField, DateField, LineField, SideBySide
from .record_form import RecordForm

_LANGUAGES = (("en", "English"), ("fr", "French"), ("es", "Spanish"), ("de", "German"))
_RULES = ("amnesty", "sender_address", "religion", "takes", "number_needed", "rules_on")
"""What is asked of a section before post goes to a prisoner, a family or a prison."""
_RULED = frozenset({AddresseeRole.PRISONER, AddresseeRole.FAMILY, AddresseeRole.PRISON})
_FIRST = ("name", "office", "address", "country", "role")


class AddresseeForm(RecordForm[Addressee]):
    """Changes one addressee and saves itself. Signals: done(); next_requested() when Enter ends a new one."""

    noun = "addressee"
    label = "Change whom to write to"
    done = Signal()
    next_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_open_wide = False
        self.done_button = QuietButton(desk.look, "Done", small=True)
        self.done_button.setObjectName("addressee_done")
        self.more = QuietButton(desk.look, "Add more", small=True)
        self._add_fields()
        self._column = QVBoxLayout(self)
        self._place_parts()
        self.done_button.clicked.connect(self.done)
        self.more.clicked.connect(self._show_more)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def _add_fields(self) -> None:
        look = self._desk.look
        roles = [(role, label(role)) for role in AddresseeRole]
        yes_no = [(one, label(one)) for one in Allowed]
        asked = {
            "amnesty": "May post name Amnesty?",
            "sender_address": "A return address?",
            "religion": "Religious words?",
            "number_needed": "Prisoner’s number needed?",
        }
        self.add(
            LineField(look, "office", "Office", prompt="Minister of Justice"),
            LineField(look, "name", "Name line, as printed", prompt="Name and titles"),
            BlockField(look, "address", "Address, without the country", lines=3),
            CountryField(look, "country", "Country"),
            ChoiceField(look, "role", "Why we write to them", roles),
            LineField(look, "salutation", "Salutation, as printed", prompt="Your Excellency"),
            LineField(look, "close", "Close, as printed"),
            ChoiceField(look, "language", "Language of letters", _LANGUAGES),
            DateField(look, "checked_on", "Address checked", self._desk.session.today),
            LineField(look, "email", "E-mail"),
            LineField(look, "fax", "Fax"),
            LineField(look, "phone", "Telephone"),
            LineField(look, "languages", "Languages they read", prompt="as the sheet says"),
            ChoiceField(look, "person_id", "Whom it is, or whose family", [(None, "Not said")]),
            *(ChoiceField(look, name, words, yes_no) for name, words in asked.items()),
            ChoiceField(look, "takes", "What gets through", [(one, label(one)) for one in Takes]),
            DateField(look, "rules_on", "Rules checked", self._desk.session.today, hint="with your section"),
        )
        self.fields["role"].edited.connect(lambda _name: self._unfold())

    def _place_parts(self) -> None:
        look, f = self._desk.look, self.fields
        for part in (
            SideBySide(look, f["office"], f["name"]),
            f["address"],
            SideBySide(look, f["country"], f["role"]),
            SideBySide(look, f["salutation"], f["close"]),
            SideBySide(look, f["language"], f["checked_on"]),
            SideBySide(look, f["email"], f["fax"], f["phone"], least=140),
            f["languages"],
            SideBySide(look, f["person_id"], f["takes"]),
            SideBySide(look, f["amnesty"], f["sender_address"], f["religion"], least=150),
            SideBySide(look, f["number_needed"], f["rules_on"]),
        ):
            self._column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.done_button)
        row.addWidget(self.more)
        row.addStretch(1)
        self._column.addLayout(row)

    def load(self, record: Addressee, *, is_new: bool = False) -> None:
        self._is_open_wide = False
        self._offer_people(record)
        super().load(record, is_new=is_new)
        self._unfold()

    def _offer_people(self, record: Addressee) -> None:
        file = self._desk.session.file
        people = file.all(Person, case_id=record.case_id, order="position, key") if record.case_id else []
        named = [(person.id, shown_name(person) or WITHHELD) for person in people]
        field = self.fields["person_id"]
        assert isinstance(field, ChoiceField)
        field.offer([(None, "Not said"), *named])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            goes_on = self._is_new and self.is_worth_adding(self.value())
            (self.next_requested if goes_on else self.done).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def is_worth_adding(self, value: Addressee) -> bool:
        return bool(value.name or value.office or value.address or value.email)

    def problems(self, value: Addressee) -> list[Problem]:
        # An empty form is not yet wrong.
        return addressee_problems(value, self._desk.session.today()) if self.is_worth_adding(value) else []

    def save(self, write: Transaction, value: Addressee) -> None:
        addressees.save(write, value)

    def _unfold(self) -> None:
        hidden, is_ruled = 0, self.fields["role"].value() in _RULED
        for name, field in self.fields.items():
            default = name == "language" and field.value() == "en"
            is_shown = self._is_open_wide or name in _FIRST or (field.is_filled and not default)
            if name in (*_RULES, "person_id"):
                is_shown = is_ruled or (field.value() not in (None, Allowed.UNKNOWN, Takes.UNKNOWN))
            field.setVisible(is_shown)
            hidden += not is_shown and name not in (*_RULES, "person_id")
        show_if(self.more, bool(hidden))

    def _show_more(self) -> None:
        self._is_open_wide = True
        self._unfold()
        self.fields["salutation"].editor.setFocus()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(0, px(8), 0, px(12))
        self._column.setSpacing(px(12))
