# SPDX-License-Identifier: GPL-3.0-or-later
"""What the letter check reads of the recipient: rules of prisoners and families, stale addresses, letters too many.

Cards to prisoners and families usually name neither Amnesty nor a sender, and rules differ from person to person:
what nobody knows is taken for forbidden, and asked of the section.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from .addressee import Addressee, AddresseeRole, Allowed, Takes
from .case import CaseKind
from .dates import PartialDate
from .forms_of_address import is_personal
from .letter import Letter, LetterKind
from .letter_findings import CheckMaterial, Finding, Mend, OtherLetter, Rule, Span
from .letter_phrases import with_number
from .letter_wording import plain_words
from .letter_words import WordKind, tone_words
from .name_mentions import letter_name, words_of
from .person import Person
from .spoken_dates import spoken

ADDRESS_HOLDS = timedelta(days=548)
"""A year and a half: offices move, and officials change."""
RULES_HOLD = timedelta(days=365)
MANY_ALIKE = 4
"""Further letters that say nearly the same, from which on another is not read any more."""
_ALIKE = 0.9
_ALIKE_FOR = timedelta(days=60)
_AMNESTY = re.compile(r"(?<!\w)amnesty(?:[- ]international)?(?!\w)", re.IGNORECASE)
_APPEALS = frozenset({LetterKind.APPEAL, LetterKind.FOLLOW_UP, LetterKind.EMBASSY})


def check_recipient(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    """Every finding about the person or office a letter goes to."""
    addressee = material.addressee
    if addressee is not None:
        for rule in (_rules_unknown, _amnesty, _sender, _facts, _faith, _takes, _number, _came_back, _old_address):
            yield from rule(letter, addressee, material)
    for general in (_same_day, _alike, _own_country):
        yield from general(letter, material)


def _named(addressee: Addressee) -> str:
    return addressee.name.strip() or addressee.office.strip() or "this address"


def _rules_unknown(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    if not is_personal(addressee):
        return
    rules = (addressee.amnesty, addressee.sender_address, addressee.religion)
    on = addressee.rules_on
    is_stale = on is not None and on.is_known and on.latest + RULES_HOLD < material.today
    if Allowed.UNKNOWN in rules or addressee.takes is Takes.UNKNOWN or is_stale:
        when = f"The rules for {_named(addressee)} were checked on {spoken(on)}." if on and is_stale else ""
        yield Finding(
            rule=Rule.RULES_UNKNOWN,
            word="Ask your section",
            sentence=when or f"Not all rules for post to {_named(addressee)} are known.",
            why="What is not allowed there can harm the person. Ask your section, then note the rules on the address.",
            subject_id=addressee.id,
            mends=(Mend.SHOW_CASE,),
        )


def _amnesty(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    """Amnesty, or the group, named to somebody who may not get post that names it."""
    forbidden = addressee.amnesty is Allowed.NO or (is_personal(addressee) and addressee.amnesty is not Allowed.YES)
    if not forbidden:
        return
    group = material.group.name.strip() if material.group else ""
    said = re.compile(f"{_AMNESTY.pattern}|{re.escape(group)}", re.IGNORECASE) if group else _AMNESTY
    for number, paragraph in enumerate(letter.body.paragraphs):
        for found in said.finditer(paragraph.text):
            span = Span(number, found.start(), found.end())
            yield _amnesty_finding(addressee, found[0], "", span, (Mend.TAKE_OUT,), "")
    for part in ("subject", "signature", "copies", "enclosures"):
        if found_part := said.search(getattr(letter, part)):
            first = letter.signature.partition("\n")[0]
            can_mend = part == "signature" and not said.search(first)
            mends = (Mend.USE_SIGNATURE,) if can_mend else ()
            yield _amnesty_finding(addressee, found_part[0], f" in the {part}", None, mends, first if can_mend else "")
    if letter.template == "letterhead" and letter.kind is not LetterKind.CARD and not letter.own_address:
        yield _amnesty_finding(addressee, group or "our group", " on its letterhead", None, (Mend.PLAIN_PAPER,), "")


def _amnesty_finding(
    addressee: Addressee, shown: str, where: str, span: Span | None, mends: tuple[Mend, ...], instead: str
) -> Finding:
    known = "may not get" if addressee.amnesty is Allowed.NO else "is not known to be allowed"
    return Finding(
        rule=Rule.AMNESTY_NAMED,
        word="Names Amnesty",
        sentence=f"The letter names “{shown}”{where}. {_named(addressee)} {known} post that does.",
        why="In some places a letter from abroad that names Amnesty is held back, or held against the person.",
        span=span,
        subject_id=addressee.id,
        mends=mends,
        instead=instead,
    )


def _sender(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    forbidden = addressee.sender_address is Allowed.NO or (
        is_personal(addressee) and addressee.sender_address is not Allowed.YES
    )
    if forbidden and letter.own_address:
        yield Finding(
            rule=Rule.SENDER_NAMED,
            word="Return address",
            sentence=f"The letter gives a return address. Whether {_named(addressee)} may get one is not known."
            if addressee.sender_address is Allowed.UNKNOWN
            else f"The letter gives a return address, and {_named(addressee)} should get none.",
            why="A return address can bring trouble to whoever gets the letter, or to whoever wrote it.",
            subject_id=addressee.id,
            mends=(Mend.NO_SENDER,),
        )


def _facts(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    if is_personal(addressee) and letter.body.claims:
        yield Finding(
            rule=Rule.FACT_TO_PERSON,
            word="Facts of the case",
            sentence="A card of support tells nothing of the case.",
            why="It is read by whoever opens the post. Good wishes are enough.",
            claim_id=letter.body.claims[0],
            mends=(Mend.TAKE_OUT,),
        )


def _faith(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    forbidden = addressee.religion is Allowed.NO or (is_personal(addressee) and addressee.religion is not Allowed.YES)
    if not forbidden:
        return
    # Jesús, Noël and Christ are first names as well.
    names = {word for name in (addressee.name, *map(letter_name, material.people)) for word in plain_words(name)}
    for number, paragraph in enumerate(letter.body.paragraphs):
        for word in tone_words(letter.language, material.words, WordKind.FAITH):
            for found in word.pattern.finditer(paragraph.text):
                if set(plain_words(found[0])) <= names:
                    continue
                yield Finding(
                    rule=Rule.FAITH,
                    word="Religious words",
                    sentence=f"“{found[0]}” is a religious word.",
                    why=word.why,
                    span=Span(number, found.start(), found.end()),
                    mends=(Mend.TAKE_OUT,),
                )


def _takes(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    is_card = letter.kind is LetterKind.CARD
    if (addressee.takes is Takes.CARDS and not is_card) or (addressee.takes is Takes.LETTERS and is_card):
        what = "cards" if addressee.takes is Takes.CARDS else "letters"
        yield Finding(
            rule=Rule.TAKES,
            word=f"Only {what}",
            sentence=f"Only {what} get through to {_named(addressee)}."
            + (" Put it into an envelope." if what == "letters" else ""),
            why="The address says so. What is not let through is thrown away unread.",
            subject_id=addressee.id,
        )


def _number(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    """The prisoner's number, where it is needed or where the file has it and nobody says that it is not."""
    if addressee.role not in (AddresseeRole.PRISONER, AddresseeRole.PRISON):
        return
    numbers = [person.prisoner_number.strip() for person in _meant(addressee, material.people)]
    known = [number for number in numbers if number]
    is_needed = addressee.number_needed is Allowed.YES or (
        bool(known) and addressee.number_needed is Allowed.UNKNOWN and addressee.role is AddresseeRole.PRISONER
    )
    text = letter.address if addressee.role is AddresseeRole.PRISONER else _everything(letter)
    if not is_needed or any(number in text for number in known):
        return
    can_mend = len(known) == 1 and bool(letter.address.strip())
    yield Finding(
        rule=Rule.PRISONER_NUMBER,
        word="Prisoner’s number",
        sentence="The prisoner’s number is missing in the address."
        if known
        else "The place asks for the prisoner’s number, and the file has none.",
        why="Without it the post does not reach the person."
        + ("" if known else " Ask your section, and note it with the person."),
        subject_id=addressee.id,
        mends=(Mend.USE_ADDRESS,) if can_mend else (Mend.SHOW_CASE,),
        instead=with_number(letter.address, known[0]) if can_mend else "",
    )


