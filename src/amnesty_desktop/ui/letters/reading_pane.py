# SPDX-License-Identifier: GPL-3.0-or-later
"""One letter to be read beside the list, on its paper, with the one thing to do next."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.activity import habit
from ...domain.case import Case
from ...domain.countries import country_name
from ...domain.letter import SEALED, Letter, LetterState
from ...domain.person import Person
from ...domain.printed import paper, who
from ...domain.reply import Reply
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...edits import export
from ...edits.drafting import IN_ORDER
from ...store.changes import Changes
from ...store.letters import seal_of
from ...store.replies import office_replies
from ..desk import Desk
from ..lights import Light, LightLabel
from ..models.letters import STATE_LIGHTS
from ..showing import show_if
from ..texts import counted, joined, left_to_right
from ..theme import Role, Use
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.empty_state import EmptyState
from ..widgets.paragraph import NARROW, OneLine, Paragraph
from .paper_area import PaperArea
from .sealed import posted
from .words import NEXT_STEPS, how_sent


class ReadingPane(QWidget):
    """Shows a letter without changing it. Signals: next_requested(state) for the one next thing, open_requested()."""

    next_requested = Signal(object)
    open_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letter_reading")
        self._desk = desk
        self._letter: Letter | None = None
        look = desk.look
        self.title = OneLine(look, "", Use.LETTER_TITLE)
        self.meta = OneLine(look, "", Use.TABLE, Role.SECONDARY)
        self.light = LightLabel(look, Light.LATER, "", Use.TABLE)
        self.replies = Paragraph(look, "", Use.TABLE, line_height=NARROW)
        self.next = PrimaryButton(look, "")
        self.next.setObjectName("letter_next")
        self.open = QuietButton(look, "Open")
        self.open.setObjectName("letter_open")
        self.paper = PaperArea(look)
        self.paper.sheet.set_read_only(True)
        self.empty = EmptyState(look, "Choose a letter to read it here.")
        self._stack = QStackedWidget()
        self._head = _Head()
        self._place()
        self.next.clicked.connect(self._on_next)
        self.open.clicked.connect(self.open_requested)
        desk.session.changed.connect(self._on_changed)
        look.changed.connect(self._restyle)
        self._restyle()
        self.show_letter("")

    def _place(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._words = QVBoxLayout()
        for part in (self.title, self.meta, self.light, self.replies):
            self._words.addWidget(part)
        self._row = QHBoxLayout(self._head)
        self._row.addLayout(self._words, 1)
        for button in (self.open, self.next):
            self._row.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.paper, 1)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    @property
    def letter_id(self) -> str:
        """The letter shown, empty without one."""
        return self._letter.id if self._letter else ""

    def show_letter(self, letter_id: str) -> None:
        """Show a letter as it stands, one that was sent as it was posted."""
        file = self._desk.session.file
        self._letter = file.find(Letter, letter_id) if letter_id else None
        self._stack.setCurrentIndex(0 if self._letter else 1)
        if self._letter is None:
            self.empty.say("Choose a letter to read it here.")
            return
        seal = seal_of(file, letter_id) if self._letter.state in SEALED else None
        self.paper.sheet.show_letter(export.printed_letter(file, posted(self._letter, seal)))
        self.paper.sheet.set_read_only(True)
        self.paper.verticalScrollBar().setValue(0)
        self._say(self._letter)

    def show_many(self, number: int) -> None:
        """Say that several letters are chosen; the actions go for all of them."""
        if number > 1:
            words = f"{counted(number, 'letter', 'letters')} chosen. The Letter menu does its work for all of them."
            self.empty.say(words)
            self._stack.setCurrentIndex(1)
        elif self._letter is not None:
            self._stack.setCurrentIndex(0)

    def _say(self, letter: Letter) -> None:
        file = self._desk.session.file
        case = file.get(Case, letter.case_id)
        people = file.all(Person, case_id=case.id, order=IN_ORDER)
        place = country_name(case.country) if case.country else ""
        self.title.setText(f"Letter for {who(people, case)}")
        to = letter.address.partition("\n")[0]
        self.meta.setText(joined(f"to {to}" if to else "", place, left_to_right(paper(case))))
        self.light.show_light(STATE_LIGHTS[letter.state], _state_line(letter))
        said = [_reply_line(reply) for reply in file.all(Reply, letter_id=letter.id, order="sort_on, key")]
        if not said and letter.state is LetterState.SENT and letter.addressee_id:
            said = list(filter(None, [habit(office_replies(file.engine, letter.addressee_id))]))
        self.replies.setText("  ".join(said))
        show_if(self.replies, bool(said))
        self.next.setText(NEXT_STEPS[letter.state])
        show_if(self.open, letter.state is not LetterState.DRAFT)

    def _on_next(self) -> None:
        if self._letter is not None:
            self.next_requested.emit(self._letter.state)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self._letter is not None and self._letter.case_id in changes.cases | _cases_of_groups(changes, self._letter):
            self.show_letter(self._letter.id)

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._row.setContentsMargins(px(24), px(14), px(24), px(14))
        self._row.setSpacing(px(8))
        self._words.setSpacing(px(3))


class _Head(QWidget):
    """The words above the paper, with a line under them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self.palette().color(QPalette.ColorRole.Mid)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)


def _state_line(letter: Letter) -> str:
    words = label(letter.state)
    if letter.state in SEALED:
        return joined(words, how_sent(letter))
    if letter.state is LetterState.EXPORTED and letter.exported_on:
        return joined(words, spoken(letter.exported_on))
    return words


def _reply_line(reply: Reply) -> str:
    day = spoken(reply.received) if reply.received and reply.received.is_known else ""
    passed = f"passed on to the section on {spoken(reply.forwarded_on)}" if reply.forwarded_on else ""
    scan = "scan under Documents" if reply.attachment_id else ""
    return ", ".join(filter(None, (label(reply.kind), reply.sender, day, scan, passed))) + "."


def _cases_of_groups(changes: Changes, letter: Letter) -> frozenset[str]:
    """What is printed of the group or a member concerns every letter."""
    return frozenset({letter.case_id}) if changes.touches("groups", "members") else frozenset()
