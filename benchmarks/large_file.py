# SPDX-License-Identifier: GPL-3.0-or-later
"""A case file far larger than any group's: invented cases and letters, the same each time, kept in build/."""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from amnesty_desktop.domain.case import Case, CaseKind, CaseStatus, Concern, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.diary import DiaryNote
from amnesty_desktop.domain.group import Group
from amnesty_desktop.domain.letter import Body, Channel, Letter, LetterKind, LetterState, Paragraph, Run
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.outcome import Direction, Outcome
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.domain.reply import Reply, ReplyKind, ReplyTask
from amnesty_desktop.domain.sheet import Sheet, SheetKind
from amnesty_desktop.domain.tally import Tally, TallyKind
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.migrations import STEPS
from amnesty_desktop.store.recorder import Transaction

CASES, LETTERS_A_CASE = 100_000, 5
_EDITION = 3
TODAY = date(2026, 11, 23)
_A_BATCH = 2_000
_MEMBERS = 20
_FIRST = (
    *("Ana", "Bruno", "Maribel", "José", "Łukasz", "Øyvind", "Fatma", "Hasan", "Анна", "Пётр", "Ümit", "Thị", "Aung"),
    *("Chen", "Wei", "Yusuf", "Leyla", "Sinéad", "Omar", "Marta", "Ivan", "Nadia", "Samir", "Rosa", "Tomás", "Elena"),
    *("Daw", "Khin", "Ahmad", "Zahra", "Pedro", "Lucía", "Amina", "Kofi", "Wanjiru", "Isak", "王", "حسن"),
)
_SYLLABLES = (
    "ba",
    "ka",
    "ri",
    "mo",
    "zu",
    "ne",
    "la",
    "shi",
    "to",
    "ve",
    "du",
    "an",
    "el",
    "ro",
    "pi",
    "sa",
    "gu",
    "ti",
)
_COUNTRIES = (
    "HN",
    "TR",
    "MM",
    "CO",
    "EG",
    "MX",
    "RU",
    "CN",
    "IR",
    "VN",
    "BY",
    "SA",
    "PK",
    "NG",
    "KE",
    "PH",
    "GT",
    "SV",
)
_WORDS = (
    *(
        "the",
        "prison",
        "court",
        "family",
        "lawyer",
        "doctor",
        "visit",
        "release",
        "trial",
        "charged",
        "without",
        "fear",
    ),
    *("access", "torture", "letter", "minister", "urge", "investigate", "protect", "ensure", "harbour", "teacher"),
    *("union", "village", "river", "journalist", "editor", "sentence", "arrested", "reported", "hearing", "judge"),
)


