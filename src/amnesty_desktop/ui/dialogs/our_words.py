# SPDX-License-Identifier: GPL-3.0-or-later
"""The words our group lets pass in letters: looked through, added, and marked again."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from ...domain.own_word import OwnWord
from ...edits import own_words
from ...store.changes import Changes
from ..desk import Desk
from ..letters.words import language_name
from ..theme import Role as Colour
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import Paragraph
from .frame import DialogFrame, Role
from .line_list import Line, LineList

_WORDS = (
    "The spell check lets these pass. Names of the cases pass by themselves. A word comes here from the menu of a"
    " marked word, or from the line below."
)
_LANGUAGES = ("", "en", "fr", "es", "de")
_LONGEST = 60


class OurWords(DialogFrame):
    """Delete, or the button, lets a word be marked again; both can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk.look, "Our words", parent, size=(560, 560))
        self._desk = desk
        self.list = LineList(desk.look, "Words that pass")
        self.list.setObjectName("own_words")
        self.empty = Paragraph(desk.look, "There are none yet.", role=Colour.SECONDARY)
        self.word = QLineEdit(maxLength=_LONGEST)
        self.word.setAccessibleName("Another word")
        self.word.setPlaceholderText("Another word")
        self.language = QComboBox()
        self.language.setAccessibleName("In letters of which language")
        for code in _LANGUAGES:
            self.language.addItem(_spoken(code), code)
        self.add_word = QuietButton(desk.look, "&Add")
        self.take = self.add_button("&Mark it again", Role.ActionRole)
        self._build()
        self._fill()

    def _build(self) -> None:
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.word, 1)
        beside.addWidget(self.language)
        beside.addWidget(self.add_word)
        self.add(Paragraph(self.look, _WORDS, role=Colour.SECONDARY), self.list, self.empty, row)
        self.content.setStretchFactor(self.list, 1)
        self.add_close()
        self.add_word.clicked.connect(self._add)
        self.word.returnPressed.connect(self._add)
        self.take.clicked.connect(self._take)
        self.list.currentRowChanged.connect(lambda row: self.take.setEnabled(row >= 0))
        self._desk.session.changed.connect(self._on_changed)

    def _fill(self) -> None:
        words = sorted(self._desk.session.file.all(OwnWord), key=lambda each: each.word.casefold())
        at = self.list.currentRow()
        self.list.show_lines(Line(each.word, "", _spoken(each.language), each.id) for each in words)
        self.list.setCurrentRow(min(max(at, 0), len(words) - 1))
        self.take.setEnabled(bool(words))
        self.list.setVisible(bool(words))
        self.empty.setVisible(not words)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("own_words"):
            self._fill()

    def _add(self) -> None:
        word = self.word.text().strip()
        if not word:
            self.word.setFocus()
            return
        add = partial(own_words.add, word=word, language=self.language.currentData())
        if self._desk.session.edit("Add to our words", add, self) is not None:
            self.word.clear()
            self.word.setFocus()

    def _take(self) -> None:
        line = self.list.chosen
        if line is not None:
            self._desk.session.edit("Mark a word again", partial(own_words.take_away, word_id=str(line.value)), self)


def _spoken(code: str) -> str:
    return language_name(code) if code else "every language"
