# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule of two independent sources: how firmly a claim stands, and the one sentence that says why."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from .claim import Claim, Says, Support
from .names import sort_form
from .source import Source, SourceKind
from .spoken_dates import spoken


class StandingKind(StrEnum):
    """How firmly a claim stands."""

    VERIFIED = "verified"
    ONE_SHORT = "one_short"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    OVERTAKEN = "overtaken"


_WORDS = {
    StandingKind.VERIFIED: "Verified",
    StandingKind.ONE_SHORT: "One source short",
    StandingKind.UNVERIFIED: "Not verified",
    StandingKind.DISPUTED: "Disputed",
    StandingKind.OVERTAKEN: "No longer true",
}

_PLAIN_WORD = re.compile(r"[^\W_]+")

_SECRETARIAT = "A document of Amnesty's International Secretariat says so."
_TWO = "Two sources say so independently: neither has it from the other, nor both from a third."
_ONE = "One source says so; a second one that does not go back to it would verify this."
_ONE_OF_SEVERAL = (
    "One source stands on its own, but nobody has noted where the others have it from; "
    "say so under them, or add a source of its own."
)
_NONE = "No source has been named yet; two independent ones would verify this."
_UNKNOWN = "Nobody has noted where its source has it from; say so under the source, or add two that stand alone."
_UNKNOWN_MANY = "Nobody has noted where its sources have it from; say so under each of them."
_CIRCLE = "Its sources only lead back to each other; a source that saw or heard it first-hand is missing."


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands and why.

    independent counts sources that stand apart from one another, up to the two the rule asks for.
    why is one sentence for the window: the reason, or what is missing.
    """

    kind: StandingKind
    by_secretariat: bool
    independent: int
    why: str

    @property
    def is_verified(self) -> bool:
        """Whether a letter may state the claim."""
        return self.kind is StandingKind.VERIFIED

    @property
    def word(self) -> str:
        """The standing in a word or two, as the window shows it."""
        return _WORDS[self.kind]

    @property
    def brief(self) -> str:
        """The reason short enough for the end of a line."""
        if self.kind is StandingKind.VERIFIED:
            return "Amnesty’s research" if self.by_secretariat else "Two independent sources"
        return self.word


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim together with how it stands."""

    claim: Claim
    standing: Standing


@dataclass(frozen=True, slots=True)
class Origin:
    """All a source goes back to. Two sources are independent when nothing in their origins is shared.

    sources holds the ids along the chain it was relayed by, itself included; persons, publishers and origins
    the folded words for who made it; titles the folded titles, which another source may name as its origin.
    """

    sources: frozenset[str]
    persons: frozenset[str]
    publishers: frozenset[str]
    origins: frozenset[str]
    titles: frozenset[str]
    is_known: bool
    is_circle: bool = False

    @property
    def makers(self) -> frozenset[str]:
        """Everybody and everything it comes from, whichever field they were written in."""
        return self.persons | self.publishers | self.origins

    def shares(self, other: "Origin") -> bool:
        """Whether the two go back to one another, or to something in common."""
        return bool(
            self.sources & other.sources
            or self.makers & other.makers
            or self.origins & other.titles
            or self.titles & other.origins
        )


def origin_of(source: Source, sources: Mapping[str, Source]) -> Origin:
    """Follow a source back through everything it was relayed by; sources are those of the case by id.

    The origin is known when the first source of the chain is on file and its own origin is known.
    """
    chain = [source]
    seen = {source.id}
    while chain[-1].relayed_from is not None:
        former = sources.get(chain[-1].relayed_from)
        if former is None:
            return _gathered(chain, frozenset(seen | {chain[-1].relayed_from}), is_known=False)
        if former.id in seen:
            return _gathered(chain, frozenset(seen), is_known=False, is_circle=True)
        chain.append(former)
        seen.add(former.id)
    first = chain[-1]
    return _gathered(chain, frozenset(seen), is_known=first.origin_known or bool(_plain(first.origin)))


def _gathered(chain: list[Source], ids: frozenset[str], *, is_known: bool, is_circle: bool = False) -> Origin:
    return Origin(
        sources=ids,
        persons=_folded(source.person for source in chain),
        publishers=_folded(source.publisher for source in chain),
        origins=_folded(source.origin for source in chain),
        titles=_folded(source.title for source in chain),
        is_known=is_known,
        is_circle=is_circle,
    )


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(plain for text in texts if (plain := _plain(text)))


