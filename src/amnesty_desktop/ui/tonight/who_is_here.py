# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is here: the names one picks oneself from, and the ticks by which people come and go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ..look import Look
from ..theme import Role
from ..widgets.paragraph import OneLine
from .at_the_table import Writer
from .evening import Evening
from .row_list import Row, RowList
from .type import LARGE, BigButton, Type


class WhoIsHere(QWidget):
    """Signals: chosen(key) as somebody picks a name; pressed(key) by Enter; changed() when people come or go."""

    chosen = Signal(str)
    pressed = Signal(str)
    changed = Signal()

    def __init__(self, look: Look, evening: Evening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._evening = evening
        self.type: Type = LARGE
        self.title = OneLine(look, "", LARGE.caption, Role.SECONDARY)
        self.names = RowList(look, "tonight_names", "Who is here")
        self.change = BigButton(look, "Who comes and goes", "tonight_change", link=True)
        self.done = BigButton(look, "These are here", "tonight_here")
        self.guest = QLineEdit()
        self.guest.setObjectName("tonight_guest")
        self.guest.setPlaceholderText("A guest’s name")
        self.guest.setAccessibleName("A guest’s name. Enter adds it")
        self.guest.setMaxLength(200)
        self._ticks = QVBoxLayout()
        self._stack = QStackedWidget()
        self._place()
        self.names.looked_at.connect(self.chosen)
        self.names.pressed_row.connect(self.pressed)
        self.change.clicked.connect(self.open_ticks)
        self.done.clicked.connect(self.close_ticks)
        self.guest.returnPressed.connect(self._on_guest)
        look.changed.connect(self._restyle)
        self._restyle()

    def _place(self) -> None:
        shown, ticking = QWidget(), QWidget()
        names = QVBoxLayout(shown)
        names.addWidget(self.names, 1)
        names.addWidget(self.change)
        inside = QWidget()
        inside.setLayout(self._ticks)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        ticks = QVBoxLayout(ticking)
        ticks.addWidget(area, 1)
        ticks.addWidget(self.guest)
        ticks.addWidget(self.done)
        for column in (names, ticks):
            column.setContentsMargins(0, 0, 0, 0)
        for page in (shown, ticking):
            self._stack.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self._stack, 1)

    @property
    def is_ticking(self) -> bool:
        """Whether it is asked who is here."""
        return self._stack.currentIndex() == 1

    def refresh(self) -> None:
        """Show who is here, and how much each has done."""
        here = self._evening.table.here()
        self.title.setText(f"Who is here  {len(here)}" if here else "Who is here?")
        self.names.show_rows([Row(one.key, one.name, count=self._evening.of_writer(one)) for one in here])
        if not here and not self.is_ticking:
            self.open_ticks()
        elif self.is_ticking and not self.ticks_match():
            self._fill()

    def open_ticks(self) -> None:
        """Ask who is here."""
        self._fill()
        self._stack.setCurrentIndex(1)
        if (boxes := self.boxes()) and self.isVisible():
            boxes[0].setFocus()

    def close_ticks(self) -> None:
        """Back to the names."""
        if self.guest.text().strip():
            self._on_guest()
        if self._evening.table.here():
            self._stack.setCurrentIndex(0)
            self.names.setFocus()

    def boxes(self) -> list[QCheckBox]:
        """The ticks, in order."""
        items = (self._ticks.itemAt(at) for at in range(self._ticks.count()))
        found = (item.widget() for item in items if item is not None)
        rows = (row.findChild(QCheckBox) for row in found if row is not None)
        return [box for box in rows if box is not None]

    def ticks_match(self) -> bool:
        """Whether the ticks are those of the people there are."""
        known = (*self._evening.table.members(), *self._evening.table.guests())
        return [box.objectName() for box in self.boxes()] == [f"here:{one.key}" for one in known]

    def _fill(self) -> None:
        while (item := self._ticks.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        here = {one.key for one in self._evening.table.here()}
        for writer in (*self._evening.table.members(), *self._evening.table.guests()):
            self._ticks.addWidget(self._row(writer, writer.key in here))
        self._ticks.addStretch(1)

    def _row(self, writer: Writer, is_here: bool) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(self._look.px(4), self._look.px(4), self._look.px(4), self._look.px(4))
        # An ampersand would underline the letter after it.
        name = writer.name if len(writer.name) <= 60 else f"{writer.name[:57]}…"
        box = QCheckBox(name.replace("&", "&&"))
        box.setObjectName(f"here:{writer.key}")
        box.setAccessibleName(name)
        box.setFont(self._look.font(self.type.caption))
        box.setChecked(is_here)
        box.toggled.connect(lambda on, key=writer.key: self._on_tick(key, on))
        inside.addWidget(box, 1)
        if writer.member_id is None:
            join = BigButton(self._look, "Make a member", f"join:{writer.key}", link=True)
            join.set_type(self.type)
            join.clicked.connect(lambda _=False, key=writer.key: self._on_join(key))
            inside.addWidget(join)
        return row

    def _on_tick(self, key: str, is_here: bool) -> None:
        self._evening.table.tick(key, is_here)
        self.changed.emit()

    def _on_join(self, key: str) -> None:
        self._evening.make_member(key)
        self._fill()
        self.changed.emit()

    def _on_guest(self) -> None:
        writer = self._evening.table.add_guest(self.guest.text())
        self.guest.clear()
        if writer is not None:
            self._fill()
            self.changed.emit()

    def set_type(self, wanted: Type) -> None:
        """Set everything in another size."""
        self.type = wanted
        self.title.set_use(wanted.caption)
        self.names.set_type(wanted)
        self._restyle()
        if self.is_ticking:
            self._fill()

    def _restyle(self) -> None:
        px = self._look.px
        self.guest.setFont(self._look.font(self.type.caption))
        self._column.setContentsMargins(px(20), px(16), px(20), px(12))
        self._column.setSpacing(px(8))
