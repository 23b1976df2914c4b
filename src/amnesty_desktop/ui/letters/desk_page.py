# SPDX-License-Identifier: GPL-3.0-or-later
"""The writing desk: the bar above, facts, paper and check side by side, and a foot that counts."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.case import Case
from ...domain.countries import country_name
from ...domain.letter import Letter
from ...domain.letter_findings import Finding
from ...domain.person import Person
from ...domain.printed import paper, who
from ...domain.vocabularies import label
from ...edits.drafting import IN_ORDER
from ...edits.templates import SHIPPED
from ..desk import Desk
from ..spelling.spell_check import SpellCheck
from ..texts import counted, joined, left_to_right
from ..widgets.bars import ErrorBar
from ..widgets.buttons import LinkButton
from ..widgets.foot import Foot
from ..widgets.splitter import Splitter
from . import desk_choices
from .check_pane import CheckPane, summary
from .checking import Checking
from .desk_bar import DeskBar
from .facts_pane import FactsPane, fact_lines
from .letter_form import LetterForm
from .paper_area import PaperArea
from .spelling_link import SpellingLink
from .words import SEALED_WORDS, how_sent

ROOM_FOR_ALL = 1120
"""Design px of the view from which facts, paper and check stand side by side: a window of 1200 without its rail."""
ROOM_FOR_FACTS = 760
"""Design px of the view from which the facts stand beside the paper."""

_FACTS, _CHECK = 226, 236


class DeskPage(QWidget):
    """One letter being written or read. Signals: back_requested(), export_requested(), sent_requested(),
    reply_requested(), dictionary_requested(), gone() when the letter is no longer in the file."""

    back_requested = Signal()
    export_requested = Signal()
    sent_requested = Signal()
    reply_requested = Signal()
    dictionary_requested = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("writing_desk")
        self._desk = desk
        look = desk.look
        self.bar = DeskBar(look)
        self.trouble = ErrorBar(look)
        self.facts = FactsPane(look)
        self.paper = PaperArea(look)
        self.check = CheckPane(look)
        self.form = LetterForm(desk, self.paper.sheet, self)
        self.checking = Checking(desk.session, self._written, self)
        self.foot = Foot(look, saved_trailing=True, inset=16)
        self.spelling = SpellCheck(desk.session, self._on_paper, self)
        self.spelling_link = SpellingLink(look, self.spelling, self.paper.sheet.body)
        self.facts_link = LinkButton(look, "Facts")
        self.check_link = LinkButton(look, "")
        self._opened = ""
        self._split = Splitter(look)
        self._place()
        self._connect()
        look.changed.connect(self._fold)

    def _place(self) -> None:
        self.facts_link.setObjectName("facts_link")
        self.check_link.setObjectName("check_link")
        for pane, stretch in ((self.facts, 0), (self.paper, 1), (self.check, 0)):
            self._split.addWidget(pane)
            self._split.setStretchFactor(self._split.count() - 1, stretch)
        for link in (self.spelling_link, self.facts_link, self.check_link):
            self.foot.add_trailing(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.trouble, self._split, self.foot):
            column.addWidget(part, 1 if part is self._split else 0)

    def _connect(self) -> None:
        bar, form, sheet = self.bar, self.form, self.paper.sheet
        bar.back_requested.connect(self.back_requested)
        bar.export_requested.connect(self.export_requested)
        bar.sent_requested.connect(self.sent_requested)
        bar.reply_requested.connect(self.reply_requested)
        bar.picked.connect(form.pick)
        form.loaded.connect(self._on_loaded)
        form.typed.connect(self._on_typed)
        form.gone.connect(self.gone)
        form.changed_elsewhere.connect(self._say_changed_elsewhere)
        sheet.laid_out.connect(self._say_counts)
        sheet.day.refused.connect(lambda sentence: self.trouble.show_problem(sentence, "Understood"))
        sheet.body.facts_dropped.connect(form.put_in_all)
        self.trouble.mend_requested.connect(self._on_trouble_pressed)
        self.checking.found.connect(self._on_found)
        self.spelling_link.dictionary_requested.connect(self.dictionary_requested)
        self.check.mend_requested.connect(form.mend)
        self.check.shown.connect(self._show_words)
        self.check.left.connect(self.checking.leave)
        self.facts.chosen.connect(form.put_in)
        self.facts_link.clicked.connect(lambda: self._open_pane("facts"))
        self.check_link.clicked.connect(lambda: self._open_pane("check"))
        self._desk.session.changed.connect(self._on_changed)

    # -- the letter

    def open(self, letter_id: str) -> bool:
        """Put a letter on the desk, the caret in its body; False where it is no longer there."""
        self.trouble.clear()
        if not self.form.load(letter_id):
            return False
        self.checking.begin()
        self.paper.verticalScrollBar().setValue(0)
        body = self.paper.sheet.body
        if not self.form.is_sealed and not body.select_first_gap():
            body.moveCursor(body.textCursor().MoveOperation.Start)
        body.setFocus()
        return True

    def put_away(self) -> None:
        """Nothing lies on the desk any more."""
        self.form.put_away()
        self.checking.rest()
        self.spelling.rest()

    @property
    def letter(self) -> Letter | None:
        """The letter on the desk, as saved."""
        return self.form.letter

    def _written(self) -> tuple[Letter, int] | None:
        return (self.form.value(), self.paper.sheet.pages) if self.form.letter is not None else None

    def show_finding(self, finding: Finding) -> None:
        """Show what keeps the letter from going out."""
        if not self.check.isVisible():
            self._open_pane("check")
        self._show_words(finding)

    def _show_words(self, finding: Finding) -> None:
        if finding.span is not None:
            self.paper.sheet.body.select_span(finding.span)

    def _on_loaded(self) -> None:
        letter = self.form.letter
        if letter is None:
            return
        self._show_bar(letter)
        self._fold()
        self._refresh_facts()
        if self.checking.material is not None:
            self.checking.look_soon()
        self.spelling.look_soon()

    def _show_bar(self, letter: Letter) -> None:
        file = self._desk.session.file
        case = file.get(Case, letter.case_id)
        people = file.all(Person, case_id=case.id, order=IN_ORDER)
        place = country_name(case.country) if case.country else ""
        about = ", ".join(filter(None, (place, left_to_right(paper(case)))))
        self.bar.show_words(f"Letter for {who(people, case)}", joined(about, label(letter.state).lower()))
        self.bar.show_choices("from", desk_choices.writers(file, letter), letter.writer_id or "")
        self.bar.show_choices("to", desk_choices.addressees(file, letter), letter.addressee_id or "")
        self.bar.show_choices("as", desk_choices.kinds(file, letter), str(letter.kind))
        self.bar.show_choices("in", desk_choices.languages(letter), letter.language)
        own = ":own" if letter.own_address else ""
        self.bar.show_choices("on", desk_choices.papers(file, letter), f"{letter.template}{own}")
        self.bar.show_sealed(joined(SEALED_WORDS, how_sent(letter)) if self.form.is_sealed else "")

    # -- what happens

    def _on_typed(self) -> None:
        self.foot.saved.begin_saving()
        self.checking.look_soon()
        self.spelling.look_soon()
        self._say_counts()

    def _on_found(self, findings: tuple[Finding, ...]) -> None:
        self.check.show_findings(findings)
        self.check_link.setText(summary(findings))
        self.paper.sheet.body.mark([finding.span for finding in findings if finding.span is not None])
        self._refresh_facts()

    def _on_paper(self) -> Letter | None:
        return self.form.value() if self.form.letter is not None and not self.form.is_sealed else None

    def _refresh_facts(self) -> None:
        material = self.checking.material
        if material is not None and self.form.letter is not None:
            self.facts.show_lines(fact_lines(material, self.form.value()))

    def _on_changed(self, changes: Any, _origin: object) -> None:
        letter = self.form.letter
        mine = (
            letter is not None and letter.case_id in changes.cases and changes.touches("addressees", "people", "cases")
        )
        if letter is not None and (mine or changes.touches("own_templates")):
            self._show_bar(letter)

    def _say_counts(self) -> None:
        if self.form.letter is None:
            return
        sheet = self.paper.sheet
        pages = "One page" if sheet.pages == 1 else f"{sheet.pages} pages"
        if self.form.letter.template not in SHIPPED:
            # Nobody knows here how a template of the group's own is laid out.
            pages = f"About {pages.lower()}"
        self.foot.set_leading(f"{pages}     {counted(sheet.words, 'word', 'words')}")

    def _say_changed_elsewhere(self) -> None:
        words = "This letter was changed elsewhere while you were writing. What you typed is still here."
        self.trouble.show_problem(words, "Show the other")

    def _on_trouble_pressed(self) -> None:
        if self.trouble.sentence.startswith("This letter was changed elsewhere"):
            self.form.reload()
        self.trouble.clear()

    # -- folding

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _room(self) -> float:
        """The width of the view in design px, so that large text counts as a small window."""
        return self.width() * 16 / self._desk.look.em

    def _fold(self) -> None:
        """Show as many panes as there is room for: first the check folds to a line in the foot, then the facts."""
        room, is_sealed = self._room(), self.form.is_sealed
        if room >= ROOM_FOR_ALL:
            self._opened = ""
        has_room = room >= ROOM_FOR_FACTS
        shows_check = not is_sealed and (room >= ROOM_FOR_ALL or self._opened == "check")
        shows_facts = not is_sealed and (
            room >= ROOM_FOR_ALL or self._opened == "facts" or (has_room and not self._opened)
        )
        self.facts.setVisible(shows_facts)
        self.check.setVisible(shows_check)
        self.facts_link.setVisible(not is_sealed and not shows_facts)
        self.check_link.setVisible(not is_sealed and not shows_check)
        self.spelling_link.set_short(not has_room)
        self.checking.say_mind(not shows_facts)
        self._share()

    def _share(self) -> None:
        px = self._desk.look.px
        self.facts.setMinimumWidth(px(180))
        self.check.setMinimumWidth(px(200))
        sides = (px(_FACTS) if self.facts.isVisibleTo(self) else 0, px(_CHECK) if self.check.isVisibleTo(self) else 0)
        self._split.setSizes([sides[0], max(self.width() - sum(sides), px(280)), sides[1]])

    def _open_pane(self, name: str) -> None:
        """Open a folded pane in place of the other one; its own link would close it again."""
        self._opened = name
        self._fold()
        if name == "facts":
            self.facts.setFocus()
        elif self.check.blocks and self.check.blocks[0].buttons:
            next(iter(self.check.blocks[0].buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
