# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a period in words: rows of tables, bars of pictures, and what a number counts."""

from collections.abc import Sequence
from datetime import date

from ...domain.activity import Activity
from ...domain.annual_report import money, part_name, share_of
from ...domain.figures import Became, Counted, Part, YearCount
from ...domain.outcome import Direction
from ...domain.period import Period
from ...domain.report_pictures import RankedBar
from ...domain.vocabularies import label
from ...domain.vocabulary import Vocabulary
from ...store.period_figures import PeriodFigures
from ..texts import counted as many
from .number_table import Number, NumberRow

_BECAME = {
    Became.WORKED_ON: ("Cases worked on", "we worked on"),
    Became.IMPROVED: ("Got better in at least one respect", "that got better"),
    Became.ALSO_WORSE: ("… of these, something got worse as well", "that got better and worse"),
    Became.WORSE_ONLY: ("Only got worse", "that only got worse"),
    Became.DATE_UNCLEAR: ("Better, on too uncertain a day", "better, on an uncertain day"),
    Became.UNCHANGED: ("No change known", "without a known change"),
}


def said_of(counted: Counted, vocabulary: Vocabulary) -> str:
    """What a number counts, after "7 cases": "that got better in 2026, Honduras"."""
    when = "in all years" if counted.period is None else f"in {counted.period.printed}"
    part = "" if counted.part is None else f", {part_name(counted.part, counted.key, vocabulary)}"
    return f"{_BECAME[counted.became][1]} {when}{part}"


def _window(period: Period) -> Period | None:
    return None if period.is_all_time else period


def _cases(number: int, counted: Counted, words: str = "") -> Number:
    """A number of cases; nought opens nothing."""
    said = f"{many(number, 'case', 'cases')} {words or _BECAME[counted.became][1]}"
    return Number(str(number), said, counted if number else None)


def became_rows(cases: YearCount, period: Period) -> list[NumberRow]:
    """What became of the cases, each number with its cases."""
    return [
        NumberRow(place, words, (_cases(getattr(cases, one.value), Counted(_window(period), one)),))
        for place, (one, (words, _)) in enumerate(_BECAME.items())
    ]


def people_sentence(people: YearCount) -> str:
    """The same for people: only what was noted for somebody by name counts for them."""
    if not people.worked_on:
        return ""
    are = "person" if people.worked_on == 1 else "people"
    unclear = f"; {people.date_unclear} on a day too uncertain to count" if people.date_unclear else ""
    return (
        f"People: of {people.worked_on} {are} in these cases, {people.improved} got better in at least one respect"
        f"{unclear}. What was noted for a case as a whole is counted for nobody alone."
    )


def part_rows(part: Part, figures: PeriodFigures, period: Period, vocabulary: Vocabulary) -> list[NumberRow]:
    """Cases, better and share for each country, kind or concern, the largest first."""
    rows = []
    for place, (key, count) in enumerate(figures.parts[part].items()):
        window = _window(period)
        numbers = (
            _cases(count.worked_on, Counted(window, Became.WORKED_ON, part, key)),
            _cases(count.improved, Counted(window, Became.IMPROVED, part, key)),
            Number("–" if count.share is None else share_of(count), f"share {share_of(count)}"),
        )
        name = part_name(part, key, vocabulary)
        rows.append(NumberRow(place, name[:1].upper() + name[1:], numbers))
    return rows


def part_bars(rows: Sequence[NumberRow]) -> list[RankedBar]:
    """The first column of numbers as bars."""
    return [RankedBar(row.name, int(row.numbers[0].text)) for row in rows]


def _plain(rows: Sequence[tuple[str, int | str]]) -> list[NumberRow]:
    return [NumberRow(place, words, (Number(str(n), str(n)),)) for place, (words, n) in enumerate(rows)]


def _inside(words: str) -> str:
    """Words as they go on inside a line: names of bodies keep their capitals."""
    return words[:1].lower() + words[1:]


def done_rows(did: Activity) -> list[NumberRow]:
    """What the group did; letters, signatures and cards each for themselves."""
    kinds = sorted(did.letters.items(), key=lambda pair: -pair[1])
    letters = [(f"… {_inside(label(kind))}", number) for kind, number in kinds if kind != "card"]
    postage = f"Postage (not noted for {did.postage_unknown})" if did.postage_unknown else "Postage"
    return _plain(
        [
            ("Letters sent", did.letters_sent),
            *(letters if len(letters) > 1 else []),
            ("People who signed them", did.signatures),
            ("Cards of support", did.cards_sent),
            *((f"{label(kind)} counted together", number) for kind, number in sorted(did.tallies.items())),
            ("Countries written for", did.countries),
            ("Offices and people written to", did.addressees),
            (postage, money(did.postage)),
            ("Members who wrote", did.writers),
            ("Evenings on file", did.evenings),
        ]
    )


def month_bars(figures: PeriodFigures, period: Period, today: date) -> list[RankedBar]:
    """Letters and cards by month, empty months included."""
    return [RankedBar(name, figures.months.get(month, 0)) for month, name in period.months(today)]


def month_rows(figures: PeriodFigures, period: Period, today: date) -> list[NumberRow]:
    """The same as rows, with the year."""
    return _plain([(f"{name} {month[:4]}", figures.months.get(month, 0)) for month, name in period.months(today)])


def outcome_bars(figures: PeriodFigures, vocabulary: Vocabulary) -> list[RankedBar]:
    """Outcomes by kind, the better ones first, each with its direction."""
    order = list(Direction)
    found = sorted(figures.outcomes.items(), key=lambda pair: (order.index(pair[0][0]), -pair[1]))
    return [RankedBar(f"{label(way)}: {vocabulary.label(kind)}", number) for (way, kind), number in found]


def bar_rows(bars: Sequence[RankedBar]) -> list[NumberRow]:
    """Bars as rows."""
    return _plain([(bar.label, bar.number) for bar in bars])


def undated_sentence(number: int, one: str, many: str) -> str:
    """Say how many more there are whose day leaves open whether they belong here."""
    if number == 1:
        return f"1 more {one} is on file whose day does not tell whether it belongs here."
    return f"{number} more {many} are on file whose day does not tell whether they belong here." if number else ""


def reply_rows(did: Activity) -> list[NumberRow]:
    """Replies by kind, the most frequent first."""
    return _plain([(label(kind), number) for kind, number in sorted(did.replies.items(), key=lambda pair: -pair[1])])


def office_rows(did: Activity) -> list[NumberRow]:
    """Offices that answered: letters, replies, and the middle of the days."""
    rows = []
    for place, office in enumerate(one for one in did.offices if one.replies):
        days = "–" if office.median_days is None else f"{office.median_days:g}"
        said = "no known day" if office.median_days is None else f"{days} days"
        numbers = (
            Number(str(office.letters), many(office.letters, "letter", "letters")),
            Number(str(office.replies), many(office.replies, "reply", "replies")),
            Number(days, said),
        )
        rows.append(NumberRow(place, office.office, numbers))
    return rows
