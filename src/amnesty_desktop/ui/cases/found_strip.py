# SPDX-License-Identifier: GPL-3.0-or-later
"""Under the list: where in the chosen case the words of the search stand, and the way there."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ...store.context import Found, where_found
from ..desk import Desk
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import NARROW, Paragraph, Run

TAB_OF_TABLE = {
    **dict.fromkeys(("people", "situations", "relations", "assessments"), "people"),
    **dict.fromkeys(("claims", "sources", "supports"), "facts"),
    **dict.fromkeys(("letters", "replies", "tallies"), "letters"),
    "outcomes": "outcomes",
    "diary_notes": "story",
    "attachments": "documents",
}
"""The tab of a case on which a row of each table stands; the rest stands on the first."""
PLACES = {
    "people": "In a name",
    "cases": "In the case",
    "situations": "In what has happened",
    "claims": "In a fact",
    "asks": "In what we ask",
    "goals": "In a goal",
    "concerns": "In a concern",
    "letters": "In a letter",
    "replies": "In a reply",
    "outcomes": "In an outcome",
    "tallies": "In a count",
    "addressees": "In an address",
    "diary_notes": "In the diary",
    "attachments": "In a document",
    "sheets": "In a sheet",
    "cautions": "In what to mind",
    "relations": "In a relation",
    "assessments": "In an assessment",
    "supports": "In a source",
    "sources": "In a source",
}


def place_of(table: str, row_id: str) -> str:
    """Where in a case a row stands, as CaseView.load takes it: tab and row."""
    return f"{TAB_OF_TABLE.get(table, 'case')}:{row_id}"


class FoundStrip(QWidget):
    """Takes no room where the line of the case says it all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._found: Found | None = None
        self.words = Paragraph(desk.look, "", Use.TABLE, line_height=NARROW)
        self.words.setObjectName("found_words")
        self.go = LinkButton(desk.look, "Go there")
        self.go.setObjectName("go_to_found")
        self.go.clicked.connect(self._go)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        row = QHBoxLayout(self)
        px = desk.look.px
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.setSpacing(px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_found(self, case_id: str, query: str) -> None:
        """Look where in a case a query is found; nothing of either leaves the strip empty."""
        found = where_found(self._desk.session.file, case_id, query) if case_id and query else None
        self._case_id, self._found = case_id, found
        self.setVisible(found is not None)
        if found is None:
            return
        place = PLACES.get(found.table, "In the case")
        if not found.stretches:
            hidden = " that is withheld" if found.table == "people" else ""
            self.words.set_runs(Run(f"{place}{hidden}.", Role.SECONDARY))
            return
        said = (Run(part.text, Role.TEXT if part.is_hit else Role.SECONDARY, part.is_hit) for part in found.stretches)
        self.words.set_runs(Run(f"{place}: ", Role.SECONDARY), *said)

    def _go(self) -> None:
        found = self._found
        if found is None:
            return
        if found.table == "letters":
            self._desk.wishes.letter_requested.emit(found.row_id)
        else:
            self._desk.wishes.case_requested.emit(self._case_id, place_of(found.table, found.row_id))
