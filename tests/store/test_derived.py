# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from other columns is right after every kind of edit."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.support.builders import add, case, frames, letter, outcome, person

from amnesty_desktop.domain.addressee import Addressee
from amnesty_desktop.domain.case import Case, CaseKind
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import Channel, Letter, LetterState
from amnesty_desktop.domain.member import Member
from amnesty_desktop.domain.person import Person
from amnesty_desktop.domain.reply import Reply
from amnesty_desktop.edits import bin as bin_edits
from amnesty_desktop.edits import letters
from amnesty_desktop.store.case_file import CaseFile

NIGHT = datetime(2026, 6, 1, tzinfo=UTC)


def _row(file: CaseFile, value: Any) -> dict[str, Any]:
    return next(row for (_, row_id), row in frames(file).items() if row_id == value.id)


def _put(file: CaseFile, value: Any) -> None:
    file.edit("Put in bin", lambda write: bin_edits.put(write, [value], NIGHT))


def _put_back(file: CaseFile, table: str, value: Any) -> None:
    file.edit("Put back", lambda write: bin_edits.put_back(write, table, value.id))


def test_a_case_is_called_by_its_people(file: CaseFile) -> None:
    teacher = case("Teachers")
    maribel = person(teacher, "Maribel Zúñiga", own_script="玛丽", position=0)
    add(file, teacher, maribel)
    assert (_row(file, teacher)["who"], _row(file, teacher)["who_own"]) == ("Maribel Zúñiga", "玛丽")
    assert _row(file, teacher)["sort_who"] == "maribel zuniga"
    add(file, replace(maribel, name="Ana Zúñiga", own_script=""))
    assert (_row(file, teacher)["who"], _row(file, teacher)["who_own"]) == ("Ana Zúñiga", "")


def test_a_withheld_name_is_in_no_derived_column(file: CaseFile) -> None:
    teacher = case("Teachers")
    maribel = person(teacher, own_script="玛丽")
    add(file, teacher, maribel)
    add(file, replace(maribel, withheld=True))
    row = _row(file, teacher)
    assert "Maribel" not in row["who"] + row["who_own"]
    assert "maribel" not in row["sort_who"]


def test_a_person_in_the_bin_no_longer_names_the_case(file: CaseFile) -> None:
    teacher = case("Teachers of Tela")
    maribel = person(teacher)
    add(file, teacher, maribel)
    _put(file, maribel)
    assert _row(file, teacher)["who"] == "Teachers of Tela"
    _put_back(file, "people", maribel)
    assert _row(file, teacher)["who"] == "Maribel Zúñiga"


def test_letters_and_outcomes_sort_by_the_name_of_their_case(file: CaseFile) -> None:
    teacher = case()
    maribel, draft, better = person(teacher), letter(teacher), outcome(teacher)
    add(file, teacher, maribel, draft, better)
    add(file, replace(maribel, name="Álvaro"))
    assert _row(file, draft)["sort_who"] == _row(file, better)["sort_who"] == "alvaro"


def test_everything_in_a_case_follows_it_into_the_bin_and_out(file: CaseFile) -> None:
    teacher = case()
    parts = (person(teacher), letter(teacher), outcome(teacher), Addressee(case_id=teacher.id))
    add(file, teacher, *parts)
    _put(file, teacher)
    assert [_row(file, part)["live"] for part in (teacher, *parts)] == [0] * 5
    _put_back(file, "cases", teacher)
    assert [_row(file, part)["live"] for part in (teacher, *parts)] == [1] * 5


def test_a_letter_binned_before_its_case_stays_in_the_bin_when_the_case_comes_back(file: CaseFile) -> None:
    teacher = case()
    draft = letter(teacher)
    add(file, teacher, draft)
    _put(file, draft)
    _put(file, teacher)
    _put_back(file, "cases", teacher)
    assert _row(file, draft)["live"] == 0


def test_a_letter_changed_while_its_case_is_in_the_bin_stays_out_of_sight(file: CaseFile) -> None:
    teacher = case()
    draft = letter(teacher)
    add(file, teacher, draft)
    _put(file, teacher)
    add(file, replace(draft, subject="Late"))
    assert _row(file, draft)["live"] == 0


def test_a_letter_moved_to_another_case_refreshes_both(file: CaseFile) -> None:
    one, two = case("One"), case("Two")
    draft = letter(one, dated=date(2026, 3, 1))
    add(file, one, two, draft)
    changes = file.edit("Move", lambda write: write.save(replace(draft, case_id=two.id)))
    assert changes.cases == {one.id, two.id}
    assert _row(file, draft)["sort_who"] == "two"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-05-07", "2026-05-07"),
        ("2026-05", "2026-05-01"),
        ("XXXX", "9999"),
        (None, "9999"),
        ("../2026-03", "2026-03-01"),
    ],
)
def test_a_case_sorts_by_the_first_day_its_date_can_be(file: CaseFile, edtf: str | None, expected: str) -> None:
    teacher = case(appeal_by=PartialDate(edtf) if edtf else None)
    add(file, teacher)
    assert _row(file, teacher)["sort_appeal"] == expected


