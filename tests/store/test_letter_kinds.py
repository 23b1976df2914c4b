# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of one kind: representations are kept apart, and other letters of the day are known."""

from datetime import date
from typing import Any

from tests.support.builders import add, case, letter

from amnesty_desktop.domain.letter import LetterKind
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.letters import LetterFilter, letter_keys, others_to


def test_representations_are_listed_apart(file: CaseFile) -> None:
    one = case()
    add(file, one, letter(one), letter(one, kind=LetterKind.REPRESENTATION))
    assert len(letter_keys(file.engine, LetterFilter())) == 2
    assert len(letter_keys(file.engine, LetterFilter(kind=LetterKind.REPRESENTATION))) == 1


def test_letters_of_one_day_to_one_address_are_found_across_cases(file: CaseFile) -> None:
    one, two = case(), case()
    fields: dict[str, Any] = {"dated": date(2026, 11, 23), "address": "Minister\nCalle 1"}
    mine, same = letter(one, addressee_id="a", **fields), letter(two, addressee_id="b", **fields)
    add(file, one, two, mine, same, letter(two, dated=date(2026, 11, 23), address="Somebody else"))
    assert [other.letter_id for other in others_to(file, mine)] == [same.id]
