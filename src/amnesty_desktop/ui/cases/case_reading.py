# SPDX-License-Identifier: GPL-3.0-or-later
"""A case as it is read: caption over value, what nobody filled takes no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.case import Ask, Case, Concern, ConcernList
from ...domain.caution import Caution
from ...domain.goal import Goal, GoalSpan
from ...domain.member import Member
from ...domain.person import Person
from ...domain.please_mind import mind_lines
from ...domain.sheet import Sheet
from ...domain.sheet_chain import chain
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...domain.vocabulary import Vocabulary
from ...edits.drafting import asks_of
from ...store.reading import Reading
from ..desk import Desk
from ..lights import SIDE, Light, paint_light
from ..look import Look
from ..theme import Role, Use
from ..widgets.captioned_value import CaptionedValue
from ..widgets.chip import WrappedRow
from ..widgets.paragraph import OneLine, Paragraph, Run
from .focus_order import put_in_order
from .may_be_asked import MayBeAsked
from .parts.goal_list import in_order
from .parts.sheet_list import sheet_words
from .rights_line import RightsLine
from .write_to import WriteTo

_ORDER = "position, key"
_HELD_BACK = "It rests on Amnesty’s own finding, and the file no longer holds one for everybody of this case."
"""Why a demand for release that the program proposed reaches no letter."""


@dataclass(frozen=True, slots=True)
class CaseText:
    """Everything the reading view says, so that nothing is built anew where nothing differs."""

    case: Case
    asks: tuple[str, ...]
    risks: str
    issues: str
    owner: str
    has_people: bool
    held_back: tuple[str, ...] = ()
    minded: tuple[str, ...] = ()
    goals: tuple[tuple[str, bool], ...] = ()
    sheets: tuple[tuple[str, str], ...] = ()
    step: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether the case says nothing yet beyond its head."""
        case = self.case
        texts = (case.situation, case.background, case.next_step, case.title, case.strategy, self.risks, self.issues)
        lists = (self.asks, self.held_back, self.owner, self.minded, self.goals, self.sheets)
        return not (any(text.strip() for text in texts) or any(lists))


def case_text(reading: Reading, case: Case) -> CaseText:
    """Gather what the reading view says of a case."""
    concerns = reading.all(Concern, case_id=case.id, order=_ORDER)
    owner = reading.find(Member, case.owner_id)
    vocabulary = reading.vocabulary()
    said = asks_of(reading, case.id)
    confirmed = reading.all(Ask, case_id=case.id, confirmed=True, order=_ORDER)
    return CaseText(
        case,
        tuple(ask.text for ask in said),
        _named(concerns, ConcernList.RISK, vocabulary),
        _named(concerns, ConcernList.ISSUE, vocabulary),
        owner.name if owner else "",
        reading.count(Person, case_id=case.id) > 0,
        tuple(f"{_ended(ask.text)} {_HELD_BACK}" for ask in confirmed if ask not in said),
        tuple(mind_lines(case, reading.all(Caution, case_id=case.id, order=_ORDER))),
        tuple(_goal(goal) for goal in in_order(reading.all(Goal, case_id=case.id, order=_ORDER))),
        _chain(case, reading.all(Sheet, case_id=case.id, order=_ORDER)),
        next_step_words(reading, case),
    )


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _goal(goal: Goal) -> tuple[str, bool]:
    """A goal as it is read, and whether it is reached."""
    note = f" (reached {spoken(goal.reached_on)})" if goal.reached_on else ""
    far = f"{label(goal.span)}: " if goal.span is GoalSpan.LONG_TERM else ""
    return f"{far}{goal.text}{note}", goal.reached_on is not None


def _chain(case: Case, sheets: Sequence[Sheet]) -> tuple[tuple[str, str], ...]:
    """The documents in order of date; the first one alone is said by the head."""
    found = chain(case, sheets)
    return tuple(sheet_words(sheet) for sheet in found) if len(found) > 1 or sheets else ()


