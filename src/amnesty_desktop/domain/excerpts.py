# SPDX-License-Identifier: GPL-3.0-or-later
"""The words around a match, with the match marked."""

from dataclasses import dataclass

from .names import highlights
from .spellings import marked

_PART = 2_000
_OVERLAP = 60
_MOST_PARTS = 25
"""Parts of a long text that are looked into: more would be felt while one goes down a list."""
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an excerpt; is_hit says that it was looked for."""

    text: str
    is_hit: bool = False


def hits(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges (begin, end) of text that a query finds, in any spelling, in order and apart."""
    merged: list[tuple[int, int]] = []
    for begin, end in sorted({*highlights(query, text), *marked(query, text)}):
        if merged and begin <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((begin, end))
    return tuple(merged)


def excerpt(query: str, text: str, *, width: int = 130) -> tuple[Stretch, ...]:
    """Return about width characters of text around what a query finds first; nothing where it finds nothing."""
    text = " ".join(text[: _PART * _MOST_PARTS].split())
    for start in range(0, max(len(text), 1), _PART - _OVERLAP):
        found = hits(query, text[start : start + _PART])
        if found:
            return _cut(text, [(begin + start, end + start) for begin, end in found], width)
    return ()


def _cut(text: str, found: list[tuple[int, int]], width: int) -> tuple[Stretch, ...]:
    first = _word_begin(text, max(0, found[0][0] - _BEFORE), found[0][0])
    last = min(len(text), max(first + width, found[0][1]))
    stretches = [Stretch("… ")] if first else []
    place = first
    for begin, end in found:
        if begin >= last:
            break
        end = min(end, last)
        stretches += [Stretch(text[place:begin])] if begin > place else []
        stretches.append(Stretch(text[begin:end], is_hit=True))
        place = end
    rest = text[place:last]
    if last < len(text):
        rest = f"{rest.rpartition(' ')[0] or rest} …"
    return tuple([*stretches, Stretch(rest)] if rest else stretches)


def _word_begin(text: str, at: int, before: int) -> int:
    """The next beginning of a word, so that no half word stands first."""
    if at == 0:
        return 0
    gap = text.find(" ", at, before)
    return gap + 1 if gap >= 0 else at
