# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a case that is being begun is in the file already, by its paper or by the name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ...domain.case import Case
from ...domain.countries import country_name
from ...domain.names import fold
from ...domain.printed import paper
from ...domain.references import read_reference
from ...store.cases import CaseFilter, case_keys, case_lines
from ...store.engine import Engine
from ...store.people import PersonFilter, person_keys, person_lines
from ...store.reading import Reading
from ..desk import Desk
from ..texts import announce, in_own_direction, left_to_right
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import NARROW, Paragraph

_LOOKED_AT = 200
"""Matches of a name or a paper that are compared closely."""


def same_case(engine: Engine, reference: str, name: str) -> str:
    """The id of a case with the same paper, or about somebody of the same name; empty without one."""
    return _same_paper(engine, reference) or _same_name(engine, name)


def _same_paper(engine: Engine, reference: str) -> str:
    read = read_reference(reference)
    if read is None:
        return ""
    # The index narrows it down, where reading every paper of a large file would be felt.
    found = case_keys(engine, CaseFilter(query=read.printed, status=None))[:_LOOKED_AT]
    for line in case_lines(engine, found):
        other = read_reference(line.reference)
        if other is not None and other.case_key == read.case_key:
            return line.id
    return ""


def _same_name(engine: Engine, name: str) -> str:
    folded = fold(name).strip()
    if not folded:
        return ""
    lines = person_lines(engine, person_keys(engine, PersonFilter(query=name))[:_LOOKED_AT])
    return next((line.case_id for line in lines if fold(line.name).strip() == folded), "")


def described(reading: Reading, case_id: str) -> str:
    """Say that a case is there: whom it is about, its country and its paper."""
    case, key = reading.get(Case, case_id), reading.key_of(Case, case_id)
    line = next(iter(case_lines(reading.engine, [] if key is None else [key])), None)
    who = in_own_direction(line.who) if line else ""
    country = country_name(case.country) if case.country else ""
    return f"Already in the file: {', '.join(filter(None, (who, country, left_to_right(paper(case)))))}."


class AlreadyThere(QWidget):
    """Names the case that is there. Signal: open_requested(case id)."""

    open_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self.words = Paragraph(desk.look, "", Use.TABLE, Role.TEXT, line_height=NARROW)
        self.open = LinkButton(desk.look, "Open it")
        self.open.setObjectName("open_existing")
        self.open.clicked.connect(lambda: self.open_requested.emit(self._case_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.open)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def look_for(self, reference: str, name: str) -> None:
        """Look for such a case; without one the line goes away."""
        file = self._desk.session.file
        case_id = same_case(file.engine, reference, name)
        is_news = bool(case_id) and case_id != self._case_id
        self._case_id = case_id
        self.words.setText(described(file, case_id) if case_id else "")
        self.setVisible(bool(case_id))
        if is_news:
            announce(self, self.words.text())
