# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a source has it from: followed back through every hand, so that two that share an origin count as one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .names import sort_form
from .source import Source

_PLAIN_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Origin:
    """All a source goes back to. Two sources are independent when nothing in their origins is shared.

    sources holds the ids along the chain it was relayed by, itself included; persons, publishers and origins
    the folded words for who made it; titles the folded titles, which another source may name as its origin.
    is_withdrawn says that the chain leads through a source that was withdrawn: what passes it on falls with it.
    """

    sources: frozenset[str]
    persons: frozenset[str]
    publishers: frozenset[str]
    origins: frozenset[str]
    titles: frozenset[str]
    is_known: bool
    is_circle: bool = False
    is_withdrawn: bool = False

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

    The origin is known when the first source of the chain is on file, its own origin is known and no source
    of the chain was withdrawn.
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
    is_known = first.origin_known or bool(_plain(first.origin))
    return _gathered(chain, frozenset(seen), is_known=is_known and not any(each.is_withdrawn for each in chain))


def _gathered(chain: list[Source], ids: frozenset[str], *, is_known: bool, is_circle: bool = False) -> Origin:
    return Origin(
        sources=ids,
        persons=_folded(source.person for source in chain),
        publishers=_folded(source.publisher for source in chain),
        origins=_folded(source.origin for source in chain),
        titles=_folded(source.title for source in chain),
        is_known=is_known,
        is_circle=is_circle,
        is_withdrawn=any(source.is_withdrawn for source in chain),
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
