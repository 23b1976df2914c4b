# SPDX-License-Identifier: GPL-3.0-or-later
"""What the letter check reads in the words themselves: gaps, names, requests and tone."""

import re
from collections.abc import Iterable, Iterator, Sequence

from .asks import said_in
from .case import Ask
from .caution import Caution, CautionKind
from .letter import Letter, LetterKind, ParagraphKind
from .letter_findings import CheckMaterial, Finding, Mend, Rule, Span
from .letter_frames import FRAMES
from .letter_words import (
    NEVER_NAMES,
    ToneWord,
    WordKind,
    conscience_words,
    language_of,
    release_words,
    request_words,
    speaks_of_release,
    tone_words,
)
from .name_mentions import letter_name, mentions, misspellings, withheld_mentions, words_of
from .person import Person, Sex
from .please_mind import avoided_in, words_to_avoid

GAP = re.compile(r"\{[^{}]*\}|[{}]")
"""A field or gap nobody has filled; no letter is exported while it holds one."""

_PLACEHOLDER = re.compile(r"\[[^\[\]\n]{2,60}\]|_{3,}|\bX{3,}\b|…{2,}|\.{4,}")
SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+|$)")
"""One sentence of a paragraph, with the space before it."""
_SHARED_WORDS = 0.6
"""Share of the words of a request that makes a paragraph a form of it."""

_PARTS = {
    "subject": "the subject line",
    "address": "the address",
    "salutation": "the salutation",
    "close": "the close",
    "signature": "the signature",
    "enclosures": "the enclosures",
    "copies": "the copy line",
}
Place = tuple[str, Span | None, str]