class Invention:
    """Cases in a row, each with its people, letters and what became of them; chance is its only source of chance."""

    def __init__(self) -> None:
        self.chance = random.Random(1961)
        self.members = [Member(name=self._name()) for _ in range(_MEMBERS)]
        self._are_members_there = False

    def fill(self, write: Transaction, count: int) -> None:
        """Add so many cases."""
        rows: dict[type[Any], list[Any]] = {} if self._are_members_there else {Member: self.members}
        self._are_members_there = True
        for _ in range(count):
            for value in self.one():
                rows.setdefault(type(value), []).append(value)
        for values in rows.values():
            write.add_all(values)

    def one(self) -> list[Any]:
        """Everything that belongs to one more case, the case first."""
        chance = self.chance
        began = TODAY - timedelta(days=int(3650 * chance.random() ** 2))
        is_open = chance.random() < 0.5
        case = Case(
            kind=chance.choices(list(CaseKind), (60, 5, 3, 2, 15, 5, 5, 5))[0],
            reference=f"UA {chance.randrange(1, 400)}/{began.year % 100:02}",
            country=chance.choice(_COUNTRIES),
            title=self.words(5),
            situation=self.words(30),
            status=CaseStatus.OPEN if is_open else CaseStatus.CLOSED,
            issued=PartialDate.of(began),
            appeal_by=PartialDate.of(began + timedelta(days=42)) if chance.random() < 0.8 else None,
            owner_id=chance.choice(self.members).id if chance.random() < 0.7 else None,
        )
        person = Person(case_id=case.id, name=self._name(), work=self.words(1))
        concern = Concern(
            case_id=case.id, part=ConcernList.RISK, term=chance.choice(("torture", "unfair_trial", "killing"))
        )
        letters = [self._letter(case, began, number) for number in range(LETTERS_A_CASE)]
        values = [case, person, concern, *letters]
        if chance.random() < 0.3:
            on = PartialDate.of(min(TODAY, began + timedelta(days=chance.randrange(400))))
            values.append(Outcome(case_id=case.id, direction=chance.choice(list(Direction)), kind="released", on=on))
        if chance.random() < 0.2:
            task = ReplyTask.FORWARD if chance.random() < 0.02 else ReplyTask.NOTHING
            received = PartialDate.of(min(TODAY, began + timedelta(days=90)))
            values.append(
                Reply(case_id=case.id, letter_id=letters[0].id, kind=ReplyKind.FORM_REPLY, task=task, received=received)
            )
        return values + self._knowledge(case, person, began)

    def _knowledge(self, case: Case, person: Person, began: date) -> list[Any]:
        """What a case holds besides: its sheet, what happened to the person, the diary, a stall."""
        chance, on = self.chance, PartialDate.of(began)
        values: list[Any] = [
            Sheet(case_id=case.id, kind=SheetKind.FIRST, reference=case.reference, issued=on, news=self.words(6)),
            Situation(case_id=case.id, person_id=person.id, kind=SituationKind.DETAINED, on=on, text=self.words(8)),
        ]
        if chance.random() < 0.5:
            values.append(DiaryNote(case_id=case.id, on=on, text=self.words(8)))
        if chance.random() < 0.1:
            counted = chance.randrange(1, 200)
            values.append(Tally(case_id=case.id, kind=TallyKind.SIGNATURES, count=counted, on=on, event="market stall"))
        return values

    def _letter(self, case: Case, began: date, number: int) -> Letter:
        on = began + (TODAY - began) * (number + 1) / (LETTERS_A_CASE + 1)
        states = (LetterState.SENT, LetterState.ANSWERED, LetterState.DRAFT, LetterState.READY, LetterState.EXPORTED)
        state = self.chance.choices(states, (900, 80, 10, 5, 5))[0]
        was_sent = state in (LetterState.SENT, LetterState.ANSWERED)
        return Letter(
            case_id=case.id,
            kind=LetterKind.APPEAL,
            dated=on,
            address=f"The Minister of {self.words(2)}\n{self.words(1)}",
            subject=self.words(4),
            body=Body(tuple(Paragraph((Run(self.words(25)),)) for _ in range(3))),
            state=state,
            sent_on=on if was_sent else None,
            channel=Channel.POST if was_sent else None,
        )

    def words(self, count: int) -> str:
        """So many words without a meaning."""
        return " ".join(self.chance.choices(_WORDS, k=count))

    def _name(self) -> str:
        family = "".join(self.chance.choices(_SYLLABLES, k=self.chance.randrange(2, 5))).capitalize()
        return f"{self.chance.choice(_FIRST)} {family}"


def large_file(
    folder: Path, cases: int = CASES, *, name: str = "large", invention: type[Invention] = Invention
) -> CaseFile:
    """The file, opened; made first where it is not there yet (about three minutes for all of it)."""
    path = folder / f"{name}-{cases}-{STEPS[-1]}-{_EDITION}.amnesty"
    named: dict[str, Any] = {"device": "c" * 12, "who": "Ana", "now": lambda: datetime.now(UTC)}
    if path.exists():
        return CaseFile.open(path, **named)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    file = CaseFile.create(unfinished, Group(name="Riverside Group", country="GB"), None, **named)
    invented = invention()
    for _ in range(0, cases, _A_BATCH):
        file.set_up("Fill", lambda write: invented.fill(write, min(_A_BATCH, cases)))
    file.close()
    unfinished.replace(path)
    return CaseFile.open(path, **named)
