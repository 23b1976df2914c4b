# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a case writes to: a line for each addressee, with a button to write, or to change, add and take away."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.addressee import Addressee, AddresseeRole
from ...domain.case import Case
from ...domain.caution import Caution
from ...domain.countries import country_name
from ...domain.dates import PartialDate
from ...domain.forms_of_address import is_personal
from ...domain.please_mind import barring_caution, said_of
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...edits import addressees as addressee_edits
from ...edits import bin as bin_edits
from ..desk import Desk
from ..look import Look
from ..showing import show_if
from ..texts import in_own_direction
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import NARROW, Paragraph, Run
from ..widgets.section_head import SectionHead
from .addressee_form import AddresseeForm
from .kept_form import had_focus


def addressee_runs(addressee: Addressee, case_country: str) -> tuple[Run, ...]:
    """Say who it is: the office or the name strong, then the place, and what is special about them."""
    first = addressee.office.strip() or addressee.name.strip() or addressee.email.strip() or "No name yet"
    lines = [line.strip(" ,") for line in addressee.address.splitlines() if line.strip(" ,")]
    notes = [addressee.name.strip() if addressee.office.strip() else "", lines[-1] if lines else ""]
    if addressee.country and addressee.country != case_country:
        notes.append(country_name(addressee.country))
    if addressee.role is not AddresseeRole.TARGET:
        notes.append(label(addressee.role).lower() if addressee.role is AddresseeRole.COPY else label(addressee.role))
    rest = ", ".join(in_own_direction(note) for note in notes if note)
    runs = (Run(first, strong=True),)
    return (*runs, Run(f"  {rest}", Role.SECONDARY)) if rest else runs


def back_runs(came_back: PartialDate | None) -> tuple[Run, ...]:
    """Say that post came back from there; nothing where none did."""
    if came_back is None:
        return ()
    day = f" ({spoken(came_back)})" if came_back.is_known else ""
    return (Run(f"  Post came back{day}: check the address.", Role.RED),)