def _everything(letter: Letter) -> str:
    return f"{letter.address}\n{letter.subject}\n{letter.body.text}"


def _meant(addressee: Addressee, people: tuple[Person, ...]) -> list[Person]:
    named = [person for person in people if person.id == addressee.person_id]
    return named or (list(people) if len(people) == 1 else [])


def _came_back(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    on = material.came_back
    is_before = on is not None and on.is_known and letter.dated is not None and letter.dated <= on.latest
    if on is not None and not is_before:
        when = f" ({spoken(on)})" if on.is_known else ""
        yield Finding(
            rule=Rule.CAME_BACK,
            word="Post came back",
            sentence=f"An earlier letter to {_named(addressee)} came back{when}.",
            why="Look up the address before another one is lost, and note the day you did.",
            subject_id=addressee.id,
            mends=(Mend.ADDRESS_CHECKED, Mend.SHOW_CASE),
        )


def _old_address(letter: Letter, addressee: Addressee, material: CheckMaterial) -> Iterator[Finding]:
    """An address that nobody has looked up for long; without a day, that of the sheet it stood on counts."""
    sheet = None if is_personal(addressee) else material.case.issued
    known = next((on for on in (addressee.checked_on, sheet) if on is not None and on.is_known), None)
    if material.came_back is None and known is not None and known.latest + ADDRESS_HOLDS < material.today:
        yield _stale(addressee, known)


def _stale(addressee: Addressee, known: PartialDate) -> Finding:
    return Finding(
        rule=Rule.OLD_ADDRESS,
        word="Old address",
        sentence=f"The address of {_named(addressee)} was last checked in {spoken(PartialDate(known.edtf[:7]))}."
        if len(known.edtf) >= 7 and known.edtf[:7].replace("-", "").isdigit()
        else f"The address of {_named(addressee)} was last checked long ago ({spoken(known)}).",
        why="Offices move and officials change. Look it up, and note the day you did.",
        subject_id=addressee.id,
        mends=(Mend.ADDRESS_CHECKED,),
    )


def _same_day(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    day = letter.dated
    same = [o for o in material.others if day is not None and o.dated == day and o.writer_id == letter.writer_id]
    if same:
        to = _named(material.addressee) if material.addressee else "the same address"
        yield Finding(
            rule=Rule.SAME_DAY,
            word="Twice on one day",
            sentence=f"There is another letter to {to} of this day from the same writer.",
            why="Two letters at once count as one. Let one wait, or let somebody else write it.",
            subject_id=same[0].letter_id,
        )


def _alike(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    own = _words(letter.body.text)
    alike = [other for other in material.others if _is_alike(other, letter, own)] if len(own) > 8 else []
    if len(alike) >= MANY_ALIKE:
        yield Finding(
            rule=Rule.ALIKE,
            word="Much alike",
            sentence=f"{len(alike)} other letters to this office say nearly the same.",
            why="Letters in one’s own words are read; the tenth of a kind is only counted.",
            subject_id=letter.addressee_id,
        )


def _is_alike(other: OtherLetter, letter: Letter, own: frozenset[str]) -> bool:
    if other.dated is None or letter.dated is None or abs(other.dated - letter.dated) > _ALIKE_FOR:
        return False
    words = _words(other.text)
    return len(own & words) >= _ALIKE * max(len(own | words), 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.plain for word in words_of(text))


def _own_country(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    group = material.group
    if group is None or not group.own_country_note or not group.country or letter.kind not in _APPEALS:
        return
    # A national action is the section's own wish.
    if material.case.country == group.country and material.case.kind is not CaseKind.NATIONAL_ACTION:
        yield Finding(
            rule=Rule.OWN_COUNTRY,
            word="Our own country",
            sentence="This case is in our group’s own country.",
            why="Many sections ask members to check with them first. Our group’s page can switch this note off.",
            subject_id=material.case.id,
        )
