# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab "Documents": the scans and files of a case, what each looks like, and what is said of it."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.attachment import Attachment
from ...domain.source import Source
from ...edits import bin as bin_edits
from ...store import attachments
from ...store.changes import Changes
from ..cases.page import Page
from ..desk import Desk
from ..models.paged_table import PagedTableModel
from ..texts import counted
from ..theme import Role, Use
from ..widgets.bars import ErrorBar
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow
from ..widgets.empty_state import EmptyState
from ..widgets.key_table import KeyTableView
from ..widgets.paragraph import NARROW, Paragraph
from ..widgets.section_head import SectionHead
from .adding import Adding, dropped_files
from .document_form import DocumentForm
from .handing_out import HandingOut
from .preview import Preview, Previews, Shown
from .words import columns

_ROWS = 6
"""Rows of the list that are seen at once; more are scrolled."""
_HEAD, _ROW = 30, 32
_LEAST_BESIDE = 520


class DocumentsTab(QWidget):
    """Shows the documents of one case; files dropped on it are added."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = ""
        self._lines: dict[int, attachments.DocumentLine] = {}
        self._doubted: Attachment | None = None
        look = desk.look
        self.bar = ErrorBar(look)
        self.head = SectionHead(look, "Documents", button="Add documents")
        self.model = PagedTableModel(
            columns(desk.session.today),
            lambda keys: [self._lines[key] for key in keys if key in self._lines],
            lambda line: line.key,
            self,
        )
        self.table = KeyTableView(look, self.model, "Documents of this case")
        self.table.setObjectName("documents_table")
        self.empty = EmptyState(
            look, "No documents yet. Add scans, cuttings or the sheet itself, or drop them here.", "Add documents"
        )
        self.preview = Preview(look)
        self.form = DocumentForm(desk)
        self.trouble = Paragraph(look, "", Use.CAPTION, Role.AMBER, line_height=NARROW)
        self.open_button = QuietButton(look, "Open", small=True)
        self.save_button = QuietButton(look, "Save elsewhere", small=True)
        self.bin_button = QuietButton(look, "Put into the bin", small=True)
        for name in ("open", "save", "bin"):
            getattr(self, f"{name}_button").setObjectName(f"document_{name}")
        self.adding = Adding(desk, self)
        self.previews = Previews(desk, self)
        self.handing_out = HandingOut(desk, self)
        self._detail = QWidget()
        self._stack = QStackedWidget()
        self.setAcceptDrops(True)
        self._place_parts()
        self._connect()

    def _place_parts(self) -> None:
        look = self._desk.look
        buttons = QWidget()
        row = WrappedRow(look, buttons)
        for button in (self.open_button, self.save_button, self.bin_button):
            row.addWidget(button)
        self._right = right = QVBoxLayout()
        for part in (buttons, self.trouble, self.form):
            right.addWidget(part)
        right.addStretch(1)
        self._beside = QHBoxLayout(self._detail)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addLayout(right, 1)
        content = QWidget()
        self._whole = QVBoxLayout(content)
        self._whole.setContentsMargins(0, 0, 0, 0)
        for widget in (self.head, self.table, self._detail):
            self._whole.addWidget(widget)
        self._whole.addStretch(1)
        self._page = Page(self._desk, content, "Documents")
        for page in (self._page, self.empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def _connect(self) -> None:
        self.empty.button_pressed.connect(self.add)
        if self.head.button is not None:
            self.head.button.clicked.connect(self.add)
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(lambda _key: self.open())
        self.open_button.clicked.connect(self.open)
        self.save_button.clicked.connect(lambda: self.handing_out.save_elsewhere(self.form.record))
        self.bin_button.clicked.connect(self.bin)
        self.bar.mend_requested.connect(self._on_understood)
        self.adding.noticed.connect(lambda sentences: self._say(" ".join(sentences)))
        self.adding.added.connect(self._on_added)
        self.adding.read.connect(self._on_read)
        self.previews.made.connect(self._on_preview)
        self.handing_out.refused.connect(self._say)
        self.handing_out.saved.connect(self._say)
        self.handing_out.doubted.connect(self._on_doubted)

    # -- showing

    def load(self, case_id: str) -> None:
        """Show the documents of another case, and read the words of those nobody has read."""
        self.form.keeper.settle()
        self._case_id = case_id
        self._on_understood(is_sure=False)
        self._show()
        self.adding.read_words(case_id)

    def show_row(self, document_id: str) -> None:
        """Choose one document; one that is not there changes nothing."""
        key = next((key for key, line in self._lines.items() if line.attachment.id == document_id), None)
        if key is not None:
            self.table.choose(key)

    def refresh(self, changes: Changes, origin: object) -> None:
        """Show the documents as they are after a change."""
        if not changes.touches("attachments", "sources"):
            return
        self._show(keep_form=origin is self.form)

    def _show(self, *, keep_form: bool = False) -> None:
        lines = attachments.document_lines(self._desk.session.file.engine, self._case_id)
        self._lines = {line.key: line for line in lines}
        chosen = self.table.current_key
        self.model.show(list(self._lines))
        self.head.set_title(counted(len(lines), "document", "documents"))
        self._stack.setCurrentWidget(self._page if lines else self.empty)
        self._restyle()
        if not lines:
            return
        self.table.choose(chosen if chosen in self._lines else lines[0].key)
        if not keep_form:
            self._choose(self.table.current_key)

    def _choose(self, key: int | None) -> None:
        line = self._lines.get(key) if key is not None else None
        self._detail.setVisible(line is not None)
        if line is None:
            return
        document, before = line.attachment, self.form.record
        if before is None or before.id != document.id:
            self.form.load(document)
        else:
            self.form.reload(document)
        file = self._desk.session.file
        self.form.offer_sources(file.all(Source, case_id=self._case_id))
        kept = attachments.text_of(file.engine, document.digest)
        self.trouble.setText(kept.trouble if kept is not None else "")
        self.trouble.setVisible(bool(self.trouble.text()))
        if self.preview.shown.digest != document.digest or self.preview.shown.image is None:
            self.preview.show_preview(Shown(document.digest), document.name)
            self.previews.ask(document)

    def _on_preview(self, shown: Shown) -> None:
        document = self.form.record
        if document is not None and document.digest == shown.digest:
            self.preview.show_preview(shown, document.name)

    def _on_added(self, case_id: str, document_id: str) -> None:
        if case_id == self._case_id:
            self.show_row(document_id)

    def _on_read(self, case_id: str) -> None:
        if case_id == self._case_id and not self._desk.session.is_locked:
            self._show(keep_form=False)

    # -- doing

    def add(self) -> None:
        """Ask for files to add."""
        self.adding.choose(self._case_id)

    def open(self) -> None:
        """Let the system open the chosen document."""
        if self.form.record is not None and self._lines:
            self.handing_out.open(self.form.record)

    def bin(self) -> None:
        """Put the chosen document into the bin."""
        self.form.keeper.settle()
        put = partial(bin_edits.put, values=[self.form.record], at=datetime.now(UTC))
        if self._desk.session.edit("Put a document into the bin", put) is not None:
            self._desk.wishes.told.emit("The document is in the bin. It stays there for 90 days.", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus() and self._lines:
            self.bin()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._case_id and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.adding.add(self._case_id, dropped_files(event.mimeData()))

    # -- saying

    def _say(self, sentence: str) -> None:
        self._doubted = None
        self.bar.show_problem(sentence, "Understood")

    def _on_doubted(self, document: Attachment, sentence: str) -> None:
        self._doubted = document
        self.bar.show_problem(sentence, "Open it all the same")

    def _on_understood(self, *, is_sure: bool = True) -> None:
        doubted, self._doubted = self._doubted, None
        self.bar.clear()
        if doubted is not None and is_sure:
            self.handing_out.open(doubted, is_sure=True)

    def _restyle(self) -> None:
        px = self._desk.look.px
        self._whole.setSpacing(px(12))
        self._beside.setSpacing(px(20))
        self._right.setSpacing(px(12))
        self._turn()
        rows = max(1, min(_ROWS, len(self._lines)))
        self.table.setFixedHeight(px(_HEAD) + rows * px(_ROW) + px(2))

    def _turn(self) -> None:
        """Let the form stand below the preview where there is no room beside it."""
        fits = self.width() >= self._desk.look.px(_LEAST_BESIDE)
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
