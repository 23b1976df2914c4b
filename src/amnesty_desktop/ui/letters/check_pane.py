# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter check as a quiet list: what was found, why it matters, and one click that mends it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...domain.letter_findings import NOTHING_FOUND, Finding, Mend, Rule
from ..lights import Light, LightLabel
from ..look import Look
from ..texts import counted
from ..theme import Role, Use
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.paragraph import NARROW, Paragraph

NOTHING_ELSE = "Nothing else found. Read it once more."
MEND_WORDS = {
    Mend.TAKE_OUT: "Take it out",
    Mend.REPLACE: "Put it right",
    Mend.ADD_COPY: "Add the copy",
    Mend.USE_SALUTATION: "Use this",
    Mend.USE_ADDRESS: "Use the address",
    Mend.USE_SIGNATURE: "Take it off",
    Mend.NO_SENDER: "Leave the address off",
    Mend.PLAIN_PAPER: "Use plain paper",
    Mend.ADDRESS_CHECKED: "I checked it today",
    Mend.SHOW_FACT: "Show fact",
    Mend.MAKE_EXTERNAL: "It may be passed on",
    Mend.ANSWER: "It is right as it is",
    Mend.SHOW_CASE: "Show case",
}
_LIGHTS = {
    Rule.ONE_SHORT: Light.ONE_SHORT,
    Rule.OVERTAKEN: Light.NO_LONGER_TRUE,
    Rule.FACT_GONE: Light.NO_LONGER_TRUE,
    Rule.MOVED_SINCE: Light.NO_LONGER_TRUE,
    Rule.UNVERIFIED: Light.ONE_SHORT,
    Rule.DISPUTED: Light.LOOK_AGAIN,
    Rule.PLEASE_MIND: Light.PLEASE_MIND,
    Rule.NO_CONTACT: Light.PLEASE_MIND,
    Rule.WORD_TO_AVOID: Light.PLEASE_MIND,
    Rule.DEADLINE: Light.LATE,
    Rule.HEDGE: Light.LOOK_AGAIN,
    Rule.RULES_UNKNOWN: Light.PLEASE_MIND,
    Rule.AMNESTY_NAMED: Light.PLEASE_MIND,
    Rule.SENDER_NAMED: Light.PLEASE_MIND,
    Rule.FACT_TO_PERSON: Light.PLEASE_MIND,
    Rule.CAME_BACK: Light.LOOK_AGAIN,
}


def light_of(finding: Finding) -> Light:
    """The light of a finding: what blocks is a warning, the rest a ring unless its rule has one of its own."""
    if finding.blocks:
        return Light.LOOK_AGAIN
    return _LIGHTS.get(finding.rule, Light.LATER)


def summary(findings: Sequence[Finding]) -> str:
    """The check in a line: "2 things to look at"."""
    return counted(len(findings), "thing to look at", "things to look at") if findings else "Nothing found"


class CheckPane(QScrollArea):
    """Signals: mend_requested(Finding, Mend), shown(Finding) to go to its words, left(Finding) to let it be."""

    mend_requested = Signal(object, object)
    shown = Signal(object)
    left = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._blocks: dict[str, FindingBlock] = {}
        self.setObjectName("check")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setAutoFillBackground(True)
        self._page.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._head = _Block(look)
        self._title = Paragraph(look, "", Use.SECTION, line_height=NARROW)
        self._head.column.addWidget(self._title)
        manner = "Looks while you type and never approves."
        self._head.column.addWidget(Paragraph(look, manner, Use.CAPTION, Role.SECONDARY, line_height=NARROW))
        self._foot = _Block(look, is_last=True)
        self._end = Paragraph(look, NOTHING_FOUND, Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        self._foot.column.addWidget(self._end)
        self._column.addWidget(self._head)
        self._column.addWidget(self._foot)
        self._column.addStretch(1)
        self.setWidget(self._page)
        self.show_findings(())

    @property
    def blocks(self) -> list["FindingBlock"]:
        """What is shown, from the top."""
        return list(self._blocks.values())

    @property
    def title(self) -> str:
        """How many things there are to look at."""
        return self._title.text()

    @property
    def end(self) -> str:
        """What stands below the last finding; never an approval."""
        return self._end.text()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these. Blocks of findings that are still there stay, so that a focus in them stays too."""
        keys = _keys(findings)
        for key in [key for key in self._blocks if key not in keys]:
            block = self._blocks.pop(key)
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        wanted = {key: self._block(key, finding) for key, finding in zip(keys, findings, strict=True)}
        for place, block in enumerate(wanted.values(), 1):
            if self._column.indexOf(block) != place:
                self._column.insertWidget(place, block)
        self._blocks = wanted
        self._title.setText(summary(findings))
        self._end.setText(NOTHING_ELSE if findings else NOTHING_FOUND)

    def _block(self, key: str, finding: Finding) -> "FindingBlock":
        found = self._blocks.get(key)
        if found is not None:
            found.finding = finding
            return found
        block = FindingBlock(self._look, finding)
        block.mend_requested.connect(self.mend_requested)
        block.shown.connect(self.shown)
        block.left.connect(self.left)
        return block


def _keys(findings: Sequence[Finding]) -> list[str]:
    """Keys of findings; equal ones are told apart by their order."""
    seen: dict[str, int] = {}
    keys = []
    for finding in findings:
        seen[finding.key] = seen.get(finding.key, 0) + 1
        keys.append(f"{finding.key}|{seen[finding.key]}")
    return keys


class _Block(QWidget):
    """A part of the pane with a line under it."""

    def __init__(self, look: Look, *, is_last: bool = False) -> None:
        super().__init__()
        self._look = look
        self._is_last = is_last
        self.column = QVBoxLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_last:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.color(Role.LINE))

    def _restyle(self) -> None:
        px = self._look.px
        self.column.setContentsMargins(px(16), px(14), px(16), px(14))
        self.column.setSpacing(px(5))


class FindingBlock(_Block):
    """One finding: light and word, the sentence, the reason on request, and its buttons."""

    mend_requested = Signal(object, object)
    shown = Signal(object)
    left = Signal(object)

    def __init__(self, look: Look, finding: Finding) -> None:
        super().__init__(look)
        self.finding = finding
        self.buttons: dict[str, QuietButton] = {}
        word = LightLabel(look, light_of(finding), finding.word, Use.NAME)
        word.setToolTip(finding.why)
        sentence = Paragraph(look, finding.sentence, Use.TABLE, line_height=NARROW)
        sentence.setAccessibleDescription(finding.why)
        why = Paragraph(look, finding.why, Use.CAPTION, Role.SECONDARY, line_height=NARROW)
        for part in (word, sentence, why):
            self.column.addWidget(part)
        row = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        wrapped = WrappedRow(look, row)
        for button in self._made():
            wrapped.addWidget(button)
        self.column.addSpacing(look.px(3))
        self.column.addWidget(row)

    def _made(self) -> list[QuietButton]:
        for mend in self.finding.mends:
            self._add(MEND_WORDS[mend], lambda _pressed, mend=mend: self.mend_requested.emit(self.finding, mend))
        if self.finding.span is not None and not self.finding.claim_id:
            self._add("Show it", lambda _pressed: self.shown.emit(self.finding))
        if not self.finding.blocks:
            self._add("Leave it", lambda _pressed: self.left.emit(self.finding))
        return list(self.buttons.values())

    def _add(self, words: str, act: object) -> None:
        button = QuietButton(self._look, words, small=True)
        button.setObjectName(words)
        button.setAccessibleName(f"{words}: {self.finding.word}")
        button.clicked.connect(act)
        self.buttons[words] = button
