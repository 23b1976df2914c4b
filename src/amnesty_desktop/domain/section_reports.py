# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports on one page for the section: the return of letters for each action, Write for Rights, representations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .case import CaseKind
from .countries import country_name
from .period import Period
from .report import Audience, Block, Cell, Column, Report, ReportKind, Rows, Table, Words
from .spoken_dates import spoken
from .vocabularies import label

RETURN_COLUMNS = (
    "group",
    "period_first",
    "period_last",
    "action",
    "kind",
    "country",
    "letters",
    "cards",
    "signatures",
    "replies",
    "tallied_letters",
    "tallied_cards",
    "tallied_signatures",
)
RIGHTS_COLUMNS = (
    "group",
    "period_first",
    "period_last",
    "case",
    "country",
    "letters",
    "cards",
    "signatures",
    "tallied_letters",
    "tallied_cards",
    "tallied_signatures",
)
REGISTER_COLUMNS = ("sent", "body", "country", "action", "subject", "answered")
NO_NUMBER = "no number"
_COUNTED = "Counted one by one and at stalls and evenings alike; letters, cards and signatures are not added together."


_ROWS_ON_A_PAGE = 28
"""Actions that a return of one page has room for in the usual size; 40 in the small one, on either paper."""


@dataclass(frozen=True, slots=True)
class ActionCount:
    """What was sent for one action: its number as printed (or empty), its name, and the counts of the period."""

    action: str
    kind: str
    country: str
    who: str
    letters: int = 0
    cards: int = 0
    signatures: int = 0
    replies: int = 0
    tallied_letters: int = 0
    tallied_cards: int = 0
    tallied_signatures: int = 0

    @property
    def action_key(self) -> tuple[object, ...]:
        """Its place among other actions: kinds together, then by year and number and not by their signs."""
        letters = re.sub(r"\d.*", "", self.action).strip()
        numbers = [int(found) for found in re.findall(r"\d+", self.action)]
        return letters, numbers[::-1], self.action


@dataclass(frozen=True, slots=True)
class Representation:
    """One letter to an intergovernmental body; answered is the day of its reply, in words, or empty."""

    sent: date
    body: str
    country: str
    action: str
    subject: str
    answered: str


def section_return(group: str, period: Period, counts: Sequence[ActionCount], *, is_sample: bool = False) -> Report:
    """One page: how many letters the group sent for each action."""
    numbered = sorted((each for each in counts if each.action), key=lambda each: each.action_key)
    rows: list[tuple[Cell, ...]] = [_return_line(each.action, _land(each.country), [each]) for each in numbered]
    for kind in sorted({each.kind for each in counts if not each.action}):
        alike = [each for each in counts if not each.action and each.kind == kind]
        number = "1 case" if len(alike) == 1 else f"{len(alike)} cases"
        rows.append(_return_line(NO_NUMBER, f"{label(CaseKind(kind))}, {number}", alike))
    columns = (
        Column("Action", 1.2),
        Column("Country", 2.2),
        *(Column(name, 1.1, is_number=True) for name in ("Letters", "Cards", "Signatures", "Replies")),
    )
    blocks: list[Block] = [Words("Nothing was sent in this period.")]
    if rows:
        together = _return_line("Together", "", counts)
        blocks = [Table(columns, tuple(rows), together, is_dense=len(rows) > _ROWS_ON_A_PAGE)]
    blocks.append(
        Words(
            f"Group: {group}. Period: {period.printed}. Every letter counts for the day it was sent. {_COUNTED}",
            "",
            True,
        )
    )
    return Report(
        kind=ReportKind.SECTION_RETURN,
        title="Return to the section",
        subtitle=f"{group}, {period.printed}",
        group=group,
        audience=Audience.ANYBODY,
        blocks=tuple(blocks),
        rows=Rows(RETURN_COLUMNS, tuple(_return_row(group, period, each) for each in counts)),
        is_sample=is_sample,
    )


