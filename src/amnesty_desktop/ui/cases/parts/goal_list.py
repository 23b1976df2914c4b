# SPDX-License-Identifier: GPL-3.0-or-later
"""The goals of a case: what the group works towards now and in the end, and which it has reached."""

from collections.abc import Sequence

from ....domain.goal import Goal, GoalSpan
from ....domain.problems import Problem
from ....domain.spoken_dates import spoken
from ....domain.vocabularies import label
from ....edits import case_parts
from ....store.recorder import Transaction
from ...desk import Desk
from ...theme import Role
from ...widgets.paragraph import Run
from ..fields import ChoiceField, DateField, LineField, SideBySide
from ..kept_form import KeptForm
from .record_list import ListWords, RecordList

WORDS = ListWords("Goals", "goal", "Add a goal", "Put a goal into the bin")


def in_order(goals: Sequence[Goal]) -> list[Goal]:
    """Goals as they are read: those for now first, then those in the end, each in its own order."""
    return sorted(goals, key=lambda goal: (goal.span is GoalSpan.LONG_TERM, goal.position))


class GoalForm(KeptForm[Goal]):
    """What is to be reached, and for when; the day it was reached."""

    noun = "goal"
    labels = ("Add a goal", "Change a goal")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("goal_form")
        look = desk.look
        text = LineField(look, "text", "What we want to reach", prompt="a visit by a doctor")
        span = ChoiceField(look, "span", "How far off", [(each, label(each)) for each in GoalSpan])
        reached = DateField(look, "reached_on", "Reached on", desk.session.today)
        self.add(text, span, reached)
        self.put(text, SideBySide(look, span, reached))

    def save(self, write: Transaction, value: Goal) -> None:
        case_parts.save_goal(write, value)

    def is_worth_adding(self, value: Goal) -> bool:
        return bool(value.text)

    def problems(self, value: Goal) -> list[Problem]:
        on = value.reached_on
        if on is None or not on.is_known or on.earliest <= self._desk.session.today():
            return []
        return [Problem("reached_on", "The date lies in the future.", "Leave it empty until the goal is reached.")]


class GoalList(RecordList[Goal]):
    """The goals of one case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, WORDS)

    def records(self, case_id: str) -> list[Goal]:
        return in_order(self._desk.session.file.all(Goal, case_id=case_id, order="position, key"))

    def new_record(self, case_id: str, place: int) -> Goal:
        return Goal(case_id=case_id, position=place)

    def new_form(self) -> GoalForm:
        return GoalForm(self._desk)

    def runs(self, record: Goal) -> Sequence[Run]:
        note = f"reached {spoken(record.reached_on)}" if record.reached_on else label(record.span).lower()
        return (Run(record.text or "No words yet"), Run(f"  {note}", Role.SECONDARY))
