# SPDX-License-Identifier: GPL-3.0-or-later
"""A first draft from the case: who writes, what is known, why it matters, what is asked, and thanks.

Only verified claims that may be passed on and still hold go in, each carrying its id; requests are the
sheet's own. Where the file holds nothing in the language of the letter the draft has a gap in braces,
which the letter check finds and no export lets through.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import TypeVar

from .addressee import Addressee, AddresseeRole, Allowed
from .asks import said_in
from .case import Ask, Case, Confidentiality
from .caution import Caution
from .claim import Stated
from .countries import country_name
from .dates import PartialDate
from .forms_of_address import address_block, close_line, is_personal, salutation_line
from .group import Group
from .letter import Body, Letter, LetterKind, Paragraph, ParagraphKind, Run
from .letter_frames import FRAMES, LANGUAGE_NAMES, Frame
from .letter_phrases import copy_line as copy_line
from .letter_phrases import copy_name as copy_name
from .letter_phrases import group_phrase, with_number
from .letter_phrases import locale_of as locale_of
from .letter_rights import rights_paragraph
from .letter_words import hedge_words, language_of
from .member import Member
from .name_mentions import letter_name, mentions, withheld_mentions
from .person import Person, Sex
from .please_mind import barring_reason
from .spoken_dates import spoken
from .standing import Fact

T = TypeVar("T")

MOST_CLAIM_TEXT = 700
"""Characters of claims in a draft, so that it stays on one page with the rest of the letter."""
MOST_ASK_TEXT = 650
"""Characters of requests in a draft, for the same reason."""
MOST_NAMES = 3
"""People named one by one; more are named by the first and a number."""


class NoContact(Exception):
    """The case asks that nobody writes, or not to this addressee; reason is the file's own sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"No letter may be written here: {reason}")
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMaterial:
    """What a draft is made from.

    facts and asks are offered in the order to use them; copies are the addressees the letter is copied to.
    earlier is the day of the letter this one follows, answered the date of the reply this one answers,
    news the ids of the claims that tell the good news of a letter of thanks. articles are those of the Universal
    Declaration that are at stake, the first ones first.
    """

    group: Group
    case: Case
    addressee: Addressee
    dated: date
    writer: Member | None = None
    people: tuple[Person, ...] = ()
    articles: tuple[int, ...] = ()
    facts: tuple[Fact, ...] = ()
    asks: tuple[Ask, ...] = ()
    copies: tuple[Addressee, ...] = ()
    concern: str = ""
    earlier: date | None = None
    answered: PartialDate | None = None
    news: frozenset[str] = frozenset()
    cautions: tuple[Caution, ...] = ()


def compose(material: LetterMaterial, kind: LetterKind = LetterKind.APPEAL, *, language: str = "") -> Letter:
    """Draft a letter in a language (that of the addressee unless given; English where there are no sentences).

    A letter to a prisoner or a family is always a card: no facts, and the group and a return address only where
    the rules of the recipient are known to allow them. Raises NoContact where nobody may write.
    """
    if reason := barring_reason(material.case, material.cautions, material.addressee):
        raise NoContact(reason)
    language = language_of(language or material.addressee.language) or "en"
    if is_personal(material.addressee):
        kind = LetterKind.CARD
    return _Draft(material, kind, language, FRAMES[language]).letter()


def usable_facts(facts: Iterable[Fact], people: Sequence[Person], language: str = "") -> tuple[Fact, ...]:
    """The facts a letter may state: verified, fit to be passed on, naming nobody whose name is withheld.

    With a language, only those worded in it.
    """
    return tuple(
        fact
        for fact in facts
        if fact.standing.is_verified
        and fact.claim.confidentiality is Confidentiality.EXTERNAL
        and fact.claim.text.strip()
        and (not language or language_of(fact.claim.language) == language)
        and not names_withheld(fact.claim.text, people)
    )


def names_withheld(text: str, people: Sequence[Person]) -> bool:
    """Whether a text gives a name that is withheld."""
    known = [letter_name(person) for person in people if not person.withheld]
    return any(withheld_mentions(text, person, known) for person in people if person.withheld)


def _fitting(items: Sequence[T], limit: int, text: Callable[[T], str]) -> list[T]:
    """The first items whose texts together stay within limit characters; the very first in any case."""
    lengths = accumulate(len(text(item)) for item in items)
    return [item for i, (item, length) in enumerate(zip(items, lengths, strict=True)) if length <= limit or not i]


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "…", "”", "»", ".)", "。")) else f"{text}."


def _begun(paragraphs: Iterable[Paragraph], salutation: str) -> Iterator[Paragraph]:
    """Begin with a small letter only where the salutation runs on with a comma, as in German."""
    first, *others = paragraphs
    if not salutation.endswith(","):
        run, *runs = first.runs
        first = replace(first, runs=(replace(run, text=run.text[:1].upper() + run.text[1:]), *runs))
    yield from (first, *others)


