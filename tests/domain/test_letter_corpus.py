# SPDX-License-Identifier: GPL-3.0-or-later
"""A hundred invented letters: every planted fault is found, and no other; the good ones raise no alarm."""

import tomllib
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole, Allowed, Takes
from amnesty_desktop.domain.case import Ask, Case, CaseStatus, Confidentiality
from amnesty_desktop.domain.caution import Caution, CautionKind
from amnesty_desktop.domain.claim import Claim, Stated
from amnesty_desktop.domain.compose import LetterMaterial, compose
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.letter import Body, Letter, LetterKind, Paragraph, ParagraphKind, Run
from amnesty_desktop.domain.letter_check import check
from amnesty_desktop.domain.letter_findings import CheckMaterial, OtherLetter
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.domain.standing import Fact, Standing, StandingKind
from amnesty_desktop.edits.word_lists import word_lists

LETTERS = Path(__file__).parent / "letters"
TODAY = date(2026, 11, 23)
GROUP = Group(name="Millbrook Group", country="GB")
WRITER = Member(id="w", name="Inga Solheim", address="1 Lane\nMillbrook")
Written = dict[str, Any]


def read(*names: str) -> list[Written]:
    return [letter for name in names for letter in tomllib.loads((LETTERS / name).read_text("utf-8"))["letter"]]


GOOD = read("good-en.toml", "good-elsewhere.toml")
FAULTY = read("faults-en.toml", "faults-elsewhere.toml")


@lru_cache(maxsize=1)
def cases() -> Written:
    return tomllib.loads((LETTERS / "cases.toml").read_text("utf-8"))


def fields_of(values: Written) -> Written:
    """Values as the records have them: days, states and rules by their words."""
    days = {"appeal_by", "checked_on"}
    made: Written = {name: PartialDate(value) if name in days else value for name, value in values.items()}
    return made | {name: kind(made[name]) for name, kind in (("status", CaseStatus), ("takes", Takes)) if name in made}


def addressee_of(about: Written, letter: Written) -> Addressee:
    is_prisoner = about.get("role") == "prisoner"
    ruled: tuple[str, ...] = ("amnesty", "sender_address", "religion") if is_prisoner else ()
    rules: Written = dict.fromkeys(ruled, Allowed.NO)
    plain = Addressee(
        id="to",
        case_id="case",
        role=AddresseeRole(about.get("role", "target")),
        name=about.get("name", ""),
        office=about.get("office", ""),
        address=about["address"],
        country=about["country"],
        salutation=about.get("salutation", "") if letter.get("language", "en") == "en" else "",
        takes=Takes.BOTH,
        rules_on=PartialDate("2026-09"),
        **rules,
    )
    return replace(plain, **fields_of(letter.get("addressee_fields", {})))


def fact(key: str, about: Written) -> Fact:
    claim = Claim(
        id=key,
        case_id="case",
        text=about["text"],
        language=about.get("language", "en"),
        stated=Stated(about.get("stated", "reported")),
        on=PartialDate(about["on"]) if "on" in about else None,
        confidentiality=Confidentiality.INTERNAL if about.get("internal") else Confidentiality.EXTERNAL,
    )
    kind = StandingKind(about.get("standing", "verified"))
    return Fact(claim, Standing(kind, kind is StandingKind.VERIFIED, 1, "Two sources are needed."))


def material_of(letter: Written) -> CheckMaterial:
    about = cases()[letter["case"]]
    addressee = addressee_of(about, letter)
    person = Person(
        id="person",
        case_id="case",
        name=about["person"],
        withheld=about.get("withheld", False),
        prisoner_number=about.get("number", ""),
    )
    copies = [Addressee(id="copy", case_id="case", role=AddresseeRole.EMBASSY, name=letter["copy_to"])] if (
        "copy_to" in letter
    ) else []  # fmt: skip
    case = replace(Case(id="case", country=about["country"]), **fields_of(letter.get("case_fields", {})))
    asks = [(language, text) for language, texts in about.get("asks", {}).items() for text in texts]
    happened = letter.get("situation")
    avoided = letter.get("avoid", "")
    return CheckMaterial(
        case=case,
        today=TODAY,
        addressee=addressee,
        addressees=(addressee, *copies),
        people=(person,),
        facts=tuple(fact(key, each) for key, each in about.get("facts", {}).items()),
        asks=tuple(Ask(case_id="case", text=text, language=language) for language, text in asks),
        situations=(situation(happened),) if happened else (),
        pages=letter.get("pages", 1),
        cautions=(Caution(case_id="case", kind=CautionKind.WORDING, words=avoided),) if avoided else (),
        called=frozenset({"person"} if about.get("called") else ()),
        group=GROUP,
        came_back=PartialDate(letter["came_back"]) if "came_back" in letter else None,
        others=(OtherLetter("other", WRITER.id, TODAY, "Something else."),) if letter.get("another") else (),
        words=word_lists(),
    )


def situation(about: Written) -> Situation:
    return Situation(case_id="case", person_id="person", kind=SituationKind(about["kind"]), on=PartialDate(about["on"]))


def paragraph(line: str) -> Paragraph:
    kind = ParagraphKind.BULLET if line.startswith("- ") else ParagraphKind.TEXT
    claim = line[1 : line.index(")")] if line.startswith("(") else ""
    words = line.removeprefix("- ").removeprefix(f"({claim}) ")
    return Paragraph((Run(words, claims=(claim,) if claim else ()),), kind)


def letter_of(letter: Written, material: CheckMaterial) -> Letter:
    assert material.addressee is not None
    is_card = cases()[letter["case"]].get("role") == "prisoner"
    kind = LetterKind(letter.get("kind", "card" if is_card else "appeal"))
    around = LetterMaterial(
        group=GROUP,
        case=replace(material.case, no_contact=""),
        addressee=material.addressee,
        dated=TODAY,
        writer=WRITER,
        people=material.people,
        earlier=date(2026, 9, 2),
    )
    drafted = compose(around, kind, language=letter.get("language", "en"))
    body = Body(tuple(paragraph(line) for line in letter["text"].strip().splitlines()))
    own = letter.get("own_address", drafted.own_address)
    return replace(drafted, body=body, own_address=own, **letter.get("parts", {}))


def found_in(letter: Written) -> list[str]:
    material = material_of(letter)
    return sorted({str(finding.rule) for finding in check(letter_of(letter, material), material)})


@pytest.mark.parametrize("letter", GOOD, ids=lambda letter: f"{letter['case']}-{letter.get('language', 'en')}")
def test_a_good_letter_raises_no_alarm(letter: Written) -> None:
    assert found_in(letter) == []


@pytest.mark.parametrize("letter", FAULTY, ids=lambda letter: f"{letter['rules'][0]}-{letter.get('language', 'en')}")
def test_a_planted_fault_is_found_and_nothing_else(letter: Written) -> None:
    assert found_in(letter) == sorted(letter["rules"])


def test_there_are_sixty_faulty_letters_and_forty_good_ones() -> None:
    assert (len(FAULTY), len(GOOD)) == (66, 42)
