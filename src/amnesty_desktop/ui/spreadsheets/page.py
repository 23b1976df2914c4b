# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a spreadsheet: what its columns are, what will happen, and nothing in the file before "Add"."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QVBoxLayout, QWidget

from ...domain.dates import read_date
from ...domain.spoken_dates import spoken
from ...edits import spreadsheets
from ...edits.spreadsheet_plan import Plan, Standing
from ...edits.spreadsheets import Understood
from ...intake.cell_dates import DayOrder
from ...intake.column_fields import RowsAre
from ...intake.columns import Columns, columns_at, find_columns, header_of, unclear
from ...intake.table import Table
from ...store.changes import Changes
from ...store.errors import CaseFileError
from ..cases.fields import SideBySide
from ..desk import Desk
from ..dialogs.frame import DialogFrame, Role
from ..jobs import Job, Step
from ..showing import show_if
from ..texts import announce
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.foot import WorkLine
from ..widgets.form_field import FormField
from ..widgets.paragraph import Paragraph
from .columns_part import ColumnsPart
from .findings import Findings
from .memory import remembered, with_choices
from .tick_line import TickLine
from .words import EACH_ROW, columns_left_out, edit_label, what_was_done, what_will_happen

_INTRO = "Say above each column what it is. Nothing is in your file before you press Add; one Undo takes it all back."
_NO_COLUMN = "Say above the columns what they are: at least whom a row is about."
_SAY_ORDER = "Say first how the dates in this file are meant."
_ROWS_OFFERED = 15


