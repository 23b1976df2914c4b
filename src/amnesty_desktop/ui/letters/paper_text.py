# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the paper, written where they will be printed: no frame, as high as what stands in them."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ..look import Look
from ..theme import Role
from .page_device import at_rest, page_device, paper_font, paper_option, screen_dots

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaperText(QTextEdit):
    """One part of a letter. prompt is shown while it is empty and may be written in.

    points is the size of its type, line the least height of a line or the exact one, both in points. Signals:
    edited() by the user or by undo; caret_moved(); left(step) when Enter or an arrow key leads out of it, 1 down
    and -1 up.
    """

    edited = Signal()
    caret_moved = Signal()
    left = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        prompt: str,
        *,
        points: float,
        line: float = 0,
        bold: bool = False,
        one_line: bool = False,
        exact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._prompt = prompt
        self._points = points
        self._bold = bold
        self._line = line
        self._one_line = one_line
        self._exact = exact
        self._is_filling = False
        self._width = 0.0
        self.quiet_prompt = False
        self.setAccessibleName(name)
        self._set_manners()
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.cursorPositionChanged.connect(self.caret_moved)
        look.changed.connect(self._restyle)
        self._restyle()

    def _set_manners(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setDefaultTextOption(paper_option())

    # -- the words

    @property
    def text(self) -> str:
        """The words, lines parted by line feeds."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show other words; nothing of that can be undone. The same words keep the caret where it is."""
        if text == self.text:
            return
        self._is_filling = True
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._set_lines()
        self.document().setUndoRedoEnabled(True)
        self._is_filling = False

    def change_text(self, text: str) -> None:
        """Put in other words, as one step that Ctrl+Z takes back."""
        if text == self.text:
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()

    def _set_lines(self) -> None:
        if self._line:
            look = QTextBlockFormat()
            kinds = QTextBlockFormat.LineHeightTypes
            kind = kinds.FixedHeight if self._exact else kinds.MinimumHeight
            look.setLineHeight(at_rest(self._line), kind.value)
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(look)

    def _on_contents_changed(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    # -- the page

    def set_dots(self, dots: int) -> None:
        """Be laid out for a page of so many dots per inch."""
        before, self._is_filling = self._is_filling, True
        self.document().documentLayout().setPaintDevice(page_device(dots))
        self.document().markContentsDirty(0, self.document().characterCount())
        self._is_filling = before

    def height_in(self, width: float) -> float:
        """The height in px that the words take in a width; neither need be whole px, lest roundings add up."""
        self._width = width
        self.document().setTextWidth(width)
        return self.document().size().height()

    def caret(self) -> QRect:
        """Where the caret is, in px of the part."""
        return self.cursorRect()

    def focus_rect(self) -> QRect:
        """Nothing: the caret shows where one is, and the sheet marks the part at its margin."""
        return QRect()

    def _restyle(self) -> None:
        palette = self.palette()
        which = QPalette.ColorRole
        look = self._look
        colors = {which.Base: Role.PAPER, which.Text: Role.PAPER_TEXT, which.Highlight: Role.ACCENT}
        for role, color in (colors | {which.HighlightedText: Role.ACCENT_TEXT}).items():
            palette.setColor(role, look.color(color))
        self.setPalette(palette)
        # Another font is no typing, though the document says that it has changed.
        before, self._is_filling = self._is_filling, True
        self.document().setDefaultFont(paper_font(look.paper_families, self._points, bold=self._bold))
        self._is_filling = before

    # -- what it takes

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.textCursor().insertText(" ".join(text.split()) if self._one_line else text.replace("\r\n", "\n"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            if event.matches(standard.Undo) or event.matches(standard.Redo):
                # The window decides: words of this part first, then what was done before.
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_line and event.key() in _ENTER:
            self.left.emit(1)
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        is_stuck = self.textCursor().position() == before and not event.modifiers()
        if is_stuck and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(1 if event.key() == Qt.Key.Key_Down else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt has just laid the words out for whole px; on paper half a px can move a word to the next line.
        if self._width:
            self.document().setTextWidth(self._width)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls, never a part of it; and Ctrl with the wheel must not change the type.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.document().isEmpty() and not self.isReadOnly() and not self.quiet_prompt:
            self._paint_prompt()

    def scaled_font(self) -> QFont:
        """The font of the words at the scale of the page, for painting beside them."""
        device = self.document().documentLayout().paintDevice()
        scale = device.logicalDpiY() / screen_dots() if device is not None else 1.0
        return paper_font(self._look.paper_families, self._points * scale, bold=self._bold)

    def _paint_prompt(self) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self.scaled_font())
        ink = self._look.color(Role.PAPER_TEXT)
        ink.setAlphaF(0.62)
        painter.setPen(ink)
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._prompt)
