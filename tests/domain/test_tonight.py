# SPDX-License-Identifier: GPL-3.0-or-later
"""What may lie on the table, and whom the next letter goes to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Ask, Case, CaseStatus, Confidentiality
from amnesty_desktop.domain.caution import Caution, CautionKind
from amnesty_desktop.domain.claim import Claim
from amnesty_desktop.domain.letter_findings import Finding, Mend, Rule
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.standing import Fact, Standing, StandingKind
from amnesty_desktop.domain.tonight import (
    MEMBERS_ONLY,
    MORE_TO_MIND,
    laid_out,
    mends_aloud,
    next_to,
    said_aloud,
    why_not_tonight,
)

OPEN = Case(confidentiality=Confidentiality.EXTERNAL, country="HN", please_mind="Do not name her street.")
MARIBEL = Person(case_id=OPEN.id, name="Maribel Quiñónez Tábora")
BROTHER = Person(case_id=OPEN.id, name="Wenceslao Ordoñez Tábora", withheld=True)
OFFICES = [Addressee(name=name) for name in ("First", "Second", "Third")]


def fact(text: str, kind: StandingKind = StandingKind.VERIFIED, **fields: Confidentiality) -> Fact:
    return Fact(Claim(case_id=OPEN.id, text=text, **fields), Standing(kind, True, 2, ""))  # type: ignore[arg-type]


def test_a_case_for_members_only_cannot_be_laid_out_and_the_reason_is_said() -> None:
    assert why_not_tonight(Case()) == MEMBERS_ONLY
    with pytest.raises(ValueError, match="members only"):
        laid_out(Case(), [], [], [], [])


def test_a_closed_case_and_one_nobody_may_write_in_cannot_be_laid_out_either() -> None:
    closed = Case(confidentiality=Confidentiality.EXTERNAL, status=CaseStatus.CLOSED)
    silent = Case(confidentiality=Confidentiality.EXTERNAL, no_contact="The family in Danlí begs for silence.")
    assert "closed" in why_not_tonight(closed)
    assert "Danlí" not in why_not_tonight(silent)


def test_only_verified_facts_that_may_be_passed_on_lie_on_the_table() -> None:
    facts = [
        fact("Two men followed her."),
        fact("Her cousin told us.", confidentiality=Confidentiality.INTERNAL),
        fact("She may have left.", StandingKind.ONE_SHORT),
        fact("Wenceslao Ordoñez was there."),
    ]
    shown = laid_out(OPEN, [MARIBEL, BROTHER], facts, [], [])
    assert [claim.text for claim in shown.happened] == ["Two men followed her."]


def test_requests_and_cautions_that_give_a_withheld_name_stay_inside_and_it_is_said() -> None:
    asks = [Ask(case_id=OPEN.id, text="to protect her;"), Ask(case_id=OPEN.id, text="to protect Wenceslao Ordoñez;")]
    caution = Caution(case_id=OPEN.id, kind=CautionKind.WORDING, words="Ordoñez Tábora")
    shown = laid_out(OPEN, [MARIBEL, BROTHER], [], asks, [caution])
    assert shown.asks == ("to protect her;",)
    assert shown.minds == ("Do not name her street.", MORE_TO_MIND)


def test_the_next_letter_goes_to_the_first_office_not_written_to_yet() -> None:
    assert next_to(OFFICES, [], []) == OFFICES[0]
    assert next_to(OFFICES, [], [OFFICES[0].id]) == OFFICES[1]
    assert next_to(OFFICES, [], [office.id for office in OFFICES]) is None


@given(st.lists(st.sampled_from(list(AddresseeRole)), max_size=6), st.sets(st.integers(0, 5)))
def test_a_prisoner_or_a_family_is_never_chosen_by_rule(roles: list[AddresseeRole], written: set[int]) -> None:
    offered = [Addressee(id=f"{at}", role=role) for at, role in enumerate(roles)]
    found = next_to(offered, [], {f"{at}" for at in written})
    assert found is None or found.role not in (AddresseeRole.PRISONER, AddresseeRole.FAMILY)
    assert found is None or found.id not in {f"{at}" for at in written}


@pytest.mark.parametrize("rule", Rule)
def test_no_finding_says_a_withheld_name_aloud(rule: Rule) -> None:
    finding = Finding(rule=rule, word="", sentence="Wenceslao Ordoñez stands in the letter.", why="")
    assert "Ordoñez" not in said_aloud(finding, [MARIBEL, BROTHER])


def test_only_mends_that_change_the_letter_are_offered() -> None:
    finding = Finding(
        rule=Rule.ONE_SHORT, word="", sentence="", why="", mends=(Mend.SHOW_FACT, Mend.MAKE_EXTERNAL, Mend.TAKE_OUT)
    )
    assert mends_aloud(finding) == (Mend.TAKE_OUT,)
