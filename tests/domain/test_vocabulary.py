# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists as one group uses them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.ask_texts import ASK_TEXTS
from amnesty_desktop.domain.at_stake import MATTERS
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.own_term import OwnTerm, TermList
from amnesty_desktop.domain.udhr import ARTICLES
from amnesty_desktop.domain.vocabularies import ISSUES, RISKS
from amnesty_desktop.domain.vocabulary import SHIPPED, Vocabulary, code_for, label_problem, merge_problem

PLAIN = Vocabulary()
LAND = OwnTerm(part=TermList.ISSUE, code="own_issue_land", label="land grabbing", position=99)


def labels(vocabulary: Vocabulary, part: TermList) -> list[str]:
    return [term.label for term in vocabulary.offered(part)]


@pytest.mark.parametrize("part", list(TermList))
def test_without_own_words_the_lists_are_as_shipped(part: TermList) -> None:
    assert labels(PLAIN, part) == [term.label for term in SHIPPED[part]]


def test_an_own_word_stands_before_the_one_for_anything_else() -> None:
    assert labels(Vocabulary([LAND]), TermList.ISSUE)[-2:] == ["land grabbing", "another issue"]


def test_a_shipped_word_can_have_the_groups_own_name() -> None:
    named = Vocabulary([OwnTerm(part=TermList.RISK, code="torture", label="fear of being tortured")])
    assert named.label("torture") == "fear of being tortured"
    assert named.terms(TermList.RISK)[0].shipped == "fear for safety" or named.find("torture")


def test_a_hidden_word_is_not_offered_and_stays_readable() -> None:
    hidden = Vocabulary([OwnTerm(part=TermList.RISK, code="flogging", hidden=True)])
    assert "flogging or amputation" not in labels(hidden, TermList.RISK)
    assert hidden.label("flogging") == "flogging or amputation"


def test_records_of_a_merged_word_read_as_the_other_one() -> None:
    merged = Vocabulary([OwnTerm(part=TermList.ISSUE, code="own_issue_land", label="land", merged_into="environment")])
    assert merged.label("own_issue_land") == "land and environment"
    assert merged.meaning("environment") == {"environment", "own_issue_land"}
    assert "land" not in labels(merged, TermList.ISSUE)


def test_an_outcome_merged_into_a_release_counts_as_one_for_the_rules() -> None:
    freed = OwnTerm(
        part=TermList.OUTCOME, code="own_outcome_freed", label="freed", direction="better", merged_into="released"
    )
    (found,) = Vocabulary([freed]).resolved(
        [Outcome(case_id="case", direction=Direction.BETTER, kind="own_outcome_freed")]
    )
    assert found.kind == "released"


def test_a_code_of_no_list_is_readable() -> None:
    assert PLAIN.label("land_of_our_own") == "land of our own"
    assert PLAIN.find("land_of_our_own") is None


def test_the_same_words_get_the_same_code_on_every_laptop() -> None:
    assert code_for(TermList.ISSUE, "Land  Grabbing") == code_for(TermList.ISSUE, "land grabbing")
    assert code_for(TermList.ISSUE, "…") != code_for(TermList.ISSUE, "…")


@pytest.mark.parametrize("label", ["", "  ", "Torture in CUSTODY", "land grabbing", "long " * 2000])
def test_a_word_that_is_missing_or_there_already_is_refused_with_a_sentence(label: str) -> None:
    found = label_problem(Vocabulary([LAND]), TermList.ISSUE, label)
    assert found is not None
    assert found.message.endswith(".")


@pytest.mark.parametrize(
    ("code", "into"),
    [
        ("released", "released_on_bail"),
        ("medical_care", "health_worse"),
        ("health", "torture"),
        ("health", "health"),
        ("health", "nowhere"),
        ("belief", "religion"),
    ],
)
def test_words_that_must_stay_apart_are_not_merged(code: str, into: str) -> None:
    assert merge_problem(PLAIN, code, into) is not None


def test_a_word_can_be_merged_into_one_a_rule_rests_on() -> None:
    assert merge_problem(PLAIN, "doctor_visit", "medical_care") is None
    assert merge_problem(PLAIN, "health", "prison_conditions") is None


CODES = st.sampled_from([term.code for term in ISSUES[:6]])
MERGES = st.lists(st.builds(OwnTerm, part=st.just(TermList.ISSUE), code=CODES, merged_into=CODES), max_size=6)


@given(MERGES, CODES)
def test_following_merges_ends_even_in_a_circle(merges: list[OwnTerm], code: str) -> None:
    found = Vocabulary(merges)
    end = found.resolve(code)
    assert found.resolve(end) == end
    assert code in found.meaning(code)


@given(MERGES, CODES, CODES)
def test_two_codes_of_one_meaning_are_found_by_either(merges: list[OwnTerm], one: str, other: str) -> None:
    found = Vocabulary(merges)
    if found.resolve(one) == found.resolve(other):
        assert {one, other} <= found.meaning(one) & found.meaning(other)


# -- what concerns bring with them


def test_every_shipped_risk_and_issue_has_its_line_and_only_they() -> None:
    assert set(MATTERS) == {term.code for term in (*RISKS, *ISSUES)}


def test_articles_and_requests_named_there_exist_and_each_is_used() -> None:
    assert {number for matter in MATTERS.values() for number in matter.articles} <= set(ARTICLES)
    assert {ask for matter in MATTERS.values() for ask in matter.asks} == set(ASK_TEXTS)


@pytest.mark.parametrize(
    ("code", "articles"),
    [("torture", (5,)), ("trial_rights", (10, 11)), ("arbitrary_detention", (9,)), ("expression", (19,))],
)
def test_the_articles_everybody_knows_are_at_stake(code: str, articles: tuple[int, ...]) -> None:
    assert MATTERS[code].articles == articles


def test_a_group_can_say_which_articles_its_own_word_touches() -> None:
    own = OwnTerm(part=TermList.ISSUE, code="own_issue_land", label="land", articles="17, 25 and 99", asks="to wait\n")
    found = Vocabulary([own]).find("own_issue_land")
    assert found is not None
    assert (found.articles, found.own_asks) == ((17, 25), ("to wait",))


@pytest.mark.parametrize("key", list(ASK_TEXTS))
def test_every_request_is_worded_in_the_four_languages(key: str) -> None:
    texts = ASK_TEXTS[key]
    assert set(texts) == {"en", "fr", "es", "de"}
    assert texts["en"].startswith("to ")
    assert texts["fr"].startswith(("que ", "qu’"))
    assert texts["es"].startswith("que ")
    assert all(40 <= len(words) + 20 <= 140 and not words.endswith(".") for words in texts.values())
