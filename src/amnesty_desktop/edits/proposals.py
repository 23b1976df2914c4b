# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathering what the concerns of a case propose to ask."""

from ..domain.asks import proposed
from ..domain.assessment import Assessment, Ground
from ..domain.case import Ask, Concern
from ..domain.conscience import called_so, may_be_said_of
from ..domain.person import Person
from ..domain.source import Source
from ..store.reading import Reading
from .drafting import IN_ORDER


def proposed_asks(reading: Reading, case_id: str) -> tuple[Ask, ...]:
    """Everything that waits to be confirmed: what is on file unconfirmed, then what the concerns bring with them.

    Worded in the language of the group. Release is proposed only where everybody of the case may be called a
    prisoner of conscience.
    """
    present = reading.all(Ask, case_id=case_id, order=IN_ORDER)
    people = reading.all(Person, case_id=case_id)
    called = called_so(
        people,
        reading.all(Assessment, case_id=case_id),
        reading.all(Ground, case_id=case_id),
        reading.all(Source, case_id=case_id),
    )
    return (
        *(ask for ask in present if not ask.confirmed),
        *proposed(
            reading.all(Concern, case_id=case_id, order=f"part DESC, {IN_ORDER}"),
            present,
            reading.vocabulary(),
            reading.group().language,
            may_ask_release=may_be_said_of(None, people, called),
        ),
    )
