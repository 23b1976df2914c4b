# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of the evening: what was written and by whom, what is still a draft, and the pile to print."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.member import Member
from ...domain.public_names import public_who
from ...domain.tonight import why_not_tonight
from ..desk import Desk
from ..texts import counted, in_own_direction
from ..theme import Role
from ..widgets.paragraph import NARROW, OneLine, Paragraph
from .evening import Evening
from .type import LARGE, BigButton, Type

_NOT_NAMED = "A case that is not shown here"


class DonePage(QWidget):
    """Signals: print_requested(); back_requested() to go on writing."""

    print_requested = Signal()
    back_requested = Signal()

    def __init__(self, desk: Desk, evening: Evening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._evening = desk, evening
        self.type: Type = LARGE
        look = desk.look
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("What was done tonight")
        self.print = BigButton(look, "Print the pile and the envelopes", "tonight_print", primary=True)
        self.back = BigButton(look, "Go on writing", "tonight_go_on")
        self._row = QHBoxLayout()
        for button in (self.print, self.back):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(self._row)
        self.print.clicked.connect(self.print_requested)
        self.back.clicked.connect(self.back_requested)
        look.changed.connect(self._restyle)
        self._restyle()

    def refresh(self) -> None:
        """Show the evening as it stands."""
        look, evening = self._desk.look, self._evening
        page = QWidget()
        page.setAutoFillBackground(True)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(page)
        side = look.px(40 if self.type is LARGE else 24)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.px(4))
        column.addWidget(Paragraph(look, "Done tonight", self.type.title, line_height=NARROW))
        cases = list(dict.fromkeys(one.case_id for one in evening.written))
        done = [(self._name(case_id), evening.of_case(case_id)) for case_id in cases]
        self._section(column, "Letters by case", [(who, _said(*n)) for who, n in done if any(n)])
        writers: dict[str, int] = {}
        for one in evening.written:
            name = self._writer(one.writer_id, one.signature)
            writers[name] = writers.get(name, 0) + (1 if one.is_done else 0)
        self._section(column, "Who wrote", [(name, f"{count}") for name, count in writers.items() if count])
        drafts = [(self._name(one.case_id), self._writer(one.writer_id, one.signature)) for one in evening.drafts()]
        self._section(column, "Still a draft", drafts)
        if not evening.written:
            column.addWidget(Paragraph(look, "Nothing has been written yet.", self.type.body, Role.SECONDARY))
        ready = len(evening.ready_ids())
        waiting = counted(ready, "letter waits", "letters wait") if ready else "Nothing waits"
        column.addSpacing(look.px(16))
        words = f"{waiting} to be printed. Everything is in the Letters list."
        column.addWidget(Paragraph(look, words, self.type.caption, Role.SECONDARY))
        column.addStretch(1)
        self._area.setWidget(page)
        self.print.setVisible(bool(ready))

    def _section(self, column: QVBoxLayout, title: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        look = self._desk.look
        column.addSpacing(look.px(20))
        column.addWidget(OneLine(look, title, self.type.caption, Role.SECONDARY))
        for name, end in rows:
            row = QHBoxLayout()
            row.setSpacing(look.px(24))
            first = OneLine(look, name, self.type.body)
            first.setMaximumWidth(look.px(760))
            row.addWidget(first, 3)
            row.addWidget(OneLine(look, end, self.type.body, Role.SECONDARY), 2)
            column.addLayout(row)

    def _name(self, case_id: str) -> str:
        case = self._desk.session.file.find(Case, case_id)
        if case is None or why_not_tonight(case):
            return _NOT_NAMED
        return public_who(self._evening.people(case_id), case)

    def _writer(self, writer_id: str | None, signature: str) -> str:
        member = self._desk.session.file.find(Member, writer_id)
        return in_own_direction(member.name if member is not None else signature.partition("\n")[0].strip())

    def set_type(self, wanted: Type) -> None:
        """Set everything in another size."""
        self.type = wanted
        if self.isVisible():
            self.refresh()
        self._restyle()

    def _restyle(self) -> None:
        px = self._desk.look.px
        side = px(40 if self.type is LARGE else 24)
        self._row.setContentsMargins(side, px(12), side, px(20))
        self._row.setSpacing(px(16))


def _said(letters: int, cards: int) -> str:
    """Letters and cards of a case, side by side and never added up."""
    parts = (counted(letters, "letter", "letters") if letters else "", counted(cards, "card", "cards") if cards else "")
    return ", ".join(filter(None, parts))
