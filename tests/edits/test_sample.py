# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample group: complete, alive today, and as careful as a real group would be."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.support.sample import TODAY, sample_file

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.assessment import Assessment, Ground, ViolenceFinding
from amnesty_desktop.domain.attachment import Attachment
from amnesty_desktop.domain.case import Case, CaseKind, CaseStatus, Concern
from amnesty_desktop.domain.case_check import (
    addressee_problems,
    case_problems,
    group_problems,
    member_problems,
    outcome_problems,
    person_problems,
)
from amnesty_desktop.domain.caution import Caution, CautionKind
from amnesty_desktop.domain.claim import Claim, Support
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.domain.distinction import Distinction
from amnesty_desktop.domain.figures import figures
from amnesty_desktop.domain.goal import Goal
from amnesty_desktop.domain.letter import SEALED, Letter, LetterState, Seal
from amnesty_desktop.domain.letter_check import check
from amnesty_desktop.domain.letter_findings import CheckMaterial, Rule
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.name_mentions import withheld_mentions
from amnesty_desktop.domain.outcome import Outcome
from amnesty_desktop.domain.own_term import OwnTerm, TermList
from amnesty_desktop.domain.person import Person, Relation, Situation
from amnesty_desktop.domain.reply import Reply, ReplyKind
from amnesty_desktop.domain.saved_search import SavedSearch
from amnesty_desktop.domain.sheet import Sheet
from amnesty_desktop.domain.source import Reliability, Source, SourceKind
from amnesty_desktop.domain.standing import Fact, StandingKind, facts
from amnesty_desktop.domain.tally import Tally
from amnesty_desktop.domain.vocabularies import ISSUES, RISKS
from amnesty_desktop.edits.drafting import facts_of
from amnesty_desktop.edits.export import check_material
from amnesty_desktop.store import today as due_today
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.figures import case_records

