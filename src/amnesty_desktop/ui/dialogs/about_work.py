# SPDX-License-Identifier: GPL-3.0-or-later
"""About the work: what the movement stands for and how it goes about it, in our own words."""

from PySide6.QtWidgets import QWidget

from ..look import Look
from ..theme import Role, Use
from ..widgets.paragraph import Paragraph
from ..widgets.section_head import SectionHead
from .frame import DialogFrame

_PARTS = (
    (
        "Since 1961",
        "In 1961 a newspaper appeal asked readers to write for people in prison whose only offence was what they"
        " thought or who they were. Out of it grew a movement of people in many countries who write letters for"
        " strangers.",
    ),
    (
        "What it works for",
        "The release of prisoners of conscience: people held for their beliefs, race, sex, language, religion or"
        " ethnic origin who have neither used violence nor called for it. Fair and prompt trials. An end to torture"
        " and to executions, for everybody and without exception. The measure is the Universal Declaration of Human"
        " Rights, which the United Nations adopted in 1948.",
    ),
    (
        "How a case is checked",
        "Researchers listen to witnesses, read newspapers and journals, read letters from prisoners and their"
        " families, and travel to see for themselves. A statement counts as checked when at least two sources say so"
        " that do not go back to one another. This program keeps to the same rule, and shows what each fact rests on.",
    ),
    (
        "What a group does",
        "It takes up a case, asks those in charge, politely and again and again, for what the sheet recommends, and"
        " keeps an eye on what happens. It also writes to the United Nations and bodies like it.",
    ),
    (
        "What may change",
        "Torture stops. Somebody who had disappeared is seen alive. A death sentence is changed to a lighter one. A"
        " prison admits whom it is holding. A prisoner comes home. The movement has said that in more than a third of"
        " its cases something gets better. That does not show that letters were the reason, and this program never"
        " says so.",
    ),
)


class AboutWork(DialogFrame):
    """Five short paragraphs and who we are not."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, "About the work", parent, size=(640, 640))
        for title, words in _PARTS:
            self.add(SectionHead(look, title), Paragraph(look, words))
        said = "Amnesty Desktop is an independent volunteer project, not endorsed by Amnesty International."
        self.add(Paragraph(look, said, Use.TABLE, Role.SECONDARY))
        self.content.addStretch(1)
        self.add_close()
