# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that come back from Word: what differs, and which words still rest on facts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from amnesty_desktop.domain.letter import Body, Letter, Paragraph, ParagraphKind, Run
from amnesty_desktop.domain.taken_back import differences, with_claims

LED = Run("She has led the radio since 2019. ", claims=("led",))
FOLLOWED = Run("On 9 October 2026 two men followed her home.", claims=("followed",))
BEFORE = Body((Paragraph((Run("I write about her. "), LED, FOLLOWED)), Paragraph((Run("Please protect her."),))))
LETTER = Letter(case_id="case", subject="About her", body=BEFORE)


def plain(*texts: str) -> Body:
    return Body(tuple(Paragraph((Run(text),)) for text in texts))


def resting(body: Body, claim: str) -> str:
    return "".join(run.text for each in body.paragraphs for run in each.runs if claim in run.claims).strip()


def test_facts_stay_with_their_sentences() -> None:
    after = with_claims(BEFORE, plain(BEFORE.paragraphs[0].text, "Please protect her."))
    assert resting(after, "led") == LED.text.strip()
    assert resting(after, "followed") == FOLLOWED.text


def test_a_word_put_into_a_sentence_belongs_to_it() -> None:
    after = with_claims(BEFORE, plain("I write. She has bravely led the radio since 2019."))
    assert resting(after, "led") == "She has bravely led the radio since 2019."
    assert resting(after, "followed") == ""


def test_a_sentence_that_is_mostly_gone_rests_on_nothing() -> None:
    after = with_claims(BEFORE, plain("I write about her. The radio is loud."))
    assert after.claims == ()


def test_a_sentence_moved_into_another_paragraph_keeps_its_fact() -> None:
    after = with_claims(BEFORE, plain("I write about her.", FOLLOWED.text))
    assert after.paragraphs[1].runs[0].claims == ("followed",)


@given(st.lists(st.text(max_size=40), max_size=4))
def test_no_word_of_the_letter_from_word_is_lost(texts: list[str]) -> None:
    after = with_claims(BEFORE, plain(*texts))
    assert [each.text for each in after.paragraphs] == texts


@given(st.lists(st.text(max_size=40), max_size=4))
def test_a_letter_compared_with_itself_differs_in_nothing(texts: list[str]) -> None:
    letter = replace(LETTER, body=plain(*texts))
    assert differences(letter, letter) == ()


def test_only_what_was_changed_is_shown() -> None:
    changed = plain(BEFORE.paragraphs[0].text, "Please protect her now.", "Thank you.")
    found = differences(LETTER, replace(LETTER, subject="On her", body=changed))
    assert [(each.part, each.before, each.after) for each in found] == [
        ("subject", "About her", "On her"),
        ("body", "Please protect her.", "Please protect her now."),
        ("body", "", "Thank you."),
    ]


def test_bold_words_and_bullets_count_as_changes() -> None:
    bold = Body((BEFORE.paragraphs[0], Paragraph((Run("Please "), Run("protect", bold=True), Run(" her.")))))
    bullet = Body((BEFORE.paragraphs[0], replace(BEFORE.paragraphs[1], kind=ParagraphKind.BULLET)))
    assert len(differences(LETTER, replace(LETTER, body=bold))) == 1
    assert len(differences(LETTER, replace(LETTER, body=bullet))) == 1
