# SPDX-License-Identifier: GPL-3.0-or-later
"""Above and below the evening: what it is, that only what may be passed on is shown, and the counts, never added up."""

from PySide6.QtCore import QLocale, Qt, QTime, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ..look import Look
from ..showing import show_if
from ..texts import joined
from ..theme import Role
from ..widgets.paragraph import OneLine, Paragraph
from ..widgets.paragraph import Run as Words
from .type import LARGE, BigButton, Type, set_type

_CLOCK_MS = 15_000
PASSED_ON = "Only what may be passed on"


class Head(QWidget):
    """The line above: a title, a few words, the time, and the way out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.title = OneLine(look, "", LARGE.name)
        self.meta = OneLine(look, "", LARGE.caption, Role.SECONDARY)
        self.end = OneLine(look, "", LARGE.caption, Role.SECONDARY, is_trailing=True)
        self.leave = BigButton(look, "Leave", "tonight_leave", link=True)
        self.leave.setAccessibleName("Leave Write tonight (Esc)")
        self._row = QHBoxLayout(self)
        for part, stretch in ((self.title, 0), (self.meta, 1), (self.end, 0), (self.leave, 0)):
            self._row.addWidget(part, stretch)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self.tell_time)
        look.changed.connect(self._restyle)
        self._restyle()

    def say(self, title: str, meta: str) -> None:
        """Say what the page is."""
        self.title.setText(title)
        self.meta.setText(meta)
        self.tell_time()

    def tell_time(self) -> None:
        """Say the time, and what the page keeps to."""
        now = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self.end.setText(joined(PASSED_ON, now))

    def set_type(self, wanted: Type) -> None:
        """Set the line in another size."""
        self.title.set_use(wanted.name)
        self.meta.set_use(wanted.caption)
        self.end.set_use(wanted.caption)
        set_type(self, wanted)

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.color(Role.LINE))

    def _restyle(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(24), px(12), px(24), px(12))
        self._row.setSpacing(px(20))


class CountsFoot(QWidget):
    """The line below: what was done, and what comes next."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.counts = Paragraph(look, "", LARGE.caption)
        self.names = BigButton(look, "Back to the names", "tonight_names_again")
        self.finish = BigButton(look, "Finish the evening", "tonight_finish")
        self.next = BigButton(look, "Next writer", "tonight_next")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.counts, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.names, self.finish, self.next):
            self._row.addWidget(button)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_counts(self, counts: list[tuple[int, str, str]]) -> None:
        """Show numbers with the word for one and for many, side by side."""
        runs: list[Words] = []
        for number, one, many in counts:
            runs.append(Words(f"{number} ", strong=True))
            runs.append(Words(f"{one if number == 1 else many}      ", Role.SECONDARY))
        self.counts.set_runs(*runs)

    def show_for(self, *, is_writing: bool, is_done: bool) -> None:
        """Show the buttons of the page that is shown."""
        show_if(self.names, is_writing)
        show_if(self.finish, not is_writing and not is_done)
        show_if(self.next, not is_done)
        self.next.set_primary(is_writing)

    def set_type(self, wanted: Type) -> None:
        """Set the line in another size."""
        self.counts.set_use(wanted.caption)
        set_type(self, wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.color(Role.LINE))

    def _restyle(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(24), px(12), px(24), px(12))
        self._row.setSpacing(px(16))
