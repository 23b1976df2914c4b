# SPDX-License-Identifier: GPL-3.0-or-later
"""The first draft of a letter."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Ask, Case, Confidentiality
from amnesty_desktop.domain.claim import Claim, Stated
from amnesty_desktop.domain.compose import LetterMaterial, NoContact, compose
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.letter import Letter, LetterKind, ParagraphKind
from amnesty_desktop.domain.letter_wording import GAP
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Person, Sex
from amnesty_desktop.domain.standing import Fact, Standing, StandingKind

VERIFIED = Standing(StandingKind.VERIFIED, True, 1, "")
LEONELA = Person(id="leonela", case_id="case", name="Leonela Zúñiga Beltrán")
LANGUAGES = ["en", "fr", "es", "de"]


def fact(text: str, kind: StandingKind = StandingKind.VERIFIED, **fields: object) -> Fact:
    claim = replace(Claim(id=text[:12], case_id="case", text=text), **fields)  # type: ignore[arg-type]
    return Fact(claim, replace(VERIFIED, kind=kind))


FOLLOWED = fact("On 3 June 2026 a car followed Leonela Zúñiga Beltrán home.", stated=Stated.CONFIRMED)
MATERIAL = LetterMaterial(
    group=Group(name="Millbrook Group", country="GB"),
    case=Case(id="case", country="HN"),
    addressee=Addressee(name="Ministro de Seguridad", address="Calle 1", country="HN", salutation="Dear Minister"),
    dated=date(2026, 11, 23),
    writer=Member(name="Inga Solheim"),
    people=(LEONELA,),
    facts=(FOLLOWED,),
    asks=(Ask(case_id="case", text="to protect Leonela Zúñiga Beltrán;"), Ask(case_id="case", text="to investigate.")),
    concern="Threats",
)


def draft(kind: LetterKind = LetterKind.APPEAL, language: str = "", **fields: object) -> Letter:
    return compose(replace(MATERIAL, **fields), kind, language=language)  # type: ignore[arg-type]


def whole(letter: Letter) -> str:
    return "\n".join(
        (letter.address, letter.subject, letter.salutation, letter.body.text, letter.signature, letter.copies)
    )


def test_an_appeal_says_who_writes_what_is_known_why_what_is_asked_and_thanks() -> None:
    text = draft().body.text
    places = [text.index(part) for part in ("Millbrook Group", "a car", "Universal Declaration", "to protect", "Thank")]
    assert places == sorted(places)
    assert not GAP.search(whole(draft()))


def test_everything_around_the_body_is_filled_in() -> None:
    letter = draft(copies=(Addressee(role=AddresseeRole.EMBASSY, name="Embassy of Honduras, London"),))
    assert letter.salutation == "Dear Minister,"
    assert letter.subject == "Threats: Leonela Zúñiga Beltrán, Honduras"
    assert letter.signature == "Inga Solheim\nfor the Millbrook Group"
    assert letter.copies == "Copy to: Embassy of Honduras, London"
    assert letter.address.endswith("HONDURAS")


def test_requests_are_the_sheets_own_words_as_a_list() -> None:
    bullets = [p.text for p in draft().body.paragraphs if p.kind is ParagraphKind.BULLET]
    assert bullets == ["to protect Leonela Zúñiga Beltrán;", "to investigate."]


def test_each_fact_carries_its_claim() -> None:
    (run,) = (run for p in draft().body.paragraphs for run in p.runs if run.claims)
    assert (run.text, run.claims) == (FOLLOWED.claim.text, (FOLLOWED.claim.id,))


@pytest.mark.parametrize(
    "other",
    [
        fact("Not so sure.", StandingKind.ONE_SHORT),
        fact("Not known.", StandingKind.UNVERIFIED),
        fact("Not agreed.", StandingKind.DISPUTED),
        fact("Not now.", StandingKind.OVERTAKEN),
        fact("Not for others.", confidentiality=Confidentiality.INTERNAL),
        fact("No en inglés.", language="es"),
    ],
)
def test_only_verified_facts_that_hold_and_may_be_passed_on_go_in(other: Fact) -> None:
    letter = draft(facts=(FOLLOWED, other))
    assert letter.body.claims == (FOLLOWED.claim.id,)
    assert other.claim.text not in whole(letter)


def test_a_fear_stays_a_fear() -> None:
    text = draft(facts=(fact("Leonela was beaten.", stated=Stated.FEARED),)).body.text
    assert "reason to fear the following: Leonela was beaten." in text


def test_a_fear_that_already_says_so_is_left_as_it_is() -> None:
    text = draft(facts=(fact("Leonela is in danger.", stated=Stated.FEARED),)).body.text
    assert "\nLeonela is in danger.\n" in text


def test_what_is_only_reported_is_called_a_report() -> None:
    assert "According to the reports" in draft(facts=(fact("She was stopped.", stated=Stated.REPORTED),)).body.text
    assert "According to the reports" not in draft().body.text


def test_a_withheld_name_appears_nowhere() -> None:
    amina = Person(case_id="case", name="Amina Khalil", withheld=True)
    letter = draft(
        people=(amina,),
        facts=(fact("Amina Khalil was followed."), fact("A woman was followed.")),
        asks=(Ask(case_id="case", text="to protect Amina Khalil"), Ask(case_id="case", text="to investigate")),
        case=Case(id="case", title="Amina Khalil followed"),
    )
    assert "Khalil" not in whole(letter)
    assert "a person whose name I leave out for safety" in letter.body.text


def test_without_facts_in_the_language_there_is_a_gap_that_says_where_they_are() -> None:
    text = draft(language="fr").body.text
    assert "{what has happened, in French; the file has it in English}" in text
    assert "{what the sheet asks for, in French; the file has it in English}" in text


def test_without_people_there_is_a_gap_for_the_name() -> None:
    assert "{name of the person}" in draft(people=()).body.text


def test_where_nobody_may_write_there_is_no_draft() -> None:
    with pytest.raises(NoContact) as raised:
        draft(case=Case(no_contact="The family asks for no contact."))
    assert raised.value.reason == "The family asks for no contact."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [AddresseeRole.PRISONER, AddresseeRole.FAMILY])
def test_a_prisoner_or_family_gets_a_card_without_facts_group_or_subject(role: AddresseeRole, language: str) -> None:
    letter = draft(addressee=Addressee(role=role, name="Qiu Wanrong"), language=language)
    assert (letter.kind, letter.subject, letter.body.claims) == (LetterKind.CARD, "", ())
    assert "Millbrook" not in whole(letter)
    assert letter.signature == "Inga Solheim"


NEVER_IN_A_FRAME = {
    "en": (" he ", " she ", " his ", " her ", "release", "prisoner"),
    "fr": (" il a", " elle ", "libér", "prisonni"),
    "es": (" él ", " ella ", "liberar", "preso", "presa"),
    "de": (" er ", " freilass", "gefangen"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_no_frame_names_a_sex_or_demands_a_release_or_calls_anybody_a_prisoner(kind: LetterKind, language: str) -> None:
    text = f" {draft(kind, language, facts=(), asks=()).body.text.lower()} "
    assert not [word for word in NEVER_IN_A_FRAME[language] if word in text]


def test_a_follow_up_names_the_day_of_the_earlier_letter() -> None:
    assert "on 1 September 2026" in draft(LetterKind.FOLLOW_UP, earlier=date(2026, 9, 1)).body.text
    assert "le 1er septembre 2026" in draft(LetterKind.FOLLOW_UP, "fr", earlier=date(2026, 9, 1)).body.text
    assert "{date of our earlier letter}" in draft(LetterKind.FOLLOW_UP).body.text


def test_a_letter_of_thanks_tells_the_good_news_it_was_given() -> None:
    news = fact("Leonela Zúñiga Beltrán was given protection.")
    letter = draft(LetterKind.THANKS, facts=(FOLLOWED, news), news=frozenset({news.claim.id}))
    assert letter.body.claims == (news.claim.id,)


def test_a_reply_thanks_for_the_letter_it_answers() -> None:
    assert "your letter of October 2026" in draft(LetterKind.REPLY, answered=PartialDate("2026-10")).body.text


def test_american_groups_write_american_dates() -> None:
    group = Group(name="Millbrook Group", country="US")
    assert "September 1, 2026" in draft(LetterKind.FOLLOW_UP, group=group, earlier=date(2026, 9, 1)).body.text


def test_german_goes_on_small_after_the_comma_only() -> None:
    assert draft(language="de").body.text.startswith("ich gehöre")
    exclaimed = replace(MATERIAL.addressee, salutation="Sehr geehrter Herr Minister!")
    assert draft(language="de", addressee=exclaimed).body.text.startswith("Ich gehöre")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ana", "Bruno"], "Ana and Bruno"),
        (["Ana", "Bruno", "Carla"], "Ana, Bruno and Carla"),
        (["Ana", "Bruno", "Carla", "Dario"], "Ana and 3 other people"),
    ],
)
def test_several_people_are_named_as_far_as_a_sentence_can(names: list[str], expected: str) -> None:
    people = tuple(Person(case_id="case", name=name) for name in names)
    assert f"My letter concerns {expected}." in draft(people=people).body.text


def test_several_withheld_people_stay_several() -> None:
    group = (Person(case_id="case", name="Eleven men", sex=Sex.GROUP, withheld=True),)
    assert "people whose names I leave out" in draft(people=group).body.text


def test_a_draft_is_never_crowded() -> None:
    many = tuple(fact(f"{number} happened in the town, " * 5) for number in range(100, 140))
    asks = tuple(Ask(case_id="case", text=f"to do the thing called {number}") for number in range(100))
    assert len(draft(facts=many, asks=asks).body.text) < 2600


TEXTS = st.text(max_size=60)


@given(TEXTS, TEXTS, st.sampled_from(LetterKind), st.sampled_from([*LANGUAGES, "ar", ""]))
def test_any_text_in_the_file_makes_a_draft(name: str, text: str, kind: LetterKind, language: str) -> None:
    person = replace(LEONELA, name=name, withheld=len(name) % 2 == 0)
    letter = draft(kind, language, people=(person,), facts=(fact(text or "x"),), group=Group(name=name))
    assert letter.body.paragraphs


def test_a_request_nobody_has_confirmed_stays_out_of_the_letter() -> None:
    asks = (*MATERIAL.asks, Ask(case_id="case", text="to let a doctor see her", concern="health", confirmed=False))
    assert "doctor" not in draft(asks=asks).body.text
