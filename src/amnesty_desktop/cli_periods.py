# SPDX-License-Identifier: GPL-3.0-or-later
"""Periods and figures on the command line."""

from datetime import date
from typing import Any

import click

from . import cli_words
from .domain.figures import YearCount
from .domain.period import Period
from .domain.references import FOUNDED
from .store.case_file import CaseFile
from .store.figures import case_records
from .store.period_figures import PeriodFigures, period_figures

Value = dict[str, Any]


def period_of(year: int | None, first: date | None, last: date | None) -> Period | None:
    """The period asked for, None where none was. Raises UsageError where the days make none."""
    if first is None and last is None:
        return None if year is None else Period.of_year(year)
    if year is not None:
        raise click.UsageError("Give a year, or the first and the last day, not both.")
    if first is None or last is None:
        raise click.UsageError("A period needs both its days: --first and --last.")
    if last < first:
        raise click.UsageError("The last day lies before the first.")
    return Period(first, last)


def figures(file: CaseFile, period: Period | None, today: date) -> tuple[Value, str]:
    """The figures of a period, or of all years one by one, as JSON and in words."""
    counts = period_figures(file, period or Period(date(FOUNDED, 1, 1), today))
    if period is None:
        value, words = cli_words.figures(case_records(file.engine), today)
    else:
        shown = counts.cases
        value, words = cli_words.count_value(shown), " ".join(shown.sentences(today))
    value |= {"activity": cli_words.activity_value(counts.activity)} | _apart(counts)
    return value, "\n".join(filter(None, (words, _people(counts.people), cli_words.activity_words(counts.activity))))


def _apart(counts: PeriodFigures) -> Value:
    """The counts by country, kind and concern, by the codes on file, and the outcomes by direction and kind."""
    outcomes: dict[str, dict[str, int]] = {}
    for (way, kind), number in counts.outcomes.items():
        outcomes.setdefault(str(way), {})[kind] = number
    return {
        "people": {"in_cases": counts.people.worked_on, "improved": counts.people.improved},
        "outcomes": outcomes,
        "outcomes_undated": counts.outcomes_undated,
        "by": {
            str(part): {key: cli_words.count_value(count) for key, count in keys.items()}
            for part, keys in counts.parts.items()
        },
    }


def _people(people: YearCount) -> str:
    if not people.worked_on:
        return ""
    of = cli_words.number(people.worked_on, "person", "people")
    return f"People: {people.improved} of {of} in these cases, by what was noted for them alone."
