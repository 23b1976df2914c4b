# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of cases, and of what belongs to them from the start."""

from datetime import date

from tests.support.builders import add, case, contents, person

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Ask, Case, CaseStatus, Concern, ConcernList
from amnesty_desktop.domain.person import Person
from amnesty_desktop.edits import cases
from amnesty_desktop.store.case_file import CaseFile


def _asks(file: CaseFile, of: Case) -> list[tuple[str, int]]:
    return [(ask.text, ask.position) for ask in file.all(Ask, case_id=of.id, order="position, key")]


def test_a_case_is_added_with_everything_in_one_edit(file: CaseFile) -> None:
    teacher = case()
    parts = ([person(teacher)], [Ask(case_id=teacher.id, text="Protect her")], [Addressee(case_id=teacher.id)])
    changes = file.edit("Add case", lambda write: cases.add(write, teacher, *parts))
    assert changes.result == teacher
    assert [file.count(record) for record in (Case, Person, Ask, Addressee)] == [1, 1, 1, 1]
    file.undo()
    assert file.count(Case) == 0


def test_closing_and_reopening_a_case_keeps_its_day(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    file.edit("Close case", lambda write: cases.close(write, teacher.id, date(2026, 5, 1)))
    closed = file.get(Case, teacher.id)
    assert closed.status is CaseStatus.CLOSED
    assert closed.closed_on is not None
    assert closed.closed_on.edtf == "2026-05-01"
    file.edit("Reopen case", lambda write: cases.reopen(write, teacher.id, date(2026, 6, 1)))
    assert file.get(Case, teacher.id) == teacher


def test_asks_are_put_in_order_and_reworded_ones_keep_their_record(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    file.edit("Asks", lambda write: cases.put_asks(write, teacher.id, ["Protect her", "Investigate"], "en"))
    kept = {ask.text: ask.id for ask in file.all(Ask)}
    file.edit("Asks", lambda write: cases.put_asks(write, teacher.id, ["Investigate", "Protect her family"], "en"))
    assert _asks(file, teacher) == [("Investigate", 0), ("Protect her family", 1)]
    assert {ask.text: ask.id for ask in file.all(Ask)}["Investigate"] == kept["Investigate"]


def test_a_reworded_ask_keeps_its_record(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    file.edit("Asks", lambda write: cases.put_asks(write, teacher.id, ["Protect her"], "en"))
    before = file.all(Ask)[0]
    file.edit("Asks", lambda write: cases.put_asks(write, teacher.id, ["Protect her at once"], "en"))
    assert [ask.id for ask in file.all(Ask)] == [before.id]


def test_an_ask_left_out_goes_and_comes_back_with_undo(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    file.edit("Asks", lambda write: cases.put_asks(write, teacher.id, [" One ", "Two", "Two", ""], "en"))
    before = contents(file)
    file.edit("Asks", lambda write: cases.put_asks(write, teacher.id, [], "en"))
    assert _asks(file, teacher) == []
    file.undo()
    assert contents(file) == before
    assert _asks(file, teacher) == [("One", 0), ("Two", 1)]


def test_concerns_are_put_as_wanted_and_what_stays_keeps_its_record(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher)
    torture = Concern(case_id=teacher.id, part=ConcernList.RISK, term="torture")
    unfair = Concern(case_id=teacher.id, part=ConcernList.ISSUE, term="unfair_trial")
    file.edit("Concerns", lambda write: cases.put_concerns(write, teacher.id, [torture]))
    again = Concern(case_id=teacher.id, part=ConcernList.RISK, term="torture")
    file.edit("Concerns", lambda write: cases.put_concerns(write, teacher.id, [unfair, again]))
    assert {concern.id for concern in file.all(Concern)} == {torture.id, unfair.id}
    file.edit("Concerns", lambda write: cases.put_concerns(write, teacher.id, []))
    assert file.count(Concern) == 0
