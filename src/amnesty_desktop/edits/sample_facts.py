# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sample knows of its sources beyond their names, and the group's own words in its lists."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..domain.case import Confidentiality
from ..domain.claim import Says, Support
from ..domain.own_term import TermList
from ..domain.source import Connection, Reliability, Source
from ..store.recorder import Transaction
from . import vocabulary
from .sample_words import SampleDays

Sheet = Mapping[str, Any]


def described(source: Source, words: Sheet, days: SampleDays) -> Source:
    """A source with its language, its dates, how reliable and how near it is, and whether it was withdrawn."""
    return replace(
        source,
        language=words.get("language", ""),
        received=days.partial(words.get("received")),
        reliability=Reliability(words.get("reliability", "unknown")),
        connection=Connection(words.get("connection", "unknown")),
        confidentiality=Confidentiality(words.get("confidentiality", "internal")),
        withdrawn_on=days.partial(words.get("withdrawn_on")),
        withdrawn_why=words.get("withdrawn_why", ""),
    )


def decided(support: Support, words: Sheet, days: SampleDays) -> Support:
    """What a source does for a fact; a contradiction is set aside where the fact's words say who decided so."""
    aside = words.get("set_aside")
    if aside is None or support.says is not Says.CONTRADICTS:
        return support
    on = days.partial(aside["on"])
    return replace(support, set_aside_on=on, set_aside_by=aside["by"], set_aside_why=aside["why"])


def fill_term(write: Transaction, words: Sheet) -> None:
    """Add one word of the group's own to a list, or say something else of one that was shipped."""
    part = TermList(words["part"])
    code = words.get("code") or vocabulary.add(write, part, words["label"], words.get("direction", ""))
    term = write.vocabulary().own_word(code)
    if term is None:
        raise LookupError(f"the sample names {code!r}, which is in no list")
    rest = {name: words[name] for name in ("articles", "asks", "hidden", "merged_into") if name in words}
    write.save(replace(vocabulary.record_of(term), **rest))
