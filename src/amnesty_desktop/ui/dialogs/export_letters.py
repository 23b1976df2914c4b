# SPDX-License-Identifier: GPL-3.0-or-later
"""Several letters to Word: one file each or one document, and into which folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from ..look import Look
from ..texts import counted
from ..widgets.buttons import QuietButton
from ..widgets.form_field import FormField
from .frame import DialogFrame, Role


class ExportLetters(DialogFrame):
    """Signal: decided(folder, one document). choose_folder asks for another folder; it can be exchanged in tests."""

    decided = Signal(object, bool)

    def __init__(self, look: Look, number: int, folder: Path, parent: QWidget | None) -> None:
        words = counted(number, "letter", "letters")
        super().__init__(look, f"Export {words} to Word", parent, size=(560, 360))
        self.choose_folder: Callable[[], str] = lambda: ""
        self._folder = folder
        self._ways = QButtonGroup(self)
        self.each = QRadioButton("One &file for each letter")
        self.one = QRadioButton("One &document with all of them, to print in one go")
        self.place = QLineEdit(str(folder))
        self.place.setReadOnly(True)
        self.place.setObjectName("folder")
        self.other = QuietButton(look, "&Other folder…")
        self._build()

    def _build(self) -> None:
        for number, (button, name) in enumerate(((self.each, "each"), (self.one, "one"))):
            button.setObjectName(name)
            self._ways.addButton(button, number)
            self.add(button)
        self.each.setChecked(True)
        self.each.setFocus()
        self.other.setObjectName("other_folder")
        self.other.clicked.connect(self._on_other)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.place, 1)
        row.addWidget(self.other)
        inside.setFocusProxy(self.place)
        self.add(FormField(self.look, "folder", "Into the folder", inside))
        self.content.addStretch(1)
        self.add_close("&Leave it")
        self.add_button("&Export", Role.AcceptRole, primary=True).clicked.connect(self._on_export)

    def _on_other(self) -> None:
        if chosen := self.choose_folder():
            self._folder = Path(chosen)
            self.place.setText(chosen)

    def _on_export(self) -> None:
        self.accept()
        self.decided.emit(self._folder, self._ways.checkedId() == 1)
