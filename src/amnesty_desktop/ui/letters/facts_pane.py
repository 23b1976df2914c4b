# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts beside the paper: what to mind, what is in the letter, what is not, and what the sheet asks."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ...domain.asks import said_in
from ...domain.letter import Letter
from ...domain.letter_findings import CheckMaterial
from ...domain.please_mind import mind_lines
from ..lights import SIDE, Light, paint_light
from ..look import Look
from ..marker import ROW_WIDTH, paint_focus_inside, paint_marker
from ..texts import draw_line
from ..theme import Role, Use
from .pasting import carrying
from .words import fact_light, fact_note, fact_words

_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_INSET = 16
_MOST_LINES = 3
_GAP = 8


@dataclass(frozen=True, slots=True)
class FactLine:
    """One line of the pane: a head where light is None. key is a claim's id or, after "ask:", that of a request."""

    text: str
    light: Light | None = None
    note: str = ""
    key: str = ""


def fact_lines(material: CheckMaterial, letter: Letter) -> list[FactLine]:
    """The lines for a letter as it stands."""
    lines: list[FactLine] = []
    if minded := mind_lines(material.case, material.cautions):
        lines += [FactLine("Please mind"), *(FactLine(mind, Light.PLEASE_MIND) for mind in minded)]
    used = {fact.claim.id: fact for fact in material.facts if fact.claim.id in letter.body.claims}
    inside = [used[claim_id] for claim_id in letter.body.claims if claim_id in used]
    outside = [fact for fact in material.facts if fact.claim.id not in used and fact.claim.text.strip()]
    for title, facts in (("In the letter", inside), ("Not used", outside)):
        if facts:
            lines.append(FactLine(title))
        lines += [
            FactLine(fact_words(fact.claim), fact_light(fact), fact_note(fact, letter.language), fact.claim.id)
            for fact in facts
        ]
    text = _plain(letter.body.text)
    asks = [said_in(ask, letter.language) for ask in material.asks if ask.text.strip()]
    if asks:
        lines.append(FactLine("What the sheet asks"))
    for ask in asks:
        is_asked = _plain(ask.text).rstrip(".;,") in text
        lines.append(FactLine(_plain(ask.text), Light.DONE if is_asked else Light.LATER, key=f"ask:{ask.id}"))
    return lines


def _plain(text: str) -> str:
    return " ".join(text.split())


