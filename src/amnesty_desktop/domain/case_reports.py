# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports about single cases: the dossier, the briefing for whoever takes over, and the slip with good news."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .report import Audience, Block, Column, Heading, Points, Report, ReportKind, Rows, Table, Words

DOSSIER_COLUMNS = ("part", "date", "text", "standing")
HANDOVER_COLUMNS = ("case", "action", "country", "owner", "next_step", "next_step_on", "letters", "last_letter")
NEWS_COLUMNS = ("date", "who", "country", "what")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dossier: when in words, the same as EDTF, what, and how firmly it stands (facts only)."""

    when: str
    text: str
    edtf: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class CaseStory:
    """All a report about one case is made from; who reads it has been seen to by whoever filled it.

    people are one line each; log, facts, letters, replies and outcomes are in order of time. asks are what may be
    asked, minds what to mind, write_to whom to write to next.
    """

    who: str
    action: str = ""
    country: str = ""
    owner: str = ""
    situation: str = ""
    background: str = ""
    next_step: str = ""
    next_step_on: str = ""
    people: tuple[str, ...] = ()
    log: tuple[Line, ...] = ()
    facts: tuple[Line, ...] = ()
    asks: tuple[str, ...] = ()
    minds: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    letters: tuple[Line, ...] = ()
    replies: tuple[Line, ...] = ()
    outcomes: tuple[Line, ...] = ()
    promises: tuple[str, ...] = ()
    write_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """One piece of good news; when in words and as EDTF."""

    when: str
    who: str
    country: str
    what: str
    edtf: str = ""


def dossier(group: str, story: CaseStory, audience: Audience, *, is_sample: bool = False) -> Report:
    """Everything about one case, for members or for others."""
    blocks: list[Block] = []
    if audience is Audience.ANYBODY:
        blocks.append(Words("Sources, members’ names and whatever is for members only are left out.", "", True))
    blocks += [*_words("What happened", story.situation), *_words("Background", story.background)]
    blocks += _points("Who it is about", story.people)
    blocks += _table("What has happened", story.log)
    blocks += _facts(story.facts)
    blocks += _points("What may be asked", story.asks)
    blocks += _points("Please mind", story.minds)
    blocks += _points("Goals", story.goals)
    blocks += _table("Letters", story.letters)
    blocks += _table("Replies", story.replies)
    blocks += _table("What became of it", story.outcomes)
    return Report(
        kind=ReportKind.DOSSIER,
        title=story.who,
        subtitle=" · ".join(filter(None, (story.country, story.action))),
        group=group,
        audience=audience,
        blocks=tuple(blocks) or (Words("Nothing has been noted for this case yet."),),
        rows=Rows(DOSSIER_COLUMNS, tuple(_dossier_rows(story))),
        is_sample=is_sample,
    )


def _dossier_rows(story: CaseStory) -> list[tuple[str, ...]]:
    parts = (
        ("situation", story.log),
        ("fact", story.facts),
        ("letter", story.letters),
        ("reply", story.replies),
        ("outcome", story.outcomes),
    )
    return [(part, line.edtf, line.text, line.standing) for part, lines in parts for line in lines]


def handover(group: str, stories: Sequence[CaseStory], *, is_sample: bool = False) -> Report:
    """The briefing for whoever takes over: each open case on two pages at most, beginning on its own."""
    blocks: list[Block] = [Words("For whoever takes over. Each case begins on a page of its own.", "", True)]
    if stories:
        columns = (Column("Case", 2.2), Column("Paper", 1), Column("Owner", 1.3), Column("Next", 2.6))
        blocks.append(Table(columns, tuple((s.who, s.action, s.owner, s.next_step) for s in stories)))
    else:
        blocks.append(Words("No case is open."))
    for story in stories:
        blocks += _briefing(story)
    rows = tuple(
        (
            story.who,
            story.action,
            story.country,
            story.owner,
            story.next_step,
            story.next_step_on,
            len(story.letters),
            story.letters[-1].edtf if story.letters else "",
        )
        for story in stories
    )
    return Report(
        kind=ReportKind.HANDOVER,
        title="Handover",
        subtitle=group,
        group=group,
        audience=Audience.MEMBERS,
        blocks=tuple(blocks),
        rows=Rows(HANDOVER_COLUMNS, rows),
        is_sample=is_sample,
    )


_MOST_LINES = (8, 6, 5, 4, 3, 2)
"""Lines of each table and of each list: as many as two pages take."""
_TWO_PAGES = 76
_MOST_SIGNS = 800
_MOST_SIGNS_OF_LINE = 160


def _briefing(story: CaseStory) -> list[Block]:
    """One case on two pages, with as many lines of each kind as they take."""
    for most in _MOST_LINES:
        blocks = _briefed(story, most)
        if sum(map(_lines_of, blocks)) <= _TWO_PAGES:
            break
    return blocks


def _lines_of(block: Block) -> float:
    """About how many lines a block takes on a page, in the widths of its columns."""
    if isinstance(block, Heading):
        return 2.2
    if isinstance(block, Points):
        return sum(_wrapped(item, 88) for item in block.items)
    if isinstance(block, Table):
        return 1.5 + sum(1.2 * _wrapped(str(row[-1]), 66) for row in block.rows)
    return _wrapped(block.text, 92) + 0.6 if isinstance(block, Words) else 20


def _wrapped(text: str, signs: int) -> int:
    return max(1, -(-len(text) // signs))


def _briefed(story: CaseStory, most: int) -> list[Block]:
    head = " · ".join(filter(None, (story.country, story.action, f"owner: {story.owner}" if story.owner else "")))
    blocks: list[Block] = [Heading(story.who, 1, starts_page=True), Words(head, "", True)]
    blocks += _words("The story so far", _shortened(story.situation))
    step = " ".join(filter(None, (story.next_step, f"({story.next_step_on})" if story.next_step_on else "")))
    blocks += _words("Next step", _cut(step) or "Nobody has noted one.")
    blocks += _points("Write to", _first(story.write_to, most))
    blocks += _points("Promises still open", _first(story.promises, most))
    blocks += _points("Please mind", _first(story.minds, most))
    blocks += _table("What has happened", _newest(story.log, most))
    blocks += _table("Letters", _newest(story.letters, most))
    blocks += _table("Replies", _newest(story.replies, most))
    blocks += _table("What became of it", _newest(story.outcomes, most))
    return blocks


def _newest(lines: tuple[Line, ...], most: int) -> tuple[Line, ...]:
    """The last lines, and how many there are before them: two pages hold no more."""
    shown = tuple(replace(line, text=_cut(line.text)) for line in lines[-most:])
    earlier = len(lines) - len(shown)
    return (Line("", f"{earlier} earlier ones stand in the file."), *shown) if earlier else shown


def _first(points: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first points, and how many there are after them."""
    shown = tuple(map(_cut, points[:most]))
    later = len(points) - len(shown)
    return (*shown, f"{later} more in the file.") if later else shown


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_SIGNS_OF_LINE else f"{text[:_MOST_SIGNS_OF_LINE].rsplit(' ', 1)[0]} …"


