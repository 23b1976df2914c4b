# SPDX-License-Identifier: GPL-3.0-or-later
"""The body of the letter being written: bold, italic, bullets, and words that carry the facts they rest on."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from ...documents.layout import SIZES
from ...domain.letter import Body, Paragraph, ParagraphKind, Run
from ..look import Look
from ..theme import Role
from . import body_document, fact_edges, pasting, spell_menu
from .body_document import CLAIMS, claims_of
from .marked_text import MarkedText
from .page_device import body_setting

_SIGN = "•"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BodyEdit(MarkedText):
    """Written like any text. Signal: facts_dropped(keys) where the caret now stands."""

    facts_dropped = Signal(list)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Letter", "Write the letter here", points=SIZES.body, line=SIZES.line, parent=parent)
        self._setting = body_setting()
        self.speller: spell_menu.Suggesting | None = None
        self.setObjectName("letter_body")
        self.cursorPositionChanged.connect(self._end_fact)
        self.cursorPositionChanged.connect(self.remark)
        self.bold = self._look_action("Bold", QKeySequence.StandardKey.Bold, self._toggle_bold)
        self.italic = self._look_action("Italic", QKeySequence.StandardKey.Italic, self._toggle_italic)
        self.bullets = self._look_action("Bullets", QKeySequence("Ctrl+Shift+8"), self._toggle_bullets)

    def _look_action(self, words: str, keys: QKeySequence | QKeySequence.StandardKey, act: object) -> QAction:
        action = QAction(words, self)
        action.setShortcut(keys if isinstance(keys, QKeySequence) else QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self.addAction(action)
        return action

    # -- the body

    def body(self) -> Body:
        """The body as it stands."""
        return body_document.read(self.document())

    def show_body(self, body: Body) -> None:
        """Show another body; nothing of that can be undone. The same body keeps the caret where it is."""
        if body_document.joined(body) == self.body() and not self.document().isEmpty():
            return
        place = self.textCursor().position()
        self._is_filling = True
        body_document.fill(self.document(), body, self._setting)
        self._is_filling = False
        self._set_caret(min(place, self.document().characterCount() - 1))

    def change_body(self, body: Body) -> None:
        """Put in a mended body, as one step that Ctrl+Z takes back."""
        if body_document.joined(body) == self.body():
            return
        place = self.textCursor().position()
        body_document.change(self.document(), body, self._setting)
        self._set_caret(min(place, self.document().characterCount() - 1))

    def put_in(self, text: str, claim_id: str = "", language: str = "") -> None:
        """Put a sentence in at the caret, with spaces where they are missing, carrying the fact it rests on."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        fact_edges.leave_facts(cursor)
        cursor.insertText(fact_edges.space_before(cursor), QTextCharFormat())
        run = Run(text, language=language, claims=(claim_id,) if claim_id else ())
        cursor.insertText(text, body_document.char_format(run))
        cursor.insertText(fact_edges.space_after(cursor), QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def put_in_bullet(self, text: str) -> None:
        """Put a request in as a bullet of its own, after the paragraph the caret is in."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if cursor.block().text().strip():
            cursor.insertBlock(body_document.block_format(self._setting), QTextCharFormat())
        bullet = Body((Paragraph((Run(text),), ParagraphKind.BULLET),))
        body_document.insert(cursor, bullet, self._setting)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _set_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(max(position, 0))
        self.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self._look.color(Role.PAPER_TEXT))
        painter.setFont(self.scaled_font())
        block = self.document().begin()
        while block.isValid():
            if block.textList() is not None and block.layout().lineCount():
                self._paint_sign(painter, block)
            block = block.next()

    def _paint_sign(self, painter: QPainter, block: QTextBlock) -> None:
        line = block.layout().lineAt(0)
        top = self.document().documentLayout().blockBoundingRect(block).top() + line.y() + line.ascent()
        is_mirrored = block.textDirection() is Qt.LayoutDirection.RightToLeft
        wide = painter.fontMetrics().horizontalAdvance(_SIGN)
        painter.drawText(QPointF(self.viewport().width() - wide if is_mirrored else 0, top), _SIGN)

    # -- typing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        if not self.isReadOnly() and cursor.currentList() is not None and self._leaves_bullets(event, cursor):
            body_document.make_plain(cursor, self._setting)
            return
        is_typed = bool(event.text()) and event.text().isprintable()
        if is_typed and cursor.hasSelection() and not self.isReadOnly():
            # New words over the words of a fact are the writer's own.
            cursor.removeSelectedText()
            self.setTextCursor(cursor)
            self._end_fact()
        super().keyPressEvent(event)

    def _leaves_bullets(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        """Whether Enter in an empty bullet, or Backspace at its begin, ends the list."""
        if cursor.hasSelection():
            return False
        if event.key() in _ENTER:
            return not cursor.block().text().strip()
        return event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart()

    def _end_fact(self) -> None:
        """At the edge of a fact's words, what is typed next is the writer's own."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return
        inside = claims_of(self.currentCharFormat())
        if inside and not fact_edges.is_within(cursor, inside):
            plain = QTextCharFormat(self.currentCharFormat())
            plain.clearProperty(CLAIMS)
            self.setCurrentCharFormat(plain)

    def _toggle_bold(self) -> None:
        is_bold = self.currentCharFormat().fontWeight() > QFont.Weight.Medium
        self._merge(QTextFormat.Property.FontWeight, (QFont.Weight.Normal if is_bold else QFont.Weight.Bold).value)

    def _toggle_italic(self) -> None:
        self._merge(QTextFormat.Property.FontItalic, not self.currentCharFormat().fontItalic())

    def _merge(self, what: QTextFormat.Property, value: object) -> None:
        if not self.isReadOnly():
            look = QTextCharFormat()
            look.setProperty(what, value)
            self.mergeCurrentCharFormat(look)

    def _toggle_bullets(self) -> None:
        cursor = self.textCursor()
        if self.isReadOnly():
            return
        cursor.beginEditBlock()
        if cursor.currentList() is None:
            body_document.make_bullet(cursor, self._setting)
        else:
            body_document.make_plain(cursor, self._setting)
        cursor.endEditBlock()

    # -- in and out

    def createMimeDataFromSelection(self) -> QMimeData:
        return pasting.carried(self.textCursor().selection())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasFormat(pasting.BODY_TYPE) or source.hasFormat(pasting.FACT_TYPE)

    def insertFromMimeData(self, source: QMimeData) -> None:
        keys = pasting.facts_in(source)
        if keys:
            self.facts_dropped.emit(keys)
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        body_document.insert(cursor, pasting.pasted(source), self._setting)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def dropEvent(self, event: QDropEvent) -> None:
        keys = pasting.facts_in(event.mimeData())
        if not keys or self.isReadOnly():
            super().dropEvent(event)
            return
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        event.acceptProposedAction()
        self.setFocus()
        self.facts_dropped.emit(keys)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.textCursor() if is_key else self.cursorForPosition(event.pos())
        menu = self.createStandardContextMenu(QPoint(event.pos()))
        if not self.isReadOnly():
            menu.addSeparator()
            menu.addActions([self.bold, self.italic, self.bullets])
            wrong = self.misspelt_at(at.position())
            if wrong is not None and self.speller is not None:
                spell_menu.add_to(menu, self, wrong, self.speller)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if is_key else event.globalPos())
