# SPDX-License-Identifier: GPL-3.0-or-later
"""How a case is called in lists."""

import pytest

from amnesty_desktop.domain.case import Case, CaseKind
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.printed import paper, who, who_own

CASE = Case(country="HN", title="Eleven men of San Anselmo")


def person(name: str = "", own: str = "", *, withheld: bool = False) -> Person:
    return Person(case_id="case", name=name, own_script=own, withheld=withheld)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([person("Ana Ruiz")], "Ana Ruiz"),
        ([person("Ana"), person("Bruno")], "Ana and Bruno"),
        ([person("Ana"), person("Bruno"), person("Carla"), person("Dario")], "Ana and 3 others"),
        ([person("Ana"), person("Bruno", withheld=True)], "Ana and 1 other"),
        ([person("Bruno", withheld=True)], "Name withheld"),
        ([person("Bruno", withheld=True), person("Carla", withheld=True)], "Names withheld"),
        ([person(own="邱婉容")], "邱婉容"),
        ([], "Eleven men of San Anselmo"),
        ([person()], "Eleven men of San Anselmo"),
    ],
)
def test_a_case_is_called_by_its_people(people: list[Person], expected: str) -> None:
    assert who(people, CASE) == expected


def test_a_case_without_people_and_title_is_called_by_its_country() -> None:
    assert who([], Case(country="HN")) == "Honduras"
    assert who([], Case()) == "Case without a name"


def test_the_own_script_follows_a_name_that_may_be_shown() -> None:
    assert who_own([person("Qiu Wanrong", "邱婉容")]) == "邱婉容"
    assert who_own([person("Qiu Wanrong", "邱婉容", withheld=True)]) == ""
    assert who_own([]) == ""


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (Case(reference="UA: 112/26"), "UA 112/26"),
        (Case(reference="our own 7"), "our own 7"),
        (Case(kind=CaseKind.ACTION_FILE), "Long-term"),
        (Case(kind=CaseKind.LETTER_CAMPAIGN, issued=PartialDate("2026-11")), "W4R 2026"),
        (Case(kind=CaseKind.LETTER_CAMPAIGN, issued=PartialDate("XXXX")), "W4R"),
        (Case(), "UA"),
    ],
)
def test_the_paper_is_the_number_or_the_kind_of_work(case: Case, expected: str) -> None:
    assert paper(case) == expected
