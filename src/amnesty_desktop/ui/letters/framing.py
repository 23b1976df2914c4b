# SPDX-License-Identifier: GPL-3.0-or-later
"""What surrounds the words of a letter: who writes to whom, in which language; what is written is never thrown away."""

from dataclasses import replace
from datetime import date, timedelta

from ...domain.addressee import Addressee, AddresseeRole
from ...domain.caution import Caution
from ...domain.claim import Claim, Stated
from ...domain.compose import NoContact
from ...domain.forms_of_address import is_personal
from ...domain.letter import SEALED, Letter, LetterKind, LetterState
from ...domain.letter_frames import FRAMES
from ...domain.letter_words import hedge_words, language_of
from ...domain.member import Member
from ...domain.outcome import Outcome
from ...domain.person import Person, Situation
from ...domain.please_mind import barring_caution
from ...domain.reply import Reply, ReplyTask
from ...domain.situation_now import situation_now
from ...edits.drafting import IN_ORDER, draft_letter
from ...store.errors import RecordMissing
from ...store.reading import Reading
from .body_document import joined

_BY_ROLE = {
    AddresseeRole.EMBASSY: LetterKind.EMBASSY,
    AddresseeRole.NEWSPAPER: LetterKind.EDITOR,
}
_FOLLOWING = ("address", "salutation", "subject", "close", "signature", "copies")
_OF_ADDRESSEE = frozenset({"address", "salutation", "close"})
_OF_LANGUAGE = frozenset({"salutation", "close"})


def addressee_for(reading: Reading, case_id: str, addressee_id: str = "") -> Addressee | None:
    """Whom a letter goes to: the one named, else an office asked to act, else anybody who may be written to."""
    found = reading.all(Addressee, case_id=case_id, order=IN_ORDER)
    named = [addressee for addressee in found if addressee.id == addressee_id]
    targets = [addressee for addressee in found if addressee.role is AddresseeRole.TARGET]
    cautions = reading.all(Caution, case_id=case_id)
    allowed = [addressee for addressee in found if barring_caution(cautions, addressee) is None]
    return next(iter((*named, *targets, *allowed, *found)), None)


def present_writer(reading: Reading, user_name: str) -> Member | None:
    """The member who sits here, else the first one who is active."""
    active = reading.all(Member, active=1)
    own = [member for member in active if user_name and member.name == user_name]
    return next(iter((*own, *active)), None)


def drafted(
    reading: Reading,
    case_id: str,
    addressee: Addressee,
    writer: Member | None,
    today: date,
    kind: LetterKind | None = None,
) -> Letter:
    """A first draft of a kind, or of the kind that is due; raises NoContact where nobody may write."""
    kind = kind or kind_due(reading, case_id, addressee, today)
    return draft_letter(reading, case_id, addressee.id, writer.id if writer else None, today, kind=kind)


def kind_due(reading: Reading, case_id: str, addressee: Addressee, today: date) -> LetterKind:
    """What a letter to somebody is for now.

    An answer comes before everything; after a release of everybody it is thanks; after the group's interval
    without an answer it follows up; else it is an appeal.
    """
    sent = [one for one in reading.all(Letter, case_id=case_id, addressee_id=addressee.id) if one.state in SEALED]
    if any(reading.count(Reply, letter_id=one.id, task=str(ReplyTask.ANSWER)) for one in sent):
        return LetterKind.REPLY
    if addressee.role is AddresseeRole.INTERGOVERNMENTAL:
        return LetterKind.REPRESENTATION
    if _is_everybody_released(reading, case_id):
        return LetterKind.THANKS
    newest = max(sent, key=lambda one: one.sent_on or date.min, default=None)
    weeks = timedelta(weeks=reading.group().follow_up_weeks)
    if newest is not None and newest.state is LetterState.SENT and newest.sent_on and newest.sent_on + weeks <= today:
        return LetterKind.FOLLOW_UP
    return _BY_ROLE.get(addressee.role, LetterKind.APPEAL)


