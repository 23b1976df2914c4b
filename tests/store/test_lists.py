# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of the window: which rows, in which order, and what a line shows."""

from dataclasses import replace
from datetime import date

import pytest
from tests.support.builders import add, case, letter, outcome, person

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import CaseKind, CaseStatus, Concern, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import LetterState
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.domain.person import Situation, SituationKind
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.cases import (
    CaseCounts,
    CaseFilter,
    case_counts,
    case_keys,
    case_lines,
    countries_in_use,
    find_by_reference,
)
from amnesty_desktop.store.letters import LetterFilter, letter_counts, letter_keys, letter_lines
from amnesty_desktop.store.outcomes import (
    OutcomeFilter,
    outcome_counts,
    outcome_keys,
    outcome_lines,
    outcome_years,
)
from amnesty_desktop.store.people import PersonFilter, person_keys, person_lines

TODAY = date(2026, 11, 23)


def _titles(file: CaseFile, wanted: CaseFilter) -> list[str]:
    return [line.who for line in case_lines(file.engine, case_keys(file.engine, wanted))]


@pytest.fixture
def three(file: CaseFile) -> CaseFile:
    """Three open cases and a closed one."""
    add(
        file,
        case("Ana", country="HN", reference="UA 1/26", appeal_by=PartialDate("2026-11-20")),
        case(
            "Émile", country="TR", reference="UA 2/26", appeal_by=PartialDate("2026-12-01"), kind=CaseKind.ACTION_FILE
        ),
        case("Bruno", country="HN", owner_id="m1"),
        case("Zoë", country="CO", status=CaseStatus.CLOSED, appeal_by=PartialDate("2025-01-01")),
    )
    return file


def test_open_cases_come_by_their_day_and_those_without_one_last(three: CaseFile) -> None:
    assert _titles(three, CaseFilter()) == ["Ana", "Émile", "Bruno"]


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (CaseFilter(status=None, column="who"), ["Ana", "Bruno", "Émile", "Zoë"]),
        (CaseFilter(status=None, column="who", descending=True), ["Zoë", "Émile", "Bruno", "Ana"]),
        (CaseFilter(status=CaseStatus.CLOSED), ["Zoë"]),
        (CaseFilter(country="HN", column="who"), ["Ana", "Bruno"]),
        (CaseFilter(kind=CaseKind.ACTION_FILE), ["Émile"]),
        (CaseFilter(owner_id="m1"), ["Bruno"]),
        (CaseFilter(overdue_on=TODAY), ["Ana"]),
        (CaseFilter(query="emi"), ["Émile"]),
        (CaseFilter(due_by=TODAY), ["Ana"]),
        (CaseFilter(has_no_date=True, column="who"), ["Bruno"]),
        (CaseFilter(query="hon", column="who"), ["Ana", "Bruno"]),
        (CaseFilter(query="emile", country="HN"), []),
    ],
)
def test_cases_are_filtered_and_sorted(three: CaseFile, wanted: CaseFilter, titles: list[str]) -> None:
    assert _titles(three, wanted) == titles


@pytest.mark.parametrize("column", ["who", "country", "paper", "appeal", "kind", "owner", "status", "event", "added"])
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_both_ways(three: CaseFile, column: str, descending: bool) -> None:
    up = list(case_keys(three.engine, CaseFilter(status=None, column=column)))
    down = list(case_keys(three.engine, CaseFilter(status=None, column=column, descending=descending)))
    assert down == (up[::-1] if descending else up)


@pytest.mark.parametrize("query", ["", "title"])
def test_cases_come_by_the_name_of_their_owner_and_those_without_one_last(file: CaseFile, query: str) -> None:
    zoe, ana = Member(name="Zoë"), Member(name="Ana")
    owned = [case(f"Title {owner.name}", owner_id=owner.id) for owner in (zoe, ana)]
    add(file, zoe, ana, case("Title nobody"), case("Title somebody gone", owner_id="gone"), *owned)
    titles = ["Title Ana", "Title Zoë", "Title nobody", "Title somebody gone"]
    assert _titles(file, CaseFilter(column="owner", query=query)) == titles
    assert _titles(file, CaseFilter(column="owner", query=query, descending=True)) == titles[::-1]


def test_a_column_that_is_none_of_ours_reaches_no_query(file: CaseFile) -> None:
    with pytest.raises(KeyError):
        case_keys(file.engine, CaseFilter(column="key; DROP TABLE cases"))


def test_cases_are_filtered_by_concern(file: CaseFile) -> None:
    teacher = case("Ana")
    add(file, teacher, case("Bruno"), Concern(case_id=teacher.id, part=ConcernList.RISK, term="torture"))
    assert _titles(file, CaseFilter(concern="torture")) == ["Ana"]


def test_cases_are_counted_and_their_countries_named(three: CaseFile) -> None:
    assert case_counts(three.engine, TODAY) == CaseCounts(all=4, open=3, overdue=1)
    assert countries_in_use(three.engine) == ["CO", "HN", "TR"]


def test_a_case_is_found_by_any_form_of_its_number(three: CaseFile) -> None:
    assert len(find_by_reference(three.engine, "ua 001/2026")) == 1
    assert find_by_reference(three.engine, "UA 9/99") == []
    assert find_by_reference(three.engine, "nothing like it") == []


