# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter check in one line: one thing at a time, said so that everybody may read it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.letter_findings import NOTHING_FOUND, Finding
from ...domain.person import Person
from ...domain.tonight import mends_aloud, said_aloud
from ..letters.check_pane import MEND_WORDS, light_of, summary
from ..lights import Light, LightLabel
from ..look import Look
from ..showing import show_if
from ..theme import Role
from ..widgets.paragraph import NARROW, Paragraph
from .type import LARGE, BigButton, Type


class CheckLine(QWidget):
    """Signals: mend_requested(Finding, Mend); shown(Finding) when one looks at it."""

    mend_requested = Signal(object, object)
    shown = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._findings: Sequence[Finding] = ()
        self._people: Sequence[Person] = ()
        self._at = 0
        self.setObjectName("tonight_check")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.light = LightLabel(look, Light.LATER, "", LARGE.caption)
        self._sentence = Paragraph(look, "", LARGE.caption, line_height=NARROW)
        self.mend = BigButton(look, "", "tonight_mend", link=True)
        self.next = BigButton(look, "Next thing", "tonight_next_thing", link=True)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.light)
        self.row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.mend)
        self.row.addWidget(self.next)
        self.mend.clicked.connect(self._on_mend)
        self.next.clicked.connect(self._on_next)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    @property
    def finding(self) -> Finding | None:
        """What is shown."""
        return self._findings[self._at] if self._findings else None

    def show_findings(self, findings: Sequence[Finding], people: Sequence[Person]) -> None:
        """Show these, one at a time; the one that is shown stays while it is still there."""
        before = self.finding.key if self.finding is not None else ""
        self._findings, self._people = findings, people
        keys = [finding.key for finding in findings]
        self._at = keys.index(before) if before in keys else 0
        self._show()

    def show_first_blocking(self) -> None:
        """Go to what keeps the letter from going out."""
        self._at = next((at for at, finding in enumerate(self._findings) if finding.blocks), 0)
        self._show()

    def _show(self) -> None:
        finding = self.finding
        if finding is None:
            self.light.show_light(Light.LATER, "")
            self._sentence.setText(NOTHING_FOUND)
        else:
            self.light.show_light(light_of(finding), summary(self._findings))
            self._sentence.setText(said_aloud(finding, self._people))
            mends = mends_aloud(finding)
            self.mend.setText(MEND_WORDS[mends[0]] if mends else "")
        show_if(self.mend, finding is not None and bool(mends_aloud(finding)))
        show_if(self.next, len(self._findings) > 1)
        show_if(self.light, finding is not None)

    def _on_mend(self) -> None:
        if self.finding is not None and (mends := mends_aloud(self.finding)):
            self.mend_requested.emit(self.finding, mends[0])

    def _on_next(self) -> None:
        self._at = (self._at + 1) % max(len(self._findings), 1)
        self._show()
        if self.finding is not None:
            self.shown.emit(self.finding)

    def set_type(self, wanted: Type) -> None:
        """Set the line in another size."""
        self._sentence.set_use(wanted.caption)
        self.light.set_use(wanted.caption)
        for button in (self.mend, self.next):
            button.set_type(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.color(Role.LINE))

    def _restyle(self) -> None:
        px = self._look.px
        self.row.setContentsMargins(px(24), px(10), px(24), px(10))
        self.row.setSpacing(px(16))
