# SPDX-License-Identifier: GPL-3.0-or-later
"""How things stand with a person now."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.claim import Claim
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Situation, SituationKind
from amnesty_desktop.domain.situation_now import OUTCOMES_AS_SITUATIONS, State, latest, overtaken_by, situation_now
from amnesty_desktop.domain.vocabularies import OUTCOMES

K = SituationKind


def entry(kind: SituationKind, on: str | None, person: str | None = "ana") -> Situation:
    return Situation(case_id="case", person_id=person, kind=kind, on=PartialDate(on) if on else None)


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ([], State.NOT_KNOWN),
        ([(K.DETAINED, "2019-05-07")], State.HELD),
        ([(K.DETAINED, "2019-05-07"), (K.RELEASED, "2020")], State.FREE),
        ([(K.DETAINED, "2019-05-07"), (K.RELEASED_ON_CONDITIONS, "2020")], State.FREE_ON_CONDITIONS),
        ([(K.RELEASED, "2020"), (K.DETAINED, "2021")], State.HELD),
        ([(K.RELEASED, "2020"), (K.DETAINED, "2020-05")], State.FREE),
        ([(K.RELEASED, "2020"), (K.DETAINED, None)], State.FREE),
        ([(K.RELEASED, None), (K.DETAINED, "2021")], State.FREE),
        ([(K.RELEASED, "2020-05-07"), (K.REARRESTED, "2020-05-07")], State.HELD),
        ([(K.RELEASED, "2020-05"), (K.REARRESTED, "2020-05-10")], State.HELD),
        ([(K.REARRESTED, "2020-05-10"), (K.RELEASED, "2020-06-01")], State.FREE),
        ([(K.DISAPPEARED, "2020")], State.MISSING),
        ([(K.DISAPPEARED, "2020"), (K.SEEN_ALIVE, "2021")], State.NOT_KNOWN),
        ([(K.ABDUCTED, "2020"), (K.HELD_AT, "2021")], State.HELD),
        ([(K.HELD_AT, "2020"), (K.SEEN_ALIVE, "2021")], State.HELD),
        ([(K.DETAINED, "2020"), (K.INCOMMUNICADO, "2021")], State.INCOMMUNICADO),
        ([(K.INCOMMUNICADO, "2020"), (K.VISITED_BY_LAWYER, "2021")], State.HELD),
        ([(K.THREATENED, "2020"), (K.HIDING, "2021")], State.HIDING),
        ([(K.DETAINED, "2020"), (K.BAILED, "2021")], State.FREE_ON_CONDITIONS),
        ([(K.DETAINED, "2020"), (K.PARDONED, "2021")], State.FREE),
        ([(K.DETAINED, "2020"), (K.DEPORTED, "2021")], State.DEPORTED),
        ([(K.RELEASED, "2020"), (K.DEPORTED, "2021")], State.DEPORTED),
        ([(K.SENTENCED_TO_DEATH, "2020"), (K.EXECUTED, "2021")], State.DEAD),
        ([(K.DIED, "2020"), (K.MOVED, "2021")], State.DEAD),
        ([(K.DIED, "2020"), (K.SEEN_ALIVE, "2021")], State.NOT_KNOWN),
    ],
)
def test_the_state_follows_the_log_and_never_hides_a_release(
    log: list[tuple[SituationKind, str | None]], expected: State
) -> None:
    for order in permutations(entry(kind, on) for kind, on in log):
        assert situation_now("ana", order).state is expected


def test_the_beginning_of_a_detention_is_kept_over_moves() -> None:
    log = [entry(K.DETAINED, "2019"), entry(K.RELEASED, "2020"), entry(K.REARRESTED, "2021"), entry(K.MOVED, "2022")]
    now = situation_now("ana", log)
    assert (now.since, now.began) == (PartialDate("2022"), PartialDate("2021"))


def test_news_about_somebody_else_changes_nothing() -> None:
    assert situation_now("ana", [entry(K.RELEASED, "2020", "bruno")]).state is State.NOT_KNOWN


def test_news_about_everybody_is_news_about_each() -> None:
    now = situation_now("ana", [entry(K.RELEASED, "2020", None)])
    assert (now.is_released, now.is_for_all) == (True, True)


def test_an_outcome_tells_of_a_release_as_well_as_the_log() -> None:
    outcome = Outcome(case_id="case", person_id="ana", direction=Direction.BETTER, kind="released_on_bail")
    now = situation_now("ana", [entry(K.DETAINED, "2019")], [outcome])
    assert (now.state, now.entry_id) == (State.FREE_ON_CONDITIONS, outcome.id)


def test_every_outcome_read_as_a_situation_is_in_the_list() -> None:
    assert set(OUTCOMES_AS_SITUATIONS) <= {term.code for term in OUTCOMES}


def test_the_latest_entry_is_the_one_with_the_latest_date() -> None:
    log = [entry(K.TRIED, "2020"), entry(K.DETAINED, "2019"), entry(K.ILL, None)]
    assert latest(log) is log[0]
    assert latest([]) is None


def test_a_move_after_the_day_of_a_claim_overtakes_it() -> None:
    claim = Claim(case_id="case", person_id="ana", text="Ana is held in North Prison.", on=PartialDate("2026-03"))
    moved = entry(K.MOVED, "2026-04-02")
    assert overtaken_by(claim, [entry(K.MOVED, "2026-02"), moved, entry(K.MOVED, "2026-05", "bruno")]) is moved


@pytest.mark.parametrize("on", [None, "XXXX", "2026"])
def test_a_claim_whose_date_does_not_lie_certainly_before_is_left_alone(on: str | None) -> None:
    claim = Claim(case_id="case", on=PartialDate(on) if on else None)
    assert overtaken_by(claim, [entry(K.MOVED, "2026-04-02")]) is None


ENTRIES = st.lists(
    st.builds(
        entry,
        st.sampled_from([K.DETAINED, K.MOVED, K.REARRESTED, K.RELEASED, K.SEEN_ALIVE, K.OTHER]),
        st.sampled_from([None, "XXXX", "2019", "2019-05", "2019-05-07", "2020", "../2020", "2019/.."]),
    ),
    max_size=6,
)


@given(ENTRIES)
def test_a_death_entered_last_is_always_seen(log: list[Situation]) -> None:
    for death in (K.DIED, K.EXECUTED, K.KILLED):
        assert situation_now("ana", [*log, entry(death, "2021")]).is_dead


@given(ENTRIES)
def test_an_undated_release_is_hidden_only_by_a_new_arrest(log: list[Situation]) -> None:
    now = situation_now("ana", [*log, entry(K.RELEASED, None)])
    assert now.is_released or any(other.kind is K.REARRESTED for other in log)
