# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check says of the recipient: rules of prisoners and families, stale addresses, letters too many."""

from dataclasses import replace
from datetime import date

import pytest

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole, Allowed, Takes
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.compose import LetterMaterial, compose
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.letter import Body, Letter, LetterKind, Paragraph, Run
from amnesty_desktop.domain.letter_check import check
from amnesty_desktop.domain.letter_findings import CheckMaterial, Finding, Mend, OtherLetter, Rule
from amnesty_desktop.domain.letter_mend import mended
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Person
from amnesty_desktop.edits.word_lists import word_lists

TODAY = date(2026, 11, 23)
GROUP = Group(name="Millbrook Group", country="GB")
PERSON = Person(id="p", case_id="c", name="Odette Mbarga", prisoner_number="4711/B")
PRISONER = Addressee(
    id="a",
    case_id="c",
    role=AddresseeRole.PRISONER,
    name="Odette Mbarga",
    address="Prison centrale\nYaoundé",
    country="CM",
    amnesty=Allowed.NO,
    sender_address=Allowed.NO,
    religion=Allowed.NO,
    takes=Takes.BOTH,
    rules_on=PartialDate("2026-09"),
)
MINISTER = Addressee(id="m", case_id="c", office="Minister of Justice", address="Rue 1", country="CM")
CASE = Case(id="c", country="CM")
WRITER = Member(id="w", name="Inga Solheim", address="1 Lane\nMillbrook")


