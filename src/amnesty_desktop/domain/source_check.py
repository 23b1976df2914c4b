# SPDX-License-Identifier: GPL-3.0-or-later
"""What looks wrong in a source: where it says it comes from, and its dates."""

from collections.abc import Iterable
from datetime import date

from .origin import origin_of
from .problems import Problem
from .source import Source

_ITSELF = Problem(
    "relayed_from",
    "A source cannot come from itself.",
    "Choose the source it was taken from, or say that it saw or heard it itself.",
)
_CIRCLE = Problem(
    "relayed_from",
    "These sources only lead back to each other, so none of them says where it began.",
    "Say which of them saw or heard it itself, or name the source outside.",
)


def source_problems(source: Source, others: Iterable[Source], today: date) -> list[Problem]:
    """Say what looks wrong, each beside its field; others are the sources of the same case. Nothing is refused."""
    found = []
    if source.relayed_from == source.id:
        found.append(_ITSELF)
    elif origin_of(source, {other.id: other for other in others} | {source.id: source}).is_circle:
        found.append(_CIRCLE)
    for name in ("dated", "received", "withdrawn_on"):
        on = getattr(source, name)
        if on is not None and on.is_known and on.earliest > today:
            found.append(Problem(name, "The date lies in the future.", "Correct the date."))
    dated, received = source.dated, source.received
    if dated and received and dated.is_known and received.is_known and received.latest < dated.earliest:
        found.append(Problem("received", "It came before it was written.", "Correct one of the two dates."))
    return found
