# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a country: typed by any of its names, offered from the list, kept as its code."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ...domain.countries import countries, country_code, country_name


class CountryEdit(QLineEdit):
    """Holds an ISO 3166-1 alpha-2 code; words that are no country stay as typed and count as none.

    Signal: code_changed(code) when another country, or none, is meant.
    """

    code_changed = Signal(str)

    def __init__(self, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._code = ""
        completer = QCompleter(self)
        completer.setModel(QStringListModel([name for _, name in countries(language)], completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)
        self.textChanged.connect(self._on_text_changed)

    @property
    def code(self) -> str:
        """The country meant, empty while the words are none."""
        return self._code

    @property
    def is_understood(self) -> bool:
        """Whether nothing or a country stands there."""
        return bool(self._code) or not self.text().strip()

    def set_code(self, code: str) -> None:
        """Show a country, without telling anybody."""
        self.blockSignals(True)
        self._code = code
        self.setText(country_name(code, self._language) if code else "")
        self.blockSignals(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._code:
            self.set_code(self._code)

    def _on_text_changed(self, text: str) -> None:
        code = country_code(text) or ""
        if code != self._code:
            self._code = code
            self.code_changed.emit(code)
