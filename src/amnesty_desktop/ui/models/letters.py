# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of letters: for whom, to whom, from whom, how far it has got, and when."""

from collections.abc import Callable
from datetime import date

from ...domain.letter import LetterState
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...store.letters import LetterLine
from ..lights import Light
from .paged_table import Column

STATE_LIGHTS = {
    LetterState.DRAFT: Light.LATER,
    LetterState.READY: Light.SOON,
    LetterState.EXPORTED: Light.SOON,
    LetterState.SENT: Light.DONE,
    LetterState.ANSWERED: Light.VERIFIED,
    LetterState.RETURNED: Light.LOOK_AGAIN,
}


def letter_columns(today: Callable[[], date]) -> tuple[Column[LetterLine], ...]:
    """Return the columns For, To, From, State and Day; today is asked anew at each painting."""
    return (
        Column("For", lambda line: line.who, second=lambda line: line.who_own, is_strong=True, sort="who"),
        Column("To", lambda line: line.to, sample="Minister of Justice", folds=2),
        Column("From", lambda line: line.writer, is_quiet=True, sample="Oskar Lindqvist", folds=3),
        Column(
            "State",
            lambda line: label(line.state),
            light=lambda line: STATE_LIGHTS[line.state],
            sample="Came back",
            sort="state",
        ),
        Column(
            "Day",
            lambda line: spoken(line.day, short=True, today=today()) if line.day else "",
            spoken=lambda line: spoken(line.day) if line.day else "no day",
            is_trailing=True,
            sample="28 Nov 2024",
            folds=1,
            sort="day",
        ),
    )
