# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery sheet: one page to print or save as PDF, with the letters that open the file without its passphrase."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QDir, QIODevice, QMarginsF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.group import Group, Paper
from ...domain.spoken_dates import spoken
from ...store.keys import FileKey, recovery_text
from ..look import Look
from ..texts import left_to_right
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.buttons import LinkButton, QuietButton
from ..widgets.paragraph import OneLine, Paragraph, Run
from .frame import DialogFrame, Role

_COLUMNS = 4
_MARGIN_MM = 25
_WHY = (
    "The sheet opens the file when the passphrase is forgotten, and nothing else does. Keep it in a sealed envelope"
    " with somebody the group trusts, not beside the computer."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one recovery sheet."""

    key: FileKey
    group: Group
    file_name: str
    made_on: date

    @property
    def groups(self) -> list[str]:
        """The fourteen groups of four letters."""
        return recovery_text(self.key).split()


def sheet_document(sheet: Sheet) -> QTextDocument:
    """Set the sheet on one page. Names go in as plain text."""
    document = QTextDocument()
    # With a size of its own the document is printed as it is, without Qt's further margins and page number.
    document.setPageSize(_page(sheet.group.paper).paintRect(QPageLayout.Unit.Point).size() * (96 / 72))
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(), 11))
    cursor = QTextCursor(document)
    _write(cursor, "Recovery sheet", points=24, strong=True, below=2)
    _write(cursor, sheet.group.name, points=14, below=2)
    made = f"For the file “{sheet.file_name}”, made on {spoken(sheet.made_on)}."
    _write(cursor, made, below=14)
    warning = "Whoever holds this sheet can open the file and its safe copies and read everything in them."
    _write(cursor, warning, strong=True, below=14)
    _write_groups(cursor, sheet.groups)
    _write(cursor, "How to use it", strong=True, above=20, below=4)
    for step in (
        "1.  Start Amnesty Desktop and open the file. It asks for the passphrase.",
        "2.  Choose “Use the recovery sheet instead”.",
        "3.  Type the fourteen groups, row by row. Small letters, spaces and dashes do not matter.",
        "4.  Then set a new passphrase under File, Passphrase and recovery sheet, and print a new sheet.",
    ):
        _write(cursor, step, below=3)
    _write(cursor, "0 is always a zero and 1 a one: the letters I, L, O and U never occur.", below=3)
    _write(cursor, "How to keep it", strong=True, above=14, below=4)
    keep = (
        "In a sealed envelope, signed across the flap, with somebody the group trusts. Not beside the computer. When"
        " the passphrase is changed this sheet opens nothing any more: destroy it, and keep the new one."
    )
    _write(cursor, keep)
    return document


def pdf_of(sheet: Sheet) -> bytes:
    """The sheet as a PDF of one page, on the group's paper."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("Recovery sheet")
    writer.setCreator("Amnesty Desktop")
    writer.setPageLayout(_page(sheet.group.paper))
    document = sheet_document(sheet)
    document.print_(writer)
    del writer
    buffer.close()
    return bytes(content.data())


class SheetButtons(QWidget):
    """Print, save as PDF, or show to write down. ask_printer and choose_pdf can be exchanged in tests.

    Signal: taken() when the sheet was printed or saved.
    """

    taken = Signal()

    def __init__(self, look: Look, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sheet = sheet
        self.ask_printer: Callable[[Callable[[QPrinter], None]], None] = self._ask_printer
        self.choose_pdf: Callable[[], str] = self._choose_pdf
        self._said = Paragraph(look, "", Use.TABLE)
        self._letters = _Letters(look, sheet.groups)
        self._show = LinkButton(look, "S&how it here, to write down")
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._build()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def said(self) -> str:
        """What became of the last attempt."""
        return self._said.text()

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        chosen = (("&Print…", "print", self._on_print), ("Save as P&DF…", "save", self._on_save))
        for words, name, act in chosen:
            button = QuietButton(self._look, words)
            button.setAutoDefault(False)
            button.setObjectName(name)
            button.clicked.connect(act)
            self._row.addWidget(button)
        self._show.setObjectName("show sheet")
        self._show.setAutoDefault(False)
        self._show.clicked.connect(self._on_show)
        self._row.addWidget(self._show)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self._letters)
        self._column.addWidget(self._said)
        self._letters.hide()
        self._said.hide()

    def _on_print(self) -> None:
        self.ask_printer(self._print)

    def _print(self, printer: QPrinter) -> None:
        sheet_document(self._sheet).print_(printer)
        self._say("The sheet is on its way to the printer. See that nobody else fetches it.")
        self.taken.emit()

    def _on_save(self) -> None:
        chosen = self.choose_pdf()
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            _write_private(path, pdf_of(self._sheet))
        except OSError:
            self._say(f"The sheet could not be written to “{path}”. Choose another folder.", is_trouble=True)
            return
        self._say(f"The sheet is in “{path}”. Print it or carry it off: beside the file it protects nothing.")
        self.taken.emit()

    def _on_show(self) -> None:
        is_wanted = self._letters.isHidden()
        self._letters.setVisible(is_wanted)
        self._show.setText("&Hide it again" if is_wanted else "S&how it here, to write down")

    def _say(self, sentence: str, *, is_trouble: bool = False) -> None:
        self._said.set_runs(Run(sentence, Colour.RED if is_trouble else Colour.TEXT, strong=is_trouble))
        self._said.show()

    def _ask_printer(self, use: Callable[[QPrinter], None]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Recovery sheet")
        printer.setPageLayout(_page(self._sheet.group.paper))
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: use(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _choose_pdf(self) -> str:
        wanted = str(Path(QDir.homePath()) / "Recovery sheet.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the recovery sheet", wanted, "PDF (*.pdf)")
        return chosen

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(10))
        self._row.setSpacing(self._look.px(12))


class _Letters(QWidget):
    """The fourteen groups on the screen, in rows as on paper."""

    def __init__(self, look: Look, groups: list[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(28))
        for number, group in enumerate(groups):
            shown = OneLine(look, left_to_right(group), Use.LETTER_TITLE)
            shown.setAccessibleName(f"{number + 1}: {' '.join(group)}")
            grid.addWidget(shown, number // _COLUMNS, number % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)


class RecoverySheet(DialogFrame):
    """Offered once a new file has a passphrase; it can be had later too."""

    def __init__(self, look: Look, sheet: Sheet, parent: QWidget | None) -> None:
        super().__init__(look, "Print the recovery sheet", parent, size=(620, 420))
        self.sheet = SheetButtons(look, sheet)
        later = "You find it again under File, Passphrase and recovery sheet."
        self.add(Paragraph(look, _WHY), self.sheet, Paragraph(look, later, Use.CAPTION, Colour.SECONDARY))
        self.content.addStretch(1)
        self._leave = self.add_button("&Later", Role.RejectRole)
        self._leave.clicked.connect(self.reject)
        self.sheet.taken.connect(lambda: self._leave.setText("&Done"))


def _write(
    cursor: QTextCursor, text: str, *, points: float = 11, strong: bool = False, above: float = 0, below: float = 0
) -> None:
    """Add a paragraph; above and below are points."""
    block = QTextBlockFormat()
    block.setTopMargin(above * 96 / 72)
    block.setBottomMargin(below * 96 / 72)
    block.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.document().isEmpty():
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.insertText(text, _letters(points, strong))


def _letters(points: float, strong: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontPointSize(points)
    form.setFontWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return form


def _write_groups(cursor: QTextCursor, groups: list[str]) -> None:
    """Four groups to a row, each with its number, in letters of one width."""
    form = QTextTableFormat()
    form.setCellPadding(7)
    form.setCellSpacing(0)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorder(0.5)
    form.setBorderCollapse(True)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    rows = -(-len(groups) // _COLUMNS)
    table = cursor.insertTable(rows, _COLUMNS, form)
    spelled = _letters(17, strong=True)
    spelled.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
    for number, group in enumerate(groups):
        inside = table.cellAt(number // _COLUMNS, number % _COLUMNS).firstCursorPosition()
        inside.insertText(f"{number + 1}   ", _letters(8))
        inside.insertText(group, spelled)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _page(paper: Paper) -> QPageLayout:
    size = QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def _write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all; raises OSError."""
    fresh = path.with_name(f".{path.name}.fresh")
    try:
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(fresh, path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
