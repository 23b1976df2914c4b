# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the outcomes: how many cases got better each year, honestly told."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ...domain.figures import NO_CAUSE, ON_COUNTING, Figures, YearCount
from ..desk import Desk
from ..look import Look
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.improvement_chart import ImprovementChart, YearBar
from ..widgets.paragraph import NARROW, Paragraph
from .counting import FiguresCount
from .figures_table import FiguresTable
from .figures_words import chance, counting, lead, this_year
from .period_part import PeriodPart

_YEARS_SHOWN = 7
_BASE = "Share of the cases we worked on in that year. Under each year: better / worked on."
_NOTHING_YET = (
    "No letter has been sent yet. From the first one on, this shows how many of the cases got better each year."
)
_WAIT_MS = 250


class FiguresPane(QScrollArea):
    """The chart with its base, the sentences that belong to it, the same as a table, and how it is counted.

    It counts only while it is seen. Signal: left() when the way back to the list is pressed; that is there while
    the pane stands in the list's place.
    """

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session, look = desk.session, desk.look
        self._session = session
        self._look = look
        self._changed: set[str] = set()
        self._has_counted = False
        self._is_table = False
        self._count = FiguresCount(session, self)
        self._wait = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self.chart = ImprovementChart(look)
        self.table = FiguresTable(look)
        self.period = PeriodPart(desk)
        self.said = Paragraph(look, "", Use.TABLE)
        self.beside = Paragraph(look, "", Use.TABLE, Role.SECONDARY, line_height=NARROW)
        self.back = QuietButton(look, "‹ &Outcomes", small=True)
        self.how = QuietButton(look, "&How is this counted?", small=True)
        self.as_table = QuietButton(look, "Show as &table", small=True)
        self._base = Paragraph(look, _BASE, Use.TABLE, Role.SECONDARY, line_height=NARROW)
        self._cause = Paragraph(look, NO_CAUSE, Use.TABLE)
        self._rule = _Rule(look)
        self._counting = [Paragraph(look, "", Use.TABLE, line_height=NARROW) for _ in counting(())]
        self._column = QVBoxLayout()
        self._build()
        self._connect()
        self._restyle()
        self.show_figures(Figures(YearCount(None)))

    def note(self, case_ids: Collection[str]) -> None:
        """Something of these cases changed: count them again as soon as the pane is seen and it is quiet."""
        self._changed |= set(case_ids)
        self.period.note()
        if self.isVisible():
            self._wait.start()

    def show_figures(self, counts: Figures) -> None:
        """Show what was counted."""
        today = self._session.today()
        years = counts.years[-_YEARS_SHOWN:]
        now = this_year(counts, today)
        self.chart.show_bars([_bar(year, today) for year in years])
        self.table.show_figures(counts)
        self.period.show_years(year.year for year in counts.years if year.year is not None)
        if counts.total.worked_on:
            self.said.set_runs(*lead(now, today))
        else:
            self.said.setText(_NOTHING_YET)
        self.beside.setText(f"{chance(now, today)} {ON_COUNTING}".strip())
        for paragraph, runs in zip(self._counting, counting(years), strict=True):
            paragraph.set_runs(*runs)
        self._show_parts(bool(counts.total.worked_on))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._has_counted:
            self._has_counted = True
            self._changed.clear()
            self._count.count_all()
        elif self._changed:
            self._wait.start()

    def _build(self) -> None:
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        inner.setAutoFillBackground(True)
        inner.setLayout(self._column)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("How many cases got better")
        buttons = WrappedRow(self._look)
        buttons.addWidget(self.how)
        buttons.addWidget(self.as_table)
        way_back = WrappedRow(self._look)
        way_back.addWidget(self.back)
        self._column.addLayout(way_back)
        for part in (
            Paragraph(self._look, "Cases that got better, by year", Use.LETTER_TITLE),
            self._base,
            self.chart,
            self.table,
            self._rule,
            self.said,
            self._cause,
            self.beside,
        ):
            self._column.addWidget(part)
        self._column.addLayout(buttons)
        for paragraph in self._counting:
            self._column.addWidget(paragraph)
            paragraph.hide()
        self._column.addWidget(self.period)
        self._column.addStretch(1)
        self.back.hide()
        self.setWidget(inner)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.how.clicked.connect(self._explain)
        self.as_table.clicked.connect(self._swap)
        self.table.asked.connect(self.period.open_cases)
        self._count.counted.connect(self.show_figures)
        self._wait.timeout.connect(self._recount)
        self._look.changed.connect(self._restyle)

    def _recount(self) -> None:
        if self._session.is_locked or not self.isVisible():
            return
        changed, self._changed = self._changed, set()
        self._count.recount(changed)

    def _explain(self) -> None:
        is_shown = self._counting[0].isHidden()
        for paragraph in self._counting:
            paragraph.setVisible(is_shown)
        self.how.setText("&Hide how it is counted" if is_shown else "&How is this counted?")
        if is_shown:
            self._column.activate()
            self.ensureWidgetVisible(self._counting[-1])

    def _swap(self) -> None:
        self._is_table = not self._is_table
        self.as_table.setText("Show as pic&ture" if self._is_table else "Show as &table")
        self._show_parts(True)

    def _show_parts(self, has_cases: bool) -> None:
        """Without any case there is nothing to draw, to explain or to show in another way."""
        self.chart.setVisible(has_cases and not self._is_table)
        self.table.setVisible(has_cases and self._is_table)
        for part in (self._base, self._rule, self._cause, self.beside, self.as_table, self.period):
            part.setVisible(has_cases)

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(10))


class _Rule(QWidget):
    """A line between the picture and its words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color(Role.LINE))


def _bar(count: YearCount, today: date) -> YearBar:
    year = count.year or 0
    return YearBar(year, count.worked_on, count.improved, count.also_worse, is_current=year == today.year)
