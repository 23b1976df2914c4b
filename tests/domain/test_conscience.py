# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody is called a prisoner of conscience without Amnesty's own finding."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.assessment import Assessment, Ground, ViolenceFinding
from amnesty_desktop.domain.conscience import (
    Conscience,
    Lack,
    called_so,
    may_be_called,
    may_be_said_of,
    says_the_term,
)
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.source import Source, SourceKind

V = ViolenceFinding
PAPER = Source(id="paper", case_id="case", kind=SourceKind.SECRETARIAT, ai_index="AFR 64/0388/2022")
OLD = Source(id="old", case_id="case", kind=SourceKind.SECRETARIAT)
PRESS = Source(id="press", case_id="case", kind=SourceKind.NEWSPAPER, publisher="The Sun")
SOURCES = (PAPER, OLD, PRESS)
GROUND = Ground(case_id="case", person_id="ana", term="religion")
FINDING = Assessment(
    case_id="case",
    person_id="ana",
    violence=V.NEITHER_USED_NOR_ADVOCATED,
    source_id="paper",
    decided_on=PartialDate("2022-05"),
)


def judged(*assessments: Assessment, grounds: tuple[Ground, ...] = (GROUND,)) -> Conscience:
    return may_be_called("ana", assessments, grounds, SOURCES)


def test_a_ground_and_a_finding_with_its_document_suffice() -> None:
    assert judged(FINDING) == Conscience(True, "Amnesty’s own finding: AFR 64/0388/2022, May 2022.")


def test_a_document_without_an_index_stays_without_its_name() -> None:
    assert judged(replace(FINDING, source_id="old", decided_on=None)).why == (
        "Amnesty’s own finding: a document of the International Secretariat."
    )


@pytest.mark.parametrize(
    ("assessments", "grounds", "lack"),
    [
        ((), (), Lack.EVERYTHING),
        ((), (GROUND,), Lack.FINDING),
        ((FINDING,), (), Lack.GROUND),
        ((replace(FINDING, violence=None),), (GROUND,), Lack.FINDING),
        ((replace(FINDING, source_id=None),), (GROUND,), Lack.DOCUMENT),
        ((replace(FINDING, source_id="of another case"),), (GROUND,), Lack.DOCUMENT),
        ((replace(FINDING, source_id="press"),), (GROUND,), Lack.NOT_AMNESTYS),
        ((replace(FINDING, violence=V.NOT_ESTABLISHED),), (GROUND,), Lack.NOT_ESTABLISHED),
        ((replace(FINDING, violence=V.USED_OR_ADVOCATED),), (GROUND,), Lack.VIOLENCE),
        ((replace(FINDING, person_id="bruno"),), (GROUND,), Lack.FINDING),
        ((FINDING, replace(FINDING, violence=V.USED_OR_ADVOCATED)), (GROUND,), Lack.TWO_FINDINGS),
    ],
)
def test_what_is_missing_is_said(assessments: tuple[Assessment, ...], grounds: tuple[Ground, ...], lack: Lack) -> None:
    found = judged(*assessments, grounds=grounds)
    assert (found.may_be_called, found.lack) == (False, lack)
    assert found.why.endswith(".")


def test_a_withdrawn_document_counts_for_nothing() -> None:
    withdrawn = replace(PAPER, withdrawn_on=PartialDate("2023"))
    assert may_be_called("ana", [FINDING], [GROUND], [withdrawn]).lack is Lack.WITHDRAWN


def test_a_source_that_is_not_amnestys_is_never_named() -> None:
    assert "Sun" not in judged(replace(FINDING, source_id="press")).why


@pytest.mark.parametrize(("on", "may"), [("2021", True), ("2023", False), ("2022", False), (None, False)])
def test_a_later_finding_ends_an_earlier_one(on: str | None, may: bool) -> None:
    other = replace(FINDING, violence=V.USED_OR_ADVOCATED, decided_on=PartialDate(on) if on else None)
    assert judged(FINDING, other).may_be_called is may


def test_the_term_is_said_of_all_only_where_it_may_be_said_of_each() -> None:
    people = [Person(id="ana", case_id="case"), Person(id="bruno", case_id="case")]
    called = called_so(people, [FINDING], [GROUND], SOURCES)
    assert called == {"ana"}
    assert may_be_said_of("ana", people, called)
    assert not may_be_said_of(None, people, called)
    assert not may_be_said_of(None, [], called)


def test_the_term_is_known_in_every_language_of_letters() -> None:
    assert all(map(says_the_term, ("Prisoners of conscience", "prisonnière d’opinion", "preso de conciencia")))
    assert not says_the_term("freedom of conscience")


ASSESSMENTS = st.lists(
    st.builds(
        Assessment,
        case_id=st.just("case"),
        person_id=st.sampled_from(["ana", "bruno"]),
        violence=st.sampled_from([None, *V]),
        source_id=st.sampled_from([None, "paper", "old", "press", "gone"]),
        decided_on=st.sampled_from([None, *map(PartialDate, ("2020", "2021-05-07", "2022~", "../2021", "XXXX"))]),
    ),
    max_size=5,
)


@given(ASSESSMENTS)
def test_nobody_is_called_so_without_a_document_of_amnestys(assessments: list[Assessment]) -> None:
    found = judged(*assessments)
    good = [a for a in assessments if a.person_id == "ana" and a.source_id in ("paper", "old")]
    assert not found.may_be_called or any(a.violence is V.NEITHER_USED_NOR_ADVOCATED for a in good)


@given(ASSESSMENTS)
def test_the_order_of_records_changes_nothing(assessments: list[Assessment]) -> None:
    assert judged(*assessments).lack == judged(*reversed(assessments)).lack


@given(ASSESSMENTS)
def test_a_later_finding_of_violence_always_ends_it(assessments: list[Assessment]) -> None:
    last = replace(FINDING, violence=V.USED_OR_ADVOCATED, decided_on=PartialDate("2024"))
    assert not judged(*assessments, last).may_be_called