def _gap(wanted: str) -> str:
    return f"{{{wanted}}}"


def _gives_sender(material: LetterMaterial) -> bool:
    writer = material.writer
    return material.addressee.sender_address is Allowed.YES and bool(writer and writer.address.strip())


@dataclass(frozen=True, slots=True)
class _Draft:
    material: LetterMaterial
    kind: LetterKind
    language: str
    frame: Frame

    def letter(self) -> Letter:
        m, is_card = self.material, self.kind is LetterKind.CARD
        salutation = salutation_line(m.addressee, self.language)
        return Letter(
            case_id=m.case.id,
            addressee_id=m.addressee.id,
            writer_id=m.writer.id if m.writer else None,
            kind=self.kind,
            language=self.language,
            template="card" if is_card else "letterhead",
            dated=m.dated,
            address=self.address(),
            salutation=salutation,
            subject="" if is_card else self.subject(),
            body=Body(tuple(_begun(self.paragraphs(), salutation))),
            close=close_line(m.addressee, self.language),
            signature=self.signature(),
            copies="" if is_card else copy_line(m.copies, self.language),
            own_address=is_card and _gives_sender(m),
        )

    def address(self) -> str:
        """The address block, with the number of a prisoner the file has one of."""
        m = self.material
        block = address_block(m.addressee, self.language, own_country=m.group.country)
        is_wanted = m.addressee.role is AddresseeRole.PRISONER and m.addressee.number_needed is not Allowed.NO
        found = [person for person in m.people if person.id == m.addressee.person_id] or m.people
        return with_number(block, found[0].prisoner_number) if is_wanted and len(found) == 1 else block

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the body in the order of the kind of letter."""
        return _ORDERS[self.kind](self)

    def appeal(self) -> Iterator[Paragraph]:
        yield self.who()
        yield from self.learned()
        yield self.rights(trusting=True)
        yield from self.requests(self.frame.ask)
        yield self.says(self.frame.thanks)

    def follow_up(self) -> Iterator[Paragraph]:
        yield self.who()
        yield self.says(self.frame.wrote, date=self.day(self.material.earlier, "date of our earlier letter"))
        yield from self.learned()
        yield from self.requests(self.frame.ask)
        yield self.says(self.frame.thanks)

    def to_embassy(self) -> Iterator[Paragraph]:
        yield self.who()
        yield self.says(self.frame.embassy)
        yield from self.learned()
        yield self.rights()
        yield from self.requests(self.frame.ask_embassy)
        yield self.says(self.frame.thanks)

    def representation(self) -> Iterator[Paragraph]:
        yield self.who()
        yield from self.learned()
        yield self.rights()
        yield from self.requests(self.frame.ask_body)
        yield self.says(self.frame.thanks)

    def to_editor(self) -> Iterator[Paragraph]:
        yield self.says(self.frame.editor)
        yield from self.learned()
        yield self.rights()
        yield from self.requests(self.frame.ask_public)
        yield self.says(self.frame.editor_end)

    def thanks(self) -> Iterator[Paragraph]:
        yield self.who()
        news = [fact for fact in self.facts() if fact.claim.id in self.material.news]
        told = self.told(news) if news else (Run(_gap("the good news, as the file has it")),)
        yield Paragraph((Run(f"{self.frame.good_news} "), *told))
        yield self.says(self.frame.thanks_for_news)

    def reply(self) -> Iterator[Paragraph]:
        day = self.day(self.material.answered, "date of the letter you answer")
        yield self.says(f"{self.frame.had_letter} {self.frame.about}", date=day)
        yield Paragraph((Run(_gap("your answer to what the letter says")),))
        yield from self.requests(self.frame.ask_still)
        yield self.says(self.frame.thanks)

    def card(self) -> Iterator[Paragraph]:
        for sentence in self.frame.card:
            yield Paragraph((Run(sentence),))

    def who(self) -> Paragraph:
        return self.says(f"{self.frame.who} {self.frame.about}")

    def says(self, sentence: str, **words: str) -> Paragraph:
        group = group_phrase(self.material.group, self.language) or _gap("name of our group")
        return Paragraph((Run(sentence.format(group=group, people=self.people(), **words)),))

    def rights(self, *, trusting: bool = False) -> Paragraph:
        return self.says(rights_paragraph(self.material.articles, self.language, trusting=trusting))

    def learned(self) -> Iterator[Paragraph]:
        """What the file knows; fears stand apart and are called fears."""
        facts = self.facts()
        known = [fact for fact in facts if fact.claim.stated is not Stated.FEARED]
        if known:
            is_reported = any(fact.claim.stated is Stated.REPORTED for fact in known)
            lead = (Run(f"{self.frame.reported} "),) if is_reported else ()
            yield Paragraph((*lead, *self.told(known)))
        for fact in facts:
            if fact.claim.stated is Stated.FEARED:
                yield Paragraph((Run(self.feared(fact), claims=(fact.claim.id,)),))
        if not facts:
            yield Paragraph(
                (
                    Run(
                        self.missing(
                            "what has happened",
                            (f.claim.language for f in usable_facts(self.material.facts, self.material.people)),
                        )
                    ),
                )
            )

    def facts(self) -> list[Fact]:
        m = self.material
        return _fitting(usable_facts(m.facts, m.people, self.language), MOST_CLAIM_TEXT, lambda fact: fact.claim.text)

    def told(self, facts: Sequence[Fact]) -> tuple[Run, ...]:
        spaced = [(fact, " " if fact is not facts[-1] else "") for fact in facts]
        return tuple(Run(f"{_sentence(fact.claim.text)}{space}", claims=(fact.claim.id,)) for fact, space in spaced)

    def feared(self, fact: Fact) -> str:
        text = _sentence(fact.claim.text)
        return text if hedge_words(self.language).search(text) else f"{self.frame.feared} {text}"

    def requests(self, lead: str) -> Iterator[Paragraph]:
        """The lead and the sheet's requests, each a bullet, word for word."""
        people = self.material.people
        asks = [
            ask
            for ask in self.material.asks
            if ask.confirmed and ask.text.strip() and not names_withheld(ask.text, people)
        ]
        asks = [said_in(ask, self.language) for ask in asks]
        own = [ask for ask in asks if language_of(ask.language) == self.language]
        if not own:
            gap = self.missing("what the sheet asks for", (ask.language for ask in asks))
            yield Paragraph((Run(f"{lead} {gap}"),))
            return
        yield Paragraph((Run(lead),))
        for ask in _fitting(own, MOST_ASK_TEXT, lambda ask: ask.text):
            yield Paragraph((Run(" ".join(ask.text.split())),), ParagraphKind.BULLET)

    def people(self) -> str:
        """The people of the case as a sentence names them, without the names that are withheld."""
        names = [name for person in self.material.people if (name := letter_name(person))]
        total = len(self.material.people)
        if not names:
            return self.unnamed(total)
        shown = names if total == len(names) <= MOST_NAMES else names[: 1 if total > MOST_NAMES else MOST_NAMES]
        if total > len(shown):
            one, many = self.frame.others
            rest = total - len(shown)
            return f"{', '.join(shown)} {one if rest == 1 else many.format(count=rest)}"
        *first, last = shown
        return f"{', '.join(first)} {self.frame.joined} {last}" if first else last

    def unnamed(self, total: int) -> str:
        if not total:
            return _gap("name of the person")
        is_many = total > 1 or any(person.sex is Sex.GROUP for person in self.material.people)
        return self.frame.withheld[is_many]

    def subject(self) -> str:
        """What the letter is about, for the official's file: the concern or the title, the people, the country."""
        m = self.material
        people = self.people()
        title = "" if names_withheld(m.case.title, m.people) or self.language != m.group.language else m.case.title
        if title and (not m.people or any(mentions(title, person) for person in m.people)):
            return title.strip()
        country = country_name(m.case.country, self.language) if m.case.country else ""
        lead = (title or m.concern).strip() if self.language == m.group.language else ""
        named = people[:1].upper() + people[1:] if not lead else people
        return (f"{lead}: " if lead else "") + ", ".join(filter(None, (named, country)))

    def signature(self) -> str:
        m = self.material
        name = m.writer.name.strip() if m.writer else ""
        is_card = self.kind is LetterKind.CARD
        if not m.group.name.strip() or (is_card and m.addressee.amnesty is not Allowed.YES):
            return name
        group = self.frame.group.format(group=group_phrase(m.group, self.language))
        return f"{name}\n{group}" if name else group

    def day(self, on: date | PartialDate | None, wanted: str) -> str:
        if on is None:
            return _gap(wanted)
        said = spoken(on, locale_of(self.language, self.material.group.country))
        return re.sub(r"^1 ", "1er ", said) if self.language == "fr" else said

    def missing(self, wanted: str, held_in: Iterable[str]) -> str:
        """A gap that says where the words can be found: in the file, but in another language."""
        others = dict.fromkeys(LANGUAGE_NAMES.get(code, code) for code in held_in)
        here = LANGUAGE_NAMES[self.language]
        return _gap(f"{wanted}, in {here}; the file has it in {' and '.join(others)}" if others else wanted)


_ORDERS: dict[LetterKind, Callable[[_Draft], Iterator[Paragraph]]] = {
    LetterKind.APPEAL: _Draft.appeal,
    LetterKind.FOLLOW_UP: _Draft.follow_up,
    LetterKind.THANKS: _Draft.thanks,
    LetterKind.CARD: _Draft.card,
    LetterKind.REPRESENTATION: _Draft.representation,
    LetterKind.REPLY: _Draft.reply,
    LetterKind.EMBASSY: _Draft.to_embassy,
    LetterKind.EDITOR: _Draft.to_editor,
}
