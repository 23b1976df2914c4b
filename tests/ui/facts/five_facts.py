# SPDX-License-Identifier: GPL-3.0-or-later
"""Five facts of an invented case, each standing differently, and the tab that shows them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from tests.support.builders import add, case, person

from amnesty_desktop.domain.claim import Claim, Says, Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.domain.standing import StandingKind
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.facts.fact_form import FactForm
from amnesty_desktop.ui.facts.fact_row import Act, FactLine, FactRow, OpenFact
from amnesty_desktop.ui.facts.facts_tab import FactsTab
from amnesty_desktop.ui.facts.source_form import SourceForm

CASE = case(country="HN", reference="UA 112/26")
MARIBEL = person(CASE, "Maribel Quiñónez")
WITNESS = Source(case_id=CASE.id, kind=SourceKind.WITNESS, title="A neighbour, sworn", origin_known=True)
PAPER = Source(case_id=CASE.id, kind=SourceKind.NEWSPAPER, publisher="Diario del Valle", origin_known=True)
SHEET = Source(case_id=CASE.id, kind=SourceKind.SECRETARIAT, title="Sheet", ai_index="AMR 37/4127/2026")
SISTER = Source(case_id=CASE.id, kind=SourceKind.FAMILY_LETTER, title="Her sister", origin_known=True)
RUMOUR = Source(case_id=CASE.id, kind=SourceKind.OTHER, publisher="El Eco")


def claim(text: str, position: int, **fields: object) -> Claim:
    values = {"case_id": CASE.id, "person_id": MARIBEL.id, "text": text, "position": position} | fields
    return Claim(**values)  # type: ignore[arg-type]


FOLLOWED = claim("Two men followed her home.", 0)
CLOSED = claim("The police closed her complaint.", 1)
GUARDED = claim("Officers guard her house.", 2)
LEADS = claim("She has led the radio since 2019.", 3)
AWAY = claim("She stays with relatives.", 4, overtaken_on=PartialDate("2026-11-12"))


def by(fact: Claim, source: Source, says: Says = Says.SUPPORTS, note: str = "") -> Support:
    return Support(case_id=CASE.id, claim_id=fact.id, source_id=source.id, says=says, note=note)


AGAINST = by(GUARDED, SISTER, Says.CONTRADICTS, "nobody has come")


def facts_tab(desk: Desk, shown: Callable[[QWidget], QMainWindow]) -> FactsTab:
    """The tab over five facts: one verified, one short of a source, one disputed, one of Amnesty's, one overtaken."""
    facts = (FOLLOWED, CLOSED, GUARDED, LEADS, AWAY)
    says = (by(FOLLOWED, WITNESS), by(FOLLOWED, PAPER), by(CLOSED, PAPER), by(GUARDED, WITNESS), AGAINST)
    sources = (WITNESS, PAPER, SHEET, SISTER, RUMOUR)
    add(desk.session.file, CASE, MARIBEL, *sources, *facts, *says, by(LEADS, SHEET))
    made = FactsTab(desk)
    shown(made)
    made.load(CASE.id)
    QApplication.processEvents()
    return made


def row(tab: FactsTab, fact: Claim) -> FactRow:
    return tab.facts.rows[fact.id]


def opened(tab: FactsTab, fact: Claim) -> OpenFact:
    found = row(tab, fact)
    assert isinstance(found, OpenFact)
    return found


def settled(tab: FactsTab, fact: Claim) -> FactLine:
    found = row(tab, fact)
    assert isinstance(found, FactLine)
    return found


def fact_form(tab: FactsTab) -> FactForm:
    assert isinstance(tab.form, FactForm)
    return tab.form


def source_form(tab: FactsTab) -> SourceForm:
    assert isinstance(tab.form, SourceForm)
    return tab.form


def press(tab: FactsTab, fact: Claim, act: Act) -> None:
    QTest.mouseClick(opened(tab, fact).buttons[act], Qt.MouseButton.LeftButton)


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().replace("&", "").startswith(words)).trigger()


def kind(tab: FactsTab, fact: Claim) -> StandingKind:
    return tab.shown(fact.id).fact.standing.kind


def kept(desk: Desk, fact: Claim) -> Claim:
    return desk.session.file.get(Claim, fact.id)