def check_wording(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    """Every finding about the words of a letter."""
    for rule in (_gaps, _avoided, _withheld, _names, _release, _conscience, _tone):
        yield from rule(letter, material)


def _paragraphs(letter: Letter) -> Iterator[tuple[int, str]]:
    return enumerate(paragraph.text for paragraph in letter.body.paragraphs)


def _parts(letter: Letter) -> Iterator[tuple[str, str]]:
    return ((name, text) for part, name in _PARTS.items() if (text := getattr(letter, part)))


def _gaps(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    for rule, pattern in ((Rule.GAP, GAP), (Rule.PLACEHOLDER, _PLACEHOLDER)):
        for number, text in _paragraphs(letter):
            for found in pattern.finditer(text):
                yield _gap(rule, found[0], Span(number, found.start(), found.end()), "")
        for name, text in _parts(letter):
            for found in pattern.finditer(text):
                yield _gap(rule, found[0], None, f" in {name}")


def _gap(rule: Rule, text: str, span: Span | None, where: str) -> Finding:
    is_gap = rule is Rule.GAP
    wanted = text.strip("{} .") or text
    return Finding(
        rule=rule,
        word="To fill in" if is_gap else "Left over?",
        sentence=f"Still to be written{where}: {wanted}."
        if is_gap
        else f"“{text}”{where} looks like a place to fill in.",
        why="Nobody should receive a form. Write the words, or take the place out.",
        blocks=is_gap,
        span=span,
        mends=(Mend.TAKE_OUT,) if span else (),
    )


def _avoided(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    for caution in material.cautions:
        if caution.kind is not CautionKind.WORDING or caution.id in material.answered:
            continue
        for word in words_to_avoid(caution):
            for number, text in _paragraphs(letter):
                for start, end in avoided_in(text, word):
                    yield _avoided_finding(caution, text[start:end], Span(number, start, end), "")
            for name, text in _parts(letter):
                for start, end in avoided_in(text, word):
                    yield _avoided_finding(caution, text[start:end], None, f" in {name}")


def _avoided_finding(caution: Caution, shown: str, span: Span | None, where: str) -> Finding:
    reason = " ".join(caution.text.split())
    return Finding(
        rule=Rule.WORD_TO_AVOID,
        word="Word to avoid",
        sentence=f"“{shown}”{where} is a word to avoid here.{f' {reason}' if reason else ''}",
        why="The wrong word can hurt the person. Say it otherwise, or say that it is right in this letter.",
        blocks=True,
        span=span,
        subject_id=caution.id,
        mends=(Mend.TAKE_OUT, Mend.ANSWER) if span else (Mend.ANSWER,),
    )


def _withheld(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    known = _may_be_said(material)
    for person in material.people:
        if not person.withheld:
            continue
        words = FRAMES[language_of(letter.language) or "en"].withheld[person.sex is Sex.GROUP]
        for number, text in _paragraphs(letter):
            for found in withheld_mentions(text, person, known):
                yield _withheld_finding(person, Span(number, found.start, found.end), "the letter", words)
        for name, text in _parts(letter):
            if withheld_mentions(text, person, known):
                yield _withheld_finding(person, None, name, words)


def _withheld_finding(person: Person, span: Span | None, where: str, words: str) -> Finding:
    return Finding(
        rule=Rule.NAME_WITHHELD,
        word="Name withheld",
        sentence=f"A name that must not leave the file stands in {where}.",
        why="The person asked for it, or somebody could be harmed.",
        blocks=True,
        span=span,
        subject_id=person.id,
        mends=(Mend.REPLACE, Mend.TAKE_OUT) if span else (),
        instead=words if span else "",
    )


def _may_be_said(material: CheckMaterial) -> list[str]:
    addressees = [*material.addressees, *([material.addressee] if material.addressee else [])]
    return [letter_name(p) for p in material.people] + [a.name for a in addressees] + [a.office for a in addressees]


def _names(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    people = [p for p in material.people if letter_name(p) and p.sex is not Sex.GROUP]
    everything = f"{letter.subject}\n{letter.body.text}"
    if people and letter.kind is not LetterKind.CARD and not any(mentions(everything, p) for p in people):
        yield _name_missing(people)
    known = (*_right_words(letter, material), *NEVER_NAMES)
    for number, text in _paragraphs(letter):
        for found in misspellings(text, people, known):
            shown = text[found.start : found.end]
            yield _misspelt(shown, found.form, Span(number, found.start, found.end))
    for found in misspellings(letter.subject, people, known):
        yield _misspelt(letter.subject[found.start : found.end], found.form, None)


def _right_words(letter: Letter, material: CheckMaterial) -> Iterator[str]:
    """Texts whose words are no slips: whom the letter is for and from, places, and what the window allows."""
    yield from (letter.address, letter.salutation, letter.signature, letter.copies, *material.allowed)
    for addressee in material.addressees:
        yield from (addressee.name, addressee.office, addressee.address)


def _name_missing(people: Sequence[Person]) -> Finding:
    name = letter_name(people[0])
    return Finding(
        rule=Rule.NAME_MISSING,
        word="Name missing",
        sentence=f"The letter does not give the full name: {name}." if len(people) == 1 else "The letter names nobody.",
        why="The official finds the file by the full name.",
        subject_id=people[0].id,
    )


def _misspelt(shown: str, form: str, span: Span | None) -> Finding:
    return Finding(
        rule=Rule.NAME_MISSPELT,
        word="Spelling of a name",
        sentence=f"The letter writes “{shown}”, the case “{form}”.",
        why="A name spelled otherwise may not be found, or taken for somebody else’s.",
        span=span,
        mends=(Mend.REPLACE,) if span else (),
        instead=form,
    )


def asks_for_something(letter: Letter, asks: Iterable[Ask], people: Iterable[Person] = ()) -> bool:
    """Whether a letter asks for anything: a list, words of asking, or most words of a request but for names."""
    paragraphs = letter.body.paragraphs
    if any(p.kind is ParagraphKind.BULLET and p.text.strip() for p in paragraphs):
        return True
    if not language_of(letter.language) or request_words(letter.language).search(letter.body.text):
        return True
    names = {word for person in people for word in plain_words(letter_name(person))}
    wanted = [set(plain_words(said_in(ask, letter.language).text)) - names for ask in asks]
    said = [set(plain_words(paragraph.text)) for paragraph in paragraphs]
    return any(words and len(words & text) >= _SHARED_WORDS * len(words) for words in wanted for text in said)


def plain_words(text: str) -> Iterator[str]:
    """The words of a text without accents, in small letters."""
    return (word.plain for word in words_of(text))


def _release(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    """A demand for release where no request of the sheet speaks of one; without any request nothing is known."""
    if not material.asks or any(speaks_of_release(ask.text) for ask in material.asks):
        return
    words, asking = release_words(letter.language), request_words(letter.language)
    for number, paragraph in enumerate(letter.body.paragraphs):
        is_list = paragraph.kind is ParagraphKind.BULLET
        for sentence in SENTENCE.finditer(paragraph.text):
            found = words.search(sentence[0])
            if found and (is_list or asking.search(sentence[0])):
                start = sentence.start() + found.start()
                yield _release_finding(found[0], Span(number, start, start + len(found[0])))


def _release_finding(shown: str, span: Span) -> Finding:
    return Finding(
        rule=Rule.RELEASE_NOT_ASKED,
        word="Not on the sheet",
        sentence=f"The letter asks for release (“{shown}”), the sheet does not.",
        why="Ask only what the sheet recommends: another request can do harm where this case stands.",
        span=span,
        mends=(Mend.TAKE_OUT,),
    )


def _conscience(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    """Amnesty's term for somebody without Amnesty's finding; a request printed on the sheet stays as printed."""
    words = conscience_words(letter.language)
    if any(words.search(ask.text) for ask in material.asks):
        return
    everything = f"{letter.subject}\n{letter.body.text}"
    for number, text in _paragraphs(letter):
        for found in words.finditer(text):
            if not _bears_the_term(_sentence_at(text, found.start()), everything, material):
                yield _conscience_finding(found[0], Span(number, found.start(), found.end()), "")
    if (found_in := words.search(letter.subject)) and not _bears_the_term(letter.subject, everything, material):
        yield _conscience_finding(found_in[0], None, " in the subject line")


def _sentence_at(text: str, place: int) -> str:
    return next((s[0] for s in SENTENCE.finditer(text) if s.start() <= place < s.end()), text)


def _bears_the_term(sentence: str, everything: str, material: CheckMaterial) -> bool:
    """Whether everybody meant may be called so: whom the sentence names, else the letter, else the case."""
    named = next(
        (found for text in (sentence, everything) if (found := [p for p in material.people if mentions(text, p)])),
        material.people,
    )
    return bool(named) and all(person.id in material.called for person in named)


def _conscience_finding(shown: str, span: Span | None, where: str) -> Finding:
    return Finding(
        rule=Rule.CONSCIENCE,
        word="Amnesty’s term",
        sentence=f"The letter says “{shown}”{where}, and the file holds no finding of Amnesty’s that says so.",
        why="Only Amnesty decides who is called so, after its own research. Record its finding under People, "
        "or use other words.",
        span=span,
        mends=(Mend.TAKE_OUT, Mend.SHOW_CASE) if span else (Mend.SHOW_CASE,),
    )


def _tone(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    for number, paragraph in enumerate(letter.body.paragraphs):
        for tone in tone_words(letter.language, material.words, WordKind.TONE, WordKind.JARGON):
            for found in tone.pattern.finditer(paragraph.text):
                yield _tone_finding(tone, found[0], Span(number, found.start(), found.end()))


def _tone_finding(tone: ToneWord, shown: str, span: Span) -> Finding:
    is_jargon = tone.kind is WordKind.JARGON
    instead = tone.instead[:1].upper() + tone.instead[1:] if shown[:1].isupper() else tone.instead
    return Finding(
        rule=Rule.JARGON if is_jargon else Rule.TONE,
        word="Jargon" if is_jargon else "Tone",
        sentence=f"“{shown}” is a word of ours." if is_jargon else f"“{shown}” may close the reader’s ears.",
        why=tone.why,
        span=span,
        mends=(Mend.REPLACE, Mend.TAKE_OUT) if instead else (Mend.TAKE_OUT,),
        instead=instead,
    )