def _is_everybody_released(reading: Reading, case_id: str) -> bool:
    people = reading.all(Person, case_id=case_id)
    situations = reading.all(Situation, case_id=case_id)
    outcomes = reading.vocabulary().resolved(reading.all(Outcome, case_id=case_id))
    return bool(people) and all(situation_now(one.id, situations, outcomes).is_released for one in people)


def readdressed(reading: Reading, letter: Letter, addressee: Addressee) -> Letter:
    """The letter to somebody else. Address and forms of address follow, the body only while nobody wrote in it."""
    before, own_words = _fresh(reading, letter), True
    if before is not None:
        own_words = joined(before.body) != joined(letter.body)
    language = letter.language if own_words else addressee.language
    wanted = replace(letter, addressee_id=addressee.id, language=language_of(language) or "en")
    return _framed(reading, letter, wanted, before, _OF_ADDRESSEE)


def in_language(reading: Reading, letter: Letter, language: str) -> Letter:
    """The letter in another language; what somebody has written stays as it is written."""
    return _framed(reading, letter, replace(letter, language=language), _fresh(reading, letter), _OF_LANGUAGE)


def of_kind(reading: Reading, letter: Letter, kind: LetterKind) -> Letter:
    """The letter as one of another kind; the body follows only while nobody wrote in it."""
    return _framed(reading, letter, replace(letter, kind=kind), _fresh(reading, letter), frozenset())


def kinds_for(reading: Reading, letter: Letter) -> list[LetterKind]:
    """The kinds a letter to its addressee can be of; prisoners and families get cards only."""
    addressee = reading.find(Addressee, letter.addressee_id)
    if addressee is not None and is_personal(addressee):
        return [LetterKind.CARD]
    return [kind for kind in LetterKind if kind is not LetterKind.CARD or kind is letter.kind]


def written_by(reading: Reading, letter: Letter, writer_id: str | None) -> Letter:
    """The letter from somebody else; a member without an address of their own gets replies at the group's."""
    writer = reading.find(Member, writer_id)
    has_address = writer is not None and bool(writer.address.strip())
    wanted = replace(letter, writer_id=writer_id, own_address=letter.own_address and has_address)
    return _framed(reading, letter, wanted, _fresh(reading, letter), frozenset({"signature"}))


def fact_sentence(claim: Claim, language: str) -> str:
    """A fact as a sentence of a letter; a fear is called one."""
    text = " ".join(claim.text.split())
    text = text if text.endswith((".", "!", "?", "…", "。")) else f"{text}."
    if claim.stated is not Stated.FEARED or hedge_words(claim.language).search(text):
        return text
    frame = FRAMES.get(language_of(claim.language) or language_of(language) or "en", FRAMES["en"])
    return f"{frame.feared} {text}"


def _framed(reading: Reading, letter: Letter, wanted: Letter, before: Letter | None, always: frozenset[str]) -> Letter:
    """Let what nobody has touched, and what always goes along, follow to what a fresh draft would have."""
    after = _fresh(reading, wanted)
    if after is None:
        return wanted
    changed = {
        name: getattr(after, name)
        for name in _FOLLOWING
        if name in always or (before is not None and getattr(letter, name) == getattr(before, name))
    }
    if before is not None and joined(before.body) == joined(letter.body):
        changed["body"] = after.body
        changed["kind"] = after.kind
        changed["template"] = after.template if wanted.template == before.template else wanted.template
    return replace(wanted, **changed)


def _fresh(reading: Reading, letter: Letter) -> Letter | None:
    """The letter as the program would draft it, None where it cannot."""
    if letter.addressee_id is None or letter.dated is None:
        return None
    try:
        return draft_letter(
            reading,
            letter.case_id,
            letter.addressee_id,
            letter.writer_id,
            letter.dated,
            letter.language,
            letter.kind,
        )
    except (NoContact, RecordMissing):
        return None
