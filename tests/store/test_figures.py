# SPDX-License-Identifier: GPL-3.0-or-later
"""What the figures are counted from."""

from datetime import date

from tests.support.builders import add, case, letter, outcome

from amnesty_desktop.domain.case import Concern, ConcernList
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Channel, LetterState
from amnesty_desktop.domain.outcome import Direction
from amnesty_desktop.domain.period import Period
from amnesty_desktop.domain.tally import Tally
from amnesty_desktop.edits import letters
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.figures import case_keys_of, case_records, highest_case_key, worked_on


def test_a_case_counts_from_its_first_letter_sent_with_the_years_it_was_written_to(file: CaseFile) -> None:
    ours = case()
    days = [date(2026, 2, 1), date(2024, 5, 7), date(2024, 9, 1)]
    add(file, ours, *(letter(ours, state=LetterState.SENT, sent_on=day) for day in days))
    (record,) = case_records(file.engine)
    assert (record.case_id, record.first_action, record.action_years) == (ours.id, days[1], frozenset({2024, 2026}))


def test_drafts_and_unsent_letters_are_no_action(file: CaseFile) -> None:
    ours = case()
    add(file, ours, letter(ours), letter(ours, state=LetterState.READY, dated=date(2026, 1, 1)))
    assert not list(case_records(file.engine))


def test_answered_and_returned_letters_were_sent(file: CaseFile) -> None:
    for state in (LetterState.ANSWERED, LetterState.RETURNED):
        ours = case()
        add(file, ours, letter(ours, state=state, sent_on=date(2026, 1, 1)))
    assert len(list(case_records(file.engine))) == 2


def test_outcomes_come_with_their_dates_as_known(file: CaseFile) -> None:
    ours = case()
    about = PartialDate("2026~")
    add(file, ours, letter(ours, state=LetterState.SENT, sent_on=date(2026, 1, 1)))
    add(file, outcome(ours, on=about), outcome(ours, direction=Direction.WORSE, kind="arrested_again"))
    (record,) = case_records(file.engine)
    assert record.outcomes == ((Direction.BETTER, about), (Direction.WORSE, None))


def test_what_lies_in_the_bin_counts_no_more(file: CaseFile) -> None:
    ours, theirs = case(), case("Another case")
    sent = letter(ours, state=LetterState.SENT, sent_on=date(2026, 1, 1))
    add(file, ours, theirs, sent, letter(theirs, state=LetterState.SENT, sent_on=date(2026, 1, 2)))
    file.edit("Delete case", lambda write: write.bin(type(ours), ours.id, "2026-11-23T10:00:00+00:00"))
    assert [record.case_id for record in case_records(file.engine)] == [theirs.id]


def test_a_letter_whose_sending_is_taken_back_counts_no_more(file: CaseFile) -> None:
    ours = case()
    one = letter(ours)
    add(file, ours, one)
    day = date(2026, 1, 1)
    file.edit(
        "Mark as sent",
        lambda write: letters.mark_sent(write, one.id, on=day, channel=Channel.POST, postage=None, document=b"x"),
    )
    assert len(list(case_records(file.engine))) == 1
    file.undo()
    assert not list(case_records(file.engine))


def test_a_range_of_cases_is_counted_with_its_letters_and_outcomes_alone(file: CaseFile) -> None:
    ours, theirs = case(), case("Another case")
    for one in (ours, theirs):
        add(file, one, letter(one, state=LetterState.SENT, sent_on=date(2026, 1, 1)), outcome(one))
    (key,) = case_keys_of(file.engine, [theirs.id])
    (found,) = case_records(file.engine, range(key, key + 1))
    assert (found.case_id, len(found.outcomes)) == (theirs.id, 1)


def test_ranges_up_to_the_highest_number_hold_every_case(file: CaseFile) -> None:
    assert highest_case_key(file.engine) == 0
    made = [case(f"Case {number}") for number in range(5)]
    for one in made:
        add(file, one, letter(one, state=LetterState.SENT, sent_on=date(2026, 1, 1)))
    last = highest_case_key(file.engine)
    found = [record for start in range(0, last + 1, 2) for record in case_records(file.engine, range(start, start + 2))]
    assert {record.case_id for record in found} == {one.id for one in made}


def test_a_tally_is_an_action_too(file: CaseFile) -> None:
    ours = case()
    add(file, ours, Tally(case_id=ours.id, count=12, on=PartialDate("2026-05-03")))
    (record,) = case_records(file.engine)
    assert (record.first_action, record.action_years) == (date(2026, 5, 3), frozenset({2026}))


def test_the_cases_of_a_period_come_with_all_that_parts_them(file: CaseFile) -> None:
    ours, theirs = case(country="TR"), case("Another case")
    days = (date(2024, 5, 7), date(2026, 2, 1))
    add(file, ours, theirs, *(letter(ours, state=LetterState.SENT, sent_on=day) for day in days))
    add(
        file, letter(theirs, state=LetterState.SENT, sent_on=date(2025, 1, 1)), outcome(ours, on=PartialDate("2026-03"))
    )
    add(file, Concern(case_id=ours.id, part=ConcernList.RISK, term="torture"))
    (record,) = worked_on(file.engine, Period.of_year(2026))
    assert (record.case_id, record.first_action, record.country) == (ours.id, days[0], "TR")
    assert (record.concerns, len(record.outcomes)) == (("torture",), 1)
