# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts and their sources in the words of the window: how each stands, who says so, and what would help."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...domain.case import Confidentiality
from ...domain.claim import Claim, Says, Stated, Support
from ...domain.origin import origin_of
from ...domain.person import Person
from ...domain.printed import WITHHELD, shown_name
from ...domain.source import Connection, Reliability, Source, SourceKind
from ...domain.spoken_dates import spoken
from ...domain.standing import Fact, StandingKind, facts
from ...domain.vocabularies import label
from ..lights import Light
from ..texts import counted, in_own_direction, left_to_right

LIGHTS = {
    StandingKind.VERIFIED: Light.VERIFIED,
    StandingKind.ONE_SHORT: Light.ONE_SHORT,
    StandingKind.UNVERIFIED: Light.LATER,
    StandingKind.DISPUTED: Light.LOOK_AGAIN,
    StandingKind.OVERTAKEN: Light.NO_LONGER_TRUE,
}
SETTLED = frozenset({StandingKind.VERIFIED, StandingKind.OVERTAKEN})
_COUNTED = {
    StandingKind.VERIFIED: "verified",
    StandingKind.ONE_SHORT: "one source short",
    StandingKind.UNVERIFIED: "not verified",
    StandingKind.DISPUTED: "disputed",
    StandingKind.OVERTAKEN: "no longer true",
}
_DOUBTFUL = frozenset({Reliability.PROBABLY_UNRELIABLE, Reliability.VERY_UNRELIABLE})
_LONGEST = 160
"""Characters of what a source is called that stand in a line; its form has all of them."""

_PASSES_ON = "what it passes on was withdrawn"
_ORIGIN_MISSING = "where it has it from is not noted"


