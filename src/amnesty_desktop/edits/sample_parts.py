# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sample case holds beside its people and facts: sheets, goals, cautions, diary, next step, a reopening."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..domain.case import Case
from ..domain.caution import Caution, CautionKind
from ..domain.diary import DiaryNote
from ..domain.goal import Goal, GoalSpan
from ..domain.member import Member
from ..domain.sheet import Sheet, SheetKind
from ..store.recorder import Transaction
from . import case_parts, cases
from .sample_words import SampleDays

Words = Mapping[str, Any]
_TEXTS = ("edition", "coordinator", "co_groups", "strategy", "consent", "closing_words")
_DAYS = ("event_on", "report_by", "next_step_on")


def fields_of(words: Words, days: SampleDays, members: Mapping[str, Member]) -> dict[str, Any]:
    """The fields of a case that only some kinds of case have, and who takes the next step."""
    found: dict[str, Any] = {name: days.words(words[name]) for name in _TEXTS if name in words}
    found |= {name: days.partial(words[name]) for name in _DAYS if name in words}
    if "next_step_by" in words:
        found["next_step_by"] = members[words["next_step_by"]].id
    return found


def fill_parts(write: Transaction, case: Case, words: Words, days: SampleDays, members: Mapping[str, Member]) -> None:
    """Write what belongs to a case from its sheet file."""
    for place, row in enumerate(words.get("sheet", ())):
        texts: dict[str, Any] = {
            name: days.words(row[name]) for name in ("reference", "ai_index", "title", "news") if name in row
        }
        issued, kind = days.partial(row.get("issued")), SheetKind(row.get("kind", "update"))
        case_parts.save_sheet(write, Sheet(case_id=case.id, kind=kind, issued=issued, position=place, **texts))
    for place, row in enumerate(words.get("goal", ())):
        reached, span = days.partial(row.get("reached")), GoalSpan(row.get("span", "short"))
        goal = Goal(case_id=case.id, text=days.words(row["text"]), span=span, reached_on=reached, position=place)
        case_parts.save_goal(write, goal)
    for place, row in enumerate(words.get("caution", ())):
        caution = Caution(case_id=case.id, kind=CautionKind(row["kind"]), text=days.words(row["text"]), position=place)
        case_parts.save_caution(write, replace(caution, words="\n".join(row.get("words", ()))))
    for row in words.get("diary", ()):
        member = members[row["by"]].id if "by" in row else None
        note = DiaryNote(case_id=case.id, on=days.partial(row["on"]), text=days.words(row["text"]), member_id=member)
        case_parts.save_note(write, note)
    if "reopened" in words:
        cases.close(write, case.id, days.day(words["closed_before"]))
        cases.reopen(write, case.id, days.day(words["reopened"]))
