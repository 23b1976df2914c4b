# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the group, members, people, facts, addressees, outcomes and meetings."""

from dataclasses import replace
from datetime import date

from tests.support.builders import add, case, contents, outcome, person

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.assessment import Assessment, Ground, ViolenceFinding
from amnesty_desktop.domain.claim import Claim, Support
from amnesty_desktop.domain.meeting import Meeting, MeetingCase
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Situation
from amnesty_desktop.domain.source import Source, SourceKind
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


def test_papers_call_nobody_a_prisoner_of_conscience_without_amnestys_finding(file: CaseFile) -> None:
    teacher = case()
    maribel = person(teacher)
    freed = outcome(teacher, person_id=maribel.id, kind="prisoner_of_conscience_released")
    add(file, teacher, maribel, freed)
    assert outcomes.words(file, freed) == "released without conditions"
    paper = Source(case_id=teacher.id, kind=SourceKind.SECRETARIAT)
    neither = ViolenceFinding.NEITHER_USED_NOR_ADVOCATED
    found = Assessment(case_id=teacher.id, person_id=maribel.id, violence=neither, source_id=paper.id)
    add(file, paper)
    file.edit("Record", lambda write: people.save_assessment(write, found, ["belief"]))
    assert outcomes.words(file, freed) == "prisoner of conscience released"


def test_grounds_keep_their_records_and_the_order_they_are_given_in(file: CaseFile) -> None:
    teacher = case()
    maribel = person(teacher)
    add(file, teacher, maribel)

    def grounds(*terms: str) -> list[Ground]:
        file.edit("Grounds", lambda write: people.set_grounds(write, teacher.id, maribel.id, terms))
        return file.all(Ground, order="position, key")

    first = grounds("religion", "belief")
    second = grounds("belief", "language")
    assert [ground.term for ground in second] == ["belief", "language"]
    assert second[0].id == first[1].id
    file.undo()
    assert [ground.term for ground in file.all(Ground, order="position, key")] == ["religion", "belief"]