def _return_line(action: str, country: str, counts: Sequence[ActionCount]) -> tuple[Cell, ...]:
    return (action, country, *_sums_of(counts), sum(each.replies for each in counts))


def _return_row(group: str, period: Period, each: ActionCount) -> tuple[str | int, ...]:
    head = (group, period.first.isoformat(), period.last.isoformat())
    sent = (each.letters, each.cards, each.signatures, each.replies)
    tallied = (each.tallied_letters, each.tallied_cards, each.tallied_signatures)
    return (*head, each.action, each.kind, each.country, *sent, *tallied)


def write_for_rights(group: str, period: Period, counts: Sequence[ActionCount], *, is_sample: bool = False) -> Report:
    """What was written and collected for Write for Rights, by case and by country."""
    columns = (
        Column("Case", 2.2),
        Column("Country", 1.4),
        *(Column(name, 0.9, is_number=True) for name in ("Letters", "Cards", "Signatures")),
    )
    rows = tuple((each.who, _land(each.country), *_sums(each)) for each in counts)
    lands = sorted({each.country for each in counts})
    by_land: tuple[tuple[Cell, ...], ...] = tuple(
        (_land(land), *_sums_of([each for each in counts if each.country == land])) for land in lands
    )
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(columns, rows, ("Together", "", *_sums_of(counts))))
        blocks.append(Table((Column("By country", 3.6), *columns[2:]), by_land))
        blocks.append(Words(_COUNTED, "", True))
    else:
        blocks.append(Words("No letter and no card was noted for Write for Rights in this period."))
    return Report(
        kind=ReportKind.WRITE_FOR_RIGHTS,
        title="Write for Rights",
        subtitle=f"{group}, {period.printed}",
        group=group,
        audience=Audience.ANYBODY,
        blocks=tuple(blocks),
        rows=Rows(RIGHTS_COLUMNS, tuple(_rights_row(group, period, each) for each in counts)),
        is_sample=is_sample,
    )


def _sums(each: ActionCount) -> tuple[int, int, int]:
    return (
        each.letters + each.tallied_letters,
        each.cards + each.tallied_cards,
        each.signatures + each.tallied_signatures,
    )


def _sums_of(counts: Sequence[ActionCount]) -> tuple[int, int, int]:
    sums = [_sums(each) for each in counts]
    return sum(each[0] for each in sums), sum(each[1] for each in sums), sum(each[2] for each in sums)


def _rights_row(group: str, period: Period, each: ActionCount) -> tuple[str | int, ...]:
    head = (group, period.first.isoformat(), period.last.isoformat())
    sent = (each.letters, each.cards, each.signatures)
    return (*head, each.who, each.country, *sent, each.tallied_letters, each.tallied_cards, each.tallied_signatures)


def representations(group: str, period: Period, found: Sequence[Representation], *, is_sample: bool = False) -> Report:
    """The register of letters to the United Nations and similar bodies."""
    columns = (
        Column("Sent", 1.1),
        Column("To", 2),
        Column("About", 1.4),
        Column("Subject", 2.4),
        Column("Answered", 1.1),
    )
    rows = tuple(
        (spoken(each.sent, short=True), each.body, each.action or _land(each.country), each.subject, each.answered)
        for each in found
    )
    words = "No letter went to the United Nations or a similar body in this period."
    return Report(
        kind=ReportKind.REPRESENTATIONS,
        title="Letters to the United Nations and similar bodies",
        subtitle=f"{group}, {period.printed}",
        group=group,
        audience=Audience.ANYBODY,
        blocks=(Table(columns, rows) if rows else Words(words),),
        rows=Rows(
            REGISTER_COLUMNS,
            tuple((e.sent.isoformat(), e.body, e.country, e.action, e.subject, e.answered) for e in found),
        ),
        is_sample=is_sample,
    )


def _land(code: str) -> str:
    return country_name(code) if code else "not noted"
