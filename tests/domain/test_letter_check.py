# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter check: silent about good letters, and finding every planted fault."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Ask, Case, CaseStatus, Confidentiality
from amnesty_desktop.domain.claim import Claim
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Body, Letter, LetterKind, Paragraph, ParagraphKind, Run
from amnesty_desktop.domain.letter_check import check
from amnesty_desktop.domain.letter_findings import CheckMaterial, Finding, Mend, Rule, Span
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.domain.standing import Fact, Standing, StandingKind
from amnesty_desktop.edits.word_lists import word_lists

TODAY = date(2026, 11, 23)
LEONELA = Person(id="leonela", case_id="case", name="Leonela Zúñiga Beltrán", sex=None)
MINISTER = Addressee(
    id="minister",
    case_id="case",
    office="Minister of Security",
    address="Calle 1",
    country="HN",
    salutation="Dear Minister",
)
EMBASSY = Addressee(id="embassy", case_id="case", role=AddresseeRole.EMBASSY, name="Embassy of Honduras, London")
PROTECT = Ask(case_id="case", text="to give Leonela Zúñiga Beltrán and her family effective protection")
MATERIAL = CheckMaterial(
    case=Case(id="case", country="HN"),
    today=TODAY,
    addressee=MINISTER,
    addressees=(MINISTER,),
    people=(LEONELA,),
    asks=(PROTECT,),
    pages=1,
    words=word_lists(),
)


def fact(kind: StandingKind = StandingKind.VERIFIED, **fields: object) -> Fact:
    claim = Claim(id="claim", case_id="case", text="The court would not hear her lawyer.")
    return Fact(replace(claim, **fields), Standing(kind, False, 0, "One source says so."))  # type: ignore[arg-type]


def text(words: str, *, bullets: bool = False, claim: str = "") -> tuple[Paragraph, ...]:
    kind = ParagraphKind.BULLET if bullets else ParagraphKind.TEXT
    return tuple(Paragraph((Run(line, claims=(claim,) if claim else ()),), kind) for line in words.split("\n"))


def letter(*paragraphs: Paragraph, **fields: object) -> Letter:
    plain = Letter(
        case_id="case",
        addressee_id="minister",
        dated=TODAY,
        address="Minister of Security\nCalle 1\nHONDURAS",
        salutation="Dear Minister,",
        subject="Threats against Leonela Zúñiga Beltrán",
        close="Yours sincerely,",
        signature="Inga Solheim",
        body=Body((*text("I respectfully ask you to protect Leonela Zúñiga Beltrán."), *paragraphs)),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def rules(found: tuple[Finding, ...]) -> list[Rule]:
    return [finding.rule for finding in found]


def the(found: tuple[Finding, ...], rule: Rule) -> Finding:
    (finding,) = (finding for finding in found if finding.rule is rule)
    return finding


@pytest.mark.parametrize("gap", ["{name of the person}", "{", "}", "{date}"])
def test_a_gap_blocks(gap: str) -> None:
    found = the(check(letter(*text(f"On {gap} she was seen.")), MATERIAL), Rule.GAP)
    assert (found.blocks, found.span) == (True, Span(1, 3, 3 + len(gap)))


@pytest.mark.parametrize("part", ["subject", "address", "salutation", "close", "signature", "enclosures", "copies"])
def test_a_gap_outside_the_body_blocks_too(part: str) -> None:
    found = check(letter(**{part: "Leonela Zúñiga Beltrán {place}"}), MATERIAL)
    assert the(found, Rule.GAP).blocks


@pytest.mark.parametrize("words", ["Dear [your name]", "on ____ she", "in XXX"])
def test_what_looks_like_a_place_to_fill_in_warns(words: str) -> None:
    assert not the(check(letter(*text(words)), MATERIAL), Rule.PLACEHOLDER).blocks


def test_do_not_write_blocks_with_the_reason() -> None:
    found = check(letter(), replace(MATERIAL, case=Case(no_contact="The family asks for silence.")))
    finding = the(found, Rule.NO_CONTACT)
    assert (finding.blocks, finding.sentence) == (True, "The family asks for silence.")


@pytest.mark.parametrize("kind", [LetterKind.APPEAL, LetterKind.FOLLOW_UP])
def test_a_closed_case_blocks_appeals_until_it_is_answered(kind: LetterKind) -> None:
    closed = replace(MATERIAL, case=Case(id="case", status=CaseStatus.CLOSED))
    assert the(check(letter(kind=kind), closed), Rule.CASE_CLOSED).blocks
    assert check(letter(kind=kind), replace(closed, answered=frozenset({"case"}))) == ()


def test_a_closed_case_lets_thanks_through() -> None:
    closed = replace(MATERIAL, case=Case(id="case", status=CaseStatus.CLOSED))
    assert check(letter(kind=LetterKind.THANKS), closed) == ()


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (StandingKind.UNVERIFIED, Rule.UNVERIFIED),
        (StandingKind.ONE_SHORT, Rule.ONE_SHORT),
        (StandingKind.DISPUTED, Rule.DISPUTED),
        (StandingKind.OVERTAKEN, Rule.OVERTAKEN),
    ],
)
def test_a_fact_that_does_not_stand_firm_is_named(kind: StandingKind, rule: Rule) -> None:
    draft = letter(*text("The court would not hear her lawyer.", claim="claim"))
    finding = the(check(draft, replace(MATERIAL, facts=(fact(kind),))), rule)
    assert (finding.claim_id, finding.span, finding.mend) == ("claim", Span(1, 0, 36), Mend.TAKE_OUT)
    assert not finding.blocks