class AddresseeLine(QWidget):
    """One addressee on a line, with its buttons at the end. Signals: write_requested(), change_requested(),
    bin_requested(), keep_requested()."""

    write_requested = Signal()
    change_requested = Signal()
    bin_requested = Signal()
    keep_requested = Signal()

    def __init__(
        self,
        look: Look,
        addressee: Addressee,
        case: Case,
        *,
        may_change: bool,
        barred: str = "",
        came_back: PartialDate | None = None,
    ) -> None:
        super().__init__()
        self.addressee = addressee
        words = Paragraph(look, "", Use.BODY, line_height=NARROW)
        notes = [Run(f"  {barred}", Role.AMBER)] if barred else []
        words.set_runs(*addressee_runs(addressee, case.country), *notes, *back_runs(came_back))
        named = addressee.office.strip() or addressee.name.strip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(5), 0, look.px(5))
        row.setSpacing(look.px(8))
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        # A prisoner or a family belongs to one case only.
        keep = () if addressee.entry_id or is_personal(addressee) else (("Keep for all", self.keep_requested),)
        wishes = (("Change", self.change_requested), *keep, ("Bin", self.bin_requested))
        for word, signal in wishes if may_change else (("Write", self.write_requested),):
            button = QuietButton(look, word, small=True)
            button.setObjectName(f"addressee_{word.split()[0].lower()}")
            button.setAccessibleName(f"{word}: {named}")
            button.clicked.connect(signal)
            # The head or the line says why; a button that can never work would only be in the way.
            if word != "Write" or not (case.no_contact.strip() or barred):
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class WriteTo(QWidget):
    """The addressees of a case. With may_change they can be added, changed in place and put into the bin.

    Signal: changed_order(), when a form has come in between or gone, for the way of the Tab key.
    """

    changed_order = Signal()

    def __init__(self, desk: Desk, *, may_change: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._may_change = may_change
        self._case_id = ""
        self._shown: object = None
        self._lines: list[AddresseeLine] = []
        self.head = SectionHead(desk.look, "Write to", button="Add" if may_change else "")
        self.form: AddresseeForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        if self.head.button is not None:
            self.head.button.setObjectName("addressee_add")
            self.head.button.setAccessibleName("Add somebody to write to")
            self.head.button.clicked.connect(self._on_add)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.look.changed.connect(self._rebuild)

    @property
    def lines(self) -> list[AddresseeLine]:
        """The lines shown."""
        return list(self._lines)

    def load(self, case_id: str) -> None:
        """Settle, and show the addressees of another case; one whose typing was kept opens again."""
        self.close_form()
        self._case_id = case_id
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Show the addressees as they are now; the one being changed keeps its typing."""
        file = self._desk.session.file
        case = file.find(Case, self._case_id)
        found = tuple(file.all(Addressee, case_id=self._case_id, order="position, key"))
        cautions = file.all(Caution, case_id=self._case_id)
        if case is None or (found, case.country, case.no_contact, cautions) == self._shown:
            return
        self._shown = (found, case.country, case.no_contact, cautions)
        if self.form is not None:
            changed = next((one for one in found if one.id == self.form.record.id), None)
            if changed is not None:
                self.form.reload(changed)
        self._rebuild()

    def settle(self) -> None:
        """Turn what is typed into an edit."""
        if self.form is not None:
            self.form.keeper.settle()

    def close_form(self) -> None:
        """Settle the form in place and put it away."""
        form, self.form = self.form, None
        if form is not None:
            form.keeper.settle()
            self._desk.session.remove_keeper(form.keeper)
            is_left = had_focus(form)
            form.hide()
            form.deleteLater()
            self._rebuild()
            self.changed_order.emit()
            if is_left and self.head.button is not None:
                self.head.button.setFocus()

    def _rebuild(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        file = self._desk.session.file
        case = file.find(Case, self._case_id) if self._case_id else None
        found = file.all(Addressee, case_id=self._case_id, order="position, key") if case else []
        self._lines = [self._line(addressee, case) for addressee in found] if case else []
        changing = self.form.record.id if self.form is not None else ""
        for place, line in enumerate(self._lines):
            self._column.insertWidget(place + 1, line)
            line.setVisible(line.addressee.id != changing)
        show_if(self, bool(self._lines) or self._may_change)

    def _line(self, addressee: Addressee, case: Case) -> AddresseeLine:
        cautions = self._desk.session.file.all(Caution, case_id=case.id, order="position, key")
        caution = barring_caution(cautions, addressee)
        barred = said_of(caution) if caution is not None else ""
        back = addressee_edits.came_back(self._desk.session.file, addressee.id)
        line = AddresseeLine(
            self._desk.look, addressee, case, may_change=self._may_change, barred=barred, came_back=back
        )
        line.write_requested.connect(lambda: self._desk.wishes.write_requested.emit(case.id, addressee.id))
        line.change_requested.connect(lambda: self._open(addressee))
        line.bin_requested.connect(lambda: self._bin(addressee))
        line.keep_requested.connect(lambda: self._keep(addressee))
        return line

    def _on_add(self) -> None:
        self.close_form()
        file = self._desk.session.file
        case = file.get(Case, self._case_id)
        place = file.count(Addressee, case_id=case.id)
        self._open(Addressee(case_id=case.id, country=case.country, position=place), is_new=True)

    def _open(self, addressee: Addressee, *, is_new: bool = False) -> None:
        self.close_form()
        form = AddresseeForm(self._desk)
        # Closed by way of the loop, as the button pressed belongs to the form.
        form.done.connect(self.close_form, Qt.ConnectionType.QueuedConnection)
        form.next_requested.connect(self._on_add, Qt.ConnectionType.QueuedConnection)
        self.form = form
        form.load(replace(addressee), is_new=is_new)
        self._rebuild()
        places = [line.addressee.id for line in self._lines]
        place = places.index(addressee.id) if addressee.id in places else len(places)
        self._column.insertWidget(place + 1, form)
        form.show()
        self.changed_order.emit()
        form.fields["office"].editor.setFocus()

    def _keep(self, addressee: Addressee) -> None:
        """Put an address into the directory of the group, for other cases."""
        keep = partial(addressee_edits.keep_in_directory, addressee_id=addressee.id)
        if self._desk.session.edit("Keep an address for all cases", keep):
            self._desk.wishes.told.emit("The address stands in the group’s addresses now, for every case.", True)

    def _bin(self, addressee: Addressee) -> None:
        put = partial(bin_edits.put, values=[addressee], at=datetime.now(UTC))
        if self._desk.session.edit("Put an addressee into the bin", put):
            named = addressee.office.strip() or addressee.name.strip() or "The addressee"
            self._desk.wishes.told.emit(f"“{named}” is in the bin.", True)
