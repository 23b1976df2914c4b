# SPDX-License-Identifier: GPL-3.0-or-later
"""Which articles of the Universal Declaration a case is about: one quiet line that opens to say what they hold."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ...domain.asks import articles_at_stake
from ...domain.case import Concern
from ...domain.udhr import article
from ..desk import Desk
from ..showing import show_if
from ..theme import Role, Use
from ..widgets.buttons import LinkButton
from ..widgets.paragraph import OneLine, Paragraph, Run


class RightsLine(QWidget):
    """Takes no room where the concerns touch no article."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rights")
        self._desk = desk
        self._case_id = ""
        self.articles: tuple[int, ...] = ()
        self.opener = LinkButton(desk.look, "", parent=self)
        self.opener.setObjectName("open_rights")
        self.opener.clicked.connect(self.turn)
        self.words = Paragraph(desk.look, "", Use.TABLE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        caption = OneLine(desk.look, "Rights at stake", Use.CAPTION, Role.SECONDARY)
        for part in (caption, self.opener, self.words):
            self._column.addWidget(part)
        self.words.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def load(self, case_id: str) -> bool:
        """Show the articles of a case; False where there are none."""
        session = self._desk.session
        if case_id != self._case_id:
            self._case_id = case_id
            self.words.hide()
        self.articles = articles_at_stake(session.file.all(Concern, case_id=case_id), session.vocabulary)
        if not self.articles:
            return False
        self.opener.setText(f"{_listed(self.articles)} of the Universal Declaration of Human Rights")
        runs = []
        for number in self.articles:
            runs += [Run(f"{number}  ", strong=True), Run(f"{article(number)}.\n", Role.SECONDARY)]
        runs[-1] = Run(runs[-1].text.rstrip(), Role.SECONDARY)
        self.words.set_runs(*runs)
        self._column.setSpacing(self._desk.look.px(2))
        return True

    def turn(self) -> None:
        """Open or fold away what the articles hold."""
        show_if(self.words, self.words.isHidden())


def _listed(numbers: tuple[int, ...]) -> str:
    *first, last = map(str, numbers)
    return f"Articles {', '.join(first)} and {last}" if first else f"Article {last}"
