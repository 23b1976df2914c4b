# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records are made one, and no value is dropped."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.case import Case, CaseKind, CaseStatus
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.merging import LeftOver, differences, is_empty, merged
from amnesty_desktop.domain.person import Person, Sex

WORDS = st.sampled_from(("", " ", "Maribel", "Zúñiga", "王芳", "teacher", "a\nb"))
DATES = st.sampled_from((None, PartialDate("1980"), PartialDate("1980-05"), PartialDate("1995~")))
PEOPLE = st.builds(
    Person,
    case_id=st.just("c"),
    name=WORDS,
    own_script=WORDS,
    other_names=WORDS,
    work=WORDS,
    wishes=WORDS,
    born=DATES,
    sex=st.sampled_from((None, Sex.WOMAN, Sex.MAN)),
    age=st.sampled_from((None, 30, 31)),
    withheld=st.booleans(),
)
CASES = st.builds(
    Case,
    kind=st.sampled_from(CaseKind),
    reference=WORDS,
    country=st.sampled_from(("", "HN", "EG")),
    situation=WORDS,
    no_contact=WORDS,
    issued=DATES,
    status=st.sampled_from(CaseStatus),
)
TAKEN = st.sets(st.sampled_from(("name", "born", "work", "reference", "country", "situation", "no_contact")))


def _said(record: Any, left: Iterable[LeftOver] = ()) -> set[Any]:
    """Everything a record says, each line of its names apart."""
    found: set[Any] = set()
    values = [(f.name, getattr(record, f.name)) for f in fields(record)] + [(item.field, item.value) for item in left]
    for name, value in values:
        if name in ("name", "own_script", "in_letters", "other_names"):
            found |= {("a name", line.strip()) for line in value.splitlines() if line.strip()}
        elif name not in ("id", "case_id", "position") and not is_empty(value):
            found.add((name, value))
    return found


@given(PEOPLE, PEOPLE, TAKEN)
def test_everything_said_of_two_people_is_still_said(one: Person, other: Person, taken: set[str]) -> None:
    result, left = merged(one, other, taken)
    assert _said(result, left) == _said(one) | _said(other)


@given(CASES, CASES, TAKEN)
def test_everything_said_of_two_cases_is_still_said(one: Case, other: Case, taken: set[str]) -> None:
    result, left = merged(one, other, taken)
    assert _said(result, left) == _said(one) | _said(other)
    assert len(_said(result, left)) == len(_said(one) | _said(other))


@given(CASES, CASES)
def test_left_over_is_what_somebody_could_choose(one: Case, other: Case) -> None:
    _, left = merged(one, other)
    assert Counter(item.field for item in left) == Counter(found.field for found in differences(one, other))


def test_an_empty_field_takes_what_the_other_has() -> None:
    result, left = merged(Case(situation="Held."), Case(country="HN", no_contact="The family asks for no letters."))
    assert (result.country, result.no_contact, result.situation) == ("HN", "The family asks for no letters.", "Held.")
    assert {item.field for item in left} <= {"kind", "status"}


def test_a_name_that_is_not_chosen_becomes_another_name() -> None:
    one, other = Person(case_id="c", name="Maribel Zúñiga"), Person(case_id="c", name="M. Zuniga", other_names="Mari")
    result, left = merged(one, other, {"name"})
    assert (result.name, result.other_names, left) == ("M. Zuniga", "Mari\nMaribel Zúñiga", ())


def test_a_name_withheld_by_one_stays_withheld() -> None:
    result, _ = merged(Person(case_id="c", name="A"), Person(case_id="c", name="A", withheld=True))
    assert result.withheld
