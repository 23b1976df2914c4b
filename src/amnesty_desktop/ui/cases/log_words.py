# SPDX-License-Identifier: GPL-3.0-or-later
"""What has happened to somebody, in the words of the window."""

from collections.abc import Iterable, Mapping, Sequence

from ...domain.outcome import Outcome
from ...domain.person import Situation
from ...domain.situation_now import log_of, situation_now
from ...domain.situation_words import words_of
from ...domain.source import Source
from ...domain.source_words import tag
from ...domain.spoken_dates import spoken
from ...domain.vocabulary import Vocabulary
from ..widgets.timeline import TimelineEntry

OUTCOME = "outcome:"
"""What the key of an entry begins with that is kept as an outcome."""
_NOW = "now"
_DOT = "\u00a0\u00a0·\u00a0\u00a0"
"""Keeps what stands after it on the line of the word before."""


def log_entries(
    person_id: str | None,
    situations: Sequence[Situation],
    outcomes: Sequence[Outcome],
    sources: Mapping[str, Source],
    vocabulary: Vocabulary | None = None,
) -> list[TimelineEntry]:
    """The log of one person, oldest first, together with the outcomes that say as much.

    situations and outcomes are those to be shown; person_id None stands for everybody of the case; sources are
    those of the case by id, vocabulary the lists of the group.
    """
    vocabulary = vocabulary or Vocabulary()
    outcomes = vocabulary.resolved(outcomes)
    now = situation_now(person_id, situations, outcomes).entry_id
    recorded = {outcome.id: outcome for outcome in outcomes}
    return [
        _entry(each, recorded.get(each.id), each.id == now, sources, vocabulary)
        for each in log_of(situations, outcomes)
    ]


def about(person_id: str | None, entries: Iterable[Situation], *, with_shared: bool) -> list[Situation]:
    """The entries that name this person, and with with_shared those that are about everybody."""
    return [each for each in entries if each.person_id == person_id or (with_shared and each.person_id is None)]


def _entry(
    situation: Situation, outcome: Outcome | None, is_now: bool, sources: Mapping[str, Source], vocabulary: Vocabulary
) -> TimelineEntry:
    text, note = words_of(situation)
    if outcome is not None:
        text, note = vocabulary.label(outcome.kind), outcome.note.strip()
    key = situation.id if outcome is None else OUTCOME + situation.id
    source = sources.get(situation.source_id or "")
    notes = (note, tag(source) if source is not None else "", _NOW if is_now else "")
    date = spoken(situation.on, short=True) if situation.on is not None else ""
    return TimelineEntry(date, text, _DOT.join(part for part in notes if part), is_now, key)