def test_the_span_of_a_fact_runs_over_neighbouring_runs() -> None:
    runs = (
        Run("So "),
        Run("The police ", claims=("claim",)),
        Run("closed it.", bold=True, claims=("claim",)),
        Run(" Yes."),
    )
    found = check(letter(Paragraph(runs)), replace(MATERIAL, facts=(fact(StandingKind.ONE_SHORT),)))
    assert the(found, Rule.ONE_SHORT).span == Span(1, 3, 24)


def test_a_fact_for_members_only_blocks() -> None:
    draft = letter(*text("The post closed it.", claim="claim"))
    found = check(draft, replace(MATERIAL, facts=(fact(confidentiality=Confidentiality.INTERNAL),)))
    finding = the(found, Rule.MEMBERS_ONLY)
    assert (finding.blocks, finding.mends) == (True, (Mend.TAKE_OUT, Mend.MAKE_EXTERNAL))


def test_a_fact_that_left_the_file_is_named() -> None:
    assert rules(check(letter(*text("It was so.", claim="gone")), MATERIAL)) == [Rule.FACT_GONE]


def news(
    kind: SituationKind = SituationKind.RELEASED, on: str = "2026-11-01", person: str | None = "leonela"
) -> Situation:
    return Situation(id="news", case_id="case", person_id=person, kind=kind, on=PartialDate(on))


@pytest.mark.parametrize("kind", [SituationKind.RELEASED, SituationKind.RELEASED_ON_CONDITIONS, SituationKind.DIED])
def test_a_release_or_a_death_blocks_until_it_is_answered(kind: SituationKind) -> None:
    material = replace(MATERIAL, situations=(news(kind),))
    assert the(check(letter(), material), Rule.NEWS).blocks
    assert check(letter(), replace(material, answered=frozenset({"news"}))) == ()


def test_a_release_told_as_an_outcome_blocks_too() -> None:
    told = Outcome(case_id="case", person_id="leonela", direction=Direction.BETTER, kind="released")
    assert the(check(letter(), replace(MATERIAL, outcomes=(told,))), Rule.NEWS).blocks


def test_thanks_answer_a_release() -> None:
    assert check(letter(kind=LetterKind.THANKS), replace(MATERIAL, situations=(news(),))) == ()


def test_a_letter_that_tells_of_the_release_answers_it_and_one_that_tells_something_else_does_not() -> None:
    draft = letter(*text("She was released.", claim="claim"))
    told = fact(text="She was released on 1 November.", on=PartialDate("2026-11-01"))
    other = fact(text="Her brother was threatened.", on=PartialDate("2026-11-05"))
    material = replace(MATERIAL, situations=(news(),), asks=())
    assert Rule.NEWS not in rules(check(draft, replace(material, facts=(told,))))
    assert Rule.NEWS in rules(check(draft, replace(material, facts=(other,))))


def test_among_several_only_the_news_of_those_the_letter_names_counts() -> None:
    bruno = Person(id="bruno", case_id="case", name="Bruno Lima")
    material = replace(MATERIAL, people=(LEONELA, bruno), situations=(news(person="bruno"),))
    assert check(letter(), material) == ()
    assert Rule.NEWS in rules(check(letter(*text("Bruno Lima is held.")), material))


def test_the_news_of_somebody_unnamed_does_not_give_the_name() -> None:
    amina = Person(id="amina", case_id="case", name="Amina Khalil", withheld=True)
    found = check(letter(), replace(MATERIAL, people=(amina,), situations=(news(person="amina"),)))
    assert "Amina" not in the(found, Rule.NEWS).sentence


