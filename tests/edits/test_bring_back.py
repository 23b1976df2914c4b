# SPDX-License-Identifier: GPL-3.0-or-later
"""After a crash, what was typed becomes one edit that can be undone."""

from dataclasses import replace

from tests.support.builders import add, case, contents, letter, open_file

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.letter import Letter
from amnesty_desktop.edits import bring_back
from amnesty_desktop.store.case_file import CaseFile


def test_typing_comes_back_as_one_edit_after_a_crash(file: CaseFile) -> None:
    teacher = case()
    draft = letter(teacher)
    add(file, teacher)
    before = contents(file)
    file.keep_draft(f"case:{teacher.id}", bring_back.draft_of(replace(teacher, next_step="write")))
    file.keep_draft("new letter", bring_back.draft_of(draft))
    file.close()
    again = open_file(file.path)
    bring_back.typing(again)
    assert again.get(Case, teacher.id).next_step == "write"
    assert again.get(Letter, draft.id) == draft
    assert again.all_drafts() == []
    again.undo()
    assert contents(again) == before
    again.close()


def test_text_that_is_no_value_yet_stays_for_its_form(file: CaseFile) -> None:
    teacher = case()
    file.keep_draft("new case", bring_back.draft_of(teacher, typed={"appeal_by": "5 Ma"}))
    bring_back.typing(file)
    (draft,) = file.all_drafts()
    assert draft.value == {"rows": [], "typed": {"appeal_by": "5 Ma"}}
    assert file.get(Case, teacher.id) == teacher


def test_a_draft_of_an_older_version_keeps_defaults_for_what_it_does_not_know(file: CaseFile) -> None:
    teacher = case()
    row = {"id": teacher.id, "title": "Typed", "field_of_the_future": "x"}
    file.keep_draft("new case", {"rows": [["cases", row]]})
    bring_back.typing(file)
    assert file.get(Case, teacher.id) == replace(teacher, title="Typed")


def test_typing_that_was_saved_already_changes_nothing(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    file.keep_draft("case", bring_back.draft_of(teacher))
    assert bring_back.typing(file).rows == frozenset()
    assert file.all_drafts() == []
