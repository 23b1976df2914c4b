# SPDX-License-Identifier: GPL-3.0-or-later
"""The annual report of a group to its section: what it did, what became of the people, and nothing it cannot show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .activity import Activity, OfficeReplies
from .case import CaseKind
from .countries import country_name
from .figures import NO_CAUSE, ON_COUNTING, Part, YearCount, percent
from .letter import LetterKind
from .outcome import Direction
from .period import Period
from .reply import NO_REPLIES
from .report import Audience, Block, Column, Heading, Picture, Report, ReportKind, Rows, Table, Words
from .report_pictures import RankedBar, improvement_picture, month_picture, ranked_picture
from .tally import TallyKind
from .vocabularies import label
from .vocabulary import Vocabulary

UNKNOWN = "not noted"
_YEARS = 7
_MOST_ROWS = 15
COLUMNS = ("group", "period_first", "period_last", "part", "key", "name", "figure", "value")
"""Of the .csv: one figure a row, so that columns stay the same whatever is counted."""


@dataclass(frozen=True, slots=True)
class Change:
    """One outcome as anybody may read it: when, of whom, what."""

    when: str
    who: str
    direction: Direction
    what: str


@dataclass(frozen=True, slots=True)
class YearBook:
    """All an annual report is made from. months are (name, letters); parts count the cases apart.

    Concerns are keyed by the code they mean by now; vocabulary gives them their names.
    """

    group: str
    activity: Activity
    cases: YearCount
    years: tuple[YearCount, ...]
    months: tuple[RankedBar, ...]
    parts: Mapping[Part, Mapping[str, YearCount]]
    changes: tuple[Change, ...]
    is_sample: bool = False
    people: YearCount | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)


def annual_report(book: YearBook, today: date) -> Report:
    """Write the report of one period."""
    blocks: list[Block] = [
        *_done(book),
        *_became(book, today),
        *_apart(book),
        *_replies(book.activity),
        *_changes(book.changes),
    ]
    return Report(
        kind=ReportKind.ANNUAL,
        title="Annual report",
        subtitle=f"{book.group}, {book.activity.period.printed}",
        group=book.group,
        audience=Audience.ANYBODY,
        blocks=tuple(blocks),
        rows=Rows(COLUMNS, tuple(_rows(book))),
        is_sample=book.is_sample,
    )


# What the group did


def _done(book: YearBook) -> list[Block]:
    did = book.activity
    rows = [
        ("Letters sent", str(did.letters_sent), _kinds(did.letters)),
        ("People who signed them", str(did.signatures), "each signature on each letter counts once"),
        ("Cards of support", str(did.cards_sent), "to prisoners and their families"),
        *((f"{label(kind)} counted together", str(number), "at stalls and evenings") for kind, number in _tallies(did)),
        ("Countries written for", str(did.countries), ""),
        ("Offices and people written to", str(did.addressees), ""),
        ("Postage", money(did.postage), f"not noted for {did.postage_unknown} letters" if did.postage_unknown else ""),
        ("Members who wrote", str(did.writers), ""),
        ("Evenings", str(did.evenings), "as far as they are on file"),
    ]
    blocks: list[Block] = [
        Heading("What we did"),
        Table((Column("", 2.2), Column("Number", 0.9, is_number=True), Column("", 2.4)), tuple(rows)),
        Words("Letters, signatures and cards are different things and are not added together.", is_note=True),
    ]
    if did.tallies_undated:
        counts = ("count of a stall or an evening", "counts of stalls and evenings")
        blocks.append(Words(_undated(did.tallies_undated, *counts), is_note=True))
    if len(book.months) > 1 and any(month.number for month in book.months):
        said = ", ".join(f"{month.label} {month.number}" for month in book.months)
        blocks.append(Picture(month_picture(book.months), "Letters and cards sent, month by month.", said))
    return blocks


def _kinds(letters: Mapping[LetterKind, int]) -> str:
    ranked = sorted(letters.items(), key=lambda pair: -pair[1])
    named = [f"{label(kind)} {number}" for kind, number in ranked if kind is not LetterKind.CARD]
    return ", ".join(named) if len(named) > 1 else ""


def _undated(number: int, one: str, many: str) -> str:
    """How many there are besides whose day leaves open whether they are counted."""
    said, they = (f"1 more {one} has", "it belongs") if number == 1 else (f"{number} more {many} have", "they belong")
    return f"{said} no day that tells whether {they} here."


def _tallies(did: Activity) -> list[tuple[TallyKind, int]]:
    return sorted(did.tallies.items())


def money(hundredths: int) -> str:
    """A sum in the group's own currency, which the file does not name: 2205 is "22.05"."""
    return f"{hundredths // 100}.{hundredths % 100:02}"


