# SPDX-License-Identifier: GPL-3.0-or-later
"""What to mind: who may not be written to, which words stay out of letters, and where a letter breaks it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.caution import Caution, CautionKind
from amnesty_desktop.domain.compose import LetterMaterial, NoContact, compose
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.letter import Body, Letter, LetterKind, Paragraph, Run
from amnesty_desktop.domain.letter_check import check
from amnesty_desktop.domain.letter_findings import CheckMaterial, Finding, Mend, Rule
from amnesty_desktop.domain.please_mind import avoided_in, barring_reason, mind_lines, said_of

TODAY = date(2026, 11, 23)
CASE = Case(id="case", country="HN", please_mind="Do not name the village.")
PRISON = Caution(id="prison", case_id="case", kind=CautionKind.NOT_TO_PRISON, text="Letters were held against her.")
FREE = Caution(
    id="free", case_id="case", kind=CautionKind.WORDING, text="She is out on bail.", words="free*\nset at liberty"
)
PRISONER = Addressee(id="her", case_id="case", role=AddresseeRole.PRISONER, name="Leonela Zúñiga", address="Prison 1")
MINISTER = Addressee(id="minister", case_id="case", office="Minister of Justice", address="Street 1")


def found_in(text: str, *cautions: Caution, answered: frozenset[str] = frozenset(), **fields: str) -> list[Finding]:
    plain = Letter(case_id="case", kind=LetterKind.CARD, body=Body((Paragraph((Run(text),)),)))
    material = CheckMaterial(case=CASE, today=TODAY, cautions=cautions, answered=answered)
    found = check(replace(plain, **fields), material)  # type: ignore[arg-type]
    return [finding for finding in found if finding.rule is Rule.WORD_TO_AVOID]


def test_a_caution_about_the_prison_bars_prisoners_only() -> None:
    assert barring_reason(CASE, [PRISON], PRISONER) == "Do not write to the prison. Letters were held against her."
    assert not barring_reason(CASE, [PRISON], MINISTER)


def test_a_caution_about_one_person_leaves_the_others_alone() -> None:
    about_her = replace(PRISON, person_id="leonela")
    assert barring_reason(CASE, [about_her], PRISONER)
    assert barring_reason(CASE, [about_her], replace(PRISONER, person_id="leonela"))
    assert not barring_reason(CASE, [about_her], replace(PRISONER, person_id="somebody else"))


def test_a_reason_for_no_letters_at_all_comes_first() -> None:
    case = replace(CASE, no_contact="The family asks for silence.")
    assert barring_reason(case, [PRISON], PRISONER) == "The family asks for silence."


def test_no_draft_is_made_for_somebody_who_may_not_be_written_to() -> None:
    group = Group(name="Riverside Group", country="GB")
    material = LetterMaterial(group=group, case=CASE, addressee=PRISONER, dated=TODAY, cautions=(PRISON,))
    with pytest.raises(NoContact, match="held against her"):
        compose(material)
    assert compose(replace(material, addressee=MINISTER))


def test_a_letter_to_somebody_barred_is_blocked_with_the_reason() -> None:
    material = CheckMaterial(case=CASE, today=TODAY, addressee=PRISONER, cautions=(PRISON,))
    (finding,) = (f for f in check(Letter(case_id="case"), material) if f.rule is Rule.NO_CONTACT)
    assert (finding.blocks, finding.sentence) == (True, said_of(PRISON))


def test_a_word_to_avoid_is_found_where_it_stands_with_its_reason() -> None:
    (finding,) = found_in("We are glad that she is freed.", FREE)
    assert finding.span is not None
    assert "We are glad that she is freed."[finding.span.start : finding.span.end] == "freed"
    assert "She is out on bail." in finding.sentence
    assert (finding.blocks, finding.mends) == (True, (Mend.TAKE_OUT, Mend.ANSWER))


def test_a_word_to_avoid_is_found_in_the_subject_too() -> None:
    (finding,) = found_in("Dear friend", FREE, subject="Set at Liberty")
    assert "the subject line" in finding.sentence


def test_a_word_is_left_once_the_writer_says_that_it_is_right() -> None:
    assert not found_in("The library is free.", FREE, answered=frozenset({"free"}))


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("They are carefree", "free", []),
        ("FREE now", "free", ["FREE"]),
        ("Elle est libérée.", "libere*", ["libérée"]),
        ("set  at liberty", "set at liberty", ["set  at liberty"]),
        ("她自由了", "自由", ["自由"]),
        ("nothing", "*", []),
    ],
)
def test_words_are_found_whole_in_any_script(text: str, word: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in avoided_in(text, word)] == found


@given(st.text(), st.text())
def test_any_words_and_any_text_go_together(text: str, word: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in avoided_in(text, word))


def test_all_there_is_to_mind_is_one_list_the_strictest_first() -> None:
    lines = mind_lines(CASE, [FREE, PRISON])
    assert lines == [
        "Do not write to the prison. Letters were held against her.",
        "Do not write “free*”, “set at liberty”. She is out on bail.",
        "Do not name the village.",
    ]
