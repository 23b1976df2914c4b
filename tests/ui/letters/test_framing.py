# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a letter is from and to: everything around the words follows, the words stay."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.support.builders import add

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.claim import Claim, Stated
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Body, Letter, LetterKind, LetterState, Paragraph, Run
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.domain.reply import Reply, ReplyKind, ReplyTask
from amnesty_desktop.ui.desk import Desk
from amnesty_desktop.ui.letters import framing

from .conftest import Scene

TODAY = date(2026, 11, 23)


def own_words(letter: Letter) -> Letter:
    return replace(letter, body=Body((Paragraph((Run("My own words."),)),)))


def test_the_first_addressee_is_an_office_asked_to_act(desk: Desk, scene: Scene) -> None:
    assert framing.addressee_for(desk.session.file, scene.case_id) == scene.minister
    assert framing.addressee_for(desk.session.file, scene.case_id, scene.embassy.id) == scene.embassy


def test_the_writer_is_who_sits_here_else_the_first_active_member(desk: Desk, scene: Scene) -> None:
    file = desk.session.file
    add(file, replace(scene.hanna, active=False))
    assert framing.present_writer(file, "Hanna Brandvold") == scene.oskar
    assert framing.present_writer(file, "Oskar Lindqvist") == scene.oskar


def test_a_letter_to_the_un_is_a_representation(desk: Desk, scene: Scene) -> None:
    body = Addressee(case_id=scene.case_id, role=AddresseeRole.INTERGOVERNMENTAL, name="Special Rapporteur")
    add(desk.session.file, body)
    made = framing.drafted(desk.session.file, scene.case_id, body, scene.hanna, desk.session.today())
    assert made.kind is LetterKind.REPRESENTATION


def sent(letter: Letter, days: int) -> Letter:
    return replace(letter, id="sent", state=LetterState.SENT, sent_on=TODAY - timedelta(days=days))


@pytest.mark.parametrize(("days", "kind"), [(7, LetterKind.APPEAL), (60, LetterKind.FOLLOW_UP)])
def test_a_letter_long_without_an_answer_is_followed_up(
    desk: Desk, scene: Scene, letter: Letter, days: int, kind: LetterKind
) -> None:
    add(desk.session.file, sent(letter, days))
    assert framing.kind_due(desk.session.file, scene.case_id, scene.minister, TODAY) is kind
    assert framing.kind_due(desk.session.file, scene.case_id, scene.embassy, TODAY) is LetterKind.EMBASSY


def test_a_reply_that_waits_for_an_answer_gets_one(desk: Desk, scene: Scene, letter: Letter) -> None:
    asked = Reply(case_id=scene.case_id, letter_id="sent", task=ReplyTask.ANSWER, kind=ReplyKind.ASKS_FOR_MORE)
    add(desk.session.file, sent(letter, 60), asked)
    assert framing.kind_due(desk.session.file, scene.case_id, scene.minister, TODAY) is LetterKind.REPLY


def test_after_a_release_the_letter_is_thanks(desk: Desk, scene: Scene) -> None:
    (person,) = desk.session.file.all(Person)
    free = Situation(
        case_id=scene.case_id, person_id=person.id, kind=SituationKind.RELEASED, on=PartialDate("2026-11-20")
    )
    add(desk.session.file, free)
    assert framing.kind_due(desk.session.file, scene.case_id, scene.minister, TODAY) is LetterKind.THANKS


def test_another_addressee_changes_the_frame_and_keeps_what_was_written(
    desk: Desk, scene: Scene, letter: Letter
) -> None:
    written = own_words(letter)
    changed = framing.readdressed(desk.session.file, written, scene.embassy)
    assert changed.body == written.body
    assert "Embassy of Honduras" in changed.address
    assert changed.salutation != written.salutation


def test_another_addressee_brings_a_new_draft_while_nobody_has_written(
    desk: Desk, scene: Scene, letter: Letter
) -> None:
    family = Addressee(case_id=scene.case_id, role=AddresseeRole.FAMILY, name="Her family", address="1 Road")
    add(desk.session.file, family)
    changed = framing.readdressed(desk.session.file, letter, family)
    assert changed.kind is LetterKind.CARD
    assert changed.body != letter.body


def test_another_language_changes_the_close_and_keeps_what_was_written(desk: Desk, letter: Letter) -> None:
    changed = framing.in_language(desk.session.file, own_words(letter), "fr")
    assert changed.language == "fr"
    assert changed.body == own_words(letter).body
    assert changed.close != letter.close


def test_an_untouched_draft_is_drafted_anew_in_the_other_language(desk: Desk, letter: Letter) -> None:
    changed = framing.in_language(desk.session.file, letter, "es")
    assert "Declaración Universal" in changed.body.text


def test_another_writer_signs_and_a_subject_of_ones_own_stays(desk: Desk, scene: Scene, letter: Letter) -> None:
    own = replace(letter, subject="My subject")
    changed = framing.written_by(desk.session.file, own, scene.oskar.id)
    assert changed.signature.startswith("Oskar Lindqvist")
    assert changed.subject == "My subject"


def test_replies_go_to_the_group_when_the_new_writer_has_no_address(desk: Desk, scene: Scene, letter: Letter) -> None:
    own = replace(letter, own_address=True)
    assert not framing.written_by(desk.session.file, own, scene.oskar.id).own_address
    assert framing.written_by(desk.session.file, own, scene.hanna.id).own_address


def test_a_letter_to_somebody_who_is_gone_can_still_be_readdressed(desk: Desk, scene: Scene, letter: Letter) -> None:
    lost = replace(letter, addressee_id=None)
    changed = framing.readdressed(desk.session.file, lost, scene.embassy)
    assert changed.body == letter.body
    assert "Embassy of Honduras" in changed.address


def test_a_fear_is_called_one_on_its_way_into_the_letter() -> None:
    fear = Claim(case_id="c", text="She will be taken away again", stated=Stated.FEARED)
    assert framing.fact_sentence(fear, "en") != "She will be taken away again."
    assert framing.fact_sentence(replace(fear, stated=Stated.CONFIRMED), "en") == "She will be taken away again."


def test_nobody_named_leaves_the_group_to_sign(desk: Desk, letter: Letter) -> None:
    changed = framing.written_by(desk.session.file, letter, None)
    assert "Hanna" not in changed.signature
