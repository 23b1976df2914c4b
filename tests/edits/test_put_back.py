# SPDX-License-Identifier: GPL-3.0-or-later
"""Any earlier value can be put back, and that can be undone."""

from dataclasses import replace
from functools import partial

import pytest
from tests.support.builders import add, case, letter

from amnesty_desktop.domain.case import Ask, Case
from amnesty_desktop.domain.letter import LetterState
from amnesty_desktop.edits.put_back import can_put_back, put_back_value
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError


def _put_back(file: CaseFile, table: str, row_id: str, field: str, value: str | int | None) -> None:
    file.edit("Put back", partial(put_back_value, table=table, row_id=row_id, field=field, value=value))


def test_an_earlier_value_stands_there_again_until_undone(file: CaseFile) -> None:
    teacher = case("Harbour")
    add(file, teacher)
    add(file, replace(teacher, title="River"))
    _put_back(file, "cases", teacher.id, "title", "Harbour")
    assert file.get(Case, teacher.id).title == "Harbour"
    assert file.search("harbour")
    file.undo()
    assert file.get(Case, teacher.id).title == "River"


def test_what_was_taken_away_comes_back(file: CaseFile) -> None:
    teacher = case()
    ask = Ask(case_id=teacher.id, text="Protect her")
    add(file, teacher, ask)
    file.edit("Take away", lambda write: write.bury(Ask, ask.id))
    _put_back(file, "asks", ask.id, "gone", 0)
    assert file.count(Ask) == 1


def test_what_stands_there_already_is_not_offered(file: CaseFile) -> None:
    teacher = case("Harbour")
    add(file, teacher)
    assert not can_put_back(file, "cases", teacher.id, "title", "Harbour")
    with pytest.raises(CaseFileError):
        _put_back(file, "cases", teacher.id, "title", "Harbour")


def test_a_sent_letter_stays_as_it_was_posted(file: CaseFile) -> None:
    teacher = case()
    sent = letter(teacher, subject="Harbour", state=LetterState.SENT)
    add(file, teacher, sent)
    assert not can_put_back(file, "letters", sent.id, "subject", "River")


@pytest.mark.parametrize(
    ("table", "field"),
    [("cases", "id"), ("cases", "stamps"), ("seals", "letter"), ("nothing", "title"), ("asks", "x")],
)
def test_what_is_no_value_of_a_record_is_refused(file: CaseFile, table: str, field: str) -> None:
    teacher = case()
    add(file, teacher)
    assert not can_put_back(file, table, teacher.id, field, "x")
