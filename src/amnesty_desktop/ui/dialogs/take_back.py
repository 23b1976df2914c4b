# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter that was changed in Word, beside the letter of the file: what differs, and whether to take it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.taken_back import Difference
from ...edits.taking_back import TakenBack
from ..look import Look
from ..texts import counted
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame, Role

_PARTS = {
    "address": "Address",
    "subject": "Subject",
    "salutation": "Salutation",
    "body": "Letter",
    "close": "Close",
    "signature": "Name",
    "enclosures": "Enclosures",
    "copies": "Copies",
}
_NOTHING = "—"


class TakeBack(DialogFrame):
    """Signal: accepted_back(TakenBack)."""

    accepted_back = Signal(object)

    def __init__(self, look: Look, taken: TakenBack, parent: QWidget | None) -> None:
        super().__init__(look, "A letter comes back from Word", parent, size=(860, 620))
        self.taken = taken
        self.add(Paragraph(look, _summary(taken), role=Colour.SECONDARY))
        if taken.differences:
            self.add(_Sides(look, taken.differences))
        self.content.addStretch(1)
        self.add_close("&Leave it as it is" if taken.differences else "&Close")
        if taken.differences:
            words = "&This is what was posted" if taken.is_sent else "&Take it back"
            button = self.add_button(words, Role.AcceptRole, primary=True)
            button.setObjectName("take_back")
            button.clicked.connect(self._on_taken)
            button.setFocus()

    def _on_taken(self) -> None:
        self.accept()
        self.accepted_back.emit(self.taken)


def _summary(taken: TakenBack) -> str:
    if not taken.differences:
        return "The words in the Word file are the words of the letter here. There is nothing to take back."
    number = len(taken.differences)
    places = f"{counted(number, 'place', 'places')} {'differs' if number == 1 else 'differ'}."
    if taken.is_sent:
        return f"{places} This letter is marked as sent: say whether the Word file is what was posted."
    return f"{places} Facts stay with their sentences where the words still are; the letter is checked anew."


class _Sides(QWidget):
    """Each difference in a row: what it is, the words here, the words from Word."""

    def __init__(self, look: Look, found: tuple[Difference, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(12))
        for column, words in ((1, "In the file"), (2, "From Word")):
            grid.addWidget(Paragraph(look, words, Use.CAPTION, Colour.SECONDARY), 0, column)
            grid.setColumnStretch(column, 1)
        before = ""
        for row, each in enumerate(found, 1):
            name = _PARTS[each.part] if each.part != before else ""
            before = each.part
            grid.addWidget(Paragraph(look, name, Use.CAPTION, Colour.SECONDARY), row, 0)
            grid.addWidget(Paragraph(look, each.before or _NOTHING, Use.TABLE, Colour.SECONDARY), row, 1)
            grid.addWidget(Paragraph(look, each.after or _NOTHING, Use.TABLE), row, 2)
