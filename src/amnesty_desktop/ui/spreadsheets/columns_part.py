# SPDX-License-Identifier: GPL-3.0-or-later
"""The first rows of a spreadsheet as a table, and above each column what it is."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from ...intake.column_fields import FIELDS
from ...intake.columns import Columns, header_of
from ...intake.table import Table
from ..look import Look
from ..theme import Role, Use
from ..widgets.paragraph import OneLine

_EXAMPLES = 4
"""Rows that are shown."""
_WIDTH = 168
"""Design px of a column."""
_LEAVE_OUT = "Leave out"


class ColumnsPart(QScrollArea):
    """Signal: chosen(number of the column, name of the field or empty)."""

    chosen = Signal(int, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._inside = QWidget()
        self.choosers: list[QComboBox] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The first rows of the spreadsheet")

    def show_table(self, table: Table, columns: Columns) -> None:
        """Show the columns in which anything stands."""
        had_focus = next((n for n, chooser in enumerate(self.choosers) if chooser.hasFocus()), None)
        self.choosers = []
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, self._look.px(4))
        grid.setHorizontalSpacing(self._look.px(12))
        grid.setVerticalSpacing(self._look.px(6))
        rows = [row for row in range(columns.first_row, len(table.rows)) if any(map(str.strip, table.rows[row]))]
        shown = [n for n in range(table.width) if header_of(table, columns, n) or any(table.cell(r, n) for r in rows)]
        for place, number in enumerate(shown):
            self._add_column(grid, place, table, columns, number)
            for line, row in enumerate(rows[:_EXAMPLES], start=2):
                text = " ".join(table.cell(row, number).split())
                grid.addWidget(OneLine(self._look, text, Use.TABLE, Role.SECONDARY), line, place)
            grid.setColumnMinimumWidth(place, self._look.px(_WIDTH))
        grid.setColumnStretch(len(shown), 1)
        grid.setRowStretch(2 + _EXAMPLES, 1)
        # The former one goes with everything in it.
        self.setWidget(inside)
        self._inside = inside
        self.updateGeometry()
        if had_focus is not None and had_focus < len(self.choosers):
            self.choosers[had_focus].setFocus()

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(self._look.px(600), self._inside.sizeHint().height() + bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to the chooser that has the focus; a wheel turned over one without it scrolls past."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, self._look.px(24), 0)
        elif event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _add_column(self, grid: QGridLayout, place: int, table: Table, columns: Columns, number: int) -> None:
        name = header_of(table, columns, number)
        chooser = QComboBox()
        chooser.setObjectName(f"column_{number}")
        chooser.setAccessibleName(f"What “{name}” is")
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.setMinimumContentsLength(10)
        chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chooser.addItem(_LEAVE_OUT, "")
        for field in FIELDS[columns.rows_are]:
            chooser.addItem(field.label, field.name)
        chooser.setCurrentIndex(max(0, chooser.findData(columns.columns[number])))
        chooser.activated.connect(lambda _index: self.chosen.emit(number, chooser.currentData()))
        chooser.installEventFilter(self)
        self.choosers.append(chooser)
        grid.addWidget(OneLine(self._look, name, Use.NAME), 0, place)
        grid.addWidget(chooser, 1, place)
