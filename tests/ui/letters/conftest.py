# SPDX-License-Identifier: GPL-3.0-or-later
"""One case to write about: three facts, two requests, a minister, an embassy and two members."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Ask, Case
from amnesty_desktop.domain.claim import Claim, Stated, Support
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.edits.drafting import draft_letter
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters.view import LettersView


@dataclass
class Scene:
    """What the tests need to name."""

    case: Case
    minister: Addressee
    embassy: Addressee
    hanna: Member
    oskar: Member
    led: Claim
    followed: Claim
    closed: Claim

    @property
    def case_id(self) -> str:
        return self.case.id


def made_scene() -> tuple[Scene, list[object]]:
    case = Case(reference="UA 112/26", country="HN", title="Threats against Maribel Quiñónez Tábora")
    person = Person(case_id=case.id, name="Maribel Quiñónez Tábora")
    research = Source(case_id=case.id, kind=SourceKind.SECRETARIAT, title="UA 112/26")
    paper = Source(case_id=case.id, kind=SourceKind.NEWSPAPER, publisher="El Ejemplo", origin_known=True)
    texts = (
        "Maribel Quiñónez Tábora has led the radio since 2019.",
        "On 9 October 2026 two men followed her home.",
        "On 21 October the police closed her complaint.",
    )
    led, followed, closed = (
        Claim(case_id=case.id, text=text, stated=Stated.CONFIRMED, position=place) for place, text in enumerate(texts)
    )
    supports = [
        Support(case_id=case.id, claim_id=claim.id, source_id=source.id)
        for claim, source in ((led, research), (followed, research), (closed, paper))
    ]
    minister = Addressee(
        case_id=case.id, name="Sr. Ministro", office="Secretaría de Seguridad", address="Calle 100\nTegucigalpa",
        country="HN", salutation="Dear Minister",
    )  # fmt: skip
    embassy = Addressee(case_id=case.id, role=AddresseeRole.EMBASSY, name="Embassy of Honduras", address="1 Square")
    asks = [Ask(case_id=case.id, text=text) for text in ("to protect her and her family;", "to find who followed her.")]
    hanna, oskar = Member(name="Hanna Brandvold", address="3 Mill Lane"), Member(name="Oskar Lindqvist")
    scene = Scene(case, minister, embassy, hanna, oskar, led, followed, closed)
    others = [case, person, research, paper, led, followed, closed, *supports, minister, embassy, *asks, hanna, oskar]
    return scene, others


@pytest.fixture
def scene(desk: Desk) -> Scene:
    made, values = made_scene()
    group = replace(desk.session.group, address="12 Example Street", email="letters@example.org", line="Volunteers")
    add(desk.session.file, group, *values)
    desk.session.changed.emit(desk.session.file.edit("Nothing", lambda write: None), None)
    desk.session._group = None
    return made


@pytest.fixture
def letter(desk: Desk, scene: Scene) -> Letter:
    """A draft to the minister, as the program makes it."""
    made = draft_letter(desk.session.file, scene.case_id, scene.minister.id, scene.hanna.id, desk.session.today())
    add(desk.session.file, made, label="Begin a letter")
    return made


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, scene: Scene, shown: Callable[[QWidget], QMainWindow]) -> LettersView:
    """The Letters view in an active window wide enough for everything."""
    made = LettersView(desk)
    shown(made).resize(1200, 780)
    return made
