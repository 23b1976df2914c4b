# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened to somebody, and how it stands with them now, in a few words."""

from collections import Counter
from collections.abc import Sequence

from .dates import PartialDate
from .names import sort_form
from .outcome import Outcome
from .person import Person, Situation, SituationKind
from .situation_now import SituationNow, State, situation_now
from .spoken_dates import spoken
from .vocabularies import label

_K = SituationKind
_JOINTS = {_K.HELD_AT: "at", _K.INCOMMUNICADO: "at", _K.MOVED: "to", _K.DEPORTED: "to"}
"""Kinds that take their place into the sentence; beside others it stands on its own."""
_CROWD = 40
"""People from which on a head says nothing: it would be slow, and a row of numbers."""
_BEGINNINGS = ("at ", "in ", "to ", "near ", "on ")
_STATES = {
    State.HELD: "held",
    State.INCOMMUNICADO: "held incommunicado",
    State.MISSING: "missing",
    State.HIDING: "in hiding",
}


def words_of(situation: Situation) -> tuple[str, str]:
    """What happened in the log's word for it, and what was written besides."""
    kind, text, place = label(situation.kind), situation.text.strip(), situation.place.strip()
    if situation.kind is _K.OTHER or sort_form(text).startswith(sort_form(kind)):
        return (text or kind, place)
    said, beside = (_placed(kind, situation.kind, place), "") if situation.kind in _JOINTS else (kind, place)
    if text and text[0].islower() and said == kind:
        return f"{kind} {text}", beside
    return said, ", ".join(part for part in (text, beside) if part)


def now_words(now: SituationNow) -> str:
    """How it stands with somebody: "held at North Prison since Aug 2026, in custody since 3 Mar 2025"; or nothing."""
    if now.kind is None:
        return ""
    if now.state not in _STATES:
        return f"{_placed(label(now.kind), now.kind, now.place)}{_on(now.since)}"
    where = now.place or (now.text.strip() if _is_place(now) else "")
    said = f"{_placed(_STATES[now.state], _K.HELD_AT, where)}{_since(now.since)}"
    if now.began is None or now.began == now.since or not now.began.is_known:
        return said
    if not where:
        return f"{_STATES[now.state]}{_since(now.began)}"
    return f"{said}, in custody{_since(now.began)}"


def state_words(now: SituationNow) -> str:
    """The same in a word or two, for a list."""
    if now.kind is None:
        return ""
    return _STATES.get(now.state) or label(now.kind)


def summary(people: Sequence[Person], situations: Sequence[Situation], outcomes: Sequence[Outcome]) -> str:
    """How it stands with the people of a case, short enough for a head: "held since Aug 2026", "3 held, 1 released".

    Nothing where nothing is known, and for a crowd.
    """
    if not people or len(people) > _CROWD:
        return ""
    states = [situation_now(person.id, situations, outcomes) for person in people]
    if len(people) == 1:
        now = states[0]
        since = _since(now.began or now.since) if now.state in _STATES else _on(now.since)
        return f"{state_words(now)}{since}" if now.kind is not None else ""
    counted = Counter(words for now in states if (words := state_words(now)))
    return ", ".join(f"{number} {words}" for words, number in counted.items())


def _is_place(now: SituationNow) -> bool:
    """Whether the words of an entry that gives no place are one: "at Example Prison"."""
    return now.kind is _K.HELD_AT and now.text.strip().startswith(_BEGINNINGS)


def _placed(said: str, kind: SituationKind, place: str) -> str:
    if not place or kind not in _JOINTS:
        return said
    joint = "" if place.startswith(_BEGINNINGS) else f"{_JOINTS[kind]} "
    return f"{said} {joint}{place}"


def _since(on: PartialDate | None) -> str:
    if on is None or not on.is_known:
        return ""
    words = spoken(on, short=True)
    if on.edtf.endswith("/.."):
        return f" {words}"
    is_interval = "/" in on.edtf and not on.edtf.startswith("..")
    return f", {words}" if is_interval else f" since {words}"


def _on(on: PartialDate | None) -> str:
    return f", {spoken(on, short=True)}" if on is not None and on.is_known else ""
