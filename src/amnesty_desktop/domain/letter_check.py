# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter check: whether a letter says more than the file knows, or breaks a rule of a good letter.

Most findings warn. What blocks is what could hurt somebody or make nonsense on paper: gaps, withheld names,
members-only facts, "do not write", and news of a release, a death or the end of a case not yet answered.
"""

from collections.abc import Callable, Iterator

from .addressee import Addressee, AddresseeRole
from .case import CaseStatus, Confidentiality
from .caution import CautionKind
from .compose import copy_line, copy_name
from .forms_of_address import address_block, salutation_line
from .letter import Letter, LetterKind
from .letter_check_recipient import check_recipient
from .letter_check_truth import check_truth
from .letter_findings import CheckMaterial, Finding, Mend, Rule, Span
from .letter_wording import asks_for_something, check_wording
from .letter_words import custody_words, speaks_of_release
from .name_mentions import mentions, words_of
from .person import Person, SituationKind
from .please_mind import barring_caution, said_of
from .situation_now import SituationNow, State, overtaken_by, situation_now
from .spoken_dates import spoken
from .standing import Fact, StandingKind

APPEALS = frozenset({LetterKind.APPEAL, LetterKind.FOLLOW_UP, LetterKind.REPRESENTATION, LetterKind.EMBASSY})
"""Letters that ask an authority for something."""

_SHORTEN = "A letter should keep to one page. Take out what the official can do without."
_COPY_ROLES = frozenset({AddresseeRole.COPY, AddresseeRole.EMBASSY})
_STANDINGS = {
    StandingKind.DISPUTED: Rule.DISPUTED,
    StandingKind.OVERTAKEN: Rule.OVERTAKEN,
    StandingKind.UNVERIFIED: Rule.UNVERIFIED,
    StandingKind.ONE_SHORT: Rule.ONE_SHORT,
}
_NEWS = {
    State.DEAD: "has died",
    State.DEPORTED: "has been deported",
    State.FREE_ON_CONDITIONS: "has been released on conditions",
}
_ORDER = {rule: place for place, rule in enumerate(Rule)}


def check(letter: Letter, material: CheckMaterial) -> tuple[Finding, ...]:
    """Find what to look at in a letter: first what blocks, then by rule and by place in the text.

    Nothing found is no approval; letter_findings.NOTHING_FOUND is what the window says then.
    """
    found = [
        finding for rule in (*_RULES, check_truth, check_recipient, check_wording) for finding in rule(letter, material)
    ]
    return tuple(sorted(dict.fromkeys(found), key=_place))


def _place(finding: Finding) -> tuple[bool, int, int, int]:
    span = finding.span or Span(-1, 0, 0)
    return not finding.blocks, _ORDER[finding.rule], span.paragraph, span.start


def _no_contact(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    if reason := material.case.no_contact.strip():
        yield Finding(
            rule=Rule.NO_CONTACT,
            word="Do not write",
            sentence=reason,
            why="The case asks that nobody writes. If that is over, empty the note on the case.",
            blocks=True,
            subject_id=material.case.id,
            mends=(Mend.SHOW_CASE,),
        )
        return
    caution = barring_caution(material.cautions, material.addressee)
    if caution is not None:
        yield Finding(
            rule=Rule.NO_CONTACT,
            word="Do not write",
            sentence=said_of(caution),
            why="It stands among what to mind. If that is over, take it away on the case; else choose another address.",
            blocks=True,
            subject_id=caution.id,
            mends=(Mend.SHOW_CASE,),
        )


def _case_closed(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    case = material.case
    if case.status is CaseStatus.CLOSED and letter.kind in APPEALS and case.id not in material.answered:
        yield Finding(
            rule=Rule.CASE_CLOSED,
            word="Case closed",
            sentence="This case is closed; no more appeals are wanted for it.",
            why="An appeal in a closed case can undo what was reached. Say that this one is wanted, or let it be.",
            blocks=True,
            subject_id=case.id,
            mends=(Mend.ANSWER, Mend.SHOW_CASE),
        )


def _please_mind(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    if note := material.case.please_mind.strip():
        yield Finding(
            rule=Rule.PLEASE_MIND,
            word="Please mind",
            sentence=note,
            why="Somebody close to the case asked for this.",
            subject_id=material.case.id,
        )
    for caution in material.cautions:
        # One with words is found where they stand, and one that forbids an address where it is written to.
        is_note = caution.kind is CautionKind.NOTE or (
            caution.kind is CautionKind.WORDING and not caution.words.strip()
        )
        if is_note and caution.text.strip():
            yield Finding(
                rule=Rule.PLEASE_MIND,
                word="Please mind",
                sentence=said_of(caution),
                why="Somebody close to the case asked for this.",
                subject_id=caution.id,
            )


def _news(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    if letter.kind in (LetterKind.THANKS, LetterKind.CARD):
        return
    told: set[str] = set()
    for person in material.people or (None,):
        now = situation_now(person.id if person else None, material.situations, material.outcomes)
        if not now.ends_appeals or now.entry_id in told or _is_answered(letter, material, now):
            continue
        if person is None or now.is_for_all or _is_about(letter, person, material):
            told.add(now.entry_id)
            yield _news_finding(person, now)


def _is_about(letter: Letter, person: Person, material: CheckMaterial) -> bool:
    """Among several people only those a letter names, or leaves unnamed on purpose, make news for it."""
    text = f"{letter.subject}\n{letter.body.text}"
    return len(material.people) == 1 or person.withheld or bool(mentions(text, person))


def _is_answered(letter: Letter, material: CheckMaterial, now: SituationNow) -> bool:
    """Whether the writer took note, or the letter itself tells of the release by a fact from that day or later."""
    if now.entry_id in material.answered:
        return True
    if now.is_dead or now.since is None or not now.since.is_known:
        return False
    told = (fact.claim for fact in material.facts if fact.claim.id in letter.body.claims)
    return any(c.on is not None and c.on.earliest >= now.since.earliest and speaks_of_release(c.text) for c in told)


def _news_finding(person: Person | None, now: SituationNow) -> Finding:
    who = "The person" if person is None or person.withheld else person.name.strip() or "The person"
    what = _NEWS.get(now.state, "has been released")
    since = f" ({spoken(now.since)})" if now.since and now.since.is_known else ""
    return Finding(
        rule=Rule.NEWS,
        word={State.DEAD: "Died", State.DEPORTED: "Deported"}.get(now.state, "Released"),
        sentence=f"{who} {what}{since}.",
        why="Write thanks, put the news into the letter, or say that the letter is right as it stands.",
        blocks=True,
        subject_id=now.entry_id,
        mends=(Mend.ANSWER, Mend.SHOW_CASE),
    )


def _facts(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    known = {fact.claim.id: fact for fact in material.facts}
    for claim_id in letter.body.claims:
        fact, span = known.get(claim_id), _span_of(letter, claim_id)
        if fact is None:
            yield _fact_gone(claim_id, span)
            continue
        if fact.claim.confidentiality is Confidentiality.INTERNAL:
            yield _members_only(fact, span)
        if not fact.standing.is_verified:
            yield _shaky(fact, span)
        elif moved := _moved_since(fact, material):
            yield _moved(fact, span, moved)


def _span_of(letter: Letter, claim_id: str) -> Span | None:
    """The first stretch of one paragraph that rests on a claim, over neighbouring runs."""
    for number, paragraph in enumerate(letter.body.paragraphs):
        place, start = 0, -1
        for run in paragraph.runs:
            if claim_id in run.claims and start < 0:
                start = place
            if claim_id not in run.claims and start >= 0:
                return Span(number, start, place)
            place += len(run.text)
        if start >= 0:
            return Span(number, start, place)
    return None


def _fact_gone(claim_id: str, span: Span | None) -> Finding:
    return Finding(
        rule=Rule.FACT_GONE,
        word="Fact gone",
        sentence="The letter rests on a fact that is no longer in the file.",
        why="Somebody took it out of the case. A letter says only what the file knows.",
        span=span,
        claim_id=claim_id,
        mends=(Mend.TAKE_OUT,),
    )


def _members_only(fact: Fact, span: Span | None) -> Finding:
    return Finding(
        rule=Rule.MEMBERS_ONLY,
        word="Members only",
        sentence=f"{_quoted(fact)} is for members only.",
        why="What is not cleared to be passed on can put somebody in danger.",
        blocks=True,
        span=span,
        claim_id=fact.claim.id,
        mends=(Mend.TAKE_OUT, Mend.MAKE_EXTERNAL),
    )


def _shaky(fact: Fact, span: Span | None) -> Finding:
    standing = fact.standing
    return Finding(
        rule=_STANDINGS[standing.kind],
        word=standing.word,
        sentence=f"{_quoted(fact)} {standing.why}",
        why="One wrong fact gives the reader a reason to lay the whole letter aside.",
        span=span,
        claim_id=fact.claim.id,
        mends=(Mend.TAKE_OUT, Mend.SHOW_FACT),
    )


def _moved_since(fact: Fact, material: CheckMaterial) -> str:
    """Since when a fact about detention is out of date because the person was moved; empty where it is not."""
    if not custody_words(fact.claim.language).search(fact.claim.text):
        return ""
    turn = overtaken_by(fact.claim, material.situations, material.outcomes)
    return spoken(turn.on) if turn and turn.on and turn.kind is SituationKind.MOVED else ""


def _moved(fact: Fact, span: Span | None, since: str) -> Finding:
    return Finding(
        rule=Rule.MOVED_SINCE,
        word="Moved since",
        sentence=f"{_quoted(fact)} The file notes a move on a later day ({since}).",
        why="A place that is wrong sends the official to the wrong file.",
        span=span,
        claim_id=fact.claim.id,
        mends=(Mend.TAKE_OUT, Mend.SHOW_FACT),
    )


def _quoted(fact: Fact) -> str:
    text = " ".join(fact.claim.text.split())
    return f"“{text}”" if len(text) <= 90 else f"“{text[:60].rsplit(' ', 1)[0]} … {text[-20:].split(' ', 1)[-1]}”"


def _requests(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    if letter.kind in APPEALS and not asks_for_something(letter, material.asks, material.people):
        yield Finding(
            rule=Rule.NO_REQUEST,
            word="No request",
            sentence="The letter asks for nothing.",
            why="An official acts on a clear request: put in what the sheet asks for.",
        )


def _copies(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    if letter.kind not in APPEALS or (material.addressee and material.addressee.role in _COPY_ROLES):
        return
    wanted = [a for a in material.addressees if a.role in _COPY_ROLES and a.id != letter.addressee_id]
    asks = "The case asks for a copy to" if wanted else "The group’s addresses have"
    for addressee in wanted or material.embassies:
        if copy_name(addressee) and not _is_named(addressee, letter.copies):
            yield Finding(
                rule=Rule.COPY,
                word="No copy",
                sentence=f"{asks} {copy_name(addressee)}.",
                why="Nearly every sheet asks for a copy, and it is easily forgotten.",
                subject_id=addressee.id,
                mends=(Mend.ADD_COPY,),
                instead=copy_line((addressee,), letter.language),
            )


def _is_named(addressee: Addressee, copies: str) -> bool:
    text = f" {_plain(copies)} "
    return any(f" {_plain(part)} " in text for part in (addressee.name, addressee.office) if _plain(part))


def _plain(text: str) -> str:
    return " ".join(word.plain for word in words_of(text))


def _head(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    addressee = material.addressee
    if not letter.address.strip():
        yield Finding(
            rule=Rule.ADDRESS,
            word="No address",
            sentence="The letter has no address.",
            why="Without one it cannot go into a window envelope.",
            mends=(Mend.USE_ADDRESS,) if addressee and address_block(addressee) else (),
            instead=address_block(addressee, letter.language) if addressee else "",
        )
    if not letter.subject.strip() and letter.kind is not LetterKind.CARD:
        yield Finding(
            rule=Rule.SUBJECT,
            word="No subject",
            sentence="The letter has no subject line.",
            why="It brings the letter to the right desk: the person’s full name belongs in it.",
        )
    yield from _salutation(letter, addressee)


def _salutation(letter: Letter, addressee: Addressee | None) -> Iterator[Finding]:
    given = addressee.salutation.strip() if addressee else ""
    if (given and _bare(letter.salutation) != _bare(given)) or not letter.salutation.strip():
        proposal = salutation_line(addressee, letter.language) if addressee else ""
        yield Finding(
            rule=Rule.SALUTATION,
            word="Salutation",
            sentence=f"The sheet gives “{given}”." if given else "The letter greets nobody.",
            why="The form of address is kept exactly as it is given.",
            subject_id=addressee.id if addressee else None,
            mends=(Mend.USE_SALUTATION,) if proposal else (),
            instead=proposal,
        )


def _bare(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).rstrip(" ,:;.!")


def _deadline(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    by = material.case.appeal_by
    day = max(material.today, letter.dated or material.today)
    if letter.kind in APPEALS and by is not None and by.is_known and by.latest < day:
        yield Finding(
            rule=Rule.DEADLINE,
            word="Past its date",
            sentence=f"Appeals were wanted until {spoken(by)}.",
            why="Things may have changed since. Ask your section first whether letters still help.",
            subject_id=material.case.id,
        )


def _length(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    if material.pages is not None and material.pages > 1:
        sentence = f"The letter runs to {material.pages} pages."
        yield Finding(rule=Rule.TOO_LONG, word="Too long", sentence=sentence, why=_SHORTEN)


_RULES: tuple[Callable[[Letter, CheckMaterial], Iterator[Finding]], ...] = (
    _no_contact,
    _case_closed,
    _please_mind,
    _news,
    _facts,
    _requests,
    _copies,
    _head,
    _deadline,
    _length,
)
