# SPDX-License-Identifier: GPL-3.0-or-later
"""The foot of a pane: a few words at either side, when it was saved, and what is being worked on."""

from PySide6.QtCore import QLocale, QSize, QTime, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ..lights import Light, LightLabel
from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from .buttons import QuietButton
from .paragraph import OneLine

SAVING_AFTER = 500
"""Milliseconds before "Saving ..." is worth saying."""

WORKING_AFTER = 1000
"""Milliseconds before work is shown with its bar and Cancel."""

_HEIGHT = 32


class SavedMark(QWidget):
    """Says "Saving ..." when it takes long, then the tick and the time. Nothing moves when it changes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = _QuietLight(look, Light.DONE, "", Use.CAPTION)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SAVING_AFTER)
        self._late.timeout.connect(self._show_saving)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._mark)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return "" if self.isHidden() else self._mark.word

    def begin_saving(self) -> None:
        """Typing is on its way to the file."""
        self._late.start()

    def show_saved(self, at: QTime) -> None:
        """Everything is in the file since `at`."""
        self._late.stop()
        time = QLocale().toString(at, QLocale.FormatType.ShortFormat)
        self._mark.show_light(Light.DONE, self.tr("Saved {time}").format(time=time))
        self.show()

    def _show_saving(self) -> None:
        self._mark.show_light(Light.LATER, self.tr("Saving …"))
        self.show()


class _QuietLight(LightLabel):
    """A light whose word stays in secondary colour."""

    def word_role(self) -> Role:
        return Role.SECONDARY

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class WorkLine(QWidget):
    """What is being done, a thin bar and Cancel; it shows itself only when the work takes long."""

    cancel_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._what = OneLine(look, "", Use.CAPTION)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QuietButton(look, self.tr("Cancel"), small=True)
        self._cancel.clicked.connect(self._on_cancel)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(WORKING_AFTER)
        self._late.timeout.connect(self.show)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._what, self._bar, self._cancel):
            self._row.addWidget(part)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def begin(self, what: str) -> None:
        """Work has begun; what is a sentence without a full stop, such as "Reading 12 sheets"."""
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._late.start()

    def step(self, done: int, total: int) -> None:
        """So many of so many parts are done; a total of 0 means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """The work is over, done or not."""
        self._late.stop()
        self.hide()

    def _on_cancel(self) -> None:
        self._what.setText(self.tr("Stopping …"))
        self._cancel.setEnabled(False)
        self.cancel_requested.emit()

    def _restyle(self) -> None:
        self._bar.setFixedSize(QSize(self._look.px(120), self._look.px(4)))
        self._row.setSpacing(self._look.px(8))


class Foot(QWidget):
    """The line at the bottom of a pane; inset is its padding in design px, as that of the pane above."""

    cancel_requested = Signal()

    def __init__(
        self, look: Look, *, saved_trailing: bool = False, inset: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._inset = inset
        self._leading = OneLine(look, "", Use.CAPTION, Role.SECONDARY)
        self._trailing = OneLine(look, "", Use.CAPTION, Role.SECONDARY)
        self.says_saved = True
        self.saved = SavedMark(look)
        self.work = WorkLine(look)
        self.work.cancel_requested.connect(self.cancel_requested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._row = QHBoxLayout(self)
        saved_first = () if saved_trailing else (self.saved,)
        for part in (*saved_first, self._leading):
            self._row.addWidget(part)
        self._row.addStretch(1)
        saved_last = (self.saved,) if saved_trailing else ()
        for part in (self.work, self._trailing, *saved_last):
            self._row.addWidget(part)
        look.changed.connect(self._restyle)
        self._restyle()
        self.set_leading("")
        self.set_trailing("")

    def set_leading(self, text: str) -> None:
        """Say something at the leading side."""
        self._leading.setText(text)
        show_if(self._leading, bool(text))

    def set_trailing(self, text: str) -> None:
        """Say something at the trailing side."""
        self._trailing.setText(text)
        show_if(self._trailing, bool(text))

    def add_trailing(self, widget: QWidget) -> None:
        """Put one more thing at the very end, such as a link."""
        self._row.addWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.color(Role.LINE))

    def _restyle(self) -> None:
        side = self._look.px(self._inset)
        self._row.setContentsMargins(side, 1, side, 0)
        self._row.setSpacing(self._look.px(16))
        self.updateGeometry()
