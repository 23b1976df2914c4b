# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is likely to be in the file already."""

from functools import partial

from tests.support.builders import add, case, person

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.person import Person
from amnesty_desktop.edits import merging
from amnesty_desktop.store.alike import Alike, cases_alike, people_alike
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.gathering import Gathering


def _gathered(file: CaseFile) -> list[Alike]:
    work = Gathering(file.engine)
    while not work.is_over:
        work.step()
    return work.pairs()


def test_somebody_is_found_under_another_spelling_and_order(file: CaseFile) -> None:
    teacher = case(country="EG")
    there = person(teacher, "Yusuf al-Husayn")
    add(file, teacher, there, person(case(), "Yusuf Karimi"))
    (found,) = people_alike(file, Person(case_id="new", name="Hussein Youssef"), "EG")
    assert (found.other_id, found.case_id) == (there.id, teacher.id)
    assert found.likeness.sentence == "The same name in another spelling, the same country."


def test_a_case_is_found_by_its_paper_in_any_form(file: CaseFile) -> None:
    there = case(reference="UA 60/16")
    add(file, there, case(reference="UA 60/17"))
    (found,) = cases_alike(file, Case(reference="THIRD UA: 060/2016"), [])
    assert found.other_id == there.id


def test_what_is_in_the_bin_is_not_asked_about(file: CaseFile) -> None:
    there = case(reference="UA 60/16")
    add(file, there, person(there))
    file.edit("Bin", lambda write: write.bin(Case, there.id, "2026-11-23T10:00:00"))
    assert cases_alike(file, Case(reference="UA 60/16"), [Person(case_id="x", name="Maribel Zúñiga")]) == []


def test_who_was_told_apart_is_not_asked_about_again(file: CaseFile) -> None:
    one, two = case(), case("Another")
    first, second = person(one), person(two)
    add(file, one, two, first, second)
    assert [alike.noun for alike in _gathered(file)] == ["cases"]
    assert len(people_alike(file, first, "")) == 1
    file.edit("Apart", partial(merging.tell_apart, noun="cases", one_id=two.id, other_id=one.id))
    file.edit("Apart", partial(merging.tell_apart, noun="people", one_id=second.id, other_id=first.id))
    assert _gathered(file) == []
    assert people_alike(file, first, "") == []


def test_the_whole_file_is_looked_through_in_parts(file: CaseFile) -> None:
    one, two = case(reference="UA 60/16"), case("Another", reference="UA 060/2016")
    twice = [person(one, "Anna Shestakova"), person(one, "Шестакова Анна")]
    add(file, one, two, *twice, *(person(two, f"Somebody Else{letter}") for letter in "abc"))
    found = _gathered(file)
    assert {(alike.noun, alike.likeness.points) for alike in found} == {("cases", 100), ("people", 70 - 10)}


def test_two_empty_names_are_not_alike(file: CaseFile) -> None:
    one = case()
    add(file, one, person(one, ""), person(one, ""))
    assert _gathered(file) == []


def test_a_file_full_of_doubles_is_compared_in_small_parts(file: CaseFile) -> None:
    cases = [case(f"Title {number}", reference=f"UA {number % 30 + 1}/16") for number in range(60)]
    add(file, *cases, *(person(one, f"Maribel Zuniga{number % 30}") for number, one in enumerate(cases)))
    work, steps = Gathering(file.engine), 0
    while not work.is_over:
        work.step()
        steps += 1
    assert steps > 3
    assert len(work.pairs()) == 30


def test_who_went_into_the_bin_while_looking_is_left_out(file: CaseFile) -> None:
    one, two = case(reference="UA 60/16"), case("Another", reference="UA 060/2016")
    add(file, one, two, person(one), person(two))
    work = Gathering(file.engine)
    work.step()
    file.edit("Bin", lambda write: write.bury(Case, two.id))
    while not work.is_over:
        work.step()
    assert work.pairs() == []
