# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing is never lost: soon a draft, at the next good moment one edit."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from amnesty_desktop.domain.case import Case
from amnesty_desktop.edits import cases
from amnesty_desktop.edits.bring_back import draft_of
from amnesty_desktop.ui import keeping
from amnesty_desktop.ui.keeping import Keeper
from amnesty_desktop.ui.session import Session


class Form(QObject):
    """The smallest form there can be: one case and its title."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.case = Case(title="Before")
        self.fails = False
        session.edit("Add case", partial(cases.add, case=self.case))
        self.keeper = Keeper(
            session,
            form=lambda: f"case:{self.case.id}",
            draft=lambda: draft_of(self.case),
            commit=self.commit,
            parent=self,
        )

    def type(self, title: str) -> None:
        self.case = replace(self.case, title=title)
        self.keeper.touched()

    def commit(self) -> bool:
        if self.fails:
            return False
        return self.session.edit("Change case", partial(cases.change, case=self.case), self) is not None

    @property
    def stored(self) -> str:
        return self.session.file.get(Case, self.case.id).title


def test_typing_is_in_the_file_within_two_seconds(qtbot: QtBot, session: Session) -> None:
    form = Form(session)
    form.type("After")
    qtbot.waitUntil(lambda: session.file.find_draft(f"case:{form.case.id}") is not None, timeout=2000)
    assert form.stored == "Before"


def test_settling_turns_typing_into_one_edit_and_drops_the_draft(qtbot: QtBot, session: Session) -> None:
    form = Form(session)
    form.type("Aft")
    form.keeper.keep()
    form.type("After")
    session.settle()
    assert form.stored == "After"
    assert session.file.all_drafts() == []
    session.undo()
    assert form.stored == "Before"


def test_typing_that_cannot_become_an_edit_stays_kept(qtbot: QtBot, session: Session) -> None:
    form = Form(session)
    form.fails = True
    form.type("After")
    session.settle()
    assert form.keeper.dirty
    assert session.file.find_draft(f"case:{form.case.id}") is not None


def test_after_a_rest_typing_becomes_an_edit_by_itself(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "EDIT_AFTER_MS", 20)
    form = Form(session)
    form.type("After")
    qtbot.waitUntil(lambda: form.stored == "After", timeout=2000)


def test_undo_settles_what_is_being_typed_first(qtbot: QtBot, session: Session) -> None:
    form = Form(session)
    form.type("After")
    session.undo()
    assert form.stored == "Before"
    assert session.file.redo_label == "Change case"


def test_nothing_typed_is_no_edit(qtbot: QtBot, session: Session) -> None:
    form = Form(session)
    session.settle()
    assert session.file.undo_label == "Add case"
    assert form.stored == "Before"