class BringIn(DialogFrame):
    """Signals: understood(), whenever what will happen is known anew; brought_in(sentence)."""

    understood = Signal()
    brought_in = Signal(str)

    def __init__(self, desk: Desk, name: str, table: Table, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Bring in a spreadsheet", parent, size=(1080, 760))
        self._desk = desk
        self._name = name
        self.table = table
        self.columns: Columns = find_columns(table, remembered(desk.session.preferences))
        self.plan: Plan | None = None
        self._order = DayOrder()
        self._job: Job | None = None
        self._is_adding = False
        look = desk.look
        self.rows_are, self.header = QComboBox(), QComboBox()
        self.part = ColumnsPart(look)
        self.findings = Findings(look)
        self.what = Paragraph(look, "", Use.NAME)
        self.work = WorkLine(look)
        self.question = Paragraph(look, "", Use.STRONG)
        self.day_first, self.month_first = QRadioButton(), QRadioButton()
        self._orders = QButtonGroup(self)
        self._answers: dict[QRadioButton, TickLine] = {}
        self._build()
        self._connect()
        self._show_columns()
        self._understand()

    # -- building

    def _build(self) -> None:
        for rows_are in RowsAre:
            self.rows_are.addItem(EACH_ROW[rows_are], rows_are)
        self.rows_are.setObjectName("rows_are")
        self.header.setObjectName("header_row")
        self.header.addItem("In no row", None)
        for row, cells in enumerate(self.table.rows[:_ROWS_OFFERED]):
            words = ", ".join(" ".join(cell.split()) for cell in cells if cell.strip())
            if words:
                self.header.addItem(f"In row {row + 1}: {words[:60]}", row)
        for combo in (self.rows_are, self.header):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6)
        look = self.look
        self.add(Paragraph(look, " ".join([f"“{self._name}”.", *self.table.troubles, _INTRO]), role=Colour.SECONDARY))
        self.add(
            SideBySide(
                look,
                FormField(look, "rows_are", "Each row is", self.rows_are),
                FormField(look, "header", "Names of columns", self.header),
            )
        )
        self.add(self.part, self._question_part(), self.findings)
        self.content.addStretch(1)
        self._foot.insertWidget(0, self.what)
        self._foot.insertWidget(1, self.work)
        self.leave = self.add_close("&Leave it")
        self.add_button_ = self.add_button("&Add", Role.AcceptRole, primary=True)

    def _question_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, self.look.px(6), 0, 0)
        column.addWidget(self.question)
        for number, (button, name) in enumerate(((self.day_first, "day_first"), (self.month_first, "month_first"))):
            button.setObjectName(name)
            self._orders.addButton(button, number)
            line = self._answers[button] = TickLine(self.look, button)
            column.addWidget(line)
        self._asked = part
        show_if(part, False)
        return part

    def _connect(self) -> None:
        self.rows_are.activated.connect(lambda _index: self._on_layout())
        self.header.activated.connect(lambda _index: self._on_layout())
        self.part.chosen.connect(self._on_chosen)
        self._orders.idClicked.connect(lambda _number: self._understand())
        self.findings.ticked.connect(self._say)
        self.add_button_.clicked.connect(self.bring_in)
        self.work.cancel_requested.connect(self._stop)

    # -- what the columns are

    def _on_layout(self) -> None:
        """Another row has the names, or rows are something else: the columns are understood anew."""
        known = remembered(self._desk.session.preferences)
        self.columns = columns_at(self.table, self.rows_are.currentData(), self.header.currentData(), known)
        self._show_columns()
        self._understand()

    def _on_chosen(self, number: int, field: str) -> None:
        columns = list(self.columns.columns)
        columns[number] = field
        self.columns = Columns(self.columns.rows_are, self.columns.header, tuple(columns))
        self._understand()

    def _show_columns(self) -> None:
        self.rows_are.setCurrentIndex(self.rows_are.findData(self.columns.rows_are))
        self.header.setCurrentIndex(max(0, self.header.findData(self.columns.header)))
        self.part.show_table(self.table, self.columns)

    # -- what will happen

    @property
    def is_day_first(self) -> bool | None:
        """The answer to the question about dates, None while it is open."""
        return {0: True, 1: False}.get(self._orders.checkedId())

    def _understand(self) -> None:
        self._give_up()
        self.plan = None
        self.add_button_.setEnabled(False)
        if not any(self.columns.columns):
            self.findings.show_plan(None)
            self.what.setText(_NO_COLUMN)
            return
        file, table, columns, day_first = self._desk.session.file, self.table, self.columns, self.is_day_first

        def work(step: Step) -> Understood:
            return spreadsheets.understand(file, table, columns, day_first, step)

        self._start("Looking through the rows", work, self._on_understood)

    def _on_understood(self, found: Understood) -> None:
        self._order, self.plan = found.order, found.plan
        self._ask()
        self.findings.show_plan(None if self._must_answer else self.plan)
        self._say()
        announce(self, self.what.text())
        self.understood.emit()

    @property
    def _must_answer(self) -> bool:
        return self._order.must_be_asked and self.is_day_first is None

    def _ask(self) -> None:
        show_if(self._asked, self._order.must_be_asked)
        if not self._order.must_be_asked:
            return
        example = self._order.examples[0]
        others = f" So can {' and '.join(self._order.examples[1:])}." if self._order.examples[1:] else ""
        why = "Some dates of this file have the day first, others the month. " if self._order.contradicts else ""
        self.question.setText(f"{why}{example} can be read in two ways.{others} How is it meant in this file?")
        for button, day_first in ((self.day_first, True), (self.month_first, False)):
            read = spoken(read_date(example, day_first=day_first))
            self._answers[button].say(f"{example} is {read}: {'the day' if day_first else 'the month'} comes first")

    def _say(self) -> None:
        plan = self.plan
        if plan is None:
            return
        accepted = self.findings.accepted
        left_out = [header_of(self.table, self.columns, number) for number in unclear(self.table, self.columns)]
        will_happen = " ".join((what_will_happen(plan, len(accepted.rows)), columns_left_out(left_out))).strip()
        self.what.setText(_SAY_ORDER if self._must_answer else will_happen)
        anything = bool(plan.count(Standing.NEW) or accepted.rows or accepted.words)
        self.add_button_.setEnabled(anything and not self._must_answer and not self._is_adding)

    # -- bringing in

    def bring_in(self) -> None:
        """Bring all of it in by one edit, away from the window's thread."""
        if self.plan is None or not self.add_button_.isEnabled():
            return
        session, plan, accepted = self._desk.session, self.plan, self.findings.accepted
        self._set_adding(True)
        session.settle()
        file, label = session.file, edit_label(plan.rows_are)

        def work(step: Step) -> Changes:
            return file.edit(label, partial(spreadsheets.bring_in, wanted=plan, accepted=accepted, step=step), step)

        self._start(label, work, self._on_brought_in)

    def _on_brought_in(self, changes: Changes) -> None:
        session, plan = self._desk.session, self.plan
        session.preferences.change(column_meanings=with_choices(session.preferences, self.table, self.columns))
        self._is_adding = False
        self.accept()
        session.told(changes, self)
        assert plan is not None
        self.brought_in.emit(what_was_done(plan.rows_are, changes.result))

    def _set_adding(self, is_adding: bool) -> None:
        self._is_adding = is_adding
        self._area.setEnabled(not is_adding)
        self.leave.setEnabled(not is_adding)
        if is_adding:
            self.add_button_.setEnabled(False)

    # -- work away from the window's thread

    def _start(self, label: str, work: object, done: object) -> None:
        job = self._job = self._desk.jobs.start(label, work)  # type: ignore[arg-type]
        self.work.begin(label)

        def if_ours(act: object, *values: object) -> None:
            # A job that was given up may still have an answer on its way.
            if self._job is job:
                act(*values)  # type: ignore[operator]

        job.progressed.connect(lambda done, total: if_ours(self.work.step, done, total))
        job.done.connect(lambda value: if_ours(done, value))
        job.failed.connect(lambda error: if_ours(self._on_failed, error))
        job.ended.connect(lambda: if_ours(self._on_ended))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self.trouble.show_problem(f"{error.message} {error.way_out}", "Understood")

    def _on_ended(self) -> None:
        self._job = None
        self.work.end()
        if self._is_adding:
            self._set_adding(False)
            self._say()

    def _stop(self) -> None:
        """Cancel was pressed: what was written so far is taken back, or the looking through ends."""
        if self._job is not None:
            self._job.cancel()
        if self._is_adding:
            self.trouble.show_problem("Stopped. Nothing was brought in.", "Understood")

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.work.end()

    def reject(self) -> None:
        """Leave it; not while it is being written, which Cancel stops."""
        if not self._is_adding:
            super().reject()

    def done(self, result: int) -> None:
        self._give_up()
        super().done(result)
