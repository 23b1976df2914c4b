# SPDX-License-Identifier: GPL-3.0-or-later
"""The table: tonight's cases, one of them large, who is here, and what is done so far."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.countries import country_name
from ...domain.public_names import public_paper, public_who
from ...domain.tonight import why_not_tonight
from ...store.cases import CaseLine
from ..desk import Desk
from ..dialogs.case_picker import CasePicker
from ..lights import Light
from ..models.cases import appeal_light, appeal_words
from ..texts import counted, joined, left_to_right
from ..theme import Role
from ..widgets.paragraph import NARROW, Paragraph
from .case_sheet import CaseSheet
from .evening import Evening
from .row_list import Row, RowList
from .type import LARGE, ROOM_FOR_LARGE, ROOM_FOR_THREE, BigButton, Type
from .who_is_here import WhoIsHere

_WHY_NOT = "members only, closed, or no letters for now"
_NO_CASE = "No case lies on the table yet. Add one below: part of a name or a country is enough."


class TonightPicker(CasePicker):
    """Offers only cases that may be laid out. Signal: withheld(reasons) where only others were found."""

    withheld = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session, desk.look)
        self._file = desk.session
        self.setObjectName("tonight_add")
        self.setPlaceholderText("Add a case for tonight")
        self.setAccessibleName("Add a case for tonight: part of a name, a country or a paper")

    def _matches(self) -> list[CaseLine]:
        found = {line.id: line for line in super()._matches()}
        reasons = {case_id: why_not_tonight(self._file.file.get(Case, case_id)) for case_id in found}
        fit = [line for case_id, line in found.items() if not reasons[case_id]]
        self.withheld.emit([] if fit else list(reasons.values()))
        return fit


class TablePage(QWidget):
    """Signals: write_requested(case id, writer key); count_requested(case id) for what was written by hand."""

    write_requested = Signal(str, str)
    count_requested = Signal(str)

    def __init__(self, desk: Desk, evening: Evening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._evening = desk, evening
        look = desk.look
        self._cases: dict[str, Case] = {}
        self.type: Type = LARGE
        self.cases = RowList(look, "tonight_cases", "Cases of tonight. Delete takes one off the table")
        self.picker = TonightPicker(desk)
        self.remove = BigButton(look, "Take off the table", "tonight_remove", link=True)
        self.count = BigButton(look, "Count by hand", "tonight_count", link=True)
        self.notice = Paragraph(look, "", LARGE.caption, Role.SECONDARY, line_height=NARROW)
        self.sheet = CaseSheet(look)
        self.write = BigButton(look, "Write", "tonight_write", primary=True)
        self.who = WhoIsHere(look, evening)
        self._left, self._middle = QWidget(), QWidget()
        self._is_wide = True
        self._place()
        self._connect()
        look.changed.connect(self._restyle)
        self._restyle()

    def _place(self) -> None:
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.cases, 1)
        self._below = QVBoxLayout()
        self._below.addWidget(self.picker)
        self._below.addWidget(self.notice)
        left.addLayout(self._below)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.sheet, 1)
        self._act = QHBoxLayout()
        self._act.addWidget(self.write)
        self._act.addStretch(1)
        self._act.addWidget(self.count)
        self._act.addWidget(self.remove)
        middle.addLayout(self._act)
        roles = QPalette.ColorRole
        for part, role in ((self._left, roles.AlternateBase), (self._middle, roles.Base), (self.who, roles.Base)):
            part.setAutoFillBackground(True)
            part.setBackgroundRole(role)
        # The ground shows through between the parts as a line.
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Put who is here beside the case, or below the cases where there is no room for three."""
        for part in (self._left, self._middle, self.who):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._left, 0, 0)
        if self._is_wide:
            self._grid.addWidget(self._middle, 0, 1, 2, 1)
            self._grid.addWidget(self._left, 0, 0, 2, 1)
            self._grid.addWidget(self.who, 0, 2, 2, 1)
        else:
            self._grid.addWidget(self._left, 0, 0)
            self._grid.addWidget(self.who, 1, 0)
            self._grid.addWidget(self._middle, 0, 1, 2, 1)
        for row, share in ((0, 55), (1, 45)):
            self._grid.setRowStretch(row, share)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.color(Role.LINE))

    def _connect(self) -> None:
        self.cases.looked_at.connect(lambda _key: self._show_case())
        self.cases.pressed_row.connect(lambda _key: self._ask_to_write())
        self.cases.removed.connect(self._remove)
        self.count.clicked.connect(lambda: self.count_requested.emit(self.cases.key))
        self.remove.clicked.connect(lambda: self._remove(self.cases.key))
        self.picker.chosen.connect(self._add)
        self.picker.withheld.connect(self._on_withheld)
        self.write.clicked.connect(self._ask_to_write)
        self.who.chosen.connect(lambda _key: self._show_case())
        self.who.pressed.connect(lambda _key: self._ask_to_write())
        self.who.changed.connect(self.refresh)

    # -- showing

    def refresh(self) -> None:
        """Show the evening as it stands."""
        cases = self._evening.cases()
        self._cases = {case.id: case for case in cases}
        self.who.refresh()
        self.cases.show_rows([self._row(case) for case in cases])
        hidden = len(self._evening.all_ids()) - len(cases)
        self._say_hidden(hidden)
        self.remove.setVisible(bool(cases))
        self.count.setVisible(bool(cases))
        self._show_case()

    def _row(self, case: Case) -> Row:
        done, cards = self._evening.of_case(case.id)
        people = self._evening.people(case.id)
        today = self._desk.session.today()
        by = appeal_words(case.appeal_by, today)
        is_dated = appeal_light(case.appeal_by, today) is not Light.NO_DATE
        note = ", ".join(filter(None, (country_name(case.country) if case.country else "", by if is_dated else "")))
        also = ", ".join(
            filter(None, (counted(cards, "card", "cards") if cards else "", self._evening.by_hand(case.id)))
        )
        return Row(case.id, public_who(people, case), self._evening.own_script(case.id), note or " ", done, also)

    def _say_hidden(self, hidden: int) -> None:
        words = ""
        if hidden:
            words = f"{counted(hidden, 'planned case is', 'planned cases are')} not shown: {_WHY_NOT}."
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _show_case(self) -> None:
        case, writer = self._cases.get(self.cases.key), self._evening.table.writer(self.who.names.key)
        self.write.setText(f"Write as {_short(writer.name)}".replace("&", "&&") if writer else "Say who is here first")
        self.write.setVisible(case is not None)
        if case is None:
            self.sheet.say(_NO_CASE)
            return
        paper = left_to_right(public_paper(case))
        place = country_name(case.country) if case.country else ""
        reader, nobody = self._evening.reader(case.id, writer)
        self.sheet.show_case(self._evening.shown(case), joined(place, paper), reader, nobody)
        self.write.setEnabled(reader is not None and writer is not None)

    # -- doing

    def next_writer(self) -> None:
        """The next one who is here takes their turn."""
        if self.who.is_ticking:
            self.who.close_ticks()
            return
        self.who.names.go_on()
        self.who.names.setFocus()

    def _ask_to_write(self) -> None:
        if self.write.isEnabled() and self.cases.key and self.who.names.key:
            self.write_requested.emit(self.cases.key, self.who.names.key)

    def _add(self, case_id: str) -> None:
        self.picker.set_chosen("")
        reason = self._evening.add_case(case_id)
        self.refresh()
        if reason:
            self._say(reason)
        self.cases.choose(case_id)
        self.cases.setFocus()

    def _remove(self, case_id: str) -> None:
        if case_id:
            self._evening.remove_case(case_id)
            self._desk.wishes.told.emit("The case is off the table. It stays in the file.", True)
            self.refresh()

    def _on_withheld(self, reasons: list[str]) -> None:
        if len(reasons) == 1:
            self._say(f"Found, but not shown. {reasons[0]}")
        elif reasons:
            self._say(f"{len(reasons)} cases were found that cannot be laid out: {_WHY_NOT}.")
        else:
            self._say_hidden(len(self._evening.all_ids()) - len(self._cases))

    def _say(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.show()

    # -- sizes

    def set_type(self, wanted: Type, room: float) -> None:
        """Set everything in another size; room is the width of the window in design px."""
        self.type = wanted
        self.cases.set_type(wanted)
        self.who.set_type(wanted)
        self.sheet.type = wanted
        self._restyle()
        is_wide = room >= ROOM_FOR_THREE
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self._arrange()
        self._share(room)
        if not self._desk.session.is_locked and self._cases:
            self._show_case()

    def _share(self, room: float) -> None:
        px = self._desk.look.px
        left = px(512 if room >= ROOM_FOR_LARGE else 340 if room >= 900 else 280)
        self._left.setFixedWidth(left)
        self.who.setFixedWidth(px(396 if room >= ROOM_FOR_LARGE else 270) if self._is_wide else left)

    def _restyle(self) -> None:
        px = self._desk.look.px
        self.picker.setFont(self._desk.look.font(self.type.caption))
        self.picker.setMinimumHeight(self.picker.fontMetrics().height() + px(14))
        self.notice.setFont(self._desk.look.font(self.type.caption))
        self._below.setContentsMargins(px(24), px(12), px(20), px(12))
        self._below.setSpacing(px(8))
        self._act.setSpacing(px(20))
        side = px(40 if self.type is LARGE else 24)
        self._act.setContentsMargins(side, px(12), side, px(20))


def _short(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:27]}…"
