# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathering what a draft is made from: the case, its people, facts and requests, and the letters before it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..domain.addressee import Addressee, AddresseeRole
from ..domain.asks import articles_at_stake, is_own_release
from ..domain.assessment import Assessment, Ground
from ..domain.case import Ask, Case, Concern
from ..domain.caution import Caution
from ..domain.claim import Claim, Support
from ..domain.compose import LetterMaterial, compose
from ..domain.conscience import called_so, may_be_said_of, says_the_term
from ..domain.dates import PartialDate
from ..domain.letter import SEALED, Letter, LetterKind
from ..domain.member import Member
from ..domain.outcome import Direction, Outcome
from ..domain.person import Person
from ..domain.reply import Reply, ReplyTask
from ..domain.source import Source
from ..domain.standing import Fact, facts
from ..store.reading import Reading

IN_ORDER = "position, key"
_COPIED = frozenset({AddresseeRole.COPY, AddresseeRole.EMBASSY})


def draft_letter(
    reading: Reading,
    case_id: str,
    addressee_id: str,
    writer_id: str | None,
    today: date,
    language: str = "",
    kind: LetterKind = LetterKind.APPEAL,
) -> Letter:
    """Draft a letter that is not in the file yet, in the addressee's language unless another is given.

    Raises domain.compose.NoContact where nobody may write, RecordMissing where an id is of nobody.
    """
    material = letter_material(reading, case_id, addressee_id, writer_id, today)
    letter = compose(for_kind(reading, material, kind), kind, language=language)
    waiting = _waiting_reply(reading, material) if letter.kind is LetterKind.REPLY else None
    return replace(letter, reply_id=waiting.id) if waiting is not None else letter


def letter_material(
    reading: Reading, case_id: str, addressee_id: str, writer_id: str | None, today: date
) -> LetterMaterial:
    """What a letter of any kind is made from, dated today."""
    addressee = reading.get(Addressee, addressee_id)
    people = reading.all(Person, case_id=case_id, order=IN_ORDER)
    called = called_in(reading, case_id)
    facts = (f for f in facts_of(reading, case_id) if _may_say(f.claim.text, f.claim.person_id, people, called))
    return LetterMaterial(
        group=reading.group(),
        case=reading.get(Case, case_id),
        addressee=addressee,
        dated=today,
        writer=reading.get(Member, writer_id) if writer_id else None,
        people=tuple(people),
        articles=articles_at_stake(reading.all(Concern, case_id=case_id), reading.vocabulary()),
        facts=tuple(facts),
        asks=asks_of(reading, case_id),
        copies=copies_for(reading, case_id, addressee),
        concern=_concern(reading, people, called, case_id),
        cautions=tuple(reading.all(Caution, case_id=case_id, order=IN_ORDER)),
    )


def facts_of(reading: Reading, case_id: str) -> tuple[Fact, ...]:
    """The facts of a case with how firmly each stands, in the order of the Facts tab."""
    return facts(
        reading.all(Claim, case_id=case_id, order=IN_ORDER),
        reading.all(Support, case_id=case_id),
        reading.all(Source, case_id=case_id),
    )


def asks_of(reading: Reading, case_id: str) -> tuple[Ask, ...]:
    """What letters of a case may ask for, in order: only what the sheet or somebody of the group has confirmed.

    A release that the program proposed itself goes again when the finding it rested on does.
    """
    asks = tuple(reading.all(Ask, case_id=case_id, confirmed=True, order=IN_ORDER))
    if any(map(is_own_release, asks)) and not may_ask_release(reading, case_id):
        return tuple(ask for ask in asks if not is_own_release(ask))
    return asks


def may_ask_release(reading: Reading, case_id: str) -> bool:
    """Whether the program may propose to ask for release: everybody of the case is a prisoner of conscience."""
    return may_be_said_of(None, reading.all(Person, case_id=case_id), called_in(reading, case_id))


def copies_for(reading: Reading, case_id: str, addressee: Addressee) -> tuple[Addressee, ...]:
    """Who gets a copy of a letter: everybody the case copies to, unless the letter itself goes to one of them."""
    if addressee.role in _COPIED:
        return ()
    return tuple(a for a in reading.all(Addressee, case_id=case_id, order=IN_ORDER) if a.role in _COPIED)


def called_in(reading: Reading, case_id: str) -> frozenset[str]:
    """The ids of the people of a case whom Amnesty's own finding makes prisoners of conscience."""
    return called_so(
        reading.all(Person, case_id=case_id),
        reading.all(Assessment, case_id=case_id),
        reading.all(Ground, case_id=case_id),
        reading.all(Source, case_id=case_id),
    )


def _may_say(text: str, person_id: str | None, people: Sequence[Person], called: frozenset[str]) -> bool:
    """Whether a draft may take these words of itself: Amnesty's term only where its finding is recorded."""
    return not says_the_term(text) or may_be_said_of(person_id, people, called)


def _concern(reading: Reading, people: Sequence[Person], called: frozenset[str], case_id: str) -> str:
    concerns = reading.all(Concern, case_id=case_id, order="part DESC, position, key")
    vocabulary = reading.vocabulary()
    labels = (vocabulary.label(concern.term) for concern in concerns)
    label = next((each for each in labels if _may_say(each, None, people, called)), "")
    return label[:1].upper() + label[1:]


def for_kind(reading: Reading, material: LetterMaterial, kind: LetterKind) -> LetterMaterial:
    """Add what only some kinds of letter need: the letter before, the reply, the good news."""
    if kind is LetterKind.FOLLOW_UP:
        return replace(material, earlier=_earlier(reading, material))
    if kind is LetterKind.REPLY:
        return replace(material, answered=_newest_reply(reading, material))
    if kind is LetterKind.THANKS:
        return replace(material, news=_news(reading, material))
    return material


def _letters_to(reading: Reading, material: LetterMaterial) -> list[Letter]:
    return reading.all(Letter, case_id=material.case.id, addressee_id=material.addressee.id)


def _earlier(reading: Reading, material: LetterMaterial) -> date | None:
    sent = (letter.dated or letter.sent_on for letter in _letters_to(reading, material) if letter.state in SEALED)
    return max(filter(None, sent), default=None)


def _waiting_reply(reading: Reading, material: LetterMaterial) -> Reply | None:
    """The newest reply of the addressee that waits for an answer."""
    letters = {letter.id for letter in _letters_to(reading, material)}
    found = reading.all(Reply, case_id=material.case.id, task=str(ReplyTask.ANSWER), order="sort_on, key")
    return next((reply for reply in reversed(found) if reply.letter_id in letters), None)


def _newest_reply(reading: Reading, material: LetterMaterial) -> PartialDate | None:
    letters = {letter.id for letter in _letters_to(reading, material)}
    dates = [
        reply.received
        for reply in reading.all(Reply, case_id=material.case.id)
        if reply.letter_id in letters and reply.received is not None and reply.received.is_known
    ]
    return max(dates, key=lambda on: on.sort_text, default=None)


def _news(reading: Reading, material: LetterMaterial) -> frozenset[str]:
    """Facts from the day of the newest improvement on: they tell the news a letter of thanks is for."""
    better = [
        outcome.on
        for outcome in reading.all(Outcome, case_id=material.case.id, direction=Direction.BETTER)
        if outcome.on is not None and outcome.on.is_known and outcome.on.earliest <= material.dated
    ]
    newest = max((on.earliest for on in better), default=None)
    if newest is None:
        return frozenset()
    claims = (fact.claim for fact in material.facts)
    return frozenset(claim.id for claim in claims if claim.on is not None and claim.on.earliest >= newest)
