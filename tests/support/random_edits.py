# SPDX-License-Identifier: GPL-3.0-or-later
"""A restless group: edits of every kind in a random order, the same again for the same seed."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import SEALED, Channel, Letter
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.outcome import Outcome
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.reply import Reply, ReplyKind
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.edits import cases, group, letters, members, outcomes, people, replies
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.recorder import Transaction

from . import builders

_WORDS = ("teacher", "river", "Łukasz", "José", "Петрова", "王芳", "حسن", "O'Brien", "al-Husayn", "release", "trial")
_COUNTRIES = ("HN", "TR", "MM", "CO", "EG", "")


class RandomEdits:
    """Each call of step() makes one edit in a file."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._kinds: tuple[Callable[[Transaction], object], ...] = (
            self._add_case,
            self._change_case,
            self._change_case,
            self._close_case,
            self._put_asks,
            self._change_person,
            self._add_letter,
            self._change_letter,
            self._send_letter,
            self._record_reply,
            self._record_outcome,
            self._bin_something,
            self._put_something_back,
            self._add_member,
            self._change_group,
            self._make_and_delete,
        )

    def step(self, file: CaseFile) -> None:
        """Make one edit, of one or several kinds."""
        kinds = self._random.choices(self._kinds, k=self._random.choice((1, 1, 1, 2)))

        def some(write: Transaction) -> None:
            for kind in kinds:
                kind(write)

        file.edit(kinds[0].__name__, some)

    def wander(self, file: CaseFile, steps: int) -> None:
        """Edits, and now and then an undo or a redo."""
        for _ in range(steps):
            self._random.choices((lambda: self.step(file), file.undo, file.redo), (6, 2, 1))[0]()

    def _words(self, count: int = 3) -> str:
        return " ".join(self._random.choices(_WORDS, k=count))

    def _day(self) -> PartialDate | None:
        day = date(2026, 1, 1) + timedelta(days=self._random.randrange(600))
        return self._random.choice((None, PartialDate.of(day), PartialDate("2026"), PartialDate("XXXX")))

    def _one(self, write: Transaction, record: type[Any]) -> Any:
        found = write.all(record, order="id")
        return self._random.choice(found) if found else None

    def _add_case(self, write: Transaction) -> None:
        made = builders.case(self._words(), country=self._random.choice(_COUNTRIES), appeal_by=self._day())
        cases.add(write, made, [builders.person(made, self._words(2)) for _ in range(self._random.randrange(3))])

    def _change_case(self, write: Transaction) -> None:
        if found := self._one(write, Case):
            new: dict[str, Any] = {
                "title": self._words(),
                "situation": self._words(30),
                "country": self._random.choice(_COUNTRIES),
                "appeal_by": self._day(),
                "next_step": self._words(1),
            }
            chosen = self._random.sample(sorted(new), 2)
            cases.change(write, replace(found, **{name: new[name] for name in chosen}))

    def _close_case(self, write: Transaction) -> None:
        if found := self._one(write, Case):
            self._random.choice(
                (
                    lambda: cases.close(write, found.id, date(2026, 5, 1)),
                    lambda: cases.reopen(write, found.id, date(2026, 6, 1)),
                )
            )()

    def _put_asks(self, write: Transaction) -> None:
        if found := self._one(write, Case):
            cases.put_asks(write, found.id, [self._words(2) for _ in range(self._random.randrange(4))], "en")

    def _change_person(self, write: Transaction) -> None:
        if found := self._one(write, Person):
            people.save(write, replace(found, name=self._words(2), withheld=self._random.random() < 0.3))

    def _add_letter(self, write: Transaction) -> None:
        if found := self._one(write, Case):
            letters.save(write, builders.letter(found, self._words(20), subject=self._words()))

    def _change_letter(self, write: Transaction) -> None:
        found = self._one(write, Letter)
        if found and found.state not in SEALED:
            letters.save(
                write,
                replace(found, subject=self._words(), body=builders.letter(builders.case(), self._words(20)).body),
            )

    def _send_letter(self, write: Transaction) -> None:
        found = self._one(write, Letter)
        if found and found.state not in SEALED:
            on = date(2026, 6, self._random.randrange(1, 29))
            letters.mark_sent(
                write, found.id, on=on, channel=Channel.POST, postage=150, document=self._words(9).encode()
            )

    def _record_reply(self, write: Transaction) -> None:
        found = self._one(write, Letter)
        if found and found.state in SEALED:
            kind = self._random.choice(list(ReplyKind))
            replies.record(write, Reply(case_id=found.case_id, letter_id=found.id, kind=kind, received=self._day()))

    def _record_outcome(self, write: Transaction) -> None:
        if found := self._one(write, Case):
            outcomes.record(write, builders.outcome(found, on=self._day(), note=self._words()))

    def _bin_something(self, write: Transaction) -> None:
        found = self._one(write, self._random.choice((Case, Person, Letter, Outcome, Member)))
        if found and not (isinstance(found, Letter) and found.state in SEALED):
            bin_edits.put(write, [found], datetime(2026, 6, 1, tzinfo=UTC))

    def _put_something_back(self, write: Transaction) -> None:
        from amnesty_desktop.store.bin import binned

        if found := binned(write.engine):
            item = self._random.choice(sorted(found, key=lambda item: item.row_id))
            bin_edits.put_back(write, item.table, item.row_id)

    def _add_member(self, write: Transaction) -> None:
        members.save(write, Member(name=self._words(2)))

    def _change_group(self, write: Transaction) -> None:
        group.change(write, replace(write.group(), line=self._words(), follow_up_weeks=self._random.randrange(4, 20)))

    def _make_and_delete(self, write: Transaction) -> None:
        made = Member(name=self._words(2))
        write.save(made)
        write.bury(Member, made.id)