def test_a_place_of_detention_is_doubted_after_a_move() -> None:
    held = fact(text="She is held in North Prison.", on=PartialDate("2026-09"))
    moved = news(SituationKind.MOVED, "2026-10-12")
    found = check(letter(*text("She is held.", claim="claim")), replace(MATERIAL, facts=(held,), situations=(moved,)))
    assert rules(found) == [Rule.MOVED_SINCE]


@pytest.mark.parametrize("part", ["subject", "address", "signature"])
def test_a_withheld_name_blocks_wherever_it_stands(part: str) -> None:
    amina = Person(id="amina", case_id="case", name="Amina Khalil", withheld=True)
    material = replace(MATERIAL, people=(LEONELA, amina))
    assert the(
        check(letter(**{part: "For Leonela Zúñiga Beltrán and Amina Khalil"}), material), Rule.NAME_WITHHELD
    ).blocks


def test_a_withheld_name_in_the_text_can_be_replaced() -> None:
    amina = Person(id="amina", case_id="case", name="Amina Khalil", withheld=True)
    found = check(letter(*text("Her friend Khalil was there.")), replace(MATERIAL, people=(LEONELA, amina)))
    finding = the(found, Rule.NAME_WITHHELD)
    assert (finding.span, finding.mend, "name" in finding.instead) == (Span(1, 11, 17), Mend.REPLACE, True)


@pytest.mark.parametrize(("typed", "right"), [("Zúniga", "Zúñiga"), ("Leonella", "Leonela"), ("Beltran", "Beltrán")])
def test_a_name_spelled_unlike_the_case_is_found_with_its_spelling(typed: str, right: str) -> None:
    finding = the(check(letter(*text(f"We know {typed} well.")), MATERIAL), Rule.NAME_MISSPELT)
    assert (finding.instead, finding.span) == (right, Span(1, 8, 8 + len(typed)))


def test_a_letter_without_the_full_name_says_so() -> None:
    body = Body(text("I ask you to protect Ms Zúñiga."))
    assert rules(check(letter(body=body, subject="Threats"), MATERIAL)) == [Rule.NAME_MISSING]


def test_a_letter_that_asks_for_nothing_says_so() -> None:
    body = Body(text("Leonela Zúñiga Beltrán was followed home."))
    assert rules(check(letter(body=body), MATERIAL)) == [Rule.NO_REQUEST]


@pytest.mark.parametrize(
    "request_paragraphs",
    [
        text("protection for Leonela", bullets=True),
        text("Her family should have effective protection: give Leonela Zúñiga Beltrán that, and her family."),
    ],
)
def test_a_list_or_the_words_of_the_sheet_are_a_request(request_paragraphs: tuple[Paragraph, ...]) -> None:
    body = Body((*text("This is about Leonela Zúñiga Beltrán."), *request_paragraphs))
    assert Rule.NO_REQUEST not in rules(check(letter(body=body), MATERIAL))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I ask you to release her."),
        ("en", "Please set her free."),
        ("fr", "Je vous demande de la libérer."),
        ("es", "Le pido que sea puesta en libertad."),
        ("de", "Ich bitte Sie um ihre Freilassung."),
    ],
)
def test_asking_for_release_against_the_sheet_is_found(language: str, words: str) -> None:
    assert Rule.RELEASE_NOT_ASKED in rules(check(letter(*text(words), language=language), MATERIAL))


def test_asking_for_release_with_the_sheet_is_right() -> None:
    asks = (Ask(case_id="case", text="die Freilassung von Leonela", language="de"),)
    assert check(letter(*text("I ask you to release her.")), replace(MATERIAL, asks=asks)) == ()


def test_amnestys_term_is_left_to_amnesty() -> None:
    draft = letter(*text("She is a prisoner of conscience."))
    assert rules(check(draft, MATERIAL)) == [Rule.CONSCIENCE]
    assert check(draft, replace(MATERIAL, called=frozenset({"leonela"}))) == ()


def test_a_fact_that_uses_amnestys_term_is_not_its_finding() -> None:
    theirs = replace(MATERIAL, facts=(fact(text="Everybody calls her a prisoner of conscience."),))
    assert Rule.CONSCIENCE in rules(check(letter(*text("She is a prisoner of conscience.")), theirs))


def test_a_request_with_amnestys_term_stays_as_the_sheet_prints_it() -> None:
    asks = (Ask(case_id="case", text="to protect the prisoners of conscience"),)
    draft = letter(*text("I ask you to protect the prisoners of conscience."))
    assert Rule.CONSCIENCE not in rules(check(draft, replace(MATERIAL, asks=asks)))


