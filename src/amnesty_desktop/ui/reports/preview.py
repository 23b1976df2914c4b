# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a report as they will read, on white paper; Word breaks them into pages."""

from functools import singledispatchmethod

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ...domain.report import Audience, Block, Cell, Column, Heading, Picture, Points, Report, Table, Words
from ..look import Look
from ..theme import Role, Use

_MARGIN = 40
_PX_OF_POINT = 4 / 3
_SIDE = 720
"""Design px of the paper at most: wider lines are hard to read."""


class ReportPreview(QTextEdit):
    """Shows one report; it can be read and copied from, not written in."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._report: Report | None = None
        self._pictures = 0
        self._written_for = 0
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("The report as it will read")
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def report(self) -> Report | None:
        """What is shown."""
        return self._report

    def show_report(self, report: Report | None) -> None:
        """Show a report, from its beginning, or nothing."""
        self._report = report
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._text_width() != self._written_for and self._report is not None:
            place = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(place)
        self._fit()

    # -- writing

    def _write(self) -> None:
        document = QTextDocument(self)
        self._written_for = self._text_width()
        self._pictures = 0
        cursor = QTextCursor(document)
        if self._report is not None:
            marks = "MEMBERS ONLY" if self._report.audience is Audience.MEMBERS else ""
            if marks:
                self._line(cursor, marks, self._look.font(Use.STRONG_CAPTION), Role.RED)
            self._line(cursor, self._report.title, self._look.font(Use.TITLE))
            self._line(cursor, self._report.subtitle, self._look.font(Use.BODY), quiet=True)
            for block in self._report.blocks:
                self._block(block, cursor)
        # The document before is this widget's own, and setDocument deletes such a one.
        self.setDocument(document)
        self._fit()

    @singledispatchmethod
    def _block(self, block: Block, cursor: QTextCursor) -> None:
        raise TypeError(f"no way to show {block!r}")

    @_block.register
    def _heading(self, block: Heading, cursor: QTextCursor) -> None:
        font = self._look.font(Use.LETTER_TITLE if block.level == 1 else Use.SECTION)
        self._line(cursor, block.text, font, above=20 if block.level == 1 else 14)

    @_block.register
    def _words(self, block: Words, cursor: QTextCursor) -> None:
        font = self._look.font(Use.CAPTION if block.is_note else Use.TABLE)
        if block.lead:
            self._line(cursor, f"{block.lead} ", self._bold(font), above=8)
            cursor.insertText(block.text, self._ink(font))
        else:
            self._line(cursor, block.text, font, quiet=block.is_note, above=8)

    @_block.register
    def _points(self, block: Points, cursor: QTextCursor) -> None:
        for item in block.items:
            self._line(cursor, f"•\u2002{item}", self._look.font(Use.TABLE), above=4)

    @_block.register
    def _picture(self, block: Picture, cursor: QTextCursor) -> None:
        from .drawn import drawing_image

        zoom = self._zoom_for(block.drawing.width)
        self._pictures += 1
        name = f"picture:{self._pictures}"
        image = drawing_image(block.drawing, self._look, zoom)
        cursor.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        self._line(cursor, "", self._look.font(Use.TABLE), above=12)
        shape = QTextImageFormat()
        shape.setName(name)
        shape.setWidth(block.drawing.width * zoom)
        shape.setHeight(block.drawing.height * zoom)
        shape.setProperty(QTextCharFormat.Property.ImageAltText, block.said)
        cursor.insertImage(shape)
        self._line(cursor, block.caption, self._look.font(Use.CAPTION), quiet=True, above=4)

    @_block.register
    def _table(self, block: Table, cursor: QTextCursor) -> None:
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(self._look.px(4))
        shape.setCellSpacing(0)
        shape.setTopMargin(self._look.px(10))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shares = sum(column.share for column in block.columns)
        kind = QTextLength.Type.PercentageLength
        shape.setColumnWidthConstraints([QTextLength(kind, 100 * column.share / shares) for column in block.columns])
        shape.setHeaderRowCount(1)
        rows: list[tuple[Cell, ...]] = [tuple(column.name for column in block.columns), *block.rows]
        rows += [block.total] if block.total else []
        table = cursor.insertTable(len(rows), len(block.columns), shape)
        for at, row in enumerate(rows):
            is_total = bool(block.total) and at == len(rows) - 1
            for place, (column, cell) in enumerate(zip(block.columns, row, strict=True)):
                self._cell(table.cellAt(at, place).firstCursorPosition(), str(cell), column, at == 0, is_total)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _cell(self, cursor: QTextCursor, text: str, column: Column, is_head: bool, is_total: bool) -> None:
        shape = QTextBlockFormat()
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        shape.setAlignment(side)
        cursor.setBlockFormat(shape)
        font = self._look.font(Use.CAPTION if is_head else Use.TABLE)
        cursor.insertText(text, self._ink(self._bold(font) if is_total else font, quiet=is_head))

    def _line(
        self,
        cursor: QTextCursor,
        text: str,
        font: QFont,
        role: Role = Role.PAPER_TEXT,
        *,
        quiet: bool = False,
        above: int = 2,
    ) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(self._look.px(above))
        if cursor.atStart() and cursor.document().isEmpty():
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)
        cursor.insertText(text, self._ink(font, role, quiet=quiet))

    def _ink(self, font: QFont, role: Role = Role.PAPER_TEXT, *, quiet: bool = False) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(font)
        color = self._look.color(role)
        if quiet:
            color.setAlphaF(0.72)
        look.setForeground(color)
        return look

    @staticmethod
    def _bold(font: QFont) -> QFont:
        strong = QFont(font)
        strong.setBold(True)
        return strong

    # -- looks

    def _side(self) -> int:
        """Room left and right of the text, in px."""
        px = self._look.px
        return max(px(24), (self.viewport().width() - px(_SIDE)) // 2)

    def _text_width(self) -> int:
        return max(self.viewport().width() - 2 * self._side(), 1)

    def _zoom_for(self, width: float) -> float:
        """Px for each point of a picture: as large as on paper, or as small as the room asks for."""
        return min(self._look.px(100) / 100 * _PX_OF_POINT, self._text_width() / width)

    def _fit(self) -> None:
        """The paper as wide as reads well, in the middle."""
        px = self._look.px
        side = self._side()
        frame = QTextFrameFormat()
        frame.setMargin(0)
        frame.setTopMargin(px(_MARGIN))
        frame.setBottomMargin(px(_MARGIN))
        frame.setLeftMargin(side)
        frame.setRightMargin(side)
        self.document().rootFrame().setFrameFormat(frame)

    def _restyle(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._look.color(Role.PAPER))
        palette.setColor(QPalette.ColorRole.Text, self._look.color(Role.PAPER_TEXT))
        self.setPalette(palette)
        self._write()
