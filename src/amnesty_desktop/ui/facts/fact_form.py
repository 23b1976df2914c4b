# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms of a fact: what it says and how it was stated, and since when it is no longer true."""

from collections.abc import Sequence

from ...domain.case import Confidentiality
from ...domain.claim import Claim, Stated, Support
from ...domain.person import Person
from ...domain.printed import WITHHELD, shown_name
from ...domain.problems import Problem
from ...domain.vocabularies import label
from ...edits import claims
from ...store.recorder import Transaction
from ..cases.fields import BlockField, ChoiceField, DateField, LineField, SideBySide
from ..cases.kept_form import KeptForm
from ..desk import Desk

_STATED = tuple((stated, label(stated)) for stated in Stated)
_CLASSES = tuple((each, label(each)) for each in (Confidentiality.EXTERNAL, Confidentiality.INTERNAL))
_LANGUAGES = (("en", "English"), ("fr", "French"), ("es", "Spanish"), ("de", "German"))


class FactForm(KeptForm[Claim]):
    """Words first; how they were stated, when, about whom, and who may see them."""

    noun = "claim"
    labels = ("Add fact", "Change fact")

    def __init__(self, desk: Desk, people: Sequence[Person]) -> None:
        super().__init__(desk)
        self.setObjectName("fact_form")
        look = desk.look
        text_hint = "One statement, worded so that it can stand in a letter."
        text = BlockField(look, "text", "The &fact", hint=text_hint)
        stated_hint = "A fear stays a fear in letters."
        stated = ChoiceField(look, "stated", "How it was &stated", _STATED, hint=stated_hint)
        on = DateField(look, "on", "&When, as far as known", desk.session.today)
        names = [(person.id, shown_name(person) or WITHHELD) for person in people]
        whom = ChoiceField(look, "person_id", "&About whom", [(None, "everybody, or nobody"), *names])
        seen = ChoiceField(look, "confidentiality", "Who &may see it", _CLASSES)
        language = ChoiceField(look, "language", "&Language of the words", _LANGUAGES)
        self.add(text, stated, on, whom, seen, language)
        self.put(text, SideBySide(look, stated, on), SideBySide(look, whom, seen))
        self.put(language, folded=True)

    def is_worth_unfolding(self) -> bool:
        return bool(self.record.language != "en")

    def save(self, write: Transaction, value: Claim) -> None:
        claims.save(write, value)

    def is_worth_adding(self, value: Claim) -> bool:
        return bool(value.text)

    def missing(self, value: Claim) -> Problem | None:
        if value.text:
            return None
        return Problem("text", "A fact needs words.", "Write it again, or put it into the bin.")

    def problems(self, value: Claim) -> list[Problem]:
        on = value.on
        if on is None or not on.is_known or on.earliest <= self._desk.session.today():
            return []
        return [Problem("on", "The date lies in the future.", "A fact is what is so by now; correct the date.")]


class OvertakenForm(KeptForm[Claim]):
    """Since when a fact is no longer true, and why."""

    noun = "overtaken"
    labels = ("", "Change fact")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("overtaken_form")
        look = desk.look
        hint = "As far as known; “not known” will do."
        since = DateField(look, "overtaken_on", "No longer true &since", desk.session.today, hint=hint)
        why = LineField(look, "overtaken_why", "What has &changed", prompt="she has gone home")
        self.add(since, why)
        self.put(SideBySide(look, since, why))

    def save(self, write: Transaction, value: Claim) -> None:
        claims.save(write, value)

    def missing(self, value: Claim) -> Problem | None:
        if value.overtaken_on is not None:
            return None
        way_out = "Write it, or “not known”; if it is true again, say so under More."
        return Problem("overtaken_on", "It is not said since when.", way_out)

    def problems(self, value: Claim) -> list[Problem]:
        return []


class DecisionForm(KeptForm[Support]):
    """Who decided against a source that says otherwise, when, and why: a dispute ends before everybody's eyes."""

    noun = "decision"
    labels = ("", "Change the decision")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("decision_form")
        look = desk.look
        by = LineField(look, "set_aside_by", "Who has &decided")
        on = DateField(look, "set_aside_on", "&When", desk.session.today)
        why = LineField(look, "set_aside_why", "Wh&y it does not count", prompt="the ministry speaks of another arrest")
        self.add(by, on, why)
        self.put(SideBySide(look, by, on), why)

    def focus_first(self) -> None:
        self.fields["set_aside_why"].editor.setFocus()

    def save(self, write: Transaction, value: Support) -> None:
        claims.save_support(write, value)

    def missing(self, value: Support) -> Problem | None:
        if value.set_aside_on is not None:
            return None
        return Problem("set_aside_on", "It is not said when.", "Write the day, or “not known”.")

    def problems(self, value: Support) -> list[Problem]:
        return []
