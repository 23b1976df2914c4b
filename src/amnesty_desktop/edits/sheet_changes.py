# SPDX-License-Identifier: GPL-3.0-or-later
"""What an update would change in the case it belongs to: each change is shown first, and made only when it is taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from ..domain.addressee import Addressee
from ..domain.case import Ask, Case, CaseStatus, Concern, Confidentiality
from ..domain.countries import country_name
from ..domain.dates import PartialDate
from ..domain.likeness import person_likeness
from ..domain.names import fold
from ..domain.outcome import Direction, Outcome
from ..domain.person import Person, Situation, SituationKind
from ..domain.sheet import SheetKind
from ..domain.spoken_dates import spoken
from ..domain.vocabularies import label
from ..store.reading import Reading
from ..store.recorder import Transaction
from . import cases
from .arriving import ArrivingSheet


class ChangeKind(StrEnum):
    """What a change is about."""

    PERSON = "person"
    SPELLING = "spelling"
    NEWS = "news"
    OUTCOME = "outcome"
    APPEAL_BY = "appeal_by"
    ASK = "ask"
    ADDRESSEE = "addressee"
    CONCERN = "concern"
    COUNTRY = "country"
    CONFIDENTIALITY = "confidentiality"
    SITUATION = "situation"
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the words that show it, and whether it is ticked to begin with.

    value is the record or the value it brings. Outcomes, closing, reopening, asks, addresses and everything unsure
    begin without a tick: somebody has to decide them.
    """

    kind: ChangeKind
    words: str
    value: Any
    is_ticked: bool = False


_BETTER, _WORSE = Direction.BETTER, Direction.WORSE
_NEWS: tuple[tuple[str, SituationKind, Direction, str], ...] = (
    ("stay of exec|execution stayed|sursis", SituationKind.EXECUTION_STAYED, _BETTER, "execution_stayed"),
    ("execut|ejecutad|hingericht|stracon", SituationKind.EXECUTED, _WORSE, "executed"),
    ("released on bail|on bail|bajo fianza|kaution", SituationKind.BAILED, _BETTER, "released_on_bail"),
    ("released on cond|liberte cond", SituationKind.RELEASED_ON_CONDITIONS, _BETTER, "released_on_conditions"),
    ("releas|freed|liber|freigelass|entlassen|zwolnion|uwolnion|relach", SituationKind.RELEASED, _BETTER, "released"),
    ("acquit|absuel|freigesproch", SituationKind.ACQUITTED, _BETTER, "acquitted"),
    ("killed|asesinad|tue |tues |getotet", SituationKind.KILLED, _WORSE, "killed"),
    ("died|dead|decede|fallecid|gestorben", SituationKind.DIED, _WORSE, "died_in_custody"),
)
"""Beginnings of the words over a list of a sheet, as fold writes them: what they mean for the log and as an outcome."""
_DENIED = " not | no | still | never | pas | nicht | noch | nie | aun | encore "
_NAMES_ONLY = " new name| nouveaux noms| nouveau nom| nuevos nombres| nuevo nombre| neue namen| nowe nazwisk"


def changes(reading: Reading, case_id: str, arriving: ArrivingSheet) -> tuple[Change, ...]:
    """Everything a sheet would change in a case of the file, in the order it is shown."""
    case = reading.get(Case, case_id)
    return (
        *_on_people(reading, case, arriving),
        *_on_dates(case, arriving),
        *_on_case(case, arriving),
        *_on_asks(reading, case, arriving),
        *_on_addressees(reading, case, arriving),
        *_on_concerns(reading, case, arriving),
        *_on_status(case, arriving),
    )


def news_in(arriving: ArrivingSheet) -> tuple[Change, ...]:
    """What a sheet says has happened to people whom it brings into the file itself."""
    pairs = zip(arriving.people, arriving.news, strict=False)
    return tuple(change for person, said in pairs for change in _on_news(arriving.case, arriving, person, said))


