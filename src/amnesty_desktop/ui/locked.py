# SPDX-License-Identifier: GPL-3.0-or-later
"""The locked page: it asks for the passphrase and shows nothing of the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ..store.errors import CaseFileError
from .look import Look
from .theme import Role, Use
from .widgets.bars import ErrorBar
from .widgets.buttons import LinkButton, PrimaryButton
from .widgets.form_field import FormField
from .widgets.paragraph import Paragraph


class LockedPage(QWidget):
    """Signals: unlock_requested(passphrase), recovery_requested(letters as typed), leave_requested()."""

    unlock_requested = Signal(str)
    recovery_requested = Signal(str)
    leave_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._with_sheet = False
        self._bar = ErrorBar(look)
        self._bar.mend_requested.connect(self._bar.clear)
        self.words = QLineEdit()
        self.words.setObjectName("passphrase")
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.words.returnPressed.connect(self._on_open)
        self._field = FormField(look, "passphrase", "&Passphrase", self.words)
        self._open = PrimaryButton(look, "&Open")
        self._open.setObjectName("unlock")
        self._open.clicked.connect(self._on_open)
        self._other = LinkButton(look, "Use the &recovery sheet instead")
        self._other.setObjectName("use sheet")
        self._other.clicked.connect(self._change_way)
        self._leave = LinkButton(look, "Open &another file")
        self._leave.clicked.connect(self.leave_requested)
        self._column = QVBoxLayout()
        self._build()
        look.changed.connect(self._restyle)
        self._restyle()
        self.setFocusProxy(self.words)

    def show_trouble(self, trouble: CaseFileError) -> None:
        """Say why it did not open; what was typed is selected, ready to be typed again."""
        self._bar.show_problem(f"{trouble.message} {trouble.way_out}")
        self.words.setFocus()
        self.words.selectAll()

    def _build(self) -> None:
        title = Paragraph(self._look, "Locked", Use.TITLE)
        words = "What you were typing is kept in the file. It opens just where you left it."
        for part in (title, Paragraph(self._look, words, role=Role.SECONDARY), self._field):
            self._column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addWidget(self._other)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(self._leave)
        limits = (
            "A passphrase protects the file against anybody who finds or takes this computer. It cannot protect"
            " against somebody who watches you type, nor printed letters."
        )
        self._column.addWidget(Paragraph(self._look, limits, Use.CAPTION, Role.SECONDARY))
        self._inner = QWidget()
        self._inner.setLayout(self._column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._bar)
        whole.addStretch(2)
        whole.addWidget(self._inner, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _on_open(self) -> None:
        typed = self.words.text()
        if typed:
            (self.recovery_requested if self._with_sheet else self.unlock_requested).emit(typed)

    def _change_way(self) -> None:
        self._with_sheet = not self._with_sheet
        self._bar.clear()
        self.words.clear()
        mode = QLineEdit.EchoMode.Normal if self._with_sheet else QLineEdit.EchoMode.Password
        self.words.setEchoMode(mode)
        self._field.set_label("The fourteen groups of the &recovery sheet" if self._with_sheet else "&Passphrase")
        self._other.setText("Use the &passphrase instead" if self._with_sheet else "Use the &recovery sheet instead")
        self.words.setFocus()

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(14))
        self._inner.setFixedWidth(self._look.px(460))
