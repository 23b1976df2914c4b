# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter that was changed in Word: what differs, and which of its words still rest on facts of the case."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from .letter import Body, Letter, Paragraph, Run

PARTS = ("address", "subject", "salutation", "body", "close", "signature", "enclosures", "copies")
"""What can come back from Word, in the order it stands on the page."""
_LEAST_KEPT = 0.5
"""Of the words of a fact, how many must still be there for the sentence to rest on it."""
_WORD = re.compile(r"\s*\S+|\s+$")
Claims = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One part, or one paragraph of the body, as the file has it and as it came from Word; empty where it is not."""

    part: str
    before: str
    after: str


def differences(before: Letter, after: Letter) -> tuple[Difference, ...]:
    """What differs between two states of a letter, paragraph by paragraph, in the order of the page."""
    found: list[Difference] = []
    for part in PARTS:
        if part == "body":
            found += _body_differences(before.body, after.body)
        elif getattr(before, part).strip() != getattr(after, part).strip():
            found.append(Difference(part, getattr(before, part), getattr(after, part)))
    return tuple(found)


def _body_differences(before: Body, after: Body) -> list[Difference]:
    old, new = _shown(before), _shown(after)
    found: list[Difference] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            for number in range(max(b - a, d - c)):
                left = old[a + number][1] if a + number < b else ""
                right = new[c + number][1] if c + number < d else ""
                found.append(Difference("body", left, right))
    return found


def _shown(body: Body) -> list[tuple[str, str, tuple[tuple[str, bool, bool], ...]]]:
    """What of a paragraph counts as a difference: its kind, its words, and what is bold or italic."""
    return [(str(each.kind), each.text.strip(), _set(each)) for each in body.paragraphs if each.text.strip()]


def joined(paragraph: Paragraph) -> tuple[Run, ...]:
    """Its runs as one sees them: neighbours that look the same are one."""
    runs: list[Run] = []
    for run in paragraph.runs:
        if runs and (runs[-1].bold, runs[-1].italic) == (run.bold, run.italic):
            runs[-1] = Run(runs[-1].text + run.text, run.bold, run.italic)
        elif run.text:
            runs.append(Run(run.text, run.bold, run.italic))
    return tuple(runs)


def _set(paragraph: Paragraph) -> tuple[tuple[str, bool, bool], ...]:
    runs = (run for run in joined(paragraph) if run.text.strip() and (run.bold or run.italic))
    return tuple((run.text.strip(), run.bold, run.italic) for run in runs)


def with_claims(before: Body, after: Body) -> Body:
    """The body from Word, its words resting on the claims they rested on before, where the words still are.

    A claim stays with what is left of its sentence while at least half of its words are left.
    """
    old = [(word.strip(), run.claims) for each in before.paragraphs for run in each.runs for word in _words(run.text)]
    new = [word.strip() for each in after.paragraphs for run in each.runs for word in _words(run.text)]
    matcher = SequenceMatcher(None, [word for word, _ in old], new, autojunk=False)
    kept: list[Claims] = [()] * len(new)
    for a, b, size in matcher.get_matching_blocks():
        for step in range(size):
            kept[b + step] = old[a + step][1]
    lost = _lost([claims for _, claims in old], kept)
    kept = [tuple(claim for claim in claims if claim not in lost) for claims in kept]
    return _rebuilt(after, kept)


def _lost(old: Sequence[Claims], kept: Sequence[Claims]) -> set[str]:
    """Claims of which too few words are left."""
    every = {claim for claims in old for claim in claims}
    return {
        claim
        for claim in every
        if sum(claim in claims for claims in kept) < _LEAST_KEPT * sum(claim in claims for claims in old)
    }


def _rebuilt(body: Body, kept: Sequence[Claims]) -> Body:
    paragraphs, at = [], 0
    for paragraph in body.paragraphs:
        words = [(run, word) for run in paragraph.runs for word in _words(run.text)]
        claims = _bridged(list(kept[at : at + len(words)]))
        at += len(words)
        paragraphs.append(replace(paragraph, runs=_joined(words, claims)))
    return Body(tuple(paragraphs))


def _bridged(claims: list[Claims]) -> list[Claims]:
    """New words in the midst of a sentence rest on what stands on both sides of them."""
    known = [number for number, each in enumerate(claims) if each]
    for one, other in pairwise(known):
        if claims[one] == claims[other]:
            claims[one:other] = [claims[one]] * (other - one)
    return claims


def _joined(words: Sequence[tuple[Run, str]], claims: Sequence[Claims]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for (run, word), rests_on in zip(words, claims, strict=True):
        fresh = replace(run, text=word, claims=rests_on)
        if runs and replace(runs[-1], text="") == replace(fresh, text=""):
            runs[-1] = replace(runs[-1], text=runs[-1].text + word)
        else:
            runs.append(fresh)
    return tuple(runs)


def _words(text: str) -> list[str]:
    """The words of a text with the space before them; joined they are the text."""
    found = _WORD.findall(text)
    return found if found or not text else [text]


def merged(letter: Letter, words: dict[str, str], body: Body) -> Letter:
    """The letter with what came back; a part that is not among the words stays."""
    known: dict[str, Any] = {part: words[part].strip() for part in PARTS if part in words and part != "body"}
    return replace(letter, body=with_claims(letter.body, body), **known)
