# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of people: who, what they do, where, which paper, and what was heard last."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ...domain.countries import country_name
from ...domain.person import SituationKind
from ...domain.printed import WITHHELD
from ...domain.references import read_reference
from ...domain.spoken_dates import spoken
from ...domain.vocabularies import label
from ...store.people import PersonLine, person_lines
from ..free_file import free_file
from ..session import Session
from ..texts import left_to_right
from .paged_table import Column, PagedTableModel

_LAST = {kind.value: label(kind) for kind in SituationKind} | {SituationKind.OTHER.value: "news"}


def line_name(line: PersonLine) -> str:
    """Return the name of a line, or the words that stand for it."""
    return WITHHELD if line.withheld else line.name.strip() or line.own_script.strip() or "No name known"


def line_own(line: PersonLine) -> str:
    """Return the name in the person's own script, where it follows another one."""
    return line.own_script.strip() if line.name.strip() else ""


def line_paper(line: PersonLine) -> str:
    """Return the paper of the case, in order even inside words written from the right."""
    reference = read_reference(line.reference)
    return left_to_right(reference.printed if reference else line.reference.strip())


def line_last(line: PersonLine, today: date) -> str:
    """Return what was heard last, and of when it is: "held, Aug 2025", "charged, 30 Oct"."""
    what = _LAST.get(line.last_kind, line.last_kind)
    when = spoken(line.last_on, short=True, today=today) if line.last_on is not None else ""
    return ", ".join(part for part in (what, when) if part)


def people_columns(today: Callable[[], date]) -> tuple[Column[PersonLine], ...]:
    """Return the columns Who, Work, Country, Paper and Last known; today is asked anew at each painting."""
    return (
        Column("Who", line_name, second=line_own, is_strong=True, sort="who"),
        Column("Work", lambda line: line.work, sample="trade unionist", folds=3),
        Column(
            "Country",
            lambda line: country_name(line.country) if line.country else "",
            sample="United States",
            folds=1,
            sort="country",
        ),
        Column("Paper", line_paper, is_quiet=True, sample="UA 126/26", folds=2),
        Column("Last known", lambda line: line_last(line, today()), sample="disappeared, Jan 2024"),
    )


def case_people_columns(today: Callable[[], date]) -> tuple[Column[PersonLine], ...]:
    """Return the columns of the people of one case: Who, Work and Last known."""
    shown = ("Who", "Work", "Last known")
    return tuple(replace(column, sort="") for column in people_columns(today) if column.title in shown)


def people_model(
    session: Session, columns: Callable[[Callable[[], date]], tuple[Column[PersonLine], ...]] = people_columns
) -> PagedTableModel[PersonLine]:
    """A model that pages from the open file."""

    def fetch(keys: Sequence[int]) -> Sequence[PersonLine] | None:
        with free_file(session) as file:
            return None if file is None else person_lines(file.engine, keys)

    return PagedTableModel(columns(session.today), fetch, lambda line: line.key)
