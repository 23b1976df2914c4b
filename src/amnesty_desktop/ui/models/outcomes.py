# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of outcomes."""

from collections.abc import Sequence
from dataclasses import replace

from ...domain.conscience import RELEASED_OF_CONSCIENCE
from ...domain.countries import country_name
from ...domain.outcome import Direction, Outcome
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...edits.outcomes import words as outcome_words
from ...store.outcomes import OutcomeLine, outcome_lines
from ..lights import Light, role_of
from ..session import Session
from .paged_table import Column, PagedTableModel

LIGHTS = {Direction.BETTER: Light.BETTER, Direction.WORSE: Light.WORSE, Direction.UNCHANGED: Light.UNCHANGED}


def _when(line: OutcomeLine) -> str:
    return "date not known" if line.on is None else spoken(line.on, short=True)


def _who(line: OutcomeLine) -> str:
    return line.person or line.who


COLUMNS: tuple[Column[OutcomeLine], ...] = (
    Column("When", _when, is_trailing=True, sample="about 28 Sept 2026", sort="when"),
    Column(
        "",
        lambda line: "",
        light=lambda line: LIGHTS[line.direction],
        spoken=lambda line: label(line.direction).capitalize(),
        on_line="when",
    ),
    Column(
        "Who", _who, second=lambda line: country_name(line.country) if line.country else "", is_strong=True, sort="who"
    ),
    Column(
        "Change",
        lambda line: label(line.direction).capitalize(),
        role=lambda line: role_of(LIGHTS[line.direction]),
        is_strong=True,
        sample="Unchanged",
        folds=1,
        sort="direction",
    ),
    Column("What", lambda line: line.what, sample="released without conditions", gives=True, sort="what"),
)


def _said(session: Session, line: OutcomeLine) -> OutcomeLine:
    """The line as it may be said: Amnesty's term only where its finding is recorded."""
    if session.vocabulary.resolve(line.kind) != RELEASED_OF_CONSCIENCE:
        return line
    outcome = session.file.find(Outcome, line.id)
    return line if outcome is None else replace(line, what=outcome_words(session.file, outcome))


def outcome_model(session: Session) -> PagedTableModel[OutcomeLine]:
    """A model that pages from the open file."""

    def fetch(keys: Sequence[int]) -> Sequence[OutcomeLine] | None:
        if session.is_locked or not session.file.turn.acquire(blocking=False):
            return None
        try:
            return [_said(session, line) for line in outcome_lines(session.file.engine, keys)]
        finally:
            session.file.turn.release()

    return PagedTableModel(COLUMNS, fetch, lambda line: line.key)
