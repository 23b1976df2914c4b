# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart as a table: one row for each year, the newest first, and one for all of them."""

from ...domain.figures import Became, Counted, Figures, YearCount, percent
from ..look import Look
from ..models.paged_table import PagedTableModel
from .number_table import Number, NumberRow, NumberTable

_ALL_YEARS = 0


def _share(count: YearCount) -> str:
    return "too few" if count.share is None else percent(count.share)


def _row(count: YearCount) -> NumberRow:
    def cases(number: int, became: Became, words: str) -> Number:
        return Number(str(number), f"{number} {words}", Counted(count.window, became) if number else None)

    numbers = (
        cases(count.worked_on, Became.WORKED_ON, "cases"),
        cases(count.improved, Became.IMPROVED, "better"),
        cases(count.also_worse, Became.ALSO_WORSE, "of them also worse"),
        Number("–" if count.share is None else _share(count), f"share {_share(count)}"),
    )
    return NumberRow(count.year or _ALL_YEARS, "All years" if count.year is None else str(count.year), numbers)


class FiguresTable(NumberTable):
    """Years against what became of their cases."""

    def __init__(self, look: Look) -> None:
        titles = ("Year", "Cases", "Better", "Also worse", "Share")
        super().__init__(look, "Cases that got better, by year, as a table", titles)

    @property
    def model_of_years(self) -> PagedTableModel[NumberRow]:
        """What the table shows."""
        return self._model

    def show_figures(self, counts: Figures) -> None:
        """Show these years and their sum."""
        self.show_rows([_row(count) for count in (*reversed(counts.years), counts.total)])
