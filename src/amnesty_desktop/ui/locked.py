# SPDX-License-Identifier: GPL-3.0-or-later
"""The locked page: it asks for the passphrase and shows nothing of the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ..store.errors import CaseFileError
from .look import Look
from .theme import Role, Use
from .welcome.leaf import Leaf
from .widgets.buttons import LinkButton, PrimaryButton
from .widgets.form_field import FormField
from .widgets.paragraph import Paragraph

_WIDEST = 620
_SHEET_HINT = "Small letters, spaces and dashes do not matter"
_LIMITS = (
    "A passphrase protects the file against anybody who finds or takes this computer. It cannot protect against"
    " somebody who watches you type, against other programs while the file is open, nor what was printed or exported."
)


class LockedPage(Leaf):
    """Signals: unlock_requested(passphrase), recovery_requested(letters as typed), leave_requested()."""

    unlock_requested = Signal(str)
    recovery_requested = Signal(str)
    leave_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        words = "What you were typing is kept in the file. It opens just where you left it."
        super().__init__(look, "Locked", words, widest=_WIDEST, parent=parent)
        self._asks_for_sheet = False
        self.words, self.groups = QLineEdit(), QLineEdit()
        self.words.setObjectName("passphrase")
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.groups.setObjectName("sheet")
        self.groups.setPlaceholderText("XXXX XXXX XXXX …")
        self._fields = (
            FormField(look, "passphrase", "&Passphrase", self.words),
            FormField(look, "sheet", "The fourteen groups of the recovery &sheet", self.groups, hint=_SHEET_HINT),
        )
        self._other = LinkButton(look, "")
        self._other.setObjectName("use sheet")
        self._other.clicked.connect(lambda: self._ask_for_sheet(not self._asks_for_sheet))
        self._build()
        self._ask_for_sheet(False)
        self.restyle()

    def show_trouble(self, trouble: CaseFileError) -> None:
        """Say why it did not open; what was typed is selected, ready to be typed again."""
        self.bar.show_problem(f"{trouble.message} {trouble.way_out}")
        self._editor.setFocus()
        self._editor.selectAll()

    @property
    def _editor(self) -> QLineEdit:
        return self.groups if self._asks_for_sheet else self.words

    def _build(self) -> None:
        unlock = PrimaryButton(self.look, "&Open")
        unlock.setObjectName("unlock")
        unlock.clicked.connect(self._on_open)
        leave = LinkButton(self.look, "Open &another file")
        leave.setObjectName("leave")
        leave.clicked.connect(self.leave_requested)
        self.page.insertStretch(0, 2)
        self.page.addSpacing(self.look.px(12))
        for field in self._fields:
            self.page.addWidget(field)
        for editor in (self.words, self.groups):
            editor.returnPressed.connect(self._on_open)
            editor.textEdited.connect(self.bar.clear)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(24))
        row.addWidget(unlock)
        row.addWidget(self._other)
        row.addStretch(1)
        self.page.addLayout(row)
        self.page.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.addSpacing(self.look.px(16))
        self.page.addWidget(Paragraph(self.look, _LIMITS, Use.CAPTION, Role.SECONDARY))
        self.page.addStretch(3)

    def _on_open(self) -> None:
        typed = self._editor.text()
        if typed.strip():
            (self.recovery_requested if self._asks_for_sheet else self.unlock_requested).emit(typed)

    def _ask_for_sheet(self, wanted: bool) -> None:
        self._asks_for_sheet = wanted
        self.bar.clear()
        for field, is_asked in zip(self._fields, (not wanted, wanted), strict=True):
            field.setVisible(is_asked)
        self.words.clear()
        self.groups.clear()
        self._other.setText("Use the &passphrase instead" if wanted else "Use the &recovery sheet instead")
        self.setFocusProxy(self._editor)
        self._editor.setFocus()
