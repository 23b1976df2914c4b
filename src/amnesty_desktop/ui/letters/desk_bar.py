# SPDX-License-Identifier: GPL-3.0-or-later
"""Above the paper: whom the letter is for, who writes to whom, in which language and on which paper."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from ..icons import IconName, icon
from ..lights import Light, LightLabel
from ..look import Look
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import PrimaryButton, QuietButton
from ..widgets.paragraph import OneLine

Choices = Sequence[tuple[str, str]]

FIELDS = (("from", "Fro&m"), ("to", "T&o"), ("as", "&As"), ("in", "&In"), ("on", "O&n"))
_SHARES = {"from": 3, "to": 5, "as": 3, "in": 2, "on": 3}
_NARROW_PLACES = {"from": (0, 0), "as": (0, 1), "in": (0, 2), "to": (1, 0), "on": (1, 2)}
_NARROW = 800


class DeskBar(QWidget):
    """Signals: picked(field, value) when somebody chooses in a field; back_requested(), sent_requested(),
    export_requested(), reply_requested()."""

    picked = Signal(str, str)
    back_requested = Signal()
    sent_requested = Signal()
    export_requested = Signal()
    reply_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_narrow: bool | None = None
        self._beside_buttons = (True, True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.back = QuietButton(look, "Letters", small=True)
        self.back.setAccessibleName("Back to the letters")
        self.title = OneLine(look, "", Use.LETTER_TITLE)
        self.meta = OneLine(look, "", Use.TABLE, Role.SECONDARY)
        self.light = LightLabel(look, Light.DONE, "", Use.TABLE)
        self.sent = QuietButton(look, "Mark as sent")
        self.export = PrimaryButton(look, "Export to Word")
        self.again = QuietButton(look, "Export to Word")
        self.reply = PrimaryButton(look, "Record a reply")
        self.fields = {name: _Field(look, name, label) for name, label in FIELDS}
        self._connect()
        self._place()
        look.changed.connect(self._restyle)
        self._restyle()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.sent.clicked.connect(self.sent_requested)
        self.export.clicked.connect(self.export_requested)
        self.again.clicked.connect(self.export_requested)
        self.reply.clicked.connect(self.reply_requested)
        for name, field in self.fields.items():
            field.combo.activated.connect(lambda _row, name=name: self._tell(name))
        for name in ("back", "sent", "export", "again", "reply"):
            getattr(self, name).setObjectName(f"desk_{name}")

    def _place(self) -> None:
        self._head = QHBoxLayout()
        for part in (self.back, self.title, self.meta):
            self._head.addWidget(part)
        self._head.addStretch(1)
        for button in (self.sent, self.again, self.export, self.reply):
            self._head.addWidget(button)
        self._row = QWidget()
        self._grid = QGridLayout(self._row)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.light)
        self._column.addWidget(self._row)

    def show_words(self, title: str, meta: str) -> None:
        """Say whom the letter is for, and from which paper it comes."""
        self.title.setText(title)
        self.meta.setText(meta)
        self.setAccessibleName(title)
        self._arrange()

    def show_choices(self, name: str, choices: Choices, value: str) -> None:
        """Offer pairs of value and words in a field, with one of them chosen."""
        combo = self.fields[name].combo
        combo.clear()
        for choice, words in choices:
            combo.addItem(words, choice)
        combo.setCurrentIndex(combo.findData(value))

    def show_sealed(self, words: str) -> None:
        """Show how a letter went out that cannot be changed; empty words for one that can."""
        self.light.show_light(Light.DONE, words)
        show_if(self.light, bool(words))
        show_if(self._row, not words)
        for button in (self.sent, self.export):
            show_if(button, not words)
        for button in (self.again, self.reply):
            show_if(button, bool(words))
        self._arrange()

    def value(self, name: str) -> str:
        """What is chosen in a field."""
        return str(self.fields[name].combo.currentData() or "")

    def _tell(self, name: str) -> None:
        self.picked.emit(name, self.value(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # What the fields need in two rows; wider ones must not keep the window from getting small.
        return QSize(self._look.px(440), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Put the meta line below the title, and the fields into two rows, where they would be cut."""
        buttons = (self.back, self.sent, self.again, self.export, self.reply)
        taken = sum(button.sizeHint().width() for button in buttons if button.isVisibleTo(self))
        taken += self._look.px(48 + 7 * 8)
        title, meta = self.title.sizeHint().width(), self.meta.sizeHint().width()
        has_title, has_meta = taken + title <= self.width(), taken + title + meta <= self.width()
        if (has_title, has_meta) != self._beside_buttons:
            self._beside_buttons = (has_title, has_meta)
            self._place_words(has_title, has_meta)
        self._arrange_fields()

    def _place_words(self, has_title: bool, has_meta: bool) -> None:
        """Put title and meta line between the buttons or below them; a title below stands there alone."""
        self.meta.setVisible(has_title)
        for part in (self.title, self.meta):
            self._head.removeWidget(part)
            self._column.removeWidget(part)
        below = [part for part, is_beside in ((self.title, has_title), (self.meta, has_meta)) if not is_beside]
        for row, part in enumerate(below, 1):
            self._column.insertWidget(row, part)
        beside = [part for part in (self.title, self.meta) if part not in below]
        for column, part in enumerate(beside, 1):
            self._head.insertWidget(column, part)

    def _arrange_fields(self) -> None:
        is_narrow = self.width() < self._look.px(_NARROW)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        places = _NARROW_PLACES if is_narrow else {}
        for column in range(len(FIELDS)):
            self._grid.setColumnStretch(column, 0)
        for number, (name, field) in enumerate(self.fields.items()):
            row, column = places.get(name, (0, number))
            self._grid.addWidget(field, row, column, 1, 2 if is_narrow and name == "to" else 1)
            self._grid.setColumnStretch(column, 1 if is_narrow else _SHARES[name])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.color(Role.LINE))

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(24), px(12), px(24), px(12))
        self._column.setSpacing(px(8))
        self._head.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self.back.setIcon(icon(IconName.BACK, self._look))
        self._is_narrow = None
        self._arrange()


class _CutCombo(QComboBox):
    """Cuts what does not fit with a mark, as everything else on the window does."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        place = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place, self)
        elided = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 8)
        option.currentText = elided


class _Field(QWidget):
    """A word and a list of choices beside it."""

    def __init__(self, look: Look, name: str, label: str) -> None:
        super().__init__()
        self._look = look
        self._label = QLabel(label)
        self.combo = _CutCombo()
        self.combo.setObjectName(f"desk_{name}")
        self.combo.setAccessibleName(label.replace("&", ""))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(7)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label.setBuddy(self.combo)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label)
        self._row.addWidget(self.combo, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._label.setFont(self._look.font(Use.TABLE))
        palette = self._label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(Role.SECONDARY))
        self._label.setPalette(palette)
        self.combo.setFont(self._look.font(Use.TABLE))
        self._row.setSpacing(self._look.px(8))
