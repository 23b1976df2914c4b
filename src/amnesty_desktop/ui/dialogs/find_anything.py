# SPDX-License-Identifier: GPL-3.0-or-later
"""Find anything: one field for every action of the menus and every record of the file."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ...domain.excerpts import excerpt
from ...domain.names import matches
from ...domain.saved_search import SavedSearch
from ...domain.spellings import finds
from ...store.cases import CaseFilter
from ...store.search import IN_A_SOURCE, Hit
from ..actions import MENUS, Actions, keys_of
from ..cases.already_there import described
from ..cases.saved_chip import filter_of
from ..desk import Desk
from ..showing import show_if
from ..texts import left_to_right, shortcut_text
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame
from .line_list import Line, LineList

_WAIT_MS = 80
_MOST = 40
_KINDS = {
    "cases": "Case",
    "people": "Person",
    "situations": "What happened",
    "claims": "Fact",
    "sources": "Source",
    "addressees": "Write to",
    "letters": "Letter",
    "replies": "Reply",
    "outcomes": "Outcome",
    "asks": "What we ask",
    "members": "Member",
    "meetings": "Meeting",
    "sheets": "Sheet",
    "relations": "Relation",
    "goals": "Goal",
    "cautions": "Please mind",
    "diary_notes": "Diary",
    "attachments": "Document",
    "assessments": "Assessment",
}
_WHOLE = frozenset({"cases", "people", "addressees"})
"""Shown from the beginning; of anything else the words around the match."""
# Found through their case, and of no use alone.
_PASSED_OVER = frozenset({"groups", "concerns", "supports"})


class FindAnything(DialogFrame):
    """Signals: action_chosen(name), hit_chosen(Hit), search_chosen(CaseFilter).

    Up and Down move while the field keeps the focus.
    """

    action_chosen = Signal(str)
    hit_chosen = Signal(object)
    search_chosen = Signal(object)

    def __init__(self, desk: Desk, menu: Actions, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Find anything", parent, size=(640, 520))
        self._desk = desk
        self._menu = menu
        self.field = QLineEdit()
        self.field.setObjectName("find anything")
        self.field.setAccessibleName("Find a case, a person, a letter or an action")
        self.field.setPlaceholderText("A name, a country, a paper, or what you want to do")
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = LineList(desk.look, "What was found")
        self.list.setObjectName("found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._on_chosen)
        self._nothing = Paragraph(desk.look, "", Use.TABLE, Colour.SECONDARY)
        self.add(self.field, self._nothing)
        self.content.addWidget(self.list, 1)
        self.content.addStretch()
        self.add_close()
        self._wait = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._wait.timeout.connect(self._fill)
        self.field.textChanged.connect(lambda: self._wait.start())
        self._fill()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in step:
                row = self.list.currentRow() + step[Qt.Key(event.key())]
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._fill_now()
                self._on_chosen()
                return True
        return super().eventFilter(watched, event)

    def _fill_now(self) -> None:
        if self._wait.isActive():
            self._wait.stop()
            self._fill()

    def _fill(self) -> None:
        query = self.field.text()
        found = [*self._searches(query), *self._records(query), *self._actions(query)]
        self.list.show_lines(found[:_MOST])
        show_if(self.list, bool(found))
        self._nothing.setText("" if found else "Nothing is called that. Try part of a name, or another spelling.")
        show_if(self._nothing, not found)

    def _searches(self, query: str) -> list[Line]:
        """The searches that are kept, each under its name."""
        kept = self._desk.session.file.all(SavedSearch, order="name, key")
        return [
            Line(search.name, trailing="Saved search", value=filter_of(search, self._desk))
            for search in kept
            if query.strip() and finds(query, search.name)
        ]

    def _records(self, query: str) -> list[Line]:
        return [
            self._line(hit, query)
            for hit in self._desk.session.file.search(query, most=_MOST)
            if hit.table not in _PASSED_OVER and (hit.case_id or hit.table == "cases")
        ]

    def _actions(self, query: str) -> list[Line]:
        entries = [entry for _, part in MENUS for entry in part if entry is not None and entry.name != "find_anything"]
        found = []
        for entry in entries:
            words = _bare(self._menu[entry.name].text())
            if self._menu[entry.name].isEnabled() and (not query.strip() or matches(query, words)):
                keys = ", ".join(shortcut_text(key) for key in keys_of(entry)[:1])
                found.append(Line(words, trailing=left_to_right(keys), value=entry.name))
        return found

    def _line(self, hit: Hit, query: str) -> Line:
        """A record on one line; what only belongs to a case names the case."""
        text = " ".join(hit.text.split())
        if hit.table not in _WHOLE:
            text = "".join(part.text for part in excerpt(query, text)) or text
        first, _, rest = text[:160].partition(" · ")
        if hit.text == IN_A_SOURCE and hit.case_id:
            rest = described(self._desk.session.file, hit.case_id)
        return Line(first, rest, _KINDS.get(hit.table, ""), hit)

    def _on_chosen(self) -> None:
        line = self.list.chosen
        if line is None:
            return
        self.accept()
        if isinstance(line.value, Hit):
            self.hit_chosen.emit(line.value)
        elif isinstance(line.value, CaseFilter):
            self.search_chosen.emit(line.value)
        else:
            self.action_chosen.emit(line.value)


def _bare(words: str) -> str:
    """The words of an action without the marks of its mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
