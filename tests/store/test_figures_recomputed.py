# SPDX-License-Identifier: GPL-3.0-or-later
"""Every figure against a count of our own that shares nothing with it, over generated files and over the sample."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import case, letter, new_file, outcome, person
from tests.support.counted_plainly import PlainCount
from tests.support.sample import sample_file

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import CaseKind, Concern, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.figures import Became, Counted, Part, YearCount
from amnesty_desktop.domain.letter import LetterKind, LetterState
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.reply import NO_REPLIES, Reply, ReplyKind
from amnesty_desktop.domain.tally import Tally, TallyKind
from amnesty_desktop.store.actions import actions_by_case, letters_by_month
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.figures import case_records
from amnesty_desktop.store.period_figures import cases_of, period_figures

PERIODS = (
    Period.of_year(2025),
    Period.of_year(2026),
    Period(date(2025, 7, 1), date(2026, 6, 30)),
    Period(date(1961, 1, 1), date(1961, 12, 31)),
    Period.of_all_time(),
)
_DATES = (None, "XXXX", "2024", "2025", "2026", "2025-06", "2025-12/2026-01", "2025~", "../2025", "2026-03-10")


_WITHOUT_A_FIRST_DAY = "../2025"
"""A tally counts for its first possible day; whether one of "2025 or before" belongs to 2025 no rule says as yet."""


def _tally_date(chance: random.Random) -> PartialDate | None:
    found = chance.choice([each for each in _DATES if each != _WITHOUT_A_FIRST_DAY])
    return PartialDate(found) if found else None


def filled(path: Path, seed: int) -> CaseFile:
    """A file of a dozen cases with everything that is counted, some of it without a name, a day or a country."""
    chance = random.Random(seed)
    file = new_file(path)
    made: list[Any] = []
    members = [Member(name=f"Member {n}") for n in range(3)]
    for number in range(12):
        ours = case(f"Case {number}", country=chance.choice(("HN", "TR", "")), kind=chance.choice(list(CaseKind)))
        somebody = [person(ours, chance.choice(("", "Ana"))) for _ in range(chance.randrange(3))]
        to = Addressee(case_id=ours.id, office=chance.choice(("Ministry", "Court", "")), name=chance.choice(("", "X")))
        made += [ours, *somebody, to]
        for part, term in ((ConcernList.RISK, "torture"), (ConcernList.ISSUE, "women")):
            made += [Concern(case_id=ours.id, part=part, term=term)] * chance.randrange(2)
        for _ in range(chance.randrange(5)):
            made += _letter(chance, ours, to, members)
        for _ in range(chance.randrange(4)):
            who = chance.choice([None, *(one.id for one in somebody)])
            way = chance.choice(list(Direction))
            made.append(
                outcome(ours, person_id=who, on=_date(chance), direction=way, kind=f"kind {chance.randrange(3)}")
            )
        if chance.random() < 0.3:
            made.append(Reply(case_id=ours.id, received=_date(chance), kind=chance.choice(list(ReplyKind))))
            day = _tally_date(chance)
            made.append(Tally(case_id=ours.id, kind=chance.choice(list(TallyKind)), count=chance.randrange(90), on=day))

    def save(write: Any) -> None:
        for value in (*members, *made):
            write.save(value)
        write.bin(type(made[0]), made[0].id, "2026-11-23T10:00:00+00:00")

    file.edit("Fill", save)
    return file


def _letter(chance: random.Random, of: Any, to: Addressee, members: list[Member]) -> list[Any]:
    if chance.random() < 0.2:
        return [letter(of, dated=_day(chance))]
    sent = letter(
        of,
        kind=chance.choice((LetterKind.APPEAL, LetterKind.CARD, LetterKind.THANKS)),
        state=LetterState.SENT,
        sent_on=_day(chance),
        addressee_id=chance.choice((None, to.id)),
        writer_id=chance.choice((None, *(one.id for one in members))),
        signatures=chance.randrange(1, 9),
        postage=chance.choice((None, 220)),
    )
    replies = [Reply(case_id=of.id, letter_id=sent.id, received=_date(chance)) for _ in range(chance.randrange(2))]
    return [sent, *replies]


def _day(chance: random.Random) -> date:
    return date(2024, 11, 1) + timedelta(days=chance.randrange(760))


def _date(chance: random.Random) -> PartialDate | None:
    text = chance.choice((*_DATES, _day(chance).isoformat(), _day(chance).isoformat()))
    return PartialDate(text) if text else None


def groups_of(count: YearCount) -> dict[str, int]:
    return {one.value: getattr(count, one.value) for one in Became}


def sizes(groups: dict[str, set[str]]) -> dict[str, int]:
    return {one.value: len(groups.get(one.value, ())) for one in Became}


def check(file: CaseFile, period: Period) -> None:
    """Compare every figure of a period with the plain count."""
    ours, plain = period_figures(file, period), PlainCount(file, period)
    assert groups_of(ours.cases) == sizes(plain.groups())
    assert groups_of(ours.people) == sizes(plain.people_groups())
    for part in Part:
        found = {key: groups_of(count) for key, count in ours.parts[part].items()}
        assert found == {key: sizes(groups) for key, groups in plain.parts(part.value).items()}
    check_activity(file, period, plain)
    check_outcomes(ours.outcomes, ours.outcomes_undated, plain)
    check_cases(file, period, plain)


def check_activity(file: CaseFile, period: Period, plain: PlainCount) -> None:
    did, sent = period_figures(file, period).activity, plain.sent()
    assert did.letters == Counter(one.kind for one in sent)
    assert did.signatures == sum(one.signatures for one in sent)
    assert did.postage == sum(one.postage or 0 for one in sent)
    assert did.postage_unknown == sum(one.postage is None for one in sent)
    assert did.writers == len({one.writer_id for one in sent if one.writer_id})
    assert did.countries == len({plain.cases[one.case_id].country for one in sent} - {""})
    assert {one.office: (one.letters, one.replies, one.median_days) for one in did.offices} == plain.offices()
    assert did.addressees == len(plain.offices())
    assert did.replies_received == plain.within(one.received for one in plain.replies if one.kind not in NO_REPLIES)[0]
    assert did.replies_undated == plain.within(one.received for one in plain.replies)[1]
    assert did.tallies_undated == plain.within(one.on for one in file.all(Tally))[1]
    for kind in TallyKind:
        wanted = [one for one in plain.tallies if one.kind is kind and plain.within([one.on])[0]]
        assert did.tallies.get(kind, 0) == sum(one.count for one in wanted)
    months = Counter(f"{one.sent_on:%Y-%m}" for one in sent)
    assert letters_by_month(file.engine, period) == months


def check_outcomes(found: Any, undated: int, plain: PlainCount) -> None:
    wanted = Counter((one.direction, one.kind) for one in plain.outcomes if plain.within([one.on])[0])
    assert found == wanted
    assert undated == plain.within(one.on for one in plain.outcomes)[1]


def check_cases(file: CaseFile, period: Period, plain: PlainCount) -> None:
    """A number opens exactly the cases it counts; what was sent for each case is as the plain count has it."""
    window = None if period.is_all_time else period
    whole, parts = plain.groups(), {part: plain.parts(part.value) for part in Part}
    for one in Became:
        assert set(cases_of(file, Counted(window, one))) == whole.get(one.value, set())
    for part, keys in parts.items():
        for key, groups in keys.items():
            assert set(cases_of(file, Counted(window, Became.IMPROVED, part, key))) == groups.get("improved", set())
    for row in actions_by_case(file.engine, period):
        letters, cards = (plain.letters_of(row.case_id, cards=each) for each in (False, True))
        assert (row.letters, row.cards) == (len(letters), len(cards))
        came = [one for one in plain.replies if one.case_id == row.case_id and one.kind not in NO_REPLIES]
        days = [one.received.earliest for one in came if one.received is not None and one.received.is_known]
        if date.min not in days:
            # "Before 2025" has no first day, and stands where it ends.
            assert row.replies == sum(period.first <= day <= period.last for day in days)
        assert row.signatures == sum(each.signatures for each in (*letters, *cards))


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_figure_of_a_generated_file_equals_a_plain_count(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    file = filled(tmp_path_factory.mktemp("figures") / "group.amnesty", seed)
    try:
        for period in PERIODS:
            check(file, period)
        years = {record.case_id for record in case_records(file.engine)}
        assert years == PlainCount(file, Period.of_all_time()).base()
    finally:
        file.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    made = sample_file(tmp_path_factory.mktemp("sample") / "sample.amnesty")
    yield made
    made.close()


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.printed)
def test_every_figure_of_the_sample_equals_a_plain_count(sample: CaseFile, period: Period) -> None:
    check(sample, period)
