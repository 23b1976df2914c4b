# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule of two independent sources."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.claim import Claim, Says, Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.origin import are_independent
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.domain.standing import Standing, StandingKind, standing

CLAIM = Claim(id="claim", case_id="case", text="In June a car followed her home.")
RANK = {StandingKind.UNVERIFIED: 0, StandingKind.ONE_SHORT: 1, StandingKind.VERIFIED: 2}


def source(name: str, **fields: object) -> Source:
    return replace(Source(id=name, case_id="case", origin_known=True), **fields)  # type: ignore[arg-type]


def stands(*behind: Source, others: tuple[Source, ...] = (), against: tuple[Source, ...] = ()) -> Standing:
    supports = [Support(case_id="case", claim_id="claim", source_id=s.id) for s in behind]
    supports += [Support(case_id="case", claim_id="claim", source_id=s.id, says=Says.CONTRADICTS) for s in against]
    return standing(CLAIM, supports, [*behind, *others, *against])


def test_a_claim_without_sources_is_not_verified() -> None:
    found = stands()
    assert (found.kind, found.independent) == (StandingKind.UNVERIFIED, 0)
    assert "No source" in found.why


def test_a_secretariat_document_alone_verifies() -> None:
    found = stands(source("report", kind=SourceKind.SECRETARIAT, origin_known=False))
    assert (found.kind, found.by_secretariat, found.brief) == (StandingKind.VERIFIED, True, "Amnesty’s research")


def test_two_sources_that_stand_apart_verify() -> None:
    found = stands(source("witness", person="Rosa Amaya"), source("paper", publisher="Diario Nuevo"))
    assert (found.kind, found.independent) == (StandingKind.VERIFIED, 2)
    assert found.why == "Two sources say so independently: neither has it from the other, nor both from a third."


def test_one_source_is_one_short() -> None:
    found = stands(source("witness"))
    assert (found.kind, found.independent, found.word) == (StandingKind.ONE_SHORT, 1, "One source short")


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("person", ("Rosa Amaya", "rosa  AMAYA"), "same person"),
        ("publisher", ("Diário Um", "diario um"), "same publisher"),
        ("origin", ("Interview of 22 October", "interview of 22 october"), "same origin"),
    ],
)
def test_sources_with_a_common_origin_count_as_one(field: str, words: tuple[str, str], said: str) -> None:
    found = stands(source("one", **{field: words[0]}), source("two", **{field: words[1]}))
    assert found.kind is StandingKind.ONE_SHORT
    assert said in found.why


def test_a_report_relayed_from_the_other_source_does_not_count_twice() -> None:
    interview = source("interview")
    found = stands(interview, source("paper", relayed_from="interview", publisher="Diario"))
    assert found.kind is StandingKind.ONE_SHORT
    assert found.why.startswith("Both sources go back to the same origin, so they count as one")


def test_two_reports_relayed_from_a_third_source_count_as_one() -> None:
    wire = source("wire")
    found = stands(source("a", relayed_from="wire"), source("b", relayed_from="wire"), others=(wire,))
    assert found.kind is StandingKind.ONE_SHORT


def test_relaying_is_followed_through_any_number_of_hands() -> None:
    chain = (source("radio"), source("agency", relayed_from="radio"))
    found = stands(source("paper", relayed_from="agency"), source("blog", relayed_from="radio"), others=chain)
    assert found.kind is StandingKind.ONE_SHORT


def test_sources_that_relay_each_other_in_a_circle_never_verify() -> None:
    found = stands(source("a", relayed_from="b"), source("b", relayed_from="a"))
    assert (found.kind, found.independent) == (StandingKind.UNVERIFIED, 0)
    assert "lead back to each other" in found.why


def test_a_source_of_unknown_origin_does_not_count() -> None:
    found = stands(source("witness"), source("rumour", origin_known=False))
    assert found.kind is StandingKind.ONE_SHORT
    assert "nobody has noted" in found.why


def test_a_source_relayed_from_one_that_is_no_longer_on_file_does_not_count() -> None:
    assert stands(source("witness"), source("paper", relayed_from="gone")).kind is StandingKind.ONE_SHORT


def test_an_origin_in_words_that_is_the_title_of_another_source_leads_back_to_it() -> None:
    interview = source("interview", title="Radio interview, 22 October")
    paper = source("paper", origin="radio interview, 22 October", origin_known=False)
    assert stands(interview, paper).kind is StandingKind.ONE_SHORT


def test_the_same_source_named_twice_counts_once() -> None:
    witness = source("witness")
    assert stands(witness, witness).kind is StandingKind.ONE_SHORT


def test_two_independent_ones_are_found_among_many_that_depend_on_each_other() -> None:
    same = [source(f"copy{i}", publisher="Diario") for i in range(20)]
    assert stands(*same, source("witness", person="Rosa Amaya")).kind is StandingKind.VERIFIED


def test_a_contradicting_source_makes_even_a_secretariat_claim_disputed() -> None:
    report = source("report", kind=SourceKind.SECRETARIAT)
    found = stands(report, against=(source("denial", origin_known=False),))
    assert (found.kind, found.is_verified) == (StandingKind.DISPUTED, False)
    assert found.why.startswith("One source says otherwise")


def test_a_support_of_another_claim_says_nothing_here() -> None:
    witness = source("witness")
    support = Support(case_id="case", claim_id="another claim", source_id="witness")
    assert standing(CLAIM, [support], [witness]).kind is StandingKind.UNVERIFIED


