# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words of a letter a spell check looks at, and the British spellings of an American dictionary."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .letter import Body
from .letter_findings import Span
from .letter_words import language_of
from .name_mentions import words_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SKIPPED = re.compile(r"\{[^{}]*\}|\S+@\S+|https?://\S+|www\.\S+|\S*\d\S*")
"""Gaps, addresses of the net, and everything with a digit in it."""
_SENTENCES = re.compile(r"[.!?:\n]+")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)
_BRITISH = (
    (re.compile(r"our(?=s|ed|ing|er|ers|ite|ites|able|ably|ful|less|hood|hoods|$)"), "or"),
    (re.compile(r"is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$|ational$)"), "iz"),
    (re.compile(r"ys(?=e$|ed$|ing$)"), "yz"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|or$|ors$|ation$)"), "l"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"ement(?=s?$)"), "ment"),
    (re.compile(r"que(?=s?$)"), "ck"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
    (re.compile(r"l(?=ment$|ments$|ful$)"), "ll"),
    (re.compile(r"wards$"), "ward"),
)
_AS_WRITTEN = frozenset({"grey", "practise", "practised", "licence", "whilst", "learnt", "tyre", "storey", "mum"})


@dataclass(frozen=True, slots=True)
class Seen:
    """One word to look at: where it stands, and as the writer wrote it."""

    span: Span
    word: str


def words_to_check(body: Body, language: str) -> Iterator[Seen]:
    """The words of a body in the language of the letter; what a fact says in another language is left alone."""
    for number, paragraph in enumerate(body.paragraphs):
        left_out = [(found.start(), found.end()) for found in _SKIPPED.finditer(paragraph.text)]
        place = 0
        for run in paragraph.runs:
            if run.language and language_of(run.language) != language_of(language):
                left_out.append((place, place + len(run.text)))
            place += len(run.text)
        for found in _WORD.finditer(paragraph.text):
            start, end = found.start(), found.end()
            if end - start > 1 and not any(a < end and start < b for a, b in left_out):
                yield Seen(Span(number, start, end), found[0])


def known_words(texts: Iterable[str]) -> frozenset[str]:
    """The single words of names and places, which no dictionary needs to know."""
    return frozenset(word.plain for text in texts for word in words_of(text))


def names_in(text: str) -> Iterator[str]:
    """Words that look like names in running text: with a capital, and not the first of their sentence."""
    for sentence in _SENTENCES.split(text):
        words = [found[0] for found in _WORD.finditer(sentence)]
        yield from (word for word in words[1:] if word[:1].isupper())


def is_right(word: str, language: str, known: frozenset[str], spell: Callable[[str], bool]) -> bool:
    """Whether a word is right: the file knows it, the dictionary does, or it is the British form of one it knows."""
    plain = word.replace("’", "'")
    if {each.plain for each in words_of(word)} <= known or (word.isupper() and len(word) <= 5):
        return True
    if spell(plain):
        return True
    if language_of(language) == "fr" and (cut := _ELIDED.sub("", plain)) != plain:
        return len(cut) < 2 or spell(cut)
    if language_of(language) == "en":
        bare = plain.removesuffix("'s").removesuffix("'")
        return (bare != plain and spell(bare)) or any(spell(form) for form in american_forms(bare))
    return False


def american_forms(word: str) -> Iterator[str]:
    """How an American dictionary would have a British word: "colour" color, "organised" organized."""
    if word.lower() in _AS_WRITTEN:
        yield "right"
    for pattern, instead in _BRITISH:
        if pattern.search(word):
            yield pattern.sub(instead, word, count=1)
