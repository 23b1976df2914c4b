# SPDX-License-Identifier: GPL-3.0-or-later
"""After somebody was released, sent away or has died: what that means for letters that are not sent, and for thanks."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ...domain.case import Case
from ...domain.letter import SEALED, Letter
from ...domain.outcome import Outcome
from ...domain.person import Person
from ...domain.printed import paper, who
from ...domain.situation_now import SituationNow, situation_now
from ..desk import Desk
from ..theme import Role as Colour
from ..theme import Use
from ..widgets.buttons import QuietButton
from ..widgets.paragraph import OneLine, Paragraph
from ..widgets.section_head import SectionHead
from .frame import DialogFrame

_THANKS = (
    "Does the sheet, or the Secretariat’s coordinator, ask for letters of thanks? Write them only where they do: for"
    " some people attention is still a danger."
)


def overtaken(desk: Desk, outcome: Outcome) -> SituationNow | None:
    """How it stands now with whom an outcome is about, where that overtakes letters not sent; else None."""
    now = situation_now(outcome.person_id, (), desk.session.vocabulary.resolved([outcome]))
    return now if now.ends_appeals else None


def unsent_letters(desk: Desk, case_id: str) -> list[Letter]:
    """The letters of a case that may still go out."""
    return [letter for letter in desk.session.file.all(Letter, case_id=case_id) if letter.state not in SEALED]


class AfterOutcome(DialogFrame):
    """Proposes, and does nothing by itself. Signals: drafts_requested(case id), thanks_requested(case id)."""

    drafts_requested = Signal(str)
    thanks_requested = Signal(str)

    def __init__(self, desk: Desk, outcome: Outcome, now: SituationNow, parent: QWidget | None) -> None:
        number = len(unsent_letters(desk, outcome.case_id))
        super().__init__(desk.look, "What follows", parent, size=(560, 460 if number and now.is_released else 340))
        look, file = desk.look, desk.session.file
        case = file.get(Case, outcome.case_id)
        people = file.all(Person, case_id=case.id, order="position, key")
        self.drafts = QuietButton(look, "Open the &draft" if number == 1 else f"Open the {number} &drafts")
        self.thanks = QuietButton(look, "Draft &thanks")
        self.add(OneLine(look, f"{who(people, case)}, {paper(case)}", Use.BODY, Colour.SECONDARY))
        if number:
            words = "letter of this case is" if number == 1 else "letters of this case are"
            asked = f"{number} {words} not sent yet. The check looks at them anew. May they still go out?"
            self._part("Letters not sent", asked, self.drafts)
        if now.is_released:
            self._part("Thanks", _THANKS, self.thanks)
        self.content.addStretch(1)
        self.add_close("&Nothing for now")
        self.drafts.clicked.connect(lambda: self._go(self.drafts_requested, case.id))
        self.thanks.clicked.connect(lambda: self._go(self.thanks_requested, case.id))

    def _part(self, title: str, words: str, button: QuietButton) -> None:
        self.add(SectionHead(self.look, title), Paragraph(self.look, words, Use.TABLE), button)

    def _go(self, signal: SignalInstance, case_id: str) -> None:
        self.accept()
        signal.emit(case_id)
