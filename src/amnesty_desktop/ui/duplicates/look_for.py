# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of everybody who may be in the file twice, looked for a part at a time."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ...domain.person import Person
from ...domain.printed import WITHHELD, shown_name
from ...edits import merging
from ...store.alike import Alike
from ...store.gathering import Gathering
from ..cases.already_there import described
from ..desk import Desk
from ..dialogs.frame import DialogFrame, Role
from ..dialogs.line_list import Line, LineList
from ..free_file import free_file
from ..texts import counted, in_own_direction
from ..theme import Role as Colour
from ..widgets.paragraph import Paragraph

_STEPS_AT_ONCE = 5
"""Steps of some 10 ms: a usual file is through before the list is seen."""
_LINES_AT_ONCE = 40
"""Pairs put into words at once: about 20 ms."""


class LookForDuplicates(DialogFrame):
    """Enter compares the chosen pair. Signal: compare_requested(noun, id, other id)."""

    compare_requested = Signal(str, str, str)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk.look, "In the file twice?", parent, size=(900, 520))
        self._desk = desk
        self._work = Gathering(desk.session.file.engine)
        self.words = Paragraph(desk.look, "", role=Colour.SECONDARY)
        self.add(self.words)
        self.list = LineList(desk.look, "Pairs that may be the same")
        self.list.setObjectName("duplicates")
        self.list.itemActivated.connect(lambda _item: self._compare())
        self.content.addWidget(self.list, 1)
        self._leave = self.add_close()
        self.apart = self.add_button("They are &not the same", Role.ActionRole)
        self.apart.clicked.connect(self._tell_apart)
        self.compare = self.add_button("Com&pare", Role.AcceptRole, primary=True)
        self.compare.clicked.connect(self._compare)
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._step)
        self._waiting: list[Alike] = []
        self._say(0)
        for _ in range(_STEPS_AT_ONCE):
            self._step()
        if self._waiting or not self._work.is_over:
            self._soon.start()

    def _step(self) -> None:
        with free_file(self._desk.session) as file:
            if file is None:
                return
            if not self._work.is_over:
                self._look()
            else:
                self._show_more()

    def _look(self) -> None:
        work = self._work
        work.step()
        if work.is_over:
            self._waiting = work.pairs()
            self._say(len(self._waiting))
            self._show_more()
        elif work.done < work.total:
            self.words.setText(f"Looking through the file: {work.done} of {work.total} parts.")
        else:
            self.words.setText("Comparing those who sound alike.")

    def _show_more(self) -> None:
        """Put the next pairs into words: five hundred at once would hold the window."""
        now, self._waiting = self._waiting[:_LINES_AT_ONCE], self._waiting[_LINES_AT_ONCE:]
        is_first = not self.list.count()
        self.list.add_lines(map(self._line, now))
        if is_first and now:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        if not self._waiting:
            self._soon.stop()

    def _say(self, found: int) -> None:
        if self._work.is_over:
            pairs = counted(found, "pair", "pairs")
            self.words.setText(
                f"{pairs} that may be the same. Nothing is joined before you have compared them."
                if found
                else "Nobody seems to be in the file twice."
            )
        for part in (self.list, self.apart, self.compare):
            part.setEnabled(bool(found))
        if not found:
            self._leave.setFocus()

    def _line(self, alike: Alike) -> Line:
        file, why = self._desk.session.file, alike.likeness.reasons[0]
        if alike.noun == "cases":
            who, _, rest = described(file, alike.one_id).partition(", ")
            return Line(who, f"{rest}  –  {described(file, alike.other_id)}", why, alike)
        one, other = (_name(file.get(Person, row_id)) for row_id in (alike.one_id, alike.other_id))
        return Line(one, f"–  {other}, both in {described(file, alike.case_id)}", why, alike)

    def _compare(self) -> None:
        line = self.list.chosen
        if line is not None:
            alike: Alike = line.value
            self.accept()
            self.compare_requested.emit(alike.noun, alike.one_id, alike.other_id)

    def _tell_apart(self) -> None:
        line = self.list.chosen
        if line is None:
            return
        alike: Alike = line.value
        edit = partial(merging.tell_apart, noun=alike.noun, one_id=alike.one_id, other_id=alike.other_id)
        self._desk.session.edit(f"Tell two {alike.noun} apart", edit, self)
        self.list.drop_chosen()
        self._say(self.list.count() + len(self._waiting))


def _name(person: Person) -> str:
    return in_own_direction(shown_name(person) or WITHHELD)
