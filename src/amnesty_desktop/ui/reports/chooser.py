# SPDX-License-Identifier: GPL-3.0-or-later
"""What to report: which report, of which time, of which case, and for whom."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.period import Period
from ...domain.person import Person
from ...domain.printed import paper, who
from ...domain.problems import Problem
from ...domain.report import Audience, ReportKind
from ...edits.reports import Wanted
from ..desk import Desk
from ..dialogs.case_picker import CasePicker
from ..dialogs.line_list import Line, LineList
from ..showing import show_if
from ..theme import Use
from ..widgets.buttons import PrimaryButton
from ..widgets.form_field import FormField
from ..widgets.paragraph import OneLine
from ..widgets.partial_date_edit import PartialDateEdit

KINDS = {
    ReportKind.ANNUAL: ("Annual report", "what we did, what became of the people"),
    ReportKind.SECTION_RETURN: ("Return to the section", "letters for each action, one page"),
    ReportKind.WRITE_FOR_RIGHTS: ("Write for Rights", "letters, cards and signatures by case"),
    ReportKind.GOOD_NEWS: ("Good news", "what got better, to read out"),
    ReportKind.REPRESENTATIONS: ("Letters to the UN", "the register of all of them"),
    ReportKind.DOSSIER: ("Dossier of a case", "all about one case"),
    ReportKind.HANDOVER: ("Handover", "each open case, for whoever takes over"),
}
_TIMELESS = frozenset({ReportKind.DOSSIER, ReportKind.HANDOVER})
_OTHER = 0
_NOT_A_DAY = Problem("period", "A period needs two days.", "Write day, month and year in both.")
_BACKWARDS = Problem("period", "The last day lies before the first.", "Change one of them.")


class Chooser(QScrollArea):
    """Signals: wanted(Wanted), each time another report can be made; incomplete() where something is missing;
    show_requested(), where its pages take the place of this.
    """

    wanted = Signal(object)
    incomplete = Signal()
    show_requested = Signal()

    def __init__(self, desk: Desk, years: Iterable[int]) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        look = desk.look
        self.title = OneLine(look, "Reports", Use.TITLE)
        self.kinds = LineList(look, "Which report")
        self.kinds.show_lines(Line(words, value=kind) for kind, (words, _) in KINDS.items())
        self.year = QComboBox()
        self.first = PartialDateEdit(look, "first", today=desk.session.today)
        self.last = PartialDateEdit(look, "last", today=desk.session.today)
        self.case = CasePicker(desk.session, look)
        self.members = QRadioButton("For &members: everything in the file")
        self.anybody = QRadioButton("For &others: nothing confidential")
        self._audience = QButtonGroup(self)
        self.show_button = PrimaryButton(look, "&Show the report")
        self.fields = {
            "year": FormField(look, "year", "Which &time", self.year),
            "first": FormField(look, "first", "F&irst day", self.first),
            "last": FormField(look, "last", "&Last day", self.last),
            "case": FormField(look, "case", "&Case", self.case, hint="Part of a name, a country or a paper"),
        }
        self._fill(years)
        self._build()
        self._connect()

    @property
    def kind(self) -> ReportKind:
        """The report that is chosen."""
        line = self.kinds.chosen
        return line.value if line is not None else ReportKind.ANNUAL

    def choose_kind(self, kind: ReportKind) -> None:
        """Choose a report."""
        self.kinds.setCurrentRow(list(KINDS).index(kind))

    def choose_case(self, case_id: str) -> None:
        """Choose the case of the dossier."""
        file = self._desk.session.file
        case = file.find(Case, case_id)
        self._case_id = case_id if case else ""
        if case is not None:
            people = file.all(Person, case_id=case.id, order="position, key")
            self.case.set_chosen(f"{who(people, case)}, {paper(case)}")
        self.tell()

    def period(self) -> Period | None:
        """The time chosen, None where its days are not complete; says so beside them."""
        if self.year.currentData() != _OTHER:
            return Period.of_year(self.year.currentData())
        field = self.fields["last"]
        field.clear_problem()
        days = [edit.value for edit in (self.first, self.last)]
        if not all(day is not None and day.is_day for day in days):
            if any(edit.line.text() for edit in (self.first, self.last)):
                field.show_problem(_NOT_A_DAY)
            return None
        first, last = (day.earliest for day in days if day is not None)
        if last < first:
            field.show_problem(_BACKWARDS)
            return None
        return Period(first, last)

    def tell(self) -> None:
        """Show the fields this report needs, and tell which report is wanted."""
        kind = self.kind
        has_period = kind not in _TIMELESS
        is_other = has_period and self.year.currentData() == _OTHER
        show_if(self.fields["year"], has_period)
        for name in ("first", "last"):
            show_if(self.fields[name], is_other)
        for part in (self.fields["case"], self.members, self.anybody):
            show_if(part, kind is ReportKind.DOSSIER)
        period = self.period() if has_period else Period.of_year(self._desk.session.today().year)
        if period is None or (kind is ReportKind.DOSSIER and not self._case_id):
            self.incomplete.emit()
            return
        audience = Audience.MEMBERS if self.members.isChecked() else Audience.ANYBODY
        self.wanted.emit(Wanted(kind, period, self._case_id if kind is ReportKind.DOSSIER else "", audience))

    def _fill(self, years: Iterable[int]) -> None:
        today: date = self._desk.session.today()
        for year in sorted({today.year, today.year - 1, *years}, reverse=True):
            self.year.addItem(f"{year} so far" if year == today.year else str(year), year)
        self.year.addItem("Another time…", _OTHER)
        for part, name in ((self.year, "year"), (self.first, "first"), (self.last, "last"), (self.case, "case")):
            part.setObjectName(f"report_{name}")

    def _build(self) -> None:
        inner = QWidget()
        inner.setAutoFillBackground(True)
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(inner)
        for number, button in enumerate((self.members, self.anybody)):
            self._audience.addButton(button, number)
        self.members.setChecked(True)
        self._column.addWidget(self.title)
        self._column.addWidget(self.kinds)
        for field in self.fields.values():
            self._column.addWidget(field)
        for button in (self.members, self.anybody):
            self._column.addWidget(button)
        self._column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The list is what keys are for; a ring around the whole pane would say nothing.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.kinds)
        self._desk.look.changed.connect(self._restyle)
        self._restyle()

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(lambda _row: self.tell())
        self.year.currentIndexChanged.connect(lambda _index: self.tell())
        for edit in (self.first, self.last):
            edit.line.editingFinished.connect(self.tell)
        self.case.chosen.connect(self.choose_case)
        self.kinds.itemActivated.connect(lambda _item: self.show_requested.emit())
        self.show_button.clicked.connect(self.show_requested)
        self._audience.idClicked.connect(lambda _number: self.tell())

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(12))
        self.kinds.setFixedHeight(len(KINDS) * px(34) + 2)
