# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a passphrase: typed twice, judged in words, or six words suggested."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ...domain.passphrases import Strength, passphrase_problems, strength, suggest
from ...paths import resource
from ..lights import Light, LightLabel
from ..look import Look
from ..theme import Use
from ..widgets.buttons import LinkButton
from ..widgets.form_field import FormField

_JUDGED = {
    Strength.TOO_SHORT: (Light.LOOK_AGAIN, "Too short yet"),
    Strength.WEAK: (Light.LOOK_AGAIN, "Easy to guess; more words would help"),
    Strength.FAIR: (Light.ONE_SHORT, "Keeps out whoever finds the computer"),
    Strength.STRONG: (Light.VERIFIED, "Hard to guess, for machines too"),
}
_NOTHING_YET = (Light.NO_DATE, "Several words are easiest to remember")


class NewPassphrase(QWidget):
    """Two fields and what the program thinks of them. Signal: entered() when Enter was pressed in the second."""

    entered = Signal()

    def __init__(self, look: Look, label: str = "&Passphrase", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = suggested_words()
        self._known = frozenset(self._words)
        self.first, self.again = QLineEdit(), QLineEdit()
        self.shown = QCheckBox("S&how what is typed")
        self.suggestion = LinkButton(look, "Suggest si&x words")
        self._judged = LightLabel(look, *_NOTHING_YET, Use.CAPTION)
        self._fields = (
            FormField(look, "passphrase", label, self.first),
            FormField(look, "again", "&Once more", self.again),
        )
        named = ((self.first, "passphrase"), (self.again, "again"), (self.shown, "show"), (self.suggestion, "suggest"))
        for part, name in named:
            part.setObjectName(name)
        self._column, self._above, self._row = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._build()
        look.changed.connect(self._restyle)
        self._restyle()
        self._set_shown(False)
        self.setFocusProxy(self.first)

    @property
    def judged(self) -> str:
        """What the program says of the passphrase as it stands."""
        return self._judged.word

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.first.text() and not self.again.text()

    def take(self) -> str | None:
        """Return the passphrase, or None after saying beside the field why it cannot be taken."""
        problems = {problem.field: problem for problem in passphrase_problems(self.first.text(), self.again.text())}
        for field in self._fields:
            field.clear_problem()
            if field.name in problems:
                field.show_problem(problems[field.name])
                field.editor.setFocus()
        return None if problems else self.first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._above.addWidget(self._fields[0])
        self._above.addWidget(self._judged)
        self._column.addLayout(self._above)
        self._column.addWidget(self._fields[1])
        self._row.addWidget(self.shown)
        self._row.addStretch(1)
        self._row.addWidget(self.suggestion)
        self._column.addLayout(self._row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.first.textChanged.connect(self._on_typed)
        self.again.textChanged.connect(lambda: self._fields[1].clear_problem())
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)
        self.shown.toggled.connect(self._set_shown)
        self.suggestion.clicked.connect(self._on_suggest)

    def _on_typed(self, text: str) -> None:
        self._fields[0].clear_problem()
        light, words = _JUDGED[strength(text, self._known)] if text else _NOTHING_YET
        self._judged.show_light(light, words)
        self.first.setAccessibleDescription(words)

    def _on_suggest(self) -> None:
        words = suggest(self._words, secrets.choice)
        self.shown.setChecked(True)
        self.first.setText(words)
        self.again.setText(words)
        self.first.setCursorPosition(0)
        self.again.setCursorPosition(0)

    def _set_shown(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.again):
            field.setEchoMode(mode)
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(12))
        self._above.setSpacing(self._look.px(6))


def suggested_words() -> tuple[str, ...]:
    """The words suggestions are made of, from the shipped list."""
    lines = resource("words", "en.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