def apply(write: Transaction, case_id: str, change: Change, today: date) -> None:
    """Make one change that was taken. What has happened to somebody who was not taken is left out."""
    value = change.value
    if change.kind in (ChangeKind.PERSON, ChangeKind.ASK, ChangeKind.ADDRESSEE, ChangeKind.CONCERN):
        place = write.count(type(value), case_id=case_id)
        write.save(replace(value, case_id=case_id, position=place))
    elif change.kind is ChangeKind.SPELLING:
        person = write.get(Person, value[0])
        write.save(replace(person, other_names="\n".join(filter(None, (person.other_names, value[1])))))
    elif change.kind in (ChangeKind.NEWS, ChangeKind.OUTCOME):
        if write.find(Person, value.person_id) is not None:
            write.save(value)
    elif change.kind in (ChangeKind.APPEAL_BY, ChangeKind.COUNTRY, ChangeKind.CONFIDENTIALITY, ChangeKind.SITUATION):
        write.save(replace(write.get(Case, case_id), **{str(change.kind): value}))
    elif change.kind is ChangeKind.CLOSE:
        cases.close(write, case_id, today)
    elif change.kind is ChangeKind.REOPEN:
        cases.reopen(write, case_id, today)


# -- one after another


def _on_people(reading: Reading, case: Case, arriving: ArrivingSheet) -> Iterator[Change]:
    present = reading.all(Person, case_id=case.id, order="position, key")
    news = (*arriving.news, *[""] * len(arriving.people))
    for person, said in zip(arriving.people, news, strict=False):
        match = _same(person, present)
        if match is None:
            new = replace(person, case_id=case.id)
            about = ", ".join(filter(None, (_detail(person), said if not _is_names_only(said) else "")))
            yield Change(
                ChangeKind.PERSON, f"New name: {person.name}{f' ({about})' if about else ''}", new, bool(person.name)
            )
        elif not _is_written_so(person.name, match):
            shown = match.name or match.own_script
            words = f"Another spelling of {shown}: {person.name}"
            yield Change(ChangeKind.SPELLING, words, (match.id, person.name), True)
        yield from _on_news(case, arriving, match or replace(person, case_id=case.id), said)


def _on_news(case: Case, arriving: ArrivingSheet, person: Person, said: str) -> Iterator[Change]:
    if not said or _is_names_only(said):
        return
    denied = _has(_DENIED, said)
    found = None if denied else next((row for row in _NEWS if _has(f" {row[0].replace('|', '| ')}", said)), None)
    kind = found[1] if found else SituationKind.OTHER
    on = _by(arriving.sheet.issued)
    text = "" if found and fold(said) == fold(label(kind)) else said
    entry = Situation(case_id=case.id, person_id=person.id, on=on, kind=kind, text=text, source_id=_source_id(arriving))
    yield Change(ChangeKind.NEWS, f"{person.name}: {said}. Write it into the log of what has happened", entry)
    if found:
        outcome = Outcome(
            case_id=case.id,
            person_id=person.id,
            on=on,
            direction=found[2],
            kind=found[3],
            how_known=arriving.source.title,
        )
        yield Change(ChangeKind.OUTCOME, f"{person.name}: {said}. Record it as an outcome, too", outcome)


def _on_dates(case: Case, arriving: ArrivingSheet) -> Iterator[Change]:
    new, old = arriving.case.appeal_by, case.appeal_by
    if new is None or new == old:
        return
    before = f", not {spoken(old)}" if old else ""
    is_later = old is None or not old.is_known or (new.is_known and new.earliest >= old.earliest)
    yield Change(ChangeKind.APPEAL_BY, f"Appeals until {spoken(new)}{before}", new, is_later)


def _on_case(case: Case, arriving: ArrivingSheet) -> Iterator[Change]:
    new = arriving.case
    if new.country and new.country != case.country:
        before = f", not {country_name(case.country)}" if case.country else ""
        yield Change(ChangeKind.COUNTRY, f"Country: {country_name(new.country)}{before}", new.country)
    is_closer = arriving.says_class and new.confidentiality is Confidentiality.INTERNAL
    if is_closer and case.confidentiality is Confidentiality.EXTERNAL:
        words = "Keep the case for members only, like this sheet"
        yield Change(ChangeKind.CONFIDENTIALITY, words, Confidentiality.INTERNAL)
    if new.situation and " ".join(new.situation.split()) != " ".join(case.situation.split()):
        words = "What happened: the words of this sheet in place of those in the case"
        yield Change(ChangeKind.SITUATION, words, new.situation)


