# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for letters on the window: chips, the next step, how a letter went out, facts beside the paper."""

from collections.abc import Iterable

from ...domain.case import Confidentiality
from ...domain.claim import Claim
from ...domain.letter import Letter, LetterState
from ...domain.letter_frames import LANGUAGE_NAMES
from ...domain.spoken_dates import spoken
from ...domain.standing import Fact, StandingKind
from ...domain.vocabularies import label
from ..lights import Light

CHIP_WORDS = {
    LetterState.DRAFT: "Drafts",
    LetterState.READY: "Ready",
    LetterState.EXPORTED: "Exported",
    LetterState.SENT: "Sent",
    LetterState.ANSWERED: "Answered",
    LetterState.RETURNED: "Came back",
}
NEXT_STEPS = {
    LetterState.DRAFT: "Go on writing",
    LetterState.READY: "Export to Word",
    LetterState.EXPORTED: "Mark as sent",
    LetterState.SENT: "Record a reply",
    LetterState.ANSWERED: "Record a reply",
    LetterState.RETURNED: "Record a reply",
}
SEALED_WORDS = "Sent, cannot be changed"
_FACT_LIGHTS = {
    StandingKind.VERIFIED: Light.VERIFIED,
    StandingKind.ONE_SHORT: Light.ONE_SHORT,
    StandingKind.UNVERIFIED: Light.LOOK_AGAIN,
    StandingKind.DISPUTED: Light.LOOK_AGAIN,
    StandingKind.OVERTAKEN: Light.NO_LONGER_TRUE,
}


def how_sent(letter: Letter) -> str:
    """When and how a letter went out: "12 November 2026, airmail"; empty while it has not."""
    if letter.sent_on is None:
        return ""
    channel = label(letter.channel).lower() if letter.channel else ""
    return ", ".join(filter(None, (spoken(letter.sent_on), channel)))


def language_name(code: str) -> str:
    """The language as the window calls it."""
    return LANGUAGE_NAMES.get(code, code or "no language")


def fact_light(fact: Fact) -> Light:
    """The light of a fact in the list beside the paper."""
    return _FACT_LIGHTS[fact.standing.kind]


def fact_note(fact: Fact, language: str) -> str:
    """What to know before putting a fact in, in a word or two; empty for one that can go in as it is."""
    is_internal = fact.claim.confidentiality is Confidentiality.INTERNAL
    standing = "" if fact.standing.is_verified else fact.standing.word.lower()
    foreign = "" if fact.claim.language == language else f"in {language_name(fact.claim.language)}"
    return _joined(("members only" if is_internal else "", standing, foreign))


def fact_words(claim: Claim) -> str:
    """A fact on one line."""
    return " ".join(claim.text.split())


def _joined(words: Iterable[str]) -> str:
    return ", ".join(filter(None, words))
