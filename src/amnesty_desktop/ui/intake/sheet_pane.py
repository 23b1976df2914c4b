# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a sheet with what was understood of it marked; words chosen here go into the field one is at."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ...intake.sheet.draft import Place
from ..look import Look
from ..theme import Role, Use
from ..widgets.chip import WrappedRow
from ..widgets.paragraph import NARROW, OneLine, Paragraph
from .marks import Columns, joined

_LONGEST_LINE = 2_000
_HINT = "Choose words with the mouse, or with Shift and the arrows and then Enter: they go into the field you were in."


class SheetText(QPlainTextEdit):
    """The text itself, to be read and chosen from. Signal: chosen(words, Place)."""

    chosen = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = ""
        self._columns = Columns("")
        self._understood: tuple[Place, ...] = ()
        self._here: tuple[Place, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setAccessibleName("The sheet")
        self.setAccessibleDescription(_HINT)
        self.setObjectName("sheet_text")
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def here(self) -> tuple[Place, ...]:
        """The places marked as those of the field one is at."""
        return self._here

    def show_sheet(self, text: str, understood: Sequence[Place]) -> None:
        """Show another text and mark what was understood of it."""
        self._text = text
        self._columns = Columns(text)
        self._understood, self._here = joined(understood), ()
        self.setPlainText(in_short_lines(text))
        self._mark()

    def show_places(self, places: Sequence[Place]) -> None:
        """Mark where a field comes from and bring it into view."""
        self._here = joined(places)
        self._mark()
        if self._here:
            cursor = self._over(self._here[0])
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def select(self, place: Place) -> None:
        """Choose a place, as with the mouse."""
        self.setTextCursor(self._over(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.textCursor().hasSelection():
            self._tell()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.textCursor().hasSelection():
            self._tell()

    def _tell(self) -> None:
        cursor = self.textCursor()
        from_qt = self._columns.from_qt
        place = Place(from_qt(cursor.selectionStart()), from_qt(cursor.selectionEnd()))
        words = self._text[place.begin : place.end].strip()
        if words:
            self.chosen.emit(words, place)

    def _mark(self) -> None:
        marks = [*self._selections(self._understood, self.understood_form())]
        self.setExtraSelections([*marks, *self._selections(self._here, self.here_form())])

    def understood_form(self) -> QTextCharFormat:
        """How understood words look: a tint and a dotted line."""
        form = QTextCharFormat()
        if not self._look.theme.is_high_contrast:
            form.setBackground(self._look.color(Role.SELECTION))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(self._look.color(Role.TEXT))
        return form

    def here_form(self) -> QTextCharFormat:
        """How the words of the field one is at look."""
        form = QTextCharFormat()
        form.setBackground(self._look.color(Role.ACCENT))
        form.setForeground(self._look.color(Role.ACCENT_TEXT))
        return form

    def _selections(self, places: Sequence[Place], form: QTextCharFormat) -> Iterator[QTextEdit.ExtraSelection]:
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = self._over(place), form
            yield mark

    def _over(self, place: Place) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = max(self.document().characterCount() - 1, 0)
        cursor.setPosition(min(self._columns.to_qt(place.begin), last))
        cursor.setPosition(min(self._columns.to_qt(place.end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _restyle(self) -> None:
        self.setFont(self._look.font(Use.TABLE))
        self._mark()


def in_short_lines(text: str) -> str:
    """The same text, as long as before, where no line is so long that setting it would hold the window."""
    pieces = []
    for line in text.split("\n"):
        while len(line) > _LONGEST_LINE and (at := line.rfind(" ", 0, _LONGEST_LINE)) > 0:
            pieces.append(line[:at])
            line = line[at + 1 :]
        pieces.append(line)
    return "\n".join(pieces)


class SheetPane(QWidget):
    """The text under its legend."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.text = SheetText(look)
        self.title = OneLine(look, "", Use.SECTION)
        self._understood = _Sample(look, "understood")
        self._here = _Sample(look, "the field you are in")
        legend = QWidget()
        row = WrappedRow(look, legend)
        for part in (self._understood, self._here):
            row.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(legend)
        self._column.addWidget(self.text, 1)
        self._column.addWidget(Paragraph(look, _HINT, Use.CAPTION, Role.SECONDARY, line_height=NARROW))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setSpacing(px(6))
        self._understood.show_form(self.text.understood_form())
        self._here.show_form(self.text.here_form())


class _Sample(Paragraph):
    """A word of the legend that looks like what it explains."""

    def __init__(self, look: Look, words: str) -> None:
        self._sample: QTextCharFormat | None = None
        super().__init__(look, f" {words} ", Use.CAPTION)
        self.setAccessibleName(f"Marked so: {words}")

    def show_form(self, form: QTextCharFormat) -> None:
        """Look like this."""
        self._sample = form
        self.update()

    def _formats(self) -> list:  # type: ignore[type-arg]
        ranges = super()._formats()
        for piece in ranges:
            if self._sample is not None:
                piece.format = self._sample
        return ranges
