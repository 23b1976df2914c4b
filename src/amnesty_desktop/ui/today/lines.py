# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of Today: what the store found, put into words, with the one thing to do about each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...domain.case import CaseKind
from ...domain.countries import country_name
from ...domain.dates import PartialDate
from ...domain.letter import LetterState
from ...domain.reply import ReplyTask
from ...domain.spoken_dates import days_from, spoken, time_span
from ...domain.vocabularies import label, short_label
from ...store import today as store_today
from ...store.reading import Reading
from ..lights import Light
from ..texts import counted


class Act(StrEnum):
    """What the button of a line does."""

    WRITE = "Write"
    OPEN = "Open"
    PRINT = "Print"
    MARK_SENT = "Mark as sent"
    OPEN_DRAFT = "Open draft"
    ANSWER = "Answer"
    FORWARDED = "Forwarded"
    FOLLOW_UP = "Follow up"


@dataclass(frozen=True, slots=True)
class TodayLine:
    """One line: light and word, who, which paper and what about it, and what its button does.

    case_id and letter_ids say what it is about, tab where in the case to look; key tells lines apart when the
    list is made anew.
    """

    key: str
    light: Light
    word: str
    who: str
    about: str
    what: str
    act: Act
    case_id: str = ""
    letter_ids: tuple[str, ...] = ()
    reply_id: str = ""
    who_own: str = ""
    tab: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one title; an empty section is not shown."""

    title: str
    lines: tuple[TodayLine, ...]


def sections(reading: Reading, today: date, weeks: int, look_again: Iterable[TodayLine] = ()) -> list[Section]:
    """All sections that have something in them; weeks is how long the group waits for an answer."""
    engine = reading.engine
    waiting = [*_waiting(store_today.waiting(engine), today), *look_again]
    found = [
        Section("Appeal by", tuple(_due(one, today) for one in store_today.due(engine, today))),
        Section("Next steps", tuple(_step(one, today) for one in store_today.next_steps(engine, today))),
        Section("Letters waiting", tuple(waiting)),
        Section("Replies", tuple(_reply(one, today) for one in store_today.open_replies(engine))),
        Section(
            f"No answer after {counted(weeks, 'week', 'weeks')}",
            tuple(_unanswered(one, today) for one in store_today.unanswered(engine, today, weeks)),
        ),
        Section("Quiet for half a year", tuple(_quiet(one, today) for one in store_today.quiet(engine, today))),
    ]
    return [section for section in found if section.lines]


def sentence(found: list[Section]) -> str:
    """What matters most, in one sentence."""
    due = next((section.lines for section in found if section.title == "Appeal by"), ())
    late = sum(1 for line in due if line.light is Light.LATE)
    soon = len(due) - late
    parts = []
    if late:
        parts.append(f"{_number(late)} {'appeal is' if late == 1 else 'appeals are'} overdue")
    if soon:
        subject = "one" if soon == 1 and late else _number(soon).lower() if late else _number(soon)
        noun = "" if late else " appeal" if soon == 1 else " appeals"
        parts.append(f"{subject}{noun} {'is' if soon == 1 else 'are'} due within ten days")
    if parts:
        return f"{' and '.join(parts)}."
    return "No appeal is due within ten days." if found else "Nothing is waiting. A good day to write to somebody."


def _number(number: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[number] if number < len(words) else str(number)


def about(country: str, reference: str, kind: str) -> str:
    """The country and the paper of a case, "Honduras, UA 112/26"."""
    # Letters that stand for words stay as they are: W4R, and never w4r.
    short = short_label(CaseKind(kind))
    paper = reference or (short if short.isupper() else short.lower())
    return ", ".join(part for part in (country_name(country) if country else "", paper) if part)


def _due(one: store_today.Due, today: date) -> TodayLine:
    late = one.day < today
    if one.no_contact:
        what = "no letters: see the case"
    elif late:
        what = "ask your section before writing"
    else:
        what = _letters(one.drafts, one.sent)
    return TodayLine(
        key=f"due:{one.case_id}",
        light=Light.LATE if late else Light.SOON,
        word=days_from(today, one.day),
        who=one.who,
        who_own=one.who_own,
        about=about(one.country, one.reference, one.kind),
        what=what,
        act=Act.OPEN if late or one.no_contact else Act.WRITE,
        case_id=one.case_id,
    )


def _step(one: store_today.Step, today: date) -> TodayLine:
    on = PartialDate(one.on)
    is_late = on.latest < today
    word = days_from(today, on.earliest) if on.is_day else spoken(on, short=True, today=today)
    return TodayLine(
        key=f"step:{one.case_id}",
        light=Light.LATE if is_late else Light.SOON,
        word=word,
        who=one.who,
        who_own=one.who_own,
        about=", ".join(filter(None, (about(one.country, one.reference, one.kind), one.member))),
        what=" ".join(one.what.split()),
        act=Act.OPEN,
        case_id=one.case_id,
        tab="story",
    )


def _letters(drafts: int, sent: int) -> str:
    if not drafts and not sent:
        return "no letter yet"
    begun = counted(drafts, "draft", "drafts") if drafts else ""
    gone = f"{counted(sent, 'letter', 'letters')} sent" if sent else "none sent yet"
    return ", ".join(part for part in (begun, gone) if part)


def _waiting(found: list[store_today.Waiting], today: date) -> list[TodayLine]:
    lines = []
    for state, word, act in (
        (LetterState.READY, "to print", Act.PRINT),
        (LetterState.EXPORTED, "to post", Act.MARK_SENT),
    ):
        some = [one for one in found if one.state is state]
        if not some:
            continue
        names = list(dict.fromkeys(one.who for one in some))
        days = [one.day for one in some if one.day is not None]
        when = (
            f"printed since {spoken(min(days), short=True, today=today)}"
            if state is LetterState.EXPORTED and days
            else ""
        )
        shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        lines.append(
            TodayLine(
                key=f"waiting:{state}",
                light=Light.LATER,
                word=word,
                who=counted(len(some), "letter", "letters"),
                about=f"for {shown}",
                what=when,
                act=act,
                letter_ids=tuple(one.letter_id for one in some),
            )
        )
    return lines


def _reply(one: store_today.OpenReply, today: date) -> TodayLine:
    answer = one.task is ReplyTask.ANSWER
    received = f", {spoken(PartialDate(one.received), short=True, today=today)}" if one.received else ""
    return TodayLine(
        key=f"reply:{one.reply_id}",
        light=Light.LATER,
        word="to answer" if answer else "to forward",
        who=one.who,
        about=f"{one.sender or 'no sender'}{received}",
        what=one.summary or label(one.kind).lower(),
        act=Act.ANSWER if answer else Act.FORWARDED,
        case_id=one.case_id,
        letter_ids=(one.letter_id,) if one.letter_id else (),
        reply_id=one.reply_id,
    )


def _unanswered(one: store_today.Unanswered, today: date) -> TodayLine:
    return TodayLine(
        key=f"unanswered:{one.case_id}",
        light=Light.SOON,
        word=time_span(one.sent_on, today),
        who=one.who,
        who_own=one.who_own,
        about=about(one.country, "", one.kind),
        what=f"letter of {spoken(one.sent_on, short=True, today=today)}",
        act=Act.FOLLOW_UP,
        case_id=one.case_id,
        letter_ids=(one.letter_id,),
    )


def _quiet(one: store_today.Quiet, today: date) -> TodayLine:
    last = PartialDate(one.last_event)
    return TodayLine(
        key=f"quiet:{one.case_id}",
        light=Light.LATER,
        word=time_span(last.earliest, today),
        who=one.who,
        who_own=one.who_own,
        about=about(one.country, one.reference, one.kind),
        what=f"last entry {spoken(last, short=True, today=today)}",
        act=Act.OPEN,
        case_id=one.case_id,
    )
