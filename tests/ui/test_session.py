# SPDX-License-Identifier: GPL-3.0-or-later
"""The session: every change goes through it and is told once."""

from dataclasses import replace
from functools import partial

from pytestqt.qtbot import QtBot
from tests.support.builders import add

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter, LetterState
from amnesty_desktop.edits import cases, letters
from amnesty_desktop.edits.bring_back import draft_of
from amnesty_desktop.edits.group import change
from amnesty_desktop.store.changes import Changes
from amnesty_desktop.store.errors import CaseFileError
from amnesty_desktop.ui.session import Session


def test_an_edit_is_told_once_with_who_asked(qtbot: QtBot, session: Session) -> None:
    told: list[tuple[Changes, object]] = []
    session.changed.connect(lambda changes, origin: told.append((changes, origin)))
    asker = object()
    session.edit("Add case", partial(cases.add, case=Case(title="A teacher")), asker)
    assert [(changes.label, origin) for changes, origin in told] == [("Add case", asker)]


def test_an_edit_that_changes_nothing_is_not_told(qtbot: QtBot, session: Session) -> None:
    told: list[object] = []
    case = Case(title="A teacher")
    session.edit("Add case", partial(cases.add, case=case))
    session.changed.connect(lambda *_: told.append(1))
    session.edit("Change case", partial(cases.change, case=case))
    assert told == []


def test_a_trouble_of_the_world_becomes_a_sentence_and_no_change(qtbot: QtBot, session: Session) -> None:
    troubles: list[CaseFileError] = []
    session.trouble.connect(troubles.append)
    case = Case()
    sent = Letter(case_id=case.id, state=LetterState.SENT)
    add(session.file, case, sent)
    done = session.edit("Change letter", partial(letters.save, letter=replace(sent, subject="Other")))
    assert done is None
    assert "cannot be changed" in troubles[0].message


def test_the_group_is_read_anew_after_it_changed(qtbot: QtBot, session: Session) -> None:
    renamed = replace(session.group, name="Hillside Group")
    session.edit("Change our group", partial(change, group=renamed))
    assert session.group.name == "Hillside Group"


def test_undo_and_redo_are_told_like_any_change(qtbot: QtBot, session: Session) -> None:
    session.edit("Add case", partial(cases.add, case=Case(title="A teacher")))
    kinds: list[str] = []
    session.changed.connect(lambda changes, _origin: kinds.append(changes.kind))
    session.undo()
    session.redo()
    assert kinds == ["undo", "redo"]


def test_typing_kept_before_a_crash_comes_back_as_one_edit(qtbot: QtBot, session: Session) -> None:
    case = Case(title="Half a sentence about")
    session.keep_draft("new case", draft_of(case))
    session.bring_typing_back()
    assert session.file.get(Case, case.id).title == "Half a sentence about"
    assert session.file.undo_label == "Bring back what was typed"
    assert session.file.all_drafts() == []


def test_half_a_date_stays_kept_for_its_form(qtbot: QtBot, session: Session) -> None:
    case = Case(title="A teacher")
    session.keep_draft(f"case:{case.id}", draft_of(case, typed={"appeal_by": "31 Feb"}))
    session.bring_typing_back()
    kept = session.file.find_draft(f"case:{case.id}")
    assert kept is not None
    assert kept.value == {"rows": [], "typed": {"appeal_by": "31 Feb"}}
