# SPDX-License-Identifier: GPL-3.0-or-later
"""One letter written at the table: facts that may be passed on, the paper of the desk, and the check in a line."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...documents.letter import PrintedLetter
from ...documents.letterhead import Letterhead
from ...domain.letter import Letter
from ...domain.letter_findings import CheckMaterial, Finding
from ...domain.tonight import passed_on
from ..desk import Desk
from ..letters.checking import Checking
from ..letters.facts_pane import FactsPane, fact_lines
from ..letters.letter_form import LetterForm
from ..letters.paper_area import PaperArea
from ..letters.spelling_link import SpellingLink
from ..spelling.spell_check import SpellCheck
from ..texts import counted
from ..widgets.splitter import Splitter
from .check_line import CheckLine
from .type import LARGE, Type

_ROOM_FOR_FACTS = 760
"""Design px from which the facts stand beside the paper."""


class WritingPage(QWidget):
    """Signals: gone() when the letter is no longer in the file; typed(); counted(words about its length)."""

    gone = Signal()
    typed = Signal()
    counted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        look = desk.look
        self._passed_on: CheckMaterial | None = None
        self._from: CheckMaterial | None = None
        self.facts = FactsPane(look)
        self.paper = PaperArea(look)
        self.check = CheckLine(look)
        self.form = LetterForm(desk, self.paper.sheet, self)
        self.checking = Checking(desk.session, self._written, self)
        self.spelling = SpellCheck(desk.session, self._on_paper, self)
        self.spelling_link = SpellingLink(look, self.spelling, self.paper.sheet.body)
        self._split = Splitter(look)
        for pane, stretch in ((self.facts, 0), (self.paper, 1)):
            self._split.addWidget(pane)
            self._split.setStretchFactor(self._split.count() - 1, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._split, 1)
        column.addWidget(self.check)
        self._connect()

    def _connect(self) -> None:
        form, sheet = self.form, self.paper.sheet
        form.loaded.connect(self._on_loaded)
        form.typed.connect(self._on_typed)
        form.gone.connect(self.gone)
        form.changed_elsewhere.connect(form.reload)
        sheet.laid_out.connect(self._say_counts)
        sheet.day.refused.connect(lambda sentence: self._desk.wishes.told.emit(sentence, False))
        sheet.body.facts_dropped.connect(self._put_in_all)
        self.facts.chosen.connect(form.put_in)
        self.checking.found.connect(self._on_found)
        self.check.mend_requested.connect(form.mend)
        self.check.shown.connect(self._show_words)

    # -- the letter

    @property
    def letter(self) -> Letter | None:
        """The letter that is written, as saved."""
        return self.form.letter

    def open(self, letter_id: str) -> bool:
        """Put a letter on the paper, the caret where the writing begins; False where it is gone."""
        if not self.form.load(letter_id) or self.form.is_sealed:
            return False
        self.checking.begin()
        self.paper.verticalScrollBar().setValue(0)
        body = self.paper.sheet.body
        if not body.select_first_gap():
            body.moveCursor(body.textCursor().MoveOperation.Start)
        body.setFocus()
        # The page may be laid out only now: the caret is brought into sight afterwards.
        QTimer.singleShot(0, body, body.ensureCursorVisible)
        return True

    def put_away(self) -> None:
        """No letter is written any more, and nothing of it stays behind on the paper."""
        self.form.put_away()
        self.checking.rest()
        self.spelling.rest()
        self._from = self._passed_on = None
        self.facts.show_lines([])
        self.check.show_findings((), ())
        self.paper.sheet.show_letter(PrintedLetter(Letter(case_id=""), Letterhead(), ""))

    def blocking(self) -> Finding | None:
        """What keeps the letter from going out, as it stands now."""
        self.form.settle()
        self.checking.look()
        return next((finding for finding in self.checking.findings if finding.blocks), None)

    def _written(self) -> tuple[Letter, int] | None:
        return (self.form.value(), self.paper.sheet.pages) if self.form.letter is not None else None

    def _on_paper(self) -> Letter | None:
        return self.form.value() if self.form.letter is not None and not self.form.is_sealed else None

    def _put_in_all(self, keys: list[str]) -> None:
        """Put in what was dropped, where it is one of the facts beside the paper."""
        shown = self._shown_keys()
        self.form.put_in_all([key for key in keys if key in shown])

    def _shown_keys(self) -> set[str]:
        lines = fact_lines(self._passed_on, self.form.value()) if self._passed_on is not None else []
        return {line.key for line in lines if line.key}

    # -- what happens

    def _on_loaded(self) -> None:
        self._refresh_facts()
        if self.checking.material is not None:
            self.checking.look_soon()
        self.spelling.look_soon()

    def _on_typed(self) -> None:
        self.typed.emit()
        self.checking.look_soon()
        self.spelling.look_soon()
        self._say_counts()

    def _on_found(self, findings: tuple[Finding, ...]) -> None:
        material = self.checking.material
        self.check.show_findings(findings, material.people if material is not None else ())
        self.paper.sheet.body.mark([finding.span for finding in findings if finding.span is not None])
        self._refresh_facts()

    def _refresh_facts(self) -> None:
        material = self.checking.material
        if material is None or self.form.letter is None:
            return
        if material is not self._from:
            self._from, self._passed_on = material, passed_on(material)
        if self._passed_on is not None:
            self.facts.show_lines(fact_lines(self._passed_on, self.form.value()))

    def _show_words(self, finding: Finding) -> None:
        if finding.span is not None:
            self.paper.sheet.body.select_span(finding.span)

    def _say_counts(self) -> None:
        if self.form.letter is not None:
            sheet = self.paper.sheet
            pages = "One page" if sheet.pages == 1 else f"{sheet.pages} pages"
            self.counted.emit(f"{pages}     {counted(sheet.words, 'word', 'words')}")

    # -- sizes

    def set_type(self, wanted: Type) -> None:
        """Set what stands around the paper in another size."""
        self.check.set_type(wanted)
        self.paper.enlarged = 1.5 if wanted is LARGE else 1.0
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        room = self.width() * 16 / self._desk.look.em
        self.facts.setVisible(room >= _ROOM_FOR_FACTS)
        self.checking.say_mind(room < _ROOM_FOR_FACTS)
        side = self._desk.look.px(320 if room >= 1100 else 240)
        self._split.setSizes([side, max(self.width() - side, 1)])
