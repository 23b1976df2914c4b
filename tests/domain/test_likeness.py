# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two people or two cases are likely to be one, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.likeness import case_likeness, person_likeness
from amnesty_desktop.domain.person import Person, Sex

NAMES = st.sampled_from(("Maribel Zúñiga", "ZUNIGA Maribel", "Yusuf al-Husayn", "Hussein", "حسين", "", "王芳", "Ana"))
PEOPLE = st.builds(
    Person,
    case_id=st.just("c"),
    name=NAMES,
    other_names=NAMES,
    born=st.sampled_from((None, PartialDate("1980"), PartialDate("1980-05"), PartialDate("1995"))),
    sex=st.sampled_from((None, Sex.WOMAN, Sex.MAN)),
)
COUNTRIES = st.sampled_from(("", "HN", "EG"))


def _person(name: str, **fields: object) -> Person:
    return Person(case_id="c", name=name, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Maribel Zúñiga", "Maribel Zúñiga", "The same name."),
        ("Maribel Zúñiga", "Zuniga Maribel", "The same name in another order."),
        ("Yusuf al-Husayn", "Youssef Hussein", "The same name in another spelling."),
        ("Anna Shestakova", "Анна Шестакова", "The same name in another script."),
        ("Yusuf Husayn", "يوسف الحسين", "The same name in another script."),
    ],
)
def test_the_same_name_is_seen_however_it_is_written(one: str, other: str, why: str) -> None:
    found = person_likeness(_person(one), _person(other))
    assert found.is_likely
    assert found.sentence == why


@pytest.mark.parametrize(
    ("one", "other"), [("Ana", "Anastasia"), ("Hasan Karimi", "Husayn Karimi"), ("Maribel Zúñiga", "Maribel Núñez")]
)
def test_other_names_are_not_alike(one: str, other: str) -> None:
    assert not person_likeness(_person(one), _person(other)).is_likely


def test_another_year_of_birth_tells_two_people_of_one_name_apart() -> None:
    one, other = (_person("Hasan Karimi", born=PartialDate(year)) for year in ("1970", "1991"))
    assert not person_likeness(one, other).is_likely


def test_part_of_a_name_is_asked_about_in_the_same_country_only() -> None:
    one, other = _person("Maribel Zúñiga"), _person("Maribel Zúñiga Tábora")
    assert person_likeness(one, other, "HN", "HN").is_likely
    assert not person_likeness(one, other, "HN", "MX").is_likely


def test_any_name_of_a_person_counts() -> None:
    assert person_likeness(_person("Old Bell"), _person("X", other_names="Someone\nOld Bell")).is_likely


def test_one_reference_in_two_forms_is_the_same_case() -> None:
    found = case_likeness(Case(reference="UA 60/16"), Case(reference="THIRD UA 060/2016"))
    assert found.sentence == "The same paper, UA 60/16."


def test_cases_without_people_are_alike_by_title_and_country() -> None:
    one, other = Case(title="Eleven men", country="HN"), Case(title="eleven men", country="HN")
    assert case_likeness(one, other).is_likely
    assert not case_likeness(one, Case(title="Twelve men", country="HN")).is_likely


@given(PEOPLE, PEOPLE, COUNTRIES, COUNTRIES)
def test_likeness_does_not_depend_on_who_is_looked_at_first(one: Person, other: Person, here: str, there: str) -> None:
    found, turned = person_likeness(one, other, here, there), person_likeness(other, one, there, here)
    assert found.points == turned.points
    assert 0 <= found.points <= 100
    assert bool(found.sentence) == bool(found.reasons)


@given(PEOPLE)
def test_everybody_with_two_names_is_like_themselves(person: Person) -> None:
    found = person_likeness(person, person, "HN", "HN")
    assert found.is_likely or " " not in f"{person.name}{person.other_names}"