def next_step_words(reading: Reading, case: Case) -> str:
    """Say the next step: what, who and when; empty where none is planned."""
    member = reading.find(Member, case.next_step_by)
    when = f"by {spoken(case.next_step_on)}" if case.next_step_on else ""
    notes = ", ".join(filter(None, (member.name if member else "", when)))
    words = " ".join(case.next_step.split())
    return f"{words} ({notes})" if words and notes else words


def _named(concerns: Sequence[Concern], part: ConcernList, vocabulary: Vocabulary) -> str:
    words = ", ".join(dict.fromkeys(vocabulary.label(each.term) for each in concerns if each.part is part))
    return words[:1].upper() + words[1:]


class _Sign(QWidget):
    """A light at the height of the first line beside it, which says the same in words."""

    def __init__(self, look: Look, light: Light) -> None:
        super().__init__()
        self._look = look
        self._light = light
        self.setFixedWidth(look.px(SIDE + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._look.px(SIDE)
        top = (self._look.em * 1.45 - side) / 2
        paint_light(QPainter(self), QRectF(0, top, side, side), self._light, self._look)


def _signed(look: Look, light: Light, words: Paragraph) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.px(10))
    row.addWidget(_Sign(look, light))
    row.addWidget(words, 1)
    return row


def _captioned(whole: QWidget, look: Look, caption: str) -> QVBoxLayout:
    """Lay out a caption over what belongs to it; returns the place for that."""
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(2))
    column.addWidget(OneLine(look, caption, Use.CAPTION, Role.SECONDARY))
    inside = QVBoxLayout()
    inside.setSpacing(look.px(4))
    column.addLayout(inside)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    whole.setSizePolicy(policy)
    return inside


class CaptionedLines(QWidget):
    """A caption over paragraphs, each with the same light before it where one is given."""

    def __init__(self, look: Look, caption: str, lines: Sequence[str], light: Light | None = None) -> None:
        super().__init__()
        inside = _captioned(self, look, caption)
        inside.setSpacing(look.px(4 if light else 10))
        for line in lines:
            words = Paragraph(look, line)
            words.setAccessibleName(f"{caption}: {line}")
            inside.addWidget(words) if light is None else inside.addLayout(_signed(look, light, words))


class GoalLines(QWidget):
    """The goals: those reached are ticked, the others wait."""

    def __init__(self, look: Look, goals: Sequence[tuple[str, bool]]) -> None:
        super().__init__()
        inside = _captioned(self, look, "Goals")
        for text, is_reached in goals:
            words = Paragraph(look, text)
            words.setAccessibleName(f"Goal, {'reached' if is_reached else 'not reached yet'}: {text}")
            inside.addLayout(_signed(look, Light.DONE if is_reached else Light.LATER, words))


