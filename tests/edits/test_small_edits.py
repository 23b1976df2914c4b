# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the group, members, people, facts, addressees, outcomes and meetings."""

from dataclasses import replace
from datetime import date

from tests.support.builders import add, case, contents, outcome, person

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.claim import Claim, Support
from amnesty_desktop.domain.meeting import Meeting, MeetingCase
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Situation
from amnesty_desktop.domain.source import Source
from amnesty_desktop.edits import addressees, claims, group, meetings, members, outcomes, people
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.recorder import Transaction


def test_every_edit_of_one_record_adds_it_changes_it_and_is_undone(file: CaseFile) -> None:
    teacher = case()
    maribel = person(teacher)
    add(file, teacher, maribel)
    before = contents(file)

    def all_of_them(write: Transaction) -> None:
        people.save(write, replace(maribel, work="teacher"))
        people.save_situation(write, Situation(case_id=teacher.id, person_id=maribel.id, text="threatened"))
        members.save(write, Member(name="Bruno"))
        addressees.save(write, Addressee(case_id=teacher.id, office="The Minister"))
        claims.save(write, Claim(case_id=teacher.id, text="She was followed."))
        outcomes.record(write, outcome(teacher))
        group.change(write, replace(write.group(), line="Since 1974"))

    changes = file.edit("Everything", all_of_them)
    assert len(changes.rows) == 7
    assert file.group().line == "Since 1974"
    file.undo()
    assert contents(file) == before


def test_a_source_is_added_with_what_it_stands_behind_and_withdrawn_again(file: CaseFile) -> None:
    teacher = case()
    claim, source = Claim(case_id=teacher.id, text="x"), Source(case_id=teacher.id, title="Interview")
    support = Support(case_id=teacher.id, claim_id=claim.id, source_id=source.id)
    add(file, teacher, claim)
    file.edit("Add source", lambda write: claims.save_source(write, source, [support]))
    assert file.all(Support) == [support]
    file.edit("Withdraw", lambda write: claims.take_away(write, support.id))
    assert file.all(Support) == []
    assert file.all(Source) == [source]


def test_cases_are_laid_out_for_a_meeting_in_order_and_taken_away(file: CaseFile) -> None:
    one, two, three = case("1"), case("2"), case("3")
    evening = Meeting(on=date(2026, 11, 23), begins="19:30")
    add(file, one, two, three)
    file.edit("Add meeting", lambda write: meetings.save(write, evening))
    file.edit("Lay out", lambda write: meetings.lay_out(write, evening.id, [one.id, two.id, one.id]))
    file.edit("Lay out", lambda write: meetings.lay_out(write, evening.id, [three.id, one.id]))
    laid = file.all(MeetingCase, meeting_id=evening.id, order="position")
    assert [each.case_id for each in laid] == [three.id, one.id]
