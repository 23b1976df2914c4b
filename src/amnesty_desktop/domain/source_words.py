# SPDX-License-Identifier: GPL-3.0-or-later
"""How a source is called outside the Facts tab: what kind it is and of when, never who it is."""

from collections.abc import Iterable

from .references import read_index
from .source import Source
from .spoken_dates import spoken
from .vocabularies import label


def tag(source: Source) -> str:
    """Say which source it is without naming anybody: "Letter from the family, Mar 2024", or an AI Index."""
    index = read_index(source.ai_index)
    date = spoken(source.dated, short=True) if source.dated is not None and source.dated.is_known else ""
    return ", ".join(part for part in (index.printed if index else label(source.kind), date) if part)


def tags(sources: Iterable[Source]) -> list[tuple[str, str]]:
    """The id and the words of each source; those that would be called alike are told apart by a number."""
    found: list[tuple[str, str]] = []
    times: dict[str, int] = {}
    for source in sources:
        words = tag(source)
        times[words] = times.get(words, 0) + 1
        found.append((source.id, words if times[words] == 1 else f"{words} ({times[words]})"))
    return found