class FactsPane(QListWidget):
    """Enter, a double click or dragging puts a line into the letter. Signals: chosen(key); looked_at(key) as the row
    changes by hand."""

    chosen = Signal(str)
    looked_at = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[FactLine] = []
        self.setObjectName("facts")
        self.setAccessibleName("Facts of the case. Enter puts one into the letter")
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setItemDelegate(_LineDelegate(look, self))
        self.itemDoubleClicked.connect(self._choose)
        self.currentItemChanged.connect(self._on_current)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: list[FactLine]) -> None:
        """Show these lines; the row one was on stays the current one."""
        if lines == self._lines:
            return
        self._lines = lines
        current = self.current_key
        top = self.verticalScrollBar().value()
        blocked = self.blockSignals(True)
        self.clear()
        for line in lines:
            self._add(line)
        self.select(current)
        self.blockSignals(blocked)
        self.verticalScrollBar().setValue(top)

    @property
    def current_key(self) -> str:
        """The key of the current row, empty without one."""
        item = self.currentItem()
        line = item.data(_LINE) if item is not None else None
        return line.key if isinstance(line, FactLine) else ""

    def select(self, key: str) -> bool:
        """Make the line with this key the current one."""
        for row in range(self.count() if key else 0):
            if self.item(row).data(_LINE).key == key:
                self.setCurrentRow(row)
                return True
        return False

    def _add(self, line: FactLine) -> None:
        item = QListWidgetItem(line.text)
        item.setData(_LINE, line)
        if line.light is not None:
            item.setToolTip(f"<span>{escape(line.text)}</span>")
        spoken = line.text if line.light is None else ", ".join(filter(None, (line.text, line.note)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        flags = Qt.ItemFlag.ItemIsEnabled
        if line.light is None:
            flags = Qt.ItemFlag.NoItemFlags
        elif line.key:
            flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        else:
            flags |= Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags)
        self.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        line = item.data(_LINE) if item is not None else None
        if isinstance(line, FactLine) and line.key:
            self.chosen.emit(line.key)

    def _on_current(self, *_: object) -> None:
        if self.current_key:
            self.looked_at.emit(self.current_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # type: ignore[override]
        return carrying([item.data(_LINE).key for item in items if item.data(_LINE).key])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _LineDelegate(QStyledItemDelegate):
    """Paints heads, and lines of words that wrap beside their light."""

    def __init__(self, look: Look, view: QListWidget) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = index.data(_LINE)
        width = self._view.viewport().width()
        px = self._look.px
        if line.light is None:
            return QSize(width, px(44 if index.row() else 40))
        high = self._words_height(line.text, width, Use.TABLE) + px(14)
        if line.note:
            high += self._words_height(line.note, width, Use.CAPTION)
        return QSize(width, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line = index.data(_LINE)
        painter.save()
        painter.setLayoutDirection(self._view.layoutDirection())
        if line.light is None:
            self._paint_head(painter, rect, line.text)
        else:
            is_selected = QStyle.StateFlag.State_Selected in state
            self._paint_ground(painter, rect, is_selected, QStyle.StateFlag.State_MouseOver in state)
            self._paint_line(painter, rect, line, line.light, is_selected)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, text: str) -> None:
        px = self._look.px
        painter.setFont(self._look.font(Use.SECTION))
        painter.setPen(self._look.color(Role.TEXT))
        room = rect.adjusted(px(_INSET), 0, -px(_INSET), -px(8))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color(Role.LINE))

    def _paint_ground(self, painter: QPainter, rect: QRect, is_selected: bool, is_hovered: bool) -> None:
        look = self._look
        if is_selected or is_hovered:
            painter.fillRect(rect, look.color(Role.SELECTION if is_selected else Role.HOVER))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color(Role.LINE))
        if is_selected:
            paint_marker(painter, rect, look, ROW_WIDTH)
            if self._view.hasFocus():
                paint_focus_inside(painter, rect, look)

    def _paint_line(self, painter: QPainter, rect: QRect, line: FactLine, light: Light, is_selected: bool) -> None:
        look, px = self._look, self._look.px
        top = rect.top() + px(7)
        metrics = QFontMetrics(look.font(Use.TABLE))
        mark = QRect(rect.left() + px(_INSET), top + (metrics.height() - px(SIDE)) // 2, px(SIDE), px(SIDE))
        mirrored = self._view.layoutDirection()
        paint_light(painter, QStyle.visualRect(mirrored, rect, mark).toRectF(), light, look)
        wide = self._room(rect.width())
        high = self._words_height(line.text, rect.width(), Use.TABLE)
        words = QRect(rect.left() + px(_INSET + SIDE + _GAP), top, wide, high)
        self._write(painter, QStyle.visualRect(mirrored, rect, words), line.text, Use.TABLE, Role.TEXT, is_selected)
        if line.note:
            note = QRect(words.left(), words.bottom() + 1, wide, rect.bottom() - words.bottom())
            visual = QStyle.visualRect(mirrored, rect, note)
            self._write(painter, visual, line.note, Use.CAPTION, Role.SECONDARY, is_selected)

    def _write(self, painter: QPainter, room: QRect, text: str, use: Use, role: Role, is_selected: bool) -> None:
        theme = self._look.theme
        font = self._look.font(use)
        painter.setFont(font)
        painter.setPen(theme.on_selection(role) if is_selected else theme.color(role))
        high = QFontMetrics(font).lineSpacing()
        for number, line in enumerate(self._broken(text, room.width(), use)):
            draw_line(painter, QRect(room.left(), room.top() + number * high, room.width(), high), line)

    def _words_height(self, text: str, width: int, use: Use) -> int:
        return len(self._broken(text, self._room(width), use)) * QFontMetrics(self._look.font(use)).lineSpacing()

    def _broken(self, text: str, width: int, use: Use) -> list[str]:
        """The words in lines; what would take too many is cut when the last one is drawn."""
        layout = QTextLayout(text, self._look.font(use))
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        kept = starts[:_MOST_LINES]
        raw = text.encode("utf-16-le")
        ends = [*kept[1:], len(raw) // 2]
        return [raw[2 * a : 2 * b].decode("utf-16-le").strip() for a, b in zip(kept, ends, strict=True)]

    def _room(self, width: int) -> int:
        return max(width - self._look.px(2 * _INSET + SIDE + _GAP), self._look.px(60))
