# SPDX-License-Identifier: GPL-3.0-or-later
"""One case: its head, its tabs, each built when it is first looked at, and its foot."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...domain.attachment import Attachment
from ...domain.case import Case
from ...domain.claim import Claim
from ...domain.letter import Letter
from ...domain.outcome import Outcome
from ...domain.person import Person, Situation
from ...domain.printed import who, who_own
from ...domain.situation_words import summary
from ...store.changes import Changes
from ..desk import Desk
from ..widgets.foot import Foot
from ..widgets.tab_strip import TabStrip
from .case_tab import CaseTab
from .head import Head, head_words
from .history_tab import HistoryTab
from .letters_tab import LettersTab
from .outcomes_tab import OutcomesTab

_TABS = (
    ("case", "Case"),
    ("story", "Story"),
    ("people", "People"),
    ("facts", "Facts"),
    ("letters", "Letters"),
    ("outcomes", "Outcomes"),
    ("documents", "Documents"),
    ("history", "History"),
)
_COUNTED = {"facts": Claim, "letters": Letter, "outcomes": Outcome, "documents": Attachment}
_FOOT = {"facts": "Sources’ names stay in this tab and reach no letter"}


class Tab(Protocol):
    """What a tab of a case can do."""

    def load(self, case_id: str) -> None:
        """Show the part of another case."""


class CaseView(QWidget):
    """Shows one case. Signals: back_requested(), tab_shown(key)."""

    back_requested = Signal()
    tab_shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._place_words = ""
        self._tabs: dict[str, QWidget] = {}
        self._loaded: dict[str, str] = {}
        self.head = Head(desk.look)
        self.strip = TabStrip(desk.look, "Parts of the case")
        self.strip.setObjectName("case_tabs")
        self.foot = Foot(desk.look)
        self._stack = QStackedWidget()
        self._makers: dict[str, Callable[[], QWidget]] = {
            "case": lambda: CaseTab(desk),
            "story": self._story_tab,
            "people": self._people_tab,
            "facts": self._facts_tab,
            "letters": lambda: LettersTab(desk),
            "outcomes": lambda: OutcomesTab(desk),
            "documents": self._documents_tab,
            "history": lambda: HistoryTab(desk),
        }
        self._place_parts()
        self._connect()

    def _place_parts(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        for key, word in _TABS:
            self.strip.add(key, word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.strip, self._stack, self.foot):
            column.addWidget(part, 1 if part is self._stack else 0)

    def _connect(self) -> None:
        wishes = self._desk.wishes
        self.head.back_requested.connect(self.back_requested)
        self.head.outcome_requested.connect(lambda: wishes.outcome_requested.emit(self._case_id, ""))
        self.head.write_requested.connect(lambda: wishes.write_requested.emit(self._case_id, ""))
        self.strip.tab_chosen.connect(self._on_tab_chosen)
        self._desk.session.changed.connect(self._on_changed)

    def _story_tab(self) -> QWidget:
        from .story.story_tab import StoryTab

        return StoryTab(self._desk)

    def _people_tab(self) -> QWidget:
        from .people_tab import PeopleTab

        return PeopleTab(self._desk)

    def _facts_tab(self) -> QWidget:
        from ..facts.facts_tab import FactsTab

        return FactsTab(self._desk)

    def _documents_tab(self) -> QWidget:
        from ..documents.tab import DocumentsTab

        return DocumentsTab(self._desk)

    # -- showing

    @property
    def case_id(self) -> str:
        """The case shown, empty before any."""
        return self._case_id

    @property
    def tab(self) -> str:
        """The key of the tab shown."""
        return self.strip.chosen

    @property
    def case_tab(self) -> CaseTab:
        """The tab with the case itself."""
        tab = self._tab("case")
        assert isinstance(tab, CaseTab)
        return tab

    def load(self, case_id: str, tab: str = "") -> None:
        """Settle what was typed, and show another case, or another tab of the same.

        After a colon tab may name a row by its id: a tab that can shows it.
        """
        tab, _, row_id = tab.partition(":")
        if case_id != self._case_id:
            self._desk.session.settle()
            self._case_id = case_id
            self._loaded.clear()
            self._say()
        if tab in self._makers and tab != self.strip.chosen:
            self.strip.choose(tab)
        else:
            self._show_tab(self.strip.chosen)
        show_row = getattr(self._tabs.get(tab), "show_row", None)
        if row_id and show_row is not None:
            show_row(row_id)

    def change(self) -> None:
        """Turn the case into its form."""
        self.strip.choose("case")
        self.case_tab.change()

    def set_folded(self, is_folded: bool) -> None:
        """The list is folded away, or back beside the case."""
        self.head.set_folded(is_folded)

    def say_place(self, words: str) -> None:
        """Say in the foot where in the list the case stands, where the list cannot be seen."""
        self._place_words = words
        self._say_foot()

    def _tab(self, key: str) -> QWidget:
        if key not in self._tabs:
            tab = self._makers[key]()
            self._tabs[key] = tab
            self._stack.addWidget(tab)
        return self._tabs[key]

    def _show_tab(self, key: str) -> None:
        tab = self._tab(key)
        if self._case_id and self._loaded.get(key) != self._case_id:
            self._loaded[key] = self._case_id
            tab.load(self._case_id)  # type: ignore[attr-defined]
        self._stack.setCurrentWidget(tab)
        self._say_foot()

    def _on_tab_chosen(self, key: str) -> None:
        self._desk.session.settle()
        self._show_tab(key)
        self.tab_shown.emit(key)

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if not self._case_id or not (self._case_id in changes.cases or changes.touches("members", "groups", "terms")):
            return
        if self._desk.session.file.find(Case, self._case_id) is None:
            return
        self._say()
        for key, tab in self._tabs.items():
            refresh = getattr(tab, "refresh", None)
            if refresh is None or self._loaded.get(key) != self._case_id:
                continue
            if key == self.strip.chosen:
                refresh(changes, origin)
            elif key != "case":
                # Read anew when it is next looked at.
                self._loaded.pop(key)

    def _say(self) -> None:
        file = self._desk.session.file
        case = file.get(Case, self._case_id)
        people = file.all(Person, case_id=case.id, order="position, key")
        outcomes = self._desk.session.vocabulary.resolved(file.all(Outcome, case_id=case.id))
        now = summary(people, file.all(Situation, case_id=case.id), outcomes)
        self.head.show_words(head_words(case, who(people, case), who_own(people), self._desk.session.today(), now))
        self.strip.set_count("people", len(people) if len(people) > 1 else None)
        for key, record in _COUNTED.items():
            self.strip.set_count(key, file.count(record, case_id=case.id) or None)

    def _say_foot(self) -> None:
        self.foot.set_trailing(_FOOT.get(self.strip.chosen, self._place_words))