def material(addressee: Addressee, **fields: object) -> CheckMaterial:
    plain = CheckMaterial(
        case=CASE,
        today=TODAY,
        addressee=addressee,
        addressees=(addressee,),
        people=(PERSON,),
        pages=1,
        group=GROUP,
        words=word_lists(),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def draft(addressee: Addressee, kind: LetterKind = LetterKind.APPEAL, **fields: object) -> Letter:
    made = compose(
        LetterMaterial(
            group=GROUP, case=CASE, addressee=addressee, dated=TODAY, writer=WRITER, people=(PERSON,), concern="Threats"
        ),
        kind,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def said(letter: Letter, *sentences: str) -> Letter:
    return replace(letter, body=Body(tuple(Paragraph((Run(one),)) for one in sentences)))


def rules(letter: Letter, of: CheckMaterial) -> set[Rule]:
    return {finding.rule for finding in check(letter, of)}


def the(letter: Letter, of: CheckMaterial, rule: Rule) -> Finding:
    (finding,) = (finding for finding in check(letter, of) if finding.rule is rule)
    return finding


def test_a_card_by_known_rules_raises_no_alarm() -> None:
    assert check(draft(PRISONER), material(PRISONER)) == ()


def test_a_card_without_known_rules_says_to_ask_the_section() -> None:
    unknown = replace(PRISONER, amnesty=Allowed.UNKNOWN)
    assert "Ask your section" in the(draft(unknown), material(unknown), Rule.RULES_UNKNOWN).word


def test_rules_checked_long_ago_are_asked_again() -> None:
    old = replace(PRISONER, rules_on=PartialDate("2024-03"))
    assert "March 2024" in the(draft(old), material(old), Rule.RULES_UNKNOWN).sentence


def test_unknown_rules_keep_group_address_and_facts_out_of_the_draft() -> None:
    letter = draft(Addressee(role=AddresseeRole.FAMILY, name="The family"))
    assert (letter.signature, letter.own_address, letter.body.claims) == ("Inga Solheim", False, ())


def test_a_known_yes_lets_group_and_return_address_in() -> None:
    open_one = replace(PRISONER, amnesty=Allowed.YES, sender_address=Allowed.YES)
    letter = draft(open_one)
    assert (letter.signature, letter.own_address) == ("Inga Solheim\nfor the Millbrook Group", True)
    assert check(letter, material(open_one)) == ()


@pytest.mark.parametrize("words", ["I belong to Amnesty International.", "The Millbrook Group thinks of you."])
def test_amnesty_in_a_card_is_found(words: str) -> None:
    assert Rule.AMNESTY_NAMED in rules(said(draft(PRISONER), words), material(PRISONER))


def test_the_group_comes_off_the_signature_in_one_click() -> None:
    letter = draft(PRISONER, signature="Inga Solheim\nfor the Millbrook Group")
    finding = the(letter, material(PRISONER), Rule.AMNESTY_NAMED)
    assert mended(letter, finding, Mend.USE_SIGNATURE).signature == "Inga Solheim"


def test_a_return_address_comes_off_in_one_click() -> None:
    letter = draft(PRISONER, own_address=True)
    finding = the(letter, material(PRISONER), Rule.SENDER_NAMED)
    assert not mended(letter, finding, Mend.NO_SENDER).own_address


@pytest.mark.parametrize("words", ["God bless you.", "I pray for you every day.", "Merry Christmas!"])
def test_religious_words_are_found_unless_they_are_welcome(words: str) -> None:
    assert Rule.FAITH in rules(said(draft(PRISONER), words), material(PRISONER))
    welcome = replace(PRISONER, religion=Allowed.YES)
    assert Rule.FAITH not in rules(said(draft(welcome), words), material(welcome))


def test_facts_of_the_case_are_no_matter_for_a_card() -> None:
    letter = replace(draft(PRISONER), body=Body((Paragraph((Run("It was so.", claims=("x",)),)),)))
    assert Rule.FACT_TO_PERSON in rules(letter, material(PRISONER))


def test_what_does_not_get_through_is_said() -> None:
    only_letters = replace(PRISONER, takes=Takes.LETTERS)
    assert "Only letters" in the(draft(only_letters), material(only_letters), Rule.TAKES).sentence


def test_the_number_of_the_prisoner_stands_below_the_name() -> None:
    assert draft(PRISONER).address.splitlines()[:2] == ["Odette Mbarga", "4711/B"]


def test_a_number_that_is_missing_is_put_in_with_one_click() -> None:
    letter = draft(PRISONER, address="Odette Mbarga\nPrison centrale")
    finding = the(letter, material(PRISONER), Rule.PRISONER_NUMBER)
    assert mended(letter, finding, Mend.USE_ADDRESS).address == "Odette Mbarga\n4711/B\nPrison centrale"


def test_a_number_the_place_asks_for_and_nobody_knows_is_said() -> None:
    needed = replace(PRISONER, number_needed=Allowed.YES)
    unknown = material(needed, people=(replace(PERSON, prisoner_number=""),))
    assert "the file has none" in the(draft(needed), unknown, Rule.PRISONER_NUMBER).sentence


@pytest.mark.parametrize(
    ("checked", "issued", "is_old"),
    [("2024-05", None, True), ("2026-05", None, False), (None, "2023-01-10", True), (None, None, False)],
)
def test_an_address_nobody_looked_up_for_long_is_said(checked: str | None, issued: str | None, is_old: bool) -> None:
    minister = replace(MINISTER, checked_on=PartialDate(checked) if checked else None)
    case = replace(CASE, issued=PartialDate(issued) if issued else None)
    assert (Rule.OLD_ADDRESS in rules(draft(minister), material(minister, case=case))) is is_old


def test_post_that_came_back_is_said() -> None:
    finding = the(draft(MINISTER), material(MINISTER, came_back=PartialDate("2026-10-02")), Rule.CAME_BACK)
    assert (finding.mend, "2 October 2026" in finding.sentence) == (Mend.ADDRESS_CHECKED, True)


def other(text: str, writer: str | None = "w", day: date | None = TODAY) -> OtherLetter:
    return OtherLetter("other", writer, day, text)


def test_two_letters_of_one_writer_on_one_day_are_said() -> None:
    assert Rule.SAME_DAY in rules(draft(MINISTER), material(MINISTER, others=(other("Else."),)))
    assert Rule.SAME_DAY not in rules(draft(MINISTER), material(MINISTER, others=(other("Else.", "another"),)))


def test_many_letters_alike_are_said() -> None:
    letter = draft(MINISTER)
    same = tuple(other(letter.body.text, f"w{i}") for i in range(4))
    assert Rule.ALIKE in rules(letter, material(MINISTER, others=same))
    assert Rule.ALIKE not in rules(letter, material(MINISTER, others=same[:3]))


def test_our_own_country_is_a_note_that_can_be_switched_off() -> None:
    at_home = material(MINISTER, case=replace(CASE, country="GB"))
    assert Rule.OWN_COUNTRY in rules(draft(MINISTER), at_home)
    off = replace(at_home, group=replace(GROUP, own_country_note=False))
    assert Rule.OWN_COUNTRY not in rules(draft(MINISTER), off)


def test_an_embassy_of_the_directory_is_proposed_for_a_copy() -> None:
    embassy = Addressee(role=AddresseeRole.EMBASSY, office="Embassy of Cameroon, London", country="GB")
    letter = draft(MINISTER)
    finding = the(letter, material(MINISTER, embassies=(embassy,)), Rule.COPY)
    assert "Embassy of Cameroon" in mended(letter, finding, Mend.ADD_COPY).copies