class SheetLines(QWidget):
    """The chain of documents, oldest first: which and when, and its number and news."""

    def __init__(self, look: Look, sheets: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        inside = _captioned(self, look, "Sheets")
        for text, note in sheets:
            words = Paragraph(look, "", Use.TABLE)
            words.set_runs(Run(text), *([Run(f"  {note}", Role.SECONDARY)] if note else ()))
            inside.addWidget(words)


class CaseReading(QWidget):
    """Shows one case. Signal: change_requested() where there is nothing to read yet."""

    change_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._text: CaseText | None = None
        self._parts: list[QWidget] = []
        self.write_to = WriteTo(desk)
        self.may_be_asked = MayBeAsked(desk, self)
        self.rights = RightsLine(desk, self)
        self.may_be_asked.arranged.connect(lambda: put_in_order(self))
        self._lasting: tuple[QWidget, ...] = (self.write_to, self.may_be_asked, self.rights)
        self.write_to.setParent(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        desk.look.changed.connect(self._rebuild)

    @property
    def parts(self) -> list[QWidget]:
        """What is shown, from top to bottom."""
        return list(self._parts)

    def load(self, case: Case) -> None:
        """Show a case, built anew only where something differs."""
        text = case_text(self._desk.session.file, case)
        if self.write_to_shows(case.id):
            self.write_to.refresh()
        else:
            self.write_to.load(case.id)
        self.may_be_asked.load(case.id)
        self.rights.load(case.id)
        if text != self._text:
            self._text = text
            self._rebuild()

    def write_to_shows(self, case_id: str) -> bool:
        """Whether the addressees shown are already those of this case."""
        return self._text is not None and self._text.case.id == case_id

    def _rebuild(self) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            if part not in self._lasting:
                part.hide()
                part.deleteLater()
        self._parts = self._made(self._text) if self._text is not None else []
        for place, part in enumerate(self._parts):
            self._column.insertWidget(place, part)
        px = self._desk.look.px
        self._column.setSpacing(px(20))
        self._column.setContentsMargins(0, px(8), 0, 0)
        put_in_order(self)

    def _made(self, text: CaseText) -> list[QWidget]:
        case, look = text.case, self._desk.look
        parts: list[QWidget] = []
        for caption, lines, light in (
            # Where people are known their names are the title, and the head shows them.
            ("Called", [] if text.has_people else [case.title], None),
            ("Situation", case.situation.splitlines(), None),
            ("What we ask", text.asks, Light.DONE),
            ("Asked in no letter", text.held_back, Light.PLEASE_MIND),
            ("Please mind", text.minded, Light.PLEASE_MIND),
            ("No letters, because", [case.no_contact], Light.PLEASE_MIND),
        ):
            if said := [line.strip() for line in lines if line.strip()]:
                parts.append(CaptionedLines(look, caption, said, light))
            if caption == "Asked in no letter":
                parts.append(self.may_be_asked)
        parts.append(self.write_to)
        for part, words in ((ConcernList.RISK, text.risks), (ConcernList.ISSUE, text.issues)):
            if words:
                parts.append(CaptionedValue(look, label(part), words, parent=self))
        parts.append(self.rights)
        if background := [line.strip() for line in case.background.splitlines() if line.strip()]:
            parts.append(CaptionedLines(look, "Background", background))
        if text.goals:
            parts.append(GoalLines(look, text.goals))
        for caption, words in (
            ("Strategy", case.strategy),
            ("Next step", text.step),
            ("What the person or family agreed to", case.consent),
            ("Closing words", case.closing_words),
        ):
            if said := [line.strip() for line in words.splitlines() if line.strip()]:
                parts.append(CaptionedLines(look, caption, said))
        if text.sheets:
            parts.append(SheetLines(look, text.sheets))
        if row := self._row(*_short_values(text)):
            parts.append(row)
        if text.is_bare:
            parts.insert(0, Paragraph(look, "Nothing is written about this case yet.", Use.BODY, Role.SECONDARY))
        return parts

    def _row(self, *values: tuple[str, str]) -> QWidget | None:
        """Short values beside one another, as many as there is room for."""
        said = [(caption, words) for caption, words in values if words]
        if not said:
            return None
        look, row = self._desk.look, QWidget()
        inside = WrappedRow(look, row)
        for caption, words in said:
            value = CaptionedValue(look, caption, words, Use.TABLE, row)
            value.setContentsMargins(0, 0, look.px(26), 0)
            inside.addWidget(value)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        return row


def _short_values(text: CaseText) -> tuple[tuple[str, str], ...]:
    case = text.case
    return (
        ("Owner", text.owner),
        ("Kind", label(case.kind)),
        ("Issued", spoken(case.issued) if case.issued else ""),
        ("Taken up", spoken(case.taken_up) if case.taken_up else ""),
        ("Day of what is feared", spoken(case.event_on) if case.event_on else ""),
        ("Edition", case.edition),
        ("Report back by", spoken(case.report_by) if case.report_by else ""),
        ("Coordinator", case.coordinator),
        ("Other groups with this case", case.co_groups),
        ("Closed on", spoken(case.closed_on) if case.closed_on else ""),
    )