def test_lines_come_in_the_order_asked_for_and_missing_ones_are_left_out(three: CaseFile) -> None:
    assert [line.who for line in case_lines(three.engine, [3, 99, 1])] == ["Bruno", "Ana"]
    assert case_lines(three.engine, []) == []


def test_a_line_shows_the_day_as_it_is_known(file: CaseFile) -> None:
    add(file, case("Ana", appeal_by=PartialDate("2026-12"), no_contact="the family asks for silence"))
    (line,) = case_lines(file.engine, [1])
    assert (line.appeal_by, line.no_contact) == (PartialDate("2026-12"), True)


def test_letters_are_listed_newest_first_with_case_addressee_and_writer(file: CaseFile) -> None:
    teacher, minister, ana = case("Teachers", country="HN"), Addressee(office="The Minister"), Member(name="Ana")
    old = letter(teacher, dated=date(2026, 1, 1), address="The Judge\nTela")
    new = letter(teacher, dated=date(2026, 5, 1), addressee_id=minister.id, writer_id=ana.id)
    add(file, teacher, minister, ana, old, new)
    first, second = letter_lines(file.engine, letter_keys(file.engine, LetterFilter()))
    assert (first.to, first.writer, first.day, first.who) == ("The Minister", "Ana", date(2026, 5, 1), "Teachers")
    assert (second.to, second.writer) == ("The Judge", "")


def test_letters_are_filtered_by_state_case_and_writer(file: CaseFile) -> None:
    one, two = case("One"), case("Two")
    ready = letter(one, state=LetterState.READY, writer_id="m1")
    add(file, one, two, ready, letter(one), letter(two))
    for wanted, count in (
        (LetterFilter(states=(LetterState.READY,)), 1),
        (LetterFilter(states=(LetterState.READY, LetterState.DRAFT)), 3),
        (LetterFilter(case_id=one.id), 2),
        (LetterFilter(writer_id="m1"), 1),
        (LetterFilter(query="one", column="who", descending=False), 2),
    ):
        assert len(letter_keys(file.engine, wanted)) == count
    assert letter_counts(file.engine)[LetterState.DRAFT] == 2


def test_outcomes_are_listed_newest_first_with_the_person_and_filtered(file: CaseFile) -> None:
    teacher = case("Teachers", country="HN")
    maribel = person(teacher)
    add(
        file,
        teacher,
        maribel,
        outcome(teacher, person_id=maribel.id, on=PartialDate("2026-05")),
        outcome(teacher, on=PartialDate("2025"), direction=Direction.WORSE, kind="died"),
        outcome(teacher),
    )
    lines = outcome_lines(file.engine, outcome_keys(file.engine, OutcomeFilter()))
    assert [line.on and line.on.edtf for line in lines] == ["2026-05", "2025", None]
    assert [line.person for line in lines] == ["Maribel Zúñiga", "", ""]
    for wanted, count in (
        (OutcomeFilter(year=2026), 1),
        (OutcomeFilter(direction=Direction.WORSE), 1),
        (OutcomeFilter(country="HN"), 3),
        (OutcomeFilter(kind="died", case_id=teacher.id), 1),
        (OutcomeFilter(query="maribel"), 3),
    ):
        assert len(outcome_keys(file.engine, wanted)) == count
    assert outcome_years(file.engine) == [2026, 2025]
    assert outcome_counts(file.engine, None)[Direction.BETTER] == 2
    assert outcome_counts(file.engine, 2025)[Direction.WORSE] == 1


def test_people_are_listed_by_name_with_the_newest_thing_known(file: CaseFile) -> None:
    teacher = case("Teachers", country="HN")
    maribel, alvaro = person(teacher), person(teacher, "Álvaro Cruz")
    log = (
        Situation(case_id=teacher.id, person_id=maribel.id, on=PartialDate("2026-01"), kind=SituationKind.DETAINED),
        Situation(case_id=teacher.id, person_id=maribel.id, on=PartialDate("2026-03"), kind=SituationKind.RELEASED),
        Situation(case_id=teacher.id, person_id=maribel.id, kind=SituationKind.MOVED),
    )
    add(file, teacher, maribel, alvaro, *log)
    first, second = person_lines(file.engine, person_keys(file.engine, PersonFilter()))
    assert (first.name, first.last_kind) == ("Álvaro Cruz", "")
    assert (second.name, second.last_kind, second.last_on) == ("Maribel Zúñiga", "released", PartialDate("2026-03"))


def test_a_withheld_name_is_on_no_line(file: CaseFile) -> None:
    teacher = case("Teachers")
    maribel = person(teacher, own_script="玛丽", withheld=True)
    add(file, teacher, maribel, outcome(teacher, person_id=maribel.id))
    (line,) = person_lines(file.engine, person_keys(file.engine, PersonFilter(column="country")))
    (result,) = outcome_lines(file.engine, outcome_keys(file.engine, OutcomeFilter()))
    assert (line.name, line.own_script, result.person) == ("", "", "")
    add(file, replace(maribel, withheld=False))
    assert person_lines(file.engine, [1])[0].name == "Maribel Zúñiga"
