# SPDX-License-Identifier: GPL-3.0-or-later
"""Our lists: the words a group picks from, its own among them, renamed, put in order, hidden and merged."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QWidget

from ...domain.own_term import TermList
from ...domain.problems import Problem
from ...domain.vocabularies import label
from ...domain.vocabulary import KEPT_APART, ListedTerm, label_problem, merge_problem
from ...edits import vocabulary as vocabulary_edits
from ...store.changes import Changes
from ...store.term_uses import uses_of
from ..cases.fields import SideBySide
from ..cases.focus_order import put_in_order
from ..desk import Desk
from ..showing import show_if
from ..texts import counted
from ..theme import Role as Colour
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.form_field import FormField
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame
from .line_list import Line, LineList
from .term_form import TermForm
from .ways import Ways

_INTRO = "Records keep the word they were written with, whatever is changed here."
_HIDDEN = "hidden"


class OurLists(DialogFrame):
    """One list at a time, and the form of the chosen word below it. Everything is saved at once and can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Our lists", parent, size=(760, 760))
        self._desk = desk
        look = desk.look
        self.part = QComboBox()
        self.part.setObjectName("part")
        for part in TermList:
            self.part.addItem(label(part), part)
        self.list = LineList(look, "The words of the list")
        self.list.setObjectName("terms")
        self.word = QLineEdit()
        self.word.setObjectName("word")
        self.word.setPlaceholderText("A word of our own")
        self.word.setAccessibleName("Add a word of our own")
        self.ways = Ways(look)
        self.add_word = QuietButton(look, "Add", small=True)
        self._word_field = FormField(look, "label", "&Add a word", self._beside(self.word, self.add_word))
        self._ways_field = FormField(look, "direction", "The added word means", self.ways)
        self.form = TermForm(desk)
        self.up, self.down, self.hide_word, self.merge, self.remove = (
            QuietButton(look, words, small=True)
            for words in ("Move up", "Move down", "Hide", "Merge into ▾", "Take out of the list")
        )
        self._told = Paragraph(look, "", role=Colour.SECONDARY)
        self._build()
        self._connect()
        self._say("")
        self._fill()
        self.list.setFocus()

    @property
    def chosen(self) -> ListedTerm | None:
        """The word the list stands at."""
        line = self.list.chosen
        return None if line is None else line.value

    @property
    def chosen_part(self) -> TermList:
        """The list that is shown."""
        return TermList(self.part.currentData())

    def done(self, result: int) -> None:
        self.form.keeper.settle()
        self._desk.session.remove_keeper(self.form.keeper)
        super().done(result)

    # -- building

    def _build(self) -> None:
        look = self._desk.look
        buttons = QWidget()
        row = WrappedRow(look, buttons)
        names = ("up", "down", "hide_word", "merge", "remove")
        for name in names:
            button: QuietButton = getattr(self, name)
            button.setObjectName(name)
            button.setAccessibleName(button.text().rstrip(" ▾"))
            row.addWidget(button)
        self.add_word.setObjectName("add_word")
        self.add(Paragraph(look, _INTRO, role=Colour.SECONDARY))
        self.add(SideBySide(look, FormField(look, "part", "&List", self.part), self._word_field))
        self.add(self._ways_field)
        self.content.addWidget(self.list, 1)
        called, articles, asks = self.form.parts()
        self.add(buttons, self._told, SideBySide(look, called, articles), asks)
        self.add_close("&Done")
        self.form.setParent(self)
        self.form.hide()
        inside = self._area.widget()
        assert inside is not None
        put_in_order(inside)

    def _beside(self, line: QWidget, button: QWidget) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._desk.look.px(8))
        row.addWidget(line, 1)
        row.addWidget(button)
        both.setFocusProxy(line)
        return both

    def _connect(self) -> None:
        self.part.currentIndexChanged.connect(lambda _index: self._on_part())
        self.list.currentRowChanged.connect(lambda _row: self._show_term())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.hide_word.clicked.connect(self._hide_or_show)
        self.merge.clicked.connect(self._offer_merge)
        self.remove.clicked.connect(self._remove)
        self.add_word.clicked.connect(self._add)
        self.word.returnPressed.connect(self._add)
        self.word.textChanged.connect(lambda _text: self._word_field.clear_problem())
        self._desk.session.changed.connect(self._on_changed)

    # -- showing

    def _fill(self, code: str = "") -> None:
        """Show the list anew, standing at a code."""
        vocabulary, uses = self._desk.session.vocabulary, uses_of(self._desk.session.file.engine)
        terms = vocabulary.terms(self.chosen_part)
        blocked = self.list.blockSignals(True)
        self.list.show_lines(_line(term, vocabulary.label(term.merged_into), uses[term.code]) for term in terms)
        codes = [term.code for term in terms]
        self.list.setCurrentRow(codes.index(code) if code in codes else 0)
        self.list.blockSignals(blocked)
        show_if(self._ways_field, self.chosen_part is TermList.OUTCOME)
        self._show_term()

    def _show_term(self) -> None:
        term = self.chosen
        if term is None:
            return
        if self.form.record is None or self.form.record.code != term.code or not self.form.keeper.dirty:
            self.form.show_term(term)
        self.hide_word.setText("Show again" if term.is_hidden else "Hide")
        self.merge.setText("Part again" if term.merged_into else "Merge into ▾")
        for button in (self.hide_word, self.merge):
            button.setAccessibleName(button.text().rstrip(" ▾"))
        for button in (self.up, self.down):
            button.setEnabled(not term.is_last)
        show_if(self.hide_word, not term.merged_into)
        show_if(self.remove, not term.shipped and not term.merged_into)

    def _say(self, words: str) -> None:
        self._told.setText(words)
        show_if(self._told, bool(words))

    def _on_part(self) -> None:
        self._say("")
        self._fill()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if changes.touches("terms") and not self.isHidden():
            term = self.chosen
            self._fill(term.code if term else "")

    # -- doing

    def _edit(self, words: str, function: Callable[..., object], **values: object) -> bool:
        self._say("")
        self.form.keeper.settle()
        return self._desk.session.edit(words, partial(function, **values), self) is not None

    def _add(self) -> None:
        part, words = self.chosen_part, self.word.text()
        problem = label_problem(self._desk.session.vocabulary, part, words)
        if problem is not None:
            self._word_field.show_problem(problem)
            self.word.setFocus()
            return
        direction = str(self.ways.direction) if part is TermList.OUTCOME else ""
        changes = self._desk.session.edit(
            "Add a word to our lists",
            partial(vocabulary_edits.add, part=part, label=words, direction=direction),
            self,
        )
        if changes is not None:
            self.word.clear()
            self._fill(changes.result)

    def _move(self, by: int) -> None:
        if (term := self.chosen) is not None:
            self._edit("Put our lists in order", vocabulary_edits.move, code=term.code, by=by)

    def _hide_or_show(self) -> None:
        if (term := self.chosen) is None:
            return
        if term.is_hidden:
            self._edit("Show a word again", vocabulary_edits.show_again, code=term.code)
        elif self._edit("Hide a word", vocabulary_edits.hide, code=term.code):
            self._say_hidden(term, uses_of(self._desk.session.file.engine)[term.code])

    def _say_hidden(self, term: ListedTerm, uses: int) -> None:
        kept = f" {counted(uses, 'record keeps', 'records keep')} it." if uses else ""
        self._say(f"“{term.label}” is hidden and not offered any more.{kept}")

    def _remove(self) -> None:
        term = self.chosen
        if term is None:
            return
        uses = uses_of(self._desk.session.file.engine)[term.code]
        if self._edit("Take a word out of our lists", vocabulary_edits.remove, code=term.code):
            if uses:
                self._say_hidden(term, uses)
            else:
                self._say(f"“{term.label}” is out of the list.")

    def _offer_merge(self) -> None:
        term = self.chosen
        if term is None:
            return
        if term.merged_into:
            self._edit("Part two words again", vocabulary_edits.part_again, code=term.code)
            return
        if term.code in KEPT_APART:
            other = next(each for each in self._desk.session.vocabulary.terms(term.part) if each.code != term.code)
            self._refuse(merge_problem(self._desk.session.vocabulary, term.code, other.code))
            return
        menu = self.merge_menu(term)
        menu.popup(self.merge.mapToGlobal(self.merge.rect().bottomLeft()))

    def merge_menu(self, term: ListedTerm) -> QMenu:
        """Every word this one can be merged into."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        vocabulary = self._desk.session.vocabulary
        for other in vocabulary.offered(term.part):
            if merge_problem(vocabulary, term.code, other.code) is None:
                menu.addAction(other.label.replace("&", "&&"), partial(self._merge, term, other))
        return menu

    def _merge(self, term: ListedTerm, into: ListedTerm) -> None:
        uses = uses_of(self._desk.session.file.engine)[term.code]
        if self._edit("Merge two words", vocabulary_edits.merge, code=term.code, into=into.code):
            kept = f" {counted(uses, 'record reads', 'records read')} so from now on." if uses else ""
            self._say(f"“{term.label}” now means “{into.label}”.{kept}")

    def _refuse(self, problem: Problem | None) -> None:
        if problem is not None:
            self._say(f"{problem.message} {problem.way_out}")


def _line(term: ListedTerm, meaning: str, uses: int) -> Line:
    state = f"means “{meaning}”" if term.merged_into else _HIDDEN if term.is_hidden else ""
    way = label(term.direction).lower() if term.direction is not None else ""
    own = "" if term.shipped else "our own"
    second = " · ".join(part for part in (way, own, state) if part)
    return Line(term.label, second, counted(uses, "record", "records") if uses else "", term)
