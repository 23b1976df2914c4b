# SPDX-License-Identifier: GPL-3.0-or-later
"""A large file of an older program gets its search ready while the window is idle."""

import pytest
from pytestqt.qtbot import QtBot
from tests.support.builders import add, case, letter, person

from amnesty_desktop.store import reindexing
from amnesty_desktop.ui.search_upkeep import SearchUpkeep
from amnesty_desktop.ui.session import Session


@pytest.fixture
def upkeep(session: Session) -> SearchUpkeep:
    teacher = case()
    add(session.file, teacher, person(teacher), letter(teacher))
    session.file.engine.run("PRAGMA user_version = 1")
    return SearchUpkeep(session, session)


def test_a_file_of_this_program_needs_nothing(session: Session) -> None:
    assert not SearchUpkeep(session, session).is_needed


def test_an_older_index_is_brought_up_to_date_when_idle(qtbot: QtBot, session: Session, upkeep: SearchUpkeep) -> None:
    assert upkeep.is_needed
    with qtbot.waitSignal(upkeep.job.ended):
        upkeep.begin()
    assert reindexing.is_present(session.file.engine)


def test_cancelled_it_begins_again_the_next_time(qtbot: QtBot, upkeep: SearchUpkeep) -> None:
    upkeep.job.cancel()
    with qtbot.waitSignal(upkeep.job.ended):
        upkeep.begin()
    assert upkeep.is_needed
