# SPDX-License-Identifier: GPL-3.0-or-later
"""The group's directory: addresses kept for every case, searched, changed, and used for the case one is in."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.addressee import Addressee
from ...domain.case import Case
from ...domain.countries import country_name
from ...domain.names import matches
from ...domain.person import Person
from ...domain.printed import who
from ...domain.vocabularies import label
from ...edits import addressees
from ...edits import bin as bin_edits
from ...edits.drafting import IN_ORDER
from ..cases.addressee_form import AddresseeForm
from ..desk import Desk
from ..showing import show_if
from ..theme import Role as Colour
from ..widgets.paragraph import Paragraph
from ..widgets.search_box import SearchBox
from .frame import DialogFrame, Role
from .line_list import Line, LineList

_WORDS = "Embassies, ministries, newspapers and others that letters of several cases go to."


class Addresses(DialogFrame):
    """The entries of the directory; case_id is the case one came from, empty for none."""

    def __init__(self, desk: Desk, case_id: str, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Addresses", parent, size=(680, 620))
        self._desk = desk
        self._case_id = case_id
        self.form: AddresseeForm | None = None
        self.search = SearchBox(desk.look, "Search addresses …")
        self.search.setObjectName("addresses_search")
        self.list = LineList(desk.look, "Addresses of our group")
        self.list.setObjectName("addresses")
        self.empty = Paragraph(desk.look, "", role=Colour.SECONDARY)
        self._form_place = QVBoxLayout()
        self._build()
        self._fill()
        desk.session.changed.connect(self._on_changed)

    def _build(self) -> None:
        self.add(Paragraph(self.look, _WORDS, role=Colour.SECONDARY), self.search, self.list, self.empty)
        self.content.setStretchFactor(self.list, 1)
        self.content.addLayout(self._form_place)
        self.add_close()
        self.use = self.add_button("&Use for this case", Role.ActionRole, primary=True)
        self.change = self.add_button("C&hange", Role.ActionRole)
        self.new = self.add_button("&New address", Role.ActionRole)
        self.bin = self.add_button("&Bin", Role.ActionRole)
        self.use.clicked.connect(self._use)
        self.change.clicked.connect(self._change)
        self.new.clicked.connect(self._new)
        self.bin.clicked.connect(self._bin)
        self.list.itemActivated.connect(self._use if self._case_id else self._change)
        self._pause = QTimer(self, interval=60, singleShot=True)
        self._pause.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.search.list_requested.connect(lambda: self.list.setFocus())
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Addressee | None:
        """The entry that is chosen."""
        line = self.list.chosen
        return None if line is None else line.value

    def done(self, result: int) -> None:
        self._close_form()
        super().done(result)

    def _fill(self) -> None:
        if self._desk.session.is_locked:
            return
        row, query = max(self.list.currentRow(), 0), self.search.text().strip()
        every = self._desk.session.file.all(Addressee, case_id=None, order="office, name, key")
        found = [entry for entry in every if not query or matches(query, _text(entry))]
        self.list.show_lines(_line(entry) for entry in found)
        self.list.setCurrentRow(min(row, len(found) - 1))
        nothing = "No address matches." if every else "No addresses yet. Add one here, or keep one of a case."
        self.empty.setText("" if found else nothing)
        show_if(self.empty, not found)
        show_if(self.use, bool(self._case_id))
        for button in (self.use, self.change, self.bin):
            button.setEnabled(bool(found))

    def _use(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        file = self._desk.session.file
        case = file.get(Case, self._case_id)
        edit = partial(addressees.use_for_case, entry_id=entry.id, case_id=case.id)
        if self._desk.session.edit("Use an address for the case", edit) is not None:
            people = file.all(Person, case_id=case.id, order=IN_ORDER)
            self.accept()
            self._desk.wishes.told.emit(f"{_named(entry)} can be written to for {who(people, case)}.", True)

    def _new(self) -> None:
        self._open(Addressee(), is_new=True)

    def _change(self) -> None:
        if self.chosen is not None:
            self._open(self.chosen, is_new=False)

    def _open(self, entry: Addressee, *, is_new: bool) -> None:
        self._close_form()
        self.form = AddresseeForm(self._desk)
        self.form.done.connect(self._close_form, Qt.ConnectionType.QueuedConnection)
        self.form.load(entry, is_new=is_new)
        self._form_place.addWidget(self.form)
        self.form.show()
        self.form.fields["office"].editor.setFocus()

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.keeper.settle()
            self._desk.session.remove_keeper(form.keeper)
            form.hide()
            form.deleteLater()

    def _bin(self) -> None:
        entry = self.chosen
        if entry is not None:
            put = partial(bin_edits.put, values=[entry], at=datetime.now(UTC))
            self._desk.session.edit("Put an address into the bin", put)

    def _on_changed(self, changes: object, _origin: object) -> None:
        self._fill()


def _named(entry: Addressee) -> str:
    return entry.office.strip() or entry.name.strip() or entry.email.strip() or "No name yet"


def _text(entry: Addressee) -> str:
    country = country_name(entry.country) if entry.country else ""
    return f"{entry.office} {entry.name} {entry.address} {country} {label(entry.role)}"


def _line(entry: Addressee) -> Line:
    country = country_name(entry.country) if entry.country else ""
    second = entry.name.strip() if entry.office.strip() else ""
    return Line(_named(entry), second or country, label(entry.role), entry)
