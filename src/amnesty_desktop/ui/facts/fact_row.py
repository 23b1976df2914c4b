# SPDX-License-Identifier: GPL-3.0-or-later
"""A fact on its page: one line while it is settled, opened with its reason and its sources while it is in doubt."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ...domain.standing import StandingKind
from ..lights import SIDE, paint_light, role_of
from ..look import Look
from ..marker import paint_focus_inside
from ..texts import draw_line
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.paragraph import NARROW, READING, Paragraph, Run
from .fact_words import Help, ShownFact
from .source_line import SourceList

_LIGHT = SIDE + 4
_INDENT = 28
_LINE = 34
_NARROW = 440
_HELP_WORDS = {Help.ADD_SOURCE: "Add a source", Help.SAY_ORIGIN: "Say where it has it from", Help.DECIDE: "Decide ▾"}


class Act(StrEnum):
    """What can be asked of a fact; those about one source carry the id of its support."""

    TURN = "turn"
    CHANGE = "change"
    BIN = "bin"
    ADD_SOURCE = "add_source"
    SAY_ORIGIN = "say_origin"
    DECIDE = "decide"
    MORE = "more"
    CHANGE_SOURCE = "change_source"
    TAKE_AWAY = "take_away"
    SOURCE_MORE = "source_more"
    UP = "up"
    DOWN = "down"


_KEYS = {
    Qt.Key.Key_Return: Act.TURN,
    Qt.Key.Key_Enter: Act.TURN,
    Qt.Key.Key_Space: Act.TURN,
    Qt.Key.Key_F2: Act.CHANGE,
    Qt.Key.Key_Delete: Act.BIN,
    Qt.Key.Key_Up: Act.UP,
    Qt.Key.Key_Down: Act.DOWN,
}


class FactRow(QWidget):
    """What both forms of a fact share. asked(act, support id) says what somebody wants with it."""

    asked = Signal(str, str)

    def __init__(self, look: Look, shown: ShownFact) -> None:
        super().__init__()
        self.shown = shown
        self._look = look

    @property
    def place(self) -> QWidget:
        """What takes the focus for the whole fact."""
        return self

    def menu_corner(self) -> QPoint:
        """Where a menu about the whole fact belongs, on the screen."""
        return self.mapToGlobal(QPoint(self._look.px(_INDENT), self.height()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(Act.MORE, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _KEYS.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.asked.emit(act, "")

    def _paint_ground(self, painter: QPainter, mark_top: int) -> None:
        """Paint the line below and the light; mark_top is where the light begins, in px."""
        look, side = self._look, self._look.px(_LIGHT)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.color(Role.LINE))
        mark = QRect(look.px(2), mark_top, side, side)
        visual = QStyle.visualRect(self.layoutDirection(), self.rect(), mark)
        paint_light(painter, QRectF(visual), self.shown.light, look)


class FactLine(FactRow):
    """Light, words and reason on one line; where there is little room the reason stands below."""

    def __init__(self, look: Look, shown: ShownFact, today: date) -> None:
        super().__init__(look, shown)
        self.setObjectName("fact_line")
        self.reason = shown.reason(today)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        about = f" ({shown.about})" if shown.about else ""
        self.setAccessibleName(f"{self.reason}: {shown.fact.claim.text}{about}")
        self.setAccessibleDescription("Enter opens it.")
        look.changed.connect(self.updateGeometry)

    def focus_rect(self) -> QRect:
        """Return nothing: the ring is painted within the line."""
        return QRect()

    def sizeHint(self) -> QSize:
        height = self._look.px(_LINE) + (self._look.px(20) if self._is_narrow() else 0)
        return QSize(self._look.px(240), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < self._look.px(_NARROW)) is not self._is_narrow():
            self.updateGeometry()
        self._offer_whole()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit(Act.TURN, "")

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, shown = self._look, QPainter(self), self.shown
        direction = self.layoutDirection()
        painter.setLayoutDirection(direction)
        if self.underMouse():
            painter.fillRect(self.rect(), look.color(Role.HOVER))
        self._paint_ground(painter, (look.px(_LINE) - look.px(_LIGHT)) // 2)
        if self.hasFocus():
            paint_focus_inside(painter, self.rect(), look)
        is_over = shown.fact.standing.kind is StandingKind.OVERTAKEN
        painter.setFont(look.font(Use.TABLE))
        painter.setPen(look.color(Role.SECONDARY if is_over else Role.TEXT))
        draw_line(painter, self._visual(self._words_rect()), shown.fact.claim.text)
        painter.setFont(look.font(Use.NAME))
        painter.setPen(look.color(role_of(shown.light)))
        draw_line(painter, self._visual(self._reason_rect()), self.reason, trailing=not self._is_narrow())

    def _words_rect(self) -> QRect:
        left, height = self._look.px(_INDENT), self._look.px(_LINE)
        right = self._look.px(4) if self._is_narrow() else self._reason_width() + self._look.px(20)
        return QRect(left, 0, max(self.width() - left - right, 1), height)

    def _reason_rect(self) -> QRect:
        left, height, px = self._look.px(_INDENT), self._look.px(_LINE), self._look.px
        if self._is_narrow():
            return QRect(left, height - px(7), self.width() - left - px(4), px(22))
        width = self._reason_width()
        return QRect(self.width() - width - px(4), 0, width, height)

    def _reason_width(self) -> int:
        return QFontMetrics(self._look.font(Use.NAME)).horizontalAdvance(self.reason) + 2

    def _is_narrow(self) -> bool:
        return self.width() < self._look.px(_NARROW)

    def _visual(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _offer_whole(self) -> None:
        text = self.shown.fact.claim.text
        is_cut = QFontMetrics(self._look.font(Use.TABLE)).horizontalAdvance(text) > self._words_rect().width()
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        self.setToolTip(f"<span>{escaped}</span>" if is_cut else "")


class _Claim(Paragraph):
    """The words of an opened fact; they take the focus for all of it and fold it away again."""

    turned = Signal()

    def __init__(self, look: Look, shown: ShownFact) -> None:
        is_over = shown.fact.standing.kind is StandingKind.OVERTAKEN
        super().__init__(look, shown.fact.claim.text, Use.CLAIM, Role.SECONDARY if is_over else Role.TEXT)
        self.setObjectName("claim")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.turned.emit()


class OpenFact(FactRow):
    """Words, standing and why, the sources, and what can be done; what helps stands first."""

    def __init__(self, look: Look, shown: ShownFact) -> None:
        super().__init__(look, shown)
        self.setObjectName("open_fact")
        standing = shown.fact.standing
        self.claim = _Claim(look, shown)
        self.claim.setAccessibleName(f"{shown.fact.claim.text} {standing.word}. {standing.why}")
        self.claim.setAccessibleDescription("Enter folds it away, F2 changes it.")
        self.claim.turned.connect(lambda: self.asked.emit(Act.TURN, ""))
        why = f" {standing.why}" if not standing.why.startswith(standing.word) else standing.why[len(standing.word) :]
        stop = "." if why.startswith(" ") and why != standing.why[len(standing.word) :] else ""
        self.why = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self.why.set_runs(Run(f"{standing.word}{stop}", role_of(shown.light), strong=True), Run(why))
        self._about = Paragraph(look, shown.about, Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        if not shown.about:
            self._about.hide()
        self.sources = SourceList(look, shown.sources)
        for line in self.sources.lines:
            line.change_requested.connect(lambda support: self.asked.emit(Act.CHANGE_SOURCE, support))
            line.take_away_requested.connect(lambda support: self.asked.emit(Act.TAKE_AWAY, support))
            line.menu_requested.connect(lambda support, _at: self.asked.emit(Act.SOURCE_MORE, support))
        self.buttons: dict[Act, QuietButton] = {}
        self._place_parts()
        look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self) -> None:
        buttons = QWidget()
        row = WrappedRow(self._look, buttons)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        for act, words in self._offered():
            button = QuietButton(self._look, words, small=True)
            button.setObjectName(act)
            button.setAccessibleName(words.rstrip(" ▾"))
            button.clicked.connect(lambda _checked=False, act=act: self.asked.emit(act, ""))
            self.buttons[act] = button
            row.addWidget(button)
        self._words = QVBoxLayout()
        for part in (self.claim, self.why, self._about, self.sources, buttons):
            self._words.addWidget(part)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)

    def _offered(self) -> list[tuple[Act, str]]:
        help_ = self.shown.help
        first = [(Act(help_.value), _HELP_WORDS[help_])] if help_ is not Help.NOTHING else []
        return [*first, (Act.CHANGE, "Change"), (Act.MORE, "More ▾")]

    @property
    def place(self) -> QWidget:
        return self.claim

    def menu_corner(self) -> QPoint:
        button = self.buttons[Act.MORE]
        return button.mapToGlobal(QPoint(0, button.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        first = round(self._look.em * READING)
        self._paint_ground(QPainter(self), self.claim.y() + (first - self._look.px(_LIGHT)) // 2)

    def _restyle(self) -> None:
        px = self._look.px
        lead, trail = px(_INDENT), 0
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            lead, trail = trail, lead
        self._row.setContentsMargins(lead, px(10), trail, px(14))
        self._words.setSpacing(px(4))
