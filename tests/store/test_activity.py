# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group did in a period, counted in the file."""

from datetime import date
from typing import Any

from tests.support.builders import add, case, letter

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Letter, LetterKind, LetterState
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.reply import Reply, ReplyKind
from amnesty_desktop.domain.tally import Tally, TallyKind
from amnesty_desktop.store.activity import activity
from amnesty_desktop.store.case_file import CaseFile

YEAR = Period.of_year(2026)
DAY = date(2026, 3, 10)


def sent(of: Case, on: date = DAY, **fields: Any) -> Letter:
    return letter(of, state=LetterState.SENT, sent_on=on, **fields)


def test_letters_count_by_kind_and_cards_apart(file: CaseFile) -> None:
    ours = case()
    add(file, ours, sent(ours), sent(ours), sent(ours, kind=LetterKind.CARD), sent(ours, date(2025, 12, 31)))
    found = activity(file.engine, YEAR)
    assert (found.letters_sent, found.cards_sent) == (2, 1)


def test_signatures_and_postage_are_sums_and_what_is_not_noted_is_counted(file: CaseFile) -> None:
    ours = case()
    add(file, ours, sent(ours, signatures=8, postage=220), sent(ours, postage=None))
    found = activity(file.engine, YEAR)
    assert (found.signatures, found.postage, found.postage_unknown) == (9, 220, 1)


def test_an_office_shows_its_letters_its_answers_and_the_middle_of_their_days(file: CaseFile) -> None:
    ours = case()
    to = Addressee(case_id=ours.id, office="Ministry of Justice")
    letters = [sent(ours, addressee_id=to.id) for _ in range(3)]
    days = ("2026-03-20", "2026-04-09", "2026-04")
    replies = [
        Reply(case_id=ours.id, letter_id=one.id, received=PartialDate(day))
        for one, day in zip(letters, days, strict=True)
    ]
    add(file, ours, to, *letters, *replies)
    (office,) = activity(file.engine, YEAR).offices
    assert (office.office, office.letters, office.replies, office.median_days) == ("Ministry of Justice", 3, 3, 20)


def test_a_reply_whose_day_may_lie_outside_is_counted_apart(file: CaseFile) -> None:
    ours = case()
    days = ("2026-05", "2025/2026", None, "2024")
    add(
        file,
        ours,
        *(Reply(case_id=ours.id, kind=ReplyKind.DENIAL, received=PartialDate(d) if d else None) for d in days),
    )
    found = activity(file.engine, YEAR)
    assert (found.replies, found.replies_undated) == ({ReplyKind.DENIAL: 1}, 2)


def test_tallies_add_up_by_kind(file: CaseFile) -> None:
    ours = case()
    counts = ((TallyKind.CARDS, 40), (TallyKind.CARDS, 2), (TallyKind.SIGNATURES, 310))
    add(file, ours, *(Tally(case_id=ours.id, kind=kind, count=n, on=PartialDate("2026-12-10")) for kind, n in counts))
    assert activity(file.engine, YEAR).tallies == {TallyKind.CARDS: 42, TallyKind.SIGNATURES: 310}


def test_a_tally_whose_day_may_lie_outside_is_counted_apart(file: CaseFile) -> None:
    ours = case()
    days = ("2026-05", "2025/2026", "XXXX", None, "2024")
    add(file, ours, *(Tally(case_id=ours.id, count=9, on=PartialDate(d) if d else None) for d in days))
    found = activity(file.engine, YEAR)
    assert (found.tallies, found.tallies_undated) == ({TallyKind.SIGNATURES: 9}, 3)
