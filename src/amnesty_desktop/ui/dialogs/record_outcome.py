# SPDX-License-Identifier: GPL-3.0-or-later
"""Record what became of somebody: who, what, when, how we know. One short form, from anywhere."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ...domain.case import Case, CaseStatus
from ...domain.case_check import outcome_problems
from ...domain.conscience import RELEASED_INSTEAD, outcome_problem
from ...domain.outcome import Direction, Outcome
from ...domain.person import Person
from ...domain.printed import WITHHELD, paper, shown_name, who
from ...domain.problems import Problem
from ...domain.vocabularies import MISSION_OUTCOMES
from ...edits import outcomes as outcome_edits
from ...edits.drafting import called_in
from ..desk import Desk
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.buttons import QuietButton
from ..widgets.form_field import FormField
from ..widgets.paragraph import NARROW, OneLine, Paragraph
from ..widgets.partial_date_edit import PartialDateEdit
from ..widgets.plain_edit import PlainEdit
from .after_outcome import overtaken
from .case_picker import CasePicker
from .frame import DialogFrame, Role
from .ways import Ways

_FOLLOWS = "Open drafts of this case will be looked at again."
_LOOK = "Look at the words in red. If it is right all the same, press the button once more."
_NO_KIND = Problem("kind", "It is not said what happened.", "Choose the nearest; each list ends with “in another way”.")
_MISSION = frozenset(term.code for term in MISSION_OUTCOMES)
_NO_CASE = Problem("case_id", "No case is chosen.", "Type part of a name, then choose from the list.")


class RecordOutcome(DialogFrame):
    """Records a new outcome, or changes one. Signal: recorded(Outcome)."""

    recorded = Signal(object)

    def __init__(
        self, desk: Desk, case_id: str, person_id: str = "", *, outcome: Outcome | None = None, parent: QWidget | None
    ) -> None:
        title = "Record outcome" if outcome is None else "Change outcome"
        super().__init__(desk.look, title, parent, size=(600, 700))
        self._desk = desk
        self._outcome = outcome
        self._warned: frozenset[str] = frozenset()
        self.case_id = outcome.case_id if outcome else case_id
        self.case = CasePicker(desk.session, desk.look)
        self.person = QComboBox()
        self._about = OneLine(desk.look, "", Use.BODY, Colour.SECONDARY)
        self.ways = Ways(desk.look)
        self.kind = QComboBox()
        self.on = PartialDateEdit(desk.look, "on", today=desk.session.today)
        self.how_known = PlainEdit(desk.look, lines=2, most=5)
        self.note = PlainEdit(desk.look, lines=1, most=5)
        self.close_case = QCheckBox("Close the case &as well")
        self._follows = Paragraph(desk.look, _FOLLOWS, Use.CAPTION, Colour.SECONDARY, line_height=NARROW)
        self.instead = QuietButton(desk.look, "Record “released without conditions”", small=True)
        self._fields = self._made_fields()
        self._build()
        self._connect()
        self._load(person_id)

    @property
    def direction(self) -> Direction:
        """Better, worse or unchanged."""
        return self.ways.direction

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

    # -- the form

    def _made_fields(self) -> dict[str, FormField]:
        words: dict[str, tuple[str, QWidget, str]] = {
            "case_id": ("&Case", self.case, "Part of a name, a country or a paper"),
            "person_id": ("Wh&o", self.person, ""),
            "direction": ("Better or worse", self.ways, ""),
            "kind": ("What &happened", self.kind, ""),
            "on": ("Wh&en", self.on, "As far as it is known; leave it empty if it is not"),
            "how_known": ("How do we &know?", self.how_known, ""),
            "note": ("&Note", self.note, ""),
        }
        for name, (_, editor, _) in words.items():
            editor.setObjectName(name.removesuffix("_id"))
        look = self._desk.look
        return {name: FormField(look, name, label, editor, hint=hint) for name, (label, editor, hint) in words.items()}

    def _build(self) -> None:
        for chooser in (self.person, self.kind):
            # Long kinds are cut in the field and stand whole in its list, instead of widening the form.
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            chooser.setMinimumContentsLength(12)
        self.kind.setPlaceholderText("Choose from the list")
        self.add(self._about)
        for name, field in self._fields.items():
            self.add(field)
            if name == "kind":
                self.add(self.instead, self._follows, self.close_case)
        self.content.addStretch(1)
        self.close_case.setObjectName("close case")
        self.instead.setObjectName("released instead")
        self.instead.hide()
        self.add_close("&Leave it").setObjectName("leave")
        self.save = self.add_button(self._verb(), Role.AcceptRole, primary=True)
        self.save.setObjectName("record")

    def _connect(self) -> None:
        self.case.chosen.connect(self._on_case_chosen)
        self.ways.changed.connect(self._fill_kinds)
        self.kind.currentIndexChanged.connect(lambda _index: self._say_what_follows())
        self.kind.activated.connect(lambda _index: self._check_the_term())
        self.person.activated.connect(lambda _index: self._check_the_term())
        self.instead.clicked.connect(self._say_released)
        self.save.clicked.connect(self._on_save)

    def _verb(self) -> str:
        return "&Record" if self._outcome is None else "&Change"

    def _load(self, person_id: str) -> None:
        outcome = self._outcome
        self.ways.choose(outcome.direction if outcome else Direction.BETTER)
        self._fill_kinds()
        self._show_case(person_id if outcome is None else outcome.person_id or "")
        self._about.setText(self.case.text())
        self._about.setVisible(bool(self.case_id))
        self._fields["case_id"].setVisible(not self.case_id)
        if outcome is not None:
            self._choose_kind(outcome.kind)
            self.on.set_value(outcome.on)
            self.how_known.setPlainText(outcome.how_known)
            self.note.setPlainText(outcome.note)
        (self.ways if self.case_id else self.case).setFocus()

    def _fill_kinds(self) -> None:
        self.kind.clear()
        kinds = self._desk.session.vocabulary.outcomes_of(self.direction)
        for term in kinds:
            self.kind.addItem(term.label[:1].upper() + term.label[1:], term.code)
        if self.direction is Direction.BETTER:
            self.kind.insertSeparator(sum(1 for term in kinds if term.code in _MISSION))
        # Nothing is chosen for the member: what stands first in the list would be recorded by mistake.
        self.kind.setCurrentIndex(-1)

    def _choose_kind(self, code: str) -> None:
        """Stand at a kind, also at one that the list no longer offers."""
        vocabulary = self._desk.session.vocabulary
        code = vocabulary.resolve(code)
        if code and self.kind.findData(code) < 0:
            words = vocabulary.label(code)
            self.kind.addItem(words[:1].upper() + words[1:], code)
        self.kind.setCurrentIndex(self.kind.findData(code))

    def _show_case(self, person_id: str = "") -> None:
        file = self._desk.session.file
        case = file.find(Case, self.case_id)
        self.person.clear()
        self.person.addItem("The case as a whole", "")
        self.person.setEnabled(case is not None)
        if case is not None:
            people = file.all(Person, case_id=case.id, order="position, key")
            self.case.set_chosen(f"{who(people, case)}, {paper(case)}")
            for person in people:
                self.person.addItem(shown_name(person) or WITHHELD, person.id)
            only = people[0].id if len(people) == 1 else ""
            self.person.setCurrentIndex(max(self.person.findData(person_id or only), 0))
        self._fields["case_id"].clear_problem()
        self._say_what_follows()

    def _say_what_follows(self) -> None:
        """A release or a death overtakes letters that are not sent yet, and may be the end of the work."""
        outcome = self.value()
        ends = bool(outcome.case_id) and overtaken(self._desk, outcome) is not None
        case = self._desk.session.file.find(Case, outcome.case_id) if ends else None
        may_close = self._outcome is None and case is not None and case.status is CaseStatus.OPEN
        self._follows.setVisible(ends)
        self.close_case.setVisible(may_close)
        if not may_close:
            self.close_case.setChecked(False)

    def _term_problem(self, outcome: Outcome) -> Problem | None:
        """Only Amnesty's own finding lets anybody be called a prisoner of conscience."""
        file = self._desk.session.file
        if not outcome.case_id:
            return None
        return outcome_problem(outcome, file.all(Person, case_id=outcome.case_id), called_in(file, outcome.case_id))

    def _check_the_term(self) -> None:
        """Say at once what is wrong with the term, with the way out beside it."""
        problem = self._term_problem(self.value())
        self.instead.setVisible(problem is not None)
        if problem is not None:
            self._fields["kind"].show_problem(problem)
        else:
            self._fields["kind"].clear_problem()

    def _say_released(self) -> None:
        self.kind.setCurrentIndex(self.kind.findData(RELEASED_INSTEAD))
        self._check_the_term()
        self.on.setFocus()

    # -- doing

    def _on_case_chosen(self, case_id: str) -> None:
        self.case_id = case_id
        self._show_case()
        self.ways.setFocus()

    def _on_save(self) -> None:
        self.trouble.clear()
        for field in self._fields.values():
            field.clear_problem()
        if not self.case_id:
            self._point_at([_NO_CASE])
        elif self.kind.currentIndex() < 0:
            self._point_at([_NO_KIND])
        elif self.on.problem is not None:
            self._point_at([self.on.problem])
        elif not self._warn(self.value()):
            self._save(self.value())

    def _warn(self, outcome: Outcome) -> bool:
        """Show what looks wrong; True when some of it was not shown before. A warning read once is no obstacle."""
        session = self._desk.session
        case = session.file.get(Case, outcome.case_id)
        term = self._term_problem(outcome)
        problems = [*([term] if term else []), *outcome_problems(outcome, case, session.today())]
        unread = [problem for problem in problems if problem.message not in self._warned]
        if unread:
            self._warned |= {problem.message for problem in unread}
            self._point_at(problems)
            self.trouble.show_problem(_LOOK)
            self.save.setText(f"{self._verb()} all the same")
        return bool(unread)

    def _point_at(self, problems: list[Problem]) -> None:
        """Say below each field what is wrong with it, and go to the first."""
        self._check_the_term()
        for problem in problems:
            self._fields.get(problem.field, self._fields["note"]).show_problem(problem)
        first = next(field for field in self._fields.values() if field.problem is not None)
        first.editor.setFocus()
        self.content.activate()
        self._area.ensureWidgetVisible(first)

    def _save(self, outcome: Outcome) -> None:
        session = self._desk.session
        close_on = session.today() if self.close_case.isChecked() else None
        words = "Record outcome" if self._outcome is None else "Change outcome"
        edit = partial(outcome_edits.record, outcome=outcome, close_on=close_on)
        if session.edit(words, edit, self) is not None:
            self.accept()
            self.recorded.emit(outcome)
