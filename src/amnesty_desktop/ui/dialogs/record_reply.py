# SPDX-License-Identifier: GPL-3.0-or-later
"""Record a reply: what came back to a letter, its scan, and what is left to do about it. Two keys are enough."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from ...domain.activity import habit
from ...domain.dates import PartialDate
from ...domain.letter import Letter
from ...domain.problems import Problem
from ...domain.reply import Reply, ReplyKind, ReplyTask
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...edits import replies
from ...edits.attachments import refusal
from ...store.replies import office_replies
from ..desk import Desk
from ..widgets.buttons import LinkButton, QuietButton
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


_ATTACH = "A&ttach the scan or text…"
_SUMMARY_HINT = "In a few words, or the whole text: the same words from the same office are recognised"


class RecordReply(DialogFrame):
    """Signal: recorded(Reply, Path of its scan or None). The first letter of a kind chooses it, Enter records.

    choose_file asks for the scan; it can be exchanged in tests.
    """

    recorded = Signal(object, object)

    def __init__(self, desk: Desk, letter: Letter, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Record a reply", parent, size=(600, 670))
        self._desk = desk
        self._letter = letter
        self._task_is_chosen = self._kind_is_chosen = False
        self.scan: Path | None = None
        self.choose_file: Callable[[], str] = self._choose_file
        self.kind = QComboBox()
        self.received = PartialDateEdit(desk.look, "received", today=desk.session.today)
        self.sent_by = QLineEdit()
        self.summary = PlainEdit(desk.look, lines=3, most=6)
        self._tasks = QButtonGroup(self)
        self.attach = QuietButton(desk.look, _ATTACH, small=True)
        hint = "As far as it is known"
        self._fields = {
            "kind": FormField(desk.look, "kind", "&What came back", self.kind),
            "received": FormField(desk.look, "received", "W&hen", self.received, hint=hint),
            "sender": FormField(desk.look, "sender", "&From", self.sent_by, hint=self._habit()),
            "summary": FormField(desk.look, "summary", "What it &says", self.summary, hint=_SUMMARY_HINT),
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
        self.add(*self._fields.values(), self._scan_row())
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
        self.kind.activated.connect(self._on_kind_chosen)
        self.summary.textChanged.connect(self._look_for_form)
        self._tasks.idClicked.connect(self._on_task_chosen)
        self.add_close("&Leave it")
        self.add_button("&Record", Role.AcceptRole, primary=True).clicked.connect(self._on_record)
        self.kind.setCurrentIndex(self.kind.findData(ReplyKind.ACKNOWLEDGEMENT.value))
        self._propose_task()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scan_row(self) -> QWidget:
        """The button for the scan, and its way out."""
        self.attach.setObjectName("reply_scan")
        self.attach.clicked.connect(self._on_attach)
        self._leave_out = LinkButton(self._desk.look, "Leave it out")
        self._leave_out.clicked.connect(lambda: self._show_scan(None))
        self._leave_out.hide()
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.attach, self._leave_out):
            row.addWidget(part)
        row.addStretch(1)
        return page

    def _habit(self) -> str:
        """How this office has answered so far."""
        to = self._letter.addressee_id
        return habit(office_replies(self._desk.session.file.engine, to)) if to else ""

    def _on_attach(self) -> None:
        chosen = self.choose_file()
        if not chosen:
            return
        path = Path(chosen)
        try:
            said = refusal(path.name, path.stat().st_size)
        except OSError:
            said = f"“{path.name}” cannot be read. See that it is still there, and choose it again."
        if said:
            self.trouble.show_problem(said, "Understood")
        else:
            self._show_scan(path)

    def _show_scan(self, path: Path | None) -> None:
        self.scan = path
        self.attach.setText(path.name.replace("&", "&&") if path else _ATTACH)
        self._leave_out.setVisible(path is not None)
        if path is None:
            self.attach.setFocus()

    def _choose_file(self) -> str:
        return QFileDialog.getOpenFileName(self, "Which file is the reply?", str(Path.home()))[0]

    def _on_kind_chosen(self) -> None:
        self._kind_is_chosen = True

    def _look_for_form(self) -> None:
        """Say when another reply of this office has the very words, and take it for a form letter."""
        earlier = replies.same_form(self._desk.session.file, self._letter, self.summary.toPlainText())
        if earlier is None:
            self._fields["summary"].set_hint(_SUMMARY_HINT)
            return
        day = f" of {spoken(PartialDate(earlier.received))}" if earlier.received else ""
        self._fields["summary"].set_hint(f"The same words as the reply{day} about {earlier.who}.")
        if not self._kind_is_chosen:
            self.kind.setCurrentIndex(self.kind.findData(ReplyKind.FORM_REPLY.value))

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
        self.recorded.emit(self.value(), self.scan)

    def _future(self) -> Problem | None:
        value = self.received.value
        if value is not None and value.is_known and value.earliest > self._desk.session.today():
            return Problem("received", "This day has not come yet.", "Correct the date, or leave it empty.")
        return None