# What became of the people


def _became(book: YearBook, today: date) -> list[Block]:
    said = book.cases.sentences(today)
    if not book.cases.worked_on:
        return [Heading("What became of the people"), Words(said[0])]
    blocks: list[Block] = [Heading("What became of the people"), Words(" ".join(said[:-1]))]
    years = [year for year in book.years if year.worked_on][-_YEARS:]
    if years:
        words = "; ".join(f"{year.year}: {year.printed}" for year in years)
        caption = (
            "Share of the cases we worked on in which something got better, by year; hatched: something also got"
            " worse. Below each year: better / worked on. The line is “more than a third”, of which guides speak."
        )
        blocks.append(Picture(improvement_picture(years), caption, words))
        blocks.append(_year_table(years))
    if book.people is not None and book.people.worked_on:
        blocks.append(Words(_people(book.people)))
    blocks += [Words(NO_CAUSE), Words(ON_COUNTING, is_note=True)]
    return blocks


def _people(people: YearCount) -> str:
    """The second line: people, by what was noted for each of them alone."""
    of = "1 person" if people.worked_on == 1 else f"{people.worked_on} people"
    return (
        f"Of the {of} in these cases {people.improved} got better in at least one respect, counting what was noted"
        " for them alone."
    )


def _year_table(years: Sequence[YearCount]) -> Table:
    numbers = ("Cases", "Better", "Also worse", "Only worse", "Date unclear", "No change known")
    columns = (Column("Year"), *(Column(name, 1.1, is_number=True) for name in numbers), Column("Share", 1, True))
    return Table(columns, tuple((str(year.year), *_numbers(year), share_of(year)) for year in years))


def _numbers(count: YearCount) -> tuple[int, ...]:
    return (
        count.worked_on,
        count.improved,
        count.also_worse,
        count.worse_only,
        count.date_unclear,
        count.unchanged,
    )


def share_of(count: YearCount) -> str:
    """The share in words: "too few" below ten cases."""
    return "too few" if count.share is None else percent(count.share)


_PART_NAMES = {Part.COUNTRY: "By country", Part.KIND: "By kind of work", Part.CONCERN: "By concern"}


def _apart(book: YearBook) -> list[Block]:
    if not book.cases.worked_on:
        return []
    blocks: list[Block] = [Heading("The cases, told apart")]
    for part, counts in book.parts.items():
        if not counts:
            continue
        blocks.append(Heading(_PART_NAMES[part], 2))
        if part is Part.COUNTRY and max(count.worked_on for count in counts.values()) > 1:
            bars = [RankedBar(part_name(part, key, book.vocabulary), count.worked_on) for key, count in counts.items()]
            said = ", ".join(f"{bar.label} {bar.number}" for bar in bars)
            blocks.append(Picture(ranked_picture(bars), "Cases we worked on, by country.", said))
        blocks += _part_table(part, counts, book.vocabulary)
    return blocks if len(blocks) > 1 else []


