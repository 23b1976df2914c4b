# SPDX-License-Identifier: GPL-3.0-or-later
"""How things stand with a person now, read from the situation log and the outcomes, and what that overtakes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from .claim import Claim
from .dates import PartialDate
from .outcome import Outcome
from .person import Situation, SituationKind


class State(StrEnum):
    """How it stands with one person."""

    HELD = "held"
    INCOMMUNICADO = "incommunicado"
    MISSING = "missing"
    HIDING = "hiding"
    FREE = "free"
    FREE_ON_CONDITIONS = "free_on_conditions"
    DEPORTED = "deported"
    DEAD = "dead"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class SituationNow:
    """The state of one person: since when, in the words of which entry; entry_id is empty while nothing is known.

    is_for_all is true where the entry speaks about everybody of the case; kind is the entry's own, place where
    the person is, as far as the log says, began since when they are held without a break.
    """

    state: State = State.NOT_KNOWN
    since: PartialDate | None = None
    text: str = ""
    entry_id: str = ""
    is_for_all: bool = False
    kind: SituationKind | None = None
    place: str = ""
    began: PartialDate | None = None

    @property
    def is_released(self) -> bool:
        """Whether the person is out of detention, on conditions or without."""
        return self.state in (State.FREE, State.FREE_ON_CONDITIONS)

    @property
    def is_dead(self) -> bool:
        """Whether the person has died."""
        return self.state is State.DEAD

    @property
    def ends_appeals(self) -> bool:
        """Whether an appeal written before must be looked at again: the person is out, sent away, or has died."""
        return self.is_released or self.is_dead or self.state is State.DEPORTED


_K = SituationKind
_RELEASES = {
    _K.RELEASED: State.FREE,
    _K.PARDONED: State.FREE,
    _K.SENTENCE_SERVED: State.FREE,
    _K.BAILED: State.FREE_ON_CONDITIONS,
    _K.RELEASED_ON_CONDITIONS: State.FREE_ON_CONDITIONS,
    _K.DEPORTED: State.DEPORTED,
}
_WHEREABOUTS = {
    _K.DETAINED: State.HELD,
    _K.HELD_AT: State.HELD,
    _K.INCOMMUNICADO: State.INCOMMUNICADO,
    _K.ACKNOWLEDGED: State.HELD,
    _K.MOVED: State.HELD,
    _K.REARRESTED: State.HELD,
    _K.DISAPPEARED: State.MISSING,
    _K.ABDUCTED: State.MISSING,
    _K.HIDING: State.HIDING,
}
_TELLS_PLACE = frozenset({_K.HELD_AT, _K.INCOMMUNICADO, _K.ACKNOWLEDGED, _K.MOVED, _K.DEPORTED})
"""Kinds whose place is where the person is from then on, and not where it happened."""
_HELD = (State.HELD, State.INCOMMUNICADO)
_DEATHS = frozenset({_K.DIED, _K.EXECUTED, _K.KILLED})
_CONTACT = frozenset({_K.VISITED, _K.VISITED_BY_FAMILY, _K.VISITED_BY_LAWYER, _K.VISITED_BY_DOCTOR})
"""Somebody who was visited since is held, and no longer incommunicado."""

OUTCOMES_AS_SITUATIONS = {
    "released": SituationKind.RELEASED,
    "prisoner_of_conscience_released": SituationKind.RELEASED,
    "pardoned": SituationKind.PARDONED,
    "sentence_served": SituationKind.SENTENCE_SERVED,
    "released_on_conditions": SituationKind.RELEASED_ON_CONDITIONS,
    "released_on_bail": SituationKind.BAILED,
    "moved_to_safer_place": SituationKind.MOVED,
    "moved_to_unknown_place": SituationKind.MOVED,
    "arrested_again": SituationKind.REARRESTED,
    "reappeared": SituationKind.SEEN_ALIVE,
    "found_alive": SituationKind.SEEN_ALIVE,
    "died_in_custody": SituationKind.DIED,
    "executed": SituationKind.EXECUTED,
    "killed": SituationKind.KILLED,
    "detention_acknowledged": SituationKind.ACKNOWLEDGED,
    "held_incommunicado": SituationKind.INCOMMUNICADO,
    "returned_by_force": SituationKind.DEPORTED,
}
"""Terms of vocabularies.OUTCOMES that say the same as an entry of the log."""


def span_of(on: PartialDate | None) -> tuple[date, date]:
    """First and last day an entry can belong to; an entry without a date can belong to any."""
    return (on.earliest, on.latest) if on is not None else (date.min, date.max)


def in_order(entries: Iterable[Situation]) -> tuple[Situation, ...]:
    """The log in the order of events; entries without a date come first, equal days keep the order given."""
    return tuple(sorted(entries, key=lambda entry: entry.on.sort_text if entry.on and entry.on.is_known else ""))


def latest(entries: Iterable[Situation]) -> Situation | None:
    """The entry with the latest date, or None for an empty log."""
    ordered = in_order(entries)
    return ordered[-1] if ordered else None


def situation_now(
    person_id: str | None, situations: Iterable[Situation], outcomes: Iterable[Outcome] = ()
) -> SituationNow:
    """Say how it stands with one person; entries without a person speak about everybody of the case.

    Dates known in part are read so that a release or a death is never hidden: an arrest ends a release
    only when it is certainly later, except "arrested again", which says itself that it came after.
    """
    log = log_of(situations, outcomes)
    entries = tuple(entry for entry in log if _is_about(entry.person_id, person_id))
    for entry in reversed(entries):
        if entry.kind in _DEATHS and not any(_is_seen_after(other, entry) for other in entries):
            return _now(State.DEAD, entry)
    for entry in reversed(entries):
        if entry.kind in _RELEASES and not any(_ends_release(other, entry) for other in entries):
            return _now(_RELEASES[entry.kind], entry)
    return _in_custody(entries)


def _now(state: State, entry: Situation) -> SituationNow:
    place = entry.place.strip() if entry.kind in _TELLS_PLACE else ""
    return SituationNow(state, entry.on, entry.text, entry.id, entry.person_id is None, entry.kind, place)


def log_of(situations: Iterable[Situation], outcomes: Iterable[Outcome]) -> tuple[Situation, ...]:
    """The situation log together with the outcomes that say as much, in order; they keep their ids."""
    told = (_as_situation(outcome) for outcome in outcomes if outcome.kind in OUTCOMES_AS_SITUATIONS)
    return in_order([*situations, *told])


def _as_situation(outcome: Outcome) -> Situation:
    return Situation(
        id=outcome.id,
        case_id=outcome.case_id,
        person_id=outcome.person_id,
        on=outcome.on,
        kind=OUTCOMES_AS_SITUATIONS[outcome.kind],
        text=outcome.note,
    )


def _is_about(entry_person: str | None, person_id: str | None) -> bool:
    return entry_person is None or person_id is None or entry_person == person_id


def _is_seen_after(entry: Situation, died: Situation) -> bool:
    return entry.kind is SituationKind.SEEN_ALIVE and span_of(entry.on)[0] > span_of(died.on)[1]


def _ends_release(entry: Situation, release: Situation) -> bool:
    if entry.kind is SituationKind.REARRESTED:
        return span_of(entry.on)[1] >= span_of(release.on)[0]
    return entry.kind in _WHEREABOUTS and span_of(entry.on)[0] > span_of(release.on)[1]


def _in_custody(entries: tuple[Situation, ...]) -> SituationNow:
    """Where the person is by the latest entry that says so.

    "Seen alive" ends a disappearance and says nothing else; a visit ends being held incommunicado.
    """
    is_seen = is_visited = False
    for entry in reversed(entries):
        is_seen |= entry.kind is SituationKind.SEEN_ALIVE
        is_visited |= entry.kind in _CONTACT
        state = _WHEREABOUTS.get(entry.kind)
        if state is State.MISSING and is_seen:
            break
        if state is State.INCOMMUNICADO and is_visited:
            state = State.HELD
        if state is not None:
            return replace(_now(state, entry), began=_began(entries) if state in _HELD else None)
    return SituationNow()


def _began(entries: tuple[Situation, ...]) -> PartialDate | None:
    """When the detention began that still goes on: the first entry since the person was last free, or not found."""
    first: Situation | None = None
    for entry in entries:
        state = _WHEREABOUTS.get(entry.kind)
        if entry.kind in _RELEASES or state in (State.MISSING, State.HIDING):
            first = None
        elif state is not None and (first is None or entry.kind is SituationKind.REARRESTED):
            first = entry
    return first.on if first is not None else None


def overtaken_by(claim: Claim, situations: Iterable[Situation], outcomes: Iterable[Outcome] = ()) -> Situation | None:
    """The move, release or death that came after the day a claim speaks of, the latest one, or None.

    A claim without a date is left alone: nothing says whether it was written before or after. Whether the
    claim speaks of a place or of a past event is for its reader to judge.
    """
    if claim.on is None or not claim.on.is_known:
        return None
    log = log_of(situations, outcomes)
    turns = (SituationKind.MOVED, *_DEATHS, *_RELEASES)
    later = [
        entry
        for entry in log
        if entry.kind in turns
        and _is_about(entry.person_id, claim.person_id)
        and entry.on is not None
        and entry.on.is_known
        and entry.on.earliest > claim.on.latest
    ]
    return later[-1] if later else None
