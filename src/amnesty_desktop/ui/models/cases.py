# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of cases: what each line says, and how pressing it is."""

from collections.abc import Callable
from datetime import date

from ...domain.case import Case, CaseStatus
from ...domain.countries import country_name
from ...domain.dates import PartialDate
from ...domain.printed import paper
from ...domain.spoken_dates import days_from, spoken
from ...store.cases import CaseLine
from ...store.today import SOON
from ..lights import Light
from ..texts import left_to_right
from .paged_table import Column

_LONG_OVER = 60
"""Days past the day for appeals from which the day itself says more than their number."""
_COMING = 300
"""Days ahead in which a day and its month leave no doubt about the year."""


def appeal_light(on: PartialDate | None, today: date) -> Light:
    """Say how pressing a day for appeals is; one known to the month is due from its first day on."""
    if on is None or not on.is_known:
        return Light.NO_DATE
    day = date.fromisoformat(on.sort_text)
    return Light.LATE if day < today else Light.SOON if day <= today + SOON else Light.LATER


def appeal_words(on: PartialDate | None, today: date) -> str:
    """Say a day for appeals in a few words: "in 3 days", "9 Dec", "4 days over", "no date"."""
    if on is None or not on.is_known:
        return "no date"
    day = date.fromisoformat(on.sort_text)
    if on.is_day and -_LONG_OVER <= (day - today).days <= SOON.days:
        return days_from(today, day)
    # The coming months go without saying which year they are in.
    near = 0 <= (day - today).days < _COMING
    return spoken(on, short=True, today=day if near else today)


def line_light(line: CaseLine, today: date) -> Light:
    """Return the light of a line: what forbids letters goes before any date."""
    if line.status is CaseStatus.CLOSED:
        return Light.NO_DATE
    return Light.PLEASE_MIND if line.no_contact else appeal_light(line.appeal_by, today)


def line_words(line: CaseLine, today: date) -> str:
    """Return the words beside that light."""
    if line.status is CaseStatus.CLOSED:
        return "closed"
    return "no letters" if line.no_contact else appeal_words(line.appeal_by, today)


def line_paper(line: CaseLine) -> str:
    """Return the paper of a line, in order even inside words written from the right."""
    return left_to_right(paper(Case(id=line.id, kind=line.kind, reference=line.reference)))


def case_columns(today: Callable[[], date]) -> tuple[Column[CaseLine], ...]:
    """Return the columns Who, Country, Paper and Appeal by; today is asked anew at each painting."""
    return (
        Column("Who", lambda line: line.who, second=lambda line: line.who_own, is_strong=True, sort="who"),
        Column(
            "Country",
            lambda line: country_name(line.country) if line.country else "",
            sample="United States",
            folds=1,
            sort="country",
        ),
        Column("Paper", line_paper, is_quiet=True, sample="Long-term", folds=2, sort="paper"),
        Column(
            "Appeal by",
            lambda line: line_words(line, today()),
            light=lambda line: line_light(line, today()),
            sample="10 days over",
            sort="appeal",
        ),
    )
