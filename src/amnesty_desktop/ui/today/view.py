# SPDX-License-Identifier: GPL-3.0-or-later
"""The Today view: the question people open the program with. What is due?"""

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.spoken_dates import spoken_day_and_weekday
from ..desk import Desk
from ..free_file import free_file
from ..safe_copies import SafeCopies
from ..theme import Role, Use
from ..widgets.empty_state import EmptyState
from ..widgets.foot import Foot
from ..widgets.paragraph import Paragraph
from ..widgets.section_head import SectionHead
from .lines import Act, Section, TodayLine, sections, sentence
from .look_again import LookAgain
from .row import TodayRow
from .side import GroupFacts, TodaySide

_NARROW = 900
_REST_MS = 200
_KEYS = "Enter opens the case, Ctrl+Enter does what the button says"
_NO_CASE_YET = "No case yet. Add the first one, and this page will say when it is time to write."


class TodayView(QWidget):
    """Sections of lines, most urgent first, and a few facts: beside them, or below where it is narrow."""

    def __init__(self, desk: Desk, safe_copies: SafeCopies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._desk = desk
        self._safe_copies = safe_copies
        self._is_stale = True
        self._is_wide = True
        self._last_key = ""
        self._look_again = LookAgain(desk.session, self)
        self.rows: list[TodayRow] = []
        self.empty: EmptyState | None = None
        self._area = QScrollArea()
        self._side = TodaySide(desk.look)
        self.foot = Foot(desk.look, saved_trailing=True)
        self._later = QTimer(self, interval=_REST_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._place()
        self._look_again.found.connect(lambda: self._show(with_facts=not self._is_wide))
        desk.session.changed.connect(self._on_changed)
        desk.look.changed.connect(self._on_changed)
        safe_copies.made.connect(self._on_changed)

    # -- for the window

    def activate(self) -> None:
        """Shown: be up to date, with the focus on the line one was at, or else on the first."""
        if self._is_stale:
            self.refresh()
        if self._focused() is None:
            self._focus_line(self._last_key, 0)

    def refresh(self) -> None:
        """Ask the store anew, as soon as the file is free; which drafts need another look is found out afterwards."""
        session = self._desk.session
        if session.is_locked:
            return
        with free_file(session) as file:
            if file is None:
                self._later.start()
                return
            self._is_stale = False
            self._show()
            self._look_again.begin()

    def current_case_id(self) -> str:
        """The case of the line with the focus."""
        at = self._focused()
        return "" if at is None else self.rows[at].line.case_id

    def find_in_list(self) -> None:
        """There is nothing to filter here: the list of cases is where one searches."""
        self._desk.wishes.case_requested.emit("", "")

    def place(self) -> dict[str, Any]:
        """The line one is at."""
        at = self._focused()
        return {"line": self._last_key if at is None else self.rows[at].line.key}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to a line, when the view is shown next."""
        self._last_key = str(place.get("line", ""))

    # -- showing

    def _place(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
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

    def _show(self, *, with_facts: bool = True) -> None:
        """Make the page anew; the focus and the place on the page stay where they were.

        Facts that stand beside the page can be left as they are.
        """
        session = self._desk.session
        if session.is_locked:
            return
        at, height = self._focused(), self._area.verticalScrollBar().value()
        key = "" if at is None else self.rows[at].line.key
        on_button = at is not None and self.window().focusWidget() is self.rows[at].button
        found = sections(session.file, session.today(), session.group.follow_up_weeks, self._look_again.lines)
        self.setUpdatesEnabled(False)
        self._area.setWidget(self._page(found, with_facts))
        self.foot.set_leading(_KEYS if found else "")
        self._area.verticalScrollBar().setValue(height)
        self.setUpdatesEnabled(True)
        if at is not None:
            self._focus_line(key, at, on_button=on_button)

    def _page(self, found: list[Section], with_facts: bool) -> QWidget:
        look, today = self._desk.look, self._desk.session.today()
        page = _ground(QPalette.ColorRole.Base)
        column = QVBoxLayout(page)
        px = look.px
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(0)
        column.addWidget(Paragraph(look, spoken_day_and_weekday(today), Use.TITLE))
        self.rows, self.empty = [], None
        if found:
            column.addSpacing(px(4))
            column.addWidget(Paragraph(look, sentence(found), Use.TABLE, Role.SECONDARY))
        else:
            column.addWidget(self._nothing(), 1)
        for section in found:
            self._add_section(column, section)
        if with_facts:
            self._put_facts(column)
        column.addStretch(1 if found else 0)
        return page

    def _nothing(self) -> EmptyState:
        """What stands there on a day without anything to do."""
        wishes = self._desk.wishes
        self.empty = EmptyState(self._desk.look)
        if self._desk.session.file.count(Case):
            self.empty.say(sentence([]), "Look through the cases")
            self.empty.button_pressed.connect(lambda: wishes.case_requested.emit("", ""))
        else:
            self.empty.say(_NO_CASE_YET, "New case")
            self.empty.button_pressed.connect(wishes.new_case_requested)
        return self.empty

    def _put_facts(self, column: QVBoxLayout) -> None:
        session, look = self._desk.session, self._desk.look
        newest, is_sample = self._safe_copies.newest, session.group.sample
        facts = GroupFacts(look, session.file, session.today(), newest, is_sample=is_sample)
        facts.own_group_requested.connect(self._desk.wishes.own_group_requested)
        facts.tonight_requested.connect(self._desk.wishes.tonight_requested)
        self._side.setVisible(self._is_wide)
        if not self._is_wide:
            column.addSpacing(look.px(24))
            column.addWidget(facts)
            return
        beside = _ground(QPalette.ColorRole.AlternateBase)
        around = QVBoxLayout(beside)
        around.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        around.addWidget(facts)
        self._side.setWidget(beside)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self._desk.look.px(_NARROW)
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self._side.setVisible(is_wide)
            self._on_changed()

    def _on_changed(self, *_: object) -> None:
        self._is_wide = self.width() >= self._desk.look.px(_NARROW)
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    # -- the line one is at

    def _focused(self) -> int | None:
        """The number of the row that has the focus in this window, be the window active or not."""
        here = self.window().focusWidget()
        return next((n for n, row in enumerate(self.rows) if here is row or row.button is here), None)

    def _focus_line(self, key: str, number: int, *, on_button: bool = False) -> None:
        """Focus the line with this key; where it is gone, the one that has come into its place."""
        if not self.rows:
            if self.empty is not None:
                self.empty.button.setFocus()
            return
        row = next((row for row in self.rows if row.line.key == key), self.rows[min(number, len(self.rows) - 1)])
        (row.button if on_button else row).setFocus()
        self._last_key = row.line.key
        self._area.ensureWidgetVisible(row)

    def _move(self, step: int) -> None:
        at = self._focused()
        if at is not None:
            self._focus_line("", max(0, min(at + step, len(self.rows) - 1)))

    # -- doing

    def _open(self, line: TodayLine) -> None:
        wishes = self._desk.wishes
        self._last_key = line.key
        if line.letter_ids and (line.act is Act.OPEN_DRAFT or not line.case_id):
            wishes.letter_requested.emit(line.letter_ids[0])
        else:
            wishes.case_requested.emit(line.case_id, line.tab)

    def _act(self, line: TodayLine) -> None:
        wishes = self._desk.wishes
        self._last_key = line.key
        match line.act:
            case Act.WRITE | Act.FOLLOW_UP | Act.ANSWER:
                wishes.write_requested.emit(line.case_id, "")
            case Act.PRINT:
                wishes.export_requested.emit(list(line.letter_ids))
            case Act.MARK_SENT:
                wishes.sent_requested.emit(list(line.letter_ids))
            case Act.FORWARDED:
                from ...edits import replies

                settle = partial(replies.forwarded, reply_id=line.reply_id, on=self._desk.session.today())
                if self._desk.session.edit("Mark the reply as forwarded", settle):
                    wishes.told.emit("The reply is marked as forwarded.", True)
            case _:
                self._open(line)


def _ground(role: QPalette.ColorRole) -> QWidget:
    page = QWidget()
    page.setBackgroundRole(role)
    page.setAutoFillBackground(True)
    return page
