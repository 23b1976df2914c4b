# SPDX-License-Identifier: GPL-3.0-or-later
"""Text on the paper in which the letter check marks words, and where gaps wait to be filled."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ...domain.letter_findings import Span
from ..theme import Role
from .body_document import position_in
from .paper_text import PaperText

_GAP = QRegularExpression(r"\{[^{}]*\}")


class MarkedText(PaperText):
    """Marks are extra selections: the document itself knows nothing of them."""

    _spans: tuple[Span, ...] = ()
    _misspelt: tuple[Span, ...] = ()

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark the words that the letter check has found; the document itself knows nothing of it."""
        self._spans = tuple(spans)
        self._show_marks()

    def mark_misspelt(self, spans: Sequence[Span]) -> None:
        """Mark words that are in no dictionary; the one that is being typed is let be."""
        self._misspelt = tuple(spans)
        self._show_marks()

    def remark(self) -> None:
        """The caret has moved: a word that was being typed may be marked now."""
        if self._misspelt:
            self._show_marks()

    def misspelt_at(self, position: int) -> QTextCursor | None:
        """The marked word at a place of the document, as a cursor over it."""
        for span in self._misspelt:
            cursor = self._cursor_over(span)
            if cursor is not None and cursor.selectionStart() <= position <= cursor.selectionEnd():
                return cursor
        return None

    def select_next_misspelt(self) -> None:
        """Select the next marked word behind the caret, or the first of all."""
        found = [cursor for span in self._misspelt if (cursor := self._cursor_over(span)) is not None]
        here = self.textCursor().selectionEnd()
        cursor = next((one for one in found if one.selectionStart() >= here), found[0] if found else None)
        if cursor is not None:
            self.setTextCursor(cursor)
        self.setFocus()

    def select_span(self, span: Span) -> None:
        """Select the words of a finding and go there."""
        cursor = self._cursor_over(span)
        if cursor is not None:
            self.setTextCursor(cursor)
            self.setFocus()

    def select_first_gap(self) -> bool:
        """Select the first gap in braces, to be typed over; False where there is none."""
        found = self.document().find(_GAP)
        if found.isNull():
            return False
        self.setTextCursor(found)
        return True

    def _show_marks(self) -> None:
        look = QTextCharFormat()
        if not self._look.theme.is_high_contrast:
            look.setBackground(self._look.color(Role.MARK))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(self._look.color(Role.PAPER_TEXT))
        marks = [*self._marks(self._spans, look), *self._marks(self._misspelt, self._wave(), typing=True)]
        self.setExtraSelections(marks)

    def _wave(self) -> QTextCharFormat:
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(self._look.color(Role.MISSPELT))
        return wave

    def _marks(
        self, spans: Sequence[Span], look: QTextCharFormat, *, typing: bool = False
    ) -> Iterator[QTextEdit.ExtraSelection]:
        caret = self.textCursor()
        for span in spans:
            cursor = self._cursor_over(span)
            if cursor is None or (typing and self.hasFocus() and cursor.selectionEnd() == caret.position()):
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, look
            yield mark

    def _cursor_over(self, span: Span) -> QTextCursor | None:
        block = self.document().findBlockByNumber(span.paragraph)
        if not block.isValid():
            return None
        cursor = QTextCursor(block)
        cursor.setPosition(position_in(block, span.start))
        cursor.setPosition(position_in(block, span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _restyle(self) -> None:
        super()._restyle()
        self._show_marks()
