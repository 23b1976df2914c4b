# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside Today: the next meeting, the month so far, the newest safe copy."""

from datetime import date, datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...domain.spoken_dates import spoken, spoken_day_and_weekday
from ...store import today as store_today
from ...store.backup import SafeCopy
from ...store.reading import Reading
from ..lights import Light, LightLabel
from ..look import Look
from ..texts import counted
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import NARROW, OneLine, Paragraph
from ..widgets.section_head import SectionHead

_WIDTH = 280
_OLD_AFTER_DAYS = 14


class TodaySide(QScrollArea):
    """Holds the facts beside the list where there is room for them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("The group at a glance")
        look.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDTH), 400)

    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(_WIDTH))


class GroupFacts(QWidget):
    """The group at a glance, made anew for each showing. Signals: own_group_requested(), tonight_requested()."""

    own_group_requested = Signal()
    tonight_requested = Signal()

    def __init__(
        self,
        look: Look,
        reading: Reading,
        today: date,
        copy: SafeCopy | None,
        *,
        is_sample: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for part in (self._meeting(reading, today), self._month(reading, today), self._copy(copy, today)):
            column.addLayout(part)
            column.addSpacing(look.px(20))
        if is_sample:
            column.addLayout(self._sample())
        column.addStretch(1)

    def _meeting(self, reading: Reading, today: date) -> QVBoxLayout:
        column = self._part("Next meeting")
        found = store_today.next_meeting(reading, today)
        if found is None or found[0].on is None:
            column.addWidget(self._words("No meeting is written down."))
            column.addWidget(self._tonight())
            return column
        meeting, laid = found
        on = meeting.on if meeting.on is not None else today
        day = "Tonight" if on == today else spoken_day_and_weekday(on)
        column.addWidget(Paragraph(self._look, ", ".join(filter(None, (day, meeting.begins))), Use.SECTION))
        if meeting.place:
            column.addWidget(self._words(meeting.place))
        expected = f", {counted(meeting.expected, 'person', 'people')} expected" if meeting.expected else ""
        column.addWidget(self._words(f"{counted(laid, 'case', 'cases')} laid out{expected}"))
        column.addWidget(self._tonight())
        return column

    def _tonight(self) -> QuietButton:
        button = QuietButton(self._look, "Write tonight", small=True)
        button.setObjectName("write tonight")
        button.clicked.connect(self.tonight_requested)
        return button

    def _month(self, reading: Reading, today: date) -> QVBoxLayout:
        counts = store_today.month_counts(reading.engine, today)
        title = f"{spoken(today).split(' ')[1]} so far"
        column = self._part(title)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        rows = (
            ("Letters sent", counts.letters),
            ("Countries written to", counts.countries),
            ("Replies", counts.replies),
            ("Cases that got better", counts.better),
            ("Cases that got worse", counts.worse),
        )
        for number, (words, count) in enumerate(rows):
            grid.addWidget(OneLine(self._look, words), number, 0)
            grid.addWidget(OneLine(self._look, str(count), is_trailing=True), number, 1)
        column.addLayout(grid)
        return column

    def _copy(self, copy: SafeCopy | None, today: date) -> QVBoxLayout:
        column = self._part("Safe copy")
        if copy is None:
            column.addWidget(self._words("None yet. The first is made when you close the file."))
            return column
        at: datetime = copy.at.astimezone()
        age = (today - at.date()).days
        day = "Today" if age <= 0 else "Yesterday" if age == 1 else spoken(at.date(), short=True, today=today)
        light = Light.SOON if age > _OLD_AFTER_DAYS else Light.VERIFIED
        column.addWidget(LightLabel(self._look, light, f"{day} {at:%H:%M}", Use.TABLE))
        column.addWidget(self._words("Opened and checked, on this computer."))
        return column

    def _sample(self) -> QVBoxLayout:
        column = self._part("Sample group")
        column.addWidget(
            self._words("Every person and event here is invented. Look around and try anything; Ctrl+Z takes it back.")
        )
        button = QuietButton(self._look, "Start our own group", small=True)
        button.setObjectName("own group")
        button.clicked.connect(self.own_group_requested)
        column.addWidget(button)
        return column

    def _part(self, title: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.px(6))
        column.addWidget(SectionHead(self._look, title))
        return column

    def _words(self, text: str) -> Paragraph:
        return Paragraph(self._look, text, Use.TABLE, Role.SECONDARY, line_height=NARROW)