def test_amnestys_term_is_found_for_the_one_without_the_finding() -> None:
    two = (LEONELA, Person(id="bruno", case_id="case", name="Bruno Cáceres"))
    material = replace(MATERIAL, people=two, called=frozenset({"leonela"}))
    ours = letter(*text("Leonela Zúñiga Beltrán is a prisoner of conscience. I also ask for Bruno Cáceres."))
    assert check(ours, material) == ()
    theirs = letter(*text("I ask for Leonela Zúñiga Beltrán. Bruno Cáceres is a prisoner of conscience."))
    assert rules(check(theirs, material)) == [Rule.CONSCIENCE]


def test_amnestys_term_is_found_in_the_subject_line() -> None:
    draft = letter(subject="Leonela Zúñiga Beltrán, prisoner of conscience")
    assert the(check(draft, MATERIAL), Rule.CONSCIENCE).mend is Mend.SHOW_CASE


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "You are a liar."),
        ("en", "We demand an answer."),
        ("en", "You will regret this."),
        ("en", "Your regime is known."),
        ("en", "Answer me!!"),
        ("fr", "Nous exigeons une réponse."),
        ("fr", "Votre régime est connu."),
        ("es", "Exijo una respuesta."),
        ("es", "Es una dictadura."),
        ("de", "Wir verlangen eine Antwort."),
        ("de", "Sie sollten sich schämen."),
    ],
)
def test_a_harsh_tone_is_found_and_explained(language: str, words: str) -> None:
    finding = the(check(letter(*text(words), language=language), MATERIAL), Rule.TONE)
    assert finding.why.endswith(".")
    assert not finding.blocks


def test_a_missing_copy_can_be_added() -> None:
    material = replace(MATERIAL, addressees=(MINISTER, EMBASSY))
    finding = the(check(letter(), material), Rule.COPY)
    assert (finding.mend, finding.instead) == (Mend.ADD_COPY, "Copy to: Embassy of Honduras, London")
    assert check(letter(copies=finding.instead), material) == ()


def test_the_salutation_stays_as_the_sheet_gives_it() -> None:
    finding = the(check(letter(salutation="Dear Sir,"), MATERIAL), Rule.SALUTATION)
    assert (finding.instead, finding.sentence) == ("Dear Minister,", "The sheet gives “Dear Minister”.")


@pytest.mark.parametrize(
    ("part", "rule"), [("address", Rule.ADDRESS), ("subject", Rule.SUBJECT), ("salutation", Rule.SALUTATION)]
)
def test_a_missing_part_warns(part: str, rule: Rule) -> None:
    found = check(letter(**{part: " "}), MATERIAL)
    assert rules(found) == [rule]
    assert not found[0].blocks


def test_past_its_date_the_section_is_asked_first() -> None:
    late = replace(MATERIAL, case=Case(id="case", appeal_by=PartialDate("2026-11-22")))
    assert "section first" in the(check(letter(), late), Rule.DEADLINE).why
    assert check(letter(), replace(late, case=Case(id="case", appeal_by=PartialDate("2026-11")))) == ()


def test_two_pages_are_too_long_and_an_unmeasured_letter_is_not() -> None:
    assert rules(check(letter(), replace(MATERIAL, pages=2))) == [Rule.TOO_LONG]
    assert check(letter(), replace(MATERIAL, pages=None)) == ()


def test_what_to_mind_is_repeated_word_for_word() -> None:
    minding = replace(MATERIAL, case=Case(please_mind="Her mother asks that the village is not named."))
    assert the(check(letter(), minding), Rule.PLEASE_MIND).sentence == "Her mother asks that the village is not named."


def test_what_blocks_comes_first() -> None:
    draft = letter(*text("You will regret this, {name}."), subject="")
    assert [finding.blocks for finding in check(draft, MATERIAL)] == [True, False, False]


def test_the_key_of_a_finding_outlives_typing_before_it() -> None:
    before = the(check(letter(*text("It is a dictatorship.")), MATERIAL), Rule.TONE)
    after = the(check(letter(*text("Well, it is a dictatorship.")), MATERIAL), Rule.TONE)
    assert before.key == after.key


@given(st.text(max_size=200), st.text(max_size=40), st.booleans(), st.sampled_from(["en", "fr", "es", "de", "ar", ""]))
def test_any_text_can_be_checked_and_spans_lie_in_it(words: str, name: str, withheld: bool, language: str) -> None:
    person = replace(LEONELA, name=name, withheld=withheld)
    draft = letter(*text(words), language=language, subject=name)
    for finding in check(draft, replace(MATERIAL, people=(person,))):
        if finding.span:
            assert 0 <= finding.span.start < finding.span.end <= len(draft.body.paragraphs[finding.span.paragraph].text)
