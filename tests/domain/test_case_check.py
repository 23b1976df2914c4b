# SPDX-License-Identifier: GPL-3.0-or-later
"""What looks wrong in a form."""

from dataclasses import replace
from datetime import date

import pytest

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, CaseKind
from amnesty_desktop.domain.case_check import (
    addressee_problems,
    case_problems,
    group_problems,
    member_problems,
    outcome_problems,
    person_problems,
)
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.problems import Problem

TODAY = date(2026, 11, 23)
OUTCOME = Outcome(case_id="case", direction=Direction.BETTER, kind="released", how_known="her sister, by telephone")
OFFICE = Addressee(office="Minister of Justice", address="Main Street 1", country="HN")


def fields(problems: list[Problem]) -> list[str]:
    assert all(p.message.endswith(".") and p.way_out.endswith(".") for p in problems)
    return [problem.field for problem in problems]


def day(text: str) -> PartialDate:
    return PartialDate(text)


@pytest.mark.parametrize(
    "case",
    [
        Case(),
        Case(reference="UA 112/26", ai_index="AMR 37/4127/2026", country="HN", issued=day("2026-11")),
        Case(kind=CaseKind.ACTION_FILE, reference="our file 7"),
        Case(kind=CaseKind.ACTION_FILE, reference="UA 112/26"),
        Case(issued=day("2026-11-20"), appeal_by=day("2026-11")),
        Case(issued=day("XXXX"), appeal_by=day("1999")),
    ],
)
def test_a_case_in_order_has_no_problem(case: Case) -> None:
    assert case_problems(case, TODAY) == []


@pytest.mark.parametrize(
    ("case", "field"),
    [
        (Case(reference="112 of 2026"), "reference"),
        (Case(reference="EX 14/26"), "reference"),
        (Case(reference="UA 14/27"), "reference"),
        (Case(reference="UA 14/25", issued=day("2026-01-03")), "reference"),
        (Case(ai_index="somewhere"), "ai_index"),
        (Case(country="QQ"), "country"),
        (Case(issued=day("2026-11-20"), appeal_by=day("2026-10")), "appeal_by"),
        (Case(issued=day("2027")), "issued"),
        (Case(taken_up=day("2020"), closed_on=day("2019")), "closed_on"),
    ],
)
def test_what_looks_wrong_in_a_case_is_named_beside_its_field(case: Case, field: str) -> None:
    assert field in fields(case_problems(case, TODAY))


def test_an_outcome_in_order_has_no_problem() -> None:
    assert outcome_problems(replace(OUTCOME, on=day("2026-05")), Case(issued=day("2026-05-30")), TODAY) == []


@pytest.mark.parametrize(
    ("outcome", "field"),
    [
        (replace(OUTCOME, on=day("2019")), "on"),
        (replace(OUTCOME, on=day("2026-12-01")), "on"),
        (replace(OUTCOME, kind=""), "kind"),
        (replace(OUTCOME, direction=Direction.WORSE), "direction"),
        (replace(OUTCOME, how_known=" "), "how_known"),
    ],
)
def test_what_looks_wrong_in_an_outcome_is_named_beside_its_field(outcome: Outcome, field: str) -> None:
    assert fields(outcome_problems(outcome, Case(taken_up=day("2020")), TODAY)) == [field]


def test_a_kind_of_the_groups_own_has_no_usual_direction() -> None:
    assert outcome_problems(replace(OUTCOME, kind="their own word", direction=Direction.WORSE), Case(), TODAY) == []


@pytest.mark.parametrize(
    ("addressee", "found"),
    [
        (OFFICE, []),
        (replace(OFFICE, office=""), ["name"]),
        (replace(OFFICE, address=""), ["address"]),
        (replace(OFFICE, address="", email="minister@example.org"), []),
        (replace(OFFICE, country=""), ["country"]),
        (replace(OFFICE, email="not an address"), ["email"]),
        (replace(OFFICE, checked_on=day("2027-01")), ["checked_on"]),
    ],
)
def test_what_looks_wrong_in_an_addressee_is_named(addressee: Addressee, found: list[str]) -> None:
    assert fields(addressee_problems(addressee, TODAY)) == found


def test_a_withheld_name_needs_no_form_for_letters() -> None:
    person = Person(case_id="case", name="Ana", in_letters="Ms Ana", withheld=True, born=day("2030"))
    assert fields(person_problems(person, TODAY)) == ["in_letters", "born"]
    assert person_problems(Person(case_id="case", name="Ana"), TODAY) == []


def test_a_member_needs_a_name() -> None:
    assert fields(member_problems(Member(email="x"))) == ["name", "email"]
    assert member_problems(Member(name="Inga", email="inga@example.org")) == []


def test_a_group_needs_a_name_a_country_and_an_address() -> None:
    assert fields(group_problems(Group())) == ["name", "country", "address"]
    assert group_problems(Group(name="Millbrook Group", country="GB", address="1 Mill Lane")) == []


def test_following_up_at_once_looks_wrong() -> None:
    group = Group(name="Millbrook Group", country="GB", address="1 Mill Lane", follow_up_weeks=0)
    assert fields(group_problems(group)) == ["follow_up_weeks"]
