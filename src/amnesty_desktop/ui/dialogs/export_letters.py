# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters to Word and what goes around them: files or one document, envelopes, labels, signatures, and where to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from ...documents.stationery_layout import LABELS
from ...domain.group import Paper
from ...domain.stationery import ENVELOPE_OF_PAPER, LABELS_OF_PAPER, EnvelopeSize, LabelSheet
from ...edits.stationery import NOTHING_AROUND, Stationery
from ..look import Look
from ..widgets.buttons import QuietButton
from ..widgets.form_field import FormField
from .frame import DialogFrame, Role

_ENVELOPES = {
    EnvelopeSize.DL: "DL, 220 × 110 mm",
    EnvelopeSize.C6: "C6, 162 × 114 mm",
    EnvelopeSize.NO_10: "No. 10, 9½ × 4⅛ in",
}
_LABELS = {LabelSheet.A4_24: "24 on A4, 70 × 37 mm", LabelSheet.US_5160: "30 on US Letter, 5160"}


@dataclass(frozen=True, slots=True)
class Pile:
    """What shall be made of some letters. letters is False for what goes around them alone."""

    letters: bool = True
    one_document: bool = False
    around: Stationery = NOTHING_AROUND
    open_after: bool = False


ONLY_LETTERS = Pile()
_NAMED = ("each", "one", "envelopes", "kind", "shared", "by_air", "labels", "sheet", "first", "signatures", "opened")


class ExportLetters(DialogFrame):
    """Signal: decided(folder, Pile). choose_folder asks for another folder; it can be exchanged in tests.

    wanted says what is chosen at first; title is the question.
    """

    decided = Signal(object, object)

    def __init__(
        self, look: Look, title: str, folder: Path, parent: QWidget | None, *, wanted: Pile, paper: Paper = Paper.A4
    ) -> None:
        super().__init__(look, title, parent, size=(600, 640 if wanted.letters else 560))
        self.choose_folder: Callable[[], str] = lambda: ""
        self._folder = folder
        self._with_letters = wanted.letters
        self._ways = QButtonGroup(self)
        self.each = QRadioButton("One &file for each letter")
        self.one = QRadioButton("One &document, to print in one go")
        self.envelopes, self.kind = QCheckBox("E&nvelopes"), QComboBox()
        self.labels, self.sheet = QCheckBox("Address la&bels"), QComboBox()
        self.first = QSpinBox(minimum=1, prefix="from label ")
        self.signatures = QCheckBox("A &signature sheet for each")
        self.shared = QCheckBox("Letters to one address in &one envelope")
        self.by_air = QCheckBox("“By &air mail” on envelopes abroad")
        self.opened = QCheckBox("Open in &Word afterwards")
        self.place = QLineEdit(str(folder))
        self.other = QuietButton(look, "Other fol&der…")
        self._fill(wanted, paper)
        self._build()
        self._refresh()

    def pile(self) -> Pile:
        """What is chosen."""
        around = Stationery(
            envelopes=self.kind.currentData() if self.envelopes.isChecked() else None,
            labels=self.sheet.currentData() if self.labels.isChecked() else None,
            first_label=self.first.value(),
            signatures=self.signatures.isChecked(),
            by_air=self.by_air.isChecked(),
            shared=self.shared.isChecked(),
        )
        return Pile(self._with_letters, self.one.isChecked(), around, self.opened.isChecked())

    def _fill(self, wanted: Pile, paper: Paper) -> None:
        around = wanted.around
        _offer(self.kind, _ENVELOPES, around.envelopes or ENVELOPE_OF_PAPER[paper])
        _offer(self.sheet, _LABELS, around.labels or LABELS_OF_PAPER[paper])
        self.envelopes.setChecked(around.envelopes is not None)
        self.labels.setChecked(around.labels is not None)
        self.first.setValue(around.first_label)
        self.signatures.setChecked(around.signatures)
        self.by_air.setChecked(around.by_air)
        self.shared.setChecked(around.shared)
        self.opened.setChecked(wanted.open_after)
        (self.one if wanted.one_document else self.each).setChecked(True)
        self.kind.setAccessibleName("Size of the envelopes")
        self.sheet.setAccessibleName("Sheet of labels")
        self.first.setAccessibleName("First label that is left on the sheet")
        for name in _NAMED:
            getattr(self, name).setObjectName(name)

    def _build(self) -> None:
        if self._with_letters:
            for number, button in enumerate((self.each, self.one)):
                self._ways.addButton(button, number)
                self.add(button)
            (self.one if self.one.isChecked() else self.each).setFocus()
        else:
            self.envelopes.setFocus()
        inset = self.look.px(26)
        around = (_beside(part, inset=inset) for part in (self.kind, self.shared, self.by_air))
        self.add(self.envelopes, *around)
        self.add(self.labels, _beside(self.sheet, inset=inset), _beside(self.first, inset=inset), self.signatures)
        self.place.setReadOnly(True)
        self.place.setObjectName("folder")
        self.other.setObjectName("other_folder")
        self.other.clicked.connect(self._on_other)
        inside = _beside(self.place, self.other)
        inside.setFocusProxy(self.place)
        self.add(FormField(self.look, "folder", "Into the folder", inside), self.opened)
        self.content.addStretch(1)
        self.add_close("&Leave it")
        self._go = self.add_button("&Export" if self._with_letters else "&Make them", Role.AcceptRole, primary=True)
        self._go.clicked.connect(self._on_export)
        for box in (self.envelopes, self.labels, self.signatures):
            box.toggled.connect(self._refresh)
        self.sheet.currentIndexChanged.connect(self._refresh)

    def _refresh(self) -> None:
        """Only what is wanted can be set, and something has to be wanted."""
        self.kind.setEnabled(self.envelopes.isChecked())
        for box in (self.shared, self.by_air):
            box.setEnabled(self.envelopes.isChecked())
        for part in (self.sheet, self.first):
            part.setEnabled(self.labels.isChecked())
        self.first.setMaximum(LABELS[self.sheet.currentData()].labels)
        self._go.setEnabled(self._with_letters or not self.pile().around.is_none)

    def _on_other(self) -> None:
        if chosen := self.choose_folder():
            self._folder = Path(chosen)
            self.place.setText(chosen)

    def _on_export(self) -> None:
        self.accept()
        self.decided.emit(self._folder, self.pile())


def _offer(combo: QComboBox, words: dict[Any, str], chosen: Any) -> None:
    for value, said in words.items():
        combo.addItem(said, value)
    combo.setCurrentIndex(list(words).index(chosen))
    # Wide words must not make the dialog wider than a small screen.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)


def _beside(first: QWidget, *others: QWidget, inset: int = 0) -> QWidget:
    """Widgets in one line, the first as wide as it can be; inset is the room in px before them."""
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(inset, 0, 0, 0)
    row.addWidget(first, 1)
    for other in others:
        row.addWidget(other)
    return inside
