# SPDX-License-Identifier: GPL-3.0-or-later
"""One person beside the list: the name, which case they belong to, and all that the case's own page says of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.countries import country_name
from ...domain.outcome import Outcome
from ...domain.person import Person, Situation
from ...domain.printed import WITHHELD, paper, shown_name
from ...domain.vocabularies import label
from ...store.changes import Changes
from ..cases.head import Title
from ..cases.log_words import about
from ..cases.page import Page
from ..cases.person_part import PersonPart
from ..desk import Desk
from ..texts import joined, left_to_right
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.foot import Foot
from ..widgets.paragraph import NARROW, Paragraph
from .other_cases import OtherCases

_NARROW = 520
_TABLES = (
    "cases",
    "people",
    "situations",
    "outcomes",
    "relations",
    "assessments",
    "grounds",
    "sources",
    "terms",
    "distinctions",
)


class PersonPage(QWidget):
    """Signals: back_requested(), person_gone() when the person shown is there no more."""

    back_requested = Signal()
    person_gone = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.person_id = ""
        self.case_id = ""
        look = desk.look
        self.back_button = QuietButton(look, "‹ &People", small=True)
        self.back_button.setObjectName("back_to_people")
        self.title = Title(look)
        self.meta = Paragraph(look, "", Use.TABLE, Role.SECONDARY, line_height=NARROW)
        self.open_button = QuietButton(look, "Open the &case")
        self.open_button.setObjectName("open_case")
        self.part = PersonPart(desk)
        self.others = OtherCases(desk)
        self.foot = Foot(look)
        self._place_parts()
        self.back_button.clicked.connect(self.back_requested)
        self.open_button.clicked.connect(lambda: desk.wishes.case_requested.emit(self.case_id, "people"))
        desk.session.changed.connect(self._on_changed)
        look.changed.connect(self._restyle)
        self._restyle()
        self.set_folded(False)

    def _place_parts(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._words = QVBoxLayout()
        self._words.addWidget(self.title)
        self._words.addWidget(self.meta)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(self._words, 1)
        leading = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        self._head.addWidget(self.open_button, 0, leading)
        self._top = QVBoxLayout()
        self._top.addWidget(self.back_button)
        self._top.addLayout(self._head)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.part)
        inside.addSpacing(self._desk.look.px(20))
        inside.addWidget(self.others)
        inside.addStretch(1)
        self.area = Page(self._desk, content, "Person")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)

    def load(self, person_id: str) -> None:
        """Show a person; what was typed for the one before is kept first."""
        if person_id != self.person_id:
            self.part.leave()
            self.area.verticalScrollBar().setValue(0)
        self.person_id = person_id
        self._show()

    def set_folded(self, is_folded: bool) -> None:
        """The list is folded away, or back beside the person."""
        self.back_button.setVisible(is_folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Where there is little room the button goes below the name, which is never cut for it."""
        is_narrow = self.width() < self._desk.look.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._head.direction() is not way:
            self._head.setDirection(way)

    def _show(self) -> None:
        file = self._desk.session.file
        found = file.all(Person, id=self.person_id)
        if not found:
            self.part.leave()
            self.person_id = self.case_id = ""
            self.person_gone.emit()
            return
        person = found[0]
        case = file.get(Case, person.case_id)
        self.case_id = case.id
        own = person.own_script.strip() if person.name.strip() and not person.withheld else ""
        self.title.show_name(shown_name(person) or WITHHELD, own, Use.TITLE)
        country = country_name(case.country) if case.country else ""
        self.meta.setText(joined(country, left_to_right(paper(case)), label(case.confidentiality)))
        situations = about(person.id, file.all(Situation, case_id=case.id), with_shared=True)
        outcomes = [o for o in file.all(Outcome, case_id=case.id) if o.person_id in (person.id, None)]
        self.part.show_person(person, situations, outcomes)
        self.others.show_person(person)

    def _on_changed(self, changes: Changes, origin: object) -> None:
        is_meant = self.case_id in changes.cases or changes.touches("terms", "distinctions")
        if not self.person_id or not is_meant:
            return
        self.part.follow(changes, origin)
        if changes.touches(*_TABLES):
            self._show()

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._top.setContentsMargins(px(24), px(14), px(24), px(4))
        self._top.setSpacing(px(8))
        self._head.setSpacing(px(12))
        self._words.setSpacing(px(4))
        self._turn()
