# SPDX-License-Identifier: GPL-3.0-or-later
"""An evening: one case that may be passed on, one for members only, two members of the group."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.builders import add
from tests.ui.letters.conftest import Scene, made_scene

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, Confidentiality
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.person import Person
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.tonight.view import TonightView


@pytest.fixture
def inside(desk: Desk) -> Case:
    """A case for members only, which is found by its name."""
    made = Case(title="Zebediah matter", appeal_by=PartialDate("2026-11-26"))
    add(desk.session.file, made, Person(case_id=made.id, name="Zebediah Krull"))
    return made


@pytest.fixture
def scene(desk: Desk, inside: Case) -> Scene:
    """The case of the writing desk, open to guests and due in three days, with a second minister to write to."""
    made, values = made_scene()
    made.case = replace(
        made.case, confidentiality=Confidentiality.EXTERNAL, appeal_by=PartialDate("2026-11-26"), please_mind="Mind."
    )
    second = replace(made.minister, id="second", name="Fiscal General", office="Fiscalía", position=1)
    others = [value for value in values if not (isinstance(value, Case) or value is made.minister)]
    add(desk.session.file, made.case, made.minister, second, *others)
    return made


@pytest.fixture
def second(desk: Desk, scene: Scene) -> Addressee:
    """The office that comes after the first."""
    return desk.session.file.get(Addressee, "second")


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, scene: Scene, shown: Callable[[QWidget], QMainWindow]) -> TonightView:
    """The evening in an active window of 1280 x 800, both members here."""
    made = TonightView(desk)
    shown(made).resize(1280, 800)
    for writer in made.evening.table.members():
        made.evening.table.tick(writer.key, True)
    made.table.refresh()
    made.table.who.close_ticks()
    return made
