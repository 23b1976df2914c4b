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
        self.named = Paragraph(desk.look, "", Use.BODY)
        self.opener = LinkButton(desk.look, "", parent=self)
        self.opener.setObjectName("open_rights")
        self.opener.clicked.connect(self.turn)
        self.words = Paragraph(desk.look, "", Use.TABLE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        caption = OneLine(desk.look, "Rights at stake", Use.CAPTION, Role.SECONDARY)
        for part in (caption, self.named, self.words, self.opener):
            self._column.addWidget(part)
        self.words.hide()
        self.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def load(self, case_id: str) -> None:
        """Show the articles of a case."""
        session = self._desk.session
        if case_id != self._case_id:
            self._case_id = case_id
            show_if(self.words, False)
        self.articles = articles_at_stake(session.file.all(Concern, case_id=case_id), session.vocabulary)
        show_if(self, bool(self.articles))
        if not self.articles:
            return
        self.named.setText(f"{_listed(self.articles)} of the Universal Declaration of Human Rights")
        self._say()
        runs = []
        for number in self.articles:
            runs += [Run(f"{number}  ", strong=True), Run(f"{article(number)}.\n", Role.SECONDARY)]
        runs[-1] = Run(runs[-1].text.rstrip(), Role.SECONDARY)
        self.words.set_runs(*runs)
        self._column.setSpacing(self._desk.look.px(4))

    def turn(self) -> None:
        """Open or fold away what the articles hold."""
        show_if(self.words, self.words.isHidden())
        self._say()

    def _say(self) -> None:
        they = "they say" if len(self.articles) > 1 else "it says"
        self.opener.setText(f"What {they}" if self.words.isHidden() else "Fold away")


def _listed(numbers: tuple[int, ...]) -> str:
    *first, last = map(str, numbers)
    return f"Articles {', '.join(first)} and {last}" if first else f"Article {last}"