def _part_table(part: Part, counts: Mapping[str, YearCount], vocabulary: Vocabulary) -> list[Block]:
    """The largest rows; shares only where any row has enough cases for one, and what to know of them before."""
    shown = list(counts.items())[:_MOST_ROWS]
    has_shares = any(count.share is not None for _, count in shown)
    columns = [Column("", 2.6), Column("Cases", 0.8, True), Column("Better", 0.8, True)]
    if has_shares:
        columns.append(Column("Share", 0.9, True))
    rows = tuple(
        (part_name(part, key, vocabulary), c.worked_on, c.improved, *((share_of(c),) if has_shares else ()))
        for key, c in shown
    )
    left = len(counts) - len(shown)
    notes = (
        "A case with several concerns stands under each of them." if part is Part.CONCERN else "",
        f"The {len(shown)} with most cases; {left} more stand in the rows for spreadsheets." if left else "",
    )
    said = " ".join(filter(None, notes))
    return [*([Words(said, is_note=True)] if said else []), Table(tuple(columns), rows)]


def part_name(part: Part, key: str, vocabulary: Vocabulary) -> str:
    """What a country code, a kind or a concern is called; the empty key is what nobody noted."""
    if not key:
        return UNKNOWN
    if part is Part.COUNTRY:
        return country_name(key)
    return label(CaseKind(key)) if part is Part.KIND else vocabulary.label(key)


def _replies(did: Activity) -> list[Block]:
    if not did.replies and not did.replies_undated:
        return []
    ranked = sorted(did.replies.items(), key=lambda pair: -pair[1])
    rows = tuple((label(kind), number) for kind, number in ranked if kind not in NO_REPLIES)
    blocks: list[Block] = [
        Heading("Replies"),
        Table((Column("", 3), Column("Replies", 1, True)), rows, ("Together", did.replies_received)),
    ]
    if did.came_back:
        came = "1 letter came" if did.came_back == 1 else f"{did.came_back} letters came"
        blocks.append(Words(f"{came} back undelivered; that is no reply.", is_note=True))
    if did.replies_undated:
        blocks.append(Words(_undated(did.replies_undated, "reply", "replies"), is_note=True))
    answered = [office for office in did.offices if office.replies and not office.is_private]
    if answered:
        columns = (Column("Who answered", 3), Column("Letters", 0.8, True), Column("Replies", 0.8, True))
        days = Column("Days, middle", 1, True)
        blocks.append(Table((*columns, days), tuple(_office(office) for office in answered)))
    return blocks


def _office(office: OfficeReplies) -> tuple[str, int, int, str]:
    days = "" if office.median_days is None else f"{office.median_days:g}"
    return office.office, office.letters, office.replies, days


def _changes(changes: Sequence[Change]) -> list[Block]:
    if not changes:
        return []
    rows = tuple((change.when, change.who, label(change.direction), change.what) for change in changes)
    columns = (Column("When", 1.1), Column("Who", 2), Column("", 0.9), Column("What", 2.4))
    return [Heading("What happened, in order"), Table(columns, rows)]


# The rows


def _rows(book: YearBook) -> list[tuple[str | int, ...]]:
    period: Period = book.activity.period
    head = (book.group, period.first.isoformat(), period.last.isoformat())
    did = book.activity
    whole: list[tuple[str, int]] = [
        ("letters", did.letters_sent),
        ("signatures", did.signatures),
        ("cards", did.cards_sent),
        *((f"tallied_{kind.value}", number) for kind, number in sorted(did.tallies.items())),
        ("countries", did.countries),
        ("addressees", did.addressees),
        ("postage_hundredths", did.postage),
        ("postage_not_noted", did.postage_unknown),
        ("replies", did.replies_received),
        ("replies_undated", did.replies_undated),
        ("tallies_undated", did.tallies_undated),
        ("writers", did.writers),
        ("evenings", did.evenings),
        *_figures(book.cases),
        *([("people", book.people.worked_on), ("people_better", book.people.improved)] if book.people else []),
    ]
    rows: list[tuple[str | int, ...]] = [(*head, "all", "", "", name, value) for name, value in whole]
    for part, counts in book.parts.items():
        for key, count in counts.items():
            name = part_name(part, key, book.vocabulary)
            rows += [(*head, part.value, key, name, figure, value) for figure, value in _figures(count)]
    return rows


def _figures(count: YearCount) -> list[tuple[str, int]]:
    names = ("cases", "improved", "also_worse", "worse_only", "date_unclear", "unchanged")
    return list(zip(names, _numbers(count), strict=True))
