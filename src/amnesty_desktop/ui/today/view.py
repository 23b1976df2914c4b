# SPDX-License-Identifier: GPL-3.0-or-later
"""The Today view: the question people open the program with. What is due?"""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.letter import Letter
from ...domain.spoken_dates import spoken_day_and_weekday
from ...edits import export, replies
from ...store import today as store_today
from ..desk import Desk
from ..lights import Light
from ..safe_copies import SafeCopies
from ..theme import Role, Use
from ..widgets.foot import Foot
from ..widgets.paragraph import Paragraph
from ..widgets.section_head import SectionHead
from .lines import Act, Section, TodayLine, about, sections, sentence
from .row import TodayRow
from .side import TodaySide

_NARROW = 900
_MOST_CHECKED = 60
_A_SLICE = 4


class TodayView(QWidget):
    """Sections of lines, most urgent first, and a few facts at the side."""

    def __init__(self, desk: Desk, safe_copies: SafeCopies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._desk = desk
        self._safe_copies = safe_copies
        self._is_stale = True
        self._look_again: list[TodayLine] = []
        self._to_check: list[tuple[str, str]] = []
        self.rows: list[TodayRow] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._side = TodaySide(desk.look)
        self.foot = Foot(desk.look, saved_trailing=True)
        self.foot.set_leading("Enter opens the case, Ctrl+Enter does what the button says")
        self._checking = QTimer(self, interval=0)
        self._checking.timeout.connect(self._check_some)
        self._place()
        self._side.own_group_requested.connect(desk.wishes.own_group_requested)
        desk.session.changed.connect(self._on_changed)
        desk.look.changed.connect(self._on_changed)
        safe_copies.made.connect(self._on_changed)

    def activate(self) -> None:
        """Shown: be up to date, with the focus on the first line."""
        if self._is_stale:
            self.refresh()
        if self.rows and not any(row.hasFocus() for row in self.rows):
            self.rows[0].setFocus()

    def refresh(self) -> None:
        """Ask the store anew; which drafts need another look is found out in small slices afterwards."""
        self._is_stale = False
        session = self._desk.session
        if session.is_locked:
            return
        self._look_again = []
        self._show()
        self._to_check = store_today.drafts_of_open_cases(session.file.engine)[:_MOST_CHECKED]
        self._checking.start()

    def current_case_id(self) -> str:
        """The case of the line with the focus."""
        return next((row.line.case_id for row in self.rows if row.hasFocus() or row.button.hasFocus()), "")

    def find_in_list(self) -> None:
        """There is nothing to filter here: the list of cases is where one searches."""
        self._desk.wishes.case_requested.emit("", "")

    # -- showing

    def _place(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self._side)

    def _show(self) -> None:
        session, look = self._desk.session, self._desk.look
        today = session.today()
        focused = next((row.line.key for row in self.rows if row.hasFocus()), "")
        found = sections(session.file, today, session.group.follow_up_weeks, self._look_again)
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        px = look.px
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(0)
        column.addWidget(Paragraph(look, spoken_day_and_weekday(today), Use.TITLE))
        column.addSpacing(px(4))
        column.addWidget(Paragraph(look, sentence(found), Use.TABLE, Role.SECONDARY))
        self.rows = []
        for section in found:
            self._add_section(column, section)
        column.addStretch(1)
        self._area.setWidget(page)
        self._side.show_facts(session.file, today, self._safe_copies.newest, sample=session.group.sample)
        for row in self.rows:
            if row.line.key == focused:
                row.setFocus()

    def _add_section(self, column: QVBoxLayout, section: Section) -> None:
        look = self._desk.look
        column.addSpacing(look.px(16))
        column.addWidget(SectionHead(look, section.title, count=len(section.lines)))
        for line in section.lines:
            row = TodayRow(look, line)
            row.opened.connect(self._open)
            row.acted.connect(self._act)
            row.left.connect(self._move)
            self.rows.append(row)
            column.addWidget(row)

    def _move(self, step: int) -> None:
        at = next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)
        if at is None:
            return
        row = self.rows[max(0, min(at + step, len(self.rows) - 1))]
        row.setFocus()
        self._area.ensureWidgetVisible(row)

    def _on_changed(self, *_: object) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= self._desk.look.px(_NARROW))

    # -- doing

    def _open(self, line: TodayLine) -> None:
        wishes = self._desk.wishes
        if line.act in (Act.OPEN_DRAFT,) and line.letter_ids:
            wishes.letter_requested.emit(line.letter_ids[0])
        elif line.case_id:
            wishes.case_requested.emit(line.case_id, "")
        elif line.letter_ids:
            wishes.letter_requested.emit(line.letter_ids[0])

    def _act(self, line: TodayLine) -> None:
        wishes = self._desk.wishes
        match line.act:
            case Act.WRITE | Act.FOLLOW_UP | Act.ANSWER:
                wishes.write_requested.emit(line.case_id, "")
            case Act.PRINT:
                wishes.export_requested.emit(list(line.letter_ids))
            case Act.MARK_SENT:
                wishes.sent_requested.emit(list(line.letter_ids))
            case Act.FORWARDED:
                settle = partial(replies.settle, reply_id=line.reply_id)
                if self._desk.session.edit("Mark the reply as forwarded", settle):
                    wishes.told.emit("The reply is marked as forwarded.", True)
            case _:
                self._open(line)

    # -- drafts that need another look

    def _check_some(self) -> None:
        session = self._desk.session
        if not self._to_check or session.is_locked:
            self._checking.stop()
            return
        some, self._to_check = self._to_check[:_A_SLICE], self._to_check[_A_SLICE:]
        found = [line for letter_id, _ in some if (line := self._looked_at(letter_id)) is not None]
        if found:
            self._look_again += found
            self._show()

    def _looked_at(self, letter_id: str) -> TodayLine | None:
        file = self._desk.session.file
        letter = file.find(Letter, letter_id)
        if letter is None:
            return None
        blocking = [one for one in export.findings(file, letter, self._desk.session.today()) if one.blocks]
        if not blocking:
            return None
        line = store_today.case_words(file.engine, letter.case_id)
        return TodayLine(
            key=f"again:{letter_id}",
            light=Light.LOOK_AGAIN,
            word="look again",
            who=line.who,
            who_own=line.who_own,
            about=about(line.country, line.reference, line.kind),
            what=blocking[0].word,
            act=Act.OPEN_DRAFT,
            case_id=letter.case_id,
            letter_ids=(letter_id,),
        )