def _on_asks(reading: Reading, case: Case, arriving: ArrivingSheet) -> Iterator[Change]:
    present = {fold(ask.text) for ask in reading.all(Ask, case_id=case.id)}
    for ask in arriving.asks:
        if fold(ask.text) not in present:
            yield Change(ChangeKind.ASK, f"It asks: {ask.text}", ask)


def _on_addressees(reading: Reading, case: Case, arriving: ArrivingSheet) -> Iterator[Change]:
    present = reading.all(Addressee, case_id=case.id)
    for each in arriving.addressees:
        if not any(_is_same_addressee(each, other) for other in present):
            who = ", ".join(filter(None, (each.name, each.office))) or each.address.partition("\n")[0]
            yield Change(ChangeKind.ADDRESSEE, f"Write to ({label(each.role)}): {who}", each)


def _on_concerns(reading: Reading, case: Case, arriving: ArrivingSheet) -> Iterator[Change]:
    present = {(concern.part, concern.term) for concern in reading.all(Concern, case_id=case.id)}
    words = reading.vocabulary()
    for concern in arriving.concerns:
        if (concern.part, concern.term) not in present:
            yield Change(ChangeKind.CONCERN, f"Concern: {words.label(concern.term)}", concern)


def _on_status(case: Case, arriving: ArrivingSheet) -> Iterator[Change]:
    if arriving.sheet.kind is SheetKind.CLOSING:
        if case.status is CaseStatus.OPEN:
            yield Change(ChangeKind.CLOSE, "The sheet asks for no more appeals: close the case", None)
    elif case.status is CaseStatus.CLOSED:
        yield Change(ChangeKind.REOPEN, "The case is closed here: open it again", None)


# -- comparing


def _same(person: Person, present: Sequence[Person]) -> Person | None:
    exact = next((other for other in present if person.name and _is_written_so(person.name, other)), None)
    if exact is not None:
        return exact
    likely = [(person_likeness(person, other), other) for other in present]
    best = max(likely, key=lambda pair: pair[0].points, default=None)
    if best is not None and best[0].is_likely:
        return best[1]
    return next((other for other in present if _is_shortened(person.name, other.name)), None)


def _is_shortened(one: str, other: str) -> bool:
    """Whether two names of one case begin and end alike, and one has the middle as a letter, or not at all."""
    ones, others = fold(one).split(), fold(other).split()
    if len(ones) < 2 or len(others) < 2 or (ones[0], ones[-1]) != (others[0], others[-1]):
        return False
    short, long = sorted((ones[1:-1], others[1:-1]), key=lambda middle: len("".join(middle)))
    return all(any(word.startswith(letter.strip(".")) for word in long) for letter in short)


def _is_written_so(name: str, match: Person) -> bool:
    known = (match.name, match.own_script, *match.other_names.splitlines())
    return any(fold(name) == fold(each) for each in known)


def _is_same_addressee(one: Addressee, other: Addressee) -> bool:
    for mine, theirs in ((one.name, other.name), (one.office, other.office)):
        if mine and theirs and fold(mine) == fold(theirs):
            return True
    return bool(one.address) and fold(one.address) == fold(other.address)


def _detail(person: Person) -> str:
    return ", ".join(filter(None, (str(person.age) if person.age is not None else "", person.work)))


def _is_names_only(said: str) -> bool:
    return _has(_NAMES_ONLY, said)


def _has(words: str, said: str) -> bool:
    """Whether any of the words parted by | stands in what a sheet says."""
    folded = f" {fold(said)} "
    return any(word in folded for word in words.split("|"))


def _by(issued: PartialDate | None) -> PartialDate | None:
    """A sheet says what has happened by its day of issue; on which day before, it often does not."""
    return PartialDate(f"../{issued.edtf}") if issued is not None and issued.is_day else None


def _source_id(arriving: ArrivingSheet) -> str | None:
    return arriving.source.id if arriving.issuer.is_secretariat else None
