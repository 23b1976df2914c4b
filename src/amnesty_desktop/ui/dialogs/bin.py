# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin: what lies in it, since when, and the way back."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from ...domain.spoken_dates import spoken
from ...edits import bin as bin_edits
from ...store.bin import BIN_DAYS, Binned, binned
from ..desk import Desk
from ..theme import Role as Colour
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame, Role
from .line_list import Line, LineList

_WORDS = {
    "cases": "Case",
    "people": "Person",
    "situations": "Entry",
    "claims": "Fact",
    "sources": "Source",
    "supports": "Source",
    "asks": "Request",
    "goals": "Goal",
    "cautions": "Caution",
    "sheets": "Sheet",
    "diary_notes": "Diary note",
    "relations": "Relation",
    "assessments": "Finding",
    "addressees": "Address",
    "letters": "Letter",
    "replies": "Reply",
    "outcomes": "Outcome",
    "attachments": "Document",
    "tallies": "Count",
    "members": "Member",
    "meetings": "Meeting",
    "own_templates": "Template",
}


class BinDialog(DialogFrame):
    """Everything in the bin, newest first; Enter puts the chosen one back."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Bin", parent, size=(620, 480))
        self._desk = desk
        words = f"What is put into the bin stays for {BIN_DAYS} days, then it goes for good."
        self.add(Paragraph(desk.look, words, role=Colour.SECONDARY))
        self.list = LineList(desk.look, "What lies in the bin")
        self.list.setObjectName("bin")
        self.list.itemActivated.connect(self._put_back)
        self._empty = Paragraph(desk.look, "The bin is empty.")
        self.content.addWidget(self._empty)
        self.content.addWidget(self.list, 1)
        self.content.addStretch()
        self._leave = self.add_close()
        self._back = self.add_button("&Put back", Role.ActionRole)
        self._back.clicked.connect(self._put_back)
        self._fill()

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.show_lines(_line(found) for found in binned(self._desk.session.file.engine))
        is_empty = self.list.count() == 0
        self._empty.setVisible(is_empty)
        self.list.setVisible(not is_empty)
        self._back.setEnabled(not is_empty)
        if is_empty:
            self._leave.setFocus()
        else:
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            self.list.setFocus()

    def _put_back(self) -> None:
        line = self.list.chosen
        if line is None:
            return
        found: Binned = line.value
        word = _WORDS.get(found.table, "entry").lower()
        edit = partial(bin_edits.put_back, table=found.table, row_id=found.row_id)
        self._desk.session.edit(f"Put the {word} back", edit, self)
        self._fill()


def _line(found: Binned) -> Line:
    day = datetime.fromisoformat(found.at).astimezone().date()
    text = " ".join(found.text.split())[:120] or "Without words"
    return Line(text, _WORDS.get(found.table, "Entry"), f"since {spoken(day)}", found)