# What is planted in letters not sent yet, by the person they are for and their writer.
PLANTED = {
    ("Candelaria", "Miriam Ashdown"): {Rule.ONE_SHORT, Rule.COPY},
    ("İpek", "Tobias Fenwick"): {Rule.NEWS, Rule.OVERTAKEN},
    ("Zarmina", "Nasreen Colclough"): {Rule.GAP},
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    """The sample group on the day of the other tests; to be read only."""
    made = sample_file(tmp_path_factory.mktemp("sample") / "sample.amnesty")
    yield made
    made.close()


def _case(sample: CaseFile, words: str) -> Case:
    return next(case for case in sample.all(Case) if words in case.title)


def _as_of(material: CheckMaterial, day: date, shown: tuple[Fact, ...]) -> CheckMaterial:
    """What the check would have had before it on an earlier day."""

    def had_come(on: PartialDate | None) -> bool:
        return on is not None and on.is_known and on.earliest <= day

    return replace(
        material,
        today=day,
        case=replace(material.case, status=CaseStatus.OPEN, no_contact=""),
        facts=shown,
        situations=tuple(each for each in material.situations if had_come(each.on)),
        outcomes=tuple(each for each in material.outcomes if had_come(each.on)),
    )


def _rules(sample: CaseFile, letter: Letter) -> set[Rule]:
    material = check_material(sample, letter, TODAY)
    if letter.sent_on is not None:
        material = _as_of(material, letter.sent_on, _facts_then(sample, letter))
    return {finding.rule for finding in check(letter, material)} - {Rule.PLEASE_MIND}


def _facts_then(sample: CaseFile, letter: Letter) -> tuple[Fact, ...]:
    """The facts of the case without knowing which of them would be overtaken after the letter had gone."""
    assert letter.sent_on is not None
    claims = [
        replace(claim, overtaken_on=None)
        if claim.overtaken_on is not None and claim.overtaken_on.earliest > letter.sent_on
        else claim
        for claim in sample.all(Claim, case_id=letter.case_id)
    ]
    return facts(claims, sample.all(Support, case_id=letter.case_id), sample.all(Source, case_id=letter.case_id))


def test_it_has_thirty_cases_of_every_kind(sample: CaseFile) -> None:
    kinds = Counter(case.kind for case in sample.all(Case))
    assert kinds.total() == 30
    assert kinds.keys() == set(CaseKind)


def test_it_keeps_addresses_for_all_cases(sample: CaseFile) -> None:
    kept = sample.all(Addressee, case_id=None)
    assert len(kept) >= 2
    assert all(address.checked_on is not None and address.address for address in kept)


def test_every_concern_of_the_lists_is_in_use(sample: CaseFile) -> None:
    used = {concern.term for concern in sample.all(Concern)}
    assert used - {own.code for own in sample.all(OwnTerm) if own.label} == {term.code for term in (*RISKS, *ISSUES)}


def test_the_group_has_own_words_one_hidden_and_one_merged(sample: CaseFile) -> None:
    own = sample.all(OwnTerm)
    assert any(term.label and term.articles and term.asks for term in own)
    assert any(term.hidden for term in own)
    assert any(term.merged_into for term in own)
    assert {term.code for term in own if term.label and term.part is not TermList.OUTCOME} <= {
        concern.term for concern in sample.all(Concern)
    }


def test_sources_are_described_withdrawn_and_decided_against(sample: CaseFile) -> None:
    sources = sample.all(Source)
    assert any(source.language and source.received and source.is_withdrawn for source in sources)
    assert {Reliability.VERY_RELIABLE, Reliability.PROBABLY_UNRELIABLE} <= {each.reliability for each in sources}
    assert any(support.set_aside_on and support.set_aside_why for support in sample.all(Support))


def test_every_record_a_case_can_have_occurs(sample: CaseFile) -> None:
    assert {each.violence for each in sample.all(Assessment)} == set(ViolenceFinding)
    assert {each.kind for each in sample.all(Caution)} == set(CautionKind)
    kinds = (Relation, Goal, DiaryNote, Sheet, Attachment, Ground, Distinction, SavedSearch, Tally)
    assert [kind.__name__ for kind in kinds if not sample.count(kind)] == []
    assert any(case.closing_words for case in sample.all(Case))
    assert {source.kind for source in sample.all(Source)} == set(SourceKind)


def test_there_are_letters_in_every_state(sample: CaseFile) -> None:
    assert {letter.state for letter in sample.all(Letter)} == set(LetterState)


def test_there_are_replies_of_most_kinds(sample: CaseFile) -> None:
    assert {reply.kind for reply in sample.all(Reply)} == set(ReplyKind) - {ReplyKind.REFUSED, ReplyKind.NONE_EXPECTED}


def test_facts_stand_in_every_way(sample: CaseFile) -> None:
    kinds = {fact.standing.kind for case in sample.all(Case) for fact in facts_of(sample, case.id)}
    assert kinds == set(StandingKind)


def test_eight_members_and_a_meeting_tonight_with_five_cases(sample: CaseFile) -> None:
    assert sample.count(Member) == 8
    found = due_today.next_meeting(sample, TODAY)
    assert found is not None
    assert (found[0].on, found[0].begins, found[1]) == (TODAY, "19:30", 5)


def test_two_appeals_are_over_and_one_is_due_in_three_days(sample: CaseFile) -> None:
    days = [(line.day - TODAY).days for line in due_today.due(sample.engine, TODAY)]
    assert sum(day < 0 for day in days) == 2
    assert days.count(3) == 1


def test_every_section_of_today_has_something_in_it(sample: CaseFile) -> None:
    engine = sample.engine
    assert {letter.state for letter in due_today.waiting(engine)} == {LetterState.READY, LetterState.EXPORTED}
    assert len(due_today.open_replies(engine)) == 2
    assert len(due_today.unanswered(engine, TODAY, sample.group().follow_up_weeks)) == 2
    assert len(due_today.quiet(engine, TODAY)) == 1


def test_the_oldest_case_is_nine_years_old_and_has_a_long_history(sample: CaseFile) -> None:
    case = _case(sample, "Yonas")
    assert case.taken_up is not None
    assert (TODAY - case.taken_up.earliest).days // 365 == 9
    assert sample.count(Letter, case_id=case.id) >= 12
    assert sample.count(Situation, case_id=case.id) >= 7


def test_names_come_in_many_scripts(sample: CaseFile) -> None:
    scripts = {unicodedata.name(person.own_script[0]).split()[0] for person in sample.all(Person) if person.own_script}
    assert scripts >= {"ARABIC", "CYRILLIC", "CJK", "MYANMAR", "ETHIOPIC", "GEORGIAN", "THAI"}
    assert any("ế" in person.name or "ươ" in person.name for person in sample.all(Person))


def test_dates_are_known_to_the_day_the_month_the_year_about_and_not_at_all(sample: CaseFile) -> None:
    rows = sample.engine.rows(
        'SELECT "on" FROM situations UNION SELECT "on" FROM claims UNION SELECT "on" FROM outcomes'
    )
    dates = [PartialDate(edtf) for (edtf,) in rows if edtf]
    assert {len(on.edtf) for on in dates} >= {4, 7, 10}
    assert any(on.is_about for on in dates)
    assert any(on.is_uncertain for on in dates)
    assert any(not on.is_known for on in dates)


def test_what_waits_passes_the_letter_check_except_where_planted(sample: CaseFile) -> None:
    for letter in sample.all(Letter):
        if letter.state in SEALED:
            continue
        writer = sample.get(Member, letter.writer_id or "").name
        wanted = next(
            (rules for (who, by), rules in PLANTED.items() if who in letter.subject and by == writer), set[Rule]()
        )
        assert _rules(sample, letter) == wanted, (letter.subject, writer)


def test_what_was_sent_passed_the_letter_check_on_its_day(sample: CaseFile) -> None:
    for letter in sample.all(Letter):
        if letter.state in SEALED:
            assert not _rules(sample, letter), (letter.subject, letter.sent_on)


def test_no_letter_knows_of_what_came_after_it(sample: CaseFile) -> None:
    for letter in sample.all(Letter):
        used = [fact.claim for fact in facts_of(sample, letter.case_id) if fact.claim.id in letter.body.claims]
        late = [c.text for c in used if c.on and c.on.is_known and letter.dated and c.on.earliest > letter.dated]
        assert not late


def test_every_appeal_rests_on_facts_of_the_file(sample: CaseFile) -> None:
    resting = [letter for letter in sample.all(Letter) if letter.subject]
    assert all(letter.body.claims for letter in resting)


def test_a_withheld_name_stands_in_no_letter(sample: CaseFile) -> None:
    withheld = [person for person in sample.all(Person) if person.withheld]
    assert len(withheld) == 1
    for letter in sample.all(Letter):
        text = "\n".join((letter.subject, letter.body.text, letter.address, letter.copies))
        assert not any(withheld_mentions(text, person) for person in withheld)


def test_what_was_sent_is_sealed_with_a_document_that_says_sample(sample: CaseFile) -> None:
    sealed = [letter for letter in sample.all(Letter) if letter.state in SEALED]
    seals = {seal.letter_id: seal for seal in sample.all(Seal)}
    assert {letter.id for letter in sealed} == seals.keys()
    for seal in seals.values():
        content = sample.bytes_of(seal.document)
        assert content is not None
        with ZipFile(BytesIO(content)) as document:
            assert any(b"SAMPLE, DO NOT POST" in document.read(name) for name in document.namelist())


def test_nobody_can_be_reached_at_an_address_of_the_sample(sample: CaseFile) -> None:
    for addressee in sample.all(Addressee):
        assert not addressee.email or addressee.email.endswith(".example")
        digits = "".join(sign for sign in addressee.phone + addressee.fax if sign.isdigit())
        assert not digits or digits.endswith("0000000")
    assert all(not member.email or member.email.endswith(".example") for member in sample.all(Member))


def test_the_forms_find_nothing_wrong(sample: CaseFile) -> None:
    found = [
        *group_problems(sample.group()),
        *(problem for case in sample.all(Case) for problem in case_problems(case, TODAY)),
        *(problem for person in sample.all(Person) for problem in person_problems(person, TODAY)),
        *(problem for addressee in sample.all(Addressee) for problem in addressee_problems(addressee, TODAY)),
        *(problem for member in sample.all(Member) for problem in member_problems(member)),
        *(
            problem
            for outcome in sample.all(Outcome)
            for problem in outcome_problems(outcome, sample.get(Case, outcome.case_id), TODAY)
        ),
    ]
    assert not found


def test_the_figures_have_a_share_an_also_worse_and_an_unclear_date(sample: CaseFile) -> None:
    found = figures(case_records(sample.engine))
    assert 12 <= found.total.improved <= 15
    assert found.total.also_worse >= 2
    assert found.total.date_unclear == 1
    assert sum(count.share is not None for count in found.years) >= 3


def test_looking_around_begins_with_nothing_to_undo(sample: CaseFile) -> None:
    assert sample.undo_label is None


@pytest.mark.parametrize("today", [date(2028, 2, 29), date(2027, 1, 1)])
def test_it_can_be_made_on_any_day(tmp_path: Path, today: date) -> None:
    file = sample_file(tmp_path / "sample.amnesty", today)
    days = [(line.day - today).days for line in due_today.due(file.engine, today)]
    problems = [problem for case in file.all(Case) for problem in case_problems(case, today)]
    file.close()
    assert days[:3] == [-4, -1, 3]
    assert not problems
