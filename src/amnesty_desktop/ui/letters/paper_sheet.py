# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of paper on the desk: everything stands where Word will print it, and what is written is written there."""

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ...documents.layout import CARD, SIZES, layout_of
from ...documents.letter import PrintedLetter
from ...documents.letterhead import Letterhead
from ...domain.letter import SEALED, Body, Letter
from ..look import Look
from ..theme import Role
from .body_document import joined
from .body_edit import BodyEdit
from .page_device import Scale, mm_of
from .paper_day import PaperDay
from .paper_print import PaperPrint
from .paper_text import PaperText

AROUND = 9
"""The desk that shows around the paper, in design px."""

_OVERHANG = 1.0
"""Millimetres the last line may reach below the margin before Word takes a new page for it; measured on 300 letters."""

_PARTS = ("address", "subject", "salutation", "close", "signature", "enclosures", "copies")
_ORDER = ("address", "dated", "subject", "salutation", "body", "close", "signature", "enclosures", "copies")


class PaperSheet(QWidget):
    """One letter on its paper.

    Signals: edited() by typing; laid_out() when heights may have changed; caret_moved(QRect) in px of the sheet.
    """

    edited = Signal()
    laid_out = Signal()
    caret_moved = Signal(QRect)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = Scale(15)
        self._head = Letterhead()
        self._letter = Letter(case_id="")
        self._page = layout_of(self._head.paper)
        self._ends = 0.0
        self._is_loading = self._is_scaled = False
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName("The letter on its paper")
        self.body = BodyEdit(look, self)
        self.day = PaperDay(look, self)
        self.parts: dict[str, PaperText] = {
            "address": PaperText(
                look, "Address", "Address", points=SIZES.address, line=SIZES.address_line, exact=True, parent=self
            ),
            "dated": self.day,
            "subject": PaperText(look, "Subject", "Subject", points=SIZES.body, bold=True, one_line=True, parent=self),
            "salutation": PaperText(look, "Salutation", "Salutation", points=SIZES.body, one_line=True, parent=self),
            "body": self.body,
            "close": PaperText(look, "Close", "Close", points=SIZES.body, line=SIZES.line, parent=self),
            "signature": PaperText(look, "Signature", "Name", points=SIZES.body, line=SIZES.line, parent=self),
            "enclosures": PaperText(look, "Enclosures", "Enclosures", points=SIZES.small, parent=self),
            "copies": PaperText(look, "Copies", "Copies to", points=SIZES.small, parent=self),
        }
        self._connect()

    def _connect(self) -> None:
        before = None
        for name in _ORDER:
            part = self.parts[name]
            if name != "body":
                part.setObjectName(f"letter_{name}")
            part.edited.connect(self._on_edited)
            part.document().documentLayout().documentSizeChanged.connect(self.arrange)
            part.caret_moved.connect(lambda part=part: self._tell_caret(part))
            part.left.connect(lambda step, name=name: self._go_on(name, step))
            part.installEventFilter(self)
            if before is not None:
                self.setTabOrder(before, part)
            before = part
        for name in ("enclosures", "copies"):
            self.parts[name].quiet_prompt = True
        self.day.day_changed.connect(self._on_edited)
        self._look.changed.connect(self.arrange)

    # -- the letter

    def show_letter(self, printed: PrintedLetter) -> None:
        """Show a letter; one that was sent cannot be written in."""
        letter = printed.letter
        self._is_loading = True
        self._letter, self._head = letter, printed.letterhead
        self._page = layout_of(self._head.paper, letter.template)
        for name in _PARTS:
            self.parts[name].show_text(getattr(letter, name))
        self.day.show_day(letter.dated, printed.dated_text)
        self.body.show_body(letter.body)
        self._is_loading = False
        self.set_read_only(letter.state in SEALED)
        self.arrange()

    def written(self, letter: Letter) -> Letter:
        """The letter with everything that stands on the paper."""
        words: dict[str, Any] = {name: self._kept(name, getattr(letter, name)) for name in _PARTS}
        return replace(letter, body=self._kept_body(letter.body), dated=self.day.day, **words)

    def _kept(self, name: str, before: str) -> str:
        text = self.parts[name].text.rstrip()
        return before if text == before.rstrip() else text

    def _kept_body(self, before: Body) -> Body:
        body = self.body.body()
        return before if body == joined(before) else body

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the paper be read, or written on."""
        for part in self.parts.values():
            part.setReadOnly(is_read_only)
            flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            # Who reads with the keyboard stops at the letter, not at each of its lines.
            stops = not is_read_only or part is self.body
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
            part.setTextInteractionFlags(flags if is_read_only else Qt.TextInteractionFlag.TextEditorInteraction)

    @property
    def pages(self) -> int:
        """How many pages the letter takes."""
        first = self._page.height - self._page.bottom_margin
        further = first - self._page.top_margin
        return 1 + max(0, math.ceil((self._ends - _OVERHANG - first) / further))

    @property
    def words(self) -> int:
        """How many words the letter has from salutation to close."""
        texts = (self.parts["salutation"].text, self.body.body().text, self.parts["close"].text)
        return sum(len(text.split()) for text in texts)

    # -- the page

    def set_room(self, width: int, widest: float) -> None:
        """Be as wide as the room allows; widest is the scale that is never passed, 1 for real size."""
        room = width - 2 * self._look.px(AROUND)
        fitting = Scale.fitting(self._page.width, room, widest)
        if fitting == self._scale and self._is_scaled:
            return
        self._scale, self._is_scaled = fitting, True
        for part in self.parts.values():
            part.set_dots(self._scale.dots)
        self.arrange()

    def arrange(self, *_: object) -> None:
        """Put every part where it stands on the page."""
        if self._is_loading:
            return
        self._is_loading = True
        self._place_head()
        self._ends = self._place_text()
        page, around = self._page, self._look.px(AROUND)
        height = max(page.height, self._ends + page.bottom_margin)
        self.setFixedSize(self._scale.px(page.width) + 2 * around, self._scale.px(height) + 2 * around)
        self._is_loading = False
        self.update()
        self.laid_out.emit()

    def _place_head(self) -> None:
        page = self._page
        self._put("address", page.address.left, page.address.top, page.address.width)
        below = page.sender.top + (len(self._print.sender) + 1) * mm_of(SIZES.sender_line)
        self._put("dated", page.sender.left, below, page.sender.width)

    @property
    def _print(self) -> PaperPrint:
        has_letterhead = self._letter.template not in ("plain", CARD)
        return PaperPrint(self._look.paper_families, self._head, self._page, self._scale, has_letterhead)

    def _place_text(self) -> float:
        """Put one part below the other; returns where the last one ends, in mm."""
        page = self._page
        left, width = page.left_margin, page.text_width
        top = page.subject + self._put("subject", left, page.subject, width) + mm_of(SIZES.before_salutation)
        top += self._put("salutation", left, top, width)
        # A text document leaves out the space above its very first paragraph.
        top += mm_of(SIZES.after) + self._put("body", left, top + mm_of(SIZES.after), width) + mm_of(SIZES.after)
        top += self._put("close", left, top, width) + page.signature_space
        top += self._put("signature", left, top, width)
        return self._place_small(top)

    def _place_small(self, ends: float) -> float:
        """Put enclosures and copies below the name; what is empty waits for words below what is printed."""
        names = sorted(("enclosures", "copies"), key=lambda name: not self.parts[name].text.strip())
        top = ends + mm_of(SIZES.before_small)
        for name in names:
            height = self._put(name, self._page.left_margin, top, self._page.text_width)
            top += height
            if self.parts[name].text.strip():
                ends = top
        return ends

    def _put(self, name: str, left: float, top: float, width: float) -> float:
        """Place one part, in mm; returns its height."""
        part, around = self.parts[name], self._look.px(AROUND)
        wide = self._scale.px(width)
        high = part.height_in(self._scale.exact_px(width))
        part.setGeometry(self._scale.px(left) + around, self._scale.px(top) + around, wide, math.ceil(high))
        return self._scale.mm(high)

    # -- what happens

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_prompts(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_prompts(False)

    def _show_prompts(self, is_shown: bool) -> None:
        for name in ("enclosures", "copies"):
            part = self.parts[name]
            part.quiet_prompt = not (is_shown or part.hasFocus())
            part.viewport().update()

    def _on_edited(self) -> None:
        if not self._is_loading:
            self.edited.emit()

    def _tell_caret(self, part: PaperText) -> None:
        if part.hasFocus():
            self.caret_moved.emit(part.caret().translated(part.pos()))

    def _go_on(self, name: str, step: int) -> None:
        at = _ORDER.index(name) + step
        if 0 <= at < len(_ORDER):
            self.parts[_ORDER[at]].setFocus()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, around = QPainter(self), self._look.px(AROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(self.rect(), self._look.color(Role.DESK))
        sheet = self.rect().adjusted(around, around, -around, -around)
        painter.fillRect(sheet, self._look.color(Role.PAPER))
        painter.translate(around, around)
        self._print.paint(painter, self.pages)
        self._paint_here(painter)
        painter.setPen(QPen(self._look.color(Role.LINE), 1))
        painter.drawRect(QRectF(-0.5, -0.5, sheet.width(), sheet.height()))

    def _paint_here(self, painter: QPainter) -> None:
        """Mark at the margin the part that is being written in."""
        here = next((part for part in self.parts.values() if part.hasFocus()), None)
        if here is None or self.body.isReadOnly():
            return
        around = self._look.px(AROUND)
        place = here.geometry().translated(QPoint(-around, -around))
        line = QRect(place.left() - self._scale.px(4), place.top(), max(self._scale.px(0.8), 3), place.height())
        painter.fillRect(line, self._look.color(Role.ACCENT))