def test_an_overtaken_claim_says_since_when_and_why() -> None:
    claim = replace(CLAIM, overtaken_on=PartialDate("2026-11-12"), overtaken_why="She has moved.")
    found = standing(claim, [], [])
    assert (found.kind, found.why) == (
        StandingKind.OVERTAKEN,
        "No longer true since 12 November 2026: She has moved.",
    )


def test_an_overtaken_claim_of_unknown_date_names_no_date() -> None:
    assert standing(replace(CLAIM, overtaken_on=PartialDate("XXXX")), [], []).why == "No longer true."


NAMES = st.sampled_from(["a", "b", "c", "d", "e", "gone"])
SOURCES = st.builds(
    Source,
    id=NAMES,
    case_id=st.just("case"),
    person=st.sampled_from(["", "Rosa", "Ivo"]),
    publisher=st.sampled_from(["", "Diario", "Radio"]),
    origin=st.sampled_from(["", "interview"]),
    origin_known=st.booleans(),
    relayed_from=st.none() | NAMES,
    withdrawn_on=st.sampled_from([None, None, PartialDate("2026-11-20")]),
)
SEVERAL = st.lists(SOURCES, max_size=5, unique_by=lambda s: s.id)


@given(SEVERAL, SOURCES, SOURCES)
def test_independence_does_not_depend_on_the_order(others: list[Source], one: Source, two: Source) -> None:
    assert are_independent(one, two, others) == are_independent(two, one, others)


@given(SEVERAL, SOURCES)
def test_a_further_supporting_source_never_lowers_the_standing(several: list[Source], further: Source) -> None:
    if any(s.id == further.id for s in several):
        return
    before = stands(*several, others=(further,))
    assert RANK[stands(*several, further).kind] >= RANK[before.kind]
    assert RANK[stands(*several, further).kind] >= RANK[stands(*several).kind]


@given(SOURCES)
def test_no_source_is_independent_of_itself(one: Source) -> None:
    assert not are_independent(one, one, [])


# -- withdrawn and set aside

GONE = PartialDate("2026-11-20")
DENIAL = source("denial")


def test_a_withdrawn_source_no_longer_verifies() -> None:
    found = stands(source("witness"), source("paper", withdrawn_on=GONE))
    assert (found.kind, found.independent) == (StandingKind.ONE_SHORT, 1)
    assert "what was withdrawn counts for nothing" in found.why


def test_a_claim_whose_only_source_was_withdrawn_is_not_verified() -> None:
    found = stands(source("sheet", kind=SourceKind.SECRETARIAT, withdrawn_on=GONE))
    assert found.kind is StandingKind.UNVERIFIED
    assert found.why.startswith("Its source was withdrawn and counts for nothing")


def test_what_relays_a_withdrawn_source_falls_with_it() -> None:
    found = stands(source("paper", relayed_from="radio"), others=(source("radio", withdrawn_on=GONE),))
    assert (found.kind, found.independent) == (StandingKind.UNVERIFIED, 0)
    assert found.why.startswith("Its source goes back to one that was withdrawn")


def test_a_withdrawn_contradiction_disputes_nothing() -> None:
    found = stands(source("witness"), source("paper"), against=(replace(DENIAL, withdrawn_on=GONE),))
    assert found.kind is StandingKind.VERIFIED


def decided(*against: Support) -> Standing:
    sources = [source("witness"), source("paper"), DENIAL, source("second denial")]
    behind = [Support(case_id="case", claim_id="claim", source_id=name) for name in ("witness", "paper")]
    return standing(CLAIM, [*behind, *against], sources)


SET_ASIDE = Support(
    case_id="case", claim_id="claim", source_id="denial", says=Says.CONTRADICTS, set_aside_on=GONE, set_aside_by="Ana"
)


def test_a_contradiction_set_aside_no_longer_disputes_and_stays_in_the_sentence() -> None:
    found = decided(SET_ASIDE)
    assert found.kind is StandingKind.VERIFIED
    assert found.why.endswith("; one source that says otherwise was set aside.")


def test_a_new_contradiction_disputes_what_was_decided_before() -> None:
    fresh = replace(SET_ASIDE, id="fresh", source_id="second denial", set_aside_on=None)
    assert decided(SET_ASIDE, fresh).kind is StandingKind.DISPUTED


@given(SEVERAL, SOURCES)
def test_a_withdrawn_source_counts_for_nothing(several: list[Source], withdrawn: Source) -> None:
    several = [s for s in several if s.id != withdrawn.id]
    withdrawn = replace(withdrawn, withdrawn_on=GONE)
    found = stands(*several, withdrawn, against=(replace(DENIAL, withdrawn_on=GONE),))
    assert found.kind is stands(*several, others=(withdrawn,)).kind


@given(SEVERAL)
def test_sources_that_only_lead_back_to_each_other_never_verify(several: list[Source]) -> None:
    ring = [replace(s, relayed_from=several[place - 1].id) for place, s in enumerate(several)]
    assert stands(*ring).kind is StandingKind.UNVERIFIED


@given(SEVERAL, SEVERAL)
def test_every_standing_explains_itself_in_one_sentence(behind: list[Source], against: list[Source]) -> None:
    why = stands(*behind, against=tuple(against)).why
    assert why.endswith(".")
    assert ". " not in why
