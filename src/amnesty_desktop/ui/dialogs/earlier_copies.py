# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring back an earlier copy: a dated list with what was counted in each."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ...domain.spoken_dates import spoken
from ...store.backup import SafeCopy, copies_in
from ..look import Look
from ..theme import Role as Colour
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame, Role


class EarlierCopies(DialogFrame):
    """Signal: chosen(path of a copy). What is in place now is kept as a copy first, so that Undo brings it back."""

    chosen = Signal(object)

    def __init__(self, look: Look, folder: Path, parent: QWidget | None) -> None:
        super().__init__(look, "Bring back an earlier copy", parent, size=(620, 480))
        self._copies = copies_in(folder)
        self.list = QListWidget()
        self.list.setObjectName("copies")
        self.list.setAccessibleName("Safe copies, newest first")
        self.list.itemActivated.connect(self._on_chosen)
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
            self.add(Paragraph(look, "There is no safe copy yet. The first is made when you close the file."))
        self.add_close("&Leave it as it is")

    def _fill(self) -> None:
        for number, copy in enumerate(self._copies):
            item = QListWidgetItem(_words(copy, newest=not number))
            item.setData(Qt.ItemDataRole.UserRole, str(copy.path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.content.addWidget(self.list, 1)
        button = self.add_button("&Bring it back", Role.ActionRole)
        button.clicked.connect(self._on_chosen)
        self.list.setFocus()

    def _on_chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))


def _words(copy: SafeCopy, *, newest: bool) -> str:
    at: datetime = copy.at.astimezone()
    counted = "" if copy.cases is None else f"   {copy.cases} cases, {copy.letters} letters"
    last = "   the newest" if newest else ""
    return f"{spoken(at.date())}, {at:%H:%M}{counted}{last}"
