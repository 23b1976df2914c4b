# SPDX-License-Identifier: GPL-3.0-or-later
"""Text on the paper in which the letter check marks words, and where gaps wait to be filled."""

from collections.abc import Sequence

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

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark the words that the letter check has found; the document itself knows nothing of it."""
        self._spans = tuple(spans)
        self._show_marks()

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
        marks = []
        for span in self._spans:
            if (cursor := self._cursor_over(span)) is not None:
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look
                marks.append(mark)
        self.setExtraSelections(marks)

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
