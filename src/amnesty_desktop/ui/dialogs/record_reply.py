# SPDX-License-Identifier: GPL-3.0-or-later
"""Record a reply: what came back to a letter, and what is left to do about it. Two keys are enough."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from ...domain.dates import PartialDate
from ...domain.letter import Letter
from ...domain.problems import Problem
from ...domain.reply import Reply, ReplyKind, ReplyTask
from ...domain.vocabularies import label
from ..desk import Desk
from ..widgets.form_field import FormField
from ..widgets.partial_date_edit import PartialDateEdit
from ..widgets.plain_edit import PlainEdit
from .frame import DialogFrame, Role

_TASKS = {
    ReplyKind.ASKS_FOR_MORE: ReplyTask.ANSWER,
    ReplyKind.FAVOURABLE: ReplyTask.FORWARD,
    ReplyKind.COMMITMENT: ReplyTask.FORWARD,
    ReplyKind.DENIAL: ReplyTask.FORWARD,
    ReplyKind.OTHER: ReplyTask.FORWARD,
}
"""What is usually left to do; sections want to see all that is no mere form."""


class RecordReply(DialogFrame):
    """Signal: recorded(Reply). The first letter of a kind chooses it, Enter records."""

    recorded = Signal(object)

    def __init__(self, desk: Desk, letter: Letter, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Record a reply", parent, size=(600, 660))
        self._desk = desk
        self._letter = letter
        self._task_is_chosen = False
        self.kind = QComboBox()
        self.received = PartialDateEdit(desk.look, "received", today=desk.session.today)
        self.sent_by = QLineEdit()
        self.summary = PlainEdit(desk.look, lines=3, most=6)
        self._tasks = QButtonGroup(self)
        hint = "As far as it is known"
        self._fields = {
            "kind": FormField(desk.look, "kind", "&What came back", self.kind),
            "received": FormField(desk.look, "received", "W&hen", self.received, hint=hint),
            "sender": FormField(desk.look, "sender", "&From", self.sent_by),
            "summary": FormField(desk.look, "summary", "In a &few words", self.summary),
        }
        self._build()

    def value(self) -> Reply:
        """The reply as it stands in the form."""
        return Reply(
            case_id=self._letter.case_id,
            letter_id=self._letter.id,
            received=self.received.value,
            kind=ReplyKind(self.kind.currentData()),
            sender=self.sent_by.text().strip(),
            summary=self.summary.toPlainText().strip(),
            task=self.task,
        )

    @property
    def task(self) -> ReplyTask:
        """What is left to do."""
        return tuple(ReplyTask)[max(self._tasks.checkedId(), 0)]

    def _build(self) -> None:
        parts: tuple[QWidget, ...] = (self.kind, self.received, self.sent_by, self.summary)
        for part, name in zip(parts, self._fields, strict=True):
            part.setObjectName(f"reply_{name}")
        for kind in ReplyKind:
            self.kind.addItem(label(kind), kind.value)
        self.received.set_value(PartialDate.of(self._desk.session.today()))
        self.sent_by.setText(self._letter.address.partition("\n")[0])
        self.add(*self._fields.values())
        row = QHBoxLayout()
        for number, task in enumerate(ReplyTask):
            button = QRadioButton(f"&{label(task)}")
            button.setObjectName(f"task_{task}")
            self._tasks.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.content.addLayout(row)
        self.content.addStretch(1)
        self.kind.currentIndexChanged.connect(self._propose_task)
        self._tasks.idClicked.connect(self._on_task_chosen)
        self.add_close("&Leave it")
        self.add_button("&Record", Role.AcceptRole, primary=True).clicked.connect(self._on_record)
        self.kind.setCurrentIndex(self.kind.findData(ReplyKind.ACKNOWLEDGEMENT.value))
        self._propose_task()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_task_chosen(self) -> None:
        self._task_is_chosen = True

    def _propose_task(self) -> None:
        if not self._task_is_chosen:
            task = _TASKS.get(ReplyKind(self.kind.currentData()), ReplyTask.NOTHING)
            self._tasks.button(tuple(ReplyTask).index(task)).setChecked(True)

    def _on_record(self) -> None:
        problem = self.received.problem or self._future()
        if problem is not None:
            self._fields["received"].show_problem(problem)
            self.received.setFocus()
            return
        self.accept()
        self.recorded.emit(self.value())

    def _future(self) -> Problem | None:
        value = self.received.value
        if value is not None and value.is_known and value.earliest > self._desk.session.today():
            return Problem("received", "This day has not come yet.", "Correct the date, or leave it empty.")
        return None
