# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring back an earlier copy: a dated list with what was counted in each."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...domain.spoken_dates import spoken
from ...store.backup import SafeCopy, copies_in
from ..look import Look
from ..texts import counted
from ..theme import Role as Colour
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame, Role
from .line_list import Line, LineList


class EarlierCopies(DialogFrame):
    """Signal: chosen(path of a copy). What is in place now is kept as a copy first, so that Undo brings it back."""

    chosen = Signal(object)

    def __init__(self, look: Look, folder: Path, parent: QWidget | None) -> None:
        super().__init__(look, "Bring back an earlier copy", parent, size=(620, 480))
        self._copies = copies_in(folder)
        self.list = LineList(look, "Safe copies, newest first")
        self.list.setObjectName("copies")
        self.add(
            Paragraph(
                look,
                "Everything in the file goes back to how it was then. What is in the file now is kept as a copy first,"
                " so this can be undone.",
                role=Colour.SECONDARY,
            )
        )
        if self._copies:
            self._fill()
        else:
            self.list.hide()
            self.add(Paragraph(look, "There is no safe copy yet. The first is made when you close the file."))
            self.content.addStretch(1)
        self.add_close("&Leave it as it is")

    def _fill(self) -> None:
        self.list.show_lines(_line(copy, newest=not number) for number, copy in enumerate(self._copies))
        self.content.addWidget(self.list, 1)
        # Reached by Tab and Enter, but never by Enter alone: a button box makes the first button that accepts its
        # default, so this one only acts.
        button = self.add_button("&Bring it back", Role.ActionRole, primary=True)
        button.setDefault(False)
        button.clicked.connect(self._on_chosen)
        self.list.setFocus()

    def _on_chosen(self) -> None:
        line = self.list.chosen
        if line is not None:
            self.accept()
            self.chosen.emit(line.value)


def _line(copy: SafeCopy, *, newest: bool) -> Line:
    at: datetime = copy.at.astimezone()
    told = (
        ""
        if copy.cases is None or copy.letters is None
        else f"{counted(copy.cases, 'case', 'cases')}, {counted(copy.letters, 'letter', 'letters')}"
    )
    return Line(f"{spoken(at.date())}, {at:%H:%M}", "the newest" if newest else "", told, copy.path)
