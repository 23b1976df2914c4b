# SPDX-License-Identifier: GPL-3.0-or-later
"""The diary of a case: one line to type into, which Enter keeps, and the form in which a line is changed later."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ....domain.dates import PartialDate
from ....domain.diary import DiaryNote
from ....domain.member import Member
from ....domain.problems import Problem
from ....edits import case_parts
from ....edits.bring_back import draft_of
from ....store.recorder import Transaction
from ...desk import Desk
from ...keeping import Keeper
from ...theme import Role, Use
from ...widgets.buttons import LinkButton
from ...widgets.paragraph import NARROW, Paragraph
from ..fields import ChoiceField, DateField, LineField, SideBySide
from ..kept_form import KeptForm, put_into_bin

_PROMPT = "A line for the diary: what was done or heard"
_HINT = "Enter keeps it under today’s date. Open a line below to change it."


class DiaryLine(QWidget):
    """One line to type into. What is typed and not yet kept waits for its case. Signal: kept(id of the note)."""

    kept = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self.line = QLineEdit()
        self.line.setObjectName("diary_line")
        self.line.setPlaceholderText(_PROMPT)
        self.line.setAccessibleName("A line for the diary")
        self.line.setAccessibleDescription(_HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(4))
        column.addWidget(self.line)
        column.addWidget(Paragraph(desk.look, _HINT, Use.CAPTION, Role.SECONDARY, line_height=NARROW))
        self.keeper = Keeper(desk.session, form=self._form, draft=self._draft, commit=self._commit, parent=self)
        self.line.textEdited.connect(lambda _text: self.keeper.touched())
        self.line.returnPressed.connect(self.add)

    def load(self, case_id: str) -> None:
        """Go to another case; words that were not kept yet are there again."""
        self.keeper.settle()
        self.keeper.forget()
        self._case_id = case_id
        found = self._desk.session.file.find_draft(self._form())
        self.line.setText(found.value.get("typed", {}).get("line", "") if found else "")
        if self.line.text():
            self.keeper.touched()

    def add(self) -> None:
        """Keep the line; where the disk refuses it stays typed."""
        text = " ".join(self.line.text().split())
        if not text:
            return
        session = self._desk.session
        own = [member for member in session.file.all(Member, active=1) if member.name == session.settings.user_name]
        note = DiaryNote(
            case_id=self._case_id,
            on=PartialDate.of(session.today()),
            text=text,
            member_id=own[0].id if own and session.settings.user_name else None,
        )
        if session.edit("Write into the diary", partial(case_parts.save_note, note=note)) is None:
            self.keeper.keep()
            return
        self.line.clear()
        self.keeper.forget()
        session.file.drop_draft(self._form())
        self.kept.emit(note.id)

    def _form(self) -> str:
        return f"diary of:{self._case_id}"

    def _draft(self) -> dict[str, Any]:
        return draft_of(typed={"line": self.line.text()})

    def _commit(self) -> bool:
        # Half a line is no note: it waits until somebody presses Enter.
        if self.line.text().strip():
            return False
        self._desk.session.file.drop_draft(self._form())
        return True


class DiaryForm(KeptForm[DiaryNote]):
    """When, who, and the words of one line."""

    noun = "note"
    labels = ("Write into the diary", "Change the diary")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("diary_form")
        look = desk.look
        text = LineField(look, "text", "What was done or heard")
        when = DateField(look, "on", "When", desk.session.today)
        member = ChoiceField(look, "member_id", "Who")
        self.add(text, when, member)
        self.put(text, SideBySide(look, when, member))
        self.bin_button = LinkButton(look, "Put into the bin")
        self.bin_button.setObjectName("bin_note")
        self.bin_button.clicked.connect(self._put_into_bin)
        self.put_at_end(self.bin_button)

    def load(self, record: DiaryNote, *, is_new: bool = False) -> None:
        file, member = self._desk.session.file, self.fields["member_id"]
        known = {one.id: one.name for one in file.all(Member, order="active DESC, key")}
        gone = file.find(Member, record.member_id)
        if gone is not None:
            known.setdefault(gone.id, gone.name)
        if isinstance(member, ChoiceField):
            member.offer([(None, "Nobody named"), *known.items()])
        super().load(record, is_new=is_new)

    def save(self, write: Transaction, value: DiaryNote) -> None:
        case_parts.save_note(write, value)

    def problems(self, value: DiaryNote) -> list[Problem]:
        return []

    def _put_into_bin(self) -> None:
        self.keeper.settle()
        bin_note(self._desk, self.record)


def bin_note(desk: Desk, note: DiaryNote) -> bool:
    """Put a line of the diary into the bin, named by its words."""
    words = " ".join(note.text.split())
    named = words if len(words) <= 80 else f"{words[:79].rstrip()}…"
    return put_into_bin(desk, note, "Put a line of the diary into the bin", f"“{named}” is in the bin.")
