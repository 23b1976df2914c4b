# SPDX-License-Identifier: GPL-3.0-or-later
"""What the letter check reads of truth: fears told as facts, facts for members only, and requests no sheet makes."""

import re
from collections.abc import Iterator

from .asks import said_in
from .case import Confidentiality
from .claim import Claim, Stated
from .letter import Letter, Paragraph, ParagraphKind
from .letter_findings import CheckMaterial, Finding, Mend, Rule, Span
from .letter_frames import FRAMES
from .letter_wording import SENTENCE, plain_words
from .letter_words import demands, hedge_words, language_of, request_words
from .name_mentions import letter_name

_SAME_FACT = 0.75
"""Share of the words of a fact that makes a sentence tell the same."""
_TELLING = 3
"""Words a fact needs to be recognised where the letter does not carry it."""
_LITTLE = frozenset(
    ["a", "an", "and", "at", "be", "been", "had", "has", "have", "he", "her", "his", "in", "is", "it", "of", "on", "or"]
)
"""Words too common to tell one fact from another."""
_STEM = 5
_LONG_ENOUGH = 25


def check_truth(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    """Every finding about what a letter says as true and what it asks."""
    for rule in (_members_words, _demanded, _hedges):
        yield from rule(letter, material)


def _hedges(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    """A fear that became a fact: its sentence keeps the words of the claim and none that says it is feared."""
    feared = [fact.claim for fact in material.facts if fact.claim.stated is Stated.FEARED]
    for claim in feared:
        language = language_of(claim.language) or letter.language
        hedge = hedge_words(language)
        wanted = set(plain_words(hedge.sub(" ", claim.text))) - _LITTLE
        for number, paragraph in enumerate(letter.body.paragraphs):
            if claim.id not in {c for run in paragraph.runs for c in run.claims} and len(wanted) < _TELLING:
                continue
            yield from _unhedged(claim, paragraph, number, wanted, hedge)


def _unhedged(
    claim: Claim, paragraph: Paragraph, number: int, wanted: set[str], hedge: re.Pattern[str]
) -> Iterator[Finding]:
    frame = FRAMES[language_of(claim.language) or "en"]
    # "There is reason to fear the following:" makes a fear of all that follows it in its paragraph.
    led = paragraph.text.find(frame.feared)
    for sentence in SENTENCE.finditer(paragraph.text):
        said = set(plain_words(sentence[0]))
        is_same = bool(wanted) and len(wanted & said) >= _SAME_FACT * len(wanted)
        if not is_same or hedge.search(sentence[0]) or (0 <= led <= sentence.start()):
            continue
        start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        text = sentence[0].strip()
        yield Finding(
            rule=Rule.HEDGE,
            word="Feared, not known",
            sentence=f"“{_short(text)}” is feared; the letter says it has happened.",
            why="A fear told as a fact is untrue, and it is the first thing the reader will deny.",
            span=Span(number, start, start + len(text)),
            subject_id=claim.id,
            mends=(Mend.REPLACE, Mend.TAKE_OUT),
            instead=f"{frame.feared} {text}",
        )


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:60].rsplit(' ', 1)[0]} …"


def _demanded(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    """What nobody asks for unless a sheet does; and bullets that share nothing with its requests."""
    if not material.asks:
        return
    asked = " ".join(ask.text for ask in material.asks)
    asking = request_words(letter.language)
    for number, paragraph in enumerate(letter.body.paragraphs):
        is_list = paragraph.kind is ParagraphKind.BULLET
        for what, words in demands().items():
            if words.search(asked):
                continue
            for sentence in SENTENCE.finditer(paragraph.text):
                found = words.search(sentence[0])
                if found and (is_list or asking.search(sentence[0])):
                    start = sentence.start() + found.start()
                    yield _not_on_sheet(f"asks for {what}", Span(number, start, start + len(found[0])))
        if is_list and _is_foreign(paragraph.text, letter, material):
            what = f"asks for something else: “{_short(paragraph.text.strip())}”"
            yield _not_on_sheet(what, Span(number, 0, len(paragraph.text)))


def _is_foreign(text: str, letter: Letter, material: CheckMaterial) -> bool:
    """Whether a bullet shares not one longer word, but for names, with any request the sheet has in its language."""
    language = language_of(letter.language)
    told = (said_in(ask, language) for ask in material.asks)
    own = [ask.text for ask in told if language_of(ask.language) == language]
    names = {word for person in material.people for word in plain_words(letter_name(person))}
    stems = {word[:_STEM] for ask in own for word in plain_words(ask) if len(word) >= _STEM and word not in names}
    said = {word[:_STEM] for word in plain_words(text) if len(word) >= _STEM and word not in names}
    return bool(stems) and len(said) >= 2 and not stems & said


def _not_on_sheet(what: str, span: Span) -> Finding:
    return Finding(
        rule=Rule.NOT_ON_SHEET,
        word="Not on the sheet",
        sentence=f"The letter {what}. The sheet does not.",
        why="Ask only what the sheet recommends: another request can do harm where this case stands.",
        span=span,
        mends=(Mend.TAKE_OUT,),
    )


def _members_words(letter: Letter, material: CheckMaterial) -> Iterator[Finding]:
    """The words of a fact for members only, typed or pasted without the fact."""
    for fact in material.facts:
        text = " ".join(fact.claim.text.split()).rstrip(".")
        if fact.claim.confidentiality is not Confidentiality.INTERNAL or len(text) < _LONG_ENOUGH:
            continue
        for number, paragraph in enumerate(letter.body.paragraphs):
            start = paragraph.text.find(text)
            if start >= 0 and fact.claim.id not in letter.body.claims:
                yield Finding(
                    rule=Rule.MEMBERS_ONLY,
                    word="Members only",
                    sentence=f"“{_short(text)}” is for members only.",
                    why="What is not cleared to be passed on can put somebody in danger.",
                    blocks=True,
                    span=Span(number, start, start + len(text)),
                    subject_id=fact.claim.id,
                    mends=(Mend.TAKE_OUT,),
                )
