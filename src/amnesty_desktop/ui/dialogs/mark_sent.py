# SPDX-License-Identifier: GPL-3.0-or-later
"""Mark letters as sent: when, how, and what it cost."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ...domain.annual_report import money
from ...domain.dates import PartialDate
from ...domain.letter import MOST_SIGNATURES, Channel
from ...domain.plain_numbers import read_number
from ...domain.problems import Problem
from ...domain.vocabularies import label
from ..desk import Desk
from ..texts import counted
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.form_field import FormField
from ..widgets.paragraph import Paragraph
from ..widgets.partial_date_edit import PartialDateEdit
from .frame import DialogFrame, Role

_NOBODY_SIGNED = Problem(
    "signatures",
    f"This is no number of people from 1 to {MOST_SIGNATURES:,}.",
    "Write how many signed each letter; the writer alone is 1.",
)
_MOST_POSTAGE = Decimal(100_000)


@dataclass(frozen=True, slots=True)
class Posting:
    """How letters went out; postage of each in hundredths, None where nobody noted it; signatures on each."""

    on: date
    channel: Channel
    postage: int | None
    signatures: int = 1


class UnreadablePostage(ValueError):
    """These words are no sum of money."""


def read_postage(text: str) -> int | None:
    """Hundredths from what people write: "2.50", "2,50", "£ 2.50", "3"; None for nothing. Raises UnreadablePostage."""
    plain = "".join(sign for sign in text if sign.isdigit() or sign in ".,-").replace(",", ".")
    if not text.strip():
        return None
    try:
        sum_of_money = Decimal(plain)
    except InvalidOperation:
        raise UnreadablePostage(text) from None
    if not 0 <= sum_of_money < _MOST_POSTAGE or sum_of_money != round(sum_of_money, 2):
        raise UnreadablePostage(text)
    return int(sum_of_money * 100)


_POSTAGE_HINT = "For each letter, such as 2.20; leave it empty if you do not keep account"


class MarkSent(DialogFrame):
    """Signal: decided(Posting)."""

    decided = Signal(object)

    def __init__(self, desk: Desk, number: int, channel: Channel, parent: QWidget | None) -> None:
        what = "Mark the letter as sent" if number == 1 else f"Mark {counted(number, 'letter', 'letters')} as sent"
        super().__init__(desk.look, what, parent, size=(520, 520))
        self._desk = desk
        self.on = PartialDateEdit(desk.look, "on", today=desk.session.today)
        self.channel = QComboBox()
        self.postage = QLineEdit()
        self.signatures = QLineEdit("1")
        self._fields = {
            "on": FormField(desk.look, "on", "&When", self.on),
            "channel": FormField(desk.look, "channel", "&How", self.channel),
            "postage": FormField(desk.look, "postage", "&Postage", self.postage, hint=_POSTAGE_HINT),
            "signatures": FormField(
                desk.look, "signatures", "Signed by how &many", self.signatures, hint="People who signed each letter"
            ),
        }
        self._number = number
        self._build(channel)

    def _say_total(self) -> None:
        """Say what several letters cost together."""
        try:
            postage = read_postage(self.postage.text())
        except UnreadablePostage:
            postage = None
        if postage is None or self._number == 1:
            self._fields["postage"].set_hint(_POSTAGE_HINT)
        else:
            self._fields["postage"].set_hint(f"{self._number} letters: {money(postage * self._number)} together")

    def _build(self, channel: Channel) -> None:
        for part, name in (
            (self.on, "sent_on"),
            (self.channel, "channel"),
            (self.postage, "postage"),
            (self.signatures, "signatures"),
        ):
            part.setObjectName(name)
        for one in Channel:
            self.channel.addItem(label(one), one.value)
        self.channel.setCurrentIndex(self.channel.findData(channel.value))
        self.postage.textChanged.connect(self._say_total)
        self.on.set_value(PartialDate.of(self._desk.session.today()))
        self.add(*self._fields.values())
        words = "From then on the letter stays as it was posted. “Undo” takes this back."
        self.add(Paragraph(self.look, words, Use.CAPTION, Colour.SECONDARY))
        self.content.addStretch(1)
        self.add_close("&Leave it")
        self.add_button("Mark as &sent", Role.AcceptRole, primary=True).clicked.connect(self._on_sent)
        self.on.setFocus()

    def _on_sent(self) -> None:
        for field in self._fields.values():
            field.clear_problem()
        day = self._read_day()
        try:
            postage = read_postage(self.postage.text())
        except UnreadablePostage:
            wrong = Problem("postage", "This is no sum of money.", "Write it like 2.20, or leave it empty.")
            self._fields["postage"].show_problem(wrong)
            self.postage.setFocus()
            return
        signatures = read_number(self.signatures.text() or "1")
        if signatures is None or not 1 <= signatures <= MOST_SIGNATURES:
            self._fields["signatures"].show_problem(_NOBODY_SIGNED)
            self.signatures.setFocus()
            return
        if day is not None:
            self.accept()
            self.decided.emit(Posting(day, Channel(self.channel.currentData()), postage, signatures))

    def _read_day(self) -> date | None:
        value = self.on.value
        if value is not None and value.is_day and value.earliest <= self._desk.session.today():
            return value.earliest
        wrong = self.on.problem or Problem("on", "A day is needed that has come.", "Write day, month and year.")
        self._fields["on"].show_problem(wrong)
        self.on.setFocus()
        return None
