# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule of two independent sources: how firmly a claim stands, and the one sentence that says why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from .claim import Claim, Says, Support
from .origin import Origin, origin_of
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
_WITHDRAWN = "Its source was withdrawn and counts for nothing; two independent ones would verify this."
_WITHDRAWN_MANY = "Its sources were withdrawn and count for nothing; two independent ones would verify this."
_ONE_LEFT = (
    "One source still says so, what was withdrawn counts for nothing; a second independent one would verify this."
)
_FROM_WITHDRAWN = "Its source goes back to one that was withdrawn; two that stand on their own would verify this."
_FROM_WITHDRAWN_MANY = "Its sources go back to what was withdrawn; two that stand on their own would verify this."
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


def standing(claim: Claim, supports: Iterable[Support], sources: Iterable[Source]) -> Standing:
    """Say how firmly a claim stands.

    supports may be those of the whole case; sources must be all sources of the case, because a chain of
    relaying may lead through some that do not speak about this claim. A support whose source is not among
    them counts for nothing, nor does one that was withdrawn, and a contradiction somebody has set aside no longer
    disputes. The rule is the movement's own standard of two independent sources, with its
    Secretariat's documents taken as checked already.
    """
    by_id = {source.id: source for source in sources}
    speaking = [s for s in supports if s.claim_id == claim.id and s.source_id in by_id]
    held = [s for s in speaking if not by_id[s.source_id].is_withdrawn]
    behind = [by_id[i] for i in dict.fromkeys(s.source_id for s in held if s.says is Says.SUPPORTS)]
    ground = _Ground(
        origins=tuple(origin_of(source, by_id) for source in behind),
        by_secretariat=any(source.kind is SourceKind.SECRETARIAT for source in behind),
        against=len({s.source_id for s in held if s.contradicts}),
        set_aside=len({s.source_id for s in held if s.says is Says.CONTRADICTS and not s.contradicts}),
        withdrawn=len({s.source_id for s in speaking if s.says is Says.SUPPORTS and s not in held}),
    )
    kind = _kind(claim, ground)
    return Standing(kind, ground.by_secretariat, ground.independent, _why(kind, claim, ground))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a claim stands on: the origins behind it, and how many sources are against it, set aside or withdrawn."""

    origins: tuple[Origin, ...]
    by_secretariat: bool
    against: int
    set_aside: int
    withdrawn: int

    @property
    def known(self) -> list[Origin]:
        """The origins somebody has noted."""
        return [origin for origin in self.origins if origin.is_known]

    @property
    def independent(self) -> int:
        """How many stand apart from one another, up to two."""
        if any(not one.shares(other) for one, other in combinations(self.known, 2)):
            return 2
        return min(len(self.known), 1)


def _kind(claim: Claim, ground: _Ground) -> StandingKind:
    if claim.overtaken_on is not None:
        return StandingKind.OVERTAKEN
    if ground.against:
        return StandingKind.DISPUTED
    if ground.by_secretariat or ground.independent >= 2:
        return StandingKind.VERIFIED
    return StandingKind.ONE_SHORT if ground.independent else StandingKind.UNVERIFIED


def _why(kind: StandingKind, claim: Claim, ground: _Ground) -> str:
    if kind is StandingKind.OVERTAKEN:
        return _why_overtaken(claim)
    if kind is StandingKind.DISPUTED:
        says = "One source says" if ground.against == 1 else f"{ground.against} sources say"
        return f"{says} otherwise; until somebody decides, it should stay out of letters."
    if kind is StandingKind.VERIFIED:
        said = _SECRETARIAT if ground.by_secretariat else _TWO
    else:
        said = _why_one_short(ground) if kind is StandingKind.ONE_SHORT else _why_unverified(ground)
    return f"{said.rstrip('.')}{_decided(ground.set_aside)}."


def _decided(set_aside: int) -> str:
    """The end of a sentence where a contradiction was decided: it must not vanish from sight."""
    if not set_aside:
        return ""
    says = "one source that says" if set_aside == 1 else f"{set_aside} sources that say"
    return f"; {says} otherwise {'was' if set_aside == 1 else 'were'} set aside"


def _why_overtaken(claim: Claim) -> str:
    on = claim.overtaken_on
    since = f"No longer true since {spoken(on)}" if on is not None and on.is_known else "No longer true"
    reason = claim.overtaken_why.strip().rstrip(".")
    return f"{since}: {reason}." if reason else f"{since}."


def _why_one_short(ground: _Ground) -> str:
    known = ground.known
    if len(known) == 1:
        if ground.withdrawn:
            return _ONE_LEFT
        return _ONE if len(ground.origins) == 1 else _ONE_OF_SEVERAL
    both = "Both sources" if len(known) == 2 else "All these sources"
    return f"{both} {_shared(known)}, so they count as one; another that stands alone would verify this."


def _shared(origins: list[Origin]) -> str:
    """Say what every one of several dependent origins has in common, as the end of "Both sources"."""
    if frozenset.intersection(*(origin.persons for origin in origins)):
        return "go back to the same person"
    if frozenset.intersection(*(origin.publishers for origin in origins)):
        return "come from the same publisher"
    return "go back to the same origin"


def _why_unverified(ground: _Ground) -> str:
    origins = ground.origins
    if not origins:
        return (_WITHDRAWN if ground.withdrawn == 1 else _WITHDRAWN_MANY) if ground.withdrawn else _NONE
    if all(origin.is_circle for origin in origins):
        return _CIRCLE
    if all(origin.is_withdrawn for origin in origins):
        return _FROM_WITHDRAWN if len(origins) == 1 else _FROM_WITHDRAWN_MANY
    return _UNKNOWN if len(origins) == 1 else _UNKNOWN_MANY


def facts(claims: Iterable[Claim], supports: Iterable[Support], sources: Iterable[Source]) -> tuple[Fact, ...]:
    """The claims of one case with their standing, in the order given."""
    supports, sources = tuple(supports), tuple(sources)
    return tuple(Fact(claim, standing(claim, supports, sources)) for claim in claims)