def test_outcomes_and_replies_sort_by_their_dates(file: CaseFile) -> None:
    teacher = case()
    better = outcome(teacher, on=PartialDate("2026-05"))
    answer = Reply(case_id=teacher.id, received=PartialDate("2026-06-02"))
    add(file, teacher, better, answer)
    assert (_row(file, better)["sort_on"], _row(file, answer)["sort_on"]) == ("2026-05-01", "2026-06-02")
    add(file, replace(better, on=None))
    assert _row(file, better)["sort_on"] == "9999"


def test_a_letter_sorts_by_the_day_it_was_dated_and_then_sent(file: CaseFile) -> None:
    teacher = case()
    draft = letter(teacher, dated=date(2026, 3, 1))
    add(file, teacher, draft)
    assert _row(file, draft)["sort_on"] == "2026-03-01"
    sent = {"on": date(2026, 3, 9), "channel": Channel.POST, "postage": None, "document": b"x"}
    file.edit("Send", lambda write: letters.mark_sent(write, draft.id, **sent))  # type: ignore[arg-type]
    assert _row(file, draft)["sort_on"] == "2026-03-09"
    file.undo()
    assert _row(file, draft)["sort_on"] == "2026-03-01"


def test_the_last_event_of_a_case_is_the_latest_thing_known(file: CaseFile) -> None:
    teacher = case(issued=PartialDate("2025-01-03"))
    add(file, teacher)
    assert _row(file, teacher)["last_event"] == "2025-01-03"
    answer = Reply(case_id=teacher.id, received=PartialDate("2026-06"))
    add(file, answer, outcome(teacher, on=None))
    assert _row(file, teacher)["last_event"] == "2026-06-01"
    _put(file, answer)
    assert _row(file, teacher)["last_event"] == "2025-01-03"


def test_a_country_sorts_by_its_name_without_accents(file: CaseFile) -> None:
    teacher = case(country="CI")
    add(file, teacher)
    assert "cote" in _row(file, teacher)["sort_country"] or "ivory" in _row(file, teacher)["sort_country"]
    add(file, replace(teacher, country=""))
    assert _row(file, teacher)["sort_country"] == ""


def test_members_and_people_sort_by_folded_names(file: CaseFile) -> None:
    teacher = case()
    ana, petrova = Member(name="Ána O'Brien"), person(teacher, "Петрова")
    add(file, teacher, ana, petrova)
    assert (_row(file, ana)["sort_name"], _row(file, petrova)["sort_name"]) == ("ana obrien", "petrova")


def test_derived_columns_carry_no_stamp(file: CaseFile) -> None:
    teacher = case()
    add(file, teacher, person(teacher))
    assert _row(file, teacher)["stamps"] == "{}"
    assert [record for record in (Case, Person, Letter) if file.count(record)] == [Case, Person]


def test_papers_sort_by_kind_then_year_then_number(file: CaseFile) -> None:
    texts = ("UA 112/26", "UA 9/26", "EX 3/26", "UA 200/25", "some number of our own")
    made = [case(reference=text) for text in texts]
    add(file, *made)
    order = sorted(made, key=lambda one: str(_row(file, one)["sort_paper"]))
    assert [one.reference for one in order] == [
        "EX 3/26",
        "some number of our own",
        "UA 200/25",
        "UA 9/26",
        "UA 112/26",
    ]


def test_a_long_term_case_knows_since_when_its_newest_letter_waits(file: CaseFile) -> None:
    teacher = case(kind=CaseKind.ACTION_FILE)
    old = letter(teacher, state=LetterState.SENT, sent_on=date(2026, 1, 5), channel=Channel.POST)
    add(file, teacher, old)
    assert _row(file, teacher)["sort_unanswered"] == "2026-01-05"
    add(file, replace(teacher, no_contact="the family asks for silence"))
    assert _row(file, teacher)["sort_unanswered"] == ""
    add(file, teacher, replace(old, state=LetterState.ANSWERED))
    assert _row(file, teacher)["sort_unanswered"] == ""
    file.undo()
    file.undo()
    assert _row(file, teacher)["sort_unanswered"] == "2026-01-05"


def test_people_sort_by_the_country_of_their_case(file: CaseFile) -> None:
    teacher = case(country="HN")
    maribel = person(teacher)
    add(file, teacher, maribel)
    assert _row(file, maribel)["sort_country"] == "honduras"
    add(file, replace(teacher, country="TR"))
    assert _row(file, maribel)["sort_country"] == _row(file, teacher)["sort_country"] != "honduras"
