# SPDX-License-Identifier: GPL-3.0-or-later
"""Record what became of somebody: who, what, when, how we know. One short form, from anywhere."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QCompleter, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from ...domain.case import Case
from ...domain.case_check import outcome_problems
from ...domain.outcome import Direction, Outcome
from ...domain.person import Person
from ...domain.printed import paper, shown_name, who
from ...domain.problems import Problem
from ...domain.vocabularies import MISSION_OUTCOMES, label, outcomes_of
from ...edits import outcomes as outcome_edits
from ..desk import Desk
from ..widgets.form_field import FormField
from ..widgets.partial_date_edit import PartialDateEdit
from ..widgets.plain_edit import PlainEdit
from .frame import DialogFrame, Role


class RecordOutcome(DialogFrame):
    """Records a new outcome, or changes one. Signal: recorded(Outcome)."""

    recorded = Signal(object)

    def __init__(
        self, desk: Desk, case_id: str, person_id: str = "", *, outcome: Outcome | None = None, parent: QWidget | None
    ) -> None:
        title = "Record outcome" if outcome is None else "Change outcome"
        super().__init__(desk.look, title, parent, size=(600, 620))
        self._desk = desk
        self._outcome = outcome
        self._found: dict[str, str] = {}
        self.case_id = outcome.case_id if outcome else case_id
        self.case = QLineEdit()
        self.person = QComboBox()
        self.kind = QComboBox()
        self.on = PartialDateEdit(desk.look, "on", today=desk.session.today)
        self.how_known = PlainEdit(desk.look, lines=2, most=5)
        self.note = PlainEdit(desk.look, lines=1, most=5)
        self._ways = QButtonGroup(self)
        for part, name in (
            (self.case, "case"),
            (self.person, "person"),
            (self.kind, "kind"),
            (self.on, "on"),
            (self.how_known, "how_known"),
        ):
            part.setObjectName(name)
        self._fields = {
            "case_id": FormField(desk.look, "case_id", "&Case", self.case, hint="Type a name, a country or a paper"),
            "person_id": FormField(desk.look, "person_id", "&Who", self.person),
            "kind": FormField(desk.look, "kind", "What &happened", self.kind),
            "on": FormField(
                desk.look, "on", "W&hen", self.on, hint="As far as it is known; leave it empty if it is not"
            ),
            "how_known": FormField(desk.look, "how_known", "How do we &know?", self.how_known),
            "note": FormField(desk.look, "note", "&Note", self.note),
        }
        self._build()
        self._load(person_id)

    def value(self) -> Outcome:
        """The outcome as it stands in the form."""
        made = Outcome(
            case_id=self.case_id,
            person_id=self.person.currentData() or None,
            on=self.on.value,
            direction=self.direction,
            kind=self.kind.currentData() or "",
            how_known=self.how_known.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
        )
        return made if self._outcome is None else replace(made, id=self._outcome.id)

    @property
    def direction(self) -> Direction:
        """Better, worse or unchanged."""
        return tuple(Direction)[max(self._ways.checkedId(), 0)]

    def _build(self) -> None:
        row = QHBoxLayout()
        for number, direction in enumerate(Direction):
            button = QRadioButton(f"&{label(direction).capitalize()}")
            button.setObjectName(str(direction))
            self._ways.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._ways.idClicked.connect(lambda _number: self._fill_kinds())
        self.add(self._fields["case_id"], self._fields["person_id"])
        self.content.addLayout(row)
        for name in ("kind", "on", "how_known", "note"):
            self.add(self._fields[name])
        self.content.addStretch(1)
        leave = self.add_close("&Leave it")
        leave.setObjectName("leave")
        record = self.add_button("&Record" if self._outcome is None else "&Change", Role.AcceptRole, primary=True)
        record.setObjectName("record")
        record.clicked.connect(self._on_record)
        completer = QCompleter(self)
        completer.setModel(QStringListModel(completer))
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.case.setCompleter(completer)
        self.case.textEdited.connect(self._search)
        completer.activated.connect(self._on_case_chosen)

    def _load(self, person_id: str) -> None:
        outcome = self._outcome
        way = outcome.direction if outcome else Direction.BETTER
        self._ways.button(tuple(Direction).index(way)).setChecked(True)
        self._fill_kinds()
        self._show_case(person_id if outcome is None else outcome.person_id or "")
        self._fields["case_id"].setVisible(not self.case_id or outcome is None)
        self.case.setReadOnly(bool(self.case_id))
        if outcome is not None:
            self.kind.setCurrentIndex(max(self.kind.findData(outcome.kind), 0))
            self.on.set_value(outcome.on)
            self.how_known.setPlainText(outcome.how_known)
            self.note.setPlainText(outcome.note)
        (self.kind if self.case_id else self.case).setFocus()

    def _fill_kinds(self) -> None:
        self.kind.clear()
        for term in outcomes_of(self.direction):
            self.kind.addItem(term.label[:1].upper() + term.label[1:], term.code)
        if self.direction is Direction.BETTER:
            self.kind.insertSeparator(len(MISSION_OUTCOMES))

    def _show_case(self, person_id: str = "") -> None:
        file = self._desk.session.file
        case = file.find(Case, self.case_id)
        self.person.clear()
        self.person.addItem("The case as a whole", "")
        if case is None:
            self.person.setEnabled(False)
            return
        people = file.all(Person, case_id=case.id, order="position, key")
        self.case.setText(f"{who(people, case)}, {paper(case)}")
        self.person.setEnabled(True)
        for person in people:
            self.person.addItem(shown_name(person), person.id)
        only = people[0].id if len(people) == 1 else ""
        self.person.setCurrentIndex(max(self.person.findData(person_id or only), 0))

    def _search(self, text: str) -> None:
        hits = [hit for hit in self._desk.session.file.search(text, most=20) if hit.table == "cases"]
        self._found = {" ".join(hit.text.split())[:120]: hit.row_id for hit in hits}
        model = self.case.completer().model()
        if isinstance(model, QStringListModel):
            model.setStringList(list(self._found))
        self.case.completer().complete()

    def _on_case_chosen(self, words: str) -> None:
        self.case_id = self._found.get(words, "")
        self._fields["case_id"].clear_problem()
        self._show_case()
        self.kind.setFocus()

    def _on_record(self) -> None:
        for field in self._fields.values():
            field.clear_problem()
        if not self.case_id:
            missing = Problem("case_id", "No case is chosen.", "Type part of a name, then choose from the list.")
            self._fields["case_id"].show_problem(missing)
            self.case.setFocus()
            return
        if self.on.problem is not None:
            self._fields["on"].show_problem(self.on.problem)
            self.on.setFocus()
            return
        self._save(self.value())

    def _save(self, outcome: Outcome) -> None:
        session = self._desk.session
        case = session.file.get(Case, outcome.case_id)
        warned = outcome_problems(outcome, case, session.today())
        unread = [problem for problem in warned if problem.message not in self._warned]
        if unread:
            self._warned |= {problem.message for problem in unread}
            for problem in unread:
                self._fields.get(problem.field, self._fields["note"]).show_problem(problem)
            self.trouble.show_problem("Look at what stands in red. Press the button again if it is right all the same.")
            return
        words = "Record outcome" if self._outcome is None else "Change outcome"
        if session.edit(words, partial(outcome_edits.record, outcome=outcome), self) is not None:
            self.accept()
            self.recorded.emit(outcome)

    _warned: frozenset[str] = frozenset()
