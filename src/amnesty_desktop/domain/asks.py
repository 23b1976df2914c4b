# SPDX-License-Identifier: GPL-3.0-or-later
"""What the concerns of a case propose to ask: proposals only, until somebody of the group confirms them.

A demand for release is never among them unless the rule about prisoners of conscience allows it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .ask_texts import ASK_TEXTS
from .case import Ask, Concern
from .letter_words import speaks_of_release
from .vocabulary import Vocabulary

RELEASE = "release"
_KEYS = {" ".join(text.split()): key for key, texts in ASK_TEXTS.items() for text in texts.values()}


def key_of(text: str) -> str:
    """The short name of a request that came with the program, in whichever language; empty for any other words."""
    return _KEYS.get(" ".join(text.split()), "")


def is_own_release(ask: Ask) -> bool:
    """Whether a request is the demand for release that came with the program; one on the sheet is not."""
    return bool(ask.concern) and key_of(ask.text) == RELEASE


def said_in(ask: Ask, language: str) -> Ask:
    """The same request in another language, where it came with the program and was not reworded."""
    words = ASK_TEXTS.get(key_of(ask.text), {}).get(language)
    return ask if words is None else replace(ask, text=words, language=language)


def proposed(
    concerns: Iterable[Concern],
    present: Iterable[Ask],
    vocabulary: Vocabulary,
    language: str,
    *,
    may_ask_release: bool = False,
) -> tuple[Ask, ...]:
    """Requests that the concerns of a case bring with them and that are not asked yet, none of them confirmed.

    Worded in a language, English where it is none of the four; the group's own requests as the group wrote them.
    """
    seen = {key_of(ask.text) or " ".join(ask.text.split()) for ask in present}
    found = []
    for concern in concerns:
        for name, text, said in _of(concern, vocabulary, language):
            if name not in seen and (may_ask_release or not (name == RELEASE or speaks_of_release(text))):
                seen.add(name)
                ask = Ask(case_id=concern.case_id, text=text, language=said, concern=concern.term, confirmed=False)
                found.append(ask)
    return tuple(found)


def _of(concern: Concern, vocabulary: Vocabulary, language: str) -> Iterator[tuple[str, str, str]]:
    """(short name, words, language) of each request of one concern."""
    term = vocabulary.find(concern.term)
    if term is None:
        return
    for text in term.own_asks:
        yield key_of(text) or " ".join(text.split()), text, language
    said = language if language in ASK_TEXTS[RELEASE] else "en"
    for name in term.asks:
        yield name, ASK_TEXTS[name][said], said


def articles_at_stake(concerns: Iterable[Concern], vocabulary: Vocabulary) -> tuple[int, ...]:
    """Numbers of the articles of the Universal Declaration that the concerns of a case touch, in order."""
    terms = (vocabulary.find(concern.term) for concern in concerns)
    return tuple(sorted({number for term in terms if term is not None for number in term.articles}))
