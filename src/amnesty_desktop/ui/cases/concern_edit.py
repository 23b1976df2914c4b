# SPDX-License-Identifier: GPL-3.0-or-later
"""What is feared and what a case is about: words from two lists, added from a menu and taken away with a press."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ...domain.case import ConcernList
from ...domain.own_term import TermList
from ...domain.vocabularies import label
from ...domain.vocabulary import Vocabulary
from ..look import Look
from ..widgets.buttons import QuietButton
from ..widgets.chip import WrappedRow

Term = tuple[ConcernList, str]


class ConcernEdit(QWidget):
    """Holds (list, code) pairs in order; vocabulary gives the lists as they are by now.

    Signal: edited() when a person adds or takes away one.
    """

    edited = Signal()

    def __init__(self, look: Look, vocabulary: Callable[[], Vocabulary] = Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._look = look
        self._terms: list[Term] = []
        self._buttons: list[QuietButton] = []
        self._row = WrappedRow(look, self)
        self.add = QuietButton(look, "Add a concern ▾", small=True)
        self.add.setAccessibleName("Add a concern")
        self.add.setObjectName("add_concern")
        self.add.clicked.connect(self._show_menu)
        self.setFocusProxy(self.add)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_terms([])

    @property
    def terms(self) -> list[Term]:
        """What stands there, in order."""
        return list(self._terms)

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Show other concerns."""
        self._terms = list(dict.fromkeys(terms))
        for button in (*self._buttons, self.add):
            self._row.removeWidget(button)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(term) for term in self._terms]
        for button in (*self._buttons, self.add):
            self._row.addWidget(button)
        self.updateGeometry()

    def menu(self) -> QMenu:
        """A menu with both lists, without what stands there already."""
        menu = QMenu(self)
        for part in (ConcernList.RISK, ConcernList.ISSUE):
            inner = menu.addMenu(label(part))
            for term in self._vocabulary().offered(TermList(part)):
                if (part, term.code) not in self._terms:
                    inner.addAction(term.label).triggered.connect(
                        lambda _=False, chosen=(part, term.code): self._change([*self._terms, chosen])
                    )
        return menu

    def _button(self, term: Term) -> QuietButton:
        words = self._vocabulary().label(term[1])
        button = QuietButton(self._look, f"{words.replace('&', '&&')}  ×", small=True)
        button.setAccessibleName(f"Take away: {words}")
        button.clicked.connect(lambda: self._change([other for other in self._terms if other != term]))
        return button

    def _change(self, terms: Sequence[Term]) -> None:
        self.show_terms(terms)
        self.add.setFocus()
        self.edited.emit()

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))
