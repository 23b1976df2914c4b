# SPDX-License-Identifier: GPL-3.0-or-later
"""Write tonight fills the window: the table, the letter that is written, and the end of the evening."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...domain.addressee import Addressee
from ...domain.case import Case
from ...domain.compose import copy_name
from ...domain.letter import SEALED, Letter, LetterState
from ...domain.public_names import public_who
from ...domain.spoken_dates import spoken_day_and_weekday
from ...domain.tally import TallyKind
from ...domain.tonight import said_aloud
from ..desk import Desk
from ..dialogs.record_count import RecordCount
from ..letters.done_bar import DoneBar
from ..letters.exporting import Exporting
from ..texts import in_own_direction, joined
from ..widgets.bars import ErrorBar
from ..widgets.foot import Foot
from .done_page import DonePage
from .evening import Evening, NobodyToWriteTo
from .head_and_foot import CountsFoot, Head
from .pile import Pile
from .table_page import TablePage
from .type import LARGE, ROOM_FOR_LARGE, SMALL
from .writing_page import WritingPage

_KEYS = "Enter writes, Esc goes back, F10 shows the menu"


class TonightView(QWidget):
    """All of the evening."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tonight")
        self._desk = desk
        look = desk.look
        self.evening = Evening(desk.session)
        self.head = Head(look)
        self.trouble = ErrorBar(look)
        self.done_bar = DoneBar(look)
        self.table = TablePage(desk, self.evening)
        self.writing = WritingPage(desk)
        self.done = DonePage(desk, self.evening)
        self.counts = CountsFoot(look)
        self.foot = Foot(look, saved_trailing=True)
        self.exporting = Exporting(desk, self)
        self._pile = Pile(desk, self.evening, self.exporting, self.done_bar, self)
        self.dialog: RecordCount | None = None
        self._pages = QStackedWidget()
        for page in (self.table, self.writing, self.done):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.trouble, self.done_bar, self._pages, self.counts, self.foot):
            column.addWidget(part, 1 if part is self._pages else 0)
        self.foot.add_trailing(self.writing.spelling_link)
        self._connect()
        self.evening.table.tick_user()
        self._resize()

    def _connect(self) -> None:
        wishes = self._desk.wishes
        self.head.leave.clicked.connect(self.leave)
        self.trouble.mend_requested.connect(self.trouble.clear)
        self._pile.refused.connect(self.say)
        self.table.write_requested.connect(self.write)
        self.table.count_requested.connect(self.count)
        self.writing.gone.connect(self.show_table)
        self.writing.typed.connect(self.foot.saved.begin_saving)
        self.writing.counted.connect(self._say_length)
        self.writing.spelling_link.dictionary_requested.connect(
            lambda: self.say("A dictionary is added on the writing desk: Letters, then the link below the paper.")
        )
        self.done.print_requested.connect(self.print_pile)
        self.done.back_requested.connect(self.show_table)
        self.counts.names.clicked.connect(self.show_table)
        self.counts.finish.clicked.connect(self.show_done)
        self.counts.next.clicked.connect(self.next_writer)
        self._desk.session.changed.connect(self._on_changed)
        self._desk.look.changed.connect(self._resize)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in ((Qt.Key.Key_Escape, self.step_back), (Qt.Key.Key_F10, wishes.menu_requested.emit)):
            QShortcut(QKeySequence(key), self, context=within).activated.connect(act)

    # -- the pages

    @property
    def is_writing(self) -> bool:
        """Whether a letter is written."""
        return self._pages.currentWidget() is self.writing

    @property
    def is_done(self) -> bool:
        """Whether the end of the evening is shown."""
        return self._pages.currentWidget() is self.done

    def activate(self) -> None:
        """Shown: be up to date, with the focus where one goes on."""
        self._refresh()
        if self.is_writing:
            self.writing.paper.sheet.body.setFocus()
        elif self.table.who.is_ticking:
            self.table.who.open_ticks()
        else:
            self.table.who.names.setFocus()

    def show_table(self) -> None:
        """The names and the cases."""
        self.trouble.clear()
        self.writing.put_away()
        self._show(self.table)
        (self.table.who.guest if self.table.who.is_ticking else self.table.who.names).setFocus()

    def show_done(self) -> None:
        """The end of the evening."""
        self.trouble.clear()
        self.writing.put_away()
        self._show(self.done)
        (self.done.print if self.evening.ready_ids() else self.done.back).setFocus()

    def write(self, case_id: str, key: str) -> None:
        """Somebody begins a letter in a case, or goes on with one."""
        self.trouble.clear()
        writer = self.evening.table.writer(key)
        if writer is None:
            return
        try:
            letter_id = self.evening.begin(case_id, writer)
        except NobodyToWriteTo as nobody:
            self.say(nobody.sentence)
            return
        if letter_id:
            self.open_letter(letter_id)

    def open_letter(self, letter_id: str) -> bool:
        """Put a letter of tonight on the paper; False where it is gone or must not be shown."""
        letter = self._desk.session.file.find(Letter, letter_id)
        if letter is None or letter.state in SEALED or not self.evening.may_be_shown(letter_id):
            return False
        self._show(self.writing)
        if self.writing.open(letter_id):
            self._say_head()
            return True
        self.show_table()
        return False

    def next_writer(self) -> None:
        """The letter is kept, and ready when nothing blocks it; the next one takes the chair."""
        if not self.is_writing:
            self.table.next_writer()
            return
        blocking, letter = self.writing.blocking(), self.writing.letter
        people = self.evening.people(letter.case_id) if letter is not None else []
        if letter is not None and blocking is None and letter.state is LetterState.DRAFT:
            self.evening.finish(letter.id)
        self.show_table()
        self.table.next_writer()
        if blocking is not None:
            self.say(f"The letter is kept as a draft. {said_aloud(blocking, people)}")
        else:
            self._desk.wishes.told.emit("The letter is ready to be printed.", True)

    def step_back(self) -> None:
        """From the letter to the names, from the names out of the page; words in the search go first."""
        if self.table.picker.hasFocus() and self.table.picker.text():
            self.table.picker.clear()
        elif self.is_writing or self.is_done:
            self.show_table()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to the window as it was."""
        self.writing.form.settle()
        self._desk.wishes.tonight_left.emit()

    def count(self, case_id: str) -> None:
        """Count what was written by hand in a case and is no letter here."""
        if not case_id:
            return
        self.dialog = RecordCount(self._desk, case_id, self)
        self.dialog.kind.setCurrentIndex(self.dialog.kind.findData(TallyKind.LETTERS.value))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def print_pile(self) -> None:
        """Print what is ready of tonight, with the envelopes."""
        self.trouble.clear()
        self._pile.print(self)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._refresh()

    # -- showing

    def say(self, sentence: str) -> None:
        """Say what got in the way."""
        self.trouble.show_problem(sentence, "Understood")

    def _refresh(self) -> None:
        if self._desk.session.is_locked:
            return
        self.evening.refresh()
        if self.is_done:
            self.done.refresh()
        elif not self.is_writing:
            self.table.refresh()
        self.counts.show_for(is_writing=self.is_writing, is_done=self.is_done)
        self.counts.show_counts(self.evening.counts())
        if not self.is_writing:
            self.foot.set_leading(_KEYS)
            self.writing.spelling_link.hide()
        self._say_head()

    def _say_head(self) -> None:
        session = self._desk.session
        letter = self.writing.letter if self.is_writing else None
        if letter is None:
            day = spoken_day_and_weekday(session.today())
            group = "Sample group, everybody here is invented" if session.group.sample else session.group.name
            self.head.say("Write tonight", joined(day, group))
            return
        case = session.file.get(Case, letter.case_id)
        reader = session.file.find(Addressee, letter.addressee_id)
        writer = letter.signature.partition("\n")[0].strip()
        to = f"to {in_own_direction(copy_name(reader))}" if reader is not None and copy_name(reader) else ""
        self.head.say(f"Letter for {public_who(self.evening.people(case.id), case)}", joined(writer, to))

    def _say_length(self, words: str) -> None:
        if self.is_writing:
            self.foot.set_leading(words)

    def _on_changed(self, *_: object) -> None:
        if self.isVisible():
            self._refresh()

    # -- the place and the size

    def place(self) -> dict[str, Any]:
        """Where one is, as JSON: who is here, the case, and the letter that is written."""
        letter = self.writing.letter if self.is_writing else None
        return self.evening.table.place() | {"case": self.table.cases.key, "letter": letter.id if letter else ""}

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to the evening of the same day."""
        self.evening.table.go_to(place)
        self.table.refresh()
        self.table.cases.choose(str(place.get("case", "")))
        if place.get("on") == self._desk.session.today().isoformat() and place.get("letter"):
            self.open_letter(str(place["letter"]))

    def minimumSizeHint(self) -> QSize:
        # Three columns must not keep the window from getting so small that they become two.
        return QSize(self._desk.look.px(560), self._desk.look.px(360))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()

    def _resize(self) -> None:
        if self._desk.session.is_locked:
            return
        room = self.width() * 16 / self._desk.look.em
        wanted = LARGE if room >= ROOM_FOR_LARGE else SMALL
        for part in (self.head, self.counts, self.writing, self.done):
            part.set_type(wanted)
        self.table.write.set_type(wanted)
        self.table.remove.set_type(wanted)
        self.table.count.set_type(wanted)
        self.table.who.change.set_type(wanted)
        self.table.who.done.set_type(wanted)
        self.table.notice.set_use(wanted.caption)
        self.table.set_type(wanted, room)
