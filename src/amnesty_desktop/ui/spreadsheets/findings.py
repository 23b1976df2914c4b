# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody decides before a spreadsheet comes in: new words, other words than in the file, rows that stay out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ...edits.spreadsheet_plan import Plan, PlannedRow
from ...edits.spreadsheets import Accepted
from ...intake.row_values import NewWord
from ..look import Look
from ..texts import counted
from ..theme import Role, Use
from ..widgets.paragraph import Paragraph
from .tick_line import TickLine
from .words import difference_line, problem_line, row_line, word_line

_MOST = 40
"""Lines of one part; nobody ticks more than that one by one."""
_NEW_WORDS = "Words our lists do not have. Those without a tick are left out of the cases."
_OTHERWISE = "Already there, with other words. Tick the rows that are right; the others stay as they are in our file."
_STAY_OUT = (
    "These rows stay out. Put them right in the spreadsheet and bring it in again: "
    "what is there already is not added twice."
)


@dataclass(frozen=True, slots=True)
class _Tick:
    """One box with its words."""

    box: QCheckBox
    words: str
    below: str = ""


class Findings(QWidget):
    """Signal: ticked() when something was ticked or no longer is."""

    ticked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words: dict[NewWord, QCheckBox] = {}
        self._rows: dict[int, QCheckBox] = {}
        self._kept = Accepted()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self._inside = QWidget()
        self._column.addWidget(self._inside)

    @property
    def accepted(self) -> Accepted:
        """What is ticked."""
        words = frozenset(word for word, box in self._words.items() if box.isChecked())
        return Accepted(words, frozenset(row for row, box in self._rows.items() if box.isChecked()))

    def show_plan(self, plan: Plan | None) -> None:
        """Show what was found; what was ticked before and is still there stays ticked."""
        if self._words or self._rows:
            self._kept = self.accepted
        self._words, self._rows = {}, {}
        self._column.removeWidget(self._inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        if plan is not None:
            self._add_words(column, plan)
            self._add_differences(column, plan.different)
            self._add_problems(column, plan)
        self._column.addWidget(self._inside)

    def _add_words(self, column: QVBoxLayout, plan: Plan) -> None:
        if not plan.words:
            return
        self._add_head(column, "New words", _NEW_WORDS)
        ticks = []
        for number, (word, rows) in enumerate(plan.words):
            box = self._words[word] = self._box(f"word_{number}", word in self._kept.words)
            ticks.append(_Tick(box, word_line(word, rows)))
        self._add_boxes(column, ticks, "All these words")

    def _add_differences(self, column: QVBoxLayout, rows: Sequence[PlannedRow]) -> None:
        if not rows:
            return
        self._add_head(column, "Other words than in our file", _OTHERWISE)
        ticks = []
        for row in rows:
            box = self._rows[row.draft.row] = self._box(f"row_{row.draft.row}", row.draft.row in self._kept.rows)
            ticks.append(_Tick(box, row_line(row), difference_line(row.differences)))
        self._add_boxes(column, ticks, "All these rows")

    def _add_problems(self, column: QVBoxLayout, plan: Plan) -> None:
        if not plan.problems:
            return
        self._add_head(column, counted(len(plan.problems), "row needs a look", "rows need a look"), _STAY_OUT)
        for problem in plan.problems[:_MOST]:
            column.addWidget(Paragraph(self._look, problem_line(problem), Use.TABLE))
        if (left := len(plan.problems) - _MOST) > 0:
            more = counted(left, "more row", "more rows")
            column.addWidget(Paragraph(self._look, f"… and {more}.", Use.TABLE, Role.SECONDARY))

    def _add_head(self, column: QVBoxLayout, title: str, words: str) -> None:
        column.addSpacing(self._look.px(10))
        column.addWidget(Paragraph(self._look, title, Use.STRONG))
        column.addWidget(Paragraph(self._look, words, Use.CAPTION, Role.SECONDARY))

    def _add_boxes(self, column: QVBoxLayout, ticks: Sequence[_Tick], everything: str) -> None:
        boxes = [tick.box for tick in ticks]
        if len(boxes) > 1:
            all_of_them = self._box(f"all_{boxes[0].objectName()}", all(box.isChecked() for box in boxes))
            all_of_them.clicked.connect(partial(_tick_all, boxes))
            column.addWidget(TickLine(self._look, all_of_them, everything))
        for tick in ticks[:_MOST]:
            column.addWidget(TickLine(self._look, tick.box, tick.words, tick.below))
        for box in boxes[_MOST:]:
            box.setParent(self._inside)
            box.hide()
        if (left := len(boxes) - _MOST) > 0:
            said = f"… and {left} more, ticked together with all of them."
            column.addWidget(Paragraph(self._look, said, Use.CAPTION, Role.SECONDARY))

    def _box(self, name: str, is_ticked: bool) -> QCheckBox:
        box = QCheckBox()
        box.setObjectName(name)
        box.setChecked(is_ticked)
        box.toggled.connect(lambda _on: self.ticked.emit())
        return box


def _tick_all(boxes: Sequence[QCheckBox], wanted: bool) -> None:
    for box in boxes:
        box.setChecked(wanted)
