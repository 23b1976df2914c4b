# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a case: whom it is about, how pressing it is, and the two things one does with it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ...domain.case import Case, CaseStatus
from ...domain.countries import country_name
from ...domain.dates import PartialDate
from ...domain.printed import paper
from ...domain.references import read_index
from ...domain.spoken_dates import days_from, spoken
from ...domain.vocabularies import label
from ..lights import Light, LightLabel
from ..look import Look
from ..models.cases import appeal_light
from ..texts import draw_line, joined, left_to_right
from ..theme import Role, Use
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.paragraph import OneLine

_SMALL_BELOW = 34
"""Width in em below which the head is set small: shorter lines, and the list of cases one press away."""


@dataclass(frozen=True, slots=True)
class HeadWords:
    """What the head says of a case; may_write is False where a reason forbids letters, and the light line gives it."""

    who: str
    who_own: str
    meta: str
    short_meta: str
    light: Light
    line: str
    short_line: str
    may_write: bool


def head_words(case: Case, who: str, who_own: str, today: date, now: str = "") -> HeadWords:
    """Put into words what the head of a case says; now is how it stands with the people."""
    country = country_name(case.country) if case.country else ""
    index = read_index(case.ai_index)
    printed = index.printed if index else case.ai_index.strip()
    short = (country, left_to_right(paper(case)))
    whole = (*short, left_to_right(printed), label(case.confidentiality), now)
    light, line, short_line = pressing(case, today)
    return HeadWords(who, who_own, joined(*whole), joined(*short), light, line, short_line, not case.no_contact.strip())


def pressing(case: Case, today: date) -> tuple[Light, str, str]:
    """Say how pressing a case is: its light, one line, and the same shorter."""
    if case.status is CaseStatus.CLOSED:
        closed = f"Closed on {_day(case.closed_on, today)}" if case.closed_on and case.closed_on.is_day else "Closed"
        return Light.NO_DATE, closed, closed
    if reason := case.no_contact.strip():
        line = f"No letters: {reason}"
        return Light.PLEASE_MIND, line, line
    on = case.appeal_by
    light = appeal_light(on, today)
    if on is None or not on.is_known:
        return light, "No date for appeals", "No date"
    if not on.is_day:
        line = f"Appeal by {spoken(on)}"
    else:
        line = f"Appeal by {_day(on, today)}, {days_from(today, on.earliest)}"
    return light, f"{line}. Ask your section first." if light is Light.LATE else line, line


def _day(on: PartialDate, today: date) -> str:
    """Say a day, its year only where it is not this one."""
    return spoken(on).removesuffix(f" {today.year}")


class Title(QWidget):
    """A name and, after it, the same in its own script, which is cut first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = self._own = ""
        self._use = Use.TITLE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._name} {self._own}".strip()

    def show_name(self, name: str, own: str, use: Use) -> None:
        """Show another name, large or small."""
        self._name, self._own, self._use = name.replace("\n", " "), own.replace("\n", " "), use
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font(self._use))
        width = metrics.horizontalAdvance(self._name[:200]) + metrics.horizontalAdvance(f" {self._own[:200]}")
        return QSize(width + 4, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self._look.color(Role.TEXT))
        font = self._look.font(self._use)
        painter.setFont(font)
        used = draw_line(painter, self.rect(), self._name)
        rest = self.rect().adjusted(used + self._look.px(7), 0, 0, 0)
        if self._own and rest.width() > QFontMetrics(font).averageCharWidth() * 2:
            lighter = QFont(font)
            lighter.setWeight(QFont.Weight.Normal)
            painter.setFont(lighter)
            draw_line(painter, self._mirrored(rest), self._own)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class _Pressing(LightLabel):
    """The light line, which raises its voice only for what is late or soon."""

    def show_light(self, light: Light, word: str) -> None:
        self._use = Use.NAME if light in (Light.LATE, Light.SOON, Light.PLEASE_MIND) else Use.TABLE
        super().show_light(light, word)

    def word_role(self) -> Role:
        return Role.SECONDARY if self.light is Light.LATER else super().word_role()


class Head(QWidget):
    """Signals: back_requested(), outcome_requested(), write_requested()."""

    back_requested = Signal()
    outcome_requested = Signal()
    write_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = HeadWords("", "", "", "", Light.NO_DATE, "", "", True)
        self._is_small = False
        self.back = QuietButton(look, "‹ Cases")
        self.back.setAccessibleName("Back to the list of cases")
        self.back.setToolTip("Back to the list of cases (Alt+Left)")
        self.title = Title(look)
        self.outcome = QuietButton(look, "Record outcome")
        self.write = PrimaryButton(look, "Write")
        self.meta = OneLine(look, "", Use.TABLE, Role.SECONDARY)
        self.light = _Pressing(look, Light.NO_DATE, "")
        for name in ("back", "title", "outcome", "write", "meta", "light"):
            getattr(self, name).setObjectName(f"head_{name}")
        self._place_parts()
        self.back.hide()
        self.back.clicked.connect(self.back_requested)
        self.outcome.clicked.connect(self.outcome_requested)
        self.write.clicked.connect(self.write_requested)
        look.changed.connect(self._restyle)
        self._restyle()

    def _place_parts(self) -> None:
        self._first = QHBoxLayout()
        self._first.addWidget(self.back)
        self._first.addWidget(self.title, 1)
        self._first.addWidget(self.outcome)
        self._first.addWidget(self.write)
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lines.addWidget(self.meta)
        self._lines.addWidget(self.light)
        self._lines.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._first)
        self._column.addLayout(self._lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> HeadWords:
        """What it says now."""
        return self._words

    def show_words(self, words: HeadWords) -> None:
        """Show another case, or the same after a change."""
        self._words = words
        self.write.setEnabled(words.may_write)
        self.write.setAccessibleDescription("" if words.may_write else words.line)
        self._say()

    def set_folded(self, is_folded: bool) -> None:
        """Offer the way back to the list while the list is folded away."""
        self.back.setVisible(is_folded)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_small = event.size().width() < _SMALL_BELOW * self._look.em or not self.back.isHidden()
        if is_small != self._is_small:
            self._is_small = is_small
            self._say()
        else:
            self._turn_lines()

    def _say(self) -> None:
        words, small = self._words, self._is_small
        self.title.show_name(words.who, words.who_own, Use.SMALL_TITLE if small else Use.TITLE)
        self.outcome.setHidden(small)
        self.meta.setText(words.short_meta if small else words.meta)
        is_short = small and words.light is not Light.LATE
        self.light.show_light(words.light, words.short_line if is_short else words.line)
        self._turn_lines()

    def _turn_lines(self) -> None:
        """Where the head is small, let the light stand beside the paper if there is room."""
        wanted = self.meta.sizeHint().width() + self.light.sizeHint().width() + self._look.px(64)
        beside = self._is_small and wanted <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(way)
        self._lines.setSpacing(self._look.px(18 if beside else 6))

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(14))
        self._column.setSpacing(px(6))
        self._first.setSpacing(px(8))
        self._turn_lines()
