# SPDX-License-Identifier: GPL-3.0-or-later
"""The group's directory of addresses, and what came back from one."""

from datetime import date
from functools import partial

import pytest
from tests.support.builders import add, case, letter

from amnesty_desktop.domain.addressee import Addressee, AddresseeRole
from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.letter import LetterState
from amnesty_desktop.domain.reply import Reply, ReplyKind
from amnesty_desktop.edits import addressees
from amnesty_desktop.store.case_file import CaseFile

EMBASSY = Addressee(role=AddresseeRole.EMBASSY, office="Embassy of Honduras", address="1 Square\nLondon", country="GB")


def test_a_case_gets_an_address_of_its_own_from_the_directory(file: CaseFile) -> None:
    one = case(country="HN")
    add(file, one, EMBASSY)
    use = partial(addressees.use_for_case, entry_id=EMBASSY.id, case_id=one.id)
    file.edit("Use", use)
    file.edit("Use again", use)
    (used,) = file.all(Addressee, case_id=one.id)
    assert (used.office, used.entry_id) == (EMBASSY.office, EMBASSY.id)
    assert file.all(Addressee, case_id=None) == [EMBASSY]


def test_an_address_of_a_case_goes_into_the_directory_once(file: CaseFile) -> None:
    one = case()
    held = Addressee(case_id=one.id, office="Minister of Justice", address="Calle 1")
    add(file, one, held)
    for _ in range(2):
        file.edit("Keep", partial(addressees.keep_in_directory, addressee_id=held.id))
    (entry,) = file.all(Addressee, case_id=None)
    assert (entry.office, file.get(Addressee, held.id).entry_id) == ("Minister of Justice", entry.id)


@pytest.mark.parametrize(("country", "count"), [("HN", 1), ("GT", 0), ("", 0)])
def test_embassies_are_found_by_the_country_they_stand_for(file: CaseFile, country: str, count: int) -> None:
    add(file, EMBASSY)
    assert len(addressees.embassies_of(file, country)) == count


def test_post_that_came_back_is_remembered_until_the_address_is_checked(file: CaseFile) -> None:
    one = case()
    held = Addressee(case_id=one.id, office="Minister", checked_on=PartialDate("2026-01"))
    sent = letter(one, addressee_id=held.id, state=LetterState.RETURNED)
    back = Reply(case_id=one.id, letter_id=sent.id, kind=ReplyKind.RETURNED, received=PartialDate("2026-05-02"))
    add(file, one, held, sent, back)
    assert addressees.came_back(file, held.id) == back.received
    file.edit("Checked", partial(addressees.checked, addressee_id=held.id, on=date(2026, 6, 1)))
    assert addressees.came_back(file, held.id) is None
