# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathering what the concerns of a case propose to ask."""

from ..domain.asks import proposed
from ..domain.case import Ask, Concern
from ..store.reading import Reading
from .drafting import IN_ORDER, may_ask_release


def proposed_asks(reading: Reading, case_id: str) -> tuple[Ask, ...]:
    """Everything that waits to be confirmed: what is on file unconfirmed, then what the concerns bring with them.

    Worded in the language of the group. Release is proposed only where everybody of the case may be called a
    prisoner of conscience.
    """
    present = reading.all(Ask, case_id=case_id, order=IN_ORDER)
    return (
        *(ask for ask in present if not ask.confirmed),
        *proposed(
            reading.all(Concern, case_id=case_id, order=f"part DESC, {IN_ORDER}"),
            present,
            reading.vocabulary(),
            reading.group().language,
            may_ask_release=may_ask_release(reading, case_id),
        ),
    )
