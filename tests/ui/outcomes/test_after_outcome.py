# SPDX-License-Identifier: GPL-3.0-or-later
"""What is proposed after somebody was released or has died."""

from functools import partial

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.support.builders import letter

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.edits import letters
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.outcomes.view import OutcomesView


def record(view: OutcomesView, case: Case, kind: str, way: Direction = Direction.BETTER) -> None:
    view.record(case.id)
    form = view.dialog
    assert form is not None
    form.ways.choose(way)
    form._fill_kinds()
    form.kind.setCurrentIndex(form.kind.findData(kind))
    form.how_known.setPlainText("His sister, by telephone.")
    QTest.keyClicks(form.on.line, "20 November 2026")
    form.save.click()


@pytest.fixture
def drafts(desk: Desk, case: Case) -> list[Letter]:
    made = [letter(case), letter(case, state=LetterState.READY)]
    for one in made:
        desk.session.edit("Begin a letter", partial(letters.save, letter=one))
    return made


@pytest.mark.parametrize("kind", ["released", "released_on_conditions", "released_on_bail", "pardoned"])
def test_any_release_asks_about_thanks_and_the_letters_not_sent(
    view: OutcomesView, case: Case, drafts: list[Letter], kind: str
) -> None:
    record(view, case, kind)
    assert view.after is not None
    assert view.after.drafts.text() == "Open the 2 &drafts"
    assert view.after.thanks.isVisible()


def test_one_click_opens_the_letters_not_sent(
    view: OutcomesView, desk: Desk, case: Case, drafts: list[Letter], qtbot: QtBot
) -> None:
    record(view, case, "released")
    assert view.after is not None
    with qtbot.waitSignal(desk.wishes.unsent_requested) as asked:
        view.after.drafts.click()
    assert asked.args == [case.id]


def test_thanks_are_drafted_on_request_alone(view: OutcomesView, desk: Desk, case: Case, qtbot: QtBot) -> None:
    record(view, case, "released")
    assert view.after is not None
    assert not view.after.drafts.isVisible()
    with qtbot.waitSignal(desk.wishes.thanks_requested):
        view.after.thanks.click()


def test_a_death_asks_about_the_letters_and_never_about_thanks(
    view: OutcomesView, case: Case, drafts: list[Letter]
) -> None:
    record(view, case, "died_in_custody", Direction.WORSE)
    assert view.after is not None
    assert view.after.drafts.isVisible()
    assert not view.after.thanks.isVisible()


def test_other_news_asks_nothing(view: OutcomesView, case: Case, drafts: list[Letter]) -> None:
    record(view, case, "charges_dropped")
    assert view.after is None
