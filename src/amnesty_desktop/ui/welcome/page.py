# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: start a group with three fields, or look around a sample first."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ...domain.case_check import group_problems
from ...domain.group import Group, Paper
from ..look import Look
from ..theme import Role, Use
from ..widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ..widgets.country_edit import CountryEdit
from ..widgets.form_field import FormField
from ..widgets.paragraph import Paragraph
from ..widgets.plain_edit import PlainEdit
from .leaf import Hairline, Leaf

# Countries that print on US Letter (ANSI A); everybody else uses A4 (ISO 216).
_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PR", "DO", "NI", "PA", "SV"})


_FOOT = "Everything stays on this computer. An independent volunteer project, not endorsed by Amnesty International."
_SIDE_BY_SIDE = 800
"""The least width for two columns, in design px; below it they stand one above the other."""


class WelcomePage(Leaf):
    """Signals: start_requested(Group), sample_requested(), open_requested(), bring_back_requested()."""

    start_requested = Signal(object)
    sample_requested = Signal()
    open_requested = Signal()
    bring_back_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        claim = "Keep your group’s cases, write letters that are true and polite, and see what became of the people."
        super().__init__(look, "Amnesty Desktop", claim, parent=parent)
        self.name = QLineEdit()
        self.country = CountryEdit()
        self.address = PlainEdit(look, lines=2, most=5)
        for part, told in ((self.name, "group name"), (self.country, "group country"), (self.address, "group address")):
            part.setObjectName(told)
        self._name_field = FormField(look, "name", "&Name of the group", self.name)
        self._country_field = FormField(look, "country", "&Country", self.country)
        self._address_field = FormField(look, "address", "&Address for letters and replies", self.address)
        here = QLocale.system().territory()
        self.country.set_code(QLocale.territoryToCode(here))
        self.country.code_changed.connect(lambda: self._country_field.clear_problem())
        self.name.textChanged.connect(lambda: self._name_field.clear_problem())
        self.name.returnPressed.connect(self._on_start)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upright = Hairline(look, is_upright=True)
        self._build()
        self.restyle()
        self.setFocusProxy(self.name)

    def fill(self, group: Group) -> None:
        """Show what was typed before, after a step back."""
        self.name.setText(group.name)
        self.country.set_code(group.country)
        self.address.setPlainText(group.address)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        self.page.addLayout(self._columns)
        self.page.addStretch(1)
        self.page.addWidget(Hairline(self.look))
        self.page.addWidget(Paragraph(self.look, _FOOT, Use.CAPTION, Role.SECONDARY))
        self._columns.addLayout(self._start_column(), 1)
        self._columns.addWidget(self._upright)
        self._columns.addLayout(self._look_column(), 1)

    def _fold(self) -> None:
        is_wide = self.width() >= self.look.px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._upright.setVisible(is_wide)

    def _start_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(Paragraph(self.look, "Start our group", Use.LETTER_TITLE))
        for field in (self._name_field, self._country_field, self._address_field):
            column.addWidget(field)
        start = PrimaryButton(self.look, "&Start")
        start.setObjectName("start")
        start.clicked.connect(self._on_start)
        row = QHBoxLayout()
        row.addWidget(start)
        then = Paragraph(self.look, "Next: a passphrase, if you want one", Use.CAPTION, Role.SECONDARY)
        row.addWidget(then, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addStretch(1)
        return column

    def _look_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(Paragraph(self.look, "Look around first", Use.LETTER_TITLE))
        words = (
            "A sample group with thirty invented cases, letters and replies. Nothing you do there can break anything."
        )
        column.addWidget(Paragraph(self.look, words))
        sample = QuietButton(self.look, "&Open the sample group")
        sample.setObjectName("sample")
        sample.clicked.connect(self.sample_requested)
        column.addWidget(sample, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(self.look.px(24))
        column.addWidget(Paragraph(self.look, "Already have a file?", Use.SECTION))
        for words, name, signal in (
            ("Open a &group’s file", "open", self.open_requested),
            ("&Bring back a safe copy", "bring back", self.bring_back_requested),
        ):
            link = LinkButton(self.look, words)
            link.setObjectName(name)
            link.clicked.connect(signal)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _on_start(self) -> None:
        code = self.country.code
        group = Group(
            name=self.name.text().strip(),
            country=code,
            address=self.address.toPlainText().strip(),
            paper=Paper.LETTER if code in _LETTER_COUNTRIES else Paper.A4,
        )
        problems = {problem.field: problem for problem in group_problems(group)}
        for field in (self._name_field, self._country_field, self._address_field):
            field.clear_problem()
            if field.name in problems:
                field.show_problem(problems[field.name])
        if "name" in problems:
            self.name.setFocus()
            return
        if "country" in problems:
            self.country.setFocus()
            return
        self.start_requested.emit(group)

    def restyle(self) -> None:
        super().restyle()
        px = self.look.px
        self._columns.setContentsMargins(0, px(28), 0, px(16))
        self._columns.setSpacing(px(48))
        for at in (0, 2):
            item = self._columns.itemAt(at)
            inner = item.layout() if item is not None else None
            if inner is not None:
                inner.setSpacing(px(14))
        self._fold()
