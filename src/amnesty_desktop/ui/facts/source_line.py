# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources under a fact: what each is, how it knows, and of when it is, beside a quiet upright line."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.paragraph import NARROW, OneLine, Paragraph, Run
from .fact_words import ShownSource, origin_note

_NARROW = 440
_DATE = 96
_AROUND = 6


class SourceLine(QWidget):
    """One source. Enter, F2 or a click changes it; Delete takes it away from the fact; the menu key asks for more.

    Signals carry the id of the support.
    """

    change_requested = Signal(str)
    take_away_requested = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, look: Look, source: ShownSource) -> None:
        super().__init__()
        self.setObjectName("source")
        self.source = source
        self._look = look
        self._what = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self._how = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self._when = OneLine(look, source.when, Use.TABLE, Role.SECONDARY, is_trailing=True)
        self._note = Paragraph(look, "", Use.CAPTION, line_height=NARROW)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._whole.addLayout(self._box)
        self._whole.addWidget(self._note)
        top = Qt.AlignmentFlag.AlignTop
        self._box.addWidget(self._what, 9, top)
        self._box.addWidget(self._how, 7, top)
        self._box.addWidget(self._when, 0, top)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()
        look.changed.connect(self._turn)
        self._turn()

    def sizeHint(self) -> QSize:
        # Shares of the width say nothing of a good one.
        width = self._look.px(_NARROW)
        return QSize(width, self.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.change_requested.emit(self.source.support_id)
        elif event.key() == Qt.Key.Key_Delete:
            self.take_away_requested.emit(self.source.support_id)
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.change_requested.emit(self.source.support_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.source.support_id, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _say(self) -> None:
        source = self.source
        comma = ", " if source.what and source.publisher else ""
        role = Role.SECONDARY if source.is_withdrawn else Role.TEXT
        self._what.set_runs(Run(source.what + comma, role), Run(source.publisher, role, italic=True))
        self._how.set_runs(*_how_runs(source))
        self._note.set_runs(*_note_runs(source))
        show_if(self._note, bool(self._note.text()))
        said = (source.name, self._how.text(), self._note.text(), source.when)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setAccessibleDescription("Enter changes the source, Delete takes it away from this fact.")

    def _turn(self) -> None:
        px = self._look.px
        is_narrow = 0 < self.width() < px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        lead, trail = px(14), 0
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            lead, trail = trail, lead
        self._whole.setContentsMargins(lead, px(3), trail, px(3))
        self._box.setSpacing(0 if is_narrow else px(12))
        # Shares of the width, not of what the words want, so that the lines of a fact stand in columns.
        across = QSizePolicy.Policy.Preferred if is_narrow else QSizePolicy.Policy.Ignored
        for part in (self._what, self._how):
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(across)
            part.setSizePolicy(policy)
        leading = Qt.AlignmentFlag.AlignLeading if is_narrow else Qt.AlignmentFlag(0)
        self._box.setAlignment(self._when, leading | Qt.AlignmentFlag.AlignTop)
        self._when.setMinimumWidth(0 if is_narrow else px(_DATE))
        self._when.setMinimumHeight(self._what.minimumSizeHint().height())
        show_if(self._when, bool(self.source.when) or not is_narrow)
        show_if(self._how, bool(self._how.text()) or not is_narrow)


def _how_runs(source: ShownSource) -> list[Run]:
    """Whether it speaks against the fact or did so, how it knows, and what is amiss with it."""
    runs = []
    if source.is_against:
        runs.append(Run("says otherwise", Role.RED, strong=True))
    elif source.decided:
        runs.append(Run("said otherwise", Role.SECONDARY, strong=True))
    if source.how:
        runs.append(Run(f": {source.how}" if runs else source.how, Role.SECONDARY))
    for words in (source.trust, origin_note(source)):
        if words:
            runs.append(Run(f"; {words}" if runs else words, Role.AMBER))
    return runs


def _note_runs(source: ShownSource) -> list[Run]:
    """What was decided about it and since when it counts for nothing, each a sentence."""
    said = ((source.decided, Role.SECONDARY), (source.withdrawn, Role.AMBER))
    found = [(f"{words[:1].upper()}{words[1:]}.", role) for words, role in said if words]
    return [Run(f"{words} " if place < len(found) - 1 else words, role) for place, (words, role) in enumerate(found)]


class SourceList(QWidget):
    """The sources of one fact along an upright line."""

    def __init__(self, look: Look, sources: Sequence[ShownSource]) -> None:
        super().__init__()
        self._look = look
        self.lines = [SourceLine(look, source) for source in sources]
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for line in self.lines:
            self._column.addWidget(line)
        if not self.lines:
            self.hide()
        look.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        inside = self.contentsRect().adjusted(0, self._look.px(_AROUND), 0, -self._look.px(_AROUND))
        line = QRect(inside.topLeft(), QSize(max(self._look.px(2), 1), inside.height()))
        painter = QPainter(self)
        painter.fillRect(QStyle.visualRect(self.layoutDirection(), self.rect(), line), self._look.color(Role.LINE))

    def _restyle(self) -> None:
        around = self._look.px(_AROUND)
        self._column.setContentsMargins(0, around, 0, around)
