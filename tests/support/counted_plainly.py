# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures once more, counted in plain Python from whole records, without the store's SQL or the domain's counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from statistics import median

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, Concern
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Letter, LetterKind
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.reply import NO_REPLIES, Reply, ReplyKind
from amnesty_desktop.domain.tally import Tally
from amnesty_desktop.store.reading import Reading

Groups = dict[str, set[str]]
"""Ids by what they were counted as."""


class PlainCount:
    """Counts one period of a file by going through everything in it."""

    def __init__(self, reading: Reading, period: Period) -> None:
        self.period = period
        self.cases = {case.id: case for case in reading.all(Case)}
        self.letters = [one for one in reading.all(Letter) if one.sent_on is not None]
        self.tallies = [one for one in reading.all(Tally) if one.on is not None and one.on.is_known]
        self.replies = [one for one in reading.all(Reply) if one.kind is not ReplyKind.NONE_EXPECTED]
        self.outcomes = reading.all(Outcome)
        self.people = reading.all(Person)
        self.addressees = {one.id: one for one in reading.all(Addressee)}
        self.terms: dict[str, set[str]] = defaultdict(set)
        for concern in reading.all(Concern):
            self.terms[concern.case_id].add(reading.vocabulary().resolve(concern.term))
        self.days: dict[str, list[date]] = defaultdict(list)
        for letter in self.letters:
            assert letter.sent_on is not None
            self.days[letter.case_id].append(letter.sent_on)
        for tally in self.tallies:
            assert tally.on is not None
            self.days[tally.case_id].append(tally.on.earliest)

    def base(self) -> set[str]:
        """The cases worked on."""
        inside = (case for case, days in self.days.items() if any(self._holds(day) for day in days))
        return {case for case in inside if case in self.cases}

    def groups(self) -> Groups:
        """What became of the cases worked on."""
        return self._groups((case, case, self._of(case)) for case in self.base())

    def people_groups(self) -> Groups:
        """The same of their people, each by what was noted for them alone."""
        base = self.base()
        return self._groups(
            (person.id, person.case_id, [one for one in self.outcomes if one.person_id == person.id])
            for person in self.people
            if person.case_id in base
        )

    def parts(self, part: str) -> dict[str, Groups]:
        """The groups apart by country, kind or concern."""
        found: dict[str, set[str]] = defaultdict(set)
        for case_id in self.base():
            case = self.cases[case_id]
            keys = {"country": {case.country}, "kind": {str(case.kind)}, "concern": self.terms[case_id] or {""}}[part]
            for key in keys:
                found[key].add(case_id)
        return {key: self._groups((case, case, self._of(case)) for case in ids) for key, ids in found.items()}

    def sent(self) -> list[Letter]:
        """The letters sent in the period."""
        return [one for one in self.letters if one.sent_on is not None and self._holds(one.sent_on)]

    def letters_of(self, case_id: str, *, cards: bool) -> list[Letter]:
        """Those of one case: cards of support, or all others."""
        return [one for one in self.sent() if one.case_id == case_id and (one.kind is LetterKind.CARD) is cards]

    def offices(self) -> dict[str, tuple[int, int, float | None]]:
        """Letters, replies and the middle of the days, of each office written to."""
        letters: Counter[str] = Counter()
        replies: Counter[str] = Counter()
        days: dict[str, list[int]] = defaultdict(list)
        for letter in self.sent():
            to = self.addressees.get(letter.addressee_id or "")
            name = (to.office or to.name) if to else ""
            if not name:
                continue
            letters[name] += 1
            for reply in self.replies:
                if reply.letter_id == letter.id and reply.kind not in NO_REPLIES:
                    replies[name] += 1
                    assert letter.sent_on is not None
                    if reply.received is not None and reply.received.is_day:
                        taken = (reply.received.earliest - letter.sent_on).days
                        days[name] += [taken] if taken >= 0 else []
        return {name: (n, replies[name], median(days[name]) if days[name] else None) for name, n in letters.items()}

    def within(self, dates: Iterable[PartialDate | None]) -> tuple[int, int]:
        """How many dates lie wholly in the period, and how many may."""
        sure = open_ = 0
        for on in dates:
            if on is None or not on.is_known:
                open_ += 1
            elif self.period.first <= on.earliest and on.latest <= self.period.last:
                sure += 1
            elif on.latest >= self.period.first and on.earliest <= self.period.last:
                open_ += 1
        return sure, open_

    def _of(self, case_id: str) -> list[Outcome]:
        return [one for one in self.outcomes if one.case_id == case_id]

    def _holds(self, day: date) -> bool:
        return self.period.first <= day <= self.period.last

    def _groups(self, counted: Iterable[tuple[str, str, list[Outcome]]]) -> Groups:
        found: Groups = defaultdict(set)
        for row_id, case_id, outcomes in counted:
            begin = max(min(self.days[case_id]), self.period.first)
            better = [self._lies(one.on, begin) for one in outcomes if one.direction is Direction.BETTER]
            worse = any(self._lies(one.on, begin) != "no" for one in outcomes if one.direction is Direction.WORSE)
            found["worked_on"].add(row_id)
            if "yes" in better:
                found["improved"].add(row_id)
                found["also_worse"] |= {row_id} if worse else set()
            elif "perhaps" in better:
                found["date_unclear"].add(row_id)
            else:
                found["worse_only" if worse else "unchanged"].add(row_id)
        return found

    def _lies(self, on: PartialDate | None, begin: date) -> str:
        if on is None or not on.is_known:
            return "perhaps"
        if on.latest < begin or on.earliest > self.period.last:
            return "no"
        return "yes" if on.earliest >= begin and on.latest <= self.period.last else "perhaps"
