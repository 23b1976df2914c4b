# SPDX-License-Identifier: GPL-3.0-or-later
"""What the concerns of a case propose to ask, and which rights they touch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.ask_texts import ASK_TEXTS
from amnesty_desktop.domain.asks import articles_at_stake, key_of, proposed, said_in
from amnesty_desktop.domain.case import Ask, Concern, ConcernList
from amnesty_desktop.domain.letter_words import speaks_of_release
from amnesty_desktop.domain.own_term import OwnTerm, TermList
from amnesty_desktop.domain.vocabularies import ISSUES, RISKS
from amnesty_desktop.domain.vocabulary import Vocabulary

PLAIN = Vocabulary()
CODES = [term.code for term in (*RISKS, *ISSUES)]


def concern(code: str) -> Concern:
    part = ConcernList.RISK if code in {term.code for term in RISKS} else ConcernList.ISSUE
    return Concern(case_id="case", part=part, term=code)


def keys(*codes: str, present: tuple[Ask, ...] = ()) -> list[str]:
    return [key_of(ask.text) for ask in proposed(map(concern, codes), present, PLAIN, "en")]


def test_fear_of_torture_proposes_its_requests_once_and_unconfirmed() -> None:
    found = proposed([concern("torture"), concern("ill_treatment")], [], PLAIN, "en")
    assert [key_of(ask.text) for ask in found] == ["no_torture", "lawyer", "family"]
    assert {(ask.confirmed, ask.concern) for ask in found} == {(False, "torture")}


def test_what_is_asked_already_is_not_proposed_again_in_whichever_language() -> None:
    asked = Ask(case_id="case", text=ASK_TEXTS["lawyer"]["de"], language="de")
    assert keys("torture", present=(asked,)) == ["no_torture", "family"]


def test_release_is_proposed_only_where_the_rule_allows_it() -> None:
    assert "release" not in keys("conscience")
    found = proposed([concern("conscience")], [], PLAIN, "en", may_ask_release=True)
    assert key_of(found[0].text) == "release"


def test_a_release_in_the_groups_own_words_is_held_to_the_same_rule() -> None:
    own = OwnTerm(part=TermList.ISSUE, code="own_issue_land", label="land", asks="to release her\nto wait")
    vocabulary = Vocabulary([own])
    found = proposed([concern("own_issue_land")], [], vocabulary, "en")
    assert [ask.text for ask in found] == ["to wait"]


@given(st.lists(st.sampled_from(CODES), max_size=6), st.sampled_from(["en", "fr", "es", "de", "pl"]))
def test_nothing_proposed_speaks_of_release_or_is_confirmed(codes: list[str], language: str) -> None:
    found = proposed(map(concern, codes), [], PLAIN, language)
    assert not any(ask.confirmed or speaks_of_release(ask.text) for ask in found)
    assert len({ask.text for ask in found}) == len(found)


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
def test_the_words_for_release_are_known_as_such(language: str) -> None:
    assert speaks_of_release(ASK_TEXTS["release"][language])


def test_a_request_of_the_program_is_said_in_the_language_of_the_letter() -> None:
    ask = Ask(case_id="case", text=ASK_TEXTS["medical"]["en"], concern="health")
    assert said_in(ask, "es").text == ASK_TEXTS["medical"]["es"]
    assert said_in(said_in(ask, "es"), "en") == ask
    own = Ask(case_id="case", text="to let her go home")
    assert said_in(own, "es") == own
    assert said_in(ask, "pl") == ask


def test_the_articles_at_stake_come_in_their_order_once() -> None:
    assert articles_at_stake([concern("trial_rights"), concern("torture"), concern("unfair_trial")], PLAIN) == (
        5,
        10,
        11,
    )
    assert articles_at_stake([concern("gone")], PLAIN) == ()
