# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the outcomes: how many cases got better each year, honestly told."""

from datetime import date

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ...domain.figures import NO_CAUSE, ON_COUNTING, Figures, YearCount, figures
from ...store.figures import case_records
from ...store.reading import Reading
from ..look import Look
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.improvement_chart import ImprovementChart, YearBar
from ..widgets.paragraph import NARROW, Paragraph

_YEARS_SHOWN = 7


class FiguresPane(QScrollArea):
    """The chart with its base, the sentences that belong to it, and the same as a table."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures = Figures(YearCount(None))
        self._today = date.today()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("How many cases got better")
        self.chart = ImprovementChart(look)
        self._said = Paragraph(look, "", Use.TABLE)
        self._cause = Paragraph(look, NO_CAUSE, Use.TABLE)
        self._counting = Paragraph(look, "", Use.TABLE, Role.SECONDARY, line_height=NARROW)
        self._table = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self._how = QuietButton(look, "How is this counted?", small=True)
        self._as_table = QuietButton(look, "Show as table", small=True)
        self._how.clicked.connect(lambda: self._counting.setVisible(self._counting.isHidden()))
        self._as_table.clicked.connect(self._swap)
        self._column = QVBoxLayout()
        self._build()
        look.changed.connect(self._restyle)
        self._restyle()

    def show_figures(self, reading: Reading, today: date) -> None:
        """Count anew."""
        self._today = today
        self._figures = figures(case_records(reading.engine))
        years = self._figures.years[-_YEARS_SHOWN:]
        self.chart.show_bars([_bar(year, today) for year in years])
        self._table.setText("   ".join(_row(year) for year in years))
        present = next((year for year in years if year.year == today.year), self._figures.total)
        self._said.setText(" ".join(sentence for sentence in present.sentences(today) if sentence != NO_CAUSE))
        self._say_counting()

    def _build(self) -> None:
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        inner.setAutoFillBackground(True)
        inner.setLayout(self._column)
        buttons = WrappedRow(self._look)
        buttons.addWidget(self._how)
        buttons.addWidget(self._as_table)
        base = "Share of the cases we worked on in that year. Under each year: better, of all worked on."
        parts = (
            Paragraph(self._look, "Cases that got better, by year", Use.LETTER_TITLE),
            Paragraph(self._look, base, Use.TABLE, Role.SECONDARY, line_height=NARROW),
            self.chart,
            self._table,
            self._said,
            self._cause,
        )
        for part in parts:
            self._column.addWidget(part)
        self._column.addLayout(buttons)
        self._column.addWidget(self._counting)
        self._column.addStretch(1)
        self._table.hide()
        self._counting.hide()
        self.setWidget(inner)

    def _say_counting(self) -> None:
        parts = [ON_COUNTING] if isinstance(ON_COUNTING, str) else list(ON_COUNTING)
        self._counting.setText(" ".join(parts))

    def _swap(self) -> None:
        as_table = self._table.isHidden()
        self._table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self._as_table.setText("Show as picture" if as_table else "Show as table")

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(10))


def _bar(count: YearCount, today: date) -> YearBar:
    year = count.year or 0
    return YearBar(year, count.worked_on, count.improved, count.also_worse, is_current=year == today.year)


def _row(count: YearCount) -> str:
    return f"{count.year}: {count.improved} of {count.worked_on}" + (
        f", {count.also_worse} also worse." if count.also_worse else "."
    )
