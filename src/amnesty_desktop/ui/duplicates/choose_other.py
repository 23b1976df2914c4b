# SPDX-License-Identifier: GPL-3.0-or-later
"""Which case is the same as the one that is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..cases.already_there import described
from ..desk import Desk
from ..dialogs.case_picker import CasePicker
from ..dialogs.frame import DialogFrame, Role
from ..theme import Role as Colour
from ..widgets.paragraph import Paragraph


class ChooseOther(DialogFrame):
    """Signal: chosen(id of the other case)."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, case_id: str, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Merge with another case", parent, size=(560, 300))
        self._case_id = case_id
        self._other = ""
        about = f"Which case is the same as {described(desk.session.file, case_id)}?"
        self.picker = CasePicker(desk.session, desk.look)
        self.picker.setAccessibleName("The other case")
        self.picker.setPlaceholderText("Part of a name, a country or a paper")
        self.picker.chosen.connect(self._on_chosen)
        self.words = Paragraph(desk.look, "You compare the two before anything is joined.", role=Colour.SECONDARY)
        self.add(Paragraph(desk.look, about), self.picker, self.words)
        self.content.addStretch()
        self.add_close()
        self.compare = self.add_button("Com&pare", Role.AcceptRole, primary=True)
        self.compare.setEnabled(False)
        self.compare.clicked.connect(self._compare)
        self.picker.setFocus()

    def _on_chosen(self, case_id: str) -> None:
        self._other = case_id
        is_same = case_id == self._case_id
        self.words.setText("That is this very case." if is_same else "You compare the two before anything is joined.")
        self.compare.setEnabled(not is_same)
        if not is_same:
            self.compare.setFocus()

    def _compare(self) -> None:
        self.accept()
        self.chosen.emit(self._other)