class Help(StrEnum):
    """The one thing that would settle a fact."""

    NOTHING = "nothing"
    ADD_SOURCE = "add_source"
    SAY_ORIGIN = "say_origin"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class ShownSource:
    """One source of one fact: what it is, with its publisher apart, how it knows, and of when it is.

    decided says who set its contradiction aside and why, withdrawn since when it counts for nothing, trust what
    else speaks against relying on it; each is empty where there is nothing to say.
    """

    support_id: str
    source_id: str
    what: str
    publisher: str
    how: str
    when: str
    is_against: bool
    lacks_origin: bool
    is_contradiction: bool = False
    decided: str = ""
    withdrawn: str = ""
    trust: str = ""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it counts for nothing."""
        return bool(self.withdrawn)

    @property
    def name(self) -> str:
        """What it is and who published it, in one line."""
        return ", ".join(part for part in (self.what, self.publisher) if part)


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact with its sources, and about: whom, how it was stated and who may see it, where that says something."""

    fact: Fact
    sources: tuple[ShownSource, ...]
    about: str

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.fact.claim.id

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to do anything about it."""
        return self.fact.standing.kind in SETTLED

    @property
    def light(self) -> Light:
        """The light of its standing."""
        return LIGHTS[self.fact.standing.kind]

    @property
    def help(self) -> Help:
        """What would help it."""
        kind = self.fact.standing.kind
        if kind in SETTLED:
            return Help.NOTHING
        if kind is StandingKind.DISPUTED:
            return Help.DECIDE
        return Help.SAY_ORIGIN if any(source.lacks_origin for source in self.sources) else Help.ADD_SOURCE

    def reason(self, today: date) -> str:
        """The reason at the end of its line."""
        on = self.fact.claim.overtaken_on
        if self.fact.standing.kind is StandingKind.OVERTAKEN and on is not None and on.is_known:
            since = spoken(on, short=True, today=today)
            return f"No longer true {since}" if since.startswith("since ") else f"No longer true since {since}"
        return self.fact.standing.brief


def shown_facts(
    claims: Sequence[Claim], supports: Sequence[Support], sources: Sequence[Source], people: Sequence[Person]
) -> list[ShownFact]:
    """The facts of one case in the order given; supports, sources and people are all of the case."""
    by_id = {source.id: source for source in sources}
    names = {person.id: shown_name(person) or WITHHELD for person in people} if len(people) > 1 else {}
    return [
        ShownFact(fact, tuple(_sources_of(fact.claim, supports, by_id)), _about(fact.claim, names))
        for fact in facts(claims, supports, sources)
    ]


def summary(shown: Iterable[ShownFact]) -> str:
    """Count the facts by how they stand: "4 verified, 1 one source short"."""
    counts = Counter(each.fact.standing.kind for each in shown)
    return ", ".join(f"{counts[kind]} {words}" for kind, words in _COUNTED.items() if counts[kind])


def how_many(number: int) -> str:
    """Return "1 fact" or "7 facts"."""
    return counted(number, "fact", "facts")


def in_order(shown: Sequence[ShownFact], before: Sequence[str]) -> list[ShownFact]:
    """What stands in doubt first, what is no longer true last; facts shown before keep their place under the hand."""
    places = {claim_id: place for place, claim_id in enumerate(before)}
    ranks = {StandingKind.VERIFIED: 1, StandingKind.OVERTAKEN: 2}
    if not places:
        return sorted(shown, key=lambda each: ranks.get(each.fact.standing.kind, 0))
    return sorted(shown, key=lambda each: places.get(each.id, -1))


def what_of(source: Source) -> tuple[str, str]:
    """What a source is, and who published it where that is not said by then."""
    publisher = _cut(source.publisher.strip())
    what = _cut(source.title.strip()) or ("" if source.kind is SourceKind.OTHER and publisher else label(source.kind))
    if source.ai_index.strip():
        what = ", ".join(part for part in (what, left_to_right(source.ai_index.strip())) if part)
    return what, "" if publisher.casefold() in what.casefold() else publisher


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"


def name_of(source: Source) -> str:
    """What a source is and who published it, in one line."""
    return ", ".join(part for part in what_of(source) if part)


def _sources_of(claim: Claim, supports: Iterable[Support], by_id: Mapping[str, Source]) -> Iterable[ShownSource]:
    for support in supports:
        source = by_id.get(support.source_id)
        if support.claim_id != claim.id or source is None:
            continue
        what, publisher = what_of(source)
        origin = origin_of(source, by_id)
        needs_none = source.kind is SourceKind.SECRETARIAT or origin.is_withdrawn
        yield ShownSource(
            support_id=support.id,
            source_id=source.id,
            what=what,
            publisher=publisher,
            how=support.note.strip() or _how(source, by_id),
            when=spoken(source.dated, short=True) if source.dated is not None else "",
            is_against=support.contradicts and not source.is_withdrawn,
            lacks_origin=not (needs_none or origin.is_known),
            is_contradiction=support.says is Says.CONTRADICTS,
            decided=_decided(support),
            withdrawn=_withdrawn(source),
            trust=_amiss(source, passes_on_withdrawn=origin.is_withdrawn and not source.is_withdrawn),
        )


def _how(source: Source, by_id: Mapping[str, Source]) -> str:
    former = by_id.get(source.relayed_from or "")
    if former is not None:
        return f"from “{in_own_direction(name_of(former))}”"
    if source.origin.strip():
        return f"from {source.origin.strip()}"
    known = source.connection is not Connection.UNKNOWN
    return source.person.strip() or (label(source.connection) if known else "")


def _decided(support: Support) -> str:
    on = support.set_aside_on
    if support.says is not Says.CONTRADICTS or on is None:
        return ""
    by = f" by {in_own_direction(support.set_aside_by.strip())}" if support.set_aside_by.strip() else ""
    when = f", {spoken(on, short=True)}" if on.is_known else ""
    return _with_reason(f"set aside{by}{when}", support.set_aside_why)


def _withdrawn(source: Source) -> str:
    on = source.withdrawn_on
    if on is None:
        return ""
    return _with_reason(f"withdrawn {spoken(on, short=True)}" if on.is_known else "withdrawn", source.withdrawn_why)


def _amiss(source: Source, *, passes_on_withdrawn: bool) -> str:
    said = [_PASSES_ON] if passes_on_withdrawn else []
    said += [label(source.reliability)] if source.reliability in _DOUBTFUL else []
    return "; ".join(said)


def _with_reason(words: str, reason: str) -> str:
    reason = reason.strip().rstrip(".")
    return f"{words}: {reason}" if reason else words


def origin_note(source: ShownSource) -> str:
    """What is missing about where a source has it from, or nothing."""
    return _ORIGIN_MISSING if source.lacks_origin and not source.is_against else ""


def _about(claim: Claim, names: Mapping[str, str]) -> str:
    parts = (
        names.get(claim.person_id or "", ""),
        "stated as a fear" if claim.stated is Stated.FEARED else "",
        "members only: no letter can use it" if claim.confidentiality is Confidentiality.INTERNAL else "",
    )
    return "  ·  ".join(part for part in parts if part)
