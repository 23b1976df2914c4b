# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of one period: what became of the cases, what was done; a number that counts cases opens them."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ...domain.figures import Counted, Part
from ...domain.period import Period
from ...domain.report_pictures import RankedBar, month_picture, ranked_picture
from ...store.period_figures import PeriodFigures, cases_of, period_figures
from ..desk import Desk
from ..jobs import Job, Step
from ..theme import Role, Use
from ..widgets.form_field import FormField
from ..widgets.paragraph import NARROW, Paragraph
from . import period_words as words
from .figure_section import FigureSection

_ALL = 0
_WAIT_MS = 250
_HINT = "An underlined number opens its cases: click it, or go to it with the arrow keys and press Enter."
_APART = "Letters, signatures and cards are different things and are not added together."
_FEW = "Below ten cases no share is given."
_CONCERNS = "A case with several concerns stands under each of them."


class PeriodPart(QWidget):
    """A choice of period over its figures. It counts away from the window's thread, and only while it is seen.

    Signal: counted(PeriodFigures) when they are shown.
    """

    counted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_stale = True
        self._job: Job | None = None
        self._wait = QTimer(self, interval=_WAIT_MS, singleShot=True)
        look = desk.look
        self.period = QComboBox()
        self.period.setObjectName("figures_period")
        self.became = FigureSection(look, "What became of the cases", ("", "Cases"))
        self.people = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self.hint = Paragraph(look, _HINT, Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        counts = ("Cases", "Better", "Share")
        self.parts = {
            Part.COUNTRY: FigureSection(look, "By country", ("Country", *counts), has_picture=True),
            Part.KIND: FigureSection(look, "By kind of work", ("Kind", *counts)),
            Part.CONCERN: FigureSection(look, "By concern", ("Concern", *counts)),
        }
        self.outcomes = FigureSection(look, "Outcomes by kind", ("Kind", "Outcomes"), has_picture=True)
        self.done = FigureSection(look, "What we did", ("", "Number"))
        self.months = FigureSection(look, "Letters and cards by month", ("Month", "Sent"), has_picture=True)
        self.replies = FigureSection(look, "Replies", ("Kind", "Replies"))
        self.offices = FigureSection(look, "Who answered", ("Office", "Letters", "Replies", "Days, middle"))
        self._build()
        self._connect()

    @property
    def chosen(self) -> Period:
        """The period chosen."""
        year = self.period.currentData()
        return Period.of_year(year) if year else Period.of_all_time()

    def show_years(self, years: Iterable[int]) -> None:
        """Offer these years, and all together; what was chosen stays."""
        today = self._desk.session.today()
        offered = sorted({today.year, *years}, reverse=True)
        chosen = self.period.currentData()
        if offered == [self.period.itemData(place) for place in range(self.period.count() - 1)]:
            return
        blocked = self.period.blockSignals(True)
        self.period.clear()
        for year in offered:
            self.period.addItem(f"{year} so far" if year == today.year else str(year), year)
        self.period.addItem("All years", _ALL)
        self.period.setCurrentIndex(max(self.period.findData(today.year if chosen is None else chosen), 0))
        self.period.blockSignals(blocked)

    def note(self) -> None:
        """Something changed: count again as soon as this is seen and it is quiet."""
        self._is_stale = True
        if self.isVisible():
            self._wait.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            # Whoever opens the view waits for the figures; only changes are waited for until it is quiet.
            QTimer.singleShot(0, self, self._count)

    def _build(self) -> None:
        look = self._desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(16), 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Paragraph(look, "The figures of one year", Use.LETTER_TITLE))
        column.addWidget(FormField(look, "period", "&Year", self.period))
        for part in (self.became, self.people, self.hint, *self.parts.values(), self.outcomes):
            column.addWidget(part)
        for part in (self.done, self.months, self.replies, self.offices):
            column.addWidget(part)
        self.show_years(())

    def _connect(self) -> None:
        self.period.activated.connect(lambda _index: self._count())
        self._wait.timeout.connect(self._count)
        for section in (self.became, *self.parts.values()):
            section.asked.connect(self.open_cases)

    # -- counting

    def _count(self) -> None:
        session = self._desk.session
        if session.is_locked or not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
        file, period = session.file, self.chosen

        def work(step: Step) -> PeriodFigures:
            return period_figures(file, period, step)

        self._job = self._desk.jobs.start("Counting", work, done=partial(self._show, period), is_quiet=True)

    def _show(self, period: Period, figures: PeriodFigures) -> None:
        session = self._desk.session
        self._job = None
        if session.is_locked or period != self.chosen:
            return
        vocabulary, today = session.vocabulary, session.today()
        self.became.show_rows(words.became_rows(figures.cases, period))
        self.people.setText(words.people_sentence(figures.people))
        for part, section in self.parts.items():
            rows = words.part_rows(part, figures, period, vocabulary)
            note = f"{_FEW} {_CONCERNS}" if part is Part.CONCERN else _FEW
            bars = words.part_bars(rows)
            if part is Part.COUNTRY and max((bar.number for bar in bars), default=0) > 1:
                section.show_picture(partial(ranked_picture, bars), _said(bars), rows, note)
            else:
                section.show_rows(rows, note if rows else "")
        outcomes = words.outcome_bars(figures, vocabulary)
        undated = words.undated_sentence(figures.outcomes_undated, "outcome", "outcomes")
        self.outcomes.show_picture(
            partial(ranked_picture, outcomes), _said(outcomes), words.bar_rows(outcomes), undated
        )
        did = figures.activity
        tallied = words.undated_sentence(
            did.tallies_undated, "count of a stall or an evening", "counts of stalls and evenings"
        )
        self.done.show_rows(words.done_rows(did), f"{_APART} {tallied}".strip())
        months = words.month_bars(figures, period, today)
        self.months.show_picture(
            partial(month_picture, months), _said(months), words.month_rows(figures, period, today)
        )
        self.replies.show_rows(words.reply_rows(did), words.undated_sentence(did.replies_undated, "reply", "replies"))
        self.offices.show_rows(words.office_rows(did))
        self.counted.emit(figures)

    # -- opening

    def open_cases(self, counted: Counted, _said: str = "") -> None:
        """Show the cases behind a number."""
        session, wishes = self._desk.session, self._desk.wishes
        what = words.said_of(counted, session.vocabulary)
        file = session.file
        self._desk.jobs.start(
            "Looking up the cases",
            lambda _step: cases_of(file, counted),
            done=lambda ids: wishes.cases_requested.emit(ids, what),
            is_quiet=True,
        )


def _said(bars: Iterable[RankedBar]) -> str:
    return ", ".join(f"{bar.label} {bar.number}" for bar in bars)
