# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts made from what the file holds."""

from collections.abc import Iterator

import pytest
from tests.support.sample import TODAY, sample_file

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.compose import NoContact
from amnesty_desktop.domain.letter import Letter, LetterKind
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.standing import StandingKind
from amnesty_desktop.edits.drafting import draft_letter, facts_of, letter_material
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.errors import RecordMissing


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    """The sample group; to be read only."""
    made = sample_file(tmp_path_factory.mktemp("sample") / "sample.amnesty")
    yield made
    made.close()


def _case(sample: CaseFile, words: str) -> Case:
    return next(case for case in sample.all(Case) if words in case.title)


def _target(sample: CaseFile, case: Case) -> Addressee:
    return sample.all(Addressee, case_id=case.id, role=str(AddresseeRole.TARGET), order="position, key")[0]


def _draft(sample: CaseFile, words: str, kind: LetterKind = LetterKind.APPEAL, language: str = "") -> Letter:
    case = _case(sample, words)
    writer = sample.all(Member)[0]
    return draft_letter(sample, case.id, _target(sample, case).id, writer.id, TODAY, language, kind)


def test_a_draft_rests_on_verified_facts_only(sample: CaseFile) -> None:
    letter = _draft(sample, "Candelaria")
    known = {fact.claim.id: fact.standing.kind for fact in facts_of(sample, letter.case_id)}
    assert letter.body.claims
    assert {known[claim] for claim in letter.body.claims} == {StandingKind.VERIFIED}


def test_a_draft_is_dated_signed_addressed_and_copied(sample: CaseFile) -> None:
    letter = _draft(sample, "Candelaria")
    assert letter.dated == TODAY
    assert letter.signature == "Miriam Ashdown\nfor the Riverside Group"
    assert letter.address.endswith("GUATEMALA")
    assert letter.copies == "Copy to: Embassy of Guatemala, London"


def test_a_draft_is_in_the_addressee_s_language_unless_another_is_asked_for(sample: CaseFile) -> None:
    assert _draft(sample, "Odette").language == "fr"
    assert _draft(sample, "Odette", language="en").language == "en"


def test_a_follow_up_names_the_day_of_the_letter_before(sample: CaseFile) -> None:
    assert "14 September 2026" in _draft(sample, "Nay Lin", LetterKind.FOLLOW_UP).body.text


def test_an_answer_names_the_day_of_the_reply(sample: CaseFile) -> None:
    assert "11 November 2026" in _draft(sample, "Elşən", LetterKind.REPLY).body.text


def test_thanks_tell_the_newest_good_news(sample: CaseFile) -> None:
    assert "released on bail" in _draft(sample, "Anchisa", LetterKind.THANKS).body.text


def test_good_news_from_after_the_letter_s_day_is_not_told(sample: CaseFile) -> None:
    case = _case(sample, "Bimala")
    early = sample.all(Letter, case_id=case.id, order="sort_on, key")[0].dated
    assert early is not None
    letter = draft_letter(sample, case.id, _target(sample, case).id, None, early, kind=LetterKind.THANKS)
    assert "{" in letter.body.text


def test_a_letter_to_an_embassy_has_no_copy_to_itself(sample: CaseFile) -> None:
    case = _case(sample, "Candelaria")
    embassy = sample.all(Addressee, case_id=case.id, role=str(AddresseeRole.EMBASSY))[0]
    assert draft_letter(sample, case.id, embassy.id, None, TODAY).copies == ""


def test_where_nobody_may_write_the_reason_is_given(sample: CaseFile) -> None:
    with pytest.raises(NoContact, match="an elder is speaking"):
        _draft(sample, "Zubair")


def test_a_draft_for_nobody_is_an_error_of_ours(sample: CaseFile) -> None:
    with pytest.raises(RecordMissing):
        draft_letter(sample, _case(sample, "Gu Nianxi").id, "nobody", None, TODAY)


def test_the_first_fear_stands_in_for_a_title(sample: CaseFile) -> None:
    case = _case(sample, "Terrence")
    material = letter_material(sample, case.id, _target(sample, case).id, None, TODAY)
    assert material.concern == "Imminent execution"


def test_a_draft_is_not_in_the_file_before_it_is_saved(sample: CaseFile) -> None:
    assert sample.find(Letter, _draft(sample, "Gu Nianxi").id) is None
