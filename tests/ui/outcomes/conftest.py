# SPDX-License-Identifier: GPL-3.0-or-later
"""One case of one person, and outcomes made in a line."""

from collections.abc import Callable
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person
from amnesty_desktop.edits import cases
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.outcomes.view import OutcomesView

AddOutcome = Callable[..., Outcome]


@pytest.fixture
def case(desk: Desk) -> Case:
    made = Case(country="HN", reference="UA 112/26")
    edit = partial(cases.add, case=made, people=[Person(case_id=made.id, name="Maribel Quiñónez")])
    desk.session.edit("Add case", edit)
    return made


@pytest.fixture
def add_outcome(desk: Desk, case: Case) -> AddOutcome:
    """Record an outcome of the case: on (EDTF or None), direction, kind."""

    def add(on: str | None, way: Direction = Direction.BETTER, kind: str = "released") -> Outcome:
        outcome = Outcome(case_id=case.id, on=PartialDate(on) if on else None, direction=way, kind=kind)
        desk.session.edit("Record outcome", lambda write: write.save(outcome))
        return outcome

    return add


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, case: Case) -> OutcomesView:
    made = OutcomesView(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made
