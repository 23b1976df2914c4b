# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of a summary, each with how it is stated, so that somebody can accept them one by one as facts."""

import re
from collections.abc import Iterator

from ...domain.claim import Stated
from ...domain.names import fold

MOST = 60
"""Sentences that are offered of one sheet; nobody ticks more."""
_END = re.compile(r"(?<=[.!?…])[\"”’»)]?\s+(?=[\"“‘«(¿¡]?\w)")
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|col|lt|capt|sgt|maj|st|no|nr|art|sr|sra|lic|ing|mme|mlle|m|ok|ul|ca|approx|[a-z])"
    r"\.|\b[a-z]\.[a-z]\.|\b[0-9]{1,2}\.)$",
    re.IGNORECASE,
)
# Stems, as fold writes them: in a language that bends its words a list of forms would never be whole.
_FEAR = re.compile(
    r"\b(?:fear\w*|afraid|at risk|in danger|grave concern\w*|may be|might be|could be"
    r"|craint\w*|crainte\w*|redout\w*|risqu\w*|danger|befurcht\w*|furcht\w*|gefahr\w*|droht|drohen"
    r"|teme\w*|temor\w*|riesgo\w*|peligro|podria\w*|obaw\w*|groz\w*|zagroz\w*)\b"
)


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text into sentences at most MOST; a point behind a title, a letter alone or a day ends none."""
    return tuple(_cut(" ".join(text.split())))[:MOST]


def stated_in(sentence: str) -> Stated:
    """Return how a sentence is stated: a fear where it speaks of one, else as reported, never more."""
    return Stated.FEARED if _FEAR.search(fold(sentence)) else Stated.REPORTED


def _cut(text: str) -> Iterator[str]:
    begun = 0
    for end in _END.finditer(text):
        piece = text[begun : end.start()]
        following = text[end.end() : end.end() + 1]
        if _SHORT.search(piece) or following.islower():
            continue
        yield text[begun : end.end()].strip()
        begun = end.end()
    if rest := text[begun:].strip():
        yield rest
