# SPDX-License-Identifier: GPL-3.0-or-later
"""Below the outcomes: what is known of the chosen one, and how."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...store.outcomes import OutcomeLine
from ..look import Look
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.paragraph import NARROW, Paragraph, Run

_BESIDE = 560
_LEAST = 72
_SHARE = 0.3
"""The part of the view's height the strip takes at most; the rest of its words is scrolled to."""


class OutcomeDetail(QScrollArea):
    """One outcome in words, and what can be done with it. Signals: change_requested(), case_requested()."""

    change_requested = Signal()
    case_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.known = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self.how = Paragraph(look, "", Use.TABLE, Role.SECONDARY, line_height=NARROW)
        self.change = QuietButton(look, "&Change", small=True)
        self.open_case = QuietButton(look, "Open the c&ase", small=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.change.clicked.connect(self.change_requested)
        self.open_case.clicked.connect(self.case_requested)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_line(self, line: OutcomeLine | None, turned: str = "") -> None:
        """Show an outcome, or nothing; turned says of its case that it got better and worse."""
        self.setVisible(line is not None)
        if line is None:
            return
        when = "on a day not known" if line.on is None else spoken(line.on)
        self.known.set_runs(
            Run(line.person or line.who, strong=True),
            Run(f"  {label(line.direction).capitalize()}, {when}: {line.what}."),
        )
        words = [_ended(f"How we know: {line.how_known}") if line.how_known else "", _ended(line.note)]
        words.append(turned)
        self.how.setText(" ".join(part for part in words if part))
        self.how.setVisible(bool(self.how.text()))
        self.verticalScrollBar().setValue(0)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.known, self.how):
            words.addWidget(part)
        words.addStretch(1)
        buttons = WrappedRow(self._look)
        for button in (self.change, self.open_case):
            buttons.addWidget(button)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)
        inner = _Strip(self._look)
        inner.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        inner.setAutoFillBackground(True)
        inner.setLayout(self._row)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The chosen outcome")

    def fit(self) -> None:
        """Be as tall as the words, up to a share of the view; the buttons stand beside them or below."""
        is_wide = self.viewport().width() >= self._look.px(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        wanted = self._row.totalHeightForWidth(self.viewport().width())
        parent = self.parentWidget()
        most = max(round((parent.height() if parent else 0) * _SHARE), self._look.px(_LEAST))
        height = min(wanted, most)
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def _restyle(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(24), px(12), px(24), px(12))
        self._row.setSpacing(px(12))
        self.fit()


class _Strip(QWidget):
    """The ground of the words, with a line between them and the table."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def minimumSizeHint(self) -> QSize:
        # Paragraphs ask for as many lines as they would need in a narrow pane; how many they do need is known.
        return QSize(super().minimumSizeHint().width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.color(Role.EDGE))


def _ended(words: str) -> str:
    """Give a note its full stop, where it has none of its own."""
    words = words.strip()
    return f"{words}." if words and words[-1] not in ".!?…”\"')" else words
