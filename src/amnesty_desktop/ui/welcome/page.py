# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: start a group with three fields, or look around a sample first."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ...domain.case_check import group_problems
from ...domain.group import Group, Paper
from ...store.errors import CaseFileError
from ..look import Look
from ..theme import Role, Use
from ..widgets.bars import ErrorBar
from ..widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ..widgets.country_edit import CountryEdit
from ..widgets.form_field import FormField
from ..widgets.paragraph import Paragraph
from ..widgets.plain_edit import PlainEdit

# Countries that print on US Letter (ANSI A); everybody else uses A4 (ISO 216).
_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PR", "DO", "NI", "PA", "SV"})


class WelcomePage(QWidget):
    """Signals: start_requested(Group), sample_requested(), open_requested(), bring_back_requested()."""

    start_requested = Signal(object)
    sample_requested = Signal()
    open_requested = Signal()
    bring_back_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bar = ErrorBar(look)
        self._bar.mend_requested.connect(self._bar.clear)
        self.name = QLineEdit()
        self.country = CountryEdit()
        self.address = PlainEdit(look, lines=2, most=5)
        for part, told in ((self.name, "group name"), (self.country, "group country"), (self.address, "group address")):
            part.setObjectName(told)
        self._name_field = FormField(look, "name", "&Name of the group", self.name)
        self._country_field = FormField(look, "country", "&Country", self.country)
        self._address_field = FormField(look, "address", "&Address for letters and replies", self.address)
        self.country.set_code(QLocale().system().territoryToCode(QLocale().system().territory()))
        self._columns = QHBoxLayout()
        self._page = QVBoxLayout()
        self._build()
        look.changed.connect(self._restyle)
        self._restyle()
        self.setFocusProxy(self.name)

    def show_trouble(self, trouble: CaseFileError) -> None:
        """Say what got in the way of opening a file, and the way out."""
        self._bar.show_problem(f"{trouble.message} {trouble.way_out}", "Understood")

    def _build(self) -> None:
        title = Paragraph(self._look, "Amnesty Desktop", Use.MEETING_NAME)
        claim = "Keep your group’s cases, write letters that are true and polite, and see what became of the people."
        self._page.addWidget(title)
        self._page.addWidget(_Accent(self._look))
        self._page.addWidget(Paragraph(self._look, claim, Use.BODY))
        self._page.addLayout(self._columns)
        self._page.addStretch(1)
        self._page.addWidget(_line())
        foot = "Everything stays on this computer. An independent volunteer project, not endorsed by Amnesty International."
        self._page.addWidget(Paragraph(self._look, foot, Use.CAPTION, Role.SECONDARY))
        self._columns.addLayout(self._start_column(), 5)
        upright = _line()
        upright.setFrameShape(QFrame.Shape.VLine)
        self._columns.addWidget(upright)
        self._columns.addLayout(self._look_column(), 4)
        inner = QWidget()
        inner.setLayout(self._page)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(area, 1)

    def _start_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(Paragraph(self._look, "Start our group", Use.LETTER_TITLE))
        for field in (self._name_field, self._country_field, self._address_field):
            column.addWidget(field)
        start = PrimaryButton(self._look, "&Start")
        start.setObjectName("start")
        start.clicked.connect(self._on_start)
        row = QHBoxLayout()
        row.addWidget(start)
        row.addWidget(Paragraph(self._look, "Next: a passphrase, if you want one", Use.CAPTION, Role.SECONDARY), 1)
        row.setAlignment(start, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addStretch(1)
        return column

    def _look_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(Paragraph(self._look, "Look around first", Use.LETTER_TITLE))
        words = (
            "A sample group with thirty invented cases, letters and replies. Nothing you do there can break anything."
        )
        column.addWidget(Paragraph(self._look, words))
        sample = QuietButton(self._look, "&Open the sample group")
        sample.setObjectName("sample")
        sample.clicked.connect(self.sample_requested)
        column.addWidget(sample)
        column.addSpacing(self._look.px(24))
        column.addWidget(Paragraph(self._look, "Already have a file?", Use.SECTION))
        for words, name, signal in (
            ("Open a &group’s file", "open", self.open_requested),
            ("&Bring back a safe copy", "bring back", self.bring_back_requested),
        ):
            link = LinkButton(self._look, words)
            link.setObjectName(name)
            link.clicked.connect(signal)
            column.addWidget(link)
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
        self.start_requested.emit(group)

    def _restyle(self) -> None:
        px = self._look.px
        self._page.setContentsMargins(px(64), px(48), px(64), px(20))
        self._page.setSpacing(px(12))
        self._columns.setContentsMargins(0, px(32), 0, px(16))
        self._columns.setSpacing(px(48))
        for at in (0, 2):
            item = self._columns.itemAt(at)
            inner = item.layout() if item is not None else None
            if inner is not None:
                inner.setSpacing(px(14))


class _Accent(QWidget):
    """The short yellow line with a black hair under it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = QPainter(self), self._look.px(64)
        left = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - width
        painter.fillRect(left, 0, width, self._look.px(4), self._look.color(Role.ACCENT))
        painter.fillRect(left, self._look.px(4), width, 1, self._look.color(Role.TEXT))


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    return line
