# SPDX-License-Identifier: GPL-3.0-or-later
"""Below the letters of a case: what was counted together at stalls and evenings."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.addressee import Addressee
from ...domain.spoken_dates import spoken
from ...domain.tally import Tally
from ...domain.vocabularies import label
from ..desk import Desk
from ..dialogs.line_list import Line, LineList
from ..dialogs.record_count import RecordCount
from ..showing import show_if
from ..widgets.section_head import SectionHead

_LINE = 34
_MOST_LINES = 4


class TallyPart(QWidget):
    """Takes no room where nothing was counted. Enter or a double click opens a count."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self.dialog: RecordCount | None = None
        self.head = SectionHead(desk.look, "Counted at stalls and evenings", button="Record a count")
        self.lines = LineList(desk.look, "Counted at stalls and evenings")
        self.lines.setObjectName("tallies")
        column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addWidget(self.lines)
        self.lines.itemActivated.connect(lambda _item: self._change())
        assert self.head.button is not None
        self.head.button.clicked.connect(lambda: self._open(None))
        desk.look.changed.connect(self._restyle)
        self._restyle()

    def show_case(self, case_id: str) -> None:
        """Show the counts of a case, the newest first."""
        self._case_id = case_id
        file = self._desk.session.file
        found = file.all(Tally, case_id=case_id, order="sort_on DESC, key DESC")
        offices = {one.id: one.office or one.name for one in file.all(Addressee, case_id=case_id)}
        self.lines.show_lines(_line(tally, offices.get(tally.addressee_id or "", "")) for tally in found)
        self.head.set_count(len(found))
        self._restyle()
        show_if(self, bool(found))

    def _change(self) -> None:
        line = self.lines.chosen
        tally = self._desk.session.file.find(Tally, line.value) if line is not None else None
        if tally is not None:
            self._open(tally)

    def _open(self, tally: Tally | None) -> None:
        self.dialog = RecordCount(self._desk, self._case_id, self.window(), tally=tally)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _restyle(self) -> None:
        px = self._desk.look.px
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(px(24), px(10), px(24), px(16))
        layout.setSpacing(px(4))
        self.lines.setFixedHeight(px(_LINE) * max(min(self.lines.count(), _MOST_LINES), 1) + 2)


def _line(tally: Tally, to: str) -> Line:
    when = spoken(tally.on, short=True) if tally.on else "no date"
    how = label(tally.channel).lower() if tally.channel else ""
    said = ", ".join(part for part in (tally.event, f"to {to}" if to else "", how) if part)
    return Line(f"{tally.count} {label(tally.kind).lower()}", said, when, tally.id)