def _plain(text: str) -> str:
    """The words alone, so that case, accents, spaces and commas do not tell two names apart."""
    return " ".join(_PLAIN_WORD.findall(sort_form(text)))


def are_independent(one: Source, other: Source, sources: Iterable[Source]) -> bool:
    """Whether both origins are known and have nothing in common. The order of the two does not matter."""
    by_id = {source.id: source for source in sources} | {one.id: one, other.id: other}
    first, second = origin_of(one, by_id), origin_of(other, by_id)
    return first.is_known and second.is_known and not first.shares(second)


def standing(claim: Claim, supports: Iterable[Support], sources: Iterable[Source]) -> Standing:
    """Say how firmly a claim stands.

    supports may be those of the whole case; sources must be all sources of the case, because a chain of
    relaying may lead through some that do not speak about this claim. A support whose source is not among
    them counts for nothing. The rule is the movement's own standard of two independent sources, with its
    Secretariat's documents taken as checked already.
    """
    by_id = {source.id: source for source in sources}
    speaking = [s for s in supports if s.claim_id == claim.id and s.source_id in by_id]
    against = {s.source_id for s in speaking if s.says is Says.CONTRADICTS}
    behind = [by_id[i] for i in dict.fromkeys(s.source_id for s in speaking if s.says is Says.SUPPORTS)]
    origins = [origin_of(source, by_id) for source in behind]
    by_secretariat = any(source.kind is SourceKind.SECRETARIAT for source in behind)
    independent = _independent(origins)
    kind = _kind(claim, bool(against), by_secretariat, independent)
    return Standing(kind, by_secretariat, independent, _why(kind, claim, len(against), by_secretariat, origins))


def _independent(origins: list[Origin]) -> int:
    known = [origin for origin in origins if origin.is_known]
    if any(not one.shares(other) for one, other in combinations(known, 2)):
        return 2
    return min(len(known), 1)


def _kind(claim: Claim, is_contradicted: bool, by_secretariat: bool, independent: int) -> StandingKind:
    if claim.overtaken_on is not None:
        return StandingKind.OVERTAKEN
    if is_contradicted:
        return StandingKind.DISPUTED
    if by_secretariat or independent >= 2:
        return StandingKind.VERIFIED
    return StandingKind.ONE_SHORT if independent else StandingKind.UNVERIFIED


def _why(kind: StandingKind, claim: Claim, against: int, by_secretariat: bool, origins: list[Origin]) -> str:
    if kind is StandingKind.OVERTAKEN:
        return _why_overtaken(claim)
    if kind is StandingKind.DISPUTED:
        says = "One source says" if against == 1 else f"{against} sources say"
        return f"{says} otherwise; until somebody decides, it should stay out of letters."
    if kind is StandingKind.VERIFIED:
        return _SECRETARIAT if by_secretariat else _TWO
    return _why_one_short(origins) if kind is StandingKind.ONE_SHORT else _why_unverified(origins)


def _why_overtaken(claim: Claim) -> str:
    on = claim.overtaken_on
    since = f"No longer true since {spoken(on)}" if on is not None and on.is_known else "No longer true"
    reason = claim.overtaken_why.strip().rstrip(".")
    return f"{since}: {reason}." if reason else f"{since}."


def _why_one_short(origins: list[Origin]) -> str:
    known = [origin for origin in origins if origin.is_known]
    if len(known) == 1:
        return _ONE if len(origins) == 1 else _ONE_OF_SEVERAL
    both = "Both sources" if len(known) == 2 else "All these sources"
    return f"{both} {_shared(known)}, so they count as one; another that stands alone would verify this."


def _shared(origins: list[Origin]) -> str:
    """Say what every one of several dependent origins has in common, as the end of "Both sources"."""
    if frozenset.intersection(*(origin.persons for origin in origins)):
        return "go back to the same person"
    if frozenset.intersection(*(origin.publishers for origin in origins)):
        return "come from the same publisher"
    return "go back to the same origin"


def _why_unverified(origins: list[Origin]) -> str:
    if not origins:
        return _NONE
    if all(origin.is_circle for origin in origins):
        return _CIRCLE
    return _UNKNOWN if len(origins) == 1 else _UNKNOWN_MANY


def facts(claims: Iterable[Claim], supports: Iterable[Support], sources: Iterable[Source]) -> tuple[Fact, ...]:
    """The claims of one case with their standing, in the order given."""
    supports, sources = tuple(supports), tuple(sources)
    return tuple(Fact(claim, standing(claim, supports, sources)) for claim in claims)
