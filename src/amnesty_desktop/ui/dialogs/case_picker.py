# SPDX-License-Identifier: GPL-3.0-or-later
"""A field to choose a case with: part of a name, a country or a paper, then the list, all by keyboard."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from ...domain.countries import country_name
from ...domain.spellings import finds
from ...domain.vocabularies import short_label
from ...store.cases import CaseFilter, CaseLine, case_keys, case_lines
from ..look import Look
from ..session import Session
from ..theme import Role

_MOST = 12
_LOOKED_AT = 120
_WAIT_MS = 80


class CasePicker(QLineEdit):
    """Enter takes the first case offered, Down goes through them, Esc puts the list away.

    Signal: chosen(case id). set_chosen() shows a case without telling anybody.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._session = session
        self._shown = ""
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.offers = QCompleter(self._model, self)
        self.offers.setPopup(self.list)
        self.offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.offers.setMaxVisibleItems(8)
        # As the completer of the line it would write over what is typed while one goes through the list.
        self.offers.setWidget(self)
        self.list.clicked.connect(lambda index: self._take(self._model.item(index.row())))
        self._wait = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._wait.timeout.connect(self.search)
        self.textEdited.connect(lambda: self._wait.start())
        look.changed.connect(self._restyle)
        self._restyle()

    def set_chosen(self, words: str) -> None:
        """Show the case that is chosen."""
        self._shown = words
        self.setText(words)
        self.setCursorPosition(0)

    def search(self) -> None:
        """Offer the cases that match what is typed."""
        self._wait.stop()
        self._model.clear()
        for line in self._matches():
            item = QStandardItem(said(line))
            item.setData(line.id, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        if self._model.rowCount():
            self.offers.complete()
        else:
            self.list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_open():
            self._take_current()
        elif event.key() == Qt.Key.Key_Down and not self.list.isVisible():
            self.search()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Half a word left behind would look like another case than the one that is chosen.
        if self._shown and not self.list.isVisible():
            self.setText(self._shown)

    def _is_open(self) -> bool:
        """Whether a case is still to be taken for what is typed."""
        return self.list.isVisible() or (bool(self.text().strip()) and self.text() != self._shown)

    def _matches(self) -> list[CaseLine]:
        if self._session.is_locked or not self.text().strip():
            return []
        engine = self._session.file.engine
        found = case_lines(
            engine, case_keys(engine, CaseFilter(query=self.text(), status=None, column="who"))[:_LOOKED_AT]
        )
        # Cases are found by all that is written in them; those that are called so come first.
        return sorted(found, key=lambda line: not finds(self.text(), said(line)))[:_MOST]

    def _take_current(self) -> None:
        """Take what stands marked in the list, or else the first that matches."""
        if self._wait.isActive() or not self._model.rowCount():
            self.search()
        index = self.list.currentIndex()
        row = index.row() if index.isValid() else 0
        if self._model.rowCount():
            self._take(self._model.item(row))

    def _take(self, item: QStandardItem) -> None:
        self.list.hide()
        self._wait.stop()
        self.set_chosen(item.text())
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _restyle(self) -> None:
        look = self._look
        colours = {name: look.color(role).name() for name, role in _ROLES.items()}
        self.list.setStyleSheet(
            f"QListView {{ border: 1px solid {colours['edge']}; background: {colours['pane']}; }}"
            f"QListView::item {{ padding: {look.px(5)}px {look.px(8)}px; color: {colours['text']}; }}"
            f"QListView::item:selected {{ background: {colours['selection']}; color: {colours['selected']}; }}"
        )


_ROLES = {
    "edge": Role.EDGE,
    "pane": Role.PANE,
    "text": Role.TEXT,
    "selection": Role.SELECTION,
    "selected": Role.SELECTED_TEXT,
}


def said(line: CaseLine) -> str:
    """A case on one line: who, country, paper."""
    country = country_name(line.country) if line.country else ""
    paper = line.reference or short_label(line.kind)
    return ", ".join(part for part in (line.who, country, paper) if part)
