# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart as a table: one row for each year, the newest first, and one for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...domain.figures import Figures, YearCount, percent
from ..look import Look
from ..models.paged_table import Column, PagedTableModel
from ..widgets.key_table import KeyTableView
from ..widgets.table_head import HEIGHT

_ALL_YEARS = 0
_YEAR = 64


def _year(count: YearCount) -> str:
    return "All" if count.year is None else str(count.year)


def _share(count: YearCount) -> str:
    return "too few" if count.share is None else percent(count.share)


COLUMNS: tuple[Column[YearCount], ...] = (
    Column("Year", _year, spoken=lambda c: "All years" if c.year is None else str(c.year), is_strong=True),
    Column(
        "Cases", lambda c: str(c.worked_on), spoken=lambda c: f"{c.worked_on} cases", sample="1000", is_trailing=True
    ),
    Column(
        "Better", lambda c: str(c.improved), spoken=lambda c: f"{c.improved} better", sample="1000", is_trailing=True
    ),
    Column(
        "Also worse",
        lambda c: str(c.also_worse),
        spoken=lambda c: f"{c.also_worse} of them also worse",
        sample="1000",
        is_trailing=True,
        folds=1,
    ),
    Column("Share", _share, spoken=lambda c: f"share {_share(c)}", sample="too few", is_trailing=True),
)


class FiguresTable(KeyTableView):
    """As tall as its rows, so that the pane around it scrolls."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._counts: dict[int, YearCount] = {}
        self.model_of_years = PagedTableModel(COLUMNS, self._rows, lambda count: count.year or _ALL_YEARS)
        name = "Cases that got better, by year, as a table"
        super().__init__(look, self.model_of_years, name, least_room=_YEAR, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, counts: Figures) -> None:
        """Show these years and their sum."""
        shown = [*reversed(counts.years), counts.total]
        self._counts = {count.year or _ALL_YEARS: count for count in shown}
        self.model_of_years.show(list(self._counts))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = len(self._counts) * self.verticalHeader().defaultSectionSize()
        return QSize(self._look.px(320), self._look.px(HEIGHT) + rows + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def _rows(self, keys: Sequence[int]) -> list[YearCount]:
        return [self._counts[key] for key in keys if key in self._counts]
