# SPDX-License-Identifier: GPL-3.0-or-later
"""Two cases, or two people, become one: everything moves, nothing is dropped, and one undo brings both back."""

from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.builders import add, case, contents, letter, outcome, person

from amnesty_desktop.domain.case import Ask, Case, Concern, ConcernList
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.domain.distinction import Distinction
from amnesty_desktop.domain.letter import Channel, Letter, LetterState, Seal
from amnesty_desktop.domain.person import Person, Relation, Situation
from amnesty_desktop.edits import letters as letter_edits
from amnesty_desktop.edits import merging
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import CaseFileError
from amnesty_desktop.store.history import MERGE_CASES
from amnesty_desktop.store.verify import verify

DAY = date(2026, 11, 23)
TEXTS = st.sampled_from(("", "Held in the harbour.", "Seen in the river."))


def _merge(file: CaseFile, kept: Case, other: Case, *taken: str) -> None:
    file.edit("Merge", partial(merging.merge_cases, kept_id=kept.id, other_id=other.id, taken=taken, on=DAY))


def _merge_people(file: CaseFile, kept: Person, other: Person, *taken: str) -> None:
    file.edit("Merge", partial(merging.merge_people, kept_id=kept.id, other_id=other.id, taken=taken, on=DAY))


def test_everything_of_the_other_case_belongs_to_the_kept_one(file: CaseFile) -> None:
    kept, other = case(), case("Another")
    add(file, kept, other, person(kept), person(other, "Somebody"), letter(other), outcome(other))
    _merge(file, kept, other)
    assert [file.count(kind, case_id=kept.id) for kind in (Person, Letter)] == [2, 1]
    assert file.count(Case) == 1
    assert {hit.case_id for hit in file.search("somebody")} == {kept.id}
    assert verify(file.engine).troubles == ()


def test_what_was_not_chosen_stands_in_the_diary(file: CaseFile) -> None:
    kept = case("Threats", country="HN", situation="Held in the harbour.")
    other = case("Threats", country="MX", situation="Seen in the river.", reference="UA 81/16")
    add(file, kept, other)
    _merge(file, kept, other, "situation")
    found = file.get(Case, kept.id)
    assert (found.situation, found.country, found.reference) == ("Seen in the river.", "HN", "UA 81/16")
    (note,) = file.all(DiaryNote)
    assert note.text.splitlines() == [
        "From the case that was merged, UA 81/16:",
        "Country: Mexico",
        "Situation: Held in the harbour.",
    ]


def test_a_sealed_letter_stays_as_it_was_posted(file: CaseFile) -> None:
    kept, other = case(), case("Another")
    sent = letter(other)
    add(file, kept, other, sent)
    send = partial(letter_edits.mark_sent, letter_id=sent.id, on=DAY, channel=Channel.POST, postage=None)
    file.edit("Send", partial(send, document=b"as posted"))
    before = file.all(Seal)[0]
    _merge(file, kept, other)
    after = file.all(Seal, letter_id=sent.id)[0]
    assert (after.letter, after.document, after.id) == (before.letter, before.document, before.id)
    moved = file.get(Letter, sent.id)
    assert (moved.case_id, moved.state, moved.body) == (kept.id, LetterState.SENT, sent.body)


def test_what_both_cases_say_is_not_said_twice(file: CaseFile) -> None:
    kept, other = case(), case("Another")
    risk = [Concern(case_id=of.id, part=ConcernList.RISK, term="torture") for of in (kept, other)]
    asks = [Ask(case_id=kept.id, text="Protect her"), Ask(case_id=other.id, text="Protect her")]
    add(file, kept, other, *risk, *asks, Ask(case_id=other.id, text="A lawyer"))
    _merge(file, kept, other)
    assert file.count(Concern, case_id=kept.id) == 1
    assert [ask.text for ask in file.all(Ask, case_id=kept.id, order="position")] == ["Protect her", "A lawyer"]


def test_a_case_that_is_gone_is_not_merged(file: CaseFile) -> None:
    kept, other = case(), case("Another")
    add(file, kept, other)
    _merge(file, kept, other)
    with pytest.raises(CaseFileError):
        _merge(file, kept, other)
    with pytest.raises(CaseFileError):
        _merge(file, kept, kept)


def test_two_people_of_a_case_become_one_with_all_their_names(file: CaseFile) -> None:
    teacher = case()
    kept, other = person(teacher, "Maribel Zúñiga", work="teacher"), person(teacher, "M. Zuniga", work="editor")
    log = Situation(case_id=teacher.id, person_id=other.id, text="Seen in the harbour.")
    sister = Relation(case_id=teacher.id, person_id=kept.id, words="herself", other_id=other.id)
    add(file, teacher, kept, other, log, sister, outcome(teacher, person_id=other.id))
    _merge_people(file, kept, other)
    (found,) = file.all(Person)
    assert (found.name, found.other_names, found.work) == ("Maribel Zúñiga", "M. Zuniga", "teacher")
    assert file.get(Situation, log.id).person_id == kept.id
    assert file.get(Relation, sister.id).other_id is None
    assert "Work: editor" in file.all(DiaryNote)[0].text


def test_people_of_two_cases_are_not_merged(file: CaseFile) -> None:
    one, two = case(), case("Another")
    kept, other = person(one), person(two)
    add(file, one, two, kept, other)
    with pytest.raises(CaseFileError, match="two cases"):
        _merge_people(file, kept, other)


def test_a_distinction_is_remembered_once_whoever_comes_first(file: CaseFile) -> None:
    for pair in (("b", "a"), ("a", "b")):
        file.edit("Apart", partial(merging.tell_apart, noun="people", one_id=pair[0], other_id=pair[1]))
    (found,) = file.all(Distinction)
    assert (found.one_id, found.other_id) == ("a", "b")


@given(one=TEXTS, other=TEXTS, letters=st.integers(0, 3), taken=st.sets(st.sampled_from(("situation", "background"))))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
def test_undo_brings_back_both_cases_as_they_were(
    file: CaseFile, one: str, other: str, letters: int, taken: set[str]
) -> None:
    kept, second = case(situation=one, background=other), case("Another", situation=other)
    values: list[Any] = [person(kept), person(second, "Zuniga Maribel"), *(letter(second) for _ in range(letters))]
    add(file, kept, second, *values)
    before = contents(file)
    _merge(file, kept, second, *taken)
    file.undo()
    assert contents(file) == before
    file.redo()
    assert file.count(Letter, case_id=kept.id) == letters
    file.undo()
    assert contents(file) == before


def test_the_history_of_the_merged_case_goes_on_to_be_told(file: CaseFile) -> None:
    kept, other = case(), case("Another")
    add(file, kept)
    add(file, other, letter(other), label="Add the other")
    edit = partial(merging.merge_cases, kept_id=kept.id, other_id=other.id, taken=(), on=DAY)
    file.edit(MERGE_CASES, edit)
    assert "Add the other" in [entry.label for entry in file.history_of_case(kept.id)]
    file.undo()
    assert "Add the other" not in [entry.label for entry in file.history_of_case(kept.id)]
