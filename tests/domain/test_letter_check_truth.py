# SPDX-License-Identifier: GPL-3.0-or-later
"""Fears told as facts, facts for members only, and requests no sheet makes."""

from dataclasses import replace
from datetime import date

import pytest

from amnesty_desktop.domain.case import Ask, Case, Confidentiality
from amnesty_desktop.domain.claim import Claim, Stated
from amnesty_desktop.domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from amnesty_desktop.domain.letter_check_truth import check_truth
from amnesty_desktop.domain.letter_findings import CheckMaterial, Finding, Mend, Rule
from amnesty_desktop.domain.letter_mend import mended
from amnesty_desktop.domain.standing import Fact, Standing, StandingKind

FEARED = Claim(id="f", case_id="c", text="Maribel will be tortured in the barracks.", stated=Stated.FEARED)
ASKS = (Ask(case_id="c", text="to give Maribel effective protection"),)


def facts(claim: Claim) -> tuple[Fact, ...]:
    return (Fact(claim, Standing(StandingKind.VERIFIED, True, 1, "")),)


def found(letter: Letter, claim: Claim = FEARED) -> list[Finding]:
    material = CheckMaterial(case=Case(id="c"), today=date(2026, 11, 23), facts=facts(claim), asks=ASKS)
    return list(check_truth(letter, material))


def letter(*paragraphs: Paragraph) -> Letter:
    return Letter(case_id="c", body=Body(paragraphs))


def words(text: str, *claims: str, kind: ParagraphKind = ParagraphKind.TEXT) -> Paragraph:
    return Paragraph((Run(text, claims=claims),), kind)


@pytest.mark.parametrize("claims", [("f",), ()])
def test_a_fear_told_as_a_fact_is_found_with_and_without_its_mark(claims: tuple[str, ...]) -> None:
    written = letter(words("She is held. Maribel was tortured in the barracks. I am sad.", *claims))
    (finding,) = found(written)
    assert finding.rule is Rule.HEDGE
    assert "reason to fear the following: Maribel was tortured" in mended(written, finding, Mend.REPLACE).body.text


@pytest.mark.parametrize(
    "text",
    [
        "I fear that Maribel will be tortured in the barracks.",
        "There is reason to fear the following: Maribel will be tortured in the barracks.",
        "Maribel lives in the town.",
    ],
)
def test_a_fear_that_stays_one_is_let_be(text: str) -> None:
    assert found(letter(words(text, "f"))) == []


@pytest.mark.parametrize("text", ["Please grant her a pardon.", "I ask the minister to resign.", "Please abolish it."])
def test_what_no_sheet_asks_for_is_found(text: str) -> None:
    (finding,) = found(letter(words(text)))
    assert (finding.rule, finding.mend) == (Rule.NOT_ON_SHEET, Mend.TAKE_OUT)


def test_a_bullet_that_shares_nothing_with_the_sheet_is_found() -> None:
    (finding,) = found(letter(words("to invite journalists from abroad", kind=ParagraphKind.BULLET)))
    assert finding.rule is Rule.NOT_ON_SHEET


def test_a_bullet_in_ones_own_words_is_let_be() -> None:
    assert found(letter(words("to protect Maribel and those near her", kind=ParagraphKind.BULLET))) == []


def test_the_words_of_a_fact_for_members_only_block() -> None:
    secret = replace(FEARED, text="Her sister hides in the parish house.", confidentiality=Confidentiality.INTERNAL)
    (finding,) = found(
        letter(words("Her sister hides in the parish house, they say.")), replace(secret, stated=Stated.REPORTED)
    )
    assert (finding.rule, finding.blocks) == (Rule.MEMBERS_ONLY, True)
