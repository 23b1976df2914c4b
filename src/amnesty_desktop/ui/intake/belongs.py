# SPDX-License-Identifier: GPL-3.0-or-later
"""Which case of the file a sheet belongs to, and what it would change there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.printed import paper
from ...edits.arriving import ArrivingSheet
from ...edits.intake import came_before
from ...edits.sheet_changes import Change, changes, news_in
from ...store.cases import find_by_reference
from ..cases.already_there import AlreadyThere, described
from ..desk import Desk
from ..dialogs.case_picker import CasePicker
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.form_field import FormField
from ..widgets.paragraph import NARROW, Paragraph
from ..widgets.section_head import SectionHead
from .ticks import TickList

_MOST_LOOKED_FOR = 12
"""People of a sheet who are looked for in the file; on longer lists one of the first is found as well."""
_HINT = "For an update, or to attach the file. Empty for a new case."
_HINT_OF_FILE = "Choose it, and the file can be attached to it."
_NO_CHANGE = "It brings nothing that the case does not say already. The sheet itself is kept with it."


class Belongs(QWidget):
    """Signal: chosen(), when another case was chosen or found."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.look
        self.case_id = ""
        self._proposed: tuple[Change, ...] = ()
        self.before = Paragraph(look, "", Use.TABLE, Role.AMBER, line_height=NARROW)
        self.open_before = LinkButton(look, "Open the case")
        self.open_before.setObjectName("open_before")
        self._before_id = ""
        self.already = AlreadyThere(desk)
        self.picker = CasePicker(desk.session, look)
        self.picker.setPlaceholderText("Part of a name, a country or a paper")
        self._field = FormField(look, "belongs", "Belongs to the case", self.picker, hint=_HINT)
        self.head = SectionHead(look, "What it changes there")
        self.nothing = Paragraph(look, _NO_CHANGE, Use.TABLE, Role.SECONDARY, line_height=NARROW)
        self.changes = TickList(look, "changes")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for part in (self.before, self.open_before, self._field, self.already, self.head, self.nothing, self.changes):
            column.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.picker.chosen.connect(self._on_chosen)
        self.picker.textEdited.connect(self._on_typed)
        self.open_before.clicked.connect(lambda: desk.wishes.case_requested.emit(self._before_id, ""))
        self.already.open_requested.connect(lambda case_id: desk.wishes.case_requested.emit(case_id, ""))

    def begin(self, sheet: ArrivingSheet | None, digest: str) -> None:
        """Look for the case another sheet belongs to; without a sheet there is only a file to attach."""
        self.case_id = ""
        self.picker.set_chosen("")
        self._field.set_hint(_HINT if sheet else _HINT_OF_FILE)
        self.already.forget()
        self._before_id, said = came_before(self._desk.session.file, sheet, digest) if sheet else ("", "")
        self.before.setText(f"{said} Adding it again makes a second one." if said else "")
        show_if(self.before, bool(said))
        show_if(self.open_before, bool(said))
        if sheet is not None:
            self.find_case(sheet)
        self.show_changes(sheet)

    def find_case(self, sheet: ArrivingSheet) -> None:
        """Find the case by the number of the sheet; else say which cases may be the same."""
        session = self._desk.session
        ids = find_by_reference(session.file.engine, sheet.case.reference)
        if ids and not self.case_id:
            self._take(ids[0])
        if self.case_id:
            self.already.forget()
        else:
            self.already.look_for_case(sheet.case, sheet.people[:_MOST_LOOKED_FOR])

    def show_changes(self, sheet: ArrivingSheet | None) -> None:
        """Show what a sheet changes in the case it belongs to, or what has happened to people of a new one."""
        file = self._desk.session.file
        ticked = {change.words for change, is_ticked in self._ticked() if is_ticked}
        known = {change.words for change in self._proposed}
        found = () if sheet is None else changes(file, self.case_id, sheet) if self.case_id else news_in(sheet)
        self._proposed = found
        self.head.set_title("What it changes there" if self.case_id else "What has happened to them")
        show_if(self.head, sheet is not None and bool(self.case_id or found))
        show_if(self.nothing, sheet is not None and bool(self.case_id) and not found)
        lines = [(each.words, "", each.words in ticked if each.words in known else each.is_ticked) for each in found]
        self.changes.show_lines(lines)

    @property
    def taken(self) -> tuple[Change, ...]:
        """The changes that are ticked."""
        return tuple(change for change, is_ticked in self._ticked() if is_ticked)

    @property
    def apart(self) -> tuple[str, ...]:
        """Ids of cases somebody said are not the same."""
        return tuple(self.already.apart)

    @property
    def words(self) -> str:
        """How a button names the case, empty without one."""
        case = self._desk.session.file.find(Case, self.case_id) if self.case_id else None
        return "" if case is None else paper(case) or "the case"

    def _ticked(self) -> Sequence[tuple[Change, bool]]:
        return list(zip(self._proposed, self.changes.ticks, strict=False))

    def _take(self, case_id: str) -> None:
        self.case_id = case_id
        self.picker.set_chosen(described(self._desk.session.file, case_id))

    def _on_chosen(self, case_id: str) -> None:
        self._take(case_id)
        self.already.forget()
        self.chosen.emit()

    def _on_typed(self, words: str) -> None:
        if self.case_id and not words.strip():
            self.case_id = ""
            self.chosen.emit()
