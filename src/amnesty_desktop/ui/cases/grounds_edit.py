# SPDX-License-Identifier: GPL-3.0-or-later
"""The grounds a person is held for: a tick for each, the shipped ones and the group's own."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ..look import Look
from ..widgets.chip import WrappedRow


class GroundsEdit(QWidget):
    """Signal: edited() when a person ticks or unticks one."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._row = WrappedRow(look, self)
        self._boxes: dict[str, QCheckBox] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def terms(self) -> list[str]:
        """The codes that are ticked, in the order of the list."""
        return [code for code, box in self._boxes.items() if box.isChecked()]

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these grounds, by code and in words."""
        for box in self._boxes.values():
            self._row.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {code: self._box(words) for code, words in choices}
        boxes = [*self._boxes.values()]
        if boxes:
            self.setFocusProxy(boxes[0])
        self.updateGeometry()

    def show_terms(self, terms: Iterable[str]) -> None:
        """Tick these, without a signal."""
        wanted = frozenset(terms)
        for code, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(code in wanted)
            box.blockSignals(False)

    def _box(self, words: str) -> QCheckBox:
        # The wide space keeps one tick apart from the next.
        box = QCheckBox(f"{words.replace('&', '&&')}\u2003")
        box.setAccessibleName(words)
        box.setObjectName(f"ground {words}")
        box.toggled.connect(self.edited)
        self._row.addWidget(box)
        return box