def _shortened(text: str) -> str:
    if len(text) <= _MOST_SIGNS:
        return text
    return f"{text[:_MOST_SIGNS].rsplit(' ', 1)[0]} … (the whole text stands in the file)"


def good_news(group: str, period: str, news: Sequence[News], *, is_sample: bool = False) -> Report:
    """A slip to read out or to hand on: what got better, and thanks to those who wrote."""
    blocks: list[Block] = [Words(f"{each.who}: {each.what}.", f"{each.when},") for each in news]
    if not news:
        blocks.append(Words("No good news has been noted in this period. That is no reason to stop."))
    else:
        blocks.append(
            Words(
                "Thank you to everybody who wrote. Nobody can say what a single letter does; people tell us it helps."
            )
        )
    return Report(
        kind=ReportKind.GOOD_NEWS,
        title="Good news",
        subtitle=f"{group}, {period}",
        group=group,
        audience=Audience.ANYBODY,
        blocks=tuple(blocks),
        rows=Rows(NEWS_COLUMNS, tuple((each.edtf, each.who, each.country, each.what) for each in news)),
        is_sample=is_sample,
    )


# Building blocks


def _words(title: str, text: str) -> list[Block]:
    return [Heading(title, 2), *(Words(part) for part in text.split("\n") if part.strip())] if text.strip() else []


def _points(title: str, items: Sequence[str]) -> list[Block]:
    return [Heading(title, 2), Points(tuple(items))] if items else []


def _table(title: str, lines: Sequence[Line]) -> list[Block]:
    if not lines:
        return []
    columns = (Column("When", 1), Column("What", 4))
    return [Heading(title, 2), Table(columns, tuple((line.when, line.text) for line in lines))]


def _facts(lines: Sequence[Line]) -> list[Block]:
    if not lines:
        return []
    columns = (Column("Fact", 4), Column("How we know", 1.6))
    return [Heading("Facts", 2), Table(columns, tuple((line.text, line.standing) for line in lines))]
